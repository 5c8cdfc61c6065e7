package web

import (
	"errors"
	"io/fs"
	"strconv"
	"sync"
	"time"
)

// desk is where reviews are written on. What is on the disk is the truth: a
// draft beside the review file as soon as the two differ. Two tabs, or two
// computers on one folder, are alike: a change is made of the version that its
// page showed, and laid together with what has come since.
type desk struct {
	store Store
	now   func() time.Time
	merge merger

	mu   sync.Mutex
	open map[string]*work // by id
}

// merger lays two changes of one text together; ok is false where both changed
// the same thing.
type merger func(base, mine, theirs []byte) (merged []byte, ok bool)

// version is a text and what it is.
type version struct {
	text   []byte
	rev    string
	draft  bool      // not yet the review file
	ground string    // of a draft: the sum of the file that it began from
	at     time.Time // when it was saved
}

func newVersion(text []byte) version { return version{text: text, rev: sum(text)} }

// What may come of a change beside being saved.
var (
	errTwo     = errors.New("two versions to choose from")
	errUnsaved = errors.New("kept in memory, not on the disk")
)

// current is the version to go on from: the draft, else the file. A draft of
// this run that is gone from the disk, though it was not saved, is still here.
func (d *desk) current(id string) (version, error) {
	w := d.work(id)
	d.retry(id)
	v, err := d.read(id)
	switch {
	case w.failed: // what could not be written is newer than what is on the disk
		return w.last, nil
	case err != nil && w.last.draft:
		return w.last, nil
	case err != nil:
		return version{}, err
	case w.ours && w.last.draft && !v.draft && v.rev != w.last.rev:
		return w.last, nil
	}
	w.last, w.disk = v, v.rev
	w.remember(v)
	return v, nil
}

// read is what is on the disk. A draft that says what the file says was saved
// by a run that ended before it could take the draft away.
func (d *desk) read(id string) (version, error) {
	file, at, err := d.store.Read(fileName(id))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return version{}, err
	}
	sealed, drafted, none := d.store.Read(draftName(id))
	if none != nil {
		v := newVersion(file)
		v.at = at
		return v, err
	}
	text, ground := unseal(sealed)
	v := newVersion(text)
	if err == nil && v.rev == sum(file) {
		v.at = at
		return v, nil
	}
	v.draft, v.ground, v.at = true, ground, drafted
	return v, nil
}

// look is the version to show, and whether it is a draft of another run, which
// is to be offered before it is taken up.
func (d *desk) look(id string) (v version, offered bool, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	v, err = d.current(id)
	return v, v.draft && !d.work(id).ours, err
}

// change is a change to make of the version that a page showed.
type change struct {
	rev    string                       // of that version
	typing string                       // the field that is being typed in; empty for any other change
	make   func([]byte) ([]byte, error) // what is changed
}

// apply makes a change and keeps it as a draft. It is errTwo where the same
// thing has been changed since the page was shown, and errUnsaved where the
// folder cannot be written; neither loses anything. Other errors are those of
// make, or of a review that cannot be read and that no page has shown.
func (d *desk) apply(id string, c change) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.retry(id) // the same words posted again are to be saved too
	now, err := d.current(id)
	w := d.work(id)
	from, known := w.known[c.rev]
	switch {
	case err != nil && known: // the folder or the file is gone since the page was shown; its words are not
		now = w.last
	case err != nil:
		return err
	case !known:
		from = now.text
	}
	mine, err := c.make(from)
	if err != nil {
		return err
	}
	return d.lay(id, now, from, mine, known, c.typing)
}

// lay puts a change, from one text to another, on top of what is there now.
func (d *desk) lay(id string, now version, from, mine []byte, known bool, typing string) error {
	next, ok := mine, known
	if known && sum(from) != now.rev {
		next, ok = d.merge(from, mine, now.text)
	}
	if !ok && sum(mine) != now.rev {
		return d.setAside(id, mine)
	}
	return d.put(id, now, next, typing)
}

// put keeps a text as the draft, and remembers how to undo it.
func (d *desk) put(id string, now version, text []byte, typing string) error {
	w := d.work(id)
	next := newVersion(text)
	if next.rev == now.rev {
		return d.failure(w)
	}
	next.draft, next.ground = true, now.ground
	if !now.draft {
		next.ground = now.rev
	}
	w.remember(next)
	if n := len(w.steps); typing != "" && n > 0 && w.steps[n-1].typing == typing && w.steps[n-1].after == now.rev {
		w.steps[n-1].after = next.rev
	} else {
		w.steps = append(w.steps, step{now.rev, next.rev, typing})
	}
	d.write(id, next)
	return d.failure(w)
}

