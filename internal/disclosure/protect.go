package disclosure

// Protect hides what must be hidden: first the cells that tell of few people,
// then others for their sake, until nothing that is hidden can be reckoned
// from what is shown. It can be called again after more cells were added.
func (t *Table) Protect() {
	for r := range t.cells {
		c := &t.cells[r]
		c.hidden = c.hidden || c.sensitive || c.unprinted
	}
	for {
		exposed := t.exposed()
		if exposed == nil {
			return
		}
		t.cover(exposed)
	}
}

// exposed are cells of which something can be reckoned: one hidden cell that
// can have no other value, or the hidden parts of a total when they are few
// together. It is nil when there is nothing.
func (t *Table) exposed() []Ref {
	for _, r := range t.relations {
		if hidden := t.fewTogether(r); hidden != nil {
			return hidden
		}
	}
	for _, r := range t.hiddenCells() {
		if !t.cells[r].accepted && !t.open(r) && !t.free(r) {
			return []Ref{r}
		}
	}
	return nil
}

// fewTogether are the hidden cells of a sum where it can be reckoned that they
// count few people together: "<5" twice and four in all tells of four people.
func (t *Table) fewTogether(r relation) []Ref {
	var hidden []Ref
	sum := 0
	for _, m := range r.terms {
		if !t.cells[m.Cell].hidden {
			continue
		}
		if m.Times > 0 {
			return nil
		}
		hidden = append(hidden, m.Cell)
		sum += t.cells[m.Cell].value
	}
	if !r.equal || !t.few(sum) {
		return nil
	}
	return hidden
}

// open tells whether anybody may reckon a cell: it stands nowhere in the
// report, and tells of no few.
func (t *Table) open(r Ref) bool { return t.cells[r].unprinted && !t.cells[r].sensitive }

// cover hides one more cell for the sake of exposed ones: the lightest that is
// enough, or, if none is enough by itself, the lightest.
func (t *Table) cover(exposed []Ref) {
	near := t.around(t.reached(exposed))
	for _, r := range near {
		t.cells[r].hidden = true
		if t.covered(exposed) {
			return
		}
		t.cells[r].hidden = false
	}
	if len(near) > 0 {
		t.cells[near[0]].hidden = true
		return
	}
	t.accept(exposed)
}

// covered tells whether nothing more can be reckoned of the cells.
func (t *Table) covered(cells []Ref) bool {
	for _, r := range cells {
		for _, in := range t.cells[r].in {
			if t.fewTogether(t.relations[in.relation]) != nil {
				return false
			}
		}
		if !t.free(r) {
			return false
		}
	}
	return true
}

// accept is the last resort, when all that hangs together with the exposed
// cells is hidden, save zeros. A cell that can have another value at all then
// stays as it is. Otherwise none around tells any longer whether it is few:
// all of them twice over would have been printed the same.
func (t *Table) accept(exposed []Ref) {
	for _, r := range exposed {
		if t.could(r, 1) || t.could(r, -1) {
			t.cells[r].accepted = true
			continue
		}
		for _, near := range t.reached(exposed) {
			t.cells[near].plain, t.cells[near].accepted = true, true
		}
	}
}

// reached are the hidden cells that hang together with the given ones through
// relations.
func (t *Table) reached(from []Ref) []Ref {
	seen := map[Ref]bool{}
	var all []Ref
	for todo := from; len(todo) > 0; todo = todo[1:] {
		r := todo[0]
		if seen[r] || !t.cells[r].hidden {
			continue
		}
		seen[r] = true
		all = append(all, r)
		for _, in := range t.cells[r].in {
			for _, m := range t.relations[in.relation].terms {
				todo = append(todo, m.Cell)
			}
		}
	}
	return all
}
