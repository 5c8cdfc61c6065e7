package review

import (
	"slices"

	"kontrakt/internal/person"
	"kontrakt/internal/source"
)

// Read reads a review file and tells everything in it that one file can
// tell. The name is the file's path, or "-" when it has no name of its own.
// What could be read is in the review, also when there are problems; språk is
// sv when it is missing, and when it is wrong: that is told once, and not also
// that there is no template in such a language.
func Read(name string, data []byte, o source.Options) (*Review, source.Problems) {
	r := &Review{}
	f, ps := source.Decode(name, data, r, o)
	r.file = f
	if r.Version > Version {
		// Its keys may mean something else, so nothing of it is used.
		return &Review{Version: r.Version, file: f}, source.Problems{sentences.Problem(r.At("version"), "version", "version-ny")}
	}
	ps = append(ps, check(r, ps)...)
	ps.Sort()
	if r.Patient.Lang == "" || slices.ContainsFunc(ps, func(p source.Problem) bool {
		return p.Path == "patient.språk" && p.Severity == source.Error
	}) {
		r.Patient.Lang = "sv"
	}
	return r, ps
}

// ReadUnit reads enhet.yaml and fills in what it leaves to be understood.
func ReadUnit(name string, data []byte, o source.Options) (*Unit, source.Problems) {
	u := &Unit{}
	f, ps := source.Decode(name, data, u, o)
	u.file = f
	if u.OutOfHours == "" {
		u.OutOfHours = "Ring 1177"
	}
	if u.Title == "" {
		u.Title = "individuell plan"
	}
	if u.Suggestion.Months < 1 {
		u.Suggestion.Months = 6
	}
	return u, ps
}

// Overdue warns of a plan that had ceased to be valid before today. One that
// ends before it begins is wrong in another way, which Read tells.
func Overdue(r *Review, today source.Date) source.Problems {
	p := r.Plan
	if p == nil || p.ValidTo.IsZero() || p.ValidTo.Before(p.Date) || !p.ValidTo.Before(today) {
		return nil
	}
	const path = "plan.giltig_till"
	return source.Problems{sentences.Problem(r.At(path), path, "giltig-passerad", r.Plan.ValidTo.String())}
}

// PrintedNumber is the patient's number with twelve digits, ÅÅÅÅMMDD-NNNN, or
// a reservnummer as it was written; empty when there is none that can be read.
func (r *Review) PrintedNumber() string {
	day, _ := r.reference()
	n, _ := person.Parse(r.Patient.Number, day)
	return n.String()
}

// reference is the day by which the century of ten digits is found, and the
// key that it stands at: the plan's date, else the year of the selection.
func (r *Review) reference() (day person.Day, key string) {
	switch {
	case r.Plan != nil && !r.Plan.Date.IsZero():
		return person.Day(r.Plan.Date), "plan.datum"
	case r.Selection != nil && r.Selection.Year > 0:
		return person.Day{Year: r.Selection.Year, Month: 12, Day: 31}, "urval.år"
	}
	return person.Day{}, ""
}
