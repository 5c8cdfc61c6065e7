package pdf

import "kontrakt/internal/doc"

// table sets a table; its head stands again on every page.
func (b *builder) table(t *doc.Table, w float64, parent *elem) *box {
	e := parent.sub("Table").in(t.Lang)
	widths := tableWidths(t, w)
	x := &box{w: w}
	if len(t.Caption) > 0 {
		caption := b.text(t.Caption, &b.s.sub, w, e.sub("Caption"))
		caption.keep = true
		caption.bottom = 3
		x.kids = append(x.kids, caption.settle())
	}
	grid := &box{w: w, again: len(t.Head)}
	if len(t.Head) > 0 {
		head := e.sub("THead")
		for _, cells := range t.Head {
			r := b.tableRow(t, cells, widths, head.sub("TR"), true)
			r.look, r.keep = look{under: 1.2, ink: black}, true
			grid.kids = append(grid.kids, r)
		}
	}
	body := e.sub("TBody")
	for i, cells := range t.Rows {
		r := b.tableRow(t, cells, widths, body.sub("TR"), false)
		switch {
		case i > 0 && t.Framed():
			r.above = -frameEdge // neighbours share an edge
		case i+1 < len(t.Rows) && !t.Framed():
			r.look = look{under: 0.6, ink: faint}
		}
		grid.kids = append(grid.kids, r)
	}
	x.kids = append(x.kids, grid.settle())
	return x.settle()
}

func tableWidths(t *doc.Table, w float64) []float64 {
	weight := func(c doc.TableColumn) float64 {
		if c.Weight <= 0 {
			return 1
		}
		return c.Weight
	}
	sum := 0.0
	for _, c := range t.Columns {
		sum += weight(c)
	}
	widths := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = w * weight(c) / sum
	}
	return widths
}

// frameEdge is how thick the frame of a cell to write in is, and frameHeight
// how high such a cell is: room for an unsteady hand.
const frameEdge, frameHeight = 0.8, 52

// cell sets what is read in a cell, or the room that it has.
func (b *builder) cell(in *doc.Table, c *doc.Cell, t *typo, w float64, e *elem) *box {
	var x *box
	switch c.Room {
	case doc.Write:
		x = &box{h: frameHeight, look: look{over: frameEdge, under: frameEdge, left: frameEdge, right: frameEdge, ink: black}}
		return x
	case doc.Tick:
		x = stack(b.tick(in.Alt+": "+doc.Text(c.Text), e))
	default:
		x = b.text(c.Text, t, w, e)
	}
	x.top, x.bottom = b.s.cellPad, b.s.cellPad+1
	return x.settle()
}

func (b *builder) tableRow(t *doc.Table, cells []doc.Cell, widths []float64, tr *elem, head bool) *box {
	const gap = 8
	x, at := &box{beside: true, whole: true}, 0.0
	for i := range widths {
		var cell doc.Cell
		if i < len(cells) {
			cell = cells[i]
		}
		role, scope, typo := "TD", "", &b.s.body
		switch {
		case head:
			role, scope, typo = "TH", "Column", &b.s.strong
		case cell.Header:
			role, scope = "TH", "Row"
		}
		e := tr.sub(role)
		e.scope = scope
		k := b.cell(t, &cell, typo, widths[i]-gap, e)
		k.x = at
		if i > 0 && i < len(cells) && cells[i-1].Room == doc.Write && cell.Room != doc.Write {
			k.x += gap // clear of the frame
		}
		if t.Columns[i].Right {
			for _, l := range k.kids {
				l.x = widths[i] - gap - l.w
			}
		}
		if cell.Room == doc.Write {
			k.w = widths[i] + frameEdge
		}
		x.kids = append(x.kids, k)
		at += widths[i]
	}
	x.w = at
	return x.settle()
}
