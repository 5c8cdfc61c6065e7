package phrase_test

import (
	"testing"
	"testing/fstest"

	"kontrakt/internal/contract"
	"kontrakt/internal/phrase"
	"kontrakt/templates"
)

func TestShippedWordsAndLayoutsAreWhole(t *testing.T) {
	_, ps := phrase.Load([]phrase.Document{contract.Document()}, templates.FS)
	for _, p := range ps {
		t.Error(p)
	}
}

var _ fstest.MapFS
