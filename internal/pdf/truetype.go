package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
)

var errGlyph = errors.New("damaged glyph")

// subset makes a TrueType file of the glyphs, in the order of keys, followed
// by the components that they are composed of. Instructions are left out: nobody
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
		if _, ok := n.place[k.gid]; !ok && k.components == "" {
			n.place[k.gid] = uint16(i)
		}
	}
	for i := 0; i < len(n.gids); i++ {
		switch {
		case i > 0 && i < len(keys) && keys[i] == (glyphKey{}): // no code of anything
			n.add(nil, 0, 0, 0, 0)
		case i < len(keys) && keys[i].components != "":
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
	most             int    // components of a composed letter
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

// compose adds a composed letter, as wide as the first of its components.
func (n *newFile) compose(k glyphKey) error {
	g, err := k.components.composed(n.number, n.read)
	width, left := n.metrics(k.gid)[:2], g[2:4] // its bearing is where it begins
	n.add(g, width[0], width[1], left[0], left[1])
	n.most = max(n.most, k.components.count())
	return err
}

// file puts the tables together.
func (n *newFile) file(symbolic bool) []byte {
	f, count := n.face, uint16(len(n.gids))
	most := patch(f.table["maxp"], 4, count)
	if n.most > 0 {
		raise(most, n.most)
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

// raise lets composed letters have so many components, each as large as the
// largest glyph, and be a step deeper, in the table of what a file has at most
// (OpenType, maxp).
func raise(most []byte, count int) {
	const points, contours, composedPoints, composedContours, components, depth = 6, 8, 10, 12, 28, 30
	for _, p := range [][2]int{{composedPoints, points}, {composedContours, contours}} {
		largest := max(be16(most, p[0]), be16(most, p[1]))
		binary.BigEndian.PutUint16(most[p[0]:], uint16(min(count*int(largest), math.MaxUint16)))
	}
	binary.BigEndian.PutUint16(most[components:], max(be16(most, components), uint16(count)))
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

// outlines opens what the glyphs are copied from.
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

// strip copies a glyph without its instructions; renumber gives the components
// of a composite their new numbers.
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
