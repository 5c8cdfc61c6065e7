package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"testing"
	"time"

	"kontrakt/internal/report"
)

func TestNobodyIsFoundInAPublicReport(t *testing.T) {
	hidden, of, took := 0, 0, time.Duration(0)
	clinics := uint64(200)
	if testing.Short() {
		clinics = 10
	}
	for seed := range clinics {
		r := rand.New(rand.NewPCG(seed, 7))
		patients := 1 + r.IntN(12)
		if seed%2 == 0 {
			patients = 20 + r.IntN(70)
		}
		least := 2 + r.IntN(9)
		t.Run(fmt.Sprint(seed, " ", patients, " patients, least ", least), func(t *testing.T) {
			f := report.Tally(invent(r, patients))
			start := time.Now()
			f = report.Protect(f, least)
			took = max(took, time.Since(start))
			data := encode(t, f)
			found, possible := newAttacker(t, data, false).found()
			if len(found) > 0 || !possible {
				t.Errorf("found %v, possible %v", found, possible)
			}
			if found, _ := newAttacker(t, data, true).found(); len(found) > 0 {
				t.Errorf("found sharp %v", found)
			}
			hidden, of = hidden+f.Public.Hidden, of+f.Public.Of
		})
	}
	t.Logf("%d of %d numbers hidden; slowest %v", hidden, of, took)
}

func TestWhatTheAttackerKnowsIsTrue(t *testing.T) {
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 7))
		f := report.Tally(invent(r, 1+r.IntN(60)))
		for _, wrong := range newAttacker(t, encode(t, f), false).wrong {
			t.Error(seed, wrong)
		}
	}
}

// statistic and setting are the keys of what is reckoned from counts, and of
// what counts nobody.
var (
	statistic = regexp.MustCompile(`percent|per_|mean|median`)
	setting   = regexp.MustCompile(`^(version|merged|year|threshold|from|to|number|occasion|minimum)$`)
)

// naive hides small counts and nothing for their sake: what a program does
// that does not know better. Without statistics, those are taken away too.
func naive(v any, least int, statistics bool) any {
	switch v := v.(type) {
	case map[string]any:
		for key, at := range v {
			n, number := at.(float64)
			switch {
			case setting.MatchString(key):
			case statistic.MatchString(key) && !statistics:
				v[key] = nil
			case statistic.MatchString(key):
			case number && 0 < n && n < float64(least):
				v[key] = fmt.Sprint("<", least)
			default:
				v[key] = naive(at, least, statistics)
			}
		}
	case []any:
		for i, at := range v {
			if n, number := at.(float64); number && 0 < n && n < float64(least) {
				v[i] = fmt.Sprint("<", least)
			} else {
				v[i] = naive(at, least, statistics)
			}
		}
	}
	return v
}

func TestTheAttackerFindsWhatIsBadlyHidden(t *testing.T) {
	f := report.Tally(clinic(t))
	f.Public = &report.Public{Minimum: 5}
	for _, c := range []struct {
		name       string
		statistics bool
		want       []string
	}{
		{"from a percentage beside it", true, []string{
			"by_unit.6.patients", "by_unit.6.contacts", "excluded.3.patients", "plans.diagnoses.4.patients",
		}},
		{"by taking the others from the total", false, []string{"by_unit.6.contacts", "excluded.3.patients", "age.unknown", "sex.unknown", "flow.1.why.3.patients"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := json.Marshal(naive(generic(t, encode(t, f)), 5, c.statistics))
			if err != nil {
				t.Fatal(err)
			}
			found, _ := newAttacker(t, data, false).found()
			t.Log(found)
			for _, path := range c.want {
				if !slices.Contains(found, path) {
					t.Errorf("%s is not found", path)
				}
			}
		})
	}
}

// What several public reports come to together is reckoned from what they
// print: whoever has one of them and the joint one has nothing new.
func TestAJointReportTellsNoMoreThanItsParts(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 11))
		var public, read []*report.Figures
		for range 2 + r.IntN(2) {
			f := report.Protect(report.Tally(invent(r, 5+r.IntN(60))), 5)
			again, ps := report.Read("a.json", encode(t, f))
			if ps != nil {
				t.Fatal(ps)
			}
			public, read = append(public, f), append(read, again)
		}
		joint := report.Join(public)
		if !bytes.Equal(encode(t, joint), encode(t, report.Join(read))) {
			t.Error(seed, "the joint report has something that its parts do not print")
		}
	}
}

func TestProtectLeavesTheFiguresAsTheyAre(t *testing.T) {
	f := report.Tally(clinic(t))
	before := encode(t, f)
	once := encode(t, report.Protect(f, 5))
	if !bytes.Equal(before, encode(t, f)) {
		t.Error("the internal figures are not the same afterwards")
	}
	if !bytes.Equal(once, encode(t, report.Protect(f, 5))) {
		t.Error("protected twice the figures differ")
	}
}

// The source project's own tables, as its report would be handed out.
func TestThePublicReportOfTheMadeUpClinic(t *testing.T) {
	data := encode(t, report.Protect(report.Tally(clinic(t)), 5))
	a := newAttacker(t, data, true)
	for path, want := range map[string]any{
		"cohort.patients": 75.0, "cohort.contacts": 2972.0, "cohort.contacts_per_patient": 39.6,
		"age.mean": nil, "age.median": nil, "age.most": "x", "cohort.most": "x",
		"excluded.2.reason": "Övriga skäl (två)", "excluded.2.patients": 9.0,
		"actions.2.action": "Övriga åtgärder (fyra slag)", "actions.2.marks": 6.0,
		"by_unit.5.name": "Övriga enheter (två)", "by_unit.5.contacts": 23.0, "by_unit.5.patients": 13.0,
		"by_unit.2.patients": ">70", "by_unit.2.per_visitor": nil,
		"age_bands.columns.1": "Män eller okänt", "age_bands.rows.3.name": "80 eller äldre eller okänt", "age_bands.rows.3.all": 26.0,
		"plans.follow_up.next": "",
	} {
		if got := a.leaves[path]; got != want {
			t.Errorf("%s is %v, want %v", path, got, want)
		}
	}
	if found, _ := a.found(); len(found) > 0 {
		t.Errorf("found %v", found)
	}
	t.Logf("%v of %v numbers hidden", a.leaves["public.hidden"], a.leaves["public.of"])
}
