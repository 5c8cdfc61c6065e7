package careplan

import (
	"cmp"

	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Agreed is a plan as it was agreed, as the content of a review file: whose
// it is and what is printed, with every target and time filled in. It holds
// nothing else of the review: no note, no verdict, nothing that was declined,
// and with protected identity no relative's name or telephone. Of söka_vård it
// holds the review's own lines; the templates' come from the templates.
func Agreed(r *review.Review, p *CarePlan) *review.Review {
	patient := r.Patient
	patient.Number = p.Patient.Number
	plan := &review.Plan{
		Edition:        &p.Edition,
		Date:           p.Date,
		ValidTo:        p.ValidTo,
		Matters:        p.Matters,
		Strengths:      p.Strengths,
		Agreement:      p.Agreement,
		Next:           review.NextStep{What: p.Next.What, Who: p.Next.Who, When: p.Next.When, Where: p.Next.Where},
		Doctor:         review.Doctor{Name: p.Doctor.Name, Phone: p.Doctor.Phone},
		ContactNeeded:  r.Plan.ContactNeeded,
		Seek:           r.Plan.Seek,
		Medicines:      p.Medicines,
		TookPart:       p.TookPart,
		ConsentToShare: p.ConsentToShare,
		Walkthrough:    review.Walkthrough(p.Walkthrough),
		FollowUp:       review.FollowUp(p.FollowUp),
	}
	if lines := cmp.Or(p.Written, p.Lang); lines != r.Patient.Lang {
		plan.PrintedIn = lines
	}
	agreedLines(plan, p)
	agreedMeasures(plan, p)
	agreedPeople(plan, p)
	return &review.Review{Version: review.Version, Patient: patient, Plan: plan}
}

// agreedLines writes what is done, by whom and when.
func agreedLines(plan *review.Plan, p *CarePlan) {
	plan.PatientDoes = make([]review.PatientActivity, 0, p.does(ByPatient))
	plan.UnitDoes = make([]review.UnitActivity, 0, p.does(ByUnit))
	plan.Appointments = make([]review.Appointment, 0, len(p.Appointments))
	for _, a := range p.Activities {
		if a.Performer == ByPatient {
			plan.PatientDoes = append(plan.PatientDoes, review.PatientActivity{
				From: a.From, Text: a.Text, When: a.When, Confidence: a.Confidence.answer(),
				Obstacle: a.Obstacle, Then: a.Then, SelfCare: review.SelfCare(a.SelfCare),
			})
			continue
		}
		plan.UnitDoes = append(plan.UnitDoes, review.UnitActivity{From: a.From, Text: a.Text, Who: a.Who, When: a.When})
	}
	for _, r := range p.Referrals {
		plan.Referrals = append(plan.Referrals, review.Referral{From: r.From, To: r.To, Why: r.Why, Date: r.Date, Status: r.Status})
	}
	for _, a := range p.Appointments {
		plan.Appointments = append(plan.Appointments, review.Appointment{
			From: a.From, What: a.What, Who: a.Who, When: a.When, Where: a.Where, Booked: a.Booked,
		})
	}
}

// agreedMeasures writes what the plan is for and what is measured.
func agreedMeasures(plan *review.Plan, p *CarePlan) {
	for _, g := range p.Goals {
		goal := review.Goal{Text: g.Text, Target: g.Target, Importance: g.Importance.answer(), By: g.By}
		if g.Measure != nil {
			goal.Measure = g.Measure.ID
		}
		plan.Goals = append(plan.Goals, goal)
	}
	for _, m := range p.Measurements {
		row := review.Measurement{Measure: m.Measure.ID, HowOften: m.HowOften, Target: m.Target}
		if m.Diary {
			row.Diary = source.Yes
		}
		plan.Measurements = append(plan.Measurements, row)
	}
}

// agreedPeople writes the diagnoses, and who is named in the plan.
func agreedPeople(plan *review.Plan, p *CarePlan) {
	for _, c := range p.Conditions {
		plan.Diagnoses = append(plan.Diagnoses, c.ID)
	}
	for _, c := range p.Contacts {
		plan.Contacts = append(plan.Contacts, review.Contact(c))
	}
	if p.OtherPlansAsked {
		plan.OtherPlans = []review.OtherPlan{}
	}
	for _, o := range p.OtherPlans {
		plan.OtherPlans = append(plan.OtherPlans, review.OtherPlan(o))
	}
	for _, r := range p.Relatives {
		plan.Relatives = append(plan.Relatives, review.Relative(r))
	}
}

// answer is a scale as a review has it: nil when nobody asked.
func (s Scale) answer() *int {
	if !s.Asked {
		return nil
	}
	return &s.Value
}
