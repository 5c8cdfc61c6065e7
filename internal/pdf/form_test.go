package pdf

import (
	"strings"
	"testing"

	"kontrakt/internal/doc"
)

// diary is a page to write on, of so many days.
func diary(name string, days int) []doc.Block {
	t := &doc.Table{
		Columns: []doc.TableColumn{{}, {}, {}},
		Head:    [][]doc.Cell{{{Text: p("Dag")}, {Text: p("Morgon")}, {Text: p("Kväll")}}},
	}
	for range days {
		t.Rows = append(t.Rows, []doc.Cell{{Text: p("Dag"), Header: true}, {Room: doc.Write}, {Room: doc.Write}})
	}
	return []doc.Block{&doc.Heading{Level: 2, Page: true, Text: p(name)}, t}
}

// frames are the boxes with a frame all round, as they stand in the tree.
func frames(b *box) []*box {
	var all []*box
	if b.look.framed() && len(b.kids) == 0 {
		all = append(all, b)
	}
	for _, k := range b.kids {
		all = append(all, frames(k)...)
	}
	return all
}

func TestFramesToWriteInAreLargeEnough(t *testing.T) {
	for _, style := range []Style{Standard, Large} {
		d := &doc.Document{Title: "t", Lang: "sv", Content: diary("Puls", 7)}
		l, err := printer(t).setOn(style.sheet(d), d)
		if err != nil {
			t.Fatal(err)
		}
		all := frames(l.pages[0])
		if len(all) != 14 {
			t.Fatalf("style %d: %d frames, want 14", style, len(all))
		}
		for _, f := range all {
			if f.h < 52 || f.w < 52 {
				t.Errorf("style %d: a frame of %.0f × %.0f", style, f.w, f.h)
			}
		}
	}
}

// The first page with a title of its own stands under the document's title,
// every other begins a page, whatever room is left.
func TestPagesWithTitlesBeginPages(t *testing.T) {
	blocks := []doc.Block{&doc.Heading{Level: 1, Text: p("Dagbok")}}
	for _, name := range []string{"Puls", "Vikt", "Steg"} {
		blocks = append(blocks, diary(name, 2)...)
	}
	got := pages(t, Options{}, blocks...)
	for i, want := range []string{"Dagbok Puls", "Vikt", "Steg"} {
		if len(got) != 3 || !strings.HasPrefix(strings.Join(got[i], " "), want) {
			t.Errorf("page %d is %q, want it to begin %q", i+1, got[i], want)
		}
	}
}

// Who listens to a form hears what each box is; a cell to write in is empty.
func TestFormsAreHeard(t *testing.T) {
	d := &doc.Document{Title: "t", Lang: "sv", Content: []doc.Block{
		&doc.Heading{Level: 1, Text: p("Uppföljning")},
		&doc.List{Kind: doc.Checks, Alt: "Ruta", Items: []doc.Item{{Lines: [][]doc.Inline{p("Gå ut.")}}}},
		&doc.Table{
			Alt: "Ruta", Columns: []doc.TableColumn{{}, {}, {}},
			Head: [][]doc.Cell{{{Text: p("Fråga")}, {Text: p("Ja")}, {Text: p("Värde")}}},
			Rows: [][]doc.Cell{{{Text: p("Vet du?"), Header: true}, {Room: doc.Tick, Text: p("Ja")}, {Room: doc.Write}}},
		},
	}}
	tags, err := printer(t).Tags(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"      Lbl\n        Figure [alt Ruta]\n      LBody Gå ut.\n",
		"      TR\n        TH [scope Row] Vet du?\n        TD\n          Figure [alt Ruta: Ja]\n        TD\n",
	} {
		if !strings.Contains(tags, want) {
			t.Errorf("the tree lacks\n%s\nin\n%s", want, tags)
		}
	}
}
