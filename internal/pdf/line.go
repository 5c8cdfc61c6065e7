package pdf

import (
	"slices"
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

// line is one line of text.
type line struct {
	typo  *typo
	words []word
	width float64 // in points
	cont  bool    // it ends where a line may break, and the text goes on

	stands bool   // it is kept for other papers
	slugs  []slug // as it is drawn, instead of words, once it has been cast
}

// first is the part that the line begins with, or 0.
func (l *line) first() int {
	switch {
	case len(l.slugs) > 0:
		return l.slugs[0].part
	case len(l.words) > 0 && len(l.words[0].frags) > 0:
		return l.words[0].frags[0].part
	}
	return 0
}

// setter breaks text into words and lines.
type setter struct {
	*shaper
	*pieces
	standing *standing
	space    [2]*shaped // by weight
	hyphen   [2]*shaped
	most     int // characters a line at most; 0 for any number
}

func newSetter(s *shaper, kept *standing, p *pieces) *setter {
	return &setter{shaper: s, standing: kept, pieces: p,
		space:  [2]*shaped{s.word(" ", false), s.word(" ", true)},
		hyphen: [2]*shaped{s.word("\u00ad", false), s.word("\u00ad", true)}}
}

func weight(bold bool) int {
	if bold {
		return 1
	}
	return 0
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

// lines breaks words into lines of at most width points: greedily, and inside
// a word only when the word is longer than a line.
func (s *setter) lines(ws []word, t *typo, width float64) []*line {
	room := int(width * 1000 / t.size)
	hyphen := s.hyphen[weight(t.bold)]
	lines := s.sets.take(s.about(ws, room))[:0]
	for len(ws) > 0 {
		if ws[0].adv > room {
			if first, rest := s.cut(ws[0], room); len(rest.frags) > 0 {
				lines = append(lines, s.line(line{typo: t, words: []word{first}, width: t.points(first.adv)}))
				ws = append([]word{rest}, ws[1:]...)
				continue
			}
		}
		n, used := fill(s.short(ws), room, hyphen.adv)
		l := s.line(line{typo: t, words: ws[:n:n], width: t.points(used), cont: n < len(ws)})
		if last := ws[n-1]; last.soft && l.cont {
			last.frags = append(slices.Clip(last.frags), frag{word: hyphen})
			l.words = append(slices.Clone(ws[:n-1]), last)
			l.width += t.points(hyphen.adv)
		}
		lines = append(lines, l)
		ws = ws[n:]
	}
	return lines
}

// about is how many lines words take, and rather one more.
func (s *setter) about(ws []word, room int) int {
	adv := 0
	for i := range ws {
		adv += ws[i].adv
	}
	return 2 + adv/max(room, 1)
}

// short are as many of the words as a line may have characters for, at least
// one.
func (s *setter) short(ws []word) []word {
	if s.most == 0 {
		return ws
	}
	chars := 0
	for i := range ws {
		chars += ws[i].chars()
		if i > 0 && chars > s.most {
			return ws[:i]
		}
		chars++ // the space
	}
	return ws
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

// line keeps a line as a piece of the document.
func (s *setter) line(l line) *line {
	kept := &s.pieces.lines.take(1)[0]
	*kept = l
	return kept
}

// fill is how many words a line takes, at least one, and their width.
func fill(ws []word, room, hyphen int) (n, used int) {
	gap := 0
	for i := range ws {
		w := &ws[i]
		need := gap + w.adv
		if w.soft {
			need += hyphen
		}
		if i > 0 && used+need > room {
			return i, used
		}
		used += gap + w.adv
		gap = 0
		if w.space != nil {
			gap = w.space.adv
		}
		if w.end {
			return i + 1, used
		}
	}
	return len(ws), used
}

// even breaks as lines does, and somewhat narrower if that brings company to a
// short word alone on the last line.
func (s *setter) even(ws []word, t *typo, width float64) []*line {
	const lonely, steps = 0.15, 4
	best := s.lines(ws, t, width)
	n := len(best)
	if n < 2 || best[n-1].width > lonely*width {
		return best
	}
	for i := 1; i <= steps; i++ {
		narrow := width * (1 - 0.03*float64(i))
		ls := s.lines(ws, t, narrow)
		if len(ls) != n || !fits(ls, narrow) {
			break
		}
		if ls[n-1].width > best[n-1].width {
			best = ls
		}
	}
	return best
}

// balanced breaks into as few lines as lines does, but of like length.
func (s *setter) balanced(ws []word, t *typo, width float64) []*line {
	best := s.lines(ws, t, width)
	lo, hi := 0.0, width
	for hi-lo > 2 {
		mid := (lo + hi) / 2
		if ls := s.lines(ws, t, mid); len(ls) == len(best) && fits(ls, mid) {
			best, hi = ls, mid
		} else {
			lo = mid
		}
	}
	return best
}

// fits says that no word was broken and no line is wider than width.
func fits(ls []*line, width float64) bool {
	for i, l := range ls {
		if l.width > width || i+1 < len(ls) && !l.cont {
			return false
		}
	}
	return true
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
