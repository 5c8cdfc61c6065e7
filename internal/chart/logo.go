package chart

import (
	"bytes"
	"image"
	_ "image/jpeg" // a logo is a PNG or a JPEG
	_ "image/png"

	"kontrakt/internal/doc"
)

// The room that a logo is given at the top of page 1, in points.
const (
	logoWidth  = 140
	logoHeight = 40
)

// Logo is a picture as large as it may be at the top of a page, its
// proportions kept. It is nil when there is no picture, or one that cannot be
// read.
func Logo(picture []byte, alt string) *doc.Figure {
	size, _, err := image.DecodeConfig(bytes.NewReader(picture))
	if err != nil || size.Width == 0 || size.Height == 0 {
		return nil
	}
	scale := min(logoWidth/float64(size.Width), logoHeight/float64(size.Height))
	return &doc.Figure{Alt: alt, Picture: picture, Width: scale * float64(size.Width), Height: scale * float64(size.Height)}
}
