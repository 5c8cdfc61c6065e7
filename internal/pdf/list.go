package pdf

import (
	"fmt"
	"slices"

	"kontrakt/internal/doc"
)

// list sets a list by its kind.
func (b *builder) list(l *doc.List, w float64, parent *elem) *box {
	switch l.Kind {
	case doc.Terms:
		return b.terms(l, w, parent)
	case doc.Numbers:
		return b.numbers(l, w, parent)
	}
	e := parent.sub("L").in(l.Lang)
	switch l.Kind {
	case doc.Bullets:
		e.numbering = "Disc"
	case doc.Numbered:
		e.numbering = "Decimal"
	}
	x := b.box(box{w: w, kids: b.rows.take(len(l.Items))[:0]})
	for i := range l.Items {
		k := b.item(l, i, w, e.sub("LI").in(l.Items[i].Lang))
		k.whole = true
		x.kids = append(x.kids, k)
	}
	return x.settle()
}

// item sets the i-th item of a list, with the white over it.
func (b *builder) item(l *doc.List, i int, w float64, li *elem) (x *box) {
	switch l.Kind {
	case doc.Rows:
		x = b.rowItem(l, &l.Items[i], w, li)
		x.above = b.s.rowGap
	case doc.Actions:
		x = b.action(&l.Items[i], w, li)
		if i > 0 {
			x.look = look{over: 0.6, ink: faint}
		}
	case doc.Checks:
		x = b.check(l, i, w, li)
		x.above = b.s.pointGap * 2
	default:
		x = b.point(l, i, w, li)
		x.above = b.s.pointGap
	}
	return x
}

// under sets lines under one another in a list's body, each a paragraph of
// its own if there are several.
func (b *builder) under(lines [][]doc.Inline, first *typo, w float64, body *elem) *box {
	x := b.box(box{w: w, kids: b.rows.take(len(lines))[:0]})
	for i, in := range lines {
		t, e := &b.s.body, body
		if i == 0 {
			t = first
		}
		if len(lines) > 1 {
			e = body.sub("P")
		}
		x.kids = append(x.kids, b.text(in, t, w, e))
	}
	return x.settle()
}

// point sets an item with its bullet or number.
func (b *builder) point(l *doc.List, i int, w float64, li *elem) *box {
	sign, indent := "•", b.s.body.size*13/12
	if l.Kind == doc.Numbered {
		sign = fmt.Sprintf("%d.", i+1)
		widest := b.word(fmt.Sprintf("%d.", len(l.Items)), false)
		indent = b.s.body.points(widest.adv) + b.s.body.size/2
	}
	label := b.text([]doc.Inline{doc.Plain(sign)}, &b.s.body, indent, li.sub("Lbl"))
	body := b.under(l.Items[i].Lines, &b.s.body, w-indent, li.sub("LBody"))
	body.x = indent
	return b.row(label, body)
}

// check sets an item with a box to tick.
func (b *builder) check(l *doc.List, i int, w float64, li *elem) *box {
	mark := b.tick(l.Alt, li.sub("Lbl"))
	indent := mark.w * 1.75
	body := b.under(l.Items[i].Lines, &b.s.body, w-indent, li.sub("LBody"))
	body.x = indent
	return b.row(mark, body)
}

// tick draws a small box to tick, as high as a capital and a half, with its
// foot a little under the first line's baseline.
func (b *builder) tick(alt string, parent *elem) *box {
	const edge = 0.09 // of the box
	t := &b.s.body
	size := t.size * 1.08
	frame := []doc.Shape{{X: 0, Y: 0, W: 1, H: edge}, {X: 0, Y: 1 - edge, W: 1, H: edge}, {X: 0, Y: 0, W: edge, H: 1}, {X: 1 - edge, Y: 0, W: edge, H: 1}}
	e := parent.sub("Figure")
	e.alt = alt
	box := &box{w: size, h: size, figure: &figure{w: size, h: size, shapes: frame}, elem: e}
	x := b.stack(box)
	x.w, x.top = size, t.baseline()+t.size*0.14-size
	return x.settle()
}

// action sets what somebody does: the action in bold, the rest under it.
func (b *builder) action(item *doc.Item, w float64, li *elem) *box {
	const inset = 10
	x := b.under(item.Lines, &b.s.strong, w-2*inset, li.sub("LBody"))
	for _, k := range x.kids {
		k.x = inset
	}
	x.w, x.top, x.bottom = w, b.s.actionTop, b.s.actionTop+1
	return x.settle()
}

