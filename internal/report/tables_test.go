package report_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"kontrakt/internal/careplan"
	"kontrakt/internal/report"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// at is a value of the figures' JSON by its path, as cohort.patients or
// excluded[Omlistad].patients.
func at(t *testing.T, f *report.Figures, path string) string {
	t.Helper()
	return under(generic(t, encode(t, f)), path)
}

// under is at, of JSON that has been read.
func under(v any, path string) string {
	for _, step := range strings.Split(path, ".") {
		key, row, isRow := strings.Cut(strings.TrimSuffix(step, "]"), "[")
		fields, _ := v.(map[string]any)
		v = fields[key]
		if isRow {
			v = rowNamed(v.([]any), row)
		}
		if v == nil {
			return "null"
		}
	}
	return fmt.Sprint(v)
}

func rowNamed(rows []any, name string) any {
	for _, r := range rows {
		for _, key := range []string{"name", "reason", "action", "key", "number", "occasion"} {
			if v := r.(map[string]any)[key]; v != nil && fmt.Sprint(v) == name {
				return r
			}
		}
	}
	return nil
}

// want is values by path, two by two.
func want(t *testing.T, f *report.Figures, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if got := at(t, f, pairs[i]); got != pairs[i+1] {
			t.Errorf("%s is %s, want %s", pairs[i], got, pairs[i+1])
		}
	}
}

func TestCountsOfASmallClinic(t *testing.T) {
	in := granen()
	in.Summary = extract(in)
	f := report.Tally(in)
	want(t, f,
		"cohort.year", "2023", "cohort.threshold", "20", "cohort.patients", "7", "cohort.contacts", "186",
		"cohort.contacts_per_patient", "26.6", "cohort.median", "23", "cohort.least", "20", "cohort.most", "44",
		"age.known", "6", "age.unknown", "1", "age.mean", "41.7", "age.median", "45.5", "age.least", "18", "age.most", "62",
		"age.women.median", "60", "age.men.mean", "29",
		"sex.known", "6", "sex.women", "3", "sex.women_percent", "50",
		"age_bands.rows[10–19].all", "2", "age_bands.rows[30–39].all", "0", "age_bands.rows[Okänd ålder].all", "1",
		"contact_bands.rows[20–24].all", "4", "contact_bands.rows[40 eller fler].all", "1",
		// Capitals and spaces make no other category.
		"by_profession[Läkare].contacts", "134", "by_profession[Läkare].patients", "6", "by_profession[Läkare].per_patient", "19.1",
		"by_profession[Dietist].per_visitor", "26", "by_profession[Dietist].percent", "28",
		`by_unit["Granen"; norr].contacts`, "35",
		"reviewed", "6", "not_reviewed", "1", "excluded_total", "3", "excluded[Omlistad].patients", "2", "excluded[Omlistad].percent", "33",
		"step2", "3", "consulted", "2", "not_consulted", "1",
		"with_action", "1", "without_action", "1", "action_marks", "2", "actions[Ny läkare].patients", "1", "actions[Ingen vidare åtgärd].patients", "1",
		// Unclear and missing are not no.
		"questions[fast_vårdkontakt].yes", "2", "questions[fast_vårdkontakt].no", "0", "questions[fast_vårdkontakt].unclear", "1",
		"questions[fast_vårdkontakt].missing", "3", "questions[fast_vårdkontakt].yes_step2", "1",
		"questions[SIP].yes", "2", "questions[SIP].missing", "4", "questions[rehabkoordinator].no", "1",
		"flow[urval].before", "40", "flow[urval].on", "7", "flow[urval].off", "33",
		"flow[steg2].before", "6", "flow[steg2].off", "3", "flow[kontrakt].off", "2",
		"urval.all.patients", "40",
	)
	for _, c := range f.Checks {
		if !c.OK {
			t.Errorf("%s: %s", c.Key, c.Text)
		}
	}
}

func TestWhatIsLeftOutIsTold(t *testing.T) {
	in := granen()
	in.Cases[0].Review.Selection.Threshold = 15
	in.Cases[3].Review.Plan = &review.Plan{}
	in.Cases[0].Review.Consultation = &review.Consultation{}
	f := report.Tally(in)
	var got []string
	for _, l := range f.Told {
		got = append(got, l.Text+" "+l.Count.String())
	}
	equal(t, "told", got, []string{
		"Granskning utan urval: räknas inte bland de granskade 1",
		"Plan som inte går att läsa eller inte är hel: räknas inte bland planerna 1",
		"Konsultation för en patient som inte gick vidare till steg 2: räknas inte 1",
		"Urval för ett annat år eller en annan tröskel än de flesta: räknas med 1",
	})
}

