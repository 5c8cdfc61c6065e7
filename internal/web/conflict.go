package web

import (
	"errors"
	"net/http"

	"kontrakt/internal/form"
)

// versions answers with two versions of one review beside each other.
func (s *Server) versions(w http.ResponseWriter, r *http.Request) *notice {
	id := r.PathValue("id")
	if !isID(id) {
		return &notFound
	}
	return s.showVersions(w, r, id, nil)
}

// showVersions shows the two versions with what has been chosen so far; where
// there is one alone, its page.
func (s *Server) showVersions(w http.ResponseWriter, r *http.Request, id string, chosen map[string][]string) *notice {
	t, ok, err := s.desk.versions(id)
	if err != nil {
		return worldly(err)
	}
	if !ok {
		http.Redirect(w, r, address(form.Plan, id, ""), http.StatusSeeOther)
		return nil
	}
	v := Versions{
		Conflict: *s.form().Diff(fileName(id), t.base, t.mine.text, t.theirs.text, chosen),
		Saving:   s.saving(id, t.mine), Address: address("konflikt", id, ""),
		Rev: t.mine.rev, Against: t.theirs.rev, Tabs: t.tabs, Copy: copyName(id, s.Now()),
		MineAt: clock(t.mine.at, s.Now()), FileAt: clock(t.theirs.at, s.Now()),
	}
	if side := chosen["alla"]; len(side) > 0 {
		for i := range v.Points {
			v.Points[i].Chosen = side[len(side)-1]
		}
	}
	s.page(w, http.StatusOK, "konflikt", v)
	return nil
}

// choose writes what was chosen, or leaves both versions for another time.
func (s *Server) choose(w http.ResponseWriter, r *http.Request) *notice {
	id := r.PathValue("id")
	if !isID(id) {
		return &notFound
	}
	if r.PostForm.Get("gor") == "senare" {
		s.desk.later(id)
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return nil
	}
	if r.PostForm.Has("alla") && !r.PostForm.Has("gor") {
		return s.showVersions(w, r, id, r.PostForm) // all is chosen, and can be seen before it is saved
	}
	err := s.desk.choose(id, r.PostForm.Get("rev"), r.PostForm.Get("mot"), func(t two) ([]byte, error) {
		text, all, err := s.form().Choose(fileName(id), t.mine.text, t.theirs.text, r.PostForm)
		switch {
		case err == nil && !all:
			err = errNotAll
		case err == nil && len(s.form().Diff(fileName(id), nil, text, t.mine.text, nil).Points) == 0:
			text = t.mine.text // all of it: then it needs no copy
		}
		return text, err
	})
	switch {
	case errors.Is(err, errNotAll):
		return s.showVersions(w, r, id, r.PostForm)
	case errors.Is(err, errTwo):
		return s.showVersions(w, r, id, nil)
	case errors.Is(err, errUnsaved):
		n := notWritten
		n.Again = address("konflikt", id, "")
		return &n
	case err != nil:
		return &ourFault // nothing is written, and both versions are there
	}
	http.Redirect(w, r, address(form.Plan, id, ""), http.StatusSeeOther)
	return nil
}

var errNotAll = errors.New("a point has no version chosen")
