package generate

import (
	"reflect"

	"kontrakt/internal/cohort"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// NewChosen is a new review file for a patient who was chosen.
func NewChosen(p cohort.Patient, s *cohort.Summary) []byte {
	return source.Encode(review.Review{
		Version:   review.Version,
		Patient:   review.Patient{ID: p.ID, Number: p.Number, Sex: p.Sex},
		Selection: selection(p, s),
	})
}

// Choose writes a patient's selection into a review file that exists, and
// changes nothing else in it. The same selection changes nothing.
func Choose(name string, data []byte, p cohort.Patient, s *cohort.Summary) ([]byte, source.Problems) {
	r, ps := review.Read(name, data, source.Options{})
	now := selection(p, s)
	if r.Selection != nil && reflect.DeepEqual(*r.Selection, *now) {
		return data, nil
	}
	// The whole part is the program's own: written anew, no key of another
	// year is left in it.
	changed, err := source.Edit(data, review.Review{}, source.Change{Path: "urval"}, source.Change{Path: "urval", Value: now})
	if err == nil {
		return changed, nil
	}
	if ps.Errors() > 0 {
		return nil, ps
	}
	return nil, source.Problems{sentences.Problem(r.At("urval"), "urval", "urval-skrivs-inte")}
}

// selection is the part urval of a patient's review file.
func selection(p cohort.Patient, s *cohort.Summary) *review.Selection {
	return &review.Selection{Year: s.Year, Threshold: s.Threshold, Contacts: p.Contacts,
		ByProfession: p.ByProfession, ByUnit: p.ByUnit, Doctors: p.Doctors, Age: p.Age}
}

// Left is the warning that a review has a selection but is not among those
// chosen now, so that a report of the folder would count it.
func Left(r *review.Review) source.Problem {
	return sentences.Problem(r.At("urval"), "urval", "urval-kvar", r.Patient.ID)
}
