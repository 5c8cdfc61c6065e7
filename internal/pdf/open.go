package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
)

// What keeps a file from being opened.
var (
	ErrForeign = errors.New("not a file of this program")
	ErrDamaged = errors.New("a file of this program that cannot be read")
	ErrShort   = errors.New("too few bytes for any file of this kind")
	ErrNewer   = errors.New("a file of a later version of this program")
)

// Carried is what a finished file tells when it comes back.
type Carried struct {
	Unchanged bool   // every byte is as it was written
	File      []byte // the attachment that was asked for; nil for none
}

// mostCarried is the largest attachment that is read.
const mostCarried = 2 << 20

// mostBefore is how far into a file other programs look for its beginning:
// mail and editors put a mark or a line end before it.
const mostBefore = 1024

// Open reads a file that a Printer or a Merger has written, and the file that
// travels in it under a name. The bytes may be anything: what is read is
// bounded, whatever they claim. The error is [ErrForeign], [ErrDamaged],
// [ErrShort] or [ErrNewer].
func Open(data []byte, name string) (*Carried, error) {
	start := data[:min(len(data), mostBefore)]
	before := bytes.Index(start, []byte(beginning))
	switch {
	case len(data) < len(beginning):
		return nil, ErrShort
	case before >= 0:
		data = data[before:] // its places count from its own first byte
	case bytes.Contains(start, []byte("%PDF-")) && bytes.Contains(data, []byte("<pdf:Producer>kontrakt")):
		return &Carried{}, nil // saved again by another program, which leaves the metadata
	default:
		return nil, ErrForeign
	}
	if v, err := number(data[len(beginning):]); err == nil && v > version {
		return nil, ErrNewer
	}
	if end := bytes.LastIndex(data, []byte("startxref\n")); end < 0 || !bytes.Contains(data[end:], []byte("%%EOF")) {
		return nil, ErrDamaged
	}
	c := &Carried{Unchanged: before == 0 && unchanged(data)}
	var err error
	if c.File, err = carried(data, name); err != nil && !continued(data) {
		return nil, ErrDamaged
	}
	return c, nil
}

// unchanged makes a file's ID again: the SHA-256 of the whole file with zeros
// for the ID's digits, which stand there twice.
func unchanged(data []byte) bool {
	const digits = 2 * sha256.Size
	first := bytes.LastIndex(data, []byte("/ID[<")) + len("/ID[<")
	second := first + digits + len("><")
	if first < len("/ID[<") || second+digits > len(data) {
		return false
	}
	zeros := []byte(strings.Repeat("0", digits))
	sum := sha256.New()
	for _, part := range [][]byte{data[:first], zeros, data[first+digits : second], zeros, data[second+digits:]} {
		sum.Write(part)
	}
	id := hex.EncodeToString(sum.Sum(nil))
	return string(data[first:first+digits]) == id && string(data[second:second+digits]) == id
}

// continued tells whether another program has written on after the end, as
// when somebody signs a file or leaves a note in it.
func continued(data []byte) bool { return bytes.Count(data, []byte("startxref\n")) > 1 }

// carried is the first attachment of a file, where it has the name; nil when
// the file has none. Only the objects on the way there are read.
func carried(data []byte, name string) ([]byte, error) {
	places, root, err := readTable(data)
	if err != nil {
		return nil, err
	}
	catalog, err := objectAt(data, places, root)
	if err != nil || !bytes.Contains(catalog.value, []byte("/AF[")) {
		return nil, err
	}
	n, err := entry(catalog.value, "/AF[")
	if err != nil {
		return nil, err
	}
	about, err := objectAt(data, places, n)
	if err != nil || !bytes.Contains(about.value, []byte("/UF"+pdfString(name)+"/")) {
		return nil, err
	}
	if n, err = entry(about.value, "/EF<</F "); err != nil {
		return nil, err
	}
	file, err := objectAt(data, places, n)
	if err != nil {
		return nil, err
	}
	return inflate(file.stream, mostCarried)
}

// objectAt reads one object by its number.
func objectAt(data, places []byte, n int) (o object, err error) {
	place := func(n int) []byte {
		if n < 0 || n >= len(places)/locationSize {
			return []byte{0} // no kind of place
		}
		return placeOf(places, n)
	}
	p := place(n)
	switch p[0] {
	case 1:
		return streamAt(data, spot(p))
	case 2:
		if p = place(spot(p)); p[0] != 1 {
			return o, errUnreadable
		}
		if o, err = streamAt(data, spot(p)); err != nil {
			return o, err
		}
		var found []byte
		err = each(o, func(k int, value []byte) error {
			if k == n {
				found = value
			}
			return nil
		})
		return object{value: found}, err
	}
	return o, errUnreadable
}
