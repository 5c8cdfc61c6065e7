package contract

import (
	"cmp"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// changes is what is new since the earlier plan, and which plan that was.
func changes(c *composer) []doc.Block {
	r, w := c.p.Replaces, c.t.Changes
	if r.Date.IsZero() {
		return nil
	}
	blocks := paragraph(phrase.Fill(w.Replaces, "datum", c.t.Day(r.Date)))
	var rows []doc.Item
	for _, kind := range []struct {
		label   string
		changes []careplan.Change
	}{{w.Added, r.Added}, {w.Ended, r.Ended}, {w.NewTime, r.NewTimes}} {
		if len(kind.changes) > 0 {
			rows = append(rows, doc.Item{Label: plain(kind.label), Lines: c.changed(kind.changes, kind.label == w.NewTime)})
		}
	}
	return c.section(append(blocks, list(doc.Rows, rows)...)...)
}

// changed are changes as sentences under one another; with their times where
// those are days, or what is new.
func (c *composer) changed(all []careplan.Change, newTime bool) [][]doc.Inline {
	var runs [][]doc.Inline
	for _, x := range all {
		text := x.Text
		switch {
		case x.Measure != nil && x.Kind == careplan.ChangedMeasurement:
			text = c.measure(*x.Measure) // its target stands among the goals
		case x.Measure != nil && text == "":
			text = c.target(*x.Measure, x.Target)
		}
		text, _ = firstSentence(text, c.t.Abbreviations)
		switch x.Kind {
		case careplan.ChangedReferral:
			text = fill(c.t.Changes.Referral, "rad", text)
		case careplan.ChangedMeasurement:
			text = fill(c.t.Changes.Measured, "rad", text)
		}
		if when := c.t.When(x.When); when != "" && (newTime || x.When.Words == "") {
			text = phrase.Fill(c.t.Changes.At, "rad", open(text), "tid", when)
		}
		runs = append(runs, plain(sentence(cmp.Or(text, x.Target))))
	}
	return lines(runs...)
}
