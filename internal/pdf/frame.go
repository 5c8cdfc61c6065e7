package pdf

import (
	"fmt"

	"kontrakt/internal/doc"
)

// frame sets a framed passage.
func (b *builder) frame(f *doc.Box, w float64, parent *elem) *box {
	switch f.Style {
	case doc.NextStep:
		return b.nextStep(f, w, parent)
	case doc.Zone:
		return b.zoneBox(f, w, parent)
	case doc.Caution:
		return b.caution(f, w, parent)
	}
	x := b.column(f.Content, w-20, parent.sub("Div").in(f.Lang))
	for _, k := range x.kids {
		k.x += 10
	}
	x.w, x.top, x.bottom, x.whole = w, 6, 6, true
	x.look = edges(0.8, black)
	x.look.dashed = true
	return x.settle()
}

// caution sets a framed passage that must not be missed.
func (b *builder) caution(f *doc.Box, w float64, parent *elem) *box {
	const x, y, edge = 10, 6, 1.5
	e := parent.sub("Div").in(f.Lang)
	var c *box
	b.small(func() { c = b.column(f.Content, w-2*x, e) })
	for _, k := range c.kids {
		k.x += x
	}
	c.w, c.top, c.bottom, c.whole = w, y, y, true
	c.look = edges(edge, black)
	return c.settle()
}

// label opens the section of a frame with its label as a heading.
func (b *builder) label(f *doc.Box, t *typo, w float64, parent *elem) (*elem, *box) {
	sect := parent.sub("Sect").in(f.Lang)
	role := "P"
	if f.Level > 0 {
		role = fmt.Sprintf("H%d", min(f.Level, 6))
	}
	x := b.stack(b.heads(f.Label, f.Beside, t, w, sect.sub(role))...)
	x.w = w
	if f.Level == 2 {
		x.mark = plain(f.Label)
	}
	return sect, x
}

// nextStep sets the step that comes next: its label on a bar, what it is under
// it, and a frame round both.
func (b *builder) nextStep(f *doc.Box, w float64, parent *elem) *box {
	const inset = 14
	sect, bar := b.label(f, &b.s.bar, w-2*inset, parent)
	for _, k := range bar.kids {
		k.x = inset
	}
	bar.w, bar.top, bar.bottom, bar.look, bar.keep = w, 3, 4, look{fill: accent}, true
	body := b.column(f.Content, min(w-2*inset, b.s.titleWidth), sect)
	for i, k := range body.kids {
		k.x += inset
		k.above = 3
		if i == 0 {
			k.above = 9
		}
	}
	x := b.stack(append([]*box{bar.settle()}, body.kids...)...)
	x.w, x.bottom, x.whole = w, 11, true
	x.look = edges(1.4, accent)
	return x.settle()
}

// isGravest says that nothing is more urgent than what a zone is about: its
// label is white on black.
func isGravest(f *doc.Box) bool { return f.Weight >= 3 }

// zoneBox sets a zone: its label and telephone in a cell at left, repeated if
// the zone goes on on the next page, what it is about at right.
func (b *builder) zoneBox(f *doc.Box, w float64, parent *elem) *box {
	if b.s.zoneOver {
		return b.zoneOver(f, w, parent)
	}
	cell, t, under, edge := b.s.zoneLabel, &b.s.zone, b.s.body, 0.8
	x := b.box(box{w: w, beside: true, whole: true, above: b.s.zoneGap})
	if isGravest(f) {
		t, edge, under.ink = &b.s.gravest, 2.4, white
	}
	sect, label := b.label(f, t, cell-20, parent)
	for _, l := range f.Under {
		label.kids = append(label.kids, b.text(l, &under, cell-20, sect.sub("P")))
	}
	for _, k := range label.kids {
		k.x = 10
	}
	label.w, label.top, label.bottom, label.whole, label.repeat = cell, b.s.zonePad, b.s.zonePad, true, true
	label.look = look{right: 0.8, ink: black}
	if isGravest(f) {
		label.look = look{fill: black}
	}
	body := b.column(f.Content, w-cell-28, sect)
	body.x, body.w, body.top, body.bottom = cell+14, w-cell-28, b.s.zonePad, b.s.zonePad
	x.kids = b.among([]*box{label.settle(), body.settle()})
	level(label, body)
	x.look = edges(edge, black)
	return x.settle()
}

// zoneOver sets a zone with its label over what it is about, so that a page
// holds as much as it can.
func (b *builder) zoneOver(f *doc.Box, w float64, parent *elem) *box {
	const inset = 12
	t, under, edge := b.s.zone, b.s.body, 0.8
	if isGravest(f) {
		t.ink, under.ink, edge = white, white, 2.4
	}
	sect, label := b.label(f, &t, w-2*inset, parent)
	for _, l := range f.Under {
		x := b.text(l, &under, w-2*inset, sect.sub("P"))
		n := len(label.kids)
		if n == 0 || len(x.kids) != 1 || label.kids[n-1].w+x.kids[0].w+24 > w-2*inset {
			label.kids = append(label.kids, x)
			continue
		}
		x.x = label.kids[n-1].w + 18
		label.kids[n-1] = b.row(label.kids[n-1], x)
	}
	label.w, label.top, label.bottom, label.keep, label.whole = w, 3, 4, true, true
	label.look = look{under: 0.8, ink: black}
	if isGravest(f) {
		label.look = look{fill: black}
	}
	body := b.column(f.Content, w-2*inset, sect)
	body.w, body.top, body.bottom = w, b.s.zonePad, b.s.zonePad
	for _, k := range append(label.kids, body.kids...) {
		k.x += inset
	}
	x := b.stack(label.settle())
	if len(f.Content) > 0 {
		x = b.stack(label, body.settle())
	}
	x.w, x.whole, x.above = w, true, b.s.zoneGap
	x.look = edges(edge, black)
	return x.settle()
}
