package form

import (
	"bytes"

	"kontrakt/internal/careplan"
	"kontrakt/internal/contract"
	"kontrakt/internal/doc"
	"kontrakt/internal/render"
)

// unwritten stands on the paper where nothing is chosen yet. It is never
// printed: a contract is made only when nothing is missing.
const unwritten = "Inget valt än"

// Paper is the contract as far as it has come, to be seen beside the form. It
// is nil where there is no plan. What is missing is told in its place, and
// half a sentence is left out.
func (f *Form) Paper(name string, data []byte) *doc.Document {
	s := f.look(name, data)
	if s.readable {
		s = s.begun()
	}
	s.judge()
	if s.care == nil {
		return nil
	}
	p := s.care
	if !s.Line.Words.Has(p.Lang) {
		swedish := *s.review
		swedish.Patient.Lang = "sv"
		p, _ = careplan.Apply(s.Line.Plans, s.Unit, &swedish)
	}
	return contract.Compose(shown(p), s.Line.Words.Layout("kontrakt"), s.Line.Words.In(p.Lang))
}

// Preview is Paper as a page of its own.
func (f *Form) Preview(name string, data []byte) ([]byte, error) {
	d := f.Paper(name, data)
	if d == nil {
		return nil, nil
	}
	var out bytes.Buffer
	err := render.HTML(&out, d)
	return out.Bytes(), err
}

// shown is a plan as it can be seen before it is whole.
func shown(p *careplan.CarePlan) *careplan.CarePlan {
	out := *p
	fill := func(s *string) {
		if *s == "" {
			*s = unwritten
		}
	}
	fill(&out.Patient.Name)
	fill(&out.Matters)
	fill(&out.Agreement)
	fill(&out.Next.What)
	fill(&out.Doctor.Name)
	out.Activities = nil
	does := map[careplan.Performer]bool{}
	for _, a := range p.Activities {
		if a.Obstacle == "" || a.Then == "" {
			a.Obstacle, a.Then = "", ""
		}
		if a.Confidence.Value < 0 || a.Confidence.Value > 10 {
			a.Confidence = careplan.Scale{}
		}
		fill(&a.Text)
		does[a.Performer] = true
		out.Activities = append(out.Activities, a)
	}
	for _, who := range []careplan.Performer{careplan.ByPatient, careplan.ByUnit} {
		if !does[who] {
			out.Activities = append(out.Activities, careplan.Activity{Performer: who, Text: unwritten})
		}
	}
	return &out
}
