package generate

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kontrakt/internal/cohort"
	"kontrakt/internal/doc"
	"kontrakt/internal/pdf"
	"kontrakt/internal/phrase"
	"kontrakt/internal/report"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Clinic is what a project report is made of beside the reviews: whose it is,
// and what its extract said of itself.
type Clinic struct {
	Unit    *review.Unit    // nil where there is none
	Summary *cohort.Summary // nil without urval.yaml
}

// Tally reads all reviews, or the plans that contracts carry, and counts them.
// A plan that is not whole is told and left out of the plan tables; anything
// else that is wrong leaves the figures nil, since they would not be true.
func (l *Line) Tally(jobs []Job, of Clinic) (*report.Figures, source.Problems, error) {
	in := report.Input{Summary: of.Summary, Day: l.Today, Origin: report.FromContracts}
	if of.Unit != nil {
		in.Clinic, in.Region, in.Project = of.Unit.Name, of.Unit.Region, of.Unit.Project
	}
	var all source.Problems
	var failed error
	whole := true
	inOrder(jobs, func() func(Job) counted {
		return func(j Job) (c counted) {
			if err := Guarded(func() error { c = l.counted(j); return nil }); err != nil {
				c.err = fmt.Errorf("%s: %w", j.Name, err)
			}
			return c
		}
	}, func(c counted) {
		failed = cmp.Or(failed, c.err)
		all = append(all, c.problems...)
		whole = whole && c.err == nil && (c.problems.Errors() == 0 || c.Plan == nil && OnlyPlans(c.problems))
		if !c.paper {
			in.Origin = report.FromReviews
		}
		if c.Plan != nil && in.Clinic == "" {
			in.Clinic, in.Region = c.Plan.Unit.Name, c.Plan.Unit.Region
		}
		in.Cases = append(in.Cases, c.Case)
	})
	if failed != nil || !whole {
		return nil, all, failed
	}
	return report.Tally(in), all, nil
}

// counted is one review as the report counts it.
type counted struct {
	report.Case
	paper    bool
	problems source.Problems // errors alone: what only warns is told by a check
	err      error
}

func (l *Line) counted(j Job) counted {
	data, err := j.Read()
	if err != nil {
		return counted{err: fmt.Errorf("%s: %w", j.Name, err)}
	}
	r, p, ps := l.Review(j.Name, data, j.Unit)
	if j.Twin != "" {
		ps = append(ps, twin(r, j))
		p = nil
	}
	ps = slices.DeleteFunc(ps, func(p source.Problem) bool { return p.Severity != source.Error })
	ps.Sort()
	return counted{Case: report.Case{Review: r, Plan: p}, paper: IsPaper(j.Name, data), problems: ps}
}

// OnlyPlans tells whether everything that is wrong stands in a plan, or is
// what only a contract needs: then the rest can be counted.
func OnlyPlans(ps source.Problems) bool {
	for _, p := range ps {
		inPlan := p.Path == "plan" || strings.HasPrefix(p.Path, "plan.") || strings.HasPrefix(p.Path, "plan[")
		if p.Severity == source.Error && !inPlan && p.Rule != "kontrakt" {
			return false
		}
	}
	return true
}

// The formats of a report's figures alone.
const (
	JSON     Format = "json"
	Workbook Format = "xlsx"
)

// ReportFormats are what a report can be written as.
func ReportFormats() []Format { return []Format{PDF, HTML, Text, JSON, Workbook} }

// SameSection is the problem that two files of the folder rapport are of the
// same part.
func SameSection(file, first string) source.Problem {
	return sentences.Problem(source.Position{File: file}, "", "avsnitt-två", first)
}

// MissingCharacter is the problem that no font has a character of a text, where
// that is what an error tells.
func MissingCharacter(name string, err error) (source.Problem, bool) { return missing(name, err) }

// ReadSummary reads urval.yaml.
func ReadSummary(name string, data []byte) (*cohort.Summary, source.Problems) {
	s := &cohort.Summary{}
	_, ps := source.Decode(name, data, s, source.Options{})
	return s, ps
}

// ReportDocument is the report of figures as a document, with what people have
// written between its tables, by part.
func (l *Line) ReportDocument(f *report.Figures, prose map[string][]doc.Block) *doc.Document {
	d := report.Compose(f, report.Page{
		Layout: l.Words.Layout(report.Name), Words: l.Words.In(phrase.Swedish), Prose: prose,
		Measure: pdf.NewPrinter(l.Fonts).Width,
	})
	d.Producer = l.Producer
	return d
}

// ReportFile is the report in one format: the document, or for the
// spreadsheet and the JSON the figures alone.
func (l *Line) ReportFile(f *report.Figures, d *doc.Document, as Format) ([]byte, error) {
	switch as {
	case JSON:
		return report.Encode(f)
	case Workbook:
		var b bytes.Buffer
		err := cohort.WriteWorkbook(&b, report.Sheets(f, &l.Words.In(phrase.Swedish).Report))
		return b.Bytes(), err
	}
	w := &printer{pdf: pdf.NewPrinter(l.Fonts)}
	return w.file(d, as, pdf.Options{})
}
