package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"golang.org/x/text/encoding/charmap"
)

// commonText is what the common fonts hold, which every document has: the
// first family's, regular and bold. Their files are made once, and lie once in
// a merged file. What a document needs beyond them makes fonts of its own, from
// that document alone.
const commonText = " !\"#%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_" +
	"abcdefghijklmnopqrstuvwxyz\u00a0\u00ad§«»°±·½×ÄÅÉÖÜàáäåçèéêëíñóôöúüÆØæø–—’“”•…≤≥"

// glyphKey is a glyph with what it is read as: a hyphen where a line may break
// and one where it may not are one shape, but are read apart.
type glyphKey struct {
	gid uint16
	sign
}

// subset is the glyphs that a font has of one face. A glyph's code is its
// place in keys; code 0 is .notdef, which is never drawn.
type subset struct {
	face   *face
	keys   []glyphKey // one without text is no glyph
	codes  map[glyphKey]uint16
	byGID  []uint16 // of a common one: the code of a glyph's most usual text; 0 for none
	common bool
}

// fontFile is a subset as it lies in the file.
type fontFile struct {
	name      string // with the tag that tells subsets of a face apart
	program   []byte // deflated
	size      int    // before that
	toUnicode []byte // deflated
	widths    []byte
}

// subsetter gives the glyphs of a document their codes and makes its fonts.
type subsetter struct {
	fonts []*subset // by number in the content: the common ones, then each face's own
	zip   *deflater
	made  map[[sha256.Size]byte]*fontFile
}

// commons is how many fonts are common.
const commons = 2

// maxFonts bounds the cache of fonts: those of rare names.
const maxFonts = 16

func newSubsetter(f *Fonts, s *shaper, zip *deflater) *subsetter {
	w := &subsetter{zip: zip, made: map[[sha256.Size]byte]*fontFile{}}
	for bold, face := range f.families[0].faces {
		w.fonts = append(w.fonts, newCommon(face, s, bold == 1))
	}
	for _, family := range f.families {
		for _, face := range family.faces {
			w.fonts = append(w.fonts, &subset{face: face, keys: make([]glyphKey, 1), codes: map[glyphKey]uint16{}})
		}
	}
	return w
}

// newCommon makes a common subset. Its codes are those of Windows-1252, so that
// also a reader that knows no better reads right; what is not there has those
// of control characters.
func newCommon(f *face, shaper *shaper, bold bool) *subset {
	s := &subset{face: f, keys: make([]glyphKey, 256), codes: map[glyphKey]uint16{}, common: true}
	free := byte(1)
	for _, r := range commonText {
		if !shaper.fonts.families[0].has(drawnAs(r)) {
			continue
		}
		code, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			code = free
			free++
		}
		g := shaper.word(string(r), bold).glyphs[0]
		s.put(glyphKey{g.gid, *g.sign}, uint16(code))
	}
	return s
}

// put gives a glyph its code.
func (s *subset) put(k glyphKey, code uint16) {
	s.keys[code], s.codes[k] = k, code
	if !s.common {
		return
	}
	for len(s.byGID) <= int(k.gid) {
		s.byGID = append(s.byGID, 0)
	}
	if s.byGID[k.gid] == 0 {
		s.byGID[k.gid] = code
	}
}

// find is a glyph's code, 0 where it has none.
func (s *subset) find(g *glyph) uint16 {
	if int(g.gid) < len(s.byGID) {
		if code := s.byGID[g.gid]; code > 0 && s.keys[code].sign == *g.sign {
			return code
		}
	}
	return s.codes[glyphKey{g.gid, *g.sign}]
}

// reset forgets the last document.
func (w *subsetter) reset() {
	for _, s := range w.fonts[commons:] {
		clear(s.codes)
		s.keys = s.keys[:1]
	}
}

// code is how a glyph is written: in which font, and as which number there,
// of one byte or two.
type code struct {
	font   int
	number uint16
	wide   bool
}

// common is the code of a glyph in a common font; its number is 0 where there
// is none.
func (w *subsetter) common(g *glyph) code {
	if g.face >= commons {
		return code{}
	}
	return code{font: int(g.face), number: w.fonts[g.face].find(g)}
}

