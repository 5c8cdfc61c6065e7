package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"slices"

	ot "github.com/go-text/typesetting/font/opentype"
)

// fontTables is a font file, of which each table is read when it is asked for.
type fontTables struct {
	io.ReaderAt
	head []byte // the beginning of the file: which tables it has, and where
}

// The beginning of a font file, and so much more for each table.
const headSize, entrySize = 12, 16

// openTables reads the beginning of a font file.
func openTables(file io.ReaderAt) (*fontTables, error) {
	t := &fontTables{file, make([]byte, headSize)}
	if _, err := file.ReadAt(t.head, 0); err != nil {
		return nil, err
	}
	t.head = append(t.head, make([]byte, entrySize*int(be16(t.head, 4)))...)
	_, err := file.ReadAt(t.head, 0)
	return t, err
}

// entry is what the file's beginning says of a table; nil when there is none.
func (t *fontTables) entry(name string) []byte {
	for at := headSize; at < len(t.head); at += entrySize {
		if string(t.head[at:at+4]) == name {
			return t.head[at : at+entrySize]
		}
	}
	return nil
}

// section is a table as it lies in the file.
func (t *fontTables) section(name string) (*io.SectionReader, error) {
	e := t.entry(name)
	if e == nil {
		return nil, fmt.Errorf("no table %s", name)
	}
	at, size := binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
	return io.NewSectionReader(t, int64(at), int64(size)), nil
}

// read is a table's bytes.
func (t *fontTables) read(name string) ([]byte, error) {
	s, err := t.section(name)
	if err != nil {
		return nil, err
	}
	data := make([]byte, s.Size())
	if _, err := io.ReadFull(s, data); err != nil {
		return nil, fmt.Errorf("table %s: %w", name, err)
	}
	return data, nil
}

// only is the file as if it had no tables but some, for a parser that reads
// all that there are.
func (t *fontTables) only(names ...string) ot.Resource {
	head := slices.Clone(t.head[:headSize])
	for _, name := range names {
		head = append(head, t.entry(name)...)
	}
	binary.BigEndian.PutUint16(head[4:], uint16((len(head)-headSize)/entrySize))
	return partOf{bytes.NewReader(head), t}
}

// partOf begins in its own way and is otherwise the whole.
type partOf struct {
	*bytes.Reader
	whole io.ReaderAt
}

// ReadAt reads from the whole file.
func (p partOf) ReadAt(b []byte, at int64) (int, error) { return p.whole.ReadAt(b, at) }

// table is one table of a font file.
type table struct {
	name string
	data []byte
}

// sfnt puts tables, sorted by name, together as a font file.
func sfnt(tables []table) []byte {
	n := len(tables)
	entries := 0
	for 2<<entries <= n {
		entries++
	}
	b := []byte{0, 1, 0, 0}
	for _, v := range []int{n, 16 << entries, entries, 16*n - 16<<entries} {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	at := len(b) + 16*n
	for _, t := range tables {
		b = append(b, t.name...)
		for _, v := range []uint32{checksum(t.data), uint32(at), uint32(len(t.data))} {
			b = binary.BigEndian.AppendUint32(b, v)
		}
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		b = append(b, t.data...)
		for len(b)%4 != 0 {
			b = append(b, 0)
		}
	}
	return b
}

// checksum is the sum of a table as 32-bit numbers (OpenType, table directory).
func checksum(b []byte) (sum uint32) {
	for i, c := range b {
		sum += uint32(c) << (24 - 8*(i%4))
	}
	return sum
}

// be16 is a number as font files have them.
func be16(b []byte, at int) uint16 { return uint16(b[at])<<8 | uint16(b[at+1]) }
