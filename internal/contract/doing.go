package contract

import (
	"strconv"
	"strings"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// activities is what the patient does beside what care does.
func activities(c *composer) []doc.Block {
	left := c.column(func(c *composer) string { return c.c.PatientDoes }, "jag_gör", careplan.ByPatient)
	right := c.column(func(c *composer) string { return c.c.UnitDoes }, "vården_gör", careplan.ByUnit)
	switch {
	case left.List == nil && right.List == nil:
		return nil
	case right.List == nil:
		return alone(left)
	case left.List == nil:
		return alone(right)
	}
	return []doc.Block{&doc.Pair{Left: left, Right: right}}
}

// alone is a column that has nothing beside it.
func alone(col doc.Column) []doc.Block {
	h := col.Head
	h.Level = 2
	return []doc.Block{&h, col.List}
}

func (c *composer) column(heading said, id string, by careplan.Performer) doc.Column {
	col := doc.Column{Head: *c.head(3, id, heading)}
	items := make([]doc.Item, 0, len(c.p.Activities))
	for _, a := range c.p.Activities {
		if a.Performer == by {
			items = append(items, c.activity(a))
		}
	}
	if len(items) > 0 {
		col.List = &doc.List{Kind: doc.Actions, Items: items}
	}
	return col
}

// activity is the action in bold, then what more there is to say of it, who
// and when and how sure the patient is, what to do when something is in the
// way, and who judged that it is egenvård.
func (c *composer) activity(a careplan.Activity) doc.Item {
	action, more := firstSentence(sentence(a.Text), c.t.Abbreviations)
	between := " "
	if strings.Contains(more, "\n") { // written line by line: what follows has a line too
		between = "\n"
	}
	return doc.Item{Lines: lines(
		strong(action),
		plain(joined(between, more, joined(" ", run(a.Who, c.t.When(a.When)), scale(c.c.Confidence, a.Confidence)))),
		plain(ifThen(c.t.Obstacle, a.Obstacle, a.Then)),
		plain(c.selfCare(a.SelfCare)),
	)}
}

func (c *composer) selfCare(s careplan.SelfCare) string {
	switch {
	case s.JudgedBy == "":
		return ""
	case s.Date.IsZero():
		return fill(c.c.SelfCareBy, "vem", s.JudgedBy)
	}
	return phrase.Fill(c.c.SelfCare, "vem", s.JudgedBy, "datum", c.t.Day(s.Date))
}

// scale is a number from 0 to 10 in its phrase, which stays on one line;
// nothing when nobody asked.
func scale(pattern string, s careplan.Scale) string {
	if !s.Asked {
		return ""
	}
	return strings.ReplaceAll(phrase.Fill(pattern, "tal", strconv.Itoa(s.Value)), " ", "\u00a0")
}

func goals(c *composer) []doc.Block {
	var all []doc.Item
	for _, g := range c.p.Goals {
		what := g.Text
		if what == "" && g.Measure != nil {
			what = c.target(*g.Measure, g.Target)
		}
		goal := joined(" ", run(what, c.day(c.c.By, g.By)), scale(c.c.Importance, g.Importance))
		all = append(all, doc.Item{Lines: lines(plain(goal))})
	}
	return c.section(list(doc.Bullets, all)...)
}

// day is a date in its phrase; nothing when there is none.
func (c *composer) day(pattern string, d careplan.Date) string {
	return fill(pattern, "datum", c.t.Day(d))
}

// target is a measure and what one aims at: "Blodtryck hemma: under 135/85".
func (c *composer) target(m careplan.Measure, target string) string {
	if target == "" {
		return c.measure(m)
	}
	return phrase.Fill(c.c.Target, "mått", c.measure(m), "mål", target)
}

// measure is what a measure is called in the language of the paper.
func (c *composer) measure(m careplan.Measure) string {
	if name := c.t.Measures.Of(m.ID); name != "" {
		return name
	}
	return m.Name
}

// measurements is what the patient measures: what, how often, and the target.
func measurements(c *composer) []doc.Block {
	var rows []doc.Item
	for _, m := range c.p.Measurements {
		diary := ""
		if m.Diary {
			diary = c.c.Diary
		}
		rows = append(rows, doc.Item{Lines: lines(
			lead(c.measure(m.Measure), joined(" ", sentences(m.HowOften, fill(c.c.OwnTarget, "mål", m.Target)), diary)),
		)})
	}
	return c.section(list(doc.Rows, rows)...)
}
