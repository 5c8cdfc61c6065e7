package pdf

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// Fonts are the faces that text is set in. They are shared by all printers
// and safe for concurrent use; a family is parsed when it is first needed.
type Fonts struct {
	families []*family
}

// family is a regular and a bold face; a symbol family has one face for both.
type family struct {
	faces [2]*face
	parse func() // once
}

// face is one font file, read when it is first needed: most documents need
// only the first family.
type face struct {
	name  string
	fsys  fs.FS
	font  *font.Font
	table map[string][]byte
}

// LoadFonts finds the families in fsys: every <name>-Regular.ttf, with
// <name>-Bold.ttf where there is one. A character is drawn with the first
// family, by file name, that has it. The first family is read at once, so
// that a broken font is told here.
func LoadFonts(fsys fs.FS) (*Fonts, error) {
	names, err := fs.Glob(fsys, "*-Regular.ttf")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("no *-Regular.ttf: %w", fs.ErrNotExist)
	}
	f := &Fonts{}
	for _, name := range names {
		f.families = append(f.families, newFamily(fsys, strings.TrimSuffix(name, ".ttf")))
	}
	for _, face := range f.families[0].faces {
		if err := face.load(); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func newFamily(fsys fs.FS, regular string) *family {
	f := &family{}
	f.faces[0] = &face{name: regular, fsys: fsys}
	f.faces[1] = f.faces[0]
	bold := strings.Replace(regular, "-Regular", "-Bold", 1)
	if _, err := fs.Stat(fsys, bold+".ttf"); err == nil {
		f.faces[1] = &face{name: bold, fsys: fsys}
	}
	f.parse = sync.OnceFunc(func() {
		for _, face := range f.faces {
			if face.font == nil {
				_ = face.load() // a face that cannot be read has no characters
			}
		}
	})
	return f
}

// load reads and parses the face.
func (f *face) load() error {
	data, err := fs.ReadFile(f.fsys, f.name+".ttf")
	if err != nil {
		return err
	}
	ld, err := ot.NewLoader(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	f.table = map[string][]byte{}
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf"} {
		if f.table[name], err = ld.RawTable(ot.MustNewTag(name)); err != nil {
			return fmt.Errorf("%s: table %s: %w", f.name, name, err)
		}
	}
	parsed, err := font.NewFont(ld)
	if err != nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	f.font = parsed
	return nil
}

// has says whether both weights of the family draw r.
func (f *family) has(r rune) bool {
	f.parse()
	for _, face := range f.faces {
		if face.font == nil {
			return false
		}
		if _, ok := face.font.Cmap.Lookup(r); !ok {
			return false
		}
	}
	return true
}

// Has says whether the character can be printed: some family has it and its
// script is written without joining or reordering letters.
func (f *Fonts) Has(r rune) bool {
	if r == unicode.ReplacementChar || !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Common, unicode.Inherited) {
		return false
	}
	_, ok := f.familyOf(drawnAs(r))
	return ok || r == softHyphen
}

func (f *Fonts) familyOf(r rune) (int, bool) {
	for i, family := range f.families {
		if family.has(r) {
			return i, true
		}
	}
	return 0, false
}

const softHyphen = '\u00ad'

// drawnAs is the character whose glyph draws r: some characters differ from
// another only in how a line may break there.
func drawnAs(r rune) rune {
	switch r {
	case '\u202f': // narrow no-break space
		return '\u00a0'
	case '\u2011', '\u2010', softHyphen: // hyphens that a typewriter writes "-"
		return '-'
	}
	return r
}

// descriptor is the face's extents for the file, in thousandths of the type size.
func (f *face) descriptor() string {
	upem := int(f.font.Upem())
	at := func(table string, offset int) int { return int(int16(be16(f.table[table], offset))) * 1000 / upem }
	ascent := at("hhea", 4)
	return fmt.Sprintf("/FontBBox[%d %d %d %d]/Ascent %d/Descent %d/CapHeight %d",
		at("head", 36), at("head", 38), at("head", 40), at("head", 42), ascent, at("hhea", 6), ascent*2/3)
}
