package contract

import (
	"strconv"
	"strings"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// seekCare is when to seek care, in three frames by urgency. All three always
// stand there, with a line to fall back on: the numbers tell the degree only
// when none is missing.
func seekCare(c *composer) []doc.Block {
	u := c.p.Unit
	return c.section(
		c.zone(careplan.ContactUs, phone(u.Phone), plain(capital(u.Hours))),
		c.zone(careplan.SameDay, phone(u.Phone)),
		c.zone(careplan.Call112),
	)
}

// zoneOf is the words of an urgency.
func (c *composer) zoneOf(u careplan.Urgency) phrase.Zone {
	z := c.c.Zones
	return []phrase.Zone{careplan.ContactUs: z.ContactUs, careplan.SameDay: z.SameDay, careplan.Call112: z.Call112}[u]
}

func (c *composer) zone(urgency careplan.Urgency, under ...[]doc.Inline) doc.Block {
	z := c.zoneOf(urgency)
	var texts []string
	for _, w := range c.p.Warnings {
		if w.Urgency == urgency {
			texts = append(texts, w.Text)
		}
	}
	if len(texts) == 0 {
		texts = []string{z.Fallback}
	}
	weight := int(urgency) + 1
	return &doc.Box{
		Style:   doc.Zone,
		Weight:  weight,
		Level:   3,
		ID:      c.name + "-" + strconv.Itoa(weight),
		Label:   plain(strconv.Itoa(weight) + "\u00a0 " + z.Label),
		Beside:  c.beside(func(c *composer) string { return c.zoneOf(urgency).Label }),
		Under:   lines(append(under, plain(z.Under))...),
		Content: list(doc.Bullets, items(texts)),
	}
}

// booking is how to reach us, also when we are closed, with a code for the
// telephone's camera beside it.
func booking(c *composer) []doc.Block {
	u := c.p.Unit
	var web []doc.Inline
	if u.Booking != "" {
		web = around(c.c.Book, "{adress}", link(u.Booking))
	}
	var call []doc.Inline
	if u.Phone != "" {
		call = around(c.c.Call, "{telefon}", phone(u.Phone))
	}
	blocks := under(
		call,
		plain(sentence(fill(c.c.Hours, "tider", u.Hours))),
		plain(sentence(fill(c.c.OutOfHours, "vad", u.OutOfHours))),
		web,
		plain(sentence(fill(c.c.Address, "adress", strings.Join(u.Address, ", ")))),
	)
	if c.p.Patient.Interpreter {
		blocks = append(blocks, paragraph(c.c.Interpreter)...)
	}
	if qr := c.desk.qr(u.Booking, phrase.Fill(c.c.QR, "adress", short(u.Booking))); qr != nil {
		blocks = append(blocks, qr)
	}
	return c.section(blocks...)
}
