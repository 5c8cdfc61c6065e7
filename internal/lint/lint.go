// Package lint says what a careful colleague would say of a plan template
// that plan has read: whether a patient can read it, whether its facts stand
// on something, whether it is still in force, and whether every language says
// the same. What makes a template unusable is plan's to tell and is not told
// again. It stands beside the line: nothing that is printed depends on it.
package lint

import (
	"math"
	"strings"

	"kontrakt/internal/plan"
	"kontrakt/internal/source"
)

// easy is the language of easy-read Swedish.
const easy = "sv-lattlast"

// Check reads every template in every language and returns what there is to
// say of them, sorted. Today decides what has passed its date.
func Check(lib *plan.Library, today source.Date) source.Problems {
	var ps source.Problems
	for _, id := range lib.IDs() {
		base, _ := lib.Definition(id, plan.Swedish)
		for _, lang := range lib.Languages(id) {
			d, _ := lib.Definition(id, lang)
			ps = append(ps, check(&reading{Definition: d, base: base, library: lib, today: today, passages: passages(d)})...)
		}
	}
	ps.Sort()
	return ps
}

// check is all rules on one template in one language.
func check(r *reading) source.Problems {
	if r.Name == "" { // the file could not be read, and that is told
		return nil
	}
	for i := range rules {
		if r.rule = &rules[i]; r.rule.in.covers(r.Lang) {
			r.rule.find(r)
		}
	}
	return r.found
}

// Figures are what a template can be compared by.
type Figures struct {
	LIX              int // of what the patient reads; 0 where the language is not Swedish
	Sources          int
	Facts, Unsourced int // what is stated, and how much of it names no source
}

// Measure is a template's figures.
func Measure(d *plan.Definition) Figures {
	f := Figures{Sources: len(d.Sources)}
	f.Facts, f.Unsourced = facts(d)
	if language(d.Lang) == plan.Swedish {
		r := &reading{Definition: d, passages: passages(d)}
		f.LIX = int(math.Ceil(r.planLIX()))
	}
	return f
}

// reading is a template in one language as the rules see it.
type reading struct {
	*plan.Definition
	base     *plan.Definition // the same template in Swedish
	library  *plan.Library
	today    source.Date
	passages []passage
	rule     *rule // the rule that is looking now
	found    source.Problems
}

// tell adds a problem of the rule that is looking. The rule is named, since
// whoever gets many remarks wants to deal with those of one kind at a time.
func (r *reading) tell(at source.Position, path string, args ...string) {
	says := r.rule.says
	says.Text += " (" + r.rule.name + ")"
	row := source.Sentences{r.rule.name: says}
	r.found = append(r.found, row.Problem(at, path, r.rule.name, args...))
}

// tellOf is tell at a passage.
func (r *reading) tellOf(p passage, args ...string) { r.tell(p.at, p.path, args...) }

// scope is which languages a rule is for.
type scope int

const (
	everywhere  scope = iota
	template          // the Swedish file, which has the facts
	translation       // the others
	swedish           // Swedish words, easy-read too
	easyRead
)

func (s scope) covers(lang string) bool {
	switch s {
	case template:
		return lang == plan.Swedish
	case translation:
		return lang != plan.Swedish
	case swedish:
		return language(lang) == plan.Swedish
	case easyRead:
		return lang == easy
	}
	return true
}

// language is a language without its region or variant.
func language(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	return base
}
