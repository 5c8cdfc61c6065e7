package review

import (
	"slices"
	"strings"

	"kontrakt/internal/source"
)

func checkValidity(j *judge, p *Plan) {
	if !p.ValidTo.IsZero() && p.ValidTo.Before(p.Date) {
		j.tell("plan.giltig_till", "giltig-före", p.Date.String())
	}
}

func checkDiagnoses(j *judge, p *Plan) {
	for i, id := range p.Diagnoses {
		if slices.Contains(p.Diagnoses[:i], id) {
			j.tell(row("plan.diagnoser", i), "diagnos-dubbel", id)
		}
	}
}

// dated is a date of the plan, with the path of its value.
type dated struct {
	path string
	date source.Date
}

// checkRelatives: who is close is named, save where no name may be printed.
func checkRelatives(j *judge, p *Plan) {
	if j.Protected() {
		return
	}
	for i, r := range p.Relatives {
		at := row("plan.närstående", i)
		if !j.broken[at] && j.missing(at+".namn", r.Name) {
			j.found = append(j.found, j.file.Problem(at+".namn", "required"))
		}
	}
}

// coming are the dates that must lie within the plan's time.
func (p *Plan) coming() []dated {
	all := []dated{{"plan.nästa_steg.när", p.Next.When.Date}}
	for i, g := range p.Goals {
		all = append(all, dated{row("plan.mål", i) + ".senast", g.By})
	}
	for i, a := range p.Appointments {
		all = append(all, dated{row("plan.kontakter", i) + ".när", a.When.Date})
	}
	return append(all, dated{"plan.uppföljning.datum", p.FollowUp.Date})
}

// checkDates: what is to come lies neither before the plan nor, without a
// word, after it.
func checkDates(j *judge, p *Plan) {
	from, to := p.Date, p.ValidTo
	for _, d := range p.coming() {
		switch {
		case d.date.IsZero():
		case d.date.Before(from):
			j.tell(d.path, "datum-före", lastKey(d.path), from.String())
		case !to.IsZero() && !to.Before(from) && to.Before(d.date):
			j.tell(d.path, "datum-efter", lastKey(d.path), to.String())
		}
	}
}

// lastKey is the key that a path ends with.
func lastKey(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// checkBooked: who has booked a time knows its day. An appointment of a
// template has none, so from does not help.
func checkBooked(j *judge, p *Plan) {
	for i, a := range p.Appointments {
		at := row("plan.kontakter", i)
		told := a.When.IsZero() && (a.From == "" || j.broken[at+".när"])
		if a.Booked == source.Yes && a.When.Date.IsZero() && !told {
			j.tell(at+".bokad", "bokad-utan-datum")
		}
	}
}

// checkSelfCare: egenvård is somebody's judgement (lag 2022:1250), so without
// a name nothing of it would be printed. An empty key is no judgement begun.
func checkSelfCare(j *judge, p *Plan) {
	for i, a := range p.PatientDoes {
		at := row("plan.jag_gör", i) + ".egenvård"
		who, day := at+".bedömd_av", at+".datum"
		if !j.file.Has(who) && !j.file.Has(day) {
			continue
		}
		if j.missing(who, a.SelfCare.JudgedBy) {
			j.tell(who, "egenvård-utan-bedömare")
		}
		if j.missing(day, a.SelfCare.Date.String()) {
			j.tell(day, "egenvård-utan-datum")
		}
	}
}

// line is a template line that the plan names, with the path where it does.
type line struct{ path, from string }

// lines are the template lines that the plan has chosen.
func (p *Plan) lines() []line {
	var all []line
	add := func(list string, i int, from string) {
		if from != "" {
			all = append(all, line{row(list, i) + ".från", from})
		}
	}
	for i, a := range p.PatientDoes {
		add("plan.jag_gör", i, a.From)
	}
	for i, a := range p.UnitDoes {
		add("plan.vården_gör", i, a.From)
	}
	for i, r := range p.Referrals {
		add("plan.remisser", i, r.From)
	}
	for i, a := range p.Appointments {
		add("plan.kontakter", i, a.From)
	}
	return all
}

// checkFrom: a plan takes lines only from the templates of its diagnoses.
func checkFrom(j *judge, p *Plan) {
	for _, l := range p.lines() {
		j.checkTemplate(l, "från-mall")
	}
}

// checkDeclined: no line is both chosen and declined.
func checkDeclined(j *judge, p *Plan) {
	chosen := map[string]bool{}
	for _, l := range p.lines() {
		chosen[l.from] = true
	}
	for i, from := range p.Declined {
		at := row("plan.utelämna", i)
		switch {
		case j.broken[at]:
		case chosen[from]:
			j.tell(at, "vald-och-utelämnad", from)
		default:
			j.checkTemplate(line{at, from}, "utelämna-mall")
		}
	}
}

// checkTemplate: the template of a line is among the plan's diagnoses. The
// hint names the nearest of them where the id is misspelt.
func (j *judge) checkTemplate(l line, rule string) {
	id, _, ok := strings.Cut(l.from, "/")
	known := j.Plan.Diagnoses
	if !ok || j.broken[l.path] || len(known) == 0 || slices.Contains(known, id) {
		return
	}
	if near := source.Nearest(id, known); near != "" {
		j.tell(l.path, rule+"-nära", id, near)
		return
	}
	j.tell(l.path, rule, id)
}
