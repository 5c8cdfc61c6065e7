package report

import (
	"slices"

	"kontrakt/internal/review"
)

// Checks holds the figures against each other: parts against their total, per
// cent against counts, table against table. Only numbers that are printed are
// compared, so a check tells nothing that the report does not. A check without
// any such number is left out.
func Checks(f *Figures) []Check {
	c := &checker{f: f, checks: []Check{}}
	c.checkCohort()
	c.checkContacts()
	c.checkClasses()
	c.checkReview()
	c.checkActions()
	c.checkFlow()
	c.checkPlans()
	c.checkStep3()
	c.checkStatistics()
	c.checkUrval()
	return c.checks
}

// checker makes one list of checks.
type checker struct {
	f      *Figures
	checks []Check
}

// check is one line of the list: everything that compare looks at must fit.
func (c *checker) check(key, table, text string, compare func(*verdict)) {
	v := &verdict{}
	compare(v)
	switch {
	case v.fault != "":
		c.checks = append(c.checks, Check{Key: key, Table: table, Text: "Stämmer inte: " + v.fault + ". Så ska det vara: " + text + "."})
	case v.compared:
		c.checks = append(c.checks, Check{Key: key, Table: table, OK: true, Text: text})
	}
}

// A verdict is what one check came to: its first fault, in words.
type verdict struct {
	compared bool
	fault    string
}

// fits notes a comparison; the first fault is kept.
func (v *verdict) fits(ok bool, where, fault string) {
	v.compared = true
	if where != "" {
		where += ": "
	}
	if !ok && v.fault == "" {
		v.fault = where + fault
	}
}

// sum compares parts with their total; a table without rows has no parts.
func (v *verdict) sum(where string, total Number, parts ...Number) {
	whole, known := total.Value()
	known = known && len(parts) > 0
	sum := 0
	for _, p := range parts {
		n, ok := p.Value()
		sum += n
		known = known && ok
	}
	if known {
		v.fits(sum == whole, where, "delarna är "+grouped(sum)+", summan "+grouped(whole))
	}
}

// same compares one number that stands in two tables.
func (v *verdict) same(where string, a, b Number) {
	x, known := a.Value()
	y, alsoKnown := b.Value()
	if known && alsoKnown {
		v.fits(x == y, where, grouped(x)+" på ett ställe, "+grouped(y)+" på ett annat")
	}
}

// within compares a part with what it is a part of.
func (v *verdict) within(where string, part, whole Number) {
	x, known := part.Value()
	y, alsoKnown := whole.Value()
	if known && alsoKnown {
		v.fits(x <= y, where, "delen är "+grouped(x)+", men det hela bara "+grouped(y))
	}
}

// column is one number of each row.
func column[T any](rows []T, of func(T) Number) []Number {
	all := make([]Number, len(rows))
	for i, r := range rows {
		all[i] = of(r)
	}
	return all
}

func (r ContactRow) contacts() Number { return r.Contacts }
func (r Row) patients() Number        { return r.Patients }
func (r Reason) patients() Number     { return r.Patients }

// checkCohort: the extremes, the mean and the median are possible together
// (of ages A9, of contacts A10), and the sexes are all.
func (c *checker) checkCohort() {
	f := c.f
	c.check("kontakter-möjliga", "cohort", "Minst, mest och median kan ge summan av kontakterna", func(v *verdict) {
		v.possible("", Spread{Known: f.Cohort.Patients, Sum: f.Cohort.Contacts, Median: f.Cohort.Median,
			Least: f.Cohort.Least, Most: f.Cohort.Most, Estimated: f.Cohort.Estimated})
	})
	c.check("ålder-möjlig", "age", "Yngst, äldst, medelålder och median är möjliga tillsammans", func(v *verdict) {
		v.possible("alla", f.Age.Spread)
		v.possible("kvinnor", f.Age.Women)
		v.possible("män", f.Age.Men)
		v.sum("", f.Cohort.Patients, f.Age.Known, f.Age.Unknown)
	})
	c.check("kön", "sex", "Kvinnor, män och okänt kön är alla patienter", func(v *verdict) {
		v.sum("", f.Cohort.Patients, f.Sex.Women, f.Sex.Men, f.Sex.Unknown)
		v.sum("", f.Sex.Known, f.Sex.Women, f.Sex.Men)
	})
	c.check("läkare-möjliga", "doctors", "Antalet olika läkare är möjligt och gäller alla patienter", func(v *verdict) {
		v.possible("", f.Doctors)
		v.sum("", f.Cohort.Patients, f.Doctors.Known, f.Doctors.Unknown)
	})
}

// possible tells whether some whole numbers have this spread: between the
// extremes, with this sum, and of an odd number a median that is one of them.
func (v *verdict) possible(where string, s Spread) {
	n, ok := s.Known.Value()
	sum, sumOK := s.Sum.Value()
	least, leastOK := s.Least.Value()
	most, mostOK := s.Most.Value()
	if !ok || n == 0 || !leastOK || !mostOK {
		return
	}
	if sumOK {
		low, high := least*(n-1)+most, most*(n-1)+least
		v.fits(low <= sum && sum <= high && least <= most, where,
			"med minst "+grouped(least)+" och mest "+grouped(most)+" blir summan av "+grouped(n)+" inte "+grouped(sum))
	}
	if m := s.Median; m.Known() && s.Estimated == "" {
		v.fits(10*least <= m.InTenths() && m.InTenths() <= 10*most, where, "medianen "+m.String()+" ligger utanför "+grouped(least)+"–"+grouped(most))
		v.fits(n%2 == 0 || m.InTenths()%10 == 0, where, "medianen "+m.String()+" är inte möjlig för "+grouped(n)+" hela tal")
	}
}

