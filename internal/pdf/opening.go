package pdf

import (
	"bytes"
	"fmt"
	"hash"
	"io"
	"slices"
	"strings"
)

// opening is how the files of papers in the same typefaces begin, half of
// their bytes: it is written once, and the others go on from it.
type opening struct {
	bytes   []byte
	sum     hash.Cloner // of them
	places  []location
	colours int    // the colour profile
	fonts   string // named for the resources
}

// openings are kept by the names of their fonts' files.
type openings map[string]*opening

// with is the opening with these fonts; w is lent to write it.
func (all openings) with(fonts []usedFont, w *writer) (*opening, error) {
	var key strings.Builder
	for _, u := range fonts {
		key.WriteString(u.file.name)
	}
	if o, ok := all[key.String()]; ok {
		return o, nil
	}
	var out bytes.Buffer
	o := &opening{colours: w.start(&out)}
	for _, u := range fonts {
		o.fonts += fmt.Sprintf("/F%d %d 0 R", u.id, w.font(u))
	}
	w.pack()
	if w.err != nil {
		return nil, w.err
	}
	o.bytes, o.sum, o.places = out.Bytes(), w.sum.(hash.Cloner), slices.Clone(w.places)
	if len(all) >= maxFonts {
		clear(all)
	}
	all[key.String()] = o
	return o, nil
}

// goOn begins a file with an opening.
func (w *writer) goOn(out io.Writer, o *opening) {
	w.out, w.at = out, len(o.bytes)
	w.sum, w.err = o.sum.Clone()
	w.places = append(w.places[:0], o.places...)
	w.small.Reset()
	w.index = w.index[:0]
	if w.err == nil {
		_, w.err = out.Write(o.bytes)
	}
}
