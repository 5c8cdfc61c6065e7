package report_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"kontrakt/internal/careplan"
	"kontrakt/internal/cohort"
	"kontrakt/internal/report"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// invented is a clinic drawn by lot: how it looks is drawn too, so that there
// are some with one unit and with forty, where nothing is known, where all are
// alike.
type invented struct {
	*rand.Rand
	professions, units, reasons, actions int
	unknown                              float64 // how often something is not known
	alike                                bool    // everybody gives the first answer
	day                                  source.Date
}

func invent(r *rand.Rand, patients int) report.Input {
	v := invented{
		Rand: r, professions: 1 + r.IntN(12), units: 1 + r.IntN(8), reasons: 1 + r.IntN(6), actions: 1 + r.IntN(8),
		unknown: []float64{0, 0.03, 0.3, 1}[r.IntN(4)], alike: r.IntN(8) == 0,
		day: source.Date{Year: 2026, Month: 3, Day: 1},
	}
	if r.IntN(6) == 0 {
		v.units = 40
	}
	in := report.Input{Day: v.day, Origin: report.FromReviews, Clinic: "Påhittad vårdcentral"}
	contacts := 0
	for i := range patients {
		c := v.patient(fmt.Sprintf("P-%03d", i+1))
		contacts += c.Review.Selection.Contacts
		in.Cases = append(in.Cases, c)
	}
	if r.IntN(2) == 0 {
		in.Summary = v.extract(patients, contacts)
	}
	return in
}

func (v *invented) extract(patients, contacts int) *cohort.Summary {
	others := v.IntN(3) * v.IntN(400)
	all := cohort.Totals{Patients: patients + others, Contacts: contacts + others*(1+v.IntN(9))}
	left := v.IntN(7)
	return &cohort.Summary{
		Year: 2024, Threshold: 30, Rows: cohort.Rows{Read: all.Contacts + left, Used: all.Contacts},
		LeftOut: []cohort.LeftOut{{Reason: "Utanför året", Count: left}}, Extract: all,
		Chosen: cohort.Totals{Patients: patients, Contacts: contacts},
	}
}

// pick is one of n, the first ones more often.
func (v *invented) pick(n int) int {
	if v.alike {
		return 0
	}
	return min(v.IntN(n), v.IntN(n))
}

func (v *invented) maybe() bool              { return v.Float64() >= v.unknown }
func (v *invented) chance() bool             { return !v.alike && v.IntN(3) == 0 }
func (v *invented) likely() bool             { return v.alike || v.IntN(6) > 0 }
func (v *invented) number() *int             { n := v.IntN(12); return &n }
func (v *invented) oneOf(s ...string) string { return s[v.pick(len(s))] }

func (v *invented) answer() source.Answer {
	if !v.maybe() {
		return ""
	}
	return source.Answer(v.oneOf("ja", "nej", "oklart"))
}

func (v *invented) patient(id string) report.Case {
	s := &review.Selection{Year: 2024, Threshold: 30, Contacts: 30 + v.IntN(12)*v.pick(6)}
	s.ByProfession = v.share(s.Contacts, v.professions, "Yrke")
	s.ByUnit = v.share(s.Contacts, v.units, "Enhet")
	r := &review.Review{Version: 1, Patient: review.Patient{ID: id}, Selection: s}
	if v.maybe() {
		age := 10 + v.IntN(90)
		s.Age = &age
	}
	if v.maybe() {
		s.Doctors = v.number()
	}
	if v.maybe() {
		r.Patient.Sex = v.oneOf("kvinna", "man")
	}
	c := report.Case{Review: r}
	if v.likely() {
		v.screen(&c)
	}
	return c
}

// share is a number shared out among a few of so many categories.
func (v *invented) share(sum, categories int, name string) []source.Count {
	var all []source.Count
	for at := v.pick(categories); sum > 0; at = (at + 1 + v.pick(categories)) % categories {
		n := min(sum, 1+v.IntN(20))
		if at == 0 && v.IntN(2) == 0 || len(all) > 20 {
			n = sum
		}
		all = append(all, source.Count{Name: fmt.Sprintf("%s %02d", name, at), N: n})
		sum -= n
	}
	return all
}

func (v *invented) screen(c *report.Case) {
	s := &review.Screening{
		Date: source.Date{Year: 2025, Month: 1, Day: 15}, Agreement: v.answer(), HasContact: v.answer(), HasDoctor: v.answer(),
		Recurring: v.answer(), MentalIllHealth: v.answer(), Step2: source.Yes,
		Considered: review.Considered{Biological: v.answer(), Psychological: v.answer(), Social: v.answer()},
	}
	c.Review.Screening = s
	if v.maybe() {
		for _, by := range []string{"SIP", "rehabkoordinator", "vårdsamordnare", "äldremottagning"} {
			if v.chance() {
				s.Coordination = append(s.Coordination, by)
			}
		}
	}
	if v.IntN(5) < 3 && !v.alike {
		s.Step2, s.ExclusionReason = source.No, fmt.Sprintf("Skäl %d", v.pick(v.reasons))
		return
	}
	if v.likely() {
		c.Review.Consultation = v.consult()
	}
	if v.likely() {
		v.plan(c)
	}
}

func (v *invented) consult() *review.Consultation {
	switch v.IntN(6) {
	case 0:
		return &review.Consultation{}
	case 1:
		return &review.Consultation{Actions: []string{review.NoAction}}
	}
	c := &review.Consultation{}
	for range 1 + v.pick(3) {
		c.Actions = append(c.Actions, fmt.Sprintf("Åtgärd %d", v.pick(v.actions)))
	}
	return c
}

// plan is an agreed plan with some of its parts, and what follow-ups told.
func (v *invented) plan(c *report.Case) {
	date := source.Date{Year: 2025, Month: 1, Day: 1 + v.IntN(28)}
	c.Review.Plan = &review.Plan{Date: date}
	p := &careplan.CarePlan{ID: c.Review.Patient.ID, Date: date, ValidTo: date.AddMonths(12 + v.IntN(4))}
	for i := range 1 + v.pick(2) {
		p.Conditions = append(p.Conditions, careplan.Condition{Swedish: fmt.Sprintf("diagnos %d", i+4*v.pick(3))})
	}
	if v.likely() {
		p.Matters, p.Next.What = "Orka leka", "Ett samtal"
	}
	if v.chance() {
		p.Contacts = []careplan.Contact{{Name: "Kim Test"}}
		p.Goals = []careplan.Goal{{Text: "Gå en runda"}}
		p.FollowUp.Date = date.AddMonths(6 + v.IntN(12))
	}
	p.Unit.Phone = strings.Repeat("1", v.IntN(2))
	for range v.pick(4) {
		p.Referrals = append(p.Referrals, careplan.Referral{Status: v.oneOf("planerad", "skickad", "mottagen", "avslutad")})
	}
	c.Plan = p
	for i := range v.pick(4) {
		o := review.Outcome{Date: date.AddMonths(6 * (i + 1))}
		for q := 1; q <= careplan.Questions; q++ {
			if v.maybe() {
				o.Answers = append(o.Answers, review.SevenAnswer{Question: fmt.Sprint(q), Answer: v.oneOf("ja", "delvis", "nej")})
			}
		}
		if v.maybe() {
			o.Contacts = v.number()
			o.Goals = []review.GoalOutcome{{Text: "Gå en runda", State: v.oneOf("uppnått", "delvis", "inte", "ändrat")}}
		}
		c.Review.Outcomes = append(c.Review.Outcomes, o)
	}
}
