package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/chart"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// seven is how the patients answered the seven questions over time.
func (c *composer) seven() []doc.Block {
	w, h, s3 := c.w.Seven, c.w.Heads, c.Step3
	answered := s3 != nil && len(s3.Seven) > 0
	switch {
	case !c.hasCohort() || !answered && c.Plans == nil:
		return c.wrong("step3")
	case !answered:
		return append(paragraph(phrase.Fill(w.None, "antal", c.Plans.Total.String())), c.wrong("step3")...)
	case c.Public != nil && s3.Same.Kind() != Known: // then there are no bars, and few numbers
		return append(paragraph(w.Secret), c.wrong("step3")...)
	}
	t := &doc.Table{
		Subtitle: plain(phrase.Fill(w.Of, "antal", s3.Same.String(), "svarande", c.answering())), Close: true,
		Columns: []doc.TableColumn{{Weight: 158}, {Weight: 44}, {Weight: 148}, {Weight: 34, Right: true}, {Weight: 44, Right: true}, {Weight: 33, Right: true}, {Weight: 22, Right: true}},
		Head: [][]doc.Cell{{
			{Text: plain(h.Of("fråga"))}, {Text: plain(h.Of("tillfälle"))}, {},
			{Text: plain(h.Of("ja")), Swatch: chart.Swatch(chart.Solid)}, {Text: plain(h.Of("delvis")), Swatch: chart.Swatch(chart.Hatched)},
			{Text: plain(h.Of("nej")), Swatch: chart.Swatch(chart.Hollow)}, {Text: plain(h.Of("n"))},
		}},
		Notes: append(remark(w.Why), c.wrong("step3")...),
	}
	t.Caption, t.Continued = c.caption(c.sevenFinding())
	for _, q := range s3.Seven {
		t.Rows = append(t.Rows, c.questionRows(q)...)
	}
	return []doc.Block{t}
}

// answering is how many answered at each occasion shown: "26, 23, 21".
func (c *composer) answering() string {
	var all []string
	for _, o := range c.Step3.Occasions {
		if o.Shown {
			all = append(all, o.Patients.String())
		}
	}
	return strings.Join(all, ", ")
}

// questionRows are the rows of one question: one an occasion.
func (c *composer) questionRows(q Question) [][]doc.Cell {
	const width = 140
	picture := &doc.Picture{}
	var rows [][]doc.Cell
	var said []string
	for i, r := range q.Times {
		when := phrase.Fill(c.w.Seven.Time, "nummer", strconv.Itoa(r.Occasion))
		row := make([]doc.Cell, 7)
		if i == 0 {
			row[0] = doc.Cell{Text: []doc.Inline{doc.Strong(strconv.Itoa(q.Number)), doc.Plain("\u2002" + q.Name)}, Header: true, Rows: len(q.Times)}
			row[2] = doc.Cell{Rows: len(q.Times), Picture: picture}
		}
		row[1] = doc.Cell{Text: plain(when), Header: true}
		for k, n := range []Number{r.Yes, r.Partly, r.No, added([]Number{r.Yes, r.Partly, r.No})} {
			row[3+k] = doc.Cell{Text: plain(n.String())}
		}
		rows = append(rows, row)
		picture.Strips = append(picture.Strips, stacked(r, width))
		said = append(said, phrase.Fill(c.w.Seven.Row, "gång", when, "ja", r.Yes.String(), "delvis", r.Partly.String(), "nej", r.No.String()))
	}
	picture.Alt = q.Name + ": " + strings.Join(said, "; ") + "."
	return rows
}

// stacked is the answers of one occasion as one bar; none where any is hidden.
func stacked(r Reply, width float64) doc.Drawing {
	v, ok := allKnown(r.Yes, r.Partly, r.No)
	if !ok {
		return doc.Drawing{Width: width, Height: 9}
	}
	return chart.Stacked([3]float64{float64(v[0]), float64(v[1]), float64(v[2])}, width)
}

// sevenFinding is the question whose yes has changed most, where one has.
func (c *composer) sevenFinding() string {
	w, most, at, alone := c.w.Seven, 0, -1, false
	if !enough(c.Step3.Same) {
		return w.Neutral
	}
	for i, q := range c.Step3.Seven {
		if len(q.Times) == 0 {
			return w.Neutral
		}
		v, ok := allKnown(q.Times[0].Yes, q.Times[len(q.Times)-1].Yes)
		if !ok {
			return w.Neutral
		}
		switch change := magnitude(v[1] - v[0]); {
		case change > most:
			most, at, alone = change, i, true
		case change == most:
			alone = false
		}
	}
	if at < 0 || !alone {
		return w.Neutral
	}
	q := c.Step3.Seven[at]
	from, to := q.Times[0].Yes, q.Times[len(q.Times)-1].Yes
	pattern := w.Grew
	if a, _ := from.Value(); to.low < a {
		pattern = w.Fell
	}
	return phrase.Fill(pattern, "fråga", strconv.Itoa(q.Number), "från", from.String(), "till", to.String(), "antal", c.Step3.Same.String())
}

