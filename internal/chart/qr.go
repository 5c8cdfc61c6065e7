// Package chart draws: what it makes is doc.Figure, geometry that looks the
// same on paper and on screen. It is the only door to the QR library.
package chart

import (
	"rsc.io/qr"

	"kontrakt/internal/doc"
)

// qrSide is how wide and high a code is printed, in points: 22 mm, so that an
// ordinary telephone reads it at arm's length.
const qrSide = 62

// quiet is the empty margin that a reader needs, in modules (ISO/IEC 18004).
const quiet = 4

// QR is an address as a code for the telephone's camera, beside the text that
// says the same. It is nil when there is no address, or one that is too long
// for a code.
func QR(address, alt string) *doc.Figure {
	code, err := qr.Encode(address, qr.M)
	if err != nil || address == "" {
		return nil
	}
	return &doc.Figure{
		Alt: alt, Width: qrSide, Height: qrSide, Beside: true,
		Shapes: scaled(rectangles(code.Size, code.Black), code.Size+2*quiet),
	}
}

// box is a rectangle in modules, of which a code has at most 177 a side.
type box struct{ x, y, w, h uint8 }

// rectangles covers the dark modules with few rectangles: runs in a row,
// grown downwards while the run stays the same.
func rectangles(size int, dark func(x, y int) bool) []box {
	done, open, next := make([]box, 0, size*size/4), make([]box, 0, size), make([]box, 0, size)
	for y := 0; y <= size; y++ {
		next = runs(next[:0], size, y, dark)
		for n := range next {
			r := &next[n]
			for i, above := range open {
				if above.x == r.x && above.w == r.w {
					r.y, r.h = above.y, above.h+1
					open[i].h = 0 // goes on in r
				}
			}
		}
		for _, above := range open {
			if above.h > 0 {
				done = append(done, above)
			}
		}
		open, next = next, open
	}
	return done
}

// runs adds the dark runs of a row; the row below the last is empty.
func runs(all []box, size, y int, dark func(x, y int) bool) []box {
	if y == size {
		return all
	}
	for x := 0; x < size; x++ {
		start := x
		for x < size && dark(x, y) {
			x++
		}
		if x > start {
			all = append(all, box{uint8(start), uint8(y), uint8(x - start), 1})
		}
	}
	return all
}

// scaled puts rectangles in the unit square, inside the empty margin.
func scaled(boxes []box, side int) []doc.Shape {
	module := 1 / float64(side)
	shapes := make([]doc.Shape, len(boxes))
	for i, b := range boxes {
		shapes[i] = doc.Shape{
			X: (float64(b.x) + quiet) * module, Y: (float64(b.y) + quiet) * module,
			W: float64(b.w) * module, H: float64(b.h) * module,
		}
	}
	return shapes
}
