package report

import (
	"kontrakt/internal/careplan"
	"kontrakt/internal/source"
)

// countPlans counts the plans that can be read, of the cohort or not.
func (t *tally) countPlans(day source.Date) {
	var plans []*careplan.CarePlan
	for _, c := range t.cases {
		if c.Plan != nil {
			plans = append(plans, c.Plan)
		}
	}
	if len(plans) == 0 {
		return
	}
	t.Plans = &Plans{
		Total: Count(len(plans)), Diagnoses: diagnoses(plans), Parts: filled(plans), Referrals: referrals(plans),
		FollowUp: followUps(plans, day),
	}
	t.Plans.Answered, t.Plans.Questions = coverage(plans)
	overdue := 0
	for _, p := range plans {
		if p.ValidTo.Before(day) {
			overdue++
		}
	}
	t.Plans.Overdue, t.Plans.Valid = Count(overdue), Count(len(plans)-overdue)
}

// diagnoses is how many plans each diagnosis is in.
func diagnoses(plans []*careplan.CarePlan) []Row {
	by := newTallyOf()
	for _, p := range plans {
		for _, c := range p.Conditions {
			by.add(c.Swedish, 1)
		}
	}
	rows := make([]Row, len(by.names))
	for i, name := range by.names {
		rows[i] = Row{Name: name, Patients: Count(by.patients[name])}
	}
	sortRows(rows, Row.bySize)
	return rows
}

// A planPart is a part that a plan may have.
type planPart struct {
	key, name string
	has       func(*careplan.CarePlan) bool
}

// planParts are the parts, in the order of the review file.
var planParts = []planPart{
	{"viktigt_för_mig", "Viktigt för mig", func(p *careplan.CarePlan) bool { return p.Matters != "" }},
	{"styrkor", "Styrkor", func(p *careplan.CarePlan) bool { return len(p.Strengths) > 0 }},
	{"överenskommelse", "Överenskommelse", func(p *careplan.CarePlan) bool { return p.Agreement != "" }},
	{"nästa_steg", "Nästa steg", func(p *careplan.CarePlan) bool { return p.Next.What != "" }},
	{"nästa_steg.när", "Nästa steg med bestämd dag", func(p *careplan.CarePlan) bool { return !p.Next.When.Date.IsZero() }},
	{"fast_läkarkontakt", "Fast läkarkontakt", func(p *careplan.CarePlan) bool { return p.Doctor.Name != "" }},
	{"fasta_vårdkontakter", "Fast vårdkontakt", func(p *careplan.CarePlan) bool { return len(p.Contacts) > 0 }},
	{"mål", "Mål", func(p *careplan.CarePlan) bool { return len(p.Goals) > 0 }},
	{"jag_gör", "Det här gör jag", func(p *careplan.CarePlan) bool { return does(p, careplan.ByPatient) }},
	{"vården_gör", "Det här gör vården", func(p *careplan.CarePlan) bool { return does(p, careplan.ByUnit) }},
	{"remisser", "Remisser", func(p *careplan.CarePlan) bool { return len(p.Referrals) > 0 }},
	{"kontakter", "Kommande kontakter", func(p *careplan.CarePlan) bool { return len(p.Appointments) > 0 }},
	{"söka_vård", "När du ska söka vård", func(p *careplan.CarePlan) bool { return len(p.Warnings) > 0 }},
	{"egenmätning", "Egna mätningar", func(p *careplan.CarePlan) bool { return len(p.Measurements) > 0 }},
	{"läkemedel", "Läkemedel", func(p *careplan.CarePlan) bool { return p.Medicines != "" }},
	{"andra_planer", "Andra planer efterfrågade", func(p *careplan.CarePlan) bool { return p.OtherPlansAsked || len(p.OtherPlans) > 0 }},
	{"närstående", "Närstående", func(p *careplan.CarePlan) bool { return len(p.Relatives) > 0 }},
	{"samtycke_dela", "Samtycke att dela planen", func(p *careplan.CarePlan) bool { return p.ConsentToShare == source.Yes }},
	{"genomgången", "Genomgången med patienten", func(p *careplan.CarePlan) bool { return !p.Walkthrough.Date.IsZero() }},
	{"uppföljning", "Uppföljning bestämd", func(p *careplan.CarePlan) bool { return !p.FollowUp.Date.IsZero() }},
}

