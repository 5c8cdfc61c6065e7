package pdf

import "kontrakt/internal/doc"

// report holds the type and the running head that only a report has.
type report struct {
	headerTop, headerRule          float64
	byline, small, remark, finding typo
	number, word                   typo // of a key figure
}

// The white in a report, in points.
const (
	captionTop = 12 // over a table or a picture
	headingTop = 10 // over a heading of level 3
	proseTop   = 8
	remarkTop  = 4
	splitGap   = 13
)

// reportSheet is one column: headings over what they are about, prose of 65
// to 70 characters, tables as wide as the page.
func reportSheet() *sheet {
	s := standardSheet()
	s.left, s.right, s.top, s.bottom = 56, 56, 51, 42
	s.hung = false
	s.title = typo{22, 27, true, black, 0}
	s.lead = typo{15, 19, true, black, 0}
	s.head = typo{15, 19, true, black, 0}
	s.foot = typo{9, 12, false, quiet, 0}
	s.prose, s.titleWidth = 362, 483
	s.sectionTop, s.headGap, s.blockGap = 15, 6, 6
	s.titleEnd, s.footRule = 6, 0
	s.report = &report{
		headerTop: 24, headerRule: 0.5,

		byline:  typo{10, 13.5, false, quiet, 0},
		small:   typo{10, 13.5, false, black, 0},
		remark:  typo{9, 12, false, quiet, 0},
		finding: typo{11, 15, true, black, 0},
		number:  typo{24, 26, true, accent, 0},
		word:    typo{11, 14, true, black, 0},
	}
	return s
}

// gridLook finds how a table of a report is set: rows of 15 points, or where
// they stand close of 12.
func (r *report) gridLook(close bool) *gridLook {
	cell, total := r.small, r.small
	total.bold = true
	l := &gridLook{
		cell: &cell, total: &total, head: &typo{9, 11, true, black, 0}, continued: &r.remark,
		gap: 4, flush: true, low: true, headGap: 4, over: 1, under: 0.5, headUnder: 3,
		headRule: 0.75, rule: 0.5, ruleInk: hair, totalRule: 0.75, closed: true, company: true, digits: oneWidth,
	}
	if close {
		cell.lead, total.lead = 12, 12
		l.over, l.under, l.groupGap = 0, 0, 5.25
	}
	return l
}

// chapter sets a part of a report: its heading, and under it block after
// block, so that a page may end between any two.
func (b *builder) chapter(h *doc.Heading, blocks []doc.Block, sect *elem) {
	head := b.heading(h, sect)(b.s.width())
	head.fresh = h.Page
	b.add(head, b.s.sectionTop, b.s.headGap)
	for i, blk := range blocks {
		x := b.block(blk, b.reach(blk), sect)
		if x == nil {
			continue
		}
		above, below := b.over(blk), 0.0
		if i == 0 || is[*doc.Heading](blocks[i-1]) {
			above = 0 // a heading has its own
		}
		if is[*doc.Heading](blk) {
			below = b.s.headGap
		}
		b.add(x, above, below)
	}
}

// reach is how wide a block of a report is set.
func (b *builder) reach(blk doc.Block) float64 {
	const bylineWidth = 390
	switch blk := blk.(type) {
	case *doc.Paragraph:
		switch blk.Style {
		case doc.Remark, doc.Letter:
			return b.s.width()
		case doc.Byline:
			return bylineWidth
		}
		return b.s.prose
	case *doc.List:
		if blk.Kind != doc.Numbers && blk.Kind != doc.Terms {
			return b.s.prose
		}
	}
	return b.s.width()
}

// over is the white over a block of a report.
func (b *builder) over(blk doc.Block) float64 {
	switch blk := blk.(type) {
	case *doc.Heading:
		return headingTop
	case *doc.Table, *doc.Figure, *doc.Split:
		return captionTop
	case *doc.Paragraph:
		if blk.Style == doc.Remark {
			return remarkTop
		}
	}
	return proseTop
}

