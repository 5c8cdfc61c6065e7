package source

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// literal is a value with a way of its own of reading the text that stands
// in the file. The name of a broken rule is returned, or "".
type literal interface {
	read(text string) (rule string)
}

// Date is a day of the calendar, ÅÅÅÅ-MM-DD. The zero Date is a missing one.
type Date struct{ Year, Month, Day int }

// ParseDate reads ÅÅÅÅ-MM-DD; ok is false where the text has another form or
// there is no such day.
func ParseDate(text string) (d Date, ok bool) {
	ok = d.read(text) == ""
	return d, ok
}

// IsZero tells whether the date is missing.
func (d Date) IsZero() bool { return d == Date{} }

// String is the date as ÅÅÅÅ-MM-DD; empty when it is missing.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	if d.Year < 1 || d.Year > 9999 { // reckoned, since none is read
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	}
	digit := func(n int) byte { return byte('0' + n%10) }
	return string([]byte{
		digit(d.Year / 1000), digit(d.Year / 100), digit(d.Year / 10), digit(d.Year), '-',
		digit(d.Month / 10), digit(d.Month), '-', digit(d.Day / 10), digit(d.Day),
	})
}

// Before tells whether d is an earlier day than e.
func (d Date) Before(e Date) bool {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day)) < 0
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday()
}

// AddMonths is the same day n months later; the last day of that month where
// it has no such day.
func (d Date) AddMonths(n int) Date {
	first := time.Date(d.Year, time.Month(d.Month+n), 1, 0, 0, 0, 0, time.UTC)
	e := Date{first.Year(), int(first.Month()), d.Day}
	e.Day = min(d.Day, e.monthLength())
	return e
}

// AddDays is the day n days later.
func (d Date) AddDays(n int) Date {
	t := time.Date(d.Year, time.Month(d.Month), d.Day+n, 0, 0, 0, 0, time.UTC)
	return Date{t.Year(), int(t.Month()), t.Day()}
}

func (d Date) monthLength() int {
	return time.Date(d.Year, time.Month(d.Month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}

func (d *Date) read(text string) string {
	if !hasForm(text, "0000-00-00") {
		return "date"
	}
	e := Date{number(text[:4]), number(text[5:7]), number(text[8:])}
	if e.Year < 1 || e.Month < 1 || e.Month > 12 || e.Day < 1 || e.Day > e.monthLength() {
		return "date-exists"
	}
	*d = e
	return ""
}

// When is a point in time as people write it: a day, perhaps with a clock
// time, or words that are never interpreted ("om tre månader"). The zero
// When is a missing one.
type When struct {
	Date  Date   // zero when Words are set
	Clock string // "10.00", or empty
	Words string // as written
}

// IsZero tells whether nothing was written.
func (w When) IsZero() bool { return w == When{} }

// String is what was written, a clock time always with a full stop.
func (w When) String() string {
	return strings.TrimSpace(w.Date.String() + " " + w.Clock + w.Words)
}

func (w *When) read(text string) string {
	if len(text) < 5 || !hasForm(text[:5], "0000-") {
		*w = When{Words: text}
		return ""
	}
	day, clock, timed := strings.Cut(text, " ")
	var e When
	if rule := e.Date.read(day); rule != "" {
		return rule
	}
	if timed {
		e.Clock = strings.ReplaceAll(clock, ":", ".")
		if !hasForm(e.Clock, "00.00") || e.Clock > "23.59" || e.Clock[3:] > "59" {
			return "clock"
		}
	}
	*w = e
	return ""
}

// Answer is ja, nej or oklart; empty when nobody has answered.
type Answer string

// The answers.
const (
	Yes     Answer = "ja"
	No      Answer = "nej"
	Unclear Answer = "oklart"
)

// Count is a row of a map from words to whole numbers, in the file's order.
type Count struct {
	Name string `yaml:",key"`
	N    int    `yaml:",value"`
}

// Pair is a row of a map from words to texts, in the file's order.
type Pair struct {
	Key   string `yaml:",key"`
	Value string `yaml:",value"`
}

// hasForm tells whether a text has the form of another, where 0 stands for
// any digit.
func hasForm(text, form string) bool {
	if len(text) != len(form) {
		return false
	}
	for i := range len(form) {
		digit := text[i] >= '0' && text[i] <= '9'
		if form[i] == '0' && !digit || form[i] != '0' && text[i] != form[i] {
			return false
		}
	}
	return true
}

// number is the value of a text of digits.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
