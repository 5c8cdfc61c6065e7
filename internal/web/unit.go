package web

import (
	"errors"
	"io/fs"
	"net/http"
	"strings"

	"kontrakt/internal/form"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Facts are the clinic's own, enhet.yaml, and what is wrong with them. No paper
// is made while something is.
type Facts struct {
	Unit     *review.Unit    // never nil
	Missing  bool            // there is no enhet.yaml
	Problems source.Problems // of what there is
}

// unit is the clinic's own facts as they stand.
func (s *Server) unit() *review.Unit { return s.Facts().Unit }

// noFacts is said instead of a paper while the clinic's own facts are missing
// or wrong; nil when they are there.
func (s *Server) noFacts() *notice {
	f := s.Facts()
	switch {
	case f.Missing:
		return &notice{http.StatusConflict, "Klinikens namn och telefon saknas", "De står på varje papper. Skriv dem en gång, så gäller de för alla planer.", "/enhet"}
	case f.Problems.Errors() > 0:
		return &notice{http.StatusConflict, "Något är fel i enhet.yaml", "Klinikens egna uppgifter står på varje papper: " + f.Problems[0].Text + ". Rätta filen och försök igen.", "/"}
	}
	return nil
}

// Clinic is the page where the clinic's own facts are first written: template
// «enhet».
type Clinic struct {
	Fields []form.Field
	Faults []form.Fault
}

// facts are those that enhet.yaml cannot do without.
type facts struct {
	Name  string `yaml:"namn"`
	Phone string `yaml:"telefon"`
}

// clinic answers with the page where they are written; where there is an
// enhet.yaml it is the clinic's own to change.
func (s *Server) clinic(w http.ResponseWriter, r *http.Request) *notice {
	if !s.Facts().Missing {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return nil
	}
	s.page(w, http.StatusOK, "enhet", clinicOf(facts{}, nil))
	return nil
}

// newClinic writes enhet.yaml.
func (s *Server) newClinic(w http.ResponseWriter, r *http.Request) *notice {
	f := facts{strings.TrimSpace(r.PostForm.Get("namn")), strings.TrimSpace(r.PostForm.Get("telefon"))}
	data := source.Encode(f)
	_, ps := review.ReadUnit("enhet.yaml", data, source.Options{Chars: s.Line.Fonts.Has})
	if ps.Errors() > 0 {
		s.page(w, http.StatusOK, "enhet", clinicOf(f, ps))
		return nil
	}
	if err := s.NewFacts(data); err != nil && !errors.Is(err, fs.ErrExist) {
		return &notWritten
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

// clinicOf is the page with what has been filled in, and what is wrong there.
func clinicOf(f facts, ps source.Problems) Clinic {
	c := Clinic{Fields: []form.Field{
		{ID: "namn", Name: "namn", Path: "namn", Kind: form.Line, Label: "Namn", Hint: "som det ska stå på pappret", Value: f.Name, Needed: true},
		{ID: "telefon", Name: "telefon", Path: "telefon", Kind: form.Line, Label: "Telefon", Hint: "dit patienten ringer", Value: f.Phone, Needed: true},
	}}
	for _, p := range ps {
		what := p.Text + "."
		c.Faults = append(c.Faults, form.Fault{What: what, Tip: p.Hint, ID: p.Path})
		for i := range c.Fields {
			if c.Fields[i].Path == p.Path {
				c.Fields[i].Notes = append(c.Fields[i].Notes, form.Note{What: what, Tip: p.Hint})
			}
		}
	}
	return c
}
