package plan

import (
	"slices"
	"strings"

	"kontrakt/internal/doc"
	"kontrakt/internal/prose"
	"kontrakt/internal/source"
)

// checks are the rules between the fields of one template, in the order of
// the file. Rules of a single field are its tag.
var checks = []func(*judge){
	checkHead,
	checkSources,
	checkLines,
	checkTargets,
	checkWith,
	checkConflicts,
}

// judge collects what the checks find in a template.
type judge struct {
	*Definition
	library *Library
	found   source.Problems
}

func (j *judge) tell(path, rule string, args ...string) {
	j.found = append(j.found, sentences.Problem(j.At(path), path, rule, args...))
}

// suggest is tell, with the nearest of the known words as the hint.
func (j *judge) suggest(path, rule, word string, known []string, args ...string) {
	p := sentences.Problem(j.At(path), path, rule, append([]string{word}, args...)...)
	j.found = append(j.found, nearest(p, word, known))
}

// nearest puts the word that was most likely meant into a problem's hint.
func nearest(p source.Problem, word string, known []string) source.Problem {
	if near := source.Nearest(word, known); near != "" {
		p.Hint = sentences.Problem(p.Pos, p.Path, "menade", near).Hint
	}
	return p
}

func (l *Library) check(d *Definition) source.Problems {
	j := &judge{Definition: d, library: l}
	for _, c := range checks {
		c(j)
	}
	text := &prose.Text{Blocks: d.Prose, References: d.References}
	return append(j.found, checkProse(text, d, d.file.Name)...)
}

// checkHead: the file, its id and its language say the same. The id in the
// definition is that of the file's name; only the file knows what it says.
func checkHead(j *judge) {
	if j.written != "" && j.written != j.ID {
		j.tell("id", "mall-id", j.ID)
	}
	if j.Lang != "" && j.Lang != Swedish {
		j.tell("språk", "mall-språk", Swedish)
	}
	if !j.ValidTo.IsZero() && j.ValidTo.Before(j.Written) {
		j.tell("giltig_till", "giltig-före")
	}
}

func checkSources(j *judge) {
	for i, s := range j.Sources {
		at := row("källor", i)
		same := func(o Source) bool { return o.ID == s.ID }
		switch {
		case s.ID == Unsourced:
			j.tell(at+".id", "källa-namn")
		case s.ID != "" && slices.ContainsFunc(j.Sources[:i], same):
			j.tell(at+".id", "dubbel-källa", s.ID)
		}
		if !sourceDate(s.Date) {
			j.tell(at+".datum", "källa-datum")
		}
	}
}

// sourceDate tells whether a source's date is empty or ÅÅÅÅ, ÅÅÅÅ-MM or
// ÅÅÅÅ-MM-DD.
func sourceDate(s string) bool {
	if s == "" {
		return true
	}
	full := "2000-01-01"
	if len(s) > len(full) {
		return false
	}
	_, ok := source.ParseDate(s + full[len(s):])
	return ok && (len(s) == len("2000") || len(s) == len("2000-01") || len(s) == len(full))
}

// checkLines: a line's id is its own within the template, and its sources
// are among the template's.
func checkLines(j *judge) {
	seen := map[string]bool{}
	known := j.sourceIDs()
	for _, l := range j.lines {
		switch {
		case l.List == Targets:
		case l.ID != "" && seen[l.ID]:
			j.tell(l.Path+".id", "dubbel-rad", l.ID)
		default:
			seen[l.ID] = true
		}
		for i, s := range l.Sources {
			if s != Unsourced && !slices.Contains(known, s) {
				j.suggest(row(l.Path+".källa", i), "okänd-källa", s, known)
			}
		}
	}
}

func (d *Definition) sourceIDs() []string {
	ids := make([]string, len(d.Sources))
	for i, s := range d.Sources {
		ids[i] = s.ID
	}
	return ids
}

func checkTargets(j *judge) {
	for i, t := range j.Targets {
		at := row("mått", i) + ".mått"
		same := func(o Target) bool { return o.Measure == t.Measure }
		if t.Measure == "" {
			continue
		}
		if slices.ContainsFunc(j.Targets[:i], same) {
			j.tell(at, "dubbelt-mått", t.Measure)
		}
		if _, ok := j.library.Measure(t.Measure); !ok {
			j.suggest(at, "okänt-mått", t.Measure, []string{j.library.NearestMeasure(t.Measure)})
		}
	}
}

// checkWith: the other templates that this one speaks of exist.
func checkWith(j *judge) {
	for i, e := range j.NotWhen {
		j.checkTemplate(row(NotWhen, i)+".med", e.With)
	}
	for i, c := range j.Conflicts {
		j.checkTemplate(row(Conflicts, i)+".med", c.With)
	}
}

// checkTemplate: a misspelt id would hide a collision, so it is an error;
// that of a diagnosis which nobody has written a template for is a warning.
func (j *judge) checkTemplate(path, id string) {
	switch {
	case id == "" || j.library.Has(id) && id != j.ID:
	case id == j.ID:
		j.tell(path, "egen-mall", id)
	case j.library.Nearest(id) != "":
		j.suggest(path, "okänd-mall", id, j.library.IDs())
	default:
		j.tell(path, "mall-saknas", id)
	}
}

// checkConflicts: a collision says with what, and its lines are lines of
// this template that can be chosen.
func checkConflicts(j *judge) {
	for i, c := range j.Conflicts {
		at := row(Conflicts, i)
		if (c.With == "") == (len(c.ICD10) == 0) {
			j.tell(at, "krock-med", c.ID)
		}
		for k, ref := range c.Lines {
			template, id, _ := strings.Cut(ref, "/")
			if template != j.ID {
				j.tell(row(at+".rader", k), "krock-annan-mall", ref, j.ID)
				continue
			}
			if l, ok := j.Line(id); !ok || !l.Choosable() {
				j.suggest(row(at+".rader", k), "krock-rad", ref, j.refs())
			}
		}
	}
}

// refs are the names of all lines that a review can choose.
func (d *Definition) refs() []string {
	var refs []string
	for _, l := range d.lines {
		if l.Choosable() {
			refs = append(refs, l.Ref)
		}
	}
	return refs
}

// checkProse: the prose begins with a heading, since it becomes a part of
// the paper, and names only sources that the template has.
func checkProse(text *prose.Text, d *Definition, name string) source.Problems {
	var ps source.Problems
	if len(text.Blocks) > 0 {
		if h, ok := text.Blocks[0].(*doc.Heading); !ok || h.Level != 2 {
			ps = append(ps, sentences.Problem(source.Position{File: name}, "", "prosa-rubrik"))
		}
	}
	known := d.sourceIDs()
	for _, r := range text.References {
		if r.ID != Unsourced && !slices.Contains(known, r.ID) {
			ps = append(ps, nearest(sentences.Problem(r.Pos, "", "okänd-källa", r.ID), r.ID, known))
		}
	}
	return ps
}
