package report

import (
	"bytes"
	"encoding/json"
	"math/big"
	"slices"
	"strings"

	"kontrakt/internal/source"
)

// A node is a value of published figures, with where it stands.
type node struct {
	pos    source.Position
	fields []field // of an object, in its order
	items  []node  // of a list
	text   string  // of a text
	number string  // of a number, as it is written
	kind   nodeKind
}

type nodeKind int

const (
	nothing nodeKind = iota // null, true, false, or not there
	object
	list
	phraseKind
	number
)

type field struct {
	key string
	node
}

// readNodes reads published figures.
func readNodes(name string, data []byte) (node, source.Problems) {
	var raw json.RawMessage
	if ps := decode(name, data, &raw); ps != nil {
		return node{}, ps
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	r := nodeReader{name: name, data: data, d: json.NewDecoder(bytes.NewReader(data))}
	r.d.UseNumber()
	return r.node(), nil
}

// nodeReader walks through JSON that has been found to be whole.
type nodeReader struct {
	name string
	data []byte
	d    *json.Decoder
}

func (r *nodeReader) node() node {
	n := node{pos: r.next()}
	token, _ := r.d.Token()
	switch v := token.(type) {
	case json.Delim:
		if v == '{' {
			n.kind = object
			for r.d.More() {
				key, _ := r.d.Token()
				name, _ := key.(string)
				n.fields = append(n.fields, field{name, r.node()})
			}
		} else {
			n.kind = list
			for r.d.More() {
				n.items = append(n.items, r.node())
			}
		}
		r.d.Token() // what closes it
		return n
	case string:
		n.kind, n.text = phraseKind, v
	case json.Number:
		n.kind, n.number = number, v.String()
	}
	return n
}

// next is where the next value begins.
func (r *nodeReader) next() source.Position {
	at := r.d.InputOffset()
	rest := r.data[at:]
	return placeOf(r.name, r.data, at+1+int64(len(rest)-len(bytes.TrimLeft(rest, " \t\r\n,:"))))
}

// get is what stands under a key of an object; nothing where it has none.
func (n node) get(keys ...string) node {
	for _, key := range keys {
		i := slices.IndexFunc(n.fields, func(f field) bool { return f.key == key })
		if i < 0 {
			return node{}
		}
		n = n.fields[i].node
	}
	return n
}

// nameKeys are what rows of a table are known by.
var nameKeys = []string{"name", "reason", "action"}

// name is what a row is called, and under which key.
func (n node) name() (name, key string) {
	for _, k := range nameKeys {
		if v := n.get(k); v.kind == phraseKind {
			return v.text, k
		}
	}
	return "", ""
}

// A figure is a published number and how many it was said to be of.
type figure struct {
	pos      source.Position
	written  string
	value    *big.Rat
	decimals int // how many are written
	n        int // 0 where nobody says
}

// figure is the number under a key, which may stand as it is or as
// {"value": 58, "n": 75}. How many it is of stands beside it as n or <key>_n.
func (n node) figure(key string) (figure, bool) {
	v := n.get(key)
	f := figure{pos: v.pos, n: v.get("n").whole()}
	if v.kind == object {
		v = v.get("value")
	}
	f.n = max(f.n, n.get(key+"_n").whole())
	if f.n == 0 {
		f.n = n.get("n").whole()
	}
	var ok bool
	f.written = v.number
	f.value, ok = v.exact()
	_, decimals, _ := strings.Cut(v.number, ".")
	f.decimals = len(decimals)
	return f, ok
}

// exact is a number as it is written. One with an exponent, or with more
// digits than anybody publishes, is none: it could be without end.
func (n node) exact() (*big.Rat, bool) {
	if n.kind != number || len(n.number) > 20 || strings.ContainsAny(n.number, "eE") {
		return nil, false
	}
	return new(big.Rat).SetString(n.number)
}

// whole is a number as a count; 0 where it is none.
func (n node) whole() int {
	v, err := whole(n.number)
	if err != nil {
		return 0
	}
	return v
}

// String is the number as people read it.
func (f figure) String() string { return swedish(f.written) }

// swedish is a number with a decimal comma.
func swedish(written string) string { return strings.Replace(written, ".", ",", 1) }

// near tells whether a quotient may have been rounded to the figure; at half,
// either way.
func (f figure) near(part, of int64) bool {
	if of == 0 {
		return false
	}
	step := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(f.decimals)), nil))
	off := new(big.Rat).Sub(new(big.Rat).SetFrac64(part, of), f.value)
	return off.Abs(off).Cmp(step.Mul(step, big.NewRat(1, 2))) <= 0
}
