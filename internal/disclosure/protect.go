package disclosure

import "slices"

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
		if !t.cells[r].accepted && !t.free(r) {
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

// cover hides one more cell for the sake of exposed ones: the lightest that
// gives them room by itself, else the lightest beside them, and the next
// follows. Dear ones are hidden only to keep them from being told exactly.
func (t *Table) cover(exposed []Ref) {
	beside, near := t.around(exposed), t.around(t.reached(exposed))
	cheap := t.cheap(beside)
	switch {
	case t.hideOne(t.cheap(near), func() bool { return t.all(exposed, t.free) }):
	case len(cheap) > 0:
		t.cells[cheap[0]].hidden = true
	case t.all(exposed, t.open):
		for _, r := range exposed {
			t.cells[r].accepted = true
		}
	case t.hideOne(near, func() bool { return t.all(exposed, t.open) }):
	case len(beside) > 0:
		t.cells[beside[0]].hidden = true
	case len(near) > 0:
		t.cells[near[0]].hidden = true
	default:
		t.blur(exposed)
	}
}

// cheap are those of the cells that are not dear.
func (t *Table) cheap(cells []Ref) []Ref {
	return slices.DeleteFunc(slices.Clone(cells), func(r Ref) bool { return t.cells[r].weight >= Dear })
}

// hideOne hides the first of the cells that is enough, and no other.
func (t *Table) hideOne(cells []Ref, enough func() bool) bool {
	for _, r := range cells {
		t.cells[r].hidden = true
		if enough() {
			return true
		}
		t.cells[r].hidden = false
	}
	return false
}

// all tells whether something is true of each cell and none of their sums
// counts few people together.
func (t *Table) all(cells []Ref, is func(Ref) bool) bool {
	for _, r := range cells {
		if !is(r) {
			return false
		}
		for _, in := range t.cells[r].in {
			if t.fewTogether(t.relations[in.relation]) != nil {
				return false
			}
		}
	}
	return true
}

// blur is the last resort, when all that hangs together with the exposed cells
// is hidden, save zeros: none of them tells any longer whether it is few. Then
// all of them twice over would have been printed the same.
func (t *Table) blur(exposed []Ref) {
	for _, near := range t.reached(exposed) {
		t.cells[near].plain, t.cells[near].accepted = true, true
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
