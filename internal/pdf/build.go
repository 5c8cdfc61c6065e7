package pdf

import (
	"slices"
	"strings"

	"kontrakt/internal/doc"
)

// builder turns blocks into boxes and elements.
type builder struct {
	*setter
	s        *sheet // its measures
	root     *elem
	flow     []*box
	gap      float64 // white after the last box of the flow
	errs     []error
	pictures *pictureCache

	titled bool // a part has the title of a page
}

// document walks the blocks: what stands before the first part, then part by part.
func (b *builder) document(d *doc.Document) {
	for i := 0; i < len(d.Content); i++ {
		h, ok := d.Content[i].(*doc.Heading)
		if !ok || h.Level != 2 {
			b.loose(d.Content[i])
			continue
		}
		n := i + 1
		for n < len(d.Content) && !beginsPart(d.Content[n]) {
			n++
		}
		b.section(h, d.Content[i+1:n])
		i = n - 1
	}
}

// beginsPart says that a block is the heading of a part of its own.
func beginsPart(blk doc.Block) bool {
	switch blk := blk.(type) {
	case *doc.Heading:
		return blk.Level <= 2
	case *doc.Box:
		return blk.Style == doc.NextStep
	}
	return false
}

// add puts a box at the end of the flow, with white over and under it.
func (b *builder) add(x *box, above, below float64) {
	x.above = max(above, b.gap)
	b.gap = below
	b.flow = append(b.flow, x)
}

// loose sets a block that belongs to no part, in the full width.
func (b *builder) loose(blk doc.Block) {
	w := b.s.width()
	if b.s.report != nil {
		w = b.reach(blk)
	}
	switch blk := blk.(type) {
	case *doc.Heading:
		if blk.Level == 1 {
			b.add(b.title(blk), 0, b.s.titleEnd)
			return
		}
	case *doc.Paragraph:
		if blk.Style != doc.Letter && b.s.report == nil {
			w = b.s.prose
		}
		b.add(b.paragraph(blk, w, b.root), 0, 16)
		return
	case *doc.List:
		if blk.Kind == doc.Terms {
			b.add(b.terms(blk, w, b.root), 0, 17)
			return
		}
	case *doc.Box:
		b.add(b.block(blk, w, b.root), 8, 14)
		return
	case *doc.Pair:
		b.pair(blk, b.root)
		return
	}
	if x := b.block(blk, w, b.root); x != nil {
		b.add(x, 0, 11)
	}
}

// title sets the document's heading: the label, then the title in lines of
// like length.
func (b *builder) title(h *doc.Heading) *box {
	e := b.root.sub("H1").in(h.Lang)
	first := own(e, h.Beside)
	var kids []*box
	if len(h.Label) > 0 {
		label := append(h.Label[:len(h.Label):len(h.Label)], doc.Plain("\n")) // parts the two for those who listen
		kids = b.leaves(b.set(label, asHeading, &b.s.kind, b.s.width()), first)
	}
	t := b.leaves(b.set(parted(h.Text, h.Beside), asTitle, &b.s.title, b.s.titleWidth), first)
	if len(kids) > 0 && len(t) > 0 {
		t[0].above = 1
	}
	t = append(t, b.second(h.Beside, &b.s.title, b.s.width(), e)...)
	x := b.stack(append(kids, t...)...)
	x.whole, x.keep = true, true
	return x
}

// section sets a part: its heading and what stands under it. Full-width
// content stands under the heading, a Pair under a rule of its own, all else
// beside the heading.
func (b *builder) section(h *doc.Heading, blocks []doc.Block) {
	sect := b.root.sub("Sect")
	switch {
	case b.s.report != nil:
		b.chapter(h, blocks, sect)
		return
	case h.Page:
		b.paged(h, blocks, sect)
		return
	}
	head := b.heading(h, sect)
	if slices.ContainsFunc(blocks, isWide) {
		b.wide(head, blocks, sect)
		return
	}
	for head != nil || len(blocks) > 0 {
		n := slices.IndexFunc(blocks, is[*doc.Pair])
		switch {
		case n == 0 && head != nil: // nothing stands beside it
			b.addSection(head(b.s.width())).keep = true
		case n == 0:
			b.pair(blocks[0].(*doc.Pair), sect)
			blocks = blocks[1:]
		case n < 0:
			b.hung(head, blocks, sect)
			blocks = nil
		default:
			b.hung(head, blocks[:n], sect)
			blocks = blocks[n:]
		}
		head = nil
	}
}

// is says that a block is of kind T.
func is[T doc.Block](blk doc.Block) bool {
	_, ok := blk.(T)
	return ok
}

// isWide says that a block takes the full width, under its heading.
func isWide(blk doc.Block) bool {
	switch blk := blk.(type) {
	case *doc.Box:
		return blk.Style == doc.Zone
	case *doc.Table:
		return blk.ToFillIn()
	case *doc.Blank:
		return true
	}
	return false
}

