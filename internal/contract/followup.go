package contract

import (
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// followUpParts are the parts of the form that is filled in by hand when the
// plan is followed up.
func followUpParts() []part {
	return []part{
		{phrase.Known{Name: "titel", Must: true, Title: true}, followUpTitle},
		{phrase.Known{Name: "identitet", Must: true}, identity},
		{phrase.Known{Name: "frågor", Heading: true, Must: true}, sevenQuestions},
		{phrase.Known{Name: "mål", Heading: true}, goalsReached},
		{phrase.Known{Name: "anteckning", Heading: true}, followUpNote},
	}
}

func followUpTitle(c *composer) []doc.Block {
	h := c.head(1, c.name, func(c *composer) string { return c.t.FollowUp.Title })
	return append([]doc.Block{h}, paragraph(c.t.FollowUp.Intro)...)
}

// sevenQuestions are the seven questions of a patientkontrakt, in SKR's words.
func sevenQuestions(c *composer) []doc.Block {
	w := c.t.FollowUp
	var asked []string
	for _, q := range w.Questions {
		asked = append(asked, q.Key+". "+q.Value)
	}
	return c.section(c.answers(w.Question, asked, w.Answers))
}

// goalsReached are the plan's goals, and how far each has come.
func goalsReached(c *composer) []doc.Block {
	w := c.t.FollowUp
	var texts []string
	for _, g := range c.p.Goals {
		text := g.Text
		if text == "" && g.Measure != nil {
			text = c.target(*g.Measure, g.Target)
		}
		texts = append(texts, sentence(text))
	}
	if len(texts) == 0 {
		return nil
	}
	return c.section(c.answers(w.Goal, texts, w.States))
}

// answers is a table of rows with a box to tick for each answer.
func (c *composer) answers(what string, rows, answers []string) *doc.Table {
	t := &doc.Table{Alt: c.t.FollowUp.Tick, Columns: []doc.TableColumn{{Weight: 5}}, Head: [][]doc.Cell{{{Text: plain(what)}}}}
	for _, a := range answers {
		t.Columns = append(t.Columns, doc.TableColumn{Weight: 1})
		t.Head[0] = append(t.Head[0], doc.Cell{Text: plain(a)})
	}
	for _, text := range rows {
		row := []doc.Cell{{Text: plain(text), Header: true}}
		for _, a := range answers {
			row = append(row, doc.Cell{Room: doc.Tick, Text: plain(a)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// followUpNote is room for what the answers do not say, across the page, and
// for who wrote it.
func followUpNote(c *composer) []doc.Block {
	room := &doc.Table{
		Columns: []doc.TableColumn{{}},
		Head:    [][]doc.Cell{{{Text: plain(c.t.FollowUp.Note)}}},
		Rows:    [][]doc.Cell{{{Room: doc.Write}}},
	}
	blank := &doc.Blank{Alt: c.t.FollowUp.Blank}
	for _, f := range c.t.FollowUp.Fields {
		blank.Labels = append(blank.Labels, plain(f))
	}
	return c.section(room, blank)
}
