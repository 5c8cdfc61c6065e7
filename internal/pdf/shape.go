package pdf

import (
	"strings"
	"unicode"

	ot "github.com/go-text/typesetting/font/opentype"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"golang.org/x/text/unicode/norm"
)

// glyph is one drawn shape. Lengths are thousandths of the type size.
type glyph struct {
	*sign
	gid  uint16 // of a composed letter, that of its first component
	face uint8  // family*2 + 1 if bold
	adv  int16  // to the next glyph, kerning included
	nat  int16  // the glyph's own width, which the viewer advances by
}

// sign is what a glyph is read as, and how it is made where the face has no
// glyph for it. The glyphs of a run share their signs: of the thousands of
// words that are kept, most letters are the same.
type sign struct {
	text       string // the characters it stands for
	components components
}

// shaped is a word as glyphs.
type shaped struct {
	glyphs []glyph
	adv    int

	ready []byte // as it is drawn in every document; nil where that differs
	tried bool   // ready has been made, or cannot be
}

// maxWords bounds the memory for shaped words: more than a batch of contracts
// from the same plans ever uses.
const maxWords = 4096

// lexicon is shaped words: of the paper at hand, and those of earlier papers
// that came again. A name is on one patient's papers.
type lexicon struct{ fresh, kept map[string]*shaped }

// shaper turns words into glyphs and remembers them: contracts share most of
// their words.
type shaper struct {
	fonts  *Fonts
	hb     []*harfbuzz.Font // by glyph.face
	known  [2][2]lexicon    // by digits and weight
	sights sights           // of words
	signs  map[sign]*sign
	buf    *harfbuzz.Buffer
	plain  [2][]harfbuzz.Feature // by digits, for text without marks of their own
	marks  [2][]harfbuzz.Feature

	digits digits // of the words to come
	err    error  // the first, as of a missing character, since reset
}

func newShaper(f *Fonts) *shaper {
	feature := func(tag string, value uint32) harfbuzz.Feature {
		return harfbuzz.Feature{Tag: ot.MustNewTag(tag), Value: value, End: harfbuzz.FeatureGlobalEnd}
	}
	pnum, tnum := feature("pnum", 1), feature("tnum", 1)
	whole := feature("ccmp", 0) // no letter is taken apart
	s := &shaper{
		fonts: f, hb: make([]*harfbuzz.Font, 2*len(f.families)), sights: newSights(), signs: map[sign]*sign{}, buf: harfbuzz.NewBuffer(),
		plain: [2][]harfbuzz.Feature{{pnum, whole}, {tnum, whole}}, marks: [2][]harfbuzz.Feature{{pnum}, {tnum}},
	}
	for i := range s.known {
		for k := range s.known[i] {
			s.known[i][k] = lexicon{map[string]*shaped{}, map[string]*shaped{}}
		}
	}
	return s
}

// next begins a paper.
func (s *shaper) next() {
	s.sights.next()
	for i := range s.known {
		for k := range s.known[i] {
			clear(s.known[i][k].fresh)
		}
	}
}

// digits is how wide a word's digits are.
type digits int

const (
	ownWidth digits = iota
	oneWidth        // to stand under one another in a table
)

// word shapes text that holds no line break.
func (s *shaper) word(text string, bold bool) *shaped {
	known := &s.known[s.digits][weight(bold)]
	if w, ok := known.kept[text]; ok {
		return w
	}
	if w, ok := known.fresh[text]; ok {
		return w
	}
	runes := []rune(norm.NFC.String(text))
	w := &shaped{glyphs: make([]glyph, 0, len(runes))}
	for len(runes) > 0 {
		family, n := s.run(runes, text)
		s.shape(w, runes[:n], family, bold)
		runes = runes[n:]
	}
	if s.err == nil {
		s.keep(known, strings.Clone(text), w) // and not the paragraph that it stands in
	}
	return w
}

// keep keeps a word for the paper at hand, or longer if it has come before.
func (s *shaper) keep(known *lexicon, text string, w *shaped) {
	if !s.sights.again([]byte(text)) {
		known.fresh[text] = w
		return
	}
	if len(known.kept) >= maxWords {
		clear(known.kept)
		clear(s.signs)
	}
	known.kept[text] = w
}

