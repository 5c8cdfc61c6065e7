package generate

import (
	"bytes"
	"fmt"

	"kontrakt/internal/chart"
	"kontrakt/internal/doc"
	"kontrakt/internal/pdf"
	"kontrakt/internal/render"
)

// Pictures are the report's pictures as files of their own, figur-1.svg and
// on: each has what the document says of it, and needs nothing but itself.
func (l *Line) Pictures(d *doc.Document) ([]File, error) {
	p := pdf.NewPrinter(l.Fonts)
	var files []File
	for _, f := range drawn(d.Content, p.Width) {
		var b bytes.Buffer
		if err := render.SVG(&b, f, p.Outline); err != nil {
			return nil, err
		}
		files = append(files, File{Name: fmt.Sprintf("figur-%d.svg", len(files)+1), Format: "svg", Data: b.Bytes()})
	}
	return files, nil
}

// drawn are the figures of blocks, and the tables that have a picture, each as
// a figure.
func drawn(blocks []doc.Block, m chart.Measure) []*doc.Figure {
	var all []*doc.Figure
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Figure:
			if b.Drawing != nil {
				all = append(all, b)
			}
		case *doc.Table:
			if f := chart.Alone(b, m); f != nil {
				all = append(all, f)
			}
		case *doc.Split:
			if f := chart.Abreast(b, m); f != nil {
				all = append(all, f)
			}
		}
	}
	return all
}
