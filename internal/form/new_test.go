package form

import (
	"io/fs"
	"strings"
	"testing"

	"kontrakt/templates"
)

func skeleton(tb testing.TB) []byte {
	tb.Helper()
	data, err := fs.ReadFile(templates.FS, "ny/granskning.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// From an empty page to a contract: what is posted at each of the twelve
// interactions, besides the patient's own words.
func TestANewPlanIsMadeInAFewSteps(t *testing.T) {
	f := clinic(t)
	id, data, faults := f.Begin(skeleton(t), []string{"H2-074", "H2-075", "X-900"}, map[string][]string{
		"patient.namn": {"Anna Exempel"}, "plan.diagnoser": {"", "hypertoni"},
	})
	if id != "H2-076" || len(faults) > 0 {
		t.Fatal(id, faults)
	}
	visited := []string{}
	for _, values := range []map[string][]string{
		{"plan.viktigt_för_mig": {"Att orka leka med barnbarnen"}},
		{"plan.överenskommelse": {"Vi provar i sex veckor."}, "plan.nästa_steg.vad": {"Provtagning"}, "plan.nästa_steg.när": {"2025-10-27"}},
		{"plan.jag_gör+hypertoni/hyp-hemma": {"", "ja"}, "plan.jag_gör+hypertoni/salt": {"", "ja"}, "plan.jag_gör[0].text": {"Jag saltar mindre"}},
		{"plan.vården_gör[0].text": {"Vi tar blodtrycket"}},
	} {
		page := f.Open(id+".yaml", data, Place{})
		for _, s := range page.Steps {
			if s.Current {
				visited = append(visited, s.Key)
			}
		}
		e, err := f.Apply(id+".yaml", data, values, "")
		if err != nil {
			t.Fatal(err)
		}
		data = e.Data
	}
	if got := strings.Join(visited, " "); got != "viktigt overenskommelse jag-gor varden-gor" {
		t.Errorf("went by %s", got)
	}
	page := f.Open(id+".yaml", data, Place{})
	if !page.CanMake {
		t.Errorf("cannot be made: %+v %+v\n%s", page.Faults, page.Missing, data)
	}
}

func TestAnIDThatCannotBeUsedIsTold(t *testing.T) {
	f := clinic(t)
	for id, ok := range map[string]bool{"EX-7": true, "ex-001": false, "19600412-9802": false, "nul": false, "a b": false, "../x": false} {
		_, data, faults := f.Begin(skeleton(t), []string{"EX-001"}, map[string][]string{"patient.id": {id}})
		if (len(faults) == 0) != ok || (data != nil) != ok {
			t.Errorf("%s: %+v", id, faults)
		}
	}
	if got := nextID(nil); got != "P-001" {
		t.Errorf("the first is %s", got)
	}
}

// A new plan from the one before keeps what the rest of the review says.
func TestTheNextPlanBeginsFromTheOneBefore(t *testing.T) {
	f := clinic(t)
	_, data, _ := f.Begin(skeleton(t), nil, map[string][]string{"patient.id": {"EX-001"}, "patient.namn": {"Anna Exempel"}, "plan.diagnoser": {"hypertoni"}})
	for _, values := range []map[string][]string{
		{"plan.viktigt_för_mig": {"Att orka"}, "plan.överenskommelse": {"Vi provar."}, "plan.nästa_steg.vad": {"Prov"}, "plan.nästa_steg.när": {"snart"}},
		{"plan.jag_gör[0].text": {"Jag vilar"}, "plan.vården_gör[0].text": {"Vi mäter"}, "uppföljning[0].sju_frågor.1": {"ja"}},
	} {
		e, err := f.Apply("EX-001.yaml", data, values, "")
		if err != nil {
			t.Fatal(err)
		}
		data = e.Data
	}
	page := f.Open("EX-001.yaml", data, Place{Part: FollowUp})
	if len(page.Actions) != 2 {
		t.Fatal(page.Actions)
	}
	next := apply(t, f, string(data), nil, page.Actions[1].Value)
	s := f.look("", []byte(next))
	for path, want := range map[string]string{
		"plan.utgåva": "2", "plan.datum": "2025-09-15", "plan.nästa_steg.vad": "", "plan.jag_gör[0].text": "Jag vilar",
		"plan.ersätter.datum": "2025-09-15", "uppföljning[0].sju_frågor.1": "ja", "patient.namn": "Anna Exempel",
	} {
		if got := s.file.Text(path); got != want {
			t.Errorf("%s is %q in\n%s", path, got, next)
		}
	}
	if e, err := f.Apply("EX-001.yaml", []byte(small), nil, "ny-plan"); err == nil || string(e.Data) != small {
		t.Error("a plan that is not whole has no next")
	}
}

// Each occasion of the follow-up is a row of its own.
func TestAPlanIsFollowedUpAgain(t *testing.T) {
	f := clinic(t)
	old := small + "uppföljning:\n  - datum: 2025-09-14\n    sju_frågor: {1: nej}\n"
	out := apply(t, f, old, nil, "ny-uppfoljning")
	if want := old + "  - datum: 2025-09-15\n"; out != want {
		t.Fatalf("the file is\n%s", out)
	}
	page := f.Open("EX-001.yaml", []byte(out), Place{Part: FollowUp})
	if got := fieldAt(page, "uppföljning[1].sju_frågor.1"); got == nil || got.Value != "" {
		t.Error("the new occasion is not shown")
	}
}

func TestThePaperIsSeenAsFarAsItHasCome(t *testing.T) {
	f := clinic(t)
	half := apply(t, f, small, one("plan.jag_gör[1].hinder", "det regnar"), "")
	page, err := f.Preview("EX-001.yaml", []byte(half))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{"Jag går en promenad": true, unwritten: true, "det regnar": false} {
		if strings.Contains(string(page), text) != want {
			t.Errorf("%q is on the paper: %v", text, !want)
		}
	}
}
