package careplan

import (
	"cmp"
	"slices"

	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// goals carries over what the plan is for. A row with a measure takes the
// target that it lacks from a template that has the measure.
func (a *applier) goals() {
	for i, g := range a.plan.Goals {
		path := row("plan.mål", i) + ".mått"
		goal := Goal{Text: g.Text, Measure: a.measure(path, g.Measure), Target: g.Target, Importance: scale(g.Importance), By: g.By}
		if goal.Measure != nil && goal.Target == "" {
			goal.Target = a.target(path, g.Measure)
		}
		a.out.Goals = append(a.out.Goals, goal)
	}
}

// measurements carries over what the patient measures, each measure once.
func (a *applier) measurements() {
	rows := a.plan.Measurements
	names := make([]string, len(rows))
	for i, m := range rows {
		names[i] = m.Measure
	}
	bare := func(i int) bool { return rows[i] == (review.Measurement{Measure: names[i]}) }
	for i, m := range rows {
		path := row("plan.egenmätning", i) + ".mått"
		if repeated(names, i, bare) {
			continue
		}
		measure := a.measure(path, m.Measure)
		if measure == nil {
			continue
		}
		out := Measurement{Measure: *measure, HowOften: m.HowOften, Target: m.Target, Diary: m.Diary == source.Yes}
		if out.Target == "" {
			out.Target = a.target(path, m.Measure)
		}
		if out.HowOften == "" && a.val(m.Measure) == "" && !a.asked(m.Measure) {
			a.twoFrequencies(path, m.Measure)
		}
		for _, t := range a.having(m.Measure) {
			out.HowOften = cmp.Or(out.HowOften, t.HowOften)
			out.Templates = append(out.Templates, t.template)
			out.Sources = join(out.Sources, a.def(t.template).Cited(t.Sources))
		}
		if out.Diary {
			out.Write = a.page(m.Measure)
		}
		a.out.Measurements = append(a.out.Measurements, out)
	}
}

// page is what there is to write on in the diary of a measure: a chosen
// template's own, else the measure's.
func (a *applier) page(measure string) DiaryPage {
	m, _ := a.lib.Measure(measure)
	diary := m.Diary
	own := cmp.Or(diary, &plan.Diary{})
	for _, t := range a.defs {
		if its, ok := t.Target(measure); ok && its.Diary != nil {
			diary = its.Diary
			break
		}
	}
	if diary == nil {
		return DiaryPage{}
	}
	return DiaryPage{
		Days: diary.Days, Weeks: diary.Weeks, Times: diary.Times, Readings: max(diary.Readings, 1),
		Example: cmp.Or(diary.Example, own.Example), HowTo: cmp.Or(diary.HowTo, own.HowTo),
	}
}

// measure is the measure with an id; nil when there is none, which is told.
func (a *applier) measure(path, id string) *Measure {
	m := a.known(id)
	switch {
	case m != nil:
		return m
	case id != "":
		a.suggest(path, "okänt-mått", a.lib.NearestMeasure(id), quote(id))
	}
	return nil
}

// aim is what one template says of a measure.
type aim struct {
	plan.Target
	template string
}

// having are the templates' words on a measure, in the order of the
// diagnoses; a template that val names for it comes first.
func (a *applier) having(measure string) []aim {
	if a.agreed {
		return nil
	}
	var aims []aim
	for _, d := range a.defs {
		if t, ok := d.Target(measure); ok {
			aims = append(aims, aim{t, d.ID})
		}
	}
	val := a.val(measure)
	slices.SortStableFunc(aims, func(x, y aim) int {
		switch {
		case x.template == val && y.template != val:
			return -1
		case y.template == val && x.template != val:
			return 1
		}
		return 0
	})
	return aims
}

// target is the target of a row that gives none: the one agreed for the same
// measure among the goals, so that the paper never shows two; else the
// templates'. Where those differ it is the clinician's to choose.
func (a *applier) target(path, measure string) string {
	for _, g := range a.plan.Goals {
		if !a.agreed && g.Measure == measure && g.Target != "" {
			return g.Target
		}
	}
	var aims []aim
	for _, t := range a.having(measure) {
		if t.Value != "" {
			aims = append(aims, t)
		}
	}
	if len(aims) == 0 {
		return ""
	}
	for _, t := range aims[1:] {
		if a.differ(measure, t, aims[0]) {
			a.twoTargets(path, measure, aims)
			break
		}
	}
	return aims[0].Value
}

// twoFrequencies tells of templates that say different things of how often a
// measure is measured: who weighs once a week for one diagnosis may have to do
// so daily for another, and that is for the clinician to say.
func (a *applier) twoFrequencies(path, measure string) {
	var aims []aim
	for _, t := range a.having(measure) {
		if t.HowOften != "" {
			aims = append(aims, t)
		}
	}
	for i, t := range aims {
		if i > 0 && plan.Compared(a.swedish(measure, t).HowOften) != plan.Compared(a.swedish(measure, aims[0]).HowOften) {
			a.tell(path, "två-hur-ofta", aims[0].template, t.template, measure, aims[0].HowOften, t.HowOften)
			return
		}
	}
}

// differ tells whether two templates aim at different things with a measure.
func (a *applier) differ(measure string, x, y aim) bool {
	return plan.Compared(a.swedish(measure, x).Value) != plan.Compared(a.swedish(measure, y).Value)
}

// swedish is what a template says of a measure in Swedish, which every template
// is written in first: two translators' wordings never make a collision.
func (a *applier) swedish(measure string, t aim) plan.Target {
	if d, _ := a.lib.Definition(t.template, plan.Swedish); d != nil {
		if swedish, ok := d.Target(measure); ok {
			return swedish
		}
	}
	return t.Target
}

// asked tells whether the clinician is asked which template a measure is from.
func (a *applier) asked(measure string) bool {
	return slices.ContainsFunc(a.collisions, func(c collision) bool { return c.rule == "två-målvärden" && c.id == measure })
}

// twoTargets: once for each measure, however many rows use it.
func (a *applier) twoTargets(path, measure string, aims []aim) {
	if a.asked(measure) {
		return
	}
	i := slices.IndexFunc(aims, func(t aim) bool { return a.differ(measure, t, aims[0]) })
	c := collision{id: measure, path: path, rule: "två-målvärden", text: aims[0].Value + " · " + aims[i].Value,
		args: []string{aims[0].template, aims[i].template, measure, aims[0].Value, aims[i].Value}}
	for _, t := range aims {
		c.answers, c.values = append(c.answers, t.template), append(c.values, t.Value)
	}
	c.between = slices.Clone(c.answers)
	a.collisions = append(a.collisions, c)
}
