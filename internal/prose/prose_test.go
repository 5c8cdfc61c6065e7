package prose

import (
	"reflect"
	"testing"

	"kontrakt/internal/doc"
)

func plain(s string) []doc.Inline { return []doc.Inline{doc.Plain(s)} }

func TestAllowedMarkdownBecomesBlocks(t *testing.T) {
	tests := []struct {
		name, in string
		want     []doc.Block
	}{
		{"rubriker och stycken", "## Om smärta\n\n### Vad som hjälper\n\nRör dig\nlite varje dag.\n", []doc.Block{
			&doc.Heading{Level: 2, Text: plain("Om smärta")},
			&doc.Heading{Level: 3, Text: plain("Vad som hjälper")},
			&doc.Paragraph{Text: plain("Rör dig lite varje dag.")},
		}},
		{"fetstil och länk", "Läs **mer** på [1177](https://www.1177.se/).", []doc.Block{
			&doc.Paragraph{Text: []doc.Inline{
				doc.Plain("Läs "), doc.Strong("mer"), doc.Plain(" på "),
				&doc.Link{Text: "1177", URL: "https://www.1177.se/"}, doc.Plain("."),
			}},
		}},
		{"adress som länk", "<https://www.1177.se/>", []doc.Block{
			&doc.Paragraph{Text: []doc.Inline{&doc.Link{Text: "https://www.1177.se/", URL: "https://www.1177.se/"}}},
		}},
		{"punktlista", "- ett\n- **två** [kss]\n\n- tre", []doc.Block{&doc.List{Kind: doc.Bullets, Items: []doc.Item{
			{Lines: [][]doc.Inline{plain("ett")}},
			{Lines: [][]doc.Inline{{doc.Strong("två")}}},
			{Lines: [][]doc.Inline{plain("tre")}},
		}}}},
		{"numrerad lista", "1. ett\n2. två", []doc.Block{&doc.List{Kind: doc.Numbered, Items: []doc.Item{
			{Lines: [][]doc.Inline{plain("ett")}},
			{Lines: [][]doc.Inline{plain("två")}},
		}}}},
		{"tabell", "|Dag|Steg|\n|---|--:|\n|mån|1 \\| 2|\n", []doc.Block{&doc.Table{
			Columns: []doc.TableColumn{{}, {Right: true}},
			Head:    [][]doc.Cell{{{Text: plain("Dag"), Header: true}, {Text: plain("Steg"), Header: true}}},
			Rows:    [][]doc.Cell{{{Text: plain("mån")}, {Text: plain("1 | 2")}}},
		}}},
		{"radbrytning som är menad", "ett\\\ntvå", []doc.Block{&doc.Paragraph{Text: plain("ett\ntvå")}}},
		{"omvänt snedstreck", `3 \* 4 \[sic\]`, []doc.Block{&doc.Paragraph{Text: plain("3 * 4 [sic]")}}},
		{"en källa tas bort med blanksteget före", "Vanligt. [kss]\nDet går över [a, b].", []doc.Block{
			&doc.Paragraph{Text: plain("Vanligt. Det går över.")}}},
		{"en källa i fetstil", "**Vanligt. [kss]** Ja.", []doc.Block{
			&doc.Paragraph{Text: []doc.Inline{doc.Strong("Vanligt."), doc.Plain(" Ja.")}}}},
		{"ett stycke av bara källor", "Ett.\n\n[kss]\n", []doc.Block{&doc.Paragraph{Text: plain("Ett.")}}},
		{"fast blanksteg hålls", "12\u00a0pt", []doc.Block{&doc.Paragraph{Text: plain("12\u00a0pt")}}},
		{"ingenting", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ps := Parse("x.md", 1, []byte(tt.in))
			if len(ps) > 0 {
				t.Fatal(ps)
			}
			if !reflect.DeepEqual(got.Blocks, tt.want) {
				t.Errorf("got %s\nwant %s", show(got.Blocks), show(tt.want))
			}
		})
	}
}

func TestReferencesAreCollectedWithTheirPositions(t *testing.T) {
	got, ps := Parse("x.md", 40, []byte("Ett. [kss]\r\n\r\n- Åtta [a,  b-2]\r\n- **Tre [källa saknas]**\r\n"))
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	var have []string
	for _, r := range got.References {
		have = append(have, r.ID+" "+r.Pos.String())
	}
	want := []string{"kss x.md:40:7", "a x.md:42:9", "b-2 x.md:42:13", "saknas x.md:43:10"}
	if !reflect.DeepEqual(have, want) {
		t.Errorf("got %q, want %q", have, want)
	}
}

func TestEachBlockKnowsWhereItBegins(t *testing.T) {
	got, _ := Parse("x.md", 40, []byte("## Om smärta\n\nEtt\nstycke.\n\n[kss]\n\n- en punkt\n- till\n\n|Dag|Steg|\n|---|---|\n|mån|1|\n"))
	var have []string
	for _, p := range got.At {
		have = append(have, p.String())
	}
	want := []string{"x.md:40:1", "x.md:42:1", "x.md:47:1", "x.md:50:1"}
	if !reflect.DeepEqual(have, want) {
		t.Errorf("got %q, want %q", have, want)
	}
}

