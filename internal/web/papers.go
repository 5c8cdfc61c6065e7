package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"mime"
	"net/http"
	"regexp"
	"strings"
	"sync"

	"kontrakt/internal/generate"
)

// paper answers with the contract as it would look now.
func (s *Server) paper(w http.ResponseWriter, r *http.Request) *notice {
	id := r.PathValue("id")
	v, n := s.version(id)
	if n != nil {
		return n
	}
	page, err := s.form().Preview(fileName(id), v.text)
	if err != nil || page == nil {
		return &notFound
	}
	page = inFrame(page)
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", paperPolicy+" "+strings.Join(styles(page), " "))
	h.Set("X-Frame-Options", "SAMEORIGIN")
	w.Write(page) // a browser that has gone away needs no paper
	return nil
}

// paperPolicy is what a paper may do: be shown within our page, in its own
// style. The names of its styles follow.
const paperPolicy = "default-src 'none'; img-src data:; font-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; style-src"

// typefaces are those that the page around a paper has, which the paper as a
// file of its own does without.
const typefaces = `<style>@font-face { font-family: "Atkinson Hyperlegible Next"; src: url(/font/AtkinsonHyperlegibleNext-Regular.ttf); }
@font-face { font-family: "Atkinson Hyperlegible Next"; font-weight: 700; src: url(/font/AtkinsonHyperlegibleNext-Bold.ttf); }
@font-face { font-family: "Noto Sans"; src: url(/font/NotoSans-Regular.ttf); }
@font-face { font-family: "Noto Sans"; font-weight: 700; src: url(/font/NotoSans-Bold.ttf); }</style>
`

// ownPolicy is the policy that a paper carries as a file of its own; from here
// it has that of its answer.
var ownPolicy = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`) })

// inFrame is a paper as it is shown beside the form.
func inFrame(page []byte) []byte {
	page = ownPolicy().ReplaceAll(page, nil)
	return bytes.Replace(page, []byte("</head>"), []byte(typefaces+"</head>"), 1)
}

var styleForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?s)<style>(.*?)</style>`) })

// styles are the style sheets within a page as a content security policy names them.
func styles(page []byte) []string {
	var names []string
	for _, found := range styleForm().FindAllSubmatch(page, -1) {
		s := sha256.Sum256(found[1])
		names = append(names, "'sha256-"+base64.StdEncoding.EncodeToString(s[:])+"'")
	}
	return names
}

// pdf answers with the contract, to look at or print, or to keep.
func (s *Server) pdf(w http.ResponseWriter, r *http.Request) *notice {
	f, n := s.made(r.PathValue("id"), generate.PDF)
	if n != nil {
		return n
	}
	how := "inline"
	if r.FormValue("spara") != "" {
		how = "attachment"
	}
	w.Header().Set("Content-Type", "application/pdf")
	w.Header().Set("Content-Disposition", mime.FormatMediaType(how, map[string]string{"filename": f.Name}))
	w.Write(f.Data)
	return nil
}

// record answers with the page that has the text for the record.
func (s *Server) record(w http.ResponseWriter, r *http.Request) *notice {
	id := r.PathValue("id")
	f, n := s.made(id, generate.Journal)
	if n != nil {
		return n
	}
	v, n := s.version(id)
	if n != nil {
		return n
	}
	s.page(w, http.StatusOK, "journal", Record{Who: s.who(id, v.text), Text: string(f.Data), Back: address("plan", id, "")})
	return nil
}

// copy answers with the text as it stands, to be kept elsewhere when the
// folder cannot be reached.
func (s *Server) copy(w http.ResponseWriter, r *http.Request) *notice {
	id := r.PathValue("id")
	v, n := s.version(id)
	if n != nil {
		return n
	}
	w.Header().Set("Content-Type", "application/yaml; charset=utf-8")
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": fileName(id)}))
	w.Write(v.text)
	return nil
}

// made is the contract of what is written now, in one format.
func (s *Server) made(id string, format generate.Format) (generate.File, *notice) {
	v, n := s.version(id)
	if n == nil {
		n = s.noFacts()
	}
	if n != nil {
		return generate.File{}, n
	}
	job := generate.Job{Name: fileName(id), Read: func() ([]byte, error) { return v.text, nil }, Unit: s.unit(), Named: true}
	var made generate.Result
	keep := generate.Request{Formats: []generate.Format{format}, Keep: true}
	s.line().Run([]generate.Job{job}, keep, func(r generate.Result) { made = r })
	switch {
	case made.Outcome == generate.NotWritten:
		s.Say(made.Err.Error())
		return generate.File{}, &ourFault
	case made.Outcome != generate.Made || len(made.Files) != 1:
		return generate.File{}, notYet(id)
	}
	return made.Files[0], nil
}

// notYet is said where something is still missing in a plan.
func notYet(id string) *notice {
	return &notice{http.StatusConflict, "Planen är inte klar att skriva ut", "Något saknas eller behöver rättas. Det står under Saknas, bredvid pappret.", address("plan", id, "") + "#saknas"}
}

// version is what is written of an id now.
func (s *Server) version(id string) (version, *notice) {
	if !isID(id) {
		return version{}, &notFound
	}
	v, _, err := s.desk.look(id)
	return v, worldly(err)
}
