package cohort

import (
	"fmt"
	"strings"
	"testing"
)

// TestRegister: each of many texts is found again, in any letters, as it was
// first written and as the one's who had it first.
func TestRegister(t *testing.T) {
	r := newRegister(strings.ToLower)
	const many = 100_000
	for n := range uint32(many) {
		id := fmt.Sprintf("H-%d", n)
		if r.find(id) != 0 || r.give(id, n) == 0 || r.give(strings.ToLower(id), n+1) != r.find(id) {
			t.Fatal(id)
		}
	}
	for n := range uint32(many) {
		id := fmt.Sprintf("H-%d", n)
		if place := r.find(strings.ToLower(id)); string(r.at(place)) != id || r.owner[place] != n {
			t.Fatalf("%s: %s, of %d", id, r.at(place), r.owner[place])
		}
	}
	if place := r.find("H-100000"); place != 0 || r.find("") != 0 || r.give("", 1) != 0 || len(r.at(0)) > 0 {
		t.Errorf("found at %d what was never given, or the empty text", place)
	}
}
