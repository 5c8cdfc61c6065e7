package report_test

import (
	"fmt"
	"math/rand/v2"

	"kontrakt/internal/careplan"
	"kontrakt/internal/cohort"
	"kontrakt/internal/report"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// day is the day of the reports in tests.
var day = source.Date{Year: 2026, Month: 3, Day: 1}

// date is a day that is written as ÅÅÅÅ-MM-DD.
func date(text string) source.Date {
	d, ok := source.ParseDate(text)
	if !ok {
		panic(text)
	}
	return d
}

func ptr(n int) *int { return &n }

// A patient is what a test writes of one, on one line.
type patient struct {
	contacts   int
	age        int // 0 is not known
	sex        string
	profession []source.Count
	unit       []source.Count
	step2      source.Answer // empty: not reviewed yet
	reason     string
	actions    []string // nil: not consulted about yet
	screening  review.Screening
	plan       *careplan.CarePlan
	outcomes   []review.Outcome
}

// input is patients as a clinic has them.
func input(patients ...patient) report.Input {
	in := report.Input{Day: day, Origin: report.FromReviews, Clinic: "Vårdcentralen Granen"}
	for i, p := range patients {
		r := &review.Review{Patient: review.Patient{ID: fmt.Sprintf("G-%03d", i+1), Sex: p.sex}}
		if p.contacts > 0 {
			r.Selection = &review.Selection{Year: 2023, Threshold: 20, Contacts: p.contacts, ByProfession: p.profession, ByUnit: p.unit}
			if p.age > 0 {
				r.Selection.Age = ptr(p.age)
			}
		}
		if p.step2 != "" {
			s := p.screening
			s.Step2, s.ExclusionReason = p.step2, p.reason
			r.Screening = &s
		}
		if p.actions != nil {
			r.Consultation = &review.Consultation{Actions: p.actions}
		}
		if p.plan != nil {
			r.Plan = &review.Plan{Date: p.plan.Date, ValidTo: p.plan.ValidTo}
		}
		r.Outcomes = p.outcomes
		in.Cases = append(in.Cases, report.Case{Review: r, Plan: p.plan})
	}
	return in
}

// granen is a clinic whose tables can be reckoned in the head.
func granen() report.Input {
	in := input(
		patient{contacts: 20, age: 41, sex: "kvinna", profession: counts("Läkare", 12, "Dietist", 8), unit: counts(`"Granen"; norr`, 20),
			step2: source.No, reason: "Omlistad"},
		patient{contacts: 25, age: 50, sex: "man", profession: counts("läkare", 25), unit: counts(`"Granen"; norr`, 15, "Granen 2", 10),
			step2: source.No, reason: "omlistad "},
		patient{contacts: 31, age: 60, sex: "kvinna", profession: counts("Läkare", 31), unit: counts("Granen 2", 31),
			step2: source.No, reason: "Avliden",
			screening: review.Screening{HasContact: source.Yes, Coordination: []string{"SIP"}}},
		patient{contacts: 44, age: 62, sex: "kvinna", profession: counts("Dietist", 44), unit: counts("Granen 2", 44),
			step2: source.Yes, actions: []string{"Ny läkare", "Till dietist"},
			screening: review.Screening{HasContact: source.Yes, Coordination: []string{"SIP", "rehabkoordinator"}}},
		patient{contacts: 22, profession: counts("Läkare", 22), unit: counts("Granen 2", 22),
			step2: source.Yes, actions: []string{review.NoAction}, screening: review.Screening{HasContact: source.Unclear}},
		patient{contacts: 21, age: 18, sex: "man", profession: counts("Läkare", 21), unit: counts("Granen 2", 21), step2: source.Yes},
		patient{contacts: 23, age: 19, sex: "man", profession: counts("Läkare", 23), unit: counts("Granen 2", 23)},
		patient{step2: source.No, reason: "Omlistad"}, // not in the cohort
	)
	return in
}

// counts are the rows of a map, name and number by turns.
func counts(rows ...any) []source.Count {
	var all []source.Count
	for i := 0; i < len(rows); i += 2 {
		all = append(all, source.Count{Name: rows[i].(string), N: rows[i+1].(int)})
	}
	return all
}

// random is a clinic as it may be: small or large, with much or little known.
func random(r *rand.Rand) report.Input {
	n := r.IntN(30)
	var all []patient
	for range n {
		p := patient{sex: []string{"kvinna", "man", ""}[r.IntN(3)], age: r.IntN(100)}
		for _, name := range []string{"Läkare", "Sjuksköterska", "Psykolog"} {
			if c := r.IntN(30); c > 10 {
				p.profession = append(p.profession, source.Count{Name: name, N: c})
				p.contacts += c
			}
		}
		if p.contacts > 0 {
			p.unit = counts("Enhet "+string(rune('A'+r.IntN(4))), p.contacts)
		}
		p.step2 = []source.Answer{"", source.Yes, source.No}[r.IntN(3)]
		switch {
		case p.step2 == source.No:
			p.reason = []string{"Omlistad", "Väl utredd", "Avböjer"}[r.IntN(3)]
		case p.step2 == source.Yes && r.IntN(3) > 0:
			p.actions = [][]string{{}, {review.NoAction}, {"Ny läkare"}, {"Ny läkare", "Till dietist"}}[r.IntN(4)]
		}
		if r.IntN(3) == 0 {
			p.plan = somePlan(r)
		}
		p.outcomes = someOutcomes(r)
		all = append(all, p)
	}
	return input(all...)
}

func somePlan(r *rand.Rand) *careplan.CarePlan {
	p := &careplan.CarePlan{Date: date("2025-01-15"), ValidTo: date("2026-02-28").AddDays(r.IntN(3)), Conditions: []careplan.Condition{{Swedish: "KOL"}}}
	for range r.IntN(3) {
		p.Referrals = append(p.Referrals, careplan.Referral{Status: []string{"planerad", "skickad", "mottagen", "avslutad"}[r.IntN(4)]})
		p.Goals = append(p.Goals, careplan.Goal{Text: string(rune('a' + r.IntN(5)))})
	}
	return p
}

func someOutcomes(r *rand.Rand) []review.Outcome {
	var all []review.Outcome
	for i := range r.IntN(5) {
		o := review.Outcome{Date: date("2025-03-01").AddMonths(4 * i), Contacts: ptr(r.IntN(60))}
		for q := range r.IntN(8) {
			o.Answers = append(o.Answers, review.SevenAnswer{Question: fmt.Sprint(q + 1), Answer: []string{"ja", "delvis", "nej"}[r.IntN(3)]})
		}
		if r.IntN(2) == 0 {
			o.Goals = []review.GoalOutcome{{Text: "a", State: []string{"uppnått", "delvis", "inte", "ändrat"}[r.IntN(4)]}}
		}
		all = append(all, o)
	}
	return all
}

// extract is the summary of an extract that the cases were chosen from.
func extract(in report.Input) *cohort.Summary {
	s := &cohort.Summary{Version: 1, File: "uttag.csv", Year: 2023, Threshold: 20}
	s.Extract.Patients, s.Chosen.Patients = 40, 7
	s.Extract.Contacts, s.Chosen.Contacts = 400, 186
	s.Extract.ByProfession, s.Extract.ByUnit = counts("Läkare", 400), counts("Granen 2", 400)
	s.Chosen.ByProfession = counts("Läkare", 134, "Dietist", 52)
	s.Chosen.ByUnit = counts(`"Granen"; norr`, 35, "Granen 2", 151)
	s.Chosen.Age = cohort.Ages{Known: 6, Sum: 250, Median: "45,5", Least: ptr(18), Most: ptr(62)}
	s.Chosen.Sex = cohort.Sexes{Women: 3, Men: 3, Unknown: 1}
	return s
}
