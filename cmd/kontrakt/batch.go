package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"kontrakt/internal/doc"
	"kontrakt/internal/generate"
	"kontrakt/internal/pdf"
	"kontrakt/internal/source"
)

// batch is one run of kontrakt skapa: what it writes where, and what became
// of every review.
type batch struct {
	*app
	kit       *kit
	out       string   // --ut
	documents []string // which papers; empty is the contract alone
	folders   map[string]error
	tally     tally
	brief     bool   // the example: no file names, no summary
	piped     bool   // the merged file goes to stdout
	first     string // the first paper made
	merger    *pdf.Merger
	about     *doc.Document // the merged file's metadata
	report    []jsonResult
	all       source.Problems
}

// tally counts what the summary tells.
type tally struct {
	planned, made, wrong, protected int
	errors, files                   int
	without                         []string // ids of plans without a contract
	noDiary                         []string // ids of plans with nothing to write in a diary
}

// beside counts what is wrong beside the reviews: in the units' own facts.
func (t *tally) beside(ps source.Problems) {
	var last string
	for _, p := range ps {
		if p.Severity != source.Error {
			continue
		}
		t.errors++
		if p.Pos.File != last {
			t.files++
		}
		last = p.Pos.File
	}
}

// jsonResult is a review as --json shows it.
type jsonResult struct {
	File    string   `json:"granskning"`
	ID      string   `json:"id,omitempty"`
	Outcome string   `json:"utfall"` // klar, utan plan, skyddad, fel, inte skriven
	Papers  []string `json:"filer"`
	LeftOut []string `json:"utelämnade,omitempty"` // papers that the plan has nothing to say in
	Reason  string   `json:"orsak,omitempty"`
}

// outcomes are the outcomes as --json shows them.
func outcomes(o generate.Outcome) string {
	return [...]string{"klar", "utan plan", "skyddad", "fel", "inte skriven"}[o]
}

// run makes all papers and tells what became of them.
func (b *batch) run(files []file, q generate.Request, merged string) error {
	if err := b.mayMerge(merged, files); err != nil {
		return err
	}
	b.piped = merged == "-"
	jobs, told := b.kit.jobs(files, source.Error)
	b.all = told
	b.tally.beside(told)
	places, err := b.places(files)
	if err != nil {
		return err
	}
	q.Save = func(j generate.Job, f generate.File) error { return b.save(places[homeOf(j.Name)], j, f) }
	q.Keep = merged != ""
	if err := b.merging(merged, func() { b.work(jobs, q, places) }); err != nil {
		return err
	}
	if !b.brief || b.tally.made < b.tally.planned {
		b.summary()
	}
	if b.json {
		return b.object(map[string]any{"kommando": "skapa", "granskningar": b.report, "problem": jsonProblems(b.all)})
	}
	return nil
}

// home decides where a review's papers go: a batch has many reviews and few
// homes.
type home struct {
	dir   string
	paper bool
}

func homeOf(name string) home { return home{filepath.Dir(name), isPaper(name)} }

// places are the folders that the reviews' papers go to, made if need be.
func (b *batch) places(files []file) (map[home]string, error) {
	places := map[home]string{}
	for _, f := range files {
		to := b.place(f)
		if err := b.folder(to); err != nil {
			return nil, err
		}
		places[homeOf(f.name)] = to
	}
	return places, nil
}

// work makes the papers and tells of each review as it is done.
func (b *batch) work(jobs []generate.Job, q generate.Request, places map[home]string) {
	if len(jobs) > 20 {
		debug.SetGCPercent(forMany)
	}
	p := b.progress(len(jobs))
	n := 0
	b.kit.line.Run(jobs, q, func(r generate.Result) {
		p.clear()
		b.result(r, places[homeOf(r.Job.Name)])
		n++
		p.done(n)
	})
	p.clear()
}

// merging runs work with the merged file open, when one is asked for. It is
// written like any other file: whole or not at all.
func (b *batch) merging(name string, work func()) error {
	if name == "" {
		work()
		return nil
	}
	var nothing error = &inputError{"inget kontrakt blev klart, så den samlade filen skrevs inte", ""}
	merge := func(w io.Writer) error {
		b.merger, b.about = b.kit.line.Merger(w)
		work()
		if b.tally.made == 0 {
			return nothing
		}
		return b.merger.Close()
	}
	var err error
	if name == "-" {
		err = merge(b.voice.out)
	} else {
		sweep(filepath.Dir(name), b.now())
		err = writeWith(name, func(f *os.File) error { return merge(f) })
	}
	if err == nothing {
		b.fail(err)
		return nil
	}
	return failed(err, "den samlade filen %s gick inte att skriva", name)
}

