// Package doc is what the reader sees: headings, lists, boxes and figures, in
// reading order. It is the second of the program's two models (the first is
// careplan.CarePlan, what was agreed). Composers build a Document; renderers
// turn it into PDF, HTML and text. It imports nothing and knows no millimetre.
package doc

// Document is one paper, in reading order.
type Document struct {
	Title    string  // the whole title as one line, for the file's metadata
	Lang     string  // BCP 47, e.g. "sv"
	Head     Foot    // repeated on every page, at the top; without Page, and empty on papers for patients
	Foot     Foot    // repeated on every page, in the same place
	Content  []Block // the first Heading is the one of level 1; a Letter and a logo may stand before it
	Subject  string  // what the paper is, for the file's metadata; no personal data
	Files    []File  // travel inside the PDF
	Date     string  // ÅÅÅÅ-MM-DD, the day the content was agreed; the file's own dates come from it
	Producer string  // the program and its version
	Read     Reading
	Easy     bool // easy to read: lines are short
}

// Reading is where a paper is read.
type Reading int

// The places.
const (
	InHand   Reading = iota // at the kitchen table
	OnWall                  // hung up, and read from a few steps away: larger, in one column
	AtDesk                  // by staff at their work: smaller
	AsReport                // from beginning to end, by those who weigh figures: one column, tables as wide as it
)

// Foot is the running foot: on the left whose and what the paper is, on the
// right how long it holds, then the page. Page has the fields {sida} and
// {antal}, which each renderer fills in (a renderer without pages leaves Page out).
type Foot struct {
	Left, Right []Inline
	Page        string
}

// File is an attachment: the machine-readable twin of the paper.
type File struct {
	Name, MIME, Description string
	Data                    []byte
}

// Block is one of [*Heading], [*Paragraph], [*List], [*Pair], [*Split],
// [*Table], [*Box], [*Blank] or [*Figure].
type Block interface{ block() }

// Second is a heading once more in another language, less marked, so that
// those who share a paper but no language find the same place in it. Empty
// where the paper has one language.
type Second struct {
	Text []Inline
	Lang string // BCP 47
}

// Heading begins a part. Level 1 is the title and occurs once; a Heading of
// level 2 with what follows it, to the next heading of level 1 or 2, is a
// section. Label is a small line above the text that belongs to the heading
// ("Individuell plan" above "för dig som har …"); it is read first.
type Heading struct {
	Level       int // 1, 2 or 3
	Label, Text []Inline
	Beside      Second
	ID          string // stable name for bookmarks and HTML anchors
	Lang        string
	Page        bool // level 2: begins a page, and is set as its title
}

// ParagraphStyle says what a paragraph is, not how it looks.
type ParagraphStyle int

// The kinds of paragraph.
const (
	Body   ParagraphStyle = iota // running text
	Own                          // the patient's own words: larger
	Lead                         // what one looks for first, as the time of the next step: largest
	Letter                       // the sender at the top of page 1: the unit at left, Aside at right
	Byline                       // under the title of a report: who, of what, when
	Remark                       // what has to be known of figures, in small print under them
)

// Paragraph is a run of text. A line break inside Plain text ("\n") is kept.
type Paragraph struct {
	Style ParagraphStyle
	Text  []Inline
	Aside []Inline // at the right edge on the same line, for Letter; else empty
	Lang  string
}

// ListKind says what a list is.
type ListKind int

// The kinds of list.
const (
	Bullets  ListKind = iota // points, each with a bullet
	Numbered                 // steps, each with its number
	Rows                     // one thing a row: Label (a date or a status) at left, Lines, Aside (a telephone) at right
	Actions                  // what somebody does: Lines[0] is the action, the rest when, how sure, "om … så …"
	Terms                    // label and value side by side: the identity row
	Checks                   // things to do or ask, each with a box to tick
	Numbers                  // key figures side by side: Label is the number (Strong) and its word, Lines what it counts, the last its n
)

// List is a list of items, never empty, never nested.
type List struct {
	Kind  ListKind
	Items []Item
	Lang  string
	Alt   string // Checks: what the box before each item is, for those who listen
}

// Item is one point of a list. Lines stand under one another; Label and
// Aside are empty unless the kind of list has them. A Label of several lines
// has "\n" between them.
type Item struct {
	Label []Inline
	Lines [][]Inline
	Aside []Inline
	Lang  string
}

// Pair is two headed lists side by side (jag gör / vården gör), the left one
// read wholly before the right one; under one another in large print and on
// a telephone.
type Pair struct{ Left, Right Column }

// Column is one half of a Pair: a heading of level 3 and what stands under it.
type Column struct {
	Head Heading
	List *List
}

// Split is two columns of blocks side by side, the left one read wholly before
// the right one; under one another on a telephone. Caption and Subtitle stand
// over both, as those of a Table.
type Split struct {
	Caption, Subtitle []Inline
	Left, Right       []Block
	Share             float64 // of the width that the left one has, between 0 and 1; 0 is a half
}

// BoxStyle says what a frame is for. It is told by words and by the weight
// of the frame, never by colour.
type BoxStyle int

// The kinds of frame.
const (
	NextStep BoxStyle = iota // label as a bar on top: the one thing to find first
	Zone                     // label in a cell at left; Weight 1, 2 or 3 (the gravest)
	Note                     // a dashed frame without label: a mark, as "utkast"
	Caution                  // a whole frame without label, as large as a table's text: what must not be missed beside figures
)

// Box is a framed passage whose label is read first.
type Box struct {
	Style   BoxStyle
	Weight  int        // Zone: 1, 2, 3
	Label   []Inline   // NextStep: "Ditt nästa steg"; Zone: "1  Kontakta oss"
	Beside  Second     // of Label
	Level   int        // the heading level of Label: 2 or 3; 0 when it is no heading
	Under   [][]Inline // Zone: lines below the label, as the telephone and the hours
	ID      string
	Content []Block
	Lang    string
}

// Blank is room to fill in by hand: lines to sign, side by side, each with
// its label underneath. Alt says what is to be filled in, for those who listen.
type Blank struct {
	Labels [][]Inline
	Alt    string
}

func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Pair) block()      {}
func (*Split) block()     {}
func (*Table) block()     {}
func (*Box) block()       {}
func (*Blank) block()     {}
func (*Figure) block()    {}

// Inline is one of [Plain], [Strong], [*Link] or [*Foreign].
type Inline interface{ inline() }

// Plain is text as it stands. U+00A0 and U+202F never break a line; "\n"
// always does.
type Plain string

// Strong is what one looks for: the action, the person, the time. It is bold.
type Strong string

// Link is text that leads somewhere. URL is https:, tel: or mailto:.
type Link struct{ Text, URL string }

// Foreign is words in another language than those around them, so that a
// voice says them as they are said. Words is Plain or Strong; Lang is BCP 47.
type Foreign struct {
	Words Inline
	Lang  string
}

func (Plain) inline()    {}
func (Strong) inline()   {}
func (*Link) inline()    {}
func (*Foreign) inline() {}

// Text is the words of a run of inlines, without their emphasis.
func Text(in []Inline) string {
	var s string
	for _, i := range in {
		s += words(i)
	}
	return s
}

// IsEmpty tells whether a run of inlines has no words.
func IsEmpty(in []Inline) bool {
	for _, i := range in {
		if words(i) != "" {
			return false
		}
	}
	return true
}

func words(i Inline) string {
	switch i := i.(type) {
	case Plain:
		return string(i)
	case Strong:
		return string(i)
	case *Link:
		return i.Text
	case *Foreign:
		return words(i.Words)
	}
	return ""
}
