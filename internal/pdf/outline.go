package pdf

import (
	"strconv"
	"strings"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// Outline is a line of text as the outlines of its letters, in the data of an
// SVG path: in points from where it begins on its baseline, y downwards. The
// error is a [*MissingError], or tells of a font that cannot be read.
func (p *Printer) Outline(text string, size float64, bold bool) (string, error) {
	s := p.shaper
	s.err = nil
	var out strings.Builder
	x := 0.0
	for i, word := range strings.Split(text, " ") {
		if i > 0 {
			x += float64(s.word(" ", bold).adv) * size / 1000
		}
		for _, g := range s.word(word, bold).glyphs {
			face := s.fonts.families[g.face/2].faces[g.face&1]
			shapes, err := face.letters()
			if err != nil {
				return "", err
			}
			scale := size / float64(face.upem)
			g.drawn(func(c component) {
				if o, ok := font.NewFace(shapes).GlyphData(font.GID(c.gid)).(font.GlyphOutline); ok {
					appendOutline(&out, o, x+float64(c.dx)*scale, -float64(c.dy)*scale, scale)
				}
			})
			x += float64(g.adv) * size / 1000
		}
	}
	return out.String(), s.err
}

// appendOutline writes a glyph at a place.
func appendOutline(b *strings.Builder, o font.GlyphOutline, x, y, scale float64) {
	for _, s := range o.Segments {
		b.WriteByte("MLQC"[s.Op])
		for i, p := range s.ArgsSlice() {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(hundredths(x+float64(p.X)*scale) + " " + hundredths(y-float64(p.Y)*scale))
		}
	}
}

// hundredths is a number with up to two decimals.
func hundredths(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// parseLetters reads all of the face that shapes its letters.
func (f *face) parseLetters() (*font.Font, error) {
	ld, err := ot.NewLoader(f.file.only("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"))
	if err != nil {
		return nil, err
	}
	return font.NewFont(ld)
}
