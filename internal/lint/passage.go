package lint

import (
	"strings"

	"kontrakt/internal/doc"
	"kontrakt/internal/plan"
	"kontrakt/internal/source"
)

// kind is what a passage is for, as far as the rules ask.
type kind int

const (
	statement kind = iota // says something: a line's text, a paragraph, a point of a list
	detail                // beside it: when, how often, the target
	who                   // who does it
	name                  // the diagnosis, a heading, an actor
)

// passage is a run of text that the patient reads.
type passage struct {
	kind kind
	part string // the list's key or the heading above, as a reader names the place
	text string
	path string // empty in the prose
	at   source.Position
}

// prose tells whether the passage stands in the Markdown.
func (p passage) prose() bool { return p.path == "" }

// field is one text of a line: its key in the file's lists.
type field struct {
	key  string
	kind kind
	text string
}

// fields are the texts of a line that are printed for the patient; what is
// written for staff has none.
func fields(l plan.Line) []field {
	switch l.List {
	case plan.PatientDoes, plan.UnitDoes:
		return []field{{"text", statement, l.Text}, {"vem", who, l.Who}, {"när", detail, l.When}}
	case plan.Contacts:
		return []field{{"vad", statement, l.Text}, {"vem", who, l.Who}, {"när", detail, l.When}}
	case plan.Targets:
		return []field{{"hur_ofta", detail, l.When}, {"målvärde", detail, l.Text}}
	case plan.Referrals:
		return []field{{"till", name, l.Text}, {"varför", detail, l.Why}}
	case plan.ContactUs, plan.SameDay, plan.Call112:
		return []field{{"text", statement, l.Text}}
	}
	return nil
}

// passages are all that the patient reads in the file of one language.
func passages(d *plan.Definition) []passage {
	all := []passage{{name, "namn", d.Name, "namn", d.OwnAt("namn")}}
	for _, l := range d.Own() {
		for _, f := range fields(l) {
			if f.text != "" {
				path := l.Path + "." + f.key
				all = append(all, passage{f.kind, l.List, f.text, path, d.OwnAt(path)})
			}
		}
	}
	if !ownProse(d) {
		return all
	}
	heading := ""
	for i, b := range d.Prose {
		if h, ok := b.(*doc.Heading); ok {
			heading = doc.Text(h.Text)
		}
		all = append(all, block(b, heading, d.ProseAt[i])...)
	}
	return all
}

// ownProse tells whether the prose is in the definition's own language.
func ownProse(d *plan.Definition) bool {
	return len(d.ProseAt) > 0 && d.ProseAt[0].File == d.OwnAt("").File
}

// block is the passages of one block of prose.
func block(b doc.Block, heading string, at source.Position) []passage {
	var all []passage
	add := func(kind kind, in []doc.Inline) {
		if text := doc.Text(in); text != "" {
			all = append(all, passage{kind: kind, part: heading, text: text, at: at})
		}
	}
	switch b := b.(type) {
	case *doc.Heading:
		add(name, b.Text)
	case *doc.Paragraph:
		add(statement, b.Text)
	case *doc.List:
		for _, item := range b.Items {
			for _, line := range item.Lines {
				add(statement, line)
			}
		}
	case *doc.Table:
		for _, row := range append(b.Head, b.Rows...) {
			for _, cell := range row {
				add(detail, cell.Text)
			}
		}
	}
	return all
}

// parts are passages in a row that stand in the same part.
func parts(all []passage) [][]passage {
	var groups [][]passage
	for i, p := range all {
		if i == 0 || p.part != all[i-1].part {
			groups = append(groups, nil)
		}
		last := len(groups) - 1
		groups[last] = append(groups[last], p)
	}
	return groups
}

// joined is passages as one text, each on a line of its own.
func joined(all []passage) string {
	texts := make([]string, len(all))
	for i, p := range all {
		texts[i] = p.text
	}
	return strings.Join(texts, "\n")
}
