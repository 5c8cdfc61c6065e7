package pdf

import "kontrakt/internal/doc"

// grid is a table under way: the measures that its rows share.
type grid struct {
	*builder
	t      *doc.Table
	look   *gridLook
	widths []float64
	at     []float64 // left edge of each column
	shown  []picture // by column: the picture that the row at hand has a strip of
}

// picture is a picture in a column, of which a strip stands in each row.
type picture struct {
	*doc.Picture
	row  int // its first
	elem *elem
}

// table sets a table; its head stands again on every page.
func (b *builder) table(t *doc.Table, w float64, parent *elem) *box {
	e := parent.sub("Table").in(t.Lang)
	x := &box{w: w}
	if len(t.Caption)+len(t.Subtitle) > 0 {
		caption := e.sub("Caption")
		in := func() *elem { return caption }
		if len(t.Caption) > 0 && len(t.Subtitle) > 0 {
			in = func() *elem { return caption.sub("P") }
		}
		x.kids = b.captions(t.Caption, t.Subtitle, w, in)
	}
	g := b.grid(t, w)
	rows := &box{w: w}
	if len(t.Head) > 0 {
		rows.again = 1
		rows.kids = append(rows.kids, g.head(e.sub("THead")))
		if len(t.Continued) > 0 {
			rows.more = b.text(t.Continued, g.look.continued, w, nil)
		}
	}
	rows.kids = append(rows.kids, g.body(t.Rows, e.sub("TBody"))...)
	if len(t.Foot) > 0 {
		rows.kids = append(rows.kids, g.foot(e.sub("TFoot"))...)
	}
	x.kids = append(x.kids, rows.settle())
	rows.keep = len(t.Notes) > 0
	for _, n := range t.Notes {
		note := b.block(n, w, parent)
		note.above = remarkTop
		x.kids = append(x.kids, note)
	}
	return x.settle()
}

// grid measures the columns of a table.
func (b *builder) grid(t *doc.Table, w float64) *grid {
	g := &grid{builder: b, t: t, look: b.s.gridLook(t), shown: make([]picture, len(t.Columns))}
	g.widths = tableWidths(t, w, b.s.report != nil)
	g.at = make([]float64, len(g.widths)+1)
	for i, width := range g.widths {
		g.at[i+1] = g.at[i] + width
	}
	return g
}

// tableWidths shares a width among the columns by their weights, which in a
// report are points where they all find room.
func tableWidths(t *doc.Table, w float64, points bool) []float64 {
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
	if points {
		w = min(w, sum)
	}
	widths := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = w * weight(c) / sum
	}
	return widths
}

// span is how many columns and rows of those there are a cell takes.
func span(rows [][]doc.Cell, r, c int) (columns, below int) {
	columns, below = rows[r][c].Span()
	return min(columns, len(rows[r])-c), min(below, len(rows)-r)
}

// headed is a cell of the head, over the rows from first to before after.
type headed struct {
	cell         *box
	first, after int
}

// head sets the rows of the head as one box, since a cell may span them.
func (g *grid) head(parent *elem) *box {
	cells, ends := g.headCells(parent)
	x := &box{beside: true, whole: true, keep: true, w: g.at[len(g.widths)], look: look{under: g.look.headRule, ink: black}}
	for _, c := range cells {
		top := ends[c.first]
		if g.look.low {
			top = ends[c.after] - c.cell.h
		}
		placed := &box{x: c.cell.x, w: c.cell.w, top: top, kids: []*box{c.cell}}
		c.cell.x = 0
		x.kids = append(x.kids, placed.settle())
	}
	return x.settle()
}

// headCells sets the cells of the head; ends is how far down each row begins,
// and the last one ends.
func (g *grid) headCells(parent *elem) (cells []headed, ends []float64) {
	rows, hidden := g.t.Head, doc.Covered(g.t.Head)
	ends = make([]float64, len(rows)+1)
	for r := range rows {
		tr := parent.sub("TR")
		for c := range g.widths {
			if c < len(hidden[r]) && hidden[r][c] {
				continue
			}
			cell, below := g.headCell(r, c, tr)
			cells = append(cells, headed{cell, r, r + below})
		}
	}
	for r := range rows {
		ends[r+1] = ends[r]
		for _, c := range cells {
			if c.after == r+1 {
				ends[r+1] = max(ends[r+1], ends[c.first]+c.cell.h)
			}
		}
	}
	return cells, ends
}

