package generate_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kontrakt/internal/contract"
	"kontrakt/internal/doc"
	"kontrakt/internal/generate"
	"kontrakt/internal/pdf"
	"kontrakt/internal/render"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

var update = flag.Bool("update", false, "rewrite the goldens; read the difference before it is committed")

// TestCase runs one invented patient through the whole line and compares
// every stage: -- granskning.yaml -- (and -- enhet.yaml -- where the clinic's
// own facts matter) gives careplan, document, contract.txt, contract.html,
// tags (the PDF's structure and page breaks) and journal.txt (the text for the
// record, without the carriage returns of its line ends).
func TestCase(t *testing.T) {
	l, clinic := line(t), unit(t)
	names, err := filepath.Glob("../../testdata/case/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			u := clinic
			if data := section(archive, "enhet.yaml"); data != nil {
				var ps source.Problems
				if u, ps = review.ReadUnit("enhet.yaml", data, source.Options{}); len(ps) > 0 {
					t.Fatal(ps)
				}
			}
			got := stages(t, l, u, section(archive, "granskning.yaml"))
			got = append(got, record(l, u, archive))
			compare(t, name, archive, append(got, morePapers(t, l, u, archive)...))
		})
	}
}

// section is a file of an archive; nil when it is not there.
func section(a *txtar.Archive, name string) []byte {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

// morePapers are the other papers of the plan as text, those that the case has a
// section for.
func morePapers(t *testing.T, l *generate.Line, u *review.Unit, a *txtar.Archive) []txtar.File {
	t.Helper()
	job := generate.Job{Name: "-", Unit: u, Named: true, Read: func() ([]byte, error) { return section(a, "granskning.yaml"), nil }}
	q := generate.Request{Documents: generate.Documents()[1:], Formats: []generate.Format{generate.Text}, Keep: true,
		Save: func(generate.Job, generate.File) error { return nil }}
	var all []txtar.File
	l.Run([]generate.Job{job}, q, func(r generate.Result) {
		for _, f := range r.Files {
			name := strings.TrimPrefix(f.Name, r.ID+"-")
			if section(a, name) != nil {
				all = append(all, txtar.File{Name: name, Data: f.Data})
			}
		}
	})
	return all
}

// record is the text for the record of a case's plan.
func record(l *generate.Line, u *review.Unit, a *txtar.Archive) txtar.File {
	job := generate.Job{Name: "-", Unit: u, Named: true, Read: func() ([]byte, error) { return section(a, "granskning.yaml"), nil }}
	q := generate.Request{Formats: []generate.Format{generate.Journal}, Keep: true, Save: func(generate.Job, generate.File) error { return nil }}
	text := txtar.File{Name: "journal.txt"}
	l.Run([]generate.Job{job}, q, func(r generate.Result) {
		text.Data = bytes.ReplaceAll(r.Files[0].Data, []byte("\r\n"), []byte("\n"))
	})
	return text
}

// looks is how the page looks and the hashes that allow it: no part of what a
// case tells.
var looks = regexp.MustCompile(`(?s)(<style>).*?(</style>)|('sha256-|&#39;sha256-)[^&']*`)

// stages are the results of every step of the line for one review.
func stages(t *testing.T, l *generate.Line, u *review.Unit, data []byte) []txtar.File {
	t.Helper()
	_, p, ps := l.Review("-", data, u)
	if p == nil {
		t.Fatal(ps)
	}
	d := contract.Compose(p, l.Words.Layout("kontrakt"), l.Words.In(p.Lang))
	var dumped, text, html bytes.Buffer
	if err := doc.Dump(&dumped, d); err != nil {
		t.Fatal(err)
	}
	if err := render.Text(&text, d); err != nil {
		t.Fatal(err)
	}
	if err := render.HTML(&html, d); err != nil {
		t.Fatal(err)
	}
	tags, err := pdf.NewPrinter(l.Fonts).Tags(d, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	stages := []txtar.File{
		{Name: "careplan", Data: dump(p)},
		{Name: "document", Data: dumped.Bytes()},
		{Name: "contract.txt", Data: text.Bytes()},
		{Name: "contract.html", Data: looks.ReplaceAll(html.Bytes(), []byte("$1…$2"))},
		{Name: "tags", Data: []byte(tags)},
	}
	if len(ps) > 0 {
		stages = append([]txtar.File{{Name: "varningar", Data: []byte(ps.Error() + "\n")}}, stages...)
	}
	return stages
}

// compare holds the stages against the archive, or rewrites it.
func compare(t *testing.T, name string, a *txtar.Archive, got []txtar.File) {
	t.Helper()
	if *update {
		fresh := &txtar.Archive{Comment: a.Comment}
		for _, f := range a.Files {
			if strings.HasSuffix(f.Name, ".yaml") {
				fresh.Files = append(fresh.Files, f)
			}
		}
		fresh.Files = append(fresh.Files, got...)
		if err := os.WriteFile(name, txtar.Format(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, f := range got {
		if want := section(a, f.Name); string(want) != string(txtarText(f.Data)) {
			t.Errorf("%s is not as in the case:\n%s", f.Name, firstDifference(string(want), string(f.Data)))
		}
	}
}

// txtarText is data as an archive keeps it: with a line end last.
func txtarText(data []byte) []byte {
	if len(data) > 0 && data[len(data)-1] != '\n' {
		return append(bytes.Clone(data), '\n')
	}
	return data
}

// firstDifference shows the first line that differs.
func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		if at(w, i) != at(g, i) {
			return fmt.Sprintf("line %d\nwant: %s\ngot:  %s", i+1, at(w, i), at(g, i))
		}
	}
	return "the same"
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}

// dump is a value as text: one line a field that is not empty, rows indented.
// Prose is left to the document's dump, and what a template says to staff to
// the template.
func dump(v any) []byte {
	var b bytes.Buffer
	dumpValue(&b, "", reflect.ValueOf(v))
	return b.Bytes()
}

func dumpValue(b *bytes.Buffer, indent string, v reflect.Value) {
	for v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	for i := range v.NumField() {
		name, f := v.Type().Field(i).Name, v.Field(i)
		if f.IsZero() || slices.Contains([]string{"Prose", "Logo", "NotWhen", "ToReview"}, name) {
			continue
		}
		dumpField(b, indent, name, f)
	}
}

func dumpField(b *bytes.Buffer, indent, name string, f reflect.Value) {
	_, words := f.Interface().(fmt.Stringer)
	switch {
	case words:
		fmt.Fprintf(b, "%s%s: %v\n", indent, name, f.Interface())
	case f.Kind() == reflect.Pointer, f.Kind() == reflect.Struct:
		fmt.Fprintf(b, "%s%s\n", indent, name)
		dumpValue(b, indent+"  ", f)
	case f.Kind() == reflect.Slice && f.Type().Elem().Kind() == reflect.Struct:
		for i := range f.Len() {
			fmt.Fprintf(b, "%s%s %d\n", indent, name, i+1)
			dumpValue(b, indent+"  ", f.Index(i))
		}
	default:
		fmt.Fprintf(b, "%s%s: %v\n", indent, name, f.Interface())
	}
}
