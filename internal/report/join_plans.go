package report

import "slices"

// plans are the plans of the clinics that have any.
func (j *joint) plans() *Plans {
	var all []*Plans
	var diagnoses [][]line
	var parts, questions [][]Part
	for _, f := range j.all {
		if p := f.Plans; p != nil {
			all = append(all, p)
			diagnoses = append(diagnoses, linesOf(append([]Row{}, p.Diagnoses...), Row.line))
			parts, questions = append(parts, p.Parts), append(questions, p.Questions)
		}
	}
	if len(all) == 0 {
		return nil
	}
	joined := sumOf(j.least, all)
	joined.Diagnoses = []Row{}
	for _, l := range j.lines(diagnoses) {
		joined.Diagnoses = append(joined.Diagnoses, patientRow(l))
	}
	sortRows(joined.Diagnoses, Row.bySize)
	key := func(p Part) string { return p.Key }
	joined.Parts, joined.Questions = byKey(j.least, parts, key), byKey(j.least, questions, key)
	joined.Answered = j.with(plansOf).spread(func(f *Figures) *Spread { return &f.Plans.Answered }, nil)
	joined.FollowUp.Next = nextOf(all)
	return joined
}

func plansOf(f *Figures) bool { return f.Plans != nil }
func step3Of(f *Figures) bool { return f.Step3 != nil }

// with is the clinics that have a part.
func (j *joint) with(has func(*Figures) bool) *joint {
	return &joint{all: slices.DeleteFunc(slices.Clone(j.all), func(f *Figures) bool { return !has(f) }), least: j.least}
}

// nextOf is the first follow-up of all; empty where a clinic does not tell.
func nextOf(all []*Plans) string {
	next := ""
	for _, p := range all {
		switch day := p.FollowUp.Next; {
		case p.FollowUp.Coming.Is(0):
		case day == "":
			return ""
		case next == "" || day < next:
			next = day
		}
	}
	return next
}

// step3 is the follow-ups of the clinics that have any.
func (j *joint) step3() *Step3 {
	some := j.with(step3Of)
	if len(some.all) == 0 {
		return nil
	}
	var all []*Step3
	var groups [][]Group
	for _, f := range some.all {
		all, groups = append(all, f.Step3), append(groups, f.Step3.Before)
	}
	joined := sumOf(j.least, all)
	joined.Occasions = joinOccasions(j.least, all)
	joined.Seven = joinSeven(j.least, all, joined.Occasions)
	joined.Before = byKey(j.least, groups, func(g Group) string { return g.Key })
	for i := range joined.Before {
		g := &joined.Before[i]
		of := func(f *Figures) *Group {
			return &f.Step3.Before[slices.IndexFunc(f.Step3.Before, func(o Group) bool { return o.Key == g.Key })]
		}
		has := func(f *Figures) bool {
			return slices.ContainsFunc(f.Step3.Before, func(o Group) bool { return o.Key == g.Key })
		}
		g.Before = some.with(has).spread(func(f *Figures) *Spread { return &of(f).Before }, nil)
		g.After = some.with(has).spread(func(f *Figures) *Spread { return &of(f).After }, nil)
	}
	return joined
}

// joinOccasions is how many answered a first, second, … time in all clinics
// together. One is shown that every clinic with answers shows.
func joinOccasions(least int, all []*Step3) []Occasion {
	longest := 0
	for _, s := range all {
		longest = max(longest, len(s.Occasions))
	}
	joined := make([]Occasion, longest)
	for i := range joined {
		joined[i] = Occasion{Number: i + 1, Shown: true}
		var patients []Number
		for _, s := range all {
			if i < len(s.Occasions) {
				patients = append(patients, s.Occasions[i].Patients)
			}
			if len(s.Occasions) > 0 && (i >= len(s.Occasions) || !s.Occasions[i].Shown) {
				joined[i].Shown = false
			}
		}
		joined[i].Patients = sum(least, patients...)
	}
	return joined
}

// joinSeven is the answers at the occasions that are shown.
func joinSeven(least int, all []*Step3, occasions []Occasion) []Question {
	var tables [][]Question
	for _, s := range all {
		if len(s.Seven) > 0 {
			tables = append(tables, s.Seven)
		}
	}
	joined := byKey(least, tables, func(q Question) string { return text(q.Number) })
	for i := range joined {
		var times [][]Reply
		for _, t := range tables {
			if i < len(t) {
				times = append(times, t[i].Times)
			}
		}
		joined[i].Times = byKey(least, times, func(r Reply) string { return text(r.Occasion) })
		joined[i].Times = slices.DeleteFunc(joined[i].Times, func(r Reply) bool {
			return r.Occasion > len(occasions) || r.Occasion < 1 || !occasions[r.Occasion-1].Shown
		})
	}
	return joined
}

// urval is the extracts together, where every clinic has one. How many
// doctors they are cannot be told: one may be in several.
func (j *joint) urval() *Urval {
	var all []*Urval
	for _, f := range j.all {
		if f.Urval == nil {
			return nil
		}
		all = append(all, f.Urval)
	}
	joined := sumOf(j.least, all)
	joined.File = ""
	joined.Year = common(all, func(u *Urval) int { return u.Year })
	joined.Threshold = common(all, func(u *Urval) int { return u.Threshold })
	joined.LeftOut = joinRows(j, func(f *Figures) []LeftRow { return f.Urval.LeftOut },
		func(r LeftRow) line { return line{r.Reason, 0, []Number{r.Rows}} },
		func(l line) LeftRow { return LeftRow{l.name, l.numbers[0]} },
		func(r LeftRow) place { return place{0, r.Rows, r.Reason} })
	joined.All = j.totals(func(f *Figures) *Totals { return &f.Urval.All })
	joined.Chosen = j.totals(func(f *Figures) *Totals { return &f.Urval.Chosen })
	return joined
}

func (j *joint) totals(of func(*Figures) *Totals) Totals {
	var all []*Totals
	for _, f := range j.all {
		all = append(all, of(f))
	}
	t := *sumOf(j.least, all)
	t.Doctors = Number{}
	t.Age = j.spread(func(f *Figures) *Spread { return &of(f).Age }, nil)
	t.ByProfession = joinRows(j, func(f *Figures) []ContactRow { return of(f).ByProfession }, ContactRow.line, contactRow, ContactRow.byName)
	t.ByUnit = joinRows(j, func(f *Figures) []ContactRow { return of(f).ByUnit }, ContactRow.line, contactRow, ContactRow.byName)
	return t
}
