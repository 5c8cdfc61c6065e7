package report

import (
	"cmp"
	"slices"
	"strings"

	"kontrakt/internal/source"
)

// mergeCategories puts small rows of each table of categories together.
func (p *protection) mergeCategories() {
	p.ByProfession = p.mergeContacts("by_profession", "Övriga yrkeskategorier", p.ByProfession, func(m member) []source.Count { return m.byProfession })
	p.ByUnit = p.mergeContacts("by_unit", "Övriga enheter", p.ByUnit, func(m member) []source.Count { return m.byUnit })
	p.mergeReasons()
	p.mergeActions()
}

// category is a row as merging sees it.
type category struct {
	at       int
	patients int
	sum      int // of contacts or actions, where that is another number
}

// small are the rows to put together, the smallest first, until they are two
// and nothing of theirs is few; none where there is no small row, or where no
// other row would be left. union is how many patients some rows have.
func (p *protection) small(rows []category, union func([]category) int) []category {
	slices.SortStableFunc(rows, func(a, b category) int {
		return cmp.Or(cmp.Compare(a.patients, b.patients), cmp.Compare(a.sum, b.sum))
	})
	if !slices.ContainsFunc(rows, func(c category) bool { return p.few(c.patients) || p.few(c.sum) }) {
		return nil
	}
	for n := 2; n < len(rows); n++ {
		sum := 0
		for _, c := range rows[:n] {
			sum += c.sum
		}
		next := rows[n].patients
		if union(rows[:n]) >= p.least && sum >= p.least && !p.few(next) && p.several(rows[:n], next) {
			return rows[:n]
		}
	}
	return nil
}

// several tells whether those who know that the smallest rows were merged, and
// how large the next one is, are left with more than one way to share out the
// patients among them.
func (p *protection) several(rows []category, next int) bool {
	sum := 0
	for _, c := range rows {
		sum += c.patients
	}
	return shares(sum, len(rows), 1, next, p.least-1, 2) >= 2
}

// shares is in how many ways, counted up to enough, a sum falls into so many
// parts in order of size: none below low or above high, and the first at most
// first.
func shares(sum, parts, low, high, first, enough int) int {
	if parts == 1 {
		if low <= sum && sum <= min(high, first) {
			return 1
		}
		return 0
	}
	n := 0
	for part := low; part <= first && part*parts <= sum && n < enough; part++ {
		n += shares(sum-part, parts-1, part, high, high, enough-n)
	}
	return n
}

// record notes that rows of a table were put together.
func (p *protection) record(table string, rows int, into string) {
	p.public.Merged = append(p.public.Merged, Merged{Table: table, Rows: rows, Into: into})
}

// numberWords are the numbers that are written as words.
var numberWords = []string{"noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"}

// merged is the name of a merged row: "Övriga skäl (två)".
func merged(name string, n int, what string) string {
	in := text(n)
	if n < len(numberWords) {
		in = numberWords[n]
	}
	return name + " (" + strings.TrimSpace(in+" "+what) + ")"
}

// mergeContacts merges the units, or professions, that few patients met. Who
// met two of them is counted once.
func (p *protection) mergeContacts(table, name string, rows []ContactRow, of func(member) []source.Count) []ContactRow {
	var all []category
	for i, r := range rows {
		patients, _ := r.Patients.Value()
		contacts, _ := r.Contacts.Value()
		all = append(all, category{i, patients, contacts})
	}
	union := func(some []category) int {
		return p.having(func(m member) bool {
			return slices.ContainsFunc(of(m), func(c source.Count) bool {
				return slices.ContainsFunc(some, func(s category) bool { return rows[s.at].Name == c.Name })
			})
		})
	}
	some := p.small(all, union)
	if some == nil {
		return rows
	}
	sum := 0
	for _, c := range some {
		sum += c.sum
	}
	into := ContactRow{Name: merged(name, len(some), ""), Contacts: Count(sum), Patients: Count(union(some)), Merged: len(some)}
	p.record(table, len(some), into.Name)
	return append(without(rows, some), into)
}

// having is how many of the members something is true of.
func (p *protection) having(is func(member) bool) int {
	n := 0
	for _, m := range p.members {
		if is(m) {
			n++
		}
	}
	return n
}

// without is the rows that are not merged.
func without[T any](rows []T, some []category) []T {
	var left []T
	for i, r := range rows {
		if !slices.ContainsFunc(some, func(c category) bool { return c.at == i }) {
			left = append(left, r)
		}
	}
	return left
}

// mergeReasons merges reasons for not going on, in the flow as in the table.
func (p *protection) mergeReasons() {
	var all []category
	for i, r := range p.Excluded {
		n, _ := r.Patients.Value()
		all = append(all, category{i, n, n})
	}
	union := func(some []category) int {
		n := 0
		for _, c := range some {
			n += c.patients
		}
		return n
	}
	some := p.small(all, union)
	if some == nil {
		return
	}
	into := Reason{Name: merged("Övriga skäl", len(some), ""), Patients: Count(union(some)), Merged: len(some)}
	p.record("excluded", len(some), into.Name)
	p.Excluded = append(without(p.Excluded, some), into)
	for i := range p.Flow {
		if s := &p.Flow[i]; s.Key == "steg2" {
			s.Why = nil
			for _, r := range p.Excluded {
				s.Why = append(s.Why, Row(r))
			}
		}
	}
}

// mergeActions merges actions that few patients got. The row counts actions,
// and patients once each.
func (p *protection) mergeActions() {
	var all []category
	for i, a := range p.Actions {
		if n, _ := a.Patients.Value(); !noAction(a) {
			all = append(all, category{i, n, n})
		}
	}
	union := func(some []category) int {
		return p.having(func(m member) bool {
			return slices.ContainsFunc(some, func(c category) bool { return slices.Contains(m.actions, p.Actions[c.at].Name) })
		})
	}
	some := p.small(all, union)
	if some == nil {
		return
	}
	marks := 0
	for _, c := range some {
		marks += c.sum
	}
	into := Action{
		Name: merged("Övriga åtgärder", len(some), "slag"), Patients: Count(union(some)), Marks: Count(marks), Merged: len(some),
	}
	p.record("actions", len(some), into.Name)
	p.Actions = append(without(p.Actions, some), into)
}
