package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kontrakt/internal/doc"
	"kontrakt/internal/generate"
	"kontrakt/internal/source"
)

// clinic is whose report it is, and what its extract said of itself.
func (r *reporting) clinic(home string, files []file) (generate.Clinic, error) {
	var of generate.Clinic
	u := r.unit(filepath.Join(home, "enhet.yaml"))
	r.problems = append(r.problems, u.problems...)
	if !u.missing {
		of.Unit = u.unit
	}
	if !slices.ContainsFunc(files, func(f file) bool { return !isPaper(f.name) }) {
		return of, nil
	}
	name := filepath.Join(home, "urval.yaml")
	data, err := r.read(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return of, nil
	case err != nil:
		return of, failed(err, "%s går inte att läsa", name)
	}
	summary, ps := generate.ReadSummary(name, data)
	r.problems = append(r.problems, ps...)
	if ps.Errors() == 0 {
		of.Summary = summary
	}
	return of, nil
}

// readProse reads what people have written in the folder rapport; a folder
// that is not there has nothing.
func (r *reporting) readProse(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return failed(err, "mappen %s går inte att läsa", dir)
	}
	r.prose = map[string][]doc.Block{}
	from := map[string]string{} // the file of each part
	for _, e := range entries {
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") || filepath.Ext(e.Name()) != ".md" {
			continue
		}
		name := filepath.Join(dir, e.Name())
		data, err := r.read(name)
		if err != nil {
			return failed(err, "%s går inte att läsa", name)
		}
		part, blocks, ps := r.line.Prose(name, data)
		if first := from[part]; part != "" && first != "" {
			ps = append(ps, generate.SameSection(name, first))
		}
		from[part] = name
		r.prose[part] = blocks
		r.problems = append(r.problems, ps...)
	}
	return nil
}

// write writes the report and its pictures, and tells what there is to tell.
func (r *reporting) write(o reportFlags, as generate.Format) error {
	r.problems.Sort()
	r.voice.problems(r.problems)
	if r.figures == nil || r.fatal() {
		r.worst(exitInput)
		if r.brief {
			return nil
		}
		r.say("Ingen rapport skrevs. Rätta felen och kör igen.")
		return r.asJSON(o, as, nil, false)
	}
	r.tellChecks()
	r.tellUnwritten(as)
	d := r.line.ReportDocument(r.figures, r.prose)
	data, err := r.line.ReportFile(r.figures, d, as)
	if err != nil {
		if p, ok := generate.MissingCharacter("rapport", err); ok {
			r.voice.problems(source.Problems{p})
			return r.asJSON(o, as, nil, false)
		}
		return failed(err, "rapporten blev inte klar")
	}
	if err := r.deliver(o.out, data); err != nil {
		return err
	}
	pictures, err := r.pictures(o.pictures, d)
	if err != nil || r.brief || isStdout(o.out) {
		return err
	}
	if !r.quiet && !r.json {
		for _, name := range append([]string{o.out}, pictures...) {
			r.voice.line("%s", name)
		}
	}
	return r.asJSON(o, as, pictures, true)
}

// isStdout tells whether the report goes to stdout and not to a file.
func isStdout(out string) bool { return out == "" || out == "-" }

// deliver writes the report where it was asked for: to stdout, or to a file
// that is none of those it is made of.
func (r *reporting) deliver(out string, data []byte) error {
	if isStdout(out) {
		_, err := r.voice.out.Write(data)
		return failed(err, "rapporten gick inte att skriva till stdout")
	}
	for _, name := range r.inputs {
		if sameFile(name, out) {
			return &usageError{"rapporten skulle skrivas över " + name + ", som den är gjord av", "ange en annan fil med --ut"}
		}
	}
	sweep(filepath.Dir(out), r.now())
	if err := writeFile(out, data); err != nil {
		return failed(err, "%s gick inte att skriva", out)
	}
	return nil
}

// fatal tells whether anything is wrong that is not a plan alone: such a plan
// is left out of the plan tables, and the rest can be counted.
func (r *reporting) fatal() bool { return !generate.OnlyPlans(r.problems) }

// tellChecks tells every check of the report's own arithmetic that does not
// hold.
func (r *reporting) tellChecks() {
	for _, c := range r.figures.Checks {
		if !c.OK && !r.quiet {
			r.say("varning: kontroll av räkningen: %s", c.Text)
		}
	}
}

// tellUnwritten tells which sections of a report to print nobody has written:
// they are left out of it.
func (r *reporting) tellUnwritten(as generate.Format) {
	if as != generate.PDF && as != generate.HTML || r.home == "" || r.brief {
		return
	}
	if missing := r.line.Unwritten(r.prose); len(missing) > 0 {
		r.say("Utan text, och därför inte med: %s. Skriv dem i %s, till exempel %s.md.", strings.Join(missing, ", "),
			filepath.Join(r.home, "rapport"), missing[0])
	}
}

// pictures writes the report's pictures as files of their own.
func (r *reporting) pictures(dir string, d *doc.Document) ([]string, error) {
	if dir == "" {
		return nil, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, failed(err, "mappen %s gick inte att skapa", dir)
	}
	files, err := r.line.Pictures(d)
	if err != nil {
		return nil, failed(err, "bilderna gick inte att göra")
	}
	var names []string
	for _, f := range files {
		name := filepath.Join(dir, f.Name)
		if err := writeFile(name, f.Data); err != nil {
			return nil, failed(err, "%s gick inte att skriva", name)
		}
		names = append(names, name)
	}
	return names, nil
}

// asJSON is what became of the report, as --json shows it.
func (r *reporting) asJSON(o reportFlags, as generate.Format, pictures []string, written bool) error {
	if !r.json {
		return nil
	}
	object := map[string]any{"kommando": "rapport", "format": as, "publik": o.public, "bilder": notNil(pictures), "problem": jsonProblems(r.problems)}
	if written {
		object["fil"] = o.out
		right := 0
		wrong := []string{}
		for _, c := range r.figures.Checks {
			if c.OK {
				right++
			} else {
				wrong = append(wrong, c.Text)
			}
		}
		object["kontroller"] = map[string]any{"rätt": right, "alla": len(r.figures.Checks), "fel": wrong}
	}
	return r.object(object)
}
