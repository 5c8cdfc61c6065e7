package contract_test

import (
	"testing"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
	"kontrakt/internal/generate"
	"kontrakt/internal/phrase"
	"kontrakt/internal/source"
	"kontrakt/templates"
)

// words are the shipped Swedish words and the shipped layout.
func words(t testing.TB) (*phrase.Layout, *phrase.Table) {
	t.Helper()
	book, ps := phrase.Load(generate.Layouts(), templates.FS)
	if err := ps.Err(); err != nil {
		t.Fatal(err)
	}
	return book.Layout("kontrakt"), book.In("sv")
}

func day(year, month, d int) source.Date { return source.Date{Year: year, Month: month, Day: d} }

func at(d source.Date, clock string) source.When { return source.When{Date: d, Clock: clock} }

func inWords(s string) source.When { return source.When{Words: s} }

// anna is a plan in which every part is filled.
func anna() *careplan.CarePlan {
	return &careplan.CarePlan{
		ID: "EX-001", Edition: 1, Lang: "sv",
		Date: day(2025, 9, 15), ValidTo: day(2026, 3, 15),
		Patient: careplan.Patient{Name: "Anna Exempel", Number: "19600412-9802", Interpreter: true},
		Unit: careplan.Unit{
			Name: "Exempelby vårdcentral", Region: "Region Exempel", Phone: "036-000 00 00",
			Hours: "måndag–fredag 8–17", OutOfHours: "Ring 1177", Booking: "https://www.1177.se/",
			Address: []string{"Exempelgatan 2", "550 00 Exempelby"}, Title: "individuell plan",
		},
		Conditions: []careplan.Condition{
			{
				ID: "langvarig-smarta", Name: "långvarig smärta", Swedish: "långvarig smärta", Draft: true, Version: "1.0.0",
				Prose: []doc.Block{
					&doc.Heading{Level: 2, Text: []doc.Inline{doc.Plain("Om långvarig smärta")}},
					&doc.Paragraph{Text: []doc.Inline{doc.Plain("Smärta som har varat i mer än 3 månader kallas långvarig.")}},
					&doc.Heading{Level: 3, Text: []doc.Inline{doc.Plain("Det här hjälper")}},
					&doc.Paragraph{Text: []doc.Inline{doc.Plain("Rörelse, sömn och lagom tempo.")}},
				},
				Organisations: []careplan.Organisation{{Name: "Reumatikerförbundet", URL: "https://reumatiker.se/"}, {Name: "Mind"}},
			},
			{
				ID: "hypertoni", Name: "högt blodtryck", Swedish: "högt blodtryck", Draft: true, Version: "1.0.0", ValidTo: day(2027, 1, 1),
				Sources:  []careplan.Source{{ID: "nb", Title: "Blodtryck hemma", URL: "https://www.1177.se/", Date: "2024"}},
				NotWhen:  []string{"Gravida: annan handläggning."},
				ToReview: []string{"Målet sätts för den enskilda personen."},
				Prose:    []doc.Block{&doc.Paragraph{Text: []doc.Inline{doc.Plain("Hemma går gränsen vid 135/85 mm Hg i snitt.")}}},
			},
		},
		Matters:   "att kunna gå till affären själv igen",
		Strengths: []string{"Har klarat stavgång förut", "en bror som ställer upp"},
		Agreement: "Vi provar smärtskolan och ses igen om sex veckor.\nVi ändrar inga läkemedel nu",
		Next: careplan.NextStep{
			What: "Första träffen i smärtskolan", Who: "fysioterapeut Bo Exempel", Where: "Rehab, plan 2",
			When: at(day(2025, 9, 29), "10.00"),
		},
		Doctor:   careplan.Contact{Name: "Dr Cecilia Exempel", Phone: "036-000 00 01"},
		Contacts: []careplan.Contact{{Name: "Dan Exempel", Role: "vårdsamordnare", Phone: "036-000 00 02", Responsibility: "samordnar rehab"}},
		Goals: []careplan.Goal{
			{Text: "Gå 20 minuter varje dag", Importance: careplan.Scale{Value: 9, Asked: true}, By: day(2025, 12, 1)},
			{Measure: &careplan.Measure{ID: "blodtryck-hemma", Name: "blodtryck hemma", Unit: "mm Hg"}, Target: "under 135/85 i medel", By: day(2026, 1, 15)},
		},
		Activities: []careplan.Activity{
			{
				Text: "Jag går en promenad på 10 minuter", When: inWords("varje dag efter lunch"),
				Confidence: careplan.Scale{Value: 8, Asked: true}, Obstacle: "det regnar", Then: "går jag i trapphuset",
			},
			{
				Text: "Jag mäter blodtrycket hemma", When: inWords("sju dagar före besöket"),
				SelfCare: careplan.SelfCare{JudgedBy: "Dr Cecilia Exempel", Date: day(2025, 9, 15)},
			},
			{Performer: careplan.ByUnit, Text: "Vi gör en smärtanalys", Who: "läkare", When: inWords("vid nästa besök")},
			{Performer: careplan.ByUnit, Text: "Vi kontrollerar blodtrycket", Who: "sjuksköterska", When: at(day(2025, 10, 27), "")},
		},
		Referrals: []careplan.Referral{{To: "Smärtskolan", Why: "biopsykosocial smärtbehandling", Date: day(2025, 9, 16), Status: "skickad"}},
		Appointments: []careplan.Appointment{
			{What: "Återbesök", Who: "Dr Cecilia Exempel", When: at(day(2025, 10, 27), "09.30"), Booked: source.Yes},
			{What: "Telefonuppföljning", Who: "sjuksköterska", When: inWords("om tre månader")},
		},
		Warnings: []careplan.Warning{
			{Urgency: careplan.ContactUs, Text: "Du får biverkningar av tabletterna"},
			{Urgency: careplan.Call112, Text: "Du får ont eller tryck i bröstet som inte går över."},
		},
		Measurements: []careplan.Measurement{{
			Measure:  careplan.Measure{ID: "blodtryck-hemma", Name: "blodtryck hemma"},
			HowOften: "morgon och kväll i sju dagar", Target: "under 135/85 i medel", Diary: true,
			Write:     careplan.DiaryPage{Days: 7, Times: []string{"morgon", "kväll"}, Readings: 2, Example: "138/84 puls 72", HowTo: "Vila 5 minuter."},
			Sources:   []careplan.Source{{ID: "nb", Title: "Blodtryck hemma", URL: "https://www.1177.se/", Date: "2024"}},
			Templates: []string{"hypertoni"},
		}, {
			Measure: careplan.Measure{ID: "smarta-nrs", Name: "smärta"}, HowOften: "varje vecka", Diary: true,
			Write: careplan.DiaryPage{Weeks: 8, Readings: 1, Example: "4 (av 10)"},
		}},
		Replaces: careplan.Replaced{
			Date:     day(2024, 9, 10),
			Added:    []careplan.Change{{Text: "jag mäter blodtrycket hemma"}, {Kind: careplan.ChangedMeasurement, Measure: &careplan.Measure{ID: "smarta-nrs", Name: "smärta"}}},
			Ended:    []careplan.Change{{Kind: careplan.ChangedReferral, Text: "sjukgymnast"}},
			NewTimes: []careplan.Change{{Text: "återbesök", When: at(day(2025, 10, 27), "09.30")}},
		},
		Declined:        []careplan.Declined{{From: "hypertoni/salt", Text: "Du väljer mat med mindre salt."}},
		Weighed:         []careplan.Weighed{{ID: "nsaid-hjartsvikt", Choice: "behåll", Text: "NSAID kan försämra hjärtsvikt."}},
		Medicines:       "Se din läkemedelslista från 2025-09-15.",
		OtherPlansAsked: true,
		OtherPlans:      []careplan.OtherPlan{{Name: "SIP", Responsible: "Kommunens biståndshandläggare", Date: day(2025, 4, 2)}},
		Relatives:       []careplan.Relative{{Name: "Erik Exempel", Relation: "make", Phone: "070-000 00 03", Part: "följer med på besök"}},
		TookPart:        []string{"patienten", "make"},
		ConsentToShare:  source.Yes,
		Walkthrough:     careplan.Walkthrough{Date: day(2025, 9, 15), With: []string{"patienten", "make"}},
		FollowUp:        careplan.FollowUp{Date: day(2026, 3, 1), Responsible: "Dan Exempel", How: "besök"},
	}
}
