package chart

import (
	"slices"
	"strings"

	"kontrakt/internal/doc"
)

// The measures of a picture alone, in points.
const (
	rowTop, rowHeight = 1, 15 // of a row with one line
	closeHeight       = 12    // where rows stand close
	closeGap          = 5     // and groups of them apart
	rowLine           = 13.5
	closeLine         = 12
	headSize          = 9
	headLine          = 11
	headGap           = 3 // under the heads
	rule              = 0.75
	cellGap           = 4
	swatchGap         = 3
)

// Alone is the picture of a table without the rest of it: labels, numbers and
// bars, with the heads of their columns. It is nil for a table without one.
func Alone(t *doc.Table, m Measure) *doc.Figure {
	a := &alone{t: t, measure: m, at: make([]float64, len(t.Columns)+1)}
	var alts []string
	for _, row := range t.Rows {
		for c := range row {
			if p := row[c].Picture; p != nil {
				alts = append(alts, p.Alt)
			}
		}
	}
	if len(alts) == 0 {
		return nil
	}
	a.columns()
	a.heads()
	a.rows()
	a.Drawing.Width, a.Height = a.at[len(t.Columns)], a.y
	return &doc.Figure{Caption: t.Caption, Subtitle: t.Subtitle, Alt: strings.Join(alts, " "), Drawing: &a.Drawing}
}

// alone is a picture under way.
type alone struct {
	doc.Drawing
	t       *doc.Table
	measure Measure
	kept    []bool    // by column
	at      []float64 // where each column begins
	y       float64
}

// columns keeps those up to the last picture, and those that a swatch in
// their head makes a part of it; where no number stands before a picture or is
// of it, the one after it.
func (a *alone) columns() {
	n := len(a.t.Columns)
	a.kept = make([]bool, n)
	last, numbered := 0, false
	for c := range n {
		if a.t.Pictured(c) {
			last = c
		}
		numbered = numbered || a.swatch(c) != nil
	}
	if !numbered && last > 0 && !a.t.Columns[last-1].Right && last+1 < n {
		last++
	}
	for c, column := range a.t.Columns {
		a.kept[c] = c <= last || a.swatch(c) != nil
		a.at[c+1] = a.at[c]
		if a.kept[c] {
			a.at[c+1] += column.Weight
		}
	}
}

// head is what stands nearest over a column.
func (a *alone) head(column int) doc.Cell {
	var nearest doc.Cell
	hidden := doc.Covered(a.t.Head)
	for r, row := range a.t.Head {
		if column < len(row) && !hidden[r][column] {
			nearest = row[column]
		}
	}
	return nearest
}

func (a *alone) swatch(column int) *doc.Drawing {
	c := a.head(column)
	return c.Swatch
}

// heads writes the heads at the foot of theirs, with a rule under them.
func (a *alone) heads() {
	lines, high := make([][]string, len(a.kept)), 0
	for c := range a.kept {
		if a.kept[c] {
			lines[c] = a.headLines(c)
			high = max(high, len(lines[c]))
		}
	}
	if high == 0 {
		return
	}
	for c := range lines {
		for i, text := range lines[c] {
			baseline := headLine * (float64(high-len(lines[c])+i+1) - 0.2)
			w := a.words(c, text, baseline, headSize, true)
			if s := a.swatch(c); s != nil && i == 0 {
				left := w.X
				if w.Right {
					left -= w.Width
				}
				a.put(s, left-swatchGap-s.Width, baseline-s.Height)
			}
		}
	}
	a.y = headLine*float64(high) + headGap
	end := a.at[len(a.t.Columns)]
	a.Areas = append(a.Areas, rectangle(doc.Black, 0, a.y, end, rule))
	a.y += rule
}

// headLines are the lines of a head. One of numbers may reach over the picture
// at its left rather than part a word.
func (a *alone) headLines(column int) []string {
	head := a.head(column)
	text, width := doc.Text(head.Text), a.width(column)
	if a.t.Columns[column].Right {
		for _, word := range strings.Fields(text) {
			width = max(width, a.measure(word, headSize, true))
		}
	}
	return wrapped(a.measure, text, width, headSize, true)
}

