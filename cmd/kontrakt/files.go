package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"kontrakt/internal/generate"
	"kontrakt/internal/source"
)

// file is a review file to read: its name as it is told in messages, the
// working folder's enhet.yaml and the folder for papers made of it.
type file struct {
	name   string // "-" is stdin
	unit   string // enhet.yaml that belongs to it
	papers string // where its papers go unless --ut says otherwise
	named  bool   // named as a file, not found in a folder
}

// reviewFiles finds the review files of the arguments, in the order given, the
// files of a folder by name. A file named twice is taken once.
func (a *app) reviewFiles(args []string) ([]file, error) {
	var all []file
	taken := map[string]bool{}
	for _, arg := range args {
		found, err := a.filesOf(arg)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			if !taken[f.name] {
				taken[f.name] = true
				all = append(all, f)
			}
		}
	}
	return all, nil
}

// filesOf is what one argument stands for.
func (a *app) filesOf(arg string) ([]file, error) {
	if arg == "-" {
		return []file{place("-")}, nil
	}
	info, err := os.Stat(arg)
	if err != nil {
		return nil, failed(err, "%s går inte att läsa", arg)
	}
	if !info.IsDir() {
		f := place(filepath.Clean(arg))
		f.named = true
		return []file{f}, nil
	}
	dir := filepath.Join(arg, "granskning")
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		dir = filepath.Clean(arg)
	}
	names, skipped, err := reviewsIn(dir)
	if err != nil {
		return nil, failed(err, "mappen %s går inte att läsa", dir)
	}
	for _, n := range skipped {
		a.problems(source.Problems{generate.NotRead(filepath.Join(dir, n))})
	}
	if len(names) == 0 {
		return nil, &inputError{"i mappen " + dir + " finns inga granskningar", "en granskning är en fil som slutar på .yaml; gör den första med: kontrakt ny DIAGNOS --id ID"}
	}
	files := make([]file, len(names))
	one := place(filepath.Join(dir, names[0])) // all have the same surroundings
	for i, n := range names {
		files[i] = file{name: filepath.Join(dir, n), unit: one.unit, papers: one.papers}
	}
	return files, nil
}

// reviewsIn lists the review files of a folder: *.yaml but the clinic's own
// files and names that begin with a dot. What looks like a review but is not
// named as one is skipped, to be told.
func reviewsIn(dir string) (names, skipped []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		n := e.Name()
		switch ext := strings.ToLower(filepath.Ext(n)); {
		case e.IsDir() || strings.HasPrefix(n, ".") || notReview(n):
		case strings.HasSuffix(n, ".yaml"):
			names = append(names, n)
		case ext == ".yaml" || ext == ".yml":
			skipped = append(skipped, n)
		}
	}
	return names, skipped, nil
}

// notReview tells the names of the clinic's own files, which are never reviews.
func notReview(name string) bool { return name == "enhet.yaml" || name == "urval.yaml" }

// place tells where a review's surroundings are: beside the folder
// granskning, or kontrakt for a paper, or beside the file where there is no
// such folder.
func place(name string) file {
	home, folder := filepath.Dir(name), "granskning"
	if isPaper(name) {
		folder = "kontrakt"
	}
	if abs, err := filepath.Abs(home); err == nil && filepath.Base(abs) == folder {
		home = filepath.Join(home, "..")
	}
	return file{name: name, unit: filepath.Join(home, "enhet.yaml"), papers: filepath.Join(home, "kontrakt")}
}

// isPaper tells whether a file is a finished paper, by its name.
func isPaper(name string) bool { return generate.IsPaper(name, nil) }

// read reads the bytes of a review or a paper; "-" is stdin.
func (a *app) read(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(io.LimitReader(a.in, maxPaper))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errNotRegular}
	}
	if isPaper(name) {
		return io.ReadAll(io.LimitReader(f, maxPaper))
	}
	return io.ReadAll(io.LimitReader(f, maxInput))
}

// maxInput is where reading stops: a little over the largest file that is
// accepted, so that a larger one is told as too large.
const maxInput = 2 << 20

// maxPaper is the same for a paper: a thousand contracts in one file are less.
const maxPaper = 64 << 20
