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
		case doc.Numbers:
			t.number(it)
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

// number writes a key figure, and under it what it counts.
func (t *text) number(it doc.Item) {
	t.hung("- ", "  ", words(it.Label))
	for _, line := range it.Lines {
		t.hung("  ", "  ", words(line))
	}
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

// lineAt is a line of a column; empty over its first and below its last.
func lineAt(lines []string, i int) string {
	if i >= 0 && i < len(lines) {
		return lines[i]
	}
	return ""
}
