package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"kontrakt/internal/generate"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// held is a review file of a working folder with its bytes.
type held struct {
	name   string
	data   []byte
	review *review.Review
}

// holdReviews reads the review files in a folder, by id in small letters and
// in the order of their names. A folder that is not there has none.
func (k *kit) holdReviews(dir string) (all []held, byID map[string]held, err error) {
	byID = map[string]held{}
	names, skipped, err := reviewsIn(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, failed(err, "mappen %s går inte att läsa", dir)
	}
	for _, n := range skipped {
		k.problems(source.Problems{generate.NotRead(filepath.Join(dir, n))})
	}
	for _, n := range names {
		h := held{name: filepath.Join(dir, n)}
		if h.data, err = k.read(h.name); err != nil {
			return nil, nil, failed(err, "%s går inte att läsa", h.name)
		}
		h.review, _ = review.Read(h.name, h.data, source.Options{Chars: k.line.Fonts.Has})
		id := strings.TrimSuffix(n, ".yaml")
		all, byID[strings.ToLower(id)] = append(all, h), h
	}
	return all, byID, nil
}

// id is the review's id: its file's name.
func (h held) id() string { return strings.TrimSuffix(filepath.Base(h.name), ".yaml") }

// A sheetFile is a spreadsheet that is open for reading.
type sheetFile struct {
	io.ReaderAt
	io.Closer
	size int64
}

// openSheet opens a spreadsheet. What comes on stdin is read whole first: a
// workbook has its index at its end.
func (a *app) openSheet(name string) (*sheetFile, error) {
	if name == "-" {
		data, err := io.ReadAll(a.in)
		return &sheetFile{bytes.NewReader(data), io.NopCloser(nil), int64(len(data))}, failed(err, "stdin går inte att läsa")
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, failed(err, "%s går inte att läsa", name)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "read", Path: name, Err: errNotRegular}
	}
	if err != nil {
		f.Close()
		return nil, failed(err, "%s går inte att läsa", name)
	}
	return &sheetFile{f, f, info.Size()}, nil
}

// finished is a file to be written: its name and all its bytes.
type finished struct {
	name string
	data []byte
}

// writeTogether writes files that belong together: all to temporary names
// first, so that a disk that is full leaves every file as it was.
func writeTogether(files []finished) (err error) {
	var unnamed []string
	defer func() {
		for _, n := range unnamed {
			os.Remove(n) // those renamed are not there
		}
	}()
	for _, f := range files {
		if err := mayReplace(f.name); err != nil {
			return failed(err, "%s gick inte att skriva", f.name)
		}
		t, err := os.CreateTemp(filepath.Dir(f.name), unfinished+"*")
		if err != nil {
			return failed(err, "%s gick inte att skriva", f.name)
		}
		unnamed = append(unnamed, t.Name())
		_, err = t.Write(f.data)
		if err = errors.Join(err, t.Chmod(0o644), t.Sync(), t.Close()); err != nil {
			return failed(err, "%s gick inte att skriva", f.name)
		}
	}
	for i, f := range files {
		if err := os.Rename(unnamed[i], f.name); err != nil {
			return failed(err, "%s gick inte att skriva", f.name)
		}
	}
	return nil
}
