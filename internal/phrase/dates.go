package phrase

import (
	"strconv"
	"strings"

	"kontrakt/internal/source"
)

// Day is a day in words: "29 september 2025".
func (t *Table) Day(d source.Date) string { return t.day(t.Dates.Day, t.Dates.Months, d) }

// WeekdayDay is a day with its weekday: "måndag 29 september 2025".
func (t *Table) WeekdayDay(d source.Date) string {
	return t.day(t.Dates.WeekdayDay, t.Dates.Months, d)
}

// ShortDay is a day for narrow places: "29 sept. 2025".
func (t *Table) ShortDay(d source.Date) string {
	return t.day(t.Dates.ShortDay, t.Dates.ShortMonths, d)
}

// When is a point in time for running text: "måndag 29 september 2025 kl.
// 10.00", or the words as they were written.
func (t *Table) When(w source.When) string {
	if w.Date.IsZero() {
		return w.Words
	}
	return t.withClock(t.WeekdayDay(w.Date), w.Clock)
}

// ShortWhen is a point in time for columns: "29 sept. 2025", the clock on a
// line of its own, or the words as they were written.
func (t *Table) ShortWhen(w source.When) string {
	switch {
	case w.Date.IsZero():
		return w.Words
	case w.Clock == "":
		return t.ShortDay(w.Date)
	}
	return t.ShortDay(w.Date) + "\n" + t.clock(w.Clock)
}

func (t *Table) withClock(day, clock string) string {
	if clock == "" {
		return day
	}
	return Fill(t.Dates.DayAndClock, "dag", day, "klocka", t.clock(clock))
}

// clock writes "10.00" as the language does.
func (t *Table) clock(s string) string {
	hour, minute, _ := strings.Cut(strings.ReplaceAll(s, ":", "."), ".")
	return Fill(t.Dates.Clock, "timme", hour, "minut", minute)
}

func (t *Table) day(pattern string, months []string, d source.Date) string {
	if d.IsZero() {
		return ""
	}
	return Fill(pattern,
		"veckodag", at(t.Dates.Weekdays, (int(d.Weekday())+6)%7),
		"dag", strconv.Itoa(d.Day),
		"månad", at(months, d.Month-1),
		"år", strconv.Itoa(d.Year))
}

// at is a word of a list, or nothing outside it.
func at(words []string, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return words[i]
}
