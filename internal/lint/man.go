package lint

import (
	"slices"
	"strings"
)

// determiners are what makes «man» a man and not the pronoun.
var determiners = []string{"en", "din", "ung", "yngre", "gammal", "äldre", "varje", "annan", "vuxen", "tredje", "fjärde", "femte", "sjätte", "tionde"}

func checkMan(r *reading) {
	for _, p := range r.passages {
		if impersonal(words(strings.ToLower(p.text))) {
			r.tellOf(p)
		}
	}
}

// impersonal tells whether words have the pronoun man.
func impersonal(words []string) bool {
	for i, w := range words {
		if w == "man" && (i == 0 || !slices.Contains(determiners, words[i-1])) {
			return true
		}
	}
	return false
}
