package careplan_test

import (
	"reflect"
	"slices"
	"strings"
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

// Nor where a role or a list of people names them: the relation stands there,
// once. A surname that the patient or a carer has stays theirs.
func TestProtectedIdentityHidesRelativesInWhatIsSaidOfPeople(t *testing.T) {
	for written, want := range map[string]string{
		"Erik Lund":                        "make",
		"ERIK":                             "make",
		"Lund, Erik":                       "make",
		"maken Erik":                       "maken",
		"make Erik Lund, 070-000 00 03":    "make",
		"Erik (make)":                      "make",
		"Erik Lund (make, tel 0700000003)": "make",
		"Eriks son följer med":             "makes son följer med",
		"nås på tel. 070 000 00-03 dagtid": "dagtid",
		"ring +46 70 000 00 03 först":      "ring först",
		"dottern Eva Exempel":              "dottern",
		"Eva-Maria":                        "dotter",
		"Bo Ek":                            "granne",
		"bo kvar":                          "bo kvar",
		"Dan Exempel":                      "Dan Exempel",
		"Berit Exempel":                    "Berit Exempel",
		"Dr Cecilia Exempel":               "Dr Cecilia Exempel",
		"sms 46700000003":                  "sms",
		"08-1234567, kvällar":              "kvällar",
		"Erika, tel 070-000 00 04":         "Erika, tel 070-000 00 04",
		"make":                             "make",
	} {
		p, ps := applyReview(t, library(nil), `version: 1
patient: {id: EX-001, namn: Berit Exempel, skyddade_uppgifter: ja}
plan:
  diagnoser: [smarta]
  fast_läkarkontakt: {namn: Dr Cecilia Exempel}
  närstående:
    - {namn: Erik Lund, relation: make, telefon: 070-000 00 03 / 08-123 45 67}
    - {namn: Eva Maria Exempel, relation: dotter Eva}
    - {namn: Bo Ek, relation: granne}
    - {namn: Maja, relation: Maja}
  deltog: [patienten, "`+written+`", "`+written+`"]
  genomgången: {med: ["`+written+`"]}
`)
		if len(ps) > 0 || p.Relatives[1].Relation != "dotter" || p.Relatives[3].Relation != "närstående" ||
			!slices.Equal(p.TookPart, []string{"patienten", want}) || !slices.Equal(p.Walkthrough.With, []string{want}) {
			t.Errorf("%q: got %q %q %q %v", written, p.Relatives, p.TookPart, p.Walkthrough.With, ps)
		}
	}
}

// A role stands after the relation, which is then not said again.
func TestProtectedIdentityHidesRelativesInTheirRoles(t *testing.T) {
	for role, want := range map[string]string{
		"följer med": "följer med",
		"Erik följer med, nås på 070-000 0003": "följer med",
		"Erik Lund":                "",
		"Erik och Lisa följer med": "make och Lisa följer med",
		"bor med Erik":             "bor med make",
		"make till patienten":      "make till patienten",
	} {
		p, ps := applyReview(t, library(nil), `version: 1
patient: {id: EX-001, skyddade_uppgifter: ja}
plan:
  diagnoser: [smarta]
  närstående: [{namn: Erik Lund, relation: make, telefon: 070-000 00 03, roll: "`+role+`"}]
`)
		if want := (careplan.Relative{Relation: "make", Part: want}); len(ps) > 0 || p.Relatives[0] != want {
			t.Errorf("%q: got %q %v", role, p.Relatives[0], ps)
		}
	}
}

// Words of the patient's or the clinic's own are not rewritten: they are told.
func TestProtectedIdentityWarnsOfRelativesInTexts(t *testing.T) {
	const plan = `
plan:
  diagnoser: [smarta]
  viktigt_för_mig: Att gå ut med Erik
  styrkor: [envis, lunds trädgård]
  överenskommelse: Ring 070 0000003 först.
  nästa_steg: {vad: Besök, vem: Erik Lund}
  mål: [{text: Resa med Erik}]
  jag_gör: [{text: Jag går ut, när: när Erik är hemma, hinder: Eriks knä, då: vilar jag}]
  läkemedel: Erik hjälper till.
  närstående: [{namn: Erik Lund, relation: make, telefon: 070-000 00 03}]
  uppföljning: {ansvarig: Erik Exempel}
  anteckning_intern: Erik
`
	_, ps := applyReview(t, library(nil), "version: 1\npatient: {id: EX-001, skyddade_uppgifter: ja}"+plan)
	want := []string{"!närstående-i-text plan.viktigt_för_mig", "!närstående-i-text plan.styrkor[1]", "!närstående-i-text plan.överenskommelse",
		"!närstående-i-text plan.nästa_steg.vem", "!närstående-i-text plan.mål[0].text", "!närstående-i-text plan.jag_gör[0].när",
		"!närstående-i-text plan.jag_gör[0].hinder", "!närstående-i-text plan.läkemedel"}
	if !slices.Equal(told(ps), want) {
		t.Errorf("got %v", told(ps))
	}
	for _, p := range ps {
		if said := strings.ToLower(p.Text + p.Hint); strings.Contains(said, "erik") || strings.Contains(said, "lund") {
			t.Errorf("a name is told: %s", p.Text)
		}
	}
	if _, ps := applyReview(t, library(nil), "version: 1\npatient: {id: EX-001}"+plan); len(ps) > 0 {
		t.Errorf("told of a patient who may be named: %v", ps)
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
