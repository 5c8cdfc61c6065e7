package prose

import (
	"github.com/yuin/goldmark/ast"
	table "github.com/yuin/goldmark/extension/ast"

	"kontrakt/internal/doc"
)

// blocks reads the children of the root.
func (r *reader) blocks(root ast.Node) {
	level := 1 // a heading of level 3 needs one of level 2 above it
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			r.heading(n, level)
			level = n.Level
		case *ast.Paragraph:
			r.paragraph(n)
		case *ast.List:
			r.list(n)
		case *table.Table:
			r.table(n)
		default:
			r.refuse(n)
		}
	}
}

func (r *reader) add(n ast.Node, b doc.Block) {
	r.out.Blocks = append(r.out.Blocks, b)
	r.out.At = append(r.out.At, r.at(offset(n)))
}

func (r *reader) heading(n *ast.Heading, above int) {
	in := r.inlines(n)
	switch {
	case n.Level < 2 || n.Level > 3:
		r.problem(offset(n), "rubriknivå")
	case n.Level > above+1:
		r.problem(offset(n), "rubrik-hopp")
	case len(in) == 0:
		r.problem(offset(n), "tom-rubrik")
	default:
		r.add(n, &doc.Heading{Level: n.Level, Text: in})
	}
}

// paragraph leaves out one that holds nothing but references.
func (r *reader) paragraph(n *ast.Paragraph) {
	if in := r.inlines(n); len(in) > 0 {
		r.add(n, &doc.Paragraph{Text: in})
	}
}

func (r *reader) list(n *ast.List) {
	list := &doc.List{Kind: doc.Bullets}
	if n.IsOrdered() {
		list.Kind = doc.Numbered
		if n.Start != 1 {
			r.problem(offset(n), "numrering")
		}
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if lines := r.item(item); len(lines) > 0 {
			list.Items = append(list.Items, doc.Item{Lines: lines})
		}
	}
	if len(list.Items) > 0 {
		r.add(n, list)
	}
}

// item reads one point, which is one run of text.
func (r *reader) item(item ast.Node) [][]doc.Inline {
	var lines [][]doc.Inline
	for n := item.FirstChild(); n != nil; n = n.NextSibling() {
		switch n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			if n != item.FirstChild() {
				r.problem(offset(n), "flera-stycken")
			}
			if in := r.inlines(n); len(in) > 0 {
				lines = append(lines, in)
			}
		case *ast.List:
			r.problem(offset(n), "lista-i-lista")
		case *table.Table:
			r.problem(offset(n), "tabell-i-lista")
		default:
			r.refuse(n)
		}
	}
	if item.FirstChild() == nil {
		r.problem(offset(item), "tom-punkt")
	}
	return lines
}

func (r *reader) table(n *table.Table) {
	t := &doc.Table{}
	for _, a := range n.Alignments {
		t.Columns = append(t.Columns, doc.TableColumn{Right: a == table.AlignRight})
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells := r.cells(row)
		if row.Kind() == table.KindTableHeader {
			t.Head = append(t.Head, cells)
			continue
		}
		if written := r.columns(row); written > len(t.Columns) {
			r.problem(offset(row), "tabellrad")
		}
		t.Rows = append(t.Rows, cells)
	}
	r.add(n, t)
}

func (r *reader) cells(row ast.Node) []doc.Cell {
	var cells []doc.Cell
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cells = append(cells, doc.Cell{Text: r.inlines(c), Header: row.Kind() == table.KindTableHeader})
	}
	return cells
}

// columns counts the cells that a row has in the file: the library drops
// those that the head has no column for.
func (r *reader) columns(row ast.Node) int {
	start := offset(row)
	end := start
	for end < len(r.src) && r.src[end] != '\n' {
		end++
	}
	return countCells(r.src[start:end])
}
