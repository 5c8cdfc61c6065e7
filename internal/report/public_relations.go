package report

import (
	"strings"

	"kontrakt/internal/review"
)

// The weights of numbers: of several that can be hidden for another's sake the
// lightest go first, and of those as light the first said.
const (
	light   = iota // an answer that is missing, a part
	middle         // what a row is for
	heavy          // what a table is for
	total          // a total that several tables have
	heavier        // what everything is among
)

// related is every number that may be published, with all that a reader knows
// of how they belong together. What does not hold, because the clinic's own
// figures contradict each other, disclosure leaves out by itself.
func related(f *Figures, least int) *cells {
	c := newCells(least)
	c.repeated(f)
	c.weigh(heavier, &f.Cohort.Patients)
	c.weigh(total, &f.Cohort.Contacts, &f.Reviewed, &f.Step2, &f.ExcludedTotal, &f.Consulted, &f.WithAction)
	c.ofFew(&f.Cohort.Contacts, &f.Cohort.Patients)
	c.people(f)
	c.contacts(f, f.ByProfession)
	c.contacts(f, f.ByUnit)
	c.review(f)
	c.actions(f)
	for i := range f.Flow {
		c.stage(f, &f.Flow[i])
	}
	if f.Plans != nil {
		c.plans(f.Plans)
	}
	if f.Step3 != nil {
		c.step3(f)
	}
	if f.Urval != nil {
		c.extract(f)
	}
	return c
}

// people is who the patients are.
func (c *cells) people(f *Figures) {
	all := &f.Cohort.Patients
	c.weigh(middle, &f.Sex.Women, &f.Sex.Men)
	c.sum(all, &f.Sex.Known, &f.Sex.Unknown)
	c.sum(&f.Sex.Known, &f.Sex.Women, &f.Sex.Men)
	c.within(all, &f.Sex.Known, &f.Sex.Women, &f.Sex.Men, &f.Age.Known, &f.Doctors.Known)
	c.sum(all, &f.Age.Known, &f.Age.Unknown)
	c.sum(all, &f.Doctors.Known, &f.Doctors.Unknown)
	c.ofFew(&f.Doctors.Sum, &f.Doctors.Known)
	c.cross(&f.AgeBands)
	c.cross(&f.ContactBands)
	c.columns(f)
	c.unknownAge(f)
	c.bandsOfContacts(f)
}

// cross is a table of two ways: its rows and its columns add up.
func (c *cells) cross(t *Cross) {
	var rows []*Number
	columns := make([][]*Number, len(t.Columns))
	for i := range t.Rows {
		row := &t.Rows[i]
		rows = append(rows, &row.All)
		c.weigh(middle, &row.All)
		var counts []*Number
		for j := range row.Counts {
			counts = append(counts, &row.Counts[j])
			columns[j] = append(columns[j], &row.Counts[j])
		}
		c.sum(&row.All, counts...)
		if row.unknown() {
			c.sum(&t.Total.All, &t.Known, &row.All)
		}
	}
	if n := len(t.Rows); n > 0 && !t.Rows[n-1].unknown() {
		c.sum(&t.Total.All, &t.Known)
	}
	c.sum(&t.Total.All, rows...)
	var totals []*Number
	for j := range columns {
		totals = append(totals, &t.Total.Counts[j])
		c.weigh(heavy, &t.Total.Counts[j])
		c.sum(&t.Total.Counts[j], columns[j]...)
	}
	c.sum(&t.Total.All, totals...)
}

// columns is how the columns of ages hold those of unknown sex, where they are
// merged into one.
func (c *cells) columns(f *Figures) {
	sexes := []*Number{&f.Sex.Women, &f.Sex.Men}
	for j := range f.AgeBands.Columns {
		if j < 2 && f.AgeBands.Columns[j] == mixedColumns[j] {
			c.sum(&f.AgeBands.Total.Counts[j], sexes[j], &f.Sex.Unknown)
		}
	}
}

// unknownAge is where those of unknown age stand among the classes.
func (c *cells) unknownAge(f *Figures) {
	rows := f.AgeBands.Rows
	if len(rows) == 0 {
		return
	}
	last := &rows[len(rows)-1]
	if last.From == nil && last.To == nil {
		c.sum(&last.All, &f.Age.Unknown)
	} else {
		c.rest(&last.All, &f.Age.Unknown)
	}
}

// bandsOfContacts is what the classes of contacts tell of all contacts: no
// fewer than if each patient had the least of the class.
func (c *cells) bandsOfContacts(f *Figures) {
	low, high := []times{{&f.Cohort.Contacts, -1}}, []times{{&f.Cohort.Contacts, 1}}
	bounded := true
	for i := range f.ContactBands.Rows {
		row := &f.ContactBands.Rows[i]
		if row.From != nil {
			low = append(low, times{&row.All, *row.From})
		}
		if row.To != nil {
			high = append(high, times{&row.All, -*row.To})
		}
		bounded = bounded && row.To != nil
	}
	c.notAbove(low...)
	if bounded {
		c.notAbove(high...)
	}
}

