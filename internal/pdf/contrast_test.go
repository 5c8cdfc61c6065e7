package pdf

import (
	"math"
	"testing"
)

// grey is a colour as a printer without colour prints it.
func (i ink) grey() float64 {
	return (0.299*float64(i>>16) + 0.587*float64(i>>8&0xff) + 0.114*float64(i&0xff)) / 255
}

// contrast is that of WCAG 2.2 (1.4.3) between two greys.
func contrast(a, b float64) float64 {
	luminance := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// Text keeps 4.5:1 against what is behind it when the page is printed in grey.
func TestTextCanBeReadInGrey(t *testing.T) {
	const least = 4.5
	for _, o := range []Options{{}, {Style: Large}} {
		for name, d := range hostile(t) {
			l, err := printer(t).layOut(d, o)
			if err != nil {
				t.Fatal(name, err)
			}
			for _, b := range append(l.pages, l.feet...) {
				b.eachWord(white, func(word frag, i, behind ink) {
					if c := contrast(i.grey(), behind.grey()); c < least {
						t.Errorf("%s: %q has %.1f:1, %06x on %06x", name, word.word.glyphs[0].text, c, i, behind)
					}
				})
			}
		}
	}
}

// eachWord visits the words of a box with their ink and what is behind them.
func (b *box) eachWord(behind ink, visit func(word frag, i, behind ink)) {
	if b.look.fill != 0 {
		behind = b.look.fill
	}
	if b.line != nil {
		for _, w := range b.line.words {
			for _, f := range w.frags {
				visit(f, b.line.typo.inkOf(f.word), behind)
			}
		}
	}
	for _, k := range b.kids {
		k.eachWord(behind, visit)
	}
}

// Zones are told apart by word, number and frame: the inks need not differ,
// but what carries a meaning must be seen against the paper (WCAG 1.4.11).
func TestFramesAreSeenInGrey(t *testing.T) {
	const least = 3.0
	for _, o := range []Options{{}, {Style: Large}} {
		for name, d := range hostile(t) {
			l, err := printer(t).layOut(d, o)
			if err != nil {
				t.Fatal(name, err)
			}
			for _, b := range l.pages {
				b.eachFrame(func(i ink) {
					if c := contrast(i.grey(), white.grey()); c < least {
						t.Errorf("%s: a frame of %06x has %.1f:1", name, i, c)
					}
				})
			}
		}
	}
}

// eachFrame visits the inks of frames.
func (b *box) eachFrame(visit func(i ink)) {
	if b.look.framed() {
		visit(b.look.ink)
	}
	for _, k := range b.kids {
		k.eachFrame(visit)
	}
}
