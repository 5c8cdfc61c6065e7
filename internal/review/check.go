package review

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/person"
	"kontrakt/internal/source"
)

// checks are the rules between the fields of a review, in the order of the
// file. Rules of a single field are its tag.
var checks = []func(*judge){
	checkFileName,
	checkID,
	checkNumber,
	checkName,
	checkCodes,
	checkStep2,
	checkNoAction,
	checkOutcomes,
}

// planChecks are the same for a review that has a plan.
var planChecks = []func(*judge, *Plan){
	checkValidity,
	checkDiagnoses,
	checkRelatives,
	checkDates,
	checkBooked,
	checkSelfCare,
	checkFrom,
	checkDeclined,
}

// judge collects what the checks find in a review. What has been told of its
// fields is not told again: a field that could not be read is in broken, a
// key that the type does not have in unknown.
type judge struct {
	*Review
	broken  map[string]bool
	unknown []string
	found   source.Problems
}

// check runs every check on a review whose fields have been judged.
func check(r *Review, fields source.Problems) source.Problems {
	j := &judge{Review: r, broken: map[string]bool{}}
	for _, p := range fields {
		if p.Severity == source.Error {
			j.broken[p.Path] = true
		}
		if p.Rule == "unknown" {
			j.unknown = append(j.unknown, p.Path)
		}
	}
	for _, c := range checks {
		c(j)
	}
	for _, c := range planChecks {
		if r.Plan != nil {
			c(j, r.Plan)
		}
	}
	return j.found
}

// tell adds a problem at the value of a path.
func (j *judge) tell(path, rule string, args ...string) {
	j.found = append(j.found, sentences.Problem(j.At(path), path, rule, args...))
}

// missing tells whether a key has no value, neither one that could not be
// read nor one whose key is misspelt.
func (j *judge) missing(path, value string) bool {
	misspelt := func(unknown string) bool {
		key := lastKey(path)
		return strings.TrimSuffix(unknown, lastKey(unknown))+key == path && source.Nearest(lastKey(unknown), []string{key}) != ""
	}
	return value == "" && !j.broken[path] && !slices.ContainsFunc(j.unknown, misspelt)
}

// row is the path of a list's row.
func row(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// checkFileName: the file is named after the patient's id, save a review that
// has no file. Ids that differ only in case are the same.
func checkFileName(j *judge) {
	id, name := j.Patient.ID, path.Base(strings.ReplaceAll(j.Name(), `\`, "/"))
	if id == "" || name == "-" || j.broken["patient.id"] || person.Within(id) {
		return
	}
	if !strings.EqualFold(strings.TrimSuffix(name, path.Ext(name)), id) {
		j.tell("patient.id", "filnamn", id)
	}
}

// checkID: an id is part of file names, so it must identify nobody outside
// the clinic.
func checkID(j *judge) {
	if person.Within(j.Patient.ID) {
		j.tell("patient.id", "id-personnummer")
	}
}

func checkNumber(j *judge) {
	if j.Patient.Number == "" || j.broken["patient.personnummer"] {
		return
	}
	day, key := j.reference()
	if _, err := person.Parse(j.Patient.Number, day); err != nil {
		j.tell("patient.personnummer", err.Error(), key)
	}
}

// checkName: a contract needs the patient's name, a review without a plan
// does not.
func checkName(j *judge) {
	if j.Plan != nil && j.missing("patient.namn", j.Patient.Name) {
		j.found = append(j.found, j.file.Problem("patient.namn", "kontrakt"))
	}
}

// isCode tells whether a text begins as a code of ICD-10-SE, with a capital
// and two digits; the plan templates go by that.
func isCode(s string) bool {
	digit := func(b byte) bool { return '0' <= b && b <= '9' }
	return len(s) >= 3 && 'A' <= s[0] && s[0] <= 'Z' && digit(s[1]) && digit(s[2])
}

// checkCodes: a diagnosis that is no code hides what does not go together
// with the templates.
func checkCodes(j *judge) {
	if j.Screening == nil {
		return
	}
	for i, code := range j.Screening.Diagnoses {
		if !isCode(code) {
			j.tell(row("granskning.diagnoser", i), "icd10")
		}
	}
}

func checkStep2(j *judge) {
	s := j.Screening
	if s == nil || s.Step2 != source.No {
		return
	}
	if j.missing("granskning.exkluderingsorsak", s.ExclusionReason) {
		j.tell("granskning.exkluderingsorsak", "exkluderingsorsak")
	}
	if j.Plan != nil {
		j.tell("granskning.steg2", "plan-utan-steg2")
	}
}

func checkNoAction(j *judge) {
	if j.Consultation == nil || len(j.Consultation.Actions) < 2 {
		return
	}
	for i, a := range j.Consultation.Actions {
		if strings.EqualFold(a, NoAction) {
			j.tell(row("konsultation.åtgärder", i), "ingen-vidare-åtgärd")
		}
	}
}

// checkOutcomes: a goal is followed up by its exact text or by its measure;
// one that the plan does not have is followed up by nobody.
func checkOutcomes(j *judge) {
	for i, o := range j.Outcomes {
		for k, g := range o.Goals {
			at := row(row("uppföljning", i)+".mål", k)
			if j.Plan != nil && g != (GoalOutcome{State: g.State}) && !j.Plan.hasGoal(g) {
				j.tell(at, "mål-okänt")
			}
		}
	}
}

// hasGoal tells whether a followed up goal is one of the plan's, or of the
// plan's before it.
func (p *Plan) hasGoal(g GoalOutcome) bool {
	same := func(text, measure string) bool {
		return g.Text != "" && g.Text == text || g.Text == "" && g.Measure == measure
	}
	for _, own := range p.Goals {
		if same(own.Text, own.Measure) {
			return true
		}
	}
	if p.Replaces != nil {
		for _, l := range p.Replaces.Lines {
			if same(l.Text, l.Measure) {
				return true
			}
		}
	}
	return false
}
