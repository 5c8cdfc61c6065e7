package form

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"kontrakt/internal/review"
	"kontrakt/internal/source"
	"kontrakt/klinik"
)

// What the command line tells stands at its field in the same words. Each row
// is a change of the small file; want is where it is told: the field's or
// row's path, and the rule.
func TestEveryProblemStandsAtItsField(t *testing.T) {
	f := clinic(t)
	for _, c := range []struct {
		name, part, step string
		values           map[string][]string
		path, rule       string
	}{
		{"no such day", Plan, "uppfoljning", one("plan.datum", "2025-02-30"), "plan.datum", "date-exists"},
		{"a word for a day", Plan, "uppfoljning", one("plan.giltig_till", "om ett halvår"), "plan.giltig_till", "date"},
		{"a word for a number", Plan, "jag-gor", one("plan.jag_gör[1].tilltro", "mycket"), "plan.jag_gör[1].tilltro", "whole"},
		{"beyond the scale", Plan, "jag-gor", one("plan.jag_gör[1].tilltro", "11"), "plan.jag_gör[1].tilltro", "scale"},
		{"a hinder without its då", Plan, "jag-gor", one("plan.jag_gör+langvarig-smarta/rorelse|hinder", "det regnar"), "plan.jag_gör[0].då", "with"},
		{"booked without a day", Plan, "kontakter", map[string][]string{"plan.kontakter[0].vad": {"Återbesök"}, "plan.kontakter[0].när": {"snart"}, "plan.kontakter[0].bokad": {"ja"}},
			"plan.kontakter[0].bokad", "bokad-utan-datum"},
		{"a check digit", Plan, "patient", one("patient.personnummer", "19600412-9803"), "patient.personnummer", "personnummer-kontrollsiffra"},
		{"a contact without a role", Plan, "kontakter", one("plan.fasta_vårdkontakter[0].namn", "Dan"), "plan.fasta_vårdkontakter[0].roll", "required"},
		{"a line of no diagnosis", Plan, "jag-gor", one("plan.diagnoser+langvarig-smarta", ""), "plan.jag_gör[0]", "från-mall"},
		{"excluded without a reason", Screening, "", one("granskning.steg2", "nej"), "granskning.exkluderingsorsak", "exkluderingsorsak"},
		{"an invisible character", Plan, "viktigt", one("plan.viktigt_för_mig", "gå\u202et"), "plan.viktigt_för_mig", "bidi"},
		{"of a list, the list", Screening, "", one("granskning.diagnoser", "högt blodtryck"), "granskning.diagnoser", "icd10"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := apply(t, f, small, c.values, "")
			_, _, ps := f.Line.Review("EX-001.yaml", []byte(out), f.Unit)
			i := slices.IndexFunc(ps, func(p source.Problem) bool { return p.Rule == c.rule })
			if i < 0 {
				t.Fatalf("kontrollera tells %v", ps)
			}
			page := f.Open("EX-001.yaml", []byte(out), Place{Part: c.part, Step: c.step})
			id, notes := notesAt(page, c.path)
			if !slices.ContainsFunc(notes, func(n Note) bool { return n.What == sentence(ps[i].Text) && n.Tip == sentence(ps[i].Hint) }) {
				t.Errorf("the field says %+v, kontrollera %q", notes, ps[i].Text)
			}
			if !slices.ContainsFunc(page.Faults, func(x Fault) bool { return x.ID == id && strings.HasSuffix(x.What, sentence(ps[i].Text)) }) {
				t.Errorf("the list on top says %+v", page.Faults)
			}
		})
	}
}

// notesAt is what is told at a field or row, and its anchor.
func notesAt(p *Page, path string) (string, []Note) {
	if f := fieldAt(p, path); f != nil {
		return f.ID, f.Notes
	}
	for _, b := range p.Blocks {
		for _, r := range b.Rows {
			if r.Path == path {
				return r.ID, r.Notes
			}
		}
	}
	return "", nil
}

