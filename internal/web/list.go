package web

import (
	"net/http"
	"strings"
	"sync"

	"kontrakt/internal/form"
)

// search is what the list is to show. It is kept here, so that no address has
// a name or a number that was searched for.
type search struct {
	mu  sync.Mutex
	now form.Search
}

func (s *search) get() form.Search {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now
}

func (s *search) set(to form.Search) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now = to
}

// list answers with the list of patients.
func (s *Server) list(w http.ResponseWriter, _ *http.Request) *notice {
	l, err := s.listing()
	if err != nil {
		return &notRead
	}
	s.page(w, http.StatusOK, "lista", List{Listing: *l})
	return nil
}

// find keeps what is searched for, and shows the list again.
func (s *Server) find(w http.ResponseWriter, r *http.Request) *notice {
	f := r.PostForm
	if f.Has("rensa") {
		s.search.set(form.Search{Hidden: s.search.get().Hidden})
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return nil
	}
	to := form.Search{
		Text: strings.TrimSpace(f.Get("q")), Lacking: f.Has("saknas"), Ending: f.Has("loper-ut"), All: f.Has("alla"),
		Hidden: s.search.get().Hidden,
	}
	if steps := f["steg"]; len(steps) > 0 {
		to.Part = steps[len(steps)-1] // a pressed button comes after what was chosen before
	}
	if f.Has("namn") {
		to.Hidden = f.Get("namn") == "dolj"
	}
	s.search.set(to)
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}
