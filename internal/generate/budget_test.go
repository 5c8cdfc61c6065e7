package generate_test

import (
	"regexp"
	"strconv"
	"testing"

	"kontrakt/internal/contract"
	"kontrakt/internal/generate"
	"kontrakt/internal/pdf"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// TestOneDiagnosisFitsThreePages makes a contract of every template, filled
// in just as a new review has it: with all that the template suggests.
func TestOneDiagnosisFitsThreePages(t *testing.T) {
	l, u := line(t), unit(t)
	for _, id := range l.Plans.IDs() {
		if n := pages(t, l, u, filled(t, l, u, "EX-001", id)); n > 3 {
			t.Errorf("%s: %d pages, at most 3", id, n)
		}
	}
}

// TestContractsAreSmall weighs the clinic's contracts, each with its plan and
// its typefaces in it.
func TestContractsAreSmall(t *testing.T) {
	const most, many = 40_000, 3 // bytes; diagnoses, with which a contract may be larger
	l, sum := line(t), 0
	plans := withPlan(t, l, jobs(t))
	for _, job := range plans {
		size := len(one(t, l, job, generate.PDF))
		sum += size
		data, err := job.Read()
		if err != nil {
			t.Fatal(err)
		}
		if r, _ := review.Read(job.Name, data, source.Options{}); size > most && len(r.Plan.Diagnoses) < many {
			t.Errorf("%s: %d bytes for %d diagnoses, at most %d", job.Name, size, len(r.Plan.Diagnoses), most)
		}
	}
	if mean := sum / len(plans); mean > most {
		t.Errorf("%d bytes a contract, at most %d", mean, most)
	}
}

// pages is how many pages the contract of a review has.
func pages(tb testing.TB, l *generate.Line, u *review.Unit, data []byte) int {
	tb.Helper()
	_, p, ps := l.Review("-", data, u)
	if p == nil {
		tb.Fatal(ps)
	}
	d := contract.Compose(p, l.Words.Layout("kontrakt"), l.Words.In(p.Lang))
	tags, err := pdf.NewPrinter(l.Fonts).Tags(d, pdf.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	said := regexp.MustCompile(`Sida \d+ av (\d+)`).FindStringSubmatch(tags)
	if said == nil {
		return 1
	}
	n, err := strconv.Atoi(said[1])
	if err != nil {
		tb.Fatal(err)
	}
	return n
}