// checkContacts: professions and units each add up to all contacts (A1, A2),
// and so to each other (A11).
func (c *checker) checkContacts() {
	f := c.f
	c.check("yrken-summa", "by_profession", "Kontakterna per yrkeskategori är alla kontakter", func(v *verdict) {
		v.sum("", f.Cohort.Contacts, column(f.ByProfession, ContactRow.contacts)...)
	})
	c.check("enheter-summa", "by_unit", "Kontakterna per enhet är alla kontakter", func(v *verdict) {
		v.sum("", f.Cohort.Contacts, column(f.ByUnit, ContactRow.contacts)...)
	})
	c.check("patienter-med-kontakt", "by_profession", "Högst alla patienter, och högst så många som kontakterna, har kontakt med ett yrke eller en enhet", func(v *verdict) {
		for _, r := range slices.Concat(f.ByProfession, f.ByUnit) {
			v.within(r.Name, r.Patients, f.Cohort.Patients)
			v.within(r.Name, r.Patients, r.Contacts)
		}
	})
}

// checkClasses: every patient is in one class and one group.
func (c *checker) checkClasses() {
	f := c.f
	for _, t := range []struct {
		key, table, text string
		Cross
	}{
		{"åldersgrupper", "age_bands", "Åldersgrupperna är alla patienter", f.AgeBands},
		{"kontaktklasser", "contact_bands", "Klasserna efter antal kontakter är alla patienter", f.ContactBands},
	} {
		c.check(t.key, t.table, t.text, func(v *verdict) {
			if len(t.Rows) == 0 {
				return
			}
			v.same("", t.Total.All, f.Cohort.Patients)
			v.sum("", t.Total.All, column(t.Rows, func(r CrossRow) Number { return r.All })...)
			v.within("", t.Known, t.Total.All)
			for i, name := range t.Columns {
				v.sum(name, t.Total.Counts[i], column(t.Rows, func(r CrossRow) Number { return r.Counts[i] })...)
			}
			for _, r := range append(t.Rows[:len(t.Rows):len(t.Rows)], t.Total) {
				if len(t.Columns) > 0 {
					v.sum(r.Name, r.All, r.Counts...)
				}
			}
		})
	}
}

// checkReview: the reasons are all excluded, excluded and step 2 are all
// reviewed (A6), and each question has an answer, or none, of everybody.
func (c *checker) checkReview() {
	f := c.f
	c.check("granskade", "reviewed", "Granskade och ännu inte granskade är alla patienter", func(v *verdict) {
		v.sum("", f.Cohort.Patients, f.Reviewed, f.NotReviewed)
	})
	c.check("skäl-summa", "excluded", "Skälen är alla som inte gick vidare, och de och steg 2 är alla granskade", func(v *verdict) {
		v.sum("", f.ExcludedTotal, column(f.Excluded, Reason.patients)...)
		v.sum("", f.Reviewed, f.ExcludedTotal, f.Step2)
	})
	c.check("frågor-summa", "questions", "Ja, nej, oklart och uppgift saknas är alla granskade i varje fråga", func(v *verdict) {
		for _, q := range f.Questions {
			v.sum(q.Name, f.Reviewed, q.Yes, q.No, q.Unclear, q.Unanswered)
			v.within(q.Name, q.YesStep2, q.Yes)
			v.within(q.Name, q.YesStep2, f.Step2)
		}
	})
}

// checkActions: with and without action are all consulted about (A7), and
// there are at least as many actions as patients with one (A8).
func (c *checker) checkActions() {
	f := c.f
	c.check("konsulterade", "actions", "Med åtgärd, utan åtgärd och uppgift saknas är alla i steg 2", func(v *verdict) {
		v.sum("", f.Step2, f.Consulted, f.NotConsulted)
		v.sum("", f.Consulted, f.WithAction, f.WithoutAction, f.ActionUnknown)
	})
	c.check("åtgärder", "actions", "Åtgärderna räcker till de patienter som har fått någon, och ingen åtgärd har fler patienter än så", func(v *verdict) {
		var marks []Number
		for _, a := range f.Actions {
			if a.Name == review.NoAction {
				v.same(a.Name, a.Patients, f.WithoutAction)
				continue
			}
			marks = append(marks, a.Marks)
			v.within(a.Name, a.Patients, f.WithAction)
			v.within(a.Name, a.Patients, a.Marks)
		}
		v.sum("", f.ActionMarks, marks...)
		v.within("", f.WithAction, f.ActionMarks)
	})
}

// checkFlow: those who left a stage, by reason, and those who went on are all
// who came to it.
func (c *checker) checkFlow() {
	f := c.f
	c.check("flöde", "flow", "I varje steg är de som gick vidare och de som inte gjorde det alla som kom dit", func(v *verdict) {
		for i, s := range f.Flow {
			v.sum(s.Name, s.Before, s.On, s.Off)
			v.sum(s.Name, s.Off, column(s.Why, Row.patients)...)
			if i > 0 {
				v.same(s.Name, s.Before, f.Flow[i-1].On)
			}
		}
	})
}

// checkStatistics: percentages and means are those of the counts beside them
// (A3, A4). That rounded cells happen to add up (A5) is no check: totals never
// come from them.
func (c *checker) checkStatistics() {
	c.check("avrundning", "", "Procenttal och medelvärden är räknade på antalen bredvid", func(v *verdict) {
		for _, s := range c.f.statistics() {
			if s.at.Known() && s.want.Known() {
				where := s.table
				if s.name != "" {
					where += ", " + s.name
				}
				v.fits(*s.at == s.want, where, "det står "+s.at.String()+", antalen ger "+s.want.String())
			}
		}
	})
}
