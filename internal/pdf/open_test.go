package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"kontrakt/internal/doc"
)

// carrying is a small file with a plan in it.
func carrying(t testing.TB, content string) []byte {
	t.Helper()
	d := &doc.Document{Title: "Plan", Lang: "sv", Content: []doc.Block{para("Hej")}, Date: "2025-09-15", Producer: "kontrakt 1",
		Files: []doc.File{{Name: "plan.yaml", MIME: "application/yaml", Description: "Planen på nytt", Data: []byte(content)}}}
	out, err := toFile(printer(t), d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestOpenGivesBackWhatTravels(t *testing.T) {
	file := carrying(t, "version: 1\n")
	for _, c := range []struct {
		name, file string
		unchanged  bool
		err        error
		data       []byte
	}{
		{"plan.yaml", "version: 1\n", true, nil, file},
		{"annan.yaml", "", true, nil, file},
		{"plan.yaml", "", true, nil, printed(t, &doc.Document{Title: "Utan plan", Lang: "sv", Content: []doc.Block{para("Hej")}})},
		{"plan.yaml", "", true, nil, merged(t, file, file)},
		{"plan.yaml", "", false, ErrDamaged, file[:len(file)-100]},
		{"plan.yaml", "", false, ErrForeign, []byte("hej, det här är ingen PDF utan ett brev")},
		{"plan.yaml", "", false, ErrForeign, slices.Concat(bytes.Repeat([]byte(" "), 2000), file)},
		{"plan.yaml", "", false, ErrShort, nil},
		{"plan.yaml", "", false, ErrShort, file[:20]},
		{"plan.yaml", "version: 1\n", false, nil, slices.Concat([]byte("\ufeff"), file)},
		{"plan.yaml", "version: 1\n", false, nil, slices.Concat([]byte("\r\n"), file)},
		{"plan.yaml", "", false, nil, slices.Concat([]byte("\ufeff"), bytes.Replace(file, []byte("%kontrakt 1\n"), nil, 1))},
		{"plan.yaml", "version: 1\n", false, nil, bytes.Replace(file, []byte("Producer>kontrakt 1"), []byte("Producer>kontrakt 2"), 1)},
		{"plan.yaml", "", false, ErrNewer, bytes.Replace(file, []byte("%kontrakt 1\n"), []byte("%kontrakt 2\n"), 1)},
	} {
		got, err := Open(c.data, c.name)
		if !errors.Is(err, c.err) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.err)
		}
		if err == nil && (string(got.File) != c.file || got.Unchanged != c.unchanged) {
			t.Errorf("%s: %q, unchanged %v", c.name, got.File, got.Unchanged)
		}
	}
}

// A bomb is a small file that claims to hold very much.
func TestOpenHoldsLittleOfABomb(t *testing.T) {
	file := carrying(t, strings.Repeat("a", 64<<20))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := Open(file, "plan.yaml"); !errors.Is(err, ErrDamaged) {
		t.Errorf("error %v for a plan of 64 MiB", err)
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
		t.Errorf("%d MiB to find that out", used>>20)
	}
}

// FuzzOpen gives any bytes, and objects of any sort behind a table that is right.
func FuzzOpen(f *testing.F) {
	file := carrying(f, "version: 1\n")
	f.Add(file, "")
	f.Add(file[:len(file)/2], "<</Type/Catalog/AF[3 0 R ]>>")
	f.Add([]byte(beginning+"startxref\n9\n%%EOF\n"), "<</Type/Filespec/UF(plan.yaml)/EF<</F 4 0 R/UF 4 0 R>>>>")
	zip := newDeflater()
	f.Fuzz(func(t *testing.T, data []byte, object string) {
		open(t, data)
		w := newWriter(zip)
		var out bytes.Buffer
		w.start(&out)
		n := w.alloc(4)
		w.value(n, "%s", object)
		w.value(n+1, "<</Type/Catalog/AF[%d 0 R ]>>", n+2)
		w.value(n+2, "<</UF(plan.yaml)/EF<</F %d 0 R>>>>%s", n+3, object)
		w.deflated(n+3, object, data)
		if err := w.end(n+1, n); err == nil {
			open(t, out.Bytes())
		}
	})
}

// open must neither panic nor give anything but its own errors.
func open(t *testing.T, data []byte) {
	t.Helper()
	if c, err := Open(data, "plan.yaml"); err != nil && (c != nil || err != ErrForeign && err != ErrDamaged && err != ErrShort && err != ErrNewer) {
		t.Error(fmt.Errorf("unexpected %w", err))
	}
}
