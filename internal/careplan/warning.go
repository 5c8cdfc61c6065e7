package careplan

import (
	"cmp"
	"slices"

	"kontrakt/internal/plan"
)

// sign is what tells two warnings to be the same: the same line (id), or the
// same words.
type sign struct{ id, words string }

// warnings brings the signs of all templates together, whether chosen or
// not, and then the review's own. A sign stands once, as urgent as the most
// urgent of those that are the same.
func (a *applier) warnings() {
	own := a.plan.Seek
	most := len(own.ContactUs) + len(own.SameDay) + len(own.Call112)
	for _, d := range a.defs {
		most += len(d.Signs())
	}
	signs := make([]sign, 0, most)
	a.out.Warnings = make([]Warning, 0, most)
	add := func(s sign, w Warning) {
		i := slices.IndexFunc(signs, func(o sign) bool { return s.id != "" && o.id == s.id || o.words == s.words })
		if i < 0 {
			signs, a.out.Warnings = append(signs, s), append(a.out.Warnings, w)
			return
		}
		a.out.Warnings[i].merge(w)
	}
	for _, d := range a.defs {
		template := []string{d.ID}
		for _, l := range d.Signs() {
			add(sign{l.ID, l.Compared}, Warning{Urgency: urgency(l.List), From: l.Ref, Text: l.Text, Sources: l.Cited, Templates: template})
		}
	}
	for u, texts := range [][]string{ContactUs: own.ContactUs, SameDay: own.SameDay, Call112: own.Call112} {
		for _, t := range texts {
			add(sign{"", plan.Compared(t)}, Warning{Urgency: Urgency(u), Text: t})
		}
	}
	slices.SortStableFunc(a.out.Warnings, func(x, y Warning) int { return cmp.Compare(x.Urgency, y.Urgency) })
}

// merge adds the same sign of another template; text and place are those of
// the sign that came first. What a warning has of its template is shared by
// many plans, so nothing is written to it.
func (w *Warning) merge(o Warning) {
	w.Urgency = max(w.Urgency, o.Urgency)
	w.Templates = append(slices.Clip(w.Templates), o.Templates...)
	w.Sources = join(slices.Clip(w.Sources), o.Sources)
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
