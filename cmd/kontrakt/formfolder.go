package main

import (
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"kontrakt/internal/web"
)

// folder is the folder of reviews as the form knows it. Nothing outside it can
// be reached, whatever a name says and wherever a link leads.
type folder struct {
	dir string

	mu   sync.Mutex
	root *os.Root
}

func openFolder(dir string) (*folder, error) {
	root, err := os.OpenRoot(dir)
	return &folder{dir: dir, root: root}, err
}

var errAway = errors.New("mappen finns inte")

// now is the folder as it is reached now. One that has been away, a share on
// the net or a disk, is opened anew: what was open is not what came back.
func (f *folder) now() (*os.Root, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	there, err := os.Stat(f.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errAway // a file that is not there is another thing
	}
	if err != nil {
		return nil, err
	}
	if here, err := f.root.Stat("."); err == nil && os.SameFile(here, there) {
		return f.root, nil
	}
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return nil, err
	}
	f.root.Close()
	f.root = root
	return root, nil
}

// List is every file in the folder.
func (f *folder) List() ([]web.Entry, error) {
	root, err := f.now()
	if err != nil {
		return nil, err
	}
	dir, err := root.Open(".")
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	found, err := dir.ReadDir(-1)
	if err != nil {
		return nil, err
	}
	var all []web.Entry
	for _, e := range found {
		info, err := e.Info()
		if err == nil && !e.IsDir() { // one that was taken away while we looked is not there
			all = append(all, web.Entry{Name: e.Name(), Time: info.ModTime(), Size: info.Size()})
		}
	}
	slices.SortFunc(all, func(a, b web.Entry) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// Read is a file's bytes and when they were written.
func (f *folder) Read(name string) ([]byte, time.Time, error) {
	root, err := f.now()
	if err != nil {
		return nil, time.Time{}, err
	}
	file, err := root.Open(name)
	if err != nil {
		return nil, time.Time{}, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, time.Time{}, err
	}
	if !info.Mode().IsRegular() {
		return nil, time.Time{}, &fs.PathError{Op: "read", Path: name, Err: errNotRegular}
	}
	data, err := io.ReadAll(io.LimitReader(file, maxInput))
	return data, info.ModTime(), err
}

// Write writes a file whole or not at all: to a temporary name, synced to the
// disk and renamed.
func (f *folder) Write(name string, data []byte) error {
	return f.place(name, data, func(root *os.Root, temp string) error { return root.Rename(temp, name) })
}

// Create is Write for a file that must not be there. A disk that has no links
// cannot promise that nobody comes between; there it is looked for instead.
func (f *folder) Create(name string, data []byte) error {
	return f.place(name, data, func(root *os.Root, temp string) error {
		err := root.Link(temp, name)
		if err == nil || errors.Is(err, fs.ErrExist) {
			return errors.Join(err, root.Remove(temp))
		}
		if _, none := root.Lstat(name); none == nil {
			return &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
		}
		return root.Rename(temp, name)
	})
}

// place writes data under a temporary name, and lets put give it its own.
func (f *folder) place(name string, data []byte, put func(root *os.Root, temp string) error) (err error) {
	root, err := f.now()
	if err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if info, err := root.Lstat(name); err == nil {
		if !info.Mode().IsRegular() && info.Mode()&fs.ModeSymlink == 0 {
			return &fs.PathError{Op: "write", Path: name, Err: errNotRegular}
		}
		if info.Mode().IsRegular() {
			mode = info.Mode().Perm()
		}
	}
	temp := mine() + strconv.Itoa(os.Getpid()) + "-" + strconv.FormatUint(rand.Uint64(), 36)
	file, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			root.Remove(temp)
		}
	}()
	_, err = file.Write(data)
	if err = errors.Join(err, file.Chmod(mode), file.Sync(), file.Close()); err != nil {
		return err
	}
	if err = put(root, temp); err != nil {
		return err
	}
	syncFolder(root)
	return nil
}

// syncFolder asks the disk to keep the folder's names too, where it can be
// asked.
func syncFolder(root *os.Root) {
	if dir, err := root.Open("."); err == nil {
		dir.Sync()
		dir.Close()
	}
}

// Remove takes a file away.
func (f *folder) Remove(name string) error {
	root, err := f.now()
	if err == nil {
		err = root.Remove(name)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
