package web

import (
	"net/http"
	"strings"

	"kontrakt/internal/form"
)

func byLines(base, mine, theirs []byte) ([]byte, bool) {
	b, m, t := strings.Split(string(base), "\n"), strings.Split(string(mine), "\n"), strings.Split(string(theirs), "\n")
	if len(b) != len(m) || len(b) != len(t) {
		return nil, false
	}
	for i := range b {
		if m[i] != b[i] && t[i] != b[i] && m[i] != t[i] {
			return nil, false
		}
		if m[i] != b[i] {
			t[i] = m[i]
		}
	}
	return []byte(strings.Join(t, "\n")), true
}

func (s *Server) differ(id string, t two, _ map[string]string) form.Conflict {
	return form.Conflict{Who: s.who(id, t.mine.text)}
}

func (s *Server) chosen(_ string, t two, chosen map[string]string) ([]byte, bool) {
	switch chosen["alla"] {
	case "min":
		return t.mine.text, true
	case "fil":
		return t.theirs.text, true
	}
	return nil, false
}

func (s *Server) listing() (*form.Listing, error) {
	files, err := s.Store.List()
	l := &form.Listing{Unit: s.Unit().Name, Search: s.search.get(), Filters: []form.Filter{{Text: "Alla", Current: true}}}
	g := form.Group{Title: "Alla"}
	for _, f := range files {
		if id, ok := strings.CutSuffix(f.Name, ".yaml"); ok && isID(id) {
			g.Rows = append(g.Rows, form.Entry{ID: id, Name: id, Part: form.Plan, PartText: "Plan"})
		}
	}
	l.Groups, l.Shown, l.Total = []form.Group{g}, len(g.Rows), len(g.Rows)
	return l, err
}

func (s *Server) newPage(http.ResponseWriter, *http.Request) *notice   { return &notFound }
func (s *Server) newReview(http.ResponseWriter, *http.Request) *notice { return &notFound }
