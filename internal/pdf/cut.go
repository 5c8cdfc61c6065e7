package pdf

// pages cuts the document into pages of the given height.
func (b *box) pages(height float64) []*box {
	var pages []*box
	for rest := b; rest != nil; {
		head, tail := rest.cut(height, height)
		for depth := 1; head == nil && rest.soften(height, depth); depth++ {
			head, tail = rest.cut(height, height)
		}
		if head == nil { // what is to be kept together is longer than a page
			rest.loosen()
			if head, tail = rest.cut(height, height); head == nil {
				head, tail = rest, nil
			}
		}
		pages = append(pages, head)
		rest = tail
	}
	return pages
}

// soften lets what the page ends in be cut: the box there, and boxes in it
// down to a depth. What follows it stays whole, and so do the smallest pieces,
// as the points of a list, as long as larger ones can be cut between them. It
// tells whether there was anything so deep.
func (b *box) soften(room float64, depth int) bool {
	b.whole = false
	if depth == 0 {
		return true
	}
	deep, y := false, b.top
	for i, k := range b.kids {
		if i > 0 && !b.beside {
			y += k.above
		}
		if y+k.need() > room {
			deep = k.soften(room-y, depth-1) || deep
			if !b.beside {
				break
			}
		}
		if !b.beside {
			y += k.h
		}
	}
	return deep
}

// loosen lets the box be cut between any two lines.
func (b *box) loosen() {
	b.keep, b.whole = false, false
	for _, k := range b.kids {
		k.loosen()
	}
}

// cut parts a box in what stands in the room that is left on a page and what
// goes on the next. The head is nil when nothing of it may stand here. A box
// that is to stay whole may be cut if it is longer than a full page.
func (b *box) cut(room, full float64) (head, tail *box) {
	switch {
	case b.need() <= room:
		return b, nil
	case len(b.kids) == 0, b.whole && b.need() <= full:
		return nil, b
	case b.beside:
		return b.cutBeside(room, full)
	}
	return b.cutStack(room, full)
}

// need is the height without the white at the end, which the foot of a page
// may take.
func (b *box) need() float64 { return b.h - b.white() }

// white is what a box ends in below what is seen of it.
func (b *box) white() float64 {
	switch {
	case b.look.framed():
		return 0
	case b.beside || len(b.kids) == 0:
		return b.bottom
	}
	return b.bottom + b.kids[len(b.kids)-1].white()
}

// cutStack ends the page before or inside the first kid that does not fit,
// or higher up where kids are to be kept with what follows them.
func (b *box) cutStack(room, full float64) (head, tail *box) {
	if b.look.framed() {
		room -= b.bottom
	}
	y, left, i := b.top, 0.0, 0
	for ; i < len(b.kids); i++ {
		k := b.kids[i]
		if i > 0 {
			y += k.above
		}
		if left = room - y - b.inset(k.white()); k.need() > left {
			break
		}
		y += k.h
	}
	if i == len(b.kids) { // it fits but for a rounding
		return b, nil
	}
	part, rest := b.kids[i].cut(left, full)
	for part == nil && i > 0 && b.kids[i-1].keep {
		i--
		part, rest = b.kids[i].shed(full)
	}
	if part == nil && i <= b.again || part != nil && i < b.again {
		return nil, b
	}
	first, second := b.kids[:i:i], b.kids[i:]
	if part != nil {
		first = append(first, part)
		second = append([]*box{rest}, b.kids[i+1:]...)
	}
	return b.head(first), b.tail(second)
}

// shed cuts off the last part that can go to the next page by itself, as
// company for what follows.
func (b *box) shed(full float64) (head, tail *box) {
	const hair = 0.01
	return b.cut(b.need()-hair, full)
}

// cutBeside cuts every kid at the same height.
func (b *box) cutBeside(room, full float64) (head, tail *box) {
	first, second := make([]*box, len(b.kids)), make([]*box, len(b.kids))
	room -= b.top + b.bottom
	for i, k := range b.kids {
		part, rest := k.cut(room-b.inset(k.bottom), full)
		if part == nil {
			return nil, b
		}
		if rest == nil {
			rest = &box{x: k.x, w: k.w, look: k.look}
			if k.repeat {
				rest = k.artifact()
			}
		}
		if in := b.inset(k.top); in > 0 && rest.top == 0 {
			rest.top = in
			rest.settle()
		}
		first[i], second[i] = part, rest
	}
	return b.head(first), b.tail(second)
}

// inset is white that a frame keeps to its edge.
func (b *box) inset(white float64) float64 {
	if b.look.framed() {
		return white
	}
	return 0
}

// head is what stays on the page.
func (b *box) head(kids []*box) *box {
	h := *b
	h.kids, h.keep = kids, false
	return h.settle()
}

// tail is what is left for the next page. A frame goes on as a frame; a rule
// over a part is not drawn again, and its white is not needed.
func (b *box) tail(kids []*box) *box {
	t := *b
	t.kids, t.more = nil, nil
	if b.more != nil {
		t.kids = append(t.kids, b.more)
		t.again++
	}
	for _, k := range b.kids[:b.again] {
		t.kids = append(t.kids, k.artifact())
	}
	t.kids = append(t.kids, kids...)
	if !t.look.framed() {
		t.look.over, t.top = 0, 0
	}
	t.mark = ""
	return t.settle()
}

// artifact is a copy that is seen but not read again.
func (b *box) artifact() *box {
	a := *b
	a.elem, a.mark = nil, ""
	a.kids = make([]*box, len(b.kids))
	for i, k := range b.kids {
		a.kids[i] = k.artifact()
	}
	return &a
}
