package disclosure_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"kontrakt/internal/disclosure"
)

// grid is a table of two ways with all its totals, as it is printed: row by
// row, each with its total last, and a row of totals last.
type grid struct{ rows, columns int }

// filled is the grid's cells from its inner ones.
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

func (g grid) at(row, column int) int { return row*(g.columns+1) + column }

// printed is what a reader sees of each cell: its value, or its mark below 0.
func (g grid) printed(least int, values []int) []int {
	t := disclosure.New(least)
	var refs []disclosure.Ref
	for i, v := range values {
		r := t.Count(v)
		if i/(g.columns+1) == g.rows {
			t.Weigh(r, 1)
		}
		if i%(g.columns+1) == g.columns {
			t.Weigh(r, 1)
		}
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

// consistent are all sets of inner cells up to most that a reader of the
// printed grid must reckon with.
func (g grid) consistent(least, most int, seen []int) [][]int {
	inner := make([]int, g.rows*g.columns)
	var all [][]int
	var fill func(i int)
	fill = func(i int) {
		if i == len(inner) {
			if values := g.filled(inner); g.fits(least, seen, values) {
				all = append(all, values)
			}
			return
		}
		row, column := i/g.columns, i%g.columns
		at := seen[g.at(row, column)]
		for v := range most + 1 {
			if at >= 0 && v != at || at < 0 && !allowed(least, at, v) {
				continue
			}
			inner[i] = v
			if column == g.columns-1 {
				sum := 0
				for c := range g.columns {
					sum += inner[row*g.columns+c]
				}
				tot := seen[g.at(row, g.columns)]
				if tot >= 0 && sum != tot || tot < 0 && !allowed(least, tot, sum) {
					continue
				}
			}
			fill(i + 1)
		}
	}
	fill(0)
	return all
}

func allowed(least, seen, v int) bool {
	few := v > 0 && v < least
	switch {
	case seen >= 0:
		return v == seen
	case least < 4:
		return true
	case seen == -int(disclosure.Few):
		return few
	default:
		return !few
	}
}

func (g grid) fits(least int, seen, values []int) bool {
	for i, v := range values {
		if !allowed(least, seen[i], v) {
			return false
		}
	}
	return true
}

// certain counts the hidden cells that are the same in all sets.
func certain(seen []int, sets [][]int) int {
	n := 0
	for i, s := range seen {
		same := true
		for _, set := range sets {
			same = same && set[i] == sets[0][i]
		}
		if s < 0 && same {
			n++
		}
	}
	return n
}

func TestX(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	byN, ofN := map[int]int{}, map[int]int{}
	bad, badAlgo, tried, hidden, cells, skipped := 0, 0, 0, 0, 0, 0
	for range 500 {
		g := grid{1 + rnd.IntN(2), 2 + rnd.IntN(2)}
		least := 2 + rnd.IntN(4)
		inner := make([]int, g.rows*g.columns)
		for i := range inner {
			inner[i] = rnd.IntN(2 + rnd.IntN(9))
		}
		values := g.filled(inner)
		seen := g.printed(least, values)
		sets := g.consistent(least, 16, seen)
		tried++
		ofN[least]++
		cells += len(seen)
		for _, s := range seen {
			if s < 0 {
				hidden++
			}
		}
		if certain(seen, sets) > 0 {
			bad++
			t.Log("EXPOSED", least, g, values, seen)
		}
		if len(sets) > 150 {
			skipped++
			continue
		}
		var same [][]int
		for _, s := range sets {
			if slices.Equal(g.printed(least, s), seen) {
				same = append(same, s)
			}
		}
		if certain(seen, same) > 0 {
			badAlgo++
			byN[least]++
			if badAlgo < 6 {
				t.Log("ALGO", least, g, values, seen, same)
			}
		}
	}
	t.Log(byN, ofN)
	t.Log(tried, bad, badAlgo, "skipped", skipped, "share", float64(hidden)/float64(cells))
}
