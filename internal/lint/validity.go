package lint

func checkNoEnd(r *reading) {
	if r.ValidTo.IsZero() {
		r.tell(r.At("giltig_till"), "giltig_till")
	}
}

func checkEnded(r *reading) {
	if !r.ValidTo.IsZero() && r.ValidTo.Before(r.today) {
		r.tell(r.At("giltig_till"), "giltig_till", r.ValidTo.String())
	}
}

// checkSignedFirst: a signature does not cover what was written after it.
func checkSignedFirst(r *reading) {
	if r.Reviewed != nil && !r.Reviewed.Date.IsZero() && r.Reviewed.Date.Before(r.Written) {
		r.tell(r.OwnAt("granskad.datum"), "granskad.datum", r.Reviewed.Date.String(), r.Written.String())
	}
}

func checkUnreviewed(r *reading) {
	if r.Reviewed == nil {
		r.tell(r.OwnAt("granskad"), "granskad")
	}
}