// failure is errUnsaved where the last version is not on the disk.
func (d *desk) failure(w *work) error {
	if w.failed {
		return errUnsaved
	}
	return nil
}

// write writes the draft; one that says what its file says is none. What
// cannot be written is kept here, and tried again.
func (d *desk) write(id string, v version) {
	w := d.work(id)
	var err error
	if v.rev == v.ground {
		v.draft = false
		err = d.store.Remove(draftName(id))
	} else {
		err = d.store.Write(draftName(id), seal(v.text, v.ground))
	}
	v.at = d.now()
	w.last, w.ours, w.failed = v, true, err != nil
	if err == nil {
		w.disk = v.rev
	}
}

// retry writes what could not be written before. What somebody else has written
// meanwhile is laid together with it, or the one is kept beside the other.
func (d *desk) retry(id string) {
	w := d.open[id]
	if w == nil || !w.failed {
		return
	}
	mine := w.last
	there, err := d.read(id)
	if err != nil || there.rev == w.disk || there.rev == mine.rev {
		d.write(id, mine)
		return
	}
	base, known := w.known[w.disk]
	w.last, w.disk, w.failed = there, there.rev, false
	w.remember(there)
	if err := d.lay(id, there, base, mine.text, known, ""); errors.Is(err, errUnsaved) && !w.failed {
		w.last, w.failed = mine, true // not even beside the other
	}
}

// retryAll is retry for everything that is open.
func (d *desk) retryAll() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for id := range d.open {
		d.retry(id)
	}
}

// undo takes the last change of this run back.
func (d *desk) undo(id string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	now, err := d.current(id)
	w := d.work(id)
	if err != nil || len(w.steps) == 0 {
		return err
	}
	last := w.steps[len(w.steps)-1]
	w.steps = w.steps[:len(w.steps)-1]
	before, ok1 := w.known[last.before]
	after, ok2 := w.known[last.after]
	if !ok1 || !ok2 {
		w.steps = nil
		return nil
	}
	err = d.lay(id, now, after, before, true, "")
	if n := len(w.steps); n > 0 && w.steps[n-1].before == now.rev && err == nil {
		w.steps = w.steps[:n-1] // taking back is no step of its own
	}
	return err
}

// takeUp goes on with a draft of another run.
func (d *desk) takeUp(id string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.work(id).ours = true
}

// throw takes away a draft of another run, if it is the one that was shown.
func (d *desk) throw(id, rev string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	now, err := d.current(id)
	if err != nil || !now.draft || now.rev != rev {
		return err
	}
	if err := d.store.Remove(draftName(id)); err != nil {
		return errUnsaved
	}
	delete(d.open, id)
	return nil
}

// begin keeps a new review as a draft. The error is fs.ErrExist where there is
// one of the id.
func (d *desk) begin(id string, text []byte) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, err := d.read(id); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(err, fs.ErrExist)
	}
	v := newVersion(text)
	v.draft = true
	w := d.work(id)
	w.remember(v)
	d.write(id, v)
	return d.failure(w)
}

// save writes the draft to the review file, unless the file has been changed
// since the draft began: that is errTwo.
func (d *desk) save(id string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	now, err := d.current(id)
	if err != nil || !now.draft {
		return err
	}
	file, _, err := d.store.Read(fileName(id))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = d.store.Create(fileName(id), now.text)
	case err != nil:
	case sum(file) != now.ground:
		return errTwo
	default:
		err = d.store.Write(fileName(id), now.text)
	}
	if errors.Is(err, fs.ErrExist) {
		return errTwo
	}
	if err != nil {
		return errUnsaved
	}
	return d.settled(id, now)
}

// settled notes that the review file now says what a version says, and takes
// its draft away. One that cannot be taken away says what the file says, and
// is not read.
func (d *desk) settled(id string, v version) error {
	d.store.Remove(draftName(id))
	w := d.work(id)
	v.draft, v.ground, v.at = false, "", d.now()
	w.remember(v)
	w.last, w.failed = v, false
	return nil
}

// keepCopy keeps a version beside the review under a name of its own.
func (d *desk) keepCopy(id string, text []byte) (name string, err error) {
	first := copyName(id, d.now())
	name = first
	for n := 2; ; n++ {
		err = d.store.Create(name, text)
		if !errors.Is(err, fs.ErrExist) || n > 99 {
			return name, err
		}
		name = first + "-" + strconv.Itoa(n)
	}
}

// copyName is what a version that was not chosen is called.
func copyName(id string, at time.Time) string {
	return "." + id + ".konflikt-" + at.Format("2006-01-02-1504")
}
