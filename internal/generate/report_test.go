package generate_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kontrakt/internal/cohort"
	"kontrakt/internal/generate"
	"kontrakt/internal/report"
	"kontrakt/internal/source"
	"kontrakt/klinik"
)

// chain is extract → selection → review sheet → report: the figures as other
// programs read them.
func chain(t *testing.T, extract, sheet []byte, year, threshold int) map[string]any {
	t.Helper()
	contacts, ps, err := cohort.ReadContacts("kontakter.csv", bytes.NewReader(extract), int64(len(extract)), year)
	if err != nil || ps.Errors() > 0 {
		t.Fatal(ps, err)
	}
	patients, summary, ps := contacts.Choose(threshold, nil)
	if ps.Errors() > 0 {
		t.Fatal(ps)
	}
	rows, ps, err := cohort.ReadSheet("granskning.csv", bytes.NewReader(sheet), int64(len(sheet)))
	if err != nil || ps.Errors() > 0 {
		t.Fatal(ps, err)
	}
	filled := map[string]cohort.SheetRow{}
	for _, r := range rows {
		filled[r.ID] = r
	}
	var jobs []generate.Job
	for _, p := range patients {
		name := p.ID + ".yaml"
		data := generate.NewChosen(p, summary)
		if row, ok := filled[p.ID]; ok {
			if data, ps = generate.Gather(name, data, row, false, source.Options{}); ps.Errors() > 0 {
				t.Fatal(ps)
			}
		}
		jobs = append(jobs, generate.Job{Name: name, Read: func() ([]byte, error) { return data, nil }})
	}
	written, ps := generate.ReadSummary("urval.yaml", summary.Encode())
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	f, ps, err := line(t).Tally(jobs, generate.Clinic{Summary: written})
	if err != nil || f == nil {
		t.Fatal(ps, err)
	}
	for _, c := range f.Checks {
		if !c.OK {
			t.Errorf("a check fails: %s", c.Text)
		}
	}
	data, err := report.Encode(f)
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	return got
}

// same compares what was expected with what was counted, key by key; rows are
// found by their name, since ties may stand in any order.
func same(t *testing.T, at string, want, got any) {
	t.Helper()
	switch want := want.(type) {
	case map[string]any:
		got, _ := got.(map[string]any)
		for key, v := range want {
			same(t, at+"."+key, v, got[key])
		}
	case []any:
		got, _ := got.([]any)
		if len(got) != len(want) {
			t.Errorf("%s: %d rows, want %d", at, len(got), len(want))
			return
		}
		for i, row := range want {
			same(t, fmt.Sprintf("%s[%d]", at, i), row, named(row, got[i], got))
		}
	default:
		if !reflect.DeepEqual(want, got) {
			t.Errorf("%s: %v, want %v", at, got, want)
		}
	}
}

// named is the row with the same name as row, else the one in its place.
func named(row, place any, rows []any) any {
	want, _ := row.(map[string]any)
	for _, key := range []string{"name", "reason", "action"} {
		for _, r := range rows {
			if m, _ := r.(map[string]any); want[key] != nil && m[key] == want[key] {
				return r
			}
		}
	}
	return place
}

