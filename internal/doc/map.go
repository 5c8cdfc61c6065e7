package doc

import "slices"

// Map is blocks in which f has been applied to every run of text that is read
// as part of the page (not to IDs, addresses and alt texts). The blocks
// themselves are left alone, since prose is shared by many documents: what
// changes is copied, and what does not, as most, is the same block.
func Map(blocks []Block, f func(string) string) []Block {
	return MapRuns(blocks, func(in []Inline) []Inline { return MapInlines(in, f) })
}

// MapRuns is Map for an f that sees each run of text whole.
func MapRuns(blocks []Block, f func([]Inline) []Inline) []Block {
	m := &mapper{f: f}
	return each(m, blocks, m.block)
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

// mapper applies f to runs of text, and counts those that it changes: what
// holds none of them needs no copy.
type mapper struct {
	f       func([]Inline) []Inline
	changes int
}

func (m *mapper) run(in []Inline) []Inline {
	out := m.f(in)
	if len(out) != len(in) || len(in) > 0 && &out[0] != &in[0] {
		m.changes++
	}
	return out
}

// each is f of every element: the elements themselves where none changes.
func each[T any](m *mapper, in []T, f func(T) T) []T {
	out, copied := in, false
	for i, v := range in {
		before := m.changes
		v = f(v)
		if m.changes == before {
			continue
		}
		if !copied {
			out, copied = slices.Clone(in), true
		}
		out[i] = v
	}
	return out
}

// since is a block as it is now, or as it was where nothing has changed since
// so many changes.
func since[T any](m *mapper, before int, was *T, now T) *T {
	if m.changes == before {
		return was
	}
	copied := now
	return &copied
}

func (m *mapper) block(b Block) Block {
	before := m.changes
	switch b := b.(type) {
	case *Heading:
		return since(m, before, b, m.heading(*b))
	case *Paragraph:
		c := *b
		c.Text, c.Aside = m.run(b.Text), m.run(b.Aside)
		return since(m, before, b, c)
	case *List:
		return m.list(b)
	case *Pair:
		return since(m, before, b, Pair{m.column(b.Left), m.column(b.Right)})
	case *Split:
		c := *b
		c.Caption, c.Subtitle, c.Left, c.Right = m.run(b.Caption), m.run(b.Subtitle), each(m, b.Left, m.block), each(m, b.Right, m.block)
		return since(m, before, b, c)
	case *Table:
		return since(m, before, b, m.table(*b))
	case *Box:
		c := *b
		c.Label, c.Beside.Text, c.Under, c.Content = m.run(b.Label), m.run(b.Beside.Text), each(m, b.Under, m.run), each(m, b.Content, m.block)
		return since(m, before, b, c)
	case *Blank:
		return since(m, before, b, Blank{each(m, b.Labels, m.run), b.Alt})
	case *Figure:
		c := *b // the words of a drawing are measured, and stay
		c.Caption, c.Subtitle = m.run(b.Caption), m.run(b.Subtitle)
		return since(m, before, b, c)
	}
	return b
}

func (m *mapper) table(t Table) Table {
	t.Caption, t.Subtitle, t.Continued = m.run(t.Caption), m.run(t.Subtitle), m.run(t.Continued)
	t.Head, t.Rows, t.Foot = each(m, t.Head, m.cells), each(m, t.Rows, m.cells), each(m, t.Foot, m.cells)
	t.Notes = each(m, t.Notes, m.block)
	return t
}

func (m *mapper) heading(h Heading) Heading {
	h.Label, h.Text, h.Beside.Text = m.run(h.Label), m.run(h.Text), m.run(h.Beside.Text)
	return h
}

func (m *mapper) column(c Column) Column { return Column{m.heading(c.Head), m.list(c.List)} }

func (m *mapper) list(l *List) *List {
	if l == nil {
		return nil
	}
	before := m.changes
	c := *l
	c.Items = each(m, l.Items, m.item)
	return since(m, before, l, c)
}

func (m *mapper) item(it Item) Item {
	it.Label, it.Lines, it.Aside = m.run(it.Label), each(m, it.Lines, m.run), m.run(it.Aside)
	return it
}

func (m *mapper) cells(row []Cell) []Cell { return each(m, row, m.cell) }

func (m *mapper) cell(c Cell) Cell {
	c.Text = m.run(c.Text)
	return c
}
