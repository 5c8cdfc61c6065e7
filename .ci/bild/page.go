package main

import (
	"image"
	"image/color"
	"image/draw"
)

// What a page may differ without being another page. Another version of the
// program that draws, or of its fonts, moves edges within a point and makes
// strokes a little darker or lighter; text or a rule that has moved two points
// leaves ink where there was none. Measured on our papers: the shortest line
// of text, a word, moved two points leaves some 30 such points, moved one
// point none; poppler with other smoothing leaves none.
const (
	// clear is how much darker than all its neighbours in the other picture a
	// point must be to count, of 255.
	clear = 96
	// shade is how much two even areas must differ to count: less than the
	// palest of our tints on white, more than what is lost by levels.
	shade = 14
	// few is how many such points a page may have.
	few = 8
	// levels is how many greys a kept picture has: enough for shade, and small.
	levels = 16
)

// astray are the points of a that b is without: ink that is nowhere within one
// point, and even areas of another grey. The pictures have the same size.
func astray(a, b *image.Gray) []image.Point {
	var points []image.Point
	for y := a.Rect.Min.Y; y < a.Rect.Max.Y; y++ {
		for x := a.Rect.Min.X; x < a.Rect.Max.X; x++ {
			here := int(a.GrayAt(x, y).Y)
			if here+shade > int(b.GrayAt(x, y).Y) {
				continue
			}
			dark, light := around(b, x, y)
			if here+clear < dark {
				points = append(points, image.Pt(x, y))
				continue
			}
			darkHere, lightHere := around(a, x, y)
			if dark == light && darkHere == lightHere {
				points = append(points, image.Pt(x, y))
			}
		}
	}
	return points
}

// around are the darkest and the lightest grey of a point and its neighbours.
func around(p *image.Gray, x, y int) (dark, light int) {
	dark = 255
	near := image.Rect(x-1, y-1, x+2, y+2).Intersect(p.Rect)
	for y := near.Min.Y; y < near.Max.Y; y++ {
		for x := near.Min.X; x < near.Max.X; x++ {
			grey := int(p.GrayAt(x, y).Y)
			dark, light = min(dark, grey), max(light, grey)
		}
	}
	return dark, light
}

// coarse is the page in few greys.
func coarse(p *image.Gray) *image.Paletted {
	var greys color.Palette
	for i := range levels {
		greys = append(greys, color.Gray{uint8(255 * i / (levels - 1))})
	}
	c := image.NewPaletted(p.Rect, greys)
	for i, grey := range p.Pix {
		c.Pix[i] = uint8((int(grey)*(levels-1) + 127) / 255)
	}
	return c
}

// beside is one picture of the kept page, the new one, and the new one in pale
// with what is gone in red and what is new in blue. A page that is not there
// is white.
func beside(kept, fresh *image.Gray) image.Image {
	size := image.Rectangle{}
	for _, p := range []*image.Gray{kept, fresh} {
		if p != nil {
			size = size.Union(p.Rect)
		}
	}
	kept, fresh = whole(kept, size), whole(fresh, size)
	width := size.Dx() + 4
	all := image.NewRGBA(image.Rect(0, 0, 3*width, size.Dy()))
	draw.Draw(all, all.Rect, image.NewUniform(color.Gray{128}), image.Point{}, draw.Src)
	draw.Draw(all, size, kept, image.Point{}, draw.Src)
	draw.Draw(all, size.Add(image.Pt(width, 0)), fresh, image.Point{}, draw.Src)
	for y := range size.Dy() {
		for x := range size.Dx() {
			all.Set(2*width+x, y, color.Gray{192 + fresh.GrayAt(x, y).Y/4})
		}
	}
	for _, p := range astray(kept, fresh) {
		all.Set(2*width+p.X, p.Y, color.RGBA{R: 220, A: 255})
	}
	for _, p := range astray(fresh, kept) {
		all.Set(2*width+p.X, p.Y, color.RGBA{B: 220, A: 255})
	}
	return all
}

// whole is a picture of the size, white where p is not.
func whole(p *image.Gray, size image.Rectangle) *image.Gray {
	w := image.NewGray(size)
	draw.Draw(w, size, image.White, image.Point{}, draw.Src)
	if p != nil {
		draw.Draw(w, p.Rect, p, image.Point{}, draw.Src)
	}
	return w
}
