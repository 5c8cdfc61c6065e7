package pdf

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"kontrakt/internal/chart"
	"kontrakt/internal/doc"
)

// cells takes "# head | text | text": a row of a table.
func cells(row string) []doc.Cell {
	var all []doc.Cell
	for _, s := range strings.Split(row, "|") {
		s, head := strings.CutPrefix(strings.TrimSpace(s), "# ")
		c := doc.Cell{Header: head}
		if s != "" {
			c.Text = p(s)
		}
		all = append(all, c)
	}
	return all
}

func tableRows(rows ...string) (all [][]doc.Cell) {
	for _, r := range rows {
		all = append(all, cells(r))
	}
	return all
}

// columns takes widths; those below zero are set to the right.
func columns(widths ...float64) (all []doc.TableColumn) {
	for _, w := range widths {
		all = append(all, doc.TableColumn{Weight: max(w, -w), Right: w < 0})
	}
	return all
}

func pictured(t *doc.Table, row, column int, alt string, strips ...doc.Drawing) {
	t.Rows[row][column] = doc.Cell{Rows: len(strips), Picture: &doc.Picture{Alt: alt, Strips: strips}}
}

func remark(s string) *doc.Paragraph { return &doc.Paragraph{Style: doc.Remark, Text: p(s)} }

// contacts is a table with bars, a spanner and a total.
func contacts() *doc.Table {
	t := &doc.Table{
		Caption:   p("Figur 2. Sjuksköterska, sjukgymnast och läkare stod för 81 % av kontakterna"),
		Subtitle:  p("Kontakter under 2024 per yrkeskategori, alla kontakttyper. n = 75 patienter."),
		Continued: p("Figur 2 (forts.)"),
		Columns:   columns(188, -42, 94, -42, -36, -43, -38),
		Head:      tableRows("Yrkeskategori|Kontakter||Andel, %|Alla 75|Minst en kontakt|", "||||per patient|patienter|per patient"),
		Rows: tableRows("# Sjuksköterska|1 042||35,1|13,9|67|15,6", "# Sjukgymnast|735||24,7|9,8|62|11,9", "# Läkare|617||20,8|8,2|59|10,5", "# Undersköterska|173||5,8|2,3|32|5,4",
			"# Fysioterapeut|135||4,5|1,8|21|6,4", "# Arbetsterapeut|127||4,3|1,7|21|6,0", "# Kurator|62||2,1|0,8|21|3,0", "# Psykolog|58||2,0|0,8|20|2,9", "# Fotvårdsspecialist|23||0,8|0,3|12|1,9"),
		Foot:  tableRows("# Alla kontakter|2 972||100|39,6|75|39,6"),
		Notes: []doc.Block{remark("Sjukgymnast och fysioterapeut är två titlar för samma yrke: tillsammans 870 kontakter (29,3 %) hos 62 patienter. 16 av 75 hade ingen kontakt med läkare.")},
	}
	for c := range 4 {
		t.Head[0][c].Rows = 2
	}
	t.Head[0][5].Columns = 2
	var strips []doc.Drawing
	for _, n := range []float64{1042, 735, 617, 173, 135, 127, 62, 58, 23} {
		strips = append(strips, chart.Bar(n, 1785, 86, chart.Solid))
	}
	pictured(t, 0, 2, "Liggande staplar, störst först. Sjuksköterska 1 042, Sjukgymnast 735, Läkare 617, Undersköterska 173, Fysioterapeut 135, Arbetsterapeut 127, Kurator 62, Psykolog 58, Fotvårdsspecialist 23. Alla 2 972 kontakter.", strips...)
	return t
}