// rowItem sets one thing a row: its label at left and its telephone at right,
// in columns that all rows of the list share.
func (b *builder) rowItem(l *doc.List, item *doc.Item, w float64, li *elem) *box {
	const gap = 14
	x, labelled, aside := b.box(box{w: w, beside: true, kids: b.rows.take(3)[:0]}), false, false
	for i := range l.Items {
		labelled = labelled || len(l.Items[i].Label) > 0
		aside = aside || len(l.Items[i].Aside) > 0
	}
	left, right := 0.0, w
	if labelled {
		left = b.s.rowLabel + gap
	}
	if aside {
		right = w - b.s.rowAside - gap
	}
	if len(item.Label) > 0 {
		x.kids = append(x.kids, b.text(item.Label, &b.s.body, b.s.rowLabel, li.sub("Lbl")))
	}
	body := li.sub("LBody")
	main := b.under(item.Lines, &b.s.body, right-left, body)
	main.x = left
	x.kids = append(x.kids, main)
	if len(item.Aside) > 0 {
		tel := b.text(item.Aside, &b.s.body, b.s.rowAside, body.sub("P"))
		tel.x = right + gap
		x.kids = append(x.kids, tel)
	}
	return x.settle()
}

// terms sets labels over their values side by side, each as wide as it needs;
// what is too wide for its share wraps.
func (b *builder) terms(l *doc.List, w float64, parent *elem) *box {
	const gap = 12
	e := parent.sub("L").in(l.Lang)
	n := b.s.terms
	if n == 0 {
		n = max(1, len(l.Items))
	}
	x := b.box(box{w: w, top: 7, bottom: 8, look: look{over: 1.4, ink: black}})
	for i := 0; i < len(l.Items); i += n {
		items := l.Items[i:min(i+n, len(l.Items))]
		widths := b.shares(items, w-gap*float64(len(items)-1))
		if b.s.terms > 0 {
			for k := range widths {
				widths[k] = (w - gap*float64(n-1)) / float64(n)
			}
		}
		r, at := b.box(box{w: w, beside: true, above: 8, kids: b.rows.take(len(items))[:0]}), 0.0
		for k := range items {
			c := b.term(&items[k], widths[k], e.sub("LI").in(items[k].Lang))
			c.x = at
			at += widths[k] + gap
			r.kids = append(r.kids, c)
		}
		x.kids = append(x.kids, r.settle())
	}
	closed := b.stack(x.settle())
	closed.w, closed.whole, closed.look = w, true, look{under: 0.6, ink: grey}
	return closed
}

// term sets a label over its value.
func (b *builder) term(item *doc.Item, w float64, li *elem) *box {
	x := b.box(box{w: w, kids: b.rows.take(1 + len(item.Lines))[:0]})
	x.kids = append(x.kids, b.text(item.Label, &b.s.label, w, li.sub("Lbl")))
	body := li.sub("LBody")
	for _, in := range item.Lines {
		x.kids = append(x.kids, b.text(in, &b.s.value, w, body))
	}
	return x.settle()
}

// shares parts a width among terms: each gets what it needs and a like part
// of what is left, or the widest give way.
func (b *builder) shares(items []doc.Item, w float64) []float64 {
	need, sum := make([]float64, len(items)), 0.0
	for i := range items {
		need[i] = b.natural(&items[i])
		sum += need[i]
	}
	if sum <= w {
		for i := range need {
			need[i] += (w - sum) / float64(len(need))
		}
		return need
	}
	limit, left := w, w
	for i, n := range slices.Sorted(slices.Values(need)) {
		limit = left / float64(len(need)-i) // for those that need at least n
		if n > limit {
			break
		}
		left -= n
	}
	for i := range need {
		need[i] = min(need[i], limit)
	}
	return need
}

// natural is the width of a term that does not wrap.
func (b *builder) natural(item *doc.Item) float64 {
	const hair = 0.5 // so that rounding wraps nothing
	widest := func(in []doc.Inline, t *typo) float64 {
		w := 0.0
		for _, l := range b.set(in, greedily, t, 1e5) {
			w = max(w, l.width)
		}
		return w + hair
	}
	w := widest(item.Label, &b.s.label)
	for _, in := range item.Lines {
		w = max(w, widest(in, &b.s.value))
	}
	return w
}
