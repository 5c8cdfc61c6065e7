package report

import (
	"slices"
	"strings"
)

// How a joint median was reckoned.
const (
	fromBands   = "Medianen är uppskattad ur klasserna, som om talen i en klass låg jämnt fördelade."
	fromMedians = "Medianen är uppskattad: klinikernas medianer, vägda med antalet patienter."
)

// A band is a class with a known end on each side, and how many are in it.
type band struct{ from, to, n int }

// spread puts one spread of every clinic together. The median is estimated
// from the joint classes, and where there are none from the clinics' medians.
func (j *joint) spread(of func(*Figures) *Spread, bands []band) Spread {
	var some []*Spread // of those who have any patient
	var all []*Spread
	for _, f := range j.all {
		s := of(f)
		all = append(all, s)
		if !s.Known.Is(0) {
			some = append(some, s)
		}
	}
	joined := *sumOf(j.least, all)
	joined.Mean, joined.Median, joined.Estimated, joined.Least, joined.Most = Decimal{}, Decimal{}, "", Number{}, Number{}
	switch len(some) {
	case 0:
		return joined
	case 1:
		joined.Median, joined.Estimated, joined.Least, joined.Most = some[0].Median, some[0].Estimated, some[0].Least, some[0].Most
		return joined
	}
	joined.Least = extreme(some, func(s *Spread) Number { return s.Least }, func(a, b int) bool { return a < b })
	joined.Most = extreme(some, func(s *Spread) Number { return s.Most }, func(a, b int) bool { return a > b })
	if joined.Median = medianOfBands(bands); joined.Median.Known() {
		joined.Estimated = fromBands
	} else if joined.Median = medianOfMedians(some); joined.Median.Known() {
		joined.Estimated = fromMedians
	}
	return joined
}

// extreme is the least or the most of all, where each clinic's is known.
func extreme(all []*Spread, of func(*Spread) Number, better func(a, b int) bool) Number {
	best := of(all[0])
	for _, s := range all {
		v, known := of(s).Value()
		if !known {
			return sum(0, of(s))
		}
		if b, _ := best.Value(); better(v, b) {
			best = of(s)
		}
	}
	return best
}

// medianOfBands is the middle value, if those of a class lie evenly in it.
func medianOfBands(bands []band) Decimal {
	n, below := 0, 0
	for _, b := range bands {
		n += b.n
	}
	for _, b := range bands {
		if b.n > 0 && 2*(below+b.n) >= n {
			if b.to < b.from { // a class without an end
				return Decimal{}
			}
			width := b.to - b.from + 1
			return Tenths((2*b.from-1)*b.n+width*(n-2*below), 2*b.n)
		}
		below += b.n
	}
	return Decimal{}
}

// medianOfMedians is the mean of the medians, each as often as it has patients.
func medianOfMedians(all []*Spread) Decimal {
	tenths, n := 0, 0
	for _, s := range all {
		patients, known := s.Known.Value()
		if !known || !s.Median.Known() {
			return Decimal{}
		}
		tenths += s.Median.InTenths() * patients
		n += patients
	}
	return Tenths(tenths, 10*n)
}

// all are the classes with everybody in them; nil where a number is hidden.
func (c Cross) all() []band {
	return c.bands(func(r CrossRow) Number { return r.All })
}

// column is all for one group.
func (c Cross) column(name string) []band {
	i := slices.Index(c.Columns, name)
	if i < 0 {
		return nil
	}
	return c.bands(func(r CrossRow) Number { return r.Counts[i] })
}

func (c Cross) bands(of func(CrossRow) Number) []band {
	var bands []band
	for _, r := range c.Rows {
		n, known := of(r).Value()
		if !known || strings.HasSuffix(r.Name, orUnknown) {
			return nil
		}
		if r.unknown() {
			continue
		}
		b := band{from: 0, to: -1, n: n}
		if r.From != nil {
			b.from = *r.From
		}
		if r.To != nil {
			b.to = *r.To
		}
		bands = append(bands, b)
	}
	return bands
}
