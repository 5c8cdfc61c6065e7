package report

import (
	"kontrakt/internal/source"
)

// ageWidth is how many years of age make a class.
const ageWidth = 10

// A group is a column of a Cross.
type group struct {
	name string
	has  func(member) bool
}

// agesBySex is the patients by age and sex; where sex or age is not known for
// somebody, there is a column or a row for that.
func (t *tally) agesBySex() Cross {
	groups := []group{
		{"Kvinnor", func(m member) bool { return m.sex == women }},
		{"Män", func(m member) bool { return m.sex == men }},
	}
	if n, _ := t.Sex.Unknown.Value(); n > 0 {
		groups = append(groups, group{"Okänt kön", func(m member) bool { return m.sex != women && m.sex != men }})
	}
	rows := ageClasses(t.Age.Least, t.Age.Most)
	if n, _ := t.Age.Unknown.Value(); n > 0 {
		rows = append(rows, CrossRow{Name: "Okänd ålder"})
	}
	return t.cross(rows, groups, func(m member) (int, bool) { return m.age, m.age >= 0 })
}

// ageClasses are the classes from the least to the most, empty ones among them.
func ageClasses(least, most Number) []CrossRow {
	from, known := least.Value()
	to, _ := most.Value()
	rows := []CrossRow{}
	if !known {
		return rows
	}
	for at := from - from%ageWidth; at <= to; at += ageWidth {
		rows = append(rows, class(at, at+ageWidth-1))
	}
	return rows
}

// class is an empty class from from to to, both among them.
func class(from, to int) CrossRow {
	return CrossRow{Name: text(from) + "–" + text(to), From: &from, To: &to}
}

// contactClasses is the patients by how many contacts they had, seen from the
// threshold of the selection.
func (t *tally) contactClasses() Cross {
	at := t.Cohort.Threshold
	if at == 0 {
		return t.cross([]CrossRow{}, nil, func(m member) (int, bool) { return m.contacts, true })
	}
	rows := []CrossRow{class(at, at+4), class(at+5, at+9), class(at+10, at+19)}
	last := at + 20
	rows = append(rows, CrossRow{Name: text(last) + " eller fler", From: &last})
	if least, _ := t.Cohort.Least.Value(); least < at {
		below := at - 1
		rows = append([]CrossRow{{Name: "Under " + text(at), To: &below}}, rows...)
	}
	return t.cross(rows, nil, func(m member) (int, bool) { return m.contacts, true })
}

// cross counts the cohort in classes and groups.
func (t *tally) cross(rows []CrossRow, groups []group, value func(member) (v int, known bool)) Cross {
	c := Cross{Columns: []string{}, Rows: rows, Total: CrossRow{Name: "Alla"}}
	c.Known = Count(t.countMembers(func(m member) bool { _, known := value(m); return known }))
	for _, g := range groups {
		c.Columns = append(c.Columns, g.name)
	}
	for i := range c.Rows {
		in := func(m member) bool {
			v, known := value(m)
			return c.Rows[i].holds(v, known)
		}
		t.fill(&c.Rows[i], in, groups)
	}
	t.fill(&c.Total, func(member) bool { return true }, groups)
	return c
}

// unknown tells whether a class is that of values that nobody knows.
func (r *CrossRow) unknown() bool { return r.From == nil && r.To == nil }

// holds tells whether a class is the one of a value.
func (r *CrossRow) holds(v int, known bool) bool {
	if r.unknown() {
		return !known
	}
	return known && (r.From == nil || v >= *r.From) && (r.To == nil || v <= *r.To)
}

func (t *tally) fill(row *CrossRow, in func(member) bool, groups []group) {
	row.All, row.Counts = Count(t.countMembers(in)), []Number{}
	for _, g := range groups {
		row.Counts = append(row.Counts, Count(t.countMembers(func(m member) bool { return in(m) && g.has(m) })))
	}
}

func (t *tally) countMembers(is func(member) bool) int {
	n := 0
	for _, m := range t.members {
		if is(m) {
			n++
		}
	}
	return n
}

// countContacts counts the contacts of each profession and unit.
func (t *tally) countContacts() {
	t.ByProfession = t.contactRows(func(m member) []source.Count { return m.byProfession })
	t.ByUnit = t.contactRows(func(m member) []source.Count { return m.byUnit })
}

func (t *tally) contactRows(of func(member) []source.Count) []ContactRow {
	by := newTallyOf()
	for _, m := range t.members {
		for _, c := range of(m) {
			by.add(c.Name, c.N)
		}
	}
	rows := make([]ContactRow, len(by.names))
	for i, name := range by.names {
		rows[i] = ContactRow{Name: name, Contacts: Count(by.sum[name]), Patients: Count(by.patients[name])}
	}
	sortRows(rows, ContactRow.byName)
	return rows
}
