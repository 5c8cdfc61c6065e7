package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"kontrakt/internal/doc"
)

// half is a measure in which each character is half as wide as its size.
func half(text string, size float64, _ bool) float64 {
	return float64(utf8.RuneCountInString(text)) * size / 2
}

// written are the words of a drawing with their places, a line each.
func written(d *doc.Drawing) string {
	var b strings.Builder
	for _, w := range d.Words {
		fmt.Fprintf(&b, "%g,%g %s\n", w.X, math.Round(10*w.Y)/10, w.Text)
	}
	return b.String()
}

func TestFlowPlacesItsWords(t *testing.T) {
	f := Flow("alt", []Step{
		{Number: "315", Word: "patienter", Text: "i uttaget", Left: Leavers{Head: "240 gick inte vidare", Reasons: []Reason{{Text: "Färre än 30 kontakter"}}}},
		{Number: "75", Word: "patienter", Text: "journalen granskad", Left: Leavers{Head: "49 gick inte vidare", Reasons: []Reason{{"34", "Väl utredd och omhändertagen ur ett biopsykosocialt perspektiv"}, {"15", "Omlistad"}}}},
		{Number: "26", Word: "patienter", Text: "har ett patientkontrakt som de har varit med om att göra"},
	}, half)
	want := `12,18.5 315
41.5,18.5 patienter
12,33.5 i uttaget
262,56.5 240 gick inte vidare
262,71.5 Färre än 30 kontakter
12,81.5 75
33.5,81.5 patienter
12,96.5 journalen granskad
262,119.5 49 gick inte vidare
276,134.5 34
284,134.5 Väl utredd och omhändertagen ur ett
284,147.5 biopsykosocialt perspektiv
276,162.5 15
284,162.5 Omlistad
12,144.5 26
33.5,144.5 patienter
12,159.5 har ett patientkontrakt som de har
12,172.5 varit med om att göra
`
	if got := written(f.Drawing); got != want {
		t.Errorf("got:\n%s", got)
	}
	if f.Drawing.Height != 182 {
		t.Errorf("height %g", f.Drawing.Height)
	}
}

// However long the words are, nobody's reasons stand in another's, and
// nothing leaves the drawing.
func TestFlowOfManyAndLongReasonsHoldsTogether(t *testing.T) {
	long := Leavers{Head: strings.Repeat("många ", 30)}
	for i := range 12 {
		long.Reasons = append(long.Reasons, Reason{fmt.Sprint(i), strings.Repeat("skäl", 3*i+1) + " " + strings.Repeat("ord ", i)})
	}
	step := Step{Number: "1 234 567", Word: "patienter", Text: strings.Repeat("journalgranskning", 9), Left: long}
	d := Flow("alt", []Step{step, step, step}, half).Drawing
	last := 0.0
	for _, w := range d.Words {
		left, right := w.X, w.X+w.Width
		if w.Right {
			left, right = w.X-w.Width, w.X
		}
		if left < 0 || right > d.Width || w.Y > d.Height {
			t.Errorf("%q stands at %g–%g,%g in %g×%g", w.Text, left, right, w.Y, d.Width, d.Height)
		}
		if w.X >= sideHead && !w.Right {
			if w.Y <= last {
				t.Errorf("%q stands in what is above it", w.Text)
			}
			last = w.Y
		}
	}
}

func TestFlowOfNobody(t *testing.T) {
	if d := Flow("alt", nil, half).Drawing; len(d.Areas)+len(d.Words) > 0 || d.Height != 0 {
		t.Errorf("a flow without steps: %+v", d)
	}
}

func TestAloneKeepsLabelNumberAndBar(t *testing.T) {
	text := func(s string) doc.Cell { return doc.Cell{Text: []doc.Inline{doc.Plain(s)}} }
	bars := doc.Cell{Rows: 2, Picture: &doc.Picture{Alt: "A 2, B 1.", Strips: []doc.Drawing{Bar(2, 2, 80, Solid), Bar(1, 2, 80, Solid)}}}
	t.Run("number before the bar", func(t *testing.T) {
		f := Alone(&doc.Table{
			Columns: []doc.TableColumn{{Weight: 100}, {Weight: 40, Right: true}, {Weight: 90}, {Weight: 40, Right: true}},
			Head:    [][]doc.Cell{{text("Skäl"), text("Antal patienter"), {}, text("Andel")}},
			Rows:    [][]doc.Cell{{text("Avstår"), text("2"), bars, text("67")}, {text("Är omlistad till en annan mottagning"), text("1"), {}, text("33")}},
		}, half)
		want := "0,19.8 Skäl\n140,8.8 Antal\n140,19.8 patienter\n0,36.7 Avstår\n140,36.7 2\n0,51.7 Är omlistad till en\n0,65.2 annan mottagning\n140,51.7 1\n"
		if got := written(f.Drawing); got != want || f.Alt != "A 2, B 1." || f.Drawing.Width != 230 {
			t.Errorf("%g wide, %s:\n%s", f.Drawing.Width, f.Alt, got)
		}
	})
	t.Run("number after the bar", func(t *testing.T) {
		f := Alone(&doc.Table{
			Columns: []doc.TableColumn{{Weight: 100}, {Weight: 90}, {Weight: 40, Right: true}, {Weight: 40, Right: true}},
			Rows:    [][]doc.Cell{{text("före"), bars, text("2"), text("9")}, {text("efter"), {}, text("1"), text("9")}},
		}, half)
		if got := written(f.Drawing); got != "0,11 före\n230,11 2\n0,26 efter\n230,26 1\n" {
			t.Errorf("got:\n%s", got)
		}
	})
	t.Run("nothing to see", func(t *testing.T) {
		if Alone(&doc.Table{Columns: make([]doc.TableColumn, 1), Rows: [][]doc.Cell{{text("x")}}}, half) != nil {
			t.Error("a picture of a table without one")
		}
	})
}

func TestAbreastIsOnePictureOfTwoTables(t *testing.T) {
	table := func(label, alt string) *doc.Table {
		return &doc.Table{
			Columns: []doc.TableColumn{{Weight: 100}, {Weight: 40, Right: true}, {Weight: 90}},
			Rows: [][]doc.Cell{{{Text: []doc.Inline{doc.Plain(label)}}, {Text: []doc.Inline{doc.Plain("2")}},
				{Picture: &doc.Picture{Alt: alt, Strips: []doc.Drawing{Bar(2, 2, 80, Solid)}}}}},
		}
	}
	f := Abreast(&doc.Split{
		Caption: []doc.Inline{doc.Plain("Figur 8")},
		Left:    []doc.Block{table("vänster", "A 2.")}, Right: []doc.Block{&doc.Paragraph{}, table("höger", "B 2.")},
	}, half)
	want := "0,11 vänster\n140,11 2\n254,11 höger\n394,11 2\n"
	if got := written(f.Drawing); got != want || f.Alt != "A 2. B 2." || doc.Text(f.Caption) != "Figur 8" || f.Drawing.Width != 484 {
		t.Errorf("%g wide, %s:\n%s", f.Drawing.Width, f.Alt, got)
	}
	if Abreast(&doc.Split{}, half) != nil {
		t.Error("a picture of nothing")
	}
}
