package report_test

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// An attacker has the published JSON, knows how a report is made (which
// numbers are the same, which add up, what the marks mean, that percentages
// are rounded), and nothing of the program that hid the numbers. Every number
// that is hidden is an unknown; it is found when nothing else fits.
type attacker struct {
	least  int
	sharp  bool           // takes a number that is hidden for another's sake not to be few
	leaves map[string]any // every value by its path: by_unit.3.contacts
	paths  []string       // of the leaves, in the JSON's order of keys by name
	index  map[string]int // unknowns by path
	names  []string
	low    []float64
	high   []float64
	rows   []equation
	wrong  []string // what the attacker takes for true and is not
}

// equation is a sum over unknowns that is, or is at most, a number.
type equation struct {
	of    map[int]float64
	equal bool
	is    float64
}

// anything is more than any count of the tests.
const anything = 1e6

func newAttacker(t *testing.T, data []byte, sharp bool) *attacker {
	t.Helper()
	a := &attacker{sharp: sharp, leaves: map[string]any{}, index: map[string]int{}}
	var root any
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	a.flatten("", root)
	n, _ := a.leaves["public.minimum"].(float64)
	a.least = int(n)
	a.know()
	return a
}

func (a *attacker) flatten(path string, v any) {
	switch v := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(mapKeys(v)) {
			a.flatten(join(path, key), v[key])
		}
	case []any:
		for i := range v {
			a.flatten(join(path, strconv.Itoa(i)), v[i])
		}
	default:
		a.leaves[path] = v
		a.paths = append(a.paths, path)
	}
}

func mapKeys(m map[string]any) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// mark is what stands in place of a hidden number.
var mark = regexp.MustCompile(`^(x|[<>]\d+)$`)

// term is a path's value: a number, or an unknown. ok is false where there is
// neither.
func (a *attacker) term(path string) (unknown int, value float64, ok bool) {
	switch v := a.leaves[path].(type) {
	case float64:
		return -1, v, true
	case string:
		if !mark.MatchString(v) {
			return 0, 0, false
		}
		if _, seen := a.index[path]; !seen {
			a.index[path] = len(a.names)
			a.names = append(a.names, path)
			low, high := a.range_(v)
			a.low, a.high = append(a.low, low), append(a.high, high)
		}
		return a.index[path], 0, true
	}
	return 0, 0, false
}

// range_ is what a mark itself tells.
func (a *attacker) range_(mark string) (low, high float64) {
	n, _ := strconv.Atoi(mark[1:])
	switch mark[0] {
	case '<':
		return 1, float64(n - 1)
	case '>':
		return float64(n + 1), float64(n + a.least - 1)
	}
	if a.sharp && a.least > 3 {
		return float64(a.least), anything
	}
	return 0, anything
}

// match are the paths of a pattern, where * stands for any one key.
func (a *attacker) match(pattern string) []string {
	if !strings.Contains(pattern, "*") {
		if _, ok := a.leaves[pattern]; ok {
			return []string{pattern}
		}
		return nil
	}
	want := strings.Split(pattern, ".")
	var all []string
	for _, p := range a.paths {
		have := strings.Split(p, ".")
		if len(have) == len(want) && !slices.ContainsFunc(indices(want), func(i int) bool { return want[i] != "*" && want[i] != have[i] }) {
			all = append(all, p)
		}
	}
	return all
}

func indices(s []string) []int {
	all := make([]int, len(s))
	for i := range all {
		all[i] = i
	}
	return all
}

// weighed is a path so many times.
type weighed struct {
	path string
	by   float64
}

// learn adds that the terms come to 0, or to at most 0. What has a term that
// is not printed at all tells nothing.
func (a *attacker) learn(equal bool, terms ...weighed) {
	e := equation{of: map[int]float64{}, equal: equal}
	for _, w := range terms {
		unknown, value, ok := a.term(w.path)
		switch {
		case !ok:
			return
		case unknown < 0:
			e.is -= w.by * value
		default:
			e.of[unknown] += w.by
		}
	}
	switch {
	case len(e.of) > 0:
		a.rows = append(a.rows, e)
	case e.is < -1e-6 || equal && e.is > 1e-6:
		a.wrong = append(a.wrong, fmt.Sprint(terms))
	}
}

// sum learns that the parts, by patterns, are the total or no less than it.
func (a *attacker) sum(equal bool, total string, parts ...string) {
	terms := []weighed{{total, 1}}
	for _, pattern := range parts {
		for _, p := range a.match(pattern) {
			terms = append(terms, weighed{p, -1})
		}
	}
	if len(terms) > 1 {
		a.learn(equal, terms...)
	}
}

