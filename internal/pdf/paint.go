package pdf

import (
	"bytes"
	"math"
	"strconv"
)

// painted is what drawing gave: the pages' content, and which mark belongs to
// which element.
type painted struct {
	*laidOut
	content   *bytes.Buffer // of all pages
	ends      []int         // where each page ends in it
	pictures  []*figure
	marks     [][]*elem // page -> MCID -> element
	links     []linkArea
	bookmarks []bookmark
}

// linkArea is a link's place on a page, in PDF coordinates.
type linkArea struct {
	page           int
	x0, y0, x1, y1 float64
	elem           *elem
}

// bookmark is a part of the document as readers list it, and where it begins.
type bookmark struct {
	text string
	page int     // from 0
	y    float64 // PDF coordinate
}

// painter draws boxes as the operators of a page's content.
type painter struct {
	*painted
	sub      *subsetter
	page     int
	buf      *bytes.Buffer // the content
	open     bool          // marked content is open
	elem     *elem         // whose it is; nil for an artifact
	inText   bool          // a text object is open in it
	x, y     float64       // where its last line began
	font     int
	size     float64
	inString bool // a string is open in it
	colour   ink

	telling bool // keep the text for the tree as text
}

// paint draws the pages.
func (p *Printer) paint(l *laidOut, telling bool) *painted {
	p.subset.reset()
	p.content.Reset()
	w := &painter{painted: &painted{laidOut: l, content: &p.content}, sub: p.subset, buf: &p.content, telling: telling}
	for i, b := range l.pages {
		w.page, w.colour, w.font, w.marks = i, 0, -1, append(w.marks, nil)
		if l.header != nil {
			w.artifact("/Artifact <</Type/Pagination/Subtype/Header>> BDC\n")
			w.box(l.header, l.sheet.left, l.sheet.report.headerTop, l.header.h)
			w.close()
		}
		w.box(b, l.sheet.left, l.sheet.top, b.h)
		w.close()
		w.artifact("/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n")
		w.box(l.feet[i], l.sheet.left, l.footAt, l.feet[i].h)
		w.close()
		w.ends = append(w.ends, w.buf.Len())
	}
	return w.painted
}

// contentOf is a page's content.
func (p *painted) contentOf(page int) []byte {
	from := 0
	if page > 0 {
		from = p.ends[page-1]
	}
	return p.content.Bytes()[from:p.ends[page]]
}

// box draws b with its top left corner at x, y from the top of the page;
// height is how far its look reaches.
func (w *painter) box(b *box, x, y, height float64) {
	if b.look.seen() {
		w.look(b, x, y, height)
	}
	if b.mark != "" {
		w.bookmarks = append(w.bookmarks, bookmark{b.mark, w.page, pageHeight - y + 6})
	}
	switch {
	case b.line != nil:
		w.line(b, x, y)
	case b.figure != nil:
		w.figure(b, x, y)
	}
	at := y + b.top
	for i, k := range b.kids {
		if b.beside {
			w.box(k, x+k.x, at, height-b.top-b.bottom)
			continue
		}
		if i > 0 {
			at += k.above
		}
		w.box(k, x+k.x, at, k.h)
		at += k.h
	}
}

// look draws the fill and the rules of a box as an artifact.
func (w *painter) look(b *box, x, y, h float64) {
	inFoot := w.open && w.elem == nil // or in the head
	if !inFoot {
		w.artifact("/Artifact BMC\n")
	}
	w.endText()
	l := &b.look
	if l.fill != 0 {
		w.fill(l.fill, x, y, b.w, h)
	}
	if l.dashed {
		w.dash(l, x, y, b.w, h)
	} else {
		w.fill(l.ink, x, y, b.w, l.over)
		w.fill(l.ink, x, y+h-l.under, b.w, l.under)
		w.fill(l.ink, x, y, l.left, h)
		w.fill(l.ink, x+b.w-l.right, y, l.right, h)
	}
	if !inFoot {
		w.close()
	}
}

// fill fills a rectangle, whose top left corner is at x, y from the page's;
// one without area is not there.
func (w *painter) fill(i ink, x, y, width, height float64) {
	if width <= 0 || height <= 0 {
		return
	}
	w.ink(i)
	w.rectangle(x, y, width, height)
	w.buf.WriteString("f\n")
}

// dash draws the outline of a rectangle in dashes.
func (w *painter) dash(l *look, x, y, width, height float64) {
	w.buf.WriteString("q [3 2] 0 d ")
	w.numbers(l.over)
	w.buf.WriteString("w ")
	w.setInk(l.ink, "G ", "RG ")
	w.rectangle(x, y, width, height)
	w.buf.WriteString("S Q\n")
}

// rectangle makes the path of a rectangle.
func (w *painter) rectangle(x, y, width, height float64) {
	w.numbers(x, pageHeight-y-height, width, height)
	w.buf.WriteString("re ")
}

// ink sets the colour of what follows.
func (w *painter) ink(i ink) {
	if i == w.colour {
		return
	}
	w.show()
	w.setInk(i, "g\n", "rg\n")
	w.colour = i
}

// setInk writes a colour with its operator, or that for greys where it is one:
// most ink is, and one number is a third of three.
func (w *painter) setInk(i ink, grey, colour string) {
	r, g, b := i>>16, i>>8&0xff, i&0xff
	if r == g && g == b {
		w.numbers(float64(r) / 255)
		w.buf.WriteString(grey)
		return
	}
	w.numbers(float64(r)/255, float64(g)/255, float64(b)/255)
	w.buf.WriteString(colour)
}

// numbers writes operands, with as many decimals as a printer can use.
func (w *painter) numbers(ns ...float64) {
	b := w.buf.AvailableBuffer()
	for _, n := range ns {
		b = appendNumber(b, n)
		b = append(b, ' ')
	}
	w.buf.Write(b)
}

// appendNumber writes a number with up to three decimals.
func appendNumber(b []byte, n float64) []byte {
	thousandths := int64(math.Round(n * 1000))
	if thousandths < 0 {
		b, thousandths = append(b, '-'), -thousandths
	}
	b = strconv.AppendInt(b, thousandths/1000, 10)
	if rest := thousandths % 1000; rest > 0 {
		b = append(b, '.', byte('0'+rest/100), byte('0'+rest/10%10), byte('0'+rest%10))
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
	}
	return b
}

// artifact opens marked content that is not read.
func (w *painter) artifact(operator string) {
	w.close()
	w.buf.WriteString(operator)
	w.open, w.elem = true, nil
}

// mark opens marked content for e, unless it is open already.
func (w *painter) mark(e *elem) {
	if w.open && w.elem == e {
		return
	}
	if e == nil {
		w.artifact("/Artifact BMC\n")
		return
	}
	w.close()
	id := len(w.marks[w.page])
	w.marks[w.page] = append(w.marks[w.page], e)
	e.add(kid{page: w.page, mcid: id})
	b := append(append(w.buf.AvailableBuffer(), '/'), e.role...)
	b = strconv.AppendInt(append(b, "<</MCID "...), int64(id), 10)
	w.buf.Write(append(b, ">>BDC\n"...))
	w.open, w.elem = true, e
}

// endText ends the open text object, in which nothing but text may be drawn.
func (w *painter) endText() {
	if w.inText {
		w.buf.WriteString("ET\n")
		w.inText = false
	}
}

// close ends the open marked content.
func (w *painter) close() {
	w.endText()
	if w.open {
		w.buf.WriteString("EMC\n")
	}
	w.open, w.elem = false, nil
}
