package report

import (
	"slices"
	"strconv"

	"kontrakt/internal/careplan"
	"kontrakt/internal/cohort"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Input is what the figures are counted from.
type Input struct {
	Cases   []Case
	Summary *cohort.Summary // urval.yaml; nil where there is none
	Day     source.Date     // the day of the report: which plans are valid then
	Origin  Origin          // FromReviews or FromContracts
	Clinic  string          // the unit's name; may be empty
	Region  string
	Project string
}

// Case is one patient: a review file, or what a contract carries.
type Case struct {
	Review *review.Review
	Plan   *careplan.CarePlan // the review's plan with its templates; nil without one, or where it cannot be read
}

// Tally counts. The cohort is the cases with urval; the others are counted
// among the plans alone.
func Tally(in Input) *Figures {
	f := &Figures{Version: Version, Made: in.Day, Day: in.Day.String(), Origin: in.Origin, Region: in.Region, Project: in.Project,
		Clinics: []string{}, Told: []Told{}}
	if in.Clinic != "" {
		f.Clinics = []string{in.Clinic}
	}
	t := &tally{Figures: f, cases: in.Cases}
	for _, c := range in.Cases {
		if c.Review.Selection != nil {
			t.cohort = append(t.cohort, c)
		}
	}
	if in.Origin != FromContracts { // a contract says nothing of the cohort
		t.members = t.everyMember()
		t.countCohort()
		t.countContacts()
		t.countReview()
		t.countConsultations()
		t.countStep3()
		t.countUrval(in.Summary)
		t.countFlow()
	}
	t.countPlans(in.Day)
	t.tellLeftOut()
	f.derive()
	f.Checks = Checks(f)
	return f
}

// tally is one Tally: the figures so far and what they are counted from.
type tally struct {
	*Figures
	cases  []Case
	cohort []Case // those with urval, one a member
}

// everyMember is what the tables count each patient of the cohort by.
func (t *tally) everyMember() []member {
	professions, units, reasons, actions := newWords(), newWords(), newWords(), newWords()
	var all []member
	for _, c := range t.cohort {
		s := c.Review.Selection
		m := member{
			age: known(s.Age), doctors: known(s.Doctors), sex: c.Review.Patient.Sex, contacts: s.Contacts,
			byProfession: professions.counts(s.ByProfession), byUnit: units.counts(s.ByUnit),
		}
		switch {
		case excluded(c):
			m.reason = reasons.one(c.Review.Screening.ExclusionReason)
		case consulted(c):
			m.actions = actions.each(c.Review.Consultation.Actions)
		}
		all = append(all, m)
	}
	return all
}

// known is a number that may be missing; -1 where it is.
func known(n *int) int {
	if n == nil {
		return -1
	}
	return *n
}

func reviewed(c Case) bool { return excluded(c) || inStep2(c) }

func excluded(c Case) bool {
	return c.Review.Screening != nil && c.Review.Screening.Step2 == source.No
}

func inStep2(c Case) bool {
	return c.Review.Screening != nil && c.Review.Screening.Step2 == source.Yes
}

func consulted(c Case) bool { return inStep2(c) && c.Review.Consultation != nil }

// planned tells whether a patient has a plan. A draft, or one that cannot be
// read, is none, and is told of.
func planned(c Case) bool { return c.Plan != nil }

func unreadable(c Case) bool { return c.Review.Plan != nil && c.Plan == nil }

// count is how many of the cases something is true of.
func count(cases []Case, is func(Case) bool) int {
	n := 0
	for _, c := range cases {
		if is(c) {
			n++
		}
	}
	return n
}

// spread is what is said of the values that are known of so many patients.
func spread(values []int, of int) Spread {
	n := len(values)
	s := Spread{Known: Count(n), Unknown: Count(of - n), Sum: Count(0)}
	if n == 0 {
		return s
	}
	values = slices.Sorted(slices.Values(values))
	sum := 0
	for _, v := range values {
		sum += v
	}
	s.Sum, s.Least, s.Most = Count(sum), Count(values[0]), Count(values[n-1])
	s.Median = Tenths(values[(n-1)/2]+values[n/2], 2)
	return s
}

// countCohort counts who the patients are.
func (t *tally) countCohort() {
	t.Cohort.Year, t.Cohort.Threshold = t.mostCommon()
	var contacts []int
	for _, m := range t.members {
		contacts = append(contacts, m.contacts)
	}
	s := spread(contacts, len(t.members))
	t.Cohort.Patients, t.Cohort.Contacts = s.Known, s.Sum
	t.Cohort.Median, t.Cohort.Least, t.Cohort.Most = s.Median, s.Least, s.Most
	t.Age = Age{Spread: t.ages(""), Women: t.ages(women), Men: t.ages(men)}
	t.Doctors = t.spreadOf(func(m member) int { return m.doctors })
	w, m := t.sexes(women), t.sexes(men)
	t.Sex = Sex{Known: Count(w + m), Women: Count(w), Men: Count(m), Unknown: Count(len(t.members) - w - m)}
	t.AgeBands = t.agesBySex()
	t.ContactBands = t.contactClasses()
}

// The sexes as review files have them.
const (
	women = "kvinna"
	men   = "man"
)

// mostCommon is the year and threshold of the most files; of as many, the
// latest. The others are told of.
func (t *tally) mostCommon() (year, threshold int) {
	type choice struct{ year, threshold int }
	n := map[choice]int{}
	var best choice
	for _, c := range t.cohort {
		k := choice{c.Review.Selection.Year, c.Review.Selection.Threshold}
		n[k]++
		if n[k] > n[best] || n[k] == n[best] && k.year > best.year {
			best = k
		}
	}
	return best.year, best.threshold
}

func (t *tally) sexes(sex string) int {
	return count(t.cohort, func(c Case) bool { return c.Review.Patient.Sex == sex })
}

// ages are the ages of one sex, or of all.
func (t *tally) ages(sex string) Spread {
	var ages []int
	of := 0
	for _, m := range t.members {
		if sex != "" && m.sex != sex {
			continue
		}
		if of++; m.age >= 0 {
			ages = append(ages, m.age)
		}
	}
	return spread(ages, of)
}

// spreadOf is the spread of a number that is below zero where it is not known.
func (t *tally) spreadOf(value func(member) int) Spread {
	var values []int
	for _, m := range t.members {
		if v := value(m); v >= 0 {
			values = append(values, v)
		}
	}
	return spread(values, len(t.members))
}

// tellLeftOut tells what was not counted, and why.
func (t *tally) tellLeftOut() {
	outside := func(c Case) bool { return c.Review.Selection == nil }
	for _, l := range []struct {
		text string
		is   func(Case) bool
	}{
		{"Granskning utan urval: räknas inte bland de granskade", func(c Case) bool { return outside(c) && c.Review.Screening != nil }},
		{"Plan utan urval: räknas bara bland planerna", func(c Case) bool { return t.Origin != FromContracts && outside(c) && planned(c) }},
		{"Plan som inte går att läsa eller inte är hel: räknas inte bland planerna", unreadable},
		{"Uppföljning utan urval: räknas inte i steg 3", func(c Case) bool { return outside(c) && len(c.Review.Outcomes) > 0 }},
		{"Konsultation för en patient som inte gick vidare till steg 2: räknas inte", func(c Case) bool {
			return !outside(c) && c.Review.Consultation != nil && !inStep2(c)
		}},
		{"Urval för ett annat år eller en annan tröskel än de flesta: räknas med", func(c Case) bool {
			s := c.Review.Selection
			return s != nil && (s.Year != t.Cohort.Year || s.Threshold != t.Cohort.Threshold)
		}},
	} {
		if n := count(t.cases, l.is); n > 0 {
			t.Told = append(t.Told, Told{l.text, Count(n)})
		}
	}
}

// text is a whole number without spaces between its thousands.
func text(n int) string { return strconv.Itoa(n) }
