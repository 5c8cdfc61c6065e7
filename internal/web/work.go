package web

import (
	"slices"

	"kontrakt/internal/form"
)

// work is what this run knows of one review.
type work struct {
	known  map[string][]byte // texts that a page may show, by rev
	order  []string          // of known, the oldest first
	size   int               // of known, in bytes
	steps  []step            // to undo, the last one last
	last   version           // as last read or written
	ours   bool              // a draft that this run has begun or taken up
	disk   string            // the rev that was last seen on the disk
	failed bool              // last could not be written
	aside  []byte            // a version that could not be laid together with last
	copy   string            // the file that aside is kept in
	seen   []string          // steps of the plan that have been looked at
	focus  string            // where the next page is to begin
	said   string            // and what it is to say
}

// step is one change, from one rev to another.
type step struct{ before, after, typing string }

// How much of a review's texts is remembered: an afternoon of changes, or
// fewer of a review that is very large.
const (
	maxKnown = 500
	maxBytes = 32 << 20
)

// work is what is known of an id.
func (d *desk) work(id string) *work {
	if d.open[id] == nil {
		d.open[id] = &work{known: map[string][]byte{}}
	}
	return d.open[id]
}

// remember keeps a text for pages that show it.
func (w *work) remember(v version) {
	if _, ok := w.known[v.rev]; !ok {
		w.known[v.rev] = v.text
		w.order = append(w.order, v.rev)
		w.size += len(v.text)
	}
	for len(w.order) > maxKnown || w.size > maxBytes && len(w.order) > 2 {
		w.size -= len(w.known[w.order[0]])
		delete(w.known, w.order[0])
		w.order = w.order[1:]
	}
}

// canUndo tells whether there is something to take back.
func (d *desk) canUndo(id string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.work(id).steps) > 0
}

// unsaved tells whether the last version is in memory alone.
func (d *desk) unsaved(id string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.work(id).failed
}

// ours tells whether this run has written on a review.
func (d *desk) ours(id string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.work(id).ours
}

// seen are the steps of a plan that have been looked at before this one, which
// is looked at now.
func (d *desk) seen(id, step string) []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	w := d.work(id)
	before := slices.Clone(w.seen)
	if step != "" && !slices.Contains(w.seen, step) {
		w.seen = append(w.seen, step)
	}
	return before
}

// whole notes that a plan is finished: every step has been looked at. It tells
// whether some had not.
func (d *desk) whole(id string, steps []form.Step) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	w := d.work(id)
	before := len(w.seen)
	for _, s := range steps {
		if !slices.Contains(w.seen, s.Key) {
			w.seen = append(w.seen, s.Key)
		}
	}
	return len(w.seen) > before
}

// afresh notes that a new plan is begun: no step of it has been looked at.
func (d *desk) afresh(id string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.work(id).seen = nil
}

// hear keeps what the next page is to begin with.
func (d *desk) hear(id, focus, said string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	w := d.work(id)
	w.focus, w.said = focus, said
}

// heard is what a page is to begin with, once.
func (d *desk) heard(id string) (focus, said string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	w := d.work(id)
	focus, said = w.focus, w.said
	w.focus, w.said = "", ""
	return focus, said
}
