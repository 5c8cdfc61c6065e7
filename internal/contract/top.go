package contract

import (
	"kontrakt/internal/chart"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// sender is whose paper it is and how one reaches them, with the clinic's
// logo when there is one.
func sender(c *composer) []doc.Block {
	u := c.p.Unit
	var blocks []doc.Block
	if len(u.Logo) > 0 {
		if logo := chart.Logo(u.Logo, phrase.Fill(c.c.Logo, "enhet", u.Name)); logo != nil {
			blocks = append(blocks, logo)
		}
	}
	name := []doc.Inline{doc.Strong(u.Name)}
	if u.Region != "" {
		name = append(name, doc.Plain(" \u00a0 "+u.Region))
	}
	letter := &doc.Paragraph{Style: doc.Letter, Text: name}
	if u.Phone != "" {
		letter.Aside = around(c.c.Phone, "{telefon}", phone(u.Phone))
	}
	return append(blocks, letter)
}

func title(c *composer) []doc.Block {
	kind, who := kindOf(c.p, c.t), fill(c.c.ForYou, "diagnoser", c.conditionNames())
	h := &doc.Heading{Level: 1, Label: plain(kind), Text: plain(who), ID: c.name}
	if who == "" {
		h.Label, h.Text = nil, plain(kind)
	}
	h.Beside = c.beside(func(c *composer) string {
		return joined(" ", kindOf(c.p, c.t), fill(c.c.ForYou, "diagnoser", c.conditionNames()))
	})
	return []doc.Block{h}
}

// conditionNames are the diagnoses as they are said after one another.
func (c *composer) conditionNames() string {
	names := make([]string, len(c.p.Conditions))
	for i, cond := range c.p.Conditions {
		names[i] = cond.Name
	}
	return c.t.List(names)
}

// identity is whose plan it is, which one, and how long it holds.
func identity(c *composer) []doc.Block {
	rows := []struct{ label, value string }{
		{c.c.Name, c.p.Patient.Name},
		{c.c.Number, c.p.Patient.Number},
		{c.c.ID, c.p.ID},
		{c.c.Made, c.t.ShortDay(c.p.Date)},
		{c.c.ValidTo, c.t.ShortDay(c.p.ValidTo)},
	}
	terms := make([]doc.Item, 0, len(rows))
	for _, r := range rows {
		if r.value != "" {
			terms = append(terms, doc.Item{Label: plain(r.label), Lines: lines(strong(r.value))})
		}
	}
	return list(doc.Terms, terms)
}

// nextStep is the one thing to find first: when, what, with whom and where.
func nextStep(c *composer) []doc.Block {
	n := c.p.Next
	var content []doc.Block
	if when := capital(c.t.When(n.When)); when != "" {
		content = append(content, &doc.Paragraph{Style: doc.Lead, Text: plain(when)})
	}
	where := sentences(fill(c.c.With, "vem", n.Who), fill(c.c.Place, "plats", n.Where))
	content = append(content, paragraph(joined("\n", sentence(n.What), where))...)
	if len(content) == 0 {
		return nil
	}
	label := c.head(2, c.name, partHeading)
	return []doc.Block{&doc.Box{Style: doc.NextStep, Label: label.Text, Beside: label.Beside, Level: 2, ID: c.name, Content: content}}
}

// matters is what is important to the patient, in the patient's words.
func matters(c *composer) []doc.Block {
	if c.p.Matters == "" {
		return nil
	}
	return c.section(&doc.Paragraph{Style: doc.Own, Text: plain(sentence(c.p.Matters)), Lang: c.p.Own})
}

func strengths(c *composer) []doc.Block { return c.section(c.asWritten(points(c.p.Strengths))...) }

func agreement(c *composer) []doc.Block {
	return c.section(c.asWritten(paragraph(sentence(c.p.Agreement)))...)
}

func medicines(c *composer) []doc.Block {
	return c.section(c.asWritten(paragraph(sentence(c.p.Medicines)))...)
}

// asWritten are blocks of the review's words alone, in the language that they are
// written in. Lines that hold words of the paper too have none of their own.
func (c *composer) asWritten(blocks []doc.Block) []doc.Block {
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			b.Lang = c.p.Own
		case *doc.List:
			b.Lang = c.p.Own
		}
	}
	return blocks
}
