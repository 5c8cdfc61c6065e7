package lint

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	lineLength = 55 // characters on paper
	easyWords  = 12 // in a sentence with one thought
	easyWord   = 15 // letters that are read in one glance
)

// joints are words that begin a second thought.
var joints = []string{"men", "eftersom", "medan", "däremot", "dessutom", "trots", "såvida", "förutsatt", "ifall", "varvid", "vilket"}

// checkLineLength judges each sentence of a line by itself: easy-read begins
// a new line with each.
func checkLineLength(r *reading) {
	for _, p := range r.passages {
		for _, s := range sentences(p.text) {
			if n := utf8.RuneCountInString(s.text); n > lineLength {
				r.tellOf(p, strconv.Itoa(n))
			}
		}
	}
}

func checkOneThought(r *reading) {
	for _, p := range r.passages {
		for _, s := range sentences(strings.ReplaceAll(p.text, "\n", " ")) {
			if at := secondThought(s); at != "" {
				r.tellOf(p, at)
			}
		}
	}
}

// secondThought is where a sentence begins to say something more, or "".
func secondThought(s sentence) string {
	for i, w := range s.words {
		if i > 0 && slices.Contains(joints, strings.ToLower(w)) {
			return w
		}
	}
	if strings.Contains(s.text, ";") {
		return ";"
	}
	if len(s.words) > easyWords {
		return s.words[easyWords]
	}
	return ""
}

// checkLongWords tells of each long word once, unless it is explained or is
// the diagnosis.
func checkLongWords(r *reading) {
	text := joined(r.passages)
	told := r.names()
	for _, p := range r.passages {
		if p.kind == who || p.kind == name {
			continue
		}
		for _, w := range words(p.text) {
			if letters(w) >= easyWord && !slices.Contains(told, strings.ToLower(w)) {
				told = append(told, strings.ToLower(w))
				if !explained(text, w) {
					r.tellOf(p, w)
				}
			}
		}
	}
}
