package pdf

import "encoding/binary"

// Flags of a component of a composite glyph (OpenType, table glyf).
const (
	argsAreWords    = 0x0001
	argsAreXY       = 0x0002
	hasScale        = 0x0008
	moreComponents  = 0x0020
	hasTwoScales    = 0x0040
	hasMatrix       = 0x0080
	hasInstructions = 0x0100
)

// component is a glyph of the face in a letter that is made of several, as a
// letter with marks that no face has whole: where it stands, in the face's own
// units.
type component struct {
	gid    uint16
	dx, dy int16
}

// components are what a letter is made of, six bytes each, so that letters can
// be compared; empty for a glyph as the face has it.
type components string

// with adds a component.
func (cs components) with(c component) components {
	b := binary.BigEndian.AppendUint16([]byte(cs), c.gid)
	b = binary.BigEndian.AppendUint16(b, uint16(c.dx))
	return components(binary.BigEndian.AppendUint16(b, uint16(c.dy)))
}

// count is how many they are.
func (cs components) count() int { return len(cs) / 6 }

// each visits the components in their order.
func (cs components) each(visit func(component)) {
	for b := []byte(cs); len(b) > 0; b = b[6:] {
		visit(component{be16(b, 0), int16(be16(b, 2)), int16(be16(b, 4))})
	}
}

// drawn visits what draws a glyph: its components, or the glyph itself.
func (g *glyph) drawn(visit func(component)) {
	if g.components == "" {
		visit(component{gid: g.gid})
		return
	}
	g.components.each(visit)
}

// composed are components as one glyph of a font file (OpenType, table glyf): a
// reader takes it for one letter. Numbered gives the number of a component
// there; read is a glyph of the face, nil for one that is empty.
func (cs components) composed(numbered func(gid uint16) uint16, read func(gid uint16) ([]byte, error)) ([]byte, error) {
	const placed = argsAreWords | argsAreXY
	x0, y0, x1, y1 := int16(0x7fff), int16(0x7fff), int16(-0x7fff), int16(-0x7fff)
	var body []byte
	var err error
	last := 0
	cs.each(func(c component) {
		g, wrong := read(c.gid)
		if err == nil {
			err = wrong
		}
		if len(g) >= 10 {
			x0, y0 = min(x0, c.dx+int16(be16(g, 2))), min(y0, c.dy+int16(be16(g, 4)))
			x1, y1 = max(x1, c.dx+int16(be16(g, 6))), max(y1, c.dy+int16(be16(g, 8)))
		}
		last = len(body)
		for _, v := range []uint16{placed | moreComponents, numbered(c.gid), uint16(c.dx), uint16(c.dy)} {
			body = binary.BigEndian.AppendUint16(body, v)
		}
	})
	binary.BigEndian.PutUint16(body[last:], placed)
	if x0 > x1 { // nothing is drawn
		x0, y0, x1, y1 = 0, 0, 0, 0
	}
	head := []byte{0xff, 0xff} // it is composed
	for _, v := range []int16{x0, y0, x1, y1} {
		head = binary.BigEndian.AppendUint16(head, uint16(v))
	}
	return append(head, body...), err
}

// stripComposite copies a glyph of components without its instructions.
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
		if flags&moreComponents == 0 {
			return out[:at], nil
		}
	}
}
