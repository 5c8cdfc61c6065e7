package source

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/unicode/norm"
)

// quoted are the styles of a text with quotation marks or a block mark.
const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle

// parse makes the tree of a file's only document; wrong is nil when nothing
// is. There may be a tree even so, or none.
func parse(data []byte) (root *yaml.Node, wrong *fault) {
	loader, err := yaml.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, syntaxFault(data, err)
	}
	var first, second yaml.Node
	switch err := loader.Load(&first); {
	case errors.Is(err, io.EOF):
		return nil, &fault{rule: "empty"}
	case err != nil:
		return nil, syntaxFault(data, err)
	}
	if root = first.Content[0]; empty(root) {
		return nil, &fault{rule: "empty"}
	}
	switch err := loader.Load(&second); {
	case errors.Is(err, io.EOF):
		return root, nil
	case err != nil:
		return root, syntaxFault(data, err)
	}
	return root, &fault{line: second.Line, column: second.Column, rule: "document"}
}

// A fault is something wrong at a place in a text.
type fault struct {
	line, column int
	rule         string
	chars        []rune // the characters that break it, where it is of characters
}

// text is a scalar as people mean it: what stands there, never typed,
// without space around it, with accents in one form.
func text(n *yaml.Node) string {
	return composed(strings.ReplaceAll(strings.TrimSpace(n.Value), "\t", " "))
}

// composed is a text with accents in one form. Below U+0300 all characters
// have but one, and most texts have no others.
func composed(s string) string {
	const lead = 0xcc // the first byte of U+0300
	for i := range len(s) {
		if s[i] >= lead {
			return norm.NFC.String(s)
		}
	}
	return s
}

// blank tells whether a node holds nothing, which is the same as a missing
// key.
func blank(n *yaml.Node) bool {
	if n.Kind == yaml.ScalarNode {
		return strings.TrimSpace(n.Value) == ""
	}
	return n.Kind != yaml.AliasNode && len(n.Content) == 0
}

// join adds a key to a path.
func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// keyPath is the path of a key that may be anything: of what it stands in
// where it may be someone's words.
func keyPath(path, key string) string {
	if !isKey(key) {
		return path
	}
	return join(path, key)
}

// row is the path of a list's row.
func row(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// step takes the first step of a path: to the key (nil in a list) and the
// value there, nil where there is none, and what is left of the path. Keys
// may hold full stops, so the longest key that fits is taken.
func step(n *yaml.Node, path string) (key, value *yaml.Node, rest string) {
	path = strings.TrimPrefix(path, ".")
	switch n.Kind {
	case yaml.SequenceNode:
		number, rest, ok := strings.Cut(strings.TrimPrefix(path, "["), "]")
		i, err := strconv.Atoi(number)
		if ok && err == nil && i >= 0 && i < len(n.Content) {
			return nil, n.Content[i], rest
		}
	case yaml.MappingNode:
		best := -1
		for i := 0; i < len(n.Content); i += 2 {
			name := text(n.Content[i])
			after, ok := strings.CutPrefix(path, name)
			if ok && len(name) > best && (after == "" || after[0] == '.' || after[0] == '[') {
				best, key, value, rest = len(name), n.Content[i], n.Content[i+1], after
			}
		}
	}
	return key, value, rest
}

// pathTo is the path of a node by the nodes that it stands in; of a key, that
// of what it stands in.
func pathTo(n *yaml.Node, around []*yaml.Node) string {
	path := ""
	for i, outer := range around {
		inner := n
		if i+1 < len(around) {
			inner = around[i+1]
		}
		switch at := slices.Index(outer.Content, inner); {
		case outer.Kind == yaml.SequenceNode:
			path = row(path, at)
		case at%2 == 1:
			path = join(path, text(outer.Content[at-1]))
		}
	}
	return path
}

// pathAt is the path of the value at a place or, in a comment, before it.
func pathAt(n *yaml.Node, path string, line, column int) string {
	reached := func(m *yaml.Node) bool {
		return m.Line < line || m.Line == line && m.Column <= column
	}
	for i := len(n.Content) - 1; i >= 0; i-- {
		switch {
		case n.Kind == yaml.SequenceNode && reached(n.Content[i]):
			return pathAt(n.Content[i], row(path, i), line, column)
		case n.Kind == yaml.MappingNode && i%2 == 0 && reached(n.Content[i]):
			return pathAt(n.Content[i+1], join(path, text(n.Content[i])), line, column)
		}
	}
	return path
}
