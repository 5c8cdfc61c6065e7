package web

import (
	"errors"
	"strings"
	"testing"
)

func TestAFolderOutOfReachLosesNothing(t *testing.T) {
	m := inMemory(map[string]string{"EX-001.yaml": "a: 1\nb: 2\n"})
	d := aDesk(m)
	_, rev := d.shows(t)
	m.gone = true
	if err := d.writes(rev, "1", "one"); !errors.Is(err, errUnsaved) {
		t.Fatal(err)
	}
	if err := d.writes(rev, "1", "one"); !errors.Is(err, errUnsaved) { // script tries again
		t.Fatal(err)
	}
	m.dark = true
	if text, _ := d.shows(t); text != "a: one\nb: 2\n" || !d.unsaved(id) {
		t.Errorf("%q", text)
	}
	m.gone, m.dark = false, false
	if err := d.writes(rev, "1", "one"); err != nil || d.unsaved(id) {
		t.Error("still unsaved", err)
	}
	m.says(t, ".EX-001.utkast", "a: one\nb: 2\n")

	m.gone = true
	d.writes(rev, "2", "two")
	m.gone = false
	d.retryAll() // a page is open
	m.says(t, ".EX-001.utkast", "a: one\nb: two\n")
}

// While one computer cannot write, another one does: what they wrote is laid
// together, or both are kept.
func TestWhatWaitsToBeWrittenIsLaidOnWhatHasCome(t *testing.T) {
	for _, c := range []struct{ name, theirs, want, kept string }{
		{"another value", "a: 1\nb: two\n", "a: one\nb: two\n", ""},
		{"the same value", "a: 111\nb: 2\n", "a: 111\nb: 2\n", "a: one\nb: 2\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := inMemory(map[string]string{"EX-001.yaml": "a: 1\nb: 2\n"})
			d, other := aDesk(m), aDesk(m)
			_, rev := d.shows(t)
			m.gone = true
			if err := d.writes(rev, "1", "one"); !errors.Is(err, errUnsaved) {
				t.Fatal(err)
			}
			m.gone = false
			_, rev = other.shows(t)
			if err := other.apply(id, change{rev: rev, make: func([]byte) ([]byte, error) { return []byte(c.theirs), nil }}); err != nil {
				t.Fatal(err)
			}
			d.retryAll()
			m.says(t, ".EX-001.utkast", c.want)
			kept := ""
			for name, f := range m.files {
				if strings.Contains(name, "konflikt") {
					kept = string(f)
				}
			}
			if kept != c.kept || d.unsaved(id) {
				t.Errorf("beside it %q, want %q", kept, c.kept)
			}
		})
	}
}

// The whole folder is taken away while somebody writes, and comes back.
func TestAFolderThatIsTakenAwayLosesNothing(t *testing.T) {
	for name, away := range map[string]func(*memory){
		"cannot be read": func(m *memory) { m.gone, m.dark = true, true },
		"is not there":   func(m *memory) { m.gone = true; delete(m.files, "EX-001.yaml") },
	} {
		t.Run(name, func(t *testing.T) {
			m := inMemory(map[string]string{"EX-001.yaml": "a: 1\nb: 2\n"})
			d := aDesk(m)
			_, rev := d.shows(t)
			away(m)
			if err := d.writes(rev, "1", "one"); !errors.Is(err, errUnsaved) {
				t.Fatal(err)
			}
			m.gone, m.dark = false, false
			d.retryAll()
			m.says(t, ".EX-001.utkast", "a: one\nb: 2\n")
		})
	}
}
