package report

import (
	"reflect"
	"slices"

	"kontrakt/internal/source"
)

// Join puts several clinics' figures together. A sum is told where every part
// is known, as a range where parts are hidden within bounds, and not at all
// else. Medians cannot be put together: they are estimated, and it is said
// how. The joint figures are public where all clinics' are, and then tell
// nothing that those do not.
func Join(all []*Figures) *Figures {
	if len(all) == 0 {
		return &Figures{Version: Version, Origin: FromFigures}
	}
	j := &joint{all: all, least: 2}
	for _, f := range all {
		if f.Public != nil {
			j.least = max(j.least, f.Public.Minimum)
		}
	}
	g := sumOf(j.least, all)
	j.whose(g)
	j.cohort(g)
	j.tables(g)
	j.review(g)
	g.Plans, g.Step3, g.Urval = j.plans(), j.step3(), j.urval()
	j.told(g)
	g.derive()
	g.Checks = Checks(g)
	j.public(g)
	return g
}

// Twice tells of a clinic that is given more than once: its patients would be
// counted twice. The names are the files', one a clinic.
func Twice(names []string, all []*Figures) source.Problems {
	var ps source.Problems
	for i, f := range all {
		for k, earlier := range all[:i] {
			for _, clinic := range f.Clinics {
				if slices.Contains(earlier.Clinics, clinic) && f.Cohort.Year == earlier.Cohort.Year {
					ps = append(ps, sentences.Problem(source.Position{File: names[i]}, "clinics", "klinik-dubbel", clinic, names[k]))
				}
			}
		}
	}
	return ps
}

// joint is one Join.
type joint struct {
	all   []*Figures
	least int // the smallest count that any clinic prints
}

// sum is numbers together: known when all are, a range where some are known
// within bounds only.
func sum(least int, numbers ...Number) Number {
	low, high, hidden := 0, 0, false
	for _, n := range numbers {
		if n.kind == Missing {
			return Number{}
		}
		l, h, ok := n.Bounds(least)
		low, high, hidden = low+l, high+h, hidden || !ok
	}
	if hidden {
		return Secret()
	}
	return Range(low, high)
}

// sumOf is the first of several structs with each Number, also of structs
// within, summed over all. Lists and pointers are nobody's: they are nil.
func sumOf[T any](least int, all []*T) *T {
	values := make([]reflect.Value, len(all))
	for i, v := range all {
		values[i] = reflect.ValueOf(v).Elem()
	}
	into := reflect.New(values[0].Type())
	sumFields(least, into.Elem(), values)
	return into.Interface().(*T)
}

func sumFields(least int, into reflect.Value, values []reflect.Value) {
	if n, ok := into.Addr().Interface().(*Number); ok {
		var numbers []Number
		for _, v := range values {
			numbers = append(numbers, v.Interface().(Number))
		}
		*n = sum(least, numbers...)
		return
	}
	switch into.Kind() {
	case reflect.Struct:
		for i := range into.NumField() {
			if !into.Field(i).CanSet() {
				continue
			}
			fields := make([]reflect.Value, len(values))
			for k, v := range values {
				fields[k] = v.Field(i)
			}
			sumFields(least, into.Field(i), fields)
		}
	case reflect.Slice, reflect.Pointer:
	default:
		into.Set(values[0])
	}
}

// whose says whose figures they are.
func (j *joint) whose(g *Figures) {
	g.Version, g.Origin, g.Clinics, g.Public, g.Checks = Version, FromFigures, []string{}, nil, nil
	for _, f := range j.all {
		g.Clinics = append(g.Clinics, f.Clinics...)
		if g.Made.Before(f.Made) {
			g.Made, g.Day = f.Made, f.Day
		}
	}
	g.Region = common(j.all, func(f *Figures) string { return f.Region })
	g.Project = common(j.all, func(f *Figures) string { return f.Project })
}

// common is what all say, or nothing where they do not say the same.
func common[F, T comparable](all []F, of func(F) T) T {
	var none T
	for _, f := range all {
		if of(f) != of(all[0]) {
			return none
		}
	}
	return of(all[0])
}

// cohort is who the patients are.
func (j *joint) cohort(g *Figures) {
	g.AgeBands = j.cross("äldre", func(f *Figures) Cross { return f.AgeBands })
	g.ContactBands = j.cross("fler", func(f *Figures) Cross { return f.ContactBands })
	contacts := j.spread(func(f *Figures) *Spread {
		c := f.Cohort
		return &Spread{Known: c.Patients, Sum: c.Contacts, Median: c.Median, Least: c.Least, Most: c.Most}
	}, g.ContactBands.all())
	g.Cohort = Cohort{
		Year:      common(j.all, func(f *Figures) int { return f.Cohort.Year }),
		Threshold: common(j.all, func(f *Figures) int { return f.Cohort.Threshold }),
		Patients:  contacts.Known, Contacts: contacts.Sum,
		Median: contacts.Median, Estimated: contacts.Estimated, Least: contacts.Least, Most: contacts.Most,
	}
	g.Age = Age{
		Spread: j.spread(func(f *Figures) *Spread { return &f.Age.Spread }, g.AgeBands.all()),
		Women:  j.spread(func(f *Figures) *Spread { return &f.Age.Women }, g.AgeBands.column("Kvinnor")),
		Men:    j.spread(func(f *Figures) *Spread { return &f.Age.Men }, g.AgeBands.column("Män")),
	}
	g.Doctors = j.spread(func(f *Figures) *Spread { return &f.Doctors }, nil)
}

// told tells what was left out of any of the figures, and where the clinics
// are not alike.
func (j *joint) told(g *Figures) {
	g.Told = []Told{}
	var all [][]line
	for _, f := range j.all {
		lines := []line{}
		for _, t := range f.Told {
			lines = append(lines, line{name: t.Text, numbers: []Number{t.Count}})
		}
		all = append(all, lines)
	}
	for _, l := range j.lines(all) {
		g.Told = append(g.Told, Told{l.name, l.numbers[0]})
	}
	days := func(f *Figures) string { return f.Day }
	cohorts := func(f *Figures) [2]int { return [2]int{f.Cohort.Year, f.Cohort.Threshold} }
	for _, d := range []struct {
		text string
		same bool
	}{
		{"Kliniker: rapporterna är gjorda olika dagar, och om en plan gäller är bedömt den dagen", common(j.all, days) != ""},
		{"Kliniker: urvalen gäller olika år eller trösklar", common(j.all, cohorts) != [2]int{}},
	} {
		if !d.same {
			g.Told = append(g.Told, Told{d.text, Count(len(j.all))})
		}
	}
}

// public is the record of what is hidden, where every clinic's figures are
// public.
func (j *joint) public(g *Figures) {
	record := &Public{Minimum: j.least, Merged: []Merged{}}
	for _, f := range j.all {
		if f.Public == nil {
			return
		}
		for _, m := range f.Public.Merged {
			if !slices.Contains(record.Merged, m) {
				record.Merged = append(record.Merged, m)
			}
		}
	}
	visit(reflect.ValueOf(g).Elem(), func(n *Number) {
		if n.kind == Missing {
			return
		}
		record.Of++
		if n.kind != Known {
			record.Hidden++
		}
	}, func(*Decimal) {})
	g.Public = record
}
