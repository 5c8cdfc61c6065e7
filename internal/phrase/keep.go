package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// keeper knows which words never part at the end of a line.
type keeper struct {
	before, after, months map[string]bool
	whole                 *strings.Replacer // units of two words, as "mm Hg"
}

func newKeeper(t *Table) keeper {
	k := keeper{before: set(t.Together.Before), after: set(nil), months: set(t.Dates.Months, t.Dates.ShortMonths)}
	var pairs []string
	for _, unit := range t.Together.After {
		first, _, two := strings.Cut(unit, " ")
		k.after[first] = true
		if two {
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
	s = t.keep.whole.Replace(s)
	if !strings.ContainsAny(s, "0123456789") {
		return s
	}
	return t.keep.join(s)
}

// join decides for the space after each word.
func (k keeper) join(s string) string {
	words := strings.Split(s, " ")
	var b strings.Builder
	b.Grow(len(s) + len(words))
	b.WriteString(words[0])
	for i, w := range words[1:] {
		if k.joins(words[i], w) {
			b.WriteString(nbsp)
		} else {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// joins tells whether a word and the next belong together.
func (k keeper) joins(word, next string) bool {
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
