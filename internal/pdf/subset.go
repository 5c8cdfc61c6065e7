package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
)

// commonText is what the font of every document holds of the first family:
// its file is made and deflated once, and lies once in a merged file. What a
// document needs beyond it makes a font of its own, from that document alone.
const commonText = " !\"#%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_" +
	"abcdefghijklmnopqrstuvwxyz\u00a0\u00ad§«»°±·½×ÄÅÉÖÜàáäåçèéêëíñóôöúüÆØæø–—’“”•…≤≥"

// glyphKey is a glyph with the characters it stands for: a hyphen where a
// line may break and one where it may not are one shape, but are read apart.
type glyphKey struct {
	gid  uint16
	text string
}

// subset is the glyphs that a document has of one face. A glyph's code is its
// place in keys; code 0 is .notdef, which is never drawn.
type subset struct {
	face   *face
	keys   []glyphKey
	codes  map[glyphKey]uint16
	byGID  []uint16 // the code of a glyph's most usual text; 0 for none
	common int      // so many of the keys are in every document
	used   bool     // by the document at hand
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
	subsets []*subset // by glyph.face
	zip     *deflater
	made    map[[sha256.Size]byte]*fontFile
}

// maxFonts bounds the cache of fonts: the common ones and those of rare names.
const maxFonts = 16

func newSubsetter(f *Fonts, s *shaper, zip *deflater) *subsetter {
	w := &subsetter{zip: zip, made: map[[sha256.Size]byte]*fontFile{}}
	for i, family := range f.families {
		for bold, face := range family.faces {
			sub := &subset{face: face, keys: make([]glyphKey, 1), codes: map[glyphKey]uint16{}}
			if i == 0 {
				sub.addCommon(s, bold == 1)
			}
			w.subsets = append(w.subsets, sub)
		}
	}
	return w
}

func (s *subset) addCommon(shaper *shaper, bold bool) {
	for _, r := range commonText {
		if shaper.fonts.families[0].has(drawnAs(r)) {
			g := shaper.word(string(r), bold).glyphs[0]
			s.add(glyphKey{g.gid, g.text})
		}
	}
	s.common = len(s.keys)
}

func (s *subset) add(k glyphKey) uint16 {
	code := uint16(len(s.keys))
	s.keys = append(s.keys, k)
	s.codes[k] = code
	if s.common == 0 {
		for len(s.byGID) <= int(k.gid) {
			s.byGID = append(s.byGID, 0)
		}
		if s.byGID[k.gid] == 0 {
			s.byGID[k.gid] = code
		}
	}
	return code
}

// reset forgets the last document.
func (w *subsetter) reset() {
	for _, s := range w.subsets {
		n := max(1, s.common)
		for _, k := range s.keys[n:] {
			delete(s.codes, k)
		}
		s.keys, s.used = s.keys[:n], false
		if s.common == 0 {
			s.byGID = s.byGID[:0]
		}
	}
}

// code is what a glyph is written as.
func (w *subsetter) code(g *glyph) uint16 {
	s := w.subsets[g.face]
	s.used = true
	if int(g.gid) < len(s.byGID) {
		if code := s.byGID[g.gid]; code > 0 && s.keys[code].text == g.text {
			return code
		}
	}
	k := glyphKey{g.gid, g.text}
	if code, ok := s.codes[k]; ok {
		return code
	}
	return s.add(k)
}

// isReady tells whether a word is drawn with glyphs of one face that every
// document has, each on the line; then its codes are made once.
func (w *subsetter) isReady(s *shaped) bool {
	if !s.drawn {
		s.drawn = true
		s.ready = w.ready(s.glyphs)
	}
	if s.ready == nil {
		return false
	}
	w.subsets[s.glyphs[0].face].used = true
	return true
}

func (w *subsetter) ready(gs []glyph) []byte {
	b := make([]byte, 0, 3*len(gs))
	for i := range gs {
		g := &gs[i]
		code, ok := w.subsets[g.face].codes[glyphKey{g.gid, g.text}]
		if !ok || int(code) >= w.subsets[g.face].common || g.face != gs[0].face || g.more > 0 || g.dx != 0 || g.dy != 0 {
			return nil
		}
		b = appendGlyph(b, g, code)
	}
	return b
}

// usedFont is a font of the document at hand.
type usedFont struct {
	id   int // in the content: /F0, /F1 …
	face *face
	file *fontFile
}

// fonts are the fonts that the document uses.
func (w *subsetter) fonts() ([]usedFont, error) {
	var fonts []usedFont
	for id, s := range w.subsets {
		if !s.used {
			continue
		}
		file, err := w.font(s)
		if err != nil {
			return nil, err
		}
		fonts = append(fonts, usedFont{id, s.face, file})
	}
	return fonts, nil
}

// font makes the file of a subset, or finds the one made for the same glyphs.
func (w *subsetter) font(s *subset) (*fontFile, error) {
	sum := s.sum()
	if f, ok := w.made[sum]; ok {
		return f, nil
	}
	program, err := s.face.subset(s.keys)
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

// widths is the glyphs' widths as the W array of a font.
func (s *subset) widths() []byte {
	b := []byte("[0[")
	for _, k := range s.keys {
		b = strconv.AppendInt(b, int64(s.face.width(k.gid)), 10)
		b = append(b, ' ')
	}
	return append(b, "]]"...)
}

// toUnicode is the map from codes to characters. (Ranges may not span more
// than the last byte of a code, so every code has a line of its own.)
func (s *subset) toUnicode() []byte {
	const perBlock = 100 // more is not allowed
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for from := 1; from < len(s.keys); from += perBlock {
		to := min(from+perBlock, len(s.keys))
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for code := from; code < to; code++ {
			fmt.Fprintf(&b, "<%04X><", code)
			b.Write(appendUTF16(b.AvailableBuffer(), s.keys[code].text))
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
