package form

import (
	"slices"
	"strconv"
	"strings"
)

// draw is the form of one page.
func (s *state) draw(sh sheet) []Block {
	var all []Block
	for _, b := range sh.blocks {
		if b.rows != nil {
			all = append(all, s.drawList(b)...)
			continue
		}
		under := s.at(b.at)
		out := Block{Path: under, Legend: s.fill(b.legend), Hint: s.fill(b.hint), ID: anchor("del-" + under + "." + b.legend)}
		if b.said != nil {
			out.Said = b.said(s)
		}
		if len(b.fields) > 0 {
			out.ID = anchor("del-" + under + "." + b.fields[0].key)
		} else if len(out.Said) == 0 {
			continue
		}
		for _, c := range b.fields {
			path := join(under, c.key)
			out.Fields = append(out.Fields, s.field(c, path, path)...)
		}
		all = append(all, out)
	}
	return all
}

// field is a key as it is filled in, and after check boxes room for what
// none of them says.
func (s *state) field(c spec, name, path string) []Field {
	f := Field{
		ID: anchor(name), Name: name, Path: path, Kind: c.kind, Label: s.fill(c.label), Hint: c.hint,
		Value: s.value(c, path), Ends: c.ends, Own: c.own, Short: c.short, Needed: c.needed,
	}
	f.Hint = s.fill(f.Hint)
	if f.Label == "" {
		f.Label = s.asks(path)
	}
	f.Proposed = c.unit != nil && f.Value != "" && f.Value == c.unit(s)
	f.Options = s.options(c, f)
	f.Proposals = s.proposals(c, f)
	if c.kind != Checks || c.lists == nil || c.closed {
		return []Field{f}
	}
	other := row(path, s.file.Rows(path))
	return []Field{f, {ID: anchor(other), Name: other, Path: other, Kind: Line, Label: f.Label + ", annat"}}
}

// value is what stands at a path, as it is typed: also when it is wrong.
func (s *state) value(c spec, path string) string {
	switch {
	case path == "":
		return ""
	case c.asked && s.file.EmptyList(path):
		return none
	case c.kind == List || c.kind == Checks:
		return strings.Join(s.texts(path), "\n")
	case s.missing(path):
		return s.fresh(c)
	}
	return s.file.Text(path)
}

// none is what a list is that was asked for and is empty.
const none = "[]"

// texts are the rows of a list of texts. Where somebody wrote a single text
// instead, that is its row.
func (s *state) texts(path string) []string {
	var all []string
	for i := range s.file.Rows(path) {
		all = append(all, s.file.Text(row(path, i)))
	}
	if t := s.file.Text(path); t != "" {
		all = append(all, t)
	}
	return all
}

// missing tells whether a path leads into a row that is not there yet.
func (s *state) missing(path string) bool {
	end := strings.LastIndexByte(path, ']')
	if end < 0 {
		return false
	}
	list, i, ok := split(path[:end+1])
	return ok && i >= s.file.Rows(list)
}

// fresh is what a key has in a new row.
func (s *state) fresh(c spec) string {
	if c.fresh == "idag" {
		return today(s)
	}
	return c.fresh
}

// options are the values to choose from. One that the file has and the list
// lacks is kept, so that it can be seen and is not lost.
func (s *state) options(c spec, f Field) []Option {
	all := slices.Clone(c.options)
	switch {
	case c.kind == Scale:
		for i := range 11 {
			all = append(all, Option{Value: strconv.Itoa(i), Text: strconv.Itoa(i)})
		}
	case c.lists != nil && c.kind != Line:
		all = c.lists(s)
	case len(all) == 0:
		return nil
	}
	have := []string{f.Value}
	if c.kind == Checks && f.Value != none {
		have = s.texts(f.Path)
	}
	for _, v := range have {
		if v != "" && !slices.ContainsFunc(all, func(o Option) bool { return o.Value == v }) {
			all = append(all, Option{Value: v, Text: v})
		}
	}
	for i := range all {
		all[i].ID = f.ID + "-" + strconv.Itoa(i)
		all[i].On = slices.Contains(have, all[i].Value) && (all[i].Value != "" || c.kind == Select)
	}
	if len(all) > 0 && c.kind != Select {
		all[0].ID = f.ID // a problem leads to the first
	}
	return all
}

// proposals are values to take with one press.
func (s *state) proposals(c spec, f Field) []Button {
	var all []Button
	for _, d := range c.dates {
		day := s.Line.Today.AddMonths(d.months).AddDays(d.days)
		all = append(all, set(f.Name, day.String(), d.text))
	}
	if c.unit != nil && c.kind == Line && f.Value == "" && c.unit(s) != "" {
		all = append(all, set(f.Name, c.unit(s), c.unit(s)))
	}
	if c.kind == Line && c.lists != nil {
		for _, o := range c.lists(s) {
			all = append(all, set(f.Name, o.Value, o.Text))
		}
	}
	return all
}

// fill puts the patient in a text.
func (s *state) fill(text string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	who := s.who()
	return capital(strings.NewReplacer("{annas}", who.Possessive, "{anna}", who.First).Replace(text))
}

// who is the patient.
func (s *state) who() Who {
	w := Who{
		ID: s.file.Text("patient.id"), Name: s.file.Text("patient.namn"), Number: s.file.Text("patient.personnummer"),
		First: "patienten", Possessive: "patientens",
	}
	protected := s.file.Text("patient.skyddade_uppgifter")
	w.Protected = protected == "ja" || protected == "oklart"
	if first, _, _ := strings.Cut(w.Name, " "); first != "" && !w.Protected {
		w.First, w.Possessive = first, first
		if !strings.HasSuffix(first, "s") && !strings.HasSuffix(first, "x") && !strings.HasSuffix(first, "z") {
			w.Possessive += "s"
		}
	}
	if w.Name == "" {
		w.Name = "Namn saknas"
	}
	return w
}
