package render

import (
	"bytes"
	"encoding/base64"
	"strconv"
	"strings"

	"kontrakt/internal/doc"
)

func (p *page) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Heading:
		p.heading(b, p.id(b.ID))
	case *doc.Paragraph:
		p.paragraph(b)
	case *doc.List:
		p.list(b)
	case *doc.Pair:
		p.in("div", func() {
			p.half(b.Left)
			p.half(b.Right)
		}, "class", "pair")
	case *doc.Split:
		p.split(b)
	case *doc.Table:
		p.table(b)
	case *doc.Box:
		p.box(b)
	case *doc.Blank:
		p.blank(b)
	case *doc.Figure:
		p.figure(b)
	default:
		p.unknown(b)
	}
}

func (p *page) heading(h *doc.Heading, id string) {
	p.in("h"+strconv.Itoa(min(max(h.Level, 1), 6)), func() {
		if len(h.Label) > 0 {
			p.in("span", func() { p.run(h.Label) }, "class", "kind")
			p.text(" ")
		}
		p.run(h.Text)
		if len(h.Beside.Text) > 0 {
			p.text(" ")
			p.in("span", func() { p.run(h.Beside.Text) }, "class", "second", "lang", h.Beside.Lang)
		}
	}, "class", headingClass(h), "id", id, "lang", h.Lang)
}

func headingClass(h *doc.Heading) string {
	if h.Page {
		return "page"
	}
	return ""
}

func (p *page) paragraph(b *doc.Paragraph) {
	class := map[doc.ParagraphStyle]string{doc.Own: "own", doc.Lead: "lead", doc.Letter: "letter", doc.Byline: "byline", doc.Remark: "remark"}[b.Style]
	p.in("p", func() {
		if len(b.Aside) == 0 {
			p.run(b.Text)
			return
		}
		p.in("span", func() { p.run(b.Text) })
		p.text(" ")
		p.in("span", func() { p.run(b.Aside) })
	}, "class", class, "lang", b.Lang)
}

func (p *page) list(l *doc.List) {
	switch l.Kind {
	case doc.Bullets:
		p.items("ul", "", l)
	case doc.Numbered:
		p.items("ol", "", l)
	case doc.Rows:
		p.items("ul", "rows", l)
	case doc.Actions:
		p.items("ul", "actions", l)
	case doc.Checks:
		p.items("ul", "checks", l)
	case doc.Terms:
		p.terms(l, "terms")
	case doc.Numbers:
		p.terms(l, "numbers")
	default:
		p.unknown(l.Kind)
	}
}

// items writes a list. Rows and actions have no bullets, and a list without
// bullets must say that it is one to be read as one.
func (p *page) items(tag, class string, l *doc.List) {
	role := ""
	if class != "" {
		role = "list"
	}
	if labelled(l) {
		class += " labelled"
	}
	p.in(tag, func() {
		for _, it := range l.Items {
			p.in("li", func() {
				if l.Kind == doc.Checks {
					p.tick(l.Alt)
				}
				p.item(it, class == "")
			}, "lang", it.Lang)
		}
	}, "class", class, "role", role, "lang", l.Lang)
}

// labelled tells whether any item of a list has a label.
func labelled(l *doc.List) bool {
	for _, it := range l.Items {
		if len(it.Label) > 0 {
			return true
		}
	}
	return false
}

// item writes an item's label, lines and what stands at its right; a point of
// one line, where the list is plain, is only its words.
func (p *page) item(it doc.Item, plain bool) {
	if plain && len(it.Lines) == 1 {
		p.run(it.Lines[0])
		return
	}
	if len(it.Label) > 0 {
		p.in("div", func() { p.run(it.Label) }, "class", "label")
	}
	p.in("div", func() { p.lines(it.Lines) }, "class", "lines")
	if len(it.Aside) > 0 {
		p.in("div", func() { p.run(it.Aside) }, "class", "aside")
	}
}

func (p *page) lines(runs [][]doc.Inline) {
	for _, r := range runs {
		p.in("p", func() { p.run(r) })
	}
}

