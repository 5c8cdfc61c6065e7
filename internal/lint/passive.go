package lint

import (
	"slices"
	"strings"
	"unicode"
)

// shortPassive are passive verbs that no ending gives away, since -s alone is
// far more often a genitive.
var shortPassive = []string{
	"anses", "används", "bedöms", "fås", "följs", "förs", "ges", "görs", "hålls", "höjs", "köps", "läggs", "läses", "mäts",
	"rekommenderas", "ses", "skrivs", "ställs", "sägs", "sänks", "sätts", "tas", "undersöks", "utförs", "utreds", "vägs",
}

// active are words with the ending of a passive that are none: verbs that
// always have it or that tell what happens by itself, what something is
// called, and nouns.
var active = []string{
	"abstinens", "andas", "annars", "brottas", "diabetes", "förbättras", "förvärras", "försämras", "förändras", "grimas", "hoppas", "kalas",
	"kallas", "kallsvettas", "kräkas", "kvinnas", "lyckas", "läkas", "mattas", "minnas", "misslyckas", "människas", "mötas", "obesitas",
	"samlas", "samsas", "svettas", "tillsammans", "trivas", "träffas", "trängas", "turas", "tåras", "umgås", "upprepas", "utvecklas",
	"vistas", "åldras", "ändras", "ängslas",
}

func checkPassive(r *reading) {
	for _, p := range r.passages {
		if p.kind != statement && p.kind != detail {
			continue
		}
		for _, s := range sentences(p.text) {
			if w := passiveOf(s.words); w != "" {
				r.tellOf(p, w)
			}
		}
	}
}

// passiveOf is the first passive of a sentence, or "". Of what happens to the
// patient ("du ska opereras") it is plain enough who does it.
func passiveOf(words []string) string {
	for _, w := range words {
		switch {
		case strings.EqualFold(w, "du"):
			return ""
		case passive(w):
			return w
		}
	}
	return ""
}

// passive tells whether a word looks like a verb in the passive: mätas,
// behandlas, behandlades, har behandlats.
func passive(word string) bool {
	runes := []rune(word)
	if len(runes) < 3 || slices.ContainsFunc(runes, func(c rune) bool { return unicode.IsUpper(c) || !unicode.IsLetter(c) }) {
		return false
	}
	if slices.Contains(shortPassive, word) {
		return true
	}
	ending := strings.HasSuffix(word, "as") && !strings.HasSuffix(word, "rnas") ||
		strings.HasSuffix(word, "ades") || strings.HasSuffix(word, "ats")
	return ending && len(runes) >= len("mätas") && !notPassive(word)
}

// nounEndings are those of compounds: arbetsplats, insats, syrgas.
var nounEndings = []string{"plats", "sats", "glas", "gas"}

func notPassive(word string) bool {
	noun := slices.ContainsFunc(nounEndings, func(end string) bool { return strings.HasSuffix(word, end) })
	return noun || slices.Contains(active, word)
}
