package render

import (
	"bytes"
	"encoding/xml"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kontrakt/internal/doc"
)

func plain(s string) []doc.Inline { return []doc.Inline{doc.Plain(s)} }

func one(lines ...string) doc.Item {
	it := doc.Item{}
	for _, l := range lines {
		it.Lines = append(it.Lines, plain(l))
	}
	return it
}

// everything is a document with every kind of block, list, paragraph and box.
func everything() *doc.Document {
	row := doc.Item{Label: plain("29 sept. 2025\nkl. 10.00"), Lines: [][]doc.Inline{{doc.Strong("Smärtskola")}, plain("Rehab.")}, Aside: plain("036-000 00 00")}
	goes := one("Jag går.", "Varje dag.")
	goes.Lines = append(goes.Lines, []doc.Inline{doc.Plain("Med "), &doc.Foreign{Words: doc.Strong("nordic walking"), Lang: "en"}, doc.Plain(".")})
	return &doc.Document{
		Title: "Individuell plan EX-001", Lang: "sv", Subject: "Individuell plan, utgåva 1", Producer: "kontrakt",
		Foot: doc.Foot{Left: plain("Anna Exempel"), Right: plain("Gäller till 15 mars 2026"), Page: "Sida {sida} av {antal}"},
		Content: []doc.Block{
			&doc.Paragraph{Style: doc.Letter, Text: []doc.Inline{doc.Strong("Exempelby vårdcentral")}, Aside: []doc.Inline{doc.Plain("Telefon "), &doc.Link{Text: "036-000 00 00", URL: "tel:0360000000"}}},
			&doc.Heading{Level: 1, Label: plain("Individuell plan"), Text: plain("för dig som har artros"), ID: "titel"},
			&doc.List{Kind: doc.Terms, Items: []doc.Item{{Label: plain("Namn"), Lines: [][]doc.Inline{{doc.Strong("Anna Exempel")}}}}},
			&doc.Box{Style: doc.NextStep, Label: plain("Ditt nästa steg"), Level: 2, ID: "steg", Content: []doc.Block{&doc.Paragraph{Style: doc.Lead, Text: plain("Måndag")}}},
			&doc.Heading{Level: 2, Text: plain("Viktigt för dig"), ID: "viktigt"},
			&doc.Paragraph{Style: doc.Own, Text: plain("Att gå själv.\nAtt sova."), Lang: "se"},
			&doc.Pair{
				Left:  doc.Column{Head: doc.Heading{Level: 3, Text: plain("Jag gör"), ID: "gör"}, List: &doc.List{Kind: doc.Actions, Items: []doc.Item{goes}}},
				Right: doc.Column{Head: doc.Heading{Level: 3, Text: plain("Vården gör"), ID: "gör"}, List: &doc.List{Kind: doc.Actions, Items: []doc.Item{one("Vi mäter.")}}},
			},
			&doc.Heading{Level: 2, Text: plain("Listor"), ID: "listor"},
			&doc.List{Kind: doc.Bullets, Items: []doc.Item{one("en"), one("två", "mer")}},
			&doc.List{Kind: doc.Numbered, Items: []doc.Item{one("först")}},
			&doc.List{Kind: doc.Rows, Items: []doc.Item{row, one("utan etikett")}},
			&doc.List{Kind: doc.Rows, Items: []doc.Item{{Lines: [][]doc.Inline{{doc.Strong("Dan Exempel."), doc.Plain(" Fast vårdkontakt.")}}, Aside: plain("036-000 00 02")}}},
			&doc.Figure{Alt: "QR-kod", Width: 62, Height: 62, Shapes: []doc.Shape{{X: 0.25, Y: 0.25, W: 0.5, H: 0.125}}, Beside: true},
			&doc.Figure{Alt: "Logotyp", Width: 60, Height: 20, Picture: []byte("\x89PNG…")},
			&doc.Table{Caption: plain("Mått"), Columns: []doc.TableColumn{{Weight: 2}, {Right: true}}, Head: [][]doc.Cell{{{Text: plain("Mått")}, {Text: plain("Värde")}}}, Rows: [][]doc.Cell{{{Text: plain("puls"), Header: true}, {Text: plain("60")}}}},
			&doc.Heading{Level: 2, Text: plain("När du ska söka vård"), ID: "sök"},
			&doc.Box{Style: doc.Zone, Weight: 3, Level: 3, Label: plain("3 Ring 112"), Under: [][]doc.Inline{plain("genast")}, ID: "zon", Content: []doc.Block{&doc.List{Items: []doc.Item{one("Ont i bröstet.")}}}},
			&doc.Box{Style: doc.Note, Content: []doc.Block{&doc.Paragraph{Text: plain("Utkast")}}},
			&doc.Blank{Labels: [][]doc.Inline{plain("Anna Exempel")}, Alt: "Rad att skriva namn på"},
			&doc.Heading{Level: 2, Text: plain("Siffror"), ID: "siffror"},
			&doc.Paragraph{Style: doc.Byline, Text: plain("Kontakter under 2024")},
			&doc.List{Kind: doc.Numbers, Items: []doc.Item{{Label: []doc.Inline{doc.Strong("75"), doc.Plain(" patienter")}, Lines: [][]doc.Inline{plain("av 315 i uttaget")}}}},
			contacts(),
			&doc.Split{
				Caption: plain("Figur 3"), Subtitle: plain("n = 24"),
				Left:  []doc.Block{drawn()},
				Right: []doc.Block{&doc.Box{Style: doc.Caution, Content: []doc.Block{&doc.Paragraph{Text: plain("Läs inte detta som en effekt.")}}}},
			},
		},
	}
}

