package lint

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kontrakt/internal/plan"
	"kontrakt/internal/source"
)

// whole is a template that nobody has anything to say of.
const whole = `---
id: hypertoni
namn: högt blodtryck
språk: sv
version: 1.0.0
icd10: [I10.9]
skriven: 2026-01-01
granskad: {av: Eva Ek, roll: läkare, datum: 2026-01-02}
giltig_till: 2028-01-01
källor:
  - {id: esc, titel: Riktlinjer, datum: 2024}
jag_gör:
  - {id: rorelse, text: Du rör dig varje dag., när: 30 minuter om dagen, källa: [esc]}
vården_gör:
  - {id: prov, text: Vi tar prover., vem: sjuksköterska, källa: [esc]}
mått:
  - {mått: blodtryck-hemma, hur_ofta: en vecka, målvärde: under 135/85, källa: [esc]}
söka_vård:
  kontakta:
    - {id: yrsel, text: Du blir yr., källa: [esc]}
  ring_112:
    - {id: stroke, text: Ansiktet hänger., källa: [esc]}
---

## Om högt blodtryck

Trycket är för högt. [esc]
`

const english = `---
id: hypertoni
språk: en
version: 1.0.0
namn: high blood pressure
granskad: {av: Eva Ek, roll: läkare, datum: 2026-01-02}
jag_gör:
  - {id: rorelse, text: You move every day., när: 30 minutes a day}
vården_gör:
  - {id: prov, text: We take samples., vem: nurse}
mått:
  - {mått: blodtryck-hemma, hur_ofta: one week, målvärde: below 135/85}
söka_vård:
  kontakta:
    - {id: yrsel, text: You feel dizzy.}
  ring_112:
    - {id: stroke, text: Your face droops.}
---

## About high blood pressure

The pressure is too high. [esc]
`

const measures = `blodtryck-hemma:
  namn: blodtryck hemma
  enhet: mm Hg
  dagbok: {dagar: 7, mätningar: 2}
puls:
  namn: puls
  enhet: slag per minut
`

var today = source.Date{Year: 2026, Month: 6, Day: 1}

// easyWhole is the template in easy-read Swedish: here, the same words.
var easyWhole = strings.NewReplacer("språk: sv", "språk: sv-lattlast", "icd10: [I10.9]\n", "", "skriven: 2026-01-01\n", "", "giltig_till: 2028-01-01\n", "",
	"källor:\n  - {id: esc, titel: Riktlinjer, datum: 2024}\n", "", ", källa: [esc]", "").Replace(whole)

// look checks a clinic's library of one template that the program has too,
// with a change in one of the clinic's files.
func look(t *testing.T, file, from, to string) source.Problems {
	t.Helper()
	files := map[string]string{"hypertoni.md": whole, "hypertoni.en.md": english, "hypertoni.sv-lattlast.md": easyWhole, "measures.yaml": measures}
	if !strings.Contains(files[file], from) {
		t.Fatalf("%s has no %q", file, from)
	}
	files[file] = strings.Replace(files[file], from, to, 1)
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	program := fstest.MapFS{"hypertoni.md": {Data: []byte(whole)}}
	lib := plan.Open(source.Options{}, plan.Layer{Name: "programmet", FS: program, BuiltIn: true}, plan.Layer{Name: "plans", FS: fsys})
	return Check(lib, today)
}

func TestAGoodTemplateGetsNoRemark(t *testing.T) {
	if ps := look(t, "hypertoni.md", "", ""); len(ps) > 0 {
		t.Error(ps)
	}
}

// long is a text of easy words that is too long for any limit.
var long = "Du " + strings.Repeat("går och ", 20) + "går."

