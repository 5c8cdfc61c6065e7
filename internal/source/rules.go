package source

import (
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"
)

// rules is the judge of fields. It remembers each type's tags, so it is made
// once.
var rules = sync.OnceValue(func() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterCustomTypeFunc(isWritten, Date{}, When{})
	v.RegisterAlias("kontrakt", "required")
	v.RegisterAlias("scale", "min=0,max=10")
	v.RegisterAlias("https", "https_url")
	v.RegisterAlias("lang", "bcp47_language_tag|eq=sv-lattlast") // to BCP 47 lattlast is no variant
	for tag, holds := range map[string]func(string) bool{
		"id":     isID,
		"device": func(s string) bool { return !isDevice(s) },
		"ref":    func(s string) bool { a, b, ok := strings.Cut(s, "/"); return ok && isID(a) && isID(b) },
		"icd10":  isICD10,
		"file":   func(s string) bool { return s != "." && s != ".." && !strings.ContainsAny(s, `/\:`) },
	} {
		// only a name given twice or an empty one is an error here
		_ = v.RegisterValidation(tag, func(f validator.FieldLevel) bool { return holds(f.Field().String()) })
	}
	return v
})

// isWritten is a day or a time as rules see it: no rule asks what it is, only
// whether it is there.
func isWritten(f reflect.Value) any {
	if f.IsZero() {
		return ""
	}
	return "written"
}

// isID tells whether a text is letters, digits and hyphens, and begins with no
// hyphen.
func isID(s string) bool {
	const longest = 63
	for i := range len(s) {
		c := s[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if !letter && (c != '-' || i == 0) {
			return false
		}
	}
	return len(s) > 0 && len(s) <= longest
}

// IsID tells whether a text may be an id, which names files: letters, digits
// and hyphens, and no device of Windows.
func IsID(s string) bool { return isID(s) && !isDevice(s) }

const capitals, digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"

// hasOnly tells whether a text is written with no other characters.
func hasOnly(s, chars string) bool { return strings.Trim(s, chars) == "" }

func isDevice(s string) bool {
	s = strings.ToLower(s)
	if len(s) == len("com1") && hasOnly(s[3:], digits) {
		return s[:3] == "com" || s[:3] == "lpt"
	}
	return s == "con" || s == "prn" || s == "aux" || s == "nul"
}

// isICD10 tells whether a text is a code as M79 or M79.7, with or without its
// point.
func isICD10(s string) bool {
	const most = 4 // characters after the first three
	if len(s) < 3 || !hasOnly(s[:1], capitals) || !hasOnly(s[1:3], digits) {
		return false
	}
	rest := strings.TrimPrefix(s[3:], ".")
	return s[3:] == "" || rest != "" && len(rest) <= most && hasOnly(rest, capitals+digits)
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
	failed, _ := rules().Struct(v.Addr().Interface()).(validator.ValidationErrors)
	for _, e := range failed {
		_, fields, _ := strings.Cut(e.StructNamespace(), ".")
		r.broken(e, trace(v, path, fields))
	}
}

// A place is a field by its path in the file and the struct it is in.
type place struct {
	path   string
	parent reflect.Value
}

// trace follows Go names such as Plan.Goals[1].Text to the field's path in
// the file.
func trace(v reflect.Value, path, fields string) place {
	at := place{path: path}
	for part := range strings.SplitSeq(fields, ".") {
		part, numbers, _ := strings.Cut(part, "[")
		v = reflect.Indirect(v)
		f, _ := v.Type().FieldByName(part)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if !f.Anonymous && name != "" {
			at = place{join(at.path, name), v}
		}
		v = v.FieldByIndex(f.Index)
		for number := range strings.SplitSeq(strings.ReplaceAll(numbers, "]", ""), "[") {
			i, err := strconv.Atoi(number)
			if err != nil {
				break
			}
			v = reflect.Indirect(v).Index(i)
			at.path = rowPath(v, at.path, i)
		}
	}
	return at
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
func (r *reader) broken(e validator.FieldError, at place) {
	if r.told(at.path) {
		return
	}
	rule, arg := e.Tag(), e.Param()
	switch rule {
	case "oneof":
		arg = listed(choices(e.Param()))
	case "min", "max", "gte", "lte", "len":
		rule += kindWord(e.Kind())
	case "required", "kontrakt":
		if e.Kind() == reflect.Int && r.file.written(at.path) {
			rule = "zero"
		}
	case "required_without":
		rule, arg = "alone", keyOf(at, arg)
	case "required_with":
		rule, arg = "with", keyOf(at, arg)
	}
	text := rule
	if _, ok := sentences[rule]; !ok {
		text = "rule"
	}
	p := r.file.Problem(at.path, text, arg, "")
	p.Rule = rule
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
