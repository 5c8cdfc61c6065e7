package report

import "slices"

// checkPlans: every plan is valid or overdue, and is followed up once.
func (c *checker) checkPlans() {
	p := c.f.Plans
	if p == nil {
		return
	}
	c.check("planer", "plans", "Giltiga och utgångna planer är alla planer, och varje del finns i högst alla", func(v *verdict) {
		v.sum("giltighet", p.Total, p.Valid, p.Overdue)
		v.sum("uppföljning", p.Total, p.FollowUp.Coming, p.FollowUp.Passed, p.FollowUp.Undated)
		v.sum("de sju frågorna", p.Total, p.Answered.Known, p.Answered.Unknown)
		v.possible("de sju frågorna", p.Answered)
		for _, part := range slices.Concat(p.Parts, p.Questions) {
			v.within(part.Name, part.Plans, p.Total)
		}
		for _, d := range p.Diagnoses {
			if d.Merged == 0 { // a merged row may hold several diagnoses of a plan
				v.within(d.Name, d.Patients, p.Total)
			}
		}
	})
	c.check("remisser", "plans.referrals", "Remisserna efter status är alla remisser", func(v *verdict) {
		r := p.Referrals
		v.sum("", r.Total, r.Planned, r.Sent, r.Received, r.Closed)
		v.within("", r.Plans, r.Total)
		v.within("", r.Plans, p.Total)
	})
}

// checkStep3: everybody who is counted over time has an answer, or none, each
// time; every goal has a state.
func (c *checker) checkStep3() {
	s := c.f.Step3
	if s == nil {
		return
	}
	c.check("sju-frågor", "step3.seven", "Ja, delvis, nej och uppgift saknas är alla som svarat varje gång", func(v *verdict) {
		for _, q := range s.Seven {
			for _, r := range q.Times {
				v.sum(q.Name, s.Same, r.Yes, r.Partly, r.No, r.Unanswered)
			}
		}
		for _, o := range s.Occasions {
			v.within("", o.Patients, s.Patients)
			if o.Shown {
				v.within("", s.Same, o.Patients)
			}
		}
	})
	c.check("mål", "step3.goals", "Målen efter läge är alla mål", func(v *verdict) {
		g := s.Goals
		v.sum("", g.Total, g.Reached, g.Partly, g.Not, g.Changed, g.NotJudged)
	})
	c.check("före-efter", "step3.before_after", "Kontakterna före och efter gäller samma patienter", func(v *verdict) {
		for _, g := range s.Before {
			v.within(g.Name, g.Followed, g.Patients)
			v.same(g.Name, g.Before.Known, g.Followed)
			v.same(g.Name, g.After.Known, g.Followed)
			v.possible(g.Name+", före", g.Before)
			v.possible(g.Name+", efter", g.After)
		}
	})
}

// checkUrval holds the extract's own totals against the review files. That
// they differ is no fault of reckoning: a file has been changed, or the
// extract read again, since the selection.
func (c *checker) checkUrval() {
	u, f := c.f.Urval, c.f
	if u == nil {
		return
	}
	c.check("utdrag-summa", "urval", "Utdragets kontakter per yrkeskategori och enhet är alla dess kontakter", func(v *verdict) {
		for _, t := range []Totals{u.All, u.Chosen} {
			v.sum("per yrkeskategori", t.Contacts, column(t.ByProfession, ContactRow.contacts)...)
			v.sum("per enhet", t.Contacts, column(t.ByUnit, ContactRow.contacts)...)
		}
		v.within("patienter", u.Chosen.Patients, u.All.Patients)
		v.within("kontakter", u.Chosen.Contacts, u.All.Contacts)
	})
	v := &verdict{}
	v.agree("år", Count(u.Year), Count(f.Cohort.Year))
	v.agree("tröskel", Count(u.Threshold), Count(f.Cohort.Threshold))
	v.agree("patienter", u.Chosen.Patients, f.Cohort.Patients)
	v.agree("kontakter", u.Chosen.Contacts, f.Cohort.Contacts)
	v.agreeRows(u.Chosen.ByProfession, f.ByProfession)
	v.agreeRows(u.Chosen.ByUnit, f.ByUnit)
	v.agree("kända åldrar", u.Chosen.Age.Known, f.Age.Known)
	v.agree("summan av åldrarna", u.Chosen.Age.Sum, f.Age.Sum)
	v.agree("kvinnor", u.Chosen.Sex.Women, f.Sex.Women)
	v.agree("män", u.Chosen.Sex.Men, f.Sex.Men)
	c.stale(v)
}

// stale is the check of the extract against the reviews.
func (c *checker) stale(v *verdict) {
	check := Check{Key: "urval-aktuellt", Table: "urval", OK: v.fault == "", Stale: v.fault != "", Text: "Granskningarna har samma urval som urval.yaml"}
	if check.Stale {
		check.Text = "Granskningarna har inte samma urval som urval.yaml: " + v.fault + ". Kör kontrakt urval igen."
	}
	c.checks = append(c.checks, check)
}

// agree compares what urval.yaml says with what the reviews do.
func (v *verdict) agree(where string, a, b Number) {
	x, known := a.Value()
	y, alsoKnown := b.Value()
	if known && alsoKnown {
		v.fits(x == y, where, grouped(x)+" i urval.yaml, "+grouped(y)+" i granskningarna")
	}
}

// agreeRows compares the contacts of the same categories; one that only one
// side has is told by its contacts against none. A table that one side does
// not have at all is not compared.
func (v *verdict) agreeRows(a, b []ContactRow) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	for _, r := range a {
		v.agree(r.Name, r.Contacts, contactsOf(b, r.Name))
	}
	for _, r := range b {
		v.agree(r.Name, contactsOf(a, r.Name), r.Contacts)
	}
}

func contactsOf(rows []ContactRow, name string) Number {
	hidden := false
	for _, r := range rows {
		if r.Name == name {
			return r.Contacts
		}
		hidden = hidden || r.Merged > 0
	}
	if hidden {
		return Number{}
	}
	return Count(0)
}
