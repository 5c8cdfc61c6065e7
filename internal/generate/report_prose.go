package generate

import (
	"bytes"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
	"kontrakt/internal/prose"
	"kontrakt/internal/report"
	"kontrakt/internal/source"
)

// Prose is what people have written of a part of the report: one file of the
// folder rapport, named after the part or by its letter (A, B …). The part is
// empty where there is none of that name.
func (l *Line) Prose(file string, data []byte) (part string, blocks []doc.Block, ps source.Problems) {
	name := strings.TrimSuffix(path.Base(filepath.ToSlash(file)), ".md")
	part, known := l.reportPart(name)
	whole := source.Position{File: file}
	switch {
	case part == "" && leftOutOfLayout(name):
		return "", nil, source.Problems{sentences.Problem(whole, "", "avsnitt-inte-med", name)}
	case part == "":
		hint := "avsnitten heter " + strings.Join(known, ", ")
		if near := source.Nearest(name, known); near != "" {
			hint = "menade du " + near + ".md? A" + hint[1:]
		}
		return "", nil, source.Problems{sentences.Problem(whole, "", "avsnitt-okänt", name, hint)}
	case !utf8.Valid(data):
		return part, nil, source.Problems{sentences.Problem(whole, "", "avsnitt-utf-8")}
	}
	text, ps := prose.Parse(file, 1, bytes.TrimPrefix(data, []byte("\ufeff")))
	for _, r := range text.References { // they are no part of the blocks: what stands there would be gone
		ps = append(ps, sentences.Problem(r.Pos, "", "avsnitt-hakparentes", r.ID))
	}
	ps.Sort()
	return part, under(text.Blocks), ps
}

// under is blocks that stand under a part's own heading: theirs are of the
// next level.
func under(blocks []doc.Block) []doc.Block {
	for _, b := range blocks {
		if h, ok := b.(*doc.Heading); ok {
			h.Level = 3
		}
	}
	return blocks
}

// reportPart is the part of the report that a file's name means, and all names.
func (l *Line) reportPart(name string) (part string, known []string) {
	words, wanted := l.Words.In(phrase.Swedish), folded(name)
	letter, rest := "", wanted
	if first, after, _ := strings.Cut(wanted, "_"); len(first) == 1 {
		letter, rest = first, after
	}
	for _, p := range l.Words.Layout(report.Name).Parts {
		known = append(known, p.Name)
		mark, heading, lettered := strings.Cut(words.Heading(p.Heading), ". ")
		lettered = lettered && len(mark) == 1
		switch {
		case folded(p.Name) == wanted, folded(p.Name) == rest:
			part = p.Name
		case lettered && part == "" && (folded(mark) == letter && rest == "" || folded(heading) == rest):
			part = p.Name
		}
	}
	return part, known
}

// Unwritten are the sections of the report that hold nothing but prose, and
// that nobody has written.
func (l *Line) Unwritten(prose map[string][]doc.Block) []string {
	sections := report.Sections()
	var all []string
	for _, p := range l.Words.Layout(report.Name).Parts {
		if slices.Contains(sections, p.Name) && len(prose[p.Name]) == 0 {
			all = append(all, p.Name)
		}
	}
	return all
}

// leftOutOfLayout tells whether a file's name is that of a part that the
// clinic's own layout does not have.
func leftOutOfLayout(name string) bool {
	wanted := folded(name)
	if first, rest, ok := strings.Cut(wanted, "_"); ok && len(first) == 1 {
		wanted = rest
	}
	return slices.ContainsFunc(report.Document().Parts, func(p phrase.Known) bool { return folded(p.Name) == wanted })
}

// folded is a name as it is compared: without capitals, the rings and dots of
// å, ä and ö, and with one kind of space.
func folded(name string) string {
	return strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "\u030a", "", "\u0308", "", "-", "_", ". ", "_", " ", "_", ".", "_").Replace(strings.ToLower(name))
}
