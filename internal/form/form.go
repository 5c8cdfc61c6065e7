// Package form is the local form without its pages: a review file's bytes
// become fields to fill in, and what was filled in becomes changes of those
// bytes. A draft is a review file's whole text, so a comment, the order of
// keys and what somebody typed wrong all stay in it, and what is told of it is
// what the command line tells. It stands beside the line: it reads as review
// does, resolves as careplan does, and knows neither browser, disk nor clock.
package form

import (
	"strconv"
	"strings"

	"kontrakt/internal/careplan"
	"kontrakt/internal/generate"
	"kontrakt/internal/phrase"
	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Form is what all pages share. It is never changed, so many requests may use
// one Form.
type Form struct {
	Line *generate.Line // templates, words, fonts and today
	Unit *review.Unit   // the clinic's own facts
}

// Place is the page that is asked for.
type Place struct {
	Part string   // one of Parts; Plan when empty
	Step string   // of the plan; the first that lacks something when empty
	Seen []string // steps that have been looked at: what the unit proposes there is no longer called proposed
}

// state is a review file as it stands, read in every way that a page or a
// change needs.
type state struct {
	*Form
	name     string
	data     []byte
	file     *source.File
	readable bool
	review   *review.Review
	care     *careplan.CarePlan // nil without a plan; with gaps where something is missing
	problems source.Problems
	row      int // of the follow-up that is shown
}

// look sees what stands in a file, and judges nothing.
func (f *Form) look(name string, data []byte) *state {
	s := &state{Form: f, name: name, data: data}
	s.file, s.readable = source.Look(name, data)
	s.row = max(0, s.file.Rows("uppföljning")-1)
	return s
}

// judge tells all that the command line would tell of the file. The plan is
// resolved also where something is wrong, to be seen as far as it has come.
func (s *state) judge() {
	s.review, s.care, s.problems = s.Line.Review(s.name, s.data, s.Unit)
	if s.care == nil && s.review.Plan != nil {
		s.care, _ = careplan.Apply(s.Line.Plans, s.Unit, s.review)
	}
}

// words are the fixed words that staff read.
func (f *Form) words() *phrase.Table { return f.Line.Words.In(phrase.Swedish) }

// at is a path of the table in this file: # is the follow-up that is shown.
func (s *state) at(path string) string {
	return strings.Replace(path, "[#]", "["+strconv.Itoa(s.row)+"]", 1)
}

// definitions are the plan's templates in Swedish, each once.
func (s *state) definitions() []*plan.Definition {
	var ds []*plan.Definition
	seen := map[string]bool{}
	for i := range s.file.Rows("plan.diagnoser") {
		id := s.file.Text(row("plan.diagnoser", i))
		if d, _ := s.Line.Plans.Definition(id, plan.Swedish); d != nil && !seen[id] {
			seen[id] = true
			ds = append(ds, d)
		}
	}
	return ds
}

// row is the path of a list's row.
func row(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// join adds a key to a path.
func join(path, key string) string {
	if path == "" || key == "" {
		return path + key
	}
	return path + "." + key
}

// split parts a row's path into its list and number; ok is false where the
// path is no row's.
func split(path string) (list string, i int, ok bool) {
	open := strings.LastIndexByte(path, '[')
	if open < 0 || !strings.HasSuffix(path, "]") {
		return "", 0, false
	}
	i, err := strconv.Atoi(path[open+1 : len(path)-1])
	return path[:open], i, err == nil
}

// anchor is the id of what has a name, to be led to.
func anchor(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_', r == 'å', r == 'ä', r == 'ö':
			return r
		}
		return '-'
	}, name)
}

// capital is a text that begins a sentence.
func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// sentence is what a problem says, as it is read on a page.
func sentence(s string) string {
	if s = capital(s); s != "" && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "?") {
		s += "."
	}
	return s
}
