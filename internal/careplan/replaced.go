package careplan

import (
	"slices"
	"strings"

	"kontrakt/internal/plan"
	"kontrakt/internal/review"
)

// Replaced is the earlier plan that this one took the place of, and what has
// changed since. The zero value means that there was none.
type Replaced struct {
	Date     Date     // of the earlier plan
	Added    []Change // in this plan alone, or with another target
	Ended    []Change // in the earlier plan alone
	NewTimes []Change // in both, but now at another time
}

// ChangeKind is what kind of line has changed.
type ChangeKind int

// The kinds of changed line.
const (
	ChangedLine ChangeKind = iota // a goal, what somebody does, a coming contact
	ChangedReferral
	ChangedMeasurement
)

// Change is a line that has changed: its words, or a measure with its target.
type Change struct {
	Kind    ChangeKind
	Text    string
	Measure *Measure
	Target  string
	When    When
}

// The lists whose lines are told as new or ended, by their keys in ersätter,
// which names those of the review.
const (
	goals        = "mål"
	measurements = "egenmätning"
)

// compared is a line of this plan as it is held against the earlier one's.
type compared struct {
	list, from string
	Change
}

// replaces finds what has changed since the earlier plan, from ersätter alone.
func (a *applier) replaces() {
	old := a.plan.Replaces
	if old == nil {
		return
	}
	out := &a.out.Replaces
	out.Date = old.Date
	left, ours := slices.Clone(old.Lines), a.inOurWords(old.Lines)
	for _, now := range a.comparable() {
		i := slices.IndexFunc(left, now.same)
		if i < 0 {
			i = slices.IndexFunc(ours, now.same)
		}
		if i < 0 {
			out.Added = append(out.Added, now.Change)
			continue
		}
		switch before, ours := left[i], ours[i]; {
		case before.Target != "" && plan.Compared(now.Target) != plan.Compared(before.Target) && plan.Compared(now.Target) != plan.Compared(ours.Target):
			if now.Kind == ChangedMeasurement { // what is new is where it aims, which a goal may have said
				now.Kind = ChangedLine
			}
			if !slices.ContainsFunc(out.Added, now.Change.aimsAsIn) {
				out.Added = append(out.Added, now.Change)
			}
		case !now.When.IsZero() && now.When != before.When && now.When != ours.When:
			out.NewTimes = append(out.NewTimes, now.Change)
		}
		left, ours = slices.Delete(left, i, i+1), slices.Delete(ours, i, i+1)
	}
	for _, l := range ours {
		if been := !l.When.Date.IsZero() && !a.plan.Date.Before(l.When.Date); !been {
			out.Ended = append(out.Ended, Change{Kind: changeKind(l.List), Text: l.Text, Measure: a.known(l.Measure), Target: l.Target})
		}
	}
}

// inOurWords are lines of the earlier plan where what a template said in the
// language of that paper stands in the language of this one: a translation is
// no news.
func (a *applier) inOurWords(lines []review.ReplacedLine) []review.ReplacedLine {
	lines = slices.Clone(lines)
	for i := range lines {
		l := &lines[i]
		id, line, _ := strings.Cut(l.From, "/")
		for _, said := range a.translations(id) {
			then, _ := said.theirs.LineIn(l.List, line)
			now, _ := said.ours.LineIn(l.List, line)
			l.Text, l.When.Words = instead(l.Text, then.Text, now.Text), instead(l.When.Words, then.When, now.When)
		}
		for k := 0; l.Measure != "" && k < len(a.defs); k++ {
			for _, said := range a.translations(a.defs[k].ID) {
				then, _ := said.theirs.Target(l.Measure)
				now, _ := said.ours.Target(l.Measure)
				l.Target = instead(l.Target, then.Value, now.Value)
			}
		}
	}
	return lines
}

// translation is a template in another language and in the paper's own.
type translation struct{ theirs, ours *plan.Definition }

// translations are those of a template; none where there is no template.
func (a *applier) translations(id string) []translation {
	var all []translation
	ours, _ := a.lib.Definition(id, a.out.Lang)
	for _, lang := range a.lib.Languages(id) {
		if theirs, _ := a.lib.Definition(id, lang); ours != nil && theirs != nil && theirs != ours {
			all = append(all, translation{theirs, ours})
		}
	}
	return all
}

// instead is now where a text is what was said then, else the text.
func instead(text, then, now string) string {
	if then != "" && now != "" && text == then {
		return now
	}
	return text
}

// comparable are the lines of this plan that ersätter may have had too.
func (a *applier) comparable() []compared {
	var all []compared
	for _, g := range a.out.Goals {
		all = append(all, compared{goals, "", Change{Text: g.Text, Measure: g.Measure, Target: g.Target}})
	}
	for _, x := range a.out.Activities {
		list := plan.PatientDoes
		if x.Performer == ByUnit {
			list = plan.UnitDoes
		}
		all = append(all, compared{list, x.From, Change{Text: x.Text, When: x.When}})
	}
	for _, r := range a.out.Referrals {
		all = append(all, compared{plan.Referrals, r.From, Change{Kind: ChangedReferral, Text: r.To}})
	}
	for _, c := range a.out.Appointments {
		all = append(all, compared{plan.Contacts, c.From, Change{Text: c.What, When: c.When}})
	}
	for _, m := range a.out.Measurements {
		all = append(all, compared{measurements, "", Change{Kind: ChangedMeasurement, Measure: &m.Measure, Target: m.Target}})
	}
	return all
}

// same tells whether a line of the earlier plan is this one: the same
// template line, the same measure, or the same words.
func (c compared) same(old review.ReplacedLine) bool {
	switch {
	case c.list != old.List:
		return false
	case c.from != "" && old.From != "":
		return c.from == old.From
	case c.Measure != nil && old.Measure != "":
		return c.Measure.ID == old.Measure
	}
	return c.Text != "" && plan.Compared(c.Text) == plan.Compared(old.Text)
}

// aimsAsIn tells whether two changes are the same target of one measure.
func (c Change) aimsAsIn(o Change) bool {
	return c.Measure != nil && o.Measure != nil && c.Measure.ID == o.Measure.ID && c.Target == o.Target
}

func changeKind(list string) ChangeKind {
	switch list {
	case plan.Referrals:
		return ChangedReferral
	case measurements:
		return ChangedMeasurement
	}
	return ChangedLine
}

// known is the measure with an id; nil when there is none any more.
func (a *applier) known(id string) *Measure {
	m, ok := a.lib.Measure(id)
	if !ok {
		return nil
	}
	return &Measure{ID: m.ID, Name: m.Name, Unit: m.Unit}
}

// joined are the texts that are not empty, as one line for staff.
func joined(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), " · ")
}
