package web

import (
	"errors"
	"io/fs"
	"time"
)

// two are two versions of one review that people must choose between.
type two struct {
	base         []byte // what both began from; nil where nobody knows any longer
	mine, theirs version
	tabs         bool // theirs is a draft too, not the file
}

// setAside keeps a version that could not be laid together with the draft.
func (d *desk) setAside(id string, mine []byte) error {
	w := d.work(id)
	if w.copy != "" && sum(w.aside) == sum(mine) {
		return errTwo
	}
	name, err := d.keepCopy(id, mine)
	if err != nil {
		return errUnsaved
	}
	w.aside, w.copy = mine, name
	return errTwo
}

// versions are the two versions to choose between; ok is false where there is
// only one.
func (d *desk) versions(id string) (t two, ok bool, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.versionsOf(id)
}

func (d *desk) versionsOf(id string) (t two, ok bool, err error) {
	now, err := d.current(id)
	if err != nil {
		return two{}, false, err
	}
	w := d.work(id)
	if w.copy != "" {
		mine := newVersion(w.aside)
		mine.at = d.now()
		return two{mine: mine, theirs: now, tabs: true}, mine.rev != now.rev, nil
	}
	file, at, err := d.store.Read(fileName(id))
	if errors.Is(err, fs.ErrNotExist) || err == nil && (!now.draft || sum(file) == now.ground) {
		return two{}, false, nil
	}
	theirs := newVersion(file)
	theirs.at = at
	return two{base: w.known[now.ground], mine: now, theirs: theirs}, err == nil, err
}

// changed tells whether the file has been changed since the draft began.
func (d *desk) changed(id string) bool {
	_, ok, err := d.versions(id)
	return ok && err == nil
}

// choose writes what was chosen of the two versions that a page showed, and
// keeps a copy of each that was not. It is errTwo where one of them has
// changed since.
func (d *desk) choose(id, mine, theirs string, chosen func(two) ([]byte, error)) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	t, ok, err := d.versionsOf(id)
	if err != nil || !ok {
		return err
	}
	if t.mine.rev != mine || t.theirs.rev != theirs {
		return errTwo
	}
	text, err := chosen(t)
	if err != nil {
		return err
	}
	if err := d.keepOthers(id, t, sum(text)); err != nil {
		return errUnsaved
	}
	if t.tabs {
		w := d.work(id)
		w.aside, w.copy = nil, ""
		return d.put(id, t.theirs, text, "")
	}
	if err := d.store.Write(fileName(id), text); err != nil {
		return errUnsaved
	}
	return d.settled(id, newVersion(text))
}

// keepOthers keeps copies of the versions that are not the chosen one. That of
// the other tab has its copy already.
func (d *desk) keepOthers(id string, t two, chosen string) error {
	var err error
	if !t.tabs && t.mine.rev != chosen {
		_, err = d.keepCopy(id, t.mine.text)
	}
	if t.theirs.rev != chosen {
		_, other := d.keepCopy(id, t.theirs.text)
		err = errors.Join(err, other)
	}
	return err
}

// later leaves the choice for another time: both versions are kept.
func (d *desk) later(id string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	w := d.work(id)
	w.aside, w.copy = nil, ""
}

// clock is a time as it is shown: 14.32, with its day where that is another.
func clock(at, now time.Time) string {
	if at.IsZero() {
		return ""
	}
	if at.YearDay() == now.YearDay() && at.Year() == now.Year() {
		return at.Format("15.04")
	}
	return at.Format("2006-01-02 15.04")
}