func TestStep3(t *testing.T) {
	answered := func(d string, contacts *int, answer string) review.Outcome {
		o := review.Outcome{Date: date(d), Contacts: contacts}
		if answer != "" {
			o.Answers = []review.SevenAnswer{{Question: "2", Answer: answer}}
		}
		return o
	}
	plan := &careplan.CarePlan{Date: date("2024-05-10"), ValidTo: date("2025-05-10"), Goals: []careplan.Goal{{Text: "Gå ut"}, {Text: "Sova"}}}
	first := answered("2024-06-01", ptr(50), "nej")
	first.Goals = []review.GoalOutcome{{Text: "Gå ut", State: "inte"}}
	year := answered("2025-05-10", ptr(21), "ja")
	year.Goals = []review.GoalOutcome{{Text: "Gå ut", State: "uppnått"}}
	f := report.Tally(input(
		patient{contacts: 40, plan: plan, outcomes: []review.Outcome{year, first}},                                                                   // in any order
		patient{contacts: 30, plan: plan, outcomes: []review.Outcome{first, answered("2025-05-09", ptr(9), "delvis")}},                               // a day short of a year
		patient{contacts: 20, plan: plan, outcomes: []review.Outcome{first, answered("2025-06-01", nil, ""), answered("2025-07-01", ptr(21), "ja")}}, // nobody counted at the first
		patient{contacts: 44, step2: source.No, screening: review.Screening{Date: date("2024-01-01")}, outcomes: []review.Outcome{answered("2025-02-01", ptr(30), "")}},
		patient{plan: plan, outcomes: []review.Outcome{first}}, // not in the cohort: in the plans alone
	))
	want(t, f,
		"plans.total", "4", "plans.overdue", "4",
		"step3.patients", "4", "step3.same", "3",
		"step3.occasions[1].patients", "3", "step3.occasions[2].patients", "3",
		"step3.seven[2].times[1].no", "3", "step3.seven[2].times[2].yes", "2", "step3.seven[2].times[2].partly", "1",
		"step3.seven[1].times[1].missing", "3",
		"step3.goals.total", "6", "step3.goals.reached", "1", "step3.goals.not", "2", "step3.goals.not_judged", "3",
		"step3.before_after[med-plan].patients", "3", "step3.before_after[med-plan].followed", "1",
		"step3.before_after[med-plan].before.mean", "40", "step3.before_after[med-plan].after.mean", "21",
		"step3.before_after[utan-plan].followed", "1", "step3.before_after[utan-plan].after.median", "30",
	)
}

// Occasions that few have come to are told but not compared.
func TestOccasionsShown(t *testing.T) {
	for _, c := range []struct {
		patients []int // how many times each patient has answered
		want     string
	}{
		{[]int{1}, "1"},
		{[]int{2, 2, 1}, "1 2"},
		{[]int{3, 1, 1, 1}, "1"},
		{[]int{4, 4}, "1 2 3 4"},
		{[]int{6, 6, 6}, "1 2 5 6"},
	} {
		var all []patient
		for _, n := range c.patients {
			p := patient{contacts: 30}
			for i := range n {
				p.outcomes = append(p.outcomes, review.Outcome{Date: day.AddDays(i), Answers: []review.SevenAnswer{{Question: "1", Answer: "ja"}}})
			}
			all = append(all, p)
		}
		var shown []string
		for _, o := range report.Tally(input(all...)).Step3.Occasions {
			if o.Shown {
				shown = append(shown, fmt.Sprint(o.Number))
			}
		}
		if got := strings.Join(shown, " "); got != c.want {
			t.Errorf("%v: %s is shown, want %s", c.patients, got, c.want)
		}
	}
}

func TestContractsTellOfPlansAlone(t *testing.T) {
	in := input(patient{plan: &careplan.CarePlan{Date: date("2025-01-01"), ValidTo: date("2026-03-01"), FollowUp: careplan.FollowUp{Date: date("2026-03-02")}}})
	in.Origin = report.FromContracts
	f := report.Tally(in)
	want(t, f, "plans.total", "1", "plans.valid", "1", "plans.follow_up.next", "2026-03-02",
		"cohort.patients", "..", "step2", "..", "flow", "null", "by_unit", "null")
	for _, c := range f.Checks {
		if !c.OK {
			t.Errorf("%s: %s", c.Key, c.Text)
		}
	}
}

func TestAClinicWithoutAnything(t *testing.T) {
	f := report.Tally(input())
	want(t, f, "cohort.patients", "0", "cohort.contacts_per_patient", "null", "age.median", "null", "plans", "null", "step3", "null")
}

// Whatever the clinic, every table adds up.
func TestTablesOfRandomClinicsAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		f := report.Tally(random(r))
		for _, c := range f.Checks {
			if !c.OK {
				t.Fatalf("%s: %s\n%s", c.Key, c.Text, encode(t, f))
			}
		}
	}
}
