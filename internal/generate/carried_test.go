package generate_test

import (
	"bytes"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
	"kontrakt/internal/generate"
	"kontrakt/internal/pdf"
	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
	"kontrakt/plans"
)

// onPaper are the made-up clinic's contracts by the name of their review.
func onPaper(tb testing.TB, l *generate.Line, o pdf.Options) map[string][]byte {
	tb.Helper()
	papers := map[string][]byte{}
	q := generate.Request{Formats: []generate.Format{generate.PDF}, Print: o, Protected: true, Save: discard, Keep: true}
	l.Run(withPlan(tb, l, jobs(tb)), q, func(r generate.Result) {
		for _, f := range r.Files {
			papers[r.Job.Name] = f.Data
		}
	})
	return papers
}

// inside is the plan that travels in a contract.
func inside(tb testing.TB, paper []byte) []byte {
	tb.Helper()
	file, err := pdf.Open(paper, "plan.yaml")
	if err != nil || !file.Unchanged || file.File == nil {
		tb.Fatal("no plan in the paper", err)
	}
	return file.File
}

// text is the paper that a file gives, as text.
func text(tb testing.TB, l *generate.Line, name string, data []byte) string {
	tb.Helper()
	j := generate.Job{Name: name, Unit: unit(tb), Read: func() ([]byte, error) { return data, nil }}
	var said string
	l.Run([]generate.Job{j}, generate.Request{Formats: []generate.Format{generate.Text}, Protected: true, Save: discard, Keep: true}, func(r generate.Result) {
		if r.Outcome != generate.Made {
			tb.Errorf("%s: %v", name, r.Problems)
			return
		}
		said = string(r.Files[0].Data)
	})
	return said
}

func TestAPaperGivesItselfBack(t *testing.T) {
	l := line(t)
	papers := onPaper(t, l, pdf.Options{})
	if len(papers) != 26 {
		t.Fatalf("%d papers", len(papers))
	}
	for _, j := range withPlan(t, l, jobs(t)) {
		data, err := j.Read()
		if err != nil {
			t.Fatal(err)
		}
		if want, got := text(t, l, j.Name, data), text(t, l, "utskrift.pdf", papers[j.Name]); got != want {
			t.Errorf("%s: %s", j.Name, firstDifference(want, got))
		}
	}
}

// What travels is a review file that our own reader takes, with nothing in it
// that the paper does not say.
func TestWhatTravelsInAPaper(t *testing.T) {
	l := line(t)
	for name, paper := range onPaper(t, l, pdf.Options{}) {
		data := inside(t, paper)
		r, ps := review.Read("-", data, source.Options{Chars: l.Fonts.Has})
		if ps.Errors() > 0 {
			t.Errorf("%s: %v", name, ps)
		}
		p := r.Plan
		if r.Selection != nil || r.Screening != nil || r.Consultation != nil || r.Outcomes != nil ||
			p.Declined != nil || p.Choices != nil || p.Replaces != nil || p.InternalNote != "" {
			t.Errorf("%s: more than version, patient and plan as agreed", name)
		}
		for _, a := range p.PatientDoes {
			if a.Text == "" {
				t.Errorf("%s: the line %s has no words of its own", name, a.From)
			}
		}
		for _, m := range p.Relatives {
			if r.Protected() && (m.Name != "" || m.Phone != "") || m.Relation == "" {
				t.Errorf("%s: a relative of a patient whose identity is protected", name)
			}
		}
	}
}

