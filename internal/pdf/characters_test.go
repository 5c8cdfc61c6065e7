package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
	"golang.org/x/text/unicode/norm"

	"kontrakt/internal/doc"
)

// listed are the lines of a list in testdata without its remarks.
func listed(t *testing.T, name string) (lines []string) {
	t.Helper()
	data, err := os.ReadFile("../../testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

// repertoire is every character that a paper can have.
func repertoire(t *testing.T) (all []rune) {
	t.Helper()
	for _, line := range listed(t, "repertoar.txt") {
		var from, to rune
		if _, err := fmt.Sscanf(line, "%X %X", &from, &to); err != nil {
			t.Fatal(line, err)
		}
		for r := from; r <= to; r++ {
			if unicode.IsGraphic(r) {
				all = append(all, r)
			}
		}
	}
	return all
}

// Every character of the repertoire is looked up in a finished file: the codes
// that a reader takes for it must draw something, and not the box that a font
// draws for what it lacks.
func TestEveryCharacterOfTheRepertoireIsDrawn(t *testing.T) {
	all := repertoire(t)
	if len(all) < 2000 {
		t.Fatalf("only %d characters", len(all))
	}
	pr := printer(t)
	const atATime = 200
	for len(all) > 0 {
		some := all[:min(atATime, len(all))]
		all = all[len(some):]
		d := &doc.Document{Title: "t", Lang: "sv"}
		for _, r := range some {
			d.Content = append(d.Content, para(inWord(r)))
		}
		file, err := toFile(pr, d, Options{})
		if err != nil {
			t.Errorf("%U to %U: %v", some[0], some[len(some)-1], err)
			continue
		}
		inspect(t, openFonts(t, file), some)
	}
}

// inWord puts a mark on a letter that has no letter of its own with it.
func inWord(r rune) string {
	if unicode.Is(unicode.Mn, r) {
		return "q" + string(r)
	}
	return string(r)
}

// inspect checks that each character has a code in some font, and how it looks.
func inspect(t *testing.T, fonts []*readFont, characters []rune) {
	t.Helper()
	for _, r := range characters {
		for _, want := range norm.NFC.String(inWord(r)) {
			f, gid := find(fonts, want)
			switch {
			case f == nil:
				t.Errorf("%U: no code is read as %U", r, want)
			case unicode.Is(unicode.Zs, want):
				if f.bitmap(gid) != f.bitmap(gid|1<<15) {
					t.Errorf("%U: a space is drawn as something", want)
				}
			case f.bitmap(gid) == f.bitmap(0), f.bitmap(gid) == f.bitmap(1<<15):
				t.Errorf("%U is drawn as a missing character or as nothing", want)
			}
		}
	}
}

// readFont is a font as a reader of the file has it.
type readFont struct {
	name  string // in the content
	texts map[uint16]string
	size  int // of a code, in bytes
	face  *font.Face
}

// find is the font and the code that is read as r, alone or else as a part of
// a letter with marks.
func find(fonts []*readFont, r rune) (*readFont, uint16) {
	for _, reads := range []func(text string) bool{
		func(text string) bool { return norm.NFC.String(text) == string(r) },
		func(text string) bool { return strings.ContainsRune(text, r) },
	} {
		for _, f := range fonts {
			for code, text := range f.texts {
				if reads(text) {
					return f, code
				}
			}
		}
	}
	return nil, 0
}

// bitmap is how a glyph looks; a glyph that is not there looks like nothing.
func (f *readFont) bitmap(gid uint16) string {
	const size = 48
	upem := float32(f.face.Upem())
	z := vector.NewRasterizer(size, size)
	x := func(p ot.SegmentPoint) float32 { return (p.X/upem + 0.5) * size / 2.5 }
	y := func(p ot.SegmentPoint) float32 { return (1.6 - p.Y/upem) * size / 2.5 }
	if outline, ok := f.face.GlyphData(font.GID(gid)).(font.GlyphOutline); ok {
		for _, s := range outline.Segments {
			switch a := s.Args; s.Op {
			case ot.SegmentOpMoveTo:
				z.ClosePath()
				z.MoveTo(x(a[0]), y(a[0]))
			case ot.SegmentOpLineTo:
				z.LineTo(x(a[0]), y(a[0]))
			case ot.SegmentOpQuadTo:
				z.QuadTo(x(a[0]), y(a[0]), x(a[1]), y(a[1]))
			case ot.SegmentOpCubeTo:
				z.CubeTo(x(a[0]), y(a[0]), x(a[1]), y(a[1]), x(a[2]), y(a[2]))
			}
		}
	}
	z.ClosePath()
	img := image.NewAlpha(image.Rect(0, 0, size, size))
	z.DrawOp = draw.Src
	z.Draw(img, img.Bounds(), image.Opaque, image.Point{})
	return string(img.Pix)
}

// openFonts reads the fonts of a finished file back.
func openFonts(t *testing.T, file []byte) (fonts []*readFont) {
	t.Helper()
	objects, _, err := readFile(file)
	if err != nil {
		t.Fatal(err)
	}
	follow := func(o object, key string) object {
		n, err := entry(o.value, key)
		if err != nil {
			t.Fatal(key, err)
		}
		return objects[n]
	}
	names := regexp.MustCompile(`/F(\d+) (\d+) 0 R`)
	for _, o := range objects {
		if !bytes.HasPrefix(o.value, []byte("<</Font<<")) {
			continue
		}
		for _, m := range names.FindAllSubmatch(o.value, -1) {
			n, _ := strconv.Atoi(string(m[2]))
			f := objects[n]
			if bytes.Contains(f.value, []byte("/DescendantFonts[")) {
				f = follow(f, "/DescendantFonts[")
			}
			program := follow(follow(f, "/FontDescriptor "), "/FontFile2 ")
			read, size := texts(unpacked(t, follow(objects[n], "/ToUnicode ")))
			fonts = append(fonts, &readFont{"F" + string(m[1]), read, size, outlinesOf(t, unpacked(t, program))})
		}
	}
	return fonts
}

func unpacked(t *testing.T, o object) []byte {
	t.Helper()
	data, err := inflate(o.stream, 1<<24)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// texts is a ToUnicode map, and how many bytes its codes have.
func texts(cmap []byte) (all map[uint16]string, size int) {
	all = map[uint16]string{}
	for _, m := range regexp.MustCompile(`(?m)^<([0-9A-F]{2}|[0-9A-F]{4})><([0-9A-F]{4,})>$`).FindAllSubmatch(cmap, -1) {
		code, _ := strconv.ParseUint(string(m[1]), 16, 16)
		all[uint16(code)], size = utf16Text(string(m[2])), len(m[1])/2
	}
	return all, size
}

// utf16Text is text in hexadecimal digits of UTF-16.
func utf16Text(hex string) string {
	var units []uint16
	for ; len(hex) >= 4; hex = hex[4:] {
		u, _ := strconv.ParseUint(hex[:4], 16, 16)
		units = append(units, uint16(u))
	}
	return string(utf16.Decode(units))
}

// outlinesOf parses a subset, with an empty cmap: few have one of their own.
func outlinesOf(t *testing.T, program []byte) *font.Face {
	t.Helper()
	ld, err := ot.NewLoader(bytes.NewReader(program))
	if err != nil {
		t.Fatal(err)
	}
	all := []table{{"cmap", []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 4, 0, 24, 0, 0, 0, 2, 0, 2, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff, 0, 1, 0, 0}}}
	for _, name := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		data, err := ld.RawTable(ot.MustNewTag(name))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, table{name, data})
	}
	parsed, err := font.ParseTTF(bytes.NewReader(sfnt(all)))
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// Names are printed, and read back from the finished file as a reader does:
// codes to characters, in the order of the content.
func TestNamesAreReadBackFromTheFile(t *testing.T) {
	names := listed(t, "namn.txt")
	if len(names) < 500 {
		t.Fatalf("only %d names", len(names))
	}
	pr := printer(t)
	for _, name := range names {
		d := one("Du heter " + name + " här.")
		d.Content = append(d.Content, &doc.Paragraph{Text: bold(name + ".")})
		file, err := toFile(pr, d, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := readBack(t, file); !strings.Contains(got, "Du heter "+name+" här.") || !strings.Contains(got, name+".") {
			t.Errorf("%s is read as %q", name, got)
		}
	}
}

// contentPart is a piece of content that text is read from: a font or a string.
var contentPart = regexp.MustCompile(`(?s)/(F\d+) [0-9.]+ Tf|\(((?:\\.|[^\\)])*)\)`)

// readBack is the text of a file's pages, which share their fonts.
func readBack(t *testing.T, file []byte) string {
	t.Helper()
	fonts := openFonts(t, file)
	objects, _, err := readFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, o := range objects {
		if !bytes.HasPrefix(o.value, []byte("<</Type/Page/")) {
			continue
		}
		n, err := entry(o.value, "/Contents ")
		if err != nil {
			t.Fatal(err)
		}
		readContent(&out, unpacked(t, objects[n]), fonts)
	}
	return norm.NFC.String(out.String())
}

func readContent(out *strings.Builder, content []byte, fonts []*readFont) {
	var current *readFont
	for _, m := range contentPart.FindAllSubmatch(content, -1) {
		switch {
		case m[1] != nil:
			for _, f := range fonts {
				if f.name == string(m[1]) {
					current = f
				}
			}
		default:
			codes := unescaped(m[2])
			for code := range slices.Chunk(codes, current.size) {
				number := uint16(code[0])
				if current.size == 2 {
					number = be16(code, 0)
				}
				out.WriteString(current.texts[number])
			}
		}
	}
}

// unescaped is a string of a PDF without its backslashes.
func unescaped(s []byte) (out []byte) {
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
			if s[i] == 'r' {
				out = append(out, '\r')
				continue
			}
		}
		out = append(out, s[i])
	}
	return out
}

