package generate_test

import (
	"io/fs"
	"strings"
	"testing"

	"kontrakt/fonts"
	"kontrakt/internal/generate"
	"kontrakt/internal/pdf"
	"kontrakt/internal/phrase"
	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
	"kontrakt/klinik"
	"kontrakt/plans"
	"kontrakt/templates"
)

// line is the line as the program sets it up, as of the made-up clinic's day.
func line(tb testing.TB) *generate.Line {
	tb.Helper()
	faces, err := pdf.LoadFonts(fonts.FS)
	if err != nil {
		tb.Fatal(err)
	}
	book, ps := phrase.Load(generate.Layouts(), templates.FS)
	if len(ps) > 0 {
		tb.Fatal(ps)
	}
	return &generate.Line{
		Plans: plan.Open(source.Options{Chars: faces.Has}, plan.Layer{Name: "plans", FS: plans.FS}),
		Words: book, Fonts: faces,
		Today: source.Date{Year: 2025, Month: 9, Day: 15}, Producer: "kontrakt",
	}
}

// unit is the made-up clinic's own facts.
func unit(tb testing.TB) *review.Unit {
	tb.Helper()
	data, err := fs.ReadFile(klinik.FS, "enhet.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	u, ps := review.ReadUnit("enhet.yaml", data, source.Options{})
	if len(ps) > 0 {
		tb.Fatal(ps)
	}
	return u
}

// filled is a draft with every empty key that a contract requires filled in,
// as a clinician would in a hurry. It fills until nothing is missing.
func filled(tb testing.TB, l *generate.Line, u *review.Unit, id string, diagnoses ...string) []byte {
	tb.Helper()
	skeleton, err := fs.ReadFile(templates.FS, "ny/granskning.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	var definitions []*plan.Definition
	for _, d := range diagnoses {
		definition, ps := l.Plans.Definition(d, plan.Swedish)
		if ps.Errors() > 0 || definition == nil {
			tb.Fatal(d, ps)
		}
		definitions = append(definitions, definition)
	}
	data, err := l.Draft(skeleton, id, definitions, u)
	if err != nil {
		tb.Fatal(err)
	}
	_, _, ps := l.Review("-", data, u)
	var changes []source.Change
	for _, p := range ps {
		if v, ok := answer(p.Path); ok {
			changes = append(changes, source.Change{Path: p.Path, Value: v})
		}
	}
	data, err = source.Edit(data, review.Review{}, changes...)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// answer is what somebody would write at a required key.
func answer(path string) (string, bool) {
	answers := []struct{ ending, text string }{
		{"patient.namn", "Anna Exempel"},
		{"viktigt_för_mig", "Att kunna gå till affären själv igen."},
		{"överenskommelse", "Vi provar det här och ses igen om sex veckor."},
		{"nästa_steg.vad", "Första besöket hos fysioterapeuten"},
		{"nästa_steg.när", "2025-09-29 10.00"},
		{"fast_läkarkontakt.namn", "Dr Cecilia Exempel"},
		{".status", "planerad"},
		{"uppföljning.datum", "2026-03-02"},
		{"uppföljning.ansvarig", "Dan Exempel"},
	}
	for _, a := range answers {
		if strings.HasSuffix(path, a.ending) {
			return a.text, true
		}
	}
	return "", false
}
