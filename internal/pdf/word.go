package pdf

import (
	"strings"
	"unicode/utf8"

	"kontrakt/internal/doc"
)

// frag is a piece of a word, in one weight and one part of its text.
type frag struct {
	word *shaped
	part int // which of those with an element of their own, from 1; 0 for none
}

// word is what stands between two places where a line may break.
type word struct {
	frags []frag
	adv   int     // thousandths of the type size
	space *shaped // after it; nil after a soft hyphen and at the end
	soft  bool    // a hyphen is drawn when the line breaks after it
	end   bool    // the line ends after it
}

// words takes inlines apart. Soft hyphens are honoured in headings only;
// elsewhere no word is broken, so they say nothing.
func (s *setter) words(in []doc.Inline, t *typo, heading bool) []word {
	ws, parts := s.pieces.words.take(room(in))[:0], 0
	for _, i := range in {
		text, bold := inlineText(i, t.bold)
		if !heading {
			text = strings.ReplaceAll(text, "\u00ad", "")
		}
		part := 0
		if isPart(i) {
			parts++
			part = parts
		}
		ws = s.extend(ws, text, bold, part)
	}
	if n := len(ws); n > 0 {
		if ws[n-1].end = true; len(ws[n-1].frags) == 0 {
			ws = ws[:n-1]
		}
	}
	return trim(ws)
}

// extend adds the words of a text, of which the first goes on in the last of
// those before it.
func (s *setter) extend(ws []word, text string, bold bool, part int) []word {
	w := word{}
	if n := len(ws); n > 0 {
		ws, w = ws[:n-1], ws[n-1]
	}
	for {
		n := wordEnd(text)
		s.join(&w, s.word(text[:n], bold), part)
		if n == len(text) {
			return append(ws, w)
		}
		sign, size := utf8.DecodeRuneInString(text[n:])
		w.soft, w.end = sign == softHyphen, sign == '\n'
		if !w.soft {
			w.space = s.space[weight(bold)]
		}
		ws, w, text = append(ws, w), word{}, text[n+size:]
	}
}

// wordEnd is where the first word of a text ends: at a space, a line feed or
// a soft hyphen.
func wordEnd(text string) int {
	for i := range len(text) {
		switch text[i] {
		case ' ', '\n':
			return i
		case "\u00ad"[0]:
			if strings.HasPrefix(text[i:], "\u00ad") {
				return i
			}
		}
	}
	return len(text)
}

// room is how many words the inlines hold, about.
func room(in []doc.Inline) int {
	n := 1
	for _, i := range in {
		text, _ := inlineText(i, false)
		n += strings.Count(text, " ")
	}
	return n
}

// join adds a piece to the word.
func (s *setter) join(w *word, piece *shaped, part int) {
	if len(piece.glyphs) == 0 {
		return
	}
	if w.frags == nil {
		w.frags = s.frags.take(1)[:0]
	}
	w.frags = append(w.frags, frag{piece, part})
	w.adv += piece.adv
}

// trim drops empty words, which doubled spaces leave.
func trim(ws []word) []word {
	out := ws[:0]
	for _, w := range ws {
		if len(w.frags) > 0 || w.end && len(out) > 0 && out[len(out)-1].end {
			out = append(out, w)
		} else if w.end && len(out) > 0 {
			out[len(out)-1].end = true
		}
	}
	return out
}

// inlineText is the words of an inline, and whether they are bold.
func inlineText(i doc.Inline, bold bool) (string, bool) {
	switch i := i.(type) {
	case doc.Plain:
		return string(i), bold
	case doc.Strong:
		return string(i), true
	case *doc.Link:
		return i.Text, bold
	case *doc.Foreign:
		return inlineText(i.Words, bold)
	}
	return "", bold
}

// isPart says that an inline is a part of its text, with an element of its own:
// a link that leads somewhere, or words in another language.
func isPart(i doc.Inline) bool {
	switch i := i.(type) {
	case *doc.Link:
		return i.URL != ""
	case *doc.Foreign:
		return true
	}
	return false
}

// chars is how many characters a word has.
func (w *word) chars() int {
	n := 0
	for _, f := range w.frags {
		for _, g := range f.word.glyphs {
			n += utf8.RuneCountInString(g.text)
		}
	}
	return n
}

// cut breaks a word that is longer than a line, after a sign that parts it if
// there is one in the last third, else between two letters.
func (s *setter) cut(w word, room int) (first, rest word) {
	adv, at, best := 0, 0, 0
	for _, f := range w.frags {
		for _, g := range f.word.glyphs {
			if adv+int(g.adv) > room && at > 0 {
				if best > 0 {
					at = best
				}
				return s.splitAt(w, at)
			}
			adv += int(g.adv)
			at++
			if strings.ContainsAny(g.text, "-/.,@_–:;&=?\u00a0\u202f") && adv > room*2/3 {
				best = at
			}
		}
	}
	return w, word{space: w.space, end: w.end, soft: w.soft}
}

// splitAt parts the word after n glyphs.
func (s *setter) splitAt(w word, n int) (first, rest word) {
	rest = word{space: w.space, end: w.end, soft: w.soft}
	for _, f := range w.frags {
		gs := f.word.glyphs
		k := min(max(n, 0), len(gs))
		s.joinGlyphs(&first, gs[:k], f.part)
		s.joinGlyphs(&rest, gs[k:], f.part)
		n -= len(gs)
	}
	return first, rest
}

// joinGlyphs adds a piece of a word to another.
func (s *setter) joinGlyphs(w *word, gs []glyph, part int) {
	piece := &shaped{glyphs: gs}
	for _, g := range gs {
		piece.adv += int(g.adv)
	}
	s.join(w, piece, part)
}
