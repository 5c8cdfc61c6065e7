package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // logos come as JPEG
	"image/png"

	"codeberg.org/go-pdf/fpdf"

	"kontrakt/internal/doc"
)

// figure is a picture ready to draw.
type figure struct {
	w, h   float64 // points
	shapes []doc.Shape
	png    []byte // without transparency, which an archived file may not hold
	name   string
}

// imageCache keeps pictures by content: a clinic's logo stands on every contract.
type imageCache map[[sha256.Size]byte]*figure

// maxPixels bounds the memory that a picture of few bytes can ask for.
const maxPixels = 20 << 20

// maxImages bounds the cache; a batch has one logo.
const maxImages = 8

func (c imageCache) figure(f *doc.Figure) (*figure, error) {
	if len(f.Picture) == 0 {
		return &figure{w: max(f.Width, 1), h: max(f.Height, 1), shapes: f.Shapes}, nil
	}
	key := sha256.Sum256(f.Picture)
	fig, ok := c[key]
	if !ok {
		var err error
		if fig, err = flatten(f.Picture); err != nil {
			return nil, err
		}
		fig.name = hex.EncodeToString(key[:8])
		if len(c) >= maxImages {
			clear(c)
		}
		c[key] = fig
	}
	sized := *fig
	sized.resize(f.Width, f.Height)
	return &sized, nil
}

// resize gives the picture its size on paper; a length of 0 follows from the
// other and the picture's own form.
func (f *figure) resize(w, h float64) {
	switch {
	case w > 0 && h > 0:
		f.w, f.h = w, h
	case w > 0:
		f.w, f.h = w, f.h*w/f.w
	case h > 0:
		f.w, f.h = f.w*h/f.h, h
	}
}

// flatten lays a picture on white.
func flatten(data []byte) (*figure, error) {
	conf, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	if conf.Width <= 0 || conf.Height <= 0 || conf.Width > maxPixels/conf.Height {
		return nil, fmt.Errorf("picture of %d × %d points is too large", conf.Width, conf.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	flat := image.NewNRGBA(image.Rect(0, 0, conf.Width, conf.Height))
	draw.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), img, img.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if err := png.Encode(&out, flat); err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	return &figure{w: float64(conf.Width), h: float64(conf.Height), png: out.Bytes()}, nil
}

// figure draws a picture at x, y from the top of the page.
func (w *painter) figure(b *box, x, y float64) {
	f := b.figure
	w.mark(b.elem)
	if f.png != nil {
		w.flush()
		w.canvas.RegisterImageOptionsReader(f.name, fpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(f.png))
		w.canvas.ImageOptions(f.name, x, y, f.w, f.h, false, fpdf.ImageOptions{ImageType: "PNG"}, 0, "")
		return
	}
	w.buf.WriteString("0.067 0.067 0.067 rg\n")
	w.colour = black
	for _, s := range f.shapes {
		w.numbers(x+s.X*f.w, pageHeight-y-s.Y*f.h, s.W*f.w, -s.H*f.h)
		w.buf.WriteString("re ")
	}
	w.buf.WriteString("f\n")
}
