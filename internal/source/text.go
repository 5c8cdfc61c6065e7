package source

import (
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// A layout is a text and where its lines begin, to find the bytes of a place.
type layout struct {
	data   []byte
	starts []int

	line, column, at int // the latest place asked for: the next one is often a little further on
}

func layoutOf(data []byte) *layout {
	l := &layout{data: data, starts: []int{0}}
	for i, b := range data {
		if b == '\n' || b == '\r' && (i+1 == len(data) || data[i+1] != '\n') {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// offset is the byte at a line and column, both from 1; the end of the text
// where there is no such line.
func (l *layout) offset(line, column int) int {
	if line > len(l.starts) {
		return len(l.data)
	}
	if l.line != line || l.column > column {
		l.line, l.column, l.at = line, 1, l.starts[line-1]
	}
	for ; l.column < column && l.at < len(l.data); l.column++ {
		_, size := utf8.DecodeRune(l.data[l.at:])
		l.at += size
	}
	return l.at
}

// start is the first byte of a node.
func (l *layout) start(n *yaml.Node) int { return l.offset(n.Line, n.Column) }

// tagged tells whether a node begins with a tag, also the lone ! that the
// YAML library takes away without a trace.
func (l *layout) tagged(n *yaml.Node) bool {
	at := l.start(n)
	return n.Style&yaml.TaggedStyle != 0 || at < len(l.data) && l.data[at] == '!'
}
