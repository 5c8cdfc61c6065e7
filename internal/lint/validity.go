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

func checkUnreviewed(r *reading) {
	if r.Reviewed == nil {
		r.tell(r.OwnAt("granskad"), "granskad")
	}
}
