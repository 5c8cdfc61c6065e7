package careplan_test

import (
	"slices"
	"testing"

	"kontrakt/internal/careplan"
	"kontrakt/internal/source"
)

// changed are the words of changes, a measure by its id, with their times.
func changed(all []careplan.Change) []string {
	var words []string
	for _, c := range all {
		s := c.Text
		if s == "" && c.Measure != nil {
			s = c.Measure.ID
		}
		words = append(words, s)
	}
	return words
}

func TestWhatIsNewSinceTheEarlierPlan(t *testing.T) {
	for _, c := range []struct {
		name, now, before    string
		added, ended, atimes []string
	}{
		{"the same words", "jag_gör: [{text: Jag går ut.}]", "{lista: jag_gör, text: jag går  ut}", nil, nil, nil},
		{"the same line of a template in other words", "jag_gör: [{från: smarta/rorelse, text: Jag simmar, när: varje dag}]",
			"{lista: jag_gör, från: smarta/rorelse, text: Du rör dig., när: varje dag}", nil, nil, nil},
		{"another time", "jag_gör: [{text: Jag går ut, när: på morgonen}]", "{lista: jag_gör, text: Jag går ut, när: på kvällen}",
			nil, nil, []string{"Jag går ut"}},
		{"one for another", "jag_gör: [{text: Jag går ut}]", "{lista: jag_gör, text: Jag simmar}", []string{"Jag går ut"}, []string{"Jag simmar"}, nil},
		{"the same words in another list", "vården_gör: [{text: Ringa}]", "{lista: jag_gör, text: Ringa}", []string{"Ringa"}, []string{"Ringa"}, nil},
		{"a contact that has been", "kontakter: [{vad: Blodprov, när: 2025-10-01}]", "{lista: kontakter, text: Årsbesök, när: 2024-10-01 10.00}",
			[]string{"Blodprov"}, nil, nil},
		{"a contact that comes again", "kontakter: [{vad: Årsbesök, när: 2025-10-01}]", "{lista: kontakter, text: Årsbesök, när: 2024-10-01}",
			nil, nil, []string{"Årsbesök"}},
		{"a measure", "egenmätning: [{mått: vikt}]", "{lista: egenmätning, mått: steg}", []string{"vikt"}, []string{"steg"}, nil},
		{"a goal that stays", "mål: [{mått: vikt, målvärde: 78 kg}]", "{lista: mål, mått: vikt, målvärde: 78 kg}", nil, nil, nil},
		{"another target", "mål: [{mått: vikt, målvärde: 78 kg}]", "{lista: mål, mått: vikt, målvärde: 80 kg}", []string{"vikt"}, nil, nil},
		{"a referral", "remisser: [{till: Rehab, status: planerad}]", "{lista: remisser, text: Rehab}", nil, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := apply(t, "datum: 2025-09-15\ndiagnoser: [smarta]\n"+c.now+"\nersätter: {datum: 2024-09-10, rader: ["+c.before+"]}")
			r := p.Replaces
			if r.Date != (source.Date{Year: 2024, Month: 9, Day: 10}) {
				t.Errorf("it replaces the plan of %s", r.Date)
			}
			for _, l := range []struct {
				what      string
				got, want []string
			}{{"added", changed(r.Added), c.added}, {"ended", changed(r.Ended), c.ended}, {"new times", changed(r.NewTimes), c.atimes}} {
				if !slices.Equal(l.got, l.want) {
					t.Errorf("%s: %q, want %q", l.what, l.got, l.want)
				}
			}
		})
	}
	if p, _ := apply(t, "diagnoser: [smarta]\njag_gör: [{text: Jag går ut}]"); len(p.Replaces.Added) > 0 {
		t.Error("a first plan has nothing new")
	}
}

