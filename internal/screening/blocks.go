package screening

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
	"kontrakt/internal/source"
)

func plain(s string) []doc.Inline { return []doc.Inline{doc.Plain(s)} }

// section is blocks under the part's heading.
func (c *composer) section(blocks ...doc.Block) []doc.Block {
	h := &doc.Heading{Level: 2, ID: c.name, Text: plain(c.t.Heading(c.heading))}
	return append([]doc.Block{h}, blocks...)
}

// answers is a table of questions without its rows: a column for each answer.
func (c *composer) answers(answers phrase.Words) *doc.Table {
	t := &doc.Table{Alt: c.w.Tick, Columns: []doc.TableColumn{{Weight: 6}}, Head: [][]doc.Cell{{{Text: plain(c.w.Question)}}}}
	for _, a := range answers {
		t.Columns = append(t.Columns, doc.TableColumn{Weight: 1})
		t.Head[0] = append(t.Head[0], doc.Cell{Text: plain(a.Value)})
	}
	return t
}

// answerRow is a question with a box for each answer. The answer that is
// known stands in words in the place of its box; the others can be ticked to
// change it.
func (c *composer) answerRow(question string, known source.Answer, answers phrase.Words) []doc.Cell {
	row := []doc.Cell{{Text: plain(question), Header: true}}
	for _, a := range answers {
		row = append(row, box(a.Value, a.Key == string(known)))
	}
	return row
}

// box is a box to tick, or what it says where it is known to be ticked.
func box(means string, ticked bool) doc.Cell {
	if ticked {
		return doc.Cell{Text: []doc.Inline{doc.Strong(means)}}
	}
	return doc.Cell{Room: doc.Tick, Text: plain(means)}
}

// choices is a table of words to tick; what is known beside them comes last.
// Short words stand two across, so that the form keeps to two pages.
func (c *composer) choices(what string, proposed, known []string) *doc.Table {
	all := slices.Clone(proposed)
	for _, k := range known {
		if !slices.Contains(all, k) {
			all = append(all, k)
		}
	}
	across := 2
	for _, word := range all {
		if len(word) > 52 {
			across = 1
		}
	}
	yes := c.w.Answers.Answer(source.Yes)
	t := &doc.Table{Alt: c.w.Tick, Caption: plain(c.w.Lists.Of(what))}
	for range across {
		t.Columns = append(t.Columns, doc.TableColumn{Weight: float64(9/across) - 0.5}, doc.TableColumn{Weight: 1})
	}
	for row := range slices.Chunk(all, across) {
		cells := make([]doc.Cell, 0, 2*across)
		for _, word := range row {
			cells = append(cells, doc.Cell{Text: plain(c.label(what, word)), Header: true}, box(yes, slices.Contains(known, word)))
		}
		t.Rows = append(t.Rows, append(cells, make([]doc.Cell, 2*(across-len(row)))...))
	}
	return t
}

// label is a word to tick, as it stands on the form.
func (c *composer) label(what, word string) string {
	if what == "samordnande_kontakt" && c.w.Linked.Of(word) != "" {
		return c.w.Linked.Of(word)
	}
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}

// field is a key that is answered in words, and what is known.
type field struct{ key, known string }

// fields is a table of what is answered in words, with room to write what is
// not known.
func (c *composer) fields(fields ...field) *doc.Table {
	t := &doc.Table{Columns: []doc.TableColumn{{Weight: 1}, {Weight: 3}}, Head: [][]doc.Cell{{{Text: plain(c.w.Fact)}, {Text: plain(c.w.Value)}}}}
	for _, f := range fields {
		value := doc.Cell{Text: plain(f.known)}
		if f.known == "" {
			value = doc.Cell{Room: doc.Write}
		}
		t.Rows = append(t.Rows, []doc.Cell{{Text: plain(c.w.Fields.Of(f.key)), Header: true}, value})
	}
	return t
}

// other is a line to write something else on.
func (c *composer) other() *doc.Blank {
	return &doc.Blank{Labels: [][]doc.Inline{plain(c.w.Other)}, Alt: c.w.Blank}
}
