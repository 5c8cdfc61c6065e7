package report

import (
	"strings"

	"kontrakt/internal/chart"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// A named number is a row of a picture.
type namedNumber struct {
	name string
	n    Number
}

// bars are plain bars, one a row; what is hidden has none.
func bars(rows []namedNumber, full, width float64) []doc.Drawing {
	return strips(rows, width, func(v int) doc.Drawing { return chart.Bar(float64(v), full, width, chart.Solid) })
}

// frames are bars in frames that stand for all n.
func frames(rows []namedNumber, all Number, width float64) []doc.Drawing {
	n, known := all.Value()
	if !known {
		return strips(nil, width, nil)
	}
	return strips(rows, width, func(v int) doc.Drawing { return chart.Framed(float64(v), float64(n), width) })
}

// patients are squares, one a patient, or bars where they are too many.
func patients(rows []namedNumber, most int, width float64) (drawn []doc.Drawing, squares bool) {
	pitch := chart.Pitch(most, width)
	if pitch == 0 {
		return bars(rows, float64(most), width), false
	}
	return strips(rows, width, func(v int) doc.Drawing { return chart.Squares(v, pitch, width) }), true
}

func strips(rows []namedNumber, width float64, draw func(int) doc.Drawing) []doc.Drawing {
	all := make([]doc.Drawing, len(rows))
	for i, r := range rows {
		all[i] = doc.Drawing{Width: width, Height: 9}
		if v, known := r.n.Value(); known && draw != nil {
			all[i] = draw(v)
		}
	}
	return all
}

// largest is the largest number that is known.
func largest(rows []namedNumber) int {
	most := 0
	for _, r := range rows {
		if v, known := r.n.Value(); known {
			most = max(most, v)
		}
	}
	return most
}

// saidAtMost is how many rows the words of a picture say.
const saidAtMost, saidOfMany = 12, 5

// alt is a picture in words: its numbers, not its looks.
func (c *composer) alt(pattern string, rows []namedNumber, total string) string {
	if len(rows) > saidAtMost {
		rows, total = rows[:saidOfMany], " "+c.w.Alt.Rest
	} else if total != "" {
		total = " " + total + "."
	}
	var said []string
	for _, r := range rows {
		said = append(said, phrase.Fill(c.w.Alt.Row, "vad", r.name, "antal", r.n.String()))
	}
	return phrase.Fill(pattern, "rader", strings.Join(said, ", "), "alla", total)
}
