package report

import (
	"encoding/json"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/source"
)

// A Finding is something that published figures do not agree with: the
// reviews, or themselves. It is a warning, with where it stands.
type Finding = source.Problem

// Compare holds published figures against those of the reviews, and against
// themselves: whether a percentage or a median can come from as many people as
// they say, whether parts add up. They are JSON with any of the keys that
// Encode writes, each figure with the n printed beside it where there is one,
// and cohort.threshold_text. Numbers that f hides are not compared.
func Compare(name string, published []byte, f *Figures) ([]Finding, source.Problems) {
	root, ps := readNodes(name, published)
	if ps != nil {
		return nil, ps
	}
	if root.kind != object {
		return nil, source.Problems{sentences.Problem(root.pos, "", "inga-siffror")}
	}
	ours, err := generic(f)
	if err != nil {
		return nil, source.Problems{sentences.Problem(source.Position{File: name}, "", "inga-siffror")}
	}
	c := &comparison{root: root, f: f}
	c.compare("", root, ours)
	c.possible()
	c.findings.Sort()
	c.problems.Sort()
	return c.findings, c.problems
}

// generic is the figures as other programs read them.
func generic(f *Figures) (any, error) {
	data, err := Encode(f)
	if err != nil {
		return nil, err
	}
	var v any
	return v, json.Unmarshal(data, &v)
}

// comparison is one Compare.
type comparison struct {
	root     node
	f        *Figures
	findings source.Problems
	problems source.Problems
}

func (c *comparison) find(pos source.Position, path, rule string, args ...string) {
	c.findings = append(c.findings, sentences.Problem(pos, path, rule, args...))
}

// beside are the keys that say how many a figure is of.
func beside(key string) bool {
	return key == "n" || strings.HasSuffix(key, "_n") || key == "threshold_text"
}

// compare walks through what was published with what was counted beside it.
func (c *comparison) compare(path string, n node, ours any) {
	switch n.kind {
	case object:
		if n.get("value").kind == number {
			c.compareNumber(path, n.get("value"), ours)
			return
		}
		c.compareObject(path, n, ours)
	case list:
		c.compareRows(path, n, ours)
	case number:
		c.compareNumber(path, n, ours)
	case phraseKind:
		c.compareMark(path, n, ours)
	}
}

// compareMark takes a text in a number's place: what a public report has for
// a number that it hides is let be, anything else is told.
func (c *comparison) compareMark(path string, n node, ours any) {
	var hidden Number
	if _, counted := ours.(float64); counted && json.Unmarshal([]byte(strconv.Quote(n.text)), &hidden) != nil {
		c.problems = append(c.problems, sentences.Problem(n.pos, path, "tal"))
	}
}

func (c *comparison) compareObject(path string, n node, ours any) {
	keys, ok := ours.(map[string]any)
	if !ok {
		c.wrongKind(path, n.pos, ours)
		return
	}
	for _, field := range n.fields {
		at := strings.TrimPrefix(path+"."+field.key, ".")
		mine, known := keys[field.key]
		switch {
		case beside(field.key) || slices.Contains(nameKeys, field.key):
		case known:
			c.compare(at, field.node, mine)
		default:
			c.unknown(at, field, keys)
		}
	}
}

// unknown tells of a key that there is no figure for.
func (c *comparison) unknown(path string, f field, keys map[string]any) {
	var all []string
	for key := range keys {
		all = append(all, key)
	}
	slices.Sort(all)
	p := sentences.Problem(f.pos, path, "okänd-nyckel", path)
	if meant := source.Nearest(f.key, all); meant != "" {
		p.Hint = sentences.Problem(f.pos, path, "menade", meant).Hint
	}
	c.problems = append(c.problems, p)
}

// wrongKind tells of a value where the report has another kind of it; a part
// that the report does not have is no fault of what was published.
func (c *comparison) wrongKind(path string, pos source.Position, ours any) {
	if ours == nil {
		c.find(pos, path, "inte-räknat", path)
		return
	}
	c.problems = append(c.problems, sentences.Problem(pos, path, "slag", path))
}

// compareRows compares tables row by row, by name.
func (c *comparison) compareRows(path string, n node, ours any) {
	table, ok := ours.([]any)
	if !ok {
		c.wrongKind(path, n.pos, ours)
		return
	}
	merged := slices.ContainsFunc(table, isMerged)
	var seen []string
	for _, row := range n.items {
		name, key := row.name()
		if name == "" {
			c.problems = append(c.problems, sentences.Problem(row.pos, path, "namnlös", path))
			continue
		}
		seen = append(seen, name)
		at := path + "[" + name + "]"
		i := slices.IndexFunc(table, func(r any) bool {
			fields, _ := r.(map[string]any)
			return fields[key] == name
		})
		switch {
		case i >= 0:
			c.compareObject(at, row, table[i])
		case !merged:
			c.find(row.pos, at, "rad-okänd", name, path)
		}
	}
	for _, row := range table {
		if name := rowName(row); name != "" && !merged && !slices.Contains(seen, name) {
			c.find(n.pos, path, "rad-fattas", name, path)
		}
	}
}

func isMerged(row any) bool {
	fields, _ := row.(map[string]any)
	return fields["merged"] != nil
}

func rowName(row any) string {
	fields, _ := row.(map[string]any)
	for _, key := range nameKeys {
		if name, ok := fields[key].(string); ok {
			return name
		}
	}
	return ""
}

// compareNumber compares one figure; one that is hidden is not.
func (c *comparison) compareNumber(path string, n node, ours any) {
	published, ok := n.exact()
	mine, known := ours.(float64)
	switch {
	case !ok:
		c.problems = append(c.problems, sentences.Problem(n.pos, path, "tal"))
	case known && published.Cmp(exact(mine)) != 0:
		c.find(n.pos, path, "skiljer", path, swedish(n.number), swedish(exact(mine).FloatString(decimals(mine))))
	case !known && isTable(ours):
		c.wrongKind(path, n.pos, ours)
	}
}

func isTable(v any) bool {
	switch v.(type) {
	case map[string]any, []any:
		return true
	}
	return false
}

// exact is a number of our own JSON, which has one decimal at most.
func exact(v float64) *big.Rat {
	return new(big.Rat).SetFrac64(int64(rounded(int(v*20), 2)), 10)
}

func decimals(v float64) int {
	if exact(v).IsInt() {
		return 0
	}
	return 1
}