// small sets what f sets in the size of a table's text.
func (b *builder) small(f func()) {
	if b.s.report != nil {
		whole, s := b.s, *b.s
		s.body, s.strong, s.prose = s.report.small, s.report.small, s.width()
		s.strong.bold = true
		b.s = &s
		defer func() { b.s = whole }()
	}
	f()
}

// split sets two columns of blocks side by side, or under one another where
// the sheet has one column.
func (b *builder) split(s *doc.Split, w float64, parent *elem) *box {
	e := parent.sub("Div")
	x := &box{w: w, kids: b.captions(s.Caption, s.Subtitle, w, func() *elem { return e.sub("P") })}
	share := s.Share
	if share <= 0 || share >= 1 {
		share = 0.5
	}
	left := (w - splitGap) * share
	if !b.s.paired {
		x.kids = append(x.kids, b.column(s.Left, w, e), b.column(s.Right, w, e))
		return x.settle()
	}
	b.small(func() {
		l, r := b.column(s.Left, left, e), b.column(s.Right, w-splitGap-left, e)
		r.x = left + splitGap
		sides := b.row(l, r)
		sides.w = w
		x.kids = append(x.kids, sides)
	})
	return x.settle()
}

// captions are the lines over a table or a picture: what it finds, and what
// it counts, where, when, each in an element of its own or in one they share.
func (b *builder) captions(caption, subtitle []doc.Inline, w float64, e func() *elem) []*box {
	if len(caption) == 0 && len(subtitle) == 0 {
		return nil
	}
	finding, small, below := &b.s.sub, &b.s.body, 3.0
	if r := b.s.report; r != nil {
		finding, small, below = &r.finding, &r.byline, 5
	}
	var kids []*box
	if len(caption) > 0 {
		kids = append(kids, b.text(caption, finding, w, e()))
	}
	if len(subtitle) > 0 {
		kids = append(kids, b.text(subtitle, small, w, e()))
	}
	for _, k := range kids {
		k.keep = true
	}
	last := kids[len(kids)-1]
	last.bottom = below
	last.settle()
	return kids
}

// numbers sets key figures side by side: the number large, its word beside
// it, what it counts under both.
func (b *builder) numbers(l *doc.List, w float64, parent *elem) *box {
	const columns, gap, between = 3, 12, 9
	cell := (w - gap*(columns-1)) / columns
	e, x := parent.sub("L").in(l.Lang), &box{w: w}
	for i := 0; i < len(l.Items); i += columns {
		line := &box{w: w, beside: true, whole: true, above: between}
		for k, item := range l.Items[i:min(i+columns, len(l.Items))] {
			c := b.keyNumber(&item, cell, e.sub("LI").in(item.Lang))
			c.x = float64(k) * (cell + gap)
			line.kids = append(line.kids, c)
		}
		x.kids = append(x.kids, line.settle())
	}
	return x.settle()
}

// keyNumber sets one key figure.
func (b *builder) keyNumber(item *doc.Item, w float64, li *elem) *box {
	const gap, rule, narrowest = 5, 0.75, 50
	r := b.s.report
	if r == nil {
		r = reportSheet().report
	}
	label := li.sub("Lbl")
	n := 0
	for n < len(item.Label) && isStrong(item.Label[n]) {
		n++
	}
	parted := append(item.Label[:n:n], doc.Plain(" ")) // number and word, for those who listen
	number := b.text(parted, &r.number, w, label)
	from := 0.0
	for _, line := range number.kids {
		from = max(from, line.w+gap)
	}
	x := &box{w: w, top: 4, look: look{over: rule, ink: black}}
	if w-from < narrowest {
		x.kids = []*box{number, b.text(item.Label[n:], &r.word, w, label)}
	} else {
		word := b.text(item.Label[n:], &r.word, w-from, label)
		word.x = from
		level(number, word)
		x.kids = []*box{b.row(number, word)}
	}
	body := li.sub("LBody")
	for i, in := range item.Lines {
		t := &r.small
		if i > 0 && i+1 == len(item.Lines) {
			t = &r.byline
		}
		x.kids = append(x.kids, b.text(in, t, w, body.sub("P")))
	}
	return x.settle()
}

func isStrong(i doc.Inline) bool {
	_, ok := i.(doc.Strong)
	return ok
}
