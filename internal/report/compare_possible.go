package report

import (
	"cmp"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// possible holds published figures against themselves.
func (c *comparison) possible() {
	c.sexPercents()
	c.medians()
	c.means()
	for _, table := range []string{"by_profession", "by_unit"} {
		c.contactTable(table)
	}
	c.parts("excluded", "patients", "excluded_total")
	c.threshold()
}

// of is how many a published figure is of: what stands beside it, else those
// that its part was published with, else all patients that were; where nothing
// of that was published, those counted here.
func (c *comparison) of(f figure, part string) int {
	counted := map[string]Number{"age": c.f.Age.Known, "sex": c.f.Sex.Known, "doctors": c.f.Doctors.Known}
	return cmp.Or(f.n, c.root.get(part, "known").whole(), c.root.get("n").whole(), c.root.get("cohort", "patients").whole(),
		valueOf(counted[part]), valueOf(c.f.Cohort.Patients))
}

// sexPercents: some number of women among so many gives these percentages.
func (c *comparison) sexPercents() {
	sex := c.root.get("sex")
	w, hasW := sex.figure("women_percent")
	m, hasM := sex.figure("men_percent")
	if !hasW && !hasM {
		return
	}
	first := w
	if !hasW {
		first = m
	}
	n := c.of(first, "sex")
	fits := func(n int) bool {
		k := first.part(n)
		if !hasW {
			k = n - k
		}
		for women := max(k-1, 0); women <= min(k+1, n); women++ {
			if (!hasW || w.near(int64(100*women), int64(n))) && (!hasM || m.near(int64(100*(n-women)), int64(n))) {
				return true
			}
		}
		return false
	}
	if n <= 0 || fits(n) {
		return
	}
	c.find(first.pos, "sex", "procent-omöjlig", said(w, hasW, "kvinnor", m, hasM, "män"), strconv.Itoa(n), nearest(n, fits))
}

// part is about how many of n the percentage is.
func (f figure) part(n int) int {
	percent, _ := f.value.Float64()
	return int(min(max(percent, 0), 100) * float64(n) / 100)
}

// said is one or two percentages in words.
func said(a figure, hasA bool, aName string, b figure, hasB bool, bName string) string {
	var all []string
	if hasA {
		all = append(all, a.String()+" % "+aName)
	}
	if hasB {
		all = append(all, b.String()+" % "+bName)
	}
	return strings.Join(all, " och ")
}

// nearest are the nearest numbers of people that something is possible for.
func nearest(n int, fits func(int) bool) string {
	var all []string
	for off := 1; off <= n && off <= 20 && len(all) < 3; off++ {
		for _, m := range []int{n - off, n + off} {
			if m > 0 && len(all) < 3 && fits(m) {
				all = append(all, strconv.Itoa(m))
			}
		}
	}
	if len(all) == 0 {
		return "inget antal i närheten"
	}
	return strings.Join(all, ", ")
}

// medians: of an odd number of whole years the median is one of them.
func (c *comparison) medians() {
	for _, part := range []string{"age", "cohort", "doctors"} {
		m, ok := c.root.get(part).figure("median")
		if !ok {
			continue
		}
		n := c.of(m, part)
		twice := new(big.Rat).Mul(m.value, big.NewRat(2, 1))
		if n > 0 && (!twice.IsInt() || n%2 == 1 && !m.value.IsInt()) {
			c.find(m.pos, part+".median", "median-omöjlig", m.String(), strconv.Itoa(n))
		}
	}
}

// means: some sum of whole numbers gives the mean, and where the sum itself
// was published, that one.
func (c *comparison) means() {
	if m, ok := c.root.get("age").figure("mean"); ok {
		n := c.of(m, "age")
		sum := new(big.Rat).Mul(m.value, new(big.Rat).SetInt64(int64(n)))
		near, _ := sum.Float64()
		whole := int64(rounded(int(near*2), 2))
		if n > 0 && !m.near(whole, int64(n)) && !m.near(whole+1, int64(n)) && !m.near(whole-1, int64(n)) {
			c.find(m.pos, "age.mean", "medel-omöjligt", m.String(), strconv.Itoa(n))
		}
	}
	cohort := c.root.get("cohort")
	c.quotient("cohort.contacts_per_patient", cohort, "contacts_per_patient", cohort.get("contacts").whole())
}

// quotient holds a published mean against the sum and the number of patients
// that it was published with.
func (c *comparison) quotient(path string, n node, key string, sum int) {
	m, ok := n.figure(key)
	of := c.of(m, "cohort")
	if ok && sum > 0 && of > 0 && !m.near(int64(sum), int64(of)) {
		c.find(m.pos, path, "kvot", path, m.String(), swedish(Tenths(sum, of).String()), grouped(sum), grouped(of))
	}
}

// contactTable: the contacts are all contacts, each mean is of its n, the
// rounded means are not to be added, and an n that is the same in every row
// cannot be of those who had any contact.
func (c *comparison) contactTable(table string) {
	c.parts(table, "contacts", "cohort", "contacts")
	rows := c.root.get(table).items
	sum, decimals, complete := new(big.Rat), 0, len(rows) > 0
	var n []int
	fewest := 0 // the row with the fewest contacts
	for i, row := range rows {
		name, _ := row.name()
		c.quotient(table+"["+name+"].per_patient", row, "per_patient", row.get("contacts").whole())
		m, ok := row.figure("per_patient")
		complete = complete && ok
		if ok {
			sum.Add(sum, m.value)
			decimals = max(decimals, m.decimals)
		}
		n = append(n, cmp.Or(m.n, row.get("n").whole(), row.get("patients").whole()))
		if row.get("contacts").whole() < rows[fewest].get("contacts").whole() {
			fewest = i
		}
	}
	total, ok := c.root.get("cohort").figure("contacts_per_patient")
	if complete && ok && sum.Cmp(total.value) != 0 {
		c.find(c.root.get(table).pos, table, "avrundade-delar", swedish(sum.FloatString(decimals)), total.String())
	}
	c.sameN(table, rows, n, fewest)
}

func (c *comparison) sameN(table string, rows []node, n []int, fewest int) {
	if len(n) < 2 || n[0] == 0 || slices.Max(n) != slices.Min(n) {
		return
	}
	row := rows[fewest]
	if contacts := row.get("contacts"); contacts.kind == number && contacts.whole() < n[fewest] {
		name, _ := row.name()
		few := grouped(contacts.whole()) + " kontakter"
		if contacts.whole() == 1 {
			few = "1 kontakt"
		}
		c.find(row.pos, table, "samma-n", strconv.Itoa(n[0]), name, few)
	}
}

// parts: the rows of a table add up to a total that was published too.
func (c *comparison) parts(table, key string, total ...string) {
	rows, all := c.root.get(table), c.root.get(total...)
	if len(rows.items) == 0 || all.kind != number {
		return
	}
	sum := 0
	for _, row := range rows.items {
		if row.get(key).kind != number {
			return
		}
		sum += row.get(key).whole()
	}
	if whole := all.whole(); sum != whole {
		c.find(rows.pos, table, "delsumma", table, grouped(sum), grouped(whole))
	}
}

// above and atLeast are how a threshold is said. More than 30 is not 30 or
// more.
var (
	above = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:fler|mer|större)(?:\s+kontakter)?\s+än\s+(\d{1,6})|över\s+(\d{1,6})|>\s*(\d{1,6})`)
	})
	atLeast = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(\d{1,6})(?:\s+kontakter)?\s+(?:eller|och)\s+(?:fler|mer|flera|uppåt|däröver)|minst\s+(\d{1,6})|(?:≥|>=)\s*(\d{1,6})|från\s+(\d{1,6})|(\d{1,6})\s*\+`)
	})
)

