// Package cohort reads spreadsheets: contact extracts, one row a contact, and
// filled-in review sheets, one row a patient, as csv or xlsx. From an extract
// it chooses the patients who had many contacts; it also writes the empty
// review sheet. It is the only reader and writer of spreadsheets. It stands
// at the beginning of the line, beside review, which it does not know.
//
// Positions in its problems are the line and the number of the column, as a
// spreadsheet shows them.
package cohort

import (
	"errors"
	"io"
	"strings"

	"kontrakt/internal/source"
)

// Contacts is what an extract says of one year.
type Contacts struct {
	Year     int
	Sheet    string        // the sheet that was read; of a text, what separates its columns
	Columns  []source.Pair // each column that is read: its name here, its heading in the file
	Unused   []string      // headings that are not read
	Rows     int           // rows below the heading, empty ones not counted
	LeftOut  []LeftOut     // rows that were not used, by reason
	file     string
	people   people
	contacts []contact
	words    struct{ professions, units, doctors []string }
	has      []bool // which columns the extract has
}

// Used is the number of rows that were used: the contacts of the year.
func (c *Contacts) Used() int { return len(c.contacts) }

// LeftOut is how many rows were left out for a reason.
type LeftOut struct {
	Reason string `yaml:"orsak"`
	Count  int    `yaml:"antal"`
	Lines  []int  `yaml:"rader"` // the first of them
}

// maxLines is how many lines are listed of rows that were left out.
const maxLines = 100

// The reasons to leave a row out, in the order they are told.
var reasons = []string{"raden är avbruten", "patientens id saknas", "personnumret går inte att läsa", "datumet saknas eller går inte att läsa", "utanför året"}

const (
	cutOff = iota
	noID
	badNumber
	badDate
	otherYear
	used // no reason: the row counts
)

// A contact is one row of the extract that counts. The numbers are places in
// the lists of Contacts; doctor is 0 where no doctor is known.
type contact struct{ person, profession, unit, doctor uint32 }

// ReadContacts reads an extract: the contacts of one year. Rows that cannot
// be used are counted in LeftOut; what makes the whole extract unsafe to use
// is a problem, and then nothing is returned.
func ReadContacts(name string, r io.ReaderAt, size int64, year int) (*Contacts, source.Problems, error) {
	head, err := openAt(r, size, contactColumns)
	if err != nil {
		return refused(name, err)
	}
	if ps := missingColumns(name, head); ps.Errors() > 0 {
		return nil, ps, nil
	}
	t := newTally(name, head, year)
	err = head.grid.rows(visitor{
		row:    func(line int, cells []string) bool { t.row(line, cells); return true },
		merged: t.merged,
	})
	if err != nil {
		return refused(name, err)
	}
	t.finish()
	if t.problems.Sort(); t.problems.Errors() > 0 {
		return nil, t.problems, nil
	}
	return t.contacts(), append(missingColumns(name, head), t.problems...), nil
}

// openAt opens a file and finds its heading.
func openAt(r io.ReaderAt, size int64, columns []column) (heading, error) {
	grids, err := open(r, size)
	if err != nil {
		return heading{}, err
	}
	return find(grids, columns)
}

// refused tells a file that cannot be read as a problem, a failure of the
// disk as an error.
func refused(name string, err error) (*Contacts, source.Problems, error) {
	var r *refusal
	if !errors.As(err, &r) {
		return nil, nil, err
	}
	return nil, source.Problems{r.problem(name)}, nil
}

func (r *refusal) problem(name string) source.Problem {
	return sentences.Problem(source.Position{File: name, Line: r.line, Column: r.column}, "", r.rule, r.args...)
}

// missingColumns tells what an extract must have, and what the report will
// miss.
func missingColumns(name string, h heading) source.Problems {
	var ps source.Problems
	at := source.Position{File: name, Line: h.line, Column: 1}
	tell := func(rule, path string) { ps = append(ps, sentences.Problem(at, path, rule, path, h.found())) }
	if h.at[patientID] < 0 && h.at[number] < 0 {
		tell("kolumn-saknas", "patient_id eller personnummer")
	}
	if h.at[date] < 0 {
		tell("kolumn-saknas", "kontaktdatum")
	}
	if len(ps) > 0 {
		return ps
	}
	if h.at[profession] < 0 {
		tell("kolumn-önskas", "yrkeskategori")
	}
	if h.at[unitCode] < 0 && h.at[unitName] < 0 {
		tell("kolumn-önskas", "enhet")
	}
	return ps
}

// contacts is what the tally came to.
func (t *tally) contacts() *Contacts {
	c := &Contacts{Year: t.year, Sheet: t.head.grid.name, Rows: t.rows, file: t.name, people: t.people, contacts: t.kept}
	c.words.professions, c.words.units, c.words.doctors = t.professions.words, t.units.words, t.doctors.words
	for i, col := range contactColumns {
		at := t.head.at[i]
		c.has = append(c.has, at >= 0)
		if at >= 0 {
			c.Columns = append(c.Columns, source.Pair{Key: col.name, Value: t.head.cells[at]})
		}
	}
	c.Unused = t.head.unused()
	for i, l := range t.left {
		if l.Count > 0 {
			l.Reason = strings.Replace(reasons[i], "året", "år "+year(t.year), 1)
			c.LeftOut = append(c.LeftOut, l)
		}
	}
	return c
}
