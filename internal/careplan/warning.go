package careplan

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"kontrakt/internal/plan"
)

// sign is a warning on its way into the plan: the same line (id) and the
// same words stand once, as urgent as the most urgent of them.
type sign struct {
	Warning
	id, words string
}

// warnings brings the signs of all templates together, whether chosen or
// not, and then the review's own.
func (a *applier) warnings() {
	var signs []sign
	for _, d := range a.defs {
		for _, l := range d.Lines() {
			if l.Warning() {
				w := Warning{Urgency: urgency(l.List), From: d.Ref(l), Text: l.Text, Sources: join(nil, d, l), Templates: []string{d.ID}}
				signs = merge(signs, sign{w, l.ID, words(l.Text)})
			}
		}
	}
	own := a.plan.Seek
	for u, texts := range [][]string{ContactUs: own.ContactUs, SameDay: own.SameDay, Call112: own.Call112} {
		for _, t := range texts {
			signs = merge(signs, sign{Warning{Urgency: Urgency(u), Text: t}, "", words(t)})
		}
	}
	for _, s := range signs {
		a.out.Warnings = append(a.out.Warnings, s.Warning)
	}
	slices.SortStableFunc(a.out.Warnings, func(x, y Warning) int { return cmp.Compare(x.Urgency, y.Urgency) })
}

// merge keeps text and place of the sign that came first.
func merge(signs []sign, s sign) []sign {
	i := slices.IndexFunc(signs, func(o sign) bool {
		return s.id != "" && o.id == s.id || o.words == s.words
	})
	if i < 0 {
		return append(signs, s)
	}
	first := &signs[i]
	first.Urgency = max(first.Urgency, s.Urgency)
	first.Templates = append(first.Templates, s.Templates...)
	for _, source := range s.Sources {
		if !slices.Contains(first.Sources, source) {
			first.Sources = append(first.Sources, source)
		}
	}
	return signs
}

func urgency(list string) Urgency {
	switch list {
	case plan.Call112:
		return Call112
	case plan.SameDay:
		return SameDay
	}
	return ContactUs
}

// words is a text as it is compared: without capitals, spacing and the last
// full stop.
func words(text string) string {
	if strings.Contains(text, "  ") || strings.ContainsFunc(text, isOtherSpace) {
		text = strings.Join(strings.Fields(text), " ")
	}
	return strings.TrimRight(strings.ToLower(strings.TrimSpace(text)), ".!")
}

func isOtherSpace(r rune) bool { return r != ' ' && unicode.IsSpace(r) }
