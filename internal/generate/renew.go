package generate

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"

	"kontrakt/internal/careplan"
	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Earlier is a plan that a new one begins from.
type Earlier struct {
	review *review.Review
	plan   *careplan.CarePlan
}

// Earlier reads a plan to begin from, of a contract or of a review. It is nil
// when there is no plan, or one with errors; that it has passed its date is no
// news to somebody who makes the next one, so warnings are not told.
func (l *Line) Earlier(name string, data []byte, unit *review.Unit) (*Earlier, source.Problems) {
	r, p, ps := l.Review(name, data, unit)
	ps = slices.DeleteFunc(ps, func(x source.Problem) bool { return x.Severity == source.Warning })
	if p == nil {
		return nil, ps
	}
	return &Earlier{r, p}, ps
}

// ID is the patient's id in the earlier plan.
func (e *Earlier) ID() string { return e.review.Patient.ID }

// Diagnoses are the ids of the earlier plan's templates.
func (e *Earlier) Diagnoses() []string { return e.review.Plan.Diagnoses }

// Renew is a new review file that begins from an earlier plan: who the patient
// is, what matters, the people and the lines as they were agreed then, with
// ersätter telling what they were. What belonged to that day is left empty for
// people to write: the next step, every date, who took part and what they
// consented to. The definitions are those of the new plan's diagnoses; a
// template that the earlier plan did not have gives its lines to choose from.
// What was weighed then is not carried over, so that it is weighed again.
func (l *Line) Renew(skeleton []byte, id string, old *Earlier, definitions []*plan.Definition, unit *review.Unit) ([]byte, error) {
	var fresh []*plan.Definition
	var ids []string
	had := map[string]bool{}
	for _, c := range old.plan.Conditions {
		had[c.ID] = true
	}
	for _, d := range definitions {
		ids = append(ids, d.ID)
		if !had[d.ID] {
			fresh = append(fresh, d)
		}
	}
	data, err := l.Draft(skeleton, id, fresh, unit)
	if err != nil {
		return nil, err
	}
	agreed := careplan.Agreed(old.review, old.plan)
	now := *agreed.Plan
	now.Diagnoses, now.Relatives = ids, old.review.Plan.Relatives
	changes := append(kept(agreed.Patient, &now), renewedLines(&now, l.asPrinted(definitions, cmp.Or(old.plan.Written, old.plan.Lang)))...)
	changes = append(changes, source.Change{Path: "plan.ersätter", Value: replaced(agreed.Plan)})
	if data, err = source.Edit(data, review.Review{}, changes...); err != nil {
		return nil, err
	}
	return explained(data, definitions), nil
}

// chosenRow is a row of a plan that has a template's line.
var chosenRow = regexp.MustCompile(`(?m)^    - från: (\S+)\n((?:      .*\n)*)`)

// explained puts the template's words as a comment over each row that leaves
// them to the template, as in a new review, for whoever reads the file.
func explained(data []byte, ds []*plan.Definition) []byte {
	var out []byte
	last := 0
	for _, at := range chosenRow.FindAllSubmatchIndex(data, -1) {
		ref, rest := string(data[at[2]:at[3]]), string(data[at[4]:at[5]])
		before := data[:at[0]-1]
		said := bytes.HasPrefix(before[bytes.LastIndexByte(before, '\n')+1:], []byte("    #"))
		for _, key := range []string{"text", "vad", "till"} {
			said = said || strings.Contains("\n"+rest, "\n      "+key+": ")
		}
		if text := wordsOf(ds, ref); text != "" && !said {
			out = append(append(out, data[last:at[0]]...), "    # "+oneLine(text)+"\n"...)
			last = at[0]
		}
	}
	return append(out, data[last:]...)
}

// wordsOf is what a template's line says; "" where there is none.
func wordsOf(ds []*plan.Definition, ref string) string {
	id, line, _ := strings.Cut(ref, "/")
	for _, d := range ds {
		if l, ok := d.Line(line); ok && d.ID == id {
			return l.Text
		}
	}
	return ""
}

// kept is what a plan takes over from the one before it, beside its lines.
func kept(who review.Patient, p *review.Plan) []source.Change {
	return []source.Change{
		{Path: "patient.namn", Value: who.Name},
		{Path: "patient.personnummer", Value: who.Number},
		{Path: "patient.kön", Value: who.Sex},
		{Path: "patient.språk", Value: who.Lang},
		{Path: "patient.tolk", Value: who.Interpreter},
		{Path: "patient.skyddade_uppgifter", Value: who.Protected},
		{Path: "plan.utgåva", Value: p.EditionNumber() + 1},
		{Path: "plan.diagnoser", Value: p.Diagnoses},
		{Path: "plan.viktigt_för_mig", Value: p.Matters},
		{Path: "plan.styrkor", Value: p.Strengths},
		{Path: "plan.överenskommelse", Value: p.Agreement},
		{Path: "plan.fast_läkarkontakt.namn", Value: p.Doctor.Name},
		{Path: "plan.fast_läkarkontakt.telefon", Value: p.Doctor.Phone},
		{Path: "plan.fast_vårdkontakt_behövs", Value: p.ContactNeeded},
		{Path: "plan.fasta_vårdkontakter", Value: p.Contacts},
		{Path: "plan.söka_vård.kontakta", Value: p.Seek.ContactUs},
		{Path: "plan.söka_vård.idag", Value: p.Seek.SameDay},
		{Path: "plan.söka_vård.ring_112", Value: p.Seek.Call112},
		{Path: "plan.läkemedel", Value: p.Medicines},
		{Path: "plan.andra_planer", Value: p.OtherPlans},
		{Path: "plan.närstående", Value: p.Relatives},
		{Path: "plan.uppföljning.ansvarig", Value: p.FollowUp.Responsible},
		{Path: "plan.uppföljning.hur", Value: p.FollowUp.How},
	}
}

