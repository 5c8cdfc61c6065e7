package source

import (
	"net/url"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// A test tells whether a field keeps a rule; parent is the struct that it is in.
type test func(v, parent reflect.Value) bool

// rules are what a tag can say of a field, by name: each makes the test of
// its argument.
var rules = map[string]func(arg string) test{
	"required":         func(string) test { return required },
	"kontrakt":         func(string) test { return required },
	"required_with":    func(other string) test { return requiredWhere(other, true) },
	"required_without": func(other string) test { return requiredWhere(other, false) },
	"min":              sized(func(n, least int) bool { return n >= least }),
	"max":              sized(func(n, most int) bool { return n <= most }),
	"len":              sized(func(n, want int) bool { return n == want }),
	"eq":               sized(func(n, want int) bool { return n == want }),
	"scale":            sized(func(n, _ int) bool { return n >= 0 && n <= 10 }),
	"oneof":            oneOf,
	"id":               spelled(isID),
	"device":           spelled(func(s string) bool { return !isDevice(s) }),
	"ref":              spelled(isReference),
	"icd10":            spelled(isICD10),
	"file":             spelled(isFileName),
	"https":            spelled(isHTTPS),
	"lang":             spelled(isLanguage),
	"semver":           spelled(isVersion),
}

func required(v, _ reflect.Value) bool { return isThere(v) }

// requiredWhere: where another field is there, or is not.
func requiredWhere(other string, there bool) test {
	return func(v, parent reflect.Value) bool {
		return isThere(parent.FieldByName(other)) != there || isThere(v)
	}
}

// isThere tells whether a field has a value. An empty list is one.
func isThere(v reflect.Value) bool {
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Pointer {
		return !v.IsNil()
	}
	return !v.IsZero()
}

// sized is a rule of a number, of how many rows a list has, or of how many
// characters a text.
func sized(holds func(n, arg int) bool) func(string) test {
	return func(arg string) test {
		limit := number(arg)
		return func(v, _ reflect.Value) bool {
			switch v = reflect.Indirect(v); v.Kind() {
			case reflect.Int:
				return holds(int(v.Int()), limit)
			case reflect.Slice:
				return holds(v.Len(), limit)
			}
			return holds(utf8.RuneCountInString(v.String()), limit)
		}
	}
}

// spelled is a rule of a text.
func spelled(holds func(string) bool) func(string) test {
	return func(string) test {
		return func(v, _ reflect.Value) bool { return holds(v.String()) }
	}
}

func oneOf(list string) test {
	known := choices(list)
	return func(v, _ reflect.Value) bool { return slices.Contains(known, v.String()) }
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

const (
	capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	letters  = capitals + "abcdefghijklmnopqrstuvwxyz"
	digits   = "0123456789"
)

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

// isReference tells whether a text is the name of a template's line.
func isReference(s string) bool {
	template, line, ok := strings.Cut(s, "/")
	return ok && isID(template) && isID(line)
}

// isFileName tells whether a text names a file of the same folder.
func isFileName(s string) bool { return s != "." && s != ".." && !strings.ContainsAny(s, `/\:`) }

func isHTTPS(s string) bool {
	address, err := url.Parse(s)
	return err == nil && address.Scheme == "https" && address.Host != ""
}

// isLanguage tells whether a text is a tag of BCP 47, to which lattlast is no
// variant.
func isLanguage(s string) bool {
	_, err := language.Parse(s)
	return err == nil || s == "sv-lattlast"
}

// isVersion tells whether a text is a version as semver.org has it.
func isVersion(s string) bool {
	rest, build, built := strings.Cut(s, "+")
	core, early, isEarly := strings.Cut(rest, "-")
	numbers := strings.Split(core, ".")
	all := func(parts string, is func(string) bool) bool {
		return !slices.ContainsFunc(strings.Split(parts, "."), func(part string) bool { return !is(part) })
	}
	word := func(s string) bool { return s != "" && hasOnly(s, letters+digits+"-") }
	whole := func(s string) bool { return s != "" && hasOnly(s, digits) && (s == "0" || s[0] != '0') }
	return len(numbers) == 3 && all(core, whole) && (!built || all(build, word)) &&
		(!isEarly || all(early, func(s string) bool { return word(s) && (!hasOnly(s, digits) || whole(s)) }))
}
