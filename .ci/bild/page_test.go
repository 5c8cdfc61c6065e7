package main

import (
	"image"
	"image/color"
	"image/draw"
	"testing"
)

// page is a kept page: text of several sizes, rules, frames and tints.
func page(t *testing.T) *image.Gray {
	t.Helper()
	p, err := read("../../testdata/sidor/kontrakt-sv-1.png")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// lines are the bands of a page that have ink, one for each line of text or
// rule that stands alone.
func lines(p *image.Gray) []image.Rectangle {
	var all []image.Rectangle
	from := -1
	for y := range p.Rect.Dy() {
		blank := true
		for x := range p.Rect.Dx() {
			blank = blank && p.GrayAt(x, y).Y > 200
		}
		switch {
		case !blank && from < 0:
			from = y
		case blank && from >= 0:
			all = append(all, image.Rect(0, from, p.Rect.Dx(), y))
			from = -1
		}
	}
	return all
}

// moved is the page with one band somewhere else.
func moved(p *image.Gray, band image.Rectangle, by image.Point) *image.Gray {
	m := whole(p, p.Rect)
	draw.Draw(m, band, image.White, image.Point{}, draw.Src)
	for y := band.Min.Y; y < band.Max.Y; y++ {
		for x := range p.Rect.Dx() {
			to := image.Pt(x, y).Add(by)
			if grey := p.GrayAt(x, y); grey.Y < m.GrayAt(to.X, to.Y).Y {
				m.SetGray(to.X, to.Y, grey)
			}
		}
	}
	return m
}

// A line of text or a rule that has moved is another page; the least that is
// drawn anew within a point is not.
func TestLineThatMoved(t *testing.T) {
	p := page(t)
	bands := lines(p)
	if len(bands) < 20 {
		t.Fatalf("only %d lines to move", len(bands))
	}
	for _, band := range bands {
		for _, far := range []image.Point{{0, 2}, {0, -2}, {0, 3}, {0, 6}} {
			if judge(p, moved(p, band, far)) == "" {
				t.Errorf("the line at %d moved by %v is not seen", band.Min.Y, far)
			}
		}
		for _, near := range []image.Point{{0, 1}, {1, 0}} {
			if verdict := judge(p, moved(p, band, near)); verdict != "" {
				t.Errorf("the line at %d moved by %v: %s", band.Min.Y, near, verdict)
			}
		}
	}
}

// What another version of the program that draws may do to a page.
func TestDrawnByAnother(t *testing.T) {
	p := page(t)
	for _, test := range []struct {
		name    string
		weights [3][3]int
	}{
		{"a quarter of a point down and to the right", [3][3]int{{1, 3, 0}, {3, 9, 0}, {0, 0, 0}}},
		{"a quarter of a point up and to the left", [3][3]int{{0, 0, 0}, {0, 9, 3}, {0, 3, 1}}},
		{"softer edges", [3][3]int{{0, 1, 0}, {1, 12, 1}, {0, 1, 0}}},
		{"harder edges", [3][3]int{{0, -1, 0}, {-1, 20, -1}, {0, -1, 0}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if verdict := judge(p, weighed(p, test.weights)); verdict != "" {
				t.Error(verdict)
			}
		})
	}
}

// weighed is the page with each point mixed with its neighbours; the weights
// have the sum 16.
func weighed(p *image.Gray, weights [3][3]int) *image.Gray {
	w := image.NewGray(p.Rect)
	for y := range p.Rect.Dy() {
		for x := range p.Rect.Dx() {
			sum := 0
			for dy, row := range weights {
				for dx, weight := range row {
					sum += weight * at(p, image.Pt(x+dx-1, y+dy-1))
				}
			}
			w.SetGray(x, y, color.Gray{uint8(min(max(sum/16, 0), 255))})
		}
	}
	return w
}

// A tint that is gone or another is another page, however pale.
func TestTintThatChanged(t *testing.T) {
	plain, tinted := image.NewGray(image.Rect(0, 0, 60, 60)), image.NewGray(image.Rect(0, 0, 60, 60))
	draw.Draw(plain, plain.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(tinted, tinted.Rect, image.NewUniform(color.Gray{238}), image.Point{}, draw.Src)
	if judge(plain, tinted) == "" || judge(tinted, plain) == "" {
		t.Error("a tint of 238 is not told from white")
	}
}

// In few greys a page is still the same page.
func TestCoarse(t *testing.T) {
	p := image.NewGray(image.Rect(0, 0, 256, 9))
	for x := range 256 {
		for y := range 9 {
			p.SetGray(x, y, color.Gray{uint8(x)})
		}
	}
	c := image.NewGray(p.Rect)
	draw.Draw(c, c.Rect, coarse(p), image.Point{}, draw.Src)
	if verdict := judge(c, p); verdict != "" {
		t.Error(verdict)
	}
}

// A page more and a page less are told, and can be shown.
func TestPageThatIsNotThere(t *testing.T) {
	p := page(t)
	for _, pair := range [][2]*image.Gray{{p, nil}, {nil, p}} {
		if judge(pair[0], pair[1]) == "" {
			t.Error("a page that is not there is not told")
		}
		if got, want := beside(pair[0], pair[1]).Bounds().Dx(), 3*p.Rect.Dx(); got < want {
			t.Errorf("the picture is %d points wide, want at least %d", got, want)
		}
	}
}

// at is the grey of a point, white outside the page.
func at(p *image.Gray, q image.Point) int {
	if !q.In(p.Rect) {
		return 255
	}
	return int(p.GrayAt(q.X, q.Y).Y)
}
