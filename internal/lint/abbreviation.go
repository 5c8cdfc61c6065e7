package lint

import (
	"slices"
	"strings"
	"unicode"
)

var (
	// An abbreviation is two capital letters or more: KOL, HbA1c, SGLT2.
	abbreviation = pattern(`^(?:\p{Lu}{2,}\d*|\p{Lu}\pL?\p{Lu}+\d*\pL?)$`)
	// What stands in brackets, or has brackets after it: PEF-värde (…).
	brackets = pattern(`\([^()]*\)|[\pL\d]+-\pL+ \(`)
	// The rest of a word that begins with one, before what is said of it: SGLT2-hämmare är.
	ending = pattern(`([\pL\d])-\pL+ `)
	// Everybody's own words.
	familiar = []string{"TV", "SMS", "BMI", "RS", "ID"}
)

// explanations are how a text says what * means.
var explanations = []string{
	"* (", "* betyder", "* är", "* står för", "* kallas", "kallas *", "kallas för *", "formuläret *",
	"* means", "* stands for", "* is", "called *",
}

// checkAbbreviations tells of each abbreviation once, where it first stands.
// It is explained where the text puts it in brackets, puts something in
// brackets after it, or says what it is or means.
func checkAbbreviations(r *reading) {
	text := joined(r.passages)
	told := slices.Clone(familiar)
	for _, p := range r.passages {
		for _, short := range abbreviations(p) {
			if slices.Contains(told, short) {
				continue
			}
			told = append(told, short)
			if !explained(text, short) {
				r.tellOf(p, short)
			}
		}
	}
}

// abbreviations are those of a passage, also as parts of a word. A name of a
// profession may have them.
func abbreviations(p passage) []string {
	if p.kind == who {
		return nil
	}
	var all []string
	for _, w := range words(p.text) {
		all = append(all, strings.Split(w, "-")...)
	}
	return slices.DeleteFunc(all, func(w string) bool { return !abbreviation().MatchString(w) })
}

// explained tells whether a text says what an abbreviation means.
func explained(text, short string) bool {
	text = ending().ReplaceAllString(text, "$1 ")
	return slices.ContainsFunc(explanations, func(sign string) bool {
		return strings.Contains(text, strings.ReplaceAll(sign, "*", short))
	}) || slices.ContainsFunc(brackets().FindAllString(text, -1), func(within string) bool {
		return slices.Contains(strings.FieldsFunc(within, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }), short)
	})
}
