package contract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// capital gives a text its first capital; the rest is the writer's.
func capital(s string) string {
	s = strings.TrimSpace(s)
	r, size := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// sentence gives a text its first capital and, where it is open, a full stop.
// Texts of several lines keep their lines.
func sentence(s string) string {
	s = capital(s)
	if s == "" || closed(s) {
		return s
	}
	return strings.TrimRight(s, ",;") + "."
}

// firstSentence parts a text after its first sentence: what stands in bold,
// and the rest. A full stop after a single letter, after one of the language's
// abbreviations or after a word with one inside ends no sentence, and a text
// of several lines is parted where its writer did.
func firstSentence(s string, abbreviations []string) (first, rest string) {
	if before, after, ok := strings.Cut(s, "\n"); ok {
		return before, after
	}
	for i, r := range s {
		if !endsSentence(r) {
			continue
		}
		after := s[i+utf8.RuneLen(r):]
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \u00a0"))
		word := s[strings.LastIndexAny(s[:i], " \u00a0(")+1 : i]
		if strings.HasPrefix(after, " ") && unicode.IsUpper(next) && !abbreviated(word, abbreviations) {
			return s[:len(s)-len(after)], strings.TrimSpace(after)
		}
	}
	return s, ""
}

// bySentence begins a new line with each sentence of running text, for those
// who read one thought at a time.
func bySentence(blocks []doc.Block, abbreviations []string) []doc.Block {
	return doc.MapRuns(blocks, func(in []doc.Inline) []doc.Inline {
		var out []doc.Inline
		ended := false // the text before ends as a sentence
		for _, i := range in {
			if p, ok := i.(doc.Plain); ok && ended && strings.HasPrefix(string(p), " ") {
				i = "\n" + p[1:]
			}
			out = append(out, doc.MapInlines([]doc.Inline{i}, func(s string) string { return byLine(s, abbreviations) })...)
			ended = closed(doc.Text(out))
		}
		return out
	})
}

// byLine is a text with a line for each of its sentences.
func byLine(s string, abbreviations []string) string {
	lines := strings.Split(s, "\n")
	for i, rest := range lines {
		var all []string
		for rest != "" {
			var first string
			first, rest = firstSentence(rest, abbreviations)
			all = append(all, first)
		}
		lines[i] = strings.Join(all, "\n")
	}
	return strings.Join(lines, "\n")
}

// abbreviated tells whether a word before a full stop is an abbreviation.
func abbreviated(word string, abbreviations []string) bool {
	return utf8.RuneCountInString(word) < 2 || strings.Contains(word, ".") ||
		slices.Contains(abbreviations, strings.ToLower(word))
}

// endsSentence tells the characters that end a sentence: of ASCII, which most
// are, at once.
func endsSentence(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '.' || r == '!' || r == '?'
	}
	return unicode.Is(unicode.STerm, r)
}

// closed tells whether a text ends as a sentence does, perhaps within
// quotation marks or brackets.
func closed(s string) bool {
	if strings.HasSuffix(s, ".") {
		return true
	}
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune(`"'`, r)
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return endsSentence(r) || r == '…' || r == ':'
}

// run makes sentences of fragments: one that begins with a small letter goes
// on after a comma where the one before is open ("Läkare, vid nästa
// besök."), any other begins a sentence of its own. Empty ones are left out.
func run(fragments ...string) string {
	var s string
	for _, f := range fragments {
		f = strings.TrimSpace(f)
		first, _ := utf8.DecodeRuneInString(f)
		switch {
		case f == "":
		case s == "":
			s = capital(f)
		case unicode.IsLower(first) && !closed(s):
			s += ", " + f
		default:
			s = sentence(s) + " " + capital(f)
		}
	}
	return sentence(s)
}

// sentences are texts as sentences after one another, each of its own.
func sentences(texts ...string) string {
	var all []string
	for _, s := range texts {
		if s = sentence(s); s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, " ")
}

// fill is a phrase with one value in it; nothing when there is no value.
func fill(pattern, name, value string) string {
	if strings.TrimSpace(value) == "" {
		return ""
	}
	return phrase.Fill(pattern, name, open(value))
}

// open is a value that goes into a phrase with words of its own after it: a
// single full stop at the end is left to the phrase.
func open(s string) string {
	s = strings.TrimSpace(s)
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") {
		s = strings.TrimSuffix(s, ".")
	}
	return s
}

// ifThen makes "Om det regnar, så går jag i trapphuset." of what people
// write: with or without their own "om" and "så", and in either word order.
func ifThen(o phrase.Obstacle, obstacle, then string) string {
	if obstacle == "" || then == "" {
		return sentences(obstacle, then)
	}
	obstacle, then = small(o, open(obstacle)), small(o, open(then))
	if !slices.Contains(o.If, firstWord(obstacle)) {
		obstacle = o.If[0] + " " + obstacle
	}
	pattern := o.Inverted
	switch first := firstWord(then); {
	case slices.Contains(o.Subjects, first):
		pattern = o.Straight
	case !slices.Contains(o.Then, first):
		then = o.Then[0] + " " + then
	}
	return sentence(phrase.Fill(pattern, "hinder", obstacle, "då", then))
}

// small takes the capital from a word that has none inside a sentence; a
// name keeps its own.
func small(o phrase.Obstacle, s string) string {
	first := firstWord(s)
	if lower := strings.ToLower(first); slices.Contains(o.Small, lower) {
		return lower + s[len(first):]
	}
	return s
}

// firstWord is the word that a text begins with.
func firstWord(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		return s
	}
	return s[:end]
}