// changes is one change for each rule and what is said of it. The same change
// may break a translation too: only the file that was changed is looked at.
var changes = []struct{ file, from, to, rule, path string }{
	{"hypertoni.md", "källor:\n  - {id: esc, titel: Riktlinjer, datum: 2024}", "källor:", "källor-saknas", "källor"},
	{"hypertoni.md", "datum: 2024", "datum: ", "källor-odaterade", "källor[0]"},
	{"hypertoni.md", "datum: 2024}", "datum: 2024}\n  - {id: sbu, titel: Rapport, datum: 2020}", "källor-oanvända", "källor[1]"},
	{"hypertoni.md", "Vi tar prover., vem: sjuksköterska, källa: [esc]", "Vi tar prover., vem: sjuksköterska", "källa-nyckel", "vården_gör[0]"},
	{"hypertoni.md", "Vi tar prover., vem: sjuksköterska, källa: [esc]", "Vi tar prover., vem: sjuksköterska, källa: [saknas]", "källa-saknas", "vården_gör[0]"},
	{"hypertoni.md", "högt. [esc]", "högt. [källa saknas]", "källa-saknas", ""},
	{"hypertoni.md", "giltig_till: 2028-01-01\n", "", "giltig-saknas", "giltig_till"},
	{"hypertoni.md", "2028-01-01", "2026-05-31", "giltig-slut", "giltig_till"},
	{"hypertoni.md", "granskad: {av: Eva Ek, roll: läkare, datum: 2026-01-02}", "granskad:", "ogranskad", "granskad"},
	{"hypertoni.en.md", "granskad: {av: Eva Ek, roll: läkare, datum: 2026-01-02}", "granskad:", "ogranskad", "granskad"},
	{"hypertoni.md", "datum: 2026-01-02", "datum: 2025-12-31", "granskad-före", "granskad.datum"},
	{"hypertoni.md", whole[strings.Index(whole, "söka_vård"):strings.Index(whole, "---\n\n##")], "", "varning-saknas", "söka_vård"},
	{"hypertoni.md", "  ring_112:\n    - {id: stroke, text: Ansiktet hänger., källa: [esc]}\n", "", "varning-112", "söka_vård.ring_112"},
	{"hypertoni.md", "{id: stroke, text: Ansiktet hänger.", "{id: ansiktet, text: Ansiktet hänger.", "varning-112-bort", "söka_vård.ring_112"},
	{"hypertoni.md", "Vi tar prover.", "Ring oss inte i onödan.", "avskräcker", "vården_gör[0].text"},
	{"hypertoni.md", "Vi tar prover.", "Vänta en vecka innan du ringer.", "avskräcker", "vården_gör[0].text"},
	{"hypertoni.en.md", "We take samples.", "Do not call us needlessly.", "avskräcker", "vården_gör[0].text"},
	{"hypertoni.md", "30 minuter om dagen", "två tabletter om dagen", "dos", "jag_gör[0].när"},
	{"hypertoni.md", "Du rör dig varje dag.", "Du ökar dosen själv.", "dos-själv", "jag_gör[0].text"},
	{"hypertoni.en.md", "30 minutes a day", "30 mg a day", "dos", "jag_gör[0].när"},

	{"hypertoni.en.md", "    - {id: yrsel, text: You feel dizzy.}\n", "", "språk-rad", "söka_vård.kontakta"},
	{"hypertoni.en.md", ", vem: nurse", "", "språk-fält", "vården_gör[0].vem"},
	{"hypertoni.en.md", ", vem: nurse", ", vem: nurse, när: now", "språk-extra", "vården_gör[0].när"},
	{"hypertoni.en.md", "## About high blood pressure\n\nThe pressure is too high. [esc]\n", "", "språk-text", ""},
	{"hypertoni.en.md", "135/85", "153/85", "språk-tal", "mått[0]"},

	{"hypertoni.md", "Trycket är för högt.", strings.Repeat("Kontrollera behandlingsresultaten regelbundet. ", 5), "lix-plan", ""},
	{"hypertoni.md", "Trycket är för högt.", strings.Repeat("Kontrollera behandlingsresultaten regelbundet hemma. ", 12), "lix-del", ""},
	{"hypertoni.md", "Trycket är för högt.", long, "lång-mening", ""},
	{"hypertoni.en.md", "The pressure is too high.", long, "lång-mening", ""},
	{"hypertoni.md", "Vi tar prover.", "Trycket mäts hos oss.", "passiv", "vården_gör[0].text"},
	{"hypertoni.md", "Vi tar prover.", "Sedan tar man prover.", "man", "vården_gör[0].text"},
	{"hypertoni.md", "Vi tar prover.", "Vi tar TSH.", "förkortning", "vården_gör[0].text"},
	{"hypertoni.md", "30 minuter om dagen", "30 om dagen", "tal-utan-enhet", "jag_gör[0].när"},
	{"hypertoni.md", "Vi tar prover.", "Vi initierar vård.", "svårt-ord", "vården_gör[0].text"},

	{"hypertoni.md", "## Om högt blodtryck", "## Bra att veta", "pemat-syfte", ""},
	{"hypertoni.md", whole[strings.Index(whole, "jag_gör"):strings.Index(whole, "vården_gör")], "", "pemat-handling", "jag_gör"},
	{"hypertoni.md", "Du rör dig varje dag.", "Rörelse.", "pemat-du", "jag_gör[0].text"},
	{"hypertoni.en.md", "You move every day.", "Exercise.", "pemat-du", "jag_gör[0].text"},
	{"hypertoni.md", "Trycket är för högt.", strings.Repeat("Du går. ", 6), "pemat-stycke", ""},
	{"hypertoni.md", "Trycket är för högt.", strings.Repeat("Du går och går och går. Du vilar.\n\n", 20), "pemat-rubriker", ""},
	{"hypertoni.md", "Du rör dig varje dag.", "Du räknar ut medelvärdet.", "pemat-räkna", "jag_gör[0].text"},
	{"hypertoni.md", "mått: blodtryck-hemma", "mått: puls", "pemat-dagbok", "mått"},

	{"hypertoni.sv-lattlast.md", "Du rör dig varje dag.", "Du går ut med din hund eller med din bästa vän varje dag.", "lättläst-rad", "jag_gör[0].text"},
	{"hypertoni.sv-lattlast.md", "Du rör dig varje dag.", "Du rör dig men vilar sen.", "lättläst-tanke", "jag_gör[0].text"},
	{"hypertoni.sv-lattlast.md", "30 minuter om dagen", "60 minuter om dagen", "språk-tal", "jag_gör[0]"},
	{"hypertoni.sv-lattlast.md", "Vi tar prover.", "Vi gör blodtrycksmätningar.", "lättläst-ord", "vården_gör[0].text"},
}

