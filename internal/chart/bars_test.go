package chart

import (
	"math"
	"testing"

	"kontrakt/internal/doc"
)

// painted is the area that a drawing covers, and its left and right edge.
func painted(d doc.Drawing) (area, left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, a := range d.Areas {
		twice := 0.0
		for i, p := range a.Points {
			q := a.Points[(i+1)%len(a.Points)]
			twice += p.X*q.Y - q.X*p.Y
			left, right = min(left, p.X), max(right, p.X)
		}
		area += math.Abs(twice) / 2
	}
	return area, left, right
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

func TestBars(t *testing.T) {
	const frame86 = 2*86*edge + 2*(barHeight-2*edge)*edge
	for _, tt := range []struct {
		name        string
		got         doc.Drawing
		area, right float64
	}{
		{"the largest fills its column", Bar(1785, 1785, 86, Solid), 86 * 9, 86},
		{"a part is as long as its share", Bar(1042, 1785, 86, Solid), 86 * 9 * 1042.0 / 1785, 86 * 1042.0 / 1785},
		{"one is seen", Bar(1, 1785, 86, Solid), edge * 9, edge},
		{"zero is not drawn", Bar(0, 1785, 86, Solid), 0, math.Inf(-1)},
		{"of nothing is not drawn", Bar(3, 0, 86, Solid), 0, math.Inf(-1)},
		{"a hollow one has its own frame", Bar(43, 86, 86, Hollow), 2*43*edge + 2*(barHeight-2*edge)*edge, 43},
		{"the frame is all n", Framed(0, 75, 86), frame86, 86},
		{"seven squares", Squares(7, 11, 110), 7 * 10 * 9, 76},
		{"no squares", Squares(0, 11, 110), 0, math.Inf(-1)},
		{"a whole of nothing", Stacked([3]float64{}, 146), 0, math.Inf(-1)},
		{"only ja", Stacked([3]float64{20, 0, 0}, 86), 86*9 + frame86, 86},
		{"only nej", Stacked([3]float64{0, 0, 20}, 86), frame86, 86},
	} {
		t.Run(tt.name, func(t *testing.T) {
			area, _, right := painted(tt.got)
			if !near(area, tt.area) || right != tt.right && !near(right, tt.right) {
				t.Errorf("area %.2f to %.2f, want %.2f to %.2f", area, right, tt.area, tt.right)
			}
		})
	}
}

// The hatched part is told from the solid and the white one by how much ink
// it has, also where it is narrow.
func TestHatchingIsHalfAsDarkAsInk(t *testing.T) {
	for _, width := range []float64{3, 10, 60, 146} {
		var d doc.Drawing
		d.Areas = hatch(20, 20+width, barHeight)
		area, left, right := painted(d)
		if left < 20-0.001 || right > 20+width+0.001 {
			t.Errorf("%g wide: lines from %g to %g leave the part", width, left, right)
		}
		if share := area / (width * barHeight); share < 0.2 || share > 0.45 {
			t.Errorf("%g wide: %.2f of it is ink", width, share)
		}
	}
}

func TestPitchLeavesNoSquareTooSmallToCount(t *testing.T) {
	for _, tt := range []struct {
		most int
		want float64
	}{{1, 11}, {9, 11}, {13, 138.0 / 13}, {27, 138.0 / 27}, {28, 0}, {34, 0}, {0, 11}} {
		if got := Pitch(tt.most, 137); !near(got, tt.want) {
			t.Errorf("Pitch(%d) = %g, want %g", tt.most, got, tt.want)
		}
	}
}
