package form

import (
	"slices"
	"strings"

	"kontrakt/internal/source"
)

// offered brings the row of an offer to what was posted: of itself (key is
// empty), or of one of its values.
func (e *editing) offered(list, ref, key string, posted []string) {
	var o offer
	b, ok := blockOf(list, func(b block) bool {
		if b.rows.offers == nil {
			return false
		}
		all := b.rows.offers(e.state, list)
		i := slices.IndexFunc(all, func(o offer) bool { return o.ref == ref })
		if i >= 0 {
			o = all[i]
		}
		return i >= 0
	})
	if !ok {
		return
	}
	i := e.find(list, o, e.ours(b, list))
	last := ""
	if len(posted) > 0 {
		last = tidy(posted[len(posted)-1])
	}
	if key == "" {
		switch {
		case b.rows.needs != "":
		case last != "" && i < 0:
			e.choose(b, list, o)
		case last == "" && i >= 0:
			e.drop(list, i)
		}
		return
	}
	e.offeredValue(b, list, o, i, key, last, posted)
}

// offeredValue sets a value of an offer's row. Words for a line that nobody
// has ticked or unticked choose it.
func (e *editing) offeredValue(b block, list string, o offer, i int, key, last string, posted []string) {
	c, ok := known(row(list, 0) + "." + key)
	_, asked := e.posted[list+"+"+o.ref]
	switch {
	case !ok:
		return
	case i < 0 && (last == "" || asked || last == e.fresh(c)):
		return
	case i >= 0 && last == "" && key == b.rows.needs:
		e.drop(list, i)
		return
	case i < 0:
		e.choose(b, list, o)
		i = e.find(list, o, e.ours(b, list))
	}
	if i >= 0 {
		e.set(c, join(row(list, i), key), last, posted)
	}
}

// choose adds the row of an offer, last. What was declined is so no more.
func (e *editing) choose(b block, list string, o offer) {
	e.undecline(o)
	at := row(list, e.file.Rows(list))
	changes := e.newRow(list)
	for _, p := range append(slices.Clone(o.begin), e.freshOf(list)...) {
		changes = append(changes, source.Change{Path: join(at, p.key), Value: p.value})
	}
	e.write(changes...)
}

// drop takes a row away, and the list with its last.
func (e *editing) drop(list string, i int) {
	if e.file.Rows(list) == 1 {
		e.write(source.Change{Path: row(list, i)}, source.Change{Path: list, Value: source.Gone{}})
		return
	}
	e.write(source.Change{Path: row(list, i)})
}

// undecline takes an offer out of utelämna.
func (e *editing) undecline(o offer) {
	for i := e.file.Rows("plan.utelämna") - 1; i >= 0; i-- {
		if slices.Contains(o.is, e.file.Text(row("plan.utelämna", i))) {
			e.drop("plan.utelämna", i)
		}
	}
}

// The actions of the page of the follow-up.
const (
	newPlan     = "ny-plan"
	newFollowUp = "ny-uppfoljning"
)

// act does what a button asks for.
func (e *editing) act(action string) {
	verb, what, _ := strings.Cut(action, " ")
	list, i, isRow := split(what)
	switch {
	case verb == "satt":
		name, value, _ := strings.Cut(what, "=")
		e.value(name, []string{value})
		e.focus = anchor(name)
	case verb == "upp" && isRow:
		e.move(list, i, -1)
	case verb == "ner" && isRow:
		e.move(list, i, 1)
	case verb == "bort" && isRow && i < e.file.Rows(list):
		e.remove(list, i)
	case verb == "avboj":
		e.decline(what)
	case action == newPlan:
		e.renew()
	case action == newFollowUp:
		e.write(source.Change{Path: row("uppföljning", e.file.Rows("uppföljning")) + ".datum", Value: today(e.state)})
		e.focus = anchor(row("uppföljning", e.row) + ".datum")
	}
}

