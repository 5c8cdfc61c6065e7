package form

import (
	"strings"

	"kontrakt/internal/source"
)

// drawn is a page's form with what is told of it.
type drawn struct {
	sheet
	blocks  []Block
	spots   map[string]spot
	wrong   int // errors, but for what is only missing
	faults  []Fault
	missing []Fault
}

// spot is where on a page a path is.
type spot struct {
	id, what string // what: how it is called in the list of what is missing
	row      string // «Rad 1: »
	notes    *[]Note
	open     *bool // of the row that is folded over it
}

// drawAll draws every page of a patient and tells each problem where it
// belongs; those that belong nowhere are told of the file.
func (s *state) drawAll() (all []drawn, loose []Fault) {
	for _, sh := range sheets {
		d := drawn{sheet: sh, blocks: s.draw(sh), spots: map[string]spot{}}
		d.title, d.lead = s.fill(sh.title), s.fill(sh.lead)
		d.find()
		all = append(all, d)
	}
	clashes := s.clashProblems()
	for i, p := range s.problems {
		if clash := clashes[i]; clash != "" {
			tellClash(all, p, clash)
			continue
		}
		if !tellAt(all, p) {
			loose = append(loose, Fault{What: sentence(p.Text), Tip: sentence(p.Hint), Line: p.Pos.Line, Warning: p.Severity == source.Warning})
		}
	}
	return all, loose
}

// find finds every path that the page has a place for.
func (d *drawn) find() {
	for i := range d.blocks {
		b := &d.blocks[i]
		if strings.Contains(b.Path, ".") {
			d.put(b.Path, spot{id: b.ID, what: d.title + ": minst en rad", notes: &b.Notes})
		}
		d.putFields(b.Fields, b.Legend, "", nil)
		for k := range b.Rows {
			r := &b.Rows[k]
			if r.Path == "" {
				continue
			}
			which := ""
			if _, n, ok := split(r.Path); ok && len(r.Fields) > 0 {
				which = "Rad " + number(n+1) + ": "
			}
			d.put(r.Path, spot{id: r.ID, what: r.Label, row: which, notes: &r.Notes, open: &r.Open})
			d.putFields(r.Fields, "", which, &r.Open)
		}
	}
}

func (d *drawn) putFields(fields []Field, legend, which string, open *bool) {
	for i := range fields {
		f := &fields[i]
		what := f.Label
		switch {
		case legend != "":
			what = legend + ": " + lower(f.Label)
		case !strings.HasPrefix(d.title, f.Label):
			what = d.title + ": " + lower(f.Label)
		}
		d.put(f.Path, spot{id: f.ID, what: what, row: which, notes: &f.Notes, open: open})
	}
}

// put keeps the first place of a path.
func (d *drawn) put(path string, at spot) {
	if _, there := d.spots[path]; path != "" && !there {
		d.spots[path] = at
	}
}

// tellAt tells a problem at its field or, where the form has none, at the row
// or list around it; false where no page has any of them.
func tellAt(all []drawn, p source.Problem) bool {
	d, at := nearest(all, p.Path)
	if d != nil {
		d.tell(at, p)
	}
	return d != nil
}

// tellClash tells a collision at its row; the list leads to where it can be
// settled. It is nothing that somebody has written wrong.
func tellClash(all []drawn, p source.Problem, id string) {
	d, at := nearest(all, p.Path)
	if d == nil {
		return
	}
	n := Note{What: sentence(p.Text), Tip: sentence(p.Hint)}
	*at.notes = append(*at.notes, n)
	d.faults = append(d.faults, Fault{What: n.What, Tip: n.Tip, Part: d.part, Step: d.key, ID: id, Line: p.Pos.Line})
}

// nearest is the page that has a place for a path, or for what is around it.
func nearest(all []drawn, path string) (*drawn, spot) {
	for ; path != ""; path = path[:max(0, strings.LastIndexAny(path, ".["))] {
		for i := range all {
			if at, ok := all[i].spots[path]; ok {
				return &all[i], at
			}
		}
	}
	return nil, spot{}
}

// tell tells a problem at a place and in the page's own list.
func (d *drawn) tell(at spot, p source.Problem) {
	n := Note{What: sentence(p.Text), Tip: sentence(p.Hint), Warning: p.Severity == source.Warning, Missing: lacking(p)}
	*at.notes = append(*at.notes, n)
	f := Fault{What: at.row + n.What, Tip: n.Tip, Part: d.part, Step: d.key, ID: at.id, Line: p.Pos.Line, Warning: n.Warning}
	switch {
	case n.Missing:
		f.What, f.Tip = at.what, ""
		d.missing = append(d.missing, f)
		return
	case !n.Warning:
		d.wrong++
		if at.open != nil {
			*at.open = true
		}
	}
	d.faults = append(d.faults, f)
}

// lacking tells whether a problem is only that something a contract needs is
// not written yet: that is no fault while the patient sits there.
func lacking(p source.Problem) bool {
	return p.Rule == "kontrakt" || p.Rule == "required" && !strings.Contains(p.Path, "[")
}

// questions are the places where the seven questions are answered, by their
// parts' keys.
var questions = []struct{ key, path string }{
	{"1", ""}, {"2-viktigt", "plan.viktigt_för_mig"}, {"2-jag-gör", "plan.jag_gör"}, {"2-söka-vård", "plan.söka_vård.kontakta"},
	{"2-vården-gör", "plan.vården_gör"}, {"3", ""}, {"4", "plan.fasta_vårdkontakter"}, {"5", "plan.nästa_steg.vad"},
	{"6", "plan.nästa_steg.när"}, {"7", "plan.andra_planer"},
}

// lacks are what a contract lacks, and then what the seven questions lack.
func (s *state) lacks(all []drawn) []Fault {
	var missing []Fault
	for i := range all {
		missing = append(missing, all[i].missing...)
	}
	if s.care == nil {
		return missing
	}
	for k, q := range s.care.Seven() {
		if q.Answered {
			continue
		}
		f := Fault{What: capital(s.words().Sheet.Parts.Of(q.Key)), Question: q.Number}
		for i := range all {
			if at, ok := all[i].spots[questions[k].path]; ok {
				f.Part, f.Step, f.ID = all[i].part, all[i].key, at.id
			}
		}
		if known := withID(missing, f.ID); known != nil {
			known.Question = q.Number
			continue
		}
		missing = append(missing, f)
	}
	return missing
}

func withID(faults []Fault, id string) *Fault {
	for i := range faults {
		if id != "" && faults[i].ID == id {
			return &faults[i]
		}
	}
	return nil
}

// lower is a label within a sentence.
func lower(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}
