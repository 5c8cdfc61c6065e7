package contract_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"kontrakt/internal/careplan"
	"kontrakt/internal/contract"
	"kontrakt/internal/doc"
	"kontrakt/internal/generate"
	"kontrakt/internal/phrase"
	"kontrakt/templates"
)

// paper is a paper of a plan as a tree, with ordinary spaces, and so many of
// its rows said to stand in the plan instead.
func paper(t *testing.T, name string, p *careplan.CarePlan, rows int) string {
	t.Helper()
	book, ps := phrase.Load(generate.Layouts(), templates.FS)
	if err := ps.Err(); err != nil {
		t.Fatal(err)
	}
	d := new(contract.Desk).Shortened(p, book.Layout(name), book.In("sv"), []int{rows})
	if d == nil {
		return ""
	}
	var b bytes.Buffer
	if err := doc.Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(b.String(), "~", " ")
}

// signs are n signs of an urgency.
func signs(u careplan.Urgency, n int) []careplan.Warning {
	var all []careplan.Warning
	for i := range n {
		all = append(all, careplan.Warning{Urgency: u, Text: fmt.Sprintf("Tecken %d-%d.", u, i+1)})
	}
	return all
}

// Where there is room for a few signs, those that the layout calls the
// gravest stay, then the review's own, all in the order of the plan.
func TestTheGravestSignsStay(t *testing.T) {
	p := anna()
	p.Warnings = nil
	for _, from := range []string{"rygg/a", "rygg/b", "", "panik/sjalvmordstankar", "rygg/c", "panik/stroke"} {
		p.Warnings = append(p.Warnings, careplan.Warning{Urgency: careplan.Call112, From: from, Text: "Tecken «" + from + "»."})
	}
	least := paper(t, "kylskap", p, 100)
	for rows, want := range map[int]string{
		5: "paragraph: Tecken «rygg/a». Tecken «rygg/b». Tecken «». Tecken «panik/sjalvmordstankar». Tecken «panik/stroke». Fler",
		7: "paragraph: Tecken «». Tecken «panik/sjalvmordstankar». Tecken «panik/stroke». Fler",
		9: "paragraph: Tecken «panik/stroke». Fler",
	} {
		if got := paper(t, "kylskap", p, rows); !strings.Contains(got, want) {
			t.Errorf("%d rows fewer: lacks %s in\n%s", rows, want, got)
		}
	}
	if strings.Contains(least, "Tecken") {
		t.Errorf("with no room there are still signs:\n%s", least)
	}
}

// Rows give way in their order, and never in silence: each frame that has
// lost a sign says so, the gravest last of all.
func TestRefrigeratorPageSaysWhatItLeavesOut(t *testing.T) {
	p := anna()
	p.Warnings = append(append(signs(careplan.ContactUs, 3), signs(careplan.SameDay, 4)...), signs(careplan.Call112, 5)...)
	all := 3 + 4 + 5 + 2 + 2 // and two that she does, two telephones
	for rows := range all + 1 {
		got := paper(t, "kylskap", p, rows)
		for u, frame := range strings.Split(got, "\nzone")[1:] {
			frame, _, _ = strings.Cut(frame, "\nh2")
			here, there := strings.Count(frame, fmt.Sprintf("Tecken %d-", u)), []int{3, 4, 5}[u]
			said := strings.Contains(frame, "Fler tecken står i planen.") || strings.Contains(frame, "Se planen.")
			if said != (here < there) {
				t.Errorf("%d rows fewer: %d of %d signs, and that there are more is said: %v\n%s", rows, here, there, said, frame)
			}
		}
		if strings.Count(got, "Tecken 2-") < 5 && strings.Contains(got, "Tecken 0-") {
			t.Errorf("%d rows fewer: a sign to ring 112 gave way before one to contact us", rows)
		}
	}
}

// What is read off a diary or a sheet for one plan changed in one way.
func TestPapersFollowThePlan(t *testing.T) {
	tests := []struct {
		name, paper string
		change      func(*careplan.CarePlan)
		has, lacks  []string
	}{
		{"nothing to write in a diary", "dagbok", func(p *careplan.CarePlan) { p.Measurements = nil }, nil, []string{"Dagbok"}},
		{"two weeks, morning and evening, side by side", "dagbok", func(p *careplan.CarePlan) {
			p.Measurements[0].Write = careplan.DiaryPage{Days: 14, Times: []string{"morgon", "kväll"}, Readings: 1}
		}, []string{"head: Dag, datum | Morgon | Kväll | Dag, datum | Morgon | Kväll", "# *Dag 13* | ____ | ____ | # *Dag 14* | ____ | ____"}, nil},
		{"thirteen weeks leave a place empty", "dagbok", func(p *careplan.CarePlan) { p.Measurements[1].Write.Weeks = 13 },
			[]string{"# *Vecka 13* | ____ |  | \n"}, nil},
		{"signs of another diagnosis", "dagbok", func(p *careplan.CarePlan) {
			p.Measurements = p.Measurements[:1]
			p.Warnings = []careplan.Warning{
				{Urgency: careplan.SameDay, From: "hypertoni/a", Templates: []string{"hypertoni"}, Text: "Trycket är högt."},
				{Urgency: careplan.Call112, From: "kol/b", Templates: []string{"kol", "hypertoni"}, Text: "Du kan inte andas."},
				{Urgency: careplan.Call112, From: "kol/c", Templates: []string{"kol"}, Text: "Du blir blå."},
			}
		}, []string{"*Ring samma dag* på [036-000 00 00](tel:0360000000), eller 1177 när vi har stängt: Trycket är högt.", "*Ring 112*: Du kan inte andas."}, []string{"blå"}},
		{"what a plan lacks", "klinikerblad", func(p *careplan.CarePlan) {
			p.Next.When, p.Appointments, p.OtherPlansAsked = inWords("snart"), nil, false
		}, []string{"Planen svarar på 5 av 7; saknas: överenskommen tid, överblick över andra planer.", "6. Överenskommen tid | *saknas*"}, nil},
		{"a signed template", "klinikerblad", func(p *careplan.CarePlan) {
			p.Conditions[0].Draft, p.Conditions[0].ReviewedBy = false, "Eva Ek"
		}, []string{"langvarig-smarta 1.0.0: granskad av Eva Ek"}, nil},
		{"no goals", "uppfoljning", func(p *careplan.CarePlan) { p.Goals = nil }, []string{"7. Har du en överblick"}, []string{"Uppnått"}},
		{"a first plan", "kontrakt", func(p *careplan.CarePlan) { p.Replaces = careplan.Replaced{} }, nil, []string{"Nytt sedan"}},
		{"the same plan again", "kontrakt", func(p *careplan.CarePlan) { p.Replaces = careplan.Replaced{Date: day(2024, 9, 10)} },
			[]string{"Den här planen ersätter planen från 10 september 2024.\nh2 #överenskommelse"}, nil},
		{"the refrigerator names no diagnosis and no number", "kylskap", func(*careplan.CarePlan) {}, nil, []string{"långvarig", "19600412"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := anna()
			tt.change(p)
			got := paper(t, tt.paper, p, 0)
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
