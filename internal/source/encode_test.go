package source_test

import (
	"reflect"
	"strings"
	"testing"

	"kontrakt/internal/source"
)

// written is a struct with every kind of value that a file can hold.
type written struct {
	Text  string         `yaml:"text"`
	Texts []string       `yaml:"texter"`
	N     *int           `yaml:"tal"`
	Day   source.Date    `yaml:"dag"`
	When  source.When    `yaml:"när"`
	Asked source.Answer  `yaml:"frågat"`
	None  []string       `yaml:"inga,kept"`
	Rows  []writtenRow   `yaml:"rader"`
	Named []source.Pair  `yaml:"namngivna"`
	Count []source.Count `yaml:"antal"`
}

type writtenRow struct {
	Name  string     `yaml:"namn"`
	Under writtenSub `yaml:"under"`
}

type writtenSub struct {
	A string `yaml:"a"`
	B string `yaml:"b"`
}

func TestEncode(t *testing.T) {
	n := 0
	v := written{
		Text: "Plats: rum 4", Texts: []string{"ett", "0360000000", "Null", "2025-09-15", "två\nrader", "- punkt", "slut:", `"citat"`},
		N: &n, Day: source.Date{Year: 2025, Month: 9, Day: 5},
		When:  source.When{Date: source.Date{Year: 2025, Month: 9, Day: 29}, Clock: "10.00"},
		Asked: source.Yes, None: []string{},
		Rows:  []writtenRow{{Name: "Dan", Under: writtenSub{B: "b"}}, {Under: writtenSub{A: "a"}}},
		Named: []source.Pair{{Key: "puls", Value: "kol"}}, Count: []source.Count{{Name: "828008 Hälsan: VC", N: 3}},
	}
	want := `text: "Plats: rum 4"
texter:
  - ett
  - "0360000000"
  - "Null"
  - "2025-09-15"
  - |
    två
    rader
  - "- punkt"
  - "slut:"
  - "\"citat\""
tal: 0
dag: 2025-09-05
när: 2025-09-29 10.00
frågat: ja
inga: []
rader:
  - namn: Dan
    under:
      b: b
  - under:
      a: a
namngivna:
  puls: kol
antal:
  "828008 Hälsan: VC": 3
`
	got := source.Encode(&v)
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var again written
	if _, ps := source.Decode("-", got, &again, source.Options{}); len(ps) > 0 || !reflect.DeepEqual(again, v) {
		t.Errorf("read again: %v\n%+v", ps, again)
	}
}

// FuzzEncode: what is written is read again as it was, whatever the words.
func FuzzEncode(f *testing.F) {
	for _, s := range []string{"", "a # b", "a: b", "|", "\n x", "x \ny", "'", "\u0085", "\ufeffa", "é", "?\t", "y", "!!str"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		v := written{Text: s, Rows: []writtenRow{{Name: s, Under: writtenSub{A: s}}}}
		data := source.Encode(v)
		var first, second written
		_, ps := source.Decode("-", data, &first, source.Options{})
		for _, p := range ps {
			if p.Rule != "control" && p.Rule != "bidi" && p.Rule != "damaged" && p.Rule != "empty" && p.Rule != "empty-row" {
				t.Fatalf("%q: %v", data, p)
			}
		}
		source.Decode("-", source.Encode(first), &second, source.Options{})
		if len(ps) == 0 && !reflect.DeepEqual(first, second) {
			t.Errorf("%q was read as %+v, then as %+v", data, first, second)
		}
	})
}
