package generate_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"kontrakt/internal/generate"
)

// TestNamesOfManyLanguagesComeThrough gives each made-up name to a patient:
// the review is read without a remark on it, and the contract says it.
func TestNamesOfManyLanguagesComeThrough(t *testing.T) {
	list, err := os.ReadFile("../../testdata/namn.txt")
	if err != nil {
		t.Fatal(err)
	}
	l, u := line(t), unit(t)
	const placeholder = "Anna Exempel"
	review := string(filled(t, l, u, "EX-001", "hypertoni"))
	for i, name := range slices.Collect(strings.Lines(string(list))) {
		if testing.Short() && i%20 > 0 {
			continue
		}
		if name = strings.TrimSpace(name); name == "" || strings.HasPrefix(name, "#") {
			continue
		}
		data := []byte(strings.ReplaceAll(review, placeholder, name))
		job := generate.Job{Name: "EX-001", Unit: u, Read: func() ([]byte, error) { return data, nil }}
		q := contracts(discard, generate.PDF, generate.Text)
		q.Keep = true
		l.Run([]generate.Job{job}, q, func(r generate.Result) {
			if len(r.Files) != 2 || r.Problems.Errors() > 0 {
				t.Errorf("%s: %v %v", name, r.Problems, r.Err)
			} else if !strings.Contains(string(r.Files[1].Data), name) {
				t.Errorf("%s is not on the paper", name)
			}
		})
	}
}
