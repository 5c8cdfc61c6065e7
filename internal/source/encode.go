package source

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Encode writes a struct that Decode could have read as a YAML text: one key
// a line, in the order of the fields, empty ones left out. A text that
// another reader of YAML might take for a number, a date or a yes stands in
// quotation marks.
func Encode(v any) []byte { return Append(nil, v) }

// Append is Encode in the memory that comes after a text.
func Append(text []byte, v any) []byte {
	const ordinary = 8 << 10 // bytes of a plan
	e := &encoder{out: slices.Grow(text, ordinary)}
	e.keys(reflect.Indirect(reflect.ValueOf(v)), 0, "")
	return e.out
}

// encoder writes values one after the other, without a tree between.
type encoder struct{ out []byte }

func (e *encoder) add(texts ...string) {
	for _, s := range texts {
		e.out = append(e.out, s...)
	}
}

func (e *encoder) margin(indent int) {
	for range indent {
		e.out = append(e.out, ' ')
	}
}

// keys writes the keys of a struct, each on a line with a margin; the first
// has lead in its place, as after the dash of a row.
func (e *encoder) keys(v reflect.Value, indent int, lead string) {
	for _, k := range shapeOf(v.Type()).keys {
		f := v.FieldByIndex(k.index)
		if hollow(f) && (!k.kept || f.IsNil()) {
			continue
		}
		if lead == "" {
			e.margin(indent)
		}
		e.add(lead, k.name, ":")
		lead = ""
		e.value(f, indent)
	}
}

// value writes what stands after a key or a dash, to the end of its last line.
func (e *encoder) value(v reflect.Value, indent int) {
	if day, ok := reflect.TypeAssert[Date](v); ok {
		e.add(" ", day.String(), "\n")
		return
	}
	if when, ok := reflect.TypeAssert[When](v); ok {
		e.when(when, indent)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		e.value(v.Elem(), indent)
	case reflect.Int:
		e.add(" ", strconv.FormatInt(v.Int(), 10), "\n")
	case reflect.String:
		e.text(v.String(), indent)
	case reflect.Struct:
		e.add("\n")
		e.keys(v, indent+2, "")
	case reflect.Slice:
		e.rows(v, indent+2)
	default:
		panic("source: no way to write " + v.Type().String())
	}
}

func (e *encoder) when(w When, indent int) {
	if w.Words != "" {
		e.text(w.Words, indent)
		return
	}
	e.add(" ", w.String(), "\n")
}

// rows writes a list, or the rows of a map whose keys are not known beforehand.
func (e *encoder) rows(v reflect.Value, indent int) {
	if v.Len() == 0 {
		e.add(" []\n")
		return
	}
	e.add("\n")
	named := rowShape(v.Type())
	for i := range v.Len() {
		row := v.Index(i)
		e.margin(indent)
		switch {
		case named != nil && named.row != nil:
			e.add(scalar(row.FieldByIndex(named.name).String(), false, 0), ":")
			e.value(row.FieldByIndex(named.row.index), indent)
		case row.Kind() == reflect.Struct:
			e.add("-")
			e.keys(row, indent+2, " ")
		default:
			e.add("-")
			e.value(row, indent)
		}
	}
}

// text writes a text as it is, in quotation marks, or line by line.
func (e *encoder) text(s string, indent int) {
	s = clean(s)
	switch {
	case literally(s):
		e.add(" |\n")
		for line := range strings.SplitSeq(s, "\n") {
			if line != "" {
				e.margin(indent + 2)
			}
			e.add(line, "\n")
		}
	case isWords(s):
		e.add(" ", s, "\n")
	default:
		e.add(" ", double(s), "\n")
	}
}

// isWords tells whether every reader of YAML takes a text for a text.
func isWords(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(first) && isPlain(s, false) && (len(s) > 5 || !slices.Contains(notWords, strings.ToLower(s))) && !isOdd(s)
}

// notWords are what YAML readers, old and new, take for something else.
var notWords = []string{"null", "true", "false", "yes", "no", "on", "off", "y", "n"}

// hollow tells whether there is nothing to write.
func hollow(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return strings.TrimSpace(v.String()) == ""
	case reflect.Slice:
		return v.Len() == 0
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanInterface() && !hollow(f) {
				return false
			}
		}
		return true
	}
	return v.IsZero()
}
