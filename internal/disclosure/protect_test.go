package disclosure_test

import (
	"strings"
	"testing"

	"kontrakt/internal/disclosure"
)

// column is a total and its parts, protected; printed as on paper.
func column(least, total int, parts ...int) string {
	t := disclosure.New(least)
	sum := t.Count(total)
	t.Weigh(sum, 1)
	refs := []disclosure.Ref{}
	for _, p := range parts {
		refs = append(refs, t.Count(p))
	}
	t.Sum(sum, refs...)
	t.Protect()
	var all []string
	for i, r := range append(refs, sum) {
		all = append(all, print(t.Mark(r), append(parts, total)[i]))
	}
	return strings.Join(all, " ")
}

func TestColumn(t *testing.T) {
	for _, c := range []struct {
		name  string
		total int
		parts []int
		want  string
	}{
		{"nothing small, nothing hidden", 30, []int{10, 20, 0}, "10 20 0 = 30"},
		{"one small takes another with it", 49, []int{34, 6, 6, 3}, ""},
		{"actions of the source project", 31, []int{13, 7, 5, 3, 1, 1, 1}, ""},
		{"two small that are few together take a third", 24, []int{20, 1, 1, 2}, ""},
		{"small and next to small", 26, []int{20, 5, 1}, ""},
		{"a small total", 3, []int{3, 0}, ""},
		{"all small", 9, []int{4, 4, 1}, ""},
	} {
		t.Log(c.name, c.parts, column(5, c.total, c.parts...))
	}
}
