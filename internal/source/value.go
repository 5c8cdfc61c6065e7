package source

// Date is a day of the calendar, ÅÅÅÅ-MM-DD. The zero Date is a missing one.
type Date struct{ Year, Month, Day int }

// IsZero tells whether the date is missing.
func (d Date) IsZero() bool { return d == Date{} }

// When is a point in time as people write it: a day, perhaps with a clock
// time, or words that are never interpreted ("om tre månader"). The zero
// When is a missing one.
type When struct {
	Date  Date   // zero when Words are set
	Clock string // "10.00", or empty
	Words string // as written
}

// IsZero tells whether nothing was written.
func (w When) IsZero() bool { return w == When{} }

// Answer is ja, nej or oklart; empty when nobody has answered.
type Answer string

// The answers.
const (
	Yes     Answer = "ja"
	No      Answer = "nej"
	Unclear Answer = "oklart"
)

// Count is a row of a map from words to whole numbers, in the file's order.
type Count struct {
	Name string
	N    int
}
