package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"testing"

	"kontrakt/internal/doc"
)

// What those who listen get: every part with its heading, the label of a
// frame first, one column of a pair wholly before the other.
func TestTagsTellTheStructure(t *testing.T) {
	d := &doc.Document{Title: "t", Lang: "sv", Foot: doc.Foot{Page: "Sida {sida} av {antal}"}, Content: []doc.Block{
		&doc.Heading{Level: 1, Label: p("Individuell plan"), Text: p("för dig")},
		terms("Namn", "Anna Exempel"),
		&doc.Box{Style: doc.NextStep, Level: 2, Label: p("Nästa steg"), Content: []doc.Block{&doc.Paragraph{Style: doc.Lead, Text: p("I morgon")}}},
		h2("Vår överens\u00adkommelse"), para("Vi ses."),
		&doc.Pair{
			Left:  doc.Column{Head: doc.Heading{Level: 3, Text: p("Jag gör")}, List: actions("Jag går|varje dag", "Jag vilar")},
			Right: doc.Column{Head: doc.Heading{Level: 3, Text: p("Vården gör")}, List: actions("Vi ringer")},
		},
		h2("Sök vård"), zone(1, "1 Kontakta oss", []string{"036-000 00 00"}, "Feber."),
		h2("Mer"), &doc.Paragraph{Lang: "en", Text: []doc.Inline{doc.Plain("See "), &doc.Link{Text: "1177.se", URL: "https://www.1177.se/"}, doc.Plain(".")}},
		&doc.Table{Columns: make([]doc.TableColumn, 2), Head: [][]doc.Cell{{{Text: p("Dag")}, {Text: p("Puls")}}}, Rows: [][]doc.Cell{{{Text: p("måndag"), Header: true}, {Text: p("70")}}}},
		qr(),
		h2("Lång"), filler(perPage),
		h2("Underskrift"), &doc.Blank{Labels: lines("Anna Exempel"), Alt: "Skriv under"},
	}}
	got, err := printer(t).Tags(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got = regexp.MustCompile(`rad 0 .*\n`).ReplaceAllString(got, "…\n")
	want := `Document
  H1 Individuell plan för dig
  L
    LI
      Lbl Namn
      LBody Anna Exempel
  Sect
    H2 Nästa steg
    P I morgon
  Sect
    H2 Vår överenskommelse
    P Vi ses.
    H3 Jag gör
    L
      LI
        LBody
          P Jag går
          P varje dag
      LI
        LBody Jag vilar
    H3 Vården gör
    L
      LI
        LBody Vi ringer
  Sect
    H2 Sök vård
    Sect
      H3 1 Kontakta oss
      P 036-000 00 00
      L [numbering Disc]
        LI
          Lbl •
          LBody Feber.
  Sect
    H2 Mer
    P [lang en] See .
      Link [url https://www.1177.se/] 1177.se
    Table
      THead
        TR
          TH [scope Column] Dag
          TH [scope Column] Puls
      TBody
        TR
          TH [scope Row] måndag
          TD 70
    Figure [alt QR-kod till bokningen på 1177.se]
  Sect
    H2 Lång
    P …
--- Sida 2 av 2 ---
  Sect
    H2 Underskrift
    P [alt Skriv under: Anna Exempel] Anna Exempel
`
	if got != want {
		t.Errorf("got:\n%s", got)
	}
}

// The ID is made of the whole file, so that any change shows.
func TestIDIsTheSumOfTheFile(t *testing.T) {
	file := printed(t, sample())
	id := regexp.MustCompile(`/ID\[<([0-9a-f]{64})><([0-9a-f]{64})>\]`).FindSubmatch(file)
	if id == nil || !bytes.Equal(id[1], id[2]) {
		t.Fatal("no ID")
	}
	sum := sha256.Sum256(bytes.ReplaceAll(file, id[1], []byte(strings.Repeat("0", 64))))
	if got := hex.EncodeToString(sum[:]); got != string(id[1]) {
		t.Errorf("ID %s, sum %s", id[1], got)
	}
}

func TestEveryPartHasABookmark(t *testing.T) {
	l, err := printer(t).layOut(sample(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range printer(t).paint(l, false).bookmarks {
		got = append(got, b.text)
	}
	want := "Ditt nästa steg|Viktigt för dig|Vår överenskommelse|Mål|Kommande kontakter|Remisser|Dina kontakter i vården|När du ska söka vård|" +
		"Om långvarig smärta|Om högt blodtryck|Boka, avboka och fråga|Vi har gått igenom planen tillsammans|Om det här pappret"
	if strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
}
