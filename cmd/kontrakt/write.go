package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// unfinished begins the name of a file that is still being written. The rest
// tells which computer and which run is writing it.
const unfinished = ".kontrakt-"

// mine is how names of this computer's unfinished files begin.
func mine() string {
	host, _ := os.Hostname() // a computer without a name is one computer too
	return unfinished + host + "-"
}

// writeFile writes a file whole or not at all: to a temporary name in the
// same folder, synced to the disk and renamed. A run that is killed leaves
// only whole files.
func writeFile(name string, data []byte) error {
	return writeWith(name, func(f *os.File) error {
		_, err := f.Write(data)
		return err
	})
}

// writeWith is writeFile for content that is written piece by piece.
func writeWith(name string, write func(*os.File) error) (err error) {
	if err := mayReplace(name); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), mine()+strconv.Itoa(os.Getpid())+"-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	if err = errors.Join(write(f), f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// mayReplace refuses what a rename would replace but is no ordinary file: a
// folder, a device.
func mayReplace(name string) error {
	info, err := os.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() && info.Mode()&fs.ModeSymlink == 0 {
		return &fs.PathError{Op: "write", Path: name, Err: errNotRegular}
	}
	return nil
}

// sweep removes what a killed run left unfinished in a folder: what a run of
// this computer that has ended was writing, and what nobody has touched for
// an hour.
func sweep(dir string, now time.Time) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), unfinished) {
			continue
		}
		info, err := e.Info()
		if err == nil && (ended(e.Name()) || now.Sub(info.ModTime()) > time.Hour) {
			os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// ended tells whether the run that was writing an unfinished file ran on this
// computer and is no more.
func ended(name string) bool {
	rest, here := strings.CutPrefix(name, mine())
	process, _, ok := strings.Cut(rest, "-")
	id, err := strconv.Atoi(process)
	return here && ok && err == nil && !alive(id)
}

// keepOrWrite writes a file that people may edit: one that exists is kept.
// It tells whether a file with another content was kept.
func keepOrWrite(name string, data []byte) (kept bool, err error) {
	old, err := os.ReadFile(name)
	switch {
	case err == nil:
		return string(old) != string(data), nil
	case errors.Is(err, fs.ErrNotExist):
		return false, writeFile(name, data)
	default:
		return false, err
	}
}
