package plan

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"kontrakt/internal/source"
)

// The lists of a template whose lines can be named, by their keys.
const (
	PatientDoes = "jag_gör"
	UnitDoes    = "vården_gör"
	Contacts    = "kontakter"
	Referrals   = "remisser"
	Targets     = "mått"
	ContactUs   = "söka_vård.kontakta"
	SameDay     = "söka_vård.idag"
	Call112     = "söka_vård.ring_112"
	NotWhen     = "inte_när"
	Conflicts   = "krockar"
)

// Line is what the lines of all lists have in common. A line of mått has the
// measure's id for its own; Text is what it says: text, vad, till or
// målvärde.
type Line struct {
	List, ID       string
	Path           string // in the file, e.g. "söka_vård.idag[0]"
	Text, Who, Why string
	When           string // of mått: how often
	Sources        []string
	Ref            string // its name in a review: <template>/<line>

	// What every plan of the template asks of the line, found out once.
	Cited    []Source // those of Sources that the template has, each once
	Compared string   // among Signs: Text as Compared has it
}

// Compared is a text as it is compared: without capitals, spacing and the last
// full stop.
func Compared(text string) string {
	if strings.Contains(text, "  ") || strings.ContainsFunc(text, isOtherSpace) {
		text = strings.Join(strings.Fields(text), " ")
	}
	return strings.TrimRight(strings.ToLower(strings.TrimSpace(text)), ".!")
}

func isOtherSpace(r rune) bool { return r != ' ' && unicode.IsSpace(r) }

// Warning tells whether the line is a sign to seek care.
func (l Line) Warning() bool {
	return l.List == ContactUs || l.List == SameDay || l.List == Call112
}

// Choosable tells whether a review can choose the line by från.
func (l Line) Choosable() bool {
	switch l.List {
	case PatientDoes, UnitDoes, Contacts, Referrals:
		return true
	}
	return false
}

// Lines are all lines of the template, in the order of the file's form.
func (d *Definition) Lines() []Line { return d.lines }

// Signs are those of the lines that tell the patient to seek care.
func (d *Definition) Signs() []Line { return d.signs }

// Own are the lines as the file of the definition's language has them: of a
// translation, only those that are translated, with their places in it.
func (d *Definition) Own() []Line { return d.own }

// OwnAt is where a value stands in the file of the definition's language.
func (d *Definition) OwnAt(path string) source.Position { return d.words.At(path) }

// Line is the line with an id. A line of mått gives way to any other.
func (d *Definition) Line(id string) (Line, bool) { return d.LineIn("", id) }

// LineIn is the line with an id in one list; in any where list is empty.
func (d *Definition) LineIn(list, id string) (Line, bool) {
	i, ok := d.index[place{list, id}]
	if !ok {
		return Line{}, false
	}
	return d.lines[i], true
}

// place is where a line is looked up: its list, or "" for any, and its id.
type place struct{ list, id string }

// number lists the lines and where each is found, the first of an id first.
func (d *Definition) number() {
	d.lines, d.signs, d.index = d.list(), nil, map[place]int{}
	for i := len(d.lines) - 1; i >= 0; i-- {
		l := &d.lines[i]
		l.Cited = d.Cited(l.Sources)
		d.index[place{l.List, l.ID}] = i
		d.index[place{"", l.ID}] = i
	}
	for _, l := range d.lines {
		if l.Warning() {
			l.Compared = Compared(l.Text)
			d.signs = append(d.signs, l)
		}
	}
}

// Target is what the template says of a measure.
func (d *Definition) Target(measure string) (Target, bool) {
	i := slices.IndexFunc(d.Targets, func(t Target) bool { return t.Measure == measure })
	if i < 0 {
		return Target{}, false
	}
	return d.Targets[i], true
}

// Source is the source with an id.
func (d *Definition) Source(id string) (Source, bool) {
	i := slices.IndexFunc(d.Sources, func(s Source) bool { return s.ID == id })
	if i < 0 {
		return Source{}, false
	}
	return d.Sources[i], true
}

// Cited are the sources with some ids, each once; ids that the template lacks
// are left out.
func (d *Definition) Cited(ids []string) []Source {
	var all []Source
	for _, id := range ids {
		if s, ok := d.Source(id); ok && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return slices.Clip(all)
}

// count is how many lines there are.
func (d *Definition) count() int {
	n := len(d.PatientDoes) + len(d.UnitDoes) + len(d.Contacts) + len(d.Referrals) + len(d.NotWhen) + len(d.Conflicts) + len(d.Targets)
	for _, zone := range d.Seek.zones() {
		n += len(zone.warnings)
	}
	return n
}

// list makes the lines. Those of mått come last: their ids are not the
// template's own.
func (d *Definition) list() []Line {
	all := make([]Line, 0, d.count())
	add := func(list string, i int, l Line) {
		l.List, l.Path, l.Ref = list, row(list, i), d.ID+"/"+l.ID
		all = append(all, l)
	}
	for i, a := range d.PatientDoes {
		add(PatientDoes, i, Line{ID: a.ID, Text: a.Text, Who: a.Who, When: a.When, Sources: a.Sources})
	}
	for i, a := range d.UnitDoes {
		add(UnitDoes, i, Line{ID: a.ID, Text: a.Text, Who: a.Who, When: a.When, Sources: a.Sources})
	}
	for i, c := range d.Contacts {
		add(Contacts, i, Line{ID: c.ID, Text: c.What, Who: c.Who, When: c.When, Sources: c.Sources})
	}
	for i, r := range d.Referrals {
		add(Referrals, i, Line{ID: r.ID, Text: r.To, Why: r.Why, Sources: r.Sources})
	}
	for _, zone := range d.Seek.zones() {
		for i, w := range zone.warnings {
			add(zone.list, i, Line{ID: w.ID, Text: w.Text, Sources: w.Sources})
		}
	}
	for i, e := range d.NotWhen {
		add(NotWhen, i, Line{ID: e.ID, Text: e.Text, Sources: e.Sources})
	}
	for i, c := range d.Conflicts {
		add(Conflicts, i, Line{ID: c.ID, Text: c.Text, Sources: c.Sources})
	}
	for i, t := range d.Targets {
		add(Targets, i, Line{ID: t.Measure, Text: t.Value, When: t.HowOften, Sources: t.Sources})
	}
	return all
}

// zone is the warnings of one urgency with the key of their list.
type zone struct {
	list     string
	warnings []Warning
}

func (s Seek) zones() []zone {
	return []zone{{ContactUs, s.ContactUs}, {SameDay, s.SameDay}, {Call112, s.Call112}}
}

// row is the path of a list's row.
func row(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }
