package pdf

import (
	"bytes"
	"errors"
	"os"
	"testing"

	"kontrakt/internal/doc"
)

func merged(t *testing.T, files ...[]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	m := NewMerger(&out, &doc.Document{Title: "Alla planer", Lang: "sv", Date: "2025-09-15", Producer: "kontrakt 1"})
	for i, f := range files {
		if err := m.Add(f, "EX-00"+string(rune('1'+i))); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func printed(t *testing.T, d *doc.Document) []byte {
	t.Helper()
	out, err := toFile(printer(t), d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// pagesOf reads a file back: how many pages it has and which of them are empty.
func pagesOf(t *testing.T, file []byte) (pages, empty int) {
	t.Helper()
	objects, _, err := readFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range objects {
		if bytes.HasPrefix(o.value, []byte("<</Type/Page/")) {
			pages++
			if !bytes.Contains(o.value, []byte("/StructParents")) {
				empty++
			}
		}
	}
	return pages, empty
}

func TestEveryFileBeginsOnAnOddPage(t *testing.T) {
	three, one := printed(t, sample()), printed(t, &doc.Document{Title: "En sida", Lang: "sv", Content: []doc.Block{para("Hej")}})
	for _, c := range []struct {
		name         string
		files        [][]byte
		pages, empty int
	}{
		{"one file", [][]byte{three}, 3, 0},
		{"odd, then odd", [][]byte{three, one}, 5, 1},
		{"one page each", [][]byte{one, one, one}, 5, 2},
		{"no file", nil, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := merged(t, c.files...)
			if pages, empty := pagesOf(t, out); pages != c.pages || empty != c.empty {
				t.Errorf("%d pages, %d of them empty; want %d and %d", pages, empty, c.pages, c.empty)
			}
			if dir := os.Getenv("PDF_OUT"); dir != "" && c.pages > 0 {
				if err := os.WriteFile(dir+"/merged-"+string(rune('0'+c.pages))+string(rune('a'+len(c.files)))+".pdf", out, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestSharedFontsAreWrittenOnce(t *testing.T) {
	file := printed(t, sample())
	fonts := bytes.Count(merged(t, file), []byte("/Length1"))
	if got := bytes.Count(merged(t, file, file, file), []byte("/Length1")); got != fonts {
		t.Errorf("%d font files in three copies of a file that has %d", got, fonts)
	}
}

func TestMergingTakesNoAttachment(t *testing.T) {
	file := printed(t, sample())
	if !bytes.Contains(file, []byte("/EmbeddedFile")) {
		t.Fatal("the sample has no attachment")
	}
	if bytes.Contains(merged(t, file), []byte("/EmbeddedFile")) {
		t.Error("the attachment came along")
	}
}

func TestMergingRefusesOtherFiles(t *testing.T) {
	file := printed(t, sample())
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("hej"), "cut off": file[:len(file)/2],
		"another form": []byte("%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF"),
	} {
		m := NewMerger(&bytes.Buffer{}, &doc.Document{})
		if err := m.Add(data, "EX-001"); !errors.Is(err, errUnreadable) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
