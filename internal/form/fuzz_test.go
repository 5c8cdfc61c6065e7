package form

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Whatever is pressed in whatever order: rows hold together and stand as they
// were put, comments stay, and what was typed is shown again.
func FuzzActions(f *testing.F) {
	shared := clinic(f)
	f.Add([]byte("abcdefghijklmnopqrstuvwxyz"), "det regnar: # 1")
	f.Add([]byte{0, 1, 2, 3, 4, 5, 250, 251, 252, 4, 4, 3, 3, 2, 2, 1}, "rad\r\nrad, \"två\"")
	f.Fuzz(func(t *testing.T, ops []byte, typed string) {
		if len(ops) > 40 || len(typed) > 200 {
			return
		}
		m := &model{t: t, form: shared, data: []byte(small), rows: []string{"R0", "R1"}}
		m.apply(map[string][]string{"plan.jag_gör+langvarig-smarta/rorelse|text": {"R0"}, "plan.jag_gör[1].text": {"R1"}}, "")
		for i, op := range ops {
			m.step(int(op), i, tidy(typed))
			m.check()
		}
	})
}

// nasty are texts that YAML, or a list of lines, could take for something
// else.
var nasty = []string{
	"det regnar", "a: b", "# inget", "- a", "[a, b", "{", "'", "\"", "a\r\nb", "# a\n- b\n\n  c", "null", "|", "x #1", "å\u0308", "2025-09-15",
	"ja", "0", ">", "&a", "*a", "!!int 1", "a\tb", "  ", "a,\nb: c", "\u202eab", "%", "---", "...", "?", ": a", "a:", "🙂",
}

// The same with a fixed seed, and texts that are likely to hurt.
func TestActionsInAnyOrder(t *testing.T) {
	shared := clinic(t)
	for seed := range uint64(15) {
		r := rand.New(rand.NewPCG(seed, 1))
		m := &model{t: t, form: shared, data: []byte(small), rows: []string{"R0", "R1"}}
		m.apply(map[string][]string{"plan.jag_gör+langvarig-smarta/rorelse|text": {"R0"}, "plan.jag_gör[1].text": {"R1"}}, "")
		for n := range 25 {
			m.step(r.IntN(256), n, nasty[r.IntN(len(nasty))])
			m.check()
		}
	}
}

// model is what the list jag_gör must look like: each row has its own word in
// every value.
type model struct {
	t    *testing.T
	form *Form
	data []byte
	rows []string
}

func (m *model) apply(values map[string][]string, action string) {
	m.t.Helper()
	e, err := m.form.Apply("EX-001.yaml", m.data, values, action)
	if err != nil {
		m.t.Fatalf("%v %q: %v\n%s", values, action, err, m.data)
	}
	m.data = e.Data
}

// step presses one thing.
func (m *model) step(op, n int, typed string) {
	const list = "plan.jag_gör"
	i := 0
	if len(m.rows) > 0 {
		i = op / 8 % len(m.rows)
	}
	at := row(list, i)
	switch {
	case op%8 == 0 || len(m.rows) == 0:
		word := "R" + number(100+n)
		m.apply(one(row(list, len(m.rows))+".text", word+" "+typed), "")
		m.rows = append(m.rows, word)
	case op%8 == 1:
		m.apply(nil, "bort "+at)
		m.rows = slices.Delete(m.rows, i, i+1)
	case op%8 == 2 && i > 0:
		m.apply(nil, "upp "+at)
		m.rows[i-1], m.rows[i] = m.rows[i], m.rows[i-1]
	case op%8 == 3 && i+1 < len(m.rows):
		m.apply(nil, "ner "+at)
		m.rows[i+1], m.rows[i] = m.rows[i], m.rows[i+1]
	case op%8 == 4:
		m.apply(one(at+".när", m.rows[i]+" "+typed), "")
	case op%8 == 5:
		m.apply(map[string][]string{at + ".hinder": {m.rows[i]}, at + ".då": {m.rows[i] + typed}}, "")
	case op%8 == 6:
		m.apply(one(at+".när", ""), "")
	case op%8 == 7:
		m.apply(one("plan.styrkor", typed+"\n"+m.rows[i]), "")
		m.apply(one("plan.viktigt_för_mig", typed), "")
		page := m.form.Open("EX-001.yaml", m.data, Place{Step: "viktigt"})
		if got := fieldAt(page, "plan.viktigt_för_mig").Value; clean(got) != clean(norm(typed)) {
			m.t.Fatalf("typed %q, shown %q", typed, got)
		}
	}
}

func (m *model) check() {
	m.t.Helper()
	s := m.form.look("", m.data)
	if got := s.file.Rows("plan.jag_gör"); got != len(m.rows) {
		m.t.Fatalf("%d rows, want %d\n%s", got, len(m.rows), m.data)
	}
	for i, word := range m.rows {
		at := row("plan.jag_gör", i)
		for _, key := range []string{"text", "när", "hinder", "då"} {
			if v := s.file.Text(join(at, key)); v != "" && !strings.HasPrefix(v, word) {
				m.t.Fatalf("%s has %q, and is %s\n%s", join(at, key), v, word, m.data)
			}
		}
	}
	for _, comment := range []string{"# Anna, av Dan", "# löpnummer", "# dagen då vi sågs", "# smärtan först", "# viktigast", "# den här gick bra i våras"} {
		if !strings.Contains(string(m.data), comment) {
			m.t.Fatalf("%q is gone\n%s", comment, m.data)
		}
	}
}

// norm is a text as a file gives it back: accents in one form.
func norm(s string) string {
	e, err := (&Form{}).Apply("", []byte("version: 1\n"), one("patient.namn", s), "")
	if err != nil {
		return s
	}
	return (&Form{}).look("", e.Data).file.Text("patient.namn")
}

// Any bytes as a file, any names and actions: no panic, and what is written
// can be read.
func FuzzApply(f *testing.F) {
	shared := clinic(f)
	f.Add([]byte(small), "plan.jag_gör+langvarig-smarta/rorelse|text", "x", "upp plan.jag_gör[1]")
	f.Add([]byte("plan: text\n"), "plan.nästa_steg.vad", "x", "satt plan.datum=2025-01-01")
	f.Add([]byte("plan: {jag_gör: [a, {från: b}], mål: {}}\n"), "plan.jag_gör[1].egenvård.datum", "igår", "bort plan.jag_gör[0]")
	f.Add([]byte("uppföljning:\n- datum: x\n"), "uppföljning[0].mål+0|läge", "ja", "avboj plan.remisser+x/y")
	f.Add([]byte("plan: {diagnoser: hypertoni, val: 3}\n"), "krock+x", "utelämna hypertoni/salt", "ner plan.diagnoser[0]")
	f.Fuzz(func(t *testing.T, data []byte, name, value, action string) {
		e, err := shared.Apply("EX-001.yaml", data, map[string][]string{name: {"", value}}, action)
		before := shared.look("", data)
		if err == nil && before.readable && !shared.look("", e.Data).readable {
			t.Fatalf("cannot be read:\n%s", e.Data)
		}
		for _, p := range Parts() {
			shared.Open("EX-001.yaml", e.Data, Place{Part: p.Key})
		}
		shared.Preview("EX-001.yaml", e.Data)
		shared.Merge("EX-001.yaml", data, e.Data, data)
	})
}
