package render

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"kontrakt/internal/doc"
)

// tags writes elements that are always closed, and text that is always
// escaped: nothing reaches the page but through it.
type tags struct {
	out strings.Builder
}

// open begins an element; attrs are name, value, name, value. An attribute
// without value is left out.
func (t *tags) open(name string, attrs ...string) {
	t.out.WriteString("<" + name)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			t.out.WriteString(" " + attrs[i] + `="` + html.EscapeString(attrs[i+1]) + `"`)
		}
	}
	t.out.WriteByte('>')
}

// in writes an element around what content writes.
func (t *tags) in(name string, content func(), attrs ...string) {
	t.open(name, attrs...)
	content()
	t.out.WriteString("</" + name + ">")
	if blockLevel[name] {
		t.out.WriteByte('\n')
	}
}

// blockLevel are the elements after which the page's source has a new line,
// so that people can read it; it never changes what is seen.
var blockLevel = map[string]bool{
	"p": true, "h1": true, "h2": true, "h3": true, "li": true, "ul": true, "ol": true, "dl": true,
	"div": true, "section": true, "figure": true, "footer": true, "tr": true, "table": true,
	"header": true, "text": true,
}

// text writes words; a line break in them is one on the page.
func (t *tags) text(s string) {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			t.out.WriteString("<br>")
		}
		t.out.WriteString(html.EscapeString(whole(line)))
	}
}

// whole keeps "8–17" and "2-diabetes" together: a browser breaks lines after a
// dash, also between two numbers, and after a hyphen that a letter follows.
func whole(s string) string {
	return together(together(s, "–", beginsWithDigit), "-", beginsWithLetter)
}

// together lets no line end after a sign between a digit and what belongs to it.
func together(s, sign string, belongs func(string) bool) string {
	const joiner = "\u2060"
	parts := strings.Split(s, sign)
	for i := range parts[1:] {
		if endsInDigit(parts[i]) && belongs(parts[i+1]) {
			parts[i+1] = joiner + parts[i+1]
		}
	}
	return strings.Join(parts, sign)
}

func endsInDigit(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

func beginsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func beginsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// run writes a run of inlines.
func (t *tags) run(in []doc.Inline) {
	for _, i := range in {
		switch i := i.(type) {
		case doc.Plain:
			t.text(string(i))
		case doc.Strong:
			t.in("strong", func() { t.text(string(i)) })
		case *doc.Link:
			t.link(i)
		case *doc.Foreign:
			t.in("span", func() { t.run([]doc.Inline{i.Words}) }, "lang", i.Lang)
		default:
			t.unknown(i)
		}
	}
}

// unknown makes a kind that this renderer does not know visible.
func (t *tags) unknown(x any) { t.text(unknown(x)) }

// link writes a link where the address leads where a document's links may.
func (t *tags) link(l *doc.Link) {
	for _, scheme := range []string{"https://", "tel:", "mailto:"} {
		if strings.HasPrefix(l.URL, scheme) {
			t.in("a", func() { t.text(l.Text) }, "href", l.URL)
			return
		}
	}
	t.text(l.Text)
}