// facts is a table with bars in frames.
func facts() *doc.Table {
	t := &doc.Table{
		Caption:  p("Figur 4. 20 av 75 hade en journalförd överenskommelse och 36 en fast vårdkontakt"),
		Subtitle: p("Vad journalgranskningen visade. Hela ramen är alla 75, den fyllda delen är ja. n = 75; i steg 2 n = 26."),
		Columns:  columns(188, -42, 94, -42, -36, -43, -38), Head: tableRows("Uppgift i journalen|Ja||Andel, %|Nej|Oklart|Ja i steg 2"),
		Rows: tableRows("# Journalförd överenskommelse|20||27|55|0|7", "# Fast vårdkontakt|36||48|39|0|14", "# Fast läkarkontakt|..||..|..|..|..", "# Samordnad individuell plan (SIP)|7||9|68|0|4"),
		Notes: []doc.Block{remark("Två prickar (..): uppgiften finns inte i granskningen."),
			&doc.Box{Style: doc.Caution, Content: []doc.Block{para("Stämmer inte: delarna är 74, summan 75.")}}},
	}
	pictured(t, 0, 2, "Ifyllda delar av 75. Journalförd överenskommelse 20, fast vårdkontakt 36, SIP 7.", chart.Framed(20, 75, 86), chart.Framed(36, 75, 86), doc.Drawing{}, chart.Framed(7, 75, 86))
	return t
}

// ages is a table with two pictures of squares.
func ages() *doc.Table {
	t := &doc.Table{
		Caption:  p("Figur 5. Åldern går från 14 till 95 år; 33 av 74 är 70 år eller äldre"),
		Subtitle: p("Ålder vid slutet av 2024, kvinnor och män. Varje ruta är en patient. n = 74; för 1 av 75 saknas uppgift."),
		Columns:  columns(70, -52, 118, -36, 118, -44, -45),
		Head:     tableRows("Ålder, år|Kvinnor||Män||Alla|Andel, %"),
		Rows: tableRows("# 10–19|0||1||1|1", "# 20–29|5||4||9|12", "# 30–39|6||3||9|12", "# 40–49|2||3||5|7", "# 50–59|4||2||6|8",
			"# 60–69|6||5||11|15", "# 70–79|5||3||8|11", "# 80–89|6||7||13|18", "# 90–99|9||3||12|16"),
		Foot: tableRows("# Alla|43||31||74|100", "# Medelålder|64,1||60,2||62,5|", "# Medianålder|65,0||64,0||64,5|", "# Yngst–äldst|21–94||14–95||14–95|"),
	}
	pitch := chart.Pitch(9, 110)
	var women, men []doc.Drawing
	for i, n := range []int{0, 5, 6, 2, 4, 6, 5, 6, 9} {
		women = append(women, chart.Squares(n, pitch, 110))
		men = append(men, chart.Squares([]int{1, 4, 3, 3, 2, 5, 3, 7, 3}[i], pitch, 110))
	}
	pictured(t, 0, 2, "Kvinnor per åldersgrupp: 0, 5, 6, 2, 4, 6, 5, 6, 9. Alla 43.", women...)
	pictured(t, 0, 4, "Män per åldersgrupp: 1, 4, 3, 3, 2, 5, 3, 7, 3. Alla 31.", men...)
	return t
}

// answers is a table whose rows stand close in groups, each with its picture.
func answers() *doc.Table {
	t := &doc.Table{
		Caption:  p("Figur 9. Ja på fråga 2, om överenskommelse, ökade från 2 till 15 av 20"),
		Subtitle: p("Svar från de 20 som svarat alla tre gångerna (svarande per gång: 26, 23, 21). Hela stapeln är alla svar."),
		Columns:  columns(158, 38, 154, -32, -47, -33, -21), Close: true,
		Head:  tableRows("Fråga (förkortad)|Tillfälle||Ja|Delvis|Nej|n"),
		Notes: []doc.Block{remark("Figuren visar hur svaren ändrades, inte varför.")},
	}
	for i, f := range []chart.Fill{chart.Solid, chart.Hatched, chart.Hollow} {
		t.Head[0][3+i].Swatch = chart.Swatch(f)
	}
	for q, label := range []string{"1 Fokus på livet, litar på att få hjälp", "2 Överenskommelse: vad jag gör och vad vården gör, och hur vi vet det", "3 Enkla sätt att ta kontakt"} {
		at := len(t.Rows)
		var strips []doc.Drawing
		for i, when := range []string{"Start", "3 mån", "6 mån"} {
			parts := [3]float64{float64(4 + q + 4*i), 6, float64(10 - q - 4*i)}
			t.Rows = append(t.Rows, cells(fmt.Sprintf("|# %s||%g|%g|%g|20", when, parts[0], parts[1], parts[2])))
			strips = append(strips, chart.Stacked(parts, 146))
		}
		t.Rows[at][0] = doc.Cell{Text: p(label), Header: true, Rows: 3}
		pictured(t, at, 2, fmt.Sprintf("Fråga %d, ja, delvis, nej: Start …", q+1), strips...)
	}
	return t
}

