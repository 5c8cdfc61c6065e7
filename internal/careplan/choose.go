package careplan

import (
	"slices"
	"strings"

	"kontrakt/internal/plan"
	"kontrakt/internal/source"
)

// name is a template line, whichever of the plan's templates it stands in:
// lines of one list with one id are one line. The zero name is none.
type name struct{ list, id string }

// pick is a från that chose a template line, and where it stands.
type pick struct{ from, path string }

// choose finds the lines that the rows of a list name, tells of those that
// cannot be found there, and remembers which template lines were chosen.
func (a *applier) choose(list string, rows int, from func(int) string) []name {
	names := make([]name, rows)
	if a.agreed {
		return names
	}
	for i := range names {
		if from(i) != "" {
			names[i] = a.find(list, from(i), row("plan."+list, i)+".från")
		}
		for _, ref := range a.same(names[i]) {
			if _, ok := a.chosen[ref]; !ok {
				a.chosen[ref] = pick{from: from(i), path: row("plan."+list, i) + ".från"}
			}
		}
	}
	return names
}

// find is the line that <template>/<line> names in a list. That the form is
// right and the template one of the plan's is the review's own affair.
func (a *applier) find(list, ref, path string) name {
	id, line, _ := strings.Cut(ref, "/")
	d := a.def(id)
	if d == nil || !isID(line) {
		return name{}
	}
	if _, ok := d.LineIn(list, line); ok {
		return name{list, line}
	}
	if l, ok := d.Line(line); ok {
		a.tell(path, elsewhere[l.List], ref, list, l.List)
		return name{}
	}
	a.unknown(path, d, line, func(l plan.Line) bool { return l.List == list })
	return name{}
}

// unknown tells of a line that a template does not have. Of a template that
// could not be read whole, its own errors are told.
func (a *applier) unknown(path string, d *plan.Definition, id string, fits func(plan.Line) bool) {
	if !a.broken[d.ID] {
		a.suggest(path, "okänd-rad", nearest(d, id, fits), id, d.ID)
	}
}

// line is what a name means: the line of the first template that has it, and
// the sources of all.
func (a *applier) line(n name) (plan.Line, []Source) {
	var first plan.Line
	var sources []Source
	for _, d := range a.defs {
		l, ok := d.LineIn(n.list, n.id)
		if !ok {
			continue
		}
		if first.ID == "" {
			first = l
		}
		sources = join(sources, d, l)
	}
	return first, sources
}

// same are the template lines that a name means, one for each template that
// has it.
func (a *applier) same(n name) []string {
	var refs []string
	for _, d := range a.defs {
		if l, ok := d.LineIn(n.list, n.id); ok {
			refs = append(refs, d.Ref(l))
		}
	}
	return refs
}

// join adds the sources of a line to those of the same line elsewhere.
func join(sources []Source, d *plan.Definition, l plan.Line) []Source {
	for _, id := range l.Sources {
		if s, ok := d.Source(id); ok && !slices.Contains(sources, s) {
			sources = append(sources, s)
		}
	}
	return sources
}

// nearest is the reference of the template's line whose id a misspelt one
// most likely means, or "".
func nearest(d *plan.Definition, id string, fits func(plan.Line) bool) string {
	var ids []string
	for _, l := range d.Lines() {
		if fits(l) {
			ids = append(ids, l.ID)
		}
	}
	if near := source.Nearest(id, ids); near != "" {
		return d.ID + "/" + near
	}
	return ""
}

// repeated tells whether a row says nothing beyond another row of the same
// line: it has no keys of its own, and the other comes first or has some.
func repeated[N comparable](names []N, i int, bare func(int) bool) bool {
	if !bare(i) {
		return false
	}
	for k := range names {
		if k != i && names[k] == names[i] && (k < i || !bare(k)) {
			return true
		}
	}
	return false
}

// alike tells of lines of two templates that begin with the same sentence,
// which is what stands in bold: in one plan they look like one thing said twice.
func (a *applier) alike() {
	for i, x := range a.out.Activities {
		for _, y := range a.out.Activities[:i] {
			ours, theirs := a.chosen[x.From], a.chosen[y.From]
			if x.Performer == y.Performer && ours != theirs && ours.path != "" && theirs.path != "" && opening(x.Text) == opening(y.Text) {
				a.tell(ours.path, "lika-rader", y.From, x.From)
			}
		}
	}
}

// opening is the first sentence of a line, as it is compared.
func opening(text string) string {
	first, _, _ := strings.Cut(strings.ReplaceAll(text, "\n", " "), ". ")
	return words(first)
}

// decline reads what was considered and declined, after lines has read what
// was chosen. A sign to seek care cannot be declined.
func (a *applier) decline() {
	for i, ref := range a.plan.Declined {
		path := row("plan.utelämna", i)
		id, line, _ := strings.Cut(ref, "/")
		d := a.def(id)
		if d == nil || !isID(line) {
			continue // told by the review itself
		}
		l, ok := d.Line(line)
		switch {
		case !ok:
			a.unknown(path, d, line, plan.Line.Choosable)
		case l.Warning():
			a.tell(path, "utelämna-varning", ref)
		case l.List == plan.NotWhen || l.List == plan.Conflicts:
			a.tell(path, "utelämna-krock", ref, l.ID)
		default:
			a.declineLine(path, ref, name{l.List, l.ID})
			a.out.Declined = append(a.out.Declined, Declined{ref, joined(l.Text, l.Who, l.When)})
		}
	}
}

// declineLine: the same line of another template may have been chosen. That
// the very same reference was is told by the review itself.
func (a *applier) declineLine(path, ref string, n name) {
	for _, same := range a.same(n) {
		a.declined[same] = true
	}
	if p, ok := a.chosen[ref]; ok && p.from != ref {
		a.tell(path, "utelämna-vald", ref, p.from)
	}
}