// code is the code of a glyph, a new one where the document had none.
func (w *subsetter) code(g *glyph) code {
	if c := w.common(g); c.number > 0 {
		return c
	}
	font := commons + int(g.face)
	own := w.fonts[font]
	number := own.find(g)
	if number == 0 {
		number = uint16(len(own.keys))
		own.keys = append(own.keys, glyphKey{})
		own.put(glyphKey{g.gid, *g.sign}, number)
	}
	return code{font, number, true}
}

// isReady tells whether a word is drawn with glyphs of one common font; then
// its codes are made once.
func (w *subsetter) isReady(s *shaped) bool {
	if !s.tried {
		s.tried = true
		s.ready = w.ready(s.glyphs)
	}
	return s.ready != nil
}

// ready is a word as it is drawn with one common font; nil where it cannot be.
func (w *subsetter) ready(gs []glyph) []byte {
	b := make([]byte, 0, 2*len(gs))
	for i := range gs {
		g := &gs[i]
		c := w.common(g)
		if c.number == 0 || g.face != gs[0].face {
			return nil
		}
		b = appendGlyph(b, g, c)
	}
	return b
}

// usedFont is a font of the document at hand.
type usedFont struct {
	id   int // in the content: /F0, /F1 …
	file *fontFile
	*subset
}

// used are the fonts from one number up to another that the document uses; the
// common ones are in all.
func (w *subsetter) used(from, to int) ([]usedFont, error) {
	var fonts []usedFont
	for id := from; id < to; id++ {
		s := w.fonts[id]
		if !s.common && len(s.keys) == 1 {
			continue
		}
		file, err := w.font(s)
		if err != nil {
			return nil, err
		}
		fonts = append(fonts, usedFont{id, file, s})
	}
	return fonts, nil
}

// font makes the file of a subset, or finds the one made for the same glyphs.
func (w *subsetter) font(s *subset) (*fontFile, error) {
	sum := s.sum()
	if f, ok := w.made[sum]; ok {
		return f, nil
	}
	program, err := s.face.subset(s.keys, s.common)
	if err != nil {
		return nil, err
	}
	f := &fontFile{name: tag(sum) + "+" + s.face.name, size: len(program), widths: s.widths()}
	if f.program, err = w.zip.deflate(program); err != nil {
		return nil, err
	}
	if f.toUnicode, err = w.zip.deflate(s.toUnicode()); err != nil {
		return nil, err
	}
	if s.common { // it is asked for once
		return f, nil
	}
	if len(w.made) >= maxFonts {
		clear(w.made)
	}
	w.made[sum] = f
	return f, nil
}

// sum tells subsets apart.
func (s *subset) sum() (sum [sha256.Size]byte) {
	h := sha256.New()
	h.Write([]byte(s.face.name))
	for _, k := range s.keys {
		h.Write([]byte{byte(k.gid >> 8), byte(k.gid)})
		h.Write([]byte(k.text))
		h.Write([]byte(k.components))
	}
	h.Sum(sum[:0])
	return sum
}

// tag is six letters made from a sum, as the name of a subset begins.
func tag(sum [sha256.Size]byte) string {
	var t [6]byte
	for i := range t {
		t[i] = 'A' + sum[i]%26
	}
	return string(t[:])
}

// widths are the glyphs' widths: of all codes from 0 on.
func (s *subset) widths() []byte {
	b := []byte("[")
	for _, k := range s.keys {
		width := int16(0)
		if k != (glyphKey{}) {
			width = s.face.width(k.gid)
		}
		b = strconv.AppendInt(b, int64(width), 10)
		b = append(b, ' ')
	}
	return append(b, ']')
}

// toUnicode is the map from codes to characters. (Ranges may not span more
// than the last byte of a code, so every code has a line of its own.)
func (s *subset) toUnicode() []byte {
	const perBlock = 100 // more is not allowed
	last, line := 0xffff, "<%04X><"
	if s.common {
		last, line = 0xff, "<%02X><"
	}
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n")
	fmt.Fprintf(&b, line+"%X>\nendcodespacerange\n", 0, last)
	for codes := range slices.Chunk(s.taken(), perBlock) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(codes))
		for _, code := range codes {
			fmt.Fprintf(&b, line, code)
			b.Write(appendUTF16(b.AvailableBuffer(), s.keys[code].text))
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

// taken are the codes that stand for a glyph.
func (s *subset) taken() (codes []int) {
	for code, k := range s.keys {
		if k.text != "" {
			codes = append(codes, code)
		}
	}
	return codes
}