// effect is two bars a group, with a caution beside.
func effect() *doc.Split {
	t := &doc.Table{
		Columns: columns(72, 34, 84, -38, -40, -42), Head: tableRows("Grupp|Period||Medel|Median|Minst–mest"),
		Rows:  tableRows("|# före||38,9|37,0|31–57", "|# efter||30,2|29,5|8–61", "|# före||40,3|37,0|30–85", "|# efter||31,1|29,0|4–79"),
		Notes: []doc.Block{remark("24 av 26 har följts i tolv månader. Av de 49 som inte gick vidare följdes 46; 3 är omlistade.")},
	}
	t.Rows[0][0] = doc.Cell{Text: p("Med kontrakt\nn = 24"), Header: true, Rows: 2}
	t.Rows[2][0] = doc.Cell{Text: p("Utan kontrakt\nn = 46"), Header: true, Rows: 2}
	pictured(t, 0, 2, "Med kontrakt, n 24: före 38,9, efter 30,2 kontakter i medel.", chart.Bar(38.9, 40.3, 76, chart.Hollow), chart.Bar(30.2, 40.3, 76, chart.Solid))
	pictured(t, 2, 2, "Utan kontrakt, n 46: före 40,3, efter 31,1 kontakter i medel.", chart.Bar(40.3, 40.3, 76, chart.Hollow), chart.Bar(31.1, 40.3, 76, chart.Solid))
	return &doc.Split{
		Caption:  p("Figur 10. Kontakterna minskade ungefär lika mycket med och utan patientkontrakt"),
		Subtitle: p("Kontakter under tolv månader före och efter planens datum; för dem utan kontrakt granskningens datum."),
		Left:     []doc.Block{t}, Share: 0.66,
		Right: []doc.Block{&doc.Box{Style: doc.Caution, Content: []doc.Block{&doc.Paragraph{Text: append(bold("Läs inte detta som en effekt."),
			doc.Plain(" De som har flest kontakter ett år får i regel färre året efter, också utan insats (regression mot medelvärdet). Färre kontakter är inget mål i sig."))}}}},
	}
}

// flow is how patients went from extract to contract.
func flow(m chart.Measure) *doc.Figure {
	f := chart.Flow("Flöde i fyra steg. 315 patienter i uttaget; 240 gick inte vidare. 75 granskades; 49 gick inte vidare. Alla 26 har ett patientkontrakt.", []chart.Step{
		{Number: "315", Word: "patienter", Text: "i uttaget, 6 504 kontakter under 2024", Left: chart.Leavers{Head: "240 patienter gick inte vidare", Reasons: []chart.Reason{{Text: "Färre än 30 kontakter under 2024"}}}},
		{Number: "75", Word: "patienter", Text: "journalen granskad, 2 972 kontakter", Left: chart.Leavers{Head: "49 patienter gick inte vidare", Reasons: []chart.Reason{
			{Number: "34", Text: "Väl utredd och omhändertagen ur ett biopsykosocialt perspektiv"}, {Number: "6", Text: "Avgränsat hälsoproblem som omhändertagits och fått önskat resultat"},
			{Number: "6", Text: "Har erbjudits insatser utifrån ett biopsykosocialt perspektiv men tackat nej till rekommenderad vård"}, {Number: "3", Text: "Omlistad"}}}},
		{Number: "26", Word: "patienter", Text: "personal som känner patienten rådfrågad"},
		{Number: "26", Word: "patienter", Text: "har ett patientkontrakt: 21 med minst en ny åtgärd, 5 utan vidare åtgärd"},
	}, m)
	f.Caption = p("Figur 1. Av 315 patienter granskades 75, och 26 fick ett patientkontrakt")
	f.Subtitle = p("Antal patienter i varje steg. Till höger står de som inte gick vidare, och varför. n = 315.")
	return f
}

