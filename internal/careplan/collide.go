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
	text    string   // what the template says of it
	values  []string // the target of each answer, where two templates differ
	lines   []string // the chosen lines that collide
	between []string // the templates that do
}

// collision is c as the one who chooses sees it.
func (a *applier) collision(c collision) Collision {
	out := Collision{ID: c.id, Path: c.path, Text: c.text, Choice: a.val(c.id), Declinable: c.lines, Templates: c.between}
	for i, answer := range c.answers {
		way := Way{Value: answer}
		if i < len(c.values) {
			way.Target = c.values[i]
		}
		out.Ways = append(out.Ways, way)
	}
	out.Settled = c.settled || slices.Contains(c.answers, out.Choice)
	return out
}

// collide finds what the templates say does not go together, and tells of
// each collision that nobody has settled and each val that settles nothing.
func (a *applier) collide() {
	for i, d := range a.defs {
		for _, c := range d.Conflicts {
			a.conflict(i, d, c)
		}
		for _, e := range d.NotWhen {
			if path, other := a.with(d, e.With); path != "" {
				a.collisions = append(a.collisions, collision{id: e.ID, answers: []string{behold}, path: path,
					rule: "inte-när", args: []string{d.ID, other, sentence(e.Text), e.ID}, text: e.Text, between: a.among(d.ID, e.With)})
			}
		}
	}
	for _, c := range a.collisions {
		choice := a.val(c.id)
		a.out.Collisions = append(a.out.Collisions, a.collision(c))
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
	path, other := a.with(d, c.With)
	if beginning, _ := a.code(c.ICD10, nil); path == "" && beginning != "" {
		path, other = a.diagnosis(d.ID), "en diagnoskod som börjar med "+beginning
	}
	if path == "" {
		return
	}
	found := collision{id: c.ID, answers: []string{behold}, path: path, rule: "krock", args: []string{d.ID, other, sentence(c.Text), c.ID}, text: c.Text, between: a.among(d.ID, c.With)}
	if len(c.Lines) > 0 {
		line := slices.IndexFunc(c.Lines, func(ref string) bool { return a.chosen[ref] != (pick{}) })
		if line < 0 {
			return
		}
		first := a.chosen[c.Lines[line]]
		found.path, found.rule, found.args = first.path(), "krock-rad", append(found.args, first.from)
		found.settled = slices.ContainsFunc(c.Lines, func(ref string) bool { return a.declined[ref] })
		for _, ref := range c.Lines {
			if p := a.chosen[ref]; p != (pick{}) && !slices.Contains(found.lines, p.from) {
				found.lines = append(found.lines, p.from)
			}
		}
	}
	a.collisions = append(a.collisions, found)
}

// among are those of some templates that are the plan's.
func (a *applier) among(ids ...string) []string {
	return slices.DeleteFunc(ids, func(id string) bool { return a.diagnosis(id) == "" })
}

// diagnosis is the path of a diagnosis of the plan; "" when it is not one.
func (a *applier) diagnosis(id string) string {
	i := slices.Index(a.plan.Diagnoses, id)
	if i < 0 || a.def(id) == nil {
		return ""
	}
	return row("plan.diagnoser", i)
}

// with is where another template stands in the plan, and what to call it; ""
// when it is not there. A patient has the diagnosis also when only the
// journal's codes say so, unless the template d is for that code itself.
func (a *applier) with(d *plan.Definition, id string) (path, other string) {
	if path := a.diagnosis(id); path != "" || a.review.Screening == nil || len(a.review.Screening.Diagnoses) == 0 {
		return path, id
	}
	_, code := a.code(a.lib.Codes(id), d.ICD10)
	if code == "" {
		return "", ""
	}
	return a.diagnosis(d.ID), id + " (" + code + " i granskning.diagnoser)"
}

// code is the first beginning that one of the journal's diagnosis codes has,
// and that code, but for codes that begin as one of not; "" when none has any.
func (a *applier) code(beginnings, not []string) (beginning, code string) {
	if a.review.Screening == nil {
		return "", ""
	}
	for _, b := range beginnings {
		for _, code := range a.review.Screening.Diagnoses {
			begins := func(b string) bool { return beginsAs(code, b) }
			if begins(b) && !slices.ContainsFunc(not, begins) {
				return b, code
			}
		}
	}
	return "", ""
}

// beginsAs tells whether a diagnosis code begins as another, however they are
// written: I50.9 begins as i50 and as I 509. It is asked for every code of the
// journal against every code of the templates, so it makes no strings.
func beginsAs(code, beginning string) bool {
	c, b := 0, 0
	for {
		for c < len(code) && mark(code[c]) {
			c++
		}
		for b < len(beginning) && mark(beginning[b]) {
			b++
		}
		if b == len(beginning) {
			return true
		}
		if c == len(code) || upper(code[c]) != upper(beginning[b]) {
			return false
		}
		c, b = c+1, b+1
	}
}

// mark tells whether a character of a diagnosis code only parts it.
func mark(c byte) bool { return c == '.' || c == ' ' }

// upper is an ASCII letter as a capital; codes have no others.
func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
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