// With protected identity nothing that travels tells who is close: no part of
// a name and no telephone, wherever the review has them.
func TestNoRelativeTravelsWithProtectedIdentity(t *testing.T) {
	archive, err := txtar.ParseFile("../../testdata/case/skyddade-uppgifter.txtar")
	if err != nil {
		t.Fatal(err)
	}
	l := line(t)
	r, p, ps := l.Review("-", section(archive, "granskning.yaml"), unit(t))
	if p == nil {
		t.Fatal(ps)
	}
	m := r.Plan.Relatives[0]
	given, _, _ := strings.Cut(m.Name, " ")
	for name, data := range map[string][]byte{"plan.yaml": source.Encode(careplan.Agreed(r, p)), "contract.txt": section(archive, "contract.txt"), "contract.html": section(archive, "contract.html")} {
		for _, secret := range []string{given, m.Phone, strings.NewReplacer(" ", "", "-", "").Replace(m.Phone)} {
			if bytes.Contains(data, []byte(secret)) {
				t.Errorf("%s holds a relative's %q", name, secret)
			}
		}
	}
}

// Every key of a plan travels, save those that are not for the patient. The
// full review has them all but val.
func TestEveryPrintedKeyTravels(t *testing.T) {
	data, err := os.ReadFile("../review/testdata/EX-001.yaml")
	if err != nil {
		t.Fatal(err)
	}
	l := line(t)
	r, ps := review.Read("EX-001.yaml", data, source.Options{})
	r.Plan.Choices = []source.Pair{{Key: "blodtryck-hemma", Value: "hypertoni"}}
	r.Plan.PrintedIn = "en"
	p, _ := careplan.Apply(l.Plans, unit(t), r)
	if ps.Errors() > 0 || p == nil {
		t.Fatal(ps)
	}
	p.Written = r.Plan.PrintedIn
	var left []string
	from, to := reflect.ValueOf(*r.Plan), reflect.ValueOf(*careplan.Agreed(r, p).Plan)
	for i := range from.NumField() {
		switch name := from.Type().Field(i).Name; {
		case from.Field(i).IsZero():
			t.Errorf("the full review has no %s", name)
		case to.Field(i).IsZero():
			left = append(left, name)
		}
	}
	if want := []string{"Declined", "Choices", "Replaces", "InternalNote"}; !slices.Equal(left, want) {
		t.Errorf("left out: %v, want %v", left, want)
	}
}

// The templates that a plan was made of may change, and lose a line: what was
// agreed does not, and is not judged again.
func TestAPaperStandsByItselfWhenTemplatesChange(t *testing.T) {
	l := line(t)
	changed := *l
	said := regexp.MustCompile(`\b(text|vem|när|till|varför|målvärde|hur_ofta): ("?)([A-Za-zÅÄÖåäö0-9])`)
	other := fstest.MapFS{}
	for _, id := range l.Plans.IDs() {
		now := said.ReplaceAllString(read(t, id+".md"), "$1: ${2}Nytt $3")
		other[id+".md"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(now, "id: kol-inhalation\n", "id: annat\n"))}
	}
	changed.Plans = plan.Open(source.Options{Chars: l.Fonts.Has}, plan.Layer{Name: "plans", FS: plans.FS}, plan.Layer{Name: "egna", FS: other})
	papers := onPaper(t, l, pdf.Options{})
	for _, j := range withPlan(t, l, jobs(t)) {
		r, p, ps := changed.Review("utskrift.pdf", papers[j.Name], j.Unit)
		if p == nil {
			t.Fatalf("%s: %v", j.Name, ps)
		}
		before := inside(t, papers[j.Name])
		if after := source.Encode(careplan.Agreed(r, p)); !bytes.Equal(before, after) {
			t.Errorf("%s: %s", j.Name, firstDifference(string(before), string(after)))
		}
	}
}

