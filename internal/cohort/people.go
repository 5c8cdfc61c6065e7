package cohort

import (
	"strconv"
	"strings"

	"kontrakt/internal/person"
	"kontrakt/internal/source"
)

// An individual is a patient of the extract, in sixteen bytes.
type individual struct {
	id, number uint32 // places in the registers; 0 where the extract has none
	line       int32  // where the patient was first seen
	age        int16  // at the end of the year; -1 is unknown
	sex        uint8  // a place in sexes
}

// people are the patients of an extract.
type people struct {
	all     []individual
	ids     *register                 // in any letters, as first written
	numbers *register                 // as they are printed, and as they are written
	odd     map[uint32]source.Problem // what is odd with a patient's number; told of those who are chosen
}

func newPeople() people {
	asWritten := func(s string) string { return s }
	return people{ids: newRegister(strings.ToLower), numbers: newRegister(asWritten), odd: map[uint32]source.Problem{}}
}

// id is a patient's id; empty where the extract has none.
func (ps *people) id(p individual) string { return string(ps.ids.at(p.id)) }

// number is a patient's number as it is printed; empty where the extract has
// none.
func (ps *people) number(p individual) string { return string(ps.numbers.at(p.number)) }

// called is a patient's id in a message. What is no id may be a name.
func (ps *people) called(who uint32) string {
	if id := ps.id(ps.all[who]); source.IsID(id) {
		return id
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
		place := t.people.ids.find(id)
		switch {
		case place != 0:
			who := t.people.ids.owner[place]
			t.agree(line, who, written)
			return who, true
		case !person.Within(id):
			return t.newID(line, id, written), true
		}
		written = id
	}
	numbers := t.people.numbers
	if place := numbers.find(written); place != 0 {
		return numbers.owner[place], true
	}
	printed := t.printed(written)
	if printed == "" {
		return 0, false
	}
	place := numbers.find(printed)
	who := numbers.owner[place]
	if place == 0 {
		who = t.add(line)
	}
	t.own(who, printed, written)
	return who, true
}

// newID is the patient of an id that has not been seen: new, or one whose
// number has been seen without an id.
func (t *tally) newID(line int, id, written string) uint32 {
	printed := t.printed(written)
	place := t.people.numbers.find(printed)
	who := t.people.numbers.owner[place]
	if place == 0 || t.people.all[who].id != 0 {
		who = t.add(line)
	}
	t.people.all[who].id = t.people.ids.give(id, who)
	if written != "" {
		t.judgeNumber(line, who, written, printed)
	}
	return who
}

// add is a new patient.
func (t *tally) add(line int) uint32 {
	t.people.all = append(t.people.all, individual{line: int32(line), age: -1})
	return uint32(len(t.people.all) - 1)
}

// agree notes a patient's number, and tells one that is not the patient's.
func (t *tally) agree(line int, who uint32, written string) {
	place := t.people.numbers.find(written)
	if written == "" || place != 0 && t.people.numbers.owner[place] == who {
		return
	}
	t.judgeNumber(line, who, written, t.printed(written))
}

// judgeNumber is agree for a number that nobody is known to write so.
func (t *tally) judgeNumber(line int, who uint32, written, printed string) {
	p, place := &t.people.all[who], t.people.numbers.find(printed)
	owner := t.people.numbers.owner[place]
	switch {
	case printed == "":
		t.tell(who, line, "nummer-oläsligt", t.people.called(who))
	case p.number != 0 && p.number != place:
		t.tell(who, line, "samma-id", t.people.called(who), strconv.Itoa(int(p.line)))
	case place != 0 && owner != who:
		t.tell(who, line, "samma-nummer", t.people.called(who), t.people.called(owner))
		p.number = place
	default:
		t.own(who, printed, written)
	}
}

// own makes a number the patient's, as it is printed and as it is written.
func (t *tally) own(who uint32, printed, written string) {
	t.people.all[who].number = t.people.numbers.give(printed, who)
	t.people.numbers.give(written, who)
}

// maxTold is how many patients with another's number are told: where there
// are more, the columns have been mistaken.
const maxTold = 50

// tell notes what is odd with a patient's number, the first that is. Two
// patients with one id stop everything.
func (t *tally) tell(who uint32, line int, rule string, args ...string) {
	if old, told := t.people.odd[who]; told && (rule != "samma-id" || old.Severity == source.Error) {
		return
	}
	at := source.Position{File: t.name, Line: line, Column: t.head.at[number] + 1}
	odd := sentences.Problem(at, "personnummer", rule, args...)
	t.people.odd[who] = odd
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
	return n.String()
}

// describe notes sex and age where the row tells them.
func (t *tally) describe(who uint32, cells []string) {
	p := &t.people.all[who]
	if p.sex == 0 {
		p.sex = sexOf(t.head.cell(cells, sex))
	}
	if p.age >= 0 && t.head.at[age] < 0 {
		return
	}
	born := birthYear(t.people.number(*p))
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