// drawn is a figure of a line, an arrow head and a word.
func drawn() *doc.Figure {
	return &doc.Figure{
		Caption: plain("Figur 1. Av 315 patienter granskades 75"), Subtitle: plain("n = 315"), Alt: "Flöde: 315, sedan 75.",
		Drawing: &doc.Drawing{
			Width: 60, Height: 30,
			Areas: []doc.Area{{Points: []doc.Point{{X: 1, Y: 2}, {X: 3, Y: 2}, {X: 2, Y: 4.5}}}, {Ink: doc.Accent, Points: []doc.Point{{X: 5, Y: 5}, {X: 9, Y: 5}, {X: 9, Y: 6}}}},
			Words: []doc.Words{{Text: "315 < 400", X: 50, Y: 12, Width: 40, Size: 10, Bold: true, Right: true}},
		},
	}
}

// contacts is a table with a picture, a head over two columns, a group of
// rows, a total and a note.
func contacts() *doc.Table {
	bar := func(w float64) doc.Drawing {
		return doc.Drawing{Width: 86, Height: 9, Areas: []doc.Area{{Ink: doc.Accent, Points: []doc.Point{{}, {X: w}, {X: w, Y: 9}, {Y: 9}}}}}
	}
	cell := func(s string) doc.Cell { return doc.Cell{Text: plain(s)} }
	swatch := bar(9)
	return &doc.Table{
		Caption: plain("Figur 2. Läkare mot sjuksköterska"), Subtitle: plain("Kontakter under 2024, n = 75"), Continued: plain("Figur 2 (forts.)"),
		Columns: []doc.TableColumn{{Weight: 100}, {Weight: 60}, {Weight: 42, Right: true}, {Weight: 94}, {Weight: 40, Right: true}, {Weight: 40, Right: true}},
		Head: [][]doc.Cell{
			{{Text: plain("Enhet"), Rows: 2}, {Text: plain("Yrke"), Rows: 2}, {Text: plain("Kontakter"), Rows: 2, Swatch: &swatch}, {Rows: 2}, {Text: plain("Minst en kontakt"), Columns: 2}, {}},
			{{}, {}, {}, {}, cell("patienter"), cell("per patient")},
		},
		Rows: [][]doc.Cell{
			{{Text: plain("Hälsan 2"), Header: true, Rows: 2}, {Text: plain("Läkare"), Header: true}, cell("617"), {Rows: 3, Picture: &doc.Picture{Alt: "Läkare 617, okänd, sjuksköterska 1.", Strips: []doc.Drawing{bar(86), {}, bar(1)}}}, cell("59"), cell("10,5")},
			{{}, {Text: plain("Okänd"), Header: true}, cell("x"), {}, cell("x"), cell("x")},
			{{Text: plain("Hälsan 3"), Header: true}, {Text: plain("Sjuksköterska"), Header: true}, cell("1"), {}, cell("1"), cell("1,0")},
		},
		Foot:  [][]doc.Cell{{{Text: plain("Alla kontakter"), Header: true}, {}, cell("618"), {}, cell("59"), cell("10,5")}},
		Notes: []doc.Block{&doc.Paragraph{Style: doc.Remark, Text: plain("x är dolt.")}},
	}
}

