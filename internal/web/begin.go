package web

import (
	"errors"
	"io/fs"
	"net/http"
	"strings"

	"kontrakt/internal/form"
)

// ids are the ids of the folder that have a review or a draft.
func (s *Server) ids() ([]string, error) {
	files, err := s.Store.List()
	var all []string
	for _, f := range files {
		if id, ok := draftID(f.Name); ok {
			all = append(all, id)
		} else if id, ok := strings.CutSuffix(f.Name, ".yaml"); ok && isID(id) {
			all = append(all, id)
		}
	}
	return all, err
}

// newPage answers with the page where a patient's review begins.
func (s *Server) newPage(w http.ResponseWriter, r *http.Request) *notice {
	return s.showNew(w, r, nil)
}

// showNew shows it with what has been filled in, and what is wrong there.
func (s *Server) showNew(w http.ResponseWriter, r *http.Request, faults []form.Fault) *notice {
	taken, err := s.ids()
	if err != nil {
		return &notRead
	}
	n := s.form().Blank(taken, r.PostForm)
	n.Faults = append(n.Faults, faults...)
	s.page(w, http.StatusOK, "ny", NewSheet{New: *n, Unit: s.unit().Name})
	return nil
}

// newReview begins a patient's review, as a draft, and leads to its plan.
func (s *Server) newReview(w http.ResponseWriter, r *http.Request) *notice {
	taken, err := s.ids()
	if err != nil {
		return &notRead
	}
	id, text, faults := s.form().Begin(s.Skeleton, taken, r.PostForm)
	if len(faults) > 0 || !isID(id) {
		return s.showNew(w, r, faults)
	}
	err = s.desk.begin(id, text)
	switch {
	case errors.Is(err, fs.ErrExist): // made since the page was shown
		return s.showNew(w, r, []form.Fault{{What: "Det finns redan en patient med id " + id + "."}})
	case err != nil && !errors.Is(err, errUnsaved):
		return &notRead
	}
	http.Redirect(w, r, address(form.Plan, id, ""), http.StatusSeeOther)
	return nil
}
