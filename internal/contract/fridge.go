package contract

import (
	"cmp"
	"slices"
	"strings"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// fridgeParts are the parts of the page for the refrigerator door.
func fridgeParts() []part {
	return []part{
		{phrase.Known{Name: "titel", Must: true, Title: true}, fridgeTitle},
		{phrase.Known{Name: "nästa_steg", Heading: true, Must: true}, nextStep},
		{phrase.Known{Name: "jag_gör", Heading: true}, fridgeDoes},
		{phrase.Known{Name: "söka_vård", Heading: true, Must: true}, fridgeSeek},
		{phrase.Known{Name: "telefon", Heading: true, Must: true}, fridgePhones},
	}
}

// rows are how many rows of each kind the refrigerator page has.
type rows struct{ contactUs, phones, does, sameDay, call112 int }

// allRows is how many there are in the plan.
func allRows(p *careplan.CarePlan) rows {
	r := rows{phones: len(phones(p))}
	for _, a := range p.Activities {
		if a.Performer == careplan.ByPatient {
			r.does++
		}
	}
	for _, w := range p.Warnings {
		switch w.Urgency {
		case careplan.Call112:
			r.call112++
		case careplan.SameDay:
			r.sameDay++
		default:
			r.contactUs++
		}
	}
	return r
}

// without is the rows that are left when n give way: the least urgent first,
// the gravest signs to ring 112 last of all.
func (r rows) without(n int) rows {
	for _, kind := range []struct {
		rows  *int
		least int
	}{
		{&r.contactUs, 2}, {&r.does, 4}, {&r.contactUs, 0}, {&r.phones, 2}, {&r.does, 3},
		{&r.sameDay, 3}, {&r.does, 1}, {&r.sameDay, 1}, {&r.phones, 0}, {&r.call112, 5}, {&r.sameDay, 0}, {&r.does, 0}, {&r.call112, 0},
	} {
		fewer := min(n, max(0, *kind.rows-kind.least))
		*kind.rows -= fewer
		n -= fewer
	}
	return r
}

// Limit is how a paper keeps to few pages.
type Limit struct {
	Spare []int // for each page, how many of its rows can be said to stand in the plan instead; nil for a paper of any length
	Grows bool  // a page that would leave out all that it can leaves out none, and the paper is a page longer
}

// LimitOf is the limit of the paper that a layout is of.
func LimitOf(p *careplan.CarePlan, l *phrase.Layout) Limit {
	if paper, _ := paperOf(l); paper.limit != nil {
		return paper.limit(p)
	}
	return Limit{}
}

// fridgeLimit is one page.
func fridgeLimit(p *careplan.CarePlan) Limit {
	r := allRows(p)
	return Limit{Spare: []int{r.contactUs + r.phones + r.does + r.sameDay + r.call112}}
}

// left is how many rows of a page the plan has instead.
func (c *composer) left(page int) int {
	if page < len(c.rows) {
		return c.rows[page]
	}
	return 0
}

// room is for how many rows of each kind the refrigerator page has room.
func (c *composer) room() rows { return allRows(c.p).without(c.left(0)) }

// fridgeTitle names no diagnosis: everybody who comes by reads the door.
func fridgeTitle(c *composer) []doc.Block {
	return []doc.Block{c.head(1, c.name, func(c *composer) string {
		return cmp.Or(fill(c.t.Fridge.Title, "namn", c.p.Patient.Name), c.t.Fridge.Kind)
	})}
}

// fridgeDoes is what the patient does, each with a box to tick.
func fridgeDoes(c *composer) []doc.Block {
	var items []doc.Item
	left, room := 0, c.room().does
	for _, a := range c.p.Activities {
		switch {
		case a.Performer != careplan.ByPatient:
		case len(items) == room:
			left++
		default:
			action, _ := firstSentence(sentence(a.Text), c.t.Abbreviations)
			items = append(items, doc.Item{Lines: lines(lead(action, sentence(c.t.When(a.When))))})
		}
	}
	blocks := list(doc.Checks, items)
	for _, b := range blocks {
		b.(*doc.List).Alt = c.t.Fridge.Tick
	}
	return c.section(append(blocks, c.more(left, len(items), c.t.Fridge.MoreDo)...)...)
}

// fridgeSeek is when to seek care: the frames of the contract, with as many
// signs as there is room for after one another.
func fridgeSeek(c *composer) []doc.Block {
	blocks, all := seekCare(c), c.room()
	for i, room := range []int{all.contactUs, all.sameDay, all.call112} {
		frame := blocks[i+1].(*doc.Box)
		frame.Content, frame.Under = c.signs(careplan.Urgency(i), room)
	}
	return blocks
}

// signs are the signs of one urgency that there is room for, and what stands
// beside the label: where to ring, or that the signs stand in the plan alone.
func (c *composer) signs(u careplan.Urgency, room int) ([]doc.Block, [][]doc.Inline) {
	z := c.zoneOf(u)
	under := ""
	if u != careplan.ContactUs {
		under = strings.ReplaceAll(z.Under, "\n", " ")
	}
	all := c.warned(u)
	said := c.kept(all, room)
	var texts []string
	for _, w := range said {
		texts = append(texts, strings.ReplaceAll(sentence(w.Text), "\n", " "))
	}
	dropped := len(said) < len(all)
	switch {
	case len(all) == 0:
		texts = []string{sentence(z.Fallback)}
	case len(said) == 0:
		return nil, lines(plain(sentences(under, c.t.Fridge.InPlan)))
	case dropped:
		texts = append(texts, c.t.Fridge.MoreSign)
	}
	return paragraph(strings.Join(texts, c.betweenSigns())), lines(plain(under))
}

// betweenSigns is what parts signs that go on after one another: in easy-read
// each begins a line, elsewhere more of them fit.
func (c *composer) betweenSigns() string {
	if c.t.Easy() {
		return "\n"
	}
	return " "
}

// warned are the plan's signs of an urgency.
func (c *composer) warned(u careplan.Urgency) []careplan.Warning {
	var all []careplan.Warning
	for _, w := range c.p.Warnings {
		if w.Urgency == u {
			all = append(all, w)
		}
	}
	return all
}

// kept are n of the signs, in their order: those that the layout calls the
// gravest, then the review's own, then those that stand first.
func (c *composer) kept(signs []careplan.Warning, n int) []careplan.Warning {
	rank := func(w careplan.Warning) int {
		_, line, _ := strings.Cut(w.From, "/")
		switch i := slices.Index(c.gravest, line); {
		case i >= 0:
			return i
		case w.From == "":
			return len(c.gravest)
		}
		return len(c.gravest) + 1
	}
	order := make([]int, len(signs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(rank(signs[i]), rank(signs[j])) })
	order = order[:min(n, len(order))]
	slices.Sort(order)
	var some []careplan.Warning
	for _, i := range order {
		some = append(some, signs[i])
	}
	return some
}

// more says that there are rows which only the plan has: more than those
// that are here, or all of them.
func (c *composer) more(left, here int, where string) []doc.Block {
	switch {
	case left == 0:
		return nil
	case here == 0:
		return paragraph(c.t.Fridge.InPlan)
	}
	return paragraph(where)
}

// phones are those in care whose number the plan has.
func phones(p *careplan.CarePlan) []careplan.Contact {
	var all []careplan.Contact
	for _, who := range append([]careplan.Contact{p.Doctor}, p.Contacts...) {
		if who.Phone != "" {
			all = append(all, who)
		}
	}
	return all
}

// fridgePhones is whom to ring: the clinic, also when it is closed, and those
// in care who are named in the plan.
func fridgePhones(c *composer) []doc.Block {
	u := c.p.Unit
	items := []doc.Item{{Lines: lines(lead(u.Name, sentence(u.Hours))), Aside: phone(u.Phone)}}
	if u.OutOfHours != "" {
		items = append(items, doc.Item{Lines: lines(plain(sentence(fill(c.c.OutOfHours, "vad", u.OutOfHours))))})
	}
	all, room := phones(c.p), c.room().phones
	for _, who := range all[:min(room, len(all))] {
		items = append(items, doc.Item{Lines: lines(lead(who.Name, sentence(who.Role))), Aside: phone(who.Phone)})
	}
	left := len(all) - min(room, len(all))
	return c.section(append(list(doc.Rows, items), c.more(left, 1, c.t.Fridge.MoreTel)...)...)
}