func TestEachRuleFindsWhatItIsFor(t *testing.T) {
	tried := map[string]bool{}
	for _, c := range changes {
		tried[c.rule] = true
		ps := look(t, c.file, c.from, c.to)
		i := slices.IndexFunc(ps, func(p source.Problem) bool { return p.Rule == c.rule && p.Pos.File == "plans/"+c.file })
		if i < 0 {
			t.Errorf("%s: %q was not told; got %v", c.rule, c.to, ps)
			continue
		}
		if p := ps[i]; p.Path != c.path || p.Pos.Line == 0 || p.Hint == "" || strings.Contains(p.Text+p.Hint, "{0}") || strings.Contains(p.Text+p.Hint, "{1}") {
			t.Errorf("%s: got %+v, want path %q, a line, a hint and all words filled in", c.rule, p, c.path)
		}
	}
	for _, r := range rules {
		if !tried[r.name] {
			t.Errorf("%s: no change tries the rule", r.name)
		}
	}
}

func TestWhatAnErrorIs(t *testing.T) {
	var errors []string
	for _, r := range rules {
		if r.says.Severity == source.Error {
			errors = append(errors, r.name)
		}
	}
	want := []string{"varning-saknas", "varning-112-bort", "avskräcker", "dos", "dos-själv", "språk-rad", "språk-fält", "språk-extra", "språk-text", "lix-plan"}
	if !slices.Equal(errors, want) {
		t.Errorf("got %q, want %q", errors, want)
	}
}

func TestFactsAreLinesAndPlacesThatNameSources(t *testing.T) {
	text := strings.Replace(whole, "Trycket är för högt. [esc]", "Ett. [esc] [esc] Två. [esc, esc]\nTre. [källa saknas] Fyra. [esc]", 1)
	text = strings.Replace(text, "text: Du blir yr., källa: [esc]", "text: Du blir yr., källa: [saknas]", 1)
	lib := plan.Open(source.Options{}, plan.Layer{FS: fstest.MapFS{"hypertoni.md": {Data: []byte(text)}, "measures.yaml": {Data: []byte(measures)}}})
	d, _ := lib.Definition("hypertoni", plan.Swedish)
	if f := Measure(d); f.Facts != 5+4 || f.Unsourced != 2 || f.Sources != 1 || f.LIX == 0 {
		t.Errorf("got %+v, want 9 facts, 2 without source, 1 source", f)
	}
}