// mayMerge tells a merged file that would take the place of what people have
// written, or of one patient's contract.
func (b *batch) mayMerge(name string, files []file) error {
	if name == "" || name == "-" {
		return nil
	}
	if !isPaper(name) {
		return &usageError{"den samlade filen ska vara en PDF, inte " + name, "till exempel: --samlad alla.pdf"}
	}
	for _, f := range files {
		id := strings.TrimSuffix(filepath.Base(f.name), filepath.Ext(f.name))
		own := strings.HasPrefix(strings.ToLower(filepath.Base(name)), strings.ToLower(id)+"-")
		if sameFile(name, f.name) || sameFile(filepath.Dir(name), b.place(f)) && own {
			return &usageError{"den samlade filen skulle skrivas över " + name, "ge den ett eget namn, till exempel: --samlad alla.pdf"}
		}
	}
	return nil
}

// result tells what became of one review and counts it.
func (b *batch) result(r generate.Result, dir string) {
	b.tell(r.Job.Name, r.Problems)
	row := jsonResult{File: r.Job.Name, ID: r.ID, Outcome: outcomes(r.Outcome), Papers: []string{}}
	t := &b.tally
	if r.Outcome != generate.NoPlan {
		t.planned++
	}
	switch r.Outcome {
	case generate.Made:
		t.made++
		row.Papers, row.LeftOut = b.papers(r, dir), r.LeftOut
		if len(r.LeftOut) > 0 {
			t.noDiary = append(t.noDiary, named(r))
		}
	case generate.NoPlan:
		b.noPlan(r)
	case generate.Protected:
		t.planned--
		t.protected++
	case generate.Wrong:
		t.wrong++
		if n := r.Problems.Errors(); n > 0 {
			t.errors += n
			t.files++
		}
		t.without = append(t.without, named(r))
		b.worst(exitInput)
	case generate.NotWritten:
		t.without = append(t.without, named(r))
		row.Reason = r.Err.Error()
		b.notWritten(r)
	}
	if b.json {
		b.report = append(b.report, row)
	}
}

// tell tells the problems of one review; those in the review itself need not
// be remembered. The example's own warnings are for kontrakt kontrollera.
func (b *batch) tell(review string, ps source.Problems) {
	if b.json {
		b.all = append(b.all, ps...)
	}
	if b.brief && ps.Errors() == 0 {
		return
	}
	b.problems(ps)
	for _, p := range ps {
		if p.Pos.File == review {
			delete(b.told, p)
		}
	}
}

// named is how the summary names a review: by its id, else by its file.
func named(r generate.Result) string {
	if r.ID != "" {
		return r.ID
	}
	return strings.TrimSuffix(filepath.Base(r.Job.Name), ".yaml")
}

// papers are the finished files' names, told on stdout; the merged file gets
// its copy.
func (b *batch) papers(r generate.Result, dir string) []string {
	var names []string
	for _, f := range r.Files {
		if f.Format == generate.PDF && b.merger != nil {
			b.merge(r.ID, f.Data)
			b.about.Date = max(b.about.Date, r.Date)
		}
		if b.out != "-" {
			names = append(names, filepath.Join(dir, f.Name))
		}
	}
	if b.first == "" && len(names) > 0 {
		b.first = names[0]
	}
	b.results(names)
	return names
}

// merge adds a finished contract to the merged file.
func (b *batch) merge(id string, data []byte) {
	if err := b.merger.Add(data, id); err != nil {
		b.fail(failed(err, "kontraktet för %s gick inte att lägga i den samlade filen", id))
	}
}

// results tells the names of finished files, one a line.
func (b *batch) results(names []string) {
	if b.quiet || b.json || b.brief || b.piped {
		return
	}
	for _, n := range names {
		b.line("%s", n)
	}
}

// noPlan tells a review without a plan, when it was named as a file; in a
// folder it is nothing to speak of.
func (b *batch) noPlan(r generate.Result) {
	if r.Job.Named {
		b.fail(&inputError{"granskningen " + r.Job.Name + " har ingen plan, så det finns inget kontrakt att göra", "skriv planen under nyckeln plan: i filen"})
	}
}

// notWritten tells why the world or the program kept a paper from being written.
func (b *batch) notWritten(r generate.Result) {
	err := r.Err
	var told *worldError
	var input *inputError
	if !errors.As(err, &told) && !errors.As(err, &input) {
		err = failed(err, "kontraktet för %s blev inte klart", r.Job.Name)
	}
	b.fail(err)
}
