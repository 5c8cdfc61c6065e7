package render

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kontrakt/internal/doc"
)

func (t *text) list(l *doc.List) {
	for i, it := range l.Items {
		switch l.Kind {
		case doc.Bullets:
			t.item("- ", it)
		case doc.Numbered:
			t.item(strconv.Itoa(i+1)+". ", it)
		case doc.Checks:
			t.item("[ ] ", it)
		case doc.Actions:
			if i > 0 {
				t.gap()
			}
			t.item("- ", it)
		case doc.Rows:
			if i > 0 {
				t.gap()
			}
			t.row(it, labelled(l))
		case doc.Terms:
			t.term(l, it)
		default:
			t.line(unknown(l.Kind))
		}
	}
}

// item writes a point: its lines under one another, hung after the mark.
func (t *text) item(mark string, it doc.Item) {
	indent := strings.Repeat(" ", len(mark))
	for i, line := range it.Lines {
		first := indent
		if i == 0 {
			first = mark
		}
		t.hung(first, indent, words(line))
	}
}

// row writes the label at left, where the list has labels, and the lines at
// right, the telephone after the first.
func (t *text) row(it doc.Item, withLabel bool) {
	var right []string
	indent := 0
	if withLabel {
		indent = labelWidth
	}
	for i, line := range it.Lines {
		s := words(line)
		if i == 0 && len(it.Aside) > 0 {
			s = after(s) + words(it.Aside)
		}
		right = append(right, wrap(s, t.width-indent)...)
	}
	if !withLabel {
		t.line(strings.Join(right, "\n"))
		return
	}
	left := wrap(words(it.Label), labelWidth-2)
	for i := range max(len(left), len(right)) {
		t.out.WriteString(strings.TrimRight(pad(lineAt(left, i), labelWidth)+lineAt(right, i), " ") + "\n")
	}
}

// after is a line and what parts it from what follows on the same line.
func after(line string) string {
	if r, _ := utf8.DecodeLastRuneInString(line); unicode.Is(unicode.STerm, r) {
		return line + " "
	}
	return line + ", "
}

// term writes label and value, the values under one another.
func (t *text) term(l *doc.List, it doc.Item) {
	room := 0
	for _, i := range l.Items {
		room = max(room, utf8.RuneCountInString(words(i.Label)))
	}
	room = min(room, labelWidth) + 3
	label := words(it.Label) + ":"
	for _, line := range it.Lines {
		t.hung(pad(label, room), strings.Repeat(" ", room), words(line))
		label = ""
	}
}

// table writes a row a line, cells in columns as wide as their content where
// that fits, else each row as labels and values.
func (t *text) table(b *doc.Table) {
	t.gap()
	t.line(words(b.Caption))
	rows := append(append([][]doc.Cell{}, b.Head...), b.Rows...)
	widths := make([]int, len(b.Columns))
	total := 0
	for i := range widths {
		for _, r := range rows {
			if i < len(r) {
				widths[i] = max(widths[i], utf8.RuneCountInString(cellWords(r[i])))
			}
		}
		total += widths[i] + 2
	}
	for i, r := range rows {
		switch {
		case total-2 <= t.width:
			t.cells(b, r, widths)
		case b.ToFillIn() && i < len(b.Head):
			continue // said at each place to fill in
		case b.ToFillIn():
			t.form(b, r)
		default:
			t.stacked(r)
		}
		if i == len(b.Head)-1 {
			t.line(strings.Repeat("-", min(total-2, t.width)))
		}
	}
}

func (t *text) cells(b *doc.Table, row []doc.Cell, widths []int) {
	var line strings.Builder
	for i, c := range row {
		s := cellWords(c)
		if i >= len(widths) {
			continue
		}
		if b.Columns[i].Right {
			s = strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(s))) + s
		}
		line.WriteString(pad(s, widths[i]+2))
	}
	t.out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
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
		case c.Room != doc.None:
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

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

// lineAt is a line of a column; empty below its last.
func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
