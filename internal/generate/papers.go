package generate

import (
	"io"
	"slices"
	"sort"

	"kontrakt/internal/careplan"
	"kontrakt/internal/contract"
	"kontrakt/internal/doc"
	"kontrakt/internal/journal"
	"kontrakt/internal/pdf"
	"kontrakt/internal/phrase"
	"kontrakt/internal/report"
	"kontrakt/internal/review"
	"kontrakt/internal/screening"
	"kontrakt/internal/source"
)

// make renders every format of a review's papers before it saves the first,
// so that they are written whole or not at all. Without a plan (p is nil)
// there is the review form alone.
func (r *Result) make(l *Line, rev *review.Review, p *careplan.CarePlan, q Request, w *printer) {
	for _, name := range q.documents() {
		if p == nil && name != screening.Name {
			continue
		}
		if err := r.render(l, rev, p, name, q, w); err != nil {
			r.Files = nil
			if problem, ok := missing(r.Job.Name, err); ok {
				r.Problems = append(r.Problems, problem)
			} else {
				r.Outcome, r.Err = NotWritten, err
			}
			return
		}
	}
	r.save(q)
}

// render adds one paper's files to the result.
func (r *Result) render(l *Line, rev *review.Review, p *careplan.CarePlan, name string, q Request, w *printer) error {
	if name == screening.Name {
		return r.form(l, rev, q, w)
	}
	if p.Lang != phrase.Swedish && isForStaff(name) {
		p = r.inSwedish(l, rev)
	}
	d, err := r.compose(l, p, name, q, w)
	if d == nil || err != nil {
		return err
	}
	if name == contractName && slices.Contains(q.Formats, PDF) && !q.Print.Archive {
		d.Files = []doc.File{l.agreed(rev, p, w)}
	}
	err = r.add(d, fileName(p.ID, p.Lang, name, q.Print.Style), q, w)
	if err == nil && name == contractName && slices.Contains(q.Formats, Journal) {
		r.forRecord(l, rev)
	}
	return err
}

// form adds the files of the review form, which needs no plan.
func (r *Result) form(l *Line, rev *review.Review, q Request, w *printer) error {
	d := screening.Compose(rev, l.Words.Layout(screening.Name), l.Words.In(phrase.Swedish))
	d.Producer = l.Producer
	return r.add(d, fileName(rev.Patient.ID, phrase.Swedish, screening.Name, q.Print.Style), q, w)
}

// add adds a document's files in every format that was asked for.
func (r *Result) add(d *doc.Document, name func(Format) string, q Request, w *printer) error {
	for _, f := range q.Formats {
		if f == Journal { // no document becomes that
			continue
		}
		data, err := w.file(d, f, q.Print)
		if err != nil {
			return err
		}
		r.Files = append(r.Files, File{name(f), f, data})
	}
	return nil
}

// compose composes a paper, with as few rows left out as it takes to keep a
// paper of one page to one. That a plan has nothing to say in it is told.
func (r *Result) compose(l *Line, p *careplan.CarePlan, name string, q Request, w *printer) (*doc.Document, error) {
	layout, words := l.Words.Layout(name), l.Words.In(p.Lang)
	d := w.desk.Compose(p, layout, words)
	if d == nil {
		r.LeftOut = append(r.LeftOut, name)
		return nil, nil
	}
	var err error
	pages := func(d *doc.Document) int {
		var n int
		if err == nil {
			n, err = w.pdf.Pages(d, q.Print)
		}
		return n
	}
	limit := contract.LimitOf(p, layout)
	if most := len(limit.Spare); most > 0 && pages(d) > most {
		shortened := func(rows []int) *doc.Document { return w.desk.Shortened(p, layout, words, rows) }
		rows, fewest := leaveOut(limit, func(rows []int) int { return pages(shortened(rows)) })
		d = shortened(rows)
		if fewest > most && !limit.Grows {
			r.Problems = append(r.Problems, sentences.Problem(source.Position{File: r.Job.Name}, "plan.nästa_steg", "en-sida", name))
		}
	}
	d.Producer = l.Producer
	return d, err
}

// leaveOut is how many rows each page leaves out, at most those that it can
// spare: as few as the fewest pages take.
func leaveOut(limit contract.Limit, pages func(rows []int) int) (rows []int, fewest int) {
	rows = slices.Clone(limit.Spare)
	fewest = pages(rows)
	for i, all := range limit.Spare {
		rows[i] = sort.Search(all, func(n int) bool { rows[i] = n; return pages(rows) <= fewest })
		if limit.Grows && rows[i] == all && all > 0 {
			rows[i] = 0
			fewest = pages(rows)
		}
	}
	return rows, fewest
}

// contractName is the paper that every other is made beside.
const contractName = "kontrakt"

// Layouts are all documents and the parts that their layouts may have.
func Layouts() []phrase.Document {
	return append(contract.Documents(), screening.Document(), journal.Document(), report.Document())
}

// Documents are the papers that can be made of a review, the contract first.
// All but the review form need a plan.
func Documents() []string {
	var names []string
	for _, d := range contract.Documents() {
		names = append(names, d.Name)
	}
	return append(names, screening.Name)
}

// isForStaff says that a paper is for those who work there, and so in Swedish.
func isForStaff(name string) bool {
	return slices.ContainsFunc(contract.Documents(), func(d phrase.Document) bool { return d.Name == name && d.Staff })
}

// documents are the papers asked for; the contract where none was named.
func (q Request) documents() []string {
	if len(q.Documents) == 0 {
		return []string{contractName}
	}
	return q.Documents
}

// inSwedish is the plan in the language of the staff.
func (r *Result) inSwedish(l *Line, rev *review.Review) *careplan.CarePlan {
	apply := careplan.Apply
	if r.Paper {
		apply = careplan.Reprint
	}
	p, _ := apply(l.Plans, r.Job.Unit, inSwedish(rev)) // its problems were told of the review
	return p
}

// forRecord adds the text for the record: in the language of the staff, and
// with relatives named by relation, as where the identity is protected.
func (r *Result) forRecord(l *Line, rev *review.Review) {
	discreet := *rev
	discreet.Patient.Protected = source.Yes
	p := r.inSwedish(l, &discreet)
	data := journal.Text(p, l.Words.Record(), l.Words.In(phrase.Swedish))
	r.Files = append(r.Files, File{p.ID + "-" + contractName + "-journal.txt", Journal, data})
}

// save hands the finished files over to be written.
func (r *Result) save(q Request) {
	r.Outcome = Made
	for i := range r.Files {
		if q.Save != nil {
			if err := q.Save(r.Job, r.Files[i]); err != nil {
				r.Outcome, r.Err = NotWritten, err
				return
			}
		}
		if !q.Keep {
			r.Files[i].Data = nil
		}
	}
}

// fileName is <id>-<document>[-stor][-<language>].<format>. Swedish, the
// language of most, is not named; only print comes in large.
func fileName(id, lang, document string, s pdf.Style) func(Format) string {
	return func(f Format) string {
		name := id + "-" + document
		if s == pdf.Large && f == PDF {
			name += "-stor"
		}
		if lang != phrase.Swedish {
			name += "-" + lang
		}
		return name + "." + string(f)
	}
}

// Merger begins one file of many contracts, for a printer that prints on both
// sides. The caller sets the date of its metadata, the latest of the plans',
// before it is closed.
func (l *Line) Merger(w io.Writer) (*pdf.Merger, *doc.Document) {
	about := &doc.Document{Title: "Individuella planer, samlade för utskrift", Lang: phrase.Swedish, Producer: l.Producer}
	return pdf.NewMerger(w, about), about
}
