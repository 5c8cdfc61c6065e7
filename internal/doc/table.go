package doc

// Table is rows and columns for diaries, the clinician's sheet, reports and
// tables in a plan's prose. Head rows are repeated on every page. Every row,
// of Head, Rows and Foot, has len(Columns) cells.
type Table struct {
	Caption   []Inline // in a report its number and what it finds
	Subtitle  []Inline // under Caption: what is counted, where, when, and n
	Columns   []TableColumn
	Head      [][]Cell
	Rows      [][]Cell
	Foot      [][]Cell // the total, which is set off from the rows, then what is no part of it
	Notes     []Block  // under it, on the page of its last row: Remark paragraphs, Caution boxes
	Continued []Inline // over the head where it is repeated on another page: "Figur 2 (forts.)"
	Close     bool     // rows stand close, and groups of them apart
	Lang      string
	Alt       string // what a box to tick in it is, for those who listen
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
// as 1) and whether its content is set to the right, as numbers are. In a
// report the weights are points, where there is room for them all.
type TableColumn struct {
	Weight float64
	Right  bool
}

// Cell is one cell. A cell with Header in a body row heads its row, or those
// that it spans. The cells that another one spans are there, and empty.
type Cell struct {
	Text          []Inline
	Header        bool
	Room          Room
	Columns, Rows int      // how many it spans; 0 counts as 1
	Picture       *Picture // instead of Text
	Swatch        *Drawing // before Text, in a head: how the picture shows what the column counts
}

// Picture is what a column of a table shows: a strip beside each row that its
// cell spans, all of them one picture to those who listen.
type Picture struct {
	Alt    string    // the numbers, not the looks
	Strips []Drawing // one a row, in the middle of the row's first line; one without areas shows nothing
}

// Span is how many columns and rows a cell takes, at least one of each.
func (c *Cell) Span() (columns, rows int) { return max(c.Columns, 1), max(c.Rows, 1) }

// Covered tells of each cell of some rows whether another one spans it.
func Covered(rows [][]Cell) [][]bool {
	all := make([][]bool, len(rows))
	for r := range rows {
		all[r] = make([]bool, len(rows[r]))
	}
	for r := range rows {
		for c := range rows[r] {
			if all[r][c] {
				continue
			}
			columns, below := rows[r][c].Span()
			for y := r; y < min(r+below, len(rows)); y++ {
				for x := c; x < min(c+columns, len(rows[y])); x++ {
					all[y][x] = y > r || x > c
				}
			}
		}
	}
	return all
}

// Pictured tells whether a column of the table is a picture.
func (t *Table) Pictured(column int) bool {
	for _, row := range t.Rows {
		if column < len(row) && row[column].Picture != nil {
			return true
		}
	}
	return false
}

// Room is what a cell has room for, to be filled in by hand.
type Room int

// The kinds of room.
const (
	None  Room = iota // a cell to read
	Write             // a frame large enough for an unsteady hand; Text is empty
	Tick              // a small box; Text, which is not printed beside it, says what a tick means
)
