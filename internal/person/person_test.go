package person_test

import (
	"slices"
	"testing"

	"kontrakt/internal/person"
)

var autumn2025 = person.Day{Year: 2025, Month: 9, Day: 15}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		kind           person.Kind
		on             person.Day
	}{
		{"twelve digits", "19600412-9802", "19600412-9802", person.Personal, autumn2025},
		{"twelve digits without a hyphen", "196004129802", "19600412-9802", person.Personal, autumn2025},
		{"ten digits", "600412-9802", "19600412-9802", person.Personal, autumn2025},
		{"ten digits without a hyphen", "6004129802", "19600412-9802", person.Personal, autumn2025},
		{"born this century", "100312-9804", "20100312-9804", person.Personal, autumn2025},
		{"born on the day of reference", "250915-9808", "20250915-9808", person.Personal, autumn2025},
		{"the day after is a century ago", "250916-9807", "19250916-9807", person.Personal, autumn2025},
		{"a plus is a hundred years more", "120214+9801", "19120214-9801", person.Personal, autumn2025},
		{"a plus in a late year", "990101+9803", "18990101-9803", person.Personal, autumn2025},
		{"a plus in twelve digits says nothing", "19120214+9801", "19120214-9801", person.Personal, autumn2025},
		{"no day of reference", "600412-9802", "600412-9802", person.Personal, person.Day{}},
		{"no day of reference, with a plus", "120214+9801", "120214+9801", person.Personal, person.Day{}},
		{"a leap day", "20000229-9808", "20000229-9808", person.Personal, autumn2025},
		{"samordningsnummer", "19600472-9809", "19600472-9809", person.Coordination, autumn2025},
		{"samordningsnummer, ten digits", "600472-9809", "19600472-9809", person.Coordination, autumn2025},
		{"reservnummer", "19600412-TF15", "19600412-TF15", person.Reserve, autumn2025},
		{"reservnummer as it is written", "vg 99 1234", "vg 99 1234", person.Reserve, autumn2025},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, err := person.Parse(c.in, c.on)
			if err != nil {
				t.Fatal(err)
			}
			if n.String() != c.want || n.Kind != c.kind {
				t.Errorf("got %s, kind %d; want %s, kind %d", n, n.Kind, c.want, c.kind)
			}
		})
	}
}

func TestFault(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     person.Fault
	}{
		{"check digit", "19600412-9803", person.BadCheckDigit},
		{"two digits have changed places", "19600412-9820", person.BadCheckDigit},
		{"check digit of a samordningsnummer", "19600472-9802", person.BadCheckDigit},
		{"no such month", "19601312-9802", person.BadDate},
		{"no such day", "19600431-9802", person.BadDate},
		{"no leap day in 1900", "19000229-9808", person.BadDate},
		{"the day is nought", "19600400-9802", person.BadDate},
		{"a samordningsnummer for no day", "19600460-9802", person.BadDate},
		{"a century when nobody alive was born", "17600412-9802", person.BadDate},
		{"not yet born", "20991231-9804", person.NotBorn},
		{"nothing", "", person.BadForm},
		{"too short", "1960-9802", person.BadForm},
		{"eleven digits", "19600412-980", person.BadForm},
		{"hyphens in the date", "1960-04-12-9802", person.BadForm},
		{"a word", "okänt", person.BadForm},
		{"other digits than 0–9", "１９６００４１２-９８０２", person.BadForm},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := person.Parse(c.in, autumn2025); err != c.want {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestWithin(t *testing.T) {
	for in, want := range map[string]bool{
		"19600412-9802":   true,
		"6004129802":      true,
		"19600472-9809":   true,
		"H2-600412-9802":  true,
		"19600412-9802-b": true,
		"EX-001":          false,
		"19600412-9803":   false, // wrong check digit
		"196004129802345": false,

		"20250915-1234 600412-9802": true, // one space parts both
		"H2-20250915-kopi":          false,
	} {
		if got := person.Within(in); got != want {
			t.Errorf("Within(%s) = %v, want %v", in, got, want)
		}
	}
}

// Any text is read or refused; what is printed reads back as itself, and an
// error is one of the faults, so that it cannot repeat the number.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"19600412-9802", "600472-9809", "120214+9801", "TF15 9", "0", "99999999-9999"} {
		f.Add(s, 2025, 9, 15)
	}
	faults := []error{person.BadForm, person.BadDate, person.BadCheckDigit, person.NotBorn}
	f.Fuzz(func(t *testing.T, s string, year, month, day int) {
		on := person.Day{Year: year, Month: month, Day: day}
		n, err := person.Parse(s, on)
		if err != nil {
			if !slices.Contains(faults, err) {
				t.Errorf("%v is none of the faults", err)
			}
			return
		}
		again, err := person.Parse(n.String(), on)
		if err != nil || again != n {
			t.Errorf("%q is printed %q, which reads as %q, %v", s, n, again, err)
		}
	})
}