// terms writes labels with what belongs to each.
func (p *page) terms(l *doc.List, class string) {
	p.in("dl", func() {
		for _, it := range l.Items {
			p.in("div", func() {
				p.in("dt", func() { p.run(it.Label) })
				for _, line := range it.Lines {
					p.in("dd", func() { p.run(line) })
				}
			}, "lang", it.Lang)
		}
	}, "class", class, "lang", l.Lang)
}

func (p *page) half(c doc.Column) {
	p.in("div", func() {
		p.heading(&c.Head, p.id(c.Head.ID))
		if c.List != nil {
			p.list(c.List)
		}
	})
}

// tick writes a small box to tick on paper.
func (p *page) tick(alt string) {
	p.in("span", func() {}, "class", "tick", "role", "img", "aria-label", alt)
}

func (p *page) box(b *doc.Box) {
	switch b.Style {
	case doc.NextStep:
		p.frame(b, "next")
	case doc.Zone:
		p.frame(b, "zone zone-"+strconv.Itoa(b.Weight))
	case doc.Caution:
		p.in("div", func() { p.blocks(b.Content) }, "class", "caution", "role", "note", "lang", b.Lang)
	case doc.Note:
		p.in("div", func() { p.blocks(b.Content) }, "class", "note", "role", "note", "lang", b.Lang)
	default:
		p.unknown(b.Style)
	}
}

// frame is a box that is a section of its own, named by its label.
func (p *page) frame(b *doc.Box, class string) {
	id := p.id(b.ID)
	p.in("section", func() {
		p.in("div", func() {
			if b.Level > 0 {
				p.heading(&doc.Heading{Level: b.Level, Text: b.Label, Beside: b.Beside}, id)
			} else {
				p.in("p", func() { p.run(b.Label) }, "id", id)
			}
			p.lines(b.Under)
		}, "class", "label")
		if len(b.Content) > 0 {
			p.in("div", func() { p.blocks(b.Content) }, "class", "content")
		}
	}, "class", class, "aria-labelledby", id, "lang", b.Lang)
}

func (p *page) blank(b *doc.Blank) {
	p.in("div", func() {
		for _, l := range b.Labels {
			p.in("p", func() { p.run(l) })
		}
	}, "class", "blank", "role", "group", "aria-label", b.Alt)
}

func (p *page) figure(f *doc.Figure) {
	p.in("figure", func() {
		if len(f.Caption)+len(f.Subtitle) > 0 {
			p.in("figcaption", func() { p.captions(f.Caption, f.Subtitle) })
		}
		switch {
		case f.Drawing != nil:
			p.drawing(f.Drawing, "role", "img", "aria-label", f.Alt)
		case len(f.Picture) > 0:
			p.open("img", "alt", f.Alt, "width", number(f.Width), "height", number(f.Height), "src", dataURL(f.Picture))
		default:
			p.shapes(f)
		}
	}, p.wide(f)...)
}

// wide is how a figure that may be wider than the screen is moved about in.
func (p *page) wide(f *doc.Figure) []string {
	if f.Drawing == nil {
		return nil
	}
	return p.scrolled(nil)
}

// shapes writes a figure of rectangles, whose edges meet.
func (p *page) shapes(f *doc.Figure) {
	p.in("svg", func() {
		p.in("title", func() { p.text(f.Alt) })
		p.open("path", "d", path(f))
		p.out.WriteString("</path>")
	}, "role", "img", "aria-label", f.Alt, "width", number(f.Width*4/3), "height", number(f.Height*4/3), // CSS pixels
		"viewBox", "0 0 "+number(f.Width)+" "+number(f.Height), "shape-rendering", "crispEdges")
}

// path is all shapes as one path, in points.
func path(f *doc.Figure) string {
	var b strings.Builder
	for _, s := range f.Shapes {
		w, h := number(s.W*f.Width), number(s.H*f.Height)
		b.WriteString("M" + number(s.X*f.Width) + " " + number(s.Y*f.Height) + "h" + w + "v" + h + "h-" + w + "z")
	}
	return b.String()
}

// number is a measure in a page, with as many decimals as one can see.
func number(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// dataURL is a picture inside the page.
func dataURL(picture []byte) string {
	kind := "image/jpeg"
	if bytes.HasPrefix(picture, []byte("\x89PNG")) {
		kind = "image/png"
	}
	return "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(picture)
}
