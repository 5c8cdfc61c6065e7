package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"

	"kontrakt/internal/web"
)

// note is the file where a form that is running tells the user's next start
// where it is. It lies in the user's own folder for such things, only she can
// read it, and it says nothing but a port and a secret; its name tells which
// folder it is of, without saying it.
type note string

// runningNote is the note of a form on a folder; empty where the user has no
// folder of her own for it, and then a second start is a form of its own.
func runningNote(dir string) note {
	home, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	if whole, err := filepath.Abs(dir); err == nil {
		dir = whole
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	name := sha256.Sum256([]byte(dir))
	return note(filepath.Join(home, "kontrakt", "formular-"+hex.EncodeToString(name[:8])+".json"))
}

// knock asks the form that a note tells of for a start address.
func (n note) knock(ctx context.Context) (string, error) {
	data, err := os.ReadFile(string(n))
	if err != nil {
		return "", err
	}
	var first web.Running
	if err := json.Unmarshal(data, &first); err != nil {
		return "", err
	}
	return web.Knock(ctx, first)
}

// write writes the note, and returns what takes it away again. Without a note
// the form works; a second start is then a form of its own.
func (n note) write(r web.Running) (remove func()) {
	data, err := json.Marshal(r)
	dir := filepath.Dir(string(n))
	if err != nil || n == "" || os.MkdirAll(dir, 0o700) != nil {
		return func() {}
	}
	f, err := os.CreateTemp(dir, unfinished+"*") // for the user alone to read
	if err != nil {
		return func() {}
	}
	_, err = f.Write(data)
	if errors.Join(err, f.Close()) != nil || os.Rename(f.Name(), string(n)) != nil {
		os.Remove(f.Name())
		return func() {}
	}
	return func() {
		if now, err := os.ReadFile(string(n)); err == nil && string(now) == string(data) {
			os.Remove(string(n)) // another start may have written its own since
		}
	}
}
