package contract_test

import (
	"bytes"
	"strings"
	"testing"

	"kontrakt/internal/careplan"
	"kontrakt/internal/contract"
	"kontrakt/internal/doc"
	"kontrakt/internal/source"
)

// dumped is the contract of a plan as a tree, with ordinary spaces.
func dumped(t *testing.T, p *careplan.CarePlan) string {
	t.Helper()
	l, words := words(t)
	var b bytes.Buffer
	if err := doc.Dump(&b, contract.Compose(p, l, words)); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(b.String(), "~", " ")
}

// Each case changes one thing in Anna's plan and says what the paper then
// holds and does not hold.
func TestThePaperFollowsThePlan(t *testing.T) {
	tests := []struct {
		name   string
		change func(*careplan.CarePlan)
		has    []string
		lacks  []string
	}{
		{"the clinic's word for the paper", func(p *careplan.CarePlan) { p.Unit.Title = "patientkontrakt" },
			[]string{`document "Patientkontrakt EX-001"`, "h1 #titel: Patientkontrakt | för dig", "Patientkontrakt, utgåva 1"}, nil},
		{"a word that nobody knows", func(p *careplan.CarePlan) { p.Unit.Title = "" }, []string{"h1 #titel: Individuell plan | för dig"}, nil},
		{"one diagnosis", func(p *careplan.CarePlan) { p.Conditions = p.Conditions[:1] },
			[]string{"som har långvarig smärta\n", "texterna om långvarig smärta är inte"}, []string{"blodtryck\n"}},
		{"a template that somebody has signed", func(p *careplan.CarePlan) { p.Conditions[0].Draft = false },
			[]string{"Utkast: texterna om högt blodtryck är inte"}, nil},
		{"all templates signed", func(p *careplan.CarePlan) { p.Conditions[0].Draft, p.Conditions[1].Draft = false, false },
			[]string{"inte juridiskt bindande"}, []string{"Utkast", "note"}},
		{"no personnummer", func(p *careplan.CarePlan) { p.Patient.Number = "" }, []string{"label: Plan-id"}, []string{"Personnummer"}},
		{"a day without a time", func(p *careplan.CarePlan) { p.Next.When.Clock = "" }, []string{"lead: Måndag 29 september 2025\n"}, nil},
		{"a next step in words", func(p *careplan.CarePlan) {
			p.Next = careplan.NextStep{What: "Vi ringer dig.", When: inWords("i nästa vecka")}
		},
			[]string{"lead: I nästa vecka\n", "paragraph: Vi ringer dig.\n"}, []string{"Med: "}},
		{"one strength", func(p *careplan.CarePlan) { p.Strengths = p.Strengths[:1] }, []string{"paragraph: Har klarat stavgång förut."}, nil},
		{"nobody asked how sure", func(p *careplan.CarePlan) { p.Activities[0].Confidence.Asked = false }, nil, []string{"Så säker"}},
		{"not at all sure", func(p *careplan.CarePlan) { p.Activities[0].Confidence.Value = 0 }, []string{"Så säker är jag: 0 av 10."}, nil},
		{"egenvård without a date", func(p *careplan.CarePlan) { p.Activities[1].SelfCare.Date = source.Date{} },
			[]string{"Egenvård, bedömd av Dr Cecilia Exempel.\n"}, nil},
		{"an unbooked time", func(p *careplan.CarePlan) { p.Appointments[0].Booked = source.No },
			[]string{"Dr Cecilia Exempel. Tiden är inte bokad än."}, []string{"Tiden är bokad."}},
		{"a day that nobody has said is booked", func(p *careplan.CarePlan) { p.Appointments[0].Booked = "" },
			[]string{"Dr Cecilia Exempel. Tiden är inte bokad än."}, nil},
		{"nobody knows whether it is booked", func(p *careplan.CarePlan) { p.Appointments[0].Booked = source.Unclear },
			[]string{"Fråga oss om tiden är bokad."}, nil},
		{"a contact without a time", func(p *careplan.CarePlan) { p.Appointments[1].When = source.When{} }, []string{"label: Tid ej bestämd"}, nil},
		{"a contact at a time that takes many words", func(p *careplan.CarePlan) {
			p.Appointments[1].When = inWords("om tre månader, när proverna är klara")
		},
			[]string{"line: *Telefonuppföljning.* Sjuksköterska. Om tre månader, när proverna är klara.\n"}, nil},
		{"an action of two sentences", func(p *careplan.CarePlan) { p.Activities[0].Text = "jag går ut. Jag tar det lugnt" },
			[]string{"line: *Jag går ut.*\n", "line: Jag tar det lugnt. Varje dag efter lunch."}, nil},
		{"a referral not sent yet", func(p *careplan.CarePlan) {
			p.Referrals[0].Date, p.Referrals[0].Status = source.Date{}, "planerad"
		}, []string{"label: Ska skickas\n"}, nil},
		{"no fast vårdkontakt wanted", func(p *careplan.CarePlan) { p.Contacts, p.ContactNotNeeded = nil, true },
			[]string{"Du vill inte ha någon fast vårdkontakt just nu."}, nil},
		{"no warnings of the plan's own", func(p *careplan.CarePlan) { p.Warnings = nil },
			[]string{"zone weight=1", "zone weight=2", "under: 1177 när vi har stängt", "zone weight=3", "line: Det är fara för livet."}, nil},
		{"a measure without target or diary", func(p *careplan.CarePlan) {
			p.Measurements = p.Measurements[:1]
			p.Measurements[0].Target, p.Measurements[0].Diary = "", false
		},

			[]string{"line: *Blodtryck hemma.* Morgon och kväll i sju dagar.\n"}, []string{"Skriv upp"}},
		{"other plans not asked about", func(p *careplan.CarePlan) { p.OtherPlans, p.OtherPlansAsked = nil, false }, nil, []string{"Andra planer"}},
		{"asked, and no other plan", func(p *careplan.CarePlan) { p.OtherPlans = nil }, []string{"Du har inga andra planer just nu."}, nil},
		{"protected identity", func(p *careplan.CarePlan) { p.Patient.Protected = true },
			[]string{"line: *Make.* Följer med på besök.\n"}, []string{"Erik", "070-000 00 03"}},
		{"no to sharing", func(p *careplan.CarePlan) { p.ConsentToShare = source.No }, []string{"sagt nej till att vi delar"}, nil},
		{"not gone through yet", func(p *careplan.CarePlan) {
			p.Walkthrough, p.TookPart, p.ConsentToShare = careplan.Walkthrough{}, nil, ""
		},
			[]string{"label: Anna Exempel, datum:\n", "label: Dr Cecilia Exempel, datum:\n"}, []string{"Vi gick igenom"}},
		{"gone through with one more", func(p *careplan.CarePlan) { p.Walkthrough.With = []string{"patienten", "tolk"} },
			[]string{"De som var med: du och tolk. De som gjorde planen: du och make."}, nil},
		{"made with one more than went through it", func(p *careplan.CarePlan) { p.TookPart = []string{"patienten", "make", "Dan Exempel"} },
			[]string{"2025. De som gjorde planen: du, make och Dan Exempel."}, []string{"De som var med"}},
		{"the same person told in two ways", func(p *careplan.CarePlan) {
			p.Walkthrough.With, p.TookPart = []string{"patienten", "dotter"}, []string{"patienten", "dottern Eva", "Dr Cecilia Exempel"}
		},
			[]string{"2025. De som gjorde planen: du, dottern Eva och Dr Cecilia Exempel. Du har"}, []string{"De som var med"}},
		{"gone through with all who made it, and one more", func(p *careplan.CarePlan) { p.Walkthrough.With = []string{"Make", "patienten", "tolk"} },
			[]string{"De som var med: Make, du och tolk. Du har"}, []string{"De som gjorde"}},
		{"a referral that nobody has said why", func(p *careplan.CarePlan) { p.Referrals[0].To, p.Referrals[0].Why = "Smärtskolan.", "" },
			[]string{"line: *Smärtskolan*\n"}, nil},
		{"a referral that ends in an abbreviation", func(p *careplan.CarePlan) { p.Referrals[0].To, p.Referrals[0].Why = "rehab m.m.", "" },
			[]string{"line: *Rehab m.m.*\n"}, nil},
		{"no booking address", func(p *careplan.CarePlan) { p.Unit.Booking = "" }, []string{"Ring oss på"}, []string{"figure", "På nätet"}},
		{"a telephone with words", func(p *careplan.CarePlan) { p.Unit.Phone = "036-000 00 00, knappval 2" },
			[]string{"Ring oss på 036-000 00 00, knappval 2."}, nil},
		{"a condition with a link only", func(p *careplan.CarePlan) { p.Conditions[0].Prose = nil },
			[]string{"h2 #om-langvarig-smarta: Om långvarig smärta\nparagraph: Mer stöd för dig:"}, nil},
		{"one organisation", func(p *careplan.CarePlan) { p.Conditions[0].Organisations = p.Conditions[0].Organisations[:1] },
			[]string{"paragraph: Mer stöd för dig: Reumatikerförbundet, [reumatiker.se](https://reumatiker.se/)\n"}, nil},
		{"a condition with nothing to tell", func(p *careplan.CarePlan) { p.Conditions[1].Prose = nil }, nil, []string{"Om högt blodtryck"}},
		{"nothing that care does", func(p *careplan.CarePlan) { p.Activities = p.Activities[:2] },
			[]string{"h2 #jag_gör: Jag gör\nactions"}, []string{"pair", "Vården gör"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := anna()
			tt.change(p)
			got := dumped(t, p)
			for _, s := range tt.has {
				if !strings.Contains(got, s) {
					t.Errorf("the paper lacks %q:\n%s", s, got)
				}
			}
			for _, s := range tt.lacks {
				if strings.Contains(got, s) {
					t.Errorf("the paper has %q:\n%s", s, got)
				}
			}
		})
	}
}

