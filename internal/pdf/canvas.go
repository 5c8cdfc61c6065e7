package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"codeberg.org/go-pdf/fpdf"
)

// canvasFile is what the canvas wrote, taken apart. Its objects have fixed
// places: 1 the page tree, 2 the resources, then a page and its content for
// every page, then the pictures.
type canvasFile struct {
	data    []byte
	offsets []int
}

var errCanvas = errors.New("the canvas wrote a file of another form than expected")

// read lets the canvas write its file and finds the objects.
func (c *canvasFile) read(canvas *fpdf.Fpdf, buf *bytes.Buffer) error {
	buf.Reset()
	if err := canvas.Output(buf); err != nil {
		return fmt.Errorf("canvas: %w", err)
	}
	c.data, c.offsets = buf.Bytes(), c.offsets[:0]
	at := bytes.LastIndex(c.data, []byte("\nxref\n"))
	if at < 0 {
		return errCanvas
	}
	lines := bytes.Split(c.data[at:], []byte("\n"))
	for _, l := range lines[4:] { // after the heading and object 0
		if len(l) < 18 {
			break
		}
		n, err := strconv.Atoi(string(l[:10]))
		if err != nil {
			return errCanvas
		}
		c.offsets = append(c.offsets, n)
	}
	return nil
}

// object is the dictionary of object n, without its brackets, and its stream.
func (c *canvasFile) object(n int) (dict, stream []byte, err error) {
	if n > len(c.offsets) {
		return nil, nil, errCanvas
	}
	b := c.data[c.offsets[n-1]:]
	from := bytes.Index(b, []byte("<<"))
	end := bytes.Index(b, []byte("endobj"))
	if s := bytes.Index(b, []byte("stream\n")); s >= 0 && s < end {
		dict = bytes.TrimSpace(b[from:s])
		length := bytes.LastIndex(dict, []byte("/Length "))
		if length < 0 {
			return nil, nil, errCanvas
		}
		size, err := strconv.Atoi(string(bytes.TrimSuffix(dict[length+8:], []byte(">>"))))
		if err != nil || s+7+size > len(b) {
			return nil, nil, errCanvas
		}
		return dict[2:length], b[s+7 : s+7+size], nil
	}
	if from < 0 || end < from {
		return nil, nil, errCanvas
	}
	dict = bytes.TrimSpace(b[from:end])
	return dict[2 : len(dict)-2], nil, nil
}
