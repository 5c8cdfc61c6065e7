package phrase

import (
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"

	"kontrakt/internal/source"
)

// Document is a kind of paper and the parts that its composer can make.
type Document struct {
	Name  string // "kontrakt"; its layout is <name>.yaml
	Parts []Known
	Staff bool // for staff, so in Swedish alone

	// Keywords tells that it is the text for the record, whose file has the
	// record's keywords in place of a layout.
	Keywords bool
}

// Book is the fixed words of every language and the layout of every document.
type Book struct {
	langs  []string                 // in alphabetical order
	tables map[string]func() *Table // read at most once
	sheets map[string]func() *sheet // by document, read at most once
	record string                   // the document that is the text for the record
}

// sheet is a document's file: its layout or, of the text for the record, the
// keywords. Both are nil where it could not be read.
type sheet struct {
	layout   *Layout
	record   *Record
	problems source.Problems
}

// Swedish is the language that every other falls back to.
const Swedish = "sv"

// Load reads every language and layout. A file of a later layer takes the
// place of the file with the same name in an earlier one. What is missing or
// misspelt is among the problems; a Book without errors makes composing safe.
func Load(documents []Document, layers ...fs.FS) (*Book, source.Problems) {
	b := newBook(documents)
	var ps source.Problems
	var judged source.Options
	for _, r := range readTables(list(layers, "ord/*.yaml"), layers, judged) {
		b.add(r.lang, func() *Table { return r.table })
		ps = append(ps, r.problems...)
	}
	if b.tables[Swedish] == nil {
		ps = append(ps, sentences.Problem(place(nil, "ord/sv.yaml"), "", "språk-saknas"))
	}
	for _, lang := range b.langs {
		b.tables[lang]().swedish = b.In(Swedish)
	}
	for _, name := range list(layers, "*.yaml") {
		s := b.readSheet(name, documents, layers, judged, b.langs)
		b.sheets[stem(name)] = func() *sheet { return s }
		ps = append(ps, s.problems...)
	}
	for _, d := range documents {
		if s := b.sheet(d.Name); s.layout == nil && s.record == nil {
			ps = append(ps, sentences.Problem(place(nil, d.Name+".yaml"), "", "dokument-saknas", d.Name))
		}
	}
	ps.Sort()
	return b, ps
}

// Open is Load of the program's own words alone, in which a test has found
// nothing wrong: each language and layout is read when it is first asked for,
// since a single paper waits for what is read.
func Open(documents []Document, own fs.FS) *Book {
	b, layers, proven := newBook(documents), []fs.FS{own}, source.Options{Proven: true}
	for _, name := range list(layers, "ord/*.yaml") {
		lang := stem(name)
		b.add(lang, sync.OnceValue(func() *Table {
			t, _ := readTable(name, layers, proven)
			t.swedish = t
			if lang != Swedish {
				t.swedish = b.In(Swedish)
			}
			return t
		}))
	}
	for _, name := range list(layers, "*.yaml") {
		b.sheets[stem(name)] = sync.OnceValue(func() *sheet { return b.readSheet(name, documents, layers, proven, nil) })
	}
	return b
}

func newBook(documents []Document) *Book {
	b := &Book{tables: make(map[string]func() *Table), sheets: make(map[string]func() *sheet)}
	if i := slices.IndexFunc(documents, func(d Document) bool { return d.Keywords }); i >= 0 {
		b.record = documents[i].Name
	}
	return b
}

// add adds a language, in alphabetical order.
func (b *Book) add(lang string, table func() *Table) {
	b.tables[lang], b.langs = table, append(b.langs, lang)
	slices.Sort(b.langs)
}

// stem is the language that a file has the words of, or its document.
func stem(name string) string { return strings.TrimSuffix(path.Base(name), ".yaml") }

// Langs are the languages that there are words for, in alphabetical order.
func (b *Book) Langs() []string { return slices.Clone(b.langs) }

// Has tells whether there are words for a language.
func (b *Book) Has(lang string) bool { return b.tables[lang] != nil }