// contacts is a table of contacts: they add up, and the patients do not, as
// one may stand in several rows.
func (c *cells) contacts(f *Figures, rows []ContactRow) {
	var contacts, patients []*Number
	for i := range rows {
		r := &rows[i]
		contacts, patients = append(contacts, &r.Contacts), append(patients, &r.Patients)
		c.weigh(middle, &r.Contacts)
		c.within(&f.Cohort.Patients, &r.Patients)
		c.atMost(&r.Patients, &r.Contacts)
		c.ofFew(&r.Contacts, &r.Patients)
	}
	c.sum(&f.Cohort.Contacts, contacts...)
	c.atMost(&f.Cohort.Patients, patients...)
}

// review is what the journal reviews found.
func (c *cells) review(f *Figures) {
	c.within(&f.Cohort.Patients, &f.Reviewed)
	c.sum(&f.Cohort.Patients, &f.Reviewed, &f.NotReviewed)
	c.sum(&f.Reviewed, &f.Step2, &f.ExcludedTotal)
	var reasons []*Number
	for i := range f.Excluded {
		reasons = append(reasons, &f.Excluded[i].Patients)
	}
	c.sum(&f.ExcludedTotal, reasons...)
	var coordinated []*Answers
	for i := range f.Questions {
		q := &f.Questions[i]
		c.question(f, q)
		if coordination[q.Key] {
			coordinated = append(coordinated, q)
		}
	}
	c.coordinated(coordinated)
}

func (c *cells) question(f *Figures, q *Answers) {
	c.weigh(middle, &q.No)
	c.weigh(heavy, &q.Yes)
	c.within(&f.Reviewed, &q.Yes)
	c.sum(&f.Reviewed, &q.Unanswered, &q.Unclear, &q.No, &q.Yes)
	c.within(&q.Yes, &q.YesStep2)
	c.within(&f.Step2, &q.YesStep2)
	c.notAbove(times{&q.Yes, 1}, times{&q.YesStep2, -1}, times{&f.ExcludedTotal, -1})
}

// coordination are the questions that one list of the review answers, the last
// of them whether there is anything in it.
var coordination = map[string]bool{
	"SIP": true, "rehabkoordinator": true, "vårdsamordnare": true, "äldremottagning": true, anyCoordination: true,
}

const anyCoordination = "samordnande_kontakt"

// coordinated is what several answers from one list tell of each other: they
// are missing for the same patients, and who has one of them has any.
func (c *cells) coordinated(questions []*Answers) {
	for _, q := range questions {
		if q.Key != anyCoordination {
			continue
		}
		var each []*Number
		for _, o := range questions {
			if o != q {
				each = append(each, &o.Yes)
				c.sum(&q.Unanswered, &o.Unanswered)
				c.within(&q.Yes, &o.Yes)
				c.within(&q.YesStep2, &o.YesStep2)
			}
		}
		c.atMost(&q.Yes, each...)
	}
}

// actions is what the consultations led to. How many actions there are beyond
// one a patient is as good as how many patients have several.
func (c *cells) actions(f *Figures) {
	c.sum(&f.Step2, &f.Consulted, &f.NotConsulted)
	c.sum(&f.Consulted, &f.WithAction, &f.WithoutAction, &f.ActionUnknown)
	var marks, patients []*Number
	for i := range f.Actions {
		a := &f.Actions[i]
		if noAction(*a) {
			continue
		}
		marks, patients = append(marks, &a.Marks), append(patients, &a.Patients)
		c.within(&f.WithAction, &a.Patients)
		if a.Merged > 1 {
			c.ofFew(&a.Marks, &a.Patients)
			c.rest(&a.Marks, &a.Patients)
			c.several(a)
		}
	}
	c.sum(&f.ActionMarks, marks...)
	c.rest(&f.ActionMarks, &f.WithAction)
	c.atMost(&f.WithAction, patients...)
}

// several hides how many patients a merged row has when few actions are beyond
// one each: it is the actions that the row prints.
func (c *cells) several(a *Action) {
	marks, known := a.Marks.Value()
	patients, alsoKnown := a.Patients.Value()
	if more := marks - patients; known && alsoKnown && 0 < more && more < c.least {
		c.table.Withhold(c.ref(&a.Patients))
	}
}

// stage is a step on the way from extract to contract.
func (c *cells) stage(f *Figures, s *Stage) {
	var why []*Number
	for i := range s.Why {
		why = append(why, &s.Why[i].Patients)
	}
	c.within(&s.Before, &s.On)
	c.sum(&s.Before, &s.On, &s.Off)
	c.sum(&s.Off, why...)
	c.reasons(f, s)
}

// reasons is that those without a plan because nothing more is to be done are
// among those without an action.
func (c *cells) reasons(f *Figures, s *Stage) {
	for i := range s.Why {
		if s.Key == "kontrakt" && strings.HasPrefix(s.Why[i].Name, review.NoAction) {
			c.rest(&f.WithoutAction, &s.Why[i].Patients)
		}
	}
}
