package chart

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"strings"
	"testing"

	"rsc.io/qr"
)

// Every module that a reader sees dark is covered once, no light one is, and
// the margin is empty.
func TestCodeIsDrawnModuleByModule(t *testing.T) {
	for _, address := range []string{"https://www.1177.se/", "https://exempel.se/" + strings.Repeat("boka/", 40)} {
		fig := QR(address, "QR-kod")
		code, err := qr.Encode(address, qr.M)
		if err != nil {
			t.Fatal(err)
		}
		size := code.Size
		side := size + 2*quiet
		covered := make(map[image.Point]int)
		for _, s := range fig.Shapes {
			at := func(v float64) int { return int(math.Round(v*float64(side))) - quiet }
			for y := at(s.Y); y < at(s.Y+s.H); y++ {
				for x := at(s.X); x < at(s.X+s.W); x++ {
					covered[image.Pt(x, y)]++
				}
			}
		}
		for y := -quiet; y < size+quiet; y++ {
			for x := -quiet; x < size+quiet; x++ {
				want := 0
				if code.Black(x, y) {
					want = 1
				}
				if got := covered[image.Pt(x, y)]; got != want {
					t.Fatalf("%s: module %d,%d is covered %d times, want %d", address, x, y, got, want)
				}
			}
		}
		if len(fig.Shapes) > size*size/4 {
			t.Errorf("%d rectangles for %d modules", len(fig.Shapes), size*size)
		}
	}
}

func TestNoCodeWhereThereIsNothingToSay(t *testing.T) {
	for _, address := range []string{"", "https://" + strings.Repeat("x", 4000)} {
		if QR(address, "QR-kod") != nil {
			t.Errorf("a code of %d characters", len(address))
		}
	}
}

func TestLogoKeepsItsProportions(t *testing.T) {
	tests := []struct {
		w, h                  int
		wantWidth, wantHeight float64
	}{
		{1400, 100, 140, 10},
		{100, 100, 40, 40},
		{7, 2, 140, 40},
	}
	for _, tt := range tests {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, tt.w, tt.h))); err != nil {
			t.Fatal(err)
		}
		got := Logo(b.Bytes(), "Logotyp")
		if got.Width != tt.wantWidth || got.Height != tt.wantHeight {
			t.Errorf("%dx%d is printed %gx%g, want %gx%g", tt.w, tt.h, got.Width, got.Height, tt.wantWidth, tt.wantHeight)
		}
	}
	if Logo([]byte("no picture"), "") != nil || Logo(nil, "") != nil {
		t.Error("a logo of nothing")
	}
}

func BenchmarkQR(b *testing.B) {
	for b.Loop() {
		QR("https://www.1177.se/", "QR-kod")
	}
}
