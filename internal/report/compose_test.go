package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"kontrakt/internal/doc"
	"kontrakt/internal/generate"
	"kontrakt/internal/phrase"
	"kontrakt/internal/report"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
	"kontrakt/templates"
)

// composed is the report of figures as a tree to read, spaces as they are typed.
func composed(t *testing.T, f *report.Figures, prose map[string][]doc.Block) string {
	t.Helper()
	var b bytes.Buffer
	if err := doc.Dump(&b, document(t, f, prose)); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(b.String(), "~", " ")
}

// document is the report of figures.
func document(t *testing.T, f *report.Figures, prose map[string][]doc.Block) *doc.Document {
	t.Helper()
	book, ps := phrase.Load(generate.Layouts(), templates.FS)
	if ps.Err() != nil {
		t.Fatal(ps)
	}
	return report.Compose(f, report.Page{
		Layout: book.Layout(report.Name), Words: book.In(phrase.Swedish), Prose: prose,
		Measure: func(text string, size float64, _ bool) float64 { return float64(len(text)) * size / 2 },
	})
}

// selected is a patient with contacts by profession, and an age.
func selected(id string, age int, by ...source.Count) report.Case {
	s := &review.Selection{Year: 2024, Threshold: 30, Age: &age, ByProfession: by}
	for _, c := range by {
		s.Contacts += c.N
	}
	return report.Case{Review: &review.Review{Patient: review.Patient{ID: id, Sex: "kvinna"}, Selection: s}}
}

// many are n patients, each with contacts of as many professions.
func many(n, professions int) []report.Case {
	var all []report.Case
	for i := range n {
		var by []source.Count
		for p := range professions {
			by = append(by, source.Count{Name: fmt.Sprintf("Yrke %02d", p+1), N: 1000 - 10*p})
		}
		all = append(all, selected(fmt.Sprint(i), 30+i, by...))
	}
	return all
}

func tallied(cases []report.Case) *report.Figures {
	return report.Tally(report.Input{Cases: cases, Day: source.Date{Year: 2025, Month: 9, Day: 15}, Origin: report.FromReviews})
}

// Where nobody has been reviewed the way ends there: no boxes of nobody.
func TestTheFlowEndsWhereNobodyWentOn(t *testing.T) {
	got := composed(t, tallied(many(12, 4)), nil)
	if !strings.Contains(got, "0 patienter journalen granskad.") || strings.Contains(got, "har ett patientkontrakt") {
		t.Errorf("the flow goes on in\n%s", got)
	}
}

// The row of the others may be the largest: its bar has room as well.
func TestNoBarIsLongerThanItsColumn(t *testing.T) {
	for _, block := range document(t, tallied(many(12, 40)), nil).Content {
		table, ok := block.(*doc.Table)
		if !ok {
			continue
		}
		for _, cell := range table.Rows[0] {
			if cell.Picture == nil {
				continue
			}
			for i, strip := range cell.Picture.Strips {
				for _, area := range strip.Areas {
					for _, p := range area.Points {
						if p.X > strip.Width {
							t.Errorf("%s: row %d reaches %.1f of %.1f", doc.Text(table.Caption), i+1, p.X, strip.Width)
						}
					}
				}
			}
		}
	}
}

// TestLittleMuchOrNothingToShow: what stands in the place of a table when it
// has no rows, one, two or forty.
func TestLittleMuchOrNothingToShow(t *testing.T) {
	for _, tt := range []struct {
		professions int
		want, not   string
	}{
		{0, "Inga kontakter finns att visa (n = 12).", "Kontakter per yrkeskategori"},
		{1, "Alla kontakter var hos Yrke 01: 12 000 kontakter hos 12 patienter.", "Kontakter per yrkeskategori"},
		{2, "Yrke 01 mot yrke 02", "stod för"},
		{4, "Yrke 01, yrke 02 och yrke 03 stod för 75 % av kontakterna", "Övriga"},
		{13, "# Yrke 13", "Övriga"},
		{40, "# Övriga (28) |", "# Yrke 13"},
	} {
		got := composed(t, tallied(many(12, tt.professions)), nil)
		got = strings.ReplaceAll(got, "\u202f", " ")
		if !strings.Contains(got, tt.want) || strings.Contains(got, tt.not) {
			t.Errorf("%d professions: want %q and not %q in\n%s", tt.professions, tt.want, tt.not, got)
		}
	}
}

func TestFewPatientsHaveNoPercentages(t *testing.T) {
	few, more := composed(t, tallied(many(19, 3)), nil), composed(t, tallied(many(20, 3)), nil)
	const head = "head: Steg | Före steget | Gick vidare | Gick inte vidare"
	if !strings.Contains(few, head+"\n") || !strings.Contains(more, head+" | Andel vidare, %\n") {
		t.Errorf("shares of people are for 20 or more")
	}
}

