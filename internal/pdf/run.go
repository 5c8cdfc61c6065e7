package pdf

import (
	"strings"
	"unicode/utf8"
)

// runs are texts in one weight as words, as they were taken apart before:
// contracts of the same plans share most of their texts.
type runs [2][2][2]map[string][]word // by digits, weight, and whether soft hyphens are honoured

// maxRuns bounds the memory for texts. The clinic's contracts have a little
// fewer in each map; a patient's own words come once.
const maxRuns = 1536

// run takes a text apart: the words that end in it, and the last, which may go
// on in the next text and may be empty. The words are never changed.
func (s *setter) run(text string, bold, heading bool) []word {
	hyphens := 0
	if heading {
		hyphens = 1
	}
	kept := &s.runs[s.digits][weight(bold)][hyphens]
	if ws, ok := (*kept)[text]; ok {
		return ws
	}
	if *kept == nil || len(*kept) >= maxRuns {
		*kept = map[string][]word{}
	}
	before := s.err
	key := strings.Clone(text) // and not the document that it stands in
	if !heading {
		text = strings.ReplaceAll(text, "\u00ad", "")
	}
	ws := s.apart(text, bold)
	if s.err == before {
		(*kept)[key] = ws
	}
	return ws
}

// apart takes a text apart where lines may break.
func (s *setter) apart(text string, bold bool) []word {
	n := 1 + strings.Count(text, " ")
	ws, frags := make([]word, 0, n), make([]frag, 0, n)
	for {
		n, w := wordEnd(text), word{}
		if piece := s.word(text[:n], bold); len(piece.glyphs) > 0 {
			frags = append(frags, frag{word: piece})
			w.frags, w.adv = frags[len(frags)-1:len(frags):len(frags)], piece.adv
		}
		if n == len(text) {
			return append(ws, w)
		}
		sign, size := utf8.DecodeRuneInString(text[n:])
		w.soft, w.end = sign == softHyphen, sign == '\n'
		if !w.soft {
			w.space = s.space[weight(bold)]
		}
		ws, text = append(ws, w), text[n+size:]
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
