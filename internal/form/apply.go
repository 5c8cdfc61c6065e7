package form

import (
	"errors"
	"slices"
	"strings"

	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Edited is a draft after a change.
type Edited struct {
	Data  []byte
	Focus string // anchor of the control to go on from; empty: where one was
	Said  string // to be spoken; may be empty
}

// Apply changes a draft by what was posted: values by the names of a Page's
// controls, then the action of a button. A value that is as the page showed it
// changes nothing, and an empty one takes its key away. What cannot be written
// is left out, all else is written, and the first reason is the error, in
// Swedish.
func (f *Form) Apply(name string, data []byte, values map[string][]string, action string) (Edited, error) {
	s := f.look(name, data)
	if !s.readable {
		return Edited{Data: data}, errUnreadable
	}
	names := make([]string, 0, len(values))
	for n := range values {
		names = append(names, n)
	}
	slices.Sort(names)
	if slices.ContainsFunc(append(names, action), aboutPlan) {
		s = s.begun()
	}
	e := &editing{state: s, shown: s.file, posted: values}
	for turn := range turns {
		for _, n := range names {
			if turnOf(n) == turn {
				e.value(n, values[n])
			}
		}
		if turn == turnOfAction(action) {
			e.act(action)
		}
	}
	if !e.changed {
		e.data = data
	}
	return Edited{e.data, e.focus, e.said}, e.err
}

var errUnreadable = errors.New("filen går inte att läsa som den är, så inget kan skrivas i den")

// What is posted is written in turns. The page numbers its rows, so their
// values and what is done with them come before what adds rows or takes them
// away: what the templates offer, ticked or unticked. The way out of a
// collision comes last, for the page still has what it declines.
const (
	ofRows = iota
	ofOffers
	ofClashes
	turns
)

func turnOf(name string) int {
	switch {
	case strings.HasPrefix(name, clashName):
		return ofClashes
	case strings.Contains(name, "+"):
		return ofOffers
	}
	return ofRows
}

func turnOfAction(action string) int {
	switch verb, _, _ := strings.Cut(action, " "); verb {
	case "upp", "ner", "bort":
		return ofRows
	}
	return ofClashes
}

// aboutPlan tells whether a name or an action is about the plan.
func aboutPlan(name string) bool {
	return strings.HasPrefix(name, "plan.") || strings.HasPrefix(name, clashName) || strings.Contains(name, " plan.")
}

// editing is one Apply.
type editing struct {
	*state
	posted  map[string][]string
	shown   *source.File // as the page had it, whose rows are numbered so
	changed bool
	focus   string
	said    string
	err     error
}

// write makes changes in the draft and sees what stands there then.
func (e *editing) write(changes ...source.Change) bool {
	data, err := source.Edit(e.data, review.Review{}, changes...)
	return e.keep(data, err)
}

func (e *editing) keep(data []byte, err error) bool {
	if err != nil {
		if e.err == nil {
			e.err = err
		}
		return false
	}
	e.changed = true
	e.state = e.look(e.name, data)
	return true
}

// value sets what one name stands for.
func (e *editing) value(name string, posted []string) {
	last := ""
	if len(posted) > 0 {
		last = tidy(posted[len(posted)-1])
	}
	if id, ok := strings.CutPrefix(name, clashName); ok {
		e.settle(id, last)
		return
	}
	if list, ref, key, ok := offeredName(name); ok {
		e.offered(list, ref, key, posted)
		return
	}
	if c, ok := known(name); ok {
		e.set(c, name, last, posted)
	}
}

// tidy is a text as a file keeps it: what a browser posts has other line
// ends, and what it cannot spell has no place in a file.
func tidy(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.TrimSpace(s)
}

// set brings a path to what was posted for it.
func (e *editing) set(c spec, path, last string, posted []string) {
	switch {
	case c.asked:
		e.setAsked(path, last)
	case c.kind == List:
		e.setTexts(path, linesOfText(last, e.texts(path)))
	case c.kind == Checks:
		e.setTexts(path, e.ticked(path, posted))
	case last == clean(e.state.value(c, path)):
	case last == "":
		e.write(source.Change{Path: path, Value: source.Gone{}})
	default:
		e.write(append(e.newRow(path), source.Change{Path: e.reachable(path), Value: last})...)
	}
}

// clean is what stands in a file as it comes back from a page.
func clean(s string) string { return tidy(strings.ReplaceAll(s, "\t", " ")) }

// newRow are the changes that make the rows that a path leads into, where
// they are not there yet and have something from the start.
func (e *editing) newRow(path string) []source.Change {
	var made []source.Change
	for i, r := range path {
		if r != ']' {
			continue
		}
		list, n, _ := split(path[:i+1])
		if n < e.file.Rows(list) {
			continue
		}
		for _, p := range e.freshOf(list) {
			made = append(made, source.Change{Path: join(row(list, e.file.Rows(list)), p.key), Value: p.value})
		}
		return made
	}
	return nil
}

// freshOf is what a new row of a list has from the start.
func (e *editing) freshOf(list string) []pair {
	var all []pair
	for _, sh := range sheets {
		for _, b := range sh.blocks {
			under := general(b.at)
			if b.rows != nil {
				under += "[]"
			}
			for _, c := range b.fields {
				if under == general(list)+"[]" && c.fresh != "" {
					all = append(all, pair{c.key, e.fresh(c)})
				}
			}
		}
	}
	return all
}

// reachable is a path whose last row, where it is a text of its own that the
// page did not have, is the next one of its list.
func (e *editing) reachable(path string) string {
	if list, i, ok := split(path); ok && i >= e.shown.Rows(list) {
		return row(list, e.file.Rows(list))
	}
	return path
}

// setAsked: asked for, and there is none. Rows say more than that.
func (e *editing) setAsked(path, value string) {
	switch there := e.file.EmptyList(path); {
	case value == none && !there && e.file.Rows(path) == 0:
		e.write(source.Change{Path: path, Value: []review.OtherPlan{}})
	case value == "" && there:
		e.write(source.Change{Path: path, Value: source.Gone{}})
	}
}

// ticked are the texts of check boxes: in the order of the file, the new ones
// last.
func (e *editing) ticked(path string, posted []string) []string {
	var want []string
	for _, t := range append(e.texts(path), posted...) {
		if t = clean(t); t != "" && slices.Contains(posted, t) && !slices.Contains(want, t) {
			want = append(want, t)
		}
	}
	return want
}

// linesOfText are the rows that a text of several lines means. A row that
// has several lines itself is known again.
func linesOfText(text string, have []string) []string {
	var rows []string
	lines := strings.Split(text, "\n")
	for len(lines) > 0 {
		n := 1
		for _, h := range have {
			own := strings.Split(clean(h), "\n")
			if len(own) > n && len(own) <= len(lines) && slices.Equal(own, lines[:len(own)]) {
				n = len(own)
			}
		}
		if r := tidy(strings.Join(lines[:n], "\n")); r != "" {
			rows = append(rows, r)
		}
		lines = lines[n:]
	}
	return rows
}

// setTexts brings a list of texts to some rows, so that each row that stays
// keeps its comments.
func (e *editing) setTexts(path string, want []string) {
	have := e.texts(path)
	for i, h := range have {
		have[i] = clean(h)
	}
	single := e.file.Text(path) != "" // somebody wrote a text in the place of a list
	switch {
	case slices.Equal(have, want):
		return
	case len(want) == 0 && single:
		e.write(source.Change{Path: path, Value: source.Gone{}})
		return
	case len(want) == 0:
		e.write(append(textChanges(path, have, nil), source.Change{Path: path, Value: source.Gone{}})...)
		return
	case e.file.Rows(path) == 0:
		e.write(source.Change{Path: path, Value: want})
		return
	}
	e.write(textChanges(path, have, want)...)
}

func textChanges(path string, have, want []string) []source.Change {
	var changes []source.Change
	for k, w := range want {
		for len(have) > len(want) && k < len(have) && have[k] != w && !slices.Contains(want[k:], have[k]) {
			changes = append(changes, source.Change{Path: row(path, k)})
			have = slices.Delete(have, k, k+1)
		}
		switch at := row(path, k); {
		case k < len(have) && have[k] == w:
		case k < len(have) && !slices.Contains(want[k:], have[k]):
			changes, have[k] = append(changes, source.Change{Path: at, Value: w}), w
		case k < len(have):
			changes = append(changes, source.Change{Path: strings.TrimSuffix(at, "]") + "+]", Value: w})
			have = slices.Insert(have, k, w)
		default:
			changes, have = append(changes, source.Change{Path: at, Value: w}), append(have, w)
		}
	}
	for k := len(have) - 1; k >= len(want); k-- {
		changes = append(changes, source.Change{Path: row(path, k)})
	}
	return changes
}
