package form

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"kontrakt/fonts"
	"kontrakt/internal/generate"
	"kontrakt/internal/pdf"
	"kontrakt/internal/phrase"
	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
	"kontrakt/klinik"
	"kontrakt/plans"
	"kontrakt/templates"
)

// clinic is the form as the program sets it up, as of the made-up clinic's
// day.
func clinic(tb testing.TB) *Form {
	tb.Helper()
	faces, err := pdf.LoadFonts(fonts.FS)
	if err != nil {
		tb.Fatal(err)
	}
	book, ps := phrase.Load(generate.Layouts(), templates.FS)
	if len(ps) > 0 {
		tb.Fatal(ps)
	}
	data, err := fs.ReadFile(klinik.FS, "enhet.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	unit, ps := review.ReadUnit("enhet.yaml", data, source.Options{})
	if len(ps) > 0 {
		tb.Fatal(ps)
	}
	return &Form{Unit: unit, Line: &generate.Line{
		Plans: plan.Open(source.Options{Chars: faces.Has}, plan.Layer{Name: "plans", FS: plans.FS}),
		Words: book, Fonts: faces,
		Today: source.Date{Year: 2025, Month: 9, Day: 15}, Producer: "kontrakt",
	}}
}

// small is a review that somebody wrote by hand, with comments.
const small = `# Anna, av Dan
version: 1
patient:
  id: EX-001   # löpnummer
  namn: Anna Exempel
plan:
  # dagen då vi sågs
  datum: 2025-09-15
  giltig_till: 2026-03-15
  diagnoser: [langvarig-smarta, hypertoni]  # smärtan först
  mål:
    - text: "Gå till affären"   # viktigast
  jag_gör:
    # den här gick bra i våras
    - från: langvarig-smarta/rorelse
      text: Jag går en promenad
    - text: Jag ringer Erik
`

// apply makes one change and must do so without a word.
func apply(t testing.TB, f *Form, data string, values map[string][]string, action string) string {
	t.Helper()
	e, err := f.Apply("EX-001.yaml", []byte(data), values, action)
	if err != nil {
		t.Fatal(err)
	}
	return string(e.Data)
}

func one(name string, values ...string) map[string][]string {
	return map[string][]string{name: values}
}

// fieldsOf are all fields of a page, also those within rows.
func fieldsOf(p *Page) []Field {
	var all []Field
	for _, b := range p.Blocks {
		all = append(all, b.Fields...)
		for _, r := range b.Rows {
			all = append(all, r.Fields...)
		}
		if b.Add != nil {
			all = append(all, b.Add.Fields...)
		}
	}
	return all
}

func fieldAt(p *Page, path string) *Field {
	for _, f := range fieldsOf(p) {
		if f.Path == path {
			return &f
		}
	}
	return nil
}

// Every field of the form is written where the file has it, is shown again as
// it was typed, and leaves no trace when it is emptied.
func TestEveryFieldIsWrittenAndShown(t *testing.T) {
	f := clinic(t)
	for _, sh := range sheets {
		for _, b := range sh.blocks {
			for _, c := range b.fields {
				list := strings.ReplaceAll(b.at, "[#]", "[0]")
				path := join(list, c.key)
				begun := "version: 1\npatient:\n  id: EX-001\nplan:\n  datum: 2025-09-15\n"
				if b.rows != nil {
					path = join(row(list, 0), c.key)
				}
				if strings.HasPrefix(list, "uppföljning[0].mål") {
					continue // by its own names: TestGoalsAreFollowedUp
				}
				value := map[Kind]string{Number: "3", Scale: "8", Day: "2025-10-01"}[c.kind]
				switch {
				case c.asked:
					value = none
				case len(c.options) > 0:
					value = c.options[len(c.options)-1].Value
				case value == "":
					value = "något, nytt: #1"
				}
				t.Run(path, func(t *testing.T) {
					if path == "plan.datum" {
						begun = strings.Replace(begun, "  datum: 2025-09-15\n", "  utgåva: 1\n", 1)
					}
					out := apply(t, f, begun, one(path, "", value), "")
					if got := f.look("", []byte(out)).value(c, path); got != value {
						t.Fatalf("the file has %q in\n%s", got, out)
					}
					page := f.Open("EX-001.yaml", []byte(out), Place{Part: sh.part, Step: sh.key})
					shown := fieldAt(page, path)
					if shown == nil && c.key != "målvärde" && c.key != "viktigt" && c.key != "senast" {
						t.Fatal("the page does not show it")
					}
					if shown != nil && shown.Value != value {
						t.Errorf("the page shows %q", shown.Value)
					}
					back := apply(t, f, out, one(path, ""), "")
					if b.rows == nil && !strings.Contains(path, "[") && back != begun {
						t.Errorf("emptied, the file is\n%s", back)
					}
				})
			}
		}
	}
}

// What the page shows and is posted as it was changes not one byte, whatever
// the file looks like.
func TestAPageThatIsPostedAsItWasChangesNothing(t *testing.T) {
	f := clinic(t)
	files, err := fs.Glob(klinik.FS, "granskning/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	inputs := map[string]string{"EX-001.yaml": small}
	for _, name := range files[:20] {
		data, _ := fs.ReadFile(klinik.FS, name)
		inputs[strings.TrimPrefix(name, "granskning/")] = string(data)
	}
	for _, sh := range sheets {
		for name, data := range inputs {
			page := f.Open(name, []byte(data), Place{Part: sh.part, Step: sh.key})
			e, err := f.Apply(name, []byte(data), posted(page), "")
			if err != nil {
				t.Fatal(name, sh.title, err)
			}
			if string(e.Data) != data {
				t.Errorf("%s, %s: changed to\n%s", name, sh.title, e.Data)
			}
		}
	}
}

// posted is what a browser posts of a page as it stands.
func posted(p *Page) map[string][]string {
	values := map[string][]string{}
	fields := fieldsOf(p)
	for _, b := range p.Blocks {
		for _, r := range b.Rows {
			if r.Name != "" {
				values[r.Name] = []string{""}
				if r.Chosen {
					values[r.Name] = []string{"", "ja"}
				}
			}
		}
	}
	for _, f := range fields {
		switch f.Kind {
		case Checks:
			values[f.Name] = []string{""}
			for _, o := range f.Options {
				if o.On {
					values[f.Name] = append(values[f.Name], o.Value)
				}
			}
		default:
			values[f.Name] = []string{"", strings.ReplaceAll(f.Value, "\n", "\r\n")}
		}
	}
	for _, c := range p.Clashes {
		values[c.Name] = []string{""}
		for _, s := range c.Sides {
			if s.On {
				values[c.Name] = append(values[c.Name], s.Value)
			}
		}
	}
	return values
}

// Each row is one change of the small file, by hand or by button, and the
// lines that it takes away (-) and adds (+). All else stays byte for byte.
func TestChangesTouchTheirLinesAlone(t *testing.T) {
	f := clinic(t)
	const rorelse = "plan.jag_gör+langvarig-smarta/rorelse"
	for _, c := range []struct {
		name   string
		values map[string][]string
		action string
		want   []string
	}{
		{"a value by path", one("patient.namn", "Bo Exempel"), "", []string{"-  namn: Anna Exempel", "+  namn: Bo Exempel"}},
		{"a wrong day is kept as typed", one("plan.datum", "igår"), "", []string{"-  datum: 2025-09-15", "+  datum: igår"}},
		{"an own row", one("plan.jag_gör[2].text", "Jag vilar"), "", []string{"+    - text: Jag vilar"}},
		{"a line is ticked", one("plan.jag_gör+langvarig-smarta/pauser", "", "ja"), "", []string{"+    - från: langvarig-smarta/pauser"}},
		{"a line is ticked and put in own words", map[string][]string{"plan.jag_gör+langvarig-smarta/pauser": {"", "ja"}, "plan.jag_gör+langvarig-smarta/pauser|text": {"Jag tar paus"}}, "",
			[]string{"+    - från: langvarig-smarta/pauser", "+      text: Jag tar paus"}},
		{"words in a line that is not ticked are not chosen", map[string][]string{"plan.jag_gör+langvarig-smarta/pauser": {""}, "plan.jag_gör+langvarig-smarta/pauser|text": {"Jag tar paus"}}, "", nil},
		{"a value of a chosen line", one(rorelse+"|tilltro", "", "8"), "", []string{"+      tilltro: 8"}},
		{"a line is unticked", one(rorelse, ""), "", []string{"-    - från: langvarig-smarta/rorelse", "-      text: Jag går en promenad"}},
		{"a row goes", nil, "bort plan.jag_gör[1]", []string{"-    - text: Jag ringer Erik"}},
		{"a line is declined", nil, "avboj plan.jag_gör+langvarig-smarta/pauser", []string{"+  utelämna:", "+    - langvarig-smarta/pauser"}},
		{"a chosen line is declined", nil, "avboj " + rorelse,
			[]string{"-    - från: langvarig-smarta/rorelse", "-      text: Jag går en promenad", "+  utelämna:", "+    - langvarig-smarta/rorelse"}},
		{"a diagnosis is added", one("plan.diagnoser+depression", "", "ja"), "",
			[]string{"-  diagnoser: [langvarig-smarta, hypertoni]  # smärtan först", "+  diagnoser: [langvarig-smarta, hypertoni, depression]  # smärtan först"}},
		{"a referral is planned at first", one("plan.remisser[0].till", "Smärtskolan"), "",
			[]string{"+  remisser:", "+    - till: Smärtskolan", "+      status: planerad"}},
		{"a day by its button", nil, "satt plan.nästa_steg.när=2025-10-27", []string{"+  nästa_steg:", "+    när: 2025-10-27"}},
		{"several lines are several rows", one("plan.styrkor", "Har gått förut\r\nVill, mycket"), "",
			[]string{"+  styrkor:", "+    - Har gått förut", "+    - Vill, mycket"}},
		{"asked, and there is none", one("plan.andra_planer", "", "[]"), "", []string{"+  andra_planer: []"}},
		{"a measure", one("plan.egenmätning+blodtryck-hemma", "", "ja"), "", []string{"+  egenmätning:", "+    - mått: blodtryck-hemma"}},
		{"a follow-up has a day from the start", one("uppföljning[0].sju_frågor.1", "", "ja"), "",
			[]string{"+uppföljning:", "+  - datum: 2025-09-15", "+    sju_frågor:", "+      1: ja"}},
		{"a goal is followed up", one("uppföljning[0].mål+0|läge", "", "delvis"), "",
			[]string{"+uppföljning:", "+  - datum: 2025-09-15", "+    mål:", "+      - text: Gå till affären", "+        läge: delvis"}},
		{"a path that is no field", one("patient.id", "EX-002"), "", nil},
		{"a name from elsewhere", one("rev", "1"), "finns-inte plan.mål[0]", nil},
		{"a row far away", nil, "bort plan.mål[7]", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := difference(small, apply(t, f, small, c.values, c.action)); !slices.Equal(got, c.want) {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// difference is the lines of a that b lacks, and those of b that a lacks.
func difference(a, b string) []string {
	var all []string
	before, after := strings.Split(a, "\n"), strings.Split(b, "\n")
	for _, l := range before {
		if !slices.Contains(after, l) {
			all = append(all, "-"+l)
		}
	}
	for _, l := range after {
		if !slices.Contains(before, l) {
			all = append(all, "+"+l)
		}
	}
	return all
}

func TestRowsMoveWithTheirCommentsAndValues(t *testing.T) {
	f := clinic(t)
	e, err := f.Apply("EX-001.yaml", []byte(small), nil, "ner plan.jag_gör[0]")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(small, `    # den här gick bra i våras
    - från: langvarig-smarta/rorelse
      text: Jag går en promenad
    - text: Jag ringer Erik
`, `    - text: Jag ringer Erik
    # den här gick bra i våras
    - från: langvarig-smarta/rorelse
      text: Jag går en promenad
`, 1)
	if string(e.Data) != want {
		t.Errorf("the file is\n%s", e.Data)
	}
	if e.Said != "Rad 2 av 2." || e.Focus != anchor("upp plan.jag_gör[1]") {
		t.Errorf("said %q, focus %q", e.Said, e.Focus)
	}
}

// rowed is a plan whose rows stand mixed: the template's, and two of its own.
const rowed = `version: 1
patient:
  id: EX-001
  namn: Anna Exempel
granskning:
  granskare: [psykolog]
plan:
  diagnoser: [langvarig-smarta, hypertoni]
  jag_gör:
    - från: langvarig-smarta/rorelse
    - text: Jag ringer Erik
      tilltro: 8
    - text: Jag badar
`

// A whole page is posted at once: what was ticked or unticked on it moves no
// words to another row.
func TestAPostedPageKeepsEachRowsWords(t *testing.T) {
	const offered, more = "plan.jag_gör+langvarig-smarta/rorelse", "plan.jag_gör+hypertoni/salt"
	for name, c := range map[string]struct {
		values map[string][]string
		action string
		want   string // rows
	}{
		"unticked before rows of one's own": {one(offered, ""), "", "Jag ringer Erik|Jag badar"},
		"unticked while a row is rewritten": {map[string][]string{offered: {""}, "plan.jag_gör[1].text": {"Jag ringer Eva"}}, "", "Jag ringer Eva|Jag badar"},
		"ticked while a row is added":       {map[string][]string{more: {"", "ja"}, "plan.jag_gör[3].text": {"Jag sjunger"}}, "", "langvarig-smarta/rorelse|Jag ringer Erik|Jag badar|Jag sjunger|hypertoni/salt"},
		"unticked while a row is removed":   {one(offered, ""), "bort plan.jag_gör[1]", "Jag badar"},
		"unticked while a row is moved":     {one(offered, ""), "upp plan.jag_gör[2]", "Jag badar|Jag ringer Erik"},
	} {
		t.Run(name, func(t *testing.T) {
			f := clinic(t)
			values := posted(f.Open("EX-001.yaml", []byte(rowed), Place{Step: "jag-gor"}))
			for n, v := range c.values {
				values[n] = v
			}
			s := f.look("", []byte(apply(t, f, rowed, values, c.action)))
			var rows []string
			for i := range s.file.Rows("plan.jag_gör") {
				at := row("plan.jag_gör", i)
				rows = append(rows, s.file.Text(at+".från")+s.file.Text(at+".text"))
			}
			if got := strings.Join(rows, "|"); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestAnotherAnswerIsAddedToThoseTicked(t *testing.T) {
	f := clinic(t)
	got := apply(t, f, rowed, map[string][]string{"granskning.granskare": {"", "psykolog", "läkare"}, "granskning.granskare[1]": {"tandläkare"}}, "")
	if s := f.look("", []byte(got)); strings.Join(s.texts("granskning.granskare"), "|") != "psykolog|läkare|tandläkare" {
		t.Error(got)
	}
}

// Who removes a row goes on from one that is on the page, also where that is a
// template's.
func TestAfterARemovedRowOneGoesOnFromOneThatIsThere(t *testing.T) {
	f := clinic(t)
	for _, bort := range []string{"bort plan.jag_gör[1]", "bort plan.jag_gör[2]"} {
		data := rowed
		if bort == "bort plan.jag_gör[1]" {
			data = apply(t, f, rowed, nil, "bort plan.jag_gör[2]")
		}
		e, err := f.Apply("EX-001.yaml", []byte(data), nil, bort)
		if err != nil {
			t.Fatal(err)
		}
		there := false
		for _, b := range f.Open("EX-001.yaml", e.Data, Place{Step: "jag-gor"}).Blocks {
			there = there || slices.ContainsFunc(b.Rows, func(r Row) bool { return r.ID == e.Focus })
		}
		if !there {
			t.Errorf("%s: %q is no row of the page", bort, e.Focus)
		}
	}
}
