package pdf

import (
	"bytes"
	"hash"
	"io"
	"slices"
)

// opening is how all files of a Printer begin, with the colour profile and the
// common fonts, half of their bytes: it is written once, and each file goes on
// from it.
type opening struct {
	bytes   []byte
	sum     hash.Cloner // of them
	places  []location
	colours int    // the colour profile
	fonts   string // named for the resources
}

// newOpening writes the opening.
func (p *Printer) newOpening() (*opening, error) {
	fonts, err := p.subset.used(0, commons)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := p.file
	o := &opening{colours: w.start(&out), fonts: w.fonts(fonts)}
	w.pack()
	o.bytes, o.sum, o.places = out.Bytes(), w.sum.(hash.Cloner), slices.Clone(w.places)
	return o, w.err
}

// goOn begins a file with an opening.
func (w *writer) goOn(out io.Writer, o *opening) {
	sum, err := o.sum.Clone()
	w.resume(out, sum, len(o.bytes), o.places)
	if w.err = err; err == nil {
		_, w.err = out.Write(o.bytes)
	}
}
