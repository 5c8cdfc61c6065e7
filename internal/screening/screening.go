// Package screening composes the form on which one patient's journal review
// and consultation are filled in by hand: every key of the review file that
// people answer, with what is known already filled in. It needs no plan.
package screening

import (
	"strconv"
	"strings"

	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Name is what the form is called among the documents, and in its files' names.
const Name = "granskningsmall"

// composer is what every part is made of.
type composer struct {
	r       *review.Review
	s       review.Screening
	t       *phrase.Table
	w       *phrase.Screening
	name    string // of the part
	heading string // its key among the words
}

// part is a part of the form and how it is made.
type part struct {
	phrase.Known
	compose func(*composer) []doc.Block
}

func parts() []part {
	return []part{
		{phrase.Known{Name: "titel", Must: true, Title: true}, title},
		{phrase.Known{Name: "identitet", Must: true}, identity},
		{phrase.Known{Name: "urval", Heading: true}, selection},
		{phrase.Known{Name: "granskning", Heading: true, Must: true}, journal},
		{phrase.Known{Name: "bedömning", Heading: true, Must: true}, verdict},
		{phrase.Known{Name: "konsultation", Heading: true}, consultation},
	}
}

// Document is the form's name and the parts that its layout may have.
func Document() phrase.Document {
	d := phrase.Document{Name: Name, Staff: true}
	for _, p := range parts() {
		d.Parts = append(d.Parts, p.Known)
	}
	return d
}

// Compose makes the form of one patient. It cannot fail: what the layout and
// the words lack was told when they were read.
func Compose(r *review.Review, l *phrase.Layout, t *phrase.Table) *doc.Document {
	c := composer{r: r, t: t, w: &t.Screening}
	if r.Screening != nil {
		c.s = *r.Screening
	}
	var content []doc.Block
	for _, of := range l.Parts {
		for _, p := range parts() {
			if p.Name == of.Name {
				c.name, c.heading = of.Name, of.Heading
				content = append(content, p.compose(&c)...)
			}
		}
	}
	return &doc.Document{
		Title: c.w.Kind + " " + r.Patient.ID, Lang: t.Lang, Subject: c.w.Kind, Read: doc.AtDesk,
		Date:    c.s.Date.String(),
		Foot:    doc.Foot{Left: plain(c.w.Kind + "\u00a0· " + r.Patient.ID), Page: c.w.Page},
		Content: doc.Map(content, t.Keep),
	}
}

func title(c *composer) []doc.Block {
	return []doc.Block{
		&doc.Heading{Level: 1, ID: c.name, Text: plain(c.w.Title)},
		&doc.Box{Style: doc.Note, Content: []doc.Block{&doc.Paragraph{Text: plain(c.w.ForStaff)}}},
	}
}

// identity is who the patient is, as far as the file tells.
func identity(c *composer) []doc.Block {
	p, age := c.r.Patient, ""
	if s := c.r.Selection; s != nil && s.Age != nil {
		age = phrase.Fill(c.w.Years, "år", strconv.Itoa(*s.Age))
	}
	known := map[string]string{
		"id": p.ID, "namn": p.Name, "personnummer": c.r.PrintedNumber(), "kön": c.w.Sex.Of(p.Sex), "ålder": age,
	}
	terms := &doc.List{Kind: doc.Terms}
	for _, what := range c.w.Person {
		if value := known[what.Key]; value != "" {
			terms.Items = append(terms.Items, doc.Item{Label: plain(what.Value), Lines: [][]doc.Inline{{doc.Strong(value)}}})
		}
	}
	return []doc.Block{terms}
}

// selection is why the patient was chosen: the contacts of the year.
func selection(c *composer) []doc.Block {
	s := c.r.Selection
	if s == nil {
		return nil
	}
	doctors := ""
	if s.Doctors != nil {
		doctors = strconv.Itoa(*s.Doctors)
	}
	known := map[string]string{
		"kontakter":         phrase.Fill(c.w.Contacts, "antal", strconv.Itoa(s.Contacts), "år", strconv.Itoa(s.Year), "tröskel", strconv.Itoa(s.Threshold)),
		"per_yrkeskategori": c.counts(s.ByProfession), "per_enhet": c.counts(s.ByUnit), "olika_läkare": doctors,
	}
	t := &doc.Table{Columns: []doc.TableColumn{{Weight: 1}, {Weight: 3}}, Head: [][]doc.Cell{{{Text: plain(c.w.Fact)}, {Text: plain(c.w.Value)}}}}
	for _, what := range c.w.Selection {
		if value := known[what.Key]; value != "" {
			t.Rows = append(t.Rows, []doc.Cell{{Text: plain(what.Value), Header: true}, {Text: plain(value)}})
		}
	}
	return c.section(t)
}

// counts are counts after one another: "Läkare 9, Sjuksköterska 20".
func (c *composer) counts(all []source.Count) string {
	var said []string
	for _, n := range all {
		said = append(said, phrase.Fill(c.w.Count, "vad", n.Name, "antal", strconv.Itoa(n.N)))
	}
	return strings.Join(said, ", ")
}

// journal is step 1: what the journal says.
func journal(c *composer) []doc.Block {
	s := c.s
	known := map[string]source.Answer{
		"journalförd_överenskommelse": s.Agreement, "fast_vårdkontakt": s.HasContact, "fast_läkarkontakt": s.HasDoctor,
		"återkommande_utan_förbättring": s.Recurring, "tecken_på_psykisk_ohälsa": s.MentalIllHealth,
		"beaktat_biologiskt": s.Considered.Biological, "beaktat_psykologiskt": s.Considered.Psychological, "beaktat_socialt": s.Considered.Social,
	}
	questions := c.answers(c.w.Answers)
	for _, q := range c.w.Questions {
		questions.Rows = append(questions.Rows, c.answerRow(q.Value, known[q.Key], c.w.Answers))
	}
	return c.section(
		c.fields(field{"datum", c.t.ShortDay(s.Date)}, field{"granskare", strings.Join(s.Reviewers, ", ")}),
		questions,
		c.fields(field{"besvär", s.Complaint}, field{"diagnoser", strings.Join(s.Diagnoses, ", ")}),
		c.choices("samordnande_kontakt", c.linked(), s.Coordination),
	)
}

// linked are the kinds of coordinating contact, as they are written in a file.
func (c *composer) linked() []string {
	var all []string
	for _, k := range c.w.Linked {
		all = append(all, k.Key)
	}
	return all
}

// verdict is whether the patient goes on to a consultation, and else why not.
func verdict(c *composer) []doc.Block {
	two := phrase.Words{}
	for _, a := range c.w.Answers {
		if a.Key != string(source.Unclear) {
			two = append(two, a)
		}
	}
	on := c.answers(two)
	on.Rows = append(on.Rows, c.answerRow(c.w.Step2, c.s.Step2, two))
	var reason []string
	if c.s.ExclusionReason != "" {
		reason = []string{c.s.ExclusionReason}
	}
	return c.section(on, c.choices("exkluderingsorsak", c.w.Reasons, reason), c.other())
}

// consultation is step 2: who advised, on what, and what it led to.
func consultation(c *composer) []doc.Block {
	var k review.Consultation
	if c.r.Consultation != nil {
		k = *c.r.Consultation
	}
	return c.section(
		c.fields(field{"konsultation_datum", c.t.ShortDay(k.Date)}),
		c.choices("professioner", c.w.Roles, k.Professions),
		c.choices("frågeställningar", c.w.Asked, k.Questions),
		c.choices("åtgärder", c.w.Actions, k.Actions),
		c.other(),
	)
}
