package careplan

import (
	"slices"
	"strings"

	"kontrakt/internal/plan"
	"kontrakt/internal/source"
)

// collision is what does not go together in this plan. The clinician settles
// it, never the program: a val whose key is id gives one of the answers, or
// one of the lines is declined.
type collision struct {
	id      string
	answers []string
	settled bool // by utelämna
	path    string
	rule    string
	args    []string
	text    string // what the template says of it
}

// collide finds what the templates say does not go together, and tells of
// each collision that nobody has settled and each val that settles nothing.
func (a *applier) collide() {
	for i, d := range a.defs {
		for _, c := range d.Conflicts {
			a.conflict(i, d, c)
		}
		for _, e := range d.NotWhen {
			if with := a.diagnosis(e.With); with != "" {
				a.collisions = append(a.collisions, collision{id: e.ID, answers: []string{behold}, path: with,
					rule: "inte-när", args: []string{d.ID, e.With, sentence(e.Text), e.ID}, text: e.Text})
			}
		}
	}
	for _, c := range a.collisions {
		choice := a.val(c.id)
		switch {
		case slices.Contains(c.answers, choice), c.settled:
			a.out.Weighed = append(a.out.Weighed, Weighed{c.id, choice, c.text})
		default:
			a.tell(c.path, c.rule, c.args...)
		}
	}
	a.unused()
}

// conflict tells whether a collision that a template knows of is one here.
func (a *applier) conflict(i int, d *plan.Definition, c plan.Conflict) {
	with, other := a.diagnosis(c.With), c.With
	if with == "" {
		if other = a.code(c.ICD10); other == "" {
			return
		}
		other = "en diagnoskod som börjar med " + other
		with = a.diagnosis(d.ID)
	}
	found := collision{id: c.ID, answers: []string{behold}, path: with, rule: "krock", args: []string{d.ID, other, sentence(c.Text), c.ID}, text: c.Text}
	if len(c.Lines) > 0 {
		line := slices.IndexFunc(c.Lines, func(ref string) bool { return a.chosen[ref].path != "" })
		if line < 0 {
			return
		}
		pick := a.chosen[c.Lines[line]]
		found.path, found.rule, found.args = pick.path, "krock-rad", append(found.args, pick.from)
		found.settled = slices.ContainsFunc(c.Lines, func(ref string) bool { return a.declined[ref] })
	}
	a.collisions = append(a.collisions, found)
}

// diagnosis is the path of a diagnosis of the plan; "" when it is not one.
func (a *applier) diagnosis(id string) string {
	i := slices.Index(a.plan.Diagnoses, id)
	if i < 0 || a.def(id) == nil {
		return ""
	}
	return row("plan.diagnoser", i)
}

// code is the beginning that one of the journal's diagnosis codes has; "" when
// none has any of them.
func (a *applier) code(beginnings []string) string {
	if a.review.Screening == nil {
		return ""
	}
	bare := func(s string) string {
		return strings.ToUpper(strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), " ", ""))
	}
	for _, b := range beginnings {
		for _, code := range a.review.Screening.Diagnoses {
			if strings.HasPrefix(bare(code), bare(b)) {
				return b
			}
		}
	}
	return ""
}

// val is what the review says of a collision; "" when it says nothing.
func (a *applier) val(id string) string {
	for _, c := range a.plan.Choices {
		if c.Key == id {
			return c.Value
		}
	}
	return ""
}

// unused tells of each val that settles nothing, with what it was most
// likely to settle.
func (a *applier) unused() {
	for _, v := range a.plan.Choices {
		path := "plan.val"
		if isID(v.Key) {
			path += "." + v.Key
		}
		var ids []string
		answers := []string{}
		for _, c := range a.collisions {
			ids = append(ids, c.id)
			if c.id == v.Key {
				answers = append(answers, c.answers...)
			}
		}
		switch {
		case len(answers) == 0:
			a.suggest(path, "val-utan-krock", source.Nearest(v.Key, ids), quote(v.Key))
		case !slices.Contains(answers, v.Value):
			a.tell(path, "val-svar", v.Key, strings.Join(answers, " eller "))
		}
	}
}

// sentence is a text without its last full stop, to stand after a colon.
func sentence(text string) string { return strings.TrimRight(text, ". ") }
