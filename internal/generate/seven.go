package generate

import (
	"kontrakt/internal/careplan"
	"kontrakt/internal/contract"
	"kontrakt/internal/phrase"
)

// Seven is which of the seven questions a plan answers, told to staff.
type Seven struct {
	Answered int      // of careplan.Questions
	Missing  []string // what the plan lacks
	Said     string   // both, as one sentence without its full stop
}

func (l *Line) seven(p *careplan.CarePlan) *Seven {
	questions, words := p.Seven(), l.Words.In(phrase.Swedish)
	return &Seven{
		Answered: careplan.Answered(questions),
		Missing:  contract.Missing(questions, words),
		Said:     contract.Coverage(questions, words),
	}
}
