package careplan_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kontrakt/internal/careplan"
	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Two small templates that share lines and measures and do not go together.
const smarta = `---
id: smarta
namn: smärta
språk: sv
version: 1.0.0
icd10: [R52]
skriven: 2024-01-01
giltig_till: 2026-01-01
källor:
  - {id: s1, titel: Smärtguiden}
jag_gör:
  - {id: rorelse, text: Du rör dig., när: varje dag, källa: [s1]}
  - {id: tabletter, text: Du tar tabletter., källa: [s1]}
  - {id: rokstopp, text: Du slutar röka., källa: [s1]}
vården_gör:
  - {id: analys, text: Vi gör en analys., vem: läkare, när: nästa besök, källa: [s1]}
kontakter:
  - {id: aterbesok, vad: Återbesök, vem: läkare, när: om tre månader, källa: [s1]}
mått:
  - {mått: vikt, hur_ofta: en gång i veckan, målvärde: under 80 kg, källa: [s1]}
  - {mått: steg, hur_ofta: varje dag, källa: [s1]}
söka_vård:
  kontakta:
    - {id: yrsel, text: Du blir yr., källa: [s1]}
    - {id: feber, text: Du får feber., källa: [s1]}
  idag:
    - {id: somn, text: Du kan inte sova., källa: [s1]}
inte_när:
  - {id: bara-hjarta, text: Smärtan kommer från hjärtat., med: lunga, källa: [s1]}
remisser:
  - {id: skola, till: smärtskola, varför: lära sig mer, källa: [s1]}
krockar:
  - {id: tabletter-hjarta, med: hjarta, rader: [smarta/tabletter], text: Tabletter kan försämra hjärtat., källa: [saknas]}
  - {id: tabletter-njure, icd10: [N18], rader: [smarta/tabletter], text: Tabletter kan försämra njurarna., källa: [saknas]}
  - {id: gravid, icd10: [Z33], rader: [], text: Mallen gäller inte gravida., källa: [saknas]}
patientorganisation:
  - {namn: Smärtförbundet}
---

## Om smärta

Text. [s1]
`

const hjarta = `---
id: hjarta
namn: hjärtsvikt
språk: sv
version: 2.0.0
icd10: [I50, R52.2]
granskad: {av: Dr Cecilia Exempel, datum: 2025-01-01}
giltig_till: 2030-01-01
källor:
  - {id: h1, titel: Hjärtguiden}
jag_gör:
  - {id: rokstopp, text: Du röker inte., källa: [h1]}
  - {id: vag, text: Du väger dig., källa: [h1]}
mått:
  - {mått: vikt, hur_ofta: varje dag, målvärde: samma som förra veckan, källa: [h1]}
söka_vård:
  kontakta:
    - {id: trott, text: du kan inte sova, källa: [h1]}
  idag:
    - {id: andnod, text: Du får svårt att andas., källa: [h1]}
  ring_112:
    - {id: yrsel, text: Du blir yr och svimmar., källa: [h1]}
---

## Om hjärtsvikt

Text.
`

const lunga = "---\nid: lunga\nnamn: KOL\nspråk: sv\nversion: 1.0.0\nicd10: [J44]\n---\n\n## Om KOL\n\nText.\n"

const fot = "---\nid: fot\nnamn: ont i foten\nspråk: sv\nversion: 1.0.0\nicd10: [M79]\njag_gör:\n" +
	"  - {id: fot-rorelse, text: Du rör dig. Du tränar foten., källa: [saknas]}\n---\n\n## Om ont i foten\n\nText.\n"

const smartaEnglish = "---\nid: smarta\nspråk: en\nversion: 1.0.0\nnamn: pain\njag_gör:\n  - {id: rorelse, text: You move.}\n---\n"

const measures = "vikt: {namn: vikt, enhet: kg}\nsteg: {namn: steg, enhet: per dag}\n"

