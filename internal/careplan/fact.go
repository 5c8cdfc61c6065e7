package careplan

import (
	"cmp"
	"reflect"

	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// facts carries over what the review says by itself.
func (a *applier) facts(unit *review.Unit) {
	p, out := a.plan, a.out
	out.ID = a.review.Patient.ID
	out.Edition = p.EditionNumber()
	out.Date, out.ValidTo = p.Date, p.ValidTo
	out.Patient = Patient{
		Name:        a.review.Patient.Name,
		Number:      a.review.PrintedNumber(),
		Protected:   a.review.Protected(),
		Interpreter: a.review.Patient.Interpreter == source.Yes,
	}
	out.Unit = unitOf(unit)
	out.Conditions = make([]Condition, 0, len(a.defs))
	for _, d := range a.defs {
		c := conditionOf(d)
		swedish, _ := a.lib.Definition(d.ID, plan.Swedish)
		c.Swedish = swedish.Name
		out.Conditions = append(out.Conditions, c)
	}
	out.Matters, out.Strengths, out.Agreement = p.Matters, p.Strengths, p.Agreement
	out.Next = NextStep{What: p.Next.What, Who: p.Next.Who, Where: p.Next.Where, When: p.Next.When}
	out.Doctor = Contact{Name: p.Doctor.Name, Phone: p.Doctor.Phone}
	out.ContactNotNeeded = p.ContactNeeded == source.No
	for _, c := range p.Contacts {
		out.Contacts = append(out.Contacts, Contact(c))
	}
	out.Medicines = p.Medicines
	out.OtherPlansAsked = p.OtherPlans != nil
	for _, o := range p.OtherPlans {
		out.OtherPlans = append(out.OtherPlans, OtherPlan(o))
	}
	for _, r := range p.Relatives {
		out.Relatives = append(out.Relatives, Relative(r))
	}
	out.TookPart, out.ConsentToShare = p.TookPart, p.ConsentToShare
	out.Walkthrough = Walkthrough(p.Walkthrough)
	out.FollowUp = FollowUp(p.FollowUp)
}

func unitOf(u *review.Unit) Unit {
	if u == nil {
		return Unit{}
	}
	return Unit{
		Name: u.Name, Region: u.Region, Address: u.Address, Phone: u.Phone, Hours: u.Hours,
		OutOfHours: u.OutOfHours, Booking: u.Booking, Title: u.Title, Logo: u.LogoImage,
	}
}

func conditionOf(d *plan.Definition) Condition {
	c := Condition{ID: d.ID, Name: d.Name, Prose: d.Prose, Version: d.Version, ValidTo: d.ValidTo, Draft: d.Reviewed == nil, ToReview: d.ToReview, Sources: d.ProseSources, Unsourced: d.Unsourced}
	for _, o := range d.Organisations {
		c.Organisations = append(c.Organisations, Organisation(o))
	}
	for _, e := range d.NotWhen {
		c.NotWhen = append(c.NotWhen, e.Text)
	}
	if d.Reviewed != nil {
		c.ReviewedBy = d.Reviewed.By
	}
	return c
}

// protect takes the relatives' names and telephones out of what the plan says
// of people, where the patient's identity is protected, and warns of the
// texts that still name them.
func (a *applier) protect() {
	out := a.out
	if !out.Patient.Protected {
		return
	}
	h := hide(a.review.Patient, a.plan)
	for i := range out.Relatives {
		out.Relatives[i] = Relative{Relation: h[i].relation, Part: h.part(i, out.Relatives[i].Part)}
	}
	out.TookPart, out.Walkthrough.With = h.texts(out.TookPart), h.texts(out.Walkthrough.With)
	h.warn("plan", reflect.ValueOf(*a.plan), a.tell)
}

// scale is an answer 0–10; nil when nobody asked.
func scale(answer *int) Scale {
	if answer == nil {
		return Scale{}
	}
	return Scale{Value: *answer, Asked: true}
}

// when is the review's own time, else the template's, which is words.
func when(own When, template string) When {
	return cmp.Or(own, When{Words: template})
}
