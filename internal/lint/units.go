package lint

import (
	"slices"
	"strings"

	"kontrakt/internal/plan"
)

var (
	// Whatever has digits and no letters.
	figure = pattern(`^[\d.,:/–\-+<>≥≤]*\d[\d.,:/–\-+]*$`)
	// Numbers that are names or say by their form what they are: telephone
	// numbers, years, blood pressures, times of day.
	selfExplaining = pattern(`^(?:112|1177|9\d{4}|(?:19|20)\d\d(?:[–-]\d+)*|\d+/\d+|\d{1,2}[.:]\d\d|[\d-]{8,})$`)
	// Words after which a number needs no unit.
	labels = []string{
		"BMI", "CAT", "AUDIT", "ISI", "kl", "klockan", "typ", "steg", "nummer", "nr", "punkt", "av", "grad", "klass", "nivå",
		"HbA1c", "siffran", "talet", "skalan", "från", "dag", "vecka", "år", "sida", "kallas", "med", "telefon", "telefonnumret", "tel", "ring", "ringa",
		"Självmordslinjen", "Hjälplinjen",
	}
	// Words between a label and its number.
	limiting = []string{"minst", "högst", "under", "över", "på", "är"}
	// Words that are no unit.
	connecting = []string{
		"och", "eller", "till", "i", "på", "om", "för", "per", "när", "utan", "men", "så", "som", "med", "vid", "varje", "är", "har",
		"du", "vi", "helst", "sedan", "samt", "än", "innan", "efter", "före", "ska", "kan",
	}
)

// checkUnits looks at sentences and details; a target's unit is its measure's.
func checkUnits(r *reading) {
	for _, p := range r.passages {
		if p.kind == who || p.kind == name || p.part == plan.Targets {
			continue
		}
		for _, s := range sentences(p.text) {
			if n := unitless(strings.Fields(s.text)); n != "" {
				r.tellOf(p, n)
			}
		}
	}
}

// unitless is the first number of a sentence if it has no unit, else "". In
// "högst 3 gånger i veckan, helst 2" the unit holds for the next number too.
func unitless(fields []string) string {
	for i, f := range fields {
		n := bare(f)
		switch {
		case !figure().MatchString(n), selfExplaining().MatchString(n):
		case labelled(fields[:i], n):
		case more(fields[i:]): // 1, 3 och 6 månader: the last one has the unit
		case unit(f, fields[i+1:]):
			return ""
		default:
			return n
		}
	}
	return ""
}

// bare is a word without the marks around it.
func bare(field string) string { return strings.Trim(field, ".,;:!?()»«\"") }

// labelled tells whether the word before a number says what it is, or is the
// beginning of the same number (90 390).
func labelled(before []string, n string) bool {
	for _, f := range slices.Backward(before) {
		if slices.Contains(limiting, f) {
			continue // BMI minst 22
		}
		return slices.Contains(labels, bare(f)) || figure().MatchString(bare(f)) && len(n) == len("390")
	}
	return false
}

// unit tells whether what follows a number says what it counts.
func unit(field string, next []string) bool {
	if strings.HasSuffix(field, ")") {
		return true
	}
	open := strings.TrimLeft(field, "(«") == bare(field) // no comma or full stop after it
	return open && len(next) > 0 && !slices.Contains(connecting, next[0])
}

// more tells whether a number is followed by one more, perhaps after a word.
func more(fields []string) bool {
	for _, f := range fields[1:min(len(fields), 3)] {
		if figure().MatchString(bare(f)) {
			return true
		}
		if !slices.Contains([]string{"och", "eller", "till"}, f) {
			return false
		}
	}
	return false
}
