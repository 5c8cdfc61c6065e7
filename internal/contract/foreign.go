package contract

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// foreign is words that a line of the paper may hold in another language than
// its own, and the forms that they are looked for in: as written, with a
// capital and without.
type foreign struct {
	words, lang string
	forms       []string
}

func newForeign(words, lang string) foreign {
	f := foreign{words: words, lang: lang}
	first, size := utf8.DecodeRuneInString(words)
	for _, letter := range []rune{first, unicode.ToUpper(first), unicode.ToLower(first)} {
		form := string(letter) + words[size:]
		if len(form) == len(words) && !slices.Contains(f.forms, form) {
			f.forms = append(f.forms, form)
		}
	}
	return f
}

// spoken marks the words of a paper that are in another language than it, so
// that a voice says them as they are said: the review's, where their language
// is known, and the clinic's, which are in Swedish. Blocks of the review's
// words alone have their language already.
func spoken(blocks []doc.Block, p *careplan.CarePlan, t *phrase.Table) []doc.Block {
	all := foreigners(p, t)
	if len(all) == 0 {
		return blocks
	}
	out := make([]doc.Block, len(blocks))
	for i, b := range blocks {
		out[i] = b
		if !inOneLanguage(b) {
			out[i] = doc.MapRuns([]doc.Block{b}, func(in []doc.Inline) []doc.Inline { return parted(in, all) })[0]
		}
	}
	return out
}

// inOneLanguage tells whether a block has said its language.
func inOneLanguage(b doc.Block) bool {
	switch b := b.(type) {
	case *doc.Paragraph:
		return b.Lang != ""
	case *doc.List:
		return b.Lang != ""
	}
	return false
}

// foreigners are the words to look for, the longest first: texts whole, and
// each of their sentences, since a line may hold the first one alone.
func foreigners(p *careplan.CarePlan, t *phrase.Table) []foreign {
	var all []foreign
	add := func(lang string, texts ...string) {
		for _, text := range texts {
			for _, words := range append(strings.Split(byLine(text, t.Abbreviations), "\n"), text) {
				if words = strings.TrimRight(strings.TrimSpace(words), ".,;"); strings.IndexFunc(words, unicode.IsLetter) >= 0 {
					all = append(all, newForeign(words, lang))
				}
			}
		}
	}
	if p.Own != "" {
		add(p.Own, p.Said...)
	}
	if u := p.Unit; t.Lang != phrase.Swedish {
		add(phrase.Swedish, u.Name, u.Region, u.Hours, u.OutOfHours, strings.Join(u.Address, ", "))
	}
	slices.SortStableFunc(all, func(x, y foreign) int { return cmp.Compare(len(y.words), len(x.words)) })
	return slices.CompactFunc(all, func(x, y foreign) bool { return x.words == y.words })
}

// parted is a run with the foreign words in it marked, and without texts that
// are empty; the run itself where it has neither. A link is no words.
func parted(in []doc.Inline, all []foreign) []doc.Inline {
	if !slices.ContainsFunc(in, func(i doc.Inline) bool { return isParted(i, all) }) {
		return in
	}
	var out []doc.Inline
	for _, i := range in {
		switch i := i.(type) {
		case doc.Plain:
			out = append(out, pieces(string(i), all, func(s string) doc.Inline { return doc.Plain(s) })...)
		case doc.Strong:
			out = append(out, pieces(string(i), all, func(s string) doc.Inline { return doc.Strong(s) })...)
		default:
			out = append(out, i)
		}
	}
	return out
}

// isParted tells whether a text has words in another language, or nothing to
// say.
func isParted(i doc.Inline, all []foreign) bool {
	var text string
	switch i := i.(type) {
	case doc.Plain:
		text = string(i)
	case doc.Strong:
		text = string(i)
	default:
		return false
	}
	return text == "" || slices.ContainsFunc(all, func(f foreign) bool { return f.in(text) >= 0 })
}

// pieces parts a text at the foreign words in it; a full stop that ends them
// is theirs.
func pieces(s string, all []foreign, inline func(string) doc.Inline) []doc.Inline {
	for i, f := range all {
		at := f.in(s)
		if at < 0 {
			continue
		}
		end := at + len(f.words)
		if strings.HasPrefix(s[end:], ".") {
			end++
		}
		out := pieces(s[:at], all[i+1:], inline)
		out = append(out, &doc.Foreign{Words: inline(s[at:end]), Lang: f.lang})
		return append(out, pieces(s[end:], all[i:], inline)...)
	}
	if s == "" {
		return nil
	}
	return []doc.Inline{inline(s)}
}

// in is where the words stand in a text, with a capital or without; -1 where
// they do not.
func (f foreign) in(s string) int {
	for _, words := range f.forms {
		for from := 0; ; {
			at := strings.Index(s[from:], words)
			if at < 0 {
				break
			}
			at += from
			if f.stands(s[:at], s[at+len(words):]) {
				return at
			}
			from = at + len(words)
		}
	}
	return -1
}

// stands tells whether the words are whole between what is before and after
// them. A single short word may be one of the paper's own language too, as
// "make": it has to stand by itself.
func (f foreign) stands(before, after string) bool {
	const long = 8 // letters
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	if unicode.IsLetter(last) || unicode.IsDigit(last) || unicode.IsLetter(next) || unicode.IsDigit(next) {
		return false
	}
	if strings.ContainsRune(f.words, ' ') || len(f.words) >= long {
		return true
	}
	ends := func(s string, r rune) bool { return strings.TrimSpace(s) == "" || unicode.IsPunct(r) || r == '\n' }
	alone, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " \u00a0"))
	return ends(before, alone) && ends(after, next)
}