// headCell sets a cell of the head; one over several columns has a rule over
// them.
func (g *grid) headCell(r, c int, tr *elem) (x *box, below int) {
	var cell doc.Cell
	columns, below := 1, 1
	if c < len(g.t.Head[r]) {
		cell = g.t.Head[r][c]
		columns, below = span(g.t.Head, r, c)
	}
	role, scope := "TH", "Column"
	if doc.Text(cell.Text) == "" && g.t.Pictured(c) {
		role, scope = "TD", ""
	}
	e := tr.sub(role)
	e.scope, e.columns, e.rows = scope, columns, below
	x = g.cell(&cell, g.look.head, c, columns, e)
	if r+below < len(g.t.Head) {
		lead := g.look.headGap
		x.x, x.w = g.at[c]+lead, g.at[c+columns]-g.at[c]-lead
		for _, k := range x.kids {
			k.x -= lead
		}
		x.look = look{under: g.look.rule, ink: black}
	}
	return x, below
}

// body sets rows, those that a cell of text spans as a group.
func (g *grid) body(rows [][]doc.Cell, parent *elem) []*box {
	var kids []*box
	hidden := doc.Covered(rows)
	first, n := 0, 0 // rows in the first and the last of kids
	for r := 0; r < len(rows); {
		n = g.group(rows, r)
		var x *box
		if n == 1 {
			x = g.row(rows, hidden, r, parent.sub("TR"), g.look.cell)
		} else {
			x = g.together(rows, hidden, r, n, parent)
		}
		if r == 0 {
			first = n
		}
		r += n
		g.divide(x, len(kids) == 0, r == len(rows))
		kids = append(kids, x)
	}
	if last := len(kids) - 1; last >= 0 && g.look.company {
		total := len(g.t.Foot) > 0
		kids[0].keep = first == 1 && last > 0
		if last > 0 && n == 1 && !total {
			kids[last-1].keep = true
		}
		kids[last].keep = total
	}
	return kids
}

// group is how many rows from r on a cell of text holds together.
func (g *grid) group(rows [][]doc.Cell, r int) int {
	n := 1
	for i := r; i < r+n; i++ {
		for c := range rows[i] {
			if rows[i][c].Picture == nil {
				_, below := span(rows, i, c)
				n = max(n, i+below-r)
			}
		}
	}
	return n
}

// divide sets a row or a group off from what follows it.
func (g *grid) divide(x *box, first, last bool) {
	l := g.look
	switch {
	case g.t.Framed():
		if !first {
			x.above = -frameEdge // neighbours share an edge
		}
	case last && len(g.t.Foot) > 0:
		x.look = look{under: l.totalRule, ink: black}
	case g.t.Close:
		x.above = l.groupGap
	case !last || l.closed:
		x.look = look{under: l.rule, ink: l.ruleInk}
	}
}

// together sets the rows of a group beside the cells that span them.
func (g *grid) together(rows [][]doc.Cell, hidden [][]bool, from, n int, parent *elem) *box {
	x, lines := &box{beside: true, whole: true, w: g.at[len(g.widths)]}, &box{w: g.at[len(g.widths)]}
	for r := from; r < from+n; r++ {
		row := g.row(rows, hidden, r, parent.sub("TR"), g.look.cell)
		kept := row.kids[:0]
		for _, k := range row.kids {
			if k.repeat { // it spans rows
				k.top += lines.h
				x.kids = append(x.kids, k.settle())
			} else {
				kept = append(kept, k)
			}
		}
		row.kids = kept
		row.settle()
		lines.kids = append(lines.kids, row)
		lines.settle()
	}
	x.kids = append(x.kids, lines)
	return x.settle()
}

// foot sets the total and what follows it.
func (g *grid) foot(parent *elem) []*box {
	var kids []*box
	hidden := doc.Covered(g.t.Foot)
	clear(g.shown)
	for r := range g.t.Foot {
		t := g.look.cell
		if r == 0 {
			t = g.look.total
		}
		x := g.row(g.t.Foot, hidden, r, parent.sub("TR"), t)
		x.keep = r+1 < len(g.t.Foot)
		kids = append(kids, x)
	}
	return kids
}
