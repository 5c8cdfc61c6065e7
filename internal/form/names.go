package form

import (
	"regexp"
	"strings"
	"sync"
)

// clashName begins the name of what settles a collision.
const clashName = "krock+"

// rowNumbers are the numbers of rows in a path.
var rowNumbers = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[[0-9]+\]`) })

// general is a path without its rows' numbers, as the table of fields has it.
func general(path string) string {
	return strings.ReplaceAll(rowNumbers().ReplaceAllString(path, "[]"), "[#]", "[]")
}

// known finds what the table says of a path; ok is false of a path that the
// form has no field for, which it never writes.
func known(path string) (c spec, ok bool) {
	path = general(path)
	for _, sh := range sheets {
		for _, b := range sh.blocks {
			under := general(b.at)
			if b.rows != nil {
				under += "[]"
			}
			for _, c := range b.fields {
				switch own := join(under, c.key); {
				case own == path:
					return c, true
				case c.kind == Checks && c.lists != nil && own+"[]" == path:
					return spec{key: c.key, kind: Line}, true
				}
			}
		}
	}
	return spec{}, false
}

// blockOf is the table's block of a list that has rows to choose or move; of
// several the one that a row, or an offer, belongs to.
func blockOf(list string, fits func(block) bool) (block, bool) {
	for _, sh := range sheets {
		for _, b := range sh.blocks {
			if b.rows != nil && general(b.at) == general(list) && fits(b) {
				return b, true
			}
		}
	}
	return block{}, false
}

// offeredName parts the name of an offered row, or of a value of it.
func offeredName(name string) (list, ref, key string, ok bool) {
	list, rest, ok := strings.Cut(name, "+")
	ref, key, _ = strings.Cut(rest, "|")
	return list, ref, key, ok
}

// titleOf is the page that a path is filled in on.
func titleOf(path string) string {
	if i := placeOf(path); i < len(sheets) {
		return strings.ReplaceAll(sheets[i].title, " till {anna}", "")
	}
	return "Annat i filen"
}

// placeOf is the number of the page that a path is filled in on; after the
// last where none is.
func placeOf(path string) int {
	path = strings.TrimSuffix(general(path), "[]")
	for i, sh := range sheets {
		for _, b := range sh.blocks {
			under := general(b.at)
			if under == path || strings.HasPrefix(under, path+".") || strings.HasPrefix(under, path+"[]") {
				return i
			}
			for _, c := range b.fields {
				if b.rows == nil && join(under, c.key) == path {
					return i
				}
			}
		}
	}
	return len(sheets)
}

// legendOf is what a path is called where it stands by itself.
func legendOf(path string) string {
	under := strings.TrimSuffix(general(path), "[]")
	for _, sh := range sheets {
		for _, b := range sh.blocks {
			for _, c := range b.fields {
				if b.rows == nil && join(general(b.at), c.key) == under && c.label != "" && !strings.Contains(c.label, "{") {
					return c.label
				}
			}
			switch {
			case general(b.at) != under:
			case b.legend != "":
				return b.legend
			case b.rows != nil && b.rows.offers == nil:
				return b.rows.legend
			}
		}
	}
	_, key := cutLast(under)
	return capital(strings.ReplaceAll(key, "_", " "))
}
