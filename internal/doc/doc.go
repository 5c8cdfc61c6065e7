// Package doc is what the reader sees: headings, lists, boxes and figures, in
// reading order. It is the second of the program's two models (the first is
// careplan.CarePlan, what was agreed). Composers build a Document; renderers
// turn it into PDF, HTML and text. It imports nothing and knows no millimetre.
package doc

// Document is one paper, in reading order.
type Document struct {
	Title    string  // the whole title as one line, for the file's metadata
	Lang     string  // BCP 47, e.g. "sv"
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
	InHand Reading = iota // at the kitchen table
	OnWall                // hung up, and read from a few steps away: larger, in one column
	AtDesk                // by staff at their work: smaller
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

// Block is one of [*Heading], [*Paragraph], [*List], [*Pair], [*Table],
// [*Box], [*Blank] or [*Figure].
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

// Table is rows and columns for diaries, the clinician's sheet, reports and
// tables in a plan's prose. Head rows are repeated on every page. Every row
// has len(Columns) cells.
type Table struct {
	Caption []Inline
	Columns []TableColumn
	Head    [][]Cell
	Rows    [][]Cell
	Lang    string
	Alt     string // what a box to tick in it is, for those who listen
}

// ToFillIn tells whether the table has room to be filled in by hand.
func (t *Table) ToFillIn() bool { return t.has(Write) || t.has(Tick) }

// Framed tells whether the table has frames to write in.
func (t *Table) Framed() bool { return t.has(Write) }

func (t *Table) has(r Room) bool {
	for _, row := range t.Rows {
		for _, c := range row {
			if c.Room == r {
				return true
			}
		}
	}
	return false
}

// TableColumn is a column's share of the width (relative weights; 0 counts
// as 1) and whether its content is set to the right, as numbers are.
type TableColumn struct {
	Weight float64
	Right  bool
}

// Cell is one cell. A cell with Header in a body row heads its row.
type Cell struct {
	Text   []Inline
	Header bool
	Room   Room
}

// Room is what a cell has room for, to be filled in by hand.
type Room int

// The kinds of room.
const (
	None  Room = iota // a cell to read
	Write             // a frame large enough for an unsteady hand; Text is empty
	Tick              // a small box; Text, which is not printed beside it, says what a tick means
)

// BoxStyle says what a frame is for. It is told by words and by the weight
// of the frame, never by colour.
type BoxStyle int

// The kinds of frame.
const (
	NextStep BoxStyle = iota // label as a bar on top: the one thing to find first
	Zone                     // label in a cell at left; Weight 1, 2 or 3 (the gravest)
	Note                     // a dashed frame without label: a mark, as "utkast"
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

// Figure is a picture with words that say what it shows. Either Shapes (in
// the unit square scaled to Width×Height points, y downwards) or Picture
// (PNG or JPEG bytes) is set. Beside places it at the right of the section's text.
type Figure struct {
	Alt           string
	Width, Height float64 // points (1/72 inch) in the standard print
	Shapes        []Shape
	Picture       []byte
	Beside        bool
}

// Shape is a filled black rectangle, in units of the figure's width and
// height (0–1).
type Shape struct{ X, Y, W, H float64 }

func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Pair) block()      {}
func (*Table) block()     {}
func (*Box) block()       {}
func (*Blank) block()     {}
func (*Figure) block()    {}

// Inline is one of [Plain], [Strong] or [*Link].
type Inline interface{ inline() }

// Plain is text as it stands. U+00A0 and U+202F never break a line; "\n"
// always does.
type Plain string

// Strong is what one looks for: the action, the person, the time. It is bold.
type Strong string

// Link is text that leads somewhere. URL is https:, tel: or mailto:.
type Link struct{ Text, URL string }

func (Plain) inline()  {}
func (Strong) inline() {}
func (*Link) inline()  {}

// Text is the words of a run of inlines, without their emphasis.
func Text(in []Inline) string {
	var s string
	for _, i := range in {
		switch i := i.(type) {
		case Plain:
			s += string(i)
		case Strong:
			s += string(i)
		case *Link:
			s += i.Text
		}
	}
	return s
}