// heading makes the element of a part's heading now, since it is read first,
// and its box when its width is known.
func (b *builder) heading(h *doc.Heading, sect *elem) func(width float64) *box {
	e := sect.sub("H2").in(h.Lang)
	return func(width float64) *box {
		var kids []*box
		if len(h.Label) > 0 {
			kids = b.leaves(b.set(h.Label, asHeading, &b.s.label, width), e)
		}
		x := b.stack(append(kids, b.heads(h.Text, h.Beside, &b.s.head, width, e)...)...)
		x.w, x.whole, x.keep = width, true, true
		x.mark = plain(h.Text)
		return x
	}
}

// plain is a heading's text as one line without soft hyphens.
func plain(in []doc.Inline) string {
	return strings.ReplaceAll(strings.ReplaceAll(doc.Text(in), "\u00ad", ""), "\n", " ")
}

// addSection puts a part in the flow under a rule.
func (b *builder) addSection(x *box) *box {
	s := x
	if x.look.framed() {
		s = b.stack(x)
	}
	s.w = b.s.width()
	s.look = look{over: 0.6, ink: faint}
	s.top, s.bottom = b.s.sectionTop, b.s.sectionEnd
	s.settle()
	s.whole = s.whole || s.h <= b.s.whole
	b.add(s, 0, 0)
	return s
}

// hung sets a part with its heading in the left margin, or above the text
// where the sheet has one column.
func (b *builder) hung(head func(float64) *box, blocks []doc.Block, sect *elem) {
	body := b.body(blocks, b.s.text, sect)
	if !b.s.hung {
		if head != nil {
			h := head(b.s.width())
			body.above = b.s.headGap
			body = b.stack(h, body)
		}
		b.addSection(body)
		return
	}
	side := b.box(box{w: b.s.side})
	if head != nil {
		side = head(b.s.side)
	}
	body.x, body.w = b.s.side+b.s.gutter, b.s.text
	level(side, body)
	b.addSection(b.row(side, body))
}

// wide sets a part whose content takes the full width, kept on one page where
// it fits. A part to sign never stands alone on a page: the part before it,
// or its last piece, comes along.
func (b *builder) wide(head func(float64) *box, blocks []doc.Block, sect *elem) {
	if slices.ContainsFunc(blocks, is[*doc.Blank]) && len(b.flow) > 0 {
		b.flow[len(b.flow)-1].keep = true
	}
	body := b.body(blocks, b.s.width(), sect)
	kids := body.kids
	if body.beside {
		kids = []*box{body}
	}
	x := b.stack(append([]*box{head(b.s.width())}, kids...)...)
	if len(x.kids) > 1 {
		x.kids[1].above = max(b.s.headGap, x.kids[1].above)
	}
	x.whole = !slices.ContainsFunc(blocks, isForm)
	b.addSection(x)
}

// isForm says that a block is a table to fill in, whose rows may stand on
// several pages, each under the table's head.
func isForm(blk doc.Block) bool {
	t, ok := blk.(*doc.Table)
	return ok && t.ToFillIn()
}

// paged sets a part that begins a page, its heading as the page's title. The
// first of them stands under the document's own title.
func (b *builder) paged(h *doc.Heading, blocks []doc.Block, sect *elem) {
	e := sect.sub("H2").in(h.Lang)
	title := b.leaves(b.set(parted(h.Text, h.Beside), asTitle, &b.s.lead, b.s.titleWidth), own(e, h.Beside))
	head := b.stack(append(title, b.second(h.Beside, &b.s.lead, b.s.titleWidth, e)...)...)
	head.whole, head.keep, head.mark = true, true, plain(h.Text)
	body := b.body(blocks, b.s.width(), sect)
	body.above = b.s.headGap
	x := b.stack(head, body)
	x.fresh, b.titled = b.titled, true
	b.add(x, 8, 14)
}

// body sets the blocks of a part under one another, a picture that stands
// beside them at the right.
func (b *builder) body(blocks []doc.Block, w float64, parent *elem) *box {
	var pictures []doc.Block
	var text []doc.Block
	for _, blk := range blocks {
		if f, ok := blk.(*doc.Figure); ok && f.Beside {
			pictures = append(pictures, blk)
		} else {
			text = append(text, blk)
		}
	}
	if len(pictures) == 0 || len(text) == 0 {
		return b.column(blocks, w, parent)
	}
	side := 0.0
	for _, p := range pictures {
		side = max(side, p.(*doc.Figure).Width)
	}
	side = min(side, w/2)
	left := b.column(text, w-side-14, parent)
	right := b.column(pictures, side, parent)
	right.x = w - side
	return b.row(left, right)
}

// column sets blocks under one another.
func (b *builder) column(blocks []doc.Block, w float64, parent *elem) *box {
	x := b.box(box{w: w, kids: b.rows.take(len(blocks))[:0]})
	for _, blk := range blocks {
		width := w
		switch blk.(type) {
		case *doc.Paragraph, *doc.List:
			if w > b.s.titleWidth {
				width = min(w, b.s.prose)
			}
		}
		if k := b.block(blk, width, parent); k != nil {
			k.above = max(k.above, b.s.blockGap)
			x.kids = append(x.kids, k)
		}
	}
	return x.settle()
}
