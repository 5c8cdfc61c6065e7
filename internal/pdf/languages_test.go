package pdf

import (
	"strings"
	"testing"
	"unicode/utf8"

	"kontrakt/internal/doc"
)

// A heading that stands in a second language is one heading with two parts,
// each in its own language; the bookmark is the paper's own.
func TestHeadingsInASecondLanguageAreHeard(t *testing.T) {
	second := func(s string) doc.Second { return doc.Second{Text: p(s), Lang: "sv"} }
	next := &doc.Box{Style: doc.NextStep, Level: 2, Label: p("Your next step"), Beside: second("Ditt nästa steg"), Content: []doc.Block{para("Tomorrow.")}}
	help := zone(3, "3 Call 112", nil, "Chest pain.")
	help.Beside = second("Ring 112")
	d := &doc.Document{Title: "t", Lang: "en", Content: []doc.Block{
		&doc.Heading{Level: 1, Label: p("Plan"), Text: p("for you"), Beside: second("Plan för dig")},
		next,
		&doc.Heading{Level: 2, Text: p("Goals"), Beside: second("Mål")}, para("Walk."),
		&doc.Pair{
			Left:  doc.Column{Head: doc.Heading{Level: 3, Text: p("What I do"), Beside: second("Jag gör")}, List: actions("Walk")},
			Right: doc.Column{Head: doc.Heading{Level: 3, Text: p("What you do"), Beside: second("Vården gör")}, List: actions("Ring")},
		},
		&doc.Heading{Level: 2, Text: p("Help"), Beside: second("Hjälp")}, help,
	}}
	for _, read := range []doc.Reading{doc.InHand, doc.OnWall} {
		d.Read = read
		tags, err := printer(t).Tags(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{
			"H1\n    Span Plan for you\n    Span [lang sv] Plan för dig\n",
			"H2\n      Span Your next step\n      Span [lang sv] Ditt nästa steg\n",
			"H2\n      Span Goals\n      Span [lang sv] Mål\n",
			"H3\n      Span What I do\n      Span [lang sv] Jag gör\n",
			"H3\n        Span 3 Call 112\n        Span [lang sv] Ring 112\n",
		} {
			if !strings.Contains(tags, want) {
				t.Errorf("read at %d: lacks %s in\n%s", read, want, tags)
			}
		}
	}
}

// Words in another language inside a line are told in it, also where a line
// begins or breaks among them; the link among them keeps its place.
func TestForeignWordsInALineAreHeard(t *testing.T) {
	swedish := func(words doc.Inline) doc.Inline { return &doc.Foreign{Words: words, Lang: "sv"} }
	d := &doc.Document{Title: "t", Lang: "en", Content: []doc.Block{
		&doc.Heading{Level: 1, Text: p("Plan")}, h2("Goals"),
		&doc.Paragraph{Text: []doc.Inline{doc.Plain("With: "), swedish(doc.Plain("sjuksköterska Bo Exempel.")), doc.Plain(" Booked.")}},
		&doc.Paragraph{Text: []doc.Inline{swedish(doc.Strong(strings.Repeat("Jag går ut. ", 12)))}},
	}}
	tags, err := printer(t).Tags(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"P With: Booked.\n      Span [lang sv] sjuksköterska Bo Exempel.\n",
		"P\n      Span [lang sv] Jag går ut. Jag går ut.",
	} {
		if !strings.Contains(tags, want) {
			t.Errorf("lacks %s in\n%s", want, tags)
		}
	}
}

// Easy-read and large print have at most 55 characters a line, however narrow
// the letters are.
func TestLinesThatAreToBeShort(t *testing.T) {
	text := strings.Repeat("Lilla Li vill till Lill-Olles fina villa i Tillinge. ", 8)
	content := []doc.Block{
		&doc.Heading{Level: 1, Text: p("Till Li")}, para(text), h2("Li"), para(text),
		&doc.Box{Style: doc.NextStep, Level: 2, Label: p("Li"), Content: []doc.Block{para(text)}}, zone(1, "1 Li", nil, text),
	}
	b := printer(t)
	for _, c := range []struct {
		easy  bool
		style Style
	}{{true, Standard}, {false, Large}, {true, Large}} {
		l, err := b.layOut(&doc.Document{Lang: "sv", Easy: c.easy, Content: content}, Options{Style: c.style})
		if err != nil {
			t.Fatal(err)
		}
		longest := 0
		for _, page := range l.pages {
			for _, line := range page.texts() {
				longest = max(longest, utf8.RuneCountInString(line))
			}
		}
		if longest > 55 || longest < 45 {
			t.Errorf("easy %v, style %v: the longest line has %d characters", c.easy, c.style, longest)
		}
	}
}
