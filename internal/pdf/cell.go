package pdf

import "kontrakt/internal/doc"

// frameEdge is how thick the frame of a cell to write in is, and frameHeight
// how high such a cell is: room for an unsteady hand.
const frameEdge, frameHeight = 0.8, 52

// row sets a row of the body or the foot. A cell that spans rows is marked to
// be taken out of it.
func (g *grid) row(rows [][]doc.Cell, hidden [][]bool, r int, tr *elem, t *typo) *box {
	x := &box{beside: true, whole: true, w: g.at[len(g.widths)]}
	cells := rows[r]
	for c := range g.widths {
		var cell doc.Cell
		if c < len(cells) {
			cell = cells[c]
		}
		if strip := g.strip(rows, r, c, tr); strip != nil {
			x.kids = append(x.kids, strip)
		}
		if c < len(cells) && hidden[r][c] || cell.Picture != nil {
			continue
		}
		role, scope, columns, below := "TD", "", 1, 1
		if cell.Header {
			role, scope = "TH", "Row"
		}
		if c < len(cells) {
			columns, below = span(rows, r, c)
		}
		e := tr.sub(role)
		e.scope, e.columns, e.rows = scope, columns, below
		k := g.cell(&cell, t, c, columns, e)
		k.repeat = below > 1
		if c > 0 && c < len(cells) && cells[c-1].Room == doc.Write && cell.Room != doc.Write {
			k.x += g.look.gap // clear of the frame
		}
		x.kids = append(x.kids, k)
	}
	return x.settle()
}

// cell sets what is read in a cell, or the room that it has, at its place in
// the row.
func (g *grid) cell(c *doc.Cell, t *typo, column, columns int, e *elem) *box {
	l, from, to := g.look, g.at[column], g.at[column+columns]
	if c.Room == doc.Write {
		return &box{x: from, w: to - from + frameEdge, h: frameHeight, look: edges(frameEdge, black)}
	}
	room, right := to-from-l.gap, g.t.Columns[column].Right
	if next := column + columns; l.flush && !right && next < len(g.t.Columns) && g.t.Columns[next].Right {
		room = to - from // the numbers leave enough white
	}
	if t == l.head && l.flush && right {
		room = max(room, g.widest(c.Text, t)) // a head may reach over the picture at its left
	}
	x := g.content(c, t, room, e)
	x.x, x.top, x.bottom = from, l.over, l.under
	if t == l.head {
		x.bottom = l.headUnder
	}
	if right {
		edge := to - from
		if !l.flush {
			edge -= l.gap
		}
		for _, k := range x.kids {
			k.x = edge - k.w
		}
	}
	return x.settle()
}

// widest is the widest word of a text.
func (g *grid) widest(in []doc.Inline, t *typo) float64 {
	const hair = 0.01
	widest := 0
	for _, w := range g.words(in, t, false) {
		widest = max(widest, w.adv)
	}
	return t.points(widest) + hair
}

// content sets a cell's words, after its swatch, or its box to tick.
func (g *grid) content(c *doc.Cell, t *typo, room float64, e *elem) *box {
	if c.Room == doc.Tick {
		return g.stack(g.tick(g.t.Alt+": "+doc.Text(c.Text), e))
	}
	g.shaper.digits = g.look.digits
	x := g.text(c.Text, t, room, e)
	g.shaper.digits = ownWidth
	if c.Swatch == nil || len(x.kids) == 0 {
		return x
	}
	const gap = 3
	swatch, word := g.drawing(c.Swatch, 1, nil), x.kids[0]
	swatch.top = t.baseline() - swatch.h
	word.x = swatch.w + gap
	line := g.builder.row(swatch.settle(), word)
	line.w = word.x + word.w
	x.kids[0] = line
	return x.settle()
}

// strip is the part of a picture that stands in a row; nil where it has none.
func (g *grid) strip(rows [][]doc.Cell, r, c int, tr *elem) *box {
	if c < len(rows[r]) && rows[r][c].Picture != nil {
		td := tr.sub("TD")
		_, td.rows = span(rows, r, c)
		g.shown[c] = picture{Picture: rows[r][c].Picture, row: r}
		if g.shown[c].seen() {
			g.shown[c].elem = td.sub("Figure")
			g.shown[c].elem.alt = g.shown[c].Alt
		}
	}
	p := &g.shown[c]
	if p.Picture == nil || r-p.row >= len(p.Strips) || len(p.Strips[r-p.row].Areas) == 0 {
		return nil
	}
	d := &p.Strips[r-p.row]
	x := g.drawing(d, min(1, g.widths[c]/d.Width), p.elem)
	x.x = g.at[c+1] - x.w
	x.top = g.look.over + (g.look.cell.lead-x.h)/2
	return x.settle()
}

// seen says that any strip of the picture shows something.
func (p *picture) seen() bool {
	for i := range p.Strips {
		if len(p.Strips[i].Areas) > 0 {
			return true
		}
	}
	return false
}
