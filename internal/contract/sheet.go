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
	c    *composer
	rows [][]doc.Cell
	all  []careplan.Source
}

// sources are the sources of each line of the templates, by number, and then
// what they are. The review's own lines have none.
func sources(c *composer) []doc.Block {
	w, s := c.t.Sheet, &cited{c: c}
	s.lines()
	if len(s.rows) == 0 {
		return nil
	}
	table := &doc.Table{
		Columns: []doc.TableColumn{{Weight: 2}, {Weight: 5}, {Weight: 1}},
		Head:    [][]doc.Cell{{{Text: plain(w.Part)}, {Text: plain(w.Line)}, {Text: plain(w.Source)}}},
		Rows:    s.rows,
	}
	return c.section(append([]doc.Block{table}, list(doc.Numbered, s.list())...)...)
}

// lines are all lines that come from templates, in the order of the paper.
func (s *cited) lines() {
	c, p, w := s.c, s.c.p, s.c.t.Sheet
	does := []string{careplan.ByPatient: c.c.PatientDoes, careplan.ByUnit: c.c.UnitDoes}
	for _, a := range p.Activities {
		s.row(does[a.Performer], a.Text, a.From != "", a.Sources)
	}
	for _, a := range p.Appointments {
		s.row(w.Coming, a.What, a.From != "", a.Sources)
	}
	for _, r := range p.Referrals {
		s.row(w.Referred, r.To, r.From != "", r.Sources)
	}
	for _, m := range p.Measurements {
		s.row(w.Measured, c.target(m.Measure, m.Target), len(m.Templates) > 0, m.Sources)
	}
	z := c.c.Zones
	zones := []string{careplan.ContactUs: z.ContactUs.Label, careplan.SameDay: z.SameDay.Label, careplan.Call112: z.Call112.Label}
	for _, x := range p.Warnings {
		s.row(zones[x.Urgency], x.Text, x.From != "", x.Sources)
	}
	for _, d := range p.Conditions {
		s.row(w.Texts, phrase.Fill(w.Prose, "diagnos", d.Name), true, d.Sources)
		if last := s.rows[len(s.rows)-1]; d.Unsourced && len(d.Sources) > 0 {
			last[2].Text = append(last[2].Text, doc.Plain(", "+w.Partly))
		}
	}
}

// row adds a line of a template with the numbers of its sources, or that the
// template names none.
func (s *cited) row(part, text string, template bool, sources []careplan.Source) {
	if !template {
		return
	}
	var numbers []string
	for _, source := range sources {
		i := slices.Index(s.all, source)
		if i < 0 {
			i = len(s.all)
			s.all = append(s.all, source)
		}
		numbers = append(numbers, strconv.Itoa(i+1))
	}
	said := cmp.Or(strings.Join(numbers, ", "), s.c.t.Sheet.Unsourced)
	s.rows = append(s.rows, []doc.Cell{{Text: plain(part)}, {Text: plain(sentence(text))}, {Text: plain(said)}})
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