// What a script would have to join or turn round is told with its code.
func TestScriptsThatNeedShapingStopThePaper(t *testing.T) {
	for text, first := range map[string]rune{
		"محمد": 'م', "יוסף": 'י', "नरेंद्र": 'न', "สมชาย": 'ส', "Lin 林": '林', "Kim 김": '김', "A😀": '😀', "Ա": 'Ա',
	} {
		_, err := toFile(printer(t), one(text), Options{})
		missing, ok := err.(*MissingError)
		if !ok || missing.Char != first || !strings.Contains(err.Error(), fmt.Sprintf("U+%04X", first)) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// A reader may make room for as much as the file says that a letter has.
func TestAFontFileTellsHowManyComponentsALetterHas(t *testing.T) {
	pr := printer(t)
	letter := pr.shaper.word("a"+strings.Repeat("\u0323\u0302", 6), false).glyphs[0]
	face := pr.shaper.fonts.families[letter.face/2].faces[letter.face&1]
	program, err := face.subset([]glyphKey{{}, {letter.gid, *letter.sign}}, false)
	if err != nil {
		t.Fatal(err)
	}
	file, err := openTables(bytes.NewReader(program))
	if err != nil {
		t.Fatal(err)
	}
	most, err := file.read("maxp")
	if err != nil {
		t.Fatal(err)
	}
	const components = 28
	if got, want := int(be16(most, components)), letter.components.count(); want < 10 || got < want {
		t.Errorf("at most %d components, but there are %d", got, want)
	}
}
