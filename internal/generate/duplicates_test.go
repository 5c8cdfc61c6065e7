package generate_test

import (
	"maps"
	"testing"

	"kontrakt/internal/generate"
)

func TestTwins(t *testing.T) {
	got := generate.Twins([]string{"a/EX-001.yaml", "a/EX-002.yaml", "b/ex-001.yaml", "c/EX-001-kontrakt.pdf"})
	want := map[string]string{"a/EX-001.yaml": "b/ex-001.yaml", "b/ex-001.yaml": "a/EX-001.yaml"}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