func keyFigures() *doc.List {
	l := &doc.List{Kind: doc.Numbers}
	for _, s := range []string{"75| patienter|med 30 eller fler kontakter 2024|av 315 i uttaget", "39,6| kontakter i medel|per patient; minst 30, mest 85|n = 75, 2 972 kontakter",
		"62,5| år i medelålder|median 64,5 år, från 14 till 95 år|n = 74, uppgift saknas för 1", "26| gick vidare|till konsultation (35 procent)|n = 75"} {
		parts := strings.Split(s, "|")
		l.Items = append(l.Items, doc.Item{Label: []doc.Inline{doc.Strong(parts[0]), doc.Plain(parts[1])}, Lines: lines(parts[2:]...)})
	}
	return l
}

// reportSample is a project report with every kind of picture.
func reportSample(m chart.Measure) *doc.Document {
	return &doc.Document{
		Title: "Projektrapport, Hälsan 2 vårdcentral", Lang: "sv", Subject: "Projektrapport", Date: "2026-10-12", Producer: "kontrakt 1", Read: doc.AsReport,
		Head: doc.Foot{Left: p("Projektrapport, Hälsan 2 vårdcentral"), Right: p("Intern version: små tal är med, lämnas inte ut")},
		Foot: doc.Foot{Left: p("Sammanställd 12 oktober 2026 ur uttag för 2024"), Page: "Sida {sida} av {antal}"},
		Content: []doc.Block{
			&doc.Heading{Level: 1, Text: p("Nära vård med biopsykosociala insatser för högkontaktpatienter")},
			&doc.Paragraph{Style: doc.Byline, Text: p("Projektrapport från Hälsan 2 vårdcentral, Region Jönköpings län. Kontakter under 2024, uppföljning till och med 12 oktober 2026. Vårdcentralen och alla patienter är påhittade.")},
			h2("Nyckeltal"),
			para("Vi granskade journalerna för de 75 patienter som hade 30 eller fler kontakter under 2024. För 26 av dem rådfrågade vi personal som känner patienten, och för 21 av de 26 fann vi minst en ny åtgärd."),
			keyFigures(),
			remark("Kontroll av räkningen: 11 av 11 kontroller stämmer (delar mot summor, procent mot antal, tabell mot tabell)."),
			h2("Från uttag till patientkontrakt"), flow(m),
			&doc.Table{Columns: columns(189, -72, -72, -78, -72), Head: tableRows("Steg|Före steget|Gick vidare|Gick inte vidare|Andel vidare, %"),
				Rows: tableRows("# Urval: 30 eller fler kontakter|315|75|240|24", "# Granskning av journalen|75|26|49|35", "# Patientkontrakt efter konsultation|26|26|0|100")},
			&doc.Heading{Level: 2, Text: p("G. Resultat, steg 1: vilka patienterna är"), Page: true},
			contacts(), facts(), ages(),
			h2("G. Resultat, steg 3: patientkontrakt och uppföljning"),
			&doc.Heading{Level: 3, Text: p("Svar över tid")}, answers(), effect(),
		},
	}
}