func (a *alone) width(column int) float64 { return a.at[column+1] - a.at[column] - cellGap }

// words writes a line in a column.
func (a *alone) words(column int, text string, baseline, size float64, bold bool) doc.Words {
	w := doc.Words{Text: text, X: a.at[column], Y: baseline, Width: a.measure(text, size, bold), Size: size, Bold: bold}
	if a.t.Columns[column].Right {
		w.X, w.Right = a.at[column+1], true
	}
	a.Words = append(a.Words, w)
	return w
}

// put lays a drawing in this one.
func (a *alone) put(d *doc.Drawing, x, y float64) {
	for _, area := range d.Areas {
		moved := make([]doc.Point, len(area.Points))
		for i, p := range area.Points {
			moved[i] = doc.Point{X: x + p.X, Y: y + p.Y}
		}
		a.Areas = append(a.Areas, doc.Area{Ink: area.Ink, Points: moved})
	}
}

// rows writes the rows, each with its strips.
func (a *alone) rows() {
	hidden := doc.Covered(a.t.Rows)
	strips := make([][]doc.Drawing, len(a.kept))
	below := 0.0 // where the label of a group ends
	for r, row := range a.t.Rows {
		if !hidden[r][0] {
			a.y = max(a.y, below)
			if a.t.Close {
				a.y += closeGap
			}
		}
		next := a.y + a.high()
		for c := range row {
			if row[c].Picture != nil {
				strips[c] = row[c].Picture.Strips
			}
			switch _, rows := row[c].Span(); {
			case !a.kept[c]:
			case len(strips[c]) > 0:
				a.strip(&strips[c][0], c)
				strips[c] = strips[c][1:]
			case hidden[r][c]:
			case rows > 1:
				below = a.cell(&row[c], c)
			default:
				next = max(next, a.cell(&row[c], c))
			}
		}
		a.y = next
	}
	a.y = max(a.y, below)
}

// high is how high a row of one line is.
func (a *alone) high() float64 {
	if a.t.Close {
		return closeHeight
	}
	return rowHeight
}

// strip lays a strip in the middle of the row's first line, at the right edge
// of its column.
func (a *alone) strip(s *doc.Drawing, column int) {
	a.put(s, a.at[column+1]-s.Width, a.y+(a.high()-s.Height)/2)
}

// cell writes a cell's words and tells where the row may end for it.
func (a *alone) cell(c *doc.Cell, column int) float64 {
	const ascent = 0.74 // of a line, down to its baseline
	top, line := float64(rowTop), rowLine
	if a.t.Close {
		top, line = 0, closeLine
	}
	lines := wrapped(a.measure, doc.Text(c.Text), a.width(column), size, false)
	for i, text := range lines {
		a.words(column, text, a.y+top+line*(float64(i)+ascent), size, false)
	}
	return a.y + a.high() + line*float64(max(0, len(lines)-1))
}

// Abreast is the pictures of the tables in a Split as one, the left ones before
// the right ones. It is nil where no table has a picture.
func Abreast(s *doc.Split, m Measure) *doc.Figure {
	const between = 24
	all, alts := &alone{}, []string{}
	for _, b := range slices.Concat(s.Left, s.Right) {
		t, ok := b.(*doc.Table)
		if !ok {
			continue
		}
		f := Alone(t, m)
		if f == nil {
			continue
		}
		from := all.Drawing.Width
		if len(alts) > 0 {
			from += between
		}
		alts = append(alts, f.Alt)
		all.put(f.Drawing, from, 0)
		for _, w := range f.Drawing.Words {
			w.X += from
			all.Words = append(all.Words, w)
		}
		all.Drawing.Width, all.Height = from+f.Drawing.Width, max(all.Height, f.Drawing.Height)
	}
	if len(alts) == 0 {
		return nil
	}
	return &doc.Figure{Caption: s.Caption, Subtitle: s.Subtitle, Alt: strings.Join(alts, " "), Drawing: &all.Drawing}
}
