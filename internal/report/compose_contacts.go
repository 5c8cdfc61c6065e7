package report

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// mostRows is how many categories a table shows; the rest are one row, and
// all of them are in the spreadsheet and the JSON.
const mostRows = 12

// professions is the contacts by profession.
func (c *composer) professions() []doc.Block {
	return c.contacts("by_profession", c.ByProfession, c.w.Contacts.ByProfession, c.w.Contacts.ProfessionOf, c.w.Heads.Of("yrkeskategori"), lowered)
}

// units is the contacts by unit.
func (c *composer) units() []doc.Block {
	return c.contacts("by_unit", c.ByUnit, c.w.Contacts.ByUnit, c.w.Contacts.UnitOf, c.w.Heads.Of("enhet"), uncoded)
}

// contacts is a table of contacts by category, with both denominators. name
// is how a category is said in a caption.
func (c *composer) contacts(table string, rows []ContactRow, neutral, subtitle, head string, name func(i int, s string) string) []doc.Block {
	if !c.hasCohort() {
		return nil
	}
	w, n := c.w.Contacts, c.Cohort.Patients
	switch len(rows) {
	case 0:
		return append(paragraph(phrase.Fill(w.None, "antal", n.String())), c.wrong(table)...)
	case 1:
		r := rows[0]
		return append(paragraph(phrase.Fill(w.One, "vad", r.Name, "antal", r.Contacts.String(), "patienter", c.people(r.Patients))), c.wrong(table)...)
	}
	rows = LargestFirst(rows)
	s := sheet{
		finding:  c.mostContacts(rows, neutral, name),
		subtitle: phrase.Fill(subtitle, "år", c.year(), "antal", n.String()),
		columns:  c.contactColumns(head),
		notes:    append(remark(c.contactNote(table, rows)), c.wrong(table)...),
	}
	var drawn []namedNumber
	shown := c.shortened(rows)
	for _, r := range shown {
		drawn = append(drawn, namedNumber{r.Name, r.Contacts})
		s.rows = append(s.rows, contactCells(r, n))
	}
	if len(shown) < len(rows) {
		s.notes = append(remark(w.NotAdded), s.notes...)
	}
	all := ContactRow{Name: w.All, Contacts: c.Cohort.Contacts, Patients: n, PerPatient: c.Cohort.ContactsPerPatient, PerVisitor: c.Cohort.ContactsPerPatient}
	all.Percent = perCent(all.Contacts, all.Contacts)
	s.foot = [][]string{contactCells(all, n)}
	const width = 72
	s.columns[2].strips = bars(drawn, float64(c.contactScale()), width)
	s.columns[2].alt = c.alt(c.w.Alt.Bars, drawn, w.All+" "+c.Cohort.Contacts.String())
	return []doc.Block{c.table(s)}
}

func (c *composer) contactColumns(head string) []tableColumn {
	h, all := c.w.Heads, phrase.Fill(c.w.AllOf, "antal", c.Cohort.Patients.String())
	return []tableColumn{
		{head: head, width: 192, left: true}, {head: h.Of("kontakter"), width: 43}, {width: 80}, {head: h.Of("andel"), width: 43},
		{head: h.Of("per_patient"), over: all, width: 37},
		{head: h.Of("patienter"), over: h.Of("minst_en"), width: 50}, {head: h.Of("per_patient"), over: h.Of("minst_en"), width: 38},
	}
}

func contactCells(r ContactRow, n Number) []string {
	return []string{
		r.Name, r.Contacts.String(), "", ratioText(r.Percent, r.Contacts), ratioText(r.PerPatient, r.Contacts, n),
		r.Patients.String(), ratioText(r.PerVisitor, r.Contacts, r.Patients),
	}
}

// year is the year of the contacts; the clinics' may differ.
func (c *composer) year() string {
	if c.Cohort.Year == 0 {
		return c.w.Years
	}
	return strconv.Itoa(c.Cohort.Year)
}

