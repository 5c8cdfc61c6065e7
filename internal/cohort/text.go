package cohort

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// maxLine is the longest line of a text, and the longest quoted cell.
const maxLine = 1 << 20

// separators are what may stand between the cells of a text.
var separators = []struct {
	mark byte
	name string
}{{';', "semikolon"}, {'\t', "tabb"}, {',', "komma"}}

// A text is a csv file: its bytes, how its letters are written and what ends
// its lines.
type text struct {
	io.ReaderAt
	size    int64
	letters encoding.Encoding // nil is UTF-8
	eol     byte
	torn    bool // the last line has no end
}

// openText gives a grid for each separator; which one it is, the headings tell.
func openText(r io.ReaderAt, size int64) ([]grid, error) {
	t, err := sniff(r, size)
	if err != nil {
		return nil, err
	}
	grids := make([]grid, len(separators))
	for i, s := range separators {
		grids[i] = grid{name: s.name, csv: true, torn: t.torn, base: base1900, rows: func(v visitor) error { return t.rows(s.mark, v) }}
	}
	return grids, nil
}

// sniff reads a whole text once to tell how its letters are written: one
// letter of Windows-1252 far down is enough.
func sniff(r io.ReaderAt, size int64) (*text, error) {
	t := &text{ReaderAt: r, size: size, eol: '\n'}
	var head [4]byte
	var tail [2]byte
	r.ReadAt(head[:], 0) // what is not there stays 0
	r.ReadAt(tail[:], max(0, size-2))
	t.torn = !bytes.ContainsAny(tail[:], "\r\n")
	switch {
	case bytes.HasPrefix(head[:], []byte("\xEF\xBB\xBF")):
		return t, nil
	case head[0] == 0xFF && head[1] == 0xFE || head[1] == 0 && head[3] == 0 && head[0] != 0:
		t.letters = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
		return t, nil
	case head[0] == 0xFE && head[1] == 0xFF || head[0] == 0 && head[2] == 0 && head[1] != 0:
		t.letters = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
		return t, nil
	}
	return t, t.scan()
}

// scan tells UTF-8 from Windows-1252, lines that end as on old Macs, and
// files that are no text.
func (t *text) scan() error {
	in := io.NewSectionReader(t, 0, t.size)
	buffer, kept, lines, returns := make([]byte, 1<<18), 0, false, false
	for {
		n, err := in.Read(buffer[kept:])
		part := buffer[:kept+n]
		if bytes.IndexByte(part, 0) >= 0 {
			return &refusal{rule: "binär"}
		}
		lines = lines || bytes.IndexByte(part, '\n') >= 0
		returns = returns || bytes.IndexByte(part, '\r') >= 0
		whole := len(part)
		if err == nil {
			whole = wholeRunes(part)
		}
		if t.letters == nil && !utf8.Valid(part[:whole]) {
			t.letters = charmap.Windows1252
		}
		kept = copy(buffer, part[whole:])
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
	}
	if returns && !lines {
		t.eol = '\r'
	}
	return nil
}

// wholeRunes is how much of a text can be judged before the next is read.
func wholeRunes(part []byte) int {
	for back := 1; back <= min(3, len(part)); back++ {
		if b := part[len(part)-back]; utf8.RuneStart(b) {
			if b >= utf8.RuneSelf && !utf8.FullRune(part[len(part)-back:]) {
				return len(part) - back
			}
			break
		}
	}
	return len(part)
}

// rows reads a text line by line and cuts it at a separator.
func (t *text) rows(mark byte, v visitor) error {
	var in io.Reader = io.NewSectionReader(t, 0, t.size)
	if t.letters != nil {
		in = t.letters.NewDecoder().Reader(in)
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<16), maxLine)
	lines.Split(t.split)
	c := cutter{lines: lines, mark: mark}
	for {
		more, err := c.next()
		if err != nil || !more {
			return err
		}
		if !v.row(c.first, c.cells) {
			return nil
		}
	}
}

// split is bufio.ScanLines for the text's own line ends.
func (t *text) split(data []byte, atEnd bool) (advance int, token []byte, err error) {
	if i := bytes.IndexByte(data, t.eol); i >= 0 {
		return i + 1, bytes.TrimSuffix(data[:i], []byte{'\r'}), nil
	}
	if atEnd && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}

// A cutter cuts the lines of a text into cells.
type cutter struct {
	lines *bufio.Scanner
	mark  byte
	line  int // of the last line read
	first int // of the row
	cells []string
}

// next reads the next row that is not empty; false at the end.
func (c *cutter) next() (bool, error) {
	for c.read() {
		row := c.lines.Text()
		if c.line == 1 {
			row = strings.TrimPrefix(row, "\uFEFF")
		}
		if row == "" || c.line == 1 && strings.HasPrefix(strings.ToLower(row), "sep=") {
			continue
		}
		c.first, c.cells = c.line, c.cells[:0]
		return true, c.cut(row)
	}
	return false, c.err()
}

func (c *cutter) read() bool {
	c.line++
	return c.lines.Scan()
}

func (c *cutter) err() error {
	if errors.Is(c.lines.Err(), bufio.ErrTooLong) {
		return &refusal{rule: "lång-rad", line: c.line, column: 1}
	}
	return c.lines.Err()
}

// cut cuts a line at the separators that stand outside quotation marks.
func (c *cutter) cut(row string) error {
	for {
		if strings.HasPrefix(row, `"`) {
			cell, rest, err := c.quoted(row[1:])
			if err != nil {
				return err
			}
			c.cells = append(c.cells, cell)
			if rest == "" {
				return nil
			}
			row = rest[1:]
			continue
		}
		i := strings.IndexByte(row, c.mark)
		if i < 0 {
			c.cells = append(c.cells, row)
			return nil
		}
		c.cells = append(c.cells, row[:i])
		row = row[i+1:]
	}
}

// quoted reads a cell after its opening quotation mark, over several lines if
// need be. What is left begins with a separator, or is empty.
func (c *cutter) quoted(row string) (cell, rest string, err error) {
	var b strings.Builder
	start := c.line
	unclosed := &refusal{rule: "citat", line: start, column: len(c.cells) + 1}
	for {
		i := strings.IndexByte(row, '"')
		switch {
		case i < 0:
			b.WriteString(row)
			if b.Len() > maxLine || !c.read() {
				return "", "", cmpRefusal(c.err(), unclosed)
			}
			b.WriteByte('\n')
			row = c.lines.Text()
		case strings.HasPrefix(row[i+1:], `"`):
			b.WriteString(row[:i+1])
			row = row[i+2:]
		case i+1 == len(row) || row[i+1] == c.mark:
			b.WriteString(row[:i])
			return b.String(), row[i+1:], nil
		default:
			return "", "", unclosed
		}
	}
}

// cmpRefusal is the first of two errors that there is.
func cmpRefusal(err error, or *refusal) error {
	if err != nil {
		return err
	}
	return or
}
