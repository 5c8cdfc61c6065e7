package main

// Rules of speech. stdout carries results, stderr carries talk. Say what,
// where and what to do, in one sentence of plain Swedish, without a capital
// letter or a full stop when a place or "fel:" stands first. No Go word, no
// blame. Never a patient's name or number: ids and file names alone.

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"time"

	"kontrakt/internal/source"
)

// The exit codes. The highest wins; warnings never count.
const (
	exitDone  = 0 // all done
	exitInput = 1 // some input is wrong
	exitUsage = 2 // the command was written wrong
	exitWorld = 3 // the world (disk, rights) or the program
)

// voice is how the program talks, and remembers the gravest that it has said.
type voice struct {
	out, err io.Writer
	quiet    bool
	code     int
	told     map[source.Problem]bool
}

// worst raises the exit code; it never lowers it.
func (v *voice) worst(code int) { v.code = max(v.code, code) }

// say is talk that --tyst silences.
func (v *voice) say(format string, args ...any) {
	if !v.quiet {
		fmt.Fprintf(v.err, format+"\n", args...)
	}
}

// line is a line of result, on stdout.
func (v *voice) line(format string, args ...any) {
	fmt.Fprintf(v.out, format+"\n", args...)
}

// problems tells what is wrong in files. What is wrong in a plan template is
// found again with every patient, and told once. --tyst silences warnings.
func (v *voice) problems(ps source.Problems) {
	for _, p := range ps {
		if v.told[p] || v.quiet && p.Severity == source.Warning {
			continue
		}
		v.told[p] = true
		fmt.Fprintln(v.err, p)
	}
	if ps.Errors() > 0 {
		v.worst(exitInput)
	}
}

// usageError is a command that was written wrong.
type usageError struct{ text, hint string }

func (e *usageError) Error() string { return e.text }

// inputError is input that is wrong as a whole, outside any file's lines.
type inputError struct{ text, hint string }

func (e *inputError) Error() string { return e.text }

// worldError is a failure of the world outside, with what the program was doing.
type worldError struct {
	doing string
	err   error
}

func (e *worldError) Error() string { return e.doing + ": " + worldly(e.err) }
func (e *worldError) Unwrap() error { return e.err }

// failed wraps a failure of the world; nil stays nil.
func failed(err error, doing string, args ...any) error {
	if err == nil {
		return nil
	}
	return &worldError{fmt.Sprintf(doing, args...), err}
}

// fail tells one error and sets the exit code by its kind.
func (v *voice) fail(err error) {
	var usage *usageError
	var input *inputError
	code := exitWorld
	switch {
	case errors.As(err, &usage):
		code = exitUsage
	case errors.As(err, &input):
		code = exitInput
	}
	fmt.Fprintln(v.err, "fel: "+err.Error())
	if hint := hintOf(err); hint != "" {
		fmt.Fprintln(v.err, "    tips: "+strings.ReplaceAll(hint, "\n", "\n          "))
	}
	v.worst(code)
}

// hintOf is what to do about an error; empty where nobody knows.
func hintOf(err error) string {
	var usage *usageError
	var input *inputError
	switch {
	case errors.As(err, &usage):
		return usage.hint
	case errors.As(err, &input):
		return input.hint
	}
	return ""
}

var errNotRegular = errors.New("namnet är upptaget av något som inte är en vanlig fil")

// worldly is a failure of the disk in Swedish, with the system's own words in
// brackets.
func worldly(err error) string {
	kinds := []struct {
		is   error
		text string
	}{
		{fs.ErrNotExist, "finns inte"},
		{fs.ErrPermission, "det saknas rättighet att läsa eller skriva där"},
		{errDiskFull, "disken är full; frigör plats och kör igen"},
		{syscall.EROFS, "disken går bara att läsa från"},
		{syscall.EISDIR, "det är en mapp, inte en fil"},
		{syscall.ENOTDIR, "en del av sökvägen är en fil, inte en mapp"},
		{errInUse, "filen är öppen i ett annat program; stäng den och kör igen"},
		{errPortUsed, "porten används redan; välj en annan med --port"},
	}
	if errors.Is(err, errNotRegular) {
		return errNotRegular.Error()
	}
	for _, k := range kinds {
		if errors.Is(err, k.is) {
			return k.text + " (" + cause(err) + ")"
		}
	}
	return cause(err)
}

// cause is the innermost error's own words, without the path said already.
func cause(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	switch {
	case errors.As(err, &path):
		return path.Err.Error()
	case errors.As(err, &link):
		return link.Err.Error()
	case errors.As(err, &call):
		return call.Err.Error()
	}
	return err.Error()
}

// progress is one line on a watched terminal: how many are done, how long is left.
type progress struct {
	out   io.Writer
	total int
	began time.Time
	drawn time.Time // when the line was last drawn
	now   func() time.Time
	shown bool
}

// progress begins the line; it shows nothing with --tyst, in a pipe, or for a
// handful of files.
func (a *app) progress(total int) *progress {
	p := &progress{total: total, began: a.now(), now: a.now}
	if a.watched && !a.quiet && total > 4 {
		p.out = a.err
	}
	return p
}

// done shows that n are done, a few times a second.
func (p *progress) done(n int) {
	const often = 100 * time.Millisecond
	now := p.now()
	if p.out == nil || now.Sub(p.drawn) < often {
		return
	}
	p.drawn = now
	spent := now.Sub(p.began)
	left := spent * time.Duration(p.total-n) / time.Duration(max(n, 1))
	fmt.Fprintf(p.out, "\r%d av %d klara, ungefär %s kvar \x1b[K", n, p.total, seconds(left))
	p.shown = true
}

// clear takes the line away, so that something else can be said.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.shown = false
	}
}

// seconds is a rounded length of time in Swedish.
func seconds(d time.Duration) string {
	if d < time.Minute {
		return counted(int(d.Round(time.Second).Seconds()), "sekund", "sekunder")
	}
	return counted(int(d.Round(time.Minute).Minutes()), "minut", "minuter")
}

// counted is a number with its noun: "1 fil", "3 filer".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
