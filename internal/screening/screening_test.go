package screening_test

import (
	"bytes"
	"strings"
	"testing"

	"kontrakt/internal/doc"
	"kontrakt/internal/generate"
	"kontrakt/internal/phrase"
	"kontrakt/internal/review"
	"kontrakt/internal/screening"
	"kontrakt/internal/source"
	"kontrakt/templates"
)

// form is the form of a review, as a tree to read.
func form(t *testing.T, file string) string {
	t.Helper()
	book, ps := phrase.Load(generate.Layouts(), templates.FS)
	if ps.Err() != nil {
		t.Fatal(ps)
	}
	r, ps := review.Read("-", []byte(file), source.Options{})
	if ps.Err() != nil {
		t.Fatal(ps)
	}
	var b bytes.Buffer
	if err := doc.Dump(&b, screening.Compose(r, book.Layout(screening.Name), book.In(phrase.Swedish))); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(b.String(), "~", " ") // spaces that are kept
}

func TestAnIDIsEnough(t *testing.T) {
	got := form(t, "version: 1\npatient:\n  id: A-1\n")
	for _, want := range []string{"*A-1*", "Finns en fast vårdkontakt?", "Rehabkoordinator", "Omlistad", "Ingen vidare åtgärd", "Datum för konsultationen"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on the form:\n%s", want, got)
		}
	}
	for _, not := range []string{"*Ja*", "Kontakter under året", "Namn"} {
		if strings.Contains(got, not) {
			t.Errorf("%q is on the form, though nothing is known", not)
		}
	}
}

func TestWhatIsKnownIsFilledIn(t *testing.T) {
	got := form(t, `version: 1
patient:
  id: A-1
  namn: Anna Exempel
  kön: kvinna
urval:
  år: 2024
  tröskel: 30
  kontakter: 43
  per_yrkeskategori:
    Läkare: 9
    Sjuksköterska: 34
  ålder: 64
granskning:
  datum: 2025-03-12
  fast_vårdkontakt: oklart
  besvär: ryggsmärta
  samordnande_kontakt: [SIP]
  steg2: nej
  exkluderingsorsak: Flyttat till annan ort
`)
	for _, want := range []string{
		"Anna Exempel", "64 år", "43 under 2024. Med i urvalet är de som hade 30 eller fler.", "Läkare 9, Sjuksköterska 34",
		"12 mars 2025", "*Oklart*", "ryggsmärta", "Flyttat till annan ort", "*Nej*",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on the form:\n%s", want, got)
		}
	}
	if n := strings.Count(got, "*Ja*"); n != 2 { // the SIP, and the reason
		t.Errorf("%d words are ticked, want 2", n)
	}
}
