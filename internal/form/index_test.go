package form

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"kontrakt/klinik"
)

// folder is the made-up clinic's, as a store would list it.
func folder(tb testing.TB) ([]Stat, func(string) ([]byte, error)) {
	tb.Helper()
	entries, err := fs.ReadDir(klinik.FS, "granskning")
	if err != nil {
		tb.Fatal(err)
	}
	var files []Stat
	for _, e := range entries {
		files = append(files, Stat{Name: e.Name(), Size: 1})
	}
	return files, func(name string) ([]byte, error) { return fs.ReadFile(klinik.FS, "granskning/"+name) }
}

func TestTheListIsReadOnceAndThenWhereAFileChanged(t *testing.T) {
	f, x := clinic(t), &Index{}
	files, read := folder(t)
	count := 0
	counted := func(name string) ([]byte, error) { count++; return read(name) }
	oneAtATime := func(name string) ([]byte, error) { return read(name) }
	first := x.List(f, files, oneAtATime, Search{All: true})
	x.List(f, files, counted, Search{})
	if count != 0 {
		t.Errorf("read %d files again", count)
	}
	files[3].Changed = 7
	second := x.List(f, files, counted, Search{All: true})
	if count != 1 {
		t.Errorf("read %d files for one that changed", count)
	}
	if fmt.Sprint(first) != fmt.Sprint(second) || first.Total != len(files) {
		t.Error("the list is another")
	}
}

func TestSearch(t *testing.T) {
	f, x := clinic(t), &Index{}
	files := []Stat{{Name: "EX-001.yaml"}, {Name: "EX-002.yaml"}, {Name: "EX-003.yaml"}, {Name: ".EX-002.utkast"}, {Name: ".EX-002.konflikt-2025-09-15-1432"}, {Name: "enhet.yaml"}, {Name: "EX-4.yml"}}
	texts := map[string]string{
		"EX-001.yaml":    strings.Replace(small, "namn: Anna Exempel", "namn: Anna Exempel\n  personnummer: 600412-9802", 1),
		".EX-002.utkast": "version: 1\npatient: {id: EX-002, namn: Bo Exempel}\ngranskning: {steg2: ja}\n",
		"EX-003.yaml":    "version: 1\npatient: {id: EX-003, namn: Ceci Hemlig, skyddade_uppgifter: ja}\n",
	}
	read := func(name string) ([]byte, error) {
		if t, ok := texts[name]; ok {
			return []byte(t), nil
		}
		return nil, errors.New("läses inte")
	}
	for _, c := range []struct {
		search Search
		want   string
	}{
		{Search{}, "EX-001 EX-002 EX-003"},
		{Search{Text: "anna"}, "EX-001"},
		{Search{Text: "600412"}, "EX-001"},
		{Search{Text: "19600412-9802"}, "EX-001"},
		{Search{Text: "ex-00"}, "EX-001 EX-002 EX-003"},
		{Search{Text: "hemlig"}, ""},
		{Search{Part: Consultation}, "EX-002"},
		{Search{Ending: true}, ""},
	} {
		l := x.List(f, files, read, c.search)
		var ids []string
		for _, g := range l.Groups {
			for _, e := range g.Rows {
				ids = append(ids, e.ID)
				if strings.Contains(e.Name, "Hemlig") {
					t.Error("a protected name is in the list")
				}
				if e.Draft != (e.ID == "EX-002") {
					t.Errorf("%s has a draft: %v", e.ID, e.Draft)
				}
			}
		}
		slices.Sort(ids)
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("%+v finds %s", c.search, got)
		}
		if !slices.Equal(l.Unread, []string{"EX-4.yml"}) {
			t.Errorf("unread: %v", l.Unread)
		}
	}
	for _, g := range x.List(f, files, read, Search{Hidden: true}).Groups {
		for _, e := range g.Rows {
			if e.Name != e.ID {
				t.Errorf("%s shows its name", e.ID)
			}
		}
	}
}

func BenchmarkList1000(b *testing.B) {
	f, x := clinic(b), &Index{}
	files, read := folder(b)
	var many []Stat
	for i := range 1000 {
		s := files[i%len(files)]
		s.Name = fmt.Sprintf("%s-%d.yaml", strings.TrimSuffix(s.Name, ".yaml"), i)
		many = append(many, s)
	}
	open := func(name string) ([]byte, error) { return read(name[:strings.LastIndex(name, "-")] + ".yaml") }
	x.List(f, many, open, Search{})
	for b.Loop() {
		x.List(f, many, open, Search{Text: "ex"})
	}
}

func BenchmarkOpen(b *testing.B) {
	f := clinic(b)
	data, _ := fs.ReadFile(klinik.FS, "granskning/H2-017.yaml")
	f.Open("H2-017.yaml", data, Place{}) // the templates are read once
	for b.Loop() {
		f.Open("H2-017.yaml", data, Place{Step: "jag-gor"})
	}
}

func BenchmarkPreview(b *testing.B) {
	f := clinic(b)
	data, _ := fs.ReadFile(klinik.FS, "granskning/H2-017.yaml")
	for b.Loop() {
		f.Preview("H2-017.yaml", data)
	}
}

func BenchmarkApply(b *testing.B) {
	f := clinic(b)
	data, _ := fs.ReadFile(klinik.FS, "granskning/H2-017.yaml")
	values := posted(f.Open("H2-017.yaml", data, Place{Step: "jag-gor"}))
	values["plan.jag_gör+langvarig-smarta/rorelse|text"] = []string{"Jag går"}
	for b.Loop() {
		f.Apply("H2-017.yaml", data, values, "")
	}
}
