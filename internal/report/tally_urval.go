package report

import (
	"kontrakt/internal/cohort"
	"kontrakt/internal/source"
)

// countUrval takes over what the extract said of itself.
func (t *tally) countUrval(s *cohort.Summary) {
	if s == nil {
		return
	}
	t.Urval = &Urval{
		File: s.File, Year: s.Year, Threshold: s.Threshold,
		RowsRead: Count(s.Rows.Read), RowsUsed: Count(s.Rows.Used), LeftOut: []LeftRow{},
		All: totals(s.Extract), Chosen: totals(s.Chosen),
	}
	for _, l := range s.LeftOut {
		t.Urval.LeftOut = append(t.Urval.LeftOut, LeftRow{Reason: l.Reason, Rows: Count(l.Count)})
	}
}

func totals(c cohort.Totals) Totals {
	return Totals{
		Patients: Count(c.Patients), Contacts: Count(c.Contacts),
		ByProfession: extractRows(c.ByProfession), ByUnit: extractRows(c.ByUnit),
		Doctors: maybe(c.Doctors), Age: extractAges(c.Age, c.Patients),
		Sex: Sex{
			Known: Count(c.Sex.Women + c.Sex.Men), Women: Count(c.Sex.Women), Men: Count(c.Sex.Men), Unknown: Count(c.Sex.Unknown),
		},
	}
}

// maybe is a number that may be missing.
func maybe(n *int) Number {
	if n == nil {
		return Number{}
	}
	return Count(*n)
}

func extractRows(counts []source.Count) []ContactRow {
	rows := make([]ContactRow, len(counts))
	for i, c := range counts {
		rows[i] = ContactRow{Name: c.Name, Contacts: Count(c.N)}
	}
	sortRows(rows, ContactRow.byName)
	return rows
}

// extractAges takes over the ages; the median as it was reckoned.
func extractAges(a cohort.Ages, of int) Spread {
	s := Spread{Known: Count(a.Known), Unknown: Count(of - a.Known), Sum: Count(a.Sum), Least: maybe(a.Least), Most: maybe(a.Most)}
	if tenths, ok := inTenths(a.Median); ok && a.Known > 0 {
		s.Median = Tenths(tenths, 10)
	}
	return s
}
