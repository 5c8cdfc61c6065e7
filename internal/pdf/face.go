package pdf

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Fonts are the faces that text is set in. They are shared by all printers
// and safe for concurrent use; a family is parsed when it is first needed.
type Fonts struct {
	families []*family
}

// family is a regular and a bold face; a symbol family has one face for both.
type family struct {
	faces [2]*face     // by weight
	open  func() error // once
}

// face is one font file, of which each part is read when it is first needed:
// most documents are set in the first family, and ask the others only which
// characters they have.
type face struct {
	name  string
	upem  int // units in the type size
	chars font.Cmap
	file  *fontTables
	table map[string][]byte // what every use of the face needs

	shapes  func() (*font.Font, error) // for placing glyphs, once
	letters func() (*font.Font, error) // for drawing them as geometry, once
}

// weight is the place of a face in its family.
func weight(bold bool) int {
	if bold {
		return 1
	}
	return 0
}

// LoadFonts finds the families in fsys: every <name>-Regular.ttf, with
// <name>-Bold.ttf where there is one. A character is drawn with the first
// family, by file name, that has it. The first family is read at once, what
// places its glyphs beside the rest of the program. The files stay open where
// fsys lets them be read from any place, as embedded ones do.
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
	if err := f.families[0].open(); err != nil {
		return nil, err
	}
	for _, face := range f.families[0].faces {
		go face.shapes()
	}
	return f, nil
}

// newFamily is a family by the name of its regular face, not read yet.
func newFamily(fsys fs.FS, regular string) *family {
	f := &family{}
	f.faces[0] = &face{name: regular}
	f.faces[1] = f.faces[0]
	bold := strings.Replace(regular, "-Regular", "-Bold", 1)
	if _, err := fs.Stat(fsys, bold+".ttf"); err == nil {
		f.faces[1] = &face{name: bold}
	}
	f.open = sync.OnceValue(func() error {
		for _, face := range f.faces {
			if face.chars != nil { // one face for both weights
				continue
			}
			if err := face.open(fsys); err != nil {
				return fmt.Errorf("%s: %w", face.name, err)
			}
		}
		return nil
	})
	return f
}

// open finds the face's tables and reads the small ones.
func (f *face) open(fsys fs.FS) error {
	file, err := fsys.Open(f.name + ".ttf")
	if err != nil {
		return err
	}
	bytesAt, ok := file.(io.ReaderAt)
	if !ok {
		data, err := io.ReadAll(file)
		if err != nil {
			return err
		}
		bytesAt = bytes.NewReader(data)
	}
	if f.file, err = openTables(bytesAt); err != nil {
		return err
	}
	f.shapes, f.letters = sync.OnceValues(f.parse), sync.OnceValues(f.parseLetters)
	f.table = map[string][]byte{}
	for _, name := range []string{"head", "hhea", "maxp", "hmtx"} {
		if f.table[name], err = f.file.read(name); err != nil {
			return err
		}
	}
	f.upem = int(be16(f.table["head"], 18))
	return f.openChars()
}

// openChars reads which characters the face has.
func (f *face) openChars() error {
	data, err := f.file.read("cmap")
	if err != nil {
		return err
	}
	parsed, _, err := tables.ParseCmap(data)
	if err != nil {
		return fmt.Errorf("table cmap: %w", err)
	}
	f.chars, _, err = font.ProcessCmap(parsed, tables.FPNone)
	return err
}

// parse reads what is needed to place glyphs. Their outlines, most of a font,
// are left out: they are copied into subsets as they are.
func (f *face) parse() (*font.Font, error) {
	ld, err := ot.NewLoader(f.file.only("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "head", "hhea", "hmtx", "maxp"))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.name, err)
	}
	parsed, err := font.NewFont(ld)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.name, err)
	}
	return parsed, nil
}

// has says whether both weights of the family draw r. A family that cannot be
// read has no characters.
func (f *family) has(r rune) bool {
	if f.open() != nil {
		return false
	}
	for _, face := range f.faces {
		if _, ok := face.chars.Lookup(r); !ok {
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
	return slices.ContainsFunc(f.families, func(fam *family) bool { return fam.has(drawnAs(r)) })
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

// width is a glyph's own width in thousandths of the type size.
func (f *face) width(gid uint16) int16 {
	hmtx, n := f.table["hmtx"], int(be16(f.table["hhea"], 34))
	i := min(int(gid), n-1)
	return round(float32(be16(hmtx, 4*i)) * 1000 / float32(f.upem))
}

// round rounds to the nearest, and halves away from zero.
func round(x float32) int16 {
	if x < 0 {
		return int16(x - 0.5)
	}
	return int16(x + 0.5)
}

// descriptor is the face's extents for the file, in thousandths of the type size.
func (f *face) descriptor() string {
	at := func(table string, offset int) int { return int(int16(be16(f.table[table], offset))) * 1000 / f.upem }
	ascent := at("hhea", 4)
	return fmt.Sprintf("/FontBBox[%d %d %d %d]/Ascent %d/Descent %d/CapHeight %d",
		at("head", 36), at("head", 38), at("head", 40), at("head", 42), ascent, at("hhea", 6), ascent*2/3)
}
