package render

import (
	"html"
	"io"
	"strings"

	"kontrakt/internal/doc"
)

// Outline gives words as the outlines of their letters: the data of an SVG
// path in points, from where the words begin on their baseline, y downwards.
type Outline func(text string, size float64, bold bool) (string, error)

// fileInks are the inks of a picture that stands alone, which has no page to
// give it any.
var fileInks = map[doc.Ink]string{doc.Black: "#111111", doc.Accent: "#0b4f52"}

// SVG writes a drawing as a file that needs nothing but itself: its words are
// outlines, its caption and what it shows are told to those who listen. Errors
// are those of o and of w.
func SVG(w io.Writer, f *doc.Figure, o Outline) error {
	t, d, failed := &tags{}, f.Drawing, error(nil)
	t.out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	const margin = 6
	width, height := number(d.Width+2*margin), number(d.Height+2*margin)
	t.in("svg", func() {
		t.in("title", func() { t.plain(doc.Text(f.Caption)) }, "id", "rubrik")
		t.in("desc", func() { t.plain(f.Alt) }, "id", "beskrivning")
		t.in("rect", func() {}, "x", "-6", "y", "-6", "width", width, "height", height, "fill", "#ffffff")
		for _, i := range []doc.Ink{doc.Black, doc.Accent} {
			if areas := contours(d, i); areas != "" {
				t.in("path", func() {}, "fill", fileInks[i], "d", areas)
			}
		}
		for _, words := range d.Words {
			letters, err := o(words.Text, words.Size, words.Bold)
			if err != nil && failed == nil {
				failed = err
			}
			x := words.X
			if words.Right {
				x -= words.Width
			}
			t.in("path", func() {}, "fill", fileInks[words.Ink], "transform", "translate("+number(x)+" "+number(words.Y)+")", "d", letters)
		}
	}, "xmlns", "http://www.w3.org/2000/svg", "role", "img", "aria-labelledby", "rubrik beskrivning",
		"width", width+"pt", "height", height+"pt", "viewBox", "-6 -6 "+width+" "+height)
	if failed != nil {
		return failed
	}
	_, err := io.WriteString(w, t.out.String()+"\n")
	return err
}

// plain writes words where nothing but words may stand.
func (t *tags) plain(s string) {
	t.out.WriteString(html.EscapeString(strings.ReplaceAll(s, "\n", " ")))
}
