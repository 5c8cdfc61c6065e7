package report

import (
	"slices"
	"strings"

	"kontrakt/internal/review"
)

// A line is a row of any table of categories.
type line struct {
	name    string
	merged  int
	numbers []Number
}

// lines puts tables together by name. A category that a clinic does not show
// may be among those that it has merged: then there are bounds. A nil table
// is one that was not counted.
func (j *joint) lines(tables [][]line) []line {
	var names []string
	var rest line
	for _, t := range tables {
		for _, l := range t {
			switch {
			case l.merged > 0:
				rest = line{baseName(l.name), max(rest.merged, l.merged), nil}
			case !slices.Contains(names, l.name):
				names = append(names, l.name)
			}
		}
	}
	var all []line
	for _, name := range names {
		all = append(all, line{name: name, numbers: j.total(tables, func(t []line) []Number { return share(j.least, t, name) })})
	}
	if rest.merged > 0 {
		rest.numbers = j.total(tables, func(t []line) []Number { return mergedOf(j.least, t) })
		all = append(all, rest)
	}
	return all
}

// baseName is the name of a merged row without how many categories it holds.
func baseName(name string) string {
	base, _, _ := strings.Cut(name, " (")
	return base
}

// total sums each number of what every table has; nil numbers are none.
func (j *joint) total(tables [][]line, of func([]line) []Number) []Number {
	var parts [][]Number
	width := 0
	for _, t := range tables {
		part := of(t)
		width = max(width, len(part))
		parts = append(parts, part)
	}
	numbers := make([]Number, width)
	for i := range numbers {
		var column []Number
		for k, part := range parts {
			switch {
			case tables[k] == nil:
				column = append(column, Number{})
			case part == nil:
				column = append(column, Count(0))
			default:
				column = append(column, part[i])
			}
		}
		numbers[i] = sum(j.least, column...)
	}
	return numbers
}

// share is a category's numbers in one table; where it is not shown, what it
// may have of those merged.
func share(least int, table []line, name string) []Number {
	for _, l := range table {
		if l.merged == 0 && l.name == name {
			return l.numbers
		}
	}
	numbers := mergedOf(least, table)
	if name == review.NoAction {
		return nil // never merged
	}
	for i, n := range numbers {
		if _, high, ok := n.Bounds(least); ok {
			numbers[i] = Range(0, high)
		}
	}
	return numbers
}

// mergedOf is the numbers of a table's merged rows; nil where it has none.
func mergedOf(least int, table []line) []Number {
	var numbers []Number
	for _, l := range table {
		if l.merged == 0 {
			continue
		}
		if numbers == nil {
			numbers = slices.Clone(l.numbers)
			continue
		}
		for i, n := range l.numbers {
			numbers[i] = sum(least, numbers[i], n)
		}
	}
	return numbers
}

// linesOf is a table's rows as lines; nil stays nil.
func linesOf[T any](rows []T, of func(T) line) []line {
	if rows == nil {
		return nil
	}
	all := make([]line, len(rows))
	for i, r := range rows {
		all[i] = of(r)
	}
	return all
}

// joinRows puts one table of every clinic together, in the order of its kind.
func joinRows[T any](j *joint, of func(*Figures) []T, to func(T) line, from func(line) T, order func(T) place) []T {
	var tables [][]line
	counted := false
	for _, f := range j.all {
		rows := of(f)
		counted = counted || rows != nil
		tables = append(tables, linesOf(rows, to))
	}
	if !counted {
		return nil
	}
	rows := []T{}
	for _, l := range j.lines(tables) {
		rows = append(rows, from(l))
	}
	sortRows(rows, order)
	return rows
}

func (r ContactRow) line() line {
	return line{r.Name, r.Merged, []Number{r.Contacts, r.Patients}}
}

func contactRow(l line) ContactRow {
	return ContactRow{Name: l.name, Merged: l.merged, Contacts: l.numbers[0], Patients: l.numbers[1]}
}

func (r Row) line() line { return line{r.Name, r.Merged, []Number{r.Patients}} }

func patientRow(l line) Row { return Row{Name: l.name, Merged: l.merged, Patients: l.numbers[0]} }

func (r Reason) line() line { return Row(r).line() }

func reasonRow(l line) Reason { return Reason(patientRow(l)) }

func (a Action) line() line { return line{a.Name, a.Merged, []Number{a.Patients, a.Marks}} }

func actionRow(l line) Action {
	return Action{Name: l.name, Merged: l.merged, Patients: l.numbers[0], Marks: l.numbers[1]}
}

// tables are those of categories.
func (j *joint) tables(g *Figures) {
	g.ByProfession = joinRows(j, func(f *Figures) []ContactRow { return f.ByProfession }, ContactRow.line, contactRow, ContactRow.byName)
	g.ByUnit = joinRows(j, func(f *Figures) []ContactRow { return f.ByUnit }, ContactRow.line, contactRow, ContactRow.byName)
	g.Excluded = joinRows(j, func(f *Figures) []Reason { return f.Excluded }, Reason.line, reasonRow, Reason.bySize)
	g.Actions = joinRows(j, func(f *Figures) []Action { return f.Actions }, Action.line, actionRow, Action.bySize)
}

// review is what the journal reviews found, and the way to the contract.
func (j *joint) review(g *Figures) {
	var questions [][]Answers
	for _, f := range j.all {
		questions = append(questions, f.Questions)
	}
	g.Questions = byKey(j.least, questions, func(a Answers) string { return a.Key })
	for _, s := range j.all[0].Flow {
		var same []*Stage
		for _, f := range j.all {
			for i := range f.Flow {
				if f.Flow[i].Key == s.Key {
					same = append(same, &f.Flow[i])
				}
			}
		}
		if len(same) == len(j.all) {
			g.Flow = append(g.Flow, j.stage(same))
		}
	}
}

// stage is one stage of every clinic together.
func (j *joint) stage(same []*Stage) Stage {
	s := *sumOf(j.least, same)
	var tables [][]line
	for _, one := range same {
		tables = append(tables, linesOf(append([]Row{}, one.Why...), Row.line))
	}
	s.Why = []Row{}
	for _, l := range j.lines(tables) {
		s.Why = append(s.Why, patientRow(l))
	}
	sortRows(s.Why, Row.bySize)
	if common(same, func(s *Stage) string { return s.Name }) == "" {
		s.Name = "Urval" // the only stage whose name tells of the threshold
	}
	return s
}

// byKey puts rows together that every clinic has under one key; a row that a
// clinic lacks is not known.
func byKey[T any](least int, all [][]T, key func(T) string) []T {
	var keys []string
	for _, rows := range all {
		for _, r := range rows {
			if k := key(r); !slices.Contains(keys, k) {
				keys = append(keys, k)
			}
		}
	}
	joined := make([]T, 0, len(keys))
	for _, k := range keys {
		var same []*T
		for _, rows := range all {
			i := slices.IndexFunc(rows, func(r T) bool { return key(r) == k })
			if i >= 0 {
				same = append(same, &rows[i])
			}
		}
		if len(same) < len(all) {
			same = append(same, new(T))
		}
		joined = append(joined, *sumOf(least, same))
	}
	return joined
}
