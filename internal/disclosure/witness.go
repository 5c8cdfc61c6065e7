package disclosure

import "slices"

// effort is how many steps are taken to find one other set of counts. A cell
// for which none is found within it is treated as found out: it costs a hidden
// cell too many, never a person.
const effort = 300

// search looks for a set of counts that prints like the table does and has
// another value in one cell. It moves that cell and mends the relations that
// broke, one hidden cell at a time, until nothing is broken.
type search struct {
	t     *Table
	value []int
	sums  []int // of each relation, with these values
	moved []Ref
	steps int
}

// free tells whether a hidden cell could have values so far from each other as
// the least and the most that are few. That is more than that it cannot be
// told exactly: what was hidden for its sake, and that no less was enough,
// tells those something who know how this package works.
func (t *Table) free(r Ref) bool {
	if t.harmless(r) {
		return true
	}
	width := t.least - 2
	if t.least < tells {
		width = tells - 1
	}
	up := width
	for up > 0 && !t.could(r, up) {
		up--
	}
	return up == width || t.could(r, up-width)
}

// open tells whether a hidden cell could have another value at all.
func (t *Table) open(r Ref) bool {
	for d := 1; d <= t.least; d++ {
		if t.could(r, d) || t.could(r, -d) {
			return true
		}
	}
	return t.harmless(r)
}

// harmless tells whether anybody may reckon a cell: it stands nowhere in the
// report, and tells of no few.
func (t *Table) harmless(r Ref) bool { return t.cells[r].unprinted && !t.cells[r].sensitive }

// could tells whether there is a set of counts that would be printed like this
// one, in which the cell is so much more, or less.
func (t *Table) could(r Ref, step int) bool {
	s := search{t: t, value: make([]int, len(t.cells)), sums: slices.Clone(t.sums), steps: effort}
	for i, c := range t.cells {
		s.value[i] = c.value
	}
	return s.move(r, step)
}

// move gives a cell another value and mends what that breaks. What did not
// lead to a whole set is undone.
func (s *search) move(r Ref, step int) bool {
	to := s.value[r] + step
	if !s.t.cells[r].hidden || to < 0 || slices.Contains(s.moved, r) || s.t.mark(r, to) != s.t.Mark(r) {
		return false
	}
	s.moved = append(s.moved, r)
	s.set(r, to)
	if s.mend() {
		return true
	}
	s.moved = s.moved[:len(s.moved)-1]
	s.set(r, to-step)
	return false
}

func (s *search) set(r Ref, to int) {
	for _, in := range s.t.cells[r].in {
		s.sums[in.relation] += in.times * (to - s.value[r])
	}
	s.value[r] = to
}

// mend repairs the first broken relation by moving one of its cells all the
// way or, where it cannot go that far, part of it.
func (s *search) mend() bool {
	if s.steps--; s.steps < 0 {
		return false
	}
	broken, excess := s.broken()
	if excess == 0 {
		return true
	}
	for share := 1; share <= max(excess, -excess); share *= 2 {
		for _, m := range broken.terms {
			if s.move(m.Cell, -towards(excess, m.Times*share)) {
				return true
			}
		}
	}
	return false
}

// towards is excess/by, away from zero.
func towards(excess, by int) int {
	if excess%by == 0 {
		return excess / by
	}
	if (excess > 0) == (by > 0) {
		return excess/by + 1
	}
	return excess/by - 1
}

// broken is the first relation that no longer holds, and by how much. All hold
// before a cell of theirs has moved.
func (s *search) broken() (relation, int) {
	for _, r := range s.moved {
		for _, in := range s.t.cells[r].in {
			sum, relation := s.sums[in.relation], s.t.relations[in.relation]
			if sum > 0 || relation.equal && sum < 0 {
				return relation, sum
			}
		}
	}
	return relation{}, 0
}
