package cohort

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"kontrakt/internal/source"
)

// The days that workbooks count from, as Excel numbers them: on Windows, and
// in the workbooks of old Macs.
const (
	base1900 = 0
	base1904 = 1462
)

// months are the first letters of the months in Swedish and English.
var months = []string{"jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}

// day reads a date as people and systems write it: 2024-01-20, with or
// without a clock time, 20240120, 240120, 20/1 2024, 20.1.2024, 20 januari
// 2024, or a workbook's day number. The day stands before the month, as in
// Swedish.
func day(s string, base int) (source.Date, bool) {
	if d, ok := isoDay(s); ok {
		return d, true
	}
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for len(words) > 0 && unicode.IsLetter([]rune(words[0])[0]) { // "den", "lördag"
		words = words[1:]
	}
	if len(words) == 0 || len(words) > 8 {
		return source.Date{}, false
	}
	first := words[0]
	switch n := len(first); {
	case !digits(first):
	case n == 8 || n == 12 || n == 14:
		return dayOf(first[:4], first[4:6], first[6:8])
	case n == 6:
		return dayOf("20"+first[:2], first[2:4], first[4:])
	case n == 5 && len(words) <= 2:
		return serial(first, base)
	case len(words) < 3:
	case n == 4:
		return dayOf(first, words[1], words[2])
	case len(words[2]) == 2:
		return dayOf("20"+words[2], words[1], first)
	default:
		return dayOf(words[2], words[1], first)
	}
	return source.Date{}, false
}

// isoDay is day for the form that nearly all rows have.
func isoDay(s string) (source.Date, bool) {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' || len(s) > 10 && s[10] != ' ' && s[10] != 'T' {
		return source.Date{}, false
	}
	return source.ParseDate(s[:10])
}

// dayOf is a date of three words, the month with digits or by name.
func dayOf(year, month, day string) (source.Date, bool) {
	for i, m := range months {
		if strings.HasPrefix(strings.Replace(month, "may", "maj", 1), m) || m == "okt" && strings.HasPrefix(month, "oct") {
			month = strconv.Itoa(i + 1)
		}
	}
	if len(year) != 4 || len(month) > 2 || len(day) > 2 || !digits(year+month+day) {
		return source.Date{}, false
	}
	pad := func(s string) string { return strings.Repeat("0", 2-len(s)) + s }
	return source.ParseDate(year + "-" + pad(month) + "-" + pad(day))
}

// serial is the date of a workbook's day number.
func serial(number string, base int) (source.Date, bool) {
	n, err := strconv.Atoi(number)
	if err != nil {
		return source.Date{}, false
	}
	t := time.Date(1899, 12, 30+base+n, 0, 0, 0, 0, time.UTC)
	return source.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, true
}

// digits tells whether a text is nothing but digits.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
