package journal

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kontrakt/internal/careplan"
	"kontrakt/internal/phrase"
)

// text is what somebody wrote, line by line.
func text(s string) []string {
	if s = strings.TrimSpace(s); s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// one is a part of a single text, after what it is called.
func (w *writer) one(name, s string) []string {
	if s == "" {
		return nil
	}
	return text(w.w.Parts.Of(name) + ": " + s)
}

// list is a part of several texts, one a line under what it is called.
func (w *writer) list(name string, texts []string) []string {
	if len(texts) == 0 {
		return nil
	}
	lines := []string{w.w.Parts.Of(name) + ":"}
	for _, s := range texts {
		lines = append(lines, "- "+sentence(onOneLine(s)))
	}
	return lines
}

// rows is a list of values, each in its row.
func rows[T any](w *writer, name string, all []T, row func(T) string) []string {
	var texts []string
	for _, x := range all {
		texts = append(texts, row(x))
	}
	return w.list(name, texts)
}

// row is a text and what more there is to say of it, given as the field's key,
// its value, key, value; those without a value are left out.
func (w *writer) row(s string, fields ...string) string {
	said := sentence(onOneLine(s))
	for i := 0; i+1 < len(fields); i += 2 {
		if fields[i+1] != "" {
			said += " " + sentence(w.w.Fields.Of(fields[i])+": "+onOneLine(fields[i+1]))
		}
	}
	return strings.TrimSpace(said)
}

// scale is a number from 0 to 10; nothing when nobody asked.
func (w *writer) scale(s careplan.Scale) string {
	if !s.Asked {
		return ""
	}
	return phrase.Fill(w.w.OfTen, "tal", strconv.Itoa(s.Value))
}

// target is a measure and what one aims at.
func (w *writer) target(m careplan.Measure, target string) string {
	if target == "" {
		return m.Name
	}
	return phrase.Fill(w.w.Target, "mått", m.Name, "mål", target)
}

func onOneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// sentence is a text that begins with a capital and ends with a stop.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	s = string(unicode.ToUpper(first)) + s[size:]
	bare := strings.TrimRight(s, `"'”’»)`)
	if last, _ := utf8.DecodeLastRuneInString(bare); unicode.Is(unicode.STerm, last) || last == ':' || last == '…' {
		return s
	}
	return strings.TrimRight(s, ",;") + "."
}
