package generate_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"kontrakt/internal/generate"
	"kontrakt/internal/pdf"
	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
	"kontrakt/templates"
)

// renewed is next year's plan from a contract.
func renewed(t *testing.T, l *generate.Line, paper []byte, diagnoses ...string) (old, now *review.Review, data []byte) {
	t.Helper()
	skeleton, err := fs.ReadFile(templates.FS, "ny/granskning.yaml")
	if err != nil {
		t.Fatal(err)
	}
	old, _, _ = l.Review("utskrift.pdf", paper, unit(t))
	earlier, ps := l.Earlier("utskrift.pdf", paper, unit(t))
	if earlier == nil {
		t.Fatal(ps)
	}
	if diagnoses == nil {
		diagnoses = earlier.Diagnoses()
	}
	var definitions []*plan.Definition
	for _, id := range diagnoses {
		d, _ := l.Plans.Definition(id, plan.Swedish)
		definitions = append(definitions, d)
	}
	data, err = l.Renew(skeleton, earlier.ID(), earlier, definitions, unit(t))
	if err != nil {
		t.Fatal(err)
	}
	now, _ = review.Read("-", data, source.Options{})
	return old, now, data
}

// What is told of a plan that begins from an earlier one is what people have
// to write or weigh again, and nothing else.
func TestNextYearsPlanLacksOnlyWhatIsNew(t *testing.T) {
	l := line(t)
	l.Today = source.Date{Year: 2026, Month: 3, Day: 2}
	empty := []string{"plan.nästa_steg.vad", "plan.nästa_steg.när", "plan.uppföljning.datum"}
	for name, paper := range onPaper(t, l, pdf.Options{}) {
		old, now, data := renewed(t, l, paper)
		_, _, ps := l.Review("-", data, unit(t))
		for _, p := range ps {
			weighed := strings.HasPrefix(p.Rule, "krock") || p.Rule == "inte-när" || strings.HasPrefix(p.Rule, "översättning")
			when := strings.HasPrefix(p.Path, "plan.kontakter[") && strings.HasSuffix(p.Path, ".när")
			judged := p.Rule == "egenvård-utan-datum" // on a new day
			if !weighed && !when && !judged && !slices.Contains(empty, p.Path) {
				t.Errorf("%s: %v", name, p)
			}
		}
		before, after := old.Plan, now.Plan
		if len(after.PatientDoes) != len(before.PatientDoes) || len(after.Goals) != len(before.Goals) || len(after.UnitDoes) != len(before.UnitDoes) {
			t.Errorf("%s: lines were lost", name)
		}
		if after.Date != l.Today || after.Replaces == nil || after.Replaces.Date != before.Date ||
			after.EditionNumber() != before.EditionNumber()+1 || !after.Walkthrough.Date.IsZero() || after.ConsentToShare != "" {
			t.Errorf("%s: the day of the earlier plan is left in the new one", name)
		}
	}
}

// A plan that was printed in another language than the patient's own begins
// next year's in the patient's: the templates' words are not carried over, and
// the patient's own are, as they were.
func TestNextYearsPlanIsInThePatientsLanguage(t *testing.T) {
	l, u := line(t), unit(t)
	data := filled(t, l, u, "EX-001", "hypertoni")
	var paper []byte
	job := generate.Job{Name: "EX-001.yaml", Unit: u, Named: true, Read: func() ([]byte, error) { return data, nil }}
	q := contracts(discard, generate.PDF)
	q.Lang, q.Keep = "en", true
	l.Run([]generate.Job{job}, q, func(r generate.Result) { paper = r.Files[0].Data })

	old, now, again := renewed(t, l, paper)
	if old.Patient.Lang != "sv" || old.Plan.PrintedIn != "en" || now.Patient.Lang != "sv" || now.Plan.PrintedIn != "" {
		t.Errorf("the paper is in %q for a patient of %q, the next in %q for one of %q",
			old.Plan.PrintedIn, old.Patient.Lang, now.Plan.PrintedIn, now.Patient.Lang)
	}
	before, after := old.Plan.PatientDoes, now.Plan.PatientDoes
	if len(before) == 0 || len(after) != len(before) || before[0].Text == "" || after[0].From != before[0].From || after[0].Text != "" {
		t.Errorf("the template's words were carried over:\n%s", again)
	}
	if !strings.Contains(string(again), "    # Du tar dina blodtryckstabletter. Du tar dem även när du mår bra.\n    - från: hypertoni/bt-tabletter\n") {
		t.Errorf("whoever reads the file does not see what the line says:\n%s", again)
	}
}

// Of a diagnosis that the new plan does not have, the lines go on in their own
// words; of one that is new, the template's lines are there to choose from.
func TestNextYearsPlanWithOtherDiagnoses(t *testing.T) {
	l := line(t)
	paper := onPaper(t, l, pdf.Options{})["granskning/H2-063.yaml"]
	old, now, _ := renewed(t, l, paper, "hypertoni")
	for _, a := range now.Plan.PatientDoes {
		if id, _, _ := strings.Cut(a.From, "/"); a.From != "" && id != "hypertoni" || a.From == "" && a.Text == "" {
			t.Errorf("a line of %s", a.From)
		}
	}
	if len(now.Plan.PatientDoes) <= len(old.Plan.PatientDoes) {
		t.Error("no lines of the new diagnosis")
	}
	if from := now.Plan.Replaces.Lines[2].From; !strings.HasPrefix(from, "fibromyalgi/") {
		t.Errorf("ersätter has %q", from)
	}
}
