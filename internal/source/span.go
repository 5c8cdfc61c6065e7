package source

import (
	"bytes"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
)

// The YAML library tells where a value starts, not where it ends. This file
// finds the end: editing needs both.

// empty tells whether nothing at all is written for a node.
func empty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Value == "" && n.Style&quoted == 0
}

// end is the byte after a node that is not empty.
func (l *layout) end(n *yaml.Node) int {
	at := l.start(n)
	switch {
	case n.Kind == yaml.ScalarNode && n.Style&yaml.DoubleQuotedStyle != 0:
		return l.closing(at, '"', '\\')
	case n.Kind == yaml.ScalarNode && n.Style&yaml.SingleQuotedStyle != 0:
		return l.closing(at, '\'', '\'')
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return l.blockEnd(at)
	case n.Kind == yaml.ScalarNode:
		return l.plainEnd(at, n.Value)
	case n.Style&yaml.FlowStyle != 0:
		return l.bracket(n, at)
	}
	return l.lastEnd(n)
}

// closing is the byte after the quotation mark that closes a text, where
// escape makes the next byte part of it.
func (l *layout) closing(at int, mark, escape byte) int {
	for at++; at < len(l.data); at++ {
		switch c := l.data[at]; {
		case c == escape && at+1 < len(l.data) && (escape != mark || l.data[at+1] == mark):
			at++
		case c == mark:
			return at + 1
		}
	}
	return len(l.data)
}

// plainEnd follows a text without marks through the file: they differ in
// nothing but white space, where the file breaks the text into lines.
func (l *layout) plainEnd(at int, value string) int {
	for _, word := range strings.Fields(value) {
		at += len(l.data[at:]) - len(bytes.TrimLeftFunc(l.data[at:], unicode.IsSpace))
		at = min(at+len(word), len(l.data))
	}
	return at
}

// blockEnd is the end of the last line of a text that begins with | or >:
// all lines that are as indented as its first one.
func (l *layout) blockEnd(at int) int {
	end, indent := l.lineEnd(at), -1
	for next := l.afterBreak(end); next < len(l.data); next = l.afterBreak(l.lineEnd(next)) {
		line := l.data[next:l.lineEnd(next)]
		spaces := l.spaces(next)
		switch {
		case spaces == len(line):
			continue
		case indent < 0:
			indent = spaces
		case spaces < indent:
			return end
		}
		end = next + len(line)
	}
	return end
}

// bracket is the byte after the bracket that closes a flow list or mapping.
func (l *layout) bracket(n *yaml.Node, at int) int {
	at++
	if len(n.Content) > 0 {
		at = l.lastEnd(n)
	}
	for ; at < len(l.data); at++ {
		switch l.data[at] {
		case ']', '}':
			return at + 1
		case '#':
			at = l.lineEnd(at)
		}
	}
	return len(l.data)
}

// lastEnd is the end of the last value within a list or mapping, or of its
// key or dash where that value is empty.
func (l *layout) lastEnd(n *yaml.Node) int {
	last := n.Content[len(n.Content)-1]
	switch {
	case !empty(last):
		return l.end(last)
	case n.Kind == yaml.MappingNode:
		after, _ := l.afterColon(n.Content[len(n.Content)-2])
		return after
	}
	return l.afterDash(n, last)
}

// afterColon is the byte after the colon of a key; after the key itself
// where it has none, in a flow mapping.
func (l *layout) afterColon(key *yaml.Node) (at int, colon bool) {
	end := l.start(key)
	if !empty(key) {
		end = l.end(key)
	}
	rest := bytes.TrimLeftFunc(l.data[end:], unicode.IsSpace)
	if len(rest) == 0 || rest[0] != ':' {
		return end, false
	}
	return len(l.data) - len(rest) + 1, true
}

// afterDash is the byte after the dash of a row of a block list. The dash
// stands in the list's column, on the row's line or one above it, and all
// else of the row is further in.
func (l *layout) afterDash(list, item *yaml.Node) int {
	for line := item.Line; line >= list.Line; line-- {
		at := l.offset(line, list.Column)
		if at < len(l.data) && l.data[at] == '-' && strings.Trim(string(l.data[l.starts[line-1]:at]), " -") == "" {
			return at + 1
		}
	}
	return l.start(item)
}

// lineEnd is the line break at or after a byte, or the end of the text.
func (l *layout) lineEnd(at int) int {
	if i := bytes.IndexAny(l.data[at:], "\r\n"); i >= 0 {
		return at + i
	}
	return len(l.data)
}

// lineStart is the first byte of the line that a byte stands in.
func (l *layout) lineStart(at int) int {
	return bytes.LastIndexAny(l.data[:at], "\r\n") + 1
}

// afterBreak is the byte after the line break at a byte.
func (l *layout) afterBreak(at int) int {
	if bytes.HasPrefix(l.data[at:], []byte("\r\n")) {
		return at + 2
	}
	return min(at+1, len(l.data))
}

// beforeBreak is where the line before the one that starts at a byte ends.
func (l *layout) beforeBreak(start int) int {
	switch {
	case start >= 2 && l.data[start-1] == '\n' && l.data[start-2] == '\r':
		return start - 2
	case start >= 1:
		return start - 1
	}
	return 0
}

// spaces counts the spaces from a byte on.
func (l *layout) spaces(at int) int {
	return len(l.data[at:]) - len(bytes.TrimLeft(l.data[at:], " "))
}
