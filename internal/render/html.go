package render

import (
	"crypto/sha256"
	_ "embed" // the page's own style
	"encoding/base64"
	"fmt"
	"io"
	"strconv"
	"strings"

	"kontrakt/internal/doc"
)

//go:embed page.css
var pageStyle string

// reportStyle is what a report has besides.
//
//go:embed report.css
var reportStyle string

// HTML writes a document as one page that needs nothing but itself: no
// script, no font, no address outside. Errors are those of w.
func HTML(w io.Writer, d *doc.Document) error {
	p := &page{ids: make(map[string]bool), report: d.Read == doc.AsReport}
	p.document(d)
	_, err := io.WriteString(w, p.out.String())
	return err
}

// page is one HTML page under way.
type page struct {
	tags
	ids    map[string]bool
	report bool // its tables are wider than a telephone
}

func (p *page) document(d *doc.Document) {
	styles := []string{pageStyle, printed(d)}
	if d.Read == doc.AsReport {
		styles = append(styles, reportStyle)
	}
	p.out.WriteString("<!DOCTYPE html>\n")
	p.in("html", func() {
		p.in("head", func() { p.head(d, styles) })
		p.out.WriteByte('\n')
		p.in("body", func() {
			if len(d.Head.Left)+len(d.Head.Right) > 0 {
				p.in("header", func() { p.foot(d.Head) })
			}
			p.in("main", func() { p.sections(d.Content) })
			p.in("footer", func() { p.foot(d.Foot) })
		}, "class", bodyClass(d))
	}, "lang", d.Lang)
	p.out.WriteByte('\n')
}

func bodyClass(d *doc.Document) string {
	class := [...]string{doc.InHand: "", doc.OnWall: "poster", doc.AtDesk: "desk", doc.AsReport: "report"}[d.Read]
	if d.Easy {
		class = strings.TrimSpace(class + " easy")
	}
	return class
}

func (p *page) head(d *doc.Document, styles []string) {
	policy := "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src"
	for _, style := range styles {
		policy += " " + hash(style)
	}
	p.out.WriteString(`<meta charset="utf-8">` + "\n")
	p.open("meta", "http-equiv", "Content-Security-Policy", "content", policy)
	p.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
	p.open("meta", "name", "color-scheme", "content", "light dark")
	p.open("meta", "name", "referrer", "content", "no-referrer")
	p.open("meta", "name", "format-detection", "content", "telephone=no") // links are ours
	if d.Subject != "" {
		p.open("meta", "name", "description", "content", d.Subject)
	}
	if d.Producer != "" {
		p.open("meta", "name", "generator", "content", d.Producer)
	}
	p.in("title", func() { p.text(d.Title) })
	for _, style := range styles {
		p.out.WriteString("\n<style>" + style + "</style>")
	}
}

// hash is how a content security policy names a style that it allows.
func hash(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// printed is the running head and foot for browsers that print them: the same
// on every page, with the page's number.
func printed(d *doc.Document) string {
	f := d.Foot
	if f.Page == "" {
		return ""
	}
	head := ""
	if len(d.Head.Left)+len(d.Head.Right) > 0 {
		head = fmt.Sprintf("@top-left{content:\"%s\"}@top-right{content:\"%s\"}", quoted(doc.Text(d.Head.Left)), quoted(doc.Text(d.Head.Right)))
	}
	between := ""
	if len(f.Right) > 0 {
		between = " · "
	}
	page := strings.NewReplacer(quoted("{sida}"), `" counter(page) "`, quoted("{antal}"), `" counter(pages) "`).Replace(quoted(f.Page))
	return fmt.Sprintf("@page{%s@bottom-left{content:\"%s\"}@bottom-right{content:\"%s%s%s\"}}",
		head, quoted(doc.Text(f.Left)), quoted(doc.Text(f.Right)), quoted(between), page)
}

// quoted is text inside a CSS string, where nothing of it can be anything
// but text.
func quoted(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == ' ', r > 0x7f:
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "\\%x ", r)
		}
	}
	return b.String()
}

func (p *page) foot(f doc.Foot) {
	for _, run := range [][]doc.Inline{f.Left, f.Right} {
		if len(run) > 0 {
			p.in("p", func() { p.run(run) })
		}
	}
}

// id is a name that no other element of the page has.
func (p *page) id(name string) string {
	if name == "" {
		return ""
	}
	id := name
	for n := 2; p.ids[id]; n++ {
		id = name + "-" + strconv.Itoa(n)
	}
	p.ids[id] = true
	return id
}

// sections writes what comes before the first heading of level 2 as it is,
// then a section for each such heading and for each box that is one itself.
func (p *page) sections(blocks []doc.Block) {
	for len(blocks) > 0 {
		n := 1
		for n < len(blocks) && !begins(blocks[n]) {
			n++
		}
		switch first := blocks[0].(type) {
		case *doc.Heading:
			if first.Level != 2 {
				p.groups(blocks[:n])
				break
			}
			p.section(first, blocks[1:n])
		default:
			p.groups(blocks[:n])
		}
		blocks = blocks[n:]
	}
}

// begins tells whether a block begins a section.
func begins(b doc.Block) bool {
	switch b := b.(type) {
	case *doc.Heading:
		return b.Level <= 2
	case *doc.Box:
		return b.Level == 2
	}
	return false
}

func (p *page) section(h *doc.Heading, blocks []doc.Block) {
	id := p.id(h.ID)
	p.in("section", func() {
		p.heading(h, id)
		p.groups(blocks)
	}, "class", sectionClass(h, blocks), "aria-labelledby", id)
}

// sectionClass tells the style what a section holds: wide where no text
// stands beside its heading, page where it begins one.
func sectionClass(h *doc.Heading, blocks []doc.Block) string {
	var classes []string
	if h.Page || len(blocks) > 0 && wide(blocks[0]) {
		classes = append(classes, "wide")
	}
	if h.Page {
		classes = append(classes, "page")
	}
	return strings.Join(classes, " ")
}

// wide tells whether a block takes the whole width beside no side head.
func wide(b doc.Block) bool {
	switch b := b.(type) {
	case *doc.Pair, *doc.Blank:
		return true
	case *doc.Table:
		return b.ToFillIn()
	case *doc.Box:
		return b.Style != doc.Note
	}
	return false
}

// groups writes blocks, those of the text column together, with a figure
// that stands beside them at their right.
func (p *page) groups(blocks []doc.Block) {
	for len(blocks) > 0 {
		if wide(blocks[0]) {
			p.block(blocks[0])
			blocks = blocks[1:]
			continue
		}
		n := 1
		for n < len(blocks) && !wide(blocks[n]) {
			n++
		}
		p.column(blocks[:n])
		blocks = blocks[n:]
	}
}

func (p *page) column(blocks []doc.Block) {
	var text []doc.Block
	var beside []doc.Block
	for _, b := range blocks {
		if f, ok := b.(*doc.Figure); ok && f.Beside {
			beside = append(beside, b)
		} else {
			text = append(text, b)
		}
	}
	if len(beside) == 0 {
		p.in("div", func() { p.blocks(text) }, "class", "text")
		return
	}
	p.in("div", func() {
		p.in("div", func() { p.blocks(text) })
		p.blocks(beside)
	}, "class", "text beside")
}

func (p *page) blocks(bs []doc.Block) {
	for _, b := range bs {
		p.block(b)
	}
}
