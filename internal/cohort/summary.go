package cohort

import (
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/source"
)

// Summary is urval.yaml: what an extract was, and what it came to. A number
// that is missing is 0.
type Summary struct {
	Version   int           `yaml:"version" validate:"required,min=1"`
	File      string        `yaml:"fil"`  // the extract's name without its folder
	Sheet     string        `yaml:"blad"` // the sheet, or what separates the columns of a text
	Year      int           `yaml:"år" validate:"required"`
	Threshold int           `yaml:"tröskel" validate:"required"`
	Columns   []source.Pair `yaml:"kolumner"` // how the columns were understood: name here, heading there
	Rows      Rows          `yaml:"rader"`
	LeftOut   []LeftOut     `yaml:"utelämnade"`
	Extract   Totals        `yaml:"utdraget"` // all patients of the extract
	Chosen    Totals        `yaml:"urvalet"`  // those at or above the threshold
}

// Rows counts the rows of an extract.
type Rows struct {
	Read int `yaml:"lästa"`
	Used int `yaml:"använda"`
}

// Totals are what patients come to together.
type Totals struct {
	Patients     int            `yaml:"patienter"`
	Contacts     int            `yaml:"kontakter"`
	ByProfession []source.Count `yaml:"per_yrkeskategori"`
	ByUnit       []source.Count `yaml:"per_enhet"`
	Doctors      *int           `yaml:"olika_läkare"` // missing where the extract does not tell
	Age          Ages           `yaml:"ålder"`
	Sex          Sexes          `yaml:"kön"`
}

// Ages are the ages at the end of the year, in years.
type Ages struct {
	Known  int    `yaml:"kända"`
	Sum    int    `yaml:"summa"`
	Mean   string `yaml:"medel"` // with one decimal, as it is printed: 62,5
	Median string `yaml:"median"`
	Least  *int   `yaml:"lägst"`
	Most   *int   `yaml:"högst"`
}

// Sexes counts patients by sex.
type Sexes struct {
	Women   int `yaml:"kvinnor"`
	Men     int `yaml:"män"`
	Unknown int `yaml:"okänt"`
}

// Encode is the text of urval.yaml.
func (s *Summary) Encode() []byte {
	const head = "# Skrivs av kontrakt urval varje gång; ändra inget här.\n"
	return append([]byte(head), source.Encode(s)...)
}

// totals are what the patients of these contacts come to.
func (k *counts) totals(rows []contact) Totals {
	var t Totals
	seen := make([]bool, len(k.people.all))
	for _, c := range rows {
		seen[c.person] = true
	}
	var ages []int
	for who, p := range k.people.all {
		if !seen[who] {
			continue
		}
		t.Patients++
		t.Sex.count(sexes[p.sex])
		if p.age >= 0 {
			ages = append(ages, int(p.age))
		}
	}
	t.Contacts, t.Age = len(rows), agesOf(ages)
	t.ByProfession, t.ByUnit, t.Doctors = k.professions(rows), k.units(rows), k.doctors(rows)
	return t
}

func (s *Sexes) count(sex string) {
	switch sex {
	case "kvinna":
		s.Women++
	case "man":
		s.Men++
	default:
		s.Unknown++
	}
}

func agesOf(ages []int) Ages {
	n := len(ages)
	if n == 0 {
		return Ages{}
	}
	slices.Sort(ages)
	a := Ages{Known: n, Least: &ages[0], Most: &ages[n-1]}
	for _, age := range ages {
		a.Sum += age
	}
	a.Mean = decimal(a.Sum*10, n)
	a.Median = decimal((ages[(n-1)/2]+ages[n/2])*5, 1)
	return a
}

// decimal is tenths, divided and rounded half up, with a decimal comma.
func decimal(tenths, by int) string {
	n := (2*tenths + by) / (2 * by)
	return strings.TrimSuffix(strconv.Itoa(n/10)+","+strconv.Itoa(n%10), ",0")
}
