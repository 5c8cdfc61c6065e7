package source

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// A reader walks the tree of a file beside the type it is read into.
type reader struct {
	file     *File
	options  Options
	into     reflect.Type
	problems Problems
	layout   *layout         // nil where the text has no ! and so no tag
	settled  map[string]bool // paths of which enough is told: unreadable, or missing since misspelt
}

// fill reads the whole file, then judges it by the rules of its fields.
func (r *reader) fill(v reflect.Value) {
	root := r.file.root
	if !r.options.Proven {
		r.chars(root)
	}
	if v.Kind() == reflect.Struct && root.Kind != yaml.MappingNode {
		r.tell(root, "", "root")
		return
	}
	r.value(root, "", v, key{})
	if !r.options.Proven {
		r.judge(v)
	}
}

// tell adds a problem that stands at a node.
func (r *reader) tell(n *yaml.Node, path, rule string, args ...string) {
	at := Position{r.file.Name, n.Line, n.Column}
	r.problems = append(r.problems, sentences.Problem(at, path, rule, append([]string{label(path), within(path)}, args...)...))
}

// value reads what stands at a node, and tells whether there is a value. A
// value that could not be read is not judged further.
func (r *reader) value(n *yaml.Node, path string, v reflect.Value, k key) bool {
	before := len(r.problems)
	ok := r.allowed(n, path) && !blank(n) && r.kind(n, path, v, k)
	if !ok && len(r.problems) > before {
		r.settled[path] = true
	}
	if k.kept && n.Kind == yaml.SequenceNode && blank(n) {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	}
	return ok
}

// kind reads a value into any kind that a file can hold.
func (r *reader) kind(n *yaml.Node, path string, v reflect.Value, k key) bool {
	if own, ok := v.Addr().Interface().(literal); ok {
		return r.literal(n, path, own, k)
	}
	switch v.Kind() {
	case reflect.Pointer:
		inner := reflect.New(v.Type().Elem())
		ok := r.value(n, path, inner.Elem(), k)
		if ok {
			v.Set(inner)
		}
		return ok
	case reflect.Struct:
		return r.mapping(n, path, v)
	case reflect.Slice:
		if s := v.Type().Elem(); s.Kind() == reflect.Struct && shapeOf(s).name != nil {
			return r.rows(n, path, v, k)
		}
		return r.list(n, path, v, k)
	case reflect.Int:
		return r.whole(n, path, v)
	case reflect.String:
		return r.words(n, path, v, k)
	}
	panic("source: no way to read " + v.Type().String())
}

// allowed refuses what YAML has beside plain values: it can make a file mean
// something else than what stands there.
func (r *reader) allowed(n *yaml.Node, path string) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		r.tell(n, path, "alias")
		return false
	case n.Anchor != "":
		r.tell(n, path, "anchor")
	case r.layout != nil && r.layout.tagged(n):
		r.tell(n, path, "tag")
	}
	return true
}

// scalar is the text at a node where a single value is wanted.
func (r *reader) scalar(n *yaml.Node, path string) (string, bool) {
	switch n.Kind {
	case yaml.SequenceNode:
		r.tell(n, path, "want-text-not-list")
	case yaml.MappingNode:
		r.tell(n, path, "want-text-not-keys")
	default:
		return text(n), true
	}
	return "", false
}

func (r *reader) words(n *yaml.Node, path string, v reflect.Value, k key) bool {
	s, ok := r.scalar(n, path)
	if !ok {
		return false
	}
	if v.Type() == reflect.TypeFor[Answer]() && k.choice == nil {
		k.choice = []string{string(Yes), string(No), string(Unclear)}
	}
	v.SetString(s)
	if k.choice != nil && !slices.Contains(k.choice, s) {
		r.tell(n, path, "oneof", listed(k.choice), meant(s, k.choice))
		return false
	}
	if k.prose && k.choice == nil {
		r.comment(n, path)
	}
	return true
}

// comment warns of a comment after a text without quotation marks: whoever
// wrote "rum # 4" meant all of it.
func (r *reader) comment(n *yaml.Node, path string) {
	if n.LineComment != "" && n.Style&quoted == 0 {
		r.tell(n, path, "comment")
	}
}

func (r *reader) whole(n *yaml.Node, path string, v reflect.Value) bool {
	s, ok := r.scalar(n, path)
	if !ok {
		return false
	}
	i, err := strconv.Atoi(s)
	if err != nil || s[0] == '+' || len(s) > 9 {
		r.tell(n, path, "whole")
		return false
	}
	v.SetInt(int64(i))
	return true
}

func (r *reader) literal(n *yaml.Node, path string, own literal, k key) bool {
	s, ok := r.scalar(n, path)
	if !ok {
		return false
	}
	if rule := own.read(s); rule != "" {
		r.tell(n, path, rule)
		return false
	}
	if w, ok := own.(*When); ok && w.Words != "" {
		r.comment(n, path)
	}
	return true
}

