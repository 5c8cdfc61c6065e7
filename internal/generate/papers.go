package generate

import (
	"io"
	"slices"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
	"kontrakt/internal/pdf"
	"kontrakt/internal/phrase"
	"kontrakt/internal/review"
)

// make renders every format of a plan's contract before it saves the first,
// so that a paper is written whole or not at all.
func (r *Result) make(l *Line, rev *review.Review, p *careplan.CarePlan, q Request, w *printer) {
	d := l.contract(p)
	if slices.Contains(q.Formats, PDF) && !q.Print.Archive {
		d.Files = []doc.File{l.twin(rev, p)}
	}
	for _, f := range q.Formats {
		data, err := w.file(d, f, q.Print)
		if problem, ok := missing(r.Job.Name, err); ok {
			r.Problems = append(r.Problems, problem)
			r.Files = nil
			return
		}
		if err != nil {
			r.Outcome, r.Err = NotWritten, err
			return
		}
		r.Files = append(r.Files, File{fileName(p, "kontrakt", f, q.Print.Style), f, data})
	}
	r.save(q)
}

// save hands the finished files over to be written.
func (r *Result) save(q Request) {
	r.Outcome = Made
	for i := range r.Files {
		if err := q.Save(r.Job, r.Files[i]); err != nil {
			r.Outcome, r.Err = NotWritten, err
			return
		}
		if !q.Keep {
			r.Files[i].Data = nil
		}
	}
}

// fileName is <id>-<document>[-stor][-<language>].<format>. Swedish, the
// language of most, is not named; only print comes in large.
func fileName(p *careplan.CarePlan, document string, f Format, s pdf.Style) string {
	name := p.ID + "-" + document
	if s == pdf.Large && f == PDF {
		name += "-stor"
	}
	if p.Lang != "sv" {
		name += "-" + p.Lang
	}
	return name + "." + string(f)
}

// Merger begins one file of many contracts, for a printer that prints on both
// sides. The caller sets the date of its metadata, the latest of the plans',
// before it is closed.
func (l *Line) Merger(w io.Writer) (*pdf.Merger, *doc.Document) {
	about := &doc.Document{Title: "Individuella planer, samlade för utskrift", Lang: phrase.Swedish, Producer: l.Producer}
	return pdf.NewMerger(w, about), about
}