// neighbours are the rows of the block that a row belongs to.
func (e *editing) neighbours(list string, i int) []int {
	b, ok := blockOf(list, func(b block) bool { return b.rows.ours == nil || b.rows.ours(e.state, row(list, i)) })
	if !ok || i >= e.file.Rows(list) {
		return nil
	}
	return e.ours(b, list)
}

// move lets a row change places with the one before or after it among those
// that it is seen with.
func (e *editing) move(list string, i, by int) {
	rows := e.neighbours(list, i)
	k := slices.Index(rows, i)
	if k < 0 || k+by < 0 || k+by >= len(rows) {
		return
	}
	for to := rows[k+by]; i != to; i += by {
		if !e.keep(source.Swap(e.data, list, min(i, i+by))) {
			return
		}
	}
	e.said = "Rad " + number(k+by+1) + " av " + number(len(rows)) + "."
	verb := "upp "
	if by > 0 && k+by < len(rows)-1 || k+by == 0 {
		verb = "ner "
	}
	e.focus = anchor(verb + row(list, i))
}

// remove takes a row away; one goes on from the next, else the one before.
func (e *editing) remove(list string, i int) {
	rows := e.neighbours(list, i)
	k := slices.Index(rows, i)
	if k < 0 {
		return
	}
	e.drop(list, i)
	e.said = "Raden är borttagen. Ångra finns högst upp."
	switch {
	case k+1 < len(rows):
		e.focus = e.rowID(list, rows[k+1]-1)
	case k > 0:
		e.focus = e.rowID(list, rows[k-1])
	default:
		e.focus = anchor("rad-" + row(list, e.file.Rows(list)))
	}
}

// rowID is the anchor of a row: its offer's, or its own.
func (e *editing) rowID(list string, i int) string {
	at := row(list, i)
	if b, ok := blockOf(list, func(b block) bool { return b.rows.ours == nil || b.rows.ours(e.state, at) }); ok && b.rows.offers != nil {
		for _, o := range b.rows.offers(e.state, list) {
			if e.find(list, o, e.ours(b, list)) == i {
				return anchor("rad-" + list + "+" + o.ref)
			}
		}
	}
	return anchor("rad-" + at)
}

// decline notes that a template's line was considered and declined, or takes
// that back.
func (e *editing) decline(name string) {
	list, ref, _, _ := offeredName(name)
	b, ok := blockOf(list, func(b block) bool { return b.rows.offers != nil })
	if !ok {
		return
	}
	for _, o := range b.rows.offers(e.state, list) {
		switch {
		case o.ref != ref:
		case e.declined(o):
			e.undecline(o)
		default:
			if i := e.find(list, o, e.ours(b, list)); i >= 0 {
				e.drop(list, i)
			}
			e.write(source.Change{Path: "plan.utelämna[+]", Value: ref})
		}
	}
	e.focus = anchor("avboj " + name)
}

// settle brings a collision to the way out that was chosen.
func (e *editing) settle(id, value string) {
	at := "plan.val." + id
	if !isID(id) || value == e.file.Text(at) {
		return
	}
	ref, declines := strings.CutPrefix(value, declineSide)
	template, removes := strings.CutPrefix(value, removeSide)
	switch {
	case declines:
		e.write(source.Change{Path: at, Value: source.Gone{}})
		e.leaveOut(ref)
	case removes:
		if i := e.rank(template); i >= 0 {
			e.drop("plan.diagnoser", i)
		}
	case value == "":
		e.write(source.Change{Path: at, Value: source.Gone{}})
	default:
		e.write(source.Change{Path: at, Value: value})
	}
}

// leaveOut declines a line that may be chosen.
func (e *editing) leaveOut(ref string) {
	line, ok := e.Line.Plans.Line(ref)
	if !ok {
		return
	}
	list := "plan." + line.List
	for i := e.file.Rows(list) - 1; i >= 0; i-- {
		if e.file.Text(row(list, i)+".från") == ref {
			e.drop(list, i)
		}
	}
	e.write(source.Change{Path: "plan.utelämna[+]", Value: ref})
}

// isID tells whether a text can be the id of a collision or a measure.
func isID(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == ""
}