// reportLong is a report with more rows, longer words and larger groups than
// a page has room for.
func reportLong(m chart.Measure) *doc.Document {
	d := reportSample(m)
	d.Head.Left = p(strings.Repeat("Projektrapport, en vårdcentral med ett namn utan slut ", 4))
	d.Foot.Left = p(strings.Repeat("Sammanställd ur många uttag ", 8))
	forty, group := many(40), many(70)
	group.Rows[0][0].Rows = 70
	for r := range group.Rows[1:] {
		group.Rows[r+1][0] = doc.Cell{}
	}
	reasons := chart.Leavers{Head: "Många gick inte vidare"}
	for i := range 30 {
		reasons.Reasons = append(reasons.Reasons, chart.Reason{Number: fmt.Sprint(i), Text: strings.Repeat("skäl utan slut ", i)})
	}
	deep := chart.Flow("Många steg.", []chart.Step{{Number: "1", Word: "patient", Left: reasons}, {Number: "0", Word: "patienter", Text: strings.Repeat("ord", 200)}}, m)
	key := &doc.List{Kind: doc.Numbers, Items: []doc.Item{{Label: []doc.Inline{doc.Strong("123 456 789"), doc.Plain(strings.Repeat(" ordsomintetarslut", 5))}}, {Label: p("utan tal")}, {}}}
	d.Content = append(d.Content, h2(strings.Repeat("En rubrik utan slut ", 12)), key, forty, group, deep,
		&doc.Split{Left: []doc.Block{many(30), para(strings.Repeat("Text. ", 300))}, Right: []doc.Block{many(3)}},
		&doc.Table{Columns: columns(1, -1), Rows: tableRows("|")}, &doc.Table{Columns: columns(1), Caption: p("Tom")})
	return d
}

// many is a table of n rows, each with a bar and every other with a long label.
func many(n int) *doc.Table {
	t := &doc.Table{
		Caption: p("Figur 12. Kontakter per enhet"), Subtitle: p("n = 75"), Continued: p("Figur 12 (forts.)"),
		Columns: columns(246, -44, 145, -48), Head: tableRows("Enhet|Kontakter||Andel, %"), Foot: tableRows("# Alla|820||100"),
		Notes: []doc.Block{remark("Enheterna är påhittade.")},
	}
	var strips []doc.Drawing
	for i := range n {
		label := fmt.Sprintf("Enhet %d", i+1)
		if i%2 == 1 {
			label += " " + strings.Repeat("med ett långt namn ", i) + strings.Repeat("utanmellanrum", i)
		}
		t.Rows = append(t.Rows, cells(fmt.Sprintf("# %s|%d||1", label, i)))
		strips = append(strips, chart.Bar(float64(i), float64(n), 137, chart.Solid))
	}
	pictured(t, 0, 2, "Liggande staplar. Alla tal står i tabellen.", strips...)
	return t
}

// reportPages are the lines of every page of a report.
func reportPages(t *testing.T, blocks ...doc.Block) [][]string {
	t.Helper()
	d := &doc.Document{Title: "t", Lang: "sv", Read: doc.AsReport, Content: append([]doc.Block{h2("Del")}, blocks...)}
	l, err := printer(t).setOn(Standard.sheet(d), d)
	if err != nil {
		t.Fatal(err)
	}
	var ps [][]string
	for _, b := range l.pages {
		ps = append(ps, b.texts())
	}
	return ps
}

// Each case fills a page of a report to some points from its end.
func TestWhereAPageOfAReportEnds(t *testing.T) {
	short := func(rows int) *doc.Table {
		t := &doc.Table{Caption: p("Figur 1. Fynd"), Continued: p("Figur 1 (forts.)"), Columns: columns(100, -50), Head: tableRows("Skäl|Antal"), Foot: tableRows("# Alla|9"), Notes: []doc.Block{remark("Not.")}}
		for i := range rows {
			t.Rows = append(t.Rows, cells(fmt.Sprintf("# rad %d|1", i)))
		}
		return t
	}
	for _, c := range []struct {
		name   string
		lines  int // of prose before it
		blocks []doc.Block
		second string // the first lines of page 2
	}{
		{"caption, head and two rows are together", 39, []doc.Block{short(9)}, "Figur 1. Fynd|Skäl|Antal|rad 0"},
		{"a table breaks under its head", 37, []doc.Block{short(9)}, "Figur 1 (forts.)|Skäl|Antal|rad 4"},
		{"the total and the note have a row with them", 33, []doc.Block{short(9)}, "Figur 1 (forts.)|Skäl|Antal|rad 8|1|Alla|9|Not."},
		{"a heading stays with its figure", 39, []doc.Block{&doc.Heading{Level: 3, Text: p("Under")}, short(9)}, "Under|Figur 1. Fynd"},
		{"a group is whole", 36, []doc.Block{answers()}, "Fråga (förkortad)|Tillfälle|Ja|Delvis|Nej|n|2 Överenskommelse"},
		{"a caption stays with its picture", 38, []doc.Block{flow(printer(t).Width)}, "Figur 1. Av 315"},
		{"columns stay together", 39, []doc.Block{effect()}, "Figur 10."},
	} {
		t.Run(c.name, func(t *testing.T) {
			ps := reportPages(t, append([]doc.Block{filler(c.lines)}, c.blocks...)...)
			if len(ps) < 2 || !strings.HasPrefix(strings.Join(ps[1], "|"), c.second) {
				t.Errorf("pages: %q", ps)
			}
		})
	}
}

