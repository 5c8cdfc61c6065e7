package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // logos come as JPEG
	"image/png"
	"slices"
	"strconv"

	"kontrakt/internal/doc"
)

// figure is a picture ready to draw.
type figure struct {
	w, h          float64 // points
	shapes        []doc.Shape
	stencil       *stencil   // instead of shapes, where they are many
	areas         []doc.Area // at scale, from its top left corner
	scale         float64
	png           []byte // without transparency, which an archived file may not hold
	columns, rows int    // its pixels
}

// stencil is a drawing of many shapes, such as a code for the telephone's
// camera: a form in the file, kept as it is written there.
type stencil struct {
	shapes []doc.Shape
	form   []byte // deflated, in a square of stencilSide
}

// fewShapes are drawn on the page itself.
const fewShapes = 16

// stencilSide is the side of the square that a stencil is drawn in: with three
// decimals, finer than any printer.
const stencilSide = 1000

// pictureCache keeps pictures by content and size, and the last stencil: a
// clinic's logo and its code stand on every contract.
type pictureCache struct {
	pictures map[pictureKey]*figure
	stencil  *stencil
}

// pictureKey is a picture and its size on paper, in points.
type pictureKey struct {
	sum  [sha256.Size]byte
	w, h float64
}

func newPictureCache() *pictureCache { return &pictureCache{pictures: map[pictureKey]*figure{}} }

// maxPixels bounds the memory that a picture of few bytes can ask for.
const maxPixels = 20 << 20

// maxPictures bounds the cache; a batch has one logo.
const maxPictures = 8

// dots is how many pixels a point of paper is given: 300 an inch.
const dots = 300.0 / 72

// PictureFault is why a picture cannot be printed; empty where it can.
type PictureFault string

// The faults of a picture.
const (
	PictureForm   PictureFault = "form"   // neither PNG nor JPEG
	PictureBroken PictureFault = "broken" // it ends too early, or its bytes do not fit together
	PictureSize   PictureFault = "size"   // more pixels than are read
)

// CheckPicture tells whether a picture can be printed. It reads all of it,
// since a picture that was cut off looks whole at its beginning.
func CheckPicture(data []byte) PictureFault {
	size, form, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat), err == nil && form != "png" && form != "jpeg":
		return PictureForm
	case err != nil || size.Width <= 0 || size.Height <= 0:
		return PictureBroken
	case tooLarge(size):
		return PictureSize
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return PictureBroken
	}
	return ""
}

func tooLarge(size image.Config) bool { return size.Width > maxPixels/size.Height }

// figure makes f ready to draw, no wider than w and no higher than h.
func (c *pictureCache) figure(f *doc.Figure, w, h float64) (*figure, error) {
	if len(f.Picture) == 0 {
		fig := &figure{w: max(f.Width, 1), h: max(f.Height, 1), shapes: f.Shapes}
		if len(f.Shapes) > fewShapes {
			fig.shapes, fig.stencil = nil, c.cut(f.Shapes)
		}
		fig.shrink(w, h)
		return fig, nil
	}
	conf, _, err := image.DecodeConfig(bytes.NewReader(f.Picture))
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	if conf.Width <= 0 || conf.Height <= 0 || tooLarge(conf) {
		return nil, fmt.Errorf("picture of %d × %d pixels is too large", conf.Width, conf.Height)
	}
	fig := &figure{w: float64(conf.Width), h: float64(conf.Height)}
	fig.resize(f.Width, f.Height)
	fig.shrink(w, h)
	key := pictureKey{sha256.Sum256(f.Picture), fig.w, fig.h}
	if known, ok := c.pictures[key]; ok {
		return known, nil
	}
	if err := fig.read(f.Picture); err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	if len(c.pictures) >= maxPictures {
		clear(c.pictures)
	}
	c.pictures[key] = fig
	return fig, nil
}

// cut makes a stencil, or finds the last one again.
func (c *pictureCache) cut(shapes []doc.Shape) *stencil {
	if c.stencil == nil || !slices.Equal(c.stencil.shapes, shapes) {
		c.stencil = &stencil{shapes: shapes}
	}
	return c.stencil
}

