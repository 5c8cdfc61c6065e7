package phrase_test

import (
	"testing"
	"testing/fstest"

	"kontrakt/internal/generate"
	"kontrakt/internal/phrase"
	"kontrakt/templates"
)

// A clinic's own keywords that are wrong are told with their place, and a
// misspelt part with the nearest.
func TestWhatIsWrongAmongTheRecordsKeywordsIsTold(t *testing.T) {
	const whole = "sökord:\n  - namn: Överenskommelse\n    delar: [överenskommelse, mål]\n"
	tests := []struct{ name, file, rule, path, hint string }{
		{"a part that is misspelt", whole + "  - namn: Plan\n    delar: [remiser]\n", "del-okänd", "sökord[1].delar[0]", "menade du remisser? "},
		{"a part twice", whole + "  - namn: Plan\n    delar: [mål]\n", "del-dubbel", "sökord[1].delar[0]", ""},
		{"a keyword without a name", whole + "  - delar: [remisser]\n", "sökord-utan-namn", "sökord[1]", ""},
		{"a keyword without parts", whole + "  - namn: Plan\n", "sökord-utan-delar", "sökord[1]", ""},
		{"no agreement", "sökord:\n  - namn: Plan\n    delar: [mål]\n", "del-saknas-i-sökord", "sökord", ""},
		{"a key that is misspelt", "sökord:\n  - namn: Plan\n    delar: [överenskommelse]\n    rubrik: x\n", "unknown", "sökord[0].rubrik", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, ps := phrase.Load(generate.Layouts(), templates.FS, fstest.MapFS{"journal.yaml": {Data: []byte(tt.file)}})
			if len(ps) != 1 || ps[0].Rule != tt.rule || ps[0].Path != tt.path {
				t.Fatalf("want %s at %s, got %+v", tt.rule, tt.path, ps)
			}
			if ps[0].Pos.Line == 0 || len(ps[0].Hint) < len(tt.hint) || ps[0].Hint[:len(tt.hint)] != tt.hint {
				t.Errorf("place or hint: %+v", ps[0])
			}
		})
	}
}