// In is the words of a language, else the Swedish ones.
func (b *Book) In(lang string) *Table {
	if table := b.tables[lang]; table != nil {
		return table()
	}
	if table := b.tables[Swedish]; table != nil {
		return table()
	}
	return nil
}

// Layout is the parts of a document; nil when there is no such document.
func (b *Book) Layout(document string) *Layout { return b.sheet(document).layout }

// sheet is a document's file; an empty one when there is none.
func (b *Book) sheet(document string) *sheet {
	if read := b.sheets[document]; read != nil {
		return read()
	}
	return &sheet{}
}

// list is the names that match in any layer, each once, sorted.
func list(layers []fs.FS, pattern string) []string {
	var all []string
	for _, l := range layers {
		found, _ := fs.Glob(l, pattern) // the only error is that of a bad pattern
		all = append(all, found...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Layer is a folder of words and layouts with a name that people know it by.
type Layer struct {
	fs.FS
	Name string
}

// place is where people find a file: in a folder with a name of its own, else
// in the program's, which is called templates.
func place(layer fs.FS, name string) source.Position {
	folder := "templates"
	if l, ok := layer.(Layer); ok {
		folder = l.Name
	}
	return source.Position{File: path.Join(folder, name)}
}

// read is a file's bytes in the last layer that has it, and where that is.
func read(name string, layers []fs.FS) (data []byte, at source.Position, ps source.Problems) {
	for _, l := range slices.Backward(layers) {
		data, err := fs.ReadFile(l, name)
		if err == nil {
			return data, place(l, name), nil
		}
		if _, missing := fs.Stat(l, name); missing == nil {
			at = place(l, name)
			break // it is there, but cannot be read
		}
	}
	return nil, at, source.Problems{sentences.Problem(at, "", "fil-oläsbar")}
}

// tableRead is a language that has been read.
type tableRead struct {
	lang     string
	table    *Table
	problems source.Problems
}

// readTables reads languages beside each other, since a single paper waits
// for all of them.
func readTables(names []string, layers []fs.FS, o source.Options) []tableRead {
	all := make([]tableRead, len(names))
	var reading sync.WaitGroup
	for i, name := range names {
		reading.Go(func() {
			t, found := readTable(name, layers, o)
			all[i] = tableRead{stem(name), t, found}
		})
	}
	reading.Wait()
	return all
}

func readTable(name string, layers []fs.FS, o source.Options) (*Table, source.Problems) {
	data, at, ps := read(name, layers)
	if ps != nil {
		return &Table{}, ps
	}
	t := &Table{}
	file, ps := source.Decode(at.File, data, t, o)
	if ps.Err() == nil && !o.Proven { // a broken file lacks words for another reason
		c := checker{file: file, swedish: path.Base(name) == Swedish+".yaml"}
		c.fields(reflect.ValueOf(*t), "")
		ps = append(ps, c.ps...)
	}
	t.keep = newKeeper(t)
	return t, ps
}

// readSheet reads a layout, and looks for its headings in the languages.
func (b *Book) readSheet(name string, documents []Document, layers []fs.FS, o source.Options, langs []string) *sheet {
	data, at, ps := read(name, layers)
	if ps != nil {
		return &sheet{problems: ps}
	}
	document := stem(name)
	i := slices.IndexFunc(documents, func(d Document) bool { return d.Name == document })
	if i >= 0 && documents[i].Keywords {
		return readRecord(at.File, data, documents[i].Parts, o)
	}
	l := &Layout{Document: document}
	file, ps := source.Decode(at.File, data, l, o)
	c := checker{file: file}
	switch {
	case ps.Err() != nil:
	case i < 0:
		c.tell("", "dokument-okänt", document, strings.Join(documentNames(documents), ", "))
	default:
		c.layout(l, documents[i].Parts)
		for _, lang := range langs {
			if documents[i].Staff && lang != Swedish {
				continue
			}
			c.headings(l, lang, b.In(lang))
		}
	}
	return &sheet{layout: l, problems: append(ps, c.ps...)}
}

func documentNames(ds []Document) []string {
	all := make([]string, len(ds))
	for i, d := range ds {
		all[i] = d.Name
	}
	return all
}
