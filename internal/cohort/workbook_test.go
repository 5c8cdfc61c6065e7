package cohort

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

const testHeading = `<row r="1"><c r="A1" t="inlineStr"><is><t>patient_id</t></is></c><c r="B1" t="s"><v>0</v></c></row>`

// book is a workbook with one sheet of these rows, as other programs write it.
func book(t *testing.T, from1904 bool, rows, after string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	properties := ""
	if from1904 {
		properties = `<workbookPr date1904="1"/>`
	}
	const rel = `<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`
	for _, p := range [][2]string{
		{"_rels/.rels", "<Relationships>" + fmt.Sprintf(rel, "r1", "officeDocument", "/xl/workbook.xml") + "</Relationships>"},
		{"xl/workbook.xml", `<x:workbook xmlns:x="a" xmlns:r="b">` + strings.ReplaceAll(properties, "<w", "<x:w") + `<x:sheets><x:sheet name="Blad" r:id="r1"/></x:sheets></x:workbook>`},
		{"xl/_rels/workbook.xml.rels", "<Relationships>" + fmt.Sprintf(rel, "r1", "worksheet", "worksheets/s.xml") + fmt.Sprintf(rel, "r2", "sharedStrings", "sharedStrings.xml") + "</Relationships>"},
		{"xl/sharedStrings.xml", `<sst><si><r><t>kontakt</t></r><r><t>datum</t></r><rPh><t>x</t></rPh></si><si><t>A-1</t></si></sst>`},
		{"xl/worksheets/s.xml", `<worksheet><sheetData>` + testHeading + rows + `</sheetData>` + after + `</worksheet>`},
	} {
		f, err := z.Create(p[0])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, p[1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestWorkbooksOfOthers: shared texts, numbers as dates, formulas, cells
// without names, merged cells.
func TestWorkbooksOfOthers(t *testing.T) {
	tests := []struct {
		name        string
		mac         bool
		rows, after string
		used        int
		want        []string
	}{
		{"a shared text and a day number", false, `<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="3"><v>45296</v></c></row>`, "", 1, nil},
		{"a day number of an old Mac", true, `<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>43834</v></c></row>`, "", 1, nil},
		{"cells without names", false, `<row><c t="s"><v>1</v></c><c t="d"><v>2024-01-05T00:00:00</v></c></row>`, "", 1, nil},
		{"formulas with their values", false, `<row r="2"><c r="A2" t="str"><f>B9</f><v>A-1</v></c><c r="B2"><f>TODAY()</f><v>4.5296E4</v></c></row>`, "", 1, nil},
		{"a formula without its value", false, `<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><f>TODAY()</f></c></row>`, "", 0, nil},
		{"a title that is merged", false, `<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>45296</v></c></row>`, `<mergeCells><mergeCell ref="A1:C1"/></mergeCells>`, 1, nil},
		{"patients that are merged", false, `<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>45296</v></c></row>`, `<mergeCells><mergeCell ref="A2:A3"/></mergeCells>`, 0, []string{"sammanslagna 3:1"}},
		{"a text without end", false, `<row r="2"><c r="A2"><v>` + strings.Repeat("x", 2*maxToken) + `</v></c></row>`, "", 0, []string{"bomb 0:0"}},
		{"broken XML", false, `<row r="2"><c r="A2"`, "", 0, []string{"skadad 0:0"}},
	}
	for _, test := range tests {
		c, ps := read(t, book(t, test.mac, test.rows, test.after), 2024)
		used := 0
		if c != nil {
			used = c.Used()
		}
		ps = slices.DeleteFunc(ps, func(p problem) bool { return p.Rule == "kolumn-önskas" })
		if used != test.used || !slices.Equal(told(ps), test.want) {
			t.Errorf("%s: %d rows used, told %v", test.name, used, told(ps))
		}
	}
}

// TestABombIsRefused: a part of half a gigabyte of noughts, in half a megabyte.
func TestABombIsRefused(t *testing.T) {
	rows := strings.Repeat(" ", 64<<20)
	c, ps := read(t, book(t, false, rows, ""), 2024)
	if c != nil || !slices.Equal(told(ps), []string{"bomb 0:0"}) {
		t.Errorf("told %v", told(ps))
	}
}

// TestAWorkbookCutShort: any part of a workbook is told as damaged, or read.
func TestAWorkbookCutShort(t *testing.T) {
	whole := workbookOf(t, plain)
	for n := len(magicZip); n < len(whole); n += 37 {
		if c, ps := read(t, whole[:n], 2024); c != nil || ps.Errors() == 0 {
			t.Fatalf("%d bytes of %d are read", n, len(whole))
		}
	}
}

// TestWhatIsWrittenBeginsNoFormula, and is read again as it was.
func TestWhatIsWrittenBeginsNoFormula(t *testing.T) {
	for _, text := range []string{"=1+1", "+46 36", "-5", "@SUM(A1)", "\tx", "a=b", "'x", ""} {
		safe := Disarm(text)
		if safe != "" && strings.ContainsRune("=+-@\t", rune(safe[0])) || rearm(safe) != text {
			t.Errorf("%q is written %q and read %q", text, safe, rearm(safe))
		}
	}
	var b bytes.Buffer
	if err := WriteWorkbook(&b, []Sheet{{Name: "x", Rows: [][]Cell{{{Text: "=cmd|' /C calc'!A0"}, {Number: "3.5"}}}}}); err != nil {
		t.Fatal(err)
	}
	grids, err := open(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	if err := grids[0].rows(visitor{row: func(_ int, cells []string) bool { got = slices.Clone(cells); return true }}); err != nil {
		t.Fatal(err)
	}
	if want := []string{"'=cmd|' /C calc'!A0", "3.5"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
