package contract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// sheetParts are the parts of the clinician's sheet.
func sheetParts() []part {
	headed := func(name string, f func(*composer) []doc.Block) part {
		return part{phrase.Known{Name: name, Heading: true}, f}
	}
	return []part{
		{phrase.Known{Name: "titel", Must: true, Title: true}, sheetTitle},
		{phrase.Known{Name: "identitet", Must: true}, identity},
		headed("sju_frågor", coverage),
		headed("berätta", teachBack),
		{phrase.Known{Name: "granskat", Heading: true, Must: true}, reviewed},
		headed("utelämnat", declined),
		headed("avgjort", weighed),
		headed("inte_när", notWhen),
		headed("granska", toReview),
		headed("källor", sources),
	}
}

func sheetTitle(c *composer) []doc.Block {
	w := c.t.Sheet
	h := &doc.Heading{Level: 1, ID: c.name, Label: plain(w.Kind), Text: plain(fill(w.Title, "diagnoser", c.conditionNames()))}
	if doc.Text(h.Text) == "" {
		h.Label, h.Text = nil, plain(w.Kind)
	}
	return []doc.Block{h, &doc.Box{Style: doc.Note, Content: paragraph(w.ForStaff)}}
}

// Missing is what a plan lacks of the seven questions, in words for staff.
func Missing(questions []careplan.Question, t *phrase.Table) []string {
	var missing []string
	for _, q := range questions {
		if !q.Answered {
			missing = append(missing, t.Sheet.Parts.Of(q.Key))
		}
	}
	return missing
}

// Coverage says how many of the seven questions a plan answers, and which
// are left.
func Coverage(questions []careplan.Question, t *phrase.Table) string {
	missing := Missing(questions, t)
	if len(missing) == 0 {
		return t.Sheet.AnswersAll
	}
	return phrase.Fill(t.Sheet.Answers, "antal", strconv.Itoa(careplan.Answered(questions)), "saknas", strings.Join(missing, ", "))
}

// coverage is which of the seven questions the plan answers.
func coverage(c *composer) []doc.Block {
	w, questions := c.t.Sheet, c.p.Seven()
	table := &doc.Table{
		Columns: []doc.TableColumn{{Weight: 4}, {Weight: 1}},
		Head:    [][]doc.Cell{{{Text: plain(w.Question)}, {Text: plain(w.InPlan)}}},
	}
	for _, q := range questions {
		answer := plain(w.Yes)
		if !q.Answered {
			answer = strong(w.No)
		}
		what := strconv.Itoa(q.Number) + ". " + capital(w.Parts.Of(q.Key))
		table.Rows = append(table.Rows, []doc.Cell{{Text: plain(what), Header: true}, {Text: answer}})
	}
	return c.section(append(paragraph(sentence(Coverage(questions, c.t))), table)...)
}

// teachBack is three prompts: the patient tells in own words.
func teachBack(c *composer) []doc.Block {
	w := c.t.Sheet
	asked := &doc.List{Kind: doc.Checks, Alt: w.Tick, Items: items(w.Prompts)}
	return c.section(append(paragraph(w.TeachBack), asked)...)
}

// reviewed is who has signed each template, or that nobody has.
func reviewed(c *composer) []doc.Block {
	w := c.t.Sheet
	var texts []string
	for _, d := range c.p.Conditions {
		text := phrase.Fill(w.Unreviewed, "mall", d.ID, "version", d.Version)
		if !d.Draft {
			text = phrase.Fill(w.Reviewed, "mall", d.ID, "version", d.Version, "vem", d.ReviewedBy)
		}
		texts = append(texts, joined(", ", text, c.day(w.ValidTo, d.ValidTo)))
	}
	return c.section(list(doc.Bullets, verbatim(texts))...)
}

// verbatim are texts as items, without a capital: they begin with an id.
func verbatim(texts []string) []doc.Item {
	var all []doc.Item
	for _, s := range texts {
		all = append(all, doc.Item{Lines: lines(plain(s))})
	}
	return all
}

// declined is what was considered and not chosen.
func declined(c *composer) []doc.Block {
	var texts []string
	for _, d := range c.p.Declined {
		texts = append(texts, joined(": ", d.From, d.Text))
	}
	return c.section(list(doc.Bullets, verbatim(texts))...)
}

// weighed is what does not go together, and how it was settled.
func weighed(c *composer) []doc.Block {
	var texts []string
	for _, x := range c.p.Weighed {
		choice := cmp.Or(x.Choice, c.t.Sheet.Declined)
		text := phrase.Fill(c.t.Sheet.Weighed, "krock", sentence(x.Text), "val", choice)
		texts = append(texts, joined(": ", x.ID, text))
	}
	return c.section(list(doc.Bullets, verbatim(texts))...)
}

