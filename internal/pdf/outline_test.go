package pdf

import (
	"errors"
	"regexp"
	"strconv"
	"testing"
)

// The outlines of a line are as wide as the line is printed, and stand on its
// baseline.
func TestOutlineIsAsWideAsTheText(t *testing.T) {
	pr := printer(t)
	for _, text := range []string{"Figur 1. Av 315 patienter", "Ŋiŋŋá", "1\u202f042"} {
		for _, bold := range []bool{false, true} {
			got, err := pr.Outline(text, 10, bold)
			if err != nil {
				t.Fatal(err)
			}
			right, lowest := 0.0, 0.0
			for _, point := range regexp.MustCompile(`(-?[\d.]+) (-?[\d.]+)`).FindAllStringSubmatch(got, -1) {
				x, _ := strconv.ParseFloat(point[1], 64)
				y, _ := strconv.ParseFloat(point[2], 64)
				right, lowest = max(right, x), max(lowest, y)
			}
			if width := pr.Width(text, 10, bold); right > width || right < width-1 || lowest > 3 {
				t.Errorf("%q reaches %.2f and down to %.2f, and is %.2f wide", text, right, lowest, width)
			}
		}
	}
}

func TestOutlineOfACharacterThatNoFaceHas(t *testing.T) {
	pr := printer(t)
	var missing *MissingError
	if _, err := pr.Outline("汉", 10, false); !errors.As(err, &missing) || missing.Char != '汉' {
		t.Errorf("told as %v", err)
	}
	if _, err := pr.Outline("hälsa", 10, false); err != nil {
		t.Errorf("the next one is told as %v", err)
	}
}
