package cohort

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"kontrakt/internal/source"
)

// number is a personnummer of the test series: born on a day, serial 980–999.
func testNumber(born string, serial int) string {
	digits, sum := fmt.Sprintf("%s%03d", born, serial), 0
	for i, c := range digits[2:] {
		n := int(c-'0') * (2 - i%2)
		sum += n/10 + n%10
	}
	return fmt.Sprintf("%s-%s%d", born, digits[8:], (10-sum%10)%10)
}

func read(t *testing.T, data []byte, year int) (*Contacts, source.Problems) {
	t.Helper()
	c, ps, err := ReadContacts("utdrag", bytes.NewReader(data), int64(len(data)), year)
	if err != nil {
		t.Fatal(err)
	}
	return c, ps
}

// told are the problems as rule and place.
func told(ps source.Problems) []string {
	var all []string
	for _, p := range ps {
		all = append(all, fmt.Sprintf("%s %d:%d", p.Rule, p.Pos.Line, p.Pos.Column))
	}
	return all
}

const plain = `patient_id;kön;kontaktdatum;enhet;yrkeskategori;vårdgivare
A-1;kvinna;2024-01-20;Hälsan;Läkare;L1
A-1;kvinna;2024-02-20;Hälsan;Läkare;L2
A-2;man;2024-03-20;Rehab;Psykolog;P1
`

func encoded(t *testing.T, e interface {
	String(string) (string, error)
}, text string) []byte {
	t.Helper()
	s, err := e.String(text)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(s)
}

// TestOneExtractManyForms: however an extract is written, it says the same.
func TestOneExtractManyForms(t *testing.T) {
	wide := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()
	bare := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder()
	forms := []struct {
		name string
		data []byte
	}{
		{"utf-8", []byte(plain)},
		{"utf-8 with a mark", []byte("\uFEFF" + plain)},
		{"windows line ends", []byte(strings.ReplaceAll(plain, "\n", "\r\n"))},
		{"old mac line ends", []byte(strings.ReplaceAll(plain, "\n", "\r"))},
		{"windows-1252", encoded(t, charmap.Windows1252.NewEncoder(), plain)},
		{"utf-16", encoded(t, wide, plain)},
		{"utf-16 without a mark", encoded(t, bare, plain)},
		{"commas", []byte(strings.ReplaceAll(plain, ";", ","))},
		{"tabs", []byte(strings.ReplaceAll(plain, ";", "\t"))},
		{"quoted", []byte(`"` + strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(plain), ";", `";"`), "\n", "\"\n\"") + `"`)},
		{"a separator line and titles above", []byte("sep=;\nKontakter per patient\nUttaget;2025-01-10;12,5\n\n" + plain)},
		{"names of other systems", []byte(strings.NewReplacer("patient_id", "Patient-ID", "kontaktdatum", "Vårdkontakt startdatum", "enhet", "Vårdenhet namn",
			"yrkeskategori", "Vårdgivare yrkeskategori", ";vårdgivare", ";Vårdgivare HSA-id", "kön", "Patientens kön").Replace(plain))},
		{"Swedish dates and times", []byte(strings.NewReplacer("2024-01-20", "20/1 2024", "2024-02-20", "20 februari 2024 kl. 10.15", "2024-03-20", "2024-03-20 08:00:00").Replace(plain))},
		{"columns in another order", reorder(plain, 5, 2, 0, 4, 3, 1)},
		{"workbook", workbookOf(t, plain)},
	}
	want, ps := read(t, []byte(plain), 2024)
	if len(ps) > 0 || want.Used() != 3 {
		t.Fatalf("the plain extract: %d used, %v", want.Used(), ps)
	}
	wanted, _, _ := want.Choose(1, nil)
	for _, f := range forms {
		got, ps := read(t, f.data, 2024)
		if ps.Errors() > 0 || got == nil {
			t.Errorf("%s: %v", f.name, ps)
			continue
		}
		if patients, _, _ := got.Choose(1, nil); !reflect.DeepEqual(patients, wanted) {
			t.Errorf("%s: %+v, want %+v", f.name, patients, wanted)
		}
	}
}

