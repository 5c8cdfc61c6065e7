package pdf

// box is a piece of a page: a line of text, a picture, or boxes under one
// another or side by side. The whole document is one box; a page is what is
// cut off its top. Lengths are in points.
type box struct {
	x, w, h float64 // left edge from the parent's, width, height

	above       float64 // white over it; none at the top of its parent
	top, bottom float64 // white inside it
	kids        []*box
	beside      bool // the kids stand side by side

	keep   bool // no page ends between this and the next
	whole  bool // not cut if it fits on one page
	again  int  // so many first kids head what is left after a cut as well
	more   *box // stands over them there, and only there: that it is a continuation
	fresh  bool // begins a page
	repeat bool // beside others: stands again beside what is left after a cut

	look   look
	elem   *elem // the element of a leaf; nil for an artifact
	line   *line
	inner  []*elem // of the parts of the text that the line is of
	figure *figure
	mark   string // of a part's heading: its text, for the bookmarks
}

// within is the element of what is drawn next in a line: its text's n-th part,
// which stands among the text's own kids from where it begins, or the text.
func (b *box) within(n int) *elem {
	if n == 0 || b.elem == nil || b.inner == nil {
		return b.elem
	}
	part := b.inner[n-1]
	if part.kids == nil {
		b.elem.add(kid{elem: part})
	}
	return part
}

// look is what is drawn behind a box: a fill, and rules along its edges.
type look struct {
	fill, ink                ink     // 0 for none
	over, under, left, right float64 // thickness of the rules
	dashed                   bool
}

// edges are the rules of a frame.
func edges(thick float64, i ink) look {
	return look{over: thick, under: thick, left: thick, right: thick, ink: i}
}

// seen says that anything is drawn.
func (l *look) seen() bool { return l.fill != 0 || l.over+l.under+l.left+l.right > 0 }

// framed says that the box is a frame, whose edges are drawn on every page it
// stands on.
func (l *look) framed() bool { return l.left > 0 && l.right > 0 && l.over > 0 }

// settle computes the height from the kids.
func (b *box) settle() *box {
	if len(b.kids) == 0 && !b.container() {
		return b
	}
	h := 0.0
	for i, k := range b.kids {
		switch {
		case b.beside:
			h = max(h, k.h)
		case i > 0:
			h += k.above + k.h
		default:
			h += k.h
		}
	}
	b.h = b.top + h + b.bottom
	return b
}

// container says that all that a box has is what stands in it.
func (b *box) container() bool { return b.line == nil && b.figure == nil && b.h == 0 }

// level shifts the higher of two boxes so that their first lines share a baseline.
func level(a, b *box) {
	ya, oka := a.baseline()
	yb, okb := b.baseline()
	if !oka || !okb {
		return
	}
	if ya < yb {
		lower(a, yb-ya)
	} else {
		lower(b, ya-yb)
	}
}

// lower shifts what stands in a box down.
func lower(x *box, by float64) { x.top += by; x.settle() }

// baseline is how far down the first line's baseline is.
func (b *box) baseline() (float64, bool) {
	if b.line != nil {
		return b.line.typo.baseline(), true
	}
	if len(b.kids) == 0 {
		return 0, false
	}
	y, ok := b.kids[0].baseline()
	return b.top + y, ok
}