func notWhen(c *composer) []doc.Block {
	return c.byTemplate(func(d careplan.Condition) []string { return d.NotWhen })
}

func toReview(c *composer) []doc.Block {
	return c.byTemplate(func(d careplan.Condition) []string { return d.ToReview })
}

// byTemplate is a list of texts for each template that has any.
func (c *composer) byTemplate(texts func(careplan.Condition) []string) []doc.Block {
	var blocks []doc.Block
	for _, d := range c.p.Conditions {
		all := texts(d)
		if len(all) == 0 {
			continue
		}
		if len(c.p.Conditions) > 1 {
			blocks = append(blocks, &doc.Heading{Level: 3, Text: plain(capital(d.Name)), ID: c.name + "-" + d.ID})
		}
		blocks = append(blocks, list(doc.Bullets, items(all))...)
	}
	return c.section(blocks...)
}

// cited is the sources of a paper, each with its number.
type cited struct {
	c   *composer
	all []careplan.Source
}

// sources are the sources of each line, by number, and then what they are.
func sources(c *composer) []doc.Block {
	s := &cited{c: c}
	var blocks []doc.Block
	for _, group := range s.groups() {
		if len(group.rows) == 0 {
			continue
		}
		blocks = append(blocks, &doc.Table{
			Caption: plain(group.caption),
			Columns: []doc.TableColumn{{Weight: 5}, {Weight: 1}},
			Head:    [][]doc.Cell{{{Text: plain(c.t.Sheet.Line)}, {Text: plain(c.t.Sheet.Source)}}},
			Rows:    group.rows,
		})
	}
	return c.section(append(blocks, list(doc.Numbered, s.list())...)...)
}

// group is a list of the plan and its lines' sources.
type group struct {
	caption string
	rows    [][]doc.Cell
}

// groups are the lists whose lines may come from templates.
func (s *cited) groups() []group {
	c, p := s.c, s.c.p
	does := []group{{caption: c.c.PatientDoes}, {caption: c.c.UnitDoes}}
	for _, a := range p.Activities {
		does[a.Performer].rows = append(does[a.Performer].rows, s.row(a.Text, a.From, a.Sources))
	}
	coming := group{caption: c.t.Sheet.Coming}
	for _, a := range p.Appointments {
		coming.rows = append(coming.rows, s.row(a.What, a.From, a.Sources))
	}
	referred := group{caption: c.t.Sheet.Referred}
	for _, r := range p.Referrals {
		referred.rows = append(referred.rows, s.row(r.To, r.From, r.Sources))
	}
	measured := group{caption: c.t.Sheet.Measured}
	for _, m := range p.Measurements {
		measured.rows = append(measured.rows, s.row(c.target(m.Measure, m.Target), strings.Join(m.Templates, ""), m.Sources))
	}
	signs := group{caption: c.t.Sheet.Signs}
	for _, w := range p.Warnings {
		signs.rows = append(signs.rows, s.row(w.Text, w.From, w.Sources))
	}
	prose := group{caption: c.t.Sheet.Texts}
	for _, d := range p.Conditions {
		prose.rows = append(prose.rows, s.row(phrase.Fill(c.t.Sheet.Prose, "diagnos", d.Name), d.ID, d.Sources))
	}
	return append(does, coming, referred, measured, signs, prose)
}

// row is a line and the numbers of its sources; that it is the review's own,
// or that its template names none.
func (s *cited) row(text, from string, sources []careplan.Source) []doc.Cell {
	var numbers []string
	for _, source := range sources {
		i := slices.Index(s.all, source)
		if i < 0 {
			i = len(s.all)
			s.all = append(s.all, source)
		}
		numbers = append(numbers, strconv.Itoa(i+1))
	}
	said := strings.Join(numbers, ", ")
	switch {
	case from == "":
		said = s.c.t.Sheet.Own
	case said == "":
		said = s.c.t.Sheet.Unsourced
	}
	return []doc.Cell{{Text: plain(sentence(text)), Header: true}, {Text: plain(said)}}
}

// list is the sources in the order of their numbers.
func (s *cited) list() []doc.Item {
	var all []doc.Item
	for _, source := range s.all {
		about := append(plain(joined(", ", source.Title, source.Date)), doc.Plain(" "))
		all = append(all, doc.Item{Lines: lines(append(about, link(source.URL)...))})
	}
	return all
}
