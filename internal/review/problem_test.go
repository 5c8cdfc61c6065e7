package review_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

var update = flag.Bool("update", false, "write what is told into testdata/problem; read the difference")

// TestProblem reads the archives of testdata/problem: files as a clinician
// might have written them, and under utdata exactly what the clinician is
// told.
func TestProblem(t *testing.T) {
	files, err := filepath.Glob("../../testdata/problem/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := []byte(talk(t, a.Files[:len(a.Files)-1]))
			last := &a.Files[len(a.Files)-1]
			if last.Name != "utdata" {
				t.Fatal("the last part is not utdata")
			}
			if *update {
				last.Data = got
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(got, last.Data) {
				t.Errorf("got\n%s\nwant\n%s", got, last.Data)
			}
		})
	}
}

// private is what the patients of the cases are called and can be reached by.
var private = regexp.MustCompile(`Anna|Exempel |[0-9]{4}-?98[0-9]{2}|0[37][0-9]-|smärtskolan`)

// talk is what is told of some files, on a day in the autumn of 2025 and
// with fonts that have no character above U+2FFF.
func talk(t *testing.T, files []txtar.File) string {
	t.Helper()
	today := source.Date{Year: 2025, Month: 11, Day: 22}
	o := source.Options{Chars: func(r rune) bool { return r < 0x3000 }}
	var all source.Problems
	for _, f := range files {
		if path.Base(f.Name) == "enhet.yaml" {
			_, ps := review.ReadUnit(f.Name, f.Data, o)
			all = append(all, ps...)
			continue
		}
		r, ps := review.Read(f.Name, f.Data, o)
		all = append(append(all, ps...), review.Overdue(r, today)...)
	}
	all.Sort()
	for _, p := range all {
		if private.MatchString(p.Text + p.Hint) {
			t.Errorf("%s repeats what is private: %s", p.Rule, p)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return all.Error() + "\n"
}

// A hundred faults in one file are a hundred problems, each in its place.
func TestHundredFaults(t *testing.T) {
	var b strings.Builder
	b.WriteString("version: 1\npatient:\n  id: EX-001\nuppföljning:\n")
	for range 50 {
		b.WriteString("  - datum: 2026-02-30\n    kontakter: många\n")
	}
	_, ps := review.Read("granskning/EX-001.yaml", []byte(b.String()), source.Options{})
	if len(ps) != 100 {
		t.Fatalf("%d problems", len(ps))
	}
	for i, p := range ps {
		rule, key, column := "date-exists", "datum", 12
		if i%2 == 1 {
			rule, key, column = "whole", "kontakter", 16
		}
		want := fmt.Sprintf("%s uppföljning[%d].%s %d:%d", rule, i/2, key, 5+i, column)
		if got := fmt.Sprintf("%s %s %d:%d", p.Rule, p.Path, p.Pos.Line, p.Pos.Column); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// Files that cannot be kept as text in an archive.
func TestFilesThatAreNoText(t *testing.T) {
	for _, c := range []struct {
		name, data, want string
	}{
		{"saved as Latin-1", "version: 1\npatient:\n  id: EX-001\n  k\xf6n: kvinna\n", "utf-8"},
		{"saved as UTF-16", "\xff\xfev\x00e\x00r\x00", "utf-16"},
		{"too large", "version: 1\n" + strings.Repeat("# fyllning\n", 100_000), "size"},
		{"nothing at all", "", "empty"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ps := review.Read("granskning/EX-001.yaml", []byte(c.data), source.Options{})
			if len(ps) != 1 || ps[0].Rule != c.want {
				t.Errorf("got %q, want one %s", told(ps), c.want)
			}
		})
	}
}
