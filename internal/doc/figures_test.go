package doc_test

import (
	"reflect"
	"strings"
	"testing"

	"kontrakt/internal/doc"
)

func TestCovered(t *testing.T) {
	rows := [][]doc.Cell{
		{{Columns: 2}, {}, {Rows: 3}},
		{{Rows: 9}, {}, {}},
		{{}, {Columns: 9}, {}},
	}
	want := [][]bool{{false, true, false}, {false, false, true}, {true, false, true}}
	if got := doc.Covered(rows); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
}

// What a report shows is told in the dump by its words and its numbers, not
// by its geometry.
func TestDumpOfAReport(t *testing.T) {
	bar := doc.Drawing{Width: 80, Height: 9, Areas: []doc.Area{{Ink: doc.Accent}}}
	d := &doc.Document{
		Title: "Projektrapport", Lang: "sv", Date: "2026-10-12", Read: doc.AsReport,
		Head: doc.Foot{Left: plain("Projektrapport"), Right: plain("Publik version")}, Foot: doc.Foot{Page: "Sida {sida}"},
		Content: []doc.Block{
			&doc.List{Kind: doc.Numbers, Items: []doc.Item{{Label: []doc.Inline{doc.Strong("75"), doc.Plain(" patienter")}, Lines: [][]doc.Inline{plain("n = 315")}}}},
			&doc.Split{Caption: plain("Figur 1"), Left: []doc.Block{&doc.Table{
				Caption: plain("Fynd"), Subtitle: plain("n = 3"), Continued: plain("forts."), Close: true,
				Head:  [][]doc.Cell{{{Text: plain("Skäl"), Columns: 2}, {}, {Text: plain("Ja"), Swatch: &bar}}},
				Rows:  [][]doc.Cell{{{Text: plain("a"), Header: true, Rows: 2}, {Rows: 2, Picture: &doc.Picture{Alt: "2 och 1.", Strips: []doc.Drawing{bar, bar}}}, {Text: plain("2")}}, {{}, {}, {Text: plain("1")}}},
				Foot:  [][]doc.Cell{{{Text: plain("Alla"), Header: true}, {}, {Text: plain("3")}}},
				Notes: []doc.Block{&doc.Paragraph{Style: doc.Remark, Text: plain("Not.")}},
			}}, Right: []doc.Block{&doc.Box{Style: doc.Caution, Content: []doc.Block{&doc.Paragraph{Text: []doc.Inline{doc.Plain("Läs inte detta "), &doc.Foreign{Words: doc.Strong("as an effect"), Lang: "en"}, doc.Plain(".")}}}}}},
			&doc.Figure{Alt: "315, sedan 75.", Subtitle: plain("n = 315"), Drawing: &doc.Drawing{Width: 483, Height: 245, Areas: bar.Areas, Words: []doc.Words{{Text: "315"}}}},
		},
	}
	want := `document "Projektrapport" lang=sv date=2026-10-12
running head: Projektrapport
running head: Publik version
page: Sida {sida}
numbers
  item
    label: *75* patienter
    line: n = 315
split
  caption: Figur 1
  left
    table close
      caption: Fynd
      subtitle: n = 3
      continued: forts.
      head: 2x1 Skäl |  | ■ Ja
      row: # 1x2 a | 1x2 (picture of 2 strips: 2 och 1.) | 2
      row:  |  | 1
      foot: # Alla |  | 3
      remark: Not.
  right
    caution weight=0 level=0 #: 
      paragraph: Läs inte detta {en: *as an effect*}.
figure 483x245 (drawing of 1 areas): 315, sedan 75.
  subtitle: n = 315
  words: 315
`
	var got strings.Builder
	if err := doc.Dump(&got, d); err != nil {
		t.Fatal(err)
	}
	if got.String() != want {
		t.Errorf("got:\n%s", got.String())
	}
}
