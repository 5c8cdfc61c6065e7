package source

import "go.yaml.in/yaml/v4"

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
	n := f.root
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

// Same tells whether two files have the same at a path, however it is laid
// out; nothing is the same as an empty value.
func (f *File) Same(g *File, path string) bool {
	a, b := f.node(path), g.node(path)
	if a == nil || b == nil || blank(a) && blank(b) && a.Kind == b.Kind {
		return (a == nil || empty(a)) && (b == nil || empty(b)) || a != nil && b != nil
	}
	return same(a, b)
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
