// Package source reads what people have written: it turns YAML into typed
// values, knows where each value stands, and tells everything that is wrong
// at once, in Swedish. It is the only door to the YAML library and to the
// library of field rules. It knows nothing of plans or patients.
package source

// Options are how a file is judged beyond its type's own rules.
type Options struct {
	// Chars tells whether an embedded font has the character; nil means that
	// every character is allowed.
	Chars func(rune) bool
}

// File is a file that has been decoded: it knows where each value stands.
type File struct {
	Name string
}

// At is the position of a value by its path, e.g. "plan.mål[1].senast"; of
// the nearest value around it where that one is missing.
func (f *File) At(path string) Position { return Position{File: f.Name} }

// Has tells whether the key of a path is present in the file, also when its
// value is empty.
func (f *File) Has(path string) bool { return false }

// Decode reads a YAML file into a pointer to a struct whose fields have
// `yaml` and `validate` tags, and returns every problem: bytes, syntax,
// unknown keys, types and field rules. What could be read is in into, also
// when there are problems.
func Decode(name string, data []byte, into any, o Options) (*File, Problems) {
	return &File{Name: name}, nil
}

// DecodeFront reads a Markdown file that begins with YAML front matter
// between two lines of three hyphens. It returns the Markdown after it and
// the number of its first line.
func DecodeFront(name string, data []byte, into any, o Options) (f *File, body []byte, line int, ps Problems) {
	return &File{Name: name}, nil, 0, nil
}
