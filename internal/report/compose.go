package report

import (
	"slices"
	"strconv"

	"kontrakt/internal/chart"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
	"kontrakt/internal/source"
)

// Page is what the report's document needs beside the figures.
type Page struct {
	Layout  *phrase.Layout
	Words   *phrase.Table          // Swedish: the report is for staff
	Prose   map[string][]doc.Block // what people have written, by the part's name
	Measure chart.Measure          // how wide the words of a picture are
}

// Compose makes the report from the figures alone: what they hide, no caption
// or picture tells. It cannot fail: what the layout and the words lack was
// told when they were read.
func Compose(f *Figures, p Page) *doc.Document {
	c := &composer{Figures: f, page: p, t: p.Words, w: &p.Words.Report}
	var passages []passage
	for _, of := range p.Layout.Parts {
		for _, known := range allParts() {
			if known.Name == of.Name {
				passages = append(passages, c.passage(known, of.Heading))
			}
		}
	}
	made := phrase.Fill(c.w.Made, "datum", c.t.Day(f.Made))
	if c.hasCohort() && f.Cohort.Year > 0 {
		made = phrase.Fill(c.w.MadeOf, "datum", c.t.Day(f.Made), "år", strconv.Itoa(f.Cohort.Year))
	}
	return &doc.Document{
		Title: c.running(), Lang: c.t.Lang, Subject: c.w.Kind, Date: f.Day, Read: doc.AsReport,
		Head:    doc.Foot{Left: plain(c.running()), Right: plain(c.version())},
		Foot:    doc.Foot{Left: plain(c.t.Keep(made)), Page: c.w.Page},
		Content: doc.Map(content(passages), c.t.Keep),
	}
}

// composer is what every part is made of.
type composer struct {
	*Figures
	page    Page
	t       *phrase.Table
	w       *phrase.Report
	figures int // how many have their numbers
}

// A passage is a part as it is set: its heading, how deep that stands, and
// what stands under it.
type passage struct {
	heading *doc.Heading
	level   int
	blocks  []doc.Block
}

// passage is a part with what people wrote of it: after the heading, or after
// the table.
func (c *composer) passage(p reportPart, heading string) passage {
	const deepest = 9
	s := passage{level: deepest}
	var blocks []doc.Block
	if p.compose != nil {
		blocks = p.compose(c)
	}
	prose := c.page.Prose[p.Name]
	if heading == "" {
		s.blocks = append(blocks, prose...)
		return s
	}
	s.level = max(p.level, 2)
	s.heading = &doc.Heading{Level: s.level, ID: p.Name, Text: plain(c.t.Heading(heading))}
	s.blocks = append(slices.Clone(prose), blocks...)
	return s
}

// content is the passages' blocks, without headings that nothing stands under.
func content(passages []passage) []doc.Block {
	var parts [][]doc.Block
	under := 0 // the level of the passage after this one
	for _, s := range slices.Backward(passages) {
		if len(s.blocks) == 0 && (s.heading == nil || under <= s.level) {
			continue
		}
		if s.heading != nil {
			s.blocks = append([]doc.Block{s.heading}, s.blocks...)
		}
		parts, under = append(parts, s.blocks), s.level
	}
	slices.Reverse(parts)
	return slices.Concat(parts...)
}

// hasCohort tells whether any patients were selected.
func (c *composer) hasCohort() bool {
	return !c.Cohort.Patients.Is(0) && c.Cohort.Patients.Kind() != Missing
}

// running is what the report is called at the top of every page.
func (c *composer) running() string {
	if len(c.Clinics) == 1 {
		return c.w.Kind + ", " + c.Clinics[0]
	}
	return c.w.Kind
}

// version is for whom the report may be.
func (c *composer) version() string {
	if c.Public == nil {
		return c.w.Internal
	}
	return phrase.Fill(c.w.Public, "antal", strconv.Itoa(c.Public.Minimum))
}

// title is what the report is of, whose it is, and the box on how patients
// are protected or why parts are missing.
func (c *composer) title() []doc.Block {
	text := c.Project
	if text == "" {
		text = c.w.Kind
	}
	by := ""
	switch len(c.Clinics) {
	case 0:
	case 1:
		by = phrase.Fill(c.w.From, "klinik", joined(c.Clinics[0], c.Region))
	default:
		by = phrase.Fill(c.w.FromMany, "kliniker", c.t.List(c.Clinics))
	}
	if c.hasCohort() && c.Cohort.Year > 0 && c.Cohort.Threshold > 0 {
		by = together(by, phrase.Fill(c.w.Period, "tröskel", strconv.Itoa(c.Cohort.Threshold), "år", strconv.Itoa(c.Cohort.Year)))
	}
	blocks := []doc.Block{&doc.Heading{Level: 1, ID: "titel", Text: plain(text)}}
	if by != "" {
		blocks = append(blocks, &doc.Paragraph{Style: doc.Byline, Text: plain(by)})
	}
	switch {
	case c.Origin == FromContracts:
		blocks = append(blocks, caution(plain(c.w.Contracts)))
	case !c.hasCohort():
		blocks = append(blocks, caution(plain(c.w.Plain)))
	}
	return blocks
}

// guard is what was done so that nobody is exposed.
func (c *composer) guard() []doc.Block {
	if c.Public == nil {
		return nil
	}
	w, p := c.w.Guard, c.Public
	least, most := strconv.Itoa(p.Minimum), strconv.Itoa(p.Minimum-1)
	text := phrase.Fill(w.Rule, "minst", least, "högst", most)
	if p.Hidden > 0 {
		text = together(text, phrase.Fill(w.Marks, "minst", least, "högst", most))
	}
	var merged []string
	for _, m := range p.Merged {
		table := c.w.Sheets.Of(m.Table)
		if table == "" {
			table = m.Table
		}
		merged = append(merged, phrase.Fill(w.Row, "antal", strconv.Itoa(m.Rows), "tabell", table, "rad", m.Into))
	}
	if len(merged) > 0 {
		text = together(text, phrase.Fill(w.Merged, "vad", c.t.List(merged)))
	}
	hidden := phrase.Fill(w.None, "alla", Count(p.Of).String())
	if p.Hidden > 0 {
		hidden = phrase.Fill(w.Hidden, "dolda", Count(p.Hidden).String(), "alla", Count(p.Of).String(), "andel", Percent(p.Hidden, p.Of).String())
	}
	return []doc.Block{caution([]doc.Inline{doc.Strong(w.Head), doc.Plain(" " + together(text, hidden))})}
}

// leftOut is what was not counted, and why.
func (c *composer) leftOut() []doc.Block {
	if len(c.Told) == 0 {
		return nil
	}
	list := &doc.List{Kind: doc.Bullets}
	for _, t := range c.Told {
		list.Items = append(list.Items, doc.Item{Lines: [][]doc.Inline{plain(phrase.Fill(c.w.NotIn, "vad", t.Text, "antal", t.Count.String()))}})
	}
	return []doc.Block{list}
}

// day is a day of the JSON in words.
func (c *composer) day(text string) string {
	d, _ := source.ParseDate(text)
	return c.t.Day(d)
}
