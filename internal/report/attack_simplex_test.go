package report_test

import (
	"math"
	"slices"
)

// problem is the group's equations, each unknown counted from its least.
func (a *attacker) problem(group []int) simplex {
	at := map[int]int{}
	for k, i := range group {
		at[i] = k
	}
	s := simplex{n: len(group)}
	for _, e := range a.rowsOf(group) {
		row, is := make([]float64, s.n), e.is
		for i, c := range e.of {
			row[at[i]] = c
			is -= c * a.low[i]
		}
		s.add(row, is, e.equal)
	}
	for k, i := range group {
		row := make([]float64, s.n)
		row[k] = 1
		s.add(row, a.high[i]-a.low[i], false)
	}
	return s
}

// best is a solution, not only of whole numbers, where the cost is least; ok
// is false where there is none at all.
func (a *attacker) best(s *simplex, group []int, cost []float64) (x []float64, ok bool) {
	x, ok = s.minimise(cost)
	for k, i := range group {
		if ok {
			x[k] += a.low[i]
		}
	}
	return x, ok
}

// simplex is a problem over n unknowns from 0.
type simplex struct {
	n     int
	rows  [][]float64
	is    []float64
	equal []bool

	table   [][]float64 // of the last solution
	basis   []int
	columns int // without helpers
}

func (s *simplex) add(row []float64, is float64, equal bool) {
	s.rows, s.is, s.equal = append(s.rows, row), append(s.is, is), append(s.equal, equal)
}

const tiny = 1e-9

// start makes the first table of solutions; phase one drives helpers, one for
// each row without a slack of its own, out of the basis.
func (s *simplex) start() bool {
	m, needs := len(s.rows), 0
	for r := range s.rows {
		if s.equal[r] || s.is[r] < 0 {
			needs++
		}
	}
	s.columns = s.n + m
	width := s.columns + needs + 1 // unknowns, slacks, helpers, right side
	s.table, s.basis = make([][]float64, m), make([]int, m)
	helper := s.columns
	for r := range s.rows {
		row := make([]float64, width)
		copy(row, s.rows[r])
		row[width-1] = s.is[r]
		if !s.equal[r] {
			row[s.n+r] = 1
		}
		if s.is[r] < 0 {
			for c := range row {
				row[c] = -row[c]
			}
		}
		if s.basis[r] = s.n + r; s.equal[r] || s.is[r] < 0 {
			row[helper], s.basis[r] = 1, helper
			helper++
		}
		s.table[r] = row
	}
	cost := make([]float64, width-1)
	for c := s.columns; c < width-1; c++ {
		cost[c] = 1
	}
	if pivot(s.table, s.basis, cost, width-1) > 1e-6 {
		return false
	}
	for r, b := range s.basis {
		if b < s.columns {
			continue
		}
		for c := range s.columns {
			if math.Abs(s.table[r][c]) > tiny {
				turn(s.table, s.basis, r, c)
				break
			}
		}
	}
	return true
}

// minimise is where the cost is least; it goes on from the last solution.
func (s *simplex) minimise(cost []float64) ([]float64, bool) {
	if s.table == nil && !s.start() {
		return nil, false
	}
	right := len(s.table[0]) - 1
	full := make([]float64, right)
	copy(full, cost)
	pivot(s.table, s.basis, full, s.columns)
	x := make([]float64, s.n)
	for r, b := range s.basis {
		if b < s.n {
			x[b] = s.table[r][right]
		}
	}
	return x, true
}

// pivot walks to the least of the cost over the first columns.
func pivot(table [][]float64, basis []int, cost []float64, columns int) float64 {
	right := len(cost)
	reduced := append(slices.Clone(cost), 0)
	for r, b := range basis {
		reduce(reduced, table[r], cost[b])
	}
	for range 5000 {
		enter := slices.IndexFunc(reduced[:columns], func(c float64) bool { return c < -1e-8 })
		if enter < 0 {
			break
		}
		leave := -1
		for r := range table {
			if table[r][enter] <= tiny {
				continue
			}
			if leave < 0 {
				leave = r
				continue
			}
			a, b := table[r][right]/table[r][enter], table[leave][right]/table[leave][enter]
			if a < b-tiny || a <= b+tiny && basis[r] < basis[leave] {
				leave = r
			}
		}
		if leave < 0 {
			break
		}
		turn(table, basis, leave, enter)
		reduce(reduced, table[leave], reduced[enter])
	}
	sum := 0.0
	for r, b := range basis {
		sum += cost[b] * table[r][right]
	}
	return sum
}

// reduce takes a row so many times from another.
func reduce(from, row []float64, times float64) {
	if times == 0 {
		return
	}
	for c, v := range row {
		from[c] -= times * v
	}
}

// turn makes column c basic in row r.
func turn(table [][]float64, basis []int, r, c int) {
	by := table[r][c]
	for k := range table[r] {
		table[r][k] /= by
	}
	for i := range table {
		if i != r {
			reduce(table[i], table[r], table[i][c])
		}
	}
	basis[r] = c
}
