package web

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// Whatever two computers, their tabs, an editor and kills do on one review in
// whatever order: a word that nobody who saw it has replaced is somewhere in
// the folder.
func TestNoWordIsEverLost(t *testing.T) {
	for seed := range uint64(300) {
		lose(t, rand.New(rand.NewPCG(seed, 1)))
	}
}

// lose lets chance work on one review, and looks for every word at the end.
func lose(t *testing.T, chance *rand.Rand) {
	t.Helper()
	const lines = 4
	m := inMemory(map[string]string{"EX-001.yaml": "a: -\nb: -\nc: -\nd: -\n"})
	desks := []*desk{aDesk(m), aDesk(m)}
	tabs := map[*desk][]string{} // the revs that a desk's tabs show
	replaced := map[string]bool{}
	var words []string
	swap := func(text []byte) []byte {
		rows := strings.Split(string(text), "\n")
		i := chance.IntN(lines)
		word := fmt.Sprintf("ord%d.", len(words))
		words = append(words, word)
		replaced[rows[i][3:]] = true
		rows[i] = rows[i][:3] + word
		return []byte(strings.Join(rows, "\n"))
	}
	for range 40 {
		n := chance.IntN(len(desks))
		d := desks[n]
		switch chance.IntN(8) {
		case 0: // a tab is opened
			d.takeUp(id)
			v, _, _ := d.look(id)
			tabs[d] = append(tabs[d], v.rev)
		case 1: // the file is saved
			if err := d.save(id); err != nil && !errors.Is(err, errTwo) {
				t.Fatal(err)
			}
		case 2: // an editor
			data, _, _ := m.Read("EX-001.yaml")
			m.Write("EX-001.yaml", swap(data))
		case 3: // a kill
			desks[n] = aDesk(m)
		default: // somebody writes in a tab, new or old
			if len(tabs[d]) == 0 {
				continue
			}
			i := chance.IntN(len(tabs[d]))
			err := d.apply(id, change{rev: tabs[d][i], make: func(text []byte) ([]byte, error) { return swap(text), nil }})
			if err != nil && !errors.Is(err, errTwo) {
				t.Fatal(err)
			}
			v, _, _ := d.look(id)
			tabs[d][i] = v.rev
		}
	}
	var all strings.Builder
	for _, name := range m.names() {
		data, _, _ := m.Read(name)
		all.Write(data)
	}
	for _, w := range words {
		if !replaced[w] && !strings.Contains(all.String(), w) {
			t.Fatalf("%s is nowhere:\n%s", w, all.String())
		}
	}
}