// goals is how far the plans' goals have been reached.
func (c *composer) goals() []doc.Block {
	if !c.hasCohort() || c.Step3 == nil || c.Step3.Goals.Total.Kind() == Missing {
		return nil
	}
	w, g := c.w.Goals, c.Step3.Goals
	if g.Total.Is(0) {
		return paragraph(w.None)
	}
	text := phrase.Fill(w.Text, "alla", g.Total.String(), "uppnådda", g.Reached.String(), "delvis", g.Partly.String(), "inte", g.Not.String(), "ändrade", g.Changed.String())
	if !g.NotJudged.Is(0) {
		text = together(text, phrase.Fill(w.Left, "antal", g.NotJudged.String()))
	}
	return paragraph(text)
}

// before is contacts before and after. They make no finding: those who have
// the most one year fall back by themselves, and the frame beside says so.
func (c *composer) before() []doc.Block {
	if !c.hasCohort() || c.Step3 == nil {
		return nil
	}
	w, h := c.w.Before, c.w.Heads
	var groups []Group
	for _, g := range c.Step3.Before {
		if !g.Followed.Is(0) && g.Followed.Kind() != Missing {
			groups = append(groups, g)
		}
	}
	if len(groups) == 0 {
		return paragraph(w.None)
	}
	if !slices.ContainsFunc(groups, func(g Group) bool { return g.Before.Mean.Known() && g.After.Mean.Known() }) {
		return paragraph(w.Secret)
	}
	t := &doc.Table{
		Columns: []doc.TableColumn{{Weight: 88}, {Weight: 34}, {Weight: 66}, {Weight: 38, Right: true}, {Weight: 46, Right: true}, {Weight: 62, Right: true}},
		Head: [][]doc.Cell{{{Text: plain(h.Of("grupp"))}, {Text: plain(h.Of("period"))}, {},
			{Text: plain(h.Of("medel"))}, {Text: plain(h.Of("median"))}, {Text: plain(h.Of("spann"))}}},
	}
	full, note, estimated := 1, "", ""
	for _, g := range groups {
		full = max(full, g.Before.Mean.InTenths(), g.After.Mean.InTenths())
		note = together(note, phrase.Fill(w.Follow, "grupp", g.Name, "följda", g.Followed.String(), "antal", g.Patients.String()))
		estimated = cmp.Or(estimated, g.Before.Estimated, g.After.Estimated)
	}
	for _, g := range groups {
		t.Rows = append(t.Rows, c.groupRows(g, full)...)
	}
	t.Notes = remark(together(note, estimated))
	split := &doc.Split{
		Subtitle: plain(w.Of), Share: 0.7, Left: []doc.Block{t},
		Right: []doc.Block{caution([]doc.Inline{doc.Strong(w.Read), doc.Plain(" " + w.Fall)})},
	}
	split.Caption, _ = c.caption(w.Caption)
	return []doc.Block{split}
}

// groupRows are the two rows of a group: before and after.
func (c *composer) groupRows(g Group, full int) [][]doc.Cell {
	const width = 58
	w := c.w.Before
	bar := func(s Spread, f chart.Fill) doc.Drawing {
		if !s.Mean.Known() {
			return doc.Drawing{Width: width, Height: 9}
		}
		return chart.Bar(float64(s.Mean.InTenths()), float64(full), width, f)
	}
	picture := &doc.Picture{
		Alt:    phrase.Fill(w.Row, "grupp", g.Name, "före", g.Before.Mean.String(), "efter", g.After.Mean.String()),
		Strips: []doc.Drawing{bar(g.Before, chart.Hollow), bar(g.After, chart.Solid)},
	}
	row := func(period string, s Spread) []doc.Cell {
		return []doc.Cell{{}, {Text: plain(period), Header: true}, {}, {Text: plain(ratioText(s.Mean, s.Sum, s.Known))},
			{Text: plain(ratioText(s.Median, s.Sum, s.Known))}, {Text: plain(spanText(s.Least, s.Most))}}
	}
	before, after := row(w.Before, g.Before), row(w.After, g.After)
	before[0] = doc.Cell{Text: plain(phrase.Fill(w.Group, "grupp", g.Name, "antal", g.Followed.String())), Header: true, Rows: 2}
	before[2] = doc.Cell{Rows: 2, Picture: picture}
	return [][]doc.Cell{before, after}
}
