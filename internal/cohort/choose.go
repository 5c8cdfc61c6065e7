package cohort

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"kontrakt/internal/source"
)

// Known is a patient who has a review file.
type Known struct{ ID, Number string } // the number as it is printed

// Patient is one who was chosen: the contacts of the year.
type Patient struct {
	ID, Number, Sex string // number and sex where the extract has them
	Contacts        int
	ByProfession    []source.Count // nil where the extract has no such column
	ByUnit          []source.Count
	Doctors         *int // different doctors met; nil where the extract does not tell
	Age             *int // at the end of the year
}

// Choose is the patients with at least so many contacts, by id, and what the
// extract came to. Patients without any other id than their number get P-001
// and on, or the id of the review file that has their number.
func (c *Contacts) Choose(threshold int, known []Known) ([]Patient, *Summary, source.Problems) {
	n := make([]int, len(c.people.all))
	for _, k := range c.contacts {
		n[k.person]++
	}
	g := newGiver(c, known)
	counted := newCounts(c, func(who uint32) bool { return n[who] >= threshold })
	var chosen []Patient
	for who, p := range c.people.all {
		if n[who] < threshold {
			continue
		}
		if odd, told := c.people.odd[uint32(who)]; told {
			g.problems = append(g.problems, odd)
		}
		chosen = append(chosen, counted.patient(g.id(p), uint32(who), n[who]))
	}
	slices.SortFunc(chosen, func(a, b Patient) int { return strings.Compare(a.ID, b.ID) })
	s := &Summary{
		Version: 1, File: path.Base(strings.ReplaceAll(c.file, `\`, "/")), Sheet: c.Sheet, Year: c.Year, Threshold: threshold, Columns: c.Columns,
		Rows: Rows{c.Rows, c.Used()}, LeftOut: c.LeftOut,
		Extract: counted.totals(c.contacts), Chosen: counted.totals(counted.rows),
	}
	if len(c.contacts) == 0 {
		at := source.Position{File: c.file}
		g.problems = append(g.problems, sentences.Problem(at, "", "inga-kontakter", year(c.Year)))
	}
	return chosen, s, g.problems
}

// A giver gives ids.
type giver struct {
	*Contacts
	numberOf map[string]string // number of a review file's id, in small letters
	idOf     map[string]string // id of a review file's number
	next     int
	problems source.Problems
}

func newGiver(c *Contacts, known []Known) *giver {
	g := &giver{Contacts: c, numberOf: map[string]string{}, idOf: map[string]string{}}
	for _, k := range known {
		g.numberOf[strings.ToLower(k.ID)] = k.Number
		if k.Number != "" {
			g.idOf[k.Number] = k.ID
		}
	}
	return g
}

// id is the id of a patient who was chosen.
func (g *giver) id(p individual) string {
	at := source.Position{File: g.file, Line: int(p.line), Column: 1}
	id, number := g.people.id(p), g.people.number(p)
	old, its := g.idOf[number], g.numberOf[strings.ToLower(id)]
	switch {
	case id == "" && old != "":
		return old
	case id == "":
		return g.fresh()
	case !source.IsID(id):
		g.problems = append(g.problems, sentences.Problem(at, "patient_id", "id"))
	case number != "" && its != "" && its != number:
		g.problems = append(g.problems, sentences.Problem(at, "patient_id", "annan-patient", id))
	case number != "" && old != "" && !strings.EqualFold(old, id):
		g.problems = append(g.problems, sentences.Problem(at, "patient_id", "känd-som", id, old))
	}
	return id
}

// fresh is the next id that nobody has.
func (g *giver) fresh() string {
	for {
		g.next++
		id := fmt.Sprintf("P-%03d", g.next)
		if _, taken := g.numberOf[strings.ToLower(id)]; !taken && g.people.ids.find(id) == 0 {
			return id
		}
	}
}

// counts are the contacts of the patients who were chosen.
type counts struct {
	*Contacts
	rows []contact
	of   map[uint32][]contact // by patient
	by   *collate.Collator
}

func newCounts(c *Contacts, chosen func(uint32) bool) *counts {
	k := &counts{Contacts: c, of: map[uint32][]contact{}, by: collate.New(language.Swedish)}
	for _, row := range c.contacts {
		if chosen(row.person) {
			k.rows = append(k.rows, row)
			k.of[row.person] = append(k.of[row.person], row)
		}
	}
	return k
}

// patient is one who was chosen.
func (k *counts) patient(id string, who uint32, contacts int) Patient {
	i, rows := k.people.all[who], k.of[who]
	p := Patient{ID: id, Number: k.people.number(i), Sex: sexes[i.sex], Contacts: contacts,
		ByProfession: k.professions(rows), ByUnit: k.units(rows), Doctors: k.doctors(rows)}
	if age := int(i.age); age >= 0 {
		p.Age = &age
	}
	return p
}

// notGiven is the name of what a row leaves empty.
const notGiven = "Ej angiven"

// professions counts contacts by profession, in alphabetical order.
func (k *counts) professions(rows []contact) []source.Count {
	if !k.has[profession] {
		return nil
	}
	return k.count(rows, k.words.professions, func(c contact) uint32 { return c.profession })
}

// units counts contacts by unit, in alphabetical order.
func (k *counts) units(rows []contact) []source.Count {
	if !k.has[unitCode] && !k.has[unitName] {
		return nil
	}
	return k.count(rows, k.words.units, func(c contact) uint32 { return c.unit })
}

func (k *counts) count(rows []contact, words []string, of func(contact) uint32) []source.Count {
	n := make([]int, len(words))
	for _, r := range rows {
		n[of(r)]++
	}
	var all []source.Count
	for i, word := range words {
		if word == "" {
			word = notGiven
		}
		if n[i] > 0 {
			all = append(all, source.Count{Name: word, N: n[i]})
		}
	}
	slices.SortStableFunc(all, func(a, b source.Count) int { return k.by.CompareString(a.Name, b.Name) })
	return all
}

// doctors is how many different doctors there were; nil where the extract
// does not tell.
func (k *counts) doctors(rows []contact) *int {
	if !k.has[caregiver] || !k.has[profession] {
		return nil
	}
	seen, n := make([]bool, len(k.words.doctors)), 0
	for _, r := range rows {
		if r.doctor > 0 && !seen[r.doctor] {
			seen[r.doctor] = true
			n++
		}
	}
	return &n
}