func TestAnEmptyPlanIsStillAPaper(t *testing.T) {
	got := dumped(t, &careplan.CarePlan{})
	if !strings.Contains(got, "h1 #titel: Individuell plan\n") || strings.Contains(got, "och .") {
		t.Error(got)
	}
}

// The prose of a template is shared by many papers: composing one must leave
// it as it was.
func TestComposingLeavesThePlanAlone(t *testing.T) {
	l, words := words(t)
	p := anna()
	contract.Compose(p, l, words)
	contract.Compose(p, l, words)
	want := anna()
	for i := range p.Conditions {
		for j, b := range p.Conditions[i].Prose {
			var got, before bytes.Buffer
			_ = doc.Dump(&got, &doc.Document{Content: []doc.Block{b}})
			_ = doc.Dump(&before, &doc.Document{Content: []doc.Block{want.Conditions[i].Prose[j]}})
			if got.String() != before.String() {
				t.Errorf("the prose became\n%s", got.String())
			}
		}
	}
	if len(p.TookPart) != 2 {
		t.Errorf("those who took part became %q", p.TookPart)
	}
}

func TestTheFilesTitleTellsNoDiagnosis(t *testing.T) {
	l, words := words(t)
	d := contract.Compose(anna(), l, words)
	for _, s := range []string{"smärta", "blodtryck", "Anna", "1960"} {
		if strings.Contains(d.Title+d.Subject, s) {
			t.Errorf("the metadata tells %q: %q, %q", s, d.Title, d.Subject)
		}
	}
}

