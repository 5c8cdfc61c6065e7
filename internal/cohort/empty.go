package cohort

import (
	"fmt"
	"io"
)

// WriteEmptySheet writes the review sheet to fill in, as xlsx: one row for
// each id, drop-down lists where there are words to choose from, and a sheet
// that says what each column is for.
func WriteEmptySheet(w io.Writer, ids []string) error {
	fill := Sheet{Name: "granskning"}
	help := Sheet{Name: "Så fyller du i", Widths: []int{34, 90}, Rows: [][]Cell{{{Text: "kolumn"}, {Text: "vad den betyder"}}}}
	words := Sheet{Name: "Ord", Hidden: true}
	heading := make([]Cell, len(sheetColumns))
	for i, c := range sheetColumns {
		heading[i] = Cell{Text: c.name}
		fill.Widths = append(fill.Widths, max(14, len([]rune(c.name))+2))
		help.Rows = append(help.Rows, []Cell{{Text: c.name}, {Text: c.help + hints[c.kind]}})
		if choices := c.choices(); len(choices) > 0 {
			fill.Lists = append(fill.Lists, DropDown{i, words.add(choices), c.kind == answer || c.kind == yesNo})
		}
	}
	help.Rows = append(help.Rows, []Cell{{Text: "tom cell"}, {Text: "Det är inte känt. Det som redan står i granskningen är kvar."}})
	fill.Rows = append(fill.Rows, heading)
	for _, id := range ids {
		fill.Rows = append(fill.Rows, []Cell{{Text: id}})
	}
	return WriteWorkbook(w, []Sheet{fill, help, words})
}

// hints are what is said of every column of a kind.
var hints = map[kind]string{
	list:   " Flera skrivs med | mellan.",
	answer: " Välj ja, nej eller oklart.",
	yesNo:  " Välj ja eller nej.",
}

// choices are the words of a column's drop-down list.
func (c sheetColumn) choices() []string {
	switch c.kind {
	case answer:
		return []string{"ja", "nej", "oklart"}
	case yesNo:
		return []string{"ja", "nej"}
	}
	return c.proposed
}

// add adds a column of words to the sheet and returns its range.
func (s *Sheet) add(words []string) string {
	column := 0
	if len(s.Rows) > 0 {
		column = len(s.Rows[0])
	}
	for len(s.Rows) < len(words) {
		s.Rows = append(s.Rows, make([]Cell, column))
	}
	for i := range s.Rows {
		cell := Cell{}
		if i < len(words) {
			cell.Text = words[i]
		}
		s.Rows[i] = append(s.Rows[i], cell)
	}
	name := columnName(column)
	return fmt.Sprintf("%s!$%s$1:$%s$%d", s.Name, name, name, len(words))
}