// threshold: the words of the threshold mean the same as each other, as the
// threshold and as the least that anybody had.
func (c *comparison) threshold() {
	cohort := c.root.get("cohort")
	text := cohort.get("threshold_text")
	said := text.text
	for _, t := range text.items {
		said += "; " + t.text
	}
	limits := append(limits(above(), said, 1), limits(atLeast(), said, 0)...)
	if len(limits) == 0 {
		return
	}
	low, high := slices.Min(limits), slices.Max(limits)
	least := cmp.Or(cohort.get("least").whole(), valueOf(c.f.Cohort.Least))
	threshold := cmp.Or(cohort.get("threshold").whole(), c.f.Cohort.Threshold)
	switch {
	case low != high:
		c.find(text.pos, "cohort.threshold_text", "tröskel-två", said)
	case least > 0 && least < low:
		c.find(text.pos, "cohort.threshold_text", "tröskel-minst", said, strconv.Itoa(low), strconv.Itoa(least))
	case threshold > 0 && threshold != low:
		c.find(text.pos, "cohort.threshold_text", "tröskel-annan", said, strconv.Itoa(low), strconv.Itoa(threshold))
	}
}

func valueOf(n Number) int {
	v, _ := n.Value()
	return v
}

// limits are the least numbers that a text lets through.
func limits(pattern *regexp.Regexp, text string, more int) []int {
	var all []int
	for _, found := range pattern.FindAllStringSubmatch(text, -1) {
		n, err := strconv.Atoi(strings.Join(found[1:], "")) // one of them is there
		if err == nil {
			all = append(all, n+more)
		}
	}
	return all
}