func (r *reader) list(n *yaml.Node, path string, v reflect.Value, k key) bool {
	if n.Kind != yaml.SequenceNode {
		rule := "want-list"
		if n.Kind == yaml.ScalarNode && n.Style&quoted == 0 && n.Value[0] == '-' {
			rule = "dash-space"
		}
		r.tell(n, path, rule)
		return false
	}
	rows := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
	for i, item := range n.Content {
		if blank(item) {
			r.tell(item, row(path, i), "empty-row")
			r.settled[row(path, i)] = true
		}
		r.value(item, row(path, i), rows.Index(i), key{prose: k.prose, choice: k.choice})
	}
	v.Set(rows)
	return true
}

func (r *reader) mapping(n *yaml.Node, path string, v reflect.Value) bool {
	if n.Kind != yaml.MappingNode {
		rule := "want-keys"
		if n.Kind == yaml.ScalarNode && n.Style&quoted == 0 && tightColon(n.Value) > 0 {
			rule = "colon-space"
		}
		r.tell(n, path, rule)
		return false
	}
	s := shapeOf(v.Type())
	r.pairs(n, path, func(name string, at, value *yaml.Node) {
		k, known := s.find(name)
		if !known {
			r.unknown(n, path, s, at, value)
			return
		}
		r.value(value, join(path, name), v.FieldByIndex(k.index), k)
	})
	return true
}

// rows reads a map whose keys are not known beforehand, as rows in the
// file's order.
func (r *reader) rows(n *yaml.Node, path string, v reflect.Value, k key) bool {
	s := shapeOf(v.Type().Elem())
	add := func(name, path string, value *yaml.Node) {
		one := reflect.New(v.Type().Elem()).Elem()
		one.FieldByIndex(s.name).SetString(name)
		if s.row != nil {
			r.value(value, path, one.FieldByIndex(s.row.index), *s.row)
		} else {
			r.value(value, path, one, key{})
		}
		v.Set(reflect.Append(v, one))
	}
	if n.Kind != yaml.MappingNode && k.bare {
		add("", path, n)
		return true
	}
	if n.Kind != yaml.MappingNode {
		r.tell(n, path, "want-keys")
		return false
	}
	r.pairs(n, path, func(name string, _, value *yaml.Node) {
		if !blank(value) {
			add(name, join(path, name), value)
		}
	})
	return true
}

// pairs visits the keys of a mapping, once each.
func (r *reader) pairs(n *yaml.Node, path string, visit func(name string, at, value *yaml.Node)) {
	seen := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		at, value := n.Content[i], n.Content[i+1]
		name := text(at)
		switch {
		case at.Kind == yaml.AliasNode, at.Anchor != "", r.layout != nil && r.layout.tagged(at):
			r.allowed(at, path)
		case at.Kind != yaml.ScalarNode:
			r.tell(at, path, "key-kind")
		case name == "<<" && at.Style&quoted == 0:
			r.tell(at, path, "merge")
		case seen[name]:
			r.tell(at, keyPath(path, name), "duplicate")
		default:
			seen[name] = true
			visit(name, at, value)
		}
	}
}

// unknown tells of a key that the type does not have, and what was meant.
func (r *reader) unknown(n *yaml.Node, path string, s *shape, at, value *yaml.Node) {
	if n.Style&yaml.FlowStyle != 0 && empty(value) {
		r.tell(at, path, "comma")
		return
	}
	name, word := text(at), "nyckeln"
	if isKey(name) {
		word = "nyckeln «" + name + "»"
	}
	homes, near, hint := homes(r.into, name), Nearest(name, s.names()), ""
	switch {
	case len(homes) > 0 && len(homes) < 4:
		hint = "den hör hemma " + places(homes)
	case near != "":
		r.settled[join(path, near)] = true
		hint = "menade du " + near + "?"
	case len(s.keys) < 10:
		hint = "nycklarna här är " + strings.Join(s.names(), ", ")
	}
	r.tell(at, keyPath(path, name), "unknown", word, hint)
}

// chars looks at every text of the tree after it has been decoded, since
// "\u0007" is written with allowed characters; around are the nodes that it
// stands in, the outermost first.
func (r *reader) chars(n *yaml.Node, around ...*yaml.Node) {
	if len(n.Content) > 0 {
		inside := append(around, n)
		for _, c := range n.Content {
			r.chars(c, inside...)
		}
	}
	if n.Kind != yaml.ScalarNode {
		return
	}
	var found map[string][]rune // by broken rule; nil in nearly every text
	var told map[rune]bool
	for _, c := range n.Value {
		if c < 0x7f && c >= ' ' || told[c] {
			continue
		}
		if rule := r.against(c); rule != "" {
			if found == nil {
				found, told = map[string][]rune{}, map[rune]bool{}
			}
			found[rule], told[c] = append(found[rule], c), true
		}
	}
	for _, rule := range []string{"control", "bidi", "around", "script", "font"} {
		if len(found[rule]) > 0 {
			at := Position{r.file.Name, n.Line, n.Column}
			r.problems = append(r.problems, r.file.spelt(at, pathTo(n, around), rule, found[rule]))
		}
	}
}

// against is the rule against a character of a text; "" where there is none.
// What is damaged was told of the bytes.
func (r *reader) against(c rune) string {
	switch rule := forbidden(c); {
	case c == '\n' || c == '\t' || c == utf8.RuneError:
		return ""
	case rule == "" && r.options.Chars != nil && !r.options.Chars(c):
		return undrawn(c)
	default:
		return rule
	}
}