// No problem of the command line is told nowhere, and none twice.
func TestEveryProblemIsToldOnce(t *testing.T) {
	f := clinic(t)
	files, _ := fs.Glob(klinik.FS, "granskning/*.yaml")
	for _, name := range files[:12] {
		data, _ := fs.ReadFile(klinik.FS, name)
		name = strings.TrimPrefix(name, "granskning/")
		broken := strings.NewReplacer("datum: 2025", "datum: 20x5", "  namn:", "  nann:", "tilltro: ", "tilltro: 1").Replace(string(data))
		_, _, ps := f.Line.Review(name, []byte(broken), f.Unit)
		for _, part := range Parts() {
			page := f.Open(name, []byte(broken), Place{Part: part.Key})
			said := len(page.Faults) + len(page.Others)
			missing := 0
			for _, p := range ps {
				if lacking(p) {
					missing++
				}
			}
			if part.Key == Plan && len(ps) > 0 && strings.Contains(broken, "\nplan:") && said != len(ps)-missing {
				t.Errorf("%s, %s: %d of %d told", name, part.Key, said, len(ps)-missing)
			}
		}
	}
}

func TestMissingIsNoFault(t *testing.T) {
	f := clinic(t)
	page := f.Open("EX-001.yaml", []byte(small), Place{})
	var said []string
	for _, m := range page.Missing {
		said = append(said, m.What)
	}
	want := []string{
		"Viktigt för mig", "Överenskommelse", "Nästa steg: vad", "Nästa steg: när",
		"Vården gör: minst en rad", "Fast läkarkontakt: namn", "Uppföljning: datum för uppföljningen", "Uppföljning: ansvarig",
		"Fast vårdkontakt", "Överblick över andra planer",
	}
	if len(page.Faults)+len(page.Others) != 0 {
		t.Errorf("faults: %v %v", page.Faults, page.Others)
	}
	if !slices.Equal(said, want) {
		t.Errorf("missing:\n%s", strings.Join(said, "\n"))
	}
	if page.CanMake || page.Seven.Answered != 2 {
		t.Errorf("can make: %v, %s", page.CanMake, page.Seven.Said)
	}
	if page.Title != "Viktigt för mig" || page.Next.Text != "Överenskommelse och nästa steg" {
		t.Errorf("begins at %s, goes on to %s", page.Title, page.Next.Text)
	}
}

func TestStepsSayHowFarTheyHaveCome(t *testing.T) {
	f := clinic(t)
	hinder := apply(t, f, small, one("plan.jag_gör[1].hinder", "det regnar"), "")
	page := f.Open("EX-001.yaml", []byte(hinder), Place{Step: "jag-gor"})
	var states []string
	for _, s := range page.Steps {
		states = append(states, s.Text+": "+s.State)
	}
	want := []string{
		"Patient: klar", "Diagnoser: 2 valda", "Viktigt för mig: saknas", "Överenskommelse och nästa steg: saknas",
		"Jag gör: 2 valda, 1 att rätta", "Vården gör: saknas", "Kontakter och remisser: saknas", "När söka vård: ur mallarna",
		"Mäta: inget valt", "Uppföljning: saknas",
	}
	if !slices.Equal(states, want) || page.Done != 4 {
		t.Errorf("%d done:\n%s", page.Done, strings.Join(states, "\n"))
	}
}

