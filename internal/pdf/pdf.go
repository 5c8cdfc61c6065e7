// Package pdf is the last step of the line to paper: it lays a doc.Document
// out on A4 pages, draws them, tags them and finishes them as a file that is
// both accessible (PDF/UA-1) and archivable (PDF/A-3a, or 2a without
// attachments). A page goes through these hands, named by their files:
//
//	style                          print variant -> measures, type and inks
//	layout                         document -> pages, set tighter where that spares one
//	build, block, list, frame      document -> boxes and structure elements
//	report                         the same for what only a report has
//	table, cell, drawing           the same for tables and the pictures in them
//	face, shape, word, line        text -> glyphs -> words -> lines
//	standing, sights               what papers share is kept set, and told from what they do not
//	box, cut                       boxes -> pages
//	paint, text, figure            pages -> drawing operators, each under its element
//	finish, tags, metadata         pages, structure, what the document is -> objects
//	opening, file, colour          objects -> the file, which begins as all others do
//	subset, truetype, composite    the glyphs of a document -> a font file of their own
//	sfnt                           font file <-> its tables
//	slab                           the memory that a document's pieces are made of
//	merge                          finished files -> one file to print double-sided
//	open, reader                   finished file -> what travels in it, and whether it is unchanged
//	outline                        text -> geometry, for pictures that stand alone
//
// It knows no language and no field of a contract: it draws what the document says.
package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"kontrakt/internal/doc"
)

// Style is a print variant.
type Style int

// The print variants.
const (
	Standard Style = iota // 12 pt, headings in the margin
	Large                 // 18 pt, one column, for those who need large print
)

// Options say how a document is printed.
type Options struct {
	Style   Style
	Archive bool // PDF/A-2a: no attachments
}

// MissingError tells of a character that cannot be drawn right: no face has
// it, or its script needs shaping that this package does not do. Nothing is
// printed then, since an empty box in a name is worse than no paper.
type MissingError struct {
	Char rune
	Text string // the word it stands in
}

// Error names the character by its code, never the text around it.
func (e *MissingError) Error() string {
	return fmt.Sprintf("no face draws U+%04X", e.Char)
}

// Printer prints documents one after the other and keeps what they share:
// shaped words, texts set in lines, pictures, fonts, buffers. One per worker;
// not for concurrent use.
type Printer struct {
	shaper   *shaper
	standing *standing
	subset   *subsetter
	pictures *pictureCache
	pieces   pieces       // what the document at hand is made of
	content  bytes.Buffer // of the pages at hand
	file     *writer
	opening  *opening // nil before the first file
}

// NewPrinter makes a printer that sets its text in f.
func NewPrinter(f *Fonts) *Printer {
	s, z := newShaper(f), newDeflater()
	return &Printer{shaper: s, standing: newStanding(), subset: newSubsetter(f, s, z), pictures: newPictureCache(), file: newWriter(z)}
}

// Print writes the PDF of d to w. The error is a [*MissingError], tells of a
// picture or a date that cannot be read, or is w's.
func (p *Printer) Print(w io.Writer, d *doc.Document, o Options) error {
	pages, err := p.layOut(d, o)
	if err != nil {
		return err
	}
	return p.finish(w, d, o, p.paint(pages, false))
}

// Pages is how many pages d takes.
func (p *Printer) Pages(d *doc.Document, o Options) (int, error) {
	l, err := p.layOut(d, o)
	if err != nil {
		return 0, err
	}
	return len(l.pages), nil
}

// Width is how wide a line of text is printed, in points: for those who draw
// with words. A character that no face has is as wide as the sign that faces
// have for it.
func (p *Printer) Width(text string, size float64, bold bool) float64 {
	width := 0
	for i, word := range strings.Split(text, " ") {
		if i > 0 {
			width += p.shaper.word(" ", bold).adv
		}
		width += p.shaper.word(word, bold).adv
	}
	return float64(width) * size / 1000
}

// Tags is the structure of d as text, for tests: one line an element, and the
// foot's page text where a new page begins.
func (p *Printer) Tags(d *doc.Document, o Options) (string, error) {
	p.standing = newStanding() // a line that has been drawn no longer knows its letters
	pages, err := p.layOut(d, o)
	if err != nil {
		return "", err
	}
	p.paint(pages, true)
	return dumpTags(pages), nil
}
