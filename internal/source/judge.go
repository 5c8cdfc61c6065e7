package source

import (
	"reflect"
	"strings"
)

// A rule is what the tag of a field says of it: required, min=1.
type rule struct {
	name, arg string
	holds     test
}

// A tag is the rules of a value, in order: the first one broken is told.
type tag struct {
	optional bool // omitempty: they are rules of a value that is there
	rules    []rule
	fields   bool // the value has fields, which have tags of their own
	rows     *tag // dive: of each row of a list; nil where rows are not judged
}

// newTag reads the tag of a value of a type.
func newTag(text string, of reflect.Type) *tag {
	t := &tag{fields: hasFields(of)}
	for text != "" {
		var part string
		part, text, _ = strings.Cut(text, ",")
		switch name, arg, _ := strings.Cut(part, "="); name {
		case "dive":
			t.rows = newTag(text, of.Elem())
			return t
		case "omitempty":
			t.optional = true
		default:
			makes, ok := rules[name]
			if !ok {
				panic("source: no rule " + name)
			}
			t.rules = append(t.rules, rule{name, arg, makes(arg)})
		}
	}
	return t
}

// hasFields tells whether a type is made of fields, and is not one with a way
// of its own of being read.
func hasFields(t reflect.Type) bool {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind() == reflect.Struct && !reflect.PointerTo(t).Implements(reflect.TypeFor[literal]())
}

// A place is where a value stands: the struct that it is in, by its path in the
// file, and its key there. A row of a list has the path itself.
type place struct {
	path, key string
	parent    reflect.Value
}

func (p place) full() string {
	if p.key == "" {
		return p.path
	}
	return join(p.path, p.key)
}

// judge applies the rules of the fields to what was read.
func (r *reader) judge(v reflect.Value) {
	if v.Kind() == reflect.Struct {
		r.judgeStruct(v, "")
		return
	}
	for i := range v.Len() {
		r.judgeStruct(v.Index(i), rowPath(v.Index(i), "", i))
	}
}

func (r *reader) judgeStruct(v reflect.Value, path string) {
	s := shapeOf(v.Type())
	for i := range s.judged {
		f := &s.judged[i]
		r.judgeValue(v.FieldByIndex(f.index), f.tag, place{path, f.key, v})
	}
}

// judgeValue applies the rules of a value and then, where it keeps them, of
// what is in it.
func (r *reader) judgeValue(v reflect.Value, t *tag, at place) {
	if t.optional && !isThere(v) {
		return
	}
	for i := range t.rules {
		if !t.rules[i].holds(v, at.parent) {
			r.broken(&t.rules[i], reflect.Indirect(v).Kind(), at)
			return
		}
	}
	switch v = reflect.Indirect(v); {
	case t.fields && v.IsValid():
		r.judgeStruct(v, at.full())
	case t.rows != nil:
		for i := range v.Len() {
			row := v.Index(i)
			r.judgeValue(row, t.rows, place{path: rowPath(row, at.full(), i), parent: at.parent})
		}
	}
}

// rowPath is the path of a row: by its own key in a map, else by its number.
func rowPath(v reflect.Value, path string, i int) string {
	if v.Kind() == reflect.Struct {
		if name := shapeOf(v.Type()).name; name != nil {
			if v.FieldByIndex(name).String() == "" {
				return path
			}
			return join(path, v.FieldByIndex(name).String())
		}
	}
	return row(path, i)
}

// broken tells of a rule that a field broke, unless something is told of it
// already: a value that could not be read is not missing as well.
func (r *reader) broken(rule *rule, kind reflect.Kind, at place) {
	path := at.full()
	if r.told(path) {
		return
	}
	name, arg := rule.name, rule.arg
	switch name {
	case "oneof":
		arg = listed(choices(arg))
	case "min", "max", "len":
		name += kindWord(kind)
	case "required", "kontrakt":
		if kind == reflect.Int && r.file.written(path) {
			name = "zero"
		}
	case "required_without":
		name, arg = "alone", keyOf(at, arg)
	case "required_with":
		name, arg = "with", keyOf(at, arg)
	}
	text := name
	if _, ok := sentences[name]; !ok {
		text = "rule"
	}
	p := r.file.Problem(path, text, arg, "")
	p.Rule = name
	r.problems = append(r.problems, p)
}

// told tells whether enough is told of a path or of a value around it.
func (r *reader) told(path string) bool {
	for len(r.settled) > 0 && path != "" {
		if r.settled[path] {
			return true
		}
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
	return false
}

// keyOf is the key of another field of the same struct.
func keyOf(at place, field string) string {
	f, _ := at.parent.Type().FieldByName(field)
	name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	return label(name)
}

// kindWord tells apart the sentences on the length of a text and of a list,
// and on the size of a number.
func kindWord(k reflect.Kind) string {
	switch k {
	case reflect.String:
		return "-text"
	case reflect.Slice:
		return "-list"
	}
	return ""
}