// found are the hidden numbers that can be reckoned: by bounds on what is
// linear, and where few combinations are left by trying them all. possible
// tells whether anything fits at all.
func (a *attacker) found() (all []string, possible bool) {
	n := len(a.names)
	seenLow, seenHigh := make([]float64, n), make([]float64, n)
	for i := range n {
		seenLow[i], seenHigh[i] = math.Inf(1), math.Inf(-1)
	}
	for _, group := range a.groups() {
		s := a.problem(group)
		note := func(cost []float64) bool {
			x, ok := a.best(&s, group, cost)
			for k, v := range group {
				if ok {
					seenLow[v], seenHigh[v] = min(seenLow[v], x[k]), max(seenHigh[v], x[k])
				}
			}
			return ok
		}
		for turn := range 6 { // most unknowns show that they are free at once
			cost := make([]float64, len(group))
			for k := range cost {
				cost[k] = float64((k*7919+turn*104729)%11 - 5)
			}
			if !note(cost) {
				return nil, false
			}
		}
		for k, i := range group {
			for _, sign := range []float64{1, -1} {
				if cost := make([]float64, len(group)); !whole(seenLow[i], seenHigh[i]) {
					cost[k] = sign
					note(cost)
				}
			}
			if !whole(seenLow[i], seenHigh[i]) {
				all = append(all, a.names[i])
			}
		}
	}
	for _, group := range a.groups() {
		for _, i := range a.only(group) {
			if !slices.Contains(all, a.names[i]) {
				all = append(all, a.names[i])
			}
		}
	}
	return all, true
}

// whole tells whether two different whole numbers lie between.
func whole(low, high float64) bool {
	return math.Ceil(low-1e-6) < math.Floor(high+1e-6)
}

// groups are the unknowns that hang together.
func (a *attacker) groups() [][]int {
	of := make([]int, len(a.names))
	for i := range of {
		of[i] = i
	}
	var root func(int) int
	root = func(i int) int {
		if of[i] != i {
			of[i] = root(of[i])
		}
		return of[i]
	}
	for _, e := range a.rows {
		first := -1
		for i := range e.of {
			if first >= 0 {
				of[root(i)] = root(first)
			}
			first = i
		}
	}
	var groups [][]int
	at := map[int]int{}
	for i := range of {
		r := root(i)
		if _, ok := at[r]; !ok {
			at[r] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[r]] = append(groups[at[r]], i)
	}
	return groups
}

// only are the unknowns of a small group that have one value in every whole
// solution; nil where there are too many to try.
func (a *attacker) only(group []int) []int {
	if len(group) > 12 {
		return nil
	}
	rows := a.rowsOf(group)
	x := make([]float64, len(a.names))
	first, differs := []float64{}, map[int]bool{}
	steps := 20000
	var try func(k int) bool
	try = func(k int) bool {
		if steps--; steps < 0 || len(differs) == len(group) {
			return false
		}
		if k == len(group) {
			if len(first) == 0 {
				first = slices.Clone(x)
			}
			for _, i := range group {
				if x[i] != first[i] {
					differs[i] = true
				}
			}
			return true
		}
		low, high := a.left(rows, group[k:], x)
		if high-low > 2000 {
			steps = -1
			return false
		}
		for v := low; v <= high; v++ {
			if x[group[k]] = v; !try(k+1) && (steps < 0 || len(differs) == len(group)) {
				return false
			}
		}
		return true
	}
	try(0)
	if steps < 0 || len(first) == 0 {
		return nil
	}
	var all []int
	for _, i := range group {
		if !differs[i] {
			all = append(all, i)
		}
	}
	return all
}

func (a *attacker) rowsOf(group []int) []equation {
	var rows []equation
	for _, e := range a.rows {
		for i := range e.of {
			if slices.Contains(group, i) {
				rows = append(rows, e)
				break
			}
		}
	}
	return rows
}

// left is what is left for the first of the open unknowns when those before
// are set, by each equation with the others at their ends.
func (a *attacker) left(rows []equation, open []int, x []float64) (low, high float64) {
	first := open[0]
	low, high = a.low[first], a.high[first]
	for _, e := range rows {
		by, in := e.of[first]
		if !in {
			continue
		}
		least, most := 0.0, 0.0
		for i, c := range e.of {
			switch {
			case i == first:
			case !slices.Contains(open, i):
				least, most = least+c*x[i], most+c*x[i]
			case c > 0:
				least, most = least+c*a.low[i], most+c*a.high[i]
			default:
				least, most = least+c*a.high[i], most+c*a.low[i]
			}
		}
		if by > 0 {
			high = min(high, math.Floor((e.is-least)/by+1e-9))
			if e.equal {
				low = max(low, math.Ceil((e.is-most)/by-1e-9))
			}
		} else {
			low = max(low, math.Ceil((e.is-least)/by-1e-9))
			if e.equal {
				high = min(high, math.Floor((e.is-most)/by+1e-9))
			}
		}
	}
	return low, high
}
