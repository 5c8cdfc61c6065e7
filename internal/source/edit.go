package source

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Change sets one value of a file. Path is as in Problem; the row after a
// list's last one, also written [+], is added to it, and [2+] is a new row
// before row 2. Value is anything that Decode can read: text, int, Date, When,
// Answer, structs and lists. An empty one leaves a key with nothing after it,
// which is the same as no key; nil takes a row away, Gone a key.
type Change struct {
	Path  string
	Value any
}

// Gone is the Value of a Change that takes a key away, and what it stood in
// where that has nothing else. A key that somebody has put a comment to, and
// the only key of a row, stay with nothing after them.
type Gone struct{}

// Edit changes single values in a YAML text and leaves every other byte as it
// is: comments, order, quotation marks, line ends. New keys stand in the order
// of the fields of like, a value of the type that the file is read into, or
// last where like is nil. What has been written is read again: where anything
// else than the change has changed, or the text cannot be read, there is an
// error and no bytes.
func Edit(data []byte, like any, changes ...Change) ([]byte, error) {
	e, marked, err := edit(data, like)
	if err != nil {
		return nil, err
	}
	for _, c := range changes {
		if c.Value == (Gone{}) {
			if err := e.remove(c.Path); err != nil {
				return nil, fmt.Errorf("«%s» kan inte tas bort ur filen: %w", c.Path, err)
			}
			continue
		}
		if err := e.set(c.Path, c.tree()); err != nil {
			return nil, fmt.Errorf("«%s» kan inte skrivas i filen: %w", c.Path, err)
		}
	}
	return e.bytes(marked), nil
}

// tree is the value as it is to stand in the file; nil where a row goes.
func (c Change) tree() *yaml.Node {
	switch v := c.Value.(type) {
	case nil:
		return nil
	case written:
		return v.tree()
	}
	return nodeOf(reflect.ValueOf(c.Value))
}

// edit begins to edit a text, without the mark that it may begin with.
func edit(data []byte, like any) (e *editor, marked bool, err error) {
	if _, faults, ok := judgeBytes(data); !ok || len(faults) > 0 {
		return nil, false, errors.New("filen har tecken som måste rättas först")
	}
	rest, marked := bytes.CutPrefix(data, bom)
	e = &editor{like: reflect.TypeOf(like), eol: "\n"}
	if i := bytes.IndexByte(rest, '\n'); i > 0 && rest[i-1] == '\r' {
		e.eol = "\r\n"
	}
	return e, marked, e.load(rest)
}

// bytes is the text, with the mark that it began with.
func (e *editor) bytes(marked bool) []byte {
	if marked {
		return append(bytes.Clone(bom), e.data...)
	}
	return e.data
}

// An editor holds a text and its tree, which is made anew after each change.
type editor struct {
	*layout
	root *yaml.Node
	like reflect.Type // nil where no order is known
	eol  string
}

var errUnread = errors.New("texten går inte att läsa")

// load reads a text. One without any value is a mapping to be.
func (e *editor) load(data []byte) error {
	root, wrong := parse(data)
	if wrong != nil && wrong.rule != "empty" {
		return errUnread
	}
	if root == nil {
		root = &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	}
	e.layout, e.root = layoutOf(data), root
	return nil
}

// A spot is where a value stands, or where it is to stand.
type spot struct {
	parent *yaml.Node   // the mapping or list
	key    *yaml.Node   // nil in a list
	value  *yaml.Node   // nil where it is missing
	index  int          // of the row in a list
	rest   string       // what is left of the path from the missing key or row on
	inFlow bool         // within [] or {}
	like   reflect.Type // of the parent; nil where it is not known
}

// find follows a path as far as the file goes. A path into an empty value
// ends there: the value is what is replaced.
func (e *editor) find(path string) spot {
	at := spot{value: e.root, rest: path, like: e.like}
	like := e.like
	for at.rest != "" && (at.parent == nil || !blank(at.value)) {
		at.parent, at.like = at.value, like
		at.inFlow = at.inFlow || at.parent.Style&yaml.FlowStyle != 0
		rest := at.rest
		at.key, at.value, at.rest = step(at.parent, at.rest)
		if at.value == nil {
			at.rest = rest
			return at
		}
		for i, c := range at.parent.Content {
			if c == at.value {
				at.index = i
			}
		}
		like = stepType(like, at.key)
	}
	return at
}

