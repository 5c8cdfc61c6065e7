package lint

import (
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/plan"
)

func checkNoSources(r *reading) {
	if len(r.Sources) == 0 {
		r.tell(r.At("källor"), "källor")
	}
}

// checkUndated tells of all undated sources at once: they are found and
// dated in one sitting.
func checkUndated(r *reading) {
	r.tellSources(func(s plan.Source) bool { return s.Date == "" })
}

func checkUnused(r *reading) {
	used := map[string]bool{}
	for _, l := range r.Lines() {
		for _, s := range l.Sources {
			used[s] = true
		}
	}
	for _, ref := range r.References {
		used[ref.ID] = true
	}
	r.tellSources(func(s plan.Source) bool { return !used[s.ID] })
}

// tellSources tells of the sources that something is wrong with, at the first.
func (r *reading) tellSources(wrong func(plan.Source) bool) {
	first, ids := "", []string{}
	for i, s := range r.Sources {
		if s.ID != "" && wrong(s) {
			if first == "" {
				first = "källor[" + strconv.Itoa(i) + "]"
			}
			ids = append(ids, s.ID)
		}
	}
	if first != "" {
		r.tell(r.At(first), first, strings.Join(ids, ", "))
	}
}

func checkNoKey(r *reading) {
	for _, l := range r.Lines() {
		if len(l.Sources) == 0 {
			r.tell(r.At(l.Path), l.Path, l.ID)
		}
	}
}

// checkUnsourced tells how many facts have no source, at the first of them.
func checkUnsourced(r *reading) {
	all, unsourced := facts(r.Definition)
	if unsourced == 0 {
		return
	}
	at, path := r.OwnAt(""), ""
	if i := slices.IndexFunc(r.Lines(), func(l plan.Line) bool { return sourceless(l.Sources) }); i >= 0 {
		path = r.Lines()[i].Path
		at = r.At(path)
	}
	r.tell(at, path, strconv.Itoa(unsourced), strconv.Itoa(all))
}

// facts counts what a template states, and how much of it has no source: each
// line, and each place in the prose that names its sources.
func facts(d *plan.Definition) (all, unsourced int) {
	for _, l := range d.Lines() {
		all++
		if sourceless(l.Sources) {
			unsourced++
		}
	}
	for i, ref := range d.References {
		if i > 0 && besides(d, i) {
			continue // one more source of the same fact
		}
		all++
		if ref.ID == plan.Unsourced {
			unsourced++
		}
	}
	return all, unsourced
}

// besides tells whether a reference stands right after the one before it, as
// in [a] [b] and [a, b].
func besides(d *plan.Definition, i int) bool {
	before, ref := d.References[i-1], d.References[i]
	gap := ref.Pos.Column - before.Pos.Column - len(before.ID)
	return ref.Pos.Line == before.Pos.Line && gap <= len("] [")
}

// sourceless tells whether a line names no source.
func sourceless(ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { return id != plan.Unsourced })
}
