package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/klauspost/compress/zlib"
)

// errUnreadable tells of a file that this package has not written, or that has
// been damaged since.
var errUnreadable = errors.New("not a whole file of this program")

// object is an object as it lies in a file: its value, and the bytes of its
// stream if it is one.
type object struct {
	value  []byte // a stream's dictionary ends before /Length
	stream []byte // nil for none
}

// mostInflated bounds what a stream may hold, so that a small file of another
// hand cannot fill the memory.
const mostInflated = 32 << 20

// readFile finds the objects of a file that a Printer has written; objects
// that the file's own form needs (object streams, the table) are left empty.
func readFile(data []byte) (objects []object, root int, err error) {
	places, root, err := readTable(data)
	if err != nil {
		return nil, 0, err
	}
	return gather(data, places, root)
}

// readTable finds the table of a file's objects, locationSize bytes for each,
// and the number of its catalog.
func readTable(data []byte) (places []byte, root int, err error) {
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if at < 0 {
		return nil, 0, errUnreadable
	}
	from, err := number(data[at+len("startxref\n"):])
	if err != nil {
		return nil, 0, errUnreadable
	}
	table, err := streamAt(data, from)
	if err != nil {
		return nil, 0, err
	}
	if root, err = entry(table.value, "/Root "); err != nil {
		return nil, 0, err
	}
	places, err = inflate(table.stream, mostInflated)
	if err != nil || len(places)%locationSize != 0 {
		return nil, 0, errUnreadable
	}
	return places, root, nil
}

// gather reads the objects that the table places.
func gather(data, places []byte, root int) ([]object, int, error) {
	objects := make([]object, len(places)/locationSize)
	for n := range objects {
		p := placeOf(places, n)
		if p[0] != 1 {
			continue
		}
		o, err := streamAt(data, spot(p))
		if err != nil {
			return nil, 0, err
		}
		switch {
		case bytes.Contains(o.value, []byte("/Type/ObjStm")):
			if err := unpack(o, objects); err != nil {
				return nil, 0, err
			}
		case !bytes.Contains(o.value, []byte("/Type/XRef")):
			objects[n] = o
		}
	}
	if root >= len(objects) {
		return nil, 0, errUnreadable
	}
	return objects, root, nil
}

// placeOf is what the table says of an object that it has.
func placeOf(places []byte, n int) []byte { return places[locationSize*n : locationSize*(n+1)] }

// spot is the four bytes of a place that are a number: an offset, or that
// of an object stream.
func spot(place []byte) int {
	return int(place[1])<<24 | int(place[2])<<16 | int(place[3])<<8 | int(place[4])
}

// unpack reads the objects of an object stream.
func unpack(o object, objects []object) error {
	return each(o, func(n int, value []byte) error {
		if n >= len(objects) {
			return errUnreadable
		}
		objects[n].value = value
		return nil
	})
}

// each visits the objects of an object stream, the last one first.
func each(o object, visit func(n int, value []byte) error) error {
	count, err1 := entry(o.value, "/N ")
	first, err2 := entry(o.value, "/First ")
	data, err3 := inflate(o.stream, mostInflated)
	if err1 != nil || err2 != nil || err3 != nil || count > packed || first > len(data) {
		return errUnreadable
	}
	words := bytes.Fields(data[:min(first, packed*24)])
	if len(words) != 2*count {
		return errUnreadable
	}
	body := data[first:]
	end := len(body)
	for i := count - 1; i >= 0; i-- {
		n, err1 := strconv.Atoi(string(words[2*i]))
		at, err2 := strconv.Atoi(string(words[2*i+1]))
		if err1 != nil || err2 != nil || n < 0 || at > end || at < 0 {
			return errUnreadable
		}
		if err := visit(n, bytes.TrimSpace(body[at:end])); err != nil {
			return err
		}
		end = at
	}
	return nil
}

// streamAt reads the stream at an offset.
func streamAt(data []byte, at int) (object, error) {
	if at < 0 || at >= len(data) {
		return object{}, errUnreadable
	}
	b := data[at:]
	from := bytes.Index(b, []byte("<<"))
	end := bytes.Index(b, []byte(">>\nstream\n"))
	if from < 0 || end < from {
		return object{}, errUnreadable
	}
	length := bytes.LastIndex(b[:end], []byte("/Length "))
	if length < from {
		return object{}, errUnreadable
	}
	n, err := strconv.Atoi(string(b[length+len("/Length ") : end]))
	start := end + len(">>\nstream\n")
	if err != nil || n < 0 || n > len(b)-start {
		return object{}, errUnreadable
	}
	return object{value: b[from+2 : length], stream: b[start : start+n]}, nil
}

// inflate decompresses a stream of at most so many bytes.
func inflate(data []byte, most int64) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errUnreadable, err)
	}
	out, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errUnreadable, err)
	}
	if int64(len(out)) > most {
		return nil, errUnreadable
	}
	return out, nil
}

// entry is the number after a key in a dictionary.
func entry(dict []byte, key string) (int, error) {
	_, after, ok := bytes.Cut(dict, []byte(key))
	if !ok {
		return 0, errUnreadable
	}
	return number(after)
}

// number is the number that b begins with.
func number(b []byte) (int, error) {
	n := 0
	for n < len(b) && n < 10 && b[n] >= '0' && b[n] <= '9' {
		n++
	}
	v, err := strconv.Atoi(string(b[:n]))
	if err != nil {
		return 0, errUnreadable
	}
	return v, nil
}

// refersTo calls visit for every reference in a value, "12 0 R", with its
// place in it; what stands in strings is text.
func refersTo(value []byte, visit func(from, to, n int)) {
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c == '(':
			i = skipString(value, i)
		case c >= '0' && c <= '9':
			from := i
			for i < len(value) && value[i] >= '0' && value[i] <= '9' {
				i++
			}
			if bytes.HasPrefix(value[i:], []byte(" 0 R")) {
				n, _ := number(value[from:i])
				visit(from, i, n)
				i += len(" 0 R") - 1
			} else {
				i--
			}
		}
	}
}

// skipString is where the string that begins at i ends.
func skipString(value []byte, i int) int {
	for i++; i < len(value) && value[i] != ')'; i++ {
		if value[i] == '\\' {
			i++
		}
	}
	return i
}
