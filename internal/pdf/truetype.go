package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	ot "github.com/go-text/typesetting/font/opentype"
)

// Flags of a part of a composite glyph (OpenType, table glyf).
const (
	argsAreWords    = 0x0001
	argsAreXY       = 0x0002
	hasScale        = 0x0008
	moreParts       = 0x0020
	hasTwoScales    = 0x0040
	hasMatrix       = 0x0080
	hasInstructions = 0x0100
)

var errGlyph = errors.New("damaged glyph")

// subset makes a TrueType file of the glyphs, in the order of keys, followed
// by the parts that they are composed of. Instructions are left out: nobody
// prints at a resolution that needs them. A symbolic one tells what its codes
// are.
func (f *face) subset(keys []glyphKey, symbolic bool) ([]byte, error) {
	o, err := f.outlines()
	if err != nil {
		return nil, err
	}
	n := &newFile{face: f, outlines: o, gids: make([]uint16, len(keys)), place: map[uint16]uint16{}, loca: make([]byte, 4)}
	for i, k := range keys {
		n.gids[i] = k.gid
		if _, ok := n.place[k.gid]; !ok && k.parts == "" {
			n.place[k.gid] = uint16(i)
		}
	}
	for i := 0; i < len(n.gids); i++ {
		switch {
		case i > 0 && i < len(keys) && keys[i] == (glyphKey{}): // no code of anything
			n.add(nil, 0, 0, 0, 0)
		case i < len(keys) && keys[i].parts != "":
			err = n.compose(keys[i])
		default:
			err = n.copy(n.gids[i])
		}
		if err != nil {
			return nil, fmt.Errorf("%s: glyph %d: %w", f.name, n.gids[i], err)
		}
	}
	return n.file(symbolic), nil
}

// newFile is a font file of some of a face's glyphs, as it is made.
type newFile struct {
	*face
	outlines
	gids             []uint16          // of its glyphs, in order
	place            map[uint16]uint16 // where each stands among them
	glyf, loca, hmtx []byte
	held             []byte // the glyph at hand
	deep             bool   // it has letters of parts
}

// number is where a glyph stands in the file: at its end, if nowhere else.
func (n *newFile) number(gid uint16) uint16 {
	if _, ok := n.place[gid]; !ok {
		n.place[gid] = uint16(len(n.gids))
		n.gids = append(n.gids, gid)
	}
	return n.place[gid]
}

// read is a glyph as it lies in the face, until the next is read.
func (n *newFile) read(gid uint16) (g []byte, err error) {
	n.held, err = n.outlines.glyph(gid, n.held)
	return n.held, err
}

// add adds a glyph, with its width and left side bearing.
func (n *newFile) add(g []byte, metrics ...byte) {
	n.glyf = append(n.glyf, g...)
	for len(n.glyf)%4 != 0 {
		n.glyf = append(n.glyf, 0)
	}
	n.loca = binary.BigEndian.AppendUint32(n.loca, uint32(len(n.glyf)))
	n.hmtx = append(n.hmtx, metrics...)
}

// copy adds a glyph of the face.
func (n *newFile) copy(gid uint16) error {
	g, err := n.read(gid)
	if err == nil {
		g, err = strip(g, n.number)
	}
	n.add(g, n.metrics(gid)...)
	return err
}

// compose adds a letter of parts, as wide as the first of them.
func (n *newFile) compose(k glyphKey) error {
	g, err := k.parts.composed(n.number, n.read)
	width, left := n.metrics(k.gid)[:2], g[2:4] // its bearing is where it begins
	n.add(g, width[0], width[1], left[0], left[1])
	n.deep = true
	return err
}

// file puts the tables together.
func (n *newFile) file(symbolic bool) []byte {
	f, count := n.face, uint16(len(n.gids))
	most := patch(f.table["maxp"], 4, count)
	if n.deep {
		raise(most)
	}
	tables := []table{
		{"glyf", n.glyf}, {"head", patch(f.table["head"], 50, 1)}, {"hhea", patch(f.table["hhea"], 34, count)},
		{"hmtx", n.hmtx}, {"loca", n.loca}, {"maxp", most},
	}
	if symbolic {
		tables = append([]table{{"cmap", symbols()}}, tables...)
	}
	return sfnt(tables)
}

// raise lets letters of parts be as large as a few of the largest glyphs, and a
// step deeper, in the table of what a file has at most (OpenType, maxp).
func raise(most []byte) {
	const points, contours, composedPoints, composedContours, parts, depth, few = 6, 8, 10, 12, 28, 30, 8
	for _, p := range [][2]int{{composedPoints, points}, {composedContours, contours}} {
		binary.BigEndian.PutUint16(most[p[0]:], max(be16(most, p[0]), few*be16(most, p[1])))
	}
	binary.BigEndian.PutUint16(most[parts:], max(be16(most, parts), few))
	binary.BigEndian.PutUint16(most[depth:], be16(most, depth)+1)
}

