package report

// extract is what the extract said of itself.
func (c *cells) extract(f *Figures) {
	u := f.Urval
	c.weigh(heavy, &u.RowsRead, &u.RowsUsed, &u.All.Contacts, &u.All.Patients)
	rows := []*Number{&u.RowsUsed}
	for i := range u.LeftOut {
		rows = append(rows, &u.LeftOut[i].Rows)
	}
	c.sum(&u.RowsRead, rows...)
	c.within(&u.RowsRead, &u.RowsUsed)
	c.within(&u.All.Patients, &f.Cohort.Patients)
	c.rest(&u.All.Contacts, &f.Cohort.Contacts)
	c.ofFew(&u.All.Contacts, &u.All.Patients)
}

// plans is what the agreed plans hold.
func (c *cells) plans(p *Plans) {
	all := &p.Total
	c.weigh(heavier, all)
	c.sum(all, &p.Answered.Known, &p.Answered.Unknown)
	var diagnoses []*Number
	for i := range p.Diagnoses {
		diagnoses = append(diagnoses, &p.Diagnoses[i].Patients)
	}
	c.within(all, diagnoses...)
	c.atMost(all, diagnoses...)
	c.parts(p)
	r := &p.Referrals
	c.weigh(heavy, &r.Total, &r.Plans)
	if !c.isPart(&r.Plans) {
		c.within(all, &r.Plans)
	}
	c.rest(&r.Total, &r.Plans)
	c.ofFew(&r.Total, &r.Plans)
	c.sum(&r.Total, &r.Planned, &r.Sent, &r.Received, &r.Closed)
	c.within(all, &p.Valid, &p.Overdue)
	c.sum(all, &p.Valid, &p.Overdue)
	c.sum(all, &p.FollowUp.Undated, &p.FollowUp.Passed, &p.FollowUp.Coming)
}

// parts is which parts plans have and which questions they answer: some of
// these are the same, or one holds the other.
func (c *cells) parts(p *Plans) {
	by := partsByKey(p)
	for _, parts := range [][]Part{p.Questions, p.Parts} {
		for i := range parts {
			if n := &parts[i].Plans; !c.isPart(n) {
				c.within(&p.Total, n)
			}
		}
	}
	for _, in := range partsWithin {
		if by[in[0]] != nil && by[in[1]] != nil {
			c.within(by[in[1]], by[in[0]])
		}
	}
	if set := by["uppföljning"]; set != nil {
		c.sum(&p.Total, set, &p.FollowUp.Undated)
	}
}

// partsWithin are those that no plan has without the second.
var partsWithin = [][2]string{
	{"1", "2-söka-vård"}, {"fasta_vårdkontakter", "4"}, {"nästa_steg.när", "nästa_steg"}, {"nästa_steg.när", "6"},
	{"7", "andra_planer"},
}

// step3 is what follow-ups have told.
func (c *cells) step3(f *Figures) {
	s := f.Step3
	c.weigh(total, &s.Patients, &s.Same)
	c.within(&f.Cohort.Patients, &s.Patients)
	before := &s.Patients
	for i := range s.Occasions {
		o := &s.Occasions[i]
		c.weigh(heavy, &o.Patients)
		c.within(before, &o.Patients)
		if o.Shown {
			c.within(&o.Patients, &s.Same)
		}
		before = &o.Patients
	}
	for i := range s.Seven {
		for j := range s.Seven[i].Times {
			r := &s.Seven[i].Times[j]
			c.weigh(middle, &r.Partly)
			c.weigh(heavy, &r.Yes)
			c.within(&s.Same, &r.Yes)
			c.sum(&s.Same, &r.Unanswered, &r.No, &r.Partly, &r.Yes)
		}
	}
	g := &s.Goals
	c.weigh(heavy, &g.Total)
	c.sum(&g.Total, &g.NotJudged, &g.Changed, &g.Not, &g.Partly, &g.Reached)
	c.groups(f)
}

// groups is the contacts before and after: what is left of all contacts, when
// those of the groups are taken away, is a few people's where few are in
// neither.
func (c *cells) groups(f *Figures) {
	groups := f.Step3.Before
	var members, followed, contacts []*Number
	for i := range groups {
		g := &groups[i]
		members, followed = append(members, &g.Patients), append(followed, &g.Followed)
		contacts = append(contacts, &g.Before.Sum)
		c.weigh(middle, &g.Patients, &g.Before.Sum, &g.After.Sum)
		c.within(&f.Cohort.Patients, &g.Patients)
		c.within(&g.Patients, &g.Followed)
		for _, s := range []*Spread{&g.Before, &g.After} {
			c.ref(&s.Unknown)
			c.ofFew(&s.Sum, &g.Followed)
		}
		c.notAbove(times{&g.Followed, f.Cohort.Threshold}, times{&g.Before.Sum, -1})
		if g.Key == "med-plan" {
			c.contracts(f, g)
		}
	}
	c.rest(&f.Cohort.Patients, members...)
	c.rest(&f.Step3.Patients, followed...)
	c.rest(&f.Cohort.Patients, followed...)
	c.restOfContacts(f, followed, contacts)
}

// contracts is that those who came to a contract by the flow are among the
// patients with a plan.
func (c *cells) contracts(f *Figures, g *Group) {
	for i := range f.Flow {
		if f.Flow[i].Key == "kontrakt" {
			c.rest(&g.Patients, &f.Flow[i].On)
		}
	}
	if f.Plans != nil {
		c.rest(&f.Plans.Total, &g.Patients)
	}
}

// restOfContacts hides the contacts of those in no group, when they are few.
func (c *cells) restOfContacts(f *Figures, followed, contacts []*Number) {
	left, known := f.Cohort.Patients.Value()
	for _, n := range followed {
		v, ok := n.Value()
		left, known = left-v, known && ok
	}
	refs, ok := c.all(contacts)
	all := c.ref(&f.Cohort.Contacts)
	if !known || !ok || all == 0 {
		return
	}
	rest := c.table.Rest(all, refs...)
	if 0 < left && left < c.least {
		c.table.Withhold(rest)
	}
}
