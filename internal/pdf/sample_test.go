package pdf

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"kontrakt/fonts"
	"kontrakt/internal/doc"
)

// loadFonts gives the faces that the program prints with.
func loadFonts(t testing.TB) *Fonts {
	t.Helper()
	f, err := LoadFonts(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func printer(t testing.TB) *Printer { return NewPrinter(loadFonts(t)) }

func p(s string) []doc.Inline { return []doc.Inline{doc.Plain(s)} }

// toFile prints a document.
func toFile(pr *Printer, d *doc.Document, o Options) ([]byte, error) {
	var out bytes.Buffer
	err := pr.Print(&out, d, o)
	return out.Bytes(), err
}

func bold(s string) []doc.Inline { return []doc.Inline{doc.Strong(s)} }

func h2(s string) *doc.Heading { return &doc.Heading{Level: 2, Text: p(s)} }

func para(s string) *doc.Paragraph { return &doc.Paragraph{Text: p(s)} }

func lines(ss ...string) (ls [][]doc.Inline) {
	for _, s := range ss {
		ls = append(ls, p(s))
	}
	return ls
}

func points(ss ...string) *doc.List {
	l := &doc.List{Kind: doc.Bullets}
	for _, s := range ss {
		l.Items = append(l.Items, doc.Item{Lines: lines(strings.Split(s, "|")...)})
	}
	return l
}

func actions(ss ...string) *doc.List {
	l := points(ss...)
	l.Kind = doc.Actions
	return l
}

// rows takes "label|bold|line|line|>aside".
func rows(ss ...string) *doc.List {
	l := &doc.List{Kind: doc.Rows}
	for _, s := range ss {
		parts := strings.Split(s, "|")
		it := doc.Item{Lines: [][]doc.Inline{bold(parts[1])}}
		if parts[0] != "" {
			it.Label = p(parts[0])
		}
		for _, x := range parts[2:] {
			if aside, ok := strings.CutPrefix(x, ">"); ok {
				it.Aside = p(aside)
			} else {
				it.Lines = append(it.Lines, p(x))
			}
		}
		l.Items = append(l.Items, it)
	}
	return l
}

func terms(pairs ...string) *doc.List {
	l := &doc.List{Kind: doc.Terms}
	for i := 0; i < len(pairs); i += 2 {
		l.Items = append(l.Items, doc.Item{Label: p(pairs[i]), Lines: lines(pairs[i+1])})
	}
	return l
}

func zone(weight int, label string, under []string, reasons ...string) *doc.Box {
	return &doc.Box{Style: doc.Zone, Weight: weight, Level: 3, Label: p(label), Under: lines(under...), Content: []doc.Block{points(reasons...)}}
}

// qr stands for a QR code: a chequered square.
func qr() *doc.Figure {
	f := &doc.Figure{Alt: "QR-kod till bokningen på 1177.se", Width: 62, Height: 62, Beside: true}
	const n = 29
	for y := range n {
		for x := range n {
			if (x*7+y*3+x*y)%3 == 0 {
				f.Shapes = append(f.Shapes, doc.Shape{X: float64(x) / n, Y: float64(y) / n, W: 1.0 / n, H: 1.0 / n})
			}
		}
	}
	return f
}

// sample is a whole contract, with every kind of block.
func sample() *doc.Document {
	return &doc.Document{
		Title: "Individuell plan för dig som har långvarig smärta och högt blodtryck", Lang: "sv",
		Subject: "Individuell plan", Date: "2025-09-15", Producer: "kontrakt 1",
		Foot: doc.Foot{Left: p("Anna Exempel · EX-001 · Individuell plan, utgåva 1"), Right: p("Gäller till 15 mars 2026"), Page: "Sida {sida} av {antal}"},
		Content: []doc.Block{
			&doc.Paragraph{Style: doc.Letter, Text: []doc.Inline{doc.Strong("Exempelby vårdcentral"), doc.Plain("\u00a0\u00a0 Region Exempel")}, Aside: p("Telefon 036-000 00 00")},
			&doc.Heading{Level: 1, Label: p("Individuell plan"), Text: p("för dig som har långvarig smärta och högt blodtryck")},
			terms("Namn", "Anna Exempel", "Personnummer", "19600412-9802", "Plan-id", "EX-001", "Gjord", "15 sept. 2025", "Gäller till", "15 mars 2026"),
			&doc.Box{Style: doc.NextStep, Level: 2, Label: p("Ditt nästa steg"), Content: []doc.Block{
				&doc.Paragraph{Style: doc.Lead, Text: p("Måndag 29 september kl. 10.00")},
				para("Första träffen i smärtskolan hos fysioterapeut Bo Exempel. Rehab, plan 2."),
			}},
			h2("Viktigt för dig"), &doc.Paragraph{Style: doc.Own, Text: p("Att kunna gå till affären själv igen.")},
			h2("Vår överens\u00adkommelse"), para("Vi provar smärtskolan och ses igen om sex veckor. Du börjar lugnt med rörelse varje dag. Vi ändrar inga läkemedel nu."),
			&doc.Pair{
				Left: doc.Column{Head: doc.Heading{Level: 3, Text: p("Jag gör")}, List: actions(
					"Jag går en promenad på 10 minuter|Varje dag efter lunch.|Om det regnar, så går jag i trapphuset.|Så säker är jag: 8 av 10.",
					"Jag mäter blodtrycket hemma|Morgon och kväll, sju dagar före besöket.|Egenvård, bedömd av Dr Cecilia Exempel 15\u00a0september\u00a02025.",
					"Jag vilar innan jag blir slut|Två korta stunder varje dag.")},
				Right: doc.Column{Head: doc.Heading{Level: 3, Text: p("Vården gör")}, List: actions(
					"Vi gör en smärtanalys|Läkare, vid nästa besök.", "Vi ger dig smärtskola i grupp|Fysioterapeut, sex träffar i höst.",
					"Vi kontrollerar blodtryck och prover|Sjuksköterska, i oktober.")},
			},
			h2("Mål"), points("Gå 20 minuter varje dag, senast 1\u00a0december\u00a02025.|Så viktigt är det för mig: 9 av 10.", "Blodtryck under 140/90, senast 15\u00a0januari\u00a02026."),
			h2("Kommande kontakter"), rows("29 sept. 2025\nkl. 10.00|Smärtskola|Bo Exempel, fysioterapeut. Tiden är bokad.", "27 okt. 2025\nkl. 09.30|Återbesök|Dr Cecilia Exempel. Tiden är bokad.", "Om tre månader|Telefonuppföljning|Sjuksköterska. Vi ringer dig."),
			h2("Remisser"), rows("16 sept. 2025\nskickad|Smärtskolan|Biopsykosocial smärtbehandling."),
			h2("Dina kontakter i vården"), rows("|Dr Cecilia Exempel|Fast läkarkontakt.|>036-000 00 01", "|Dan Exempel|Vårdsamordnare. Samordnar rehab.|>036-000 00 02"),
			h2("När du ska söka vård"),
			zone(1, "1\u00a0 Kontakta oss", []string{"036-000\u00a000\u00a000"}, "Blodtrycket ligger över målet en hel vecka.", "Smärtan blir värre eller ändrar sig.", "Du får biverkningar av tabletterna."),
			zone(2, "2\u00a0 Ring samma dag", []string{"Oss, eller 1177 när vi har stängt"}, "Blodtrycket är 180/110 eller högre flera gånger.", "Du får feber och värk i ryggen."),
			zone(3, "3\u00a0 Ring 112", nil, "Ansiktet hänger, en arm är svag eller talet är otydligt.", "Du får ont eller tryck i bröstet som inte går över.", "Du får svårt att andas."),
			h2("Om långvarig smärta"), para("Smärta som har varat i mer än tre månader kallas långvarig. Då reagerar nervsystemet ofta starkare än förut. Det betyder inte att något går sönder i kroppen. Rörelse, sömn och lagom tempo hjälper nervsystemet att lugna sig."),
			h2("Om högt blodtryck"), para("Högt blodtryck känns oftast inte. Därför behöver trycket mätas. Hemma går gränsen vid 135/85 i genomsnitt."),
			&doc.Table{Columns: []doc.TableColumn{{Weight: 2}, {Weight: 1, Right: true}, {Weight: 1, Right: true}}, Head: [][]doc.Cell{{{Text: p("Mätning")}, {Text: p("Övre")}, {Text: p("Undre")}}},
				Rows: [][]doc.Cell{{{Text: p("Hemma"), Header: true}, {Text: p("135")}, {Text: p("85")}}, {{Text: p("Mottagning"), Header: true}, {Text: p("140")}, {Text: p("90")}}}},
			h2("Boka, av\u00adboka och fråga"), &doc.Paragraph{Text: []doc.Inline{doc.Plain("Ring oss på 036-000\u00a000\u00a000, måndag–fredag kl.\u00a08–17. Eller logga in på "), &doc.Link{Text: "1177.se", URL: "https://www.1177.se/"}, doc.Plain(" och välj Exempelby vårdcentral.")}}, qr(),
			h2("Vi har gått igenom planen tillsammans"), para("15 september 2025: Anna Exempel, make och Dr Cecilia Exempel. Dan Exempel följer upp planen med dig den 1 mars 2026."),
			&doc.Blank{Labels: lines("Anna Exempel", "Dr Cecilia Exempel"), Alt: "Underskrift"},
			h2("Om det här pappret"), para("Planen är vår gemensamma överenskommelse. Den är inte juridiskt bindande och ändrar inte din rätt till vård. Du kan alltid söka vård."),
			&doc.Box{Style: doc.Note, Content: []doc.Block{para("Utkast: texterna om långvarig smärta och högt blodtryck är inte granskade av legitimerad personal.")}},
		},
		Files: []doc.File{{Name: "plan.yaml", MIME: "application/yaml", Description: "Planen som data", Data: []byte("version: 1\n")}},
	}
}

func TestSampleIsPrinted(t *testing.T) {
	pr := printer(t)
	for _, o := range []Options{{}, {Style: Large}, {Archive: true}} {
		out, err := toFile(pr, sample(), o)
		if err != nil {
			t.Fatal(err)
		}
		if dir := os.Getenv("PDF_OUT"); dir != "" {
			name := dir + "/sample" + map[bool]string{true: "-arkiv"}[o.Archive] + map[Style]string{Large: "-stor"}[o.Style] + ".pdf"
			if err := os.WriteFile(name, out, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
