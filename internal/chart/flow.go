package chart

import (
	"strings"
	"unicode/utf8"

	"kontrakt/internal/doc"
)

// Measure is how wide a text is in points, in the type that it is printed in.
type Measure func(text string, size float64, bold bool) float64

// Step is a box of the flow: so many came to it. Left are those who went no
// further from it.
type Step struct {
	Number, Word string // "75", "patienter"
	Text         string // what was done with them; it may be empty
	Left         Leavers
}

// Leavers are those who went no further. Without Head nobody left.
type Leavers struct {
	Head    string // "49 patienter gick inte vidare"
	Reasons []Reason
}

// Reason is why some left: so many, and why. Where all left for the same
// reason Number is empty.
type Reason struct{ Number, Text string }

// The measures of the flow, in points.
const (
	flowWidth = 483

	trunkWidth, trunkHeight = 220, 43
	between                 = 20 // from one box to the next
	inset                   = 12 // of the words in a box
	outline, lastOutline    = 0.75, 2

	sideRule, sideHead         = 252, 262 // the rule at the left of the leavers, and their head
	sideNumber, sideText       = 276, 284 // where a reason's number ends, and its words begin
	sideFall                   = 10       // from a box to the arrow that leads from the trunk
	arrowLong, arrowWide       = 7, 8
	numberSize, boldSize, size = 16, 11, 10
	leading, reasonLeading     = 13, 15
)

// Flow is how people went from step to step, downwards, and where they left,
// at the right.
func Flow(alt string, steps []Step, m Measure) *doc.Figure {
	f := &flow{Drawing: doc.Drawing{Width: flowWidth}, measure: m}
	for i := range steps {
		f.step(&steps[i], i+1 == len(steps))
	}
	f.Height = max(f.y, f.side)
	return &doc.Figure{Alt: alt, Drawing: &f.Drawing}
}

// flow is a flow under way.
type flow struct {
	doc.Drawing
	measure Measure
	y       float64 // under the last box
	side    float64 // under the last leavers
}

// step draws a box, and below it those who left and the way on.
func (f *flow) step(s *Step, last bool) {
	lines := f.wrap(s.Text, trunkWidth-2*inset)
	height := trunkHeight + leading*float64(max(0, len(lines)-1))
	f.box(f.top(s, height), height, s, lines, last)
	if s.Left.Head != "" {
		f.leave(&s.Left)
	}
}

// top is where a box begins: below the one before it, and so far down that
// those who leave from it stand under those who left before them.
func (f *flow) top(s *Step, height float64) float64 {
	const clear = 8
	if f.y == 0 {
		return 0
	}
	top := f.y + between
	if s.Left.Head != "" && f.side > 0 {
		top = max(top, f.side+clear-height)
	}
	f.down(trunkWidth/2, f.y, top)
	return top
}

func (f *flow) box(top, height float64, s *Step, lines []string, last bool) {
	ink, edge := doc.Black, outline
	if last {
		ink, edge = doc.Accent, lastOutline
	}
	f.Areas = append(f.Areas, frame(ink, 0, top, trunkWidth, height, edge)...)
	const first, second = 18.5, 33.5 // baselines
	number := f.words(doc.Words{Text: s.Number, X: inset, Y: top + first, Size: numberSize, Bold: true, Ink: doc.Accent})
	f.words(doc.Words{Text: s.Word, X: inset + number + f.measure(" ", boldSize, true), Y: top + first, Size: boldSize, Bold: true})
	for i, l := range lines {
		f.words(doc.Words{Text: l, X: inset, Y: top + second + leading*float64(i), Size: size})
	}
	f.y = top + height
}

// leave draws the way out and those who took it, with their reasons.
func (f *flow) leave(l *Leavers) {
	top := f.y
	f.aside(trunkWidth/2, sideRule-5, top+sideFall)
	y := top + 13.5
	for i, line := range f.wrapped(l.Head, flowWidth-sideHead, boldSize, true) {
		y += leading * float64(min(i, 1))
		f.words(doc.Words{Text: line, X: sideHead, Y: y, Size: boldSize, Bold: true})
	}
	for _, r := range l.Reasons {
		x, step := float64(sideHead), float64(reasonLeading)
		if r.Number != "" {
			x = sideText
			f.words(doc.Words{Text: r.Number, X: sideNumber, Y: y + step, Size: size, Right: true})
		}
		for _, line := range f.wrap(r.Text, flowWidth-x) {
			y += step
			f.words(doc.Words{Text: line, X: x, Y: y, Size: size})
			step = leading
		}
	}
	const descent = 5
	f.side = y + descent
	f.Areas = append(f.Areas, rectangle(doc.Black, sideRule-outline/2, top, outline, f.side-top))
}

// words adds words and tells how wide they are.
func (f *flow) words(w doc.Words) float64 {
	w.Width = f.measure(w.Text, w.Size, w.Bold)
	f.Words = append(f.Words, w)
	return w.Width
}

// down draws an arrow from one height to another.
func (f *flow) down(x, from, to float64) {
	f.Areas = append(f.Areas,
		rectangle(doc.Black, x-outline/2, from, outline, to-arrowLong-from),
		doc.Area{Points: []doc.Point{{X: x - arrowWide/2, Y: to - arrowLong}, {X: x + arrowWide/2, Y: to - arrowLong}, {X: x, Y: to}}})
}

// aside draws an arrow to the right.
func (f *flow) aside(from, to, y float64) {
	f.Areas = append(f.Areas,
		rectangle(doc.Black, from, y-outline/2, to-arrowLong-from, outline),
		doc.Area{Points: []doc.Point{{X: to - arrowLong, Y: y - arrowWide/2}, {X: to, Y: y}, {X: to - arrowLong, Y: y + arrowWide/2}}})
}

func (f *flow) wrap(text string, width float64) []string { return f.wrapped(text, width, size, false) }

func (f *flow) wrapped(text string, width, size float64, bold bool) []string {
	return wrapped(f.measure, text, width, size, bold)
}

// wrapped breaks a text into lines: at its own line breaks, between words, and
// inside a word only when the word is longer than a line.
func wrapped(m Measure, text string, width, size float64, bold bool) []string {
	var lines []string
	for _, part := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.FieldsFunc(part, func(r rune) bool { return r == ' ' }) {
			longer := strings.TrimPrefix(line+" "+word, " ")
			if line != "" && m(longer, size, bold) > width {
				lines, longer = append(lines, line), word
			}
			for n := fitting(m, longer, width, size, bold); n < len(longer); n = fitting(m, longer, width, size, bold) {
				lines, longer = append(lines, longer[:n]), longer[n:]
			}
			line = longer
		}
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// fitting is how many bytes of a text a line takes, at least one character of
// them.
func fitting(m Measure, text string, width, size float64, bold bool) int {
	if m(text, size, bold) <= width {
		return len(text)
	}
	_, n := utf8.DecodeRuneInString(text)
	for at := range text {
		if at > n && m(text[:at], size, bold) <= width {
			n = at
		}
	}
	return n
}
