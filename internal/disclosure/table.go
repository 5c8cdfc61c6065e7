// Package disclosure decides which counts of a published report must be
// hidden so that no single person can be found in it, neither in a cell nor
// by reckoning from the cells around it. It knows numbers and what adds up,
// and no word of what they count.
//
// A cell is safe when there is another set of counts that would have been
// printed just the same, and in which that cell has another value. The package
// looks for such a set for every hidden cell and hides more until it has found
// one: what it returns is proven by the sets found, not by a rule of thumb.
package disclosure

import "slices"

// Ref names a cell of a table. The zero Ref names none.
type Ref int

// Mark is how a cell is printed.
type Mark int

// The marks. With the least number 5 and a whole of 75, Few is read "1-4",
// AllButFew "71-74", and Hidden tells nothing but that it is neither.
const (
	Shown Mark = iota
	Few
	AllButFew
	Hidden
)

// Table is the counts of a whole report with all that everybody knows of how
// they belong together. Several tables of a report are one Table, since a
// reader has them all.
type Table struct {
	least     int
	cells     []cell
	relations []relation
	sums      []int // what each relation adds up to
}

// cell is one count: what it is, and how it is printed.
type cell struct {
	value     int
	whole     Ref // the count that this one is a part of
	sensitive bool
	withheld  bool // whatever its size
	unprinted bool // stands nowhere in the report, but could be reckoned
	weight    int
	hidden    bool
	plain     bool // hidden without telling whether it is few
	accepted  bool // has the room that it can have
	in        []membership
}

// membership is that a cell is in a relation, so many times.
type membership struct{ relation, times int }

// Term is a cell so many times.
type Term struct {
	Cell  Ref
	Times int
}

// relation is a sum of terms, which is 0 or at most 0.
type relation struct {
	terms []Term
	equal bool
}

// New starts a table where no count of 1 to least-1 may be found.
func New(least int) *Table {
	return &Table{least: least, cells: make([]cell, 1)}
}

// Count adds a cell.
func (t *Table) Count(value int) Ref {
	t.cells = append(t.cells, cell{value: value, sensitive: t.few(value)})
	return Ref(len(t.cells) - 1)
}

// Within says that a cell counts some of those whom the cell whole counts.
// Those who are left are a count as well: 74 of 75 tells of one person.
func (t *Table) Within(part, whole Ref) {
	c := &t.cells[part]
	if c.whole != 0 {
		t.Rest(whole, part)
		return
	}
	c.whole = whole
	c.sensitive = c.sensitive || c.value > 0 && t.few(t.cells[whole].value-c.value)
	t.AtMost(part, whole)
}

// Rest adds what is left of a whole when parts of it are taken away: a count
// that stands nowhere but can be reckoned, and must not when it is small.
func (t *Table) Rest(whole Ref, parts ...Ref) Ref {
	left := t.cells[whole].value
	for _, p := range parts {
		left -= t.cells[p].value
	}
	r := t.Count(left)
	t.cells[r].unprinted = true
	t.Sum(whole, append([]Ref{r}, parts...)...)
	return r
}

// Withhold hides a cell whatever its size, as when it sums what a few people
// did. Its mark does not tell of its size, and even 0 is hidden: it would say
// that each of them did nothing.
func (t *Table) Withhold(r Ref) { t.cells[r].sensitive, t.cells[r].withheld = true, true }

// Dear is the weight from which a cell is hidden only to keep another from
// being told exactly, not to give it more room.
const Dear = 3

// Weigh says how much the reader loses with a cell: of those that can be
// hidden for another's sake the lightest go first. Cells weigh 0 from the
// beginning.
func (t *Table) Weigh(r Ref, weight int) { t.cells[r].weight = weight }

// Sum says that the parts are the total.
func (t *Table) Sum(total Ref, parts ...Ref) { t.relate(true, once(total, parts)) }

// AtMost says that a count never exceeds the others together.
func (t *Table) AtMost(less Ref, more ...Ref) { t.relate(false, once(less, more)) }

// NotAbove says that the terms never come to more than 0 together.
func (t *Table) NotAbove(terms ...Term) { t.relate(false, terms) }

// once is a cell less the others.
func once(one Ref, rest []Ref) []Term {
	terms := []Term{{one, 1}}
	for _, r := range rest {
		terms = append(terms, Term{r, -1})
	}
	return terms
}

// relate keeps a relation. One that does not hold, as when a clinic's own
// figures contradict each other, tells a reader nothing of what is hidden.
func (t *Table) relate(equal bool, terms []Term) {
	sum := 0
	for _, m := range terms {
		sum += m.Times * t.cells[m.Cell].value
	}
	if sum > 0 || equal && sum < 0 {
		return
	}
	for _, m := range terms {
		t.cells[m.Cell].in = append(t.cells[m.Cell].in, membership{len(t.relations), m.Times})
	}
	t.relations, t.sums = append(t.relations, relation{terms, equal}), append(t.sums, sum)
}

// tells is the smallest least number where few are said to be few.
const tells = 4

// few tells whether a number is so small that it points at people.
func (t *Table) few(n int) bool { return 0 < n && n < t.least }

// Mark tells how a cell is printed, after Protect.
func (t *Table) Mark(r Ref) Mark {
	if !t.cells[r].hidden {
		return Shown
	}
	return t.mark(r, t.cells[r].value)
}

// mark is how a hidden cell would be printed, had it this value. None is not
// hidden. With a least number of 2 or 3 "few" would as good as tell the number:
// then every mark is the same.
func (t *Table) mark(r Ref, value int) Mark {
	c := t.cells[r]
	switch {
	case c.unprinted || c.withheld:
		return Hidden
	case value == 0:
		return Shown
	case c.plain || t.least < tells:
		return Hidden
	case t.few(value):
		return Few
	case c.whole != 0 && !t.cells[c.whole].hidden && t.few(t.cells[c.whole].value-value):
		return AllButFew
	}
	return Hidden
}

// Size is how many cells there are, and how many of them are hidden.
func (t *Table) Size() (cells, hidden int) {
	for _, c := range t.cells[1:] {
		switch {
		case c.unprinted || c.withheld:
		case c.hidden:
			cells, hidden = cells+1, hidden+1
		default:
			cells++
		}
	}
	return cells, hidden
}

// hiddenCells are the cells that are not printed, in order.
func (t *Table) hiddenCells() []Ref {
	var all []Ref
	for r := range t.cells {
		if t.cells[r].hidden {
			all = append(all, Ref(r))
		}
	}
	return all
}

// around are the shown cells in relations with the given ones, the lightest
// first, that may be hidden for their sake. None is no cover: it stays shown.
func (t *Table) around(near []Ref) []Ref {
	var all []Ref
	for _, r := range near {
		for _, in := range t.cells[r].in {
			for _, m := range t.relations[in.relation].terms {
				if c := t.cells[m.Cell]; !c.hidden && c.value > 0 {
					all = append(all, m.Cell)
				}
			}
		}
	}
	slices.SortFunc(all, t.lighter)
	return slices.Compact(all)
}

func (t *Table) lighter(a, b Ref) int {
	x, y := t.cells[a], t.cells[b]
	if x.weight != y.weight {
		return x.weight - y.weight
	}
	return int(a - b)
}
