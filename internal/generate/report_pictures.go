package generate

import (
	"bytes"
	"unicode"

	"kontrakt/internal/chart"
	"kontrakt/internal/doc"
	"kontrakt/internal/pdf"
	"kontrakt/internal/render"
)

// Pictures are the report's pictures as files of their own, figur-1.svg and
// on after the numbers of the report (figur-10b.svg where a figure has two
// pictures): each has what the document says of it, and needs nothing but itself.
func (l *Line) Pictures(d *doc.Document) ([]File, error) {
	p := pdf.NewPrinter(l.Fonts)
	var files []File
	for _, f := range drawn(d.Content, nil, p.Width) {
		var b bytes.Buffer
		if err := render.SVG(&b, f, p.Outline); err != nil {
			return nil, err
		}
		name := "figur-" + figureNumber(f.Caption)
		if n := len(files); n > 0 && files[n-1].Name == name+".svg" {
			name += "b"
		}
		files = append(files, File{Name: name + ".svg", Format: "svg", Data: b.Bytes()})
	}
	return files, nil
}

// figureNumber is the number that a caption begins with: 10 of "Figur 10. …".
func figureNumber(caption []doc.Inline) string {
	var number []rune
	for _, r := range doc.Text(caption) {
		switch {
		case unicode.IsDigit(r):
			number = append(number, r)
		case len(number) > 0:
			return string(number)
		}
	}
	return string(number)
}

// drawn are the figures of blocks, and the tables that have a picture, each as
// a figure. One without a caption has that of what it stands in.
func drawn(blocks []doc.Block, caption []doc.Inline, m chart.Measure) []*doc.Figure {
	var all []*doc.Figure
	add := func(f *doc.Figure) {
		if f == nil || f.Drawing == nil {
			return
		}
		own := *f
		if len(own.Caption) == 0 {
			own.Caption = caption
		}
		all = append(all, &own)
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Figure:
			add(b)
		case *doc.Table:
			add(chart.Alone(b, m))
		case *doc.Split:
			all = append(all, drawn(b.Left, b.Caption, m)...)
			all = append(all, drawn(b.Right, b.Caption, m)...)
		}
	}
	return all
}
