package source

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// causes are what the YAML library says and what most likely is wrong; the
// first row that fits counts. Where begins is set, what is wrong began at
// the place that the library calls the context.
var causes = []struct {
	context, message string
	rule             string
	begins           bool
}{
	{"", "tab", "tab", false},
	{"", "unknown anchor", "alias", false},
	{"quoted scalar", "unexpected", "quote-open", true},
	{"quoted scalar", "", "escape", false},
	{"block scalar", "", "start", true},
	{"alias", "", "start", true},
	{"anchor", "", "start", true},
	{"directive", "", "directive", true},
	{"tag", "", "tag", true},
	{"", "cannot start any token", "start", false},
	{"", "block sequence entries", "dash", false},
	{"", "mapping values", "colon", false},
	{"", "mapping keys", "start", false},
	{"simple key", "", "no-colon", true},
	{"flow sequence", "", "bracket", true},
	{"flow mapping", "", "brace", true},
	{"flow node", "", "start", false},
	{"", "YAML document", "directive", false},
	{"", "directive", "directive", false},
	{"", "undefined tag", "tag", false},
	{"", "document start", "indent", false},
	{"", "expected key", "indent", false},
	{"", "'-' indicator", "indent", false},
	{"", "node content", "start", false},
	{"", "depth", "depth", false},
}

// syntaxFault says in our own words what the YAML library found.
func syntaxFault(data []byte, err error) *fault {
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		return &fault{line: 1, column: 1, rule: "syntax"}
	}
	at, rule := e.Mark, "syntax"
	for _, c := range causes {
		if strings.Contains(e.ContextMsg, c.context) && strings.Contains(e.Message, c.message) {
			rule = c.rule
			if (rule == "bracket" || rule == "brace") && e.ContextMark.Line == e.Mark.Line {
				rule = "flow" // most often it closes on its own line
			} else if c.begins && e.ContextMark.Line > 0 {
				at = e.ContextMark
			}
			break
		}
	}
	f := &fault{line: max(at.Line, 1), column: max(at.Column, 1), rule: rule}
	f.lookCloser(lines(data))
	return f
}

// lookCloser tells apart the mistakes that YAML has one word for, by the
// line itself and the one before it.
func (f *fault) lookCloser(all []string) {
	if f.line > len(all) { // at the end of the file
		f.line = max(len(all), 1)
		f.column = 1
		return
	}
	line := all[f.line-1]
	before, _ := cutRunes(line, f.column-1)
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t\u00a0"))]
	switch {
	case strings.Contains(indent, "\t"):
		f.rule, f.column = "tab", utf8.RuneCountInString(line[:strings.Index(line, "\t")])+1
	case f.blameHardSpace(all):
	case f.rule == "indent" && endsInQuote(before):
		f.rule = "after-quote"
		f.blameOpenQuote(all, before)
	case f.rule == "colon" && strings.Contains(before, ": "):
		// a second colon on the line: the text holds it
	case f.rule == "colon":
		f.rule, f.column = "indent", utf8.RuneCountInString(indent)+1
		f.blameLineBefore(all)
	case f.rule == "no-colon":
		f.blameTightColon(f.line, line)
	}
}

// blameHardSpace moves a fault to the nearest line, from its own and up,
// that is indented with a hard space, which YAML takes as part of the text.
func (f *fault) blameHardSpace(all []string) bool {
	for i := f.line - 1; i >= 0; i-- {
		space, _, found := strings.Cut(all[i], "\u00a0")
		if found && strings.Trim(space, " ") == "" {
			f.line, f.column, f.rule = i+1, len(space)+1, "nbsp"
			return true
		}
	}
	return false
}

// blameOpenQuote moves a fault after a closing quotation mark, the only one
// on its line so far, to the line above with an odd number of them: there one
// is missing.
func (f *fault) blameOpenQuote(all []string, before string) {
	before = strings.TrimRight(before, " ")
	mark := before[len(before)-1:]
	if strings.Count(before, mark) != 1 {
		return
	}
	for i := f.line - 2; i >= 0; i-- {
		if strings.Count(all[i], mark)%2 == 1 {
			f.rule, f.line = "quote-open", i+1
			f.column = utf8.RuneCountInString(all[i][:strings.LastIndex(all[i], mark)]) + 1
			return
		}
	}
}

// blameLineBefore moves a fault to the nearest earlier line with text where
// that one lacks its colon, or the space after it: YAML stumbles first on the
// line after.
func (f *fault) blameLineBefore(all []string) {
	for i := f.line - 2; i >= 0; i-- {
		line := strings.TrimSpace(all[i])
		if line == "" || line[0] == '#' {
			continue
		}
		if !strings.Contains(line, ":") && line[0] != '-' {
			f.line, f.column, f.rule = i+1, utf8.RuneCountInString(all[i][:strings.Index(all[i], line)])+1, "no-colon"
		}
		f.blameTightColon(i+1, all[i])
		return
	}
}

// blameTightColon makes the fault one of a colon without its space, where
// the line begins with a key so written.
func (f *fault) blameTightColon(number int, line string) {
	if column := tightColon(line); column > 0 {
		f.line, f.column, f.rule = number, column, "colon-space"
	}
}

// tightColon is the column of the colon of a line that begins "key:value",
// 0 where the line does not.
func tightColon(line string) int {
	start := strings.TrimLeft(line, " -")
	name, after, ok := strings.Cut(start, ":")
	if !ok || after == "" || after[0] == ' ' || !isKey(name) {
		return 0
	}
	return utf8.RuneCountInString(line[:len(line)-len(start)+len(name)]) + 1
}

// isKey tells whether a word looks like a key rather than someone's words,
// which no message may repeat.
func isKey(word string) bool {
	for _, r := range word {
		if !(r == '_' || r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || strings.ContainsRune("åäöÅÄÖéÉ", r)) {
			return false
		}
	}
	return word != "" && utf8.RuneCountInString(word) <= 40
}

func endsInQuote(s string) bool {
	s = strings.TrimRight(s, " ")
	return strings.HasSuffix(s, `"`) || strings.HasSuffix(s, "'")
}

// lines are the lines of a text as YAML counts them.
func lines(data []byte) []string {
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
}

// cutRunes parts a text after n characters.
func cutRunes(s string, n int) (before, after string) {
	for i := range s {
		if n == 0 {
			return s[:i], s[i:]
		}
		n--
	}
	return s, ""
}
