package lint

import (
	"slices"
	"strings"

	"kontrakt/internal/plan"
)

// line is a line of the translation and the same one in Swedish.
type line struct {
	own, swedish plan.Line
	path         string // of the list where the translation lacks the line
	translated   bool
}

// counterparts are the lines that the patient reads in Swedish, each beside
// its translation. Those without words need none.
func (r *reading) counterparts() []line {
	var all []line
	for _, l := range r.base.Lines() {
		if !slices.ContainsFunc(fields(l), func(f field) bool { return f.text != "" }) {
			continue
		}
		both := line{swedish: l, path: l.List}
		same := func(o plan.Line) bool { return o.List == l.List && o.ID == l.ID }
		if i := slices.IndexFunc(r.Own(), same); i >= 0 {
			both.own, both.translated, both.path = r.Own()[i], true, r.Own()[i].Path
		}
		all = append(all, both)
	}
	return all
}

func checkMissingLines(r *reading) {
	for _, l := range r.counterparts() {
		if !l.translated {
			r.tell(r.OwnAt(l.path), l.path, l.swedish.ID, l.swedish.List)
		}
	}
}

func checkMissingFields(r *reading) {
	r.tellFields(func(own, swedish string) bool { return own == "" && swedish != "" })
}

func checkExtraFields(r *reading) {
	r.tellFields(func(own, swedish string) bool { return own != "" && swedish == "" })
}

// tellFields tells of the fields of translated lines where the two languages
// do not have the same.
func (r *reading) tellFields(wrong func(own, swedish string) bool) {
	for _, l := range r.counterparts() {
		if !l.translated {
			continue
		}
		swedish := fields(l.swedish)
		for i, f := range fields(l.own) {
			if wrong(f.text, swedish[i].text) {
				path := l.path + "." + f.key
				r.tell(r.OwnAt(path), path, l.own.ID, f.key)
			}
		}
	}
}

func checkMissingProse(r *reading) {
	if len(r.base.Prose) > 0 && !ownProse(r.Definition) {
		r.tell(r.OwnAt(""), "")
	}
}

// checkNumbers looks where a wrong number is dangerous: signs and targets have
// the same; in easy-read Swedish what the patient does has none that the line
// lacks, save in an example in brackets.
func checkNumbers(r *reading) {
	for _, l := range r.counterparts() {
		if !l.translated {
			continue
		}
		own, swedish := numbers(l.own.Text), numbers(l.swedish.Text)
		wrong := false
		switch {
		case l.own.Warning(), l.own.List == plan.Targets:
			wrong = !slices.Equal(own, swedish)
		case l.own.List == plan.PatientDoes && r.Lang == easy:
			own, swedish = numbers(example().ReplaceAllString(l.own.Text+" "+l.own.When, "")), numbers(l.swedish.Text+" "+l.swedish.When)
			wrong = slices.ContainsFunc(own, func(n string) bool { return !slices.Contains(swedish, n) })
		}
		if wrong {
			r.tell(r.OwnAt(l.path), l.path, l.own.ID, strings.Join(swedish, ", "))
		}
	}
}

var (
	digits  = pattern(`\d+(?:[.,]\d+)?`)
	example = pattern(`\([^()]*\)`)
)

// numbers are the numbers of a text, sorted, with a decimal comma.
func numbers(text string) []string {
	all := digits().FindAllString(text, -1)
	for i, n := range all {
		all[i] = strings.ReplaceAll(n, ".", ",")
	}
	slices.Sort(all)
	return all
}
