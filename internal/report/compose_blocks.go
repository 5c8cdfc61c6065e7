package report

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

func plain(s string) []doc.Inline { return []doc.Inline{doc.Plain(s)} }

// caution is a frame that must not be missed.
func caution(text []doc.Inline) *doc.Box {
	return &doc.Box{Style: doc.Caution, Content: []doc.Block{&doc.Paragraph{Text: text}}}
}

// remark is what has to be known of figures; nothing where there is none.
func remark(text string) []doc.Block {
	if text == "" {
		return nil
	}
	return []doc.Block{&doc.Paragraph{Style: doc.Remark, Text: plain(text)}}
}

func paragraph(text string) []doc.Block {
	return []doc.Block{&doc.Paragraph{Text: plain(text)}}
}

// together are the sentences that there are, after one another.
func together(all ...string) string { return join(" ", all) }

// joined are the names that there are, with commas between.
func joined(all ...string) string { return join(", ", all) }

func join(between string, all []string) string {
	var there []string
	for _, s := range all {
		if s != "" {
			there = append(there, s)
		}
	}
	return strings.Join(there, between)
}

// people is so many patients in words: "1 patient", "26 patienter".
func (c *composer) people(n Number) string {
	if n.Is(1) {
		return c.w.Patient
	}
	return phrase.Fill(c.w.Patients, "antal", n.String())
}

// of is an n, and for how many of all it is not known.
func (c *composer) of(known, unknown Number) string {
	text := phrase.Fill(c.w.N, "antal", known.String())
	k, sure := known.Value()
	u, also := unknown.Value()
	if sure && also && u > 0 {
		text = phrase.Fill(c.w.Missing, "n", text, "antal", Count(u).String(), "alla", Count(k+u).String())
	}
	return text
}

// fewest is the number of people below which shares are not printed.
const fewest = 20

// few tells whether there are so few that a percentage would say more than
// the count does.
func few(n Number) bool {
	v, known := n.Value()
	return known && v < fewest
}

// enough tells whether a caption may make a finding of so many.
func enough(n Number) bool {
	v, known := n.Value()
	return known && v >= 10
}

// known are the values of numbers; ok is false where any is not known.
func allKnown(numbers ...Number) (values []int, ok bool) {
	for _, n := range numbers {
		v, known := n.Value()
		if !known {
			return nil, false
		}
		values = append(values, v)
	}
	return values, true
}

// ratioText is a statistic as a table prints it: x where what it comes from is
// hidden, two dots where it is not known.
func ratioText(d Decimal, from ...Number) string {
	if !d.Known() {
		for _, n := range from {
			if k := n.Kind(); k != Known && k != Missing {
				return Secret().String()
			}
		}
	}
	return d.String()
}

// spanText is from the least to the most: 14–95.
func spanText(least, most Number) string {
	if _, ok := allKnown(least, most); !ok {
		return ratioText(Decimal{}, least, most)
	}
	return least.String() + "–" + most.String()
}

// A tableColumn is a column of a table: its head, how wide it is in points, and a head that it
// shares with those beside it.
type tableColumn struct {
	head   string
	over   string
	width  float64
	left   bool
	swatch *doc.Drawing
	strips []doc.Drawing // a picture: one a row
	alt    string        // of the picture
}

// caption is a finding with the number of its figure, which the next one
// follows.
func (c *composer) caption(finding string) (caption, continued []doc.Inline) {
	c.figures++
	n := strconv.Itoa(c.figures)
	return plain(phrase.Fill(c.w.Figure, "nummer", n, "text", finding)), plain(phrase.Fill(c.w.Continued, "nummer", n))
}

// A sheet is a table as it is put together: a row has a text for each column,
// an empty one where the column is a picture.
type sheet struct {
	finding, subtitle string
	columns           []tableColumn
	rows, foot        [][]string
	notes             []doc.Block
}

// table is a sheet as a table with its number.
func (c *composer) table(s sheet) *doc.Table {
	t := &doc.Table{Head: heads(s.columns), Notes: s.notes}
	if s.finding != "" {
		t.Caption, t.Continued = c.caption(s.finding)
		t.Subtitle = plain(s.subtitle)
	}
	for _, col := range s.columns {
		t.Columns = append(t.Columns, doc.TableColumn{Weight: col.width, Right: !col.left && col.strips == nil})
	}
	t.Rows, t.Foot = tableCells(s.rows), tableCells(s.foot)
	for i, col := range s.columns {
		if col.strips != nil && len(t.Rows) > 0 {
			t.Rows[0][i] = doc.Cell{Rows: len(t.Rows), Picture: &doc.Picture{Alt: col.alt, Strips: col.strips}}
		}
	}
	return t
}

// heads are the head rows: two where any column shares a head with others.
func heads(columns []tableColumn) [][]doc.Cell {
	first, second, shared := make([]doc.Cell, len(columns)), make([]doc.Cell, len(columns)), false
	for i, col := range columns {
		if col.over == "" {
			first[i] = doc.Cell{Text: plain(col.head), Rows: 2, Swatch: col.swatch}
			continue
		}
		shared = true
		second[i] = doc.Cell{Text: plain(col.head)}
		if i == 0 || columns[i-1].over != col.over {
			n := 1
			for n < len(columns)-i && columns[i+n].over == col.over {
				n++
			}
			first[i] = doc.Cell{Text: plain(col.over), Columns: n}
		}
	}
	if shared {
		return [][]doc.Cell{first, second}
	}
	for i := range first {
		first[i].Rows = 0
	}
	return [][]doc.Cell{first}
}

// tableCells are rows of texts as cells; the first of each heads its row.
func tableCells(rows [][]string) [][]doc.Cell {
	var all [][]doc.Cell
	for _, row := range rows {
		line := make([]doc.Cell, len(row))
		for i, text := range row {
			line[i] = doc.Cell{Header: i == 0}
			if text != "" {
				line[i].Text = plain(text)
			}
		}
		all = append(all, line)
	}
	return all
}

// wrong are the frames under a table whose arithmetic does not hold.
func (c *composer) wrong(tables ...string) []doc.Block {
	var all []doc.Block
	for _, check := range c.Checks {
		for _, t := range tables {
			if !check.OK && check.Table == t {
				all = append(all, c.failed(check))
			}
		}
	}
	return all
}

func (c *composer) failed(check Check) *doc.Box {
	pattern := c.w.Checks.Wrong
	if check.Stale {
		pattern = c.w.Checks.Stale
	}
	return caution([]doc.Inline{doc.Strong(phrase.Fill(pattern, "text", check.Text))})
}

// capital is a word that begins a line.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