func rendered(t *testing.T, f func(io.Writer, *doc.Document) error, d *doc.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := f(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// kinds are the receivers of the methods that close the sets of blocks and
// inlines, as they stand in the document model's source.
func kinds(t *testing.T) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "../doc/doc.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Recv == nil || fn.Name.Name != "block" {
			continue
		}
		if star, ok := fn.Recv.List[0].Type.(*ast.StarExpr); ok {
			all = append(all, "*doc."+star.X.(*ast.Ident).Name)
		}
	}
	return all
}

func TestEveryKindOfBlockIsRendered(t *testing.T) {
	d := everything()
	var have []string
	for _, b := range d.Content {
		have = append(have, reflect.TypeOf(b).String())
	}
	for _, k := range kinds(t) {
		if !slices.Contains(have, k) {
			t.Errorf("everything() has no %s: add one, and a case in each renderer", k)
		}
	}
	var dump bytes.Buffer
	if err := doc.Dump(&dump, d); err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]string{"html": rendered(t, HTML, d), "text": rendered(t, Text, d), "dump": dump.String()} {
		if regexp.MustCompile(`\?(\*?doc\.|\d)`).MatchString(s) {
			t.Errorf("%s does not know a kind:\n%s", name, s)
		}
	}
}

// The page is read as XML once its void elements are closed: an element that
// is left open, or closed in the wrong place, is an error.
func TestPageIsWellFormed(t *testing.T) {
	page := rendered(t, HTML, everything())
	void := regexp.MustCompile(`<(meta|br|img)([^>]*)>`)
	d := xml.NewDecoder(strings.NewReader(void.ReplaceAllString(strings.TrimPrefix(page, "<!DOCTYPE html>"), "<$1$2/>")))
	ids, labels := map[string]bool{}, []string{}
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, page)
		}
		start, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range start.Attr {
			switch a.Name.Local {
			case "id":
				if ids[a.Value] {
					t.Errorf("id %q twice", a.Value)
				}
				ids[a.Value] = true
			case "aria-labelledby":
				labels = append(labels, a.Value)
			}
		}
	}
	for _, l := range labels {
		if !ids[l] {
			t.Errorf("nothing has the id %q", l)
		}
	}
}

