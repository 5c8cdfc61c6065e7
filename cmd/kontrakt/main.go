// Kontrakt makes patient contracts (individuell plan, patientkontrakt) for
// Swedish primary care: review files in, accessible printed plans out.
//
// This package is the edge of the program. The clock, the disk and the
// embedded files are touched here and nowhere else; no rule of care and no
// rule of a file is decided here.
package main

import (
	"errors"
	"io"
	"os"
	"runtime/debug"
	"time"

	"kontrakt/internal/source"
)

func main() {
	debug.SetGCPercent(forOne)
	os.Exit(run(os.Args[1:], world{
		in: os.Stdin, out: os.Stdout, err: os.Stderr,
		now: time.Now, watched: isTerminal(os.Stderr),
	}))
}

// How much memory the program lets grow before it looks for what is no longer
// used, in hundredths of what is in use: a single paper is made before that
// pays; a batch is to fit in a small computer.
const forOne, forMany = 400, 75

// world is what the program touches besides files: handed in, so that a test
// is a function call.
type world struct {
	in       io.Reader
	out, err io.Writer
	now      func() time.Time
	watched  bool // a person watches stderr: progress may be shown
}

// run runs the program on its arguments and returns its exit code.
func run(args []string, w world) int {
	out := &sink{w: w.out}
	a := &app{in: w.in, now: w.now, watched: w.watched, voice: voice{out: out, err: w.err, told: map[source.Problem]bool{}}}
	root := a.root()
	root.SetArgs(args)
	if err := root.Execute(); err != nil && !errors.Is(err, errTold) {
		a.fail(err)
		a.failedObject(err)
	}
	if out.err != nil && a.code < exitWorld {
		a.fail(failed(out.err, "resultatet gick inte att skriva till stdout"))
	}
	return a.code
}

// sink is where results go. It remembers that something could not be written,
// so that a full disk is told whichever command was writing.
type sink struct {
	w   io.Writer
	err error
}

// Write writes to where results go.
func (s *sink) Write(data []byte) (int, error) {
	n, err := s.w.Write(data)
	if s.err == nil {
		s.err = err
	}
	return n, err
}

// isTerminal tells whether a file is a terminal, as far as the file system knows.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
