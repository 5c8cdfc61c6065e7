package report

import "kontrakt/internal/disclosure"

// cells are the figures' numbers as disclosure sees them. A number that is not
// known is no cell, and what it is part of is then said of nothing.
type cells struct {
	table *disclosure.Table
	least int
	refs  map[*Number]disclosure.Ref
	whole map[disclosure.Ref]Number // what AllButFew is short of
}

func newCells(least int) *cells {
	return &cells{
		table: disclosure.New(least), least: least,
		refs: map[*Number]disclosure.Ref{}, whole: map[disclosure.Ref]Number{},
	}
}

// ref is the cell of a number; zero when the number is not known.
func (c *cells) ref(n *Number) disclosure.Ref {
	value, known := n.Value()
	if !known {
		return 0
	}
	if _, ok := c.refs[n]; !ok {
		c.refs[n] = c.table.Count(value)
	}
	return c.refs[n]
}

// all are the cells of the numbers, unless one of them is not known.
func (c *cells) all(numbers []*Number) ([]disclosure.Ref, bool) {
	var refs []disclosure.Ref
	for _, n := range numbers {
		r := c.ref(n)
		if r == 0 {
			return nil, false
		}
		refs = append(refs, r)
	}
	return refs, true
}

// weigh says how much is lost with each number: the more, the rather another
// is hidden.
func (c *cells) weigh(weight int, numbers ...*Number) {
	for _, n := range numbers {
		if r := c.ref(n); r != 0 {
			c.table.Weigh(r, weight)
		}
	}
}

// same says that two numbers are one and the same, printed twice. It is said
// before anything else is of the second.
func (c *cells) same(n, again *Number) {
	r := c.ref(n)
	if _, has := c.refs[again]; r == 0 || has || *again != *n {
		c.sum(n, again)
		return
	}
	c.refs[again] = r
}

// sum says that the parts are the total.
func (c *cells) sum(total *Number, parts ...*Number) {
	t := c.ref(total)
	if refs, ok := c.all(parts); ok && t != 0 && len(refs) > 0 {
		c.table.Sum(t, refs...)
	}
}

// within says that each part counts some of those in the whole, so that those
// left are a count too.
func (c *cells) within(whole *Number, parts ...*Number) {
	w := c.ref(whole)
	for _, part := range parts {
		r := c.ref(part)
		if w == 0 || r == 0 || w == r {
			continue
		}
		if _, has := c.whole[r]; !has {
			c.whole[r] = *whole
		}
		c.table.Within(r, w)
	}
}

// isPart tells whether it has been said what a number is part of, of it or of
// the same one elsewhere.
func (c *cells) isPart(n *Number) bool {
	_, has := c.whole[c.ref(n)]
	return has
}

// rest says that the parts, none in two of them, are within the whole.
func (c *cells) rest(whole *Number, parts ...*Number) {
	w := c.ref(whole)
	if refs, ok := c.all(parts); ok && w != 0 {
		c.table.Rest(w, refs...)
	}
}

// atMost says that the others together are no fewer than the number.
func (c *cells) atMost(n *Number, others ...*Number) {
	less := c.ref(n)
	if refs, ok := c.all(others); ok && less != 0 && len(refs) > 0 {
		c.table.AtMost(less, refs...)
	}
}

// times is a number so many times.
type times struct {
	n  *Number
	by int
}

// notAbove says that the terms come to no more than 0 together.
func (c *cells) notAbove(terms ...times) {
	var all []disclosure.Term
	for _, t := range terms {
		r := c.ref(t.n)
		if r == 0 {
			return
		}
		all = append(all, disclosure.Term{Cell: r, Times: t.by})
	}
	c.table.NotAbove(all...)
}

// ofFew says that a number sums what some people did: when these are few, or
// nobody knows how many, it is hidden whatever its size.
func (c *cells) ofFew(sum, people *Number) {
	n, known := people.Value()
	if r := c.ref(sum); r != 0 && (!known || 0 < n && n < c.least) {
		c.table.Withhold(r)
	}
}

// printed is a number as it is published. One that disclosure knows nothing of
// is hidden.
func (c *cells) printed(n *Number) Number {
	r, ok := c.refs[n]
	switch {
	case n.kind != Known:
		return *n
	case !ok:
		return Secret()
	}
	switch c.table.Mark(r) {
	case disclosure.Shown:
		return *n
	case disclosure.Few:
		return Fewer(c.least)
	case disclosure.AllButFew:
		whole, _ := c.whole[r].Value()
		return More(whole - c.least)
	default:
		return Secret()
	}
}
