package lint

import (
	"testing"

	"kontrakt/internal/plan"
	"kontrakt/internal/source"
	"kontrakt/plans"
)

// Every template that is delivered is without errors.
func TestShippedTemplatesAreClean(t *testing.T) {
	lib := plan.Open(source.Options{}, plan.Layer{Name: "plans", FS: plans.FS})
	for _, p := range Check(lib, today) {
		if p.Severity == source.Error {
			t.Error(p)
		}
	}
}
