package contract

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
)

// appointments are the coming contacts: when, what, with whom, booked or
// not. A day that nobody has said is booked is told as not booked: then the
// worst that can happen is a call too many. Of words as "om tre månader" only
// what has been written is told.
func appointments(c *composer) []doc.Block {
	var rows []doc.Item
	for _, a := range c.p.Appointments {
		label, words := c.time(a.When)
		booked := c.c.Booked.Answer(a.Booked)
		if booked == "" && a.When.Words == "" {
			booked = c.c.Booked.Of("nej")
		}
		rows = append(rows, doc.Item{
			Label: label,
			Lines: lines(lead(a.What, sentences(a.Who, words, fill(c.c.Place, "plats", a.Where), booked))),
		})
	}
	return c.section(list(doc.Rows, rows)...)
}

// time is when a contact is: a day, or a few words, as the row's label; a
// longer description among the row's own words, where there is room for it.
func (c *composer) time(w careplan.When) (label []doc.Inline, words string) {
	const narrow = 20 // characters that stand well in the column of dates
	if utf8.RuneCountInString(w.Words) > narrow {
		return nil, w.Words
	}
	return plain(capital(cmp.Or(c.t.ShortWhen(w), c.c.NoTime))), ""
}

// referrals are where the patient has been referred and how far it has come.
func referrals(c *composer) []doc.Block {
	var rows []doc.Item
	for _, r := range c.p.Referrals {
		label := joined("\n", c.t.ShortDay(r.Date), c.c.Status.Of(r.Status))
		rows = append(rows, doc.Item{
			Label: plain(capital(label)),
			Lines: lines(lead(r.To, sentence(r.Why))),
		})
	}
	return c.section(list(doc.Rows, rows)...)
}

// contacts are the named persons in care, the doctor first.
func contacts(c *composer) []doc.Block {
	var rows []doc.Item
	row := func(p careplan.Contact, what string) {
		rows = append(rows, doc.Item{
			Lines: lines(lead(p.Name, joined(" ", run(what, p.Role), sentence(p.Responsibility)))),
			Aside: phone(p.Phone),
		})
	}
	if c.p.Doctor.Name != "" {
		row(c.p.Doctor, c.c.Doctor)
	}
	for _, p := range c.p.Contacts {
		row(p, c.c.Contact)
	}
	blocks := list(doc.Rows, rows)
	if c.p.ContactNotNeeded && len(c.p.Contacts) == 0 {
		blocks = append(blocks, paragraph(c.c.NoneNeeded)...)
	}
	return c.section(blocks...)
}

// relatives are those close to the patient; with protected identity by
// relation only.
func relatives(c *composer) []doc.Block {
	var rows []doc.Item
	for _, r := range c.p.Relatives {
		name, rest, number := r.Name, sentences(r.Relation, r.Part), r.Phone
		if c.p.Patient.Protected || name == "" {
			name, rest, number = capital(r.Relation), sentence(r.Part), ""
		}
		rows = append(rows, doc.Item{Lines: lines(lead(name, rest)), Aside: phone(number)})
	}
	return c.section(list(doc.Rows, rows)...)
}

// otherPlans are the patient's other plans, or that there is none.
func otherPlans(c *composer) []doc.Block {
	var rows []doc.Item
	for _, o := range c.p.OtherPlans {
		rows = append(rows, doc.Item{
			Label: plain(c.t.ShortDay(o.Date)),
			Lines: lines(lead(o.Name, sentence(fill(c.c.InCharge, "vem", o.Responsible)))),
		})
	}
	if len(rows) == 0 && c.p.OtherPlansAsked {
		return c.section(paragraph(c.c.NoOther)...)
	}
	return c.section(list(doc.Rows, rows)...)
}

// joined are the texts that are not empty, with something between them.
func joined(between string, texts ...string) string {
	var all []string
	for _, s := range texts {
		if s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, between)
}
