package doc_test

import (
	"reflect"
	"strings"
	"testing"

	"kontrakt/internal/doc"
)

func plain(s string) []doc.Inline { return []doc.Inline{doc.Plain(s)} }

// every is a block of every kind; each text in it is a single small letter.
func every() []doc.Block {
	list := &doc.List{Kind: doc.Rows, Items: []doc.Item{{Label: plain("a"), Lines: [][]doc.Inline{{doc.Strong("b")}, {&doc.Link{Text: "c", URL: "https://EXEMPEL"}}}, Aside: plain("d")}}}
	return []doc.Block{
		&doc.Heading{Level: 1, Label: plain("e"), Text: plain("f"), ID: "ID"},
		&doc.Paragraph{Style: doc.Letter, Text: plain("g"), Aside: plain("h")},
		list,
		&doc.Pair{Left: doc.Column{Head: doc.Heading{Text: plain("i")}, List: list}, Right: doc.Column{Head: doc.Heading{Text: plain("j")}}},
		&doc.Table{Caption: plain("k"), Columns: []doc.TableColumn{{Weight: 1}}, Head: [][]doc.Cell{{{Text: plain("l")}}}, Rows: [][]doc.Cell{{{Text: plain("m"), Header: true}}},
			Subtitle: plain("r"), Foot: [][]doc.Cell{{{Text: plain("s")}}}, Continued: plain("t"), Notes: []doc.Block{&doc.Paragraph{Style: doc.Remark, Text: plain("u")}}},
		&doc.Box{Style: doc.Zone, Weight: 1, Label: plain("n"), Under: [][]doc.Inline{plain("o")}, Content: []doc.Block{&doc.Paragraph{Text: plain("p")}}},
		&doc.Blank{Labels: [][]doc.Inline{plain("q")}, Alt: "ALT"},
		&doc.Figure{Alt: "ALT", Width: 1, Height: 1, Caption: plain("v"), Subtitle: plain("w")},
		&doc.Split{Caption: plain("x"), Subtitle: plain("y"), Left: []doc.Block{&doc.Paragraph{Text: plain("z")}}, Right: []doc.Block{&doc.Paragraph{Text: plain("å")}}},
		&doc.Paragraph{Text: []doc.Inline{&doc.Foreign{Words: doc.Strong("ä"), Lang: "SV"}}},
	}
}

func TestMapReachesEveryTextAndNothingElse(t *testing.T) {
	before := every()
	same := doc.Map(before, func(s string) string { return s })
	if !reflect.DeepEqual(same, every()) {
		t.Error("a copy differs from what it was made of")
	}
	reached := make(map[string]bool)
	doc.Map(before, func(s string) string {
		reached[s] = true
		return strings.ToUpper(s)
	})
	const letters = "abcdefghijklmnopqrstuvwxyzåä"
	for _, c := range letters {
		if !reached[string(c)] {
			t.Errorf("%c was not reached", c)
		}
	}
	if len(reached) != len([]rune(letters)) {
		t.Errorf("more than the texts was reached: %v", reached)
	}
	if !reflect.DeepEqual(before, every()) {
		t.Error("the blocks that were copied have changed")
	}
}

func TestMapOfNothingIsNothing(t *testing.T) {
	if doc.Map(nil, strings.ToUpper) != nil {
		t.Error("no blocks became some")
	}
}
