package careplan

import "kontrakt/internal/source"

// Question is one of the seven questions that SKR asks of a patientkontrakt,
// or one of the four parts of the second, and whether the plan answers it.
type Question struct {
	Key      string // "1", "2-viktigt", "2-jag-gör", "2-söka-vård", "2-vården-gör", "3" … "7"
	Number   int
	Answered bool
}

// Questions is how many questions there are; the second has four parts.
const Questions = 7

// Seven tells which of the seven questions the plan answers, in their order,
// from its fields alone.
func (p *CarePlan) Seven() []Question {
	return []Question{
		{"1", 1, p.Unit.Phone != "" && len(p.Warnings) > 0},
		{"2-viktigt", 2, p.Matters != ""},
		{"2-jag-gör", 2, p.does(ByPatient) > 0},
		{"2-söka-vård", 2, len(p.Warnings) > 0},
		{"2-vården-gör", 2, p.does(ByUnit) > 0},
		{"3", 3, p.Unit.Phone != "" || p.Unit.Booking != ""},
		{"4", 4, len(p.Contacts) > 0 || p.ContactNotNeeded},
		{"5", 5, p.Next.What != ""},
		{"6", 6, p.timeAgreed()},
		{"7", 7, p.OtherPlansAsked},
	}
}

// Answered is how many of the questions a plan answers: the second only when
// all its parts are.
func Answered(questions []Question) int {
	missing := map[int]bool{}
	for _, q := range questions {
		if !q.Answered {
			missing[q.Number] = true
		}
	}
	return Questions - len(missing)
}

// does is how many things somebody does.
func (p *CarePlan) does(by Performer) int {
	n := 0
	for i := range p.Activities {
		if p.Activities[i].Performer == by {
			n++
		}
	}
	return n
}

// timeAgreed tells whether the next step has a day, or some contact is booked.
func (p *CarePlan) timeAgreed() bool {
	if !p.Next.When.Date.IsZero() {
		return true
	}
	for _, a := range p.Appointments {
		if a.Booked == source.Yes {
			return true
		}
	}
	return false
}
