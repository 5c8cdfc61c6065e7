package report

import (
	"slices"
	"strconv"

	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// journal is what the journal reviews found.
func (c *composer) journal() []doc.Block {
	if !c.hasCohort() || len(c.Questions) == 0 {
		return nil
	}
	if c.Reviewed.Is(0) {
		return append(paragraph(c.w.Journal.None), c.wrong("questions")...)
	}
	w, h, n := c.w.Journal, c.w.Heads, c.Reviewed
	s := sheet{
		finding:  c.journalFinding(),
		subtitle: phrase.Fill(w.Of, "antal", n.String(), "steg2", c.Step2.String()),
		columns: []tableColumn{
			{head: h.Of("uppgift"), width: 178, left: true}, {head: h.Of("ja"), width: 32}, {width: 94}, {head: h.Of("nej"), width: 30},
			{head: h.Of("oklart"), width: 36}, {head: h.Of("saknas"), width: 38}, {head: h.Of("ja_steg2"), width: 31},
		},
	}
	var drawn []namedNumber
	dots := false
	for _, q := range c.Questions {
		yes, no, unclear, step2 := q.Yes, q.No, q.Unclear, q.YesStep2
		if q.Unanswered == n { // nobody has been asked
			dots, yes, no, unclear, step2 = true, Number{}, Number{}, Number{}, Number{}
		}
		drawn = append(drawn, namedNumber{q.Name, yes})
		s.rows = append(s.rows, []string{q.Name, yes.String(), "", no.String(), unclear.String(), q.Unanswered.String(), step2.String()})
	}
	if !few(n) {
		const after = 3 // the picture
		s.columns = slices.Insert(s.columns, after, tableColumn{head: h.Of("andel"), width: 44})
		for i, d := range drawn {
			s.rows[i] = slices.Insert(s.rows[i], after, ratioText(perCent(d.n, n), d.n, n))
		}
	}
	const width = 86
	s.columns[2].strips, s.columns[2].alt = frames(drawn, n, width), c.alt(c.w.Alt.Frames, drawn, phrase.Fill(c.w.AllOf, "antal", n.String()))
	note := c.doctors()
	if dots {
		note = together(w.Dots, note)
	}
	s.notes = append(remark(note), c.wrong("questions")...)
	return []doc.Block{c.table(s)}
}

// journalFinding is how many had an agreement in the journal, and a named
// contact.
func (c *composer) journalFinding() string {
	var agreement, contact Answers
	for _, q := range c.Questions {
		switch q.Key {
		case "journalförd_överenskommelse":
			agreement = q
		case "fast_vårdkontakt":
			contact = q
		}
	}
	if _, ok := allKnown(agreement.Yes, contact.Yes); !ok || !enough(c.Reviewed) || agreement.Unanswered == c.Reviewed || contact.Unanswered == c.Reviewed {
		return c.w.Journal.Neutral
	}
	return phrase.Fill(c.w.Journal.Caption, "a", agreement.Yes.String(), "b", contact.Yes.String(), "antal", c.Reviewed.String())
}

// doctors is how many different doctors the patients met.
func (c *composer) doctors() string {
	d := c.Doctors
	if _, ok := allKnown(d.Known, d.Least, d.Most); !ok || d.Known.Is(0) || !d.Median.Known() {
		return ""
	}
	return together(phrase.Fill(c.w.Journal.Doctors, "median", c.median(d), "medel", d.Mean.String(),
		"minst", d.Least.String(), "mest", d.Most.String(), "antal", d.Known.String()), d.Estimated)
}

// median is a median in a sentence: one that is estimated says so.
func (c *composer) median(s Spread) string {
	if s.Estimated == "" {
		return s.Median.String()
	}
	return phrase.Fill(c.w.About, "antal", s.Median.String())
}

// ages is the patients by age and sex.
func (c *composer) ages() []doc.Block {
	if !c.hasCohort() {
		return nil
	}
	w, bands := c.w.Ages, c.AgeBands
	if len(bands.Rows) == 0 || c.Age.Known.Is(0) {
		return append(paragraph(phrase.Fill(w.None, "antal", c.Cohort.Patients.String())), c.wrong("age_bands")...)
	}
	s := sheet{
		finding:  c.ageFinding(),
		subtitle: phrase.Fill(w.Of, "år", c.year(), "n", c.ageN()),
		columns:  []tableColumn{{head: c.w.Heads.Of("ålder"), width: ageLabel, left: true}},
		rows:     make([][]string, len(bands.Rows)), foot: [][]string{{bands.Total.Name}},
	}
	for i, r := range bands.Rows {
		s.rows[i] = []string{r.Name}
	}
	squares := c.ageGroups(&s)
	if squares {
		s.subtitle = together(s.subtitle, w.Square)
	}
	c.ageTotals(&s)
	s.foot = append(s.foot, c.ageStatistics(len(s.columns))...)
	s.notes = append(remark(together(c.sexes(), c.Age.Estimated)), c.wrong("age_bands")...)
	return []doc.Block{c.table(s)}
}

// ageN is for how many the age is known; where that is hidden, or those not
// known are in a row with others, the n is of all.
func (c *composer) ageN() string {
	if c.Age.Known.Kind() == Known && !slices.ContainsFunc(c.AgeBands.Rows, CrossRow.mixed) {
		return c.of(c.Age.Known, c.Age.Unknown)
	}
	return c.of(c.AgeBands.Total.All, Count(0))
}

// The measures of the table of ages, in points.
const ageLabel, ageNumber, ageShare, ageGap, measure = 66, 42, 45, 8, 483

// agePicture is how wide each of the two pictures is: what the numbers leave.
func (c *composer) agePicture() float64 {
	numbers := ageLabel + ageNumber*(len(c.AgeBands.Columns)+1) + ageShare
	return float64(measure-numbers)/2 - ageGap
}

// ageGroups adds a column of numbers for each group, and of pictures for the
// first two.
func (c *composer) ageGroups(s *sheet) (squares bool) {
	bands, groups := c.AgeBands, make([][]namedNumber, len(c.AgeBands.Columns))
	most := 0
	for g := range groups {
		for _, r := range bands.Rows {
			groups[g] = append(groups[g], namedNumber{r.Name, r.Counts[g]})
		}
		most = max(most, largest(groups[g]))
	}
	width := c.agePicture()
	for g, name := range bands.Columns {
		s.columns = append(s.columns, tableColumn{head: name, width: ageNumber})
		for i, n := range groups[g] {
			s.rows[i] = append(s.rows[i], n.n.String())
		}
		s.foot[0] = append(s.foot[0], bands.Total.Counts[g].String())
		if g > 1 || len(bands.Rows) == 1 {
			continue
		}
		picture := tableColumn{width: width + ageGap}
		picture.strips, squares = patients(groups[g], most, width)
		picture.alt = phrase.Fill(c.w.Ages.Group, "grupp", name) + " " + c.alt(c.w.Alt.Bars, groups[g], bands.Total.Name+" "+bands.Total.Counts[g].String())
		s.columns = append(s.columns, picture)
		for i := range s.rows {
			s.rows[i] = append(s.rows[i], "")
		}
		s.foot[0] = append(s.foot[0], "")
	}
	return squares
}

// ageTotals adds the column of all, and their share.
func (c *composer) ageTotals(s *sheet) {
	h, bands := c.w.Heads, c.AgeBands
	s.columns = append(s.columns, tableColumn{head: h.Of("alla"), width: ageNumber})
	percents := !few(bands.Total.All)
	if percents {
		s.columns = append(s.columns, tableColumn{head: h.Of("andel"), width: ageShare})
	}
	for i, r := range append(bands.Rows[:len(bands.Rows):len(bands.Rows)], bands.Total) {
		cells := []string{r.All.String()}
		if percents {
			cells = append(cells, shareOf(r, bands.Total))
		}
		if i < len(s.rows) {
			s.rows[i] = append(s.rows[i], cells...)
		} else {
			s.foot[0] = append(s.foot[0], cells...)
		}
	}
}

// ageStatistics are the mean, the median and the span, of each sex and of all;
// nothing where they are hidden.
func (c *composer) ageStatistics(columns int) [][]string {
	w := c.w.Ages
	if !c.Age.Mean.Known() || len(c.AgeBands.Rows) == 1 || len(c.AgeBands.Columns) < 2 {
		return nil
	}
	row := func(label string, of func(Spread) string) []string {
		cells := make([]string, columns)
		cells[0], cells[1], cells[3] = label, of(c.Age.Women), of(c.Age.Men)
		all := 5 + len(c.AgeBands.Columns) - 2
		cells[all] = of(c.Age.Spread)
		return cells
	}
	return [][]string{
		row(w.Mean, func(s Spread) string { return s.Mean.String() }),
		row(w.Median, func(s Spread) string { return s.Median.String() }),
		row(w.Span, func(s Spread) string { return spanText(s.Least, s.Most) }),
	}
}

// ageFinding is from what age to what, and how many are old.
func (c *composer) ageFinding() string {
	const old = 70
	older := 0
	for _, r := range c.AgeBands.Rows {
		if r.From != nil && *r.From >= old {
			n, known := r.All.Value()
			if !known {
				return c.w.Ages.Neutral
			}
			older += n
		}
	}
	if _, ok := allKnown(c.Age.Least, c.Age.Most, c.Age.Known); !ok || !enough(c.Age.Known) || older == 0 {
		return c.w.Ages.Neutral
	}
	return phrase.Fill(c.w.Ages.Caption, "minst", c.Age.Least.String(), "mest", c.Age.Most.String(),
		"äldre", Count(older).String(), "antal", c.Age.Known.String(), "gräns", strconv.Itoa(old))
}

// sexes is the share of women and men among those whose sex is known.
func (c *composer) sexes() string {
	s := c.Sex
	if few(s.Known) || !s.WomenPercent.Known() || !s.MenPercent.Known() {
		return ""
	}
	return phrase.Fill(c.w.Ages.Sex, "kvinnor", s.WomenPercent.String(), "män", s.MenPercent.String(), "n", c.of(s.Known, s.Unknown))
}

// bands is how many contacts the patients had.
func (c *composer) bands() []doc.Block {
	bands := c.ContactBands
	if !c.hasCohort() || len(bands.Rows) < 2 {
		return nil
	}
	w, h, n := c.w.Bands, c.w.Heads, bands.Total.All
	s := sheet{
		finding:  w.Neutral,
		subtitle: phrase.Fill(w.Of, "år", c.year(), "antal", n.String()),
		columns:  []tableColumn{{head: h.Of("kontakter"), width: 90, left: true}, {head: capital(h.Of("patienter")), width: 52}, {width: 158}},
		foot:     [][]string{{bands.Total.Name, n.String(), ""}},
		notes:    c.wrong("contact_bands"),
	}
	var drawn []namedNumber
	for _, r := range bands.Rows {
		drawn = append(drawn, namedNumber{r.Name, r.All})
		s.rows = append(s.rows, []string{r.Name, r.All.String(), ""})
	}
	if most := largest(drawn); enough(n) {
		for i, d := range drawn {
			if d.n.Is(most) && single(drawn, most) && most > 0 && bands.Rows[i].Merged == 0 {
				s.finding = phrase.Fill(w.Caption, "antal", d.n.String(), "alla", n.String(), "klass", d.name)
			}
		}
	}
	c.withShare(&s, bands)
	const width = 150
	s.columns[2].strips, _ = patients(drawn, largest(drawn), width)
	s.columns[2].alt = c.alt(c.w.Alt.Bars, drawn, bands.Total.Name+" "+n.String())
	return []doc.Block{c.table(s)}
}

// withShare adds the share of all, unless they are few.
func (c *composer) withShare(s *sheet, bands Cross) {
	if few(bands.Total.All) {
		return
	}
	s.columns = append(s.columns, tableColumn{head: c.w.Heads.Of("andel"), width: 60})
	for i, r := range bands.Rows {
		s.rows[i] = append(s.rows[i], shareOf(r, bands.Total))
	}
	s.foot[0] = append(s.foot[0], shareOf(bands.Total, bands.Total))
}

// shareOf is a class's share of all whose class is known; those not known have
// none.
func shareOf(r, total CrossRow) string {
	switch {
	case r.From == nil && r.To == nil && r.Name != total.Name:
		return ""
	case r.Name == total.Name && !r.Percent.Known():
		return ratioText(perCent(r.All, r.All), r.All)
	}
	return ratioText(r.Percent, r.All, total.All)
}

// single tells whether one row alone has so many.
func single(rows []namedNumber, n int) bool {
	found := 0
	for _, r := range rows {
		if r.n.Is(n) {
			found++
		}
	}
	return found == 1
}
