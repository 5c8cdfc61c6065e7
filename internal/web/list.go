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
	files, strange, err := s.files()
	if err != nil {
		return &notRead
	}
	l := s.index.List(s.form(), files, s.readText, s.search.get())
	l.Unread = append(l.Unread, strange...)
	s.page(w, http.StatusOK, "lista", List{Listing: *l, NoClinic: s.Facts().Missing})
	return nil
}

// files are the reviews and drafts of the folder, and the names of those that
// look like reviews but cannot be the form's: a name that is no id.
func (s *Server) files() (files []form.Stat, strange []string, err error) {
	entries, err := s.Store.List()
	for _, e := range entries {
		id, isReview := strings.CutSuffix(e.Name, ".yaml")
		switch _, isDraft := draftID(e.Name); {
		case isDraft, isReview && isID(id):
			files = append(files, form.Stat{Name: e.Name, Size: e.Size, Changed: e.Time.UnixNano()})
		case isReview && !strings.HasPrefix(id, ".") && id != "enhet" && id != "urval":
			strange = append(strange, e.Name)
		}
	}
	return files, strange, err
}

// readText reads a review or a draft, without the draft's own line.
func (s *Server) readText(name string) ([]byte, error) {
	data, _, err := s.Store.Read(name)
	if _, isDraft := draftID(name); isDraft && err == nil {
		data, _ = unseal(data)
	}
	return data, err
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
