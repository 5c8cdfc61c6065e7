package generate_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"kontrakt/internal/generate"
	"kontrakt/internal/source"
)

// all are the formats as a request has them.
func all() generate.Request {
	return generate.Request{Formats: generate.Formats(), Protected: true, Save: discard, Keep: true}
}

// files are the finished files of a run by name.
func files(l *generate.Line, jobs []generate.Job, q generate.Request) map[string][]byte {
	made := map[string][]byte{}
	l.Run(jobs, q, func(r generate.Result) {
		for _, f := range r.Files {
			made[f.Name] = f.Data
		}
	})
	return made
}

func TestSameInputGivesSameBytes(t *testing.T) {
	l := line(t)
	plans := withPlan(t, l, jobs(t))
	first := files(l, plans, all())
	if len(first) != 4*26 {
		t.Fatalf("%d files of 26 plans in four formats", len(first))
	}
	backwards := slices.Clone(plans)
	slices.Reverse(backwards)
	alone := files(line(t), plans[7:8], all())
	later := line(t)
	later.Today = source.Date{Year: 2031, Month: 2, Day: 3}
	for name, again := range map[string]map[string][]byte{
		"in another order":          files(l, backwards, all()),
		"on another day":            files(later, plans, all()),
		"alone, in another process": alone,
	} {
		for file, data := range again {
			if !bytes.Equal(data, first[file]) {
				t.Errorf("%s %s has other bytes", file, name)
			}
		}
	}
}

func TestResultsComeInTheOrderOfTheFiles(t *testing.T) {
	l := line(t)
	in := jobs(t)
	var out []string
	l.Run(in, generate.Request{Formats: []generate.Format{generate.Text}, Save: discard}, func(r generate.Result) {
		out = append(out, r.Job.Name)
	})
	for i, j := range in {
		if out[i] != j.Name {
			t.Fatalf("result %d is of %s, not of %s", i, out[i], j.Name)
		}
	}
}

func TestOnePatientNeverStopsTheOthers(t *testing.T) {
	l := line(t)
	good := withPlan(t, l, jobs(t))[:3]
	secret := "Anna Exempel"
	bad := []generate.Job{
		{Name: "krasch.yaml", Unit: unit(t), Read: func() ([]byte, error) { panic(secret) }},
		{Name: "borta.yaml", Unit: unit(t), Read: func() ([]byte, error) { return nil, errors.New("borta") }},
		{Name: "fel.yaml", Unit: unit(t), Read: func() ([]byte, error) { return []byte("version: [1"), nil }},
	}
	want := []generate.Outcome{generate.NotWritten, generate.NotWritten, generate.Wrong, generate.Made, generate.Made, generate.Made}
	var got []generate.Outcome
	l.Run(append(bad, good...), all(), func(r generate.Result) {
		got = append(got, r.Outcome)
		if r.Err != nil && strings.Contains(r.Err.Error(), secret) {
			t.Errorf("what a panic says may be a patient's words: %v", r.Err)
		}
	})
	if !slices.Equal(got, want) {
		t.Errorf("outcomes %v, want %v", got, want)
	}
}

func TestProtectedIdentity(t *testing.T) {
	l := line(t)
	outcomes := func(named, protected bool) (o generate.Outcome) {
		q := all()
		q.Protected = protected
		for _, j := range withPlan(t, l, jobs(t)) {
			j.Named = named
			if strings.HasSuffix(j.Name, "H2-063.yaml") {
				l.Run([]generate.Job{j}, q, func(r generate.Result) { o = r.Outcome })
			}
		}
		return o
	}
	for _, c := range []struct {
		named, protected bool
		want             generate.Outcome
	}{
		{false, false, generate.Protected},
		{true, false, generate.Made},
		{false, true, generate.Made},
	} {
		if got := outcomes(c.named, c.protected); got != c.want {
			t.Errorf("named %v, asked for %v: outcome %v, want %v", c.named, c.protected, got, c.want)
		}
	}
}

// TestNothingIsDroppedOnTheWay looks for every patient's name and every
// agreement in the paper as text.
func TestNothingIsDroppedOnTheWay(t *testing.T) {
	l := line(t)
	for _, j := range withPlan(t, l, jobs(t)) {
		data, err := j.Read()
		if err != nil {
			t.Fatal(err)
		}
		r, _, _ := l.Review(j.Name, data, j.Unit)
		made := files(l, []generate.Job{j}, generate.Request{Formats: []generate.Format{generate.Text}, Protected: true, Save: discard, Keep: true})
		for name, text := range made {
			said := words(string(text))
			for _, want := range []string{r.Patient.Name, r.Plan.Matters, r.Plan.Agreement, r.Plan.FollowUp.Responsible} {
				if !strings.Contains(said, words(want)) {
					t.Errorf("%s lacks a text of the review", name)
				}
			}
		}
	}
}

// words is a text without its line breaks.
func words(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), " ")
}
