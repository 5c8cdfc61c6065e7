package careplan_test

import (
	"reflect"
	"slices"
	"testing"

	"kontrakt/internal/careplan"
	"kontrakt/internal/review"
)

func TestPlanIsWrittenInOneLanguage(t *testing.T) {
	for _, c := range []struct {
		lang, diagnoses, printed string
		told                     []string
	}{
		{"", "smarta", "sv", nil},
		{"sv-SE", "smarta, hjarta", "sv", nil},
		{"en", "smarta", "en", nil},
		{"en-GB", "smarta", "en", nil},
		{"en", "smarta, hjarta", "sv", []string{"!översättning-saknas patient.språk"}},
		{"sv-lattlast", "smarta", "sv", []string{"!översättning-saknas patient.språk"}},
		{"sv-lattlast", "smarta, smarta", "sv", []string{"!översättning-saknas patient.språk"}},
		{"sv-lattlast", "smarta, hjarta", "sv", []string{"!översättningar-saknas patient.språk"}},
	} {
		patient := "{id: EX-001}"
		if c.lang != "" {
			patient = "{id: EX-001, språk: " + c.lang + "}"
		}
		p, ps := applyReview(t, library(nil), "version: 1\npatient: "+patient+"\nplan:\n  diagnoser: ["+c.diagnoses+"]\n  jag_gör: [{från: smarta/rorelse}]\n")
		if p.Lang != c.printed || !slices.Equal(told(ps), c.told) {
			t.Errorf("%s, %s: got %s %v", c.lang, c.diagnoses, p.Lang, ps)
		}
		if text := map[string]string{"sv": "Du rör dig.", "en": "You move."}[c.printed]; p.Activities[0].Text != text {
			t.Errorf("%s, %s: got %s", c.lang, c.diagnoses, p.Activities[0].Text)
		}
	}
}

func TestFactsAreCarriedOver(t *testing.T) {
	unit := &review.Unit{Name: "Exempelby vårdcentral", Phone: "036-000 00 00", LogoImage: []byte{1}}
	r := read(t, `version: 1
patient: {id: EX-001, namn: Anna Exempel, personnummer: "6004129802", tolk: ja}
plan:
  datum: 2025-09-15
  giltig_till: 2026-03-15
  diagnoser: [smarta, hjarta]
  viktigt_för_mig: Att gå till affären
  fast_läkarkontakt: {namn: Dr Cecilia Exempel, telefon: 036-000 00 01}
  fast_vårdkontakt_behövs: nej
  jag_gör: [{text: Jag går ut, tilltro: 8, hinder: det regnar, då: går jag i trappan, egenvård: {bedömd_av: Dr Cecilia Exempel, datum: 2025-09-15}}]
  mål: [{text: Gå, viktigt: 0, senast: 2025-12-01}]
  andra_planer: []
  närstående: [{namn: Erik Exempel, relation: make, telefon: 070-000 00 03, roll: följer med}]
  uppföljning: {datum: 2026-03-01, ansvarig: Dan Exempel, hur: besök}
  anteckning_intern: aldrig
`)
	p, ps := careplan.Apply(library(nil), unit, r)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	day := careplan.Date{Year: 2025, Month: 9, Day: 15}
	for _, c := range []struct{ got, want any }{
		{p.ID, "EX-001"},
		{p.Edition, 1},
		{p.Date, day},
		{p.Patient, careplan.Patient{Name: "Anna Exempel", Number: "19600412-9802", Interpreter: true}},
		{p.Unit.Logo, []byte{1}},
		{p.Doctor.Phone, "036-000 00 01"},
		{p.ContactNotNeeded, true},
		{p.Activities[0].Confidence, careplan.Scale{Value: 8, Asked: true}},
		{p.Activities[0].Then, "går jag i trappan"},
		{p.Activities[0].SelfCare, careplan.SelfCare{JudgedBy: "Dr Cecilia Exempel", Date: day}},
		{p.Goals[0].Importance, careplan.Scale{Asked: true}},
		{p.OtherPlansAsked, true},
		{len(p.OtherPlans), 0},
		{p.Relatives[0].Phone, "070-000 00 03"},
		{p.FollowUp.Responsible, "Dan Exempel"},
		{p.Conditions[0].Name, "smärta"},
		{p.Conditions[0].Draft, true},
		{p.Conditions[0].Organisations, []careplan.Organisation{{Name: "Smärtförbundet"}}},
		{p.Conditions[1].Draft, false},
		{p.Conditions[1].ReviewedBy, "Dr Cecilia Exempel"},
		{len(p.Conditions[1].Prose), 2},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
}

// With protected identity the names and telephones of relatives never enter
// the plan, so that no paper, file or export can show them.
func TestProtectedIdentityHidesRelatives(t *testing.T) {
	p, _ := applyReview(t, library(nil), `version: 1
patient: {id: EX-001, skyddade_uppgifter: ja}
plan:
  diagnoser: [smarta]
  närstående: [{namn: Erik Exempel, relation: make, telefon: 070-000 00 03, roll: följer med}]
`)
	if want := []careplan.Relative{{Relation: "make", Part: "följer med"}}; !p.Patient.Protected || !slices.Equal(p.Relatives, want) {
		t.Errorf("got %v", p.Relatives)
	}
}

func TestReviewWithoutPlan(t *testing.T) {
	if p, ps := careplan.Apply(library(nil), nil, &review.Review{}); p != nil || ps != nil {
		t.Error(p, ps)
	}
}

func TestExpiredTemplatesAreWarnings(t *testing.T) {
	r := read(t, "version: 1\npatient: {id: EX-001}\nplan: {diagnoser: [hjarta, smarta]}\n")
	for _, c := range []struct {
		year int
		want []string
	}{
		{2025, nil},
		{2027, []string{"!mall-passerad plan.diagnoser[1]"}},
	} {
		ps := careplan.Expired(library(nil), r, careplan.Date{Year: c.year, Month: 1, Day: 1})
		if !slices.Equal(told(ps), c.want) {
			t.Errorf("%d: got %v", c.year, ps)
		}
	}
}