// TestCaptionsTellOnlyWhatIsPublished: of hidden numbers there is no finding,
// no bar and no ratio.
func TestCaptionsTellOnlyWhatIsPublished(t *testing.T) {
	f := tallied(many(12, 3))
	f.ByProfession[1].Contacts = report.Secret()
	f.ByProfession[1].PerPatient, f.ByProfession[1].PerVisitor, f.ByProfession[1].Percent = report.Decimal{}, report.Decimal{}, report.Decimal{}
	f.Age.Least, f.Age.Most, f.Age.Mean = report.Secret(), report.Secret(), report.Decimal{}
	f.Public = &report.Public{Minimum: 5, Hidden: 3, Of: 100}
	got := composed(t, f, nil)
	for _, want := range []string{"Kontakter per yrkeskategori", "Ålder och kön", "# Yrke 02 | x |", "x | x | 12 | x", "Dolda tal: 3 av 100 (3 %)"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	for _, not := range []string{"stod för", "Åldern går från", "medelålder", "Medelålder"} {
		if strings.Contains(got, not) {
			t.Errorf("%q tells what is hidden", not)
		}
	}
}

// TestWhatDoesNotFitIsFramed: a check that fails stands under its table, or
// with the key figures where it has none.
func TestWhatDoesNotFitIsFramed(t *testing.T) {
	f := tallied(many(12, 3))
	right := len(f.Checks)
	f.Checks = append(f.Checks,
		report.Check{Key: "a", Table: "by_profession", Text: "Delarna är 48, summan 49"},
		report.Check{Key: "b", Table: "cohort", Text: "Medel utan n"})
	got := composed(t, f, nil)
	table := strings.Index(got, "Alla kontakter")
	if a := strings.Index(got, "*Delarna är 48, summan 49*"); a < table {
		t.Errorf("the frame is not under its table:\n%s", got)
	}
	if b := strings.Index(got, "*Medel utan n*"); b < 0 || b > table {
		t.Errorf("the frame is not with the key figures:\n%s", got)
	}
	if want := fmt.Sprintf("%d av %d kontroller stämmer", right, right+2); !strings.Contains(got, want) {
		t.Errorf("%q is not in\n%s", want, got)
	}
}

// TestAHeadingStandsOverSomething: a section that nobody has written is not
// there; one that somebody has is, in its place.
func TestAHeadingStandsOverSomething(t *testing.T) {
	written := map[string][]doc.Block{
		"bakgrund":        {&doc.Paragraph{Text: []doc.Inline{doc.Plain("Så började det.")}}},
		"yrkeskategorier": {&doc.Paragraph{Text: []doc.Inline{doc.Plain("Det säger tabellen.")}}},
	}
	got := composed(t, tallied(many(12, 3)), written)
	before := -1
	for _, want := range []string{"B. Bakgrund", "Så började det.", "G. Resultat", "Steg 1", "Alla kontakter", "Det säger tabellen."} {
		at := strings.Index(got, want)
		if at < before {
			t.Errorf("%q is not in its place:\n%s", want, got)
		}
		before = at
	}
	for _, not := range []string{"A. Val", "H. Diskussion", "I. Summering", "inte är räknat"} {
		if strings.Contains(got, not) {
			t.Errorf("%q stands over nothing", not)
		}
	}
}

// TestOfContractsThereArePlans: a report of contracts says what it lacks.
func TestOfContractsThereArePlans(t *testing.T) {
	f := report.Tally(report.Input{Origin: report.FromContracts, Day: source.Date{Year: 2025, Month: 9, Day: 15}})
	got := composed(t, f, nil)
	if !strings.Contains(got, "Rapporten är gjord av patientkontrakt") || strings.Contains(got, "Steg 1") || strings.Contains(got, "Från uttag till") {
		t.Errorf("a report of contracts:\n%s", got)
	}
}

// TestBeforeAndAfterIsNoEffect: the caution on regression to the mean stands
// beside the figures, and the caption makes no claim.
func TestBeforeAndAfterIsNoEffect(t *testing.T) {
	cases := many(12, 3)
	for i := range cases {
		after := 20 + i
		cases[i].Review.Screening = &review.Screening{Date: source.Date{Year: 2025, Month: 1, Day: 10}, Step2: source.Yes}
		cases[i].Review.Outcomes = []review.Outcome{{Date: source.Date{Year: 2026, Month: 2, Day: 1}, Contacts: &after}}
	}
	got := composed(t, tallied(cases), nil)
	for _, want := range []string{"Kontakter före och efter, med och utan patientkontrakt", "*Läs inte detta som en effekt.*", "regression mot medelvärdet"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}
