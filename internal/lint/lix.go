package lint

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"kontrakt/internal/plan"
)

// LIX is how hard a Swedish text is to read (Björnsson 1968): the words of a
// sentence plus the share in per cent of words with more than six letters.
// 25 is easy, 40 a newspaper, 56 a report of the authorities. A text without
// words has 0.
func LIX(text string) float64 { return lix(text, nil) }

// longWord is the least number of letters of a long word.
const longWord = 7

// lix is LIX where names count as short words: of people, places and products,
// and the words of the diagnosis, which no writer can make shorter. Without
// names every word counts.
func lix(text string, names []string) float64 {
	count, long, lines := 0, 0, sentences(text)
	for _, s := range lines {
		count += len(s.words)
		for i, w := range s.words {
			if letters(w) >= longWord && (names == nil || !named(w, i, names)) {
				long++
			}
		}
	}
	if count == 0 {
		return 0
	}
	return float64(count)/float64(len(lines)) + 100*float64(long)/float64(count)
}

// named tells whether the i-th word of a sentence is a name.
func named(word string, i int, names []string) bool {
	first := []rune(word)[0]
	return i > 0 && unicode.IsUpper(first) || slices.Contains(names, strings.ToLower(word))
}

// limits are the highest LIX of a plan and of a part of it. Other languages
// have none: the limits are for Swedish words.
var limits = map[string]float64{plan.Swedish: 35, easy: 25}

// shortest is the least number of words of a part that is judged by itself:
// LIX of a few words says more of chance than of the text.
const shortest = 40

// readable is what LIX is counted on: referrals are names of units, and who
// does something is a name of a profession.
func (r *reading) readable() []passage {
	return slices.DeleteFunc(slices.Clone(r.passages), func(p passage) bool {
		return p.kind == name || p.kind == who || p.part == plan.Referrals
	})
}

// names are the words of the diagnosis.
func (r *reading) names() []string { return words(strings.ToLower(r.Name)) }

// planLIX is LIX of all that the patient reads in the template.
func (r *reading) planLIX() float64 { return lix(joined(r.readable()), r.names()) }

func checkPlanLIX(r *reading) {
	if n := math.Ceil(r.planLIX()); n > limits[r.Lang] {
		r.tell(r.OwnAt(""), "", rounded(n), rounded(limits[r.Lang]))
	}
}

// checkPartLIX judges each list and each part of the prose.
func checkPartLIX(r *reading) {
	for _, part := range parts(r.readable()) {
		text := joined(part)
		if n := math.Ceil(lix(text, r.names())); n > limits[r.Lang] && len(words(text)) >= shortest {
			r.tell(part[0].at, part[0].path, part[0].part, rounded(n), rounded(limits[r.Lang]))
		}
	}
}

// rounded is a number without decimals.
func rounded(n float64) string { return strconv.Itoa(int(n)) }
