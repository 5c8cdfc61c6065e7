package form

import (
	"slices"
	"strings"

	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// The sides of a conflict, as the radio buttons have them.
const (
	Mine  = "min"
	Their = "fil"
)

// Diff lays two versions of one review side by side: what differs, value by
// value and row by row, as they are read together. Base is the version that
// both began from; nil where it is not known. Chosen are the choices so far,
// as for Choose.
func (f *Form) Diff(name string, base, mine, theirs []byte, chosen map[string][]string) *Conflict {
	v := f.versions(name, base, mine, theirs)
	c := &Conflict{Who: v.mine.who()}
	if !v.mine.readable || !v.theirs.readable {
		c.Points = []Point{{ID: "alla", Name: "alla", Legend: "Hela filen", Mine: v.mine.whole(), File: v.theirs.whole()}}
		return c
	}
	differs := map[string]bool{}
	units := v.units()
	for _, u := range units {
		title := titleOf(u.path)
		if v.mine.file.Same(v.theirs.file, u.path) {
			c.Same++
			continue
		}
		differs[title] = true
		a, b := v.mine.tell(u.path), v.theirs.tell(u.path)
		left, right := compare(a, b)
		c.Points = append(c.Points, Point{
			ID: anchor(pointName + u.path), Name: pointName + u.path, Legend: u.legend,
			Mine: Version{left, a == ""}, File: Version{right, b == ""},
			Chosen: sideOf(chosen, u),
		})
	}
	for _, u := range units {
		if t := titleOf(u.path); !differs[t] && !slices.Contains(c.SameIn, t) {
			c.SameIn = append(c.SameIn, t)
		}
	}
	return c
}

// whole is what is said of a version that is chosen as a whole.
func (s *state) whole() Version {
	if s.readable {
		return Version{Words: []Word{{Text: "Filen går att läsa"}}}
	}
	return Version{Words: []Word{{Text: "Filen går inte att läsa som den är"}}}
}

// pointName begins the name of a point's radio buttons.
const pointName = "punkt+"

// Choose makes one version of two by what was chosen for each point, by its
// name, or for all of them by the name alla: min or fil. Of a point that nobody
// has chosen for, the file's stays; then done is false.
func (f *Form) Choose(name string, mine, theirs []byte, chosen map[string][]string) (data []byte, done bool, err error) {
	switch last(chosen["alla"]) {
	case Mine:
		return mine, true, nil
	case Their:
		return theirs, true, nil
	}
	v := f.versions(name, nil, mine, theirs)
	done = true
	var taken []unit
	for _, u := range v.units() {
		if v.mine.file.Same(v.theirs.file, u.path) {
			continue
		}
		switch sideOf(chosen, u) {
		case Mine:
			taken = append(taken, u)
		case "":
			done = false
		}
	}
	data, err = v.take(theirs, taken)
	return data, done, err
}

// sideOf is the side that was chosen for a unit; empty for none.
func sideOf(chosen map[string][]string, u unit) string {
	side := last(chosen[pointName+u.path])
	if side != Mine && side != Their {
		return ""
	}
	return side
}

// Merge makes one version of two that began from the same, where no value
// was changed in both; else ok is false and there is a choice to make.
func (f *Form) Merge(name string, base, mine, theirs []byte) (data []byte, ok bool) {
	v := f.versions(name, base, mine, theirs)
	if !v.mine.readable || !v.theirs.readable || !v.base.readable {
		return nil, false
	}
	var taken []unit
	for _, u := range v.units() {
		switch path := u.path; {
		case v.mine.file.Same(v.theirs.file, path), v.base.file.Same(v.mine.file, path):
		case v.base.file.Same(v.theirs.file, path):
			taken = append(taken, u)
		default:
			return nil, false
		}
	}
	data, err := v.take(theirs, taken)
	return data, err == nil
}

// versions are a review as it was and as two have made it.
type versions struct{ base, mine, theirs *state }

func (f *Form) versions(name string, base, mine, theirs []byte) versions {
	return versions{f.look(name, base), f.look(name, mine), f.look(name, theirs)}
}

// take writes some units of mine in theirs.
func (v versions) take(theirs []byte, units []unit) ([]byte, error) {
	var changes []source.Change
	for _, u := range units {
		changes = append(changes, source.Change{Path: u.path, Value: v.mine.file.Value(u.path)})
	}
	return source.Edit(theirs, review.Review{}, changes...)
}

// A unit is what is chosen as a whole: a value, keys that belong together, a
// row, or a list whose rows cannot be told to be the same ones.
type unit struct{ path, legend string }

// units are those of both versions, in the order of the form and then of the
// file.
func (v versions) units() []unit {
	var all []unit
	for _, part := range v.keys("") {
		if !slices.Contains([]string{"patient", "granskning", "konsultation", "plan"}, part) {
			all = append(all, v.listUnits(part)...)
			continue
		}
		for _, key := range v.keys(part) {
			all = append(all, v.listUnits(join(part, key))...)
		}
	}
	slices.SortStableFunc(all, func(a, b unit) int { return placeOf(a.path) - placeOf(b.path) })
	return all
}

// keys are the keys that any version has at a path.
func (v versions) keys(path string) []string {
	var all []string
	for _, s := range []*state{v.theirs, v.mine, v.base} {
		for _, k := range s.file.Keys(path) {
			if !slices.Contains(all, k) {
				all = append(all, k)
			}
		}
	}
	return all
}

// listUnits is a key as one unit or, where both versions have the same rows,
// each row as one.
func (v versions) listUnits(path string) []unit {
	legend := legendOf(path)
	n := v.mine.file.Rows(path)
	if n == 0 || n != v.theirs.file.Rows(path) || len(v.mine.file.Keys(row(path, 0))) == 0 {
		return []unit{{path, legend}}
	}
	var rows []unit
	for i := range n {
		at := row(path, i)
		if !v.sameRow(path, i) {
			return []unit{{path, legend}}
		}
		rows = append(rows, unit{at, legend + ", rad " + number(i+1)})
	}
	return rows
}

// sameRow tells whether a row is the same one in both versions: it comes
// from the same template's line, or is of the same day, or is an own row that
// the other version has nowhere else.
func (v versions) sameRow(list string, i int) bool {
	at := row(list, i)
	for _, key := range []string{"från", "mått", "datum", "lista"} {
		if a, b := v.mine.file.Text(join(at, key)), v.theirs.file.Text(join(at, key)); key != "datum" || list == "uppföljning" {
			if a != b {
				return false
			}
		}
	}
	if v.mine.file.Same(v.theirs.file, at) {
		return true
	}
	for k := range v.mine.file.Rows(list) {
		other := row(list, k)
		if k != i && (v.mine.tell(at) == v.theirs.tell(other) || v.theirs.tell(at) == v.mine.tell(other)) {
			return false
		}
	}
	return true
}

// tell is what stands at a path, on one line.
func (s *state) tell(path string) string {
	if t := s.file.Text(path); t != "" {
		return strings.ReplaceAll(t, "\n", " ")
	}
	if s.file.EmptyList(path) {
		return "Frågan är ställd: det finns ingen"
	}
	var said []string
	for i := range s.file.Rows(path) {
		said = append(said, s.tell(row(path, i)))
	}
	if len(said) > 0 {
		return strings.Join(said, "; ")
	}
	for _, key := range s.file.Keys(path) {
		at := join(path, key)
		t := s.tell(at)
		switch {
		case t == "":
			continue
		case key == "från" && s.file.Text(join(path, "text")) != "":
			continue
		case key == "från":
			if line, ok := s.Line.Plans.Line(t); ok {
				t = line.Text
			}
		default:
			t = saidOf(at, t)
		}
		said = append(said, t)
	}
	return strings.Join(said, ", ")
}

// compare parts two texts into words, those that the other lacks marked.
func compare(a, b string) (left, right []Word) {
	x, y := strings.Fields(a), strings.Fields(b)
	common := longest(x, y)
	return marked(x, common), marked(y, common)
}

// maxWords is how long texts are compared word by word; of longer ones all is
// marked.
const maxWords = 2000

// longest are the words that two texts have in common, in their order.
func longest(x, y []string) []string {
	if len(x) > maxWords || len(y) > maxWords {
		return nil
	}
	best := make([][]int, len(x)+1)
	for i := range best {
		best[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for k := len(y) - 1; k >= 0; k-- {
			best[i][k] = max(best[i+1][k], best[i][k+1])
			if x[i] == y[k] {
				best[i][k] = best[i+1][k+1] + 1
			}
		}
	}
	var common []string
	for i, k := 0, 0; i < len(x) && k < len(y); {
		switch {
		case x[i] == y[k]:
			common = append(common, x[i])
			i, k = i+1, k+1
		case best[i+1][k] >= best[i][k+1]:
			i++
		default:
			k++
		}
	}
	return common
}

// marked are words in runs, those not in common marked.
func marked(words, common []string) []Word {
	var runs []Word
	for _, w := range words {
		mark := len(common) == 0 || common[0] != w
		if !mark {
			common = common[1:]
		}
		if last := len(runs) - 1; last >= 0 && runs[last].Marked == mark {
			runs[last].Text += " " + w
			continue
		}
		runs = append(runs, Word{w, mark})
	}
	for i := range runs { // the space between two runs belongs to the one that is alike
		if runs[i].Marked {
			continue
		}
		if i > 0 {
			runs[i].Text = " " + runs[i].Text
		}
		if i < len(runs)-1 {
			runs[i].Text += " "
		}
	}
	return runs
}
