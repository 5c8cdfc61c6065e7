package lint

import (
	"strings"
	"testing"

	"kontrakt/internal/plan"
)

// readingOf is one sentence as a template that has nothing else.
func readingOf(lang, text string) *reading {
	return &reading{Definition: &plan.Definition{Lang: lang}, rule: &rules[0], passages: []passage{{text: text}}}
}

func TestPassive(t *testing.T) {
	for _, text := range []string{"Trycket mäts hos oss.", "Smärtan behandlas med träning.", "Medlet bör undvikas.", "Medicinen ges via internet.", "Prover togs och behandlades.", "Medlen trappas ut."} {
		if passiveOf(words(text)) == "" {
			t.Errorf("%q is passive", text)
		}
	}
	for _, text := range []string{
		"Du har svårt att andas.", "Det lyckas ofta.", "Sådant kallas insomni.", "Du får stöd på din arbetsplats.", "Drick ett glas vatten.", "Läkarnas råd gäller.",
		"Det finns hjälp.", "Hjälp finns om det behövs.", "Du ska opereras.", "Diabetes är vanligt.", "Stöd finns hos Thomas.", "Aptiten kan ändras.",
	} {
		if w := passiveOf(words(text)); w != "" {
			t.Errorf("%q is not passive, but %s was found", text, w)
		}
	}
}

