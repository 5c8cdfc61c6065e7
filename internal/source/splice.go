package source

import (
	"errors"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// below are lines after the one that a byte ends.
func (e *editor) below(lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(e.eol + line)
	}
	return b.String()
}

// replace puts a value in the place of one that is there, or empty. What
// follows on the line, a comment, stays.
func (e *editor) replace(at spot, v *yaml.Node) []cut {
	if v.Kind == at.value.Kind && v.Kind == yaml.ScalarNode {
		v.Style = at.value.Style & (yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle)
	}
	if at.inFlow {
		return e.replaceFlow(at, v)
	}
	pos, indent := e.place(at)
	inline, below := block(v, indent)
	if at.key == nil && inline == "" && v.Kind == yaml.MappingNode {
		inline, below = " "+strings.TrimLeft(below[0], " "), below[1:]
	}
	lineEnd := e.lineEnd(pos)
	if empty(at.value) {
		to := pos
		if strings.TrimSpace(string(e.data[pos:lineEnd])) == "" {
			to = lineEnd
		}
		return []cut{{pos, to, inline}, {lineEnd, lineEnd, e.below(below)}}
	}
	start, end := e.start(at.value), e.end(at.value)
	switch {
	case start > lineEnd: // the value stands on lines of its own
		return []cut{{pos, pos, inline}, {e.beforeBreak(e.lineStart(start)), end, e.below(below)}}
	case at.value.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0: // the mark's line may have a comment
		mark := start + len(e.data[start:]) - len(strings.TrimLeft(string(e.data[start:]), "|>+-0123456789"))
		return []cut{{pos, mark, inline}, {lineEnd, end, e.below(below)}}
	case inline != "" && len(below) == 0: // keeps the space before the value
		return []cut{{start, end, inline[1:]}}
	}
	return []cut{{pos, end, inline}, {e.lineEnd(end), e.lineEnd(end), e.below(below)}}
}

// place is the byte after the colon or dash of a value in block style, and
// the indentation of what stands below it.
func (e *editor) place(at spot) (pos, indent int) {
	indent = at.parent.Column + 1
	if at.key == nil {
		return e.afterDash(at.parent, at.value), indent
	}
	pos, _ = e.afterColon(at.key)
	return pos, indent
}

func (e *editor) replaceFlow(at spot, v *yaml.Node) []cut {
	written := flow(v)
	if empty(v) && at.key != nil {
		written = ""
	}
	if !empty(at.value) {
		return []cut{{e.start(at.value), e.end(at.value), written}}
	}
	pos, colon := e.afterColon(at.key)
	if !colon {
		return []cut{{pos, pos, ": " + written}}
	}
	return []cut{{pos, pos + e.spaces(pos), " " + written}}
}

// insert adds what a path lacks: its first missing key or row, with the value
// within it. It also adds that to the tree.
func (e *editor) insert(at spot, v *yaml.Node) ([]cut, error) {
	if at.value != nil { // an empty value is filled
		tree, err := nest(stepType(at.like, at.key), at.rest, v)
		if err != nil {
			return nil, err
		}
		cuts := e.replace(at, tree)
		*at.value = *tree
		return cuts, nil
	}
	name, rest := cutPath(at.like, at.rest)
	tree, err := nest(stepType(at.like, keyNode(name)), rest, v)
	switch {
	case err != nil:
		return nil, err
	case at.parent.Kind == yaml.SequenceNode:
		return e.insertRow(at, name, tree)
	case at.parent.Kind == yaml.MappingNode:
		return e.insertKey(at, name, tree), nil
	}
	return nil, errors.New("här står ett enda värde")
}

