package pdf

import (
	"slices"
	"strings"

	"kontrakt/internal/doc"
)

// frag is a piece of a word in one weight.
type frag struct {
	word *shaped
	link *elem // the link it belongs to, or nil
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
	cont  bool    // the text goes on in the next line: a space parts the two for those who listen
}

// setter breaks text into words and lines.
type setter struct {
	*shaper
	space  [2]*shaped // by weight
	hyphen [2]*shaped
}

func newSetter(s *shaper) *setter {
	return &setter{s,
		[2]*shaped{s.word(" ", false), s.word(" ", true)},
		[2]*shaped{s.word("\u00ad", false), s.word("\u00ad", true)}}
}

func weight(bold bool) int {
	if bold {
		return 1
	}
	return 0
}

// words takes inlines apart. Soft hyphens are honoured in headings only;
// elsewhere no word is broken, so they say nothing.
func (s *setter) words(in []doc.Inline, t *typo, heading bool, parent *elem) []word {
	var ws []word
	cur := word{}
	flush := func(space *shaped, soft, end bool) {
		cur.space, cur.soft, cur.end = space, soft, end
		ws = append(ws, cur)
		cur = word{}
	}
	for _, i := range in {
		text, bold, link := inlineText(i, t.bold, parent)
		if !heading {
			text = strings.ReplaceAll(text, "\u00ad", "")
		}
		for text != "" {
			n := strings.IndexAny(text, " \n\u00ad")
			part := text
			if n >= 0 {
				part = text[:n]
			}
			if part != "" {
				w := s.word(part, bold)
				cur.frags = append(cur.frags, frag{w, link})
				cur.adv += w.adv
			}
			if n < 0 {
				break
			}
			switch text[n] {
			case ' ':
				flush(s.space[weight(bold)], false, false)
				n++
			case '\n':
				flush(nil, false, true)
				n++
			default:
				flush(nil, true, false)
				n += len("\u00ad")
			}
			text = text[n:]
		}
	}
	if len(cur.frags) > 0 {
		flush(nil, false, true)
	}
	return trim(ws)
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

func inlineText(i doc.Inline, bold bool, parent *elem) (string, bool, *elem) {
	switch i := i.(type) {
	case doc.Plain:
		return string(i), bold, nil
	case doc.Strong:
		return string(i), true, nil
	case *doc.Link:
		if parent == nil || i.URL == "" {
			return i.Text, bold, nil
		}
		return i.Text, bold, &elem{role: "Link", up: parent, url: i.URL, alt: i.Text}
	}
	return "", bold, nil
}

// lines breaks words into lines of at most width points: greedily, and inside
// a word only when the word is longer than a line.
func (s *setter) lines(ws []word, t *typo, width float64) []*line {
	if len(ws) == 0 {
		return nil
	}
	room := int(width * 1000 / t.size)
	var lines []*line
	cur, used, gap := []word(nil), 0, 0
	flush := func(cont bool) {
		if n := len(cur); n > 0 && cur[n-1].soft && cont {
			hyphen := s.hyphen[weight(t.bold)]
			cur[n-1].frags = append(slices.Clip(cur[n-1].frags), frag{word: hyphen})
			used += hyphen.adv
		}
		lines = append(lines, &line{typo: t, words: cur, width: float64(used) * t.size / 1000, cont: cont})
		cur, used, gap = nil, 0, 0
	}
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		need := w.adv
		if w.soft {
			need += s.hyphen[weight(t.bold)].adv
		}
		if len(cur) > 0 && used+gap+need > room {
			flush(true)
		}
		for w.adv > room {
			var first word
			first, w = w.cut(room)
			if len(first.frags) == 0 {
				break
			}
			cur, used = append(cur, first), first.adv
			lines = append(lines, &line{typo: t, words: cur, width: float64(used) * t.size / 1000})
			cur, used = nil, 0
		}
		used += gap + w.adv
		gap = 0
		if w.space != nil {
			gap = w.space.adv
		}
		cur = append(cur, w)
		if w.end && i+1 < len(ws) {
			flush(true)
		}
	}
	flush(false)
	return lines
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
func (w word) cut(room int) (first, rest word) {
	adv, at, best := 0, 0, 0
	for _, f := range w.frags {
		for i, g := range f.word.glyphs {
			if adv+int(g.adv) > room && at > 0 {
				if best > 0 {
					at = best
				}
				return w.splitAt(at)
			}
			adv += int(g.adv)
			at++
			if next := i + 1; next < len(f.word.glyphs) && f.word.glyphs[next].isMark() {
				continue
			}
			if strings.ContainsAny(g.text, "-/.,@_–:;&=?\u00a0\u202f") && adv > room*2/3 {
				best = at
			}
		}
	}
	return w, word{space: w.space, end: w.end, soft: w.soft}
}

// isMark says that the glyph sits on the one before it.
func (g *glyph) isMark() bool { return g.nat == 0 && g.adv == 0 }

// splitAt parts the word after n glyphs, never between a letter and its mark.
func (w word) splitAt(n int) (first, rest word) {
	rest = word{space: w.space, end: w.end, soft: w.soft}
	for _, f := range w.frags {
		gs := f.word.glyphs
		k := min(max(n, 0), len(gs))
		for k > 0 && k < len(gs) && gs[k].isMark() {
			k++
		}
		first.add(gs[:k], f.link)
		rest.add(gs[k:], f.link)
		n -= len(gs)
	}
	return first, rest
}

func (w *word) add(gs []glyph, link *elem) {
	if len(gs) == 0 {
		return
	}
	s := &shaped{glyphs: gs}
	for _, g := range gs {
		s.adv += int(g.adv)
	}
	w.frags = append(w.frags, frag{s, link})
	w.adv += s.adv
}
