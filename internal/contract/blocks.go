package contract

import (
	"slices"
	"strings"

	"kontrakt/internal/doc"
)

// section is blocks under the part's heading; nothing when there are none.
func (c *composer) section(blocks ...doc.Block) []doc.Block {
	if len(blocks) == 0 {
		return nil
	}
	all := make([]doc.Block, 0, 1+len(blocks))
	return append(append(all, c.head(2, c.name, partHeading)), blocks...)
}

// said is the words of a heading, in the language of the composer that it is
// given.
type said func(*composer) string

// partHeading is the heading that the layout gives the part.
func partHeading(c *composer) string { return c.t.Heading(c.heading) }

// head is a heading, in Swedish too where the words of the paper say so.
func (c *composer) head(level int, id string, words said) *doc.Heading {
	return &doc.Heading{Level: level, ID: id, Text: plain(words(c)), Beside: c.beside(words)}
}

// beside is a heading's words in Swedish, for staff; nothing where the paper
// is in one language, or where both have the same word for it.
func (c *composer) beside(words said) doc.Second {
	t := c.t.Beside()
	if t == nil {
		return doc.Second{}
	}
	plan, staff := *c.p, *c
	plan.Conditions = slices.Clone(plan.Conditions)
	for i := range plan.Conditions {
		plan.Conditions[i].Name = plan.Conditions[i].Swedish
	}
	staff.p, staff.t, staff.c = &plan, t, &t.Contract
	text := words(&staff)
	if text == words(c) {
		return doc.Second{}
	}
	return doc.Second{Text: plain(text), Lang: t.Lang}
}

func plain(s string) []doc.Inline { return []doc.Inline{doc.Plain(s)} }

func strong(s string) []doc.Inline { return []doc.Inline{doc.Strong(s)} }

// lead is what one looks for, in bold, and what there is to say of it after
// it. With nothing after it, it has no full stop but that of "m.m.".
func lead(what, rest string) []doc.Inline {
	switch {
	case what == "":
		return strong(rest)
	case rest != "":
		return []doc.Inline{doc.Strong(sentence(what)), doc.Plain(" " + rest)}
	}
	if bare := open(what); !strings.Contains(bare[strings.LastIndexByte(bare, ' ')+1:], ".") {
		what = bare
	}
	return strong(capital(what))
}

// paragraph is running text; nothing when there is none.
func paragraph(text string) []doc.Block {
	if text == "" {
		return nil
	}
	return []doc.Block{&doc.Paragraph{Text: plain(text)}}
}

// points are texts as sentences: a paragraph when there is one, else a list.
func points(texts []string) []doc.Block {
	if len(texts) == 1 {
		return paragraph(sentence(texts[0]))
	}
	return list(doc.Bullets, items(texts))
}

func items(texts []string) []doc.Item {
	all := make([]doc.Item, len(texts))
	for i, s := range texts {
		all[i].Lines = lines(plain(sentence(s)))
	}
	return all
}

// list is a list of a kind; nothing when it has no items.
func list(kind doc.ListKind, items []doc.Item) []doc.Block {
	if len(items) == 0 {
		return nil
	}
	return []doc.Block{&doc.List{Kind: kind, Items: items}}
}

// lines are the runs of text that stand under one another; empty ones are
// left out.
func lines(runs ...[]doc.Inline) [][]doc.Inline {
	var all [][]doc.Inline
	for i, r := range runs {
		if !doc.IsEmpty(r) {
			if all == nil {
				all = make([][]doc.Inline, 0, len(runs)-i)
			}
			all = append(all, r)
		}
	}
	return all
}

// under is a paragraph of lines under one another; empty ones are left out.
func under(runs ...[]doc.Inline) []doc.Block {
	var text []doc.Inline
	for i, r := range lines(runs...) {
		if i > 0 {
			text = append(text, doc.Plain("\n"))
		}
		text = append(text, r...)
	}
	if len(text) == 0 {
		return nil
	}
	return []doc.Block{&doc.Paragraph{Text: text}}
}

// phone is a telephone number: one that can be rung from the screen when it
// is a number and nothing else.
func phone(s string) []doc.Inline {
	if s == "" {
		return nil
	}
	number := strings.ReplaceAll(s, "(0)", "") // of +46 (0)36: only for those who ring within the country
	number = strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \u00a0-–/()", r) {
			return -1
		}
		return r
	}, number)
	digits := strings.TrimPrefix(number, "+")
	if len(digits) < 3 || strings.Trim(digits, "0123456789") != "" {
		return plain(s)
	}
	return []doc.Inline{&doc.Link{Text: s, URL: "tel:" + number}}
}

// link is an address that can be followed, as short as one writes it.
func link(url string) []doc.Inline {
	if url == "" {
		return nil
	}
	return []doc.Inline{&doc.Link{Text: short(url), URL: url}}
}

// short is an address as one writes it by hand, without what a browser adds.
func short(url string) string {
	s := strings.TrimPrefix(url, "https://")
	return strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/")
}

// around is a phrase with a run of inlines in the place of its field.
func around(phrase, field string, run []doc.Inline) []doc.Inline {
	before, after, _ := strings.Cut(phrase, field)
	out := make([]doc.Inline, 0, len(run)+2)
	if before != "" {
		out = append(out, doc.Plain(before))
	}
	out = append(out, run...)
	if after != "" {
		out = append(out, doc.Plain(after))
	}
	return out
}