// asPrinted are the definitions in the language that the earlier plan was
// printed in; Swedish where one has no words in it.
func (l *Line) asPrinted(ds []*plan.Definition, lang string) []*plan.Definition {
	all := slices.Clone(ds)
	for i, d := range ds {
		if printed, _ := l.Plans.Definition(d.ID, lang); printed != nil {
			all[i] = printed
		}
	}
	return all
}

// renewedLines are the lines of the earlier plan without their days. Words that
// are the template's own are left to the template, so that the new plan has
// them as they read today, in its own language.
func renewedLines(p *review.Plan, ds []*plan.Definition) []source.Change {
	var rows []source.Change
	add := func(list string, row any) {
		rows = append(rows, source.Change{Path: "plan." + list + "[+]", Value: row})
	}
	for _, g := range p.Goals {
		g.By = source.Date{}
		add("mål", g)
	}
	for _, a := range p.PatientDoes {
		from, t := still(ds, plan.PatientDoes, a.From)
		a.From, a.Text, a.When, a.SelfCare.Date = from, beyond(a.Text, t.Text), undated(a.When, t), source.Date{}
		add(plan.PatientDoes, a)
	}
	for _, a := range p.UnitDoes {
		from, t := still(ds, plan.UnitDoes, a.From)
		a.From, a.Text, a.Who, a.When = from, beyond(a.Text, t.Text), beyond(a.Who, t.Who), undated(a.When, t)
		add(plan.UnitDoes, a)
	}
	for _, r := range p.Referrals {
		from, t := still(ds, plan.Referrals, r.From)
		r.From, r.To, r.Why, r.Date = from, beyond(r.To, t.Text), beyond(r.Why, t.Why), source.Date{}
		add(plan.Referrals, r)
	}
	for _, a := range p.Appointments {
		from, t := still(ds, plan.Contacts, a.From)
		a.From, a.What, a.Who, a.When, a.Booked = from, beyond(a.What, t.Text), beyond(a.Who, t.Who), undated(a.When, t), ""
		add(plan.Contacts, a)
	}
	for _, m := range p.Measurements {
		often, target := said(ds, m.Measure)
		m.HowOften, m.Target = beyond(m.HowOften, often), beyond(m.Target, target)
		add("egenmätning", m)
	}
	return rows
}

// said is how often a measure is measured and its target, by the templates that
// say so; empty where they say different things, which somebody has chosen
// between.
func said(ds []*plan.Definition, measure string) (often, target string) {
	var oftens, targets []string
	for _, d := range ds {
		if t, ok := d.Target(measure); ok {
			oftens, targets = append(oftens, t.HowOften), append(targets, t.Value)
		}
	}
	return alone(oftens), alone(targets)
}

// alone is the one text among texts, or "" where they differ.
func alone(texts []string) string {
	texts = slices.DeleteFunc(texts, func(s string) bool { return s == "" })
	if len(texts) == 0 || slices.ContainsFunc(texts, func(s string) bool { return s != texts[0] }) {
		return ""
	}
	return texts[0]
}

// beyond is a text that says something else than the template's.
func beyond(text, template string) string {
	if text == template {
		return ""
	}
	return text
}

// undated is a time without its day: words that say how often still hold.
func undated(w source.When, template plan.Line) source.When {
	return source.When{Words: beyond(w.Words, template.When)}
}

// still is where a line came from, and that line, when one of the templates
// still has it; else the line goes on in its own words.
func still(ds []*plan.Definition, list, from string) (string, plan.Line) {
	id, line, _ := strings.Cut(from, "/")
	for _, d := range ds {
		if l, ok := d.LineIn(list, line); ok && d.ID == id {
			return from, l
		}
	}
	return "", plan.Line{}
}

// replaced is the earlier plan as the new one remembers it.
func replaced(p *review.Plan) review.Replaced {
	r := review.Replaced{Date: p.Date}
	add := func(l review.ReplacedLine) { r.Lines = append(r.Lines, l) }
	for _, g := range p.Goals {
		add(review.ReplacedLine{List: "mål", Text: g.Text, Measure: g.Measure, Target: g.Target})
	}
	for _, a := range p.PatientDoes {
		add(review.ReplacedLine{List: plan.PatientDoes, From: a.From, Text: a.Text, When: a.When})
	}
	for _, a := range p.UnitDoes {
		add(review.ReplacedLine{List: plan.UnitDoes, From: a.From, Text: a.Text, Who: a.Who, When: a.When})
	}
	for _, x := range p.Referrals {
		add(review.ReplacedLine{List: plan.Referrals, From: x.From, Text: x.To})
	}
	for _, a := range p.Appointments {
		add(review.ReplacedLine{List: plan.Contacts, From: a.From, Text: a.What, Who: a.Who, When: a.When})
	}
	for _, m := range p.Measurements {
		add(review.ReplacedLine{List: "egenmätning", Measure: m.Measure, Target: m.Target, When: source.When{Words: m.HowOften}})
	}
	return r
}
