package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// elem is an element of the structure tree, in the words of ISO 32000-1,
// 14.8: what those who listen, and machines, read.
type elem struct {
	role      string
	up        *elem
	lang      string // BCP 47, where it differs from what is around it
	alt       string // what a picture shows
	numbering string // of a list: Disc or Decimal; empty for none
	scope     string // of a table's head: Column or Row
	columns   int    // that a cell spans, where it is more than one
	rows      int    // the same of rows
	url       string // of a link
	kids      []kid
	first     [1]kid  // room for the only one that most have
	obj       int     // its object in the file
	more      *pieces // memory for those below
}

// kid is an element, a marked piece of a page, or a link's place on a page.
type kid struct {
	elem *elem
	page int    // from 0
	mcid int    // -1 for an annotation
	note int    // which of the document's links it is the place of
	text string // of a mark, for the tree as text
}

// sub appends an element.
func (e *elem) sub(role string) *elem {
	s := &e.more.elems.take(1)[0]
	s.role, s.up, s.more, s.kids = role, e, e.more, s.first[:0]
	e.add(kid{elem: s})
	return s
}

// add appends a kid.
func (e *elem) add(k kid) {
	if len(e.kids) == cap(e.kids) {
		e.kids = append(e.more.kids.take(2 * (len(e.kids) + 1))[:0], e.kids...)
	}
	e.kids = append(e.kids, k)
}

// in sets the language; "" is that of what is around it.
func (e *elem) in(lang string) *elem {
	e.lang = lang
	return e
}

// walk visits e and all below in reading order.
func (e *elem) walk(visit func(*elem)) {
	visit(e)
	for _, k := range e.kids {
		if k.elem != nil {
			k.elem.walk(visit)
		}
	}
}

// appendTo writes the element's dictionary; pages are the page objects, notes
// the first of the links' places.
func (e *elem) appendTo(b *bytes.Buffer, parent int, pages []int, notes int) {
	b.WriteString("<</S/" + e.role)
	appendEntry(b, "/P ", parent)
	if e.lang != "" {
		b.WriteString("/Lang" + pdfString(e.lang))
	}
	if e.alt != "" && e.url == "" {
		b.WriteString("/Alt" + pdfString(e.alt))
	}
	switch {
	case e.numbering != "":
		b.WriteString("/A<</O/List/ListNumbering/" + e.numbering + ">>")
	case e.scope != "" || e.columns > 1 || e.rows > 1:
		b.WriteString("/A<</O/Table" + e.cell() + ">>")
	}
	page := e.page()
	if page >= 0 {
		appendEntry(b, "/Pg ", pages[page])
	}
	e.appendKids(b, page, pages, notes)
	b.WriteString(">>")
}

// cell is what a cell heads and spans.
func (e *elem) cell() string {
	s := ""
	if e.scope != "" {
		s += "/Scope/" + e.scope
	}
	if e.columns > 1 {
		s += "/ColSpan " + strconv.Itoa(e.columns)
	}
	if e.rows > 1 {
		s += "/RowSpan " + strconv.Itoa(e.rows)
	}
	return s
}

// page is where the first mark of the element itself stands, or -1.
func (e *elem) page() int {
	for _, k := range e.kids {
		if k.elem == nil {
			return k.page
		}
	}
	return -1
}

// isMark says that the kid is a mark on the page.
func (k *kid) isMark(page int) bool { return k.elem == nil && k.mcid >= 0 && k.page == page }

// appendKids writes what an element holds (ISO 32000-1, 14.7.4); page is what
// appendTo has said already.
func (e *elem) appendKids(b *bytes.Buffer, page int, pages []int, notes int) {
	if len(e.kids) == 0 {
		return
	}
	if len(e.kids) == 1 && e.kids[0].isMark(page) {
		b.Write(strconv.AppendInt(append(b.AvailableBuffer(), "/K "...), int64(e.kids[0].mcid), 10))
		return
	}
	b.WriteString("/K[")
	for i, k := range e.kids {
		if i > 0 {
			b.WriteByte(' ')
		}
		switch {
		case k.elem != nil:
			b.Write(appendRef(b.AvailableBuffer(), k.elem.obj))
		case k.mcid < 0:
			fmt.Fprintf(b, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", pages[k.page], notes+k.note)
		case k.isMark(page):
			b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(k.mcid), 10))
		default:
			fmt.Fprintf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", pages[k.page], k.mcid)
		}
	}
	b.WriteByte(']')
}

// dumper writes the tree as text.
type dumper struct {
	out  strings.Builder
	page int
	foot func(page int) string
}

// dumpTags is the tree of a painted document as text, with the foot's page
// text where the reader turns a page.
func dumpTags(l *laidOut) string {
	d := &dumper{foot: l.pageText}
	d.dump(l.root, 0)
	return d.out.String()
}

// dump writes an element and all below it.
func (d *dumper) dump(e *elem, depth int) {
	d.turn(e)
	indent := strings.Repeat("  ", depth)
	d.out.WriteString(indent + e.role + e.remarks())
	text := ""
	for _, k := range e.kids {
		if k.elem == nil {
			text += k.text
		}
	}
	if text = strings.TrimSpace(text); text != "" {
		d.out.WriteString(" " + text)
	}
	d.out.WriteByte('\n')
	for _, k := range e.kids {
		if k.elem != nil {
			d.dump(k.elem, depth+1)
		} else if k.page != d.page && e.role != "Figure" { // a picture of many rows is told where it begins
			d.newPage(k.page)
		}
	}
}

// turn tells of a new page before an element that begins on it.
func (d *dumper) turn(e *elem) {
	for len(e.kids) > 0 && e.kids[0].elem != nil {
		e = e.kids[0].elem
	}
	if len(e.kids) > 0 && e.kids[0].page != d.page {
		d.newPage(e.kids[0].page)
	}
}

// newPage tells that a page begins.
func (d *dumper) newPage(page int) {
	d.page = page
	fmt.Fprintf(&d.out, "--- %s ---\n", d.foot(page))
}

// remarks are what an element says besides its text.
func (e *elem) remarks() string {
	s := ""
	for _, r := range []struct{ name, value string }{
		{"lang", e.lang}, {"alt", e.alt}, {"numbering", e.numbering}, {"scope", e.scope}, {"url", e.url},
	} {
		if r.value != "" && (r.name != "alt" || e.url == "") {
			s += fmt.Sprintf(" [%s %s]", r.name, r.value)
		}
	}
	if e.columns > 1 || e.rows > 1 {
		s += fmt.Sprintf(" [spans %d×%d]", max(e.columns, 1), max(e.rows, 1))
	}
	return s
}
