package pdf

import (
	"bytes"
	"strconv"

	"codeberg.org/go-pdf/fpdf"
)

// painted is what drawing gave: the canvas, and which mark belongs to which element.
type painted struct {
	*laidOut
	canvas    *fpdf.Fpdf
	marks     [][]*elem // page -> MCID -> element
	links     []linkArea
	bookmarks []place
}

// linkArea is a link's place on a page, in PDF coordinates.
type linkArea struct {
	page           int
	x0, y0, x1, y1 float64
	elem           *elem
}

// place is where a bookmark leads.
type place struct {
	text string
	page int
	y    float64 // PDF coordinate
}

// painter draws boxes. Text is put in as glyphs, since the canvas knows
// neither kerning nor marked content; rules, fills and pictures are the canvas's.
type painter struct {
	*painted
	sub    *subsetter
	page   int
	buf    *bytes.Buffer // text not yet on the canvas
	open   bool          // marked content is open
	elem   *elem         // whose it is; nil for an artifact
	begun  bool          // a text object is open in it
	x, y   float64       // where its last line began
	face   int
	size   float64
	shown  bool // a string is open in it
	colour ink

	telling bool // keep the text for the tree as text
}

// paint draws the pages.
func (p *Printer) paint(l *laidOut, telling bool) (*painted, error) {
	canvas := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: pageWidth, Ht: pageHeight}})
	canvas.SetCompression(false)
	canvas.SetCatalogSort(true)
	canvas.SetAutoPageBreak(false, 0)
	canvas.SetMargins(0, 0, 0)
	p.subset.reset()
	p.text.Reset()
	w := &painter{painted: &painted{laidOut: l, canvas: canvas}, sub: p.subset, buf: &p.text, telling: telling}
	for i, b := range l.pages {
		canvas.AddPage()
		w.page, w.colour, w.marks = i, 0, append(w.marks, nil)
		w.box(b, l.sheet.left, l.sheet.top, b.h)
		w.close()
		w.artifact("/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n")
		w.box(l.feet[i], l.sheet.left, l.footAt, l.feet[i].h)
		w.close()
	}
	return w.painted, canvas.Error()
}

// box draws b with its top left corner at x, y from the top of the page;
// height is how far its look reaches.
func (w *painter) box(b *box, x, y, height float64) {
	if b.look != (look{}) {
		w.look(b, x, y, height)
	}
	if b.mark != "" {
		w.bookmarks = append(w.bookmarks, place{b.mark, w.page, pageHeight - y + 6})
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
	inFoot := w.open && w.elem == nil
	if !inFoot {
		w.artifact("/Artifact BMC\n")
	}
	w.flush()
	c, l := w.canvas, &b.look
	if l.fill != 0 {
		c.SetFillColor(l.fill.rgb())
		c.Rect(x, y, b.w, h, "F")
	}
	if l.dashed {
		c.SetDrawColor(l.ink.rgb())
		c.SetLineWidth(l.over)
		c.SetDashPattern([]float64{3, 2}, 0)
		c.Rect(x, y, b.w, h, "D")
		c.SetDashPattern(nil, 0)
	} else {
		c.SetFillColor(l.ink.rgb())
		for _, r := range [][4]float64{
			{x, y, b.w, l.over}, {x, y + h - l.under, b.w, l.under},
			{x, y, l.left, h}, {x + b.w - l.right, y, l.right, h},
		} {
			if r[2] > 0 && r[3] > 0 {
				c.Rect(r[0], r[1], r[2], r[3], "F")
			}
		}
	}
	w.colour = 0
	if !inFoot {
		w.close()
	}
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
	e.kids = append(e.kids, kid{page: w.page, mcid: id})
	w.buf.WriteString("/" + e.role + " <</MCID " + strconv.Itoa(id) + ">> BDC\n")
	w.open, w.elem = true, e
}

// close ends the open marked content and puts what was written on the canvas.
func (w *painter) close() {
	if w.begun {
		w.buf.WriteString("ET\n")
	}
	if w.open {
		w.buf.WriteString("EMC\n")
	}
	w.open, w.begun, w.elem = false, false, nil
	w.flush()
}

func (w *painter) flush() {
	if w.buf.Len() > 0 {
		w.canvas.RawWriteBuf(w.buf)
		w.buf.Reset()
	}
}
