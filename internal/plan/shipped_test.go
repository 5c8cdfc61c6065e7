package plan_test

import (
	"testing"

	"kontrakt/internal/plan"
	"kontrakt/internal/source"
	"kontrakt/plans"
)

// Every template that is delivered is without errors.
func TestShippedTemplatesAreClean(t *testing.T) {
	lib := plan.Open(source.Options{}, plan.Layer{Name: "plans", FS: plans.FS})
	if len(lib.IDs()) == 0 {
		t.Fatal("no templates")
	}
	for _, p := range lib.Check() {
		if p.Severity == source.Error {
			t.Error(p)
		}
	}
}
