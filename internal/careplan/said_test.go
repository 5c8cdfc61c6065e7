package careplan_test

import (
	"slices"
	"testing"

	"kontrakt/internal/careplan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// What a review says by itself are its texts, without ids and numbers, and
// without what its templates say alike.
func TestWhatAReviewSaysByItself(t *testing.T) {
	r := &review.Review{Plan: &review.Plan{
		Diagnoses: []string{"smarta"}, Matters: "Att sova", InternalNote: "hemligt",
		PatientDoes: []review.PatientActivity{{From: "smarta/rorelse", Text: "Du rör dig.", When: source.When{Words: "på kvällen"}}},
		Doctor:      review.Doctor{Name: "Dr Exempel", Phone: "036-000 00 00"},
		Strengths:   []string{"Att sova", "envis"},
		Replaces:    &review.Replaced{Lines: []review.ReplacedLine{{List: "mål", Text: "Gå ut"}}},
	}}
	want := []string{"Att sova", "envis", "Dr Exempel", "på kvällen", "Gå ut"}
	if got := careplan.Said(library(nil), r, "sv"); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
