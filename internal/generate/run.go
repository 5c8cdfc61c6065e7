package generate

import (
	"fmt"
	"runtime"
	"slices"
	"strings"

	"kontrakt/internal/pdf"
	"kontrakt/internal/review"
	"kontrakt/internal/screening"
	"kontrakt/internal/source"
)

// Job is one review to make papers of.
type Job struct {
	Name  string                 // the file, as it is told in messages
	Read  func() ([]byte, error) // the file's bytes
	Unit  *review.Unit           // the clinic's own facts
	Named bool                   // named as a file: made also when the identity is protected
	Twin  string                 // another file with the same id; then neither becomes a paper
	Stop  bool                   // something beside the review is wrong: judge it, make nothing
}

// Request is what is to be made of every job.
type Request struct {
	Formats   []Format
	Documents []string              // which papers; the contract alone where none is named
	Lang      string                // the language of patients' papers; each patient's own where none is named
	Seven     bool                  // tell which of the seven questions each plan answers
	Print     pdf.Options           // how the PDFs are printed
	Protected bool                  // make plans of patients with protected identity too
	Save      func(Job, File) error // called by the workers, for each file of a whole paper, whose bytes are good until it returns; nil where the files are only handed over
	Keep      bool                  // hand the files' bytes over with the result
}

// Result is what became of a job.
type Result struct {
	Job      Job
	ID       string // empty when the review has none
	Date     string // of the plan, ÅÅÅÅ-MM-DD
	ValidTo  source.Date
	Paper    bool // read from a contract in PDF, not from a review
	Outcome  Outcome
	Files    []File // without their bytes unless the request keeps them
	Problems source.Problems
	LeftOut  []string // papers that the plan has nothing to say in
	Seven    *Seven   // nil unless asked for
	Err      error    // why NotWritten
}

// Run makes the papers of all jobs and hands the results over in the order
// of the jobs. What goes wrong with one patient never stops the others.
func (l *Line) Run(jobs []Job, q Request, each func(Result)) {
	inOrder(jobs, func() func(Job) Result {
		w := l.printer()
		return func(j Job) Result {
			w.next(q.Keep)
			return l.guarded(j, q, w)
		}
	}, each)
}

// Check reads and resolves all jobs and makes nothing.
func (l *Line) Check(jobs []Job, each func(Result)) {
	l.Run(jobs, Request{Protected: true, Seven: true}, each)
}

// guarded is one, with our own mistakes caught: a panic costs one patient's
// paper, not the batch.
func (l *Line) guarded(j Job, q Request, w *printer) (r Result) {
	err := Guarded(func() error {
		r = l.one(j, q, w)
		return nil
	})
	if err != nil {
		*w = *l.printer() // what the old one was at is half done
		r = Result{Job: j, Outcome: NotWritten, Err: err}
	}
	return r
}

// Guarded runs f. A mistake of our own in it becomes an error: what a panic
// says may hold a patient's words, so only its place in the code is told.
func Guarded(f func() error) (err error) {
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("fel i programmet (%s)", origin())
		}
	}()
	return f()
}

// origin is where in this program's code a panic began.
func origin() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	panicked := false
	for {
		f, more := frames.Next()
		if panicked && strings.HasPrefix(f.Function, "kontrakt/") {
			return fmt.Sprintf("%s rad %d", strings.TrimPrefix(f.Function, "kontrakt/"), f.Line)
		}
		panicked = panicked || f.Function == "runtime.gopanic"
		if !more {
			return "okänt ställe"
		}
	}
}

// one makes the papers of one job.
func (l *Line) one(j Job, q Request, w *printer) Result {
	r := Result{Job: j, Outcome: Wrong}
	data, err := j.Read()
	if err != nil {
		r.Outcome, r.Err = NotWritten, err
		return r
	}
	rev, p, ps := l.reviewIn(q.Lang, j.Name, data, j.Unit)
	if j.Twin != "" {
		ps = append(ps, twin(rev, j))
		ps.Sort()
	}
	r.ID, r.Problems, r.Paper = rev.Patient.ID, ps, IsPaper(j.Name, data)
	if rev.Plan != nil {
		r.Date, r.ValidTo = rev.Plan.Date.String(), rev.Plan.ValidTo
	}
	if q.Seven && p != nil {
		r.Seven = l.seven(p)
	}
	switch {
	case ps.Errors() > 0 || j.Stop:
	case p == nil && !slices.Contains(q.Documents, screening.Name):
		r.Outcome = NoPlan
	case rev.Protected() && !j.Named && !q.Protected:
		r.Outcome = Protected
	default:
		r.make(l, rev, p, q, w)
	}
	return r
}