// A plan that answers all questions, and what is left when one thing is gone.
func TestTheSevenQuestions(t *testing.T) {
	whole := func() *careplan.CarePlan {
		return &careplan.CarePlan{
			Unit: careplan.Unit{Phone: "036-000 00 00", Booking: "https://www.1177.se/"}, Matters: "att gå",
			Activities:      []careplan.Activity{{Text: "Jag går"}, {Performer: careplan.ByUnit, Text: "Vi ringer"}},
			Warnings:        []careplan.Warning{{Text: "Du får feber."}},
			Contacts:        []careplan.Contact{{Name: "Dan Exempel"}},
			Next:            careplan.NextStep{What: "Besök", When: source.When{Date: source.Date{Year: 2025, Month: 9, Day: 29}}},
			OtherPlansAsked: true,
		}
	}
	for _, c := range []struct {
		name    string
		change  func(*careplan.CarePlan)
		answers int
		missing []string
	}{
		{"everything", func(*careplan.CarePlan) {}, 7, nil},
		{"no telephone, but booking", func(p *careplan.CarePlan) { p.Unit.Phone = "" }, 6, []string{"1"}},
		{"no way in at all", func(p *careplan.CarePlan) { p.Unit = careplan.Unit{} }, 5, []string{"1", "3"}},
		{"no signs", func(p *careplan.CarePlan) { p.Warnings = nil }, 5, []string{"1", "2-söka-vård"}},
		{"two parts of one question", func(p *careplan.CarePlan) { p.Matters, p.Activities = "", p.Activities[:1] }, 6, []string{"2-viktigt", "2-vården-gör"}},
		{"no contact wanted", func(p *careplan.CarePlan) { p.Contacts, p.ContactNotNeeded = nil, true }, 7, nil},
		{"no contact", func(p *careplan.CarePlan) { p.Contacts = nil }, 6, []string{"4"}},
		{"no next step", func(p *careplan.CarePlan) { p.Next = careplan.NextStep{} }, 5, []string{"5", "6"}},
		{"a time in words, and a booked contact", func(p *careplan.CarePlan) {
			p.Next.When = source.When{Words: "snart"}
			p.Appointments = []careplan.Appointment{{What: "Besök", Booked: source.Yes}}
		}, 7, nil},
		{"a contact that is not booked", func(p *careplan.CarePlan) {
			p.Next.When = source.When{Words: "snart"}
			p.Appointments = []careplan.Appointment{{What: "Besök", Booked: source.No}}
		}, 6, []string{"6"}},
		{"other plans not asked about", func(p *careplan.CarePlan) { p.OtherPlansAsked = false }, 6, []string{"7"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := whole()
			c.change(p)
			var missing []string
			for _, q := range p.Seven() {
				if !q.Answered {
					missing = append(missing, q.Key)
				}
			}
			if n := careplan.Answered(p.Seven()); n != c.answers || !slices.Equal(missing, c.missing) {
				t.Errorf("answers %d without %q, want %d without %q", n, missing, c.answers, c.missing)
			}
		})
	}
}

// A diary has room for what the measure says, or for what a chosen template
// says in its place; staff see what was declined and what was weighed.
func TestWhatOtherPapersAreMadeOf(t *testing.T) {
	lib := library(map[string]string{
		"measures.yaml": "vikt: {namn: vikt, enhet: kg, dagbok: {veckor: 8, exempel: 82 kg}}\nsteg: {namn: steg, enhet: per dag}\n",
		"lunga.md":      "---\nid: lunga\nnamn: KOL\nspråk: sv\nversion: 1.0.0\nmått:\n  - {mått: vikt, dagbok: {dagar: 3, tillfällen: [morgon], mätningar: 2}}\n---\n\n## Om KOL\n\nText.\n",
	})
	const keys = "\negenmätning: [{mått: vikt, dagbok: ja}, {mått: steg, dagbok: ja}]\nutelämna: [smarta/skola]\nval: {bara-hjarta: behåll}"
	review := func(diagnoses string) string {
		return "version: 1\npatient: {id: EX-001}\nplan:\n" + indent("diagnoser: "+diagnoses+keys)
	}
	p, _ := applyReview(t, lib, review("[smarta]"))
	if w := p.Measurements[0].Write; w.Weeks != 8 || w.Readings != 1 || w.Example != "82 kg" {
		t.Errorf("the measure's own diary became %+v", w)
	}
	if w := p.Measurements[1].Write; w.Days+w.Weeks != 0 {
		t.Errorf("a measure without diary got %+v", w)
	}
	p, _ = applyReview(t, lib, review("[smarta, lunga]"))
	if w := p.Measurements[0].Write; w.Days != 3 || w.Weeks != 0 || w.Readings != 2 || w.Example != "82 kg" {
		t.Errorf("the template's diary became %+v", w)
	}
	if want := []careplan.Declined{{From: "smarta/skola", Text: "smärtskola"}}; !slices.Equal(p.Declined, want) {
		t.Errorf("declined: %q", p.Declined)
	}
	if want := []careplan.Weighed{{ID: "bara-hjarta", Choice: "behåll", Text: "Smärtan kommer från hjärtat."}}; !slices.Equal(p.Weighed, want) {
		t.Errorf("weighed: %q", p.Weighed)
	}
	if c := p.Conditions[0]; len(c.Sources) != 1 || c.Unsourced || len(c.NotWhen) != 1 {
		t.Errorf("for staff: %+v", c)
	}
}

