package pdf

import (
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// line draws a line of text, with the space after its last word if the text
// goes on, so that the word is not read as one with the next.
func (w *painter) line(b *box, x, y float64) {
	l := b.line
	y = pageHeight - y - l.typo.baseline()
	w.begin(b.within(l.first()), l.typo, x, y)
	if w.isCast(l) {
		w.slugs(b, x, y)
	} else {
		w.words(b, x, y)
	}
	w.show()
}

// words draws a line word by word.
func (w *painter) words(b *box, x, y float64) {
	l, adv := b.line, 0
	at := func() float64 { return x + l.typo.points(adv) }
	for i := range l.words {
		word := &l.words[i]
		for _, f := range word.frags {
			from := at()
			adv += f.word.adv
			w.turn(b, f.part, from, at(), y)
			w.ink(l.typo.inkOf(f.word))
			w.word(f.word, l.typo)
		}
		if word.space != nil {
			w.word(word.space, l.typo)
			adv += word.space.adv
		}
	}
}

// isCast tells whether a line is drawn as slugs. One that stands is cast once;
// its words are then forgotten.
func (w *painter) isCast(l *line) bool {
	if l.stands && l.slugs == nil && !w.telling {
		if l.slugs = w.cast(l); l.slugs == nil {
			l.stands = false
			return false
		}
		l.words = nil
	}
	return l.slugs != nil
}

// slugs draws a line that is cast, to the same bytes as its words.
func (w *painter) slugs(b *box, x, y float64) {
	l, adv := b.line, 0
	for i := range l.slugs {
		s := &l.slugs[i]
		w.turn(b, s.part, x+l.typo.points(adv), x+l.typo.points(adv+s.reach), y)
		w.ink(s.ink)
		w.codes(s.font, l.typo.size, s.codes)
		adv += s.adv
	}
}

// turn changes between a text and a part of it: a link, whose place is noted
// from one edge to the other, or words in another language.
func (w *painter) turn(b *box, part int, from, to, y float64) {
	in, t := b.within(part), b.line.typo
	if w.elem != in {
		w.show()
		w.begin(in, t, from, y)
	}
	if in != nil && in.url != "" {
		w.area(in, from, y-0.3*t.size, to, y+t.size)
	}
}

// area notes where a link stands; the words of a link on one line are one place.
func (w *painter) area(link *elem, x0, y0, x1, y1 float64) {
	if n := len(w.links); n > 0 {
		last := &w.links[n-1]
		if last.elem == link && last.page == w.page && last.y0 == y0 {
			last.x1 = x1
			return
		}
	}
	link.add(kid{page: w.page, mcid: -1, note: len(w.links)})
	w.links = append(w.links, linkArea{w.page, x0, y0, x1, y1, link})
}

// begin begins a line of text for e at a place on the page, in PDF coordinates.
func (w *painter) begin(e *elem, t *typo, x, y float64) {
	w.mark(e)
	if !w.inText {
		w.buf.WriteString("BT\n")
		w.inText, w.x, w.y = true, 0, 0
	}
	w.numbers(x-w.x, y-w.y)
	w.buf.WriteString("Td\n")
	w.x, w.y = x, y
}

// word adds a word to the string that show ends: as it was drawn before, where
// its codes are the same in every document.
func (w *painter) word(s *shaped, t *typo) {
	if w.sub.isReady(s) {
		w.codes(int(s.glyphs[0].face), t.size, s.ready)
	} else {
		w.run(s.glyphs, t.size)
	}
	w.tell(s.glyphs)
}

// codes adds text as it is written to the string that show ends.
func (w *painter) codes(font int, size float64, codes []byte) {
	b := w.buf.AvailableBuffer()
	if font != w.font || size != w.size {
		b = w.change(b, font, size)
	}
	if !w.inString {
		b, w.inString = append(b, '[', '('), true
	}
	w.buf.Write(append(b, codes...))
}

// run adds glyphs to the string that show ends.
func (w *painter) run(gs []glyph, size float64) {
	b := w.buf.AvailableBuffer()
	for i := range gs {
		g := &gs[i]
		c := w.sub.code(g)
		if c.font != w.font || size != w.size {
			b = w.change(b, c.font, size)
		}
		if !w.inString {
			b, w.inString = append(b, '[', '('), true
		}
		b = appendGlyph(b, g, c)
	}
	w.buf.Write(b)
}

// appendGlyph writes a glyph in an open string, and what it is set closer to
// the next than its own width.
func appendGlyph(b []byte, g *glyph, c code) []byte {
	b = appendCode(b, c)
	if g.adv != g.nat {
		b = append(b, ')')
		b = strconv.AppendInt(b, int64(g.nat)-int64(g.adv), 10)
		b = append(b, '(')
	}
	return b
}

// change goes on in another font or size.
func (w *painter) change(b []byte, font int, size float64) []byte {
	b = w.endShow(b)
	w.font, w.size = font, size
	b = append(b, "/F"...)
	b = strconv.AppendInt(b, int64(font), 10)
	b = append(b, ' ')
	b = appendNumber(b, size)
	return append(b, " Tf\n"...)
}

// endShow ends the open string.
func (w *painter) endShow(b []byte) []byte {
	if w.inString {
		b, w.inString = append(b, ")]TJ\n"...), false
	}
	return b
}

// show ends the string that glyphs began, and shows it.
func (w *painter) show() {
	w.buf.Write(w.endShow(w.buf.AvailableBuffer()))
}

// appendCode writes a code in a PDF string.
func appendCode(b []byte, c code) []byte {
	if c.wide {
		b = appendByte(b, byte(c.number>>8))
	}
	return appendByte(b, byte(c.number))
}

// appendByte writes a byte in a PDF string (ISO 32000-1, 7.3.4.2).
func appendByte(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

// tell keeps the text of the open mark, for the tree as text.
func (w *painter) tell(gs []glyph) {
	if !w.telling || w.elem == nil {
		return
	}
	kids := w.elem.kids
	for i := len(kids) - 1; i >= 0; i-- {
		if kids[i].elem == nil && kids[i].mcid >= 0 {
			var text []byte
			for _, g := range gs {
				if r, _ := utf8.DecodeRuneInString(g.text); r != softHyphen {
					text = append(text, g.text...)
				}
			}
			kids[i].text += norm.NFC.String(string(text))
			return
		}
	}
}
