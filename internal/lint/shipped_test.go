package lint

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

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

// What is left to say of a delivered template is for whoever reviews it:
// nothing of its language.
func TestShippedTemplatesWaitForAReviewerAlone(t *testing.T) {
	lib := plan.Open(source.Options{}, plan.Layer{Name: "plans", FS: plans.FS})
	for _, p := range Check(lib, today) {
		if !slices.Contains([]string{"ogranskad", "källor-odaterade", "källa-saknas"}, p.Rule) {
			t.Error(p)
		}
	}
}

// The template in the README, to begin a new diagnosis from, can be used as it
// stands beside the delivered ones.
func TestTheTemplateOfTheReadmeCanBeUsed(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(readme), "```\n---\nid: gikt\n")
	example, _, found := strings.Cut(example, "```")
	if !found {
		t.Fatal("there is none")
	}
	own := fstest.MapFS{"gikt.md": {Data: []byte("---\nid: gikt\n" + example)}}
	lib := plan.Open(source.Options{}, plan.Layer{Name: "plans", FS: plans.FS}, plan.Layer{Name: "own", FS: own})
	if d, ps := lib.Definition("gikt", plan.Swedish); d == nil || len(ps) > 0 {
		t.Error(ps)
	}
	for _, p := range Check(lib, today) {
		if p.Pos.File == "own/gikt.md" && p.Severity == source.Error {
			t.Error(p)
		}
	}
}
