package cohort

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"
)

// million is an extract of a million rows.
func million() []byte {
	var b bytes.Buffer
	b.WriteString("patient_id;personnummer;kön;kontaktdatum;enhetskod;enhet;yrkeskategori;kontakttyp;vårdgivare\n")
	random := rand.New(rand.NewPCG(1, 2))
	for range 1_000_000 {
		n := random.IntN(60_000)
		fmt.Fprintf(&b, "H-%05d;%s;kvinna;2024-%02d-%02d;828008;Hälsan DLM;Läkare;Besök;L%d\n", n, "", 1+random.IntN(12), 1+random.IntN(28), random.IntN(300))
	}
	return b.Bytes()
}

func BenchmarkMillionRowsCSV(b *testing.B) {
	data := million()
	for b.Loop() {
		if c, ps, err := ReadContacts("x", bytes.NewReader(data), int64(len(data)), 2024); err != nil || len(ps) > 0 || c.Used() != 1_000_000 {
			b.Fatal(ps, err)
		}
	}
}

// BenchmarkMillionPatientsCSV is the most that a million rows can ask: nobody
// comes twice, and each has an id and a number. What is kept of them when all
// is counted is live-MiB.
func BenchmarkMillionPatientsCSV(b *testing.B) {
	var data bytes.Buffer
	data.WriteString("patient_id;personnummer;kön;kontaktdatum;enhetskod;enhet;yrkeskategori;vårdgivare\n")
	start := time.Date(1887, 1, 1, 0, 0, 0, 0, time.UTC)
	for n := range 1_000_000 {
		born := start.AddDate(0, 0, n/20)
		fmt.Fprintf(&data, "H-%07d;%s;kvinna;2024-%02d-%02d;828008;Hälsan DLM;Läkare;L%d\n", n, testNumber(born.Format("20060102"), 980+n%20), 1+n%12, 1+n%28, n%300)
	}
	b.ReportAllocs()
	for b.Loop() {
		c, ps, err := ReadContacts("x", bytes.NewReader(data.Bytes()), int64(data.Len()), 2024)
		if err != nil || len(ps) > 0 || c.Used() != 1_000_000 {
			b.Fatal(ps, err)
		}
		if _, s, _ := c.Choose(30, nil); s.Extract.Patients != 1_000_000 {
			b.Fatal(s.Extract.Patients)
		}
		b.ReportMetric(live()-float64(data.Cap())/(1<<20), "live-MiB")
		runtime.KeepAlive(c)
	}
}

// live is the memory that is in use, in MiB.
func live() float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}

func BenchmarkMillionRowsWorkbook(b *testing.B) {
	s := Sheet{Name: "Blad1"}
	for line := range strings.SplitSeq(strings.TrimSpace(string(million())), "\n") {
		var row []Cell
		for c := range strings.SplitSeq(line, ";") {
			row = append(row, Cell{Text: c})
		}
		s.Rows = append(s.Rows, row)
	}
	var book bytes.Buffer
	if err := WriteWorkbook(&book, []Sheet{s}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if c, ps, err := ReadContacts("x", bytes.NewReader(book.Bytes()), int64(book.Len()), 2024); err != nil || len(ps) > 0 || c.Used() != 1_000_000 {
			b.Fatal(ps, err)
		}
	}
}
