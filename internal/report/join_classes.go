package report

import (
	"slices"
	"strings"
)

// orUnknown ends the name of a class or a group that those not known were put
// in.
const orUnknown = " eller okänt"

// cross puts one table of classes together: in the classes that every
// clinic's fit into, and the groups that every clinic has.
func (j *joint) cross(more string, of func(*Figures) Cross) Cross {
	var all []Cross
	for _, f := range j.all {
		all = append(all, of(f))
	}
	columns, rest := groupsOf(all)
	for i, c := range all {
		all[i] = c.regrouped(j.least, columns, rest)
	}
	joined := *sumOf(j.least, pointers(all))
	if joined.Columns = columns; rest != "" {
		joined.Columns = append(slices.Clone(columns), rest)
	}
	joined.Total.Counts = j.counts(all, func(c Cross) CrossRow { return c.Total })
	joined.Total.Name = "Alla"
	joined.Rows = j.classes(all, more)
	if slices.ContainsFunc(joined.Rows, CrossRow.mixed) { // shares are then of everybody
		joined.Known = joined.Total.All
	}
	return joined
}

func pointers[T any](all []T) []*T {
	p := make([]*T, len(all))
	for i := range all {
		p[i] = &all[i]
	}
	return p
}

// groupsOf are the groups that every table has, and what the others of a
// table are called together: as one of the clinics calls such a group. Where
// none are alike there are no groups.
func groupsOf(all []Cross) (columns []string, rest string) {
	columns = []string{}
	var others []string
	for _, c := range all {
		for _, name := range c.Columns {
			common := !slices.ContainsFunc(all, func(c Cross) bool { return !slices.Contains(c.Columns, name) })
			switch {
			case common && !slices.Contains(columns, name):
				columns = append(columns, name)
			case !common:
				others = append(others, name)
			}
		}
	}
	if len(columns) == 0 || len(others) == 0 {
		return columns, ""
	}
	rest = "Övriga"
	for _, name := range others {
		if strings.HasSuffix(name, orUnknown) {
			rest = name
		}
	}
	return columns, rest
}

// regrouped is a table with the groups columns, and rest for the others.
func (c Cross) regrouped(least int, columns []string, rest string) Cross {
	row := func(r CrossRow) CrossRow {
		counts := make([]Number, 0, len(columns)+1)
		other := []Number{}
		for _, name := range columns {
			counts = append(counts, r.Counts[slices.Index(c.Columns, name)])
		}
		for i, name := range c.Columns {
			if !slices.Contains(columns, name) {
				other = append(other, r.Counts[i])
			}
		}
		if rest != "" {
			counts = append(counts, sum(least, other...))
		}
		r.Counts = counts
		return r
	}
	rows := make([]CrossRow, len(c.Rows))
	for i, r := range c.Rows {
		rows[i] = row(r)
	}
	c.Rows, c.Total = rows, row(c.Total)
	return c
}

// counts are the sums of one row of every table, group by group.
func (j *joint) counts(all []Cross, of func(Cross) CrossRow) []Number {
	counts := make([]Number, len(of(all[0]).Counts))
	for i := range counts {
		var parts []Number
		for _, c := range all {
			parts = append(parts, of(c).Counts[i])
		}
		counts[i] = sum(j.least, parts...)
	}
	return counts
}

// classes are the classes between the limits that no clinic's class lies
// across, and those not known: with the last class where a clinic has them
// there.
func (j *joint) classes(all []Cross, more string) []CrossRow {
	limits := limitsOf(all)
	mixed := slices.ContainsFunc(all, func(c Cross) bool { return slices.ContainsFunc(c.Rows, CrossRow.mixed) })
	rows := []CrossRow{}
	for i, from := range limits {
		row := CrossRow{From: from}
		if i+1 < len(limits) {
			to := *limits[i+1] - 1
			row.To = &to
		}
		last := i == len(limits)-1
		in := func(r CrossRow) bool { return !r.unknown() && row.covers(r) || r.unknown() && last && mixed }
		j.fill(&row, all, in)
		row.close(all)
		if row.Name = row.title(more); last && mixed {
			row.Name += orUnknown
		}
		rows = append(rows, row)
	}
	if slices.ContainsFunc(all, func(c Cross) bool { return slices.ContainsFunc(c.Rows, func(r CrossRow) bool { return r.unknown() }) }) && !mixed {
		row := CrossRow{Name: "Okänd ålder"}
		j.fill(&row, all, func(r CrossRow) bool { return r.unknown() })
		rows = append(rows, row)
	}
	return rows
}

// mixed tells whether those not known were put in a class.
func (r CrossRow) mixed() bool { return !r.unknown() && strings.HasSuffix(r.Name, orUnknown) }

// covers tells whether all of a class lies within this one.
func (r *CrossRow) covers(c CrossRow) bool {
	from := r.From == nil || c.From != nil && *c.From >= *r.From
	to := r.To == nil || c.To != nil && *c.To <= *r.To
	return from && to
}

// limitsOf are where the joint classes begin: nil, from nothing, comes first
// where some class does.
func limitsOf(all []Cross) []*int {
	var limits []int
	open := false
	for _, c := range all {
		for _, r := range c.Rows {
			switch {
			case r.unknown():
			case r.From == nil:
				open = true
			default:
				limits = append(limits, *r.From)
			}
		}
	}
	slices.Sort(limits)
	limits = slices.DeleteFunc(slices.Compact(limits), func(at int) bool {
		return slices.ContainsFunc(all, func(c Cross) bool {
			return slices.ContainsFunc(c.Rows, func(r CrossRow) bool { return r.across(at) })
		})
	})
	starts := []*int{}
	if open {
		starts = append(starts, nil)
	}
	for i := range limits {
		starts = append(starts, &limits[i])
	}
	return starts
}

// across tells whether a class has values on both sides of a limit.
func (r *CrossRow) across(at int) bool {
	return !r.unknown() && (r.From == nil || *r.From < at) && (r.To == nil || *r.To >= at)
}

// close gives the last class an end where every clinic's has one.
func (r *CrossRow) close(all []Cross) {
	if r.To != nil {
		return
	}
	end := 0
	for _, c := range all {
		for _, row := range c.Rows {
			if row.unknown() {
				continue
			}
			if row.To == nil {
				return
			}
			end = max(end, *row.To)
		}
	}
	r.To = &end
}

// fill counts the rows of every table that belong to a joint class.
func (j *joint) fill(row *CrossRow, all []Cross, in func(CrossRow) bool) {
	var patients []Number
	counts := make([][]Number, len(all[0].Total.Counts))
	for _, c := range all {
		if c.Rows == nil {
			patients = append(patients, Number{})
		}
		for _, r := range c.Rows {
			if !in(r) {
				continue
			}
			patients = append(patients, r.All)
			for i, n := range r.Counts {
				counts[i] = append(counts[i], n)
			}
		}
	}
	row.All, row.Counts = sum(j.least, patients...), []Number{}
	for _, parts := range counts {
		row.Counts = append(row.Counts, sum(j.least, parts...))
	}
}
