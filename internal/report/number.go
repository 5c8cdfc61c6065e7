package report

import (
	"strconv"
	"strings"
)

// A Kind is what can be said of a number.
type Kind uint8

// The kinds of number.
const (
	Missing Kind = iota // nobody knows: printed ..
	Known               // printed as it is
	Below               // at least one, but fewer than may be printed: <5
	Above               // short of all, but by fewer than may be printed: >70
	Between             // somewhere in a range, where parts of a sum are hidden: 13–16
	Hidden              // hidden for another number's sake: x
)

// A Number is a count that may tell of somebody: a whole number, or what is
// printed in its place. The zero Number is one that nobody knows.
type Number struct {
	kind      Kind
	low, high int // Known, Below, Above: low; Between: both
}

// Count is a number that is known. Fewer than none are none.
func Count(n int) Number { return Number{kind: Known, low: max(n, 0)} }

// Fewer is a number between one and limit-1.
func Fewer(limit int) Number { return Number{kind: Below, low: limit} }

// More is a number above limit and below all of those it counts among; by how
// much, the record of what was hidden tells (Public.Minimum).
func More(limit int) Number { return Number{kind: Above, low: limit} }

// Range is a number between low and high, both among them.
func Range(low, high int) Number {
	if low == high {
		return Count(low)
	}
	return Number{kind: Between, low: low, high: high}
}

// Secret is a number that is hidden for another's sake.
func Secret() Number { return Number{kind: Hidden} }

// Kind is what can be said of the number.
func (n Number) Kind() Kind { return n.kind }

// Value is the number, where it is known.
func (n Number) Value() (value int, known bool) { return n.low, n.kind == Known }

// Is tells whether the number is known and is this one.
func (n Number) Is(value int) bool { return n == Count(value) }

// Bounds are the least and the most that the number can be, where numbers
// below minimum are not printed; ok is false where it can be anything.
func (n Number) Bounds(minimum int) (low, high int, ok bool) {
	switch n.kind {
	case Known:
		return n.low, n.low, true
	case Below:
		return 1, n.low - 1, true
	case Above:
		return n.low + 1, n.low + max(minimum, 2) - 1, true
	case Between:
		return n.low, n.high, true
	default:
		return 0, 0, false
	}
}

// String is the number as people read it: 2 972, <5, >70, 13–16, x or two dots.
func (n Number) String() string {
	switch n.kind {
	case Known:
		return grouped(n.low)
	case Below:
		return "<" + grouped(n.low)
	case Above:
		return ">" + grouped(n.low)
	case Between:
		return grouped(n.low) + "–" + grouped(n.high)
	case Hidden:
		return "x"
	default:
		return ".."
	}
}

// MarshalJSON writes a known number as a number, and what is printed in its
// place as a text without spaces.
func (n Number) MarshalJSON() ([]byte, error) {
	text := strings.ReplaceAll(n.String(), thin, "")
	if n.kind == Known {
		return []byte(text), nil
	}
	return []byte(`"` + text + `"`), nil
}

// A Decimal is a statistic rounded to whole numbers or to tenths, half away
// from zero, from the exact quotient. The zero Decimal is one that is not
// known, or not printed; in JSON it is null.
type Decimal struct {
	value  int  // in tenths where tenths
	tenths bool // whether one decimal is printed
	known  bool
}

// Tenths is sum/by with one decimal; not known where by is not above zero.
func Tenths(sum, by int) Decimal {
	if by <= 0 {
		return Decimal{}
	}
	return Decimal{value: rounded(10*sum, by), tenths: true, known: true}
}

// Percent is part of whole in whole per cent; not known where there is no
// whole.
func Percent(part, whole int) Decimal {
	if whole <= 0 {
		return Decimal{}
	}
	return Decimal{value: rounded(100*part, whole), known: true}
}

// PercentTenths is Percent with one decimal.
func PercentTenths(part, whole int) Decimal { return Tenths(100*part, whole) }

// Known tells whether there is a value.
func (d Decimal) Known() bool { return d.known }

// InTenths is the value in tenths, also where it is printed whole.
func (d Decimal) InTenths() int {
	if d.tenths {
		return d.value
	}
	return 10 * d.value
}

// String is the value as people read it: 39,6, 1 785,0, 58 or two dots.
func (d Decimal) String() string {
	switch {
	case !d.known:
		return ".."
	case !d.tenths:
		return signed(d.value, grouped(magnitude(d.value)))
	default:
		n := magnitude(d.value)
		return signed(d.value, grouped(n/10)+","+strconv.Itoa(n%10))
	}
}

// MarshalJSON writes 39.6, 58 or null.
func (d Decimal) MarshalJSON() ([]byte, error) {
	if !d.known {
		return []byte("null"), nil
	}
	text := strings.NewReplacer(thin, "", ",", ".", "−", "-").Replace(d.String())
	return []byte(text), nil
}

// rounded is sum/by as a whole number, half away from zero; by is above zero.
func rounded(sum, by int) int {
	if sum < 0 {
		return -rounded(-sum, by)
	}
	return (2*sum + by) / (2 * by)
}

// thin stands between thousands: a narrow space where no line breaks.
const thin = "\u202f"

// grouped is a whole number with its thousands apart.
func grouped(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + thin + text[i:]
	}
	return text
}

func magnitude(n int) int { return max(n, -n) }

// signed is a text with the sign of the number that it is.
func signed(n int, text string) string {
	if n < 0 {
		return "−" + text
	}
	return text
}
