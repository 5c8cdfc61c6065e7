package generate_test

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/klauspost/compress/zlib"

	"kontrakt/fonts"
	"kontrakt/internal/generate"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
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

// thousand are the clinic's reviews that have a plan, over and over.
func thousand(tb testing.TB, l *generate.Line) []generate.Job {
	plans := withPlan(tb, l, jobs(tb))
	all := make([]generate.Job, 1000)
	for i := range all {
		all[i] = plans[i%len(plans)]
	}
	return all
}

func discard(generate.Job, generate.File) error { return nil }

// contracts asks for the contract alone, in the formats named.
func contracts(save func(generate.Job, generate.File) error, formats ...generate.Format) generate.Request {
	return generate.Request{Formats: formats, Save: save, Protected: true}
}

// one makes one ordinary contract and gives its file.
func one(tb testing.TB, l *generate.Line, job generate.Job, f generate.Format) (data []byte) {
	q := contracts(discard, f)
	q.Keep = true
	l.Run([]generate.Job{job}, q, func(r generate.Result) {
		if len(r.Files) != 1 {
			tb.Fatal(r.Problems, r.Err)
		}
		data = r.Files[0].Data
	})
	return data
}

// BenchmarkBatch1000 is a batch of a thousand contracts, a worker a core, from
// the reviews' bytes to the finished files': what a contract costs of all
// cores together, how much of that is to read its YAML, and how large it is.
func BenchmarkBatch1000(b *testing.B) {
	l := line(b)
	all := thousand(b, l)
	var size atomic.Int64
	q := contracts(func(_ generate.Job, f generate.File) error { size.Add(int64(len(f.Data))); return nil }, generate.PDF)
	var whole, yaml time.Duration
	for b.Loop() {
		whole += spent(func() { l.Run(all, q, func(generate.Result) {}) })
		yaml += spent(func() { readAll(b, l, all) })
	}
	each := float64(b.N * len(all))
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(whole.Microseconds())/each, "µs-whole/contract")
	b.ReportMetric(float64(yaml.Microseconds())/each, "µs-YAML/contract")
	b.ReportMetric(float64((whole-yaml).Microseconds())/each, "µs-decoded/contract")
	b.ReportMetric(float64(size.Load())/each, "bytes/contract")
}

// readAll reads the YAML of the reviews and no more.
func readAll(b *testing.B, l *generate.Line, all []generate.Job) {
	for _, j := range all {
		data, err := j.Read()
		if err != nil {
			b.Fatal(err)
		}
		if r, ps := review.Read(j.Name, data, source.Options{Chars: l.Fonts.Has}); r.Plan == nil {
			b.Fatal(ps)
		}
	}
}

// BenchmarkCores is how many times faster a thousand contracts are made on two
// cores than on one.
func BenchmarkCores(b *testing.B) {
	if runtime.NumCPU() < 2 {
		b.Skip("one core")
	}
	l := line(b)
	all := thousand(b, l)
	cores := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(cores)
	var took [3]time.Duration // by cores
	for b.Loop() {
		for n := 1; n <= 2; n++ {
			runtime.GOMAXPROCS(n)
			began := time.Now()
			l.Run(all, contracts(discard, generate.PDF), func(generate.Result) {})
			took[n] += time.Since(began)
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(took[1].Seconds()/took[2].Seconds(), "times-faster")
}

// BenchmarkPlainFpdf is what the same text costs with a PDF library as it is:
// two faces, no structure, no attachment, no word kept from one to the next.
func BenchmarkPlainFpdf(b *testing.B) {
	l := line(b)
	text := one(b, l, withPlan(b, l, jobs(b))[4], generate.Text)
	regular, err1 := fs.ReadFile(fonts.FS, "AtkinsonHyperlegibleNext-Regular.ttf")
	bold, err2 := fs.ReadFile(fonts.FS, "AtkinsonHyperlegibleNext-Bold.ttf")
	if err1 != nil || err2 != nil {
		b.Fatal(err1, err2)
	}
	var size int
	cpu := time.Duration(0)
	for b.Loop() {
		cpu += spent(func() { size = len(plain(b, regular, bold, text)) })
	}
	b.ReportMetric(float64(cpu.Microseconds())/float64(b.N), "µs-CPU/contract")
	b.ReportMetric(float64(size), "bytes/contract")
}

// plain sets text line by line, the first word of each in bold.
func plain(b *testing.B, regular, bold, text []byte) []byte {
	f := fpdf.New("P", "pt", "A4", "")
	f.AddUTF8FontFromBytes("A", "", regular)
	f.AddUTF8FontFromBytes("A", "B", bold)
	f.AddPage()
	for line := range bytes.Lines(text) {
		word, rest, _ := bytes.Cut(line, []byte(" "))
		f.SetFont("A", "B", 12)
		f.Write(16.5, string(word)+" ")
		f.SetFont("A", "", 12)
		f.Write(16.5, string(rest))
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// BenchmarkLimit is what no program could go below: to deflate the streams of
// the same contract and write as many bytes.
func BenchmarkLimit(b *testing.B) {
	l := line(b)
	file := one(b, l, withPlan(b, l, jobs(b))[4], generate.PDF)
	streams := inflated(file)
	var out bytes.Buffer
	zip, _ := zlib.NewWriterLevel(io.Discard, 4)
	cpu := time.Duration(0)
	for b.Loop() {
		cpu += spent(func() {
			out.Reset()
			for _, s := range streams {
				zip.Reset(&out)
				_, _ = zip.Write(s)
				_ = zip.Close()
			}
			out.Write(file[:max(0, len(file)-out.Len())])
		})
	}
	b.ReportMetric(float64(cpu.Microseconds())/float64(b.N), "µs-CPU/contract")
}

// inflated are the streams of a file that differ from contract to contract:
// fonts and the colour profile are deflated once a run.
func inflated(file []byte) (all [][]byte) {
	for part := range bytes.SplitSeq(file, []byte("endstream")) {
		dict, stream, ok := bytes.Cut(part, []byte("stream\n"))
		if !ok || bytes.Contains(dict, []byte("/Length1 ")) || bytes.Contains(dict, []byte("/DeviceRGB")) {
			continue
		}
		if z, err := zlib.NewReader(bytes.NewReader(stream)); err == nil {
			if data, err := io.ReadAll(z); err == nil {
				all = append(all, data)
			}
		}
	}
	return all
}