// read is a template of the program's own.
func read(tb testing.TB, name string) string {
	tb.Helper()
	data, err := plans.FS.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// Each row does something to a paper; rule is what is then told of it.
func TestPapersThatCannotBeUsed(t *testing.T) {
	l := line(t)
	whole := onPaper(t, l, pdf.Options{})["granskning/H2-063.yaml"]
	archived := onPaper(t, l, pdf.Options{Archive: true})["granskning/H2-063.yaml"]
	var merged bytes.Buffer
	m, _ := l.Merger(&merged)
	if err := m.Add(whole, "H2-063"); err != nil {
		t.Fatal(err)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	newer := &doc.Document{Title: "Plan", Lang: "sv", Content: []doc.Block{&doc.Paragraph{}}, Producer: "kontrakt 9",
		Files: []doc.File{{Name: "plan.yaml", MIME: "application/yaml", Data: []byte("version: 2\n")}}}
	var tomorrow bytes.Buffer
	err := pdf.NewPrinter(l.Fonts).Print(&tomorrow, newer, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, rule string
		data       []byte
	}{
		{"whole", "", whole},
		{"of a newer version", "version-ny", tomorrow.Bytes()},
		{"laid out by a later program", "pdf-ny", bytes.Replace(whole, []byte("%kontrakt 1\n"), []byte("%kontrakt 2\n"), 1)},
		{"of another program", "pdf-annan", []byte("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n")},
		{"empty", "pdf-kort", nil},
		{"its first bytes", "pdf-kort", whole[:20]},
		{"a mark before it", "pdf-ändrad", slices.Concat([]byte("\ufeff"), whole)},
		{"a line end before it", "pdf-ändrad", slices.Concat([]byte("\r\n"), whole)},
		{"half of it", "pdf-skadad", whole[:len(whole)/2]},
		{"without its last bytes", "pdf-skadad", whole[:len(whole)-20]},
		{"the table of objects torn", "pdf-skadad", bytes.Replace(whole, []byte("startxref\n"), []byte("startxref\n9"), 1)},
		{"one bit", "pdf-ändrad", flipped(whole, 400)},
		{"a digit of the ID", "pdf-ändrad", flipped(whole, bytes.LastIndex(whole, []byte("/ID[<"))+8)},
		{"signed afterwards", "pdf-ändrad", append(slices.Clone(whole), "9 0 obj\n<<>>\nendobj\nxref\n0 1\nstartxref\n7\n%%EOF\n"...)},
		{"a line more", "pdf-ändrad", append(slices.Clone(whole), "hej\n"...)},
		{"saved by another program", "pdf-ändrad", bytes.Replace(whole, []byte("%kontrakt 1\n"), nil, 1)},
		{"an archive's", "pdf-utan-plan", archived},
		{"many in one", "pdf-utan-plan", merged.Bytes()},
	} {
		_, p, ps := l.Review("utskrift.pdf", c.data, unit(t))
		var rule string
		for _, x := range ps {
			if x.Severity == source.Error {
				rule = x.Rule
			}
		}
		if rule != c.rule || (p == nil) != (c.rule != "") {
			t.Errorf("%s: rule %q, want %q", c.name, rule, c.rule)
		}
	}
}

// A contract is known by what it begins with, whatever its file is called, and
// its problems are told of that file.
func TestAPaperMayHaveAnyName(t *testing.T) {
	l := line(t)
	paper := onPaper(t, l, pdf.Options{})["granskning/H2-063.yaml"]
	l.Today = source.Date{Year: 2040, Month: 1, Day: 1}
	for _, name := range []string{"utskrift.pdf", "utskrift", "Anna.yaml", "-"} {
		_, p, ps := l.Review(name, paper, unit(t))
		if p == nil || len(ps) == 0 {
			t.Errorf("%s: %v", name, ps)
		}
		for _, x := range ps {
			if x.Pos != (source.Position{File: name}) {
				t.Errorf("%s: %v", name, x)
			}
		}
	}
}

// flipped is data with one bit changed.
func flipped(data []byte, at int) []byte {
	data = slices.Clone(data)
	data[at] ^= 1
	return data
}

// BenchmarkCarried is what the plan that travels costs before it is deflated.
func BenchmarkCarried(b *testing.B) {
	l := line(b)
	j := withPlan(b, l, jobs(b))[4]
	data, err := j.Read()
	if err != nil {
		b.Fatal(err)
	}
	r, p, _ := l.Review(j.Name, data, j.Unit)
	b.ReportAllocs()
	for b.Loop() {
		source.Encode(careplan.Agreed(r, p))
	}
}
