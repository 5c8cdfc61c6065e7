package plan

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"kontrakt/internal/source"
)

// Layer is a folder of templates: the program's own, or a clinic's.
type Layer struct {
	Name    string // stands before the file's name in positions, e.g. "plans"
	FS      fs.FS
	BuiltIn bool // the program's own; a clinic's folder may have the same name
}

// judged is how the layer's files are judged: only the program's own may be
// taken as proven.
func (l Layer) judged(o source.Options) source.Options {
	o.Proven = o.Proven && l.BuiltIn
	return o
}

// Library is all templates. A file of a later layer is used in place of the
// earlier one of the same name. A template is read when it is first asked
// for; a Library is safe for concurrent use.
type Library struct {
	layers   []Layer
	options  source.Options
	files    map[key]*file
	langs    map[string][]string // of each id: Swedish, then the others, sorted
	orphans  []*file             // translations without a template
	ids      []string
	measures func() ([]Measure, source.Problems)
}

// key is a template in a language.
type key struct{ id, lang string }

// file is one file of the library.
type file struct {
	key
	layer int
	name  string
	under *file                                 // of an earlier layer, when this one is used in its place
	read  func() (*Definition, source.Problems) // at most once
	codes func() []string                       // likewise
}

// Open lists the templates of the layers and reads none.
func Open(o source.Options, layers ...Layer) *Library {
	l := &Library{layers: layers, options: o, files: map[key]*file{}, langs: map[string][]string{}}
	l.measures = sync.OnceValues(func() ([]Measure, source.Problems) { return readMeasures(layers, o) })
	for i, layer := range layers {
		names, _ := fs.Glob(layer.FS, "*.md") // the pattern is right, and else Glob has no errors
		for _, name := range names {
			l.add(i, name)
		}
	}
	l.settle()
	return l
}

// add takes a file called <id>.md or <id>.<language>.md.
func (l *Library) add(layer int, name string) {
	stem := strings.TrimSuffix(name, ".md")
	if stem == "README" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") {
		return
	}
	id, lang, _ := strings.Cut(stem, ".")
	f := &file{key: key{id, cmp.Or(lang, Swedish)}, layer: layer, name: name}
	f.read = sync.OnceValues(func() (*Definition, source.Problems) { return l.read(f) })
	f.codes = sync.OnceValue(func() []string { return l.readCodes(f) })
	f.under = l.files[f.key]
	l.files[f.key] = f
}

// settle lists the ids, and leaves out translations of an earlier layer than
// their template: they translate a text that is no longer used.
func (l *Library) settle() {
	for k, f := range l.files {
		base := l.files[key{k.id, Swedish}]
		switch {
		case base == nil:
			l.orphans = append(l.orphans, f)
			delete(l.files, k)
		case f == base:
			l.ids = append(l.ids, k.id)
		case f.layer < base.layer:
			delete(l.files, k)
		}
	}
	for k := range l.files {
		l.langs[k.id] = append(l.langs[k.id], k.lang)
	}
	for _, langs := range l.langs {
		slices.Sort(langs)
		if i := slices.Index(langs, Swedish); i > 0 {
			copy(langs[1:], langs[:i])
			langs[0] = Swedish
		}
	}
	slices.Sort(l.ids)
	slices.SortFunc(l.orphans, func(a, b *file) int { return strings.Compare(a.name, b.name) })
}

// IDs are the ids of all templates, sorted.
func (l *Library) IDs() []string { return slices.Clone(l.ids) }

// Nearest is the template id that a misspelt one most likely means, or "".
func (l *Library) Nearest(id string) string { return source.Nearest(id, l.ids) }

// Guess is the id of the template that a word most likely means: by its id,
// by its name, or as a part of just one of them; else "". It reads templates.
func (l *Library) Guess(word string) string {
	if near := l.Nearest(word); near != "" {
		return near
	}
	word = strings.ToLower(word)
	byName := map[string]string{}
	var names, holding []string
	for _, id := range l.ids {
		d, _ := l.Definition(id, Swedish)
		byName[d.Name] = id
		names = append(names, d.Name)
		if len(word) > 2 && (strings.Contains(id, word) || strings.Contains(strings.ToLower(d.Name), word)) {
			holding = append(holding, id)
		}
	}
	if near := source.Nearest(word, names); near != "" {
		return byName[near]
	}
	if len(holding) == 1 {
		return holding[0]
	}
	return ""
}

// Has tells whether there is a template with an id.
func (l *Library) Has(id string) bool {
	_, ok := slices.BinarySearch(l.ids, id)
	return ok
}

// Languages are the languages that a template is written in: Swedish, then
// the others, sorted.
func (l *Library) Languages(id string) []string { return slices.Clone(l.langs[id]) }

// Written is the language that a template has for a wanted one: the same,
// the same without its region (en for en-GB), else "". No wanted language
// means Swedish.
func (l *Library) Written(id, lang string) string {
	lang = strings.ToLower(cmp.Or(lang, Swedish))
	base, region, _ := strings.Cut(lang, "-")
	for _, want := range []string{lang, base} {
		if want == base && lang != base && len(region) != len("GB") {
			break
		}
		for _, k := range l.langs[id] {
			if strings.ToLower(k) == want {
				return k
			}
		}
	}
	return ""
}

// Definition is a template in a language, Swedish where it has not been
// translated, with every problem of its files; nil when there is no such
// template.
func (l *Library) Definition(id, lang string) (*Definition, source.Problems) {
	f := l.files[key{id, cmp.Or(l.Written(id, lang), Swedish)}]
	if f == nil {
		return nil, nil
	}
	d, ps := f.read()
	return d, slices.Clone(ps) // callers sort and add
}

// Under is the program's own template, in Swedish, that a clinic's is used in
// place of; nil when there is none.
func (l *Library) Under(id string) *Definition {
	f := l.files[key{id, Swedish}]
	for f != nil && f.under != nil {
		if f = f.under; l.layers[f.layer].BuiltIn {
			d, _ := f.read()
			return d
		}
	}
	return nil
}

// Line is the line that <template>/<line> names, in Swedish.
func (l *Library) Line(ref string) (Line, bool) {
	id, name, _ := strings.Cut(ref, "/")
	d, _ := l.Definition(id, Swedish)
	if d == nil {
		return Line{}, false
	}
	return d.Line(name)
}

// Check reads the whole library, with nothing taken as proven, and returns all
// its problems.
func (l *Library) Check() source.Problems {
	if o := l.options; o.Proven {
		o.Proven = false
		return Open(o, l.layers...).Check()
	}
	_, ps := l.measures()
	for _, id := range l.ids {
		for _, lang := range l.Languages(id) {
			_, found := l.Definition(id, lang)
			ps = append(ps, found...)
		}
	}
	for _, f := range l.orphans {
		ps = append(ps, sentences.Problem(source.Position{File: l.path(f)}, "", "föräldralös", f.id))
	}
	ps.Sort()
	return slices.Compact(ps)
}
