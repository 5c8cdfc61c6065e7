package careplan_test

import (
	"slices"
	"strings"
	"testing"
)

func TestCollisionsAreSettledByTheClinician(t *testing.T) {
	const tablets = "\njag_gör: [{från: smarta/tabletter}]"
	for _, c := range []struct {
		name, keys string
		want       []string
	}{
		// krockar with another template
		{"raden är inte vald", "diagnoser: [smarta, hjarta]", nil},
		{"den andra diagnosen finns inte", "diagnoser: [smarta]" + tablets, nil},
		{"båda finns", "diagnoser: [smarta, hjarta]" + tablets, []string{"krock-rad plan.jag_gör[0].från"}},
		{"raden utelämnas", "diagnoser: [smarta, hjarta]\nutelämna: [smarta/tabletter]", nil},
		{"raden behålls", "diagnoser: [smarta, hjarta]" + tablets + "\nval: {tabletter-hjarta: behåll}", nil},
		{"val med ett annat ord", "diagnoser: [smarta, hjarta]" + tablets + "\nval: {tabletter-hjarta: ja}",
			[]string{"krock-rad plan.jag_gör[0].från", "!val-svar plan.val.tabletter-hjarta"}},
		// krockar with a diagnosis of the journal
		{"diagnoskod i granskningen", "diagnoser: [smarta]" + tablets + "\n|granskning: {diagnoser: [I10.9, N18.3], steg2: ja}",
			[]string{"krock-rad plan.jag_gör[0].från"}},
		{"diagnoskod utan punkt", "diagnoser: [smarta]" + tablets + "\n|granskning: {diagnoser: [N183], steg2: ja}",
			[]string{"krock-rad plan.jag_gör[0].från"}},
		{"diagnoskod, raden behålls", "diagnoser: [smarta]" + tablets + "\nval: {tabletter-njure: behåll}\n|granskning: {diagnoser: [N18.3], steg2: ja}", nil},
		{"annan diagnoskod", "diagnoser: [smarta]" + tablets + "\n|granskning: {diagnoser: [N17], steg2: ja}", nil},
		// krockar with another template's diagnosis, which only the journal has
		{"den andra mallens kod i granskningen", "diagnoser: [smarta]" + tablets + "\n|granskning: {diagnoser: [I50.9], steg2: ja}",
			[]string{"krock-rad plan.jag_gör[0].från"}},
		{"den andra mallens kod, raden är inte vald", "diagnoser: [smarta]\n|granskning: {diagnoser: [I50.9], steg2: ja}", nil},
		{"den andra mallens kod, raden behålls", "diagnoser: [smarta]" + tablets + "\nval: {tabletter-hjarta: behåll}\n|granskning: {diagnoser: [I50.9], steg2: ja}", nil},
		{"koden är mallens egen", "diagnoser: [smarta]" + tablets + "\n|granskning: {diagnoser: [R52.2], steg2: ja}", nil},
		{"båda mallarna och koden är en krock", "diagnoser: [smarta, hjarta]" + tablets + "\n|granskning: {diagnoser: [I50.9], steg2: ja}",
			[]string{"krock-rad plan.jag_gör[0].från"}},
		{"inte_när av den andra mallens kod", "diagnoser: [smarta]\n|granskning: {diagnoser: [J44.1], steg2: ja}", []string{"inte-när plan.diagnoser[0]"}},
		{"krock utan rader gäller alltid", "diagnoser: [smarta]\n|granskning: {diagnoser: [Z33.9], steg2: ja}",
			[]string{"krock plan.diagnoser[0]"}},
		{"krock utan rader behålls", "diagnoser: [smarta]\nval: {gravid: behåll}\n|granskning: {diagnoser: [Z33.9], steg2: ja}", nil},
		// inte_när
		{"mallen ska inte användas med en annan", "diagnoser: [smarta, lunga]", []string{"inte-när plan.diagnoser[1]"}},
		{"båda mallarna behålls", "diagnoser: [smarta, lunga]\nval: {bara-hjarta: behåll}", nil},
		// two targets
		{"två målvärden som ingen rad använder", "diagnoser: [smarta, hjarta]", nil},
		{"två målvärden", "diagnoser: [smarta, hjarta]\nmål: [{mått: vikt}]\negenmätning: [{mått: vikt}]",
			[]string{"två-målvärden plan.mål[0].mått"}},
		{"ett mål avgör", "diagnoser: [smarta, hjarta]\nmål: [{mått: vikt, målvärde: 78 kg}]\negenmätning: [{mått: vikt, hur_ofta: varje dag}]", nil},
		{"egenmätningens eget målvärde räcker för raden", "diagnoser: [smarta, hjarta]\negenmätning: [{mått: vikt, målvärde: 78 kg, hur_ofta: varje dag}]", nil},
		{"mallarna mäter olika ofta", "diagnoser: [smarta, hjarta]\negenmätning: [{mått: vikt, målvärde: 78 kg}]", []string{"två-hur-ofta plan.egenmätning[0].mått"}},
		{"val avgör också hur ofta", "diagnoser: [smarta, hjarta]\negenmätning: [{mått: vikt}]\nval: {vikt: hjarta}", nil},
		// lines that begin with the same sentence
		{"raderna börjar likadant", "diagnoser: [smarta, fot]\njag_gör: [{från: smarta/rorelse}, {från: fot/fot-rorelse}]", []string{"!lika-rader plan.jag_gör[1].från"}},
		{"den ena har en egen text", "diagnoser: [smarta, fot]\njag_gör: [{från: smarta/rorelse}, {från: fot/fot-rorelse, text: Du tränar foten.}]", nil},
		{"två egna rader", "diagnoser: [smarta]\njag_gör: [{text: Du rör dig.}, {text: Du rör dig. Mycket.}]", nil},
		{"val avgör", "diagnoser: [smarta, hjarta]\nmål: [{mått: vikt}]\nval: {vikt: hjarta}", nil},
		{"val av en mall som inte är med", "diagnoser: [smarta, hjarta]\nmål: [{mått: vikt}]\nval: {vikt: lunga}",
			[]string{"two", "!val-svar plan.val.vikt"}},
		// a val that settles nothing
		{"val utan krock", "diagnoser: [smarta]\nval: {tabletter-hjarta: behåll}", []string{"!val-utan-krock plan.val.tabletter-hjarta"}},
		{"val för raden som utelämnats", "diagnoser: [smarta, hjarta]\nutelämna: [smarta/tabletter]\nval: {tabletter-hjarta: behåll}",
			[]string{"!val-utan-krock plan.val.tabletter-hjarta"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			keys, more, _ := strings.Cut(c.keys, "\n|")
			_, ps := applyReview(t, library(map[string]string{"fot.md": fot}), "version: 1\npatient: {id: EX-001}\n"+more+"\nplan:\n"+indent(keys))
			want := slices.Clone(c.want)
			if i := slices.Index(want, "two"); i >= 0 {
				want[i] = "två-målvärden plan.mål[0].mått"
			}
			if !slices.Equal(told(ps), want) {
				t.Errorf("got %v\nwant %v", told(ps), want)
			}
		})
	}
}