func library(more map[string]string) *plan.Library {
	files := fstest.MapFS{}
	for _, set := range []map[string]string{{"smarta.md": smarta, "hjarta.md": hjarta, "lunga.md": lunga, "smarta.en.md": smartaEnglish, "measures.yaml": measures}, more} {
		for name, text := range set {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return plan.Open(source.Options{}, plan.Layer{Name: "plans", FS: files})
}

// apply reads a plan, written as the keys below plan, and applies it.
func apply(t *testing.T, keys string) (*careplan.CarePlan, source.Problems) {
	t.Helper()
	return applyReview(t, library(nil), "version: 1\npatient: {id: EX-001}\nplan:\n"+indent(keys))
}

func applyReview(t *testing.T, lib *plan.Library, file string) (*careplan.CarePlan, source.Problems) {
	t.Helper()
	return careplan.Apply(lib, nil, read(t, file))
}

func read(t *testing.T, file string) *review.Review {
	t.Helper()
	r, ps := review.Read("granskning/EX-001.yaml", []byte(file), source.Options{})
	for _, p := range ps {
		if p.Rule == "unknown" || r.Plan == nil {
			t.Fatalf("%v in\n%s", p, file)
		}
	}
	return r
}

func indent(keys string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(keys), "\n", "\n  ") + "\n"
}

// told are the rules and paths of problems, a warning with an exclamation mark.
func told(ps source.Problems) []string {
	var all []string
	for _, p := range ps {
		s := p.Rule + " " + p.Path
		if p.Severity == source.Warning {
			s = "!" + s
		}
		all = append(all, s)
	}
	return all
}

// says is a row for each line of the plan, so that tests read as a paper.
func says(p *careplan.CarePlan) []string {
	var all []string
	add := func(format string, args ...any) { all = append(all, strings.TrimSpace(fmt.Sprintf(format, args...))) }
	for _, a := range p.Activities {
		add("%s: %s %s %s", []string{"jag", "vården"}[a.Performer], a.Text, a.Who, a.When)
	}
	for _, r := range p.Referrals {
		add("remiss: %s, %s, %s", r.To, r.Why, r.Status)
	}
	for _, c := range p.Appointments {
		add("kontakt: %s %s %s", c.What, c.Who, c.When)
	}
	for _, g := range p.Goals {
		id := ""
		if g.Measure != nil {
			id = g.Measure.ID
		}
		add("mål: %s%s %s", g.Text, id, g.Target)
	}
	for _, m := range p.Measurements {
		add("mät: %s %s, %s", m.Measure.ID, m.HowOften, m.Target)
	}
	for i, s := range all {
		all[i] = strings.Join(strings.Fields(s), " ")
	}
	return all
}

func TestWhatIsChosenIsPrintedAndNothingElse(t *testing.T) {
	for _, c := range []struct {
		name, keys string
		want       []string
	}{
		{"ingenting valt", `
diagnoser: [smarta, hjarta]`, nil},
		{"från fyller det som raden saknar", `
diagnoser: [smarta]
jag_gör: [{från: smarta/rorelse}]
vården_gör: [{från: smarta/analys}]
remisser: [{från: smarta/skola, status: skickad}]
kontakter: [{från: smarta/aterbesok}]`, []string{
			"jag: Du rör dig. varje dag",
			"vården: Vi gör en analys. läkare nästa besök",
			"remiss: smärtskola, lära sig mer, skickad",
			"kontakt: Återbesök läkare om tre månader",
		}},
		{"varje nyckel bredvid ersätter mallens", `
diagnoser: [smarta]
jag_gör: [{från: smarta/rorelse, text: Jag går ut}]
vården_gör: [{från: smarta/analys, vem: psykolog}]
remisser: [{från: smarta/skola, varför: sömn, status: skickad}]
kontakter: [{från: smarta/aterbesok, när: 2025-10-27 09.30}]`, []string{
			"jag: Jag går ut varje dag",
			"vården: Vi gör en analys. psykolog nästa besök",
			"remiss: smärtskola, sömn, skickad",
			"kontakt: Återbesök läkare 2025-10-27 09.30",
		}},
		{"granskningens ordning gäller", `
diagnoser: [smarta]
jag_gör:
  - {text: Jag fikar}
  - {från: smarta/tabletter}
  - {från: smarta/rorelse}`, []string{"jag: Jag fikar", "jag: Du tar tabletter.", "jag: Du rör dig. varje dag"}},
		{"samma rad i två mallar är en, i den första diagnosens ord", `
diagnoser: [smarta, hjarta]
jag_gör: [{från: hjarta/rokstopp}, {från: hjarta/vag}, {från: smarta/rokstopp}]`, []string{
			"jag: Du slutar röka.", "jag: Du väger dig."}},
		{"diagnosernas ordning avgör orden", `
diagnoser: [hjarta, smarta]
jag_gör: [{från: smarta/rokstopp}]`, []string{"jag: Du röker inte."}},
		{"den rad som säger något eget står kvar", `
diagnoser: [smarta, hjarta]
jag_gör: [{från: smarta/rokstopp}, {från: hjarta/rokstopp, när: till jul}]`, []string{"jag: Du slutar röka. till jul"}},
		{"samma rad med två egna tider är två rader", `
diagnoser: [smarta]
jag_gör: [{från: smarta/rorelse, när: på morgonen}, {från: smarta/rorelse, när: på kvällen}]`, []string{
			"jag: Du rör dig. på morgonen", "jag: Du rör dig. på kvällen"}},
		{"samma remiss två gånger är en när den har kommit lika långt", `
diagnoser: [smarta]
remisser: [{från: smarta/skola, status: skickad}, {från: smarta/skola, status: skickad}, {från: smarta/skola, status: mottagen}]`, []string{
			"remiss: smärtskola, lära sig mer, skickad", "remiss: smärtskola, lära sig mer, mottagen"}},
		{"mål och egenmätning tar det de saknar ur mallen", `
diagnoser: [smarta]
mål: [{mått: vikt}, {text: Dansa igen}, {mått: steg}]
egenmätning: [{mått: vikt}, {mått: steg, hur_ofta: på söndagar, målvärde: 4000}]`, []string{
			"mål: vikt under 80 kg", "mål: Dansa igen", "mål: steg",
			"mät: vikt en gång i veckan, under 80 kg", "mät: steg på söndagar, 4000"}},
		{"egenmätning tar planens eget målvärde före mallens", `
diagnoser: [smarta]
mål: [{mått: vikt, målvärde: under 85 kg}]
egenmätning: [{mått: vikt}]`, []string{"mål: vikt under 85 kg", "mät: vikt en gång i veckan, under 85 kg"}},
		{"samma mått två gånger är ett", `
diagnoser: [smarta]
egenmätning: [{mått: steg}, {mått: steg, dagbok: ja}]`, []string{"mät: steg varje dag,"}},
		{"ett mått som ingen mall har", `
diagnoser: [lunga]
mål: [{mått: vikt}]`, []string{"mål: vikt"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, ps := apply(t, c.keys)
			if len(ps) > 0 {
				t.Fatal(ps)
			}
			if got := says(p); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestSignsToSeekCareComeAlongOnce(t *testing.T) {
	for _, c := range []struct {
		name, keys string
		want       []string
	}{
		{"av varje mall, också om inget är valt", "diagnoser: [smarta]", []string{
			"0 smarta/yrsel Du blir yr.", "0 smarta/feber Du får feber.", "1 smarta/somn Du kan inte sova."}},
		{"samma rad en gång, där den är mest brådskande, i den första diagnosens ord", "diagnoser: [smarta, hjarta]", []string{
			"0 smarta/feber Du får feber.",
			"1 smarta/somn Du kan inte sova.", // the same words as hjarta/trott, which is less urgent
			"1 hjarta/andnod Du får svårt att andas.",
			"2 smarta/yrsel Du blir yr."}},
		{"diagnosernas ordning", "diagnoser: [hjarta, smarta]", []string{
			"0 smarta/feber Du får feber.",
			"1 hjarta/trott du kan inte sova",
			"1 hjarta/andnod Du får svårt att andas.",
			"2 hjarta/yrsel Du blir yr och svimmar."}},
		{"granskningens egna sist", "diagnoser: [smarta]\nsöka_vård: {kontakta: [Du får utslag], idag: [Du får feber], ring_112: [Du svimmar]}", []string{
			"0 smarta/yrsel Du blir yr.", "0  Du får utslag", "1 smarta/feber Du får feber.", "1 smarta/somn Du kan inte sova.", "2  Du svimmar"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, ps := apply(t, c.keys)
			if ps.Errors() > 0 {
				t.Fatal(ps)
			}
			var got []string
			for _, w := range p.Warnings {
				got = append(got, fmt.Sprintf("%d %s %s", w.Urgency, w.From, w.Text))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestSourcesOfASharedLineAreJoined(t *testing.T) {
	p, _ := apply(t, "diagnoser: [smarta, hjarta]\njag_gör: [{från: smarta/rokstopp}]")
	var got []string
	for _, s := range p.Activities[0].Sources {
		got = append(got, s.Title)
	}
	for _, w := range p.Warnings {
		if w.From == "smarta/yrsel" {
			got = append(got, fmt.Sprint(len(w.Sources)))
		}
	}
	if want := []string{"Smärtguiden", "Hjärtguiden", "2"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWhatIsWrongBetweenReviewAndTemplates(t *testing.T) {
	for _, c := range []struct {
		name, keys, want, hint string
	}{
		{"mall som inte finns", "diagnoser: [smarta, hjerta]", "okänd-mall plan.diagnoser[1]", "menade du hjarta?"},
		{"mall med sitt namn", "diagnoser: [Smärta]", "okänd-mall plan.diagnoser[0]", "menade du smarta?"},
		{"rad som inte finns", "diagnoser: [smarta]\njag_gör: [{från: smarta/rörelse}, {från: smarta/rorels}]", "okänd-rad plan.jag_gör[1].från", "menade du smarta/rorelse?"},
		{"rad i fel lista", "diagnoser: [smarta]\njag_gör: [{från: smarta/analys}]", "fel-lista plan.jag_gör[0].från", "flytta den till vården_gör"},
		{"varning som vald", "diagnoser: [smarta]\njag_gör: [{från: smarta/yrsel}]", "fel-lista-varning plan.jag_gör[0].från", "ta bort raden här"},
		{"mått som rad", "diagnoser: [smarta]\nvården_gör: [{från: smarta/vikt}]", "fel-lista-mått plan.vården_gör[0].från", "skriv det som mått i mål eller egenmätning"},
		{"krock som rad", "diagnoser: [smarta]\nkontakter: [{från: smarta/gravid}]", "fel-lista-personal plan.kontakter[0].från", "ta bort från, eller välj en annan rad"},
		{"mått som inte finns", "diagnoser: [smarta]\nmål: [{mått: vigt}]", "okänt-mått plan.mål[0].mått", "menade du vikt?"},
		{"mått som inte finns, i egenmätning", "diagnoser: [smarta]\negenmätning: [{mått: puls}]", "okänt-mått plan.egenmätning[0].mått", "måtten står i measures.yaml bland mallarna"},
		{"varning utelämnad", "diagnoser: [smarta]\nutelämna: [smarta/yrsel]", "utelämna-varning plan.utelämna[0]", "ta bort den ur utelämna"},
		{"krock utelämnad", "diagnoser: [smarta]\nutelämna: [smarta/gravid]", "utelämna-krock plan.utelämna[0]", "skriv i plan: val: {gravid: behåll}"},
		{"okänd rad utelämnad", "diagnoser: [smarta]\nutelämna: [smarta/tablett]", "okänd-rad plan.utelämna[0]", "menade du smarta/tabletter?"},
		{"samma rad vald i en mall och utelämnad i en annan", "diagnoser: [smarta, hjarta]\njag_gör: [{från: smarta/rokstopp}]\nutelämna: [hjarta/rokstopp]", "utelämna-vald plan.utelämna[0]", "ta bort den ena"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ps := apply(t, c.keys)
			if !slices.Equal(told(ps), []string{c.want}) {
				t.Fatalf("got %v, want %s", ps, c.want)
			}
			if ps[0].Hint != c.hint || ps[0].Text == "" || ps[0].Pos.Line == 0 {
				t.Errorf("got %+v, want hint %q", ps[0], c.hint)
			}
		})
	}
}

// What the review itself tells is not told again: a från of another form, of
// a template that is not the plan's, a line both chosen and declined.
func TestWhatTheReviewTellsIsNotToldAgain(t *testing.T) {
	_, ps := apply(t, `
diagnoser: [smarta]
jag_gör: [{från: rorelse}, {från: hjarta/vag}, {från: smarta/}, {från: smarta/rorelse}]
utelämna: [hjarta/vag, rorelse, smarta/rorelse]`)
	if len(ps) > 0 {
		t.Error(ps)
	}
}

// Words that are no id may be about the patient, and are never quoted.
func TestFreeTextIsNotQuoted(t *testing.T) {
	_, ps := apply(t, "diagnoser: [Annas onda rygg]\nmål: [{mått: hennes vikt}]\nval: {Anna: ja, Anna Exempel: nej}")
	if strings.Contains(ps.Error(), "onda") || strings.Contains(ps.Error(), "hennes") || strings.Contains(ps.Error(), "Exempel") {
		t.Error(ps)
	}
}

func TestErrorsOfATemplateAreToldAndNothingElse(t *testing.T) {
	lib := library(map[string]string{"smarta.md": strings.Replace(smarta, "jag_gör:\n", "jag_gor:\n", 1)})
	_, ps := applyReview(t, lib, "version: 1\npatient: {id: EX-001}\nplan: {diagnoser: [smarta], jag_gör: [{från: smarta/rorelse}]}\n")
	if ps.Errors() == 0 {
		t.Fatal("no error")
	}
	for _, p := range ps {
		if p.Pos.File != "plans/smarta.md" {
			t.Error(p)
		}
	}
}
