package form

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// proposed are what the unit proposes for a plan where the file has nothing.
// Nothing of care is chosen: only days, and people whom the unit names.
func (s *state) proposed() []source.Change {
	var changes []source.Change
	for _, sh := range sheets {
		for _, b := range sh.blocks {
			for _, c := range b.fields {
				path := join(b.at, c.key)
				if c.unit != nil && c.unit(s) != "" && s.file.Text(path) == "" {
					changes = append(changes, source.Change{Path: path, Value: c.unit(s)})
				}
			}
		}
	}
	return changes
}

// begun is a review with what is proposed for its plan, where it has no plan
// yet.
func (s *state) begun() *state {
	if len(s.file.Keys("plan")) > 0 || s.file.Text("plan") != "" {
		return s
	}
	data, err := source.Edit(s.data, review.Review{}, s.proposed()...)
	if err != nil {
		return s // what stands there is told by those who read it
	}
	return s.look(s.name, data)
}

// newFields are what a new review begins with.
var newFields = []spec{
	{key: "namn", label: "Namn", kind: Line},
	{key: "personnummer", label: "Personnummer", hint: "ÅÅÅÅMMDD-NNNN, samordningsnummer eller reservnummer", kind: Line, short: true},
	{key: "id", label: "Id", hint: "blir filens namn; inget personnummer", kind: Line, short: true},
}

// Blank is the page where a new patient's review begins: with what was posted,
// or with the next free one of the ids that are taken.
func (f *Form) Blank(taken []string, values map[string][]string) *New {
	s := f.look("", nil)
	n := &New{Diagnoses: Field{ID: anchor("plan.diagnoser"), Name: "plan.diagnoser", Path: "plan.diagnoser", Kind: Checks, Label: "Diagnoser"}}
	for _, c := range newFields {
		path := "patient." + c.key
		v := last(values[path])
		if c.key == "id" && v == "" {
			v = nextID(taken)
		}
		n.Fields = append(n.Fields, Field{ID: anchor(path), Name: path, Path: path, Kind: c.kind, Label: c.label, Hint: c.hint, Value: v, Short: c.short, Needed: c.key == "id"})
	}
	for i, o := range diagnoses(s, "") {
		n.Diagnoses.Options = append(n.Diagnoses.Options, Option{
			ID: anchor("plan.diagnoser-" + number(i)), Value: o.ref, Text: o.text, On: slices.Contains(values["plan.diagnoser"], o.ref),
		})
	}
	return n
}

// Begin is a new review of what was posted on the page Blank: the skeleton
// with the patient, the diagnoses and what the unit proposes. Only an id that
// cannot be used is a fault here; what else is wrong is told on the plan's own
// page.
func (f *Form) Begin(skeleton []byte, taken []string, values map[string][]string) (id string, data []byte, faults []Fault) {
	id = last(values["patient.id"])
	if id == "" {
		id = nextID(taken)
	}
	data, err := f.Line.Draft(skeleton, id, nil, f.Unit)
	if err != nil {
		return id, nil, []Fault{{What: sentence(err.Error()), ID: anchor("patient.id")}}
	}
	faults = f.idFaults(id, taken, data)
	if len(faults) > 0 {
		return id, nil, faults
	}
	s := f.look(id+".yaml", data)
	e := &editing{state: s, shown: s.file}
	e.write(e.proposed()...)
	for _, c := range newFields {
		if c.key != "id" { // which the skeleton has
			e.value("patient."+c.key, values["patient."+c.key])
		}
	}
	for _, ref := range values["plan.diagnoser"] {
		e.value("plan.diagnoser+"+ref, []string{"ja"})
	}
	if e.err != nil {
		faults = []Fault{{What: sentence(e.err.Error())}}
	}
	return id, e.data, faults
}

// idFaults are what is wrong with a new id, in the words of the command line.
func (f *Form) idFaults(id string, taken []string, data []byte) []Fault {
	at := anchor("patient.id")
	var faults []Fault
	if slices.ContainsFunc(taken, func(t string) bool { return strings.EqualFold(t, id) }) {
		faults = append(faults, Fault{What: "Det finns redan en patient med id " + id + ".", Tip: "Välj ett annat id.", ID: at})
	}
	_, ps := review.Read(id+".yaml", data, source.Options{})
	for _, p := range ps {
		if p.Path == "patient.id" {
			faults = append(faults, Fault{What: sentence(p.Text), Tip: sentence(p.Hint), ID: at})
		}
	}
	return faults
}

// renew begins the next plan of the patient in the same review: who and what
// was agreed stays, the days and what belonged to them are to be written again
// (see generate.Line.Renew). The rest of the review, with its follow-ups and
// comments, is left as it is.
func (e *editing) renew() {
	old, _ := e.Line.Earlier(e.name, e.data, e.Unit)
	if old == nil {
		e.err = errNotWhole
		return
	}
	var definitions []*plan.Definition
	for _, id := range old.Diagnoses() {
		if d, _ := e.Line.Plans.Definition(id, plan.Swedish); d != nil {
			definitions = append(definitions, d)
		}
	}
	next, err := e.Line.Renew([]byte(beginning), old.ID(), old, definitions, e.Unit)
	if err != nil {
		e.err = err
		return
	}
	from, _ := source.Look("", next)
	if e.write(source.Change{Path: "plan", Value: from.Value("plan")}) {
		e.write(e.proposed()...)
		e.said = "En ny plan är påbörjad. Det som hörde till den förra dagen ska skrivas på nytt."
	}
}

var errNotWhole = errors.New("en ny plan kan börja först när den här är hel: rätta det som står överst")

// beginning is the least that a review file has.
const beginning = "version: 1\n"

// last is the value that counts of several of one name.
func last(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return tidy(values[len(values)-1])
}

// numbered is an id that ends in a number.
var numbered = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(.*?)([0-9]{1,9})$`) })

// nextID is the id after the highest of those that most ids look like.
func nextID(taken []string) string {
	count, highest, width := map[string]int{}, map[string]int{}, map[string]int{}
	best := "P-"
	for _, id := range taken {
		m := numbered().FindStringSubmatch(id)
		if m == nil {
			continue
		}
		n, _ := strconv.Atoi(m[2])
		count[m[1]]++
		highest[m[1]], width[m[1]] = max(highest[m[1]], n), max(width[m[1]], len(m[2]))
		if count[m[1]] > count[best] {
			best = m[1]
		}
	}
	digits := number(highest[best] + 1)
	return best + strings.Repeat("0", max(0, max(width[best], 3)-len(digits))) + digits
}
