package source

import "testing"

func TestDate(t *testing.T) {
	day := func(s string) Date {
		d, ok := ParseDate(s)
		if !ok {
			t.Errorf("%s is a day", s)
		}
		return d
	}
	for _, s := range []string{"", "2025-9-5", "2025-02-29", "2025-00-01", "2025-13-01", "2025-01-00", "0000-01-01", "20250101", "2025-01-01 "} {
		if d, ok := ParseDate(s); ok || !d.IsZero() {
			t.Errorf("%q is no day", s)
		}
	}
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2025-09-15", 6, "2026-03-15"},
		{"2025-08-31", 6, "2026-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2025-01-31", -2, "2024-11-30"},
	} {
		if got := day(c.from).AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s and %d months: %s", c.from, c.months, got)
		}
	}
	if d := day("2025-02-27"); d.AddDays(3).String() != "2025-03-02" || d.Weekday().String() != "Thursday" || !d.Before(d.AddDays(1)) || d.Before(d) {
		t.Error("AddDays, Weekday or Before")
	}
}

func TestWhen(t *testing.T) {
	for _, c := range []struct {
		in   string
		want When
		rule string
	}{
		{"om tre månader", When{Words: "om tre månader"}, ""},
		{"2025", When{Words: "2025"}, ""},
		{"25-09-29", When{Words: "25-09-29"}, ""},
		{"2025-09-29", When{Date: Date{2025, 9, 29}}, ""},
		{"2025-09-29 10:00", When{Date: Date{2025, 9, 29}, Clock: "10.00"}, ""},
		{"2025-09-29 24.00", When{}, "clock"},
		{"2025-09-29 10.60", When{}, "clock"},
		{"2025-09-29 kl. 10.00", When{}, "clock"},
		{"2025-09-29T10:00", When{}, "date"},
		{"2025-hösten", When{}, "date"},
		{"2025-09-31", When{}, "date-exists"},
	} {
		var w When
		if rule := w.read(c.in); w != c.want || rule != c.rule {
			t.Errorf("%q: %+v %q", c.in, w, rule)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"datum", "mål", "mått", "viktigt_för_mig", "jag_gör"}
	for word, want := range map[string]string{
		"Datum": "datum", "datm": "datum", "dtaum": "datum", "mal": "mål", "viktigt-for-mig": "viktigt_för_mig",
		"jag gör": "jag_gör", "personnummer": "", "x": "", "": "",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
