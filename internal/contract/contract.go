// Package contract composes the papers of a plan: the contract, and what can
// be made of the same plan beside it. One plan becomes one document, part by
// part in the order of the layout, in the words of the language. No rule of
// care is decided here, and no millimetre.
package contract

import (
	"slices"
	"strconv"

	"kontrakt/internal/careplan"
	"kontrakt/internal/chart"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// composer is what every part is made of: the plan, the words and the
// heading that the layout gives the part.
type composer struct {
	p       *careplan.CarePlan
	t       *phrase.Table
	c       *phrase.Contract
	name    string   // of the part
	heading string   // its key among the words
	rows    []int    // of each page of a paper of few pages: how many the plan has instead
	gravest []string // signs that are not among those, if it can be helped
	desk    *Desk
}

// Desk is where papers are composed after one another: it keeps the drawing
// that is alike on every paper of a clinic, the code beside its address. Each
// worker has a Desk of its own; the zero Desk is ready to use.
type Desk struct {
	address, alt string // of the code
	code         *doc.Figure
}

// qr is an address as a code.
func (d *Desk) qr(address, alt string) *doc.Figure {
	if d.address != address || d.alt != alt {
		d.address, d.alt, d.code = address, alt, chart.QR(address, alt)
	}
	return d.code
}

// part is a part of the contract: what a layout may say of it, and how it is
// made. A part that the plan leaves empty gives no blocks.
type part struct {
	phrase.Known
	compose func(*composer) []doc.Block
}

// parts are all parts, in the order of the paper.
func parts() []part {
	plain := func(name string, f func(*composer) []doc.Block) part {
		return part{phrase.Known{Name: name}, f}
	}
	headed := func(name string, f func(*composer) []doc.Block) part {
		return part{phrase.Known{Name: name, Heading: true}, f}
	}
	return []part{
		plain("avsändare", sender),
		{phrase.Known{Name: "titel", Must: true, Title: true}, title},
		{phrase.Known{Name: "identitet", Must: true}, identity},
		headed("nästa_steg", nextStep),
		headed("viktigt", matters),
		headed("styrkor", strengths),
		headed("ersätter", changes),
		headed("överenskommelse", agreement),
		plain("jag_och_vården_gör", activities),
		headed("mål", goals),
		headed("kontakter", appointments),
		headed("remisser", referrals),
		headed("vårdkontakter", contacts),
		{phrase.Known{Name: "söka_vård", Heading: true, Must: true}, seekCare},
		headed("egenmätning", measurements),
		headed("läkemedel", medicines),
		plain("diagnoser", conditions),
		headed("boka", booking),
		headed("andra_planer", otherPlans),
		headed("närstående", relatives),
		headed("uppföljning", followUp),
		headed("genomgång", walkthrough),
		{phrase.Known{Name: "om_pappret", Heading: true, Must: true}, aboutPaper},
	}
}

// paper is a kind of paper that can be made of a plan.
type paper struct {
	name  string
	kind  func(*careplan.CarePlan, *phrase.Table) string // what the paper is called
	parts func() []part
	staff bool
	read  doc.Reading
	empty func(*careplan.CarePlan) bool  // that the plan has nothing to say in it; nil for never
	limit func(*careplan.CarePlan) Limit // nil for a paper of any length
}

// papers are all of them, the contract first.
func papers() []paper {
	return []paper{
		{name: "kontrakt", kind: kindOf, parts: parts},
		{name: "kylskap", kind: func(_ *careplan.CarePlan, t *phrase.Table) string { return t.Fridge.Kind }, parts: fridgeParts, read: doc.OnWall, limit: fridgeLimit},
		{name: "dagbok", kind: func(_ *careplan.CarePlan, t *phrase.Table) string { return t.Diary.Kind }, parts: diaryParts, empty: func(p *careplan.CarePlan) bool { return len(diaries(p)) == 0 }, limit: diaryLimit},
		{name: "klinikerblad", kind: func(_ *careplan.CarePlan, t *phrase.Table) string { return t.Sheet.Kind }, parts: sheetParts, staff: true, read: doc.AtDesk},
		{name: "uppfoljning", kind: func(_ *careplan.CarePlan, t *phrase.Table) string { return t.FollowUp.Kind }, parts: followUpParts},
	}
}

// paperOf is the paper that a layout is of.
func paperOf(l *phrase.Layout) (paper, bool) {
	all := papers()
	i := slices.IndexFunc(all, func(p paper) bool { return p.name == l.Document })
	if i < 0 {
		return paper{}, false
	}
	return all[i], true
}

// Documents are the papers' names and the parts that their layouts may have.
func Documents() []phrase.Document {
	var all []phrase.Document
	for _, p := range papers() {
		d := phrase.Document{Name: p.name, Staff: p.staff}
		for _, part := range p.parts() {
			d.Parts = append(d.Parts, part.Known)
		}
		all = append(all, d)
	}
	return all
}

// Compose is Desk.Compose for a single paper.
func Compose(p *careplan.CarePlan, l *phrase.Layout, t *phrase.Table) *doc.Document {
	return new(Desk).Compose(p, l, t)
}

// Compose makes the paper that a layout is of. It cannot fail: what the
// layout and the words lack was told when they were read. It is nil where the
// plan has nothing to say in such a paper, as a diary of nothing.
func (d *Desk) Compose(p *careplan.CarePlan, l *phrase.Layout, t *phrase.Table) *doc.Document {
	return d.Shortened(p, l, t, nil)
}

// Shortened is Compose with so many rows of each page, at most what its
// Limit spares, said to stand in the plan instead: for a paper that must keep to so
// many pages. Pages after the last of rows have all.
func (d *Desk) Shortened(p *careplan.CarePlan, l *phrase.Layout, t *phrase.Table, rows []int) *doc.Document {
	paper, ok := paperOf(l)
	if !ok || paper.empty != nil && paper.empty(p) {
		return nil
	}
	known := paper.parts()
	const ordinary = 64 // blocks: few papers have more
	content := make([]doc.Block, 0, ordinary)
	c := &composer{p: p, t: t, c: &t.Contract, rows: rows, gravest: l.Gravest, desk: d}
	for _, of := range l.Parts {
		if k := slices.IndexFunc(known, func(p part) bool { return p.Name == of.Name }); k >= 0 {
			c.name, c.heading = of.Name, of.Heading
			content = append(content, known[k].compose(c)...)
		}
	}
	if t.Easy() && paper.read != doc.OnWall { // on the wall the number of signs matters more
		content = bySentence(content, t.Abbreviations)
	}
	content = spoken(content, p, t)
	made := document(p, t, paper.kind(p, t), doc.Map(content, t.Keep))
	made.Read, made.Easy = paper.read, t.Easy()
	return made
}

// document is the paper around its content. The file's title holds the kind
// of paper and the plan's id, never what the patient has.
func document(p *careplan.CarePlan, t *phrase.Table, kind string, content []doc.Block) *doc.Document {
	c := &t.Contract
	edition := phrase.Fill(c.Edition, "dokument", kind, "utgåva", strconv.Itoa(p.Edition))
	between := doc.Plain("\u00a0· ")
	keep := func(s string) doc.Inline { return doc.Plain(t.Keep(s)) }
	return &doc.Document{
		Title:   kind + " " + p.ID,
		Lang:    t.Lang,
		Subject: edition,
		Date:    p.Date.String(),
		Foot: doc.Foot{
			Left:  []doc.Inline{keep(p.Patient.Name), between, keep(p.ID), between, keep(edition)},
			Right: []doc.Inline{keep(phrase.Fill(c.FootValid, "datum", t.Day(p.ValidTo)))},
			Page:  c.Page,
		},
		Content: content,
	}
}

// kindOf is the clinic's word for the paper.
func kindOf(p *careplan.CarePlan, t *phrase.Table) string {
	if kind := t.Contract.Titles.Of(p.Unit.Title); kind != "" {
		return kind
	}
	return t.Contract.Titles[0].Value
}
