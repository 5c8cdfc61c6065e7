package chart

import (
	"math"

	"kontrakt/internal/doc"
)

// The measures of bars, in points.
const (
	barHeight = 9
	edge      = 0.75 // of a frame, and the least that is seen of a number above zero
	gap       = 1    // between squares

	leastPitch, mostPitch = 5, 11 // from one square to the next

	hatchWide, hatchEvery = 1.1, 3.5 // a hatched part's lines, across them

	swatchWidth, swatchHeight = 9, 8
)

// Fill is how a bar, or a part of one, is filled. In black and white the
// three are as unlike as in colour.
type Fill int

// The fills, in the order of the parts of a stacked bar.
const (
	Solid Fill = iota
	Hatched
	Hollow
)

// Bar is a bar from zero, in a strip as wide as width: full is as long as the
// strip. Zero is no bar; what is hidden or not known is no Bar at all but an
// empty doc.Drawing.
func Bar(value, full, width float64, f Fill) doc.Drawing {
	d := strip(width)
	if value <= 0 || full <= 0 {
		return d
	}
	d.Areas = filled(f, 0, max(edge, width*value/full), barHeight)
	return d
}

// Framed is a bar in a frame that stands for all n.
func Framed(value, n, width float64) doc.Drawing {
	d := Bar(value, n, width, Solid)
	d.Areas = append(d.Areas, frame(doc.Accent, 0, 0, width, barHeight, edge)...)
	return d
}

// Stacked is a bar of a whole, whose parts are solid, hatched and hollow, in
// one frame and with a line at each joint. A whole of nothing draws nothing.
func Stacked(parts [3]float64, width float64) doc.Drawing {
	d, sum := strip(width), parts[0]+parts[1]+parts[2]
	if sum <= 0 {
		return d
	}
	first, second := width*parts[0]/sum, width*(parts[0]+parts[1])/sum
	if parts[0] > 0 {
		d.Areas = append(d.Areas, rectangle(doc.Accent, 0, 0, first, barHeight))
	}
	d.Areas = append(d.Areas, hatch(first, second, barHeight)...)
	if parts[1] > 0 && parts[2] > 0 {
		d.Areas = append(d.Areas, rectangle(doc.Accent, second-edge/2, 0, edge, barHeight))
	}
	d.Areas = append(d.Areas, frame(doc.Accent, 0, 0, width, barHeight, edge)...)
	return d
}

// Pitch is from one square to the next where each is a patient and the row
// with most patients has most of them; 0 where there is no room to tell
// squares apart, and the rows are bars.
func Pitch(most int, width float64) float64 {
	pitch := math.Min(mostPitch, (width+gap)/float64(max(most, 1)))
	if pitch < leastPitch {
		return 0
	}
	return pitch
}

// Squares is a row of squares, one for each patient.
func Squares(patients int, pitch, width float64) doc.Drawing {
	d := strip(width)
	for i := range patients {
		d.Areas = append(d.Areas, rectangle(doc.Accent, float64(i)*pitch, 0, pitch-gap, barHeight))
	}
	return d
}

// Swatch is how a fill looks, for the head of the column that has its numbers.
func Swatch(f Fill) *doc.Drawing {
	d := &doc.Drawing{Width: swatchWidth, Height: swatchHeight}
	d.Areas = append(filled(f, 0, swatchWidth, swatchHeight), frame(doc.Accent, 0, 0, swatchWidth, swatchHeight, edge)...)
	return d
}

func strip(width float64) doc.Drawing { return doc.Drawing{Width: width, Height: barHeight} }

// filled is the space between two x in a fill, from the top down to height.
func filled(f Fill, from, to, height float64) []doc.Area {
	switch f {
	case Hatched:
		return append(hatch(from, to, height), frame(doc.Accent, from, 0, to-from, height, edge)...)
	case Hollow:
		return frame(doc.Accent, from, 0, to-from, height, edge)
	}
	return []doc.Area{rectangle(doc.Accent, from, 0, to-from, height)}
}

func rectangle(i doc.Ink, x, y, w, h float64) doc.Area {
	return doc.Area{Ink: i, Points: []doc.Point{{X: x, Y: y}, {X: x + w, Y: y}, {X: x + w, Y: y + h}, {X: x, Y: y + h}}}
}

// frame is the four sides of a rectangle, within it.
func frame(i doc.Ink, x, y, w, h, edge float64) []doc.Area {
	if w <= 2*edge || h <= 2*edge {
		return []doc.Area{rectangle(i, x, y, w, h)}
	}
	return []doc.Area{
		rectangle(i, x, y, w, edge), rectangle(i, x, y+h-edge, w, edge),
		rectangle(i, x, y+edge, edge, h-2*edge), rectangle(i, x+w-edge, y+edge, edge, h-2*edge),
	}
}

// hatch is lines that rise to the right between two x, as if cut out of one
// pattern for all bars under one another.
func hatch(from, to, height float64) []doc.Area {
	var lines []doc.Area
	every, wide := hatchEvery*math.Sqrt2, hatchWide*math.Sqrt2
	for foot := every * math.Floor((from-height)/every); foot < to; foot += every {
		if line := slanted(foot, foot+wide, from, to, height); len(line) > 2 {
			lines = append(lines, doc.Area{Ink: doc.Accent, Points: line})
		}
	}
	return lines
}

// slanted is the part between two x of a line that stands on height, between
// left and right, and leans to the right by its own height.
func slanted(left, right, from, to, height float64) []doc.Point {
	whole := []doc.Point{{X: left, Y: height}, {X: left + height, Y: 0}, {X: right + height, Y: 0}, {X: right, Y: height}}
	return clip(clip(whole, from, 1), to, -1)
}

// clip is what of a polygon lies at the right of x, or with side -1 at its left.
func clip(points []doc.Point, x, side float64) []doc.Point {
	var kept []doc.Point
	for i, a := range points {
		b := points[(i+1)%len(points)]
		ina, inb := (a.X-x)*side >= 0, (b.X-x)*side >= 0
		if ina {
			kept = append(kept, a)
		}
		if ina != inb {
			kept = append(kept, doc.Point{X: x, Y: a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X)})
		}
	}
	return kept
}
