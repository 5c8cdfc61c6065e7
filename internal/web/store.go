package web

import (
	"strings"
	"time"
)

// Store is the folder of review files. Names are of files directly in it; a
// name that leads anywhere else is an error. Errors are of package io/fs:
// ErrNotExist, ErrExist, ErrPermission, or what the disk says.
type Store interface {
	// List is every file in the folder, in the order of their names.
	List() ([]Entry, error)
	// Read is a file's bytes and when they were written. A file that is larger
	// than a review may be is read so far that it is told as too large.
	Read(name string) ([]byte, time.Time, error)
	// Write writes a file whole or not at all; it is on the disk when Write is done.
	Write(name string, data []byte) error
	// Create is Write for a file that must not be there.
	Create(name string, data []byte) error
	// Remove takes a file away; one that is not there is no error.
	Remove(name string) error
}

// Entry is a file in the folder.
type Entry struct {
	Name string
	Time time.Time // when it was written
	Size int64
}

// fileName is the review file of an id.
func fileName(id string) string { return id + ".yaml" }

// draftName is the draft beside it. A name that begins with a dot is never
// read as a review.
func draftName(id string) string { return "." + id + ".utkast" }

// draftID is the id that a draft is of; ok is false where the file is no draft.
func draftID(name string) (id string, ok bool) {
	rest, dotted := strings.CutPrefix(name, ".")
	id, ok = strings.CutSuffix(rest, ".utkast")
	return id, dotted && ok && isID(id)
}

// isID tells whether a text can be a review's id, and so part of a file's
// name: letters a–z, digits and hyphens.
func isID(s string) bool {
	if s == "" || len(s) > 63 || s[0] == '-' || s == "enhet" || s == "urval" {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-')
	})
}