// What those who listen get of a report: each table with its caption, each
// picture in it once, whatever page its rows stand on, and no word of what is
// seen again on the next page.
func TestTagsOfAReport(t *testing.T) {
	table := &doc.Table{
		Caption: p("Figur 2. Fynd"), Subtitle: p("n = 9"), Continued: p("Figur 2 (forts.)"),
		Columns: columns(100, 40, -50, 90),
		Head:    tableRows("Grupp|Tid|Alla 9|", "||antal|"),
		Rows:    tableRows("# A|# före|5|", "|# efter|4|", "# B|# före|3|", "|# efter|2|"),
		Foot:    tableRows("# Alla||14|"),
		Notes:   []doc.Block{remark("Not.")},
	}
	for _, c := range []int{0, 1, 3} {
		table.Head[0][c].Rows = 2
	}
	table.Rows[0][0].Rows, table.Rows[2][0].Rows = 2, 2
	bar := chart.Bar(1, 2, 80, chart.Solid)
	pictured(table, 0, 3, "5, 4, 3 och 2.", bar, bar, bar, bar)
	d := &doc.Document{Title: "t", Lang: "sv", Read: doc.AsReport, Head: doc.Foot{Left: p("Projektrapport")}, Foot: doc.Foot{Page: "Sida {sida} av {antal}"}, Content: []doc.Block{
		&doc.Heading{Level: 1, Text: p("Rapport")}, &doc.Paragraph{Style: doc.Byline, Text: p("Av oss")},
		h2("Nyckeltal"), &doc.List{Kind: doc.Numbers, Items: keyFigures().Items[:1]},
		h2("Resultat"), filler(27), table,
		&doc.Split{Caption: p("Figur 3"), Left: []doc.Block{para("vänster")}, Right: []doc.Block{&doc.Box{Style: doc.Caution, Content: []doc.Block{para("höger")}}}},
		&doc.Figure{Alt: "ALT", Caption: p("Figur 4"), Drawing: &doc.Drawing{Width: 9, Height: 9, Words: []doc.Words{{Text: "9"}}}},
	}}
	got, err := printer(t).Tags(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got = regexp.MustCompile(`rad 0 .*\n`).ReplaceAllString(got, "…\n")
	want := `Document
  H1 Rapport
  P Av oss
  Sect
    H2 Nyckeltal
    L
      LI
        Lbl 75 patienter
        LBody
          P med 30 eller fler kontakter 2024
          P av 315 i uttaget
  Sect
    H2 Resultat
    P …
    Table
      Caption
        P Figur 2. Fynd
        P n = 9
      THead
        TR
          TH [scope Column] [spans 1×2] Grupp
          TH [scope Column] [spans 1×2] Tid
          TH [scope Column] Alla 9
          TD [spans 1×2]
        TR
          TH [scope Column] antal
      TBody
        TR
          TH [scope Row] [spans 1×2] A
          TH [scope Row] före
          TD 5
          TD [spans 1×4]
            Figure [alt 5, 4, 3 och 2.]
        TR
          TH [scope Row] efter
          TD 4
--- Sida 2 av 2 ---
        TR
          TH [scope Row] [spans 1×2] B
          TH [scope Row] före
          TD 3
        TR
          TH [scope Row] efter
          TD 2
      TFoot
        TR
          TH [scope Row] Alla
          TD
          TD 14
          TD
    P Not.
    Div
      P Figur 3
      P vänster
      Div
        P höger
    P Figur 4
    Figure [alt ALT] 9
`
	if got != want {
		t.Errorf("got:\n%s", got)
	}
}
