package report_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"kontrakt/internal/report"
)

func TestNobodyIsFoundInAPublicReport(t *testing.T) {
	hidden, of, took := 0, 0, time.Duration(0)
	for seed := range uint64(100) {
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
