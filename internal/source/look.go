package source

import (
	"slices"

	"go.yaml.in/yaml/v4"
)

// Look reads a file without a type, to see what stands where: also what a
// type refuses, as a day that does not exist. ok is false where the text
// cannot be read, or Edit could not change it.
func Look(name string, data []byte) (f *File, ok bool) {
	f = &File{Name: name}
	clean, faults, ok := judgeBytes(data)
	if !ok || len(faults) > 0 {
		return f, false
	}
	root, wrong := parse(clean)
	if wrong != nil {
		return f, wrong.rule == "empty"
	}
	f.root = root
	return f, root.Kind == yaml.MappingNode
}

// node is the value at a path, nil where there is none.
func (f *File) node(path string) *yaml.Node {
	n := f.tree()
	for n != nil && path != "" {
		_, n, path = step(n, path)
	}
	return n
}

// Text is the single value at a path as it was written, without space around
// it; empty where there is none, or a list or keys.
func (f *File) Text(path string) string {
	if n := f.node(path); n != nil && n.Kind == yaml.ScalarNode {
		return text(n)
	}
	return ""
}

// Rows counts the rows of the list at a path; 0 where there is no list.
func (f *File) Rows(path string) int {
	if n := f.node(path); n != nil && n.Kind == yaml.SequenceNode {
		return len(n.Content)
	}
	return 0
}

// Keys are the keys at a path, in the order of the file.
func (f *File) Keys(path string) []string {
	n := f.node(path)
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	var keys []string
	for i := 0; i < len(n.Content); i += 2 {
		keys = append(keys, text(n.Content[i]))
	}
	return keys
}

// EmptyList tells whether a list without rows, [], is written at a path.
func (f *File) EmptyList(path string) bool {
	n := f.node(path)
	return n != nil && n.Kind == yaml.SequenceNode && len(n.Content) == 0
}

// Same tells whether two files say the same at a path, however it is laid
// out. A key with nothing after it is no key.
func (f *File) Same(g *File, path string) bool { return alike(f.node(path), g.node(path)) }

func alike(a, b *yaml.Node) bool {
	switch {
	case nothing(a) || nothing(b):
		return nothing(a) && nothing(b)
	case a.Kind != b.Kind:
		return false
	case a.Kind == yaml.MappingNode:
		return holds(a, b) && holds(b, a)
	case a.Kind == yaml.SequenceNode:
		return slices.EqualFunc(a.Content, b.Content, alike)
	}
	return text(a) == text(b)
}

// nothing tells whether nobody has written anything in a value. [] is
// something: asked, and there is none.
func nothing(n *yaml.Node) bool {
	switch {
	case n == nil:
		return true
	case n.Kind == yaml.MappingNode:
		for i := 1; i < len(n.Content); i += 2 {
			if !nothing(n.Content[i]) {
				return false
			}
		}
		return true
	}
	return n.Kind == yaml.ScalarNode && text(n) == ""
}

// holds tells whether b has all that the mapping a says.
func holds(b, a *yaml.Node) bool {
	for i := 0; i < len(a.Content); i += 2 {
		var other *yaml.Node
		for k := 0; k < len(b.Content); k += 2 {
			if text(b.Content[k]) == text(a.Content[i]) {
				other = b.Content[k+1]
			}
		}
		if !alike(a.Content[i+1], other) {
			return false
		}
	}
	return true
}

// Value is what stands at a path, of any kind and as it was typed, to be the
// Value of a Change of another file; Gone where nothing does.
func (f *File) Value(path string) any {
	n := f.node(path)
	if n == nil {
		return Gone{}
	}
	return written{n}
}

// written is a value of another file.
type written struct{ node *yaml.Node }

// tree is the value without the marks of the file that it stood in.
func (w written) tree() *yaml.Node { return unmarked(w.node) }

func unmarked(n *yaml.Node) *yaml.Node {
	out := &yaml.Node{Kind: n.Kind}
	switch n.Kind {
	case yaml.SequenceNode, yaml.MappingNode:
		for _, c := range n.Content {
			out.Content = append(out.Content, unmarked(c))
		}
	default:
		out.Kind, out.Value = yaml.ScalarNode, text(n)
	}
	return out
}
