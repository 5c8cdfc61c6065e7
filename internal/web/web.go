package web

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"time"

	"kontrakt/internal/form"
	"kontrakt/internal/generate"
	"kontrakt/internal/source"
)

// Options are what a server is made of. All of them must be given.
type Options struct {
	Store    Store
	Line     *generate.Line     // what papers are made with; its Today is not used
	Today    func() source.Date // the day, which may pass while the form is open
	Now      func() time.Time   // the moment, for what is shown as «Sparat 14.32»
	Facts    func() Facts       // the clinic's own, as they stand now
	NewFacts func([]byte) error // writes enhet.yaml where there is none; the error is fs.ErrExist where there is
	Skeleton []byte             // what a new review begins as
	Files    fs.FS              // form/: the page templates, form.css and form.js
	Fonts    fs.FS              // the typefaces
	Idle     time.Duration      // how long a page with script may be unheard of before the server stops
	Say      func(what string)  // told when the program is wrong: a place in the code, never what somebody wrote
}

// Server is the local form.
type Server struct {
	Options
	listener net.Listener
	port     string
	gate     *gate
	life     *life
	desk     *desk
	pages    *pages
	search   search
	index    form.Index
	handler  http.Handler
}

// loopback is the only address that is listened on.
const loopback = "127.0.0.1"

// Listen makes a server that listens on this machine alone; port 0 takes one
// that is free. Errors are the network's, or of pages that cannot be read.
func Listen(port int, o Options) (*Server, error) {
	l, err := net.Listen("tcp", net.JoinHostPort(loopback, strconv.Itoa(port)))
	if err != nil {
		return nil, err
	}
	_, at, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	s, err := newServer(at, o)
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	s.listener = l
	return s, nil
}

// newServer is a server that is not yet listening.
func newServer(port string, o Options) (*Server, error) {
	p, err := readPages(o.Files)
	if err != nil {
		return nil, err
	}
	s := &Server{Options: o, port: port, gate: newGate(port), life: &life{idle: o.Idle}, pages: p}
	s.desk = &desk{store: o.Store, now: o.Now, open: map[string]*work{}, merge: func(base, mine, theirs []byte) ([]byte, bool) {
		return s.form().Merge("", base, mine, theirs)
	}}
	s.handler = s.guarded(s.routes())
	return s, nil
}

// Address is a new start address. It lets one browser in, once.
func (s *Server) Address() string {
	key := rand.Text()
	s.gate.admit(key)
	return "http://" + net.JoinHostPort(loopback, s.port) + "/start/" + key
}

// Running is what the user's next start needs to find this server.
func (s *Server) Running() Running { return Running{s.port, s.gate.secret} }

// Serve answers until ctx is done, or until no page has been heard of for as
// long as Idle says. What is being answered then is answered first.
func (s *Server) Serve(ctx context.Context) error {
	ctx, end := context.WithCancel(ctx)
	defer end()
	h := &http.Server{
		Handler:           s.handler,
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       readTime,
		WriteTimeout:      writeTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(slog.DiscardHandler, slog.LevelError), // it would hold addresses
	}
	go s.warm()
	s.life.begin(end)
	defer s.life.stop()
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		last, cancel := context.WithTimeout(context.Background(), readTime)
		defer cancel()
		stopped <- h.Shutdown(last)
	}()
	if err := h.Serve(s.listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	err := <-stopped
	s.desk.retryAll()
	return err
}

// warm reads the folder before the first page asks for it.
func (s *Server) warm() {
	defer func() {
		if recover() != nil {
			s.Say("fel i programmet (" + origin() + ")")
		}
	}()
	if files, _, err := s.files(); err == nil {
		s.index.List(s.form(), files, s.readText, form.Search{})
	}
}

// line is what papers are made with today.
func (s *Server) line() *generate.Line {
	l := *s.Line
	l.Today = s.Today()
	return &l
}

// page answers with a page, whole.
func (s *Server) page(w http.ResponseWriter, code int, name string, view any) {
	var b bytes.Buffer
	if err := s.pages.write(&b, name, view); err != nil {
		panic(err) // a template that does not fit its view is our fault, told without what it would have shown
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(code)
	w.Write(b.Bytes()) // a browser that has gone away needs no page
}