// TestTheReportOfTheClinicFigureByFigure: the made-up clinic's extract and
// sheet give the source project's published figures.
func TestTheReportOfTheClinicFigureByFigure(t *testing.T) {
	extract, err := fs.ReadFile(klinik.FS, "kontakter.csv")
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := os.ReadFile("testdata/granskning.csv")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("../report/testdata/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]any
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	same(t, "", want, chain(t, extract, sheet, 2024, 30))
}

// A second clinic, made here: another year and threshold, other professions,
// units with semicolons and quotation marks, nobody's number, rows outside the
// year.
var (
	otherProfessions = []string{"Dietist", "Läkare", "Logoped", "Sjuksköterska; mottagning"}
	otherUnits       = []string{`Vårdcentralen "Eken"`, "Rehab; hus B", "Åby filial"}
)

// visit is a row of its extract.
type visit struct {
	patient          int
	profession, unit string
	inYear           bool
}

// otherVisits are its rows: patient 1 has one in the year, patient 2 two, and
// so on; and each has some the year before.
func otherVisits(patients int) []visit {
	var all []visit
	for p := 1; p <= patients; p++ {
		for i := range p {
			all = append(all, visit{p, otherProfessions[(p*i+i)%len(otherProfessions)], otherUnits[(p+i*i)%len(otherUnits)], true})
		}
		for i := range p % 3 {
			all = append(all, visit{p, otherProfessions[i], otherUnits[i], false})
		}
	}
	return all
}

func otherID(p int) string { return fmt.Sprintf("Q%03d", p) }

func otherExtract(t *testing.T, visits []visit) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = ';'
	w.Write([]string{"enhet", "kontaktdatum", "yrkeskategori", "patient_id", "ålder", "kön"})
	for i, v := range visits {
		year := 2023
		if !v.inYear {
			year--
		}
		day := fmt.Sprintf("%d-%02d-%02d", year, i%12+1, i%28+1)
		w.Write([]string{v.unit, day, v.profession, otherID(v.patient), strconv.Itoa(20 + v.patient), []string{"Kvinna", "Man"}[v.patient%2]})
	}
	w.Flush()
	return b.Bytes()
}

// otherSheet sends every third of the chosen to step 2; of those every second
// has two actions, the others none.
func otherSheet(first, last int) []byte {
	var b strings.Builder
	b.WriteString("steg2,patient_id,exkluderingsorsak,åtgärder,fast_vårdkontakt\n")
	for p := first; p <= last; p++ {
		row := "nej," + otherID(p) + ",\"Flyttat, utan återbud\",,ja\n"
		switch p % 6 {
		case 0:
			row = "ja," + otherID(p) + ",,Ny läkartid | Dietist,oklart\n"
		case 3:
			row = "ja," + otherID(p) + ",,Ingen vidare åtgärd,\n"
		}
		b.WriteString(row)
	}
	return []byte(b.String())
}

func TestTheReportOfAnotherClinic(t *testing.T) {
	const patients, threshold = 40, 12
	visits := otherVisits(patients)
	got := chain(t, otherExtract(t, visits), otherSheet(threshold, patients), 2023, threshold)

	contacts := 0
	byProfession, byUnit := map[string]map[int]int{}, map[string]map[int]int{}
	count := func(by map[string]map[int]int, name string, p int) {
		if by[name] == nil {
			by[name] = map[int]int{}
		}
		by[name][p]++
	}
	for _, v := range visits {
		if v.inYear && v.patient >= threshold {
			contacts++
			count(byProfession, v.profession, v.patient)
			count(byUnit, v.unit, v.patient)
		}
	}
	n := patients - threshold + 1
	number := func(n int) any { return float64(n) }
	tenths := func(sum, of int) any { return float64((20*sum+of)/(2*of)) / 10 }
	rows := func(by map[string]map[int]int) []any {
		var all []any
		for _, name := range slices.Sorted(maps.Keys(by)) {
			sum := 0
			for _, k := range by[name] {
				sum += k
			}
			all = append(all, map[string]any{"name": name, "contacts": number(sum), "per_patient": tenths(sum, n), "patients": number(len(by[name])), "per_visitor": tenths(sum, len(by[name]))})
		}
		return all
	}
	with, without, out := 0, 0, 0
	for p := threshold; p <= patients; p++ {
		switch {
		case p%6 == 0:
			with++
		case p%3 == 0:
			without++
		default:
			out++
		}
	}
	same(t, "", map[string]any{
		"cohort": map[string]any{"year": number(2023), "threshold": number(threshold), "patients": number(n), "contacts": number(contacts),
			"contacts_per_patient": tenths(contacts, n), "least": number(threshold), "most": number(patients)},
		"by_profession": rows(byProfession), "by_unit": rows(byUnit),
		"age":      map[string]any{"known": number(n), "least": number(20 + threshold), "most": number(20 + patients), "median": number(20 + (threshold+patients)/2)},
		"excluded": []any{map[string]any{"reason": "Flyttat, utan återbud", "patients": number(out)}}, "excluded_total": number(out),
		"step2": number(with + without), "with_action": number(with), "without_action": number(without), "action_marks": number(2 * with),
		"urval": map[string]any{"all": map[string]any{"patients": number(patients), "contacts": number(patients * (patients + 1) / 2)}},
	}, got)
}

