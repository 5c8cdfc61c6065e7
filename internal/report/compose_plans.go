package report

import (
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// plans is how many plans there are, of what, with what filled in, and how
// many hold.
func (c *composer) plans() []doc.Block {
	w, h, p := c.w.Plans, c.w.Heads, c.Plans
	if p == nil || p.Total.Is(0) {
		return append(paragraph(w.None), c.wrong("plans")...)
	}
	most := sheet{
		finding: c.planFinding(), subtitle: phrase.Fill(w.Of, "antal", p.Total.String()),
		columns: c.reasonColumns(h.Of("diagnos"), h.Of("planer"), p.Total), notes: c.wrong("plans"),
	}
	rows := c.fewDiagnoses()
	for _, r := range rows {
		most.rows = append(most.rows, reasonLine(r.name, r.n, p.Total))
	}
	const width = 133
	if len(rows) > 0 {
		most.columns[2].strips, most.columns[2].alt = frames(rows, p.Total, width), c.alt(c.w.Alt.Frames, rows, phrase.Fill(c.w.AllOf, "antal", p.Total.String()))
	}
	return append([]doc.Block{c.table(most), c.filledIn()}, paragraph(c.planText())...)
}

// filledIn is which parts of the plans are filled in, in two columns.
func (c *composer) filledIn() doc.Block {
	w, parts := c.w.Plans, partNumbers(c.Plans.Parts)
	half := (len(parts) + 1) / 2
	split := &doc.Split{Subtitle: plain(phrase.Fill(w.FilledOf, "antal", c.Plans.Total.String()))}
	split.Caption, _ = c.caption(w.Filled)
	split.Left = []doc.Block{c.framed(parts[:half])}
	split.Right = []doc.Block{c.framed(parts[half:])}
	return split
}

// framed is a narrow table with a frame of all plans for each row.
func (c *composer) framed(rows []namedNumber) *doc.Table {
	all := c.Plans.Total
	s := sheet{columns: []tableColumn{{head: c.w.Heads.Of("del"), width: 122, left: true}, {head: c.w.Heads.Of("antal"), width: 36}, {width: 73}}}
	for _, r := range rows {
		s.rows = append(s.rows, []string{r.name, r.n.String(), ""})
	}
	const width = 65
	if len(rows) > 0 {
		s.columns[2].strips, s.columns[2].alt = frames(rows, all, width), c.alt(c.w.Alt.Frames, rows, phrase.Fill(c.w.AllOf, "antal", all.String()))
	}
	return c.table(s)
}

func partNumbers(parts []Part) []namedNumber {
	var all []namedNumber
	for _, p := range parts {
		all = append(all, namedNumber{p.Name, p.Plans})
	}
	return all
}

// fewDiagnoses are the diagnoses that the table has room for. The others are
// not added up: one plan may have several of them.
func (c *composer) fewDiagnoses() []namedNumber {
	rows := c.Plans.Diagnoses
	if len(rows) > mostRows+1 {
		rest := Row{Name: phrase.Fill(c.w.Rest, "antal", strconv.Itoa(len(rows)-mostRows))}
		rows = append(slices.Clone(rows[:mostRows]), rest)
	}
	var all []namedNumber
	for _, r := range rows {
		all = append(all, namedNumber{capital(r.Name), r.Patients})
	}
	return all
}

func (c *composer) planFinding() string {
	p := c.Plans
	if v, ok := allKnown(p.Total, p.Valid); !ok || !enough(p.Total) || len(p.Diagnoses) == 0 || v[1] < 0 {
		return c.w.Plans.Neutral
	}
	first := p.Diagnoses[0]
	if first.Patients.Kind() != Known || first.Merged > 0 || len(p.Diagnoses) > 1 && p.Diagnoses[1].Patients == first.Patients {
		return c.w.Plans.Neutral
	}
	return phrase.Fill(c.w.Plans.Caption, "gäller", p.Valid.String(), "alla", p.Total.String(), "diagnos", first.Name)
}

// planText is what holds on the day of the report, and the referrals.
func (c *composer) planText() string {
	w, p := c.w.Plans, c.Plans
	text := phrase.Fill(w.Valid, "datum", c.day(c.Day), "gäller", p.Valid.String(), "utgångna", p.Overdue.String())
	if p.FollowUp.Next != "" {
		text = together(text, phrase.Fill(w.Next, "datum", c.day(p.FollowUp.Next), "kommande", p.FollowUp.Coming.String(), "passerade", p.FollowUp.Passed.String()))
	} else if p.FollowUp.Coming.Is(0) {
		text = together(text, phrase.Fill(w.NoNext, "passerade", p.FollowUp.Passed.String()))
	}
	if p.Answered.Mean.Known() {
		text = together(text, phrase.Fill(w.Answered, "medel", p.Answered.Mean.String(), "minst", p.Answered.Least.String(), "antal", p.Answered.Known.String()))
	}
	r := p.Referrals
	if r.Total.Is(0) {
		return together(text, w.NoRefs)
	}
	return together(text, phrase.Fill(w.Referrals, "antal", r.Total.String(), "planer", r.Plans.String(),
		"planerade", r.Planned.String(), "skickade", r.Sent.String(), "mottagna", r.Received.String(), "avslutade", r.Closed.String()))
}

// questionNumber is the number of a question: 2 of 2-viktigt.
func questionNumber(key string) string {
	number, _, _ := strings.Cut(key, "-")
	return number
}

// planQuestions is which of the seven questions the plans answer.
func (c *composer) planQuestions() []doc.Block {
	p := c.Plans
	if p == nil || len(p.Questions) == 0 {
		return nil
	}
	w, h := c.w.Plans, c.w.Heads
	s := sheet{
		finding:  w.Asked,
		subtitle: phrase.Fill(w.AskedOf, "antal", p.Total.String()),
		columns:  []tableColumn{{head: h.Of("fråga"), width: 262, left: true}, {head: h.Of("antal"), width: 40}, {width: 133}},
	}
	var drawn []namedNumber
	for _, q := range p.Questions {
		name := questionNumber(q.Key) + "\u2002" + q.Name
		drawn = append(drawn, namedNumber{name, q.Plans})
		s.rows = append(s.rows, []string{name, q.Plans.String(), ""})
	}
	if !few(p.Total) {
		s.columns = append(s.columns, tableColumn{head: h.Of("andel"), width: 48})
		for i, q := range p.Questions {
			s.rows[i] = append(s.rows[i], ratioText(q.Percent, q.Plans, p.Total))
		}
	}
	const width = 125
	s.columns[2].strips, s.columns[2].alt = frames(drawn, p.Total, width), c.alt(c.w.Alt.Frames, drawn, phrase.Fill(c.w.AllOf, "antal", p.Total.String()))
	return []doc.Block{c.table(s)}
}
