package lint

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSentencesArePartedAsPeopleReadThem(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"Du rör dig. Du vilar.", []string{"Du rör dig.", "Du vilar."}},
		{"Vilar du? Bra! Fortsätt …", []string{"Vilar du?", "Bra!", "Fortsätt …"}},
		{"återbesök om träning\nblodprov", []string{"återbesök om träning", "blodprov"}},
		{"Ring kl. 8.30 till oss.", []string{"Ring kl. 8.30 till oss."}},
		{"Ta med t.ex. Alvedon. Vila sedan.", []string{"Ta med t.ex. Alvedon.", "Vila sedan."}},
		{"Vila, sov, ät m.m. Ring oss sedan.", []string{"Vila, sov, ät m.m.", "Ring oss sedan."}},
		{"Det gäller bl.a. Sömn och mat.", []string{"Det gäller bl.a. Sömn och mat."}},
		{"Värdet är 3.5 eller 3,5 procent.", []string{"Värdet är 3.5 eller 3,5 procent."}},
		{"Det hände 2025-09-05. Nu är det bra.", []string{"Det hände 2025-09-05.", "Nu är det bra."}},
		{"Kom den 5. juni till oss.", []string{"Kom den 5. juni till oss."}},
		{"1. Sitt ner och vila.", []string{"1. Sitt ner och vila."}},
		{"Du vilar 5. Du går sedan.", []string{"Du vilar 5.", "Du går sedan."}},
		{"Fråga P. Lindberg om råd.", []string{"Fråga P. Lindberg om råd."}},
		{"Mät två gånger. 5 minuter räcker.", []string{"Mät två gånger.", "5 minuter räcker."}},
		{"Du frågar: ”Hur mår du?” Sedan vilar du.", []string{"Du frågar: ”Hur mår du?”", "Sedan vilar du."}},
		{"Du vilar (länge). Du går.", []string{"Du vilar (länge).", "Du går."}},
		{"Se www.1177.se för mer.", []string{"Se www.1177.se för mer."}},
		{" – . \n …", nil},
		{"", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, s := range sentences(tt.text) {
			got = append(got, s.text)
		}
		if strings.Join(got, "|") != strings.Join(tt.want, "|") {
			t.Errorf("%q\ngot  %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Du rör dig, varje dag!", "Du rör dig varje dag"},
		{"t.ex. kl. 8.30", "t.ex kl 8.30"},
		{"under 135/85, helst 3,5 mmol/mol", "under 135/85 helst 3,5 mmol mol"},
		{"20–30 minuter – varje dag", "20–30 minuter varje dag"},
		{"astma-KOL-sjuksköterska och/eller läkare", "astma-KOL-sjuksköterska och eller läkare"},
		{"för- och nackdelar", "för och nackdelar"},
		{"S:t Görans EKG:t", "S:t Görans EKG:t"},
		{"90\u00a0390", "90\u00a0390"},
	}
	for _, tt := range tests {
		if got := strings.Join(words(tt.text), " "); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestLIX(t *testing.T) {
	tests := []struct {
		text string
		want float64
	}{
		{"", 0},
		{" – ", 0},
		{"Du vilar.", 2},
		{"Du vilar. Du går.", 2},
		{"vila\npromenad", 1 + 50}, // two points without a full stop
		{"Sjuksköterskan ringer dig på måndag kl. 8.30.", 7 + 100*1/7.0},             // måndag has six letters
		{"Du mäter, t.ex. på morgonen, och skriver 135/85.", 8 + 100*2/8.0},          // digits are no letters
		{"Du mäter 2025-09-05.", 3},                                                  // however long
		{"Fråga din läkare.\nRing oss i god tid före besöket.", 10/2.0 + 100*1/10.0}, // besöket
	}
	for _, tt := range tests {
		if got := LIX(tt.text); math.Abs(got-tt.want) > 0.001 {
			t.Errorf("%q: LIX %.3f, want %.3f", tt.text, got, tt.want)
		}
	}
}

func TestNamesAreNoLongWords(t *testing.T) {
	names := []string{"hjärtsvikt"}
	for text, want := range map[string]float64{
		"Du har hjärtsvikt nu.":              4,
		"Ring Självmordslinjen nu.":          3,
		"Självmordslinjen svarar.":           2 + 50, // first in the sentence it may be any word
		"Fråga Försäkringskassan om pengar.": 4,
	} {
		if got := lix(text, names); got != want {
			t.Errorf("%q: LIX %v, want %v", text, got, want)
		}
	}
}

// FuzzLIX: whatever the text, every word is counted once, no sentence is
// empty, and the figure is one that can be shown.
func FuzzLIX(f *testing.F) {
	for _, s := range []string{"Du vilar. Du går.", "t.ex. kl. 8.30", "P. L. …", "1. a\n\n2. b", "(«»)", "90\u00a0390", "a\u0301:b", "å-'’:.", "\xff\xfe."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n := 0
		for _, s := range sentences(text) {
			if len(s.words) == 0 {
				t.Fatalf("an empty sentence in %q", text)
			}
			n += len(s.words)
		}
		if !utf8.ValidString(text) {
			return
		}
		if got := LIX(text); got < 0 || math.IsNaN(got) || got > float64(n)+100 || (n == 0) != (got == 0) {
			t.Errorf("%q: LIX %v of %d words", text, got, n)
		}
	})
}
