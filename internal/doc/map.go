package doc

import "slices"

// Map is a copy of blocks in which f has been applied to every run of text
// that is read as part of the page (not to IDs, addresses and alt texts). The
// blocks themselves are left alone: prose is shared by many documents.
func Map(blocks []Block, f func(string) string) []Block {
	return MapRuns(blocks, func(in []Inline) []Inline { return MapInlines(in, f) })
}

// MapRuns is Map for an f that sees each run of text whole.
func MapRuns(blocks []Block, f func([]Inline) []Inline) []Block {
	return each(blocks, func(b Block) Block { return mapBlock(b, f) })
}

// MapInlines is Map for a run of inlines. A run in which nothing changes, as
// most are, is not copied.
func MapInlines(in []Inline, f func(string) string) []Inline {
	out, copied := in[:len(in):len(in)], false
	for n, i := range in {
		changed := mapInline(i, f)
		if changed != i && !copied {
			out, copied = slices.Clone(in), true
		}
		if copied {
			out[n] = changed
		}
	}
	return out
}

// mapInline is the inline itself where nothing in it changes.
func mapInline(i Inline, f func(string) string) Inline {
	switch i := i.(type) {
	case Plain:
		if s := f(string(i)); s != string(i) {
			return Plain(s)
		}
	case Strong:
		if s := f(string(i)); s != string(i) {
			return Strong(s)
		}
	case *Link:
		if s := f(i.Text); s != i.Text {
			return &Link{Text: s, URL: i.URL}
		}
	case *Foreign:
		if w := mapInline(i.Words, f); w != i.Words {
			return &Foreign{Words: w, Lang: i.Lang}
		}
	}
	return i
}

// each is f of every element; nothing gives nothing, so that a copy equals
// what it was made of.
func each[T any](in []T, f func(T) T) []T {
	if in == nil {
		return nil
	}
	out := make([]T, len(in))
	for i, v := range in {
		out[i] = f(v)
	}
	return out
}

func mapBlock(b Block, run func([]Inline) []Inline) Block {
	switch b := b.(type) {
	case *Heading:
		c := mapHeading(*b, run)
		return &c
	case *Paragraph:
		c := *b
		c.Text, c.Aside = run(b.Text), run(b.Aside)
		return &c
	case *List:
		return mapList(b, run)
	case *Pair:
		return &Pair{
			Left:  Column{Head: mapHeading(b.Left.Head, run), List: mapList(b.Left.List, run)},
			Right: Column{Head: mapHeading(b.Right.Head, run), List: mapList(b.Right.List, run)},
		}
	case *Split:
		c := *b
		c.Caption, c.Subtitle, c.Left, c.Right = run(b.Caption), run(b.Subtitle), MapRuns(b.Left, run), MapRuns(b.Right, run)
		return &c
	case *Table:
		return mapTable(*b, run)
	case *Box:
		c := *b
		c.Label, c.Beside.Text, c.Under, c.Content = run(b.Label), run(b.Beside.Text), each(b.Under, run), MapRuns(b.Content, run)
		return &c
	case *Blank:
		return &Blank{Labels: each(b.Labels, run), Alt: b.Alt}
	case *Figure:
		c := *b // the words of a drawing are measured, and stay
		c.Caption, c.Subtitle = run(b.Caption), run(b.Subtitle)
		return &c
	}
	return b
}

func mapTable(t Table, run func([]Inline) []Inline) *Table {
	t.Caption, t.Subtitle, t.Continued = run(t.Caption), run(t.Subtitle), run(t.Continued)
	t.Head, t.Rows, t.Foot = mapRows(t.Head, run), mapRows(t.Rows, run), mapRows(t.Foot, run)
	t.Notes = MapRuns(t.Notes, run)
	return &t
}

func mapHeading(h Heading, run func([]Inline) []Inline) Heading {
	h.Label, h.Text, h.Beside.Text = run(h.Label), run(h.Text), run(h.Beside.Text)
	return h
}

func mapList(l *List, run func([]Inline) []Inline) *List {
	if l == nil {
		return nil
	}
	c := *l
	c.Items = each(l.Items, func(it Item) Item {
		it.Label, it.Lines, it.Aside = run(it.Label), each(it.Lines, run), run(it.Aside)
		return it
	})
	return &c
}

func mapRows(rows [][]Cell, run func([]Inline) []Inline) [][]Cell {
	return each(rows, func(row []Cell) []Cell {
		return each(row, func(c Cell) Cell {
			c.Text = run(c.Text)
			return c
		})
	})
}
