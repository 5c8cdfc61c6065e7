package source

import (
	"strings"
	"testing"
)

// No bytes make Decode panic, and every problem stands within the file.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(whole))
	for _, c := range traps {
		if len(c.in) < 1000 {
			f.Add([]byte(c.in))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var v visit
		_, ps := Decode("a", data, &v, Options{Chars: func(r rune) bool { return r != 'x' }})
		all := lines(data)
		for _, p := range ps {
			switch at := p.Pos; {
			case p.Text == "" || p.Rule == "":
				t.Errorf("nothing said: %+v", p)
			case at.Line == 0 && at.Column == 0:
			case at.Line < 1 || at.Line > len(all) || at.Column < 1:
				t.Errorf("outside the file of %d lines: %s", len(all), p)
			case at.Column > len([]rune(strings.TrimPrefix(all[at.Line-1], "\ufeff")))+1:
				t.Errorf("outside its line: %s", p)
			}
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	data := []byte(whole)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		var v visit
		if _, ps := Decode("a", data, &v, Options{}); len(ps) > 0 {
			b.Fatal(ps)
		}
	}
}

func BenchmarkEdit(b *testing.B) {
	for b.Loop() {
		if _, err := Edit([]byte(whole), visit{}, Change{"patient.namn", "Anna"}); err != nil {
			b.Fatal(err)
		}
	}
}
