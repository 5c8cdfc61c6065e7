package generate_test

import (
	"io/fs"
	"path"
	"testing"

	"kontrakt/internal/generate"
	"kontrakt/klinik"
)

// jobs are the made-up clinic's reviews as jobs, in the order of their names.
func jobs(tb testing.TB) []generate.Job {
	tb.Helper()
	names, err := fs.Glob(klinik.FS, "granskning/*.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	u := unit(tb)
	all := make([]generate.Job, len(names))
	for i, name := range names {
		data, err := fs.ReadFile(klinik.FS, name)
		if err != nil {
			tb.Fatal(err)
		}
		all[i] = generate.Job{Name: path.Clean(name), Unit: u, Read: func() ([]byte, error) { return data, nil }}
	}
	return all
}

// withPlan keeps the jobs whose reviews have a plan.
func withPlan(tb testing.TB, l *generate.Line, all []generate.Job) []generate.Job {
	tb.Helper()
	var kept []generate.Job
	l.Check(all, func(r generate.Result) {
		if r.Outcome == generate.Made {
			kept = append(kept, r.Job)
		}
	})
	return kept
}

func discard(generate.Job, generate.File) error { return nil }

// BenchmarkContract is one ordinary contract, from the review's bytes to the
// finished PDF's.
func BenchmarkContract(b *testing.B) {
	l := line(b)
	one := withPlan(b, l, jobs(b))[4:5]
	b.ReportAllocs()
	for b.Loop() {
		l.Run(one, generate.Request{Formats: []generate.Format{generate.PDF}, Save: discard, Protected: true}, func(generate.Result) {})
	}
}

// BenchmarkBatch1000 is a batch of a thousand contracts, with a worker a core.
func BenchmarkBatch1000(b *testing.B) {
	l := line(b)
	plans := withPlan(b, l, jobs(b))
	var thousand []generate.Job
	for i := range 1000 {
		thousand = append(thousand, plans[i%len(plans)])
	}
	for b.Loop() {
		l.Run(thousand, generate.Request{Formats: []generate.Format{generate.PDF}, Save: discard, Protected: true}, func(generate.Result) {})
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(1000*b.N), "µs/contract")
}

// BenchmarkRead is the reading of a review alone: YAML to a resolved plan.
func BenchmarkRead(b *testing.B) {
	l := line(b)
	one := withPlan(b, l, jobs(b))[4]
	data, err := one.Read()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, p, ps := l.Review(one.Name, data, one.Unit); p == nil {
			b.Fatal(ps)
		}
	}
}
