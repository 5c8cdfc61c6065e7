package disclosure_test

import (
	"strconv"
	"strings"
	"testing"

	"kontrakt/internal/disclosure"
)

// printed is a cell as on paper: its value, few, all but few, or hidden.
func printed(t *disclosure.Table, r disclosure.Ref, value int) string {
	return [...]string{strconv.Itoa(value), "<", ">", "x"}[t.Mark(r)]
}

// column is parts and their total, protected with a least number of 5.
func column(total int, parts ...int) string {
	t := disclosure.New(5)
	sum := t.Count(total)
	t.Weigh(sum, disclosure.Dear)
	refs := []disclosure.Ref{}
	for _, p := range parts {
		refs = append(refs, t.Count(p))
	}
	t.Sum(sum, refs...)
	t.Protect()
	var all []string
	for i, r := range refs {
		all = append(all, printed(t, r, parts[i]))
	}
	return strings.Join(append(all, "= "+printed(t, sum, total)), " ")
}

func TestAColumnWithItsTotal(t *testing.T) {
	for _, c := range []struct {
		name  string
		total int
		parts []int
		want  string
	}{
		{"nothing small, nothing hidden", 30, []int{10, 20, 0}, "10 20 0 = 30"},
		{"one small takes another with it", 49, []int{6, 6, 34, 3}, "x 6 34 < = 49"},
		{"what is hidden beside it has room itself", 26, []int{5, 20, 1}, "5 x < = 26"},
		{"two small hide each other", 33, []int{13, 7, 5, 4, 4}, "x 7 5 < < = 33"},
		{"three small hide each other", 34, []int{13, 12, 3, 3, 3}, "13 12 < < < = 34"},
		{"two that are few together take a third", 24, []int{20, 2, 2}, "x < < = 24"},
		{"a small total", 3, []int{3, 0}, "< 0 = <"},
		{"none is no cover", 23, []int{0, 20, 3}, "0 x < = 23"},
		{"what does not add up tells nothing", 50, []int{6, 34, 3}, "6 34 < = 50"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := column(c.total, c.parts...); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestWhatIsLeftOfAWholeIsACellToo(t *testing.T) {
	for _, c := range []struct {
		name               string
		least, part, whole int
		want               string
	}{
		{"some of all", 5, 60, 75, "60 of 75"},
		{"short of all by one", 5, 74, 75, "> of 75"},
		{"all", 5, 75, 75, "75 of 75"},
		{"none of few", 5, 0, 3, "0 of <"},
		{"few of few", 5, 1, 3, "< of <"},
		{"few and short of all by few", 5, 3, 6, "< of 6"},
		{"where few would be one, no mark tells", 2, 1, 75, "x of 75"},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := disclosure.New(c.least)
			whole := table.Count(c.whole)
			part := table.Count(c.part)
			table.Weigh(whole, disclosure.Dear)
			table.Within(part, whole)
			table.Protect()
			if got := printed(table, part, c.part) + " of " + printed(table, whole, c.whole); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestASumOfAFewPeopleIsHiddenWhateverItsSize(t *testing.T) {
	for _, contacts := range []int{0, 3, 300} {
		table := disclosure.New(5)
		r := table.Count(contacts)
		table.Withhold(r)
		table.Protect()
		if got := printed(table, r, contacts); got != "x" {
			t.Errorf("%d is printed %s", contacts, got)
		}
	}
}

func TestALimitTellsAsMuchAsASum(t *testing.T) {
	// Each patient had four contacts, no more and no fewer: the contacts tell how
	// many the patients are.
	table := disclosure.New(5)
	contacts := table.Count(16)
	patients := table.Count(4)
	table.NotAbove(disclosure.Term{Cell: patients, Times: 4}, disclosure.Term{Cell: contacts, Times: -1})
	table.NotAbove(disclosure.Term{Cell: contacts, Times: 1}, disclosure.Term{Cell: patients, Times: -4})
	table.Protect()
	if got := printed(table, patients, 4) + " " + printed(table, contacts, 16); got != "< x" {
		t.Errorf("got %s", got)
	}
}
