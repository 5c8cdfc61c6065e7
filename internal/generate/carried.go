package generate

import (
	"bytes"
	"cmp"
	"errors"
	"path/filepath"
	"strings"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
	"kontrakt/internal/pdf"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// planName is what the plan is called that travels in its contract.
const planName = "plan.yaml"

// agreed is the plan as agreed, to travel in its contract: a review file of its
// own that needs neither the review nor the templates' lines of that day. Its
// bytes are good until the next one.
func (l *Line) agreed(r *review.Review, p *careplan.CarePlan, w *printer) doc.File {
	w.plan = source.Append(w.plan[:0], careplan.Agreed(r, p))
	return doc.File{
		Name: planName, MIME: "application/yaml", Description: l.Words.In(p.Lang).Contract.Carried,
		Data: w.plan,
	}
}

// nameless is what a review is called that lies in no file of its own, as one
// on stdin: a contract may have any name, also one without .pdf.
const nameless = "-"

// IsPaper tells whether a file is a PDF, by its name or by what it begins with.
func IsPaper(name string, data []byte) bool {
	return strings.EqualFold(filepath.Ext(name), ".pdf") || bytes.HasPrefix(data, []byte("%PDF-"))
}

// paper reads the plan that travels in a contract. What is wrong in it has no
// place that people could look at, so the whole file is named.
func (l *Line) paper(lang, name string, data []byte, unit *review.Unit) (*review.Review, *careplan.CarePlan, source.Problems) {
	inside, wrong := carried(data)
	if wrong != "" {
		return &review.Review{}, nil, source.Problems{sentences.Problem(source.Position{File: name}, "", wrong)}
	}
	r, p, ps := l.resolve(lang, nameless, inside, unit, careplan.Reprint)
	if p != nil {
		p.Written = cmp.Or(r.Plan.PrintedIn, r.Patient.Lang)
	}
	for i := range ps {
		if ps[i].Pos.File == nameless { // not a template's
			ps[i].Pos = source.Position{File: name}
		}
	}
	return r, p, ps
}

// carried is the plan in a contract, or the rule that the file breaks. A file
// that has been changed is not read: nobody would know by whom.
func carried(data []byte) (inside []byte, wrong string) {
	file, err := pdf.Open(data, planName)
	switch {
	case errors.Is(err, pdf.ErrShort):
		return nil, "pdf-kort"
	case errors.Is(err, pdf.ErrForeign):
		return nil, "pdf-annan"
	case errors.Is(err, pdf.ErrNewer):
		return nil, "pdf-ny"
	case err != nil:
		return nil, "pdf-skadad"
	case !file.Unchanged:
		return nil, "pdf-ändrad"
	case file.File == nil:
		return nil, "pdf-utan-plan"
	}
	return file.File, ""
}
