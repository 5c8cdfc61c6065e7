package cohort

import (
	"bytes"
	"reflect"
	"slices"
	"testing"

	"kontrakt/internal/source"
)

type problem = source.Problem

func readSheet(t *testing.T, data []byte) ([]SheetRow, source.Problems) {
	t.Helper()
	rows, ps, err := ReadSheet("ark", bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return rows, ps
}

// TestReadSheet: every kind of cell, in any order; an empty one says nothing.
func TestReadSheet(t *testing.T) {
	rows, ps := readSheet(t, []byte(`steg2;Patient ID;diagnoser;datum;konsultation_datum;beaktat_socialt;besvär;fast_vårdkontakt
ja;A-1;R52.2 | I10.9;12 mars 2025;2025-05-20;Oklart;'-5 kg;
;A-2;;;;;;NEJ
`))
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	got := map[string]any{}
	for _, c := range rows[0].Cells {
		got[c.Path] = c.Value
	}
	want := map[string]any{
		"granskning.steg2": source.Yes, "granskning.diagnoser": []string{"R52.2", "I10.9"}, "granskning.datum": source.Date{Year: 2025, Month: 3, Day: 12},
		"konsultation.datum": source.Date{Year: 2025, Month: 5, Day: 20}, "granskning.beaktat.socialt": source.Unclear, "granskning.besvär": "-5 kg",
	}
	if rows[0].ID != "A-1" || !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if c := rows[1].Cells; len(c) != 1 || c[0].Value != source.No || c[0].Pos != (source.Position{File: "ark", Line: 3, Column: 8}) {
		t.Errorf("%+v", c)
	}
}

func TestSheetThatCannotBeRead(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"no step 2", "patient_id;datum\nA-1;2025-01-01\n", []string{"kolumn-saknas 1:1"}},
		{"a misspelt column", "patient_id;steg2;diagnosr\nA-1;ja;\n", []string{"kolumn-okänd 1:3"}},
		{"a column twice", "patient_id;steg2;steg2\nA-1;ja;nej\n", []string{"kolumn-två 1:3"}},
		{"a column of one's own", "patient_id;steg2;namnteckning\nA-1;ja;x\n", []string{"kolumn-oanvänd 1:3"}},
		{"words that are no answers", "patient_id;steg2;fast_vårdkontakt\nA-1;oklart;kanske\n", []string{"svar 2:2", "svar 2:3"}},
		{"days that are none", "patient_id;steg2;datum\nA-1;ja;i mars\n", []string{"datum 2:3"}},
		{"rows without a patient", "patient_id;steg2\n;ja\nA 1;ja\nA-1;ja\na-1;nej\n", []string{"rad-utan-id 2:1", "okänd-id 3:1", "två-rader 5:1"}},
		{"a personnummer as id", "patient_id;steg2\n" + testNumber("19500101", 980) + ";ja\n", []string{"okänd-id 2:1"}},
		{"a row cut off", "patient_id;steg2;besvär\nA-1;ja;x\nA-2;ja", []string{"avbruten 3:2"}},
		{"a row too long", "patient_id;steg2\nA-1;ja;x\n", []string{"för-mycket 2:3"}},
		{"an error of the spreadsheet", "patient_id;steg2;besvär\nA-1;ja;#REF!\n", []string{"formel-fel 2:3"}},
	}
	for _, test := range tests {
		if _, ps := readSheet(t, []byte(test.text)); !slices.Equal(told(ps), test.want) {
			t.Errorf("%s: told %v, want %v", test.name, told(ps), test.want)
		}
	}
}

// TestTheEmptySheet says nothing of anybody, and is read again.
func TestTheEmptySheet(t *testing.T) {
	var b bytes.Buffer
	if err := WriteEmptySheet(&b, []string{"A-1", "A-2"}); err != nil {
		t.Fatal(err)
	}
	rows, ps := readSheet(t, b.Bytes())
	if len(ps) > 0 || len(rows) != 2 || rows[1].ID != "A-2" || len(rows[0].Cells)+len(rows[1].Cells) > 0 {
		t.Errorf("%+v, %v", rows, ps)
	}
}
