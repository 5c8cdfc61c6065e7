package pdf

import (
	"fmt"

	"kontrakt/internal/doc"
)

// block sets one block in the given width under the element parent.
func (b *builder) block(blk doc.Block, w float64, parent *elem) *box {
	switch blk := blk.(type) {
	case *doc.Heading:
		return b.subheading(blk, w, parent)
	case *doc.Paragraph:
		return b.paragraph(blk, w, parent)
	case *doc.List:
		return b.list(blk, w, parent)
	case *doc.Pair:
		return b.columns(blk, w, parent)
	case *doc.Split:
		return b.split(blk, w, parent)
	case *doc.Table:
		return b.table(blk, w, parent)
	case *doc.Box:
		return b.frame(blk, w, parent)
	case *doc.Blank:
		return b.blank(blk, w, parent)
	case *doc.Figure:
		return b.picture(blk, w, parent)
	}
	b.errs = append(b.errs, fmt.Errorf("?%T", blk))
	return nil
}

// leaves makes a box of each line.
func (b *builder) leaves(lines []*line, e *elem) []*box {
	kids, store := b.rows.take(len(lines)), b.boxes.take(len(lines))
	for i, l := range lines {
		store[i] = box{h: l.typo.lead, w: l.width, line: l, elem: e}
		kids[i] = &store[i]
	}
	return kids
}

// box keeps a box as a piece of the document.
func (b *builder) box(x box) *box {
	kept := &b.boxes.take(1)[0]
	*kept = x
	return kept
}

// stack puts boxes under one another.
func (b *builder) stack(kids ...*box) *box { return b.box(box{kids: b.among(kids)}).settle() }

// row puts boxes side by side.
func (b *builder) row(kids ...*box) *box {
	return b.box(box{kids: b.among(kids), beside: true}).settle()
}

// among keeps a list of boxes as a piece of the document.
func (b *builder) among(kids []*box) []*box {
	kept := b.rows.take(len(kids))
	copy(kept, kids)
	return kept
}

// text sets inlines as lines of which no single one is left behind on a page.
func (b *builder) text(in []doc.Inline, t *typo, w float64, e *elem) *box {
	x := b.box(box{w: w, kids: b.leaves(b.set(in, evenly, t, w), e)})
	if inner := b.inner(in, e); inner != nil {
		for _, k := range x.kids {
			k.inner = inner
		}
	}
	if n := len(x.kids); n > 1 {
		x.kids[0].keep, x.kids[n-2].keep = true, true
	}
	return x.settle()
}

// inner are the elements of the parts of a text, in their order.
func (b *builder) inner(in []doc.Inline, e *elem) (parts []*elem) {
	for _, i := range in {
		if !isPart(i) {
			continue
		}
		part := &b.elems.take(1)[0]
		part.up, part.more = e, e.more
		switch i := i.(type) {
		case *doc.Link:
			part.role, part.url, part.alt = "Link", i.URL, i.Text
		case *doc.Foreign:
			part.role, part.lang = "Span", i.Lang
		}
		parts = append(parts, part)
	}
	return parts
}

// heads sets a heading's words, then those in its second language: under them,
// or after them where the sheet spares lines.
func (b *builder) heads(in []doc.Inline, s doc.Second, t *typo, w float64, e *elem) []*box {
	first := own(e, s)
	kids := b.leaves(b.set(parted(in, s), asHeading, t, w), first)
	second := b.second(s, t, w, e)
	const gap = 10
	if b.s.zoneOver && len(kids) == 1 && len(second) == 1 && kids[0].w+gap+second[0].w <= w {
		left, right := b.stack(kids...), b.stack(second...)
		right.x = kids[0].w + gap
		level(left, right)
		line := b.row(left, right)
		line.w = right.x + second[0].w
		return []*box{line}
	}
	return append(kids, second...)
}

// own is the element of a heading's own words: a part of the heading where
// another part is in a second language.
func own(e *elem, s doc.Second) *elem {
	if len(s.Text) == 0 {
		return e
	}
	return e.sub("Span")
}

// parted are a heading's words, parted from what stands beside them for those
// who listen.
func parted(in []doc.Inline, s doc.Second) []doc.Inline {
	if len(s.Text) == 0 {
		return in
	}
	return append(in[:len(in):len(in)], doc.Plain("\n"))
}

