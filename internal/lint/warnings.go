package lint

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
