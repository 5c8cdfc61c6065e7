package review_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// full is a review with every key, and without fault.
func full(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("testdata/EX-001.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// change makes one change in a file; what is to be changed must stand there
// once.
func change(t testing.TB, file, from, to string) string {
	t.Helper()
	if strings.Count(file, from) != 1 {
		t.Fatalf("%q stands %d times in the file", from, strings.Count(file, from))
	}
	return strings.Replace(file, from, to, 1)
}

// told are the rules and paths of problems, a warning with an exclamation
// mark before it.
func told(ps source.Problems) []string {
	var all []string
	for _, p := range ps {
		s := p.Rule + " " + p.Path
		if p.Severity == source.Warning {
			s = "!" + s
		}
		all = append(all, s)
	}
	return all
}

func TestFullReview(t *testing.T) {
	r, ps := review.Read("granskning/EX-001.yaml", []byte(full(t)), source.Options{})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	p := r.Plan
	for _, c := range []struct{ got, want any }{
		{r.Selection.ByUnit[0], source.Count{Name: "828008 Hälsan VC 2 DLM", N: 29}},
		{*r.Selection.Doctors, 5},
		{r.Screening.Considered.Social, source.Unclear},
		{p.Diagnoses, []string{"langvarig-smarta", "hypertoni"}},
		{p.Next.When, source.When{Date: source.Date{Year: 2025, Month: 9, Day: 29}, Clock: "10.00"}},
		{p.Next.Where, "Rehab, plan 2"},
		{p.Doctor.Phone, "036-000 00 01"},
		{*p.PatientDoes[0].Confidence, 8},
		{p.PatientDoes[1].SelfCare.JudgedBy, "Dr Cecilia Exempel"},
		{p.Appointments[1].When, source.When{Words: "om tre månader"}},
		{p.Replaces.Lines[0].From, "langvarig-smarta/rorelse"},
		{r.Outcomes[0].Answers[4], review.SevenAnswer{Question: "5", Answer: "nej"}},
		{*r.Outcomes[0].Contacts, 31},
		{r.PrintedNumber(), "19600412-9802"},
		{p.EditionNumber(), 1},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
}

// Each row makes one change in the full review.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		name, from, to string
		want           []string
	}{
		{"a newer version is not judged", "version: 1", "version: 2\nframtid: ja", []string{"version-ny version"}},
		{"version nought", "version: 1", "version: 0", []string{"zero version"}},
		{"another file's id", "id: EX-001", "id: EX-002", []string{"filnamn patient.id"}},
		{"an id that differs in case", "id: EX-001", "id: ex-001", nil},
		{"a personnummer as id", "id: EX-001", "id: 19600412-9802", []string{"id-personnummer patient.id"}},
		{"a device name as id", "id: EX-001", "id: NUL", []string{"device patient.id"}},
		{"check digit", "9802", "9803", []string{"personnummer-kontrollsiffra patient.personnummer"}},
		{"a birthday that does not exist", "19600412-9802", "19600431-9802", []string{"personnummer-datum patient.personnummer"}},
		{"born after the plan", "19600412-9802", "20991231-9804", []string{"personnummer-framtid patient.personnummer"}},
		{"letters in the wrong place are a reservnummer", "19600412-9802", "19600412-TF15", nil},
		{"no number at all", `personnummer: "19600412-9802"`, "personnummer:", nil},
		{"a word for a number", "19600412-9802", "saknas", []string{"personnummer-form patient.personnummer"}},
		{"a plan needs a name", "namn: Anna Exempel", "namn:", []string{"kontrakt patient.namn"}},
		{"a surname Null is a name", "namn: Anna Exempel", "namn: Null", nil},
		{"a language that does not exist", "språk: sv", "språk: svenska", []string{"lang patient.språk"}},
		{"easy-read Swedish", "språk: sv", "språk: sv-lattlast", nil},
		{"a threshold of nought", "tröskel: 30", "tröskel: -1", []string{"min urval.tröskel"}},
		{"a diagnosis in words", "I10.9", "högt blodtryck", []string{"!icd10 granskning.diagnoser[1]"}},
		{"excluded without a reason, and yet a plan", "steg2: ja", "steg2: nej",
			[]string{"!plan-utan-steg2 granskning.steg2", "exkluderingsorsak granskning.exkluderingsorsak"}},
		{"an unclear step 2", "steg2: ja", "steg2: oklart", []string{"oneof granskning.steg2"}},
		{"an unknown coordinator", "[rehabkoordinator]", "[rehabkordinator]", []string{"oneof granskning.samordnande_kontakt[0]"}},
		{"no action beside another", "    - Erbjuds bio", "    - Ingen vidare åtgärd\n    - Erbjuds bio", []string{"ingen-vidare-åtgärd konsultation.åtgärder[0]"}},
		{"edition nought", "utgåva: 1", "utgåva: 0", []string{"min plan.utgåva"}},
		{"no edition", "utgåva: 1", "utgåva:", nil},
		{"valid to before the plan", "giltig_till: 2026-03-15", "giltig_till: 2025-03-15", []string{"giltig-före plan.giltig_till"}},
		{"one diagnosis twice", "[langvarig-smarta, hypertoni]", "[langvarig-smarta, hypertoni, hypertoni]", []string{"diagnos-dubbel plan.diagnoser[2]"}},
		{"next step before the plan", "när: 2025-09-29 10.00", "när: 2024-09-29 10.00", []string{"datum-före plan.nästa_steg.när"}},
		{"a goal before the plan", "senast: 2025-12-01", "senast: 2024-12-01", []string{"datum-före plan.mål[0].senast"}},
		{"a goal after the plan", "senast: 2026-01-15", "senast: 2026-05-15", []string{"!datum-efter plan.mål[1].senast"}},
		{"an appointment before the plan", "när: 2025-10-27 09.30", "när: 2025-01-27", []string{"datum-före plan.kontakter[0].när"}},
		{"follow-up after the plan", "datum: 2026-03-01\n    ansvarig", "datum: 2026-03-16\n    ansvarig", []string{"!datum-efter plan.uppföljning.datum"}},
		{"follow-up on the last day", "datum: 2026-03-01\n    ansvarig", "datum: 2026-03-15\n    ansvarig", nil},
		{"the past of other dates is allowed", "datum: 2025-09-16", "datum: 2020-09-16", nil},
		{"a day that does not exist", "senast: 2025-12-01", "senast: 2025-02-30", []string{"date-exists plan.mål[0].senast"}},
		{"another form of date", "senast: 2025-12-01", "senast: 2025-12-1", []string{"date plan.mål[0].senast"}},
		{"importance above 10", "viktigt: 9", "viktigt: 11", []string{"scale plan.mål[0].viktigt"}},
		{"confidence in words", "tilltro: 8", "tilltro: ganska", []string{"whole plan.jag_gör[0].tilltro"}},
		{"a goal of nothing", "- text: Gå 20 minuter varje dag\n      viktigt", "- viktigt", []string{"alone plan.mål[0].text", "!mål-okänt uppföljning[0].mål[0]"}},
		{"an own action of nothing", "text: Jag mäter blodtrycket hemma", "text:", []string{"alone plan.jag_gör[1].text"}},
		{"an appointment without a time", "när: om tre månader", "när:", []string{"alone plan.kontakter[1].när"}},
		{"an appointment from a template needs neither", "- vad: Telefonuppföljning\n      vem: sjuksköterska\n      när: om tre månader", "- från: hypertoni/aterbesok", nil},
		{"a referral to nobody", "- till: Smärtskolan\n      varför", "- varför", []string{"alone plan.remisser[0].till"}},
		{"an unknown status", "status: skickad", "status: iväg", []string{"oneof plan.remisser[0].status"}},
		{"an obstacle without an answer", "      då: går jag i trapphuset\n", "", []string{"with plan.jag_gör[0].då"}},
		{"an answer without an obstacle", "      hinder: det regnar\n", "", []string{"with plan.jag_gör[0].hinder"}},
		{"egenvård judged by nobody", "bedömd_av: Dr Cecilia Exempel", "bedömd_av:", []string{"egenvård-utan-bedömare plan.jag_gör[1].egenvård.bedömd_av"}},
		{"egenvård judged by a misspelt key", "bedömd_av: Dr Cecilia Exempel", "bedömt_av: Dr Cecilia Exempel", []string{"unknown plan.jag_gör[1].egenvård.bedömt_av"}},
		{"egenvård judged on no day", "bedömd_av: Dr Cecilia Exempel\n        datum: 2025-09-15", "bedömd_av: Dr Cecilia Exempel", []string{"!egenvård-utan-datum plan.jag_gör[1].egenvård.datum"}},
		{"egenvård not filled in", "egenvård:\n        bedömd_av: Dr Cecilia Exempel\n        datum: 2025-09-15", "egenvård:", nil},
		{"booked without a day", "när: 2025-10-27 09.30", "när: i oktober", []string{"bokad-utan-datum plan.kontakter[0].bokad"}},
		{"booked, and the day is not readable", "när: 2025-10-27 09.30", "när: 2025-10-32", []string{"date-exists plan.kontakter[0].när"}},
		{"booked from a template", "vad: Återbesök\n      vem: Dr Cecilia Exempel\n      när: 2025-10-27 09.30", "från: hypertoni/aterbesok", []string{"bokad-utan-datum plan.kontakter[0].bokad"}},
		{"a line of no template", "från: langvarig-smarta/analys", "från: analys", []string{"ref plan.vården_gör[0].från"}},
		{"a line of a template not chosen", "från: langvarig-smarta/analys", "från: kol/spirometri", []string{"från-mall plan.vården_gör[0].från"}},
		{"an underscore for a hyphen", "från: langvarig-smarta/analys", "från: langvarig_smarta/analys", []string{"ref plan.vården_gör[0].från"}},
		{"a misspelt template", "från: langvarig-smarta/analys", "från: langvarig-smart/analys", []string{"från-mall-nära plan.vården_gör[0].från"}},
		{"chosen and declined", "[hypertoni/salt]", "[langvarig-smarta/rorelse]", []string{"vald-och-utelämnad plan.utelämna[0]"}},
		{"declined of a template not chosen", "[hypertoni/salt]", "[kol/salt]", []string{"!utelämna-mall plan.utelämna[0]"}},
		{"declined of a misspelt template", "[hypertoni/salt]", "[hypertony/salt]", []string{"!utelämna-mall-nära plan.utelämna[0]"}},
		{"an eighth question", "7: delvis", "8: delvis", []string{"oneof uppföljning[0].sju_frågor.8"}},
		{"an unknown answer", "5: nej", "5: kanske", []string{"oneof uppföljning[0].sju_frågor.5"}},
		{"an outcome of an unknown goal", "- text: Gå 20 minuter varje dag\n        läge", "- text: Gå\n        läge", []string{"!mål-okänt uppföljning[0].mål[0]"}},
		{"an outcome of an earlier goal", "- text: Gå 20 minuter varje dag\n        läge", "- text: Jag går ut varje dag\n        läge", nil},
		{"an outcome by measure", "- text: Gå 20 minuter varje dag\n        läge", "- mått: blodtryck-hemma\n        läge", nil},
		{"an unknown outcome", "läge: uppnått", "läge: klart", []string{"oneof uppföljning[0].mål[0].läge"}},
		{"an unknown list", "lista: jag_gör", "lista: jag", []string{"oneof plan.ersätter.rader[0].lista"}},
		{"asked about other plans, and there is none", "andra_planer:\n    - plan: SIP\n      ansvarig: Kommunens biståndshandläggare\n      datum: 2025-04-02", "andra_planer: []", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ps := review.Read("granskning/EX-001.yaml", []byte(change(t, full(t), c.from, c.to)), source.Options{})
			if got := told(ps); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q\n%v", got, c.want, ps)
			}
			for _, p := range ps {
				if p.Pos.Line == 0 || p.Text == "" {
					t.Errorf("%s has no place or no words", p.Rule)
				}
			}
		})
	}
}