func TestAllElseIsAProblem(t *testing.T) {
	tests := []struct{ in, rule, at string }{
		{"# Ett", "rubriknivå", "x.md:1:1"},
		{"#### Ett", "rubriknivå", "x.md:1:1"},
		{"### Ett", "rubrik-hopp", "x.md:1:1"},
		{"## ", "tom-rubrik", "x.md:1:1"},
		{"Ett\n---\n", "linje", "x.md:2:1"},
		{"Ett *två*", "kursiv", "x.md:1:5"},
		{"Ett ***två***", "kursiv", "x.md:1:5"},
		{"Ett `två`", "kod", "x.md:1:5"},
		{"```\nett\n```", "kod", "x.md:1:1"},
		{"    ett", "indrag", "x.md:1:5"},
		{"> ett", "citat", "x.md:1:1"},
		{"<div>ett</div>", "html", "x.md:1:1"},
		{"Ett <b>två</b>", "html", "x.md:1:5"},
		{"<!-- dolt -->", "html", "x.md:1:1"},
		{"![bild](https://a.se/b.png)", "bild", "x.md:1:1"},
		{"- ett\n  - två", "lista-i-lista", "x.md:2:3"},
		{"- ett\n\n  två", "flera-stycken", "x.md:3:3"},
		{"- ett\n-\n", "tom-punkt", "x.md:2:1"},
		{"2024. Ett", "numrering", "x.md:1:1"},
		{"[ett](http://a.se)", "länk", "x.md:1:1"},
		{"[ett](javascript:a)", "länk", "x.md:1:1"},
		{"<a@b.se>", "länk", "x.md:1:1"},
		{"[ett](https://a.se 'b')", "länktitel", "x.md:1:1"},
		{"[](https://a.se)", "tom-länk", "x.md:1:1"},
		{"**[ett](https://a.se)**", "länk-i-fetstil", "x.md:1:3"},
		{"[**ett**](https://a.se)", "fetstil-i-annat", "x.md:1:2"},
		{"Ett [kss", "hakparentes", "x.md:1:5"},
		{"Ett [kss,\nb]", "hakparentes", "x.md:1:5"},
		{"Ett [a,]", "tom-källa", "x.md:1:8"},
		{"Ett &amp; två", "teckenkod", "x.md:1:1"},
		{"Ett &#7; två", "teckenkod", "x.md:1:1"},
		{"|a|\n|---|\n|1|2|\n", "tabellrad", "x.md:3:1"},
	}
	for _, tt := range tests {
		_, ps := Parse("x.md", 1, []byte(tt.in))
		if len(ps) == 0 {
			t.Errorf("%q: no problem, want %s", tt.in, tt.rule)
			continue
		}
		if ps[0].Rule != tt.rule || ps[0].Pos.String() != tt.at || ps[0].Text == "" {
			t.Errorf("%q: got %s %s (%s), want %s %s", tt.in, ps[0].Rule, ps[0].Pos, ps[0].Text, tt.rule, tt.at)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"## Om\n\nText [kss]. **fet** [l](https://a.se)\n\n- a\n- b\n\n|a|b|\n|-|-:|\n|1|2|\n",
		"[a]: https://x\n\n[a]\n---\n> q\n\n    kod\n", "1. a\n   - b\n\n\tc\\\nd  \ne", "![a](b)<i>&amp;`c`*d*",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		got, ps := Parse("x.md", 1, in)
		lines := 1 + len(lineEnds(in))
		for _, p := range ps {
			if p.Text == "" || p.Pos.Line < 1 || p.Pos.Line > lines || p.Pos.Column < 1 {
				t.Errorf("%s: rule %q, of %d lines", p.Pos, p.Rule, lines)
			}
		}
		for _, r := range got.References {
			if r.ID == "" || r.Pos.Line < 1 || r.Pos.Line > lines {
				t.Errorf("reference %q at %s", r.ID, r.Pos)
			}
		}
		for _, b := range got.Blocks {
			if l, ok := b.(*doc.List); ok && len(l.Items) == 0 {
				t.Error("an empty list")
			}
		}
	})
}

// show writes blocks so that a difference can be read.
func show(blocks []doc.Block) string {
	var s string
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Heading:
			s += "\nheading " + doc.Text(b.Text)
		case *doc.Paragraph:
			s += "\nparagraph"
			for _, in := range b.Text {
				s += " " + reflect.TypeOf(in).String() + "«" + doc.Text([]doc.Inline{in}) + "»"
			}
		case *doc.List:
			for _, it := range b.Items {
				for _, l := range it.Lines {
					s += "\nitem «" + doc.Text(l) + "»"
				}
			}
		case *doc.Table:
			for _, row := range append(b.Head, b.Rows...) {
				s += "\nrow"
				for _, c := range row {
					s += " «" + doc.Text(c.Text) + "»"
				}
			}
		default:
			s += "\n?" + reflect.TypeOf(b).String()
		}
	}
	return s
}
