package cohort

import (
	"strconv"
	"strings"

	"kontrakt/internal/source"
)

// A tally counts the rows of an extract.
type tally struct {
	name     string
	head     heading
	year     int
	rows     int
	left     [used]LeftOut
	last     lastRow
	problems source.Problems

	people      people
	kept        []contact
	professions *words
	units       *words
	doctors     *words
	isDoctor    []bool // of each profession
	labels      map[[2]string]uint32
}

func newTally(name string, head heading, year int) *tally {
	t := &tally{name: name, head: head, year: year, people: newPeople(),
		professions: newWords(), units: newWords(), doctors: newWords(), labels: map[[2]string]uint32{}}
	t.doctors.number("") // 0 is no doctor
	return t
}

// year is a year as it is written.
func year(y int) string { return strconv.Itoa(y) }

// row counts one row, or leaves it out.
func (t *tally) row(line int, cells []string) {
	if line <= t.head.line || blank(cells) {
		return
	}
	t.rows++
	reason := t.judge(line, cells)
	t.leave(reason, line)
	t.last = lastRow{line, reason, len(cells) < len(t.head.cells)}
}

// A lastRow is what became of the row read last.
type lastRow struct {
	line, reason int
	short        bool
}

func (t *tally) leave(reason, line int) {
	if reason == used {
		return
	}
	l := &t.left[reason]
	if l.Count++; l.Count <= maxLines {
		l.Lines = append(l.Lines, line)
	}
}

// finish takes back the last row of a text that ends in the middle of it.
func (t *tally) finish() {
	if t.head.grid.torn && t.last.short && t.last.reason == used {
		t.kept = t.kept[:len(t.kept)-1]
		t.leave(cutOff, t.last.line)
	}
}

// judge counts a row that can be used, and says why another cannot.
func (t *tally) judge(line int, cells []string) int {
	h := &t.head
	if h.grid.csv && len(cells) < len(h.cells) && len(cells) <= max(h.at[patientID], h.at[date], h.at[unitName], h.at[profession]) {
		return cutOff
	}
	day, ok := day(h.cell(cells, date), h.grid.base)
	id, written := h.cell(cells, patientID), h.cell(cells, number)
	if isFault(id) {
		id = ""
	}
	switch {
	case id == "" && written == "":
		return noID
	case !ok:
		return badDate
	case day.Year != t.year:
		return otherYear
	}
	who, ok := t.whose(line, id, written)
	if !ok {
		return badNumber
	}
	t.describe(who, cells)
	t.kept = append(t.kept, contact{who, t.professions.number(h.cell(cells, profession)), t.unit(cells), 0})
	t.kept[len(t.kept)-1].doctor = t.doctor(cells)
	return used
}

// blank tells whether a row has nothing in it.
func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// unit is the unit of a row: code and name, as the report shows them.
func (t *tally) unit(cells []string) uint32 {
	key := [2]string{t.head.cell(cells, unitCode), t.head.cell(cells, unitName)}
	n, known := t.labels[key]
	if !known {
		code, name := strings.Clone(key[0]), strings.Clone(key[1])
		label := name
		switch {
		case name == "":
			label = code
		case code != "" && !strings.HasPrefix(name, code):
			label = code + " " + name
		}
		n = t.units.number(label)
		t.labels[[2]string{code, name}] = n
	}
	return n
}

// doctor is the doctor of the last row kept; 0 where it was somebody else.
func (t *tally) doctor(cells []string) uint32 {
	p := t.kept[len(t.kept)-1].profession
	for len(t.isDoctor) <= int(p) {
		name := fold(t.professions.words[len(t.isDoctor)])
		t.isDoctor = append(t.isDoctor, strings.Contains(name, "lakare") && !strings.HasPrefix(name, "tand"))
	}
	who := t.head.cell(cells, caregiver)
	if !t.isDoctor[p] || who == "" {
		return 0
	}
	return t.doctors.number(who)
}

// merged tells cells that have been merged below the heading: all but one of
// their rows would lack what stands in them.
func (t *tally) merged(ref string, bottom int) {
	if bottom > t.head.line {
		t.problems = append(t.problems, mergedCells(t.name, ref, bottom))
	}
}

func mergedCells(name, ref string, bottom int) source.Problem {
	return sentences.Problem(source.Position{File: name, Line: bottom, Column: columnOf(ref) + 1}, "", "sammanslagna", ref)
}

// words numbers words by when they were first seen. Capitals and spaces
// around make no other word.
type words struct {
	words   []string
	numbers map[string]uint32
}

func newWords() *words { return &words{numbers: map[string]uint32{}} }

func (w *words) number(word string) uint32 {
	if n, known := w.numbers[word]; known {
		return n
	}
	word = strings.ToValidUTF8(strings.Clone(word), "?")
	tidy := strings.Join(strings.Fields(word), " ")
	n, known := w.numbers[strings.ToLower(tidy)]
	if !known {
		n = uint32(len(w.words))
		w.words = append(w.words, tidy)
		w.numbers[strings.ToLower(tidy)] = n
	}
	w.numbers[word] = n
	return n
}