// TestThePublicReportTellsNoSmallNumber: in no format of the public report of
// the made-up clinic is what the internal one tells of single patients.
func TestThePublicReportTellsNoSmallNumber(t *testing.T) {
	files, _ := fs.Glob(klinik.FS, "granskning/*.yaml")
	u := unit(t)
	var jobs []generate.Job
	for _, name := range files {
		jobs = append(jobs, generate.Job{Name: path.Base(name), Unit: u, Read: func() ([]byte, error) { return fs.ReadFile(klinik.FS, name) }})
	}
	l := line(t)
	internal, ps, err := l.Tally(jobs, generate.Clinic{Unit: u})
	if err != nil || internal == nil {
		t.Fatal(ps, err)
	}
	for _, tt := range []struct {
		figures *report.Figures
		shown   bool
	}{{internal, true}, {report.Protect(internal, 5), false}} {
		d := l.ReportDocument(tt.figures, nil)
		for _, as := range []generate.Format{generate.Text, generate.HTML} {
			data, err := l.ReportFile(tt.figures, d, as)
			if err != nil {
				t.Fatal(err)
			}
			for _, secret := range []string{"Omlistad", "Närmottagning A6", "medelålder", "från 14 till 95"} {
				if strings.Contains(string(data), secret) != tt.shown {
					t.Errorf("%s: %q is there: %t, want %t", as, secret, !tt.shown, tt.shown)
				}
			}
		}
	}
}

func TestWhatPeopleWriteOfTheReport(t *testing.T) {
	l := line(t)
	for _, tt := range []struct{ file, text, part, rule string }{
		{"rapport/bakgrund.md", "Så var det.", "bakgrund", ""},
		{"rapport/B.md", "Så var det.", "bakgrund", ""},
		{"rapport/b-bakgrund.md", "Så var det.", "bakgrund", ""},
		{"rapport/Övergripande mål.md", "Så var det.", "övergripande_mål", ""},
		{"rapport/overgripande-mal.md", "Så var det.", "övergripande_mål", ""},
		{"rapport/D. Nula\u0308ge.md", "Så var det.", "nuläge", ""},
		{"rapport/steg1.md", "Så var det.", "steg1", ""},
		{"rapport/bakgrunnd.md", "Så var det.", "", "avsnitt-okänt"},
		{"rapport/bakgrund.md", "Så <b>var</b> det.", "bakgrund", "html"},
		{"rapport/bakgrund.md", "Så var det [1].", "bakgrund", "avsnitt-hakparentes"},
		{"rapport/bakgrund.md", "Så var det \xff.", "bakgrund", "avsnitt-utf-8"},
	} {
		part, blocks, ps := l.Prose(tt.file, []byte(tt.text))
		rule := ""
		if len(ps) > 0 {
			rule = ps[0].Rule
		}
		if part != tt.part || rule != tt.rule || rule == "" && len(blocks) != 1 {
			t.Errorf("%s %q: part %q, %d blocks, %v", tt.file, tt.text, part, len(blocks), ps)
		}
	}
}

// TestAReviewWithAHalfWrittenPlanIsCounted: its plan is told and left out; a
// review that is wrong otherwise leaves no figures, since they would not be true.
func TestAReviewWithAHalfWrittenPlanIsCounted(t *testing.T) {
	const selection = "version: 1\npatient:\n  id: A-1\nurval:\n  år: 2024\n  tröskel: 30\n  kontakter: 31\n"
	for _, tt := range []struct {
		name, text string
		counted    bool
	}{
		{"whole", selection, true},
		{"half a plan", selection + "plan:\n  datum: 2025-09-15\n", true},
		{"a wrong word", selection + "granskning:\n  steg2: kanske\n", false},
	} {
		job := generate.Job{Name: "A-1.yaml", Read: func() ([]byte, error) { return []byte(tt.text), nil }, Unit: unit(t)}
		f, ps, err := line(t).Tally([]generate.Job{job}, generate.Clinic{})
		if err != nil || (f != nil) != tt.counted || generate.OnlyPlans(ps) != tt.counted {
			t.Errorf("%s: figures %t, %v, %v", tt.name, f != nil, ps, err)
		}
	}
}
