package pdf

import "kontrakt/internal/doc"

// ink is a colour, 0xRRGGBB; 0 is none.
type ink uint32

// The inks. The accent has 9.3:1 against white, and so has white on it.
const (
	black  ink = 0x111111
	white  ink = 0xffffff
	accent ink = 0x0b4f52
	tint   ink = 0xe4eeee
	faint  ink = 0x999999
	grey   ink = 0x777777
	dim    ink = 0x222222
	quiet  ink = 0x333333
	hair   ink = 0xd0d0d0 // decoration only
)

// typo is how a text is set: size and distance between lines in points.
type typo struct {
	size, lead float64
	bold       bool
	ink        ink
	loud       ink // of what is bold in it, where that differs
}

// baseline is how far under the top of a line its letters stand, with the
// ascent and descent of the first family.
func (t *typo) baseline() float64 {
	const ascent, descent = 0.984, 0.316
	return (t.lead + (ascent-descent)*t.size) / 2
}

// points is a length in the type's own thousandths as points.
func (t *typo) points(thousandths int) float64 { return float64(thousandths) * t.size / 1000 }

// inkOf is the colour of a word set in t.
func (t *typo) inkOf(w *shaped) ink {
	if t.loud != 0 && len(w.glyphs) > 0 && w.glyphs[0].face&1 == 1 {
		return t.loud
	}
	return t.ink
}

// A4, in points.
const pageWidth, pageHeight = 595.28, 841.89

// sheet holds the measures of a print variant, in points.
type sheet struct {
	left, right, top, bottom float64 // margins
	most                     int     // characters a line at most; 0 for as many as there is room for

	hung         bool    // headings hang in the left margin; else above the text
	side, gutter float64 // the column of side heads, and the room beside it
	paired       bool    // the columns of a Pair stand side by side
	gap          float64 // between them
	terms        int     // columns of the identity row, 0 for as many as there are terms
	signs        int     // lines to sign beside each other

	body, strong, own, lead, head, kind, title, sub, bar, label, value, foot, zone, gravest typo

	text               float64 // column of text beside a side head
	prose              float64 // widest text without a side head, about 70 characters
	titleWidth         float64
	rowLabel, rowAside float64 // columns of a row
	zoneLabel          float64 // column of a zone's label
	sectionTop         float64 // from the rule to the text
	sectionEnd         float64 // from the text to the next rule
	headGap            float64 // from a heading to the full-width content under it
	whole              float64 // a section up to this height is not split
	blockGap           float64 // between the blocks of a part
	pointGap, rowGap   float64 // between the items of a list
	actionTop          float64 // over an action, and a little less than under it
	zoneGap, zonePad   float64 // between zones, and inside them
	zoneOver           bool    // the label of a zone stands over its content; else at left
	cellPad            float64 // over and under what stands in a cell
	titleEnd           float64 // from the title to what follows
	footRule           float64 // over the running foot
	signRoom           float64 // over a line to sign

	report *report // what only a report has; else nil
}

// shortLine is how many characters a line has at most in large print, where the eye
// reaches less of it, and in easy-read.
const shortLine = 55

// sheet finds the measures of a document in a style; an unknown one is
// printed as Standard.
func (s Style) sheet(d *doc.Document) *sheet {
	measures := s.kind(d)
	if d.Easy {
		measures.most = shortLine
	}
	return measures
}

// kind are the measures for where a document is read.
func (s Style) kind(d *doc.Document) *sheet {
	switch {
	case d.Read == doc.AsReport: // in either style: its tables have one width
		return reportSheet()
	case d.Read == doc.AtDesk: // in either style: large print is for the patient
		return deskSheet()
	case d.Read == doc.OnWall: // large print in either style: a larger one has no room for the signs to ring 112
		return posterSheet()
	case s == Large:
		return largeSheet()
	}
	return standardSheet()
}

func standardSheet() *sheet {
	return &sheet{
		left: 51, right: 51, top: 48, bottom: 62,
		hung: true, side: 126, gutter: 12, paired: true, gap: 17, signs: 2,

		body:    typo{12, 16.5, false, black, 0},
		strong:  typo{12, 16.5, true, black, 0},
		own:     typo{14, 19, false, black, 0},
		lead:    typo{19, 23, true, black, 0},
		head:    typo{12, 16.5, true, accent, 0},
		kind:    typo{12, 16.5, true, accent, 0},
		title:   typo{24, 27.5, true, black, 0},
		sub:     typo{12, 16, true, black, 0},
		bar:     typo{12, 16, true, white, 0},
		label:   typo{10, 13, false, dim, 0},
		value:   typo{12, 15, true, black, 0},
		foot:    typo{10, 13, false, dim, 0},
		zone:    typo{12, 16.5, true, black, 0},
		gravest: typo{19, 23, true, white, 0},

		text: 355, prose: 385, titleWidth: 440, rowLabel: 112, rowAside: 92, zoneLabel: 140,
		sectionTop: 8, sectionEnd: 11, headGap: 7, whole: 115,
		blockGap: 7, pointGap: 3, rowGap: 7, actionTop: 6, zoneGap: 8, zonePad: 9, cellPad: 5, titleEnd: 12, footRule: 0.6, signRoom: 36,
	}
}

