package report_test

import (
	"encoding/json"
	"testing"

	"kontrakt/internal/report"
)

func TestNumbersAreReadAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct {
		number      report.Number
		said, json_ string
	}{
		{report.Count(2972), "2\u202f972", "2972"},
		{report.Count(-3), "0", "0"},
		{report.Fewer(5), "<5", `"<5"`},
		{report.More(1070), ">1\u202f070", `">1070"`},
		{report.Range(13, 16), "13–16", `"13–16"`},
		{report.Range(13, 13), "13", "13"},
		{report.Secret(), "x", `"x"`},
		{report.Number{}, "..", `".."`},
	} {
		written, err := c.number.MarshalJSON()
		if c.number.String() != c.said || string(written) != c.json_ || err != nil {
			t.Errorf("%v is said %s and written %s, want %s and %s", c.number, c.number, written, c.said, c.json_)
		}
		var read report.Number
		if err := json.Unmarshal(written, &read); err != nil || read != c.number {
			t.Errorf("%s is read as %v (%v)", written, read, err)
		}
	}
	for _, wrong := range []string{`-1`, `1.5`, `"5"`, `"<"`, `"<-5"`, `"16–13"`, `"abc"`, `1e3`, `99999999999`, `true`, `[]`} {
		var n report.Number
		if err := json.Unmarshal([]byte(wrong), &n); err == nil {
			t.Errorf("%s is read as %v", wrong, n)
		}
	}
}

func TestBounds(t *testing.T) {
	for _, c := range []struct {
		number    report.Number
		low, high int
		ok        bool
	}{
		{report.Count(7), 7, 7, true},
		{report.Fewer(5), 1, 4, true},
		{report.More(70), 71, 74, true},
		{report.Range(3, 9), 3, 9, true},
		{report.Secret(), 0, 0, false},
		{report.Number{}, 0, 0, false},
	} {
		if low, high, ok := c.number.Bounds(5); low != c.low || high != c.high || ok != c.ok {
			t.Errorf("%v is %d to %d, %v", c.number, low, high, ok)
		}
	}
}

// Half is rounded away from zero, from the exact quotient: 0,25 would be 0,2
// and 0,35 a little less than it is, if floats were rounded to even.
func TestRounding(t *testing.T) {
	for _, c := range []struct {
		got  report.Decimal
		said string
	}{
		{report.Tenths(2972, 75), "39,6"},
		{report.Tenths(1, 4), "0,3"},
		{report.Tenths(7, 20), "0,4"},
		{report.Tenths(-1, 4), "−0,3"},
		{report.Tenths(1, 75), "0,0"},
		{report.Tenths(10_000, 5), "2\u202f000,0"},
		{report.Tenths(1, 0), ".."},
		{report.Percent(43, 74), "58"},
		{report.Percent(1, 8), "13"},
		{report.PercentTenths(1042, 2972), "35,1"},
		{report.Percent(0, 0), ".."},
	} {
		if got := c.got.String(); got != c.said {
			t.Errorf("got %s, want %s", got, c.said)
		}
	}
}
