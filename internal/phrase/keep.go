package phrase

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// keeper knows which words never part at the end of a line.
type keeper struct {
	before, after, months map[string]bool
	units                 []string // those of two words, as "mm Hg"
	whole                 *strings.Replacer
}

func newKeeper(t *Table) keeper {
	k := keeper{before: set(t.Together.Before), after: set(nil), months: set(t.Dates.Months, t.Dates.ShortMonths)}
	var pairs []string
	for _, unit := range t.Together.After {
		first, _, two := strings.Cut(unit, " ")
		k.after[first] = true
		if two {
			k.units = append(k.units, unit)
			pairs = append(pairs, unit, strings.ReplaceAll(unit, " ", nbsp))
		}
	}
	k.whole = strings.NewReplacer(pairs...)
	return k
}

const nbsp = "\u00a0"

// Keep joins with no-break spaces what never parts at the end of a line: the
// groups of a telephone number, a day with its month and year, "kl." with the
// time, a number with its unit. Everything else stays as it is.
func (t *Table) Keep(s string) string {
	if !strings.Contains(s, " ") {
		return s
	}
	if slices.ContainsFunc(t.keep.units, func(unit string) bool { return strings.Contains(s, unit) }) {
		s = t.keep.whole.Replace(s)
	}
	if !hasDigit(s) {
		return s
	}
	return t.keep.join(s)
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			return true
		}
	}
	return false
}

// join decides for the space after each word. Most texts stay as they are, and
// then they are not written anew.
func (k *keeper) join(s string) string {
	var b strings.Builder
	written, word := 0, 0 // where the rest of the text and the word before the space begin
	for i := range len(s) {
		if s[i] != ' ' {
			continue
		}
		if (endsInDigit(s[:i]) || beginsWithDigit(s[i+1:])) && k.joins(s[word:i], firstOf(s[i+1:])) {
			if written == 0 {
				const more = 16 // bytes, for most texts
				b.Grow(len(s) + more)
			}
			b.WriteString(s[written:i])
			b.WriteString(nbsp)
			written = i + 1
		}
		word = i + 1
	}
	if written == 0 {
		return s
	}
	b.WriteString(s[written:])
	return b.String()
}

// firstOf is the word that a text begins with.
func firstOf(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// joins tells whether a word and the next belong together.
func (k *keeper) joins(word, next string) bool {
	word = word[strings.LastIndexByte(word, '\n')+1:]
	next, _, _ = strings.Cut(next, "\n")
	next, _, _ = strings.Cut(next, nbsp)
	switch {
	case endsInDigit(word):
		bare := strings.TrimRight(next, ".,;:!?)")
		return beginsWithDigit(next) || k.after[bare] || k.months[bare] || k.months[bare+"."]
	case beginsWithDigit(next):
		return k.before[strings.TrimLeft(word, "(")] || k.months[word]
	}
	return false
}

func endsInDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsDigit(r)
}

func beginsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

func set(lists ...[]string) map[string]bool {
	m := make(map[string]bool)
	for _, l := range lists {
		for _, w := range l {
			m[w] = true
		}
	}
	return m
}