func largeSheet() *sheet {
	return &sheet{
		left: 51, right: 51, top: 48, bottom: 62, most: shortLine,
		terms: 2, signs: 1,

		body:    typo{18, 25, false, black, 0},
		strong:  typo{18, 25, true, black, 0},
		own:     typo{18, 25, false, black, 0},
		lead:    typo{24, 30, true, black, 0},
		head:    typo{18, 25, true, accent, 0},
		kind:    typo{18, 25, true, accent, 0},
		title:   typo{30, 35, true, black, 0},
		sub:     typo{18, 25, true, black, 0},
		bar:     typo{18, 24, true, white, 0},
		label:   typo{18, 22, false, dim, 0},
		value:   typo{18, 25, true, black, 0},
		foot:    typo{14, 18, false, dim, 0},
		zone:    typo{18, 25, true, black, 0},
		gravest: typo{22, 28, true, white, 0},

		text: 493, prose: 493, titleWidth: 493, rowLabel: 150, rowAside: 138, zoneLabel: 172,
		sectionTop: 12, sectionEnd: 16, headGap: 2, whole: 175,
		blockGap: 9, pointGap: 4, rowGap: 9, actionTop: 6, zoneGap: 10, zonePad: 9, cellPad: 5, titleEnd: 12, footRule: 0.6, signRoom: 44,
	}
}

// posterSheet is large print a size smaller, for one page on the refrigerator:
// the labels of the zones stand over what they are about, and rows are close,
// so that it holds as much as it can.
func posterSheet() *sheet {
	s := largeSheet()
	for _, t := range []*typo{&s.body, &s.strong, &s.own, &s.head, &s.kind, &s.sub, &s.zone} {
		t.size, t.lead = 16, 22
	}
	s.lead = typo{22, 27, true, black, 0}
	s.title = typo{26, 30, true, black, 0}
	s.top, s.most = 40, 0
	s.bar = typo{16, 21, true, white, 0}
	s.value = typo{16, 22, true, black, 0}
	s.label, s.foot = typo{12, 15, false, dim, 0}, typo{10, 13, false, dim, 0}
	s.gravest = typo{21, 26, true, white, 0}
	s.sectionTop, s.sectionEnd, s.blockGap = 8, 10, 6
	s.zoneOver, s.zonePad, s.zoneGap, s.pointGap, s.rowGap = true, 5, 6, 1, 3
	return s
}

// deskSheet is the standard a size smaller.
func deskSheet() *sheet {
	s := standardSheet()
	for _, t := range []*typo{&s.body, &s.strong, &s.own, &s.head, &s.kind, &s.sub, &s.value} {
		t.size, t.lead = 10, 13.5
	}
	s.title = typo{18, 21, true, black, 0}
	s.sectionTop, s.sectionEnd, s.pointGap, s.cellPad = 6, 7, 2, 2.5
	return s
}

// tight is the sheet with less white, for a document that would else leave a
// few lines to a page of their own. Type keeps its size, and lines a third of
// it between them; of the white, the given share is left.
func (s *sheet) tight(white float64) *sheet {
	t := *s
	t.top, t.bottom = s.top-4, s.bottom-4
	for _, y := range []*typo{&t.body, &t.strong, &t.head, &t.kind, &t.sub, &t.zone} {
		y.lead = y.size * 1.29
	}
	for _, gap := range []*float64{&t.sectionTop, &t.sectionEnd, &t.headGap, &t.blockGap, &t.pointGap, &t.rowGap, &t.actionTop, &t.zoneGap, &t.zonePad, &t.cellPad, &t.signRoom} {
		*gap *= white
	}
	return &t
}

// aside is how what stands beside the text is set: who wrote it, and remarks.
func (s *sheet) aside(p doc.ParagraphStyle) *typo {
	switch {
	case s.report == nil:
		return &s.label
	case p == doc.Remark:
		return &s.report.remark
	}
	return &s.report.byline
}

// width is the room between the margins.
func (s *sheet) width() float64 { return pageWidth - s.left - s.right }

// gridLook is how a table is set.
type gridLook struct {
	cell, total, head, continued *typo

	gap            float64 // from what stands in a column to the next
	flush          bool    // numbers reach the edge of their column
	low            bool    // heads stand at the foot of the head
	headGap        float64 // at the left of a head over several columns
	over, under    float64 // white in a cell
	headUnder      float64 // and in a head
	headRule, rule float64
	ruleInk        ink
	totalRule      float64
	closed         bool    // a rule stands under the last row too
	company        bool    // the first two rows stand together, and the last with the total
	groupGap       float64 // where rows stand close
	digits         digits
}

// gridLook finds how a table is set on this sheet.
func (s *sheet) gridLook(t *doc.Table) *gridLook {
	if s.report != nil {
		return s.report.gridLook(t.Close)
	}
	return &gridLook{
		cell: &s.body, total: &s.strong, head: &s.strong, continued: &s.label,
		gap: 8, over: s.cellPad, under: s.cellPad + 1, headUnder: s.cellPad + 1,
		headRule: 1.2, rule: 0.6, ruleInk: faint, totalRule: 1.2,
	}
}
