package report_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"testing"

	"kontrakt/internal/careplan"
	"kontrakt/internal/plan"
	"kontrakt/internal/report"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
	"kontrakt/klinik"
	"kontrakt/plans"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// library is the program's own plan templates.
func library() *plan.Library {
	return plan.Open(source.Options{}, plan.Layer{Name: "plans", FS: plans.FS})
}

// read is a review file with its plan.
func read(t *testing.T, lib *plan.Library, unit *review.Unit, name string, data []byte) report.Case {
	t.Helper()
	r, ps := review.Read(name, data, source.Options{})
	p, more := careplan.Apply(lib, unit, r)
	if ps.Errors()+more.Errors() > 0 {
		t.Fatal(append(ps, more...))
	}
	return report.Case{Review: r, Plan: p}
}

// clinic is the made-up clinic of the repository, whose tables are those of a
// published project report.
func clinic(t *testing.T) report.Input {
	t.Helper()
	facts, err := fs.ReadFile(klinik.FS, "enhet.yaml")
	if err != nil {
		t.Fatal(err)
	}
	unit, _ := review.ReadUnit("enhet.yaml", facts, source.Options{})
	names, err := fs.Glob(klinik.FS, "granskning/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	in := report.Input{Day: source.Date{Year: 2025, Month: 11, Day: 20}, Origin: report.FromReviews, Clinic: unit.Name, Region: unit.Region}
	lib := library()
	for _, name := range names {
		data, err := fs.ReadFile(klinik.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		in.Cases = append(in.Cases, read(t, lib, unit, name, data))
	}
	return in
}

// generic is a value as any program reads its JSON.
func generic(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func encode(t *testing.T, f *report.Figures) []byte {
	t.Helper()
	data, err := report.Encode(f)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// rowOf is the row of a table that has the name of another.
func rowOf(table []any, row any) any {
	for _, r := range table {
		for _, key := range []string{"name", "reason", "action"} {
			if name := row.(map[string]any)[key]; name != nil && r.(map[string]any)[key] == name {
				return r
			}
		}
	}
	return nil
}

// subset compares what is wanted with what there is, which may hold more.
// Rows are known by their names: ties may stand in any order.
func subset(t *testing.T, path string, want, got any) {
	t.Helper()
	switch want := want.(type) {
	case map[string]any:
		all, _ := got.(map[string]any)
		for key, v := range want {
			subset(t, path+"."+key, v, all[key])
		}
	case []any:
		all, _ := got.([]any)
		if len(all) != len(want) {
			t.Errorf("%s has %d rows, want %d", path, len(all), len(want))
			return
		}
		for _, v := range want {
			subset(t, path+"[]", v, rowOf(all, v))
		}
	default:
		if want != got {
			t.Errorf("%s is %v, want %v", path, got, want)
		}
	}
}

func TestTheMadeUpClinicGivesThePublishedTables(t *testing.T) {
	want, err := os.ReadFile("testdata/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	f := report.Tally(clinic(t))
	subset(t, "", generic(t, want), generic(t, encode(t, f)))
	for _, c := range f.Checks {
		if !c.OK {
			t.Errorf("%s (%s): %s", c.Key, c.Table, c.Text)
		}
	}
}

// The JSON is what other programs read: a change here is a change for them.
func TestTheJSONOfTheMadeUpClinic(t *testing.T) {
	got := encode(t, report.Tally(clinic(t)))
	const golden = "testdata/klinik.json"
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the JSON is not that of %s; run the test with -update and read the difference", golden)
	}
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	data := encode(t, report.Tally(clinic(t)))
	f, ps := report.Read("a.json", data)
	if ps != nil {
		t.Fatal(ps)
	}
	if again := encode(t, f); !bytes.Equal(again, data) {
		t.Error("read and written, the figures are others")
	}
}