// second sets a heading's words in its second language: small, regular, and
// in the ink of the heading.
func (b *builder) second(s doc.Second, t *typo, w float64, e *elem) []*box {
	if len(s.Text) == 0 {
		return nil
	}
	small := b.s.label
	small.ink = t.ink
	return b.leaves(b.set(s.Text, asHeading, &small, w), e.sub("Span").in(s.Lang))
}

// subheading sets a heading inside a part.
func (b *builder) subheading(h *doc.Heading, w float64, parent *elem) *box {
	e := parent.sub(fmt.Sprintf("H%d", min(max(h.Level, 2), 6))).in(h.Lang)
	x := b.stack(b.heads(h.Text, h.Beside, &b.s.sub, w, e)...)
	x.whole, x.keep = true, true
	return x
}

// paragraph sets a paragraph by its style.
func (b *builder) paragraph(p *doc.Paragraph, w float64, parent *elem) *box {
	if p.Style == doc.Letter {
		return b.letter(p, w, parent)
	}
	t := &b.s.body
	switch p.Style {
	case doc.Own:
		t = &b.s.own
	case doc.Lead:
		t = &b.s.lead
	case doc.Byline, doc.Remark:
		t = b.s.aside(p.Style)
	}
	return b.text(p.Text, t, w, parent.sub("P").in(p.Lang))
}

// letter sets the sender: the unit at left and its telephone at right, or
// under one another where they do not fit. What is bold has the accent.
func (b *builder) letter(p *doc.Paragraph, w float64, parent *elem) *box {
	t := b.s.body
	t.lead, t.loud = b.s.value.lead, accent
	left := b.text(p.Text, &t, w, parent.sub("P").in(p.Lang))
	if len(p.Aside) == 0 {
		return left
	}
	right := b.text(p.Aside, &t, w, parent.sub("P").in(p.Lang))
	if b.s.hung && len(left.kids) == 1 && len(right.kids) == 1 && left.kids[0].w+right.kids[0].w+24 <= w {
		right.x = w - right.kids[0].w
		return b.row(left, right)
	}
	return b.stack(left, right)
}

// blank sets lines to fill in by hand, each over its label.
func (b *builder) blank(f *doc.Blank, w float64, parent *elem) *box {
	const gap = 24
	n := max(1, min(b.s.signs, len(f.Labels)))
	cell := (w - gap*float64(n-1)) / float64(n)
	x := &box{w: w, whole: true}
	for i := 0; i < len(f.Labels); i += n {
		r := &box{w: w, beside: true, top: b.s.signRoom}
		for k, label := range f.Labels[i:min(i+n, len(f.Labels))] {
			e := parent.sub("P")
			if f.Alt != "" {
				e.alt = f.Alt + ": " + plain(label)
			}
			c := b.text(label, &b.s.body, cell, e)
			c.x, c.top, c.look = float64(k)*(cell+gap), 4, look{over: 0.8, ink: black}
			r.kids = append(r.kids, c.settle())
		}
		x.kids = append(x.kids, r.settle())
	}
	return x.settle()
}

// pair adds two headed lists to the flow, under a rule of their own.
func (b *builder) pair(p *doc.Pair, parent *elem) {
	x := b.columns(p, b.s.width(), parent)
	b.addSection(x).whole = false
}

// columns sets two headed lists side by side, or under one another.
func (b *builder) columns(p *doc.Pair, w float64, parent *elem) *box {
	if !b.s.paired {
		left, right := b.headed(&p.Left, w, parent), b.headed(&p.Right, w, parent)
		right.above = 16
		return b.stack(left, right)
	}
	cell := (w - b.s.gap) / 2
	left, right := b.headed(&p.Left, cell, parent), b.headed(&p.Right, cell, parent)
	right.x = cell + b.s.gap
	return b.row(left, right)
}

// headed sets one column of a Pair: a tinted head, repeated where the column
// goes on on the next page, and its list.
func (b *builder) headed(c *doc.Column, w float64, parent *elem) *box {
	e := parent.sub("H3").in(c.Head.Lang)
	head := b.stack(b.heads(c.Head.Text, c.Head.Beside, &b.s.sub, w-23, e)...)
	for _, k := range head.kids {
		k.x = 13
	}
	head.w, head.top, head.bottom, head.keep, head.whole = w, 4, 4, true, true
	head.look = look{fill: tint, left: 3, ink: accent}
	var list []*box
	if c.List != nil {
		list = b.list(c.List, w, parent).kids
	}
	x := b.box(box{w: w, kids: append(append(b.rows.take(1 + len(list))[:0], head.settle()), list...), again: 1})
	return x.settle()
}
