package pdf

import "kontrakt/internal/doc"

// picture sets a figure, no wider than the column, under its caption. One of
// pixels is no higher than a third of the page, a drawing than the page.
func (b *builder) picture(f *doc.Figure, w float64, parent *elem) *box {
	captions := b.captions(f.Caption, f.Subtitle, w, func() *elem { return parent.sub("P") })
	e := parent.sub("Figure")
	e.alt = f.Alt
	var x *box
	if f.Drawing != nil {
		const highest = 620
		x = b.drawing(f.Drawing, min(1, w/f.Drawing.Width, highest/f.Drawing.Height), e)
	} else {
		fig, err := b.pictures.figure(f, w, pageHeight/3)
		if err != nil {
			b.errs = append(b.errs, err)
			return nil
		}
		x = &box{w: fig.w, h: fig.h, figure: fig, elem: e}
	}
	if len(captions) == 0 {
		return x
	}
	x = b.stack(append(captions, x)...)
	x.w, x.whole = w, true
	return x
}

// drawing sets geometry and the words in it.
func (b *builder) drawing(d *doc.Drawing, scale float64, e *elem) *box {
	fig := &figure{w: d.Width * scale, h: d.Height * scale, areas: d.Areas, scale: scale}
	x := &box{w: fig.w, beside: true, whole: true, kids: []*box{{w: fig.w, h: fig.h, figure: fig, elem: e}}}
	for i := range d.Words {
		words := &d.Words[i]
		t := &typo{size: words.Size * scale, lead: words.Size * scale, bold: words.Bold, ink: inkOf(words.Ink)}
		const endless = 1e5
		for _, l := range b.leaves(b.set([]doc.Inline{doc.Plain(words.Text)}, greedily, t, endless), e) {
			placed := b.stack(l)
			placed.x, placed.top = words.X*scale, words.Y*scale-t.baseline()
			if words.Right {
				placed.x -= l.w
			}
			x.kids = append(x.kids, placed.settle())
		}
	}
	return x.settle()
}

// inkOf is how a drawing's ink is printed.
func inkOf(i doc.Ink) ink {
	if i == doc.Accent {
		return accent
	}
	return black
}
