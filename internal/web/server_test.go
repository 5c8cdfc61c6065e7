package web

import (
	"bytes"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"kontrakt/fonts"
	"kontrakt/internal/generate"
	"kontrakt/internal/pdf"
	"kontrakt/internal/phrase"
	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
	"kontrakt/plans"
	"kontrakt/templates"
)

// memory is a folder in memory, that can be out of reach.
type memory struct {
	mu    sync.Mutex
	files map[string][]byte
	times map[string]time.Time
	gone  bool // nothing can be written
	dark  bool // nothing can be read
	clock time.Time
}

func (m *memory) List() ([]Entry, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.dark {
		return nil, fs.ErrPermission
	}
	var all []Entry
	for name, data := range m.files {
		all = append(all, Entry{name, m.times[name], int64(len(data))})
	}
	slices.SortFunc(all, func(a, b Entry) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

func (m *memory) Read(name string) ([]byte, time.Time, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.dark {
		return nil, time.Time{}, fs.ErrPermission
	}
	data, ok := m.files[name]
	if !ok {
		return nil, time.Time{}, fs.ErrNotExist
	}
	return bytes.Clone(data), m.times[name], nil
}

func (m *memory) Write(name string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.gone {
		return fs.ErrPermission
	}
	m.clock = m.clock.Add(time.Second)
	m.files[name], m.times[name] = bytes.Clone(data), m.clock
	return nil
}

func (m *memory) Create(name string, data []byte) error {
	if _, _, err := m.Read(name); err == nil {
		return fs.ErrExist
	}
	return m.Write(name, data)
}

func (m *memory) Remove(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.gone {
		return fs.ErrPermission
	}
	delete(m.files, name)
	return nil
}

// names are the files that are there.
func (m *memory) names() []string {
	var all []string
	entries, _ := m.List()
	for _, e := range entries {
		all = append(all, e.Name)
	}
	return all
}

// at is when everything in these tests happens.
var at = time.Date(2025, 9, 15, 14, 32, 0, 0, time.UTC)

// inMemory is a folder with some files.
func inMemory(files map[string]string) *memory {
	m := &memory{files: map[string][]byte{}, times: map[string]time.Time{}, clock: at.Add(-time.Hour)}
	for name, text := range files {
		m.files[name], m.times[name] = []byte(text), m.clock
	}
	return m
}

var loaded = sync.OnceValues(func() (*generate.Line, error) {
	faces, err := pdf.LoadFonts(fonts.FS)
	if err != nil {
		return nil, err
	}
	book, _ := phrase.Load(generate.Layouts(), templates.FS)
	library := plan.Open(source.Options{Chars: faces.Has}, plan.Layer{Name: "plans", FS: plans.FS, BuiltIn: true})
	return &generate.Line{Plans: library, Words: book, Fonts: faces, Producer: "kontrakt"}, nil
})

// options are a server on a folder.
func options(t testing.TB, store Store) Options {
	t.Helper()
	line, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	skeleton, err := fs.ReadFile(templates.FS, "ny/granskning.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return Options{
		Store: store, Line: line, Skeleton: skeleton, Files: templates.FS, Fonts: fonts.FS, Idle: 15 * time.Minute,
		Today: func() source.Date { return source.Date{Year: 2025, Month: 9, Day: 15} },
		Now:   func() time.Time { return at },
		Facts: func() Facts {
			return Facts{Unit: &review.Unit{Name: "Exempelby vårdcentral", Phone: "036-000 00 00"}}
		},
		Say: func(what string) { t.Error(what) },
	}
}

const testPort = "4711"

// serving is a server that is called without a network.
func serving(t testing.TB, store Store) *Server {
	t.Helper()
	s, err := newServer(testPort, options(t, store))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// call is a request as our own page sends it, changed by what a test says.
func (s *Server) call(method, target string, fields url.Values, changes ...func(*http.Request)) *http.Response {
	var body io.Reader
	if fields != nil {
		body = strings.NewReader(fields.Encode())
	}
	r := httptest.NewRequest(method, "http://127.0.0.1:"+testPort+target, body)
	if fields != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.AddCookie(&http.Cookie{Name: s.gate.cookie, Value: s.gate.session})
	for _, change := range changes {
		change(r)
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w.Result()
}

// text is an answer's body.
func text(r *http.Response) string {
	b, _ := io.ReadAll(r.Body)
	return string(b)
}
