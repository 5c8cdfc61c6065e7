// Package person reads the numbers that identify patients in Swedish care:
// personnummer, samordningsnummer and reservnummer. Review and cohort ask it;
// it knows no file, and no error of it holds a number.
package person

import (
	"strconv"
	"strings"
	"unicode"
)

// Kind is what sort of number it is.
type Kind int

// The kinds of number.
const (
	Personal     Kind = iota // personnummer, Skatteverket SKV 704
	Coordination             // samordningsnummer: the day of birth plus 60, SKV 707
	Reserve                  // reservnummer: has letters, given by a region
)

// Number is a number that identifies a patient, read and checked.
type Number struct {
	Kind Kind
	text string
}

// String is the number as it is printed: ÅÅÅÅMMDD-NNNN, without the century
// where it cannot be known, and a reservnummer as it was written.
func (n Number) String() string { return n.text }

// Fault is why a number was refused. Its value is the name of the broken
// rule.
type Fault string

// The faults.
const (
	BadForm       Fault = "personnummer-form"           // not ten or twelve digits
	BadDate       Fault = "personnummer-datum"          // the date of birth does not exist
	BadCheckDigit Fault = "personnummer-kontrollsiffra" // one digit is wrong, or two have changed places
	NotBorn       Fault = "personnummer-framtid"        // the date of birth lies after the day of reference
)

// Error is the name of the broken rule.
func (f Fault) Error() string { return string(f) }

// Day is a day of the calendar. The zero Day is an unknown one.
type Day struct{ Year, Month, Day int }

// written is a number as it stands: ten or twelve digits, with or without a
// sign before the last four.
type written struct{ century, date, sign, last string }

func read(s string) (w written, ok bool) {
	const date, last = 6, 4
	rest := ""
	if n := len(s) - last; n > 0 {
		rest, w.last = s[:n], s[n:]
	}
	if strings.HasSuffix(rest, "-") || strings.HasSuffix(rest, "+") {
		rest, w.sign = rest[:len(rest)-1], rest[len(rest)-1:]
	}
	if len(rest) > date {
		rest, w.century = rest[2:], rest[:2]
	}
	w.date = rest
	return w, len(w.date) == date && digitsIn(w.century+w.date+w.last) == len(s)-len(w.sign)
}

// digitsIn is how many digits a text begins with.
func digitsIn(s string) int {
	i := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if i < 0 {
		return len(s)
	}
	return i
}

// Parse reads a number. Ten digits belong to the latest century that is not
// after on, with + one hundred years earlier; when on is unknown they are
// printed without a century. The error is a [Fault].
func Parse(s string, on Day) (Number, error) {
	if hasBoth(s, unicode.IsLetter, unicode.IsDigit) {
		return Number{Kind: Reserve, text: s}, nil
	}
	w, ok := read(s)
	if !ok {
		return Number{}, BadForm
	}
	century, date, sign, last := w.century, w.date, w.sign, w.last
	if century == "" && on != (Day{}) {
		century = centuryOf(date, sign, on)
	}
	kind, born, ok := birth(century, date)
	switch {
	case !ok:
		return Number{}, BadDate
	case !checks(date + last):
		return Number{}, BadCheckDigit
	case century != "" && on != (Day{}) && born.after(on):
		return Number{}, NotBorn
	}
	if century == "" && sign == "+" {
		return Number{Kind: kind, text: date + sign + last}, nil
	}
	return Number{Kind: kind, text: century + date + "-" + last}, nil
}

// Within tells whether a text holds a valid personnummer or samordningsnummer,
// as a file name must not.
func Within(s string) bool {
	valid := func(s string) bool { _, err := Parse(s, Day{}); return err == nil }
	for i := 0; i < len(s); i++ {
		end := i + digitsIn(s[i:])
		if end == i {
			continue
		}
		whole := end
		if end < len(s) && (s[end] == '-' || s[end] == '+') {
			whole += 1 + digitsIn(s[end+1:])
		}
		if valid(s[i:end]) || valid(s[i:whole]) {
			return true
		}
		i = end
	}
	return false
}

// centuryOf is the first two digits of the year of birth, for six digits
// without them.
func centuryOf(date, sign string, on Day) string {
	century := on.Year / 100
	if day(strconv.Itoa(century)+date[:2], date[2:]).after(on) {
		century--
	}
	if sign == "+" {
		century--
	}
	return strconv.Itoa(century)
}

// birth is the kind of number and the day of birth; false when there is no
// such day, or none that anyone alive can have. Without a century the day
// must exist in some year: 2000 and 1900 differ only in the leap day, which
// 2000 has.
func birth(century, date string) (Kind, Day, bool) {
	switch century {
	case "":
		century = "20"
	case "18", "19", "20":
	default:
		return Personal, Day{}, false
	}
	kind, born := Personal, day(century+date[:2], date[2:])
	if born.Day > 60 {
		kind = Coordination
	}
	born.Day %= 60
	return kind, born, born.exists()
}

// day is a year and four digits as a day; of a samordningsnummer still with
// the 60.
func day(year, monthDay string) Day {
	return Day{number(year), number(monthDay[:2]), number(monthDay[2:])}
}

// number is the value of a few digits.
func number(digits string) int {
	n, _ := strconv.Atoi(digits) // only digits get here
	return n
}

// exists tells whether the calendar has the day.
func (d Day) exists() bool {
	if d.Month < 1 || d.Month > 12 || d.Day < 1 {
		return false
	}
	leap := d.Year%4 == 0 && (d.Year%100 != 0 || d.Year%400 == 0)
	if d.Month == 2 && leap {
		return d.Day <= 29
	}
	return d.Day <= [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[d.Month-1]
}

// after tells whether the day comes after another.
func (d Day) after(e Day) bool {
	return d.Year*10000+d.Month*100+d.Day%60 > e.Year*10000+e.Month*100+e.Day
}

// checks tells whether the last of ten digits is the check digit of the nine
// before it, by the Luhn algorithm (SKV 704).
func checks(ten string) bool {
	sum := 0
	for i, c := range ten {
		n := int(c - '0')
		if i%2 == 0 {
			n *= 2
		}
		sum += n/10 + n%10
	}
	return sum%10 == 0
}

// hasBoth tells whether a text has a character of either sort.
func hasBoth(s string, one, other func(rune) bool) bool {
	return strings.IndexFunc(s, one) >= 0 && strings.IndexFunc(s, other) >= 0
}