// reorder gives a text's columns another order.
func reorder(text string, order ...int) []byte {
	var b bytes.Buffer
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		cells := strings.Split(line, ";")
		for i, k := range order {
			if i > 0 {
				b.WriteByte(';')
			}
			b.WriteString(cells[k])
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// workbookOf is a text as a workbook, a title sheet before it.
func workbookOf(t testing.TB, text string) []byte {
	t.Helper()
	s := Sheet{Name: "Kontakter"}
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		var row []Cell
		for c := range strings.SplitSeq(line, ";") {
			row = append(row, Cell{Text: c})
		}
		s.Rows = append(s.Rows, row)
	}
	var b bytes.Buffer
	if err := WriteWorkbook(&b, []Sheet{{Name: "Om", Rows: [][]Cell{{{Text: "Kontakter 2024"}}}}, s}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestRowsLeftOut: each row that does not count is counted with its reason.
func TestRowsLeftOut(t *testing.T) {
	const text = `patient_id;personnummer;kontaktdatum;enhet;yrkeskategori
A-1;;2024-01-20;Hälsan;Läkare
A-1;;2023-12-31;Hälsan;Läkare
;;2024-01-20;Hälsan;Läkare
A-1;;2024-02-30;Hälsan;Läkare
A-1;;;Hälsan;Läkare
;saknas;2024-01-20;Hälsan;Läkare
;;;;
Totalt;;6;;
A-1;;2024-01-21;Häl`
	c, ps := read(t, []byte(text), 2024)
	if len(ps) > 0 || c.Used() != 1 || c.Rows != 8 {
		t.Fatalf("%d of %d rows used, %v", c.Used(), c.Rows, ps)
	}
	want := []LeftOut{
		{reasons[cutOff], 1, []int{10}}, {reasons[noID], 1, []int{4}}, {reasons[badNumber], 1, []int{7}},
		{reasons[badDate], 3, []int{5, 6, 9}}, {"utanför år 2024", 1, []int{3}},
	}
	if !reflect.DeepEqual(c.LeftOut, want) {
		t.Errorf("left out %+v, want %+v", c.LeftOut, want)
	}
}

func TestExtractThatCannotBeUsed(t *testing.T) {
	one, two := testNumber("19500101", 980), testNumber("19600101", 981)
	tests := []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", []string{"tom 0:0"}},
		{"only spaces", " \n\n", []string{"tom 0:0"}},
		{"old Excel", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1aaaa", []string{"xls 0:0"}},
		{"a web page", "\n<html><table>", []string{"html 0:0"}},
		{"a paper", "%PDF-1.7", []string{"pdf 0:0"}},
		{"bytes", "abc\x00\x01\x02\x00\x00def;", []string{"binär 0:0"}},
		{"another archive", "PK\x03\x04abc", []string{"skadad 0:0"}},
		{"no date", "patient_id;enhet\nA-1;X\n", []string{"kolumn-saknas 1:1"}},
		{"no patient, no date", "enhet;läkare\nX;Y\n", []string{"kolumn-saknas 1:1", "kolumn-saknas 1:1"}},
		{"a quotation mark without end", "patient_id;datum;enhet\nA-1;2024-01-01;\"Hälsan\nA-2;2024-01-01;X\n", []string{"citat 2:3"}},
		{"two patients with one id", "patient_id;personnummer;datum\nA-1;" + one + ";2024-01-01\na-1;" + two + ";2024-01-02\n", []string{"samma-id 3:2"}},
	}
	for _, test := range tests {
		c, ps := read(t, []byte(test.text), 2024)
		if c != nil || !slices.Equal(told(ps), test.want) {
			t.Errorf("%s: told %v, want %v", test.name, told(ps), test.want)
		}
	}
}

// TestAYearWithoutContacts is a mistake, and tells what was left out.
func TestAYearWithoutContacts(t *testing.T) {
	c, ps := read(t, []byte(plain), 2020)
	if len(ps) > 0 || len(c.LeftOut) != 1 || c.LeftOut[0].Count != 3 {
		t.Fatal(ps, c)
	}
	if chosen, _, ps := c.Choose(1, nil); len(chosen) > 0 || !slices.Equal(told(ps), []string{"inga-kontakter 0:0"}) {
		t.Errorf("told %v", told(ps))
	}
}

// TestMessagesQuoteNoPatient: an extract without headings gives no cell away.
func TestMessagesQuoteNoPatient(t *testing.T) {
	number := testNumber("19500101", 980)
	_, ps := read(t, []byte("A-1;Anna Andersson;"+number+";2024-01-01\n"), 2024)
	if text := ps.Error(); ps.Errors() == 0 || strings.Contains(text, "Anna") || strings.Contains(text, number) {
		t.Errorf("told: %s", text)
	}
}

// TestPatientsWithoutAnID: they are numbered, and known again by their number.
func TestPatientsWithoutAnID(t *testing.T) {
	one, two, three := testNumber("19500101", 980), testNumber("19600101", 981), testNumber("20100101", 982)
	short := strings.ReplaceAll(one[2:], "-", "")
	text := "personnummer;datum\n" + strings.Join([]string{two, one, short, three, three}, ";2024-05-05\n") + ";2024-05-05\n"
	c, ps := read(t, []byte(text), 2024)
	if ps.Errors() > 0 {
		t.Fatal(ps)
	}
	patients, _, ps := c.Choose(1, []Known{{"P-001", three}, {"p-002", ""}})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	type row struct {
		id, number    string
		contacts, age int
	}
	var got []row
	for _, p := range patients {
		got = append(got, row{p.ID, p.Number, p.Contacts, *p.Age})
	}
	want := []row{{"P-001", three, 2, 14}, {"P-003", two, 1, 64}, {"P-004", one, 2, 74}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestIDsAreJudged: an id that names files is an id, never a personnummer,
// and never another patient's.
func TestIDsAreJudged(t *testing.T) {
	one, two := testNumber("19500101", 980), testNumber("19600101", 981)
	tests := []struct {
		name, rows string
		known      []Known
		ids, rules []string
	}{
		{"a personnummer as id", one + ";;2024-01-01\n", nil, []string{"P-001"}, nil},
		{"no id at all", "A/1;;2024-01-01\n", nil, []string{"A/1"}, []string{"id 2:1"}},
		{"a device of Windows", "con;;2024-01-01\n", nil, []string{"con"}, []string{"id 2:1"}},
		{"number that is no number", "A-1;19500101-1234;2024-01-01\n", nil, []string{"A-1"}, []string{"nummer-oläsligt 2:2"}},
		{"the review is another's", "A-1;" + one + ";2024-01-01\n", []Known{{"A-1", two}}, []string{"A-1"}, []string{"annan-patient 2:1"}},
		{"known by another id", "A-1;" + one + ";2024-01-01\n", []Known{{"B-1", one}}, []string{"A-1"}, []string{"känd-som 2:1"}},
		{"two ids, one number", "A-1;" + one + ";2024-01-01\nA-2;" + one + ";2024-01-01\n", nil, []string{"A-1", "A-2"}, []string{"samma-nummer 3:2"}},
		{"one id in other letters", "a-1;;2024-01-01\nA-1;;2024-01-02\n", nil, []string{"a-1"}, nil},
		{"a number that is taken by an id", "p-001;;2024-01-01\n;" + one + ";2024-01-02\n", nil, []string{"P-002", "p-001"}, nil},
		{"a row with the number alone", "A-1;" + one + ";2024-01-01\n;" + one + ";2024-01-02\n", nil, []string{"A-1"}, nil},
	}
	for _, test := range tests {
		c, ps := read(t, []byte("patient_id;personnummer;kontaktdatum\n"+test.rows), 2024)
		if c == nil {
			t.Errorf("%s: %v", test.name, ps)
			continue
		}
		patients, _, ps := c.Choose(1, test.known)
		var ids []string
		for _, p := range patients {
			ids = append(ids, p.ID)
		}
		if !slices.Equal(ids, test.ids) || !slices.Equal(told(ps), test.rules) {
			t.Errorf("%s: ids %v, told %v", test.name, ids, told(ps))
		}
	}
}

// TestAnotherClinic makes an extract of another clinic, counts it by itself
// and wants the same: another year and threshold, other professions, units
// with separators and quotation marks, patients without a number, rows of
// other years.
func TestAnotherClinic(t *testing.T) {
	const year, threshold = 2022, 12
	random := rand.New(rand.NewPCG(7, 9))
	units := []string{`Enhet; "Norra"`, "Enhet, södra", "Östra"}
	professions := []string{"Dietist", "ST-läkare", "Läkarsekreterare", "Överläkare"}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = ';'
	w.Write([]string{"Yrkesroll", "Besöksdatum", "Mottagning", "Löpnr", "Personnr", "Vårdgivarkod"})
	contacts, byUnit, doctors := map[string]int{}, map[string]map[string]int{}, map[string]map[string]bool{}
	for range 3000 {
		n := random.IntN(150)
		id, y, unit, profession := fmt.Sprint("N", n), 2021+random.IntN(2), units[random.IntN(3)], professions[random.IntN(4)]
		who, born := fmt.Sprintf("V%d", random.IntN(9)), ""
		if n%3 > 0 {
			born = testNumber(fmt.Sprintf("19%02d0105", n%100), 980+n/100)
		}
		w.Write([]string{profession, fmt.Sprintf("%d-%02d-%02d", y, 1+random.IntN(12), 1+random.IntN(28)), unit, id, born, who})
		if y != year {
			continue
		}
		contacts[id]++
		if byUnit[id] == nil {
			byUnit[id], doctors[id] = map[string]int{}, map[string]bool{}
		}
		byUnit[id][unit]++
		if profession == "ST-läkare" || profession == "Överläkare" {
			doctors[id][who] = true
		}
	}
	w.Flush()
	c, ps := read(t, b.Bytes(), year)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	patients, summary, _ := c.Choose(threshold, nil)
	wanted, sum := 0, 0
	for _, n := range contacts {
		if n >= threshold {
			wanted, sum = wanted+1, sum+n
		}
	}
	if len(patients) != wanted || wanted == 0 || summary.Chosen.Contacts != sum || summary.Extract.Patients != len(contacts) {
		t.Errorf("%d chosen with %d contacts of %d, want %d with %d of %d", len(patients), summary.Chosen.Contacts, summary.Extract.Patients, wanted, sum, len(contacts))
	}
	for _, p := range patients {
		units := map[string]int{}
		for _, u := range p.ByUnit {
			units[u.Name] = u.N
		}
		if p.Contacts != contacts[p.ID] || !reflect.DeepEqual(units, byUnit[p.ID]) || *p.Doctors != len(doctors[p.ID]) {
			t.Errorf("%s: %+v, want %d contacts, %v, %d doctors", p.ID, p, contacts[p.ID], byUnit[p.ID], len(doctors[p.ID]))
		}
	}
}

func TestDay(t *testing.T) {
	for _, written := range []string{"2024-01-05", "2024-01-05 10:30", "2024-01-05T10:30:00Z", "20240105", "240105", "202401051030", "2024/1/5", "2024.01.05",
		"5/1 2024", "5/1-2024", "05.01.2024", "5-1-24", "5 januari 2024", "den 5 jan 2024", "fredag 5 JANUARI 2024", "5-Jan-2024", "45296", "45296.75", "45296,75"} {
		if d, ok := day(written, base1900); !ok || d != (source.Date{Year: 2024, Month: 1, Day: 5}) {
			t.Errorf("%s is %v, %v", written, d, ok)
		}
	}
	for _, written := range []string{"", "nyss", "2024", "2024-13-01", "30/2 2024", "1/20/2024", "2024-01", "-", "123", "januari", "3 5"} {
		if d, ok := day(written, base1900); ok {
			t.Errorf("%q is read as %v", written, d)
		}
	}
	if d, ok := day("43834", base1904); !ok || d != (source.Date{Year: 2024, Month: 1, Day: 5}) {
		t.Errorf("a Mac's day number is %v", d)
	}
}

func TestDecimal(t *testing.T) {
	for _, test := range []struct {
		tenths, by int
		want       string
	}{{46250, 74, "62,5"}, {29720, 75, "39,6"}, {10, 1, "1"}, {5, 10, "0,1"}, {14, 10, "0,1"}} {
		if got := decimal(test.tenths, test.by); got != test.want {
			t.Errorf("%d/%d is %s, want %s", test.tenths, test.by, got, test.want)
		}
	}
}

func FuzzReadContacts(f *testing.F) {
	f.Add([]byte(plain))
	f.Add([]byte("sep=,\n\"a\"\"b\",datum\n\"x\ny\",20/1 2024"))
	f.Add([]byte("\xff\xfep\x00;\x00d\x00"))
	f.Add(workbookOf(f, plain))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, ps, err := ReadContacts("x", bytes.NewReader(data), int64(len(data)), 2024)
		if err != nil {
			t.Fatal(err)
		}
		if c != nil {
			c.Choose(1, nil)
		} else if ps.Errors() == 0 {
			t.Fatal("neither contacts nor a reason")
		}
		ReadSheet("x", bytes.NewReader(data), int64(len(data)))
	})
}
