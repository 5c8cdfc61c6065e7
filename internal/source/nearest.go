package source

import (
	"strings"
	"unicode/utf8"
)

// Nearest is the known word that a misspelt one most likely means, or ""
// where none is near. Capitals, the dots of å, ä and ö, and the kind of
// hyphen never count as misspellings.
func Nearest(word string, known []string) string {
	w := fold.Replace(strings.ToLower(word))
	best, least := "", max(1, utf8.RuneCountInString(w)/3)+1
	for _, k := range known {
		if d := distance([]rune(w), []rune(fold.Replace(strings.ToLower(k)))); d < least {
			best, least = k, d
		}
	}
	return best
}

var fold = strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "é", "e", "-", "_", " ", "_")

// distance counts the letters to add, remove, change or swap with their
// neighbour to get from one word to the other (optimal string alignment).
func distance(a, b []rune) int {
	before, above := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			change := 1
			if a[i] == b[j] {
				change = 0
			}
			row[j+1] = min(above[j+1]+1, row[j]+1, above[j]+change)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, above = above, row
	}
	return above[len(b)]
}