// Without these keys no contract is written; they are told all at once.
func TestNeededForContract(t *testing.T) {
	const bare = `version: 1
patient:
  id: EX-001
plan:
  datum: 2025-09-15
  giltig_till: 2026-03-15
  diagnoser: [hypertoni]
`
	_, ps := review.Read("-", []byte(bare), source.Options{})
	got := told(ps)
	slices.Sort(got)
	want := []string{
		"kontrakt patient.namn",
		"kontrakt plan.fast_läkarkontakt.namn",
		"kontrakt plan.jag_gör",
		"kontrakt plan.nästa_steg.när",
		"kontrakt plan.nästa_steg.vad",
		"kontrakt plan.uppföljning.ansvarig",
		"kontrakt plan.uppföljning.datum",
		"kontrakt plan.viktigt_för_mig",
		"kontrakt plan.vården_gör",
		"kontrakt plan.överenskommelse",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestReviewWithoutPlan(t *testing.T) {
	r, ps := review.Read("-", []byte("version: 1\npatient: {id: EX-001}\n"), source.Options{})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	if r.Plan != nil || r.Screening != nil || r.Patient.Lang != "sv" {
		t.Errorf("a part that is missing is there: %+v", r)
	}
}

// A language that is no code is told by Read alone.
func TestLanguageThatIsNoCode(t *testing.T) {
	r, ps := review.Read("-", []byte("version: 1\npatient: {id: EX-001, språk: lättläst svenska}\n"), source.Options{})
	if got := told(ps); !slices.Equal(got, []string{"lang patient.språk"}) || r.Patient.Lang != "sv" {
		t.Errorf("got %q, and the plan in %s", got, r.Patient.Lang)
	}
}

// Ten digits get the century of the plan, without a plan that of the
// selection, and else none.
func TestCentury(t *testing.T) {
	for _, c := range []struct{ rest, want string }{
		{"urval: {år: 2024, tröskel: 30, kontakter: 31}\n", "19250916-9807"},
		{"urval: {år: 2025, tröskel: 30, kontakter: 31}\n", "20250916-9807"},
		{"plan: {datum: 2025-09-15}\nurval: {år: 2026, tröskel: 30, kontakter: 31}\n", "19250916-9807"},
		{"plan: {datum: 2025-09-16}\n", "20250916-9807"},
		{"", "250916-9807"},
	} {
		r, _ := review.Read("-", []byte("version: 1\npatient: {id: EX-001, personnummer: 250916-9807}\n"+c.rest), source.Options{})
		if got := r.PrintedNumber(); got != c.want {
			t.Errorf("with %q: got %s, want %s", c.rest, got, c.want)
		}
	}
}

// An unclear answer protects; no answer is the ordinary case.
func TestProtected(t *testing.T) {
	for answer, want := range map[source.Answer]bool{source.Yes: true, source.No: false, source.Unclear: true, "": false} {
		r := review.Review{Patient: review.Patient{Protected: answer}}
		if r.Protected() != want {
			t.Errorf("%q: got %v", answer, !want)
		}
	}
}

func TestOverdue(t *testing.T) {
	r, _ := review.Read("granskning/EX-001.yaml", []byte(full(t)), source.Options{})
	for _, c := range []struct {
		today source.Date
		want  []string
	}{
		{source.Date{Year: 2026, Month: 3, Day: 15}, nil},
		{source.Date{Year: 2026, Month: 3, Day: 16}, []string{"!giltig-passerad plan.giltig_till"}},
	} {
		if got := told(review.Overdue(r, c.today)); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.today, got, c.want)
		}
	}
}

