// Package render writes a document as HTML and as plain text. It knows no
// Swedish and nothing of care: what is read is what the document says.
package render

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"kontrakt/internal/doc"
)

// standardWidth is how many characters a line of text has at most.
const standardWidth = 76

// easyWidth is the same where lines are to be short.
const easyWidth = 55

// labelWidth is the column of a row's label in text.
const labelWidth = 18

// Text writes a document as plain text, at most 76 characters a line, or 55
// where it is to be easy to read. No-break
// spaces are kept, so that numbers stay whole where the text is read further.
// Errors are those of w.
func Text(w io.Writer, d *doc.Document) error {
	t := &text{width: standardWidth, report: d.Read == doc.AsReport}
	if d.Easy {
		t.width = easyWidth
	}
	t.line(doc.Text(d.Head.Left))
	t.line(doc.Text(d.Head.Right))
	t.blocks(d.Content)
	t.rule("-")
	t.line(doc.Text(d.Foot.Left))
	t.line(doc.Text(d.Foot.Right))
	_, err := io.WriteString(w, strings.TrimLeft(t.out.String(), "\n"))
	return err
}

// unknown makes a kind that a renderer does not know visible.
func unknown(x any) string { return fmt.Sprintf("?%T", x) }

// text is one text under way. Blocks part by an empty line.
type text struct {
	out    strings.Builder
	width  int  // characters a line
	report bool // its tables have narrow columns
}

func (t *text) gap() { t.out.WriteByte('\n') }

func (t *text) rule(sign string) {
	t.gap()
	t.line(strings.Repeat(sign, t.width))
}

// line writes words wrapped.
func (t *text) line(s string) { t.hung("", "", s) }

// hung writes words wrapped, the first line after first and the others after rest.
func (t *text) hung(first, rest, s string) {
	if s == "" && first == "" {
		return
	}
	for i, l := range wrap(s, t.width-utf8.RuneCountInString(rest)) {
		if i == 0 {
			l = first + l
		} else {
			l = rest + l
		}
		t.out.WriteString(strings.TrimRight(l, " ") + "\n")
	}
}

// wrap breaks words into lines at ordinary spaces and at line breaks; a word
// that is longer than a line stands alone, whole.
func wrap(s string, width int) []string {
	var lines []string
	for _, part := range strings.Split(s, "\n") {
		line, used := "", 0
		for _, word := range strings.FieldsFunc(part, func(r rune) bool { return r == ' ' }) {
			n := utf8.RuneCountInString(word)
			if used > 0 && used+1+n > width {
				lines = append(lines, line)
				line, used = "", 0
			}
			if used > 0 {
				line, used = line+" ", used+1
			}
			line, used = line+word, used+n
		}
		lines = append(lines, line)
	}
	return lines
}

// words are a run's words; a link whose address is not among them is told.
func words(in []doc.Inline) string {
	var b strings.Builder
	for _, i := range in {
		switch i := i.(type) {
		case doc.Plain:
			b.WriteString(string(i))
		case doc.Strong:
			b.WriteString(string(i))
		case *doc.Link:
			b.WriteString(i.Text)
			if strings.HasPrefix(i.URL, "https:") && !strings.Contains(i.URL, i.Text) {
				b.WriteString(" (" + i.URL + ")")
			}
		case *doc.Foreign:
			b.WriteString(words([]doc.Inline{i.Words}))
		default:
			b.WriteString(unknown(i))
		}
	}
	return b.String()
}

func (t *text) blocks(bs []doc.Block) {
	for _, b := range bs {
		t.block(b)
	}
}

func (t *text) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Heading:
		t.heading(b)
	case *doc.Paragraph:
		t.gap()
		t.line(t.beside(words(b.Text), words(b.Aside)))
	case *doc.List:
		t.gap()
		t.list(b)
	case *doc.Pair:
		t.column(b.Left)
		t.column(b.Right)
	case *doc.Split:
		t.gap()
		t.line(words(b.Caption))
		t.line(words(b.Subtitle))
		t.blocks(b.Left)
		t.blocks(b.Right)
	case *doc.Table:
		t.table(b)
	case *doc.Box:
		t.box(b)
	case *doc.Blank:
		t.blank(b)
	case *doc.Figure:
		t.gap()
		t.line(words(b.Caption))
		t.line(words(b.Subtitle))
		t.line("[" + b.Alt + "]")
	default:
		t.line(unknown(b))
	}
}

// beside is text and what stands at its right edge, on one line where there
// is room.
func (t *text) beside(left, right string) string {
	room := t.width - utf8.RuneCountInString(left) - utf8.RuneCountInString(right)
	switch {
	case right == "":
		return left
	case room < 3:
		return left + "\n" + right
	}
	return left + strings.Repeat("\u00a0", room) + right
}

// second is a heading's words in its second language, after it.
func second(s doc.Second) string {
	if len(s.Text) == 0 {
		return ""
	}
	return " (" + words(s.Text) + ")"
}

// underlines are how headings are marked, by level.
var underlines = map[int]string{1: "=", 2: "-", 3: "."}

func (t *text) heading(h *doc.Heading) {
	t.gap()
	if h.Level <= 2 {
		t.gap() // air above what begins something new
	}
	t.line(words(h.Label))
	t.titled(words(h.Text)+second(h.Beside), underlines[h.Level])
}

// titled writes a line with a line of signs under it, as long as the longest
// of its own.
func (t *text) titled(s, sign string) {
	t.line(s)
	longest := 0
	for _, l := range wrap(s, t.width) {
		longest = max(longest, utf8.RuneCountInString(l))
	}
	t.line(strings.Repeat(sign, longest))
}

func (t *text) column(c doc.Column) {
	t.heading(&c.Head)
	if c.List != nil {
		t.gap()
		t.list(c.List)
	}
}

func (t *text) box(b *doc.Box) {
	switch b.Style {
	case doc.NextStep:
		t.rule("=")
		t.line(words(b.Label) + second(b.Beside))
		t.blocks(b.Content)
		t.line(strings.Repeat("=", t.width))
	case doc.Zone:
		t.gap()
		frame := strings.Repeat(map[int]string{1: "-", 2: "=", 3: "#"}[b.Weight], 3)
		t.line(frame + " " + words(b.Label) + second(b.Beside) + " " + frame)
		for _, u := range b.Under {
			t.line(words(u))
		}
		t.blocks(b.Content)
	case doc.Caution:
		t.between(strings.Repeat("=", t.width), b.Content)
	case doc.Note:
		t.between(strings.Repeat("- ", 20), b.Content)
	default:
		t.line(unknown(b.Style))
	}
}

// between writes blocks with a line of signs over and under them.
func (t *text) between(line string, content []doc.Block) {
	inside := text{width: t.width, report: t.report}
	inside.blocks(content)
	t.gap()
	t.line(line)
	t.out.WriteString(strings.TrimLeft(inside.out.String(), "\n"))
	t.line(line)
}

func (t *text) blank(b *doc.Blank) {
	for _, l := range b.Labels {
		t.gap()
		t.gap()
		t.line(strings.Repeat("_", t.width/2))
		t.line(words(l))
	}
}
