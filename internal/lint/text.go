package lint

import (
	"slices"
	"strings"
	"unicode"
)

// sentence is one sentence of a text, as its words.
type sentence struct {
	words []string
	text  string
}

// sentences parts a text as people read it. A line ends its sentence, since a
// point of a list seldom has a full stop; an abbreviation, a decimal, a time
// of day and an initial end none.
func sentences(text string) []sentence {
	var all []sentence
	for line := range strings.Lines(text) {
		for _, part := range split(line) {
			if w := words(part); len(w) > 0 {
				all = append(all, sentence{w, part})
			}
		}
	}
	return all
}

// split cuts a line after each mark that ends a sentence.
func split(line string) []string {
	var parts []string
	fields := strings.Fields(line)
	start := 0
	for i, f := range fields {
		if i+1 == len(fields) || ends(f, fields[i+1], i == start) {
			parts = append(parts, strings.Join(fields[start:i+1], " "))
			start = i + 1
		}
	}
	return parts
}

// ends tells whether a word is the last of its sentence, by its mark and by
// how the next word begins. First is whether the word is its sentence's first.
func ends(word, next string, first bool) bool {
	bare := strings.TrimRight(word, `"'”’»)`)
	if bare == "" || !strings.ContainsRune(".!?…", lastRune(bare)) {
		return false
	}
	if begins := []rune(strings.TrimLeft(next, `"'”’«»(–-`)); len(begins) > 0 && unicode.IsLower(begins[0]) {
		return false
	}
	return lastRune(bare) != '.' || !abbreviated(strings.TrimLeft(bare, `"'”’«(`), first)
}

// abbreviated tells whether the full stop after a word is part of it: an
// abbreviation that something follows, an initial, or the number of a list.
func abbreviated(word string, first bool) bool {
	stem := strings.TrimSuffix(word, ".")
	letters := []rune(stem)
	switch {
	case slices.Contains(unfinished, strings.ToLower(stem)):
		return true
	case len(letters) == 1 && unicode.IsUpper(letters[0]):
		return true
	}
	return first && number(stem)
}

// unfinished are abbreviations that always have something after them. Those
// that may end a sentence (m.m., osv., etc.) end it before a capital letter.
var unfinished = []string{
	"bl.a", "ca", "d.v.s", "dr", "dvs", "e.g", "ev", "exkl", "fr.o.m", "i.e", "inkl", "jfr", "kap", "kl", "max", "min", "nr",
	"p.g.a", "pga", "prof", "resp", "s.k", "st", "t.ex", "t.o.m", "tel", "tex", "tfn",
}

// number tells whether a word is digits, perhaps with marks within.
func number(word string) bool {
	return word != "" && !strings.ContainsFunc(word, unicode.IsLetter) && strings.ContainsFunc(word, unicode.IsDigit)
}

// words are the words of a text: runs of letters and digits with the marks
// that stand within a word (t.ex, 3,5, 135/85, astma-KOL). A slash between
// letters parts two words.
func words(text string) []string {
	runes := []rune(text)
	var all []string
	start := -1
	for i, r := range runes {
		part := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || start >= 0 && within(runes, i)
		switch {
		case part && start < 0:
			start = i
		case !part && start >= 0:
			all = append(all, string(runes[start:i]))
			start = -1
		}
	}
	if start >= 0 {
		all = append(all, string(runes[start:]))
	}
	return all
}

// within tells whether the mark at i holds what stands around it together.
func within(runes []rune, i int) bool {
	if i+1 == len(runes) {
		return false
	}
	before, after := runes[i-1], runes[i+1]
	digits := unicode.IsDigit(before) && unicode.IsDigit(after)
	letters := unicode.IsLetter(after) && (unicode.IsLetter(before) || unicode.IsDigit(before))
	switch runes[i] {
	case '-', '\u2011', '\'', '’', ':', '.':
		return letters || digits
	case ',', '/', '–', '\u00a0', '\u202f':
		return digits
	}
	return false
}

// letters counts the letters of a word.
func letters(word string) int {
	n := 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func lastRune(s string) rune {
	r := []rune(s)
	return r[len(r)-1]
}
