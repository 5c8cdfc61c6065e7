package source

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Position is a place in a file. Line and Column count from 1, Column in
// characters; 0 means that the place is the whole file.
type Position struct {
	File         string
	Line, Column int
}

// String is the position as editors read it: file:line:column.
func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// Severity is how much a problem matters.
type Severity int

// The severities. A warning never changes what is written, nor the exit code.
const (
	Error Severity = iota
	Warning
)

// Problem is something in a file that a person must look at. It never holds
// a name, a number that identifies, a telephone or free text of a patient.
type Problem struct {
	Pos      Position
	Severity Severity
	Path     string // the field, e.g. "plan.jag_gör[1].tilltro"; the form shows the problem there
	Rule     string // stable name of the broken rule, for tests
	Text     string // what is wrong, in Swedish, one sentence without a full stop
	Hint     string // what to do, in Swedish; may be empty
}

// String is the problem as it is shown in a terminal, with its hint on a
// line of its own.
func (p Problem) String() string {
	s := p.Pos.String() + ": "
	if p.Severity == Warning {
		s += "varning: "
	}
	s += p.Text
	if p.Hint != "" {
		s += "\n    tips: " + p.Hint
	}
	return s
}

// Problems are all problems found, of one file or of many.
type Problems []Problem

// Sort orders the problems by file, line and column; those of one place keep
// their order.
func (ps Problems) Sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			strings.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
}

// Errors counts the problems that are errors.
func (ps Problems) Errors() int {
	n := 0
	for _, p := range ps {
		if p.Severity == Error {
			n++
		}
	}
	return n
}

// Err is nil when no problem is an error; else the problems as an error.
func (ps Problems) Err() error {
	if ps.Errors() == 0 {
		return nil
	}
	return ps
}

// Error is all problems, one after another.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Sentence is what is said when a rule is broken: one row of a package's
// table of sentences. {0}, {1} … stand for arguments.
type Sentence struct {
	Severity   Severity
	Text, Hint string
}

// Sentences is a package's table: rule name to sentence.
type Sentences map[string]Sentence

// Problem is the problem that rule is broken at a place. Args fill {0}, {1} …
// in the text and the hint. An argument may be a key, a value of a closed
// list or an id; never a patient's words.
func (s Sentences) Problem(at Position, path, rule string, args ...string) Problem {
	pairs := make([]string, 0, 2*len(args))
	for i, a := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", a)
	}
	fill := strings.NewReplacer(pairs...)
	row := s[rule]
	return Problem{Pos: at, Severity: row.Severity, Path: path, Rule: rule, Text: fill.Replace(row.Text), Hint: fill.Replace(row.Hint)}
}
