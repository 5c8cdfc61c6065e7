package contract

import (
	"strconv"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// diaryParts are the parts of the diary.
func diaryParts() []part {
	return []part{
		{phrase.Known{Name: "titel", Must: true, Title: true}, diaryTitle},
		{phrase.Known{Name: "mått", Must: true}, diaryPages},
	}
}

// diaries are the measures that the plan has a diary for.
func diaries(p *careplan.CarePlan) []careplan.Measurement {
	var all []careplan.Measurement
	for _, m := range p.Measurements {
		if m.Diary && m.Write.Days+m.Write.Weeks > 0 {
			all = append(all, m)
		}
	}
	return all
}

// diaryLimit is a page for each measure; when to ring is worth a page more.
func diaryLimit(p *careplan.CarePlan) Limit {
	limit := Limit{Grows: true}
	for _, m := range diaries(p) {
		signs := len(signsOf(p, m, careplan.SameDay)) + len(signsOf(p, m, careplan.Call112))
		limit.Spare = append(limit.Spare, max(0, signs-1)) // the gravest stays
	}
	return limit
}

func diaryTitle(c *composer) []doc.Block {
	return []doc.Block{c.head(1, c.name, func(c *composer) string { return phrase.Fill(c.t.Diary.Title, "namn", c.p.Patient.Name) })}
}

// diaryPages is a page for each measure: how it is measured, where it is
// written, and when the patient rings instead of writing.
func diaryPages(c *composer) []doc.Block {
	var blocks []doc.Block
	for i, m := range diaries(c.p) {
		h := c.head(2, c.name+"-"+m.Measure.ID, func(c *composer) string { return capital(c.period(m)) })
		h.Page = true
		blocks = append(blocks, h)
		blocks = append(blocks, c.howTo(m)...)
		blocks = append(blocks, c.boxes(m.Write))
		blocks = append(blocks, c.ringInstead(m, c.left(i))...)
	}
	return blocks
}

// period is the measure and for how long: "blodtryck hemma i 7 dagar".
func (c *composer) period(m careplan.Measurement) string {
	pattern, n := c.t.Diary.Days, m.Write.Days
	if n == 0 {
		pattern, n = c.t.Diary.Weeks, m.Write.Weeks
	}
	return phrase.Fill(pattern, "mått", c.measure(m.Measure), "antal", strconv.Itoa(n))
}

// howTo is how the value is measured and written.
func (c *composer) howTo(m careplan.Measurement) []doc.Block {
	w, often := c.t.Diary, ""
	switch {
	case m.Write.Weeks > 0:
		often = w.Every
	case len(m.Write.Times) > 0:
		often = phrase.Fill(w.When, "när", c.t.List(c.own(m.Write.Times)))
	}
	if m.Write.Readings > 1 {
		often = sentences(often, phrase.Fill(w.Twice, "antal", strconv.Itoa(m.Write.Readings)))
	}
	blocks := paragraph(sentences(c.ownWord(m.Write.HowTo), often, w.Boxes))
	if m.Write.Example != "" {
		example := around(w.Write, "{exempel}", strong(c.ownWord(m.Write.Example)))
		blocks = append(blocks, &doc.Paragraph{Text: example})
	}
	return blocks
}

// own are words of measures.yaml in the language of the paper.
func (c *composer) own(words []string) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = c.ownWord(w)
	}
	return all
}

func (c *composer) ownWord(word string) string {
	if own := c.t.Diary.Own.Of(word); own != "" {
		return own
	}
	return word
}

// boxes is the table to write in. Days or weeks stand side by side where
// there are many of them and each has few boxes, so that a page holds all.
func (c *composer) boxes(p careplan.DiaryPage) *doc.Table {
	w := c.t.Diary
	what, number, n := w.DayHead, w.Day, p.Days
	if n == 0 {
		what, number, n = w.WeekHd, w.Week, p.Weeks
	}
	heads := c.boxHeads(p)
	across := max(1, min((n+6)/7, 4/len(heads)))
	label := 0.75   // the days are narrower than the boxes, if they have room for their words in large print
	if across > 2 { // there is one box a day, and the text above says when it is filled in
		label, heads = 1, []string{w.Value}
	}
	t := &doc.Table{Head: make([][]doc.Cell, 1)}
	for range across {
		t.Columns = append(t.Columns, doc.TableColumn{Weight: label})
		t.Head[0] = append(t.Head[0], doc.Cell{Text: plain(what)})
		for _, h := range heads {
			t.Columns = append(t.Columns, doc.TableColumn{Weight: 1})
			t.Head[0] = append(t.Head[0], doc.Cell{Text: plain(capital(h))})
		}
	}
	for first := 1; first <= n; first += across {
		var row []doc.Cell
		for i := first; i < first+across; i++ {
			row = append(row, c.boxRow(i <= n, phrase.Fill(number, "nummer", strconv.Itoa(i)), len(heads))...)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// boxHeads are the heads of the boxes of one day: the times of the day, and
// the readings each time.
func (c *composer) boxHeads(p careplan.DiaryPage) []string {
	times := c.own(p.Times)
	if len(times) == 0 {
		times = []string{c.t.Diary.Value}
	}
	var heads []string
	for _, at := range times {
		for i := range max(p.Readings, 1) {
			head := at
			if p.Readings > 1 {
				head += "\n" + phrase.Fill(c.t.Diary.Reading, "nummer", strconv.Itoa(i+1))
			}
			heads = append(heads, head)
		}
	}
	return heads
}

// boxRow is one day's label and boxes; nothing after the last day.
func (c *composer) boxRow(there bool, label string, boxes int) []doc.Cell {
	row := make([]doc.Cell, 1+boxes)
	if !there {
		return row
	}
	row[0] = doc.Cell{Text: strong(label), Header: true}
	for i := range boxes {
		row[1+i].Room = doc.Write
	}
	return row
}

// signsOf are the signs of one urgency that belong with a measure.
func signsOf(p *careplan.CarePlan, m careplan.Measurement, u careplan.Urgency) []careplan.Warning {
	var signs []careplan.Warning
	for _, x := range p.Warnings {
		if x.Urgency == u && x.Concerns(m) {
			signs = append(signs, x)
		}
	}
	return signs
}

// ringInstead is when to ring, of the signs that belong with the measure, save
// so many that the plan has instead: those to ring 112 are left last.
func (c *composer) ringInstead(m careplan.Measurement, left int) []doc.Block {
	w := c.t.Diary
	today, now := signsOf(c.p, m, careplan.SameDay), signsOf(c.p, m, careplan.Call112)
	all := len(today) + len(now)
	today, now = c.kept(today, max(0, len(today)-left)), c.kept(now, max(0, min(len(now), all-left)))
	var blocks []doc.Block
	for _, zone := range []struct {
		lead  []doc.Inline
		signs []careplan.Warning
	}{
		{append(strong(w.SameDay), around(" "+w.Number, "{telefon}", phone(c.p.Unit.Phone))...), today},
		{strong(w.Call112), now},
	} {
		if len(zone.signs) > 0 {
			text := append(zone.lead, doc.Plain(":"))
			for _, x := range zone.signs {
				text = append(text, doc.Plain(" "+sentence(x.Text)))
			}
			blocks = append(blocks, &doc.Paragraph{Text: text})
		}
	}
	return append(blocks, c.more(min(left, all), len(today)+len(now), c.t.Fridge.MoreSign)...)
}
