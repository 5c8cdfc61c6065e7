package careplan

import (
	"cmp"

	"kontrakt/internal/plan"
	"kontrakt/internal/review"
)

// lines carries over what was chosen, in the review's order: each row's own
// keys, the template's for those that it lacks.
func (a *applier) lines() {
	a.out.Activities = make([]Activity, 0, len(a.plan.PatientDoes)+len(a.plan.UnitDoes))
	a.patientDoes()
	a.unitDoes()
	a.referrals()
	a.appointments()
}

func (a *applier) patientDoes() {
	rows := a.plan.PatientDoes
	names := a.choose(plan.PatientDoes, len(rows), func(i int) string { return rows[i].From })
	bare := func(i int) bool { return rows[i] == (review.PatientActivity{From: rows[i].From}) }
	for i, r := range rows {
		if repeated(names, i, bare) {
			continue
		}
		l, sources := a.line(names[i])
		a.out.Activities = append(a.out.Activities, Activity{
			Performer: ByPatient, From: r.From, Text: cmp.Or(r.Text, l.Text), When: when(r.When, l.When),
			Confidence: scale(r.Confidence), Obstacle: r.Obstacle, Then: r.Then, SelfCare: SelfCare(r.SelfCare), Sources: sources,
		})
	}
}

func (a *applier) unitDoes() {
	rows := a.plan.UnitDoes
	names := a.choose(plan.UnitDoes, len(rows), func(i int) string { return rows[i].From })
	bare := func(i int) bool { return rows[i] == (review.UnitActivity{From: rows[i].From}) }
	for i, r := range rows {
		if repeated(names, i, bare) {
			continue
		}
		l, sources := a.line(names[i])
		a.out.Activities = append(a.out.Activities, Activity{
			Performer: ByUnit, From: r.From, Text: cmp.Or(r.Text, l.Text), When: when(r.When, l.When),
			Who: cmp.Or(r.Who, l.Who), Sources: sources,
		})
	}
}

// referrals: two rows of one line are one referral only when they have come
// equally far.
func (a *applier) referrals() {
	rows := a.plan.Referrals
	names := a.choose(plan.Referrals, len(rows), func(i int) string { return rows[i].From })
	type referred struct {
		name
		status string
	}
	same := make([]referred, len(rows))
	for i, r := range rows {
		same[i] = referred{names[i], r.Status}
	}
	bare := func(i int) bool { return rows[i] == (review.Referral{From: rows[i].From, Status: rows[i].Status}) }
	for i, r := range rows {
		if repeated(same, i, bare) {
			continue
		}
		l, sources := a.line(names[i])
		a.out.Referrals = append(a.out.Referrals, Referral{
			From: r.From, To: cmp.Or(r.To, l.Text), Why: cmp.Or(r.Why, l.Why), Date: r.Date, Status: r.Status, Sources: sources,
		})
	}
}

func (a *applier) appointments() {
	rows := a.plan.Appointments
	names := a.choose(plan.Contacts, len(rows), func(i int) string { return rows[i].From })
	bare := func(i int) bool { return rows[i] == (review.Appointment{From: rows[i].From}) }
	for i, r := range rows {
		if repeated(names, i, bare) {
			continue
		}
		l, sources := a.line(names[i])
		a.out.Appointments = append(a.out.Appointments, Appointment{
			From: r.From, What: cmp.Or(r.What, l.Text), Who: cmp.Or(r.Who, l.Who), Where: r.Where,
			When: when(r.When, l.When), Booked: r.Booked, Sources: sources,
		})
	}
}
