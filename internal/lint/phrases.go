package lint

import (
	"regexp"
	"strings"
	"sync"
)

// phrases are what a rule looks for, for each language: a pattern, since most
// runs of the program check no templates.
type phrases map[string]func() *regexp.Regexp

// anyOf takes whole words, whatever their case.
func anyOf(expr string) func() *regexp.Regexp {
	return pattern(`(?i)(?:^|[^\pL\pN])(` + expr + `)(?:$|[^\pL\pN])`)
}

// pattern is compiled when it is first looked for.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// tell tells of the first find in each passage.
func (p phrases) tell(r *reading) {
	for _, text := range r.passages {
		if found := p.find(r.Lang, text.text); found != "" {
			r.tellOf(text, found)
		}
	}
}

// tellAsked tells of the first sentence in each passage that asks for it;
// «vänta inte» and «öka aldrig» ask for the opposite.
func (p phrases) tellAsked(r *reading) {
	for _, text := range r.passages {
		for _, s := range sentences(text.text) {
			if found := p.asked(r.Lang, s.text); found != "" {
				r.tellOf(text, found)
				break
			}
		}
	}
}

// asked is the first find in a sentence, unless one of its first two words
// says not to; else "".
func (p phrases) asked(lang, sentence string) string {
	found := p.find(lang, sentence)
	for _, w := range words(found)[:min(2, len(words(found)))] {
		switch strings.ToLower(w) {
		case "inte", "aldrig", "not", "don't", "never":
			return ""
		}
	}
	return found
}

// lacks tells whether a text has none of them, in a language that has any.
func (p phrases) lacks(lang, text string) bool {
	return p[language(lang)] != nil && p.find(lang, text) == ""
}

// find is the first find in a text, or "".
func (p phrases) find(lang, text string) string {
	expr := p[language(lang)]
	if expr == nil {
		return ""
	}
	if m := expr().FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}
