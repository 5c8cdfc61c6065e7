package report

import (
	"slices"
	"strings"
)

// The columns of ages by sex.
var (
	sexColumns   = []string{"Kvinnor", "Män"}
	mixedColumns = []string{"Kvinnor eller okänt", "Män eller okänt"}
)

// publicAges is where the classes of ages begin that are published: the same
// whoever the patients are, so that none tells who is oldest.
var publicAges = []int{0, 40, 60, 80}

// mergeClasses makes fewer and larger classes of ages and contacts.
func (p *protection) mergeClasses() {
	rows := len(p.AgeBands.Rows)
	p.AgeBands.regroup(publicAges)
	p.mergeUnknownSex()
	p.mergeRows("age_bands", &p.AgeBands, rows, "äldre")
	p.mergeRows("contact_bands", &p.ContactBands, len(p.ContactBands.Rows), "fler")
}

// regroup puts the rows together that begin at or after each of the starts.
func (c *Cross) regroup(starts []int) {
	if len(c.Rows) == 0 {
		return
	}
	var rows []CrossRow
	for i := range starts {
		row := CrossRow{All: Count(0), From: &starts[i]}
		for range c.Columns {
			row.Counts = append(row.Counts, Count(0))
		}
		if i == 0 {
			row.From = nil
		}
		if i+1 < len(starts) {
			to := starts[i+1] - 1
			row.To = &to
		}
		rows = append(rows, row)
	}
	for _, r := range c.Rows {
		if r.unknown() {
			rows = append(rows, r)
			continue
		}
		i := len(starts) - 1
		for i > 0 && *r.From < starts[i] {
			i--
		}
		rows[i].add(r)
	}
	c.Rows = rows
}

// add counts the patients of another row in this one too.
func (r *CrossRow) add(o CrossRow) {
	r.All = plus(r.All, o.All)
	for i := range r.Counts {
		r.Counts[i] = plus(r.Counts[i], o.Counts[i])
	}
	r.Merged += max(o.Merged, 1)
}

// plus is two numbers together, where both are known.
func plus(a, b Number) Number {
	x, known := a.Value()
	y, alsoKnown := b.Value()
	if !known || !alsoKnown {
		return Number{}
	}
	return Count(x + y)
}

// mergeUnknownSex puts those of unknown sex, when they are few, with the fewer
// of women and men.
func (p *protection) mergeUnknownSex() {
	c := &p.AgeBands
	if len(c.Columns) != 3 {
		return
	}
	few := p.fewIn(c.Total.Counts[2:])
	for _, r := range c.Rows {
		few = few || p.fewIn(r.Counts[2:])
	}
	if !few {
		return
	}
	women, _ := c.Total.Counts[0].Value()
	men, _ := c.Total.Counts[1].Value()
	into := 1
	if women < men {
		into = 0
	}
	c.Columns = slices.Clone(sexColumns)
	c.Columns[into] = mixedColumns[into]
	for _, r := range append(slices.Clone(c.Rows), c.Total) {
		r.Counts[into] = plus(r.Counts[into], r.Counts[2])
	}
	for i := range c.Rows {
		c.Rows[i].Counts = c.Rows[i].Counts[:2]
	}
	c.Total.Counts = c.Total.Counts[:2]
}

// fewIn tells whether any of the numbers is few.
func (p *protection) fewIn(numbers []Number) bool {
	return slices.ContainsFunc(numbers, func(n Number) bool {
		v, known := n.Value()
		return known && p.few(v)
	})
}

// mergeRows puts classes with few patients together with the smaller class
// beside them, the smallest first, as long as two are left; those not known
// go with the last. more is what the last class calls more: older, several.
func (p *protection) mergeRows(table string, c *Cross, were int, more string) {
	for i := p.nextRow(c); i >= 0; i = p.nextRow(c) {
		c.join(c.beside(i), more)
	}
	for i := range c.Rows {
		if r := &c.Rows[i]; r.Name == "" {
			r.Name = r.title(more)
		}
	}
	if len(c.Rows) < were {
		var names []string
		for _, r := range c.Rows {
			names = append(names, r.Name)
		}
		p.record(table, were, strings.Join(names, ", "))
	}
}

// nextRow is the row to merge; below zero when there is none.
func (p *protection) nextRow(c *Cross) int {
	next, classes := -1, 0
	for i := range c.Rows {
		r := &c.Rows[i]
		if !r.unknown() {
			classes++
		}
		small := p.fewIn([]Number{r.All}) || p.fewIn(r.Counts)
		if small && (next < 0 || r.unknown() || r.All.low < c.Rows[next].All.low) {
			next = i
		}
	}
	if next >= 0 && classes < 3 && !(c.Rows[next].unknown() && classes > 0) {
		return -1
	}
	return next
}

// beside is the first of the two rows that are merged when the row i is: it
// and the smaller of those beside it.
func (c *Cross) beside(i int) int {
	classes := len(c.Rows)
	if c.Rows[classes-1].unknown() {
		classes--
	}
	switch {
	case i == 0:
		return 0
	case i >= classes-1 || c.Rows[i-1].All.low <= c.Rows[i+1].All.low:
		return i - 1
	default:
		return i
	}
}

// join makes one row of the row i and the next.
func (c *Cross) join(i int, more string) {
	r, next := &c.Rows[i], c.Rows[i+1]
	r.Merged = max(r.Merged, 1)
	r.add(next)
	if next.unknown() {
		r.Name, c.Known = r.title(more)+" eller okänt", c.Total.All
	} else {
		r.To, r.Name = next.To, ""
	}
	c.Rows = slices.Delete(c.Rows, i+1, i+2)
}

// title is the name of a class.
func (r *CrossRow) title(more string) string {
	switch {
	case r.unknown():
		return r.Name
	case r.From == nil:
		return "Under " + text(*r.To+1)
	case r.To == nil:
		return text(*r.From) + " eller " + more
	default:
		return text(*r.From) + "–" + text(*r.To)
	}
}