func TestValChoosesTheTargetAndHowOften(t *testing.T) {
	p, ps := apply(t, "diagnoser: [smarta, hjarta]\nmål: [{mått: vikt}]\negenmätning: [{mått: vikt}]\nval: {vikt: hjarta}")
	want := []string{"mål: vikt samma som förra veckan", "mät: vikt varje dag, samma som förra veckan"}
	if got := says(p); len(ps) > 0 || !slices.Equal(got, want) {
		t.Errorf("got %q %v", got, ps)
	}
}

// The message names both templates and what to write.
func TestCollisionsSayWhatToWrite(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"diagnoser: [smarta, hjarta]\njag_gör: [{från: smarta/tabletter}]",
			`granskning/EX-001.yaml:5:20: mallen smarta krockar med hjarta: Tabletter kan försämra hjärtat
    tips: ta bort raden och skriv i plan: utelämna: [smarta/tabletter], eller behåll den med val: {tabletter-hjarta: behåll}`},
		{"diagnoser: [smarta, hjarta]\negenmätning: [{mått: vikt}]",
			`granskning/EX-001.yaml:5:24: mallarna smarta och hjarta ger måttet vikt olika målvärden: «under 80 kg» och «samma som förra veckan»
    tips: skriv ett målvärde i mål, eller skriv i plan: val: {vikt: smarta} eller val: {vikt: hjarta}`},
		{"diagnoser: [lunga, smarta]",
			`granskning/EX-001.yaml:4:15: mallen smarta passar inte ihop med lunga: Smärtan kommer från hjärtat
    tips: använd den ena mallen, eller skriv i plan: val: {bara-hjarta: behåll}`},
		{"diagnoser: [smarta]\nval: {vigt: smarta, tabeltter-hjarta: behåll}\njag_gör: [{från: smarta/tabletter}]",
			`granskning/EX-001.yaml:5:15: varning: val «vigt» avgör ingenting: det finns ingen sådan krock i planen
    tips: ta bort raden
granskning/EX-001.yaml:5:41: varning: val «tabeltter-hjarta» avgör ingenting: det finns ingen sådan krock i planen
    tips: ta bort raden`},
		{"diagnoser: [smarta]\njag_gör: [{från: smarta/tabletter}]\n|granskning: {diagnoser: [I50.9], steg2: ja}\n",
			`granskning/EX-001.yaml:6:20: mallen smarta krockar med hjarta (I50.9 i granskning.diagnoser): Tabletter kan försämra hjärtat
    tips: ta bort raden och skriv i plan: utelämna: [smarta/tabletter], eller behåll den med val: {tabletter-hjarta: behåll}`},
	} {
		keys, more, _ := strings.Cut(c.keys, "|")
		_, ps := applyReview(t, library(nil), "version: 1\npatient: {id: EX-001}\n"+more+"plan:\n"+indent(keys))
		if got := ps.Error(); got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
	}
}

func TestTwoTranslatorsWordsAreNoCollision(t *testing.T) {
	const review = "version: 1\npatient: {id: EX-001, språk: en}\nplan:\n  diagnoser: [smarta, hjarta]\n  mål: [{mått: vikt}]\n"
	english := func(id, target string) string {
		return "---\nid: " + id + "\nspråk: en\nversion: 1.0.0\nnamn: " + id + "\nmått:\n  - {mått: vikt, målvärde: " + target + "}\n---\n"
	}
	translated := map[string]string{"smarta.en.md": english("smarta", "below 80 kg"), "hjarta.en.md": english("hjarta", "under 80 kg")}
	if _, ps := applyReview(t, library(translated), review); !slices.Contains(told(ps), "två-målvärden plan.mål[0].mått") {
		t.Error("the Swedish targets differ, and nobody is told")
	}
	translated["hjarta.md"] = strings.Replace(hjarta, "samma som förra veckan", "under 80 kg", 1)
	p, ps := applyReview(t, library(translated), review)
	if slices.Contains(told(ps), "två-målvärden plan.mål[0].mått") {
		t.Error("the Swedish targets are the same, and the words of two translators collide")
	}
	if got := p.Goals[0].Target; got != "below 80 kg" {
		t.Errorf("target %q, want the first diagnosis's words", got)
	}
}
