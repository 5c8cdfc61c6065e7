package source

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"
)

// A shape is how a Go struct looks in a file: its keys, in order.
type shape struct {
	keys []key
	name []int // the field tagged ",key": the row's own key in its map; nil where there is none
	row  *key  // the field tagged ",value": all that stands at that key; nil where there is none
}

// A key is a field of a Go struct as it is written in a file.
type key struct {
	name   string
	index  []int
	kept   bool     // an empty list is kept, as an empty one that is not nil
	bare   bool     // a value without its keys is one row without a name
	choice []string // the closed list of its rule oneof
	prose  bool     // a free text: no rule tells what it may be
}

// closed are the rules that say of a text what it may be; a text without any
// of them is prose.
var closed = []string{"oneof", "id", "ref", "lang", "https", "icd10", "file"}

// shapes are those of the types that have been asked for: tags never change.
var shapes sync.Map

// shapeOf is the shape of a struct.
func shapeOf(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	s := readShape(t)
	shapes.Store(t, s)
	return s
}

// readShape reads the tags of a struct: `yaml:"name,option"`. The options are
// key, value, kept and bare. Fields of an embedded struct count as its own.
func readShape(t reflect.Type) *shape {
	s := &shape{keys: make([]key, 0, t.NumField())}
	s.read(t, nil)
	return s
}

// read adds the fields of a struct that stands within another, or by itself.
func (s *shape) read(t reflect.Type, within []int) {
	for i := range t.NumField() {
		f := t.Field(i)
		f.Index = append(slices.Clip(within), i)
		if f.Anonymous {
			s.read(f.Type, f.Index)
			continue
		}
		name, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if !f.IsExported() || name == "-" {
			continue
		}
		k := key{name: name, index: f.Index, kept: option == "kept", bare: option == "bare"}
		k.judge(f.Tag.Get("validate"))
		switch {
		case option == "key":
			s.name = f.Index
		case option == "value":
			s.row = &k
		case name != "":
			s.keys = append(s.keys, k)
		}
	}
}

// judge takes from the rules of a field what decides how it is read.
func (k *key) judge(rules string) {
	k.prose = true
	for rule := range strings.SplitSeq(rules, ",") {
		name, list, _ := strings.Cut(rule, "=")
		if name == "oneof" {
			k.choice = choices(list)
		}
		if slices.Contains(closed, name) {
			k.prose = false
		}
	}
}

// choices splits a list as the rule oneof has it: words, or texts within '.
func choices(list string) []string {
	var all []string
	for i, part := range strings.Split(list, "'") {
		if i%2 == 1 {
			all = append(all, part)
		} else {
			all = append(all, strings.Fields(part)...)
		}
	}
	return all
}

func (s *shape) find(name string) (key, bool) {
	for i := range s.keys {
		if s.keys[i].name == name {
			return s.keys[i], true
		}
	}
	return key{}, false
}

func (s *shape) names() []string {
	names := make([]string, len(s.keys))
	for i, k := range s.keys {
		names[i] = k.name
	}
	return names
}

// homes are the paths, without numbers, of the mappings in a type that have
// a certain key; "" is the file itself.
func homes(t reflect.Type, name string) []string {
	var found []string
	var visit func(t reflect.Type, path string, above []reflect.Type)
	visit = func(t reflect.Type, path string, above []reflect.Type) {
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct || slices.Contains(above, t) {
			return
		}
		for _, k := range shapeOf(t).keys {
			if k.name == name {
				found = append(found, path)
			}
			visit(t.FieldByIndex(k.index).Type, join(path, k.name), append(above, t))
		}
	}
	visit(t, "", nil)
	return found
}

// rowShape is the shape of the rows of a map whose keys are not known
// beforehand; nil for another type.
func rowShape(t reflect.Type) *shape {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == nil || t.Kind() != reflect.Slice || t.Elem().Kind() != reflect.Struct {
		return nil
	}
	if s := shapeOf(t.Elem()); s.name != nil {
		return s
	}
	return nil
}

// stepType is the type of what stands at a key of a type, or in a row where
// there is no key; nil where it is not known.
func stepType(t reflect.Type, at *yaml.Node) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	rows := rowShape(t)
	switch {
	case t == nil:
		return nil
	case rows != nil && rows.row != nil:
		return t.Elem().FieldByIndex(rows.row.index).Type
	case t.Kind() == reflect.Slice:
		return t.Elem()
	case t.Kind() == reflect.Struct && at != nil:
		if k, ok := shapeOf(t).find(text(at)); ok {
			return t.FieldByIndex(k.index).Type
		}
	}
	return nil
}

// orderOf are the keys of a type in the order of its fields.
func orderOf(t reflect.Type) []string {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == nil || t.Kind() != reflect.Struct {
		return nil
	}
	return shapeOf(t).names()
}
