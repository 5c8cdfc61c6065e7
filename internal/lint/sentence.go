package lint

import "strconv"

// longest is the most words of a sentence that is read in one breath.
const longest = 20

func checkLongSentences(r *reading) {
	for _, p := range r.passages {
		for _, s := range sentences(p.text) {
			if len(s.words) > longest {
				r.tellOf(p, strconv.Itoa(len(s.words)))
			}
		}
	}
}
