package web

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"
)

// byLine lays two changes of one text together where they are of different lines.
func byLine(base, mine, theirs []byte) ([]byte, bool) {
	b, m, t := strings.Split(string(base), "\n"), strings.Split(string(mine), "\n"), strings.Split(string(theirs), "\n")
	if len(b) != len(m) || len(b) != len(t) {
		return nil, false
	}
	for i := range b {
		if m[i] != b[i] && t[i] != b[i] && m[i] != t[i] {
			return nil, false
		}
		if m[i] != b[i] {
			t[i] = m[i]
		}
	}
	return []byte(strings.Join(t, "\n")), true
}

// aDesk is a desk of one run of the program.
func aDesk(store Store) *desk {
	return &desk{store: store, now: func() time.Time { return at }, merge: byLine, open: map[string]*work{}}
}

// id is whose review is written on.
const id = "EX-001"

// write puts one text in place of another, in the version rev.
func (d *desk) writes(rev, old, new string) error {
	return d.apply(id, change{rev: rev, make: func(text []byte) ([]byte, error) {
		return bytes.ReplaceAll(text, []byte(old), []byte(new)), nil
	}})
}

// shows is the text that a page shows, and its rev.
func (d *desk) shows(t *testing.T) (text, rev string) {
	t.Helper()
	v, _, err := d.look(id)
	if err != nil {
		t.Fatal(err)
	}
	return string(v.text), v.rev
}

// says wants a file of the folder to say something.
func (m *memory) says(t *testing.T, name, want string) {
	t.Helper()
	data, _, err := m.Read(name)
	if text, _ := unseal(data); err != nil || string(text) != want {
		t.Errorf("%s says %q (%v), want %q", name, text, err, want)
	}
}

func TestADraftIsAReviewWithOneMoreLine(t *testing.T) {
	for _, text := range []string{"", "a: 1", "a: 1\n", "a: 1\r\n", "# utkast\n\n", string(seal([]byte("a: 1"), "x"))} {
		for _, ground := range []string{"", sum([]byte("a"))} {
			got, from := unseal(seal([]byte(text), ground))
			if string(got) != text || from != ground {
				t.Errorf("%q from %q became %q from %q", text, ground, got, from)
			}
		}
	}
	if _, ground := unseal([]byte("a: 1\n")); ground == "" || ground == sum([]byte("a: 1\n")) {
		t.Error("a draft without its line may be written over a file")
	}
}

