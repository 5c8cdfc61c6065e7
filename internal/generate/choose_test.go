package generate_test

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"reflect"
	"strings"
	"testing"

	"kontrakt/internal/cohort"
	"kontrakt/internal/generate"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
	"kontrakt/klinik"
)

// chosenClinic is the made-up clinic's extract with its patients chosen anew.
func chosenClinic(t *testing.T) ([]cohort.Patient, *cohort.Summary) {
	t.Helper()
	data, err := fs.ReadFile(klinik.FS, "kontakter.csv")
	if err != nil {
		t.Fatal(err)
	}
	c, ps, err := cohort.ReadContacts("kontakter.csv", bytes.NewReader(data), int64(len(data)), 2024)
	if err != nil || len(ps) > 0 {
		t.Fatal(ps, err)
	}
	patients, summary, ps := c.Choose(30, nil)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	return patients, summary
}

// clinicReview is a review of the made-up clinic.
func clinicReview(t *testing.T, id string) ([]byte, *review.Review) {
	t.Helper()
	name := path.Join("granskning", id+".yaml")
	data, err := fs.ReadFile(klinik.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	r, ps := review.Read(name, data, source.Options{})
	if ps.Errors() > 0 {
		t.Fatal(ps)
	}
	return data, r
}

// TestTheClinicIsChosenFigureByFigure: its extract gives its reviews.
func TestTheClinicIsChosenFigureByFigure(t *testing.T) {
	patients, summary := chosenClinic(t)
	files, _ := fs.Glob(klinik.FS, "granskning/*.yaml")
	if len(patients) != len(files) || summary.Chosen.Contacts != 2972 || summary.Chosen.Age.Median != "64,5" || summary.Chosen.Sex != (cohort.Sexes{Women: 43, Men: 31, Unknown: 1}) {
		t.Errorf("%d patients of %d: %+v", len(patients), len(files), summary.Chosen)
	}
	for _, p := range patients {
		data, want := clinicReview(t, p.ID)
		got, ps := review.Read(p.ID+".yaml", generate.NewChosen(p, summary), source.Options{})
		if len(ps) > 0 || !reflect.DeepEqual(got.Selection, want.Selection) || got.Patient.Sex != want.Patient.Sex || got.PrintedNumber() != want.PrintedNumber() {
			t.Errorf("%s: %+v, want %+v, %v", p.ID, got.Selection, want.Selection, ps)
		}
		if same, ps := generate.Choose(p.ID+".yaml", data, p, summary); len(ps) > 0 || !bytes.Equal(same, data) {
			t.Errorf("%s: the same selection changes the file, %v", p.ID, ps)
		}
	}
}

// TestTheClinicsSheetIsGathered: its review sheet gives what its reviews say
// under the sheet's columns.
func TestTheClinicsSheetIsGathered(t *testing.T) {
	patients, summary := chosenClinic(t)
	sheet, err := os.ReadFile("testdata/granskning.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, ps, err := cohort.ReadSheet("granskning.csv", bytes.NewReader(sheet), int64(len(sheet)))
	if err != nil || len(ps) > 0 || len(rows) != len(patients) {
		t.Fatal(len(rows), ps, err)
	}
	for i, row := range rows {
		data, ps := generate.Gather(row.ID+".yaml", generate.NewChosen(patients[i], summary), row, false, source.Options{})
		got, more := review.Read(row.ID+".yaml", data, source.Options{})
		if len(ps)+len(more) > 0 || got.Screening == nil {
			t.Fatal(row.ID, ps, more)
		}
		_, want := clinicReview(t, row.ID)
		want.Screening = &review.Screening{Agreement: want.Screening.Agreement, HasContact: want.Screening.HasContact, Recurring: want.Screening.Recurring,
			MentalIllHealth: want.Screening.MentalIllHealth, Coordination: want.Screening.Coordination, Step2: want.Screening.Step2, ExclusionReason: want.Screening.ExclusionReason}
		if !reflect.DeepEqual(got.Screening, want.Screening) {
			t.Errorf("%s: %+v, want %+v", row.ID, got.Screening, want.Screening)
		}
		if want.Consultation != nil && !reflect.DeepEqual(got.Consultation.Actions, want.Consultation.Actions) {
			t.Errorf("%s: %+v, want %+v", row.ID, got.Consultation, want.Consultation)
		}
	}
}

const written = `version: 1
patient:
  id: A-1      # the number is missing
# urval comes later
granskning:
  besvär: ont i ryggen # as told
  diagnoser: [R52.2]
  steg2: ja
`

// TestChooseKeepsWhatPeopleWrote: only urval is written, and written anew.
func TestChooseKeepsWhatPeopleWrote(t *testing.T) {
	age := 70
	p := cohort.Patient{ID: "A-1", Contacts: 12, ByUnit: []source.Count{{Name: `Enhet; "Norra" 2.0`, N: 12}}, Age: &age}
	data, ps := generate.Choose("A-1.yaml", []byte(written), p, &cohort.Summary{Year: 2023, Threshold: 10})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	again, ps := generate.Choose("A-1.yaml", data, cohort.Patient{ID: "A-1", Contacts: 31}, &cohort.Summary{Year: 2024, Threshold: 30})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	for _, text := range []string{string(data), string(again)} {
		for line := range strings.SplitSeq(strings.TrimSpace(written), "\n") {
			if !strings.Contains(text, line+"\n") {
				t.Errorf("%q is not in\n%s", line, text)
			}
		}
	}
	r, ps := review.Read("A-1.yaml", again, source.Options{})
	if want := (&review.Selection{Year: 2024, Threshold: 30, Contacts: 31}); ps.Errors() > 0 || !reflect.DeepEqual(r.Selection, want) {
		t.Errorf("%+v, want %+v, %v\n%s", r.Selection, want, ps, again)
	}
}

// TestGatherTakesNothingAway without being told to.
func TestGatherTakesNothingAway(t *testing.T) {
	row := func(name, path string, value any) cohort.SheetRow {
		return cohort.SheetRow{ID: "A-1", Pos: source.Position{File: "ark", Line: 2, Column: 1},
			Cells: []cohort.SheetCell{{Name: name, Path: path, Value: value, Pos: source.Position{File: "ark", Line: 2, Column: 5}}}}
	}
	tests := []struct {
		name    string
		row     cohort.SheetRow
		replace bool
		rule    string // of the problem, empty where the row is written
		has     string
	}{
		{"something new", row("fast_vårdkontakt", "granskning.fast_vårdkontakt", source.No), false, "", "fast_vårdkontakt: nej"},
		{"the same again", row("steg2", "granskning.steg2", source.Yes), false, "", "steg2: ja"},
		{"another text", row("besvär", "granskning.besvär", "yrsel"), false, "finns-redan", ""},
		{"another text, replaced", row("besvär", "granskning.besvär", "yrsel"), true, "", "besvär: yrsel # as told"},
		{"one more row", row("diagnoser", "granskning.diagnoser", []string{"R52.2", "I10.9"}), false, "", "[R52.2, I10.9]"},
		{"a row less", row("diagnoser", "granskning.diagnoser", []string{"I10.9"}), false, "finns-redan", ""},
		{"excluded without a reason", row("steg2", "granskning.steg2", source.No), true, "exkluderingsorsak", ""},
		{"not in the list", row("samordnande_kontakt", "granskning.samordnande_kontakt", []string{"kurator"}), false, "oneof", ""},
	}
	for _, test := range tests {
		data, ps := generate.Gather("A-1.yaml", []byte(written), test.row, test.replace, source.Options{})
		switch {
		case test.rule == "" && (len(ps) > 0 || !strings.Contains(string(data), test.has)):
			t.Errorf("%s: %v\n%s", test.name, ps, data)
		case test.rule != "" && (len(ps) != 1 || ps[0].Rule != test.rule || ps[0].Pos.File != "ark" || data != nil):
			t.Errorf("%s: told %v, want %s at the sheet", test.name, ps, test.rule)
		}
	}
}
