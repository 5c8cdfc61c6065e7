package render

import (
	"strconv"
	"strings"

	"kontrakt/internal/doc"
)

// captions writes what a table or a picture finds, and under it what it
// counts.
func (p *page) captions(caption, subtitle []doc.Inline) {
	if len(subtitle) == 0 {
		p.run(caption)
		return
	}
	p.in("span", func() { p.run(caption) }, "class", "finding")
	p.text(" ")
	p.in("span", func() { p.run(subtitle) }, "class", "subtitle")
}

func (p *page) split(s *doc.Split) {
	p.in("div", func() {
		if len(s.Caption)+len(s.Subtitle) > 0 {
			p.in("p", func() { p.captions(s.Caption, s.Subtitle) }, "class", "caption")
		}
		p.in("div", func() { p.blocks(s.Left) })
		p.in("div", func() { p.blocks(s.Right) })
	}, "class", "split")
}

func (p *page) table(t *doc.Table) {
	class := ""
	if t.Close {
		class = "close"
	}
	strips := make(map[int][]doc.Drawing) // by column: those to come of its picture
	p.in("div", func() {
		p.in("table", func() {
			if len(t.Caption)+len(t.Subtitle) > 0 {
				p.in("caption", func() { p.captions(t.Caption, t.Subtitle) })
			}
			if len(t.Head) > 0 {
				p.in("thead", func() { p.rows(t, t.Head, "col", nil) })
			}
			for _, rows := range groups(t.Rows) {
				p.in("tbody", func() { p.rows(t, rows, "row", strips) })
			}
			if len(t.Foot) > 0 {
				p.in("tfoot", func() { p.rows(t, t.Foot, "row", nil) })
			}
		}, "class", class, "lang", t.Lang)
	}, append([]string{"class", "table"}, p.scrolled(t.Caption)...)...)
	p.blocks(t.Notes)
}

// scrolled lets those who have no mouse move about in what is wider than the
// screen.
func (p *page) scrolled(name []doc.Inline) []string {
	switch {
	case !p.report:
		return nil
	case len(name) == 0:
		return []string{"tabindex", "0"}
	}
	return []string{"tabindex", "0", "role", "region", "aria-label", doc.Text(name)}
}

// groups are rows parted where no cell of text spans both sides: all in one,
// unless some cell spans several.
func groups(rows [][]doc.Cell) [][][]doc.Cell {
	var parts [][][]doc.Cell
	end, grouped := 0, false // of the part at hand
	for r, row := range rows {
		if r >= end {
			parts = append(parts, nil)
		}
		for c := range row {
			if _, below := row[c].Span(); below > 1 && row[c].Picture == nil {
				end, grouped = max(end, r+below), true
			}
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], row)
	}
	if !grouped {
		return [][][]doc.Cell{rows}
	}
	return parts
}

// rows writes rows of cells; scope is what a header cell in them heads. A
// picture stands strip by strip beside its rows, which are as high as the
// reader's type makes them.
func (p *page) rows(t *doc.Table, rows [][]doc.Cell, scope string, strips map[int][]doc.Drawing) {
	hidden := doc.Covered(rows)
	for r, row := range rows {
		p.in("tr", func() {
			for c := range row {
				cell := &row[c]
				if cell.Picture != nil {
					strips[c] = cell.Picture.Strips
				}
				switch {
				case len(strips[c]) > 0:
					p.strip(cell, &strips[c][0])
					strips[c] = strips[c][1:]
				case !hidden[r][c]:
					_, below := cell.Span()
					p.cell(t, cell, c, scope, r+below < len(rows))
				}
			}
		})
	}
}

// strip writes the part of a picture that stands in a row: the first of them
// says what all show.
func (p *page) strip(c *doc.Cell, d *doc.Drawing) {
	p.in("td", func() {
		switch {
		case c.Picture != nil:
			p.drawing(d, "role", "img", "aria-label", c.Picture.Alt)
		case len(d.Areas) > 0:
			p.drawing(d, "aria-hidden", "true")
		}
	}, "class", "bar")
}

// cell writes a cell; over says that there are rows below it, which in a head
// it stands over.
func (p *page) cell(t *doc.Table, c *doc.Cell, column int, scope string, over bool) {
	class := ""
	if column < len(t.Columns) && t.Columns[column].Right {
		class = "right"
	}
	if over && scope == "col" {
		class = strings.TrimSpace(class + " over")
	}
	columns, rows := c.Span()
	across, down := count(columns), count(rows)
	switch {
	case c.Room == doc.Write:
		p.in("td", func() {}, "class", "write")
	case c.Room == doc.Tick:
		p.in("td", func() { p.tick(t.Alt + ": " + doc.Text(c.Text)) })
	case scope == "col" && doc.Text(c.Text) == "" && t.Pictured(column):
		p.in("td", func() {}, "colspan", across, "rowspan", down)
	case scope == "col" || c.Header:
		if rows > 1 && scope == "row" {
			scope = "rowgroup"
		}
		p.in("th", func() {
			if c.Swatch != nil {
				p.drawing(c.Swatch, "class", "swatch", "aria-hidden", "true")
				p.text(" ")
			}
			p.run(c.Text)
		}, "scope", scope, "class", class, "colspan", across, "rowspan", down)
	default:
		p.in("td", func() { p.run(c.Text) }, "class", class, "colspan", across, "rowspan", down)
	}
}

// count is how many columns or rows a cell spans, where that has to be said.
func count(n int) string {
	if n < 2 {
		return ""
	}
	return strconv.Itoa(n)
}
