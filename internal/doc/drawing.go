package doc

// Figure is a picture with words that say what it shows. One of Shapes (in
// the unit square scaled to Width×Height points, y downwards), Picture (PNG or
// JPEG bytes) and Drawing (which has its own size) is set. Beside places it at
// the right of the section's text.
type Figure struct {
	Caption, Subtitle []Inline // over it, as those of a Table
	Alt               string
	Width, Height     float64 // points (1/72 inch) in the standard print
	Shapes            []Shape
	Picture           []byte
	Drawing           *Drawing
	Beside            bool
}

// Shape is a filled black rectangle, in units of the figure's width and
// height (0–1).
type Shape struct{ X, Y, W, H float64 }

// Drawing is geometry and words, in points from its top left corner, x to the
// right and y downwards: the same on paper, on screen and alone in a file.
type Drawing struct {
	Width, Height float64
	Areas         []Area
	Words         []Words
}

// Ink is what something is drawn with.
type Ink int

// The inks.
const (
	Black  Ink = iota // lines and words
	Accent            // what is counted, and numbers to find first
)

// Area is a filled polygon. A line is a thin one, a frame has four, and what
// is hatched has one for each of its lines: so they look alike everywhere.
type Area struct {
	Ink    Ink
	Points []Point
}

// Point is a place in a drawing.
type Point struct{ X, Y float64 }

// Words are a line of text in a drawing. X is where it begins, or with Right
// where it ends; Y is its baseline; Width is how wide the one who drew it took
// it to be, so that it fits in another typeface too.
type Words struct {
	Text        string
	X, Y, Width float64
	Size        float64 // of the type
	Bold, Right bool
	Ink         Ink
}