// run finds the family for the beginning of a word: the first that has the
// whole word, so that a name is not set in two faces, else the first that has
// its first letter, for as far as it goes.
func (s *shaper) run(word []rune, text string) (family, n int) {
	for i := range s.fonts.families {
		if s.reach(i, word) == len(word) {
			return i, len(word)
		}
	}
	for i := range s.fonts.families {
		if n := s.reach(i, word); n > 0 {
			return i, n
		}
	}
	s.miss(word[0], text)
	return 0, 1
}

// reach is how many characters of the word the family draws, with the marks
// that belong to them.
func (s *shaper) reach(family int, word []rune) int {
	for i, r := range word {
		if !s.fonts.Has(r) || !s.fonts.families[family].has(drawnAs(r)) {
			for i > 0 && unicode.Is(unicode.Mn, word[i]) {
				i-- // a mark goes with its letter
			}
			return i
		}
	}
	return len(word)
}

// miss tells of a character that cannot be drawn.
func (s *shaper) miss(r rune, text string) { s.fail(&MissingError{Char: r, Text: text}) }

// fail keeps the first error.
func (s *shaper) fail(err error) {
	if s.err == nil {
		s.err = err
	}
}

// shape appends the glyphs of a run to w.
func (s *shaper) shape(w *shaped, run []rune, family int, bold bool) {
	id := uint8(2*family + weight(bold))
	face := s.fonts.families[family].faces[id&1]
	if err := s.place(run, id, face); err != nil {
		s.fail(err)
		return
	}
	for i := 0; i < len(s.buf.Info); {
		n := s.cluster(i)
		end := len(run)
		if i+n < len(s.buf.Info) {
			end = s.buf.Info[i+n].Cluster
		}
		g := s.letter(i, n, string(run[s.buf.Info[i].Cluster:end]), face)
		if g.face = id; g.text == narrowSpace {
			g.adv = narrow
		}
		w.glyphs = append(w.glyphs, g)
		w.adv += int(g.adv)
		i += n
	}
}

// place leaves the glyphs of a run in the buffer, each in its place.
func (s *shaper) place(run []rune, id uint8, face *face) error {
	if s.hb[id] == nil {
		shapes, err := face.shapes()
		if err != nil {
			return err
		}
		s.hb[id] = harfbuzz.NewFont(font.NewFace(shapes))
	}
	s.buf.Clear()
	s.buf.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: language.Latin, Language: "sv"}
	features := s.plain[s.digits]
	for i, r := range run {
		s.buf.AddRune(drawnAs(r), i)
		if unicode.Is(unicode.Mn, r) {
			features = s.marks[s.digits]
		}
	}
	s.buf.Shape(s.hb[id], features)
	return nil
}

// narrowSpace parts thousands: half as wide as the space between words.
const narrowSpace, narrow = "\u202f", 140

// cluster is how many glyphs from i on draw one letter with its marks.
func (s *shaper) cluster(i int) int {
	n := 1
	for i+n < len(s.buf.Info) && s.buf.Info[i+n].Cluster == s.buf.Info[i].Cluster {
		n++
	}
	return n
}

// letter is a cluster of n glyphs as one that is read as the text. Where they
// are several, or off their place, it is made of components.
func (s *shaper) letter(i, n int, text string, face *face) glyph {
	adv := int32(0)
	var cs components
	for k := i; k < i+n; k++ {
		info, pos := s.buf.Info[k], s.buf.Pos[k]
		if info.Glyph == 0 {
			s.miss(unicode.ReplacementChar, "")
		}
		if n > 1 || pos.XOffset != 0 || pos.YOffset != 0 {
			cs = cs.with(component{uint16(info.Glyph), int16(adv + pos.XOffset), int16(pos.YOffset)})
		}
		adv += pos.XAdvance
	}
	gid := uint16(s.buf.Info[i].Glyph)
	return glyph{sign: s.sign(sign{text, cs}), gid: gid, nat: face.width(gid), adv: round(float32(adv) * 1000 / float32(face.upem))}
}

// sign is the one kept for a reading.
func (s *shaper) sign(read sign) *sign {
	if kept, ok := s.signs[read]; ok {
		return kept
	}
	kept := read
	s.signs[read] = &kept
	return &kept
}
