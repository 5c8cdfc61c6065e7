package report

import (
	"slices"

	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// countReview counts what the journal reviews found.
func (t *tally) countReview() {
	n := count(t.cohort, reviewed)
	t.Reviewed, t.NotReviewed = Count(n), Count(len(t.cohort)-n)
	t.Step2, t.ExcludedTotal = Count(count(t.cohort, inStep2)), Count(count(t.cohort, excluded))
	by := newTallyOf()
	for i, m := range t.members {
		if excluded(t.cohort[i]) {
			by.add(m.reason, 1)
		}
	}
	t.Excluded = make([]Reason, len(by.names))
	for i, name := range by.names {
		t.Excluded[i] = Reason{Name: named(name, "Skäl saknas"), Patients: Count(by.patients[name])}
	}
	sortRows(t.Excluded, Reason.bySize)
	t.Questions = make([]Answers, len(questions))
	for i, q := range questions {
		t.Questions[i] = t.answers(q)
	}
}

// named is a name, or what stands where there is none.
func named(name, without string) string {
	if name == "" {
		return without
	}
	return name
}

// A question is one of the journal review's.
type question struct {
	key, name string
	answer    func(*review.Screening) source.Answer
}

// questions are those of the review form, in its order, after the three that
// a region's follow-up system also counts.
var questions = []question{
	{"journalförd_överenskommelse", "Journalförd överenskommelse", func(s *review.Screening) source.Answer { return s.Agreement }},
	{"fast_vårdkontakt", "Fast vårdkontakt", func(s *review.Screening) source.Answer { return s.HasContact }},
	{"SIP", "Samordnad individuell plan (SIP)", coordinated("SIP")},
	{"fast_läkarkontakt", "Fast läkarkontakt", func(s *review.Screening) source.Answer { return s.HasDoctor }},
	{"återkommande_utan_förbättring", "Återkommande besvär utan förbättring", func(s *review.Screening) source.Answer { return s.Recurring }},
	{"tecken_på_psykisk_ohälsa", "Tecken på psykisk ohälsa", func(s *review.Screening) source.Answer { return s.MentalIllHealth }},
	{"beaktat_biologiskt", "Biologiska faktorer beaktade", func(s *review.Screening) source.Answer { return s.Considered.Biological }},
	{"beaktat_psykologiskt", "Psykologiska faktorer beaktade", func(s *review.Screening) source.Answer { return s.Considered.Psychological }},
	{"beaktat_socialt", "Sociala faktorer beaktade", func(s *review.Screening) source.Answer { return s.Considered.Social }},
	{"rehabkoordinator", "Rehabkoordinator", coordinated("rehabkoordinator")},
	{"vårdsamordnare", "Vårdsamordnare", coordinated("vårdsamordnare")},
	{"äldremottagning", "Äldremottagning", coordinated("äldremottagning")},
	{"samordnande_kontakt", "Någon samordnande kontakt", coordinated("")},
}

// coordinated is whether a patient has a coordinating contact, or any. A list
// that was filled in without it says no; one that is not there says nothing.
func coordinated(by string) func(*review.Screening) source.Answer {
	return func(s *review.Screening) source.Answer {
		switch {
		case len(s.Coordination) == 0:
			return ""
		case by == "" || slices.Contains(s.Coordination, by):
			return source.Yes
		default:
			return source.No
		}
	}
}

// answers counts one question of the patients that have been reviewed.
func (t *tally) answers(q question) Answers {
	n := map[source.Answer]int{}
	step2 := 0
	for _, c := range t.cohort {
		if !reviewed(c) {
			continue
		}
		answer := q.answer(c.Review.Screening)
		n[answer]++
		if answer == source.Yes && inStep2(c) {
			step2++
		}
	}
	return Answers{
		Key: q.key, Name: q.name,
		Yes: Count(n[source.Yes]), No: Count(n[source.No]), Unclear: Count(n[source.Unclear]), Unanswered: Count(n[""]),
		YesStep2: Count(step2),
	}
}

// countConsultations counts what consultations led to.
func (t *tally) countConsultations() {
	n, with, without, marks := count(t.cohort, consulted), 0, 0, 0
	by := newTallyOf()
	for _, m := range t.members {
		real := 0
		for _, action := range m.actions {
			by.add(action, 1)
			if action != review.NoAction {
				real++
			}
		}
		switch marks += real; {
		case real > 0:
			with++
		case len(m.actions) > 0:
			without++
		}
	}
	t.Consulted, t.NotConsulted = Count(n), Count(count(t.cohort, inStep2)-n)
	t.WithAction, t.WithoutAction, t.ActionUnknown = Count(with), Count(without), Count(n-with-without)
	t.ActionMarks = Count(marks)
	t.Actions = make([]Action, len(by.names))
	for i, name := range by.names {
		t.Actions[i] = Action{Name: name, Patients: Count(by.patients[name]), Marks: Count(by.patients[name])}
	}
	sortRows(t.Actions, Action.bySize)
}

// countFlow follows the patients from the extract to the contract.
func (t *tally) countFlow() {
	add := func(key, name string, before, on Number, why ...Row) {
		b, _ := before.Value()
		o, _ := on.Value()
		why = slices.DeleteFunc(append([]Row{}, why...), func(r Row) bool { return r.Patients.Is(0) })
		t.Flow = append(t.Flow, Stage{Key: key, Name: name, Before: before, On: on, Off: Count(b - o), Why: why})
	}
	if t.Urval != nil {
		before, _ := t.Urval.All.Patients.Value()
		limit := text(t.Cohort.Threshold)
		add("urval", "Urval: "+limit+" eller fler kontakter", Count(before), t.Cohort.Patients,
			Row{Name: "Färre än " + limit + " kontakter", Patients: Count(before - len(t.cohort))})
	}
	add("granskning", "Granskning av journalen", t.Cohort.Patients, t.Reviewed, Row{Name: "Ännu inte granskade", Patients: t.NotReviewed})
	reasons := []Row{}
	for _, r := range t.Excluded {
		reasons = append(reasons, Row(r))
	}
	add("steg2", "Vidare till konsultation", t.Reviewed, t.Step2, reasons...)
	add("konsultation", "Konsultation", t.Step2, t.Consulted, Row{Name: "Ännu inte konsulterade", Patients: t.NotConsulted})
	t.flowToPlans(add)
}

// flowToPlans is the last stage: of those consulted about, who has a plan.
func (t *tally) flowToPlans(add func(key, name string, before, on Number, why ...Row)) {
	var with, nothing, without int
	for i, c := range t.cohort {
		switch {
		case !consulted(c):
		case planned(c):
			with++
		case slices.Contains(t.members[i].actions, review.NoAction):
			nothing++
		default:
			without++
		}
	}
	add("kontrakt", "Patientkontrakt", t.Consulted, Count(with),
		Row{Name: review.NoAction + ", och ingen plan", Patients: Count(nothing)},
		Row{Name: "Ännu ingen plan", Patients: Count(without)})
}
