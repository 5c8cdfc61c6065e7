package report

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// words are the names of the categories of one table. Capitals and spaces
// around make no other word: the first way of writing it is kept.
type words map[string]string

func newWords() words { return words{} }

func (w words) one(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	key := strings.ToLower(name)
	if key == strings.ToLower(review.NoAction) {
		return review.NoAction
	}
	if first, ok := w[key]; ok {
		return first
	}
	w[key] = name
	return name
}

// each is the names of a list, each once.
func (w words) each(names []string) []string {
	var all []string
	for _, name := range names {
		if name = w.one(name); !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

// counts is the rows of a map by tidy name, each once, without those that
// count nothing.
func (w words) counts(rows []source.Count) []source.Count {
	var all []source.Count
	for _, row := range rows {
		name := w.one(row.Name)
		i := slices.IndexFunc(all, func(c source.Count) bool { return c.Name == name })
		switch {
		case row.N <= 0:
		case i >= 0:
			all[i].N += row.N
		default:
			all = append(all, source.Count{Name: name, N: row.N})
		}
	}
	return all
}

// order is the order of a table's rows.
type order struct{ by *collate.Collator }

func newOrder() order { return order{collate.New(language.Swedish)} }

// alphabetical compares two names as a Swedish reader expects.
func (o order) alphabetical(a, b string) int {
	return cmp.Or(o.by.CompareString(a, b), cmp.Compare(a, b))
}

// largest compares two rows: the larger first, ties and numbers that are not
// known alphabetically after them, so that no order tells of what is hidden.
func (o order) largest(a, b Number, aName, bName string) int {
	an, aKnown := a.Value()
	bn, bKnown := b.Value()
	switch {
	case aKnown && bKnown:
		return cmp.Or(cmp.Compare(bn, an), o.alphabetical(aName, bName))
	case aKnown != bKnown:
		if aKnown {
			return -1
		}
		return 1
	default:
		return o.alphabetical(aName, bName)
	}
}

// A place is where a row stands among the others of its table.
type place struct {
	rank int // merged categories after the others, "no action" after them
	size Number
	name string
}

// sortRows puts the rows of a table in order, by size or by name alone.
func sortRows[T any](rows []T, of func(T) place) {
	o := newOrder()
	slices.SortStableFunc(rows, func(a, b T) int {
		pa, pb := of(a), of(b)
		return cmp.Or(cmp.Compare(pa.rank, pb.rank), o.largest(pa.size, pb.size, pa.name, pb.name))
	})
}

func (r Row) bySize() place        { return place{min(r.Merged, 1), r.Patients, r.Name} }
func (r Reason) bySize() place     { return Row(r).bySize() }
func (r ContactRow) bySize() place { return place{min(r.Merged, 1), r.Contacts, r.Name} }
func (r ContactRow) byName() place { return place{min(r.Merged, 1), Number{}, r.Name} }
func (a Action) bySize() place {
	if a.Name == review.NoAction {
		return place{2, a.Patients, a.Name}
	}
	return place{min(a.Merged, 1), a.Patients, a.Name}
}

// LargestFirst is rows of contacts as people read them.
func LargestFirst(rows []ContactRow) []ContactRow {
	sorted := slices.Clone(rows)
	sortRows(sorted, ContactRow.bySize)
	return sorted
}

// A tallyOf counts patients by category.
type tallyOf struct {
	names    []string
	patients map[string]int
	sum      map[string]int
}

func newTallyOf() *tallyOf {
	return &tallyOf{patients: map[string]int{}, sum: map[string]int{}}
}

// add counts one patient in a category, with n of something.
func (t *tallyOf) add(name string, n int) {
	if _, known := t.patients[name]; !known {
		t.names = append(t.names, name)
	}
	t.patients[name]++
	t.sum[name] += n
}
