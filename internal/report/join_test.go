package report_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"kontrakt/internal/generate"
	"kontrakt/internal/phrase"
	"kontrakt/internal/report"
	"kontrakt/templates"
)

// tally is a clinic's figures under another name.
func tally(name string, in report.Input) *report.Figures {
	in.Clinic = name
	return report.Tally(in)
}

// Two clinics' figures together are those of one clinic with the patients of
// both, save what cannot be put together.
func TestJointFiguresAreThoseOfAllPatients(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		a, b := random(r), random(r)
		both := a
		both.Cases = append(append([]report.Case{}, a.Cases...), b.Cases...)
		if len(a.Cases) == 0 || len(b.Cases) == 0 {
			continue
		}
		whole, joint := tally("A", both), report.Join([]*report.Figures{tally("A", a), tally("B", b)})
		same(t, whole, joint, []string{
			"cohort.patients", "cohort.contacts", "cohort.contacts_per_patient", "cohort.least", "cohort.most",
			"age.known", "age.mean", "age.women.mean", "age.least", "sex.women", "sex.women_percent", "sex.unknown",
			"by_profession[Läkare].contacts", "by_profession[Läkare].patients", "by_profession[Läkare].per_visitor",
			"by_unit[Enhet A].contacts", "excluded[Omlistad].patients", "excluded_total", "step2",
			"actions[Ny läkare].patients", "with_action", "action_marks", "questions[SIP].missing", "contact_bands.rows[30–39].all",
			"flow[steg2].off", "plans.total", "plans.referrals.sent", "plans.diagnoses[KOL].patients", "step3.goals.reached",
			"plans.valid", "step3.patients",
		})
		for _, c := range joint.Checks {
			if !c.OK {
				t.Fatalf("%s: %s", c.Key, c.Text)
			}
		}
	}
}

func same(t *testing.T, a, b *report.Figures, paths []string) {
	t.Helper()
	av, bv := generic(t, encode(t, a)), generic(t, encode(t, b))
	for _, path := range paths {
		if x, y := under(av, path), under(bv, path); x != y {
			t.Fatalf("%s is %s counted together and %s joined\n%s", path, x, y, encode(t, b))
		}
	}
}

func TestMediansAreEstimatedAndItIsSaid(t *testing.T) {
	klinik, small := report.Tally(clinic(t)), report.Tally(granen())
	f := report.Join([]*report.Figures{klinik, small})
	want(t, f, "age.known", "80", "age.least", "14", "age.most", "95", "cohort.year", "0", "cohort.threshold", "0")
	all := granen()
	all.Cases = append(all.Cases, clinic(t).Cases...)
	if off := f.Age.Median.InTenths() - report.Tally(all).Age.Median.InTenths(); off < -50 || off > 50 { // of a class of ten years
		t.Errorf("the median age is estimated at %s, off by %d tenths", f.Age.Median, off)
	}
	if f.Age.Estimated == "" || f.Doctors.Estimated != "" { // only one of them knows the doctors
		t.Errorf("told of the ages %q, of the doctors %q", f.Age.Estimated, f.Doctors.Estimated)
	}
	if got := at(t, f, "doctors.median"); got != at(t, klinik, "doctors.median") {
		t.Errorf("the median of the doctors is %s", got)
	}
	paper := strings.ReplaceAll(composed(t, f, nil), "\u202f", " ")
	if said := "ungefär " + f.Age.Median.String(); !strings.Contains(paper, said) || !strings.Contains(paper, f.Age.Estimated) {
		t.Errorf("the report does not say %q, or not how it was estimated", said)
	}
	if said := sheetText(t, f); !strings.Contains(said, f.Age.Estimated) {
		t.Errorf("the workbook does not say how the median was estimated:\n%s", said)
	}
}

// sheetText is the first sheet of the workbook: what it says of the whole.
func sheetText(t *testing.T, f *report.Figures) string {
	t.Helper()
	book, _ := phrase.Load(generate.Layouts(), templates.FS)
	var said strings.Builder
	for _, row := range report.Sheets(f, &book.In(phrase.Swedish).Report)[0].Rows {
		for _, c := range row {
			said.WriteString(c.Text + c.Number + "\t")
		}
		said.WriteString("\n")
	}
	return said.String()
}

// A workbook is sent on without its report: whose it is and what its signs
// mean stand in it.
func TestAWorkbookSaysWhatItIs(t *testing.T) {
	f := report.Tally(clinic(t))
	for of, want := range map[*report.Figures]string{f: "Intern version", report.Protect(f, 5): "<5 betyder 1–4"} {
		got := sheetText(t, of)
		for _, want := range []string{want, "Exempelby vårdcentral", "Kontakter under\t2024", "Minst så många kontakter\t30"} {
			if !strings.Contains(got, want) {
				t.Errorf("want %q in\n%s", want, got)
			}
		}
	}
}

