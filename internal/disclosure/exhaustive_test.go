package disclosure_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"kontrakt/internal/disclosure"
)

// grid is a table of two ways with all its totals, row by row, each with its
// total last, and a row of totals last.
type grid struct{ rows, columns int }

func (g grid) at(row, column int) int { return row*(g.columns+1) + column }

// filled is all of the grid's cells from its inner ones.
func (g grid) filled(inner []int) []int {
	all := make([]int, (g.rows+1)*(g.columns+1))
	for i, v := range inner {
		row, column := i/g.columns, i%g.columns
		for _, at := range []int{g.at(row, column), g.at(row, g.columns), g.at(g.rows, column), g.at(g.rows, g.columns)} {
			all[at] += v
		}
	}
	return all
}

// published is what a reader sees of each cell: its value, or below 0 how it
// is hidden.
func (g grid) published(least int, values []int) []int {
	t := disclosure.New(least)
	var refs []disclosure.Ref
	for i, v := range values {
		r := t.Count(v)
		weight := i/(g.columns+1)/g.rows + i%(g.columns+1)/g.columns
		t.Weigh(r, weight)
		refs = append(refs, r)
	}
	for row := range g.rows + 1 {
		t.Sum(refs[g.at(row, g.columns)], refs[g.at(row, 0):g.at(row, g.columns)]...)
	}
	for column := range g.columns + 1 {
		var parts []disclosure.Ref
		for row := range g.rows {
			parts = append(parts, refs[g.at(row, column)])
		}
		t.Sum(refs[g.at(g.rows, column)], parts...)
	}
	t.Protect()
	seen := slices.Clone(values)
	for i, r := range refs {
		if m := t.Mark(r); m != disclosure.Shown {
			seen[i] = -int(m)
		}
	}
	return seen
}

// fits tells whether a value could be printed so: few are said to be few where
// the least number is at least 4, and none is not hidden.
func fits(least, seen, v int) bool {
	few := v > 0 && v < least
	switch {
	case seen >= 0:
		return v == seen
	case least < 4:
		return v > 0
	case seen == -int(disclosure.Few):
		return few
	default:
		return v > 0 && !few
	}
}

// possible are all tables with inner cells up to most that a reader of the
// published one must reckon with.
func (g grid) possible(least, most int, seen []int) [][]int {
	inner := make([]int, g.rows*g.columns)
	var all [][]int
	var fill func(i int)
	fill = func(i int) {
		if i == len(inner) {
			values := g.filled(inner)
			for k, v := range values {
				if !fits(least, seen[k], v) {
					return
				}
			}
			all = append(all, values)
			return
		}
		row, column := i/g.columns, i%g.columns
		for v := range most + 1 {
			if inner[i] = v; !fits(least, seen[g.at(row, column)], v) {
				continue
			}
			sum := 0
			for _, n := range inner[row*g.columns : i+1] {
				sum += n
			}
			if column < g.columns-1 || fits(least, seen[g.at(row, g.columns)], sum) {
				fill(i + 1)
			}
		}
	}
	fill(0)
	return all
}

// certain is how many hidden cells are the same in all tables.
func certain(seen []int, tables [][]int) int {
	n := 0
	for i, s := range seen {
		same := func(table []int) bool { return table[i] == tables[0][i] }
		if s < 0 && !slices.ContainsFunc(tables, func(table []int) bool { return !same(table) }) {
			n++
		}
	}
	return n
}

// drawn is a grid drawn by lot, with its inner cells up to most.
func drawn(r *rand.Rand, rows, most int) (g grid, inner []int) {
	g = grid{rows, 2 + r.IntN(2)}
	inner = make([]int, g.rows*g.columns)
	for i := range inner {
		inner[i] = r.IntN(2 + r.IntN(most))
	}
	return g, inner
}

// Every table that would have been printed the same is tried, for thousands of
// tables: no hidden cell is the same in all of them.
func TestNoHiddenCellIsCertain(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	hidden, cells, tables := 0, 0, 2000
	if testing.Short() {
		tables = 100
	}
	for range tables {
		g, inner := drawn(r, 1+r.IntN(2), 9)
		least := 2 + r.IntN(5)
		values := g.filled(inner)
		seen := g.published(least, values)
		if n := certain(seen, g.possible(least, 10, seen)); n > 0 {
			t.Errorf("least %d: %d cells of %v are certain in %v", least, n, values, seen)
		}
		cells += len(seen)
		for i, s := range seen {
			if s < 0 {
				hidden++
			} else if s > 0 && s < least {
				t.Errorf("least %d: %d is printed in %v", least, values[i], values)
			}
		}
	}
	t.Logf("%d of %d cells hidden (%d %%)", hidden, cells, 100*hidden/cells)
}

// Who has the program too can leave out the tables that it would have printed
// otherwise. That cannot be kept from telling anything: that more was hidden
// tells that less was not enough. The room that hidden cells are given makes
// it rare, even in tables this small, of which each is hidden almost whole.
func TestWhoKnowsTheProgramSeldomFindsMore(t *testing.T) {
	if testing.Short() {
		t.Skip("a share of few tables tells nothing")
	}
	r := rand.New(rand.NewPCG(3, 4))
	tried, found := 0, 0
	for range 120 {
		g, inner := drawn(r, 2, 20)
		seen := g.published(5, g.filled(inner))
		tables := g.possible(5, 25, seen)
		if len(tables) > 200 {
			continue
		}
		tried++
		tables = slices.DeleteFunc(tables, func(table []int) bool { return !slices.Equal(g.published(5, table), seen) })
		if certain(seen, tables) > 0 {
			found++
		}
	}
	t.Logf("something is found in %d of %d tables", found, tried)
	if 20*found > tried {
		t.Errorf("something is found in %d of %d tables", found, tried)
	}
}
