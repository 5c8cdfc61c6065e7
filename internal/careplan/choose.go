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

// pick is a från that chose a template line, and the row where it stands. The
// zero pick is none.
type pick struct {
	from, list string
	row        int
}

func (p pick) path() string { return row("plan."+p.list, p.row) + ".från" }

// choose finds the lines that the rows of a list name, tells of those that
// cannot be found there, and remembers which template lines were chosen.
func (a *applier) choose(list string, rows int, from func(int) string) []name {
	names := make([]name, rows)
	if a.agreed {
		return names
	}
	for i := range names {
		p := pick{from(i), list, i}
		if p.from != "" {
			names[i] = a.find(p)
		}
		for _, d := range a.defs {
			if l, ok := d.LineIn(names[i].list, names[i].id); ok && a.chosen[l.Ref] == (pick{}) {
				a.chosen[l.Ref] = p
			}
		}
	}
	return names
}

// find is the line that <template>/<line> names in a list. That the form is
// right and the template one of the plan's is the review's own affair.
func (a *applier) find(p pick) name {
	id, line, _ := strings.Cut(p.from, "/")
	d := a.def(id)
	if d == nil || !isID(line) {
		return name{}
	}
	if _, ok := d.LineIn(p.list, line); ok {
		return name{p.list, line}
	}
	if l, ok := d.Line(line); ok {
		a.tell(p.path(), elsewhere[l.List], p.from, p.list, l.List)
		return name{}
	}
	a.unknown(p.path(), d, line, func(l plan.Line) bool { return l.List == p.list })
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
		sources = join(sources, l.Cited)
	}
	return first, sources
}

// join adds the sources of a line to those of the same line elsewhere. Those of
// a single line are the template's own.
func join(sources, more []Source) []Source {
	if len(sources) == 0 {
		return more
	}
	for _, s := range more {
		if !slices.Contains(sources, s) {
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
	type line struct {
		*Activity
		pick
		opening string
	}
	var before []line
	for i := range a.out.Activities {
		x := line{Activity: &a.out.Activities[i]}
		if x.pick = a.chosen[x.From]; x.pick == (pick{}) {
			continue
		}
		x.opening = opening(x.Text)
		for _, y := range before {
			if x.Performer == y.Performer && x.pick != y.pick && x.opening == y.opening {
				a.tell(x.path(), "lika-rader", y.From, x.From)
			}
		}
		before = append(before, x)
	}
}

// opening is the first sentence of a line, as it is compared.
func opening(text string) string {
	first, _, _ := strings.Cut(strings.ReplaceAll(text, "\n", " "), ". ")
	return plan.Compared(first)
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
	for _, d := range a.defs {
		if l, ok := d.LineIn(n.list, n.id); ok {
			a.declined[l.Ref] = true
		}
	}
	if p, ok := a.chosen[ref]; ok && p.from != ref {
		a.tell(path, "utelämna-vald", ref, p.from)
	}
}
