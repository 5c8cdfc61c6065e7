package cohort

import (
	"strconv"
	"strings"

	"kontrakt/internal/person"
	"kontrakt/internal/source"
)

// An individual is a patient of the extract.
type individual struct {
	id, number string          // the number as it is printed; either may be empty
	odd        *source.Problem // what is odd with the number; told of those who are chosen
	line       int32           // where the patient was first seen
	age        int16           // at the end of the year; -1 is unknown
	sex        uint8           // a place in sexes
}

// called is the patient's id in a message. What is no id may be a name.
func (p *individual) called() string {
	if source.IsID(p.id) {
		return p.id
	}
	return "patienten"
}

// sexes are the words of a review file; the first is unknown.
var sexes = [...]string{"", "kvinna", "man"}

// whose is the patient of a row: the one with its id, else with its number.
// An id that is a personnummer counts as a number, since it must not name a
// file.
func (t *tally) whose(line int, id, written string) (uint32, bool) {
	if id != "" {
		small := strings.ToLower(id)
		who, known := t.byID[small]
		switch {
		case known:
			t.agree(line, who, written)
			return who, true
		case !person.Within(id):
			return t.newID(line, id, small, written), true
		}
		written = id
	}
	if who, known := t.byNumber[written]; known {
		return who, true
	}
	printed := t.printed(written)
	if printed == "" {
		return 0, false
	}
	who, known := t.byNumber[printed]
	if !known {
		who = t.add(individual{number: printed, line: int32(line)})
	}
	t.own(who, written)
	return who, true
}

// newID is the patient of an id that has not been seen: new, or one whose
// number has been seen without an id.
func (t *tally) newID(line int, id, small, written string) uint32 {
	who, known := t.byNumber[t.printed(written)]
	if !known || t.people[who].id != "" {
		who = t.add(individual{line: int32(line)})
	}
	t.people[who].id = strings.Clone(id)
	t.byID[strings.Clone(small)] = who
	t.agree(line, who, written)
	return who
}

func (t *tally) add(p individual) uint32 {
	who := uint32(len(t.people))
	p.age = -1
	t.people = append(t.people, p)
	return who
}

// agree notes a patient's number, and tells one that is not the patient's.
func (t *tally) agree(line int, who uint32, written string) {
	owner, known := t.byNumber[written]
	if written == "" || known && owner == who {
		return
	}
	p := &t.people[who]
	printed := t.printed(written)
	owner, known = t.byNumber[printed]
	switch {
	case printed == "":
		t.tell(p, line, "nummer-oläsligt", p.called())
	case p.number != "" && p.number != printed:
		t.tell(p, line, "samma-id", p.called(), strconv.Itoa(int(p.line)))
	case known && owner != who:
		t.tell(p, line, "samma-nummer", p.called(), t.people[owner].called())
		p.number = printed
	default:
		p.number = printed
		t.own(who, written)
	}
}

// own makes a number the patient's, as it is printed and as it is written.
func (t *tally) own(who uint32, written string) {
	printed := t.people[who].number
	t.byNumber[printed] = who
	if written != printed {
		t.byNumber[strings.Clone(written)] = who
	}
}

// maxTold is how many patients with another's number are told: where there
// are more, the columns have been mistaken.
const maxTold = 50

// tell notes what is odd with a patient's number, the first that is. Two
// patients with one id stop everything.
func (t *tally) tell(p *individual, line int, rule string, args ...string) {
	if p.odd != nil && (rule != "samma-id" || p.odd.Severity == source.Error) {
		return
	}
	at := source.Position{File: t.name, Line: line, Column: t.head.at[number] + 1}
	odd := sentences.Problem(at, "personnummer", rule, args...)
	p.odd = &odd
	if odd.Severity == source.Error && len(t.problems) < maxTold {
		t.problems = append(t.problems, odd)
	}
}

// printed is a number as it is printed; empty where it cannot be read. A
// spreadsheet drops the nought that ten digits begin with.
func (t *tally) printed(written string) string {
	s := strings.ReplaceAll(written, " ", "")
	if len(s) == 9 && digits(s) {
		s = "0" + s
	}
	n, err := person.Parse(s, person.Day{Year: t.year, Month: 12, Day: 31})
	if err != nil {
		return ""
	}
	return strings.Clone(n.String())
}

// describe notes sex and age where the row tells them.
func (t *tally) describe(who uint32, cells []string) {
	p := &t.people[who]
	if p.sex == 0 {
		p.sex = sexOf(t.head.cell(cells, sex))
	}
	if p.age >= 0 && t.head.at[age] < 0 {
		return
	}
	born := birthYear(p.number)
	if b := t.head.cell(cells, birth); born == 0 && len(b) >= 4 && digits(b[:4]) {
		born, _ = strconv.Atoi(b[:4])
	}
	if born > 0 {
		p.age = int16(max(0, t.year-born))
	} else if years, err := strconv.Atoi(t.head.cell(cells, age)); err == nil && years >= 0 && years <= 130 {
		p.age = max(p.age, int16(years)) // the year's last contact tells most
	}
}

// birthYear is the year of birth in a printed number; 0 where it has none.
func birthYear(printed string) int {
	if len(printed) != 13 || !digits(printed[:8]) || !digits(printed[9:]) { // ÅÅÅÅMMDD-NNNN
		return 0
	}
	born, _ := strconv.Atoi(printed[:4])
	return born
}

// sexOf is the place in sexes of what systems write; 0 where it says neither.
func sexOf(s string) uint8 {
	switch strings.ToLower(s) {
	case "kvinna", "k", "f", "female", "kvinnor", "kv", "flicka":
		return 1
	case "man", "m", "male", "män", "pojke":
		return 2
	}
	return 0
}