// A new plan has nothing of care chosen, and what the unit proposes is said
// to be proposed until it has been seen.
func TestAPlanBeginsWithWhatTheUnitProposes(t *testing.T) {
	f := clinic(t)
	const bare = "version: 1\npatient:\n  id: EX-002\n"
	page := f.Open("EX-002.yaml", []byte(bare), Place{Step: "patient"})
	for step, want := range map[string]string{"kontakter": "föreslagen", "uppfoljning": "föreslagen", "jag-gor": "saknas", "diagnoser": "saknas"} {
		i := slices.IndexFunc(page.Steps, func(s Step) bool { return s.Key == step })
		if page.Steps[i].State != want {
			t.Errorf("%s is %s", step, page.Steps[i].State)
		}
	}
	out := apply(t, f, bare, one("plan.diagnoser+hypertoni", "", "ja"), "")
	for _, want := range []string{"datum: 2025-09-15", "giltig_till: 2026-03-15", "namn: Dr Cecilia Exempel", "ansvarig: Dan Exempel", "datum: 2026-02-27", "- hypertoni"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	for _, never := range []string{"jag_gör", "vården_gör", "mål", "utelämna"} {
		if strings.Contains(out, never) {
			t.Errorf("%q was chosen by nobody", never)
		}
	}
}

// A clinic that has written nothing of itself yet can begin all the same.
func TestAPlanBeginsWithoutTheClinicsFacts(t *testing.T) {
	f := clinic(t)
	f.Unit = &review.Unit{}
	page := f.Open("EX-002.yaml", []byte("version: 1\npatient:\n  id: EX-002\n"), Place{})
	if len(page.Faults)+len(page.Others) > 0 {
		t.Errorf("%v %v", page.Faults, page.Others)
	}
	out := apply(t, f, "version: 1\npatient:\n  id: EX-002\n", one("plan.viktigt_för_mig", "Att orka"), "")
	if !strings.Contains(out, "giltig_till: 2026-03-15") {
		t.Errorf("the file is\n%s", out)
	}
}

func TestAFileThatCannotBeReadIsTold(t *testing.T) {
	f := clinic(t)
	page := f.Open("EX-001.yaml", []byte("version: 1\npatient: a: b\n"), Place{})
	if !page.Broken || len(page.Faults) == 0 || page.Faults[0].Line != 2 {
		t.Errorf("%+v", page)
	}
	if _, err := f.Apply("EX-001.yaml", []byte("a: b: c"), one("patient.namn", "Bo"), ""); err == nil {
		t.Error("wrote in it")
	}
}

func TestCollisionsHaveEveryWayOut(t *testing.T) {
	f := clinic(t)
	data := strings.Replace(small, "[langvarig-smarta, hypertoni]", "[artros-kna-hoft, hjartsvikt]", 1)
	data = apply(t, f, data, map[string][]string{"plan.jag_gör+langvarig-smarta/rorelse": {""}}, "bort plan.jag_gör[0]")
	for _, list := range []string{"plan.jag_gör", "plan.vården_gör"} { // the one that has the line
		data = apply(t, f, data, one(list+"+artros-kna-hoft/artros-lakemedel", "", "ja"), "")
	}
	page := f.Open("EX-001.yaml", []byte(data), Place{})
	i := slices.IndexFunc(page.Clashes, func(c Clash) bool { return c.Name == "krock+artros-nsaid-hjartsvikt" })
	if i < 0 {
		t.Fatalf("clashes: %+v\n%s", page.Clashes, data)
	}
	c := page.Clashes[i]
	if c.Settled || len(c.Sides) != 2 || c.Step == "" {
		t.Fatalf("%+v", c)
	}
	at := slices.IndexFunc(page.Steps, func(s Step) bool { return s.Key == c.Step })
	if got := page.Steps[at].State; got != "2 valda, 1 krock" {
		t.Errorf("the step says %s", got)
	}
	if !slices.ContainsFunc(slices.Concat(page.Faults, page.Others), func(x Fault) bool { return x.ID == c.ID }) {
		t.Error("no problem leads to it")
	}
	for _, side := range c.Sides {
		out := apply(t, f, data, one(c.Name, "", side.Value), "")
		after := f.Open("EX-001.yaml", []byte(out), Place{})
		for _, k := range after.Clashes {
			if k.Name == c.Name && !k.Settled {
				t.Errorf("%s does not settle it:\n%s", side.Value, out)
			}
		}
	}
}