// The earlier paper was in Swedish, this one is in English: what the template
// said then and says now is no news, and what is no longer there is told in the
// words of this paper.
func TestATranslationIsNoNews(t *testing.T) {
	lib := library(map[string]string{"smarta.en.md": "---\nid: smarta\nspråk: en\nversion: 1.0.0\nnamn: pain\n" +
		"jag_gör:\n  - {id: rorelse, text: You move., när: every day}\n  - {id: tabletter, text: You take tablets.}\n" +
		"mått:\n  - {mått: vikt, hur_ofta: once a week, målvärde: below 80 kg}\n---\n"})
	before := "ersätter:\n  datum: 2024-09-10\n  rader:\n" +
		"    - {lista: jag_gör, från: smarta/rorelse, text: Du rör dig., när: varje dag}\n" +
		"    - {lista: jag_gör, från: smarta/tabletter, text: Du tar tabletter.}\n" +
		"    - {lista: egenmätning, mått: vikt, målvärde: under 80 kg}\n"
	for _, c := range []struct {
		now    string
		added  []string
		atimes []string
	}{
		{"jag_gör: [{från: smarta/rorelse}]\negenmätning: [{mått: vikt}]", nil, nil},
		{"jag_gör: [{från: smarta/rorelse, när: varje dag}]\negenmätning: [{mått: vikt, målvärde: under 80 kg}]", nil, nil},
		{"jag_gör: [{från: smarta/rorelse, när: on Mondays}]\negenmätning: [{mått: vikt, målvärde: below 75 kg}]", []string{"vikt"}, []string{"You move."}},
	} {
		p, _ := applyReview(t, lib, "version: 1\npatient: {id: EX-001, språk: en}\nplan:\n"+indent("datum: 2025-09-15\ndiagnoser: [smarta]\n"+c.now+"\n"+before))
		r := p.Replaces
		if added, times := changed(r.Added), changed(r.NewTimes); !slices.Equal(added, c.added) || !slices.Equal(times, c.atimes) {
			t.Errorf("%s: added %q, new times %q", c.now, added, times)
		}
		if ended := changed(r.Ended); !slices.Equal(ended, []string{"You take tablets."}) {
			t.Errorf("%s: ended %q", c.now, ended)
		}
	}
}

// A new target stands once, however many rows have the measure.
func TestANewTargetIsToldOnce(t *testing.T) {
	p, _ := apply(t, "datum: 2025-09-15\ndiagnoser: [smarta]\nmål: [{mått: vikt, målvärde: 75 kg}]\negenmätning: [{mått: vikt}]\n"+
		"ersätter: {datum: 2024-09-10, rader: [{lista: mål, mått: vikt, målvärde: 80 kg}, {lista: egenmätning, mått: vikt, målvärde: 80 kg}]}")
	if added := p.Replaces.Added; len(added) != 1 || added[0].Kind != careplan.ChangedLine || added[0].Target != "75 kg" {
		t.Errorf("added %+v", added)
	}
}
