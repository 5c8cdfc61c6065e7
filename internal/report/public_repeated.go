package report

import "slices"

// repeated is every number that stands in several places.
func (c *cells) repeated(f *Figures) {
	all := &f.Cohort.Patients
	c.same(all, &f.AgeBands.Total.All)
	c.same(all, &f.ContactBands.Total.All)
	c.same(all, &f.ContactBands.Known)
	for i := range f.Flow {
		c.repeatedStage(f, &f.Flow[i])
	}
	for i := range f.Actions {
		a := &f.Actions[i]
		if noAction(*a) {
			c.same(&f.WithoutAction, &a.Patients)
		}
		if a.Merged < 2 {
			c.same(&a.Patients, &a.Marks)
		}
	}
	if f.Plans != nil {
		c.repeatedParts(f.Plans)
	}
	if f.Step3 != nil {
		c.repeatedFollowUps(f.Step3)
	}
	if f.Urval != nil {
		c.same(&f.Urval.RowsUsed, &f.Urval.All.Contacts)
	}
	c.repeatedSexes(f)
}

// repeatedStage is what a stage of the flow repeats of the counts beside it.
func (c *cells) repeatedStage(f *Figures, s *Stage) {
	switch s.Key {
	case "urval":
		if f.Urval != nil {
			c.same(&f.Urval.All.Patients, &s.Before)
		}
		c.same(&f.Cohort.Patients, &s.On)
	case "granskning":
		c.same(&f.Cohort.Patients, &s.Before)
		c.same(&f.Reviewed, &s.On)
		c.same(&f.NotReviewed, &s.Off)
	case "steg2":
		c.same(&f.Reviewed, &s.Before)
		c.same(&f.Step2, &s.On)
		c.same(&f.ExcludedTotal, &s.Off)
	case "konsultation":
		c.same(&f.Step2, &s.Before)
		c.same(&f.Consulted, &s.On)
		c.same(&f.NotConsulted, &s.Off)
	case "kontrakt":
		c.same(&f.Consulted, &s.Before)
	}
	if len(s.Why) == 1 {
		c.same(&s.Off, &s.Why[0].Patients)
		return
	}
	for i := range s.Why {
		for j := range f.Excluded {
			if s.Key == "steg2" && f.Excluded[j].Name == s.Why[i].Name {
				c.same(&f.Excluded[j].Patients, &s.Why[i].Patients)
			}
		}
	}
}

// repeatedFollowUps is what step 3 says twice: those who answered every time
// shown are those of the last.
func (c *cells) repeatedFollowUps(s *Step3) {
	for i := range slices.Backward(s.Occasions) {
		if s.Occasions[i].Shown {
			c.same(&s.Occasions[i].Patients, &s.Same)
			break
		}
	}
	for i := range s.Before {
		g := &s.Before[i]
		c.same(&g.Followed, &g.Before.Known)
		c.same(&g.Followed, &g.After.Known)
	}
}

// repeatedSexes is where the columns of ages are the sexes.
func (c *cells) repeatedSexes(f *Figures) {
	sexes := []*Number{&f.Sex.Women, &f.Sex.Men, &f.Sex.Unknown}
	for j := range f.AgeBands.Total.Counts {
		if j == 2 || f.AgeBands.Columns[j] == sexColumns[j] {
			c.same(sexes[j], &f.AgeBands.Total.Counts[j])
		}
	}
}

// repeatedParts is every part of a plan that is an answer to a question, and
// what else is said twice of plans.
func (c *cells) repeatedParts(p *Plans) {
	by := partsByKey(p)
	for _, same := range sameParts {
		if by[same[0]] != nil && by[same[1]] != nil {
			c.same(by[same[0]], by[same[1]])
		}
	}
	if by["remisser"] != nil {
		c.same(by["remisser"], &p.Referrals.Plans)
	}
}

// partsByKey are the parts and the questions by their keys.
func partsByKey(p *Plans) map[string]*Number {
	by := map[string]*Number{}
	for _, parts := range [][]Part{p.Questions, p.Parts} {
		for i := range parts {
			by[parts[i].Key] = &parts[i].Plans
		}
	}
	return by
}

// sameParts are the parts of a plan that are an answer to a question.
var sameParts = [][2]string{
	{"2-viktigt", "viktigt_för_mig"}, {"2-jag-gör", "jag_gör"}, {"2-söka-vård", "söka_vård"},
	{"2-vården-gör", "vården_gör"}, {"5", "nästa_steg"},
}