func TestPageSaysWhatItIs(t *testing.T) {
	page := rendered(t, HTML, everything())
	for _, want := range []string{
		`<html lang="sv">`,
		"<title>Individuell plan EX-001</title>",
		`<h1 id="titel"><span class="kind">Individuell plan</span> för dig som har artros</h1>`,
		`<section aria-labelledby="viktigt"><h2 id="viktigt">`,
		`<p class="own" lang="se">Att gå själv.<br>Att sova.</p>`,
		`<a href="tel:0360000000">036-000 00 00</a>`,
		`<th scope="col">Mått</th><th scope="col" class="right">Värde</th>`,
		`<th scope="row">puls</th>`,
		`<ol><li>först</li>`,
		`<dt>Namn</dt><dd><strong>Anna Exempel</strong></dd>`,
		`role="img" aria-label="QR-kod"`,
		`<path d="M15.5 15.5h31v7.75h-31z">`,
		`<img alt="Logotyp"`,
		`Sida " counter(page) " av " counter(pages) "`,
	} {
		if !strings.Contains(strings.ReplaceAll(page, "\n", ""), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, outside := range []string{"<script", "http://", "<link", "@import", "url("} {
		if strings.Contains(page, outside) {
			t.Errorf("the page has %s", outside)
		}
	}
}

// What people write is text on the page, wherever it stands.
func TestNothingWrittenBecomesMarkup(t *testing.T) {
	const evil = `</style><script>x()</script>"'<b>&amp;{sida}`
	d := everything()
	d.Title, d.Subject, d.Lang = evil, evil, evil
	d.Foot = doc.Foot{Left: plain(evil), Right: plain(evil), Page: evil}
	d.Content = append(d.Content, &doc.Heading{Level: 2, Text: plain(evil), ID: evil},
		&doc.Paragraph{Text: []doc.Inline{doc.Plain(evil), &doc.Link{Text: evil, URL: "javascript:x()"}, &doc.Link{Text: evil, URL: "https://" + evil}}},
		&doc.Figure{Alt: evil, Width: 1, Height: 1})
	page := rendered(t, HTML, d)
	if n := strings.Count(page, "</style>"); n != 2 {
		t.Errorf("%d ends of style, want 2", n)
	}
	for _, bad := range []string{"<script", "<b>", "javascript:"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
}

func TestTextKeepsToItsWidth(t *testing.T) {
	d := everything()
	long := strings.Repeat("en rad som är lång ", 12)
	d.Content = append(d.Content, &doc.Paragraph{Text: plain(long)},
		&doc.List{Kind: doc.Rows, Items: []doc.Item{{Label: plain(long), Lines: [][]doc.Inline{plain(long)}, Aside: plain("036-000 00 00")}}},
		&doc.List{Kind: doc.Bullets, Items: []doc.Item{one(long, long)}},
		&doc.Box{Style: doc.Note, Content: []doc.Block{&doc.Paragraph{Text: plain(long)}}})
	for _, line := range strings.Split(rendered(t, Text, d), "\n") {
		if n := utf8.RuneCountInString(line); n > standardWidth {
			t.Errorf("%d characters: %s", n, line)
		}
		if line != strings.TrimRight(line, " ") {
			t.Errorf("space at the end of %q", line)
		}
	}
}

func TestTextTellsWhatThePaperShows(t *testing.T) {
	got := rendered(t, Text, everything())
	for _, want := range []string{
		"Individuell plan\nför dig som har artros\n======================\n",
		"Namn:  Anna Exempel\n",
		"Viktigt för dig\n---------------\n",
		"29 sept. 2025     Smärtskola, 036-000 00 00\nkl. 10.00         Rehab.\n",
		"### 3 Ring 112 ###\ngenast\n\n- Ont i bröstet.\n",
		"- två\n  mer\n",
		"Dan Exempel. Fast vårdkontakt. 036-000 00 02\n",
		"1. först\n",
		"puls     60\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the text lacks\n%s\nin\n%s", want, got)
		}
	}
}

func TestADashBetweenNumbersBreaksNoLine(t *testing.T) {
	for in, want := range map[string]string{
		"måndag–fredag 8–17": "måndag–fredag 8–\u206017",
		"4–8–12":             "4–\u20608–\u206012",
		"typ 2-diabetes":     "typ 2-\u2060diabetes",
		"036-000 00 00, D-":  "036-000 00 00, D-",
		"– 3":                "– 3",
		"":                   "",
	} {
		if got := whole(in); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
}

func TestWrapKeepsNoBreakSpacesAndLongWords(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"", []string{""}},
		{"ett två tre", []string{"ett två", "tre"}},
		{"på 036-000\u00a000\u00a000", []string{"på", "036-000\u00a000\u00a000"}},
		{"a\nb", []string{"a", "b"}},
		{"ö öööööööööööö", []string{"ö", "öööööööööööö"}},
	}
	for _, tt := range tests {
		if got := wrap(tt.in, 8); !slices.Equal(got, tt.want) {
			t.Errorf("wrap(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestAWriterThatFailsIsTold(t *testing.T) {
	broken := errors.New("full")
	for _, f := range []func(io.Writer, *doc.Document) error{HTML, Text, doc.Dump} {
		if err := f(failing{broken}, everything()); !errors.Is(err, broken) {
			t.Errorf("error %v, want %v", err, broken)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func BenchmarkHTML(b *testing.B) {
	d := everything()
	for b.Loop() {
		if err := HTML(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
}