func (e *editor) insertRow(at spot, name string, tree *yaml.Node) ([]cut, error) {
	rows := at.parent.Content
	i, ok := rowNumber(name, len(rows))
	if !ok || i < 0 || i > len(rows) || i < len(rows) && !strings.HasSuffix(name, "+]") {
		return nil, errNoRow
	}
	at.parent.Content = slices.Insert(slices.Clone(rows), i, tree)
	margin := at.parent.Column - 1
	switch {
	case i < len(rows) && at.inFlow:
		pos := e.start(rows[i])
		return []cut{{pos, pos, flow(tree) + ", "}}, nil
	case i < len(rows):
		pos := e.afterDash(at.parent, rows[i]) - 1
		written := strings.Join(blockRow(tree, margin), e.eol)
		return []cut{{pos, pos, strings.TrimLeft(written, " ") + e.eol + strings.Repeat(" ", margin)}}, nil
	}
	pos := e.lastEnd(&yaml.Node{Kind: yaml.SequenceNode, Line: at.parent.Line, Column: at.parent.Column, Content: rows})
	if at.inFlow {
		return []cut{{pos, pos, ", " + flow(tree)}}, nil
	}
	pos = e.lineEnd(pos)
	return []cut{{pos, pos, e.below(blockRow(tree, margin))}}, nil
}

func (e *editor) insertKey(at spot, name string, tree *yaml.Node) []cut {
	key, old := keyNode(name), at.parent.Content
	i := keyPlace(at, name)
	at.parent.Content = slices.Insert(slices.Clone(old), i, key, tree)
	if at.inFlow {
		return e.insertFlowKey(at.parent, old, i, scalar(key.Value, true, 0)+": "+flow(tree))
	}
	lines := blockKey(key, tree, at.parent.Column-1)
	switch {
	case len(old) == 0:
		return []cut{e.last(lines)}
	case i == 0:
		pos := e.start(old[0])
		margin := strings.Repeat(" ", at.parent.Column-1)
		return []cut{{pos, pos, strings.TrimLeft(strings.Join(lines, e.eol), " ") + e.eol + margin}}
	}
	pos := e.lineEnd(e.lastEnd(&yaml.Node{Kind: yaml.MappingNode, Content: old[:i]}))
	return []cut{{pos, pos, e.below(lines)}}
}

func (e *editor) insertFlowKey(parent *yaml.Node, old []*yaml.Node, i int, written string) []cut {
	switch {
	case len(old) == 0:
		pos := e.start(parent) + 1
		return []cut{{pos, pos, written}}
	case i == 0:
		pos := e.start(old[0])
		return []cut{{pos, pos, written + ", "}}
	}
	pos := e.lastEnd(&yaml.Node{Kind: yaml.MappingNode, Content: old[:i]})
	if empty(old[i-1]) { // a comma right after a colon would be part of the key
		return []cut{{pos, pos + e.spaces(pos), " , " + written}}
	}
	return []cut{{pos, pos, ", " + written}}
}

// last writes lines at the end of the text.
func (e *editor) last(lines []string) cut {
	end := len(e.data)
	written := strings.Join(lines, e.eol) + e.eol
	if end > 0 && e.data[end-1] != '\n' {
		written = e.eol + written
	}
	return cut{end, end, written}
}

// keyPlace is where among the keys and values of a mapping a new key goes:
// after the last one that stands before it in the type.
func keyPlace(at spot, name string) int {
	order := orderOf(at.like)
	own := slices.Index(order, name)
	place := 0
	for i := 0; i < len(at.parent.Content); i += 2 {
		if other := slices.Index(order, text(at.parent.Content[i])); own < 0 || other >= 0 && other < own {
			place = i + 2
		}
	}
	return place
}

// removeRow takes away a row of a list, with its lines.
func (e *editor) removeRow(at spot) []cut {
	rows, i := at.parent.Content, at.index
	switch {
	case !at.inFlow:
		end := e.lastEnd(&yaml.Node{Kind: yaml.SequenceNode, Line: at.parent.Line, Column: at.parent.Column, Content: rows[:i+1]})
		return []cut{{e.lineStart(e.afterDash(at.parent, at.value)), e.afterBreak(e.lineEnd(end)), ""}}
	case i+1 < len(rows):
		return []cut{{e.start(rows[i]), e.start(rows[i+1]), ""}}
	case i > 0:
		return []cut{{e.end(rows[i-1]), e.end(rows[i]), ""}}
	}
	return []cut{{e.start(rows[i]), e.end(rows[i]), ""}}
}