// set brings the value at a path to what it shall be, by as small changes as
// can be: within lists and mappings that stay, each value on its own.
func (e *editor) set(path string, v *yaml.Node) error {
	at := e.find(path)
	old := at.value
	if at.rest != "" {
		old = nil
	}
	if v == nil && at.key != nil {
		v = &yaml.Node{Kind: yaml.ScalarNode}
	}
	switch {
	case old == nil && (v == nil || empty(v)), v != nil && old != nil && same(old, v):
		return nil
	case at.parent == nil && (v == nil || v.Kind != yaml.MappingNode):
		return errors.New("det är hela filen")
	case v == nil:
		return e.splice(at, nil)
	case at.parent == nil:
		return e.setKeys(path, old, v)
	case old != nil && old.Kind == v.Kind && !blank(old) && !blank(v) && v.Kind == yaml.MappingNode:
		return e.setKeys(path, old, v)
	case old != nil && old.Kind == v.Kind && !blank(old) && !blank(v) && v.Kind == yaml.SequenceNode:
		return e.setRows(path, len(old.Content), v)
	}
	return e.splice(at, v)
}

func (e *editor) setKeys(path string, old, v *yaml.Node) error {
	for i := 0; i < len(old.Content); i += 2 {
		name := text(old.Content[i])
		if _, value, rest := step(v, name); value == nil || rest != "" {
			if err := e.set(join(path, name), &yaml.Node{Kind: yaml.ScalarNode}); err != nil {
				return err
			}
		}
	}
	for i := 0; i < len(v.Content); i += 2 {
		if err := e.set(join(path, v.Content[i].Value), v.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

func (e *editor) setRows(path string, had int, v *yaml.Node) error {
	for i := had - 1; i >= len(v.Content); i-- {
		if err := e.set(row(path, i), nil); err != nil {
			return err
		}
	}
	for i, c := range v.Content {
		if err := e.set(row(path, i), c); err != nil {
			return err
		}
	}
	return nil
}

// splice writes one change into the text, the same change into the tree, and
// reads the text again to see that both say the same.
func (e *editor) splice(at spot, v *yaml.Node) error {
	var cuts []cut
	var err error
	switch {
	case v == nil:
		cuts = e.removeRow(at)
		at.parent.Content = slices.Delete(at.parent.Content, at.index, at.index+1)
		if len(at.parent.Content) == 0 && !at.inFlow {
			*at.parent = yaml.Node{Kind: yaml.ScalarNode}
		}
	case at.value != nil && at.rest == "":
		cuts = e.replace(at, v)
		*at.value = *v
	default:
		cuts, err = e.insert(at, v)
	}
	if err != nil {
		return err
	}
	return e.rewrite(cuts)
}

// same tells whether two trees say the same.
func same(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || len(a.Content) != len(b.Content) || a.Kind == yaml.ScalarNode && text(a) != text(b) {
		return false
	}
	for i := range a.Content {
		if !same(a.Content[i], b.Content[i]) {
			return false
		}
	}
	return true
}

// A cut puts a text in the place of some bytes.
type cut struct {
	from, to int
	text     string
}

// apply makes the cuts, which stand in the order of the text.
func apply(data []byte, cuts []cut) []byte {
	var out []byte
	at := 0
	for _, c := range cuts {
		out = append(append(out, data[at:c.from]...), c.text...)
		at = c.to
	}
	return append(out, data[at:]...)
}

var errNoRow = errors.New("listan har inte så många rader")

// nest makes the tree of a value at what is left of a path.
func nest(like reflect.Type, rest string, v *yaml.Node) (*yaml.Node, error) {
	if rest == "" {
		return v, nil
	}
	name, rest := cutPath(like, rest)
	tree, err := nest(stepType(like, keyNode(name)), rest, v)
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(name, "[") {
		return &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{keyNode(name), tree}}, nil
	}
	if i, ok := rowNumber(name, 0); !ok || i != 0 {
		return nil, errNoRow
	}
	return &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{tree}}, nil
}

// cutPath parts the first name or row of a path. The keys of a map of words
// may hold full stops.
func cutPath(like reflect.Type, path string) (name, rest string) {
	path = strings.TrimPrefix(path, ".")
	if strings.HasPrefix(path, "[") {
		number, rest, _ := strings.Cut(path, "]")
		return number + "]", rest
	}
	if s := rowShape(like); s != nil && s.row != nil {
		return path, ""
	}
	if i := strings.IndexAny(path, ".["); i >= 0 {
		return path[:i], path[i:]
	}
	return path, ""
}

// rowNumber is the number of a row as a path has it, for a list of so many.
func rowNumber(name string, rows int) (int, bool) {
	if name == "[+]" {
		return rows, true
	}
	i, err := strconv.Atoi(strings.Trim(name, "[+]"))
	return i, err == nil
}
