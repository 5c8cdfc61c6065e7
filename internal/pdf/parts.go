package pdf

import "encoding/binary"

// part is a glyph of the face in a letter that is made of several, as a letter
// with marks that no face has whole: where it stands, in the face's own units.
type part struct {
	gid    uint16
	dx, dy int16
}

// parts are the parts of a letter, six bytes each, so that letters can be
// compared; empty for a glyph as the face has it.
type parts string

func (ps parts) with(p part) parts {
	b := binary.BigEndian.AppendUint16([]byte(ps), p.gid)
	b = binary.BigEndian.AppendUint16(b, uint16(p.dx))
	return parts(binary.BigEndian.AppendUint16(b, uint16(p.dy)))
}

func (ps parts) each(visit func(part)) {
	for b := []byte(ps); len(b) > 0; b = b[6:] {
		visit(part{be16(b, 0), int16(be16(b, 2)), int16(be16(b, 4))})
	}
}

// drawn visits what draws a glyph: its parts, or the glyph itself.
func (g *glyph) drawn(visit func(part)) {
	if g.parts == "" {
		visit(part{gid: g.gid})
		return
	}
	g.parts.each(visit)
}

// composed are parts as one glyph of a font file (OpenType, table glyf): a
// reader takes it for one letter. Numbered gives the number of a part there;
// box is what the face says of where a glyph reaches, nil for one that is empty.
func (ps parts) composed(numbered func(gid uint16) uint16, box func(gid uint16) ([]byte, error)) ([]byte, error) {
	const placed = argsAreWords | argsAreXY
	x0, y0, x1, y1 := int16(0x7fff), int16(0x7fff), int16(-0x7fff), int16(-0x7fff)
	var body []byte
	var err error
	last := 0
	ps.each(func(p part) {
		g, wrong := box(p.gid)
		if err == nil {
			err = wrong
		}
		if len(g) >= 10 {
			x0, y0 = min(x0, p.dx+int16(be16(g, 2))), min(y0, p.dy+int16(be16(g, 4)))
			x1, y1 = max(x1, p.dx+int16(be16(g, 6))), max(y1, p.dy+int16(be16(g, 8)))
		}
		last = len(body)
		for _, v := range []uint16{placed | moreParts, numbered(p.gid), uint16(p.dx), uint16(p.dy)} {
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
