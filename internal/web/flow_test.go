package web

import (
	"fmt"
	"html"
	"io/fs"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kontrakt/internal/review"
	"kontrakt/klinik"
)

// inClinic is the made-up clinic's folder of reviews.
func inClinic(t testing.TB) *memory {
	t.Helper()
	names, err := fs.Glob(klinik.FS, "granskning/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, name := range names {
		data, err := fs.ReadFile(klinik.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		files[strings.TrimPrefix(name, "granskning/")] = string(data)
	}
	return inMemory(files)
}

var revForm = regexp.MustCompile(`name="rev" value="([0-9a-f]+)"`)

// visit is a browser without script: it goes where it is led.
type visit struct {
	t    *testing.T
	s    *Server
	at   string // the page's address
	page string
	rev  string
	code int
}

func (v *visit) see(r *http.Response) *visit {
	v.t.Helper()
	for range 5 {
		to := r.Header.Get("Location")
		if to == "" {
			break
		}
		v.at = to
		page, _, _ := strings.Cut(to, "#")
		r = v.s.call("GET", page, nil)
	}
	v.code, v.page = r.StatusCode, text(r)
	if m := revForm.FindStringSubmatch(v.page); m != nil {
		v.rev = m[1]
	}
	return v
}

// open goes to an address.
func (v *visit) open(to string) *visit {
	v.t.Helper()
	v.at = to
	return v.see(v.s.call("GET", to, nil))
}

// send posts the page's form: what to do, and names and values.
func (v *visit) send(do string, pairs ...string) *visit {
	v.t.Helper()
	fields := url.Values{"gor": {do}, "rev": {v.rev}}
	for i := 0; i < len(pairs); i += 2 {
		fields[pairs[i]] = append(fields[pairs[i]], pairs[i+1])
	}
	to, _, _ := strings.Cut(v.at, "?")
	to, _, _ = strings.Cut(to, "#")
	return v.see(v.s.call("POST", to, fields))
}

// has wants words on the page.
func (v *visit) has(words ...string) *visit {
	v.t.Helper()
	for _, w := range words {
		if !strings.Contains(v.page, html.EscapeString(w)) {
			v.t.Errorf("%s (%d) does not say %q", v.at, v.code, w)
		}
	}
	return v
}

func visiting(t *testing.T, store Store) *visit {
	t.Helper()
	return &visit{t: t, s: serving(t, store)}
}

// The whole task without script: a new plan, from nothing to its paper, in the
// order in which a visit goes.
func TestAPlanFromNothingToPaperWithoutScript(t *testing.T) {
	m := inMemory(nil)
	v := visiting(t, m)
	v.open("/ny").has("Ny plan")
	v.send("vidare", "patient.id", "EX-001", "patient.namn", "Anna Exempel", "patient.personnummer", "19600412-9802", "plan.diagnoser", "langvarig-smarta")
	if !strings.HasPrefix(v.at, "/plan/EX-001") {
		t.Fatalf("led to %s", v.at)
	}
	v.has("Anna Exempel")
	if slices.Contains(m.names(), "EX-001.yaml") {
		t.Error("there is a review that nobody has saved")
	}
	v.send("vidare",
		"plan.viktigt_för_mig", "Att kunna gå till affären själv",
		"plan.överenskommelse", "Vi provar smärtskolan och ses igen om sex veckor",
		"plan.nästa_steg.vad", "Första träffen i smärtskolan", "plan.nästa_steg.när", "2025-09-29 10.00")
	v.send("vidare", "plan.jag_gör+langvarig-smarta/rorelse", "ja")
	v.send("vidare", "plan.vården_gör+langvarig-smarta/analys", "ja")
	v.send("spara", "plan.uppföljning.datum", "2025-12-01", "plan.uppföljning.ansvarig", "Dan Exempel",
		"plan.fast_läkarkontakt.namn", "Dr Cecilia Exempel", "plan.datum", "2025-09-15", "plan.giltig_till", "2026-03-15")
	if v.send("skriv-ut"); !strings.HasPrefix(v.page, "%PDF") {
		t.Fatalf("no paper at %s: %.3000s", v.at, v.page)
	}
	if data, _, err := m.Read("EX-001.yaml"); err != nil || !strings.Contains(string(data), "Att kunna gå till affären själv") {
		t.Errorf("the review is not saved: %v", err)
	}
	if names := m.names(); len(names) != 1 {
		t.Errorf("left beside the review: %v", names)
	}
	v.open("/journal/EX-001").has("Överenskommelse")
	if strings.Contains(v.page, "9802</textarea") || v.code != http.StatusOK {
		t.Error("the text for the record")
	}
	if v.open("/papper/EX-001").has("Att kunna gå till affären själv"); v.code != http.StatusOK {
		t.Error(v.code)
	}
}

func TestSomethingMissingPrintsNothing(t *testing.T) {
	m := inMemory(nil)
	v := visiting(t, m)
	v.open("/ny").send("vidare", "patient.id", "EX-001", "patient.namn", "Anna Exempel", "plan.diagnoser", "hypertoni")
	for _, do := range []string{"skriv-ut", "pdf", "journal"} {
		if v.send(do); !strings.HasSuffix(v.at, "#saknas") {
			t.Errorf("%s leads to %s", do, v.at)
		}
		v.has("Saknas")
	}
	if v.open("/pdf/EX-001"); v.code != http.StatusConflict {
		t.Error(v.code)
	}
}

func TestAnIdThatIsTakenIsSaidAtOnce(t *testing.T) {
	v := visiting(t, inMemory(map[string]string{"EX-001.yaml": "version: 1\n"}))
	v.open("/ny").send("vidare", "patient.id", "ex-001", "patient.namn", "Anna Exempel")
	if v.at != "/ny" {
		t.Errorf("led to %s", v.at)
	}
	v.has("finns redan")
}

func TestAScriptInANameIsText(t *testing.T) {
	const name = `<script>alert("1")</script>`
	m := inClinic(t)
	data, _, _ := m.Read("H2-001.yaml")
	m.Write("H2-001.yaml", regexp.MustCompile(`(?m)^  namn: .*$`).ReplaceAll(data, []byte("  namn: '"+name+"'")))
	v := visiting(t, m)
	for _, at := range []string{"/", "/plan/H2-001", "/plan/H2-001/viktigt", "/granskning/H2-001", "/konsultation/H2-001", "/uppfoljning/H2-001", "/papper/H2-001", "/journal/H2-001"} {
		v.open(at)
		if v.code != http.StatusOK || strings.Contains(v.page, "<script>") {
			t.Errorf("%s (%d) holds a script", at, v.code)
		}
	}
}

func TestWhatIsSearchedForIsInNoAddress(t *testing.T) {
	v := visiting(t, inClinic(t))
	v.open("/").send("", "q", "H2-001")
	if v.at != "/" {
		t.Errorf("led to %s", v.at)
	}
	v.has("H2-001")
	if strings.Contains(v.page, "/H2-002") {
		t.Error("the search shows others")
	}
	v.send("", "rensa", "ja").has("H2-002")
}

func TestTwoTabsThroughThePages(t *testing.T) {
	m := inClinic(t)
	one := visiting(t, m)
	two := &visit{t: t, s: one.s}
	one.open("/plan/H2-001/viktigt")
	two.open("/plan/H2-001/viktigt")
	one.send("utkast", "plan.viktigt_för_mig", "Att baka bullar")
	if two.send("utkast", "plan.överenskommelse", "Vi ses i maj"); strings.HasPrefix(two.at, "/konflikt") {
		t.Fatal("two fields of one plan are no conflict")
	}
	one.open("/plan/H2-001/viktigt").has("Att baka bullar")
	one.open("/plan/H2-001/overenskommelse").has("Vi ses i maj")

	one.open("/plan/H2-001/viktigt")
	two.open("/plan/H2-001/viktigt")
	one.send("utkast", "plan.viktigt_för_mig", "Att baka kakor")
	two.send("utkast", "plan.viktigt_för_mig", "Att baka bröd")
	if two.at != "/konflikt/H2-001" {
		t.Fatalf("led to %s", two.at)
	}
	two.has("kakor", "bröd")
	against := regexp.MustCompile(`name="mot" value="([0-9a-f]+)"`).FindStringSubmatch(two.page)[1]
	two.see(two.s.call("POST", two.at, url.Values{"alla": {"min"}, "rev": {two.rev}, "mot": {against}}))
	if !strings.Contains(two.page, "checked") {
		t.Error("all is chosen, and it is not seen")
	}
	points := regexp.MustCompile(`type="radio" name="([^"]+)"`).FindAllStringSubmatch(two.page, -1)
	pairs := []string{"mot", against}
	for _, p := range points {
		pairs = append(pairs, html.UnescapeString(p[1]), "min")
	}
	two.send("valj", pairs...)
	two.open("/plan/H2-001/viktigt").has("Att baka bröd")
	two.open("/plan/H2-001/overenskommelse").has("Vi ses i maj")
}

func TestADraftIsOfferedOnReturn(t *testing.T) {
	m := inClinic(t)
	visiting(t, m).open("/plan/H2-001/viktigt").send("utkast", "plan.viktigt_för_mig", "Att baka bullar")
	v := visiting(t, m) // the program has been killed and started again
	v.open("/").has("utkast")
	v.open("/plan/H2-001/viktigt").has("Det finns ett utkast från 13.32")
	v.send("fortsatt").has("Att baka bullar")
	v.send("spara")
	if data, _, _ := m.Read("H2-001.yaml"); !strings.Contains(string(data), "Att baka bullar") {
		t.Error("not saved")
	}
}

func TestAFileChangedUnderneathIsShownBeside(t *testing.T) {
	m := inClinic(t)
	v := visiting(t, m)
	v.open("/plan/H2-001/viktigt").send("utkast", "plan.viktigt_för_mig", "Att baka bullar")
	data, _, _ := m.Read("H2-001.yaml")
	changed := regexp.MustCompile(`(?m)^  överenskommelse: .*$`).ReplaceAll(data, []byte("  överenskommelse: Vi ses i maj"))
	if string(changed) == string(data) {
		changed = append(data, []byte("\n# ändrad\n")...)
	}
	m.Write("H2-001.yaml", changed)
	v.open("/plan/H2-001/viktigt").has("Filen är ändrad")
	v.send("spara")
	if v.at != "/konflikt/H2-001" {
		t.Fatalf("led to %s", v.at)
	}
	v.send("senare")
	m.says(t, "H2-001.yaml", string(changed))
}

func TestAFolderOutOfReachIsTold(t *testing.T) {
	m := inClinic(t)
	v := visiting(t, m).open("/plan/H2-001/viktigt")
	m.gone = true
	script := func(r *http.Request) { r.Header.Set("X-Form", "1") }
	a := v.s.call("POST", "/plan/H2-001/viktigt", url.Values{"rev": {v.rev}, "gor": {"utkast"}, "plan.viktigt_för_mig": {"Att baka bullar"}}, script)
	if body := text(a); a.StatusCode != http.StatusServiceUnavailable || body != "Inte sparat. Mappen går inte att nå. Vi försöker igen." {
		t.Errorf("%d %s", a.StatusCode, body)
	}
	v.open("/plan/H2-001/viktigt").has("Inte sparat", "Att baka bullar")
	v.open("/kopia/H2-001").has("Att baka bullar")
	m.gone = false
	v.s.call("POST", "/puls", url.Values{})
	if v.open("/plan/H2-001/viktigt"); strings.Contains(v.page, "Inte sparat") {
		t.Error("saved, and it does not say so")
	}
}

func TestUndoThroughThePages(t *testing.T) {
	v := visiting(t, inClinic(t)).open("/plan/H2-001/viktigt")
	v.send("utkast", "plan.viktigt_för_mig", "Att baka bullar").has("Att baka bullar")
	if v.send("angra"); strings.Contains(v.page, "Att baka bullar") {
		t.Error("not undone")
	}
	if v.has("Ångrat: Viktigt för mig."); !strings.Contains(v.page, `data-fokus="plan-viktigt_för_mig"`) {
		t.Error("one does not go on from the field that changed")
	}
	v.send("angra").has("Det finns inget att ångra.")
}

func TestTheNextPlanBeginsFromTheFollowUp(t *testing.T) {
	v := visiting(t, inClinic(t)).open("/uppfoljning/H2-001")
	if v.send("ny-plan"); v.at != "/plan/H2-001" {
		t.Fatalf("led to %s", v.at)
	}
	v.has("En ny plan är påbörjad")
}

// thousand is a folder of 1 000 patients.
func thousand(b *testing.B) *memory {
	clinic := inClinic(b)
	files := map[string]string{}
	for i := range 1000 {
		from := fmt.Sprintf("H2-%03d", i%75+1)
		data, _, err := clinic.Read(from + ".yaml")
		if err != nil {
			b.Fatal(err)
		}
		to := fmt.Sprintf("T-%04d", i)
		files[to+".yaml"] = strings.ReplaceAll(string(data), from, to)
	}
	return inMemory(files)
}

// The pages of a folder of 1 000 patients, once it has been read: less than
// 50 ms; the paper beside the form: less than 100.
func BenchmarkPage(b *testing.B) {
	s := serving(b, thousand(b))
	s.call("GET", "/", nil)
	for _, c := range []struct{ name, at string }{{"list", "/"}, {"plan", "/plan/T-0001/jag-gor"}, {"paper", "/papper/T-0001"}, {"pdf", "/pdf/T-0001"}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if a := s.call("GET", c.at, nil); a.StatusCode != http.StatusOK {
					b.Fatal(a.StatusCode)
				}
			}
		})
	}
	b.Run("draft", func(b *testing.B) {
		v := visit{s: s}
		for i := 0; b.Loop(); i++ {
			v.rev = s.desk.work("T-0001").last.rev
			a := s.call("POST", "/plan/T-0001/viktigt", url.Values{"rev": {v.rev}, "gor": {"utkast"}, "plan.viktigt_för_mig": {fmt.Sprint("Att gå ", i)}})
			if a.StatusCode != http.StatusSeeOther {
				b.Fatal(a.StatusCode)
			}
		}
	})
}

