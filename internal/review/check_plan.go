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

// place is where a value of the plan stands: a key, or a row of a list and what
// follows it. It becomes a path where something is told of it.
type place struct {
	list string
	row  int
	key  string
}

func (p place) path() string {
	if p.list == "" {
		return p.key
	}
	return row(p.list, p.row) + p.key
}

// dated is a date of the plan, and where it stands.
type dated struct {
	place
	date source.Date
}

// checkRelatives: who is close is named, save where no name may be printed.
func checkRelatives(j *judge, p *Plan) {
	if j.Protected() {
		return
	}
	for i, r := range p.Relatives {
		if r.Name != "" {
			continue
		}
		at := row("plan.närstående", i)
		if !j.broken[at] && j.missing(at+".namn", r.Name) {
			j.found = append(j.found, j.file.Problem(at+".namn", "required"))
		}
	}
}

// coming are the dates that must lie within the plan's time.
func (p *Plan) coming() []dated {
	all := make([]dated, 0, len(p.Goals)+len(p.Appointments)+2)
	all = append(all, dated{place{key: "plan.nästa_steg.när"}, p.Next.When.Date})
	for i, g := range p.Goals {
		all = append(all, dated{place{"plan.mål", i, ".senast"}, g.By})
	}
	for i, a := range p.Appointments {
		all = append(all, dated{place{"plan.kontakter", i, ".när"}, a.When.Date})
	}
	return append(all, dated{place{key: "plan.uppföljning.datum"}, p.FollowUp.Date})
}

// checkDates: what is to come lies neither before the plan nor, without a
// word, after it.
func checkDates(j *judge, p *Plan) {
	from, to := p.Date, p.ValidTo
	for _, d := range p.coming() {
		switch {
		case d.date.IsZero():
		case d.date.Before(from):
			j.tell(d.path(), "datum-före", lastKey(d.path()), from.String())
		case !to.IsZero() && !to.Before(from) && to.Before(d.date):
			j.tell(d.path(), "datum-efter", lastKey(d.path()), to.String())
		}
	}
}

// lastKey is the key that a path ends with.
func lastKey(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// checkBooked: who has booked a time knows its day. An appointment of a
// template has none, so from does not help.
func checkBooked(j *judge, p *Plan) {
	for i, a := range p.Appointments {
		if a.Booked != source.Yes || !a.When.Date.IsZero() {
			continue
		}
		at := row("plan.kontakter", i)
		if told := a.When.IsZero() && (a.From == "" || j.broken[at+".när"]); !told {
			j.tell(at+".bokad", "bokad-utan-datum")
		}
	}
}

// checkSelfCare: egenvård is somebody's judgement (lag 2022:1250), so without
// a name nothing of it would be printed. An empty key is no judgement begun.
func checkSelfCare(j *judge, p *Plan) {
	for i, a := range p.PatientDoes {
		at := row("plan.jag_gör", i) + ".egenvård"
		if a.SelfCare == (SelfCare{}) && !j.file.Has(at) {
			continue
		}
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

// line is a template line that the plan names, and where it does.
type line struct {
	place
	from string
}

// lines are the template lines that the plan has chosen.
func (p *Plan) lines() []line {
	all := make([]line, 0, len(p.PatientDoes)+len(p.UnitDoes)+len(p.Referrals)+len(p.Appointments))
	add := func(list string, i int, from string) {
		if from != "" {
			all = append(all, line{place{list, i, ".från"}, from})
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
	if len(p.Declined) == 0 {
		return
	}
	chosen := map[string]bool{}
	for _, l := range p.lines() {
		chosen[l.from] = true
	}
	for i, from := range p.Declined {
		at := place{list: "plan.utelämna", row: i}
		switch {
		case j.broken[at.path()]:
		case chosen[from]:
			j.tell(at.path(), "vald-och-utelämnad", from)
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
	if !ok || len(known) == 0 || slices.Contains(known, id) || j.broken[l.path()] {
		return
	}
	if near := source.Nearest(id, known); near != "" {
		j.tell(l.path(), rule+"-nära", id, near)
		return
	}
	j.tell(l.path(), rule, id)
}