// contactScale is the most contacts of any row that is shown, the others as
// one among them: both tables have the same scale.
func (c *composer) contactScale() int {
	var all []namedNumber
	for _, table := range [][]ContactRow{c.ByProfession, c.ByUnit} {
		for _, r := range c.shortened(LargestFirst(table)) {
			all = append(all, namedNumber{r.Name, r.Contacts})
		}
	}
	return largest(all)
}

// shortened are the rows that the table has room for: the largest, and the
// others as one.
func (c *composer) shortened(rows []ContactRow) []ContactRow {
	if len(rows) <= mostRows+1 {
		return rows
	}
	var rest []Number
	for _, r := range rows[mostRows:] {
		rest = append(rest, r.Contacts)
	}
	other := ContactRow{Name: phrase.Fill(c.w.Rest, "antal", strconv.Itoa(len(rest))), Contacts: added(rest)}
	other.Percent = ratio(other.Contacts, c.Cohort.Contacts, PercentTenths)
	other.PerPatient = perEach(other.Contacts, c.Cohort.Patients)
	return append(slices.Clone(rows[:mostRows]), other)
}

// mostContacts is what the caption finds: the fewest categories, at most
// three, that stand for three quarters of the contacts; with three for less
// than half there is no finding.
func (c *composer) mostContacts(rows []ContactRow, neutral string, name func(int, string) string) string {
	total, known := c.Cohort.Contacts.Value()
	if !enough(c.Cohort.Patients) || !known || total == 0 {
		return neutral
	}
	if len(rows) == 2 {
		return phrase.Fill(c.w.Contacts.Two, "a", name(0, rows[0].Name), "b", name(1, rows[1].Name))
	}
	part := 0
	var names []string
	for i, r := range rows[:min(3, len(rows))] {
		n, known := r.Contacts.Value()
		if !known || r.Merged > 0 || i+1 < len(rows) && rows[i+1].Contacts == r.Contacts {
			return neutral
		}
		part, names = part+n, append(names, name(i, r.Name))
		if 4*part >= 3*total {
			break
		}
	}
	said := phrase.Fill(c.w.Contacts.Most, "vilka", c.t.List(names), "andel", Percent(part, total).String())
	if 2*part < total || utf8.RuneCountInString(said) > longestFinding {
		return neutral
	}
	return said
}

// longestFinding is how many characters a caption may find something in:
// about two lines.
const longestFinding = 140

// lowered is a common noun inside a sentence; the first begins it.
func lowered(i int, name string) string {
	if i == 0 {
		return name
	}
	first, size := utf8.DecodeRuneInString(name)
	if next, _ := utf8.DecodeRuneInString(name[size:]); unicode.IsUpper(next) { // an abbreviation
		return name
	}
	return string(unicode.ToLower(first)) + name[size:]
}

// uncoded is a unit's name without the number that it begins with.
func uncoded(_ int, name string) string {
	code, rest, ok := strings.Cut(name, " ")
	if ok && strings.Trim(code, "0123456789") == "" {
		return rest
	}
	return name
}

// contactNote is what has to be known of a table of contacts.
func (c *composer) contactNote(table string, rows []ContactRow) string {
	note := ""
	if table == "by_profession" {
		note = c.sameWork(rows)
	}
	for _, r := range rows {
		if n, _ := r.Contacts.Value(); n > 0 && (r.PerPatient.Known() && r.PerPatient.InTenths() == 0 || r.Percent.Known() && r.Percent.InTenths() == 0) {
			return together(note, c.w.Contacts.Small)
		}
	}
	return note
}

// sameWork tells that two titles are one profession, where both had contacts.
func (c *composer) sameWork(rows []ContactRow) string {
	var names []string
	var numbers []Number
	for _, r := range rows {
		if slices.Contains(c.w.Contacts.SameWork, strings.ToLower(r.Name)) {
			names, numbers = append(names, lowered(len(names), r.Name)), append(numbers, r.Contacts)
		}
	}
	together := added(numbers)
	if len(names) < 2 || together.Kind() != Known {
		return ""
	}
	return phrase.Fill(c.w.Contacts.Same, "vilka", c.t.List(names), "antal", together.String(), "andel", ratio(together, c.Cohort.Contacts, PercentTenths).String())
}
