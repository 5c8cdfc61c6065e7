package report

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
	"kontrakt/internal/review"
)

// reasonColumns are the columns of the tables of reasons and of actions.
func (c *composer) reasonColumns(head, number string, of Number) []tableColumn {
	columns := []tableColumn{{head: head, width: 246, left: true}, {head: number, width: 48}, {width: 141}}
	if !few(of) {
		columns = append(columns, tableColumn{head: phrase.Fill(c.w.ShareOf, "antal", of.String()), width: 48})
	}
	return columns
}

// reasonLine is a row of such a table: without its share where they are few.
func reasonLine(label string, n, of Number) []string {
	cells := []string{label, n.String(), ""}
	if !few(of) {
		cells = append(cells, ratioText(perCent(n, of), n, of))
	}
	return cells
}

// reasons is why patients did not go on to step 2.
func (c *composer) reasons() []doc.Block {
	w, h, n := c.w.Reasons, c.w.Heads, c.Reviewed
	if !c.hasCohort() || n.Is(0) {
		return nil
	}
	switch len(c.Excluded) {
	case 0:
		return append(paragraph(phrase.Fill(w.None, "antal", n.String())), c.wrong("excluded")...)
	case 1:
		r := c.Excluded[0]
		return append(paragraph(phrase.Fill(w.One, "antal", capital(c.people(c.ExcludedTotal)), "skäl", r.Name)), c.wrong("excluded")...)
	}
	s := sheet{
		finding:  c.reasonFinding(),
		subtitle: phrase.Fill(w.Of, "antal", n.String()),
		columns:  c.reasonColumns(h.Of("skäl"), capital(h.Of("patienter")), n),
		foot:     [][]string{reasonLine(w.Off, c.ExcludedTotal, n), reasonLine(w.On, c.Step2, n)},
		notes:    c.wrong("excluded"),
	}
	var drawn []namedNumber
	for _, r := range c.fewReasons() {
		drawn = append(drawn, namedNumber{r.Name, r.Patients})
		s.rows = append(s.rows, reasonLine(r.Name, r.Patients, n))
	}
	const width = 133
	s.columns[2].strips, _ = patients(drawn, largest(drawn), width)
	s.columns[2].alt = c.alt(c.w.Alt.Bars, drawn, w.Off+" "+c.ExcludedTotal.String())
	return []doc.Block{c.table(s)}
}

// fewReasons are the reasons that the table has room for.
func (c *composer) fewReasons() []Reason {
	if len(c.Excluded) <= mostRows+1 {
		return c.Excluded
	}
	var rest []Number
	for _, r := range c.Excluded[mostRows:] {
		rest = append(rest, r.Patients)
	}
	other := Reason{Name: phrase.Fill(c.w.Rest, "antal", strconv.Itoa(len(rest))), Patients: added(rest)}
	return append(slices.Clone(c.Excluded[:mostRows]), other)
}

func (c *composer) reasonFinding() string {
	first, second := c.Excluded[0], c.Excluded[1]
	v, ok := allKnown(first.Patients, c.ExcludedTotal)
	if !ok || !enough(c.ExcludedTotal) || first.Merged > 0 || second.Patients == first.Patients || v[0] == 0 {
		return c.w.Reasons.Neutral
	}
	said := phrase.Fill(c.w.Reasons.Caption, "antal", first.Patients.String(), "alla", c.ExcludedTotal.String(), "skäl", lowered(1, first.Name))
	if utf8.RuneCountInString(said) > longestFinding {
		return c.w.Reasons.Neutral
	}
	return said
}

// actions is what the consultations led to. One patient may have several
// actions; where rows are merged the actions are counted, not the patients.
func (c *composer) actions() []doc.Block {
	w, h, n := c.w.Actions, c.w.Heads, c.Consulted
	if !c.hasCohort() || c.Reviewed.Is(0) {
		return nil
	}
	if n.Is(0) {
		return append(paragraph(phrase.Fill(w.None, "antal", c.Step2.String())), c.wrong("actions")...)
	}
	all := slices.DeleteFunc(slices.Clone(c.Actions), func(a Action) bool { return a.Name == review.NoAction })
	merged := slices.ContainsFunc(all, func(a Action) bool { return a.Merged > 0 })
	s := sheet{
		finding:  w.Neutral,
		subtitle: phrase.Fill(w.Of, "antal", n.String()),
		columns:  c.reasonColumns(h.Of("åtgärd"), capital(h.Of("patienter")), n),
		foot:     c.actionFoot(),
		notes:    append(c.severalNote(), c.wrong("actions")...),
	}
	of := n
	if merged {
		of = c.ActionMarks
		s.subtitle = phrase.Fill(w.Marks, "åtgärder", c.ActionMarks.String(), "patienter", c.WithAction.String(), "antal", n.String())
		s.columns = c.reasonColumns(h.Of("åtgärd"), h.Of("åtgärder"), of)
		s.foot = [][]string{reasonLine(w.All, c.ActionMarks, of)}
	}
	if c.WithAction.Kind() == Known && enough(n) {
		s.finding = phrase.Fill(w.Caption, "antal", c.WithAction.String(), "alla", n.String())
	}
	var drawn []namedNumber
	for _, a := range c.fewActions(all, merged) {
		number := a.Patients
		if merged {
			number = a.Marks
		}
		drawn = append(drawn, namedNumber{a.Name, number})
		s.rows = append(s.rows, reasonLine(a.Name, number, of))
	}
	const width = 133
	s.columns[2].strips, _ = patients(drawn, largest(drawn), width)
	s.columns[2].alt = c.alt(c.w.Alt.Bars, drawn, "")
	return []doc.Block{c.table(s)}
}

// fewActions are the actions that the table has room for. Those of one row are
// not added up: one patient may have several of them.
func (c *composer) fewActions(all []Action, merged bool) []Action {
	if len(all) <= mostRows+1 {
		return all
	}
	var rest []Number
	for _, a := range all[mostRows:] {
		rest = append(rest, a.Marks)
	}
	other := Action{Name: phrase.Fill(c.w.Rest, "antal", strconv.Itoa(len(rest)))}
	if merged {
		other.Marks = added(rest)
	}
	return append(slices.Clone(all[:mostRows]), other)
}

// actionFoot is the patients with at least one action, and the others.
func (c *composer) actionFoot() [][]string {
	w, n := c.w.Actions, c.Consulted
	foot := [][]string{reasonLine(w.Some, c.WithAction, n), reasonLine(w.Nothing, c.WithoutAction, n)}
	if !c.ActionUnknown.Is(0) {
		foot = append(foot, reasonLine(w.Unknown, c.ActionUnknown, n))
	}
	if !c.NotConsulted.Is(0) {
		waiting := make([]string, len(foot[0]))
		waiting[0], waiting[1] = w.Waiting, c.NotConsulted.String()
		foot = append(foot, waiting)
	}
	return foot
}

// severalNote says in bold that rows of actions are not to be added up.
func (c *composer) severalNote() []doc.Block {
	w := c.w.Actions
	note := []doc.Inline{doc.Strong(w.Several)}
	if v, ok := allKnown(c.WithAction, c.ActionMarks); ok && v[0] > 0 {
		note = append(note, doc.Plain(" "+phrase.Fill(w.HowMany, "patienter", c.people(c.WithAction), "åtgärder", c.ActionMarks.String())))
	}
	return []doc.Block{&doc.Paragraph{Style: doc.Remark, Text: append(note, doc.Plain(" "+w.NotSum))}}
}
