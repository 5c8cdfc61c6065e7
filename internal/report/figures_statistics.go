package report

// A statistic follows from counts: where it stands, and what it must be.
type statistic struct {
	table string
	name  string // the row, where the table has several
	at    *Decimal
	want  Decimal // not known where a count that it comes from is not
}

// derive fills in every statistic that follows from counts, and takes away
// those whose counts are not known.
func (f *Figures) derive() {
	for _, s := range f.statistics() {
		*s.at = s.want
	}
}

// statistics is every statistic that follows from counts. Medians do not.
func (f *Figures) statistics() []statistic {
	c := &f.Cohort
	all := []statistic{{"cohort", "", &c.ContactsPerPatient, perEach(c.Contacts, c.Patients)}}
	for _, s := range []struct {
		table string
		*Spread
	}{{"age", &f.Age.Spread}, {"age", &f.Age.Women}, {"age", &f.Age.Men}, {"doctors", &f.Doctors}} {
		all = append(all, s.statistics(s.table)...)
	}
	all = append(all, f.Sex.statistics("sex")...)
	all = append(all, f.AgeBands.statistics("age_bands")...)
	all = append(all, f.ContactBands.statistics("contact_bands")...)
	all = append(all, contactStatistics("by_profession", f.ByProfession, c.Contacts, c.Patients)...)
	all = append(all, contactStatistics("by_unit", f.ByUnit, c.Contacts, c.Patients)...)
	all = append(all, f.reviewStatistics()...)
	all = append(all, f.Plans.statistics()...)
	all = append(all, f.Step3.statistics()...)
	return append(all, f.Urval.statistics()...)
}

// reviewStatistics are those of the way from extract to contract.
func (f *Figures) reviewStatistics() []statistic {
	var all []statistic
	for i := range f.Flow {
		s := &f.Flow[i]
		all = append(all, statistic{"flow", s.Name, &s.OnPercent, perCent(s.On, s.Before)})
		all = append(all, rowStatistics("flow", s.Why, s.Before)...)
	}
	for i := range f.Excluded {
		r := &f.Excluded[i]
		all = append(all, statistic{"excluded", r.Name, &r.Percent, perCent(r.Patients, f.Reviewed)})
	}
	for i := range f.Actions {
		a := &f.Actions[i]
		all = append(all, statistic{"actions", a.Name, &a.Percent, perCent(a.Patients, f.Step2)})
	}
	for i := range f.Questions {
		q := &f.Questions[i]
		all = append(all, statistic{"questions", q.Name, &q.YesPercent, perCent(q.Yes, f.Reviewed)})
	}
	return all
}

// perEach is a sum for each of so many, where both are known.
func perEach(sum, of Number) Decimal { return ratio(sum, of, Tenths) }

// perCent is a part of a whole in whole per cent, where both are known.
func perCent(part, whole Number) Decimal { return ratio(part, whole, Percent) }

func ratio(a, b Number, of func(a, b int) Decimal) Decimal {
	x, known := a.Value()
	y, alsoKnown := b.Value()
	if !known || !alsoKnown {
		return Decimal{}
	}
	return of(x, y)
}

func (s *Spread) statistics(table string) []statistic {
	return []statistic{{table, "", &s.Mean, perEach(s.Sum, s.Known)}}
}

func (s *Sex) statistics(table string) []statistic {
	return []statistic{
		{table, "kvinnor", &s.WomenPercent, perCent(s.Women, s.Known)},
		{table, "män", &s.MenPercent, perCent(s.Men, s.Known)},
	}
}

func (c *Cross) statistics(table string) []statistic {
	var all []statistic
	for i := range c.Rows {
		if r := &c.Rows[i]; !r.unknown() {
			all = append(all, statistic{table, r.Name, &r.Percent, perCent(r.All, c.Known)})
		}
	}
	return all
}

func contactStatistics(table string, rows []ContactRow, contacts, patients Number) []statistic {
	var all []statistic
	for i := range rows {
		r := &rows[i]
		all = append(all,
			statistic{table, r.Name, &r.Percent, ratio(r.Contacts, contacts, PercentTenths)},
			statistic{table, r.Name, &r.PerPatient, perEach(r.Contacts, patients)},
			statistic{table, r.Name, &r.PerVisitor, perEach(r.Contacts, r.Patients)})
	}
	return all
}

func rowStatistics(table string, rows []Row, of Number) []statistic {
	var all []statistic
	for i := range rows {
		r := &rows[i]
		all = append(all, statistic{table, r.Name, &r.Percent, perCent(r.Patients, of)})
	}
	return all
}

func (p *Plans) statistics() []statistic {
	if p == nil {
		return nil
	}
	all := append(rowStatistics("plans.diagnoses", p.Diagnoses, p.Total), p.Answered.statistics("plans.answered")...)
	for _, t := range []struct {
		table string
		parts []Part
	}{{"plans.parts", p.Parts}, {"plans.questions", p.Questions}} {
		for i := range t.parts {
			part := &t.parts[i]
			all = append(all, statistic{t.table, part.Name, &part.Percent, perCent(part.Plans, p.Total)})
		}
	}
	return all
}

func (s *Step3) statistics() []statistic {
	if s == nil {
		return nil
	}
	var all []statistic
	for i := range s.Before {
		g := &s.Before[i]
		all = append(all, g.Before.statistics("step3.before_after")...)
		all = append(all, g.After.statistics("step3.before_after")...)
	}
	return all
}

func (u *Urval) statistics() []statistic {
	if u == nil {
		return nil
	}
	var all []statistic
	for _, t := range []*Totals{&u.All, &u.Chosen} {
		all = append(all, statistic{"urval", "", &t.ContactsPerPatient, perEach(t.Contacts, t.Patients)})
		all = append(all, contactStatistics("urval", t.ByProfession, t.Contacts, t.Patients)...)
		all = append(all, contactStatistics("urval", t.ByUnit, t.Contacts, t.Patients)...)
		all = append(all, t.Age.statistics("urval")...)
		all = append(all, t.Sex.statistics("urval")...)
	}
	return all
}
