// Package source reads what people have written: it turns YAML into typed
// values, knows where each value stands, and tells everything that is wrong
// at once, in Swedish. It is the only door to the YAML library and to the
// library of field rules. It knows nothing of plans or patients.
package source

import (
	"bytes"
	"reflect"
	"slices"
	"sync"

	"go.yaml.in/yaml/v4"
)

// Options are how a file is judged beyond its type's own rules.
type Options struct {
	// Chars tells whether an embedded font has the character; nil means that
	// every character is allowed.
	Chars func(rune) bool

	// Proven says that the file is the program's own: a test has judged its
	// characters and its fields, so that nobody waits for it here.
	Proven bool
}

// File is a file that has been decoded: it knows where each value stands.
type File struct {
	Name string

	root  *yaml.Node        // nil where the file could not be understood
	text  []byte            // what the tree was made of
	again func() *yaml.Node // makes it again, of a file that is at rest
}

// Rest lets go of the file's tree, which is many times its text: a file that
// is kept for long is seldom asked where something stands. It is called
// before others see the file.
func (f *File) Rest() {
	if f.root == nil {
		return
	}
	text := f.text
	f.root, f.text = nil, nil
	f.again = sync.OnceValue(func() *yaml.Node { root, _ := parse(text); return root })
}

// tree is the file as it was understood, nil where it could not be.
func (f *File) tree() *yaml.Node {
	if f.again != nil {
		return f.again()
	}
	return f.root
}

// At is the position of a value by its path, e.g. "plan.mål[1].senast"; of
// the key where its value is empty, of the nearest value around it where it
// is missing.
func (f *File) At(path string) Position {
	at := f.tree()
	if at == nil {
		return Position{File: f.Name}
	}
	for n := at; n != nil && path != ""; {
		var key *yaml.Node
		if key, n, path = step(n, path); n == nil {
			break
		}
		at = n
		if key != nil && n.Kind == yaml.ScalarNode && n.Value == "" && n.Style&quoted == 0 {
			at = key
		}
	}
	return Position{f.Name, at.Line, at.Column}
}

// Has tells whether the key of a path is present in the file, also when its
// value is empty.
func (f *File) Has(path string) bool {
	n := f.tree()
	for n != nil && path != "" {
		_, n, path = step(n, path)
	}
	return n != nil
}

// written tells whether a value stands at a path.
func (f *File) written(path string) bool {
	n := f.tree()
	for n != nil && path != "" {
		_, n, path = step(n, path)
	}
	return n != nil && !blank(n)
}

// Problem is the problem that a rule of this package is broken at a path,
// e.g. "required" or "kontrakt", for those who judge it across fields. In the
// sentence {0} is the path's last key, {1} what it stands in, and args follow.
func (f *File) Problem(path, rule string, args ...string) Problem {
	return sentences.Problem(f.At(path), path, rule, append([]string{label(path), within(path)}, args...)...)
}

// Decode reads a YAML file into a pointer to a struct whose fields have
// `yaml` and `validate` tags, or to a list of rows with keys, and returns
// every problem: bytes, syntax, unknown keys, types and field rules. What
// could be read is in into, also when there are problems.
func Decode(name string, data []byte, into any, o Options) (*File, Problems) {
	f := &File{Name: name}
	clean, faults, ok := judgeBytes(data)
	if !ok {
		return f, f.tell(faults)
	}
	root, wrong := parse(clean)
	f.root, f.text = root, clean
	if wrong != nil {
		faults = append(faults, *wrong)
	}
	ps := f.tell(faults)
	if root != nil {
		r := &reader{file: f, options: o, into: reflect.TypeOf(into).Elem(), problems: ps, settled: map[string]bool{}}
		if bytes.Contains(clean, []byte("!")) {
			r.layout = layoutOf(clean)
		}
		r.fill(reflect.ValueOf(into).Elem())
		ps = r.problems
	}
	ps.Sort()
	return f, ps
}

// tell makes problems of faults in the text.
func (f *File) tell(faults []fault) Problems {
	var ps Problems
	for _, x := range faults {
		path := ""
		if f.root != nil {
			path = pathAt(f.root, "", x.line, x.column)
		}
		ps = append(ps, f.spelt(Position{f.Name, x.line, x.column}, path, x.rule, x.chars))
	}
	return ps
}

// DecodeFront reads a Markdown file that begins with YAML front matter
// between two lines of three hyphens. It returns the Markdown after it and
// the number of its first line.
func DecodeFront(name string, data []byte, into any, o Options) (f *File, body []byte, line int, ps Problems) {
	f = &File{Name: name}
	if _, faults, ok := judgeBytes(data); !ok {
		return f, nil, 0, f.tell(faults)
	}
	front, body, ok := cutFront(data)
	if !ok {
		return f, nil, 0, f.tell([]fault{{line: 1, column: 1, rule: "front"}})
	}
	f, ps = Decode(name, front, into, o)
	line = 2 + bytes.Count(front, []byte("\n"))
	ps = append(ps, f.judgeBody(body, line, o)...)
	ps.Sort()
	return f, body, line, ps
}

// FrontKey is the lines of one key at the left edge of a file's front matter,
// to be decoded as if there were no others; nil where there is none.
func FrontKey(data []byte, key string) []byte {
	front, _, _ := cutFront(data)
	lines := bytes.SplitAfter(front, []byte("\n"))
	begin := slices.IndexFunc(lines, func(line []byte) bool { return bytes.HasPrefix(line, []byte(key+":")) })
	if begin < 0 {
		return nil
	}
	end := begin + 1
	for end < len(lines) && goesOn(lines[end]) {
		end++
	}
	return bytes.Join(lines[begin:end], nil)
}

// goesOn tells whether a line belongs to the key at the left edge before it.
func goesOn(line []byte) bool {
	return len(bytes.TrimSpace(line)) == 0 || line[0] == ' ' || line[0] == '#' || bytes.HasPrefix(line, []byte("- "))
}

// cutFront parts the front matter, with its first line so that positions
// are those of the whole file, from the text after its last line.
func cutFront(data []byte) (front, body []byte, ok bool) {
	for start := 0; start < len(data); {
		end := len(data)
		if i := bytes.IndexByte(data[start:], '\n'); i >= 0 {
			end = start + i + 1
		}
		fence := bytes.Equal(bytes.TrimRight(bytes.TrimPrefix(data[start:end], bom), " \t\r\n"), []byte("---"))
		switch {
		case start == 0 && !fence:
			return nil, nil, false
		case start > 0 && fence:
			return data[:start], data[end:], true
		}
		start = end
	}
	return nil, nil, false
}
