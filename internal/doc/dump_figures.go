package doc

import (
	"fmt"
	"strings"
)

func (p *dumper) split(s *Split) {
	p.line("split")
	p.in(func() {
		p.text("caption", s.Caption)
		p.text("subtitle", s.Subtitle)
		p.line("left")
		p.in(func() { p.blocks(s.Left) })
		p.line("right")
		p.in(func() { p.blocks(s.Right) })
	})
}

func (p *dumper) table(t *Table) {
	closed := ""
	if t.Close {
		closed = " close"
	}
	p.line("table%s%s", language(t.Lang), closed)
	p.in(func() {
		p.text("caption", t.Caption)
		p.text("subtitle", t.Subtitle)
		p.text("continued", t.Continued)
		p.rows("head", t.Head)
		p.rows("row", t.Rows)
		p.rows("foot", t.Foot)
		p.blocks(t.Notes)
	})
}

func (p *dumper) rows(kind string, rows [][]Cell) {
	for _, row := range rows {
		cells := make([]string, len(row))
		for i := range row {
			cells[i] = row[i].dump()
		}
		p.line("%s: %s", kind, strings.Join(cells, " | "))
	}
}

// dump is a cell on a line: what it heads, spans and has room for, and its words.
func (c *Cell) dump() string {
	s := [...]string{"", "____", "[ ] "}[c.Room] + marked(c.Text)
	if c.Swatch != nil {
		s = "■ " + s
	}
	if p := c.Picture; p != nil {
		s = fmt.Sprintf("(picture of %d strips: %s)", len(p.Strips), p.Alt)
	}
	if columns, rows := c.Span(); columns > 1 || rows > 1 {
		s = fmt.Sprintf("%dx%d ", columns, rows) + s
	}
	if c.Header {
		s = "# " + s
	}
	return s
}

func (p *dumper) figure(f *Figure) {
	kind, width, height := fmt.Sprintf("%d shapes", len(f.Shapes)), f.Width, f.Height
	switch {
	case len(f.Picture) > 0:
		kind = fmt.Sprintf("picture, %d bytes", len(f.Picture))
	case f.Drawing != nil:
		kind = fmt.Sprintf("drawing of %d areas", len(f.Drawing.Areas))
		width, height = f.Drawing.Width, f.Drawing.Height
	}
	if f.Beside {
		kind += ", beside"
	}
	p.line("figure %gx%g (%s): %s", width, height, kind, f.Alt)
	p.in(func() {
		p.text("caption", f.Caption)
		p.text("subtitle", f.Subtitle)
		if f.Drawing != nil {
			for _, w := range f.Drawing.Words {
				p.text("words", []Inline{Plain(w.Text)})
			}
		}
	})
}
