package web

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"time"
)

// How much a request may be, and how long it may take. A review file is at
// most 1 MiB, and a page of one posts less.
const (
	maxBody    = 1 << 20  // bytes
	maxHeader  = 16 << 10 // bytes
	maxRefused = 8 << 20  // bytes read of a body that is too large, so that the answer is seen

	headerTime = 5 * time.Second
	readTime   = 15 * time.Second
	writeTime  = 60 * time.Second
	idleTime   = 60 * time.Second // of a connection that waits for its next request
)

// bounded reads the fields of a post, if they are not too many.
func (s *Server) bounded(w http.ResponseWriter, r *http.Request) *notice {
	if r.Method != http.MethodPost {
		r.Body = http.MaxBytesReader(w, r.Body, 0)
		return nil
	}
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != "application/x-www-form-urlencoded" && r.ContentLength != 0 {
		return &strangeBody
	}
	body := r.Body
	r.Body = http.MaxBytesReader(w, body, maxBody)
	err := r.ParseForm()
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		io.CopyN(io.Discard, body, maxRefused) // what cannot be read is not needed
		return &tooLarge
	case err != nil:
		return &strangeBody
	}
	return nil
}
