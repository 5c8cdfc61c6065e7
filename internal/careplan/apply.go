package careplan

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// behold is what a val says of a collision that the clinician has weighed
// and keeps.
const behold = "behåll"

// Apply makes the plan of a review and the templates of its diagnoses, and
// tells everything that is wrong between them; what is wrong in the review
// alone has been told by review.Read. The errors of a template are told each
// time that it is used. The plan is nil when the review has none, and not to
// be printed when a problem is an error.
func Apply(lib *plan.Library, unit *review.Unit, r *review.Review) (*CarePlan, source.Problems) {
	return apply(lib, unit, r, false)
}

// Reprint is Apply for a review that Agreed has made and a contract has
// carried. What was agreed stands by itself: no line takes anything from a
// template, and what was weighed then is not judged again, whatever the
// templates say today. They still give the prose and the signs to seek care.
func Reprint(lib *plan.Library, unit *review.Unit, r *review.Review) (*CarePlan, source.Problems) {
	return apply(lib, unit, r, true)
}

func apply(lib *plan.Library, unit *review.Unit, r *review.Review, agreed bool) (*CarePlan, source.Problems) {
	if r.Plan == nil {
		return nil, nil
	}
	a := &applier{lib: lib, review: r, plan: r.Plan, agreed: agreed, out: &CarePlan{}, chosen: map[string]pick{}, declined: map[string]bool{}, broken: map[string]bool{}}
	a.templates()
	a.facts(unit)
	a.protect()
	a.lines()
	a.alike()
	a.decline()
	a.warnings()
	a.goals()
	a.measurements()
	a.replaces()
	if !agreed {
		a.collide()
	}
	a.problems.Sort()
	return a.out, a.problems
}

// applier is one Apply.
type applier struct {
	lib        *plan.Library
	review     *review.Review
	plan       *review.Plan
	agreed     bool               // the lines are whole as they stand
	defs       []*plan.Definition // of the diagnoses, in their order, each once
	broken     map[string]bool    // templates with errors: lines may be missing for that reason
	out        *CarePlan
	chosen     map[string]pick // by template line, <template>/<line>
	declined   map[string]bool // template lines
	collisions []collision
	problems   source.Problems
}

func (a *applier) tell(path, rule string, args ...string) {
	a.problems = append(a.problems, sentences.Problem(a.review.At(path), path, rule, args...))
}

// suggest is tell, with the word that was most likely meant as the hint.
func (a *applier) suggest(path, rule, meant string, args ...string) {
	p := sentences.Problem(a.review.At(path), path, rule, args...)
	if meant != "" {
		p.Hint = sentences.Problem(p.Pos, path, "menade", meant).Hint
	}
	a.problems = append(a.problems, p)
}

// templates finds the templates of the diagnoses, all in one language: a
// paper in two would hide its warnings from somebody.
func (a *applier) templates() {
	_, measures := a.lib.Measures()
	a.keepErrors(measures)
	lang := a.language()
	a.out.Lang = cmp.Or(lang, plan.Swedish)
	for i, id := range a.plan.Diagnoses {
		if slices.Contains(a.plan.Diagnoses[:i], id) {
			continue
		}
		d, problems := a.lib.Definition(id, lang)
		if d == nil {
			a.suggest(row("plan.diagnoser", i), "okänd-mall", a.lib.Guess(id), quote(id))
			continue
		}
		a.keepErrors(problems)
		a.broken[id] = problems.Errors() > 0
		a.defs = append(a.defs, d)
	}
}

// language is the language that the patient wants, when every template has
// it; else "", which is Swedish.
func (a *applier) language() string {
	var written string
	var missing []string
	for _, id := range a.plan.Diagnoses {
		switch lang := a.lib.Written(id, a.review.Patient.Lang); {
		case lang != "":
			written = cmp.Or(written, lang)
		case a.lib.Has(id) && !slices.Contains(missing, id):
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return written
	}
	rule := "översättning-saknas"
	if len(missing) > 1 {
		rule = "översättningar-saknas"
	}
	a.tell("patient.språk", rule, strings.Join(missing, ", "))
	return ""
}

// keepErrors keeps what makes a template unfit for use. What is to be said
// of a template otherwise is not said of each patient.
func (a *applier) keepErrors(ps source.Problems) {
	for _, p := range ps {
		if p.Severity == source.Error {
			a.problems = append(a.problems, p)
		}
	}
}

// def is the template with an id; nil when it is not one of the plan's.
func (a *applier) def(id string) *plan.Definition {
	i := slices.IndexFunc(a.defs, func(d *plan.Definition) bool { return d.ID == id })
	if i < 0 {
		return nil
	}
	return a.defs[i]
}

// Expired tells of the templates of a plan that have passed their date. It
// never changes what is printed.
func Expired(lib *plan.Library, r *review.Review, today Date) source.Problems {
	if r.Plan == nil {
		return nil
	}
	var ps source.Problems
	for i, id := range r.Plan.Diagnoses {
		d, _ := lib.Definition(id, plan.Swedish)
		if d != nil && !d.ValidTo.IsZero() && d.ValidTo.Before(today) {
			at := row("plan.diagnoser", i)
			ps = append(ps, sentences.Problem(r.At(at), at, "mall-passerad", id, d.ValidTo.String()))
		}
	}
	return ps
}

// quote is an id as messages quote it: nothing when it is no id, since it may
// then be a patient's words.
func quote(id string) string {
	if !isID(id) {
		return ""
	}
	return " «" + id + "»"
}

func isID(s string) bool {
	strange := func(r rune) bool {
		return r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	}
	return s != "" && strings.IndexFunc(s, strange) < 0
}

// row is the path of a list's row.
func row(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }
