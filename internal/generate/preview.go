package generate

import (
	"bytes"

	"kontrakt/internal/careplan"
	"kontrakt/internal/contract"
	"kontrakt/internal/render"
	"kontrakt/internal/review"
)

// Preview is the contract as it would look now, as a page of HTML, whatever is
// still wrong or missing in the review; nil where that has no plan. Nobody is
// to take it for a contract: what the patient gets is made by Run alone.
func (l *Line) Preview(name string, data []byte, unit *review.Unit) []byte {
	r, _ := review.Read(name, data, l.options())
	if r.Plan == nil {
		return nil
	}
	withoutHalves(r.Plan)
	p, _ := l.worded(unit, r, careplan.Apply)
	d := contract.Compose(p, l.Words.Layout(contractName), l.Words.In(p.Lang))
	d.Producer = l.Producer
	var b bytes.Buffer
	if err := render.HTML(&b, d); err != nil {
		return nil // a buffer has no errors
	}
	return b.Bytes()
}

// withoutHalves takes away what is half a sentence: an obstacle without what
// to do then, or the other way round.
func withoutHalves(p *review.Plan) {
	for i := range p.PatientDoes {
		if a := &p.PatientDoes[i]; a.Obstacle == "" || a.Then == "" {
			a.Obstacle, a.Then = "", ""
		}
	}
}