// The doctor signs who took part; else somebody who did.
func TestWhoSignsForCare(t *testing.T) {
	tests := []struct {
		with, made []string
		want       string
	}{
		{nil, nil, "Dr Cecilia Exempel"},
		{[]string{"patienten"}, []string{"patienten", "cecilia exempel"}, "Dr Cecilia Exempel"},
		{[]string{"patienten", "läkaren"}, nil, "Dr Cecilia Exempel"},
		{[]string{"patienten"}, []string{"patienten", "Dan Exempel"}, "Dan Exempel"},
		{[]string{"patienten", "Dr Nadia Exempel"}, []string{"patienten", "Dan Exempel"}, "Dr Nadia Exempel"},
		{[]string{"patienten", "Nadia Exempel, läkare"}, nil, "Nadia Exempel, läkare"},
		{[]string{"Anna Exempel", "Erik Exempel", "maken Erik", "tolk"}, nil, "Vården"},
		{[]string{"patienten"}, []string{"patienten", "make"}, "Vården"},
	}
	for _, tt := range tests {
		p := anna()
		p.Walkthrough.With, p.TookPart = tt.with, tt.made
		if got := dumped(t, p); !strings.Contains(got, "label: Anna Exempel\n  label: "+tt.want+"\n") {
			t.Errorf("%q, %q: %s", tt.with, tt.made, got[strings.Index(got, "blank"):])
		}
	}
}
