package plan

import (
	"io/fs"
	"path"

	"kontrakt/internal/prose"
	"kontrakt/internal/source"
)

// path is a file's name in positions.
func (l *Library) path(f *file) string { return path.Join(l.layers[f.layer].Name, f.name) }

// read decodes and judges a template, or lays a translation over it.
func (l *Library) read(f *file) (*Definition, source.Problems) {
	if f.lang != Swedish {
		return l.readTranslation(f)
	}
	d := &Definition{}
	text, ps := l.decode(f, d, &d.file)
	layer := l.layers[f.layer]
	d.written, d.ID, d.Layer, d.BuiltIn = d.ID, f.id, layer.Name, layer.BuiltIn
	d.take(text)
	d.number()
	d.own, d.words = d.lines, d.file
	ps = append(ps, l.check(d)...)
	ps.Sort()
	d.file.Rest()
	return d, ps
}

// take makes prose that has been read the definition's own.
func (d *Definition) take(text *prose.Text) {
	d.Prose, d.ProseAt, d.References = text.Blocks, text.At, text.References
	ids := make([]string, len(text.References))
	d.Unsourced = false
	for i, r := range text.References {
		_, known := d.Source(r.ID)
		ids[i], d.Unsourced = r.ID, d.Unsourced || !known
	}
	d.ProseSources = d.Cited(ids)
}

// Codes are the diagnosis codes of a template. A plan asks them of every
// template that its own knows of, and nothing else of most, so no more is read
// where they stand in the plain way.
func (l *Library) Codes(id string) []string {
	f := l.files[key{id, Swedish}]
	if f == nil {
		return nil
	}
	return f.codes()
}

func (l *Library) readCodes(f *file) []string {
	layer := l.layers[f.layer]
	data, _ := fs.ReadFile(layer.FS, f.name) // what cannot be read is told when all of it is
	var head struct {
		ICD10 []string `yaml:"icd10"`
	}
	if _, ps := source.Decode(l.path(f), source.FrontKey(data, "icd10"), &head, layer.judged(l.options)); len(ps) == 0 && len(head.ICD10) > 0 {
		return head.ICD10
	}
	d, _ := f.read()
	if d == nil {
		return nil
	}
	return d.ICD10
}

// decode reads a file's front matter and its prose.
func (l *Library) decode(f *file, into any, at **source.File) (*prose.Text, source.Problems) {
	name := l.path(f)
	data, err := fs.ReadFile(l.layers[f.layer].FS, f.name)
	if err != nil {
		*at = &source.File{Name: name}
		return &prose.Text{}, source.Problems{sentences.Problem(source.Position{File: name}, "", "oläslig")}
	}
	file, body, line, ps := source.DecodeFront(name, data, into, l.layers[f.layer].judged(l.options))
	*at = file
	text, found := prose.Parse(name, line, body)
	return text, append(ps, found...)
}