func TestUnit(t *testing.T) {
	u, ps := review.ReadUnit("enhet.yaml", []byte("namn: Exempelby vårdcentral\ntelefon: 036-000 00 00\n"), source.Options{})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	if u.Title != "individuell plan" || u.OutOfHours != "Ring 1177" || u.Suggestion.Months != 6 {
		t.Errorf("not filled in: %+v", u)
	}
}

func TestUnitRules(t *testing.T) {
	for _, c := range []struct {
		name, line string
		want       []string
	}{
		{"a title of two words", "titel: dokumenterad överenskommelse", nil},
		{"an unknown title", "titel: vårdplan", []string{"oneof titel"}},
		{"an address without encryption", "bokning: http://www.1177.se", []string{"https bokning"}},
		{"a picture elsewhere", "logotyp: ../logo.png", []string{"file logotyp"}},
		{"no months", "förslag: {giltig_månader: -1}", []string{"min förslag.giltig_månader"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := "namn: Exempelby vårdcentral\ntelefon: 036-000 00 00\n" + c.line + "\n"
			_, ps := review.ReadUnit("enhet.yaml", []byte(file), source.Options{})
			if got := told(ps); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestEveryFaultOfALogoHasWords(t *testing.T) {
	u, _ := review.ReadUnit("enhet.yaml", []byte("namn: Exempelby vårdcentral\ntelefon: 036-000 00 00\nlogotyp: logo.gif\n"), source.Options{})
	for _, fault := range []string{"form", "broken", "size"} {
		if p := u.BadLogo(fault); p.Pos.String() != "enhet.yaml:3:10" || !strings.Contains(p.Text, "logo.gif") || p.Hint == "" {
			t.Errorf("%s: %+v", fault, p)
		}
	}
}

// Whatever the bytes, they are read or refused in words. That every place is
// in the file is for source to see to.
func FuzzRead(f *testing.F) {
	f.Add([]byte(full(f)))
	f.Add([]byte("version: 1\npatient: {id: EX-001}\nplan: {utelämna: [a/b], uppföljning: {}}\nuppföljning: [{mål: [{}]}]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, ps := review.Read("granskning/EX-001.yaml", data, source.Options{})
		ps = append(ps, review.Overdue(r, source.Date{Year: 2025, Month: 9, Day: 15})...)
		r.PrintedNumber()
		for _, p := range ps {
			if p.Text == "" {
				t.Errorf("%s has no words", p.Rule)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data := []byte(full(b))
	for b.Loop() {
		if _, ps := review.Read("granskning/EX-001.yaml", data, source.Options{}); len(ps) > 0 {
			b.Fatal(ps)
		}
	}
}
