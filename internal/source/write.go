package source

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// oneSpace writes line ends and tabs as they will be read.
var oneSpace = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ")

// clean gives a text the form in which it will be read.
func clean(s string) string {
	if strings.ContainsAny(s, "\r\t") {
		s = oneSpace.Replace(s)
	}
	return composed(strings.TrimSpace(s))
}

// nodeOf is the tree of a Go value that Decode could have read; empty fields
// of a struct are left out.
func nodeOf(v reflect.Value) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode}
	if !v.IsValid() {
		return n
	}
	if reflect.PointerTo(v.Type()).Implements(reflect.TypeFor[literal]()) {
		n.Value = fmt.Sprint(v.Interface())
		return n
	}
	switch v.Kind() {
	case reflect.Pointer:
		return nodeOf(v.Elem())
	case reflect.Int:
		n.Value = strconv.Itoa(int(v.Int()))
	case reflect.String:
		n.Value = clean(v.String())
	case reflect.Struct:
		return nodeOfStruct(v)
	case reflect.Slice:
		return nodeOfSlice(v)
	default:
		panic("source: no way to write " + v.Type().String())
	}
	return n
}

func nodeOfStruct(v reflect.Value) *yaml.Node {
	s := shapeOf(v.Type())
	n := &yaml.Node{Kind: yaml.MappingNode}
	if s.row != nil {
		return nodeOf(v.FieldByIndex(s.row.index))
	}
	for _, k := range s.keys {
		f := v.FieldByIndex(k.index)
		if child := nodeOf(f); !f.IsZero() && (!blank(child) || k.kept) {
			n.Content = append(n.Content, keyNode(k.name), child)
		}
	}
	return n
}

func nodeOfSlice(v reflect.Value) *yaml.Node {
	if v.IsNil() {
		return &yaml.Node{Kind: yaml.ScalarNode}
	}
	n := &yaml.Node{Kind: yaml.SequenceNode}
	var name []int
	if t := v.Type().Elem(); t.Kind() == reflect.Struct {
		name = shapeOf(t).name
	}
	if name != nil {
		n.Kind = yaml.MappingNode
	}
	for i := range v.Len() {
		if name != nil {
			n.Content = append(n.Content, keyNode(v.Index(i).FieldByIndex(name).String()))
		}
		n.Content = append(n.Content, nodeOf(v.Index(i)))
	}
	return n
}

func keyNode(name string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: clean(name)}
}

// flow writes a tree within one line.
func flow(n *yaml.Node) string {
	var parts []string
	for i, c := range n.Content {
		switch {
		case n.Kind == yaml.SequenceNode:
			parts = append(parts, flow(c))
		case i%2 == 1:
			parts = append(parts, scalar(n.Content[i-1].Value, true, 0)+": "+flow(c))
		}
	}
	switch n.Kind {
	case yaml.SequenceNode:
		return "[" + strings.Join(parts, ", ") + "]"
	case yaml.MappingNode:
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return scalar(n.Value, true, n.Style)
}

// block writes a tree after a key or a dash: what stands on the same line,
// with a space before it, and the lines below, indented by so many spaces.
func block(n *yaml.Node, indent int) (inline string, below []string) {
	margin := strings.Repeat(" ", indent)
	switch {
	case empty(n):
		return "", nil
	case n.Kind == yaml.ScalarNode && literally(n.Value):
		for line := range strings.SplitSeq(n.Value, "\n") {
			below = append(below, strings.TrimRight(margin+line, " "))
		}
		return " |", below
	case n.Kind == yaml.ScalarNode || len(n.Content) == 0:
		if n.Kind == yaml.ScalarNode {
			return " " + scalar(n.Value, false, n.Style), nil
		}
		return " " + flow(n), nil
	case n.Kind == yaml.SequenceNode:
		for _, c := range n.Content {
			below = append(below, blockRow(c, indent)...)
		}
		return "", below
	}
	for i := 0; i < len(n.Content); i += 2 {
		below = append(below, blockKey(n.Content[i], n.Content[i+1], indent)...)
	}
	return "", below
}

// blockRow writes a row of a list, the dash indented by so many spaces.
func blockRow(n *yaml.Node, indent int) []string {
	dash := strings.Repeat(" ", indent) + "-"
	inline, below := block(n, indent+2)
	if inline == "" && n.Kind == yaml.MappingNode && len(below) > 0 {
		inline, below = " "+strings.TrimLeft(below[0], " "), below[1:]
	}
	return append([]string{dash + inline}, below...)
}

// blockKey writes a key and its value, indented by so many spaces.
func blockKey(key, value *yaml.Node, indent int) []string {
	inline, below := block(value, indent+2)
	return append([]string{strings.Repeat(" ", indent) + scalar(key.Value, false, 0) + ":" + inline}, below...)
}

// literally tells whether a text is written line by line after a |: it has
// lines, and no spaces that this would lose.
func literally(s string) bool {
	if !strings.Contains(s, "\n") || strings.ContainsFunc(s, func(r rune) bool { return forbidden(r) != "" }) {
		return false
	}
	for line := range strings.SplitSeq(s, "\n") {
		if line != strings.TrimRight(line, " ") {
			return false
		}
	}
	return true
}

// isOdd tells whether a text has a line break, or a character that may stand in
// no file.
func isOdd(s string) bool {
	for _, r := range s {
		if (r < ' ' || r >= 0x7f) && (r == '\n' || forbidden(r) != "") {
			return true
		}
	}
	return false
}

// scalar writes a text on one line: in the quotation marks that the value
// had before, as it is where YAML takes it so, else in quotation marks.
func scalar(s string, inFlow bool, style yaml.Style) string {
	switch {
	case isOdd(s) || style&yaml.DoubleQuotedStyle != 0:
		return double(s)
	case style&yaml.SingleQuotedStyle == 0 && isPlain(s, inFlow):
		return s
	case style&yaml.SingleQuotedStyle != 0 || strings.ContainsAny(s, `"\`):
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return double(s)
}

// double writes a text within double quotation marks.
func double(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(`""`))
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case forbidden(r) != "":
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// isPlain tells whether YAML takes a text as it is. It says no more often
// than it must.
func isPlain(s string, inFlow bool) bool {
	switch {
	case s == "" || strings.ContainsRune("-?:,[]{}#&*!|>'\"%@`=<", rune(s[0])):
		return false
	case strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":"):
		return false
	case strings.HasPrefix(s, "..."):
		return false
	}
	return !inFlow || !strings.ContainsAny(s, ",[]{}") && !strings.Contains(s, ":")
}