func TestAChangeIsADraftUntilItIsSaved(t *testing.T) {
	m := inMemory(map[string]string{"EX-001.yaml": "a: 1\nb: 2\n"})
	d := aDesk(m)
	_, rev := d.shows(t)
	if err := d.writes(rev, "1", "one"); err != nil {
		t.Fatal(err)
	}
	m.says(t, "EX-001.yaml", "a: 1\nb: 2\n")
	m.says(t, ".EX-001.utkast", "a: one\nb: 2\n")
	if err := d.save(id); err != nil {
		t.Fatal(err)
	}
	m.says(t, "EX-001.yaml", "a: one\nb: 2\n")
	if names := m.names(); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

func TestAKilledRunLeavesItsDraftToTheNext(t *testing.T) {
	m := inMemory(map[string]string{"EX-001.yaml": "a: 1\n"})
	d := aDesk(m)
	_, rev := d.shows(t)
	d.writes(rev, "1", "one")

	next := aDesk(m) // the first is no more
	v, offered, err := next.look(id)
	if err != nil || !offered || string(v.text) != "a: one\n" {
		t.Fatalf("%q offered %v, %v", v.text, offered, err)
	}
	next.takeUp(id)
	if _, offered, _ := next.look(id); offered {
		t.Error("offered again")
	}
	if err := next.save(id); err != nil {
		t.Error(err)
	}
	m.says(t, "EX-001.yaml", "a: one\n")

	third := aDesk(m)
	_, rev = third.shows(t)
	third.writes(rev, "one", "two")
	fourth := aDesk(m)
	v, _, _ = fourth.look(id)
	if err := fourth.throw(id, v.rev); err != nil {
		t.Error(err)
	}
	if text, _ := fourth.shows(t); text != "a: one\n" {
		t.Errorf("thrown away, and still %q", text)
	}
}

func TestARunKilledWhileItSavesLeavesNothingToOffer(t *testing.T) {
	m := inMemory(map[string]string{"EX-001.yaml": "a: one\n", ".EX-001.utkast": string(seal([]byte("a: one\n"), sum([]byte("a: 1\n"))))})
	if _, offered, err := aDesk(m).look(id); offered || err != nil {
		t.Error(offered, err)
	}
}

func TestTwoTabsNeverLoseAWord(t *testing.T) {
	m := inMemory(map[string]string{"EX-001.yaml": "a: 1\nb: 2\nc: 3\n"})
	d := aDesk(m)
	_, rev := d.shows(t) // both tabs show it
	if err := d.writes(rev, "1", "one"); err != nil {
		t.Fatal(err)
	}
	if err := d.writes(rev, "2", "two"); err != nil {
		t.Fatal(err)
	}
	if text, _ := d.shows(t); text != "a: one\nb: two\nc: 3\n" {
		t.Fatalf("laid together: %q", text)
	}

	// Both write in the same field: one stands, the other is kept, and both are shown.
	if err := d.writes(rev, "1", "uno"); !errors.Is(err, errTwo) {
		t.Fatal(err)
	}
	if text, _ := d.shows(t); text != "a: one\nb: two\nc: 3\n" {
		t.Errorf("what stood there is now %q", text)
	}
	m.says(t, ".EX-001.konflikt-2025-09-15-1432", "a: uno\nb: 2\nc: 3\n")
	pair, ok, err := d.versions(id)
	if err != nil || !ok || !pair.tabs || string(pair.mine.text) != "a: uno\nb: 2\nc: 3\n" {
		t.Fatalf("%+v %v %v", pair, ok, err)
	}
	err = d.choose(id, pair.mine.rev, pair.theirs.rev, func(t two) ([]byte, error) {
		return bytes.Replace(t.theirs.text, []byte("one"), []byte("uno"), 1), nil
	})
	if text, _ := d.shows(t); err != nil || text != "a: uno\nb: two\nc: 3\n" {
		t.Errorf("%q %v", text, err)
	}
	if _, ok, _ := d.versions(id); ok {
		t.Error("still two versions")
	}
}

func TestAPageOfAnotherRunIsNotTakenForThisOne(t *testing.T) {
	m := inMemory(map[string]string{"EX-001.yaml": "a: 1\n"})
	d := aDesk(m)
	d.shows(t)
	if err := d.writes("a rev that nobody knows", "1", "one"); !errors.Is(err, errTwo) {
		t.Error(err)
	}
	m.says(t, "EX-001.yaml", "a: 1\n")
	m.says(t, ".EX-001.konflikt-2025-09-15-1432", "a: one\n")
}

func TestTwoComputersOnOneFolder(t *testing.T) {
	m := inMemory(map[string]string{"EX-001.yaml": "a: 1\nb: 2\n"})
	here, there := aDesk(m), aDesk(m)
	_, rev := here.shows(t)
	here.writes(rev, "1", "one")
	there.takeUp(id)
	_, other := there.shows(t)
	there.writes(other, "2", "two")
	_, rev = here.shows(t)
	if err := here.writes(rev, "one", "eins"); err != nil {
		t.Fatal(err)
	}
	m.says(t, ".EX-001.utkast", "a: eins\nb: two\n")

	// What one throws away, the other still has.
	v, _, _ := there.look(id)
	there.throw(id, v.rev)
	if text, _ := here.shows(t); text != "a: eins\nb: two\n" {
		t.Errorf("lost: %q", text)
	}
	// What one saves, the other goes on from.
	_, rev = here.shows(t)
	here.writes(rev, "two", "zwei")
	there.takeUp(id)
	if err := there.save(id); err != nil {
		t.Fatal(err)
	}
	if v, _, _ := here.look(id); v.draft || string(v.text) != "a: eins\nb: zwei\n" {
		t.Errorf("%+v", v)
	}
}

func TestAFileChangedUnderneathIsNeverWrittenOver(t *testing.T) {
	const mine, theirs = "a: one\nb: 2\n", "a: 1\nb: two\n"
	for _, c := range []struct{ name, chosen string }{
		{"mine", mine}, {"the file", theirs}, {"some of each", "a: one\nb: two\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := inMemory(map[string]string{"EX-001.yaml": "a: 1\nb: 2\n"})
			d := aDesk(m)
			_, rev := d.shows(t)
			d.writes(rev, "1", "one")
			m.Write("EX-001.yaml", []byte(theirs))
			if !d.changed(id) {
				t.Error("the page does not say that the file has changed")
			}
			if err := d.save(id); !errors.Is(err, errTwo) {
				t.Fatal(err)
			}
			m.says(t, "EX-001.yaml", theirs)
			m.says(t, ".EX-001.utkast", mine)

			pair, ok, err := d.versions(id)
			if !ok || err != nil || string(pair.base) != "a: 1\nb: 2\n" {
				t.Fatalf("%+v %v %v", pair, ok, err)
			}
			if err := d.choose(id, pair.mine.rev, pair.theirs.rev, func(two) ([]byte, error) { return []byte(c.chosen), nil }); err != nil {
				t.Fatal(err)
			}
			m.says(t, "EX-001.yaml", c.chosen)
			for _, version := range []string{mine, theirs} {
				if !m.has(version) {
					t.Errorf("%q is nowhere: %v", version, m.names())
				}
			}
			if slices.Contains(m.names(), ".EX-001.utkast") {
				t.Error("the draft is left")
			}
		})
	}
}