func TestHiddenPartsGiveBoundsAndNoFalseSum(t *testing.T) {
	number := func(a, b report.Number) report.Number {
		hide := func(n report.Number) *report.Figures {
			f := tally("", granen())
			f.Public, f.Step2 = &report.Public{Minimum: 5}, n
			return f
		}
		return report.Join([]*report.Figures{hide(a), hide(b)}).Step2
	}
	for _, c := range []struct{ a, b, want report.Number }{
		{report.Count(26), report.Count(9), report.Count(35)},
		{report.Count(26), report.Fewer(5), report.Range(27, 30)},
		{report.More(70), report.Fewer(5), report.Range(72, 78)},
		{report.Count(26), report.Secret(), report.Secret()},
		{report.Secret(), report.Number{}, report.Number{}},
		{report.Range(3, 9), report.Count(0), report.Range(3, 9)},
	} {
		if got := number(c.a, c.b); got != c.want {
			t.Errorf("%v and %v are %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// A category that one clinic shows may be among those that another has merged.
func TestMergedRows(t *testing.T) {
	a, b := tally("A", granen()), tally("B", granen())
	a.ByProfession = []report.ContactRow{
		{Name: "Kurator", Contacts: report.Count(20), Patients: report.Count(6)},
		{Name: "Läkare", Contacts: report.Count(146), Patients: report.Count(7)},
	}
	b.ByProfession = []report.ContactRow{
		{Name: "Läkare", Contacts: report.Count(150), Patients: report.Count(6)},
		{Name: "Övriga yrkeskategorier (två)", Contacts: report.Count(30), Patients: report.Count(5), Merged: 2},
	}
	want(t, report.Join([]*report.Figures{a, b}),
		"by_profession[Läkare].contacts", "296",
		"by_profession[Kurator].contacts", "20–50", "by_profession[Kurator].patients", "6–11", "by_profession[Kurator].percent", "null",
		"by_profession[Övriga yrkeskategorier].contacts", "30")
}

// Classes are those that every clinic's fit into, with what is not known where
// one of them has it.
func TestClassesOfSeveralClinics(t *testing.T) {
	a, b := report.Tally(clinic(t)), report.Protect(report.Tally(clinic(t)), 5)
	f := report.Join([]*report.Figures{a, b})
	got, sum := []string{}, 0
	for _, r := range f.AgeBands.Rows {
		n, _ := r.All.Value()
		sum += n
		got = append(got, r.Name)
	}
	if sum != 150 || f.Public != nil {
		t.Errorf("%d in classes %q", sum, got)
	}
	// Those not known are in the last class: the shares are of everybody.
	want(t, f, "age_bands.known", "150")
	for _, r := range f.AgeBands.Rows {
		if len(r.Counts) != len(f.AgeBands.Columns) {
			t.Errorf("%s has %d numbers for %q", r.Name, len(r.Counts), f.AgeBands.Columns)
		}
	}
}

// The extracts of two clinics are one, save that a doctor may work in both.
func TestExtractsOfTwoClinics(t *testing.T) {
	in := granen()
	in.Summary = extract(in)
	in.Summary.Extract.Doctors = ptr(9)
	f := report.Join([]*report.Figures{tally("A", in), tally("B", in)})
	want(t, f, "urval.all.patients", "80", "urval.chosen.by_profession[Läkare].contacts", "268", "urval.all.doctors", "..",
		"flow[urval].before", "80", "flow[urval].on", "14", "age.median_estimated", "Medianen är uppskattad ur klasserna, som om talen i en klass låg jämnt fördelade.")
	equal(t, "failed", failed(f), nil)
}

// Public figures come out as public, and can be read and joined again.
func TestPublicFiguresStayPublic(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 12 {
		withExtract := granen()
		withExtract.Summary = extract(withExtract)
		a, b := report.Protect(tally("A", withExtract), 5), report.Protect(tally("B", random(r)), 3)
		joint := report.Join([]*report.Figures{a, b})
		if joint.Public == nil || joint.Public.Minimum != 5 || joint.Public.Of == 0 {
			t.Fatalf("the record is %+v", joint.Public)
		}
		data := encode(t, joint)
		again, ps := report.Read("ab.json", data)
		if ps != nil {
			t.Fatal(ps)
		}
		if !bytes.Equal(encode(t, again), data) {
			t.Fatal("read and written, the joint figures are others")
		}
		for _, c := range joint.Checks {
			if !c.OK {
				t.Fatalf("%s: %s", c.Key, c.Text)
			}
		}
	}
}

func TestAClinicGivenTwiceIsTold(t *testing.T) {
	a, b := tally("A", granen()), tally("B", granen())
	joint := report.Join([]*report.Figures{a, b})
	ps := report.Twice([]string{"a.json", "b.json", "ab.json"}, []*report.Figures{a, b, joint})
	equal(t, "told", told(ps), []string{"klinik-dubbel clinics", "klinik-dubbel clinics"})
	if len(report.Twice([]string{"a.json", "b.json"}, []*report.Figures{a, b})) > 0 {
		t.Error("two clinics are told as one")
	}
}

func TestFiguresThatCannotBeRead(t *testing.T) {
	for _, c := range []struct{ json, rule, at string }{
		{"", "tom", "a.json"},
		{"{}", "ingen-rapport", "a.json"},
		{"[]", "ingen-rapport-alls", "a.json:1:1"},
		{`{"version": 99}`, "nyare", "a.json"},
		{"{\"version\": 1,\n \"clinics\": \"A\"}", "typ", "a.json:2:15"},
		{`{"version": 1, "step2": "26"}`, "tal", "a.json:1:29"},
		{`{"version": 1, "age_bands": {"columns": ["Kvinnor"], "rows": [{"counts": []}], "total": {"counts": [1]}}}`, "ojämn", "a.json"},
	} {
		_, ps := report.Read("a.json", []byte(c.json))
		if len(ps) != 1 || ps[0].Rule != c.rule || ps[0].Pos.String() != c.at {
			t.Errorf("%s: got %v, want %s at %s", c.json, ps, c.rule, c.at)
		}
	}
}
