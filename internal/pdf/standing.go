package pdf

import (
	"encoding/binary"
	"math"
	"slices"

	"kontrakt/internal/doc"
)

// standing is type that is kept set, as printers keep what they will print
// again: texts as lines, as they were set before. Contracts of the same plans
// share most of their texts, and a text that only one patient's paper has is
// not kept.
type standing struct {
	texts  map[string][]*line // by key
	key    []byte             // of the text at hand: its words, and all that decides how they are set
	sights sights
}

// maxStanding bounds the memory for texts. The made-up clinic's contracts have
// some 2 600.
const maxStanding = 4096

func newStanding() *standing {
	return &standing{texts: map[string][]*line{}, sights: newSights()}
}

// manner is how a text is broken into lines.
type manner uint8

const (
	greedily  manner = iota // as many words a line as it takes
	evenly                  // and no short word alone on the last
	asHeading               // greedily, and at soft hyphens too
	asTitle                 // at soft hyphens too, in lines of like length
)

// set sets a text in lines.
func (s *setter) set(in []doc.Inline, how manner, t *typo, width float64) []*line {
	if len(in) == 0 {
		return nil
	}
	kept := s.standing
	kept.spell(in, t.bold)
	kept.measure(t, width, s.most, s.digits, how)
	if lines, ok := kept.texts[string(kept.key)]; ok {
		return lines
	}
	lines := s.anew(in, how, t, width)
	if s.err == nil && kept.sights.again(kept.key) {
		return kept.keep(lines)
	}
	return lines
}

// anew sets a text that does not stand.
func (s *setter) anew(in []doc.Inline, how manner, t *typo, width float64) []*line {
	ws := s.words(in, t, how >= asHeading)
	switch how {
	case evenly:
		return s.even(ws, t, width)
	case asTitle:
		return s.balanced(ws, t, width)
	}
	return s.lines(ws, t, width)
}

// spell begins the key of a text: its words, and which of them are bold or
// parts of it.
func (s *standing) spell(in []doc.Inline, bold bool) {
	s.key = s.key[:0]
	for _, i := range in {
		text, heavy := inlineText(i, bold)
		kind := byte(weight(heavy))
		if isPart(i) {
			kind |= 2
		}
		s.key = binary.AppendUvarint(append(s.key, kind), uint64(len(text)))
		s.key = append(s.key, text...)
	}
}

// measure adds what decides how a text is set, besides its words.
func (s *standing) measure(t *typo, width float64, most int, d digits, how manner) {
	for _, length := range [...]float64{t.size, t.lead, width} {
		s.key = binary.LittleEndian.AppendUint64(s.key, math.Float64bits(length))
	}
	s.key = binary.LittleEndian.AppendUint32(s.key, uint32(t.ink))
	s.key = binary.LittleEndian.AppendUint32(s.key, uint32(t.loud))
	s.key = append(s.key, byte(weight(t.bold)), byte(most), byte(d), byte(how))
}

// keep keeps the lines of the text at hand, in memory of their own.
func (s *standing) keep(lines []*line) []*line {
	if len(s.texts) >= maxStanding {
		clear(s.texts)
	}
	store, kept := make([]line, len(lines)), make([]*line, len(lines))
	for i, l := range lines {
		typo := *l.typo
		store[i] = *l
		store[i].typo, store[i].words, store[i].stands = &typo, lasting(l.words), true
		kept[i] = &store[i]
	}
	s.texts[string(s.key)] = kept
	return kept
}

// lasting are words that outlive the paper that they were set for.
func lasting(ws []word) []word {
	kept := slices.Clone(ws)
	for i := range kept {
		kept[i].frags = slices.Clone(kept[i].frags)
	}
	return kept
}

// slug is a piece of a standing line as it is drawn: in one font, colour and
// part of its text. Lengths are thousandths of the type size.
type slug struct {
	font  int
	ink   ink
	part  int
	adv   int // to the next one
	reach int // to the end of its last word
	codes []byte
}

// cast makes a line as it is drawn in every document; nil when not all of its
// glyphs are in the common fonts.
func (w *painter) cast(l *line) []slug {
	var all []slug
	next := slug{} // how the next words are drawn
	add := func(s *shaped) *slug {
		next.font = int(s.glyphs[0].face)
		if n := len(all); n == 0 || all[n-1].font != next.font || all[n-1].ink != next.ink || all[n-1].part != next.part {
			all = append(all, next)
		}
		last := &all[len(all)-1]
		last.codes = append(last.codes, s.ready...)
		last.adv += s.adv
		return last
	}
	for i := range l.words {
		for _, f := range l.words[i].frags {
			if !w.sub.isReady(f.word) {
				return nil
			}
			next.ink, next.part = l.typo.inkOf(f.word), f.part
			last := add(f.word)
			last.reach = last.adv
		}
		if space := l.words[i].space; space != nil {
			if next.ink == 0 || !w.sub.isReady(space) { // an empty line takes the colour at hand
				return nil
			}
			add(space)
		}
	}
	for i := range all {
		all[i].codes = slices.Clip(all[i].codes)
	}
	return all
}
