package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	table "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// tables makes tables of paragraphs: a line with the columns' names, a line of
// hyphens under it, and rows. The library's own stand in a package that every
// start of the program would pay for, a table or not.
type tables struct{}

// Transform takes the table out of a paragraph; what stands above its head
// stays there.
func (tables) Transform(p *ast.Paragraph, in text.Reader, _ parser.Context) {
	lines, src := p.Lines(), in.Source()
	for i := 1; i < lines.Len(); i++ {
		columns := columnsOf(src[lines.At(i).Start:lines.At(i).Stop])
		if columns == nil {
			continue
		}
		head := lines.At(i - 1)
		if len(cut(head, src)) > len(columns) {
			return
		}
		t := table.NewTable()
		t.Alignments = columns
		t.SetPos(p.Pos())
		t.AppendChild(t, table.NewTableHeader(rowOf(head, columns, src)))
		for k := i + 1; k < lines.Len(); k++ {
			t.AppendChild(t, rowOf(lines.At(k), columns, src))
		}
		keep(p, i-1, t)
		return
	}
}

// keep leaves the first lines of a paragraph, if any, before its table.
func keep(p *ast.Paragraph, lines int, t *table.Table) {
	parent := p.Parent()
	parent.InsertAfter(parent, p, t)
	if lines == 0 {
		parent.RemoveChild(parent, p)
		return
	}
	p.Lines().SetSliced(0, lines)
	last := p.Lines().At(lines - 1)
	last.Stop-- // its line feed
	p.Lines().Set(lines-1, last)
}

// columnsOf are the columns of a line of hyphens under their names, nil where
// the line is something else. A colon tells at which side a column is even.
func columnsOf(line []byte) []table.Alignment {
	const code = 4 // so many spaces and more begin code
	if indent, _ := util.IndentWidth(line, 0); indent >= code || len(bytes.Trim(line, "-")) == 0 {
		return nil
	}
	parts := bytes.Split(bytes.Trim(line, space), []byte("|"))
	if len(parts[0]) == 0 {
		parts = parts[1:]
	}
	if n := len(parts) - 1; n >= 0 && len(parts[n]) == 0 {
		parts = parts[:n]
	}
	var columns []table.Alignment
	for _, part := range parts {
		part = bytes.Trim(part, space)
		hyphens := bytes.TrimSuffix(bytes.TrimPrefix(part, []byte(":")), []byte(":"))
		if len(hyphens) == 0 || len(bytes.Trim(hyphens, "-")) > 0 {
			return nil
		}
		switch left, right := part[0] == ':', part[len(part)-1] == ':'; {
		case left && right:
			columns = append(columns, table.AlignCenter)
		case left:
			columns = append(columns, table.AlignLeft)
		case right:
			columns = append(columns, table.AlignRight)
		default:
			columns = append(columns, table.AlignNone)
		}
	}
	return columns
}

const space = " \t\r\n\f"

// rowOf is a line as a row with a cell for each column.
func rowOf(line text.Segment, columns []table.Alignment, src []byte) *table.TableRow {
	row := table.NewTableRow(columns)
	row.SetPos(line.Start)
	cells := cut(line, src)
	for i, alignment := range columns {
		cell := table.NewTableCell()
		if i < len(cells) {
			cell.Alignment = alignment
			cell.SetPos(cells[i].Start)
			cell.Lines().Append(trim(cells[i], src))
		}
		row.AppendChild(row, cell)
	}
	return row
}

// cut parts a line where it has a | without a backslash before it. A | that
// begins or ends the line is its frame.
func cut(line text.Segment, src []byte) []text.Segment {
	line = trim(line, src)
	s := src[line.Start:line.Stop]
	at, end := 0, len(s)
	if bytes.HasPrefix(s, []byte("|")) {
		at++
	}
	if bytes.HasSuffix(s, []byte("|")) {
		end--
	}
	var cells []text.Segment
	for at < end {
		to := at
		for to < end && (s[to] != '|' || to > 0 && s[to-1] == '\\') {
			to++
		}
		cells = append(cells, text.NewSegment(line.Start+at, line.Start+to))
		at = to + 1
	}
	return cells
}

// trim leaves out space at either end.
func trim(s text.Segment, src []byte) text.Segment {
	s = s.TrimLeftSpace(src)
	return s.TrimRightSpace(src)
}