func TestAClinicWithoutFactsWritesThemOnce(t *testing.T) {
	v := visiting(t, inClinic(t))
	var written []byte
	v.s.Facts = func() Facts { return Facts{Unit: &review.Unit{}, Missing: written == nil} }
	v.s.NewFacts = func(data []byte) error { written = data; return nil }
	v.open("/").has("Skriv klinikens uppgifter")
	v.open("/pdf/H2-001").has("Klinikens namn och telefon saknas")
	v.open("/enhet").send("spara", "namn", "Exempelby vårdcentral").has("1 sak att rätta", "«telefon» saknas")
	if v.at != "/enhet" || written != nil {
		t.Fatalf("%s: %s", v.at, written)
	}
	v.send("spara", "namn", "Exempelby vårdcentral", "telefon", "036-000 00 00")
	if string(written) != "namn: Exempelby vårdcentral\ntelefon: \"036-000 00 00\"\n" || v.at != "/" {
		t.Errorf("%s: %s", v.at, written)
	}
}

func TestWhoLeavesAPatientLosesNothing(t *testing.T) {
	m := inClinic(t)
	v := visiting(t, m).open("/plan/H2-001/viktigt")
	if v.send("lista", "plan.viktigt_för_mig", "Att baka bullar"); v.at != "/" || v.code != http.StatusOK {
		t.Errorf("led to %s, %d", v.at, v.code)
	}
	v.has("utkast").open("/plan/H2-001/viktigt").has("Att baka bullar")
}

func TestAPlanThatIsNoneHasNoPaper(t *testing.T) {
	v := visiting(t, inMemory(map[string]string{"EX-001.yaml": "version: 1\npatient:\n  id: EX-001\nplan: hej\n"}))
	if v.open("/plan/EX-001").has("«plan» ska vara en grupp av nycklar."); strings.Contains(v.page, "<iframe") {
		t.Error("a paper is shown that cannot be")
	}
}
