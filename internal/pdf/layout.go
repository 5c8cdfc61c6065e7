package pdf

import (
	"strconv"
	"strings"

	"kontrakt/internal/doc"
)

// laidOut is a document as pages and as a tree.
type laidOut struct {
	root   *elem
	pages  []*box
	feet   []*box // one a page
	header *box   // the running head, the same on every page; nil where there is none
	sheet  *sheet
	foot   doc.Foot
	height float64 // for text on a page
	footAt float64 // from the top of the page
}

// pageText is the foot's page text, counted from page 0.
func (l *laidOut) pageText(page int) string {
	return pageText(l.foot.Page, page+1, strconv.Itoa(len(l.pages)))
}

// pageText fills in a foot's page text; without one the number stands alone.
func pageText(pattern string, page int, total string) string {
	if pattern == "" {
		return strconv.Itoa(page)
	}
	return strings.ReplaceAll(strings.ReplaceAll(pattern, "{sida}", strconv.Itoa(page)), "{antal}", total)
}

// layOut places every line of d on a page. A tighter setting is taken when it
// spares the reader a page, and one tighter still when a few lines alone are
// left to a page even so.
func (p *Printer) layOut(d *doc.Document, o Options) (*laidOut, error) {
	const less, least, fewLines = 0.75, 0.65, 0.15
	p.pieces.reset()
	p.standing.sights.next()
	p.shaper.next()
	l, err := p.setOn(o.Style.sheet(d), d)
	if err != nil || !l.maySpare() {
		return l, err
	}
	tight, err := p.setOn(o.Style.sheet(d).tight(less), d)
	if err == nil && len(tight.pages) >= len(l.pages) && tight.last().h <= fewLines*tight.height {
		tight, err = p.setOn(o.Style.sheet(d).tight(least), d)
	}
	if err == nil && len(tight.pages) < len(l.pages) {
		return tight, nil
	}
	return l, err
}

// last is the last page.
func (l *laidOut) last() *box { return l.pages[len(l.pages)-1] }

// maySpare says whether what stands on the last page could find room on the
// others, in what they have left and what a tighter setting gives at most.
func (l *laidOut) maySpare() bool {
	const tighter = 0.16
	room := 0.0
	for _, b := range l.pages[:len(l.pages)-1] {
		room += l.height - b.h + tighter*l.height
	}
	return len(l.pages) > 1 && l.sheet.report == nil && l.last().h <= room
}

// setOn places every line of d on a page by the measures of s.
func (p *Printer) setOn(s *sheet, d *doc.Document) (*laidOut, error) {
	p.shaper.err = nil
	b := &builder{setter: newSetter(p.shaper, p.standing, &p.pieces), s: s, root: &elem{role: "Document", more: &p.pieces}, pictures: p.pictures}
	b.most = s.most
	b.document(d)
	b.most = 0 // the foot keeps to as few lines as it can
	l := &laidOut{root: b.root, sheet: b.s, foot: d.Foot, header: b.header(d.Head)}
	left := b.set(d.Foot.Left, greedily, &b.s.foot, b.s.width())
	height, room := b.page(d.Foot, left)
	l.height, l.footAt = height, b.s.top+room
	for _, flow := range b.flows() {
		l.pages = append(l.pages, b.stack(flow...).pages(height)...)
	}
	for i := range l.pages {
		l.feet = append(l.feet, b.foot(d.Foot, left, i+1, strconv.Itoa(len(l.pages))))
	}
	if p.shaper.err != nil {
		return nil, p.shaper.err
	}
	if len(b.errs) > 0 {
		return nil, b.errs[0]
	}
	return l, nil
}

// flows are the flow parted where a page begins, whatever room is left.
func (b *builder) flows() [][]*box {
	flows := [][]*box{nil}
	for i, x := range b.flow {
		if x.fresh && i > 0 {
			flows = append(flows, nil)
		}
		flows[len(flows)-1] = append(flows[len(flows)-1], x)
	}
	return flows
}

// page is the height for text on a page, and how far down its foot begins.
func (b *builder) page(f doc.Foot, left []*line) (height, foot float64) {
	const air = 6 // between the last line and the foot's rule
	x := b.foot(f, left, 888, "888")
	more := x.h - footTop - b.s.foot.lead // than one line
	foot = pageHeight - b.s.top - b.s.bottom - max(more, 0)
	return foot - air, foot
}

// footTop is the white between the foot's rule and its first line.
const footTop = 6

// foot sets the running foot, of which the left part is set: on one line where
// it fits, else on as many as it takes, so that no letter of a long name is
// lost.
func (b *builder) foot(f doc.Foot, left []*line, page int, total string) *box {
	t, w := &b.s.foot, b.s.width()
	right := append([]doc.Inline{}, f.Right...)
	if f.Page != "" {
		if len(right) > 0 {
			right = append(right, doc.Plain("\u00a0\u00a0·\u00a0 "))
		}
		right = append(right, doc.Plain(strings.ReplaceAll(pageText(f.Page, page, total), " ", "\u00a0")))
	}
	x := b.box(box{w: w, top: footTop, look: look{over: b.s.footRule, ink: grey}})
	x.kids = b.apart(left, b.set(right, greedily, t, w), w)
	return x.settle()
}

// header sets the running head. Where it takes more than a line, the pages
// begin further down.
func (b *builder) header(h doc.Foot) *box {
	if len(h.Left)+len(h.Right) == 0 || b.s.report == nil {
		return nil
	}
	t, w := &b.s.foot, b.s.width()
	l := b.set(h.Left, greedily, t, w)
	r := b.set(h.Right, greedily, t, w)
	x := &box{w: w, bottom: 4, look: look{under: b.s.report.headerRule, ink: black}, kids: b.apart(l, r, w)}
	x.settle()
	b.s.top = max(b.s.top, b.s.report.headerTop+x.h+11)
	return x
}

// apart sets lines at the left edge and others at the right one, the last left
// one and the only right one on one line where they fit.
func (b *builder) apart(l, r []*line, w float64) []*box {
	lefts, rights := b.leaves(l, nil), b.leaves(r, nil)
	for i, k := range rights {
		k.x = w - r[i].width
	}
	if n := len(l); n > 0 && len(r) == 1 && l[n-1].width+r[0].width+24 <= w {
		lefts[n-1], rights = b.row(lefts[n-1], rights[0]), nil
	}
	return append(lefts, rights...)
}
