package phrase_test

import (
	"strings"
	"testing"

	"kontrakt/internal/phrase"
	"kontrakt/internal/source"
)

func TestDaysAndTimesInWords(t *testing.T) {
	w := swedish(t)
	day := source.Date{Year: 2025, Month: 9, Day: 29}
	tests := []struct {
		when        source.When
		text, short string
	}{
		{source.When{Date: day, Clock: "10.00"}, "måndag 29 september 2025 kl. 10.00", "29 sept. 2025\nkl. 10.00"},
		{source.When{Date: day}, "måndag 29 september 2025", "29 sept. 2025"},
		{source.When{Date: source.Date{Year: 2026, Month: 3, Day: 1}}, "söndag 1 mars 2026", "1 mars 2026"},
		{source.When{Words: "Om tre månader"}, "Om tre månader", "Om tre månader"},
		{source.When{}, "", ""},
	}
	for _, tt := range tests {
		if got := w.When(tt.when); got != tt.text {
			t.Errorf("%+v in text: %q, want %q", tt.when, got, tt.text)
		}
		if got := w.ShortWhen(tt.when); got != tt.short {
			t.Errorf("%+v in a column: %q, want %q", tt.when, got, tt.short)
		}
	}
	if got := w.Day(day); got != "29 september 2025" {
		t.Errorf("day %q", got)
	}
	if got := w.Day(source.Date{}); got != "" {
		t.Errorf("no day is %q", got)
	}
}

func TestListsAsTheyAreSaid(t *testing.T) {
	w := swedish(t)
	for want, things := range map[string][]string{
		"":                         nil,
		"KOL":                      {"KOL"},
		"artros och KOL":           {"artros", "KOL"},
		"a, b, c och d":            {"a", "b", "c", "d"},
		"{a} och {b}":              {"{a}", "{b}"},
		"långt, och rätt och kort": {"långt, och rätt", "kort"},
	} {
		if got := w.List(things); got != want {
			t.Errorf("%q is said %q, want %q", things, got, want)
		}
	}
}

func TestFillPutsValuesInAsTheyAre(t *testing.T) {
	tests := []struct{ phrase, want string }{
		{"{vem} den {datum}", "{datum} den 1 mars"},
		{"inget fält", "inget fält"},
		{"{okänt}!", "!"},
		{"} {", "} {"},
	}
	for _, tt := range tests {
		if got := phrase.Fill(tt.phrase, "vem", "{datum}", "datum", "1 mars"); got != tt.want {
			t.Errorf("%q is filled %q, want %q", tt.phrase, got, tt.want)
		}
	}
}

// In the table ~ is the space that never breaks a line.
func TestWhatNeverPartsAtTheEndOfALine(t *testing.T) {
	w := swedish(t)
	tests := []struct{ in, want string }{
		{"Ring 036-000 00 00 i dag", "Ring 036-000~00~00 i dag"},
		{"på 070-000 00 03, eller", "på 070-000~00~03, eller"},
		{"måndag 29 september 2025 kl. 10.00", "måndag 29~september~2025 kl.~10.00"},
		{"29 sept. 2025", "29~sept.~2025"},
		{"i mars 2026 eller april", "i mars~2026 eller april"},
		{"under 135/85 mm Hg i snitt", "under~135/85~mm~Hg i snitt"},
		{"Trycket i mm Hg", "Trycket i mm~Hg"},
		{"gå 20 minuter, 3 gånger i veckan", "gå 20~minuter, 3~gånger i veckan"},
		{"50 % av alla", "50~% av alla"},
		{"8 av 10.", "8~av~10."},
		{"(kl. 8–17)", "(kl.~8–17)"},
		{"Exempelgatan 2, 550 00 Exempelby", "Exempelgatan 2, 550~00 Exempelby"},
		{"ta 2\n3 gånger", "ta 2\n3~gånger"},
		{"inga tal alls här", "inga tal alls här"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := strings.ReplaceAll(w.Keep(tt.in), "\u00a0", "~"); got != tt.want {
			t.Errorf("%q is kept as %q, want %q", tt.in, got, tt.want)
		}
	}
}
