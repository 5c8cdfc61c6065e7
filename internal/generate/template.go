package generate

import (
	"bytes"
	"strings"

	"kontrakt/internal/doc"
	"kontrakt/internal/plan"
	"kontrakt/internal/render"
	"kontrakt/internal/source"
)

// AnyCharacter are options for reading templates when nothing is to be
// printed, as when a shell asks for their ids.
func AnyCharacter() source.Options { return source.Options{} }

// Template is a whole plan template as text, for staff: everything that can
// be chosen with its id and its sources, what always comes along, and what a
// reviewer must decide.
func (l *Line) Template(d *plan.Definition) ([]byte, error) {
	t := &templateText{d: d}
	t.head()
	t.prose()
	t.choices()
	t.always()
	t.forStaff()
	var b bytes.Buffer
	err := render.Text(&b, &doc.Document{Title: d.Name, Lang: d.Lang, Content: t.blocks})
	return b.Bytes(), err
}

// templateText collects the blocks of a template's text.
type templateText struct {
	d      *plan.Definition
	blocks []doc.Block
}

func plain(s string) []doc.Inline { return []doc.Inline{doc.Plain(s)} }

func (t *templateText) add(b ...doc.Block) { t.blocks = append(t.blocks, b...) }

// head is the template's name and how far it can be trusted.
func (t *templateText) head() {
	d := t.d
	reviewed := "ingen: mallen är ett utkast"
	if d.Reviewed != nil {
		reviewed = joined(d.Reviewed.By, d.Reviewed.Role, d.Reviewed.Date.String())
	}
	t.add(&doc.Heading{Level: 1, Text: plain("Planmall: " + d.Name)})
	t.list("", []string{
		"id: " + d.ID,
		"version: " + d.Version + ", skriven " + d.Written.String(),
		"granskad av: " + reviewed,
		"gäller till: " + d.ValidTo.String(),
		"ICD-10-SE: " + strings.Join(d.ICD10, ", "),
	})
}

// prose is what the patient reads about the diagnosis.
func (t *templateText) prose() { t.add(t.d.Prose...) }

// list is a heading and its points; nothing when there are none.
func (t *templateText) list(heading string, points []string) {
	if len(points) == 0 {
		return
	}
	if heading != "" {
		t.add(&doc.Heading{Level: 2, Text: plain(heading)})
	}
	items := make([]doc.Item, len(points))
	for i, p := range points {
		items[i] = doc.Item{Lines: [][]doc.Inline{plain(p)}}
	}
	t.add(&doc.List{Kind: doc.Bullets, Items: items})
}

// row is a line of the template: what it says, its id and its sources.
func row(id string, sources []string, texts ...string) string {
	from := strings.Join(sources, ", ")
	if from == "" || from == plan.Unsourced {
		from = "källa saknas"
	}
	return joined(texts...) + " (" + id + "; " + from + ")"
}

// rows makes a row of each line.
func rows[T any](lines []T, text func(T) string) []string {
	all := make([]string, len(lines))
	for i, l := range lines {
		all[i] = text(l)
	}
	return all
}

// choices are the lines that a plan may choose among.
func (t *templateText) choices() {
	d := t.d
	action := func(a plan.Action) string { return row(a.ID, a.Sources, a.Text, a.Who, a.When) }
	t.list("Att välja: jag gör", rows(d.PatientDoes, action))
	t.list("Att välja: vården gör", rows(d.UnitDoes, action))
	t.list("Att välja: kontakter", rows(d.Contacts, func(c plan.Contact) string { return row(c.ID, c.Sources, c.What, c.Who, c.When) }))
	t.list("Att välja: mått", rows(d.Targets, func(m plan.Target) string { return row(m.Measure, m.Sources, m.Measure, m.HowOften, m.Value) }))
	t.list("Att välja: remisser", rows(d.Referrals, func(r plan.Referral) string { return row(r.ID, r.Sources, r.To, r.Why) }))
}

// always is what comes along in every plan of the template.
func (t *templateText) always() {
	warning := func(w plan.Warning) string { return row(w.ID, w.Sources, w.Text) }
	t.list("Alltid med: kontakta oss", rows(t.d.Seek.ContactUs, warning))
	t.list("Alltid med: ring samma dag", rows(t.d.Seek.SameDay, warning))
	t.list("Alltid med: ring 112", rows(t.d.Seek.Call112, warning))
	t.list("Patientorganisationer", rows(t.d.Organisations, func(o plan.Organisation) string { return joined(o.Name, o.URL) }))
}

// forStaff is what the patient never sees.
func (t *templateText) forStaff() {
	d := t.d
	t.list("Använd inte mallen när", rows(d.NotWhen, func(e plan.Exclusion) string { return row(e.ID, e.Sources, e.Text) }))
	t.list("Går inte ihop med", rows(d.Conflicts, func(c plan.Conflict) string {
		return row(c.ID, c.Sources, c.Text, c.With, strings.Join(c.ICD10, ", "), strings.Join(c.Lines, ", "))
	}))
	t.list("Den som granskar måste avgöra", d.ToReview)
	t.list("Källor", rows(d.Sources, func(s plan.Source) string { return s.ID + ": " + joined(s.Title, s.URL) }))
}