// symbols is the table that maps a symbolic font's codes, one byte each, to its
// glyphs: code n is glyph n (OpenType, table cmap, format 4: U+F000 to U+F0FF).
func symbols() (b []byte) {
	for _, v := range []uint16{
		0, 1, 3, 0, 0, 12, // one table, platform 3 encoding 0, where it begins
		4, 32, 0, 4, 4, 1, 0, // format, length, language, segments
		0xf0ff, 0xffff, 0, 0xf000, 0xffff, 0x1000, 1, 0, 0,
	} {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	return b
}

// patch is a copy of a table with a number changed.
func patch(t []byte, at int, value uint16) []byte {
	t = append([]byte(nil), t...)
	binary.BigEndian.PutUint16(t[at:], value)
	return t
}

// outlines are a face's glyphs, read anew for each subset: subsets are few,
// and those of the larger faces rare.
type outlines struct {
	glyf  *io.SectionReader
	loca  []byte // where in it each glyph lies
	short bool   // the form of loca
}

func (f *face) outlines() (o outlines, err error) {
	if o.glyf, err = f.file.section("glyf"); err != nil {
		return o, fmt.Errorf("%s: %w", f.name, err)
	}
	if o.loca, err = f.file.read("loca"); err != nil {
		return o, fmt.Errorf("%s: %w", f.name, err)
	}
	o.short = be16(f.table["head"], 50) == 0
	return o, nil
}

// glyph is a glyph as it lies in the face, in the memory of one before it if
// there is room.
func (o *outlines) glyph(gid uint16, before []byte) ([]byte, error) {
	loca := o.loca
	var from, to int
	if o.short {
		if 2*int(gid)+4 > len(loca) {
			return nil, errGlyph
		}
		from, to = 2*int(be16(loca, 2*int(gid))), 2*int(be16(loca, 2*int(gid)+2))
	} else {
		if 4*int(gid)+8 > len(loca) {
			return nil, errGlyph
		}
		from, to = int(binary.BigEndian.Uint32(loca[4*int(gid):])), int(binary.BigEndian.Uint32(loca[4*int(gid)+4:]))
	}
	if from > to || int64(to) > o.glyf.Size() {
		return nil, errGlyph
	}
	g := slices.Grow(before[:0], to-from)[:to-from]
	_, err := io.ReadFull(io.NewSectionReader(o.glyf, int64(from), int64(to-from)), g)
	return g, err
}

// metrics are a glyph's width and left side bearing.
func (f *face) metrics(gid uint16) []byte {
	hmtx, n := f.table["hmtx"], int(be16(f.table["hhea"], 34))
	if int(gid) < n {
		return hmtx[4*int(gid) : 4*int(gid)+4]
	}
	bearing := 4*n + 2*(int(gid)-n)
	return []byte{hmtx[4*n-4], hmtx[4*n-3], hmtx[bearing], hmtx[bearing+1]}
}

// strip copies a glyph without its instructions; renumber gives the parts of
// a composite their new numbers.
func strip(g []byte, renumber func(uint16) uint16) ([]byte, error) {
	if len(g) == 0 {
		return nil, nil
	}
	if len(g) < 12 {
		return nil, errGlyph
	}
	if int16(be16(g, 0)) < 0 {
		return stripComposite(g, renumber)
	}
	at := 10 + 2*int(be16(g, 0))
	if at+2 > len(g) {
		return nil, errGlyph
	}
	n := int(be16(g, at))
	if at+2+n > len(g) {
		return nil, errGlyph
	}
	out := append([]byte(nil), g[:at]...)
	out = append(out, 0, 0)
	return append(out, g[at+2+n:]...), nil
}

func stripComposite(g []byte, renumber func(uint16) uint16) ([]byte, error) {
	out := append([]byte(nil), g...)
	for at := 10; ; {
		if at+4 > len(out) {
			return nil, errGlyph
		}
		flags := be16(out, at)
		binary.BigEndian.PutUint16(out[at:], flags&^hasInstructions)
		binary.BigEndian.PutUint16(out[at+2:], renumber(be16(out, at+2)))
		at += 6
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&hasScale != 0:
			at += 2
		case flags&hasTwoScales != 0:
			at += 4
		case flags&hasMatrix != 0:
			at += 8
		}
		if at > len(out) {
			return nil, errGlyph
		}
		if flags&moreParts == 0 {
			return out[:at], nil
		}
	}
}

// fontTables is a font file, of which each table is read when it is asked for.
type fontTables struct {
	io.ReaderAt
	head []byte // the beginning of the file: which tables it has, and where
}

// The beginning of a font file, and so much more for each table.
const headSize, entrySize = 12, 16

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

func checksum(b []byte) (sum uint32) {
	for i, c := range b {
		sum += uint32(c) << (24 - 8*(i%4))
	}
	return sum
}
