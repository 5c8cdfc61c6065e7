package cohort

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A column is one that is looked for: its name in Swedish, and what systems
// call it, the likeliest first, as fold writes it.
type column struct {
	name    string
	aliases []string
}

// A heading is the row that names the columns of a grid.
type heading struct {
	grid  grid
	line  int
	cells []string // as they are written
	at    []int    // where each column stands, -1 where it is missing
}

// headRows is how far down the heading may stand: exports begin with titles.
const headRows = 50

// fold makes headings comparable: small letters without dots and rings, and
// digits, nothing else.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// find finds the row that looks most like the heading, over all ways to read
// the file. A file without any such row gives its first row.
func find(grids []grid, columns []column) (heading, error) {
	best, most := heading{}, -1
	var wrong error
	for _, g := range grids {
		rows := 0
		err := g.rows(visitor{row: func(line int, cells []string) bool {
			at := match(cells, columns)
			// More cells tell the right separator where no column is known.
			if score := known(at)*1000 + min(len(cells), 999)*btoi(rows == 0); score > most {
				best, most = heading{g, line, trimmed(cells), at}, score
			}
			rows++
			return rows < headRows
		}})
		var r *refusal
		if err != nil && !errors.As(err, &r) {
			return heading{}, err
		}
		if wrong == nil {
			wrong = err
		}
	}
	switch {
	case most < 0 && wrong != nil:
		return heading{}, wrong
	case most < 0:
		return heading{}, &refusal{rule: "tom"}
	}
	return best, nil
}

// btoi is 1 for true.
func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// match finds the columns among the cells of a row: by the likeliest name
// that is there.
func match(cells []string, columns []column) []int {
	folded := make([]string, len(cells))
	for i, c := range cells {
		if name, _, _ := strings.Cut(c, "("); len(c) < 100 { // "Kontaktdatum (dag)"
			folded[i] = fold(name)
		}
	}
	at := make([]int, len(columns))
	for i, c := range columns {
		at[i] = -1
		for _, alias := range c.aliases {
			if k := slices.Index(folded, alias); k >= 0 {
				at[i] = k
				break
			}
		}
	}
	return at
}

// known counts the columns that were found.
func known(at []int) int {
	n := 0
	for _, i := range at {
		n += btoi(i >= 0)
	}
	return n
}

func trimmed(cells []string) []string {
	all := make([]string, len(cells))
	for i, c := range cells {
		all[i] = strings.Clone(strings.TrimSpace(c))
	}
	return all
}

// found lists the headings for a message. A row that may be a patient's is
// never quoted.
func (h *heading) found() string {
	var names []string
	for _, c := range h.cells {
		if strings.ContainsFunc(c, unicode.IsDigit) && known(h.at) == 0 || len(c) > 60 {
			return "ingen rubrik som går att känna igen"
		}
		if c != "" {
			names = append(names, "«"+c+"»")
		}
	}
	return strings.Join(names, ", ")
}

// cell is the text at a column of a row; empty where the row or the file
// does not have it.
func (h *heading) cell(cells []string, column int) string {
	if i := h.at[column]; i >= 0 && i < len(cells) {
		return strings.TrimSpace(cells[i])
	}
	return ""
}

// unused are the headings that stand for no column.
func (h *heading) unused() []string {
	var names []string
	for i, c := range h.cells {
		if c != "" && !slices.Contains(h.at, i) {
			names = append(names, c)
		}
	}
	return names
}