func does(p *careplan.CarePlan, by careplan.Performer) bool {
	for _, a := range p.Activities {
		if a.Performer == by {
			return true
		}
	}
	return false
}

// filled is how many plans have each part.
func filled(plans []*careplan.CarePlan) []Part {
	parts := make([]Part, len(planParts))
	for i, part := range planParts {
		n := 0
		for _, p := range plans {
			if part.has(p) {
				n++
			}
		}
		parts[i] = Part{Key: part.key, Name: part.name, Plans: Count(n)}
	}
	return parts
}

// referrals counts every referral of every plan.
func referrals(plans []*careplan.CarePlan) Referrals {
	n := map[string]int{}
	total, with := 0, 0
	for _, p := range plans {
		for _, r := range p.Referrals {
			n[r.Status]++
			total++
		}
		if len(p.Referrals) > 0 {
			with++
		}
	}
	return Referrals{
		Total: Count(total), Plans: Count(with),
		Planned: Count(n["planerad"]), Sent: Count(n["skickad"]), Received: Count(n["mottagen"]), Closed: Count(n["avslutad"]),
	}
}

// followUps is when the plans are to be followed up, seen from a day.
func followUps(plans []*careplan.CarePlan, day source.Date) FollowUps {
	var next source.Date
	coming, passed, undated := 0, 0, 0
	for _, p := range plans {
		switch at := p.FollowUp.Date; {
		case at.IsZero():
			undated++
		case at.Before(day):
			passed++
		default:
			coming++
			if next.IsZero() || at.Before(next) {
				next = at
			}
		}
	}
	f := FollowUps{Coming: Count(coming), Passed: Count(passed), Undated: Count(undated)}
	if coming > 0 {
		f.Next = next.String()
	}
	return f
}

// sevenNames are the seven questions of a patientkontrakt in few words, by
// careplan's keys; the second stands also as a whole, for what patients
// answered.
var sevenNames = []struct {
	key, name string
}{
	{"1", "Fokus på livet, litar på att få hjälp"},
	{"2", "Överenskommelse: vad jag gör och vad vården gör"},
	{"2-viktigt", "Överenskommelse: vad som är viktigt för mig"},
	{"2-jag-gör", "Överenskommelse: vad jag gör"},
	{"2-söka-vård", "Överenskommelse: när jag ska söka vård"},
	{"2-vården-gör", "Överenskommelse: vad vården gör"},
	{"3", "Enkla sätt att ta kontakt"},
	{"4", "Fast vårdkontakt"},
	{"5", "Vet mitt nästa steg"},
	{"6", "Nästa tid är bestämd tillsammans"},
	{"7", "Överblick över planerna, hjälp att samordna"},
}

func sevenName(key string) string {
	for _, s := range sevenNames {
		if s.key == key {
			return s.name
		}
	}
	return key
}

// coverage is how many of the seven questions the plans answer, and which.
func coverage(plans []*careplan.CarePlan) (Spread, []Part) {
	var answered []int
	var parts []Part
	n := map[string]int{}
	for i, p := range plans {
		questions := p.Seven()
		answered = append(answered, careplan.Answered(questions))
		for _, q := range questions {
			if q.Answered {
				n[q.Key]++
			}
			if i == 0 {
				parts = append(parts, Part{Key: q.Key, Name: sevenName(q.Key)})
			}
		}
	}
	for i := range parts {
		parts[i].Plans = Count(n[parts[i].Key])
	}
	return spread(answered, len(plans)), parts
}
