package cohort

import (
	"archive/zip"
	"encoding/xml"
	"strconv"
	"strings"
)

// A scan is the reading of one sheet, cell by cell.
type scan struct {
	*workbook
	visitor
	line   int
	cells  []string
	column int    // of the cell, from 0
	kind   string // of the cell: s is a shared text, b yes or no …
	inside string // the element that text belongs to
	ruby   bool
	value  []byte
	fault  bool // a formula whose value is not in the file
	filled bool // the row has a cell with something in it
	done   bool
}

// rows reads a sheet. Of a formula its last value counts.
func (b *workbook) rows(f *zip.File, v visitor) error {
	in, err := b.unpack(f, maxSheet)
	if err != nil {
		return err
	}
	defer in.Close()
	d := xml.NewDecoder(in)
	s := &scan{workbook: b, visitor: v}
	for !s.done {
		in.piece = 0
		t, err := d.RawToken()
		if err != nil {
			return broken(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			s.start(t)
		case xml.EndElement:
			s.end(t.Name.Local)
		case xml.CharData:
			if s.inside == "v" || s.inside == "t" && !s.ruby {
				s.value = append(s.value, t...)
			}
		}
	}
	return nil
}

// start is the beginning of an element.
func (s *scan) start(t xml.StartElement) {
	s.inside = t.Name.Local
	switch s.inside {
	case "row":
		s.line++
		if n, err := strconv.Atoi(attr(t, "r")); err == nil && n > 0 {
			s.line = n
		}
		s.cells, s.column, s.filled = s.cells[:0], -1, false
	case "c":
		s.column++
		if c := columnOf(attr(t, "r")); c >= 0 {
			s.column = c
		}
		s.kind, s.value, s.fault = attr(t, "t"), s.value[:0], false
	case "f":
		s.fault = true
	case "v":
		s.fault = false
	case "rPh":
		s.ruby = true
	case "mergeCell":
		ref := attr(t, "ref")
		_, last, _ := strings.Cut(ref, ":")
		if n, err := strconv.Atoi(strings.TrimLeft(last, "ABCDEFGHIJKLMNOPQRSTUVWXYZ$")); err == nil && s.merged != nil {
			s.merged(ref, n)
		}
	}
}

// end is the end of an element.
func (s *scan) end(name string) {
	s.inside = ""
	switch name {
	case "rPh":
		s.ruby = false
	case "c":
		s.put()
	case "row":
		s.done = s.filled && !s.row(s.line, s.cells)
	}
}

// put sets the cell in its row.
func (s *scan) put() {
	if s.fault {
		s.value = append(s.value[:0], unknownValue...)
	}
	if len(s.value) == 0 || s.column >= maxCells {
		return
	}
	for len(s.cells) <= s.column {
		s.cells = append(s.cells, "")
	}
	s.filled = true
	s.cells[s.column] = s.written()
}

// unknownValue stands in a cell whose formula nobody has reckoned.
const unknownValue = "#FORMEL!"

// isFault tells whether a cell holds an error of the spreadsheet: #N/A, #REF!
func isFault(cell string) bool {
	return strings.HasPrefix(cell, "#") && (strings.HasSuffix(cell, "!") || strings.HasSuffix(cell, "?") || cell == "#N/A")
}

// written is the cell's value as a text.
func (s *scan) written() string {
	value := string(s.value)
	switch s.kind {
	case "s":
		n, err := strconv.Atoi(value)
		if err != nil {
			return ""
		}
		return s.texts.at(n)
	case "b":
		return map[bool]string{true: "ja", false: "nej"}[value == "1"]
	case "", "n":
		if strings.ContainsAny(value, "eE") {
			if f, err := strconv.ParseFloat(value, 64); err == nil {
				return strconv.FormatFloat(f, 'f', -1, 64)
			}
		}
	}
	return value
}

// attr is an attribute of an element; empty where it is missing.
func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// columnOf is the column of a cell's name, C7 is 2; -1 where it has none.
func columnOf(ref string) int {
	n := 0
	for i := range len(ref) {
		if ref[i] < 'A' || ref[i] > 'Z' || n > maxCells {
			break
		}
		n = n*26 + int(ref[i]-'A') + 1
	}
	return n - 1
}
