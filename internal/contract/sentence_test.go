package contract

import (
	"testing"

	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
	"kontrakt/templates"
)

func TestSentenceChangesOnlyCapitalAndEnd(t *testing.T) {
	tests := []struct{ in, want string }{
		{"varje dag efter lunch", "Varje dag efter lunch."},
		{"Varje dag.", "Varje dag."},
		{"Vill du prova?", "Vill du prova?"},
		{"ja!", "Ja!"},
		{"vi får se…", "Vi får se…"},
		{"gå ut (gärna två)", "Gå ut (gärna två)."},
		{"hon sa ”kom.”", "Hon sa ”kom.”"},
		{"så här:", "Så här:"},
		{"blodprov m.m.", "Blodprov m.m."},
		{"först detta,", "Först detta."},
		{"rad ett\nrad två", "Rad ett\nrad två."},
		{"rad ett.\nrad två.\n", "Rad ett.\nrad två."},
		{"åka till Åre", "Åka till Åre."},
		{"3 gånger om dagen", "3 gånger om dagen."},
		{"Ŋ", "Ŋ."},
		{"  ", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := sentence(tt.in); got != tt.want {
			t.Errorf("%q becomes %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestTheFirstSentenceStandsInBold(t *testing.T) {
	tests := []struct{ in, first, rest string }{
		{"Jag går ut.", "Jag går ut.", ""},
		{"Jag går ut. Jag tar det lugnt.", "Jag går ut.", "Jag tar det lugnt."},
		{"Vill jag? Ja. Jag går.", "Vill jag?", "Ja. Jag går."},
		{"Jag går t.ex. Storgatan fram.", "Jag går t.ex. Storgatan fram.", ""},
		{"Jag går kl. 10.30 varje dag.", "Jag går kl. 10.30 varje dag.", ""},
		{"Vi ringer Dr. Exempel. Du hör av dig.", "Vi ringer Dr. Exempel.", "Du hör av dig."},
		{"Jag går med J. Exempel.", "Jag går med J. Exempel.", ""},
		{"Jag går ut.\nJag tar det lugnt.", "Jag går ut.", "Jag tar det lugnt."},
		{"", "", ""},
	}
	for _, tt := range tests {
		if first, rest := firstSentence(tt.in, []string{"dr", "kl"}); first != tt.first || rest != tt.rest {
			t.Errorf("%q is parted %q and %q, want %q and %q", tt.in, first, rest, tt.first, tt.rest)
		}
	}
}

func TestFragmentsRunOnOrBeginAnew(t *testing.T) {
	tests := []struct {
		in   []string
		want string
	}{
		{[]string{"läkare", "vid nästa besök"}, "Läkare, vid nästa besök."},
		{[]string{"läkare", "Vid nästa besök"}, "Läkare. Vid nästa besök."},
		{[]string{"Läkare.", "vid nästa besök."}, "Läkare. Vid nästa besök."},
		{[]string{"", "varje dag"}, "Varje dag."},
		{[]string{"sjuksköterska", ""}, "Sjuksköterska."},
		{[]string{"Vi", "4–8 veckor efter start"}, "Vi. 4–8 veckor efter start."},
		{[]string{"Gå 20 minuter varje dag", "senast 1 december 2025"}, "Gå 20 minuter varje dag, senast 1 december 2025."},
		{[]string{"Kan jag gå 20 minuter?", "senast 1 december 2025"}, "Kan jag gå 20 minuter? Senast 1 december 2025."},
		{nil, ""},
	}
	for _, tt := range tests {
		if got := run(tt.in...); got != tt.want {
			t.Errorf("%q becomes %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestIfThenReadsWellHoweverItIsWritten(t *testing.T) {
	book, _ := phrase.Load(Documents(), templates.FS) // the layouts of papers that others compose are strange to it
	tests := []struct{ obstacle, then, want string }{
		{"det regnar", "går jag i trapphuset", "Om det regnar, så går jag i trapphuset."},
		{"Det regnar.", "Går jag i trapphuset.", "Om det regnar, så går jag i trapphuset."},
		{"om det regnar", "så går jag i trapphuset", "Om det regnar, så går jag i trapphuset."},
		{"När det regnar", "då går jag i trapphuset", "När det regnar, då går jag i trapphuset."},
		{"det regnar", "jag går i trapphuset", "Om det regnar: jag går i trapphuset."},
		{"det regnar", "Min man kör mig", "Om det regnar: min man kör mig."},
		{"Anna är sjuk", "ringer jag Erik", "Om Anna är sjuk, så ringer jag Erik."},
		{"jag har ont", "vilar jag. Sedan provar jag igen", "Om jag har ont, så vilar jag. Sedan provar jag igen."},
		{"", "", ""},
	}
	for _, tt := range tests {
		if got := ifThen(book.In("sv").Obstacle, tt.obstacle, tt.then); got != tt.want {
			t.Errorf("%q, %q becomes %q, want %q", tt.obstacle, tt.then, got, tt.want)
		}
	}
}

func TestTelephoneThatCanBeRung(t *testing.T) {
	for in, want := range map[string]string{
		"036-000 00 00":             "tel:0360000000",
		"+46 (0)36 000 00 00":       "tel:+46360000000",
		"1177":                      "tel:1177",
		"036-000 00 00, knappval 2": "",
		"se ovan":                   "",
		"":                          "",
	} {
		got := ""
		for _, i := range phone(in) {
			if l, ok := i.(*doc.Link); ok {
				got = l.URL
			}
		}
		if got != want {
			t.Errorf("%q leads to %q, want %q", in, got, want)
		}
	}
}