func TestMan(t *testing.T) {
	for text, want := range map[string]bool{
		"Man kan vila.":                   true,
		"Det är bra om man vilar.":        true,
		"Var femte man får det.":          false,
		"Din man kan hjälpa dig.":         false,
		"Kvinnor och män får det.":        false,
		"Mangold och mandel är bra.":      false,
		"Efter det kan du ringa din man.": false,
	} {
		if got := impersonal(words(strings.ToLower(text))); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestUnits(t *testing.T) {
	for text, want := range map[string]string{
		"30 minuter om dagen":      "",
		"30 om dagen":              "30",
		"högst 5–7 i veckan":       "5–7",
		"efter 1, 3 och 6 månader": "",
		"2 till 3 gånger":          "",
		"smärta högst 5 av 10":     "",
		"under 10 dagar i månaden, värktabletter under 15":  "",
		"minska med 20 % eller mer":                         "",
		"trycket är 180/110 eller högre":                    "",
		"ring 1177 eller 112":                               "",
		"Hjälplinjen 90 390.":                               "",
		"ett glas starköl (33 cl), 12–15 cl vin":            "",
		"kl. 8.30 varje dag":                                "",
		"BMI minst 22 är bra":                               "",
		"diabetes typ 2 är vanligt":                         "",
		"vaccin mot covid-19 och RS-virus":                  "",
		"du går 3 och vilar":                                "3",
		"temperaturen är över 38.":                          "38",
		"sedan 2019 har du ont":                             "",
		"en gång var tredje månad":                          "",
		"50–60 slag":                                        "",
		"mer än 5":                                          "5",
		"Självmordslinjen, 90101, och Hjälplinjen, 90 390.": "",
		"steg 2 är att gå längre":                           "",
		"från 5 till 6 poäng":                               "",
		"3 (tre) gånger":                                    "",
	} {
		if got := unitless(strings.Fields(text)); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestAbbreviations(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Vi tar TSH.", "TSH"},
		{"Vi mäter HbA1c och LDL.", "HbA1c LDL"},
		{"Du får SGLT2-hämmare.", "SGLT2"},
		{"Du har KOL. Ring oss.", "KOL"},
		{"Sjuksköterskan Eva Ek i Eksjö svarar.", ""},
		{"RÖR DIG", "RÖR DIG"},
		{"Vitamin B12 och typ 2.", ""},
	} {
		if got := strings.Join(abbreviations(passage{text: tt.text}), " "); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
	for text, want := range map[string]bool{
		"Vi tar en hjärtkurva (EKG).":         true,
		"EKG (hjärtkurva) tar vi.":            true,
		"Kurvor (EKG eller annat) tar vi.":    true,
		"Ditt EKG-värde (kurvan) är bra.":     true,
		"Vi tar EKG (hos oss).":               true,
		"Vi fyller i formuläret EKG.":         true,
		"EKG är en kurva av hjärtat.":         true,
		"Kurvan kallas EKG.":                  true,
		"Vi tar EKG (hos oss) och sedan prov": true,
		"Vi tar EKG varje år.":                false,
		"We take an EKG every year.":          false,
		"EKG stands for electrocardiogram.":   true,
	} {
		if got := explained(text, "EKG"); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestDoses(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"sv", "Ta 500 mg vid behov.", "500 mg"},
		{"sv", "Ta 2,5mg.", "2,5mg"},
		{"sv", "1–2 tabletter", "1–2 tabletter"},
		{"sv", "Ta två tabletter.", "två tabletter"},
		{"sv", "en till två tabletter", "två tabletter"},
		{"sv", "Ta en tablett om dagen.", "en tablett om dagen"},
		{"sv", "100 mikrogram levotyroxin", "100 mikrogram"},
		{"sv", "2 puffar", "2 puffar"},
		{"sv", "Du får en tablett, levotyroxin.", ""},
		{"sv", "Du tar din tablett varje dag.", ""},
		{"sv", "under 7 mmol/l, under 135 mm Hg", ""},
		{"sv", "en ny dos", ""},
		{"sv", "150 minuter, två gånger", ""},
		{"sv-lattlast", "Ta 500 mg.", "500 mg"},
		{"en", "Take 500 mg.", "500 mg"},
		{"en", "Take two tablets.", "two tablets"},
		{"en", "one tablet a day", "one tablet a day"},
		{"en", "Take your tablet every day.", ""},
		{"fi", "500 mg", ""},
		{"sv", "Du tar 1 g paracetamol.", "1 g"},
		{"sv", "Ta 10 ml av läkemedlet.", "10 ml"},
		{"sv", "Tabletten är på 1,5 gram.", "1,5 gram"},
		{"sv", "Är det lågt tar du druvsocker (15–20 gram) eller juice.", ""},
		{"sv", "Ta 1 g paracetamol med vatten eller mat.", "1 g"},
		{"sv", "Ta det med 200 ml vatten.", ""},
		{"sv", "Du äter 500 g grönsaker om dagen.", ""},
		{"sv", "Du tar dina läkemedel. Du äter 500 g om dagen.", ""},
		{"en", "Take 1 g of paracetamol.", "1 g"},
		{"en", "Take glucose (15–20 grams) or juice.", ""},
	} {
		if got := dose(tt.lang, tt.text); got != tt.want {
			t.Errorf("%s %q: got %q, want %q", tt.lang, tt.text, got, tt.want)
		}
	}
}

func TestDiscouraging(t *testing.T) {
	for _, tt := range []struct{ lang, text string }{
		{"sv", "Ring inte i onödan."}, {"sv", "Sök inte vård för det här."}, {"sv", "Undvik att söka vård."}, {"sv", "Undvik akuten."},
		{"sv", "Du behöver inte söka vård."}, {"sv", "Försök att inte ringa oss."}, {"sv", "Belasta inte vården."}, {"sv", "Onödiga besök tar tid."},
		{"sv", "Målet är färre besök."}, {"sv", "Då slipper du söka vård."}, {"sv", "Slösa inte med tiden."}, {"sv", "Du ska inte kontakta oss."},
		{"sv", "Akuten är inte för dig."}, {"sv", "Det är inte för dig att ringa 112."},
		{"en", "Do not call us."}, {"en", "You call unnecessarily."}, {"en", "The goal is fewer visits."}, {"en", "Avoid seeking care."},
	} {
		if discouraging.find(tt.lang, tt.text) == "" {
			t.Errorf("%q discourages", tt.text)
		}
	}
	for _, text := range []string{
		"Sök vård om du blir sämre.", "Belasta knät lagom.", "Undvik kodein.", "Planen hindrar dig aldrig från att söka vård.", "Vänta inte, ring 112.",
		"Du får färre anfall.", "Ring hellre en gång för mycket.", "Om det inte hjälper, ring oss.", "Det är aldrig fel att ringa.",
	} {
		if w := discouraging.find("sv", text); w != "" {
			t.Errorf("%q does not discourage, but «%s» was found", text, w)
		}
	}
}

func TestWaiting(t *testing.T) {
	for _, tt := range []struct{ lang, text string }{
		{"sv", "Vänta tre dagar innan du ringer."}, {"sv", "Du väntar en vecka innan du hör av dig."}, {"sv", "Vänta hemma tills du söker vård."},
		{"sv", "Vänta gärna med att ringa."}, {"sv", "Vänta, om det inte är bråttom, innan du söker."}, {"en", "Wait three days before you call."},
	} {
		if waiting.asked(tt.lang, tt.text) == "" {
			t.Errorf("%q asks to wait", tt.text)
		}
	}
	for _, tt := range []struct{ lang, text string }{
		{"sv", "Vänta inte för länge innan du ringer."}, {"sv", "Du ska inte vänta en dag innan du hör av dig."}, {"sv", "Du behöver aldrig vänta tills du söker."},
		{"sv", "Vänta 30 minuter efter kaffe."}, {"sv", "Vi väntar tills du är bättre."}, {"en", "Do not wait a day before you call."},
	} {
		if w := waiting.asked(tt.lang, tt.text); w != "" {
			t.Errorf("%q does not ask to wait, but «%s» was found", tt.text, w)
		}
	}
}

func TestOwnDose(t *testing.T) {
	for text, want := range map[string]string{
		"Du ökar dosen själv.":                                       "ökar dosen själv",
		"Sänk eller höj dosen på egen hand.":                         "höj dosen på egen hand",
		"Då minskar du dosen lite på egen hand.":                     "minskar du dosen lite på egen hand",
		"Du höjer dosen själv, om din läkare har sagt det.":          "",
		"Du höjer dosen själv. Du vilar om din läkare har sagt det.": "höjer dosen själv",
		"Du ökar inte dosen själv.":                                  "",
		"Du ska aldrig öka dosen själv.":                             "",
		"Vi ökar dosen enligt plan.":                                 "",
		"Ändra inte dosen själv.":                                    "",
	} {
		if got := ownDose("sv", text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestHardWords(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"sv", "Vi initierar vård.", "svårt-ord"},
		{"sv", "Du får nya symtom.", ""},
		{"sv-lattlast", "Du får nya symtom.", "svårt-ord"},
	} {
		r := readingOf(tt.lang, tt.text)
		checkHardWords(r)
		if len(r.found) > 0 != (tt.want != "") {
			t.Errorf("%s %q: got %v", tt.lang, tt.text, r.found)
		}
	}
}

func TestOneThoughtASentence(t *testing.T) {
	for text, want := range map[string]string{
		"Du rör dig varje dag.":          "",
		"Du vilar, sover och äter.":      "",
		"Du vilar men rör dig sedan.":    "men",
		"Du vilar; du går.":              ";",
		"Du går ut eftersom det är bra.": "eftersom",
		"Men du kan alltid ringa oss.":   "",
		"Du går ut i skogen med din hund och din vän varje lördag klockan tio.": "lördag",
	} {
		if got := secondThought(sentences(text)[0]); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestHeadingNamesTheDiagnosis(t *testing.T) {
	for _, tt := range []struct {
		heading, name string
		want          bool
	}{
		{"Om högt blodtryck", "högt blodtryck", true},
		{"Om utmattning och stress", "utmattningssyndrom", true},
		{"Din smärta", "långvarig smärta", true},
		{"Om KOL", "KOL", true},
		{"Bra att veta", "högt blodtryck", false},
	} {
		if got := mentions(tt.heading, tt.name); got != tt.want {
			t.Errorf("%q, %s: %v", tt.heading, tt.name, got)
		}
	}
}