// has tells whether some file says exactly this.
func (m *memory) has(text string) bool {
	for _, name := range m.names() {
		if data, _, _ := m.Read(name); string(data) == text {
			return true
		}
	}
	return false
}

func TestAFileChangedWhileOneChoosesIsShownAgain(t *testing.T) {
	m := inMemory(map[string]string{"EX-001.yaml": "a: 1\n"})
	d := aDesk(m)
	_, rev := d.shows(t)
	d.writes(rev, "1", "one")
	m.Write("EX-001.yaml", []byte("a: two\n"))
	pair, _, _ := d.versions(id)
	m.Write("EX-001.yaml", []byte("a: three\n"))
	err := d.choose(id, pair.mine.rev, pair.theirs.rev, func(two) ([]byte, error) { return []byte("a: one\n"), nil })
	if !errors.Is(err, errTwo) {
		t.Error(err)
	}
	m.says(t, "EX-001.yaml", "a: three\n")
}

func TestUndo(t *testing.T) {
	m := inMemory(map[string]string{"EX-001.yaml": "a: 1\nb: 2\n"})
	d := aDesk(m)
	_, rev := d.shows(t)
	d.writes(rev, "1", "one")
	for _, typed := range []string{"t", "tw", "two"} { // one word, sent three times
		text, now := d.shows(t)
		old := text[strings.LastIndex(text, " ")+1 : len(text)-1]
		d.apply(id, change{rev: now, typing: "b", make: func(b []byte) ([]byte, error) {
			return bytes.Replace(b, []byte("b: "+old), []byte("b: "+typed), 1), nil
		}})
	}
	if text, _ := d.shows(t); text != "a: one\nb: two\n" {
		t.Fatal(text)
	}
	for _, want := range []string{"a: one\nb: 2\n", "a: 1\nb: 2\n", "a: 1\nb: 2\n"} {
		if err := d.undo(id); err != nil {
			t.Fatal(err)
		}
		if text, _ := d.shows(t); text != want {
			t.Errorf("%q, want %q", text, want)
		}
	}
	if names := m.names(); len(names) != 1 {
		t.Errorf("all is undone, and there is still %v", names)
	}
	if d.canUndo(id) {
		t.Error("there is something to undo where nothing has been done")
	}

	// What another tab did since is not undone with it.
	_, rev = d.shows(t)
	d.writes(rev, "1", "one")
	other := aDesk(m)
	other.takeUp(id)
	_, rev = other.shows(t)
	other.writes(rev, "2", "two")
	d.undo(id)
	if text, _ := d.shows(t); text != "a: 1\nb: two\n" {
		t.Error(text)
	}
}

func TestANewReviewIsADraftFirst(t *testing.T) {
	m := inMemory(map[string]string{"EX-002.yaml": "a: 1\n"})
	d := aDesk(m)
	if err := d.begin("EX-002", []byte("a: 2\n")); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	if err := d.begin(id, []byte("a: 1\n")); err != nil {
		t.Fatal(err)
	}
	if slices.Contains(m.names(), "EX-001.yaml") {
		t.Error("a review that nobody has saved")
	}
	if err := d.save(id); err != nil {
		t.Fatal(err)
	}
	m.says(t, "EX-001.yaml", "a: 1\n")

	// Somebody else made one with the same id meanwhile.
	d.begin("EX-003", []byte("a: 3\n"))
	m.Write("EX-003.yaml", []byte("a: 33\n"))
	if err := d.save("EX-003"); !errors.Is(err, errTwo) {
		t.Error(err)
	}
	m.says(t, "EX-003.yaml", "a: 33\n")
}
