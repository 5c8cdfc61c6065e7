package plan_test

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"kontrakt/internal/doc"
	"kontrakt/internal/plan"
	"kontrakt/internal/source"
)

// whole is a template with every key; each test of a rule changes one place.
const whole = `---
id: hypertoni
namn: högt blodtryck
språk: sv
version: 1.0.0
icd10: [I10.9]
skriven: 2026-11-22
granskad: {av: Dr Cecilia Exempel, roll: läkare, datum: 2026-11-22}
giltig_till: 2028-11-22
källor:
  - {id: esc, titel: Riktlinjer, url: "https://example.org/", datum: 2024-09}
jag_gör:
  - {id: rorelse, text: Du rör dig varje dag., när: varje dag, källa: [esc], typ: förslag}
vården_gör:
  - {id: prover, text: Vi tar prover., vem: sjuksköterska, källa: [esc]}
kontakter:
  - {id: arsbesok, vad: Årsbesök, vem: läkare, när: en gång om året, källa: [saknas]}
mått:
  - {mått: blodtryck-hemma, hur_ofta: en vecka, målvärde: under 135/85, källa: [esc]}
söka_vård:
  kontakta:
    - {id: yrsel, text: Du blir yr., källa: [esc]}
  ring_112:
    - {id: stroke, text: Ansiktet hänger., källa: [esc]}
inte_när:
  - {id: gravid, text: Du är gravid., med: kol, källa: [esc]}
remisser:
  - {id: ogon, till: ögonmottagning, varför: ögonbottnar, källa: [esc]}
krockar:
  - {id: betablockerare, med: kol, rader: [hypertoni/rorelse], text: Det krockar., källa: [saknas]}
patientorganisation:
  - {namn: HjärtLung, url: "https://www.hjart-lung.se/"}
granska: [Allt.]
---

## Om högt blodtryck

Trycket är för högt. [esc] Det går att sänka. [källa saknas]
`

const kol = "---\nid: kol\nnamn: KOL\nspråk: sv\nversion: 1.0.0\n---\n\n## Om KOL\n\nText.\n"

const measures = `blodtryck-hemma:
  namn: blodtryck hemma
  enhet: mm Hg
  rimligt: {övre: [60, 260]}
vikt:
  namn: vikt
  enhet: kg
  rimligt: [25, 350]
`

