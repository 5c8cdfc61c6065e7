package web

import (
	"bytes"
	"io/fs"
	"net/http"
	"path"
	"time"
)

// answer is what a request is answered with: itself, or a notice to tell.
type answer func(w http.ResponseWriter, r *http.Request) *notice

// routes are all addresses of the form.
func (s *Server) routes() http.Handler {
	m := http.NewServeMux()
	for _, route := range []struct {
		pattern string
		answer  answer
	}{
		{"GET /start/{key}", s.gate.start},
		{"POST " + knockPath, s.knocked},
		{"POST /puls", s.pulse},
		{"GET /{$}", s.list},
		{"POST /{$}", s.find},
		{"GET /enhet", s.clinic},
		{"POST /enhet", s.newClinic},
		{"GET /ny", s.newPage},
		{"POST /ny", s.newReview},
		{"GET /{part}/{id}", s.sheet},
		{"POST /{part}/{id}", s.change},
		{"GET /plan/{id}/{step}", s.sheet},
		{"POST /plan/{id}/{step}", s.change},
		{"GET /konflikt/{id}", s.versions},
		{"POST /konflikt/{id}", s.choose},
		{"GET /papper/{id}", s.paper},
		{"GET /pdf/{id}", s.pdf},
		{"GET /journal/{id}", s.record},
		{"GET /kopia/{id}", s.copy},
		{"GET /form.css", s.file(s.Files, "form")},
		{"GET /form.js", s.file(s.Files, "form")},
		{"GET /font/{name}", s.file(s.Fonts, ".")},
		{"GET /favicon.ico", func(w http.ResponseWriter, _ *http.Request) *notice {
			w.WriteHeader(http.StatusNoContent)
			return nil
		}},
		{"/", func(http.ResponseWriter, *http.Request) *notice { return &notFound }},
	} {
		m.HandleFunc(route.pattern, func(w http.ResponseWriter, r *http.Request) {
			if n := route.answer(w, r); n != nil {
				s.tell(w, r, n)
			}
		})
	}
	return m
}

// pulse is a page that is open: a sign of life, and a time to try again what
// could not be written.
func (s *Server) pulse(w http.ResponseWriter, _ *http.Request) *notice {
	s.life.sign(true)
	s.desk.retryAll()
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// kinds are what the program's own files are. What a system says of a file's
// ending can be changed by any program on it.
var kinds = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".ttf": "font/ttf",
	".txt": "text/plain; charset=utf-8",
}

// file answers with a file of the program's own, from a folder of it.
func (s *Server) file(from fs.FS, dir string) answer {
	return func(w http.ResponseWriter, r *http.Request) *notice {
		name := path.Base(r.URL.Path)
		data, err := fs.ReadFile(from, path.Join(dir, name))
		if err != nil {
			return &notFound
		}
		kind := kinds[path.Ext(name)]
		w.Header().Set("Content-Type", kind)
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
		return nil
	}
}
