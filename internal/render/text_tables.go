package render

import (
	"strings"
	"unicode/utf8"

	"kontrakt/internal/doc"
)

// table writes a row a line, cells in columns as wide as their content where
// that fits, else in a report heads and labels on several lines, else each row
// as labels and values. A picture is left out: its numbers stand beside it.
func (t *text) table(b *doc.Table) {
	t.gap()
	t.line(words(b.Caption))
	t.line(words(b.Subtitle))
	b = written(b)
	widths := widest(b)
	switch {
	case sum(widths) <= t.width:
		t.grid(b, widths)
	case b.ToFillIn():
		for _, r := range b.Rows {
			t.form(b, r)
		}
	default:
		if narrow, ok := t.narrowed(b); ok {
			t.grid(b, narrow)
			break
		}
		t.pile(b)
	}
	t.blocks(b.Notes)
}

// written is a table without its pictures, with one row of heads, and with
// each cell that spans others in all their places of the first row.
func written(t *doc.Table) *doc.Table {
	w := *t
	w.Columns, w.Head, w.Rows, w.Foot = nil, nil, nil, nil
	var kept []int
	for c := range t.Columns {
		if !t.Pictured(c) {
			kept, w.Columns = append(kept, c), append(w.Columns, t.Columns[c])
		}
	}
	pick := func(rows [][]doc.Cell) (picked [][]doc.Cell) {
		for _, row := range rows {
			var cells []doc.Cell
			for _, c := range kept {
				if c < len(row) {
					cells = append(cells, row[c])
				}
			}
			picked = append(picked, cells)
		}
		return picked
	}
	w.Rows, w.Foot = pick(t.Rows), pick(t.Foot)
	if len(t.Head) > 0 {
		w.Head = pick([][]doc.Cell{joined(t.Head)})
	}
	return &w
}

// joined are rows of heads as one: what stands over a column, from the top.
func joined(head [][]doc.Cell) []doc.Cell {
	row := make([]doc.Cell, len(head[0]))
	hidden := doc.Covered(head)
	for r := range head {
		for c := range head[r] {
			if hidden[r][c] || c >= len(row) {
				continue
			}
			columns, _ := head[r][c].Span()
			for i := c; i < min(c+columns, len(row)); i++ {
				if len(row[i].Text) > 0 && len(head[r][c].Text) > 0 {
					row[i].Text = append(row[i].Text[:len(row[i].Text):len(row[i].Text)], doc.Plain(" "))
				}
				row[i].Text = append(row[i].Text[:len(row[i].Text):len(row[i].Text)], head[r][c].Text...)
			}
		}
	}
	return row
}

// all are the rows of a table from its head to its foot.
func all(b *doc.Table) [][]doc.Cell {
	return append(append(append([][]doc.Cell{}, b.Head...), b.Rows...), b.Foot...)
}

// widest is how wide each column is at most.
func widest(b *doc.Table) []int {
	widths := make([]int, len(b.Columns))
	for _, r := range all(b) {
		for i := range min(len(widths), len(r)) {
			widths[i] = max(widths[i], utf8.RuneCountInString(cellWords(r[i])))
		}
	}
	return widths
}

// sum is how wide columns are together, with two spaces between.
func sum(widths []int) int {
	total := -2
	for _, w := range widths {
		total += w + 2
	}
	return total
}

// narrowed are columns of which those of numbers are as wide as their longest
// word, and the first has what is left; it is not ok where that is too little
// to read in.
func (t *text) narrowed(b *doc.Table) (widths []int, ok bool) {
	const least = 16
	if !t.report || len(b.Columns) < 3 || b.Columns[0].Right {
		return nil, false
	}
	widths = make([]int, len(b.Columns))
	for i := 1; i < len(widths); i++ {
		for _, r := range all(b) {
			if i < len(r) {
				for _, word := range wrap(cellWords(r[i]), 1) {
					widths[i] = max(widths[i], utf8.RuneCountInString(word))
				}
			}
		}
	}
	longest, room := widest(b)[0], t.width-sum(widths)
	widths[0] = min(room, longest)
	return widths, widths[0] >= min(least, longest)
}

// grid writes the rows of a table in columns, the heads at the foot of theirs.
func (t *text) grid(b *doc.Table, widths []int) {
	for _, r := range b.Head {
		t.cells(b, r, widths, true)
	}
	if len(b.Head) > 0 {
		t.line(strings.Repeat("-", sum(widths)))
	}
	for _, r := range b.Rows {
		t.cells(b, r, widths, false)
	}
	if len(b.Foot) > 0 {
		t.line(strings.Repeat("-", sum(widths)))
	}
	for _, r := range b.Foot {
		t.cells(b, r, widths, false)
	}
}

// cells writes a row, a cell of several lines beside the others.
func (t *text) cells(b *doc.Table, row []doc.Cell, widths []int, low bool) {
	n := min(len(row), len(widths))
	wrapped, high := make([][]string, n), 1
	for i := range n {
		wrapped[i] = wrap(cellWords(row[i]), widths[i])
		high = max(high, len(wrapped[i]))
	}
	for l := range high {
		var line strings.Builder
		for i, cell := range wrapped {
			at := l
			if low {
				at -= high - len(cell)
			}
			s := lineAt(cell, at)
			if b.Columns[i].Right {
				s = strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(s))) + s
			}
			line.WriteString(pad(s, widths[i]+2))
		}
		t.out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}

// pile writes the cells of each row under one another.
func (t *text) pile(b *doc.Table) {
	for _, r := range b.Head {
		t.stacked(r)
	}
	if len(b.Head) > 0 {
		t.line(strings.Repeat("-", t.width))
	}
	for _, r := range append(b.Rows[:len(b.Rows):len(b.Rows)], b.Foot...) {
		t.stacked(r)
	}
}

// stacked writes the cells of a row that is too wide for a line.
func (t *text) stacked(row []doc.Cell) {
	for i, c := range row {
		mark := "  "
		if i == 0 {
			mark = "- "
		}
		t.hung(mark, "  ", cellWords(c))
	}
}

// form writes a row to fill in: what it is about, and each place under it with
// what the table's head says of it.
func (t *text) form(b *doc.Table, row []doc.Cell) {
	t.gap()
	for i, c := range row {
		switch {
		case c.Room == doc.Write && len(b.Head) > 0:
			t.hung("  ", "  ", strings.ReplaceAll(words(b.Head[0][i].Text), "\n", " ")+": "+cellWords(c))
		case c.Room != doc.None || i > 0 && !c.Header: // a place, or what is filled in already
			t.hung("  ", "  ", cellWords(c))
		default:
			t.line(cellWords(c))
		}
	}
}

// cellWords are a cell's words on one line, or the room that it has.
func cellWords(c doc.Cell) string {
	s := strings.ReplaceAll(words(c.Text), "\n", " ")
	switch c.Room {
	case doc.Write:
		return "________"
	case doc.Tick:
		return "[ ] " + s
	}
	return s
}
