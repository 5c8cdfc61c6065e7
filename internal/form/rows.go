package form

import (
	"slices"
	"strconv"
	"strings"
)

// unfolded is how many of a template's lines are seen before the rest is
// asked for.
const unfolded = 4

// drawList is a list: what the templates offer, group by group, and then
// the rows of its own.
func (s *state) drawList(b block) []Block {
	list := s.at(b.at)
	rows := s.ours(b, list)
	all, taken := s.drawOffers(b, list, rows)
	own := Block{ID: anchor("del-" + list + "." + b.rows.legend), Legend: s.fill(b.rows.legend), AddText: b.rows.add}
	for _, i := range rows {
		if !taken[i] {
			own.Rows = append(own.Rows, s.own(b, list, i, rows))
		}
	}
	if b.rows.add != "" {
		own.Add = s.add(b, list)
	}
	if len(own.Rows) > 0 || own.Add != nil {
		all = append(all, own)
	}
	if len(all) > 0 {
		all[0].Path = list
	}
	return all
}

// drawOffers are the offers of a list in their groups, and which of its rows
// they are. Of two rows that are the same offer the second is one of its own.
func (s *state) drawOffers(b block, list string, rows []int) (all []Block, taken map[int]bool) {
	taken = map[int]bool{}
	if b.rows.offers == nil {
		return nil, taken
	}
	for _, o := range b.rows.offers(s, list) {
		i := s.find(list, o, rows)
		if taken[i] {
			i = -1
		}
		if i >= 0 {
			taken[i] = true
		}
		if len(all) == 0 || all[len(all)-1].Legend != o.legend(b) {
			all = append(all, Block{Legend: o.legend(b), ID: anchor("del-" + list + "+" + o.group)})
		}
		last := &all[len(all)-1]
		last.Rows = append(last.Rows, s.offered(b, list, o, i, rows))
	}
	for i := range all {
		all[i].More = folded(all[i].Rows)
	}
	return all, taken
}

func (o offer) legend(b block) string {
	if o.group == "" {
		return b.rows.legend
	}
	return o.group
}

// folded is how many rows at the end nobody has chosen.
func folded(rows []Row) int {
	seen := unfolded
	for i, r := range rows {
		if (r.Chosen || r.Declined) && i >= seen {
			seen = i + 1
		}
	}
	if len(rows) <= seen+1 || rows[0].Path != "" && len(rows[0].Fields) == 0 {
		return 0
	}
	return len(rows) - seen
}

// ours are the rows of a list that belong to a block.
func (s *state) ours(b block, list string) []int {
	var all []int
	for i := range s.file.Rows(list) {
		if b.rows.ours == nil || b.rows.ours(s, row(list, i)) {
			all = append(all, i)
		}
	}
	return all
}

// find is the first row that is an offer; -1 when it is not chosen.
func (s *state) find(list string, o offer, rows []int) int {
	for _, i := range rows {
		if slices.Contains(o.is, s.file.Text(join(row(list, i), o.key))) {
			return i
		}
	}
	return -1
}

// offered is a row that can be chosen; i is where it stands, -1 when it is not.
func (s *state) offered(b block, list string, o offer, i int, rows []int) Row {
	name := list + "+" + o.ref
	r := Row{ID: anchor("rad-" + name), Label: o.text, Chosen: i >= 0}
	if b.rows.needs == "" {
		r.Name = name
	}
	if i >= 0 {
		r.Path = row(list, i)
	}
	for _, c := range b.fields {
		if c.key == o.key {
			continue
		}
		path := ""
		if i >= 0 {
			path = join(r.Path, c.key)
		}
		f := s.field(c, name+"|"+c.key, path)
		if i < 0 && c.fresh != "" {
			f[0].Value = s.fresh(c)
			f[0].Options = s.options(c, f[0])
		}
		r.Fields = append(r.Fields, f...)
	}
	r.Said = summary(r.Fields)
	if o.key == "från" {
		r.Declined = s.declined(o)
		r.Decline = button("avboj "+name, "Vi har pratat om den och valt bort den")
		if r.Declined {
			r.Decline.Text = "Ta tillbaka: den är inte bortvald"
		}
	}
	s.movable(b, &r, list, i, rows)
	return r
}

// own is a row that no template offers.
func (s *state) own(b block, list string, i int, rows []int) Row {
	at := row(list, i)
	r := Row{ID: anchor("rad-" + at), Path: at, Label: "Rad " + strconv.Itoa(slices.Index(rows, i)+1), Chosen: true}
	if line, ok := s.Line.Plans.Line(s.file.Text(at + ".från")); ok {
		r.Label = line.Text
	}
	if m := s.file.Text(at + ".mått"); m != "" {
		r.Label = s.measureName(m)
	}
	for _, c := range b.fields {
		r.Fields = append(r.Fields, s.field(c, join(at, c.key), join(at, c.key))...)
	}
	if r.Said = summary(r.Fields); len(b.fields) == 0 {
		r.Said = s.file.Text(at)
	}
	r.Remove = button("bort "+at, "Ta bort raden")
	s.movable(b, &r, list, i, rows)
	return r
}

// movable gives a row its buttons, where it has neighbours.
func (s *state) movable(b block, r *Row, list string, i int, rows []int) {
	k := slices.Index(rows, i)
	if k < 0 || b.rows.still {
		return
	}
	r.Place = "Rad " + strconv.Itoa(k+1) + " av " + strconv.Itoa(len(rows))
	if k > 0 {
		r.Up = button("upp "+row(list, i), "Flytta upp")
	}
	if k < len(rows)-1 {
		r.Down = button("ner "+row(list, i), "Flytta ner")
	}
}

// add is a row to be: what one fills in to have it.
func (s *state) add(b block, list string) *Row {
	at := row(list, s.file.Rows(list))
	r := &Row{ID: anchor("rad-" + at), Label: b.rows.add, Open: true}
	for i, c := range b.fields {
		if i > 0 && (!c.short || !b.fields[0].short) {
			break
		}
		r.Fields = append(r.Fields, s.field(c, join(at, c.key), join(at, c.key))...)
	}
	return r
}

// declined tells whether an offer was considered and declined.
func (s *state) declined(o offer) bool {
	for i := range s.file.Rows("plan.utelämna") {
		if slices.Contains(o.is, s.file.Text(row("plan.utelämna", i))) {
			return true
		}
	}
	return false
}

// summary is a closed row on one line.
func summary(fields []Field) string {
	var said []string
	for _, f := range fields {
		if f.Value == "" || f.Path == "" || strings.HasSuffix(f.Path, "egenvård.datum") {
			continue
		}
		said = append(said, saidOf(f.Path, f.Value))
	}
	return strings.Join(said, " · ")
}

// saidOf is a value in a row that is told on one line: numbers and answers
// say nothing by themselves.
func saidOf(path, value string) string {
	_, key := cutLast(path)
	switch {
	case key == "tilltro":
		return "säker " + value + " av 10"
	case key == "viktigt":
		return "viktigt " + value + " av 10"
	case key == "hinder":
		return "om " + value
	case key == "då":
		return "då " + value
	case key == "bedömd_av":
		return "egenvård, bedömd av " + value
	case value == "ja" || value == "nej" || value == "oklart" || value == "delvis":
		return strings.ReplaceAll(key, "_", " ") + ": " + value
	}
	return value
}

// set is a button that gives a field a value.
func set(name, value, text string) Button {
	return button("satt "+name+"="+value, text)
}

// button asks for an action.
func button(action, text string) Button {
	return Button{ID: anchor(action), Name: "gor", Value: action, Text: text}
}
