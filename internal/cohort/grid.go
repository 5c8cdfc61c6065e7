package cohort

import (
	"bytes"
	"errors"
	"io"
)

// A grid is one way to see a file as rows of cells: a sheet of a workbook, or
// a text cut at one of the separators.
type grid struct {
	name string // the sheet, or what separates the columns
	csv  bool   // of a text: a row with fewer cells than the heading may have been cut off
	torn bool   // of a text: its last line has no end
	base int    // the day number that the workbook's day 0 is
	rows func(v visitor) error
}

// A visitor sees the rows of a grid in order. The cells are lent: they are
// used again for the next row. Merged cells are told after the rows.
type visitor struct {
	row    func(line int, cells []string) bool // false stops
	merged func(ref string, bottom int)        // a range, e.g. A5:A9, and its last line
}

// A refusal is a file or a row that cannot be read: the rule of the sentence
// that says why, and where.
type refusal struct {
	rule         string
	line, column int
	args         []string
}

func (r *refusal) Error() string { return r.rule }

// The first bytes of files that are told apart, however they are named.
var (
	magicZip = []byte("PK\x03\x04")
	magicOLE = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}
	magicPDF = []byte("%PDF")
)

// open tells what a file is by its bytes and gives the ways to read it.
func open(r io.ReaderAt, size int64) ([]grid, error) {
	head := make([]byte, 4096)
	n, err := r.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	head = head[:n]
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n")
	switch {
	case len(text) == 0:
		return nil, &refusal{rule: "tom"}
	case bytes.HasPrefix(head, magicZip):
		return openWorkbook(r, size)
	case bytes.HasPrefix(head, magicOLE):
		return nil, &refusal{rule: "xls"}
	case bytes.HasPrefix(head, magicPDF):
		return nil, &refusal{rule: "pdf"}
	case text[0] == '<':
		return nil, &refusal{rule: "html"}
	}
	return openText(r, size)
}