func folder(files map[string]string) plan.Layer {
	f := fstest.MapFS{}
	for name, text := range files {
		f[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return plan.Layer{Name: "plans", FS: f}
}

func open(files map[string]string) *plan.Library {
	all := map[string]string{"measures.yaml": measures, "hypertoni.md": whole, "kol.md": kol}
	for name, text := range files {
		all[name] = text
	}
	return plan.Open(source.Options{}, folder(all))
}

// told are the rules of problems, a warning with an exclamation mark.
func told(ps source.Problems) []string {
	var all []string
	for _, p := range ps {
		rule := p.Rule
		if p.Severity == source.Warning {
			rule = "!" + rule
		}
		all = append(all, rule)
	}
	return all
}

func TestWholeTemplateIsRead(t *testing.T) {
	d, ps := open(nil).Definition("hypertoni", "")
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	for _, c := range []struct{ got, want any }{
		{d.Name, "högt blodtryck"},
		{d.Reviewed.By, "Dr Cecilia Exempel"},
		{d.Sources[0].Date, "2024-09"},
		{d.PatientDoes[0].When, "varje dag"},
		{d.Seek.Call112[0].ID, "stroke"},
		{d.Conflicts[0].Lines, []string{"hypertoni/rorelse"}},
		{doc.Text(d.Prose[1].(*doc.Paragraph).Text), "Trycket är för högt. Det går att sänka."},
		{d.References[1].ID, plan.Unsourced},
		{d.Layer, "plans"},
		{len(d.Lines()), 9},
		{d.At("jag_gör[0].text").String(), "plans/hypertoni.md:13:25"},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
}

// Each row makes one change in the whole template.
func TestRulesOfATemplate(t *testing.T) {
	for _, c := range []struct{ name, from, to, rule, path string }{
		{"id och filnamn", "id: hypertoni", "id: hyper", "mall-id", "id"},
		{"språk och filnamn", "språk: sv", "språk: en", "mall-språk", "språk"},
		{"inget namn", "namn: högt blodtryck\n", "", "required", "namn"},
		{"ingen version", "version: 1.0.0\n", "", "required", "version"},
		{"okänd nyckel", "granska:", "granskas:", "unknown", "granskas"},
		{"giltig före skriven", "giltig_till: 2028", "giltig_till: 2020", "giltig-före", "giltig_till"},
		{"rad utan text", "text: Vi tar prover., ", "", "required", "vården_gör[0].text"},
		{"rad-id två gånger", "id: prover", "id: rorelse", "dubbel-rad", "vården_gör[0].id"},
		{"rad-id också i söka_vård", "id: stroke", "id: rorelse", "dubbel-rad", "söka_vård.ring_112[0].id"},
		{"rad-id med snedstreck", "id: prover", "id: prover/två", "id", "vården_gör[0].id"},
		{"okänd källa", "sjuksköterska, källa: [esc]", "sjuksköterska, källa: [esk]", "okänd-källa", "vården_gör[0].källa[0]"},
		{"okänd källa i texten", "för högt. [esc]", "för högt. [esk]", "okänd-källa", ""},
		{"källan heter saknas", "{id: esc, titel", "{id: saknas, titel", "källa-namn", "källor[0].id"},
		{"källans datum", "datum: 2024-09}", "datum: förra året}", "källa-datum", "källor[0].datum"},
		{"okänd typ", "typ: förslag", "typ: råd", "oneof", "jag_gör[0].typ"},
		{"okänt mått", "mått: blodtryck-hemma", "mått: blodtyck-hemma", "okänt-mått", "mått[0].mått"},
		{"felstavad mall", "gravid., med: kol", "gravid., med: koll", "okänd-mall", "inte_när[0].med"},
		{"mall som inte finns än", "gravid., med: kol", "gravid., med: hjartsvikt", "!mall-saknas", "inte_när[0].med"},
		{"krock med sig själv", "betablockerare, med: kol", "betablockerare, med: hypertoni", "egen-mall", "krockar[0].med"},
		{"krock utan motpart", "betablockerare, med: kol, ", "betablockerare, ", "krock-med", "krockar[0]"},
		{"krock med två motparter", "betablockerare, med: kol, ", "betablockerare, med: kol, icd10: [N18], ", "krock-med", "krockar[0]"},
		{"krockens rad finns inte", "[hypertoni/rorelse]", "[hypertoni/rorelsen]", "krock-rad", "krockar[0].rader[0]"},
		{"krockens rad går inte att välja", "[hypertoni/rorelse]", "[hypertoni/stroke]", "krock-rad", "krockar[0].rader[0]"},
		{"krockens rad är en annan malls", "[hypertoni/rorelse]", "[kol/rorelse]", "krock-annan-mall", "krockar[0].rader[0]"},
		{"krockens rad utan mall", "[hypertoni/rorelse]", "[rorelse]", "ref", "krockar[0].rader[0]"},
		{"underskrift utan datum", ", datum: 2026-11-22}", "}", "required", "granskad.datum"},
		{"texten börjar utan rubrik", "## Om högt blodtryck\n\n", "", "prosa-rubrik", ""},
		{"HTML i texten", "Trycket är", "Trycket <b>är</b>", "html", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if strings.Count(whole, c.from) != 1 {
				t.Fatalf("%q stands %d times in the template", c.from, strings.Count(whole, c.from))
			}
			_, ps := open(map[string]string{"hypertoni.md": strings.Replace(whole, c.from, c.to, 1)}).Definition("hypertoni", "")
			i := slices.Index(told(ps), c.rule)
			if i < 0 {
				t.Fatalf("got %v, want %s", ps, c.rule)
			}
			if p := ps[i]; p.Path != c.path || p.Pos.Line == 0 && c.rule != "prosa-rubrik" || p.Text == "" {
				t.Errorf("got %+v, want path %q", p, c.path)
			}
		})
	}
}

func TestMisspeltIdsGetTheNearest(t *testing.T) {
	lib := open(map[string]string{"hypertoni.md": strings.NewReplacer(
		"[hypertoni/rorelse]", "[hypertoni/rorels]", "mått: blodtryck-hemma", "mått: blodtyck-hemma", "källa: [esc], typ", "källa: [ecs], typ",
	).Replace(whole)})
	_, ps := lib.Definition("hypertoni", "")
	var hints []string
	for _, p := range ps {
		hints = append(hints, p.Hint)
	}
	want := []string{"menade du esc?", "menade du blodtryck-hemma?", "menade du hypertoni/rorelse?"}
	if !slices.Equal(hints, want) {
		t.Errorf("got %q, want %q", hints, want)
	}
	if near := lib.Nearest("hypertnoi"); near != "hypertoni" {
		t.Errorf("got %q", near)
	}
}

func TestGuessTakesNamesToo(t *testing.T) {
	lib := open(nil)
	for word, want := range map[string]string{
		"hypertnoi":      "hypertoni",
		"Högt blodtryck": "hypertoni",
		"blodtryck":      "hypertoni",
		"KOL":            "kol",
		"o":              "",
		"gikt":           "",
		"":               "",
	} {
		if got := lib.Guess(word); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
}

func TestLinesAreFoundByName(t *testing.T) {
	lib := open(nil)
	for ref, list := range map[string]string{
		"hypertoni/rorelse":         plan.PatientDoes,
		"hypertoni/stroke":          plan.Call112,
		"hypertoni/ogon":            plan.Referrals,
		"hypertoni/blodtryck-hemma": plan.Targets,
		"hypertoni/finns-inte":      "",
		"finns-inte/rorelse":        "",
		"rorelse":                   "",
	} {
		if l, ok := lib.Line(ref); l.List != list || ok != (list != "") {
			t.Errorf("%s: got %q, want %q", ref, l.List, list)
		}
	}
}

const english = `---
id: hypertoni
språk: en
version: 1.0.0
namn: high blood pressure
jag_gör:
  - {id: rorelse, text: You move every day., när: every day}
mått:
  - {mått: blodtryck-hemma, hur_ofta: one week}
söka_vård:
  ring_112:
    - {id: stroke, text: Your face droops.}
---

## About high blood pressure

The pressure is too high. [esc]
`

func TestTranslationIsLaidOverTheSwedish(t *testing.T) {
	lib := open(map[string]string{"hypertoni.en.md": english})
	d, ps := lib.Definition("hypertoni", "en-GB")
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	for _, c := range []struct{ got, want any }{
		{d.Lang, "en"},
		{d.Name, "high blood pressure"},
		{d.PatientDoes[0].Text, "You move every day."},
		{d.PatientDoes[0].When, "every day"},
		{d.PatientDoes[0].Sources, []string{"esc"}},
		{d.Targets[0].HowOften, "one week"},
		{d.Targets[0].Value, "under 135/85"},
		{d.Seek.Call112[0].Text, "Your face droops."},
		{d.Seek.ContactUs[0].Text, "Du blir yr."},
		{d.Reviewed == nil, true}, // the Swedish is signed, the translation is not
		{doc.Text(d.Prose[0].(*doc.Heading).Text), "About high blood pressure"},
		{d.Conflicts[0].ID, "betablockerare"},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
	if swedish, _ := lib.Definition("hypertoni", "sv"); swedish.PatientDoes[0].Text != "Du rör dig varje dag." {
		t.Error("the translation changed the Swedish template")
	}
}

// What a translation itself has is told from what it takes of the Swedish.
func TestOwnLinesHaveTheirPlacesInTheTranslation(t *testing.T) {
	d, _ := open(map[string]string{"hypertoni.en.md": english}).Definition("hypertoni", "en")
	var got []string
	for _, l := range d.Own() {
		got = append(got, l.ID+" "+d.OwnAt(l.Path).String())
	}
	want := []string{"rorelse plans/hypertoni.en.md:7:5", "stroke plans/hypertoni.en.md:12:7", "blodtryck-hemma plans/hypertoni.en.md:9:5"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if at := d.ProseAt[0].String(); at != "plans/hypertoni.en.md:15:1" {
		t.Error(at)
	}
}

func TestRulesOfATranslation(t *testing.T) {
	for _, c := range []struct{ from, to, rule, path string }{
		{"id: rorelse", "id: rorelsen", "översättning-rad", "jag_gör[0]"},
		{"ring_112:", "idag:", "översättning-rad", "söka_vård.idag[0]"},
		{"id: hypertoni", "id: kol", "mall-id", "id"},
		{"språk: en", "språk: fi", "mall-språk", "språk"},
		{"version: 1.0.0\n", "", "required", "version"},
		{"version: 1.0.0\n", "version: 1.0.0\nkällor: []\n", "unknown", "källor"},
		{"high. [esc]", "high. [esk]", "okänd-källa", ""},
	} {
		_, ps := open(map[string]string{"hypertoni.en.md": strings.Replace(english, c.from, c.to, 1)}).Definition("hypertoni", "en")
		if len(ps) != 1 || ps[0].Rule != c.rule || ps[0].Path != c.path || ps[0].Pos.File != "plans/hypertoni.en.md" {
			t.Errorf("%s: got %v, want %s %s", c.to, ps, c.rule, c.path)
		}
	}
}

func TestLanguages(t *testing.T) {
	lib := open(map[string]string{"hypertoni.en.md": english, "hypertoni.sv-lattlast.md": strings.Replace(english, "språk: en", "språk: sv-lattlast", 1)})
	if got := lib.Languages("hypertoni"); !slices.Equal(got, []string{"sv", "en", "sv-lattlast"}) {
		t.Error(got)
	}
	for _, c := range []struct{ id, want, got string }{
		{"hypertoni", "", "sv"},
		{"hypertoni", "sv", "sv"},
		{"hypertoni", "sv-FI", "sv"},
		{"hypertoni", "EN", "en"},
		{"hypertoni", "en-GB", "en"},
		{"hypertoni", "sv-lattlast", "sv-lattlast"},
		{"hypertoni", "fi", ""},
		{"kol", "sv-lattlast", ""},
		{"kol", "en", ""},
		{"finns-inte", "sv", ""},
	} {
		if got := lib.Written(c.id, c.want); got != c.got {
			t.Errorf("%s in %q: got %q, want %q", c.id, c.want, got, c.got)
		}
	}
}

// A clinic's own folder wins, file by file, and the library tells which came
// from where.
func TestLaterLayerWins(t *testing.T) {
	own := plan.Layer{Name: "egna/plans", FS: folder(map[string]string{
		"hypertoni.md":  strings.Replace(whole, "namn: högt blodtryck", "namn: högt tryck", 1),
		"gikt.md":       strings.ReplaceAll(kol, "kol", "gikt"),
		"measures.yaml": "vikt:\n  namn: kroppsvikt\n  enhet: kg\n",
		"README.md":     "# Om mallarna",
		"_utkast.md":    "inte klar",
	}).FS}
	shipped := folder(map[string]string{"hypertoni.md": whole, "hypertoni.en.md": english, "kol.md": kol, "measures.yaml": measures})
	lib := plan.Open(source.Options{}, shipped, own)

	if got := lib.IDs(); !slices.Equal(got, []string{"gikt", "hypertoni", "kol"}) {
		t.Error(got)
	}
	for id, layer := range map[string]string{"gikt": "egna/plans", "hypertoni": "egna/plans", "kol": "plans"} {
		if d, _ := lib.Definition(id, ""); d.Layer != layer {
			t.Errorf("%s: got %s", id, d.Layer)
		}
	}
	if lib.Written("hypertoni", "en") != "" {
		t.Error("a translation of a template that is no longer used is still there")
	}
	if m, _ := lib.Measure("vikt"); m.Name != "kroppsvikt" {
		t.Errorf("got %q", m.Name)
	}
	if _, ok := lib.Measure("blodtryck-hemma"); !ok {
		t.Error("a measure of the first layer is lost")
	}
	if ps := lib.Check(); len(ps) > 0 {
		t.Error(ps)
	}
}

func TestWholeLibraryIsChecked(t *testing.T) {
	lib := open(map[string]string{
		"gikt.en.md":    english,
		"kol.md":        "---\nid: kol\nnamn: KOL\n",
		"measures.yaml": measures + "langd:\n  namn: längd\n  enhet: cm\n  rimligt: [300, 25]\n",
	})
	want := []string{"föräldralös", "front", "rimligt"}
	if got := told(lib.Check()); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Many workers use one library.
func TestLibraryIsSafeForConcurrentUse(t *testing.T) {
	lib := open(map[string]string{"hypertoni.en.md": english})
	var group sync.WaitGroup
	for i := range 16 {
		group.Go(func() {
			_, ps := lib.Definition("hypertoni", []string{"sv", "en"}[i%2])
			ps.Sort()
			lib.Measure("vikt")
		})
	}
	group.Wait()
}

// However the codes are written, they are those of the whole template.
func TestCodesAreFoundHoweverTheyAreWritten(t *testing.T) {
	for _, written := range []string{
		"icd10: [I10.9, I15]", "icd10:\n  - I10.9\n  - I15", "icd10:\n- I10.9\n- I15 # annat", "icd10: [I10.9,\n  I15]", `"icd10": [I10.9, I15]`, "? icd10\n: [I10.9, I15]",
	} {
		lib := open(map[string]string{"hypertoni.md": strings.Replace(whole, "icd10: [I10.9]", written, 1)})
		if got, want := lib.Codes("hypertoni"), []string{"I10.9", "I15"}; !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", written, got, want)
		}
	}
}