// operators draw the stencil in its square.
func (s *stencil) operators() []byte {
	var b []byte
	for _, r := range s.shapes {
		for _, n := range [...]float64{r.X, 1 - r.Y - r.H, r.W, r.H} {
			b = append(appendNumber(b, n*stencilSide), ' ')
		}
		b = append(b, "re "...)
	}
	return append(b, 'f')
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

// shrink makes the picture fit.
func (f *figure) shrink(w, h float64) {
	scale := min(1, w/f.w, h/f.h)
	f.w, f.h = f.w*scale, f.h*scale
}

// read lays the picture on white, with no more pixels than print shows.
func (f *figure) read(data []byte) error {
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return err
	}
	flat := image.NewNRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	draw.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), img, img.Bounds().Min, draw.Over)
	flat = reduce(flat, max(1, int(f.w*dots)), max(1, int(f.h*dots)))
	var out bytes.Buffer
	best := png.Encoder{CompressionLevel: png.BestCompression}
	err = best.Encode(&out, flat)
	f.png, f.columns, f.rows = out.Bytes(), flat.Rect.Dx(), flat.Rect.Dy()
	return err
}

// pixels are the picture as a PDF takes it: the deflated lines of the PNG
// file, without what is around them.
func (f *figure) pixels() (data []byte) {
	const signature, head, sum = 8, 8, 4
	for rest := f.png[signature:]; len(rest) >= head+sum; {
		n := int(binary.BigEndian.Uint32(rest))
		if string(rest[4:head]) == "IDAT" {
			data = append(data, rest[head:head+n]...)
		}
		rest = rest[head+n+sum:]
	}
	return data
}

// reduce averages the pixels of a picture down to w × h, or leaves a smaller one.
func reduce(src *image.NRGBA, w, h int) *image.NRGBA {
	size := src.Bounds().Size()
	w, h = min(w, size.X), min(h, size.Y)
	if w == size.X && h == size.Y {
		return src
	}
	dst := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			area := image.Rect(x*size.X/w, y*size.Y/h, (x+1)*size.X/w, (y+1)*size.Y/h)
			dst.SetNRGBA(x, y, average(src, area))
		}
	}
	return dst
}

// average is the mean colour of an area without transparency.
func average(src *image.NRGBA, area image.Rectangle) color.NRGBA {
	var sum [3]int
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			at := src.PixOffset(x, y)
			for i := range sum {
				sum[i] += int(src.Pix[at+i])
			}
		}
	}
	n := area.Dx() * area.Dy()
	return color.NRGBA{uint8(sum[0] / n), uint8(sum[1] / n), uint8(sum[2] / n), 0xff}
}

// figure draws a picture at x, y from the top of the page.
func (w *painter) figure(b *box, x, y float64) {
	f := b.figure
	w.mark(b.elem)
	w.endText()
	switch {
	case f.stencil != nil:
		w.ink(black)
		w.placed(f, x, y)
		return
	case f.png != nil:
		w.placed(f, x, y)
		return
	}
	if len(f.shapes) == 0 {
		w.areas(f, x, y)
		return
	}
	w.ink(black)
	for _, s := range f.shapes {
		w.numbers(x+s.X*f.w, pageHeight-y-s.Y*f.h, s.W*f.w, -s.H*f.h)
		w.buf.WriteString("re ")
	}
	w.buf.WriteString("f\n")
}

// areas draws geometry, in PDF coordinates.
func (w *painter) areas(f *figure, x, y float64) {
	for _, a := range f.areas {
		w.ink(inkOf(a.Ink))
		for i, p := range a.Points {
			w.numbers(x+p.X*f.scale, pageHeight-y-p.Y*f.scale)
			w.buf.WriteByte("ml"[min(i, 1)])
			w.buf.WriteByte(' ')
		}
		w.buf.WriteString("f\n")
	}
}

// placed puts what is an object of its own in the file on the page.
func (w *painter) placed(f *figure, x, y float64) {
	n := slices.Index(w.pictures, f)
	if n < 0 {
		n = len(w.pictures)
		w.pictures = append(w.pictures, f)
	}
	w.buf.WriteString("q ")
	w.numbers(f.w, 0, 0, f.h, x, pageHeight-y-f.h)
	w.buf.WriteString("cm /I" + strconv.Itoa(n) + " Do Q\n")
}
