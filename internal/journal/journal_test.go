package journal_test

import (
	"strings"
	"testing"

	"kontrakt/internal/careplan"
	"kontrakt/internal/generate"
	"kontrakt/internal/journal"
	"kontrakt/internal/phrase"
	"kontrakt/internal/source"
	"kontrakt/templates"
)

// text is a plan for the record, with the keywords that are shipped unless
// others are given.
func text(t *testing.T, p *careplan.CarePlan, keywords ...phrase.Keyword) string {
	t.Helper()
	book, ps := phrase.Load(generate.Layouts(), templates.FS)
	if err := ps.Err(); err != nil {
		t.Fatal(err)
	}
	r := book.Record()
	if keywords != nil {
		r = &phrase.Record{Keywords: keywords}
	}
	return string(journal.Text(p, r, book.In(phrase.Swedish)))
}

// agreed is a small plan.
func agreed() *careplan.CarePlan {
	return &careplan.CarePlan{
		ID: "EX-001", Edition: 2,
		Date: source.Date{Year: 2025, Month: 9, Day: 15}, ValidTo: source.Date{Year: 2026, Month: 3, Day: 15},
		Patient:    careplan.Patient{Name: "Anna Exempel", Number: "19600412-9802"},
		Conditions: []careplan.Condition{{ID: "kol", Name: "KOL", Version: "1.2.0"}},
		Agreement:  "Vi provar det här.",
		Activities: []careplan.Activity{{Text: "Jag går ut varje dag", Confidence: careplan.Scale{Value: 0, Asked: true}, Obstacle: "det regnar", Then: "går jag i trappan"}},
		Relatives:  []careplan.Relative{{Relation: "make", Part: "följer med på besök"}},
	}
}

func TestTheTextIsPlainAndSaysWhichPlanItIs(t *testing.T) {
	got := text(t, agreed())
	const want = "Överenskommelse\r\nPlanen gäller: KOL\r\nVi provar det här.\r\nPatienten gör:\r\n" +
		"- Jag går ut varje dag. Tilltro: 0 av 10. Hinder: det regnar. Då: går jag i trappan.\r\n\r\n" +
		"Sammanhållen plan\r\nNärstående:\r\n- Make. Roll: följer med på besök.\r\n\r\n" +
		"Plan-id EX-001, utgåva 2. Överenskommen 2025-09-15, gäller till 2026-03-15.\r\nMallar: kol 1.2.0.\r\n"
	if got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestTheClinicChoosesKeywordsAndTheirOrder(t *testing.T) {
	got := text(t, agreed(), phrase.Keyword{Name: "Planering", Parts: []string{"jag_gör"}}, phrase.Keyword{Name: "Tomt", Parts: []string{"remisser"}},
		phrase.Keyword{Name: "Överenskommelser", Parts: []string{"närstående", "överenskommelse"}})
	const want = "Planering\r\nPatienten gör:\r\n- Jag går ut varje dag. Tilltro: 0 av 10. Hinder: det regnar. Då: går jag i trappan.\r\n\r\n" +
		"Överenskommelser\r\nNärstående:\r\n- Make. Roll: följer med på besök.\r\nVi provar det här.\r\n\r\nPlan-id"
	if !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s", got)
	}
}

// What people write is kept as they wrote it, save what a record cannot show
// or must not hold.
func TestWhatARecordMustNotHold(t *testing.T) {
	tests := []struct{ name, written, want string }{
		{"a no-break space", "under\u00a0135/85", "under 135/85"},
		{"a soft hyphen and a tab", "sjuk\u00adgymnastik\tmåndag", "sjukgymnastik måndag"},
		{"lines", "Första raden\nAndra raden", "Första raden\r\nAndra raden"},
		{"names in other scripts", "Δήμητρα – Ngọc", "Δήμητρα – Ngọc"},
		{"the patient's personnummer", "Gäller 19600412-9802.", "Gäller (personnummer)."},
		{"the same in ten digits", "Gäller 6004129802.", "Gäller (personnummer)."},
		{"somebody else's", "Maken har 600412-9802", "Maken har (personnummer)"},
		{"a telephone", "Ring 0360000000 eller 036-000 00 01", "Ring 0360000000 eller 036-000 00 01"},
		{"a booking number", "Ärende 123456-7890", "Ärende 123456-7890"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := agreed()
			p.Agreement = tt.written
			if got := text(t, p); !strings.Contains(got, "\r\n"+tt.want+"\r\n") {
				t.Errorf("want %q in\n%q", tt.want, got)
			}
		})
	}
}

func TestEveryPartHasAPlaceAmongTheShippedKeywords(t *testing.T) {
	book, _ := phrase.Load(generate.Layouts(), templates.FS)
	placed := map[string]bool{}
	for _, k := range book.Record().Keywords {
		for _, p := range k.Parts {
			placed[p] = true
		}
	}
	for _, p := range journal.Document().Parts {
		if !placed[p.Name] {
			t.Errorf("the part %s stands under no keyword", p.Name)
		}
	}
}
