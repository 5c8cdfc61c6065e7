package doc

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Dump writes the document as a tree that a person can read and compare: one
// block or item a line, indented. Strong text stands between asterisks, a
// link is [text](address), words in another language are {sv: words}, a kept space is ~ and a kept line break ⏎.
func Dump(w io.Writer, d *Document) error {
	p := &dumper{}
	easy := ""
	if d.Easy {
		easy = " easy"
	}
	p.line("document %q lang=%s date=%s%s", d.Title, d.Lang, d.Date, easy)
	p.text("subject", []Inline{Plain(d.Subject)})
	p.text("running head", d.Head.Left)
	p.text("running head", d.Head.Right)
	p.text("foot", d.Foot.Left)
	p.text("foot", d.Foot.Right)
	p.text("page", []Inline{Plain(d.Foot.Page)})
	for _, f := range d.Files {
		p.line("file %s %s, %d bytes", f.Name, f.MIME, len(f.Data))
	}
	p.blocks(d.Content)
	_, err := io.WriteString(w, p.out.String())
	return err
}

type dumper struct {
	out   strings.Builder
	depth int
}

func (p *dumper) line(format string, args ...any) {
	p.out.WriteString(strings.Repeat("  ", p.depth))
	fmt.Fprintf(&p.out, format, args...)
	p.out.WriteByte('\n')
}

// text is a line of words, or nothing when there are none.
func (p *dumper) text(kind string, in []Inline) {
	if s := marked(in); s != "" {
		p.line("%s: %s", kind, s)
	}
}

func (p *dumper) in(f func()) {
	p.depth++
	f()
	p.depth--
}

func (p *dumper) blocks(bs []Block) {
	for _, b := range bs {
		p.block(b)
	}
}

func (p *dumper) block(b Block) {
	switch b := b.(type) {
	case *Heading:
		p.heading(b)
	case *Paragraph:
		p.text(nameOf(paragraphNames, int(b.Style))+language(b.Lang), b.Text)
		p.in(func() { p.text("aside", b.Aside) })
	case *List:
		p.list(b)
	case *Pair:
		p.line("pair")
		for _, c := range []Column{b.Left, b.Right} {
			p.in(func() { p.column(c) })
		}
	case *Split:
		p.split(b)
	case *Table:
		p.table(b)
	case *Box:
		p.box(b)
	case *Blank:
		p.line("blank %q", b.Alt)
		p.in(func() { p.lines("label", b.Labels) })
	case *Figure:
		p.figure(b)
	default:
		p.line("?%T", b)
	}
}

var (
	paragraphNames = []string{"paragraph", "own", "lead", "letter", "byline", "remark"}
	listNames      = []string{"bullets", "numbered", "rows", "actions", "terms", "checks", "numbers"}
	boxNames       = []string{"next step", "zone", "note", "caution"}
)

func nameOf(names []string, i int) string {
	if i < 0 || i >= len(names) {
		return "?" + strconv.Itoa(i)
	}
	return names[i]
}

func language(lang string) string {
	if lang == "" {
		return ""
	}
	return " (" + lang + ")"
}

// beside is a heading's words in its second language.
func beside(s Second) string {
	if len(s.Text) == 0 {
		return ""
	}
	return language(s.Lang) + " " + marked(s.Text)
}

func (p *dumper) heading(h *Heading) {
	text := marked(h.Text)
	if len(h.Label) > 0 {
		text = marked(h.Label) + " | " + text
	}
	text += beside(h.Beside)
	page := ""
	if h.Page {
		page = " (new page)"
	}
	p.line("h%d #%s%s%s: %s", h.Level, h.ID, language(h.Lang), page, text)
}

func (p *dumper) lines(kind string, runs [][]Inline) {
	for _, r := range runs {
		p.text(kind, r)
	}
}

func (p *dumper) list(l *List) {
	p.line("%s%s", nameOf(listNames, int(l.Kind)), language(l.Lang))
	p.in(func() {
		for _, it := range l.Items {
			p.line("item%s", language(it.Lang))
			p.in(func() {
				p.text("label", it.Label)
				p.lines("line", it.Lines)
				p.text("aside", it.Aside)
			})
		}
	})
}

func (p *dumper) column(c Column) {
	p.heading(&c.Head)
	if c.List != nil {
		p.list(c.List)
	}
}

func (p *dumper) box(b *Box) {
	p.line("%s weight=%d level=%d #%s%s: %s", nameOf(boxNames, int(b.Style)), b.Weight, b.Level, b.ID, language(b.Lang), marked(b.Label)+beside(b.Beside))
	p.in(func() {
		p.lines("under", b.Under)
		p.blocks(b.Content)
	})
}

// marked is the words of a run with their emphasis, on one line.
func marked(in []Inline) string {
	var b strings.Builder
	for _, i := range in {
		switch i := i.(type) {
		case Plain:
			b.WriteString(string(i))
		case Strong:
			b.WriteString("*" + string(i) + "*")
		case *Link:
			b.WriteString("[" + i.Text + "](" + i.URL + ")")
		case *Foreign:
			b.WriteString("{" + i.Lang + ": " + marked([]Inline{i.Words}) + "}")
		default:
			fmt.Fprintf(&b, "?%T", i)
		}
	}
	return strings.NewReplacer("\n", "⏎", "\u00a0", "~", "\u202f", "~").Replace(b.String())
}
