package pdf

import "slices"

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
