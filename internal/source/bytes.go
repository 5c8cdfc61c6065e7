package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSize is the largest file that is read. A review is four kilobytes; a
// file of this size is something else.
const maxSize = 1 << 20

// maxFaults bounds the characters told of in one file: after so many it is
// something else than a text.
const maxFaults = 100

var bom = []byte("\ufeff")

// judgeBytes looks at the bytes before YAML does, since the YAML library
// tells only the first fault, some without a place, and lets others pass. It
// returns a copy in which each forbidden character is one that YAML takes as
// part of a text. Where the bytes are no text at all ok is false.
func judgeBytes(data []byte) (clean []byte, faults []fault, ok bool) {
	switch {
	case len(data) > maxSize:
		return nil, []fault{{rule: "size"}}, false
	case isUTF16(data):
		return nil, []fault{{rule: "utf-16"}}, false
	case !utf8.Valid(data):
		line, column := firstInvalid(data)
		return nil, []fault{{line: line, column: column, rule: "utf-8"}}, false
	}
	data = bytes.TrimPrefix(data, bom)
	faults = scan(data, 1, forbidden)
	if len(faults) == 0 {
		return data, nil, true
	}
	return bytes.Map(func(r rune) rune {
		if forbidden(r) != "" {
			return utf8.RuneError
		}
		return r
	}, data), faults, true
}

// judgeBody looks at the characters of the Markdown after front matter.
func (f *File) judgeBody(body []byte, line int, o Options) Problems {
	var ps Problems
	for _, x := range scan(body, line, func(r rune) string {
		if rule := forbidden(r); rule != "" || r < ' ' || o.Chars == nil || o.Chars(r) {
			return rule
		}
		return "font"
	}) {
		ps = append(ps, f.spelt(Position{f.Name, x.line, x.column}, "", x.rule, x.chars))
	}
	return ps
}

// isUTF16 tells whether a text was saved as UTF-16, with or without its mark:
// then every other byte of what people write is zero.
func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) ||
		bytes.Count(data, []byte{0}) > len(data)/4
}

// firstInvalid is the place of the first bytes that are not UTF-8.
func firstInvalid(data []byte) (line, column int) {
	line, column = 1, 1
	for rest := data; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r == utf8.RuneError && size == 1 {
			break
		}
		line, column = advance(line, column, r, rest[size:])
		rest = rest[size:]
	}
	return line, column
}

// scan finds the characters that break a rule; each only once a line.
func scan(data []byte, line int, rule func(rune) string) []fault {
	var faults []fault
	column := 1
	told := map[rune]int{} // the line where a character was told of
	for i := 0; i < len(data); {
		if c := data[i]; c >= ' ' && c < 0x7f { // most of what people write
			column++
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		i += size
		if broken := rule(r); broken != "" && told[r] != line && len(faults) < maxFaults {
			told[r] = line
			faults = append(faults, fault{line, column, broken, []rune{r}})
		}
		line, column = advance(line, column, r, data[i:])
	}
	return faults
}

// advance moves past a character as YAML counts lines: LF, CR and CRLF end
// one.
func advance(line, column int, r rune, next []byte) (int, int) {
	if r == '\n' || r == '\r' && !bytes.HasPrefix(next, []byte("\n")) {
		return line + 1, 1
	}
	return line, column + 1
}

// forbidden is the rule against a character that may stand in no file.
func forbidden(r rune) string {
	switch {
	case r == '\n' || r == '\r' || r == '\t' || r >= 0xa0 && r < 0x300 && r != '\u00ad': // accents, which are asked for most
		return ""
	case r < ' ' || r >= 0x7f && r <= 0x9f || r == '\u2028' || r == '\u2029' || r&0xfffe == 0xfffe || hidden(r):
		return "control"
	case r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
		return "bidi"
	case r >= '\u20dd' && r <= '\u20e4' && r != '\u20e1': // a ring or box around a letter, which no font of ours fits to it
		return "around"
	case r == utf8.RuneError:
		return "damaged"
	}
	return ""
}

// hidden tells the characters that show nothing: they follow along when text
// is pasted, and two texts that look the same are then not the same.
func hidden(r rune) bool {
	switch r {
	case '\u00ad', '\u034f', '\u180e', '\ufeff':
		return true
	}
	return r >= '\u200b' && r <= '\u200f' || r >= '\u2060' && r <= '\u2064'
}

// undrawn is the rule against a character that no font has. A letter of
// another script can be written with Latin ones, unlike a picture.
func undrawn(r rune) string {
	if unicode.In(r, unicode.L, unicode.M) && !unicode.In(r, unicode.Latin, unicode.Common, unicode.Inherited) {
		return "script"
	}
	return "font"
}

// maxNamed bounds the characters that one problem names: a text in a script
// that the fonts lack has many.
const maxNamed = 6

// spelt is the problem that a value has characters that may not stand there,
// or what rule says at a place where chars is nil. Where the field is known
// it is named, since the column may be that of a long text.
func (f *File) spelt(at Position, path, rule string, chars []rune) Problem {
	field, noun := "", "tecknet"
	if path != "" {
		field = label(path) + ": "
	}
	if len(chars) > 1 {
		noun = "tecknen"
	}
	return sentences.Problem(at, path, rule, field, noun, codes(chars))
}

// codes are the numbers of characters, such as U+0007.
func codes(chars []rune) string {
	var b strings.Builder
	for i, r := range chars {
		switch {
		case i == maxNamed:
			return b.String() + fmt.Sprintf(" och %d till", len(chars)-i)
		case i > 0:
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "U+%04X", r)
	}
	return b.String()
}
