package lint

import (
	"slices"
	"strings"

	"kontrakt/internal/plan"
)

// A diagnosis may lack signs for 112, so that their absence is a warning; one
// without any sign leaves the patient alone.

func checkNoWarnings(r *reading) {
	if s := r.Seek; len(s.ContactUs)+len(s.SameDay)+len(s.Call112) == 0 {
		r.tell(r.At("söka_vård"), "söka_vård")
	}
}

func checkNo112(r *reading) {
	if s := r.Seek; len(s.Call112) == 0 && len(s.ContactUs)+len(s.SameDay) > 0 {
		r.tell(r.At("söka_vård.ring_112"), "söka_vård.ring_112")
	}
}

// checkLost112: a clinic that writes a template anew keeps the signs for 112
// that the program's has.
func checkLost112(r *reading) {
	under := r.library.Under(r.ID)
	if under == nil {
		return
	}
	var lost []string
	for _, w := range under.Seek.Call112 {
		if !slices.ContainsFunc(r.Seek.Call112, func(own plan.Warning) bool { return own.ID == w.ID }) {
			lost = append(lost, w.ID)
		}
	}
	if len(lost) > 0 {
		r.tell(r.At("söka_vård.ring_112"), "söka_vård.ring_112", strings.Join(lost, ", "))
	}
}
