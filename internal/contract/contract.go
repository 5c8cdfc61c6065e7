// Package contract composes the patient's paper: one plan becomes one
// document, part by part in the order of the layout, in the words of the
// language. No rule of care is decided here, and no millimetre.
package contract

import (
	"strconv"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// composer is what every part is made of: the plan, the words and the
// heading that the layout gives the part.
type composer struct {
	p       *careplan.CarePlan
	t       *phrase.Table
	c       *phrase.Contract
	name    string // of the part
	heading string
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

// Document is the contract's name and the parts that its layout may have.
func Document() phrase.Document {
	d := phrase.Document{Name: "kontrakt"}
	for _, p := range parts() {
		d.Parts = append(d.Parts, p.Known)
	}
	return d
}

// Compose makes the patient's paper of a plan. It cannot fail: what the
// layout and the words lack was told when they were read.
func Compose(p *careplan.CarePlan, l *phrase.Layout, t *phrase.Table) *doc.Document {
	byName := make(map[string]func(*composer) []doc.Block)
	for _, part := range parts() {
		byName[part.Name] = part.compose
	}
	var content []doc.Block
	for _, part := range l.Parts {
		if compose := byName[part.Name]; compose != nil {
			c := &composer{p: p, t: t, c: &t.Contract, name: part.Name, heading: t.Heading(part.Heading)}
			content = append(content, compose(c)...)
		}
	}
	return document(p, t, doc.Map(content, t.Keep))
}

// document is the paper around its content. The file's title holds the kind
// of paper and the plan's id, never what the patient has.
func document(p *careplan.CarePlan, t *phrase.Table, content []doc.Block) *doc.Document {
	c := &t.Contract
	kind := kindOf(p, t)
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
