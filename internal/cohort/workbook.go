package cohort

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
)

// What a workbook may hold. A million rows of twenty cells are far below;
// a file packed to be unpacked without end is above.
const (
	maxParts  = 10_000
	maxSmall  = 16 << 20 // of a part that is read whole
	maxTexts  = 64 << 20 // of shared texts
	maxSheet  = 3 << 30
	maxRatio  = 300 // unpacked to packed
	maxToken  = 1 << 20
	maxCells  = 1_000 // of a row; what stands further right is nobody's column
	freeRatio = 32 << 20
)

// A workbook is an xlsx file: its parts by name, and the texts that its
// sheets share.
type workbook struct {
	parts map[string]*zip.File
	texts sharedTexts
	base  int
}

// The parts of a workbook that are read, as far as they are needed.
type (
	relations struct {
		Rows []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	contents struct {
		Properties struct {
			From1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string     `xml:"name,attr"`
			State string     `xml:"state,attr"`
			Attrs []xml.Attr `xml:",any,attr"` // the relation's id, whatever its namespace
		} `xml:"sheets>sheet"`
	}
)

// openWorkbook gives a grid for each sheet, in the workbook's order.
func openWorkbook(r io.ReaderAt, size int64) ([]grid, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, &refusal{rule: "skadad"}
	}
	if len(z.File) > maxParts {
		return nil, &refusal{rule: "bomb"}
	}
	b := &workbook{parts: map[string]*zip.File{}, base: base1900}
	for _, f := range z.File {
		b.parts[strings.TrimPrefix(path.Clean(strings.ReplaceAll(f.Name, `\`, "/")), "/")] = f
	}
	main := b.related("", "officeDocument")
	if len(main) == 0 || b.parts[main[0].part] == nil || strings.HasSuffix(main[0].part, ".bin") {
		return nil, &refusal{rule: "annan-zip"}
	}
	return b.sheets(main[0].part)
}

// sheets are the grids of a workbook's main part.
func (b *workbook) sheets(main string) ([]grid, error) {
	var c contents
	if err := b.decode(main, &c); err != nil {
		return nil, err
	}
	if v := c.Properties.From1904; v == "1" || v == "true" {
		b.base = base1904
	}
	for _, t := range b.related(main, "sharedStrings") {
		if err := b.readTexts(t.part); err != nil {
			return nil, err
		}
	}
	sheets := b.related(main, "worksheet")
	var grids []grid
	for _, s := range c.Sheets {
		i := slices.IndexFunc(sheets, func(t target) bool {
			return slices.ContainsFunc(s.Attrs, func(a xml.Attr) bool { return a.Name.Local == "id" && a.Value == t.id })
		})
		if i < 0 || b.parts[sheets[i].part] == nil {
			continue
		}
		part := b.parts[sheets[i].part]
		grids = append(grids, grid{name: s.Name, base: b.base, rows: func(v visitor) error { return b.rows(part, v) }})
	}
	if len(grids) == 0 {
		return nil, &refusal{rule: "tom"}
	}
	return grids, nil
}

// A target is a part that another part refers to.
type target struct{ id, part string }

// related are the parts of a kind that a part refers to. The file itself is "".
func (b *workbook) related(part, kind string) []target {
	dir, base := path.Split(part)
	var rs relations
	if b.decode(path.Join(dir, "_rels", base+".rels"), &rs) != nil {
		return nil
	}
	var all []target
	for _, r := range rs.Rows {
		if path.Base(r.Type) != kind {
			continue
		}
		name := path.Join(dir, r.Target)
		if strings.HasPrefix(r.Target, "/") {
			name = path.Clean(r.Target)[1:]
		}
		all = append(all, target{r.ID, name})
	}
	return all
}

// decode reads a small part whole.
func (b *workbook) decode(part string, into any) error {
	f := b.parts[part]
	if f == nil {
		return &refusal{rule: "skadad"}
	}
	r, err := b.unpack(f, maxSmall)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := xml.NewDecoder(r).Decode(into); err != nil {
		return &refusal{rule: "skadad"}
	}
	return nil
}

// A meter reads a part, and stops one that is larger than it says, or whose
// one piece of XML is larger than any cell.
type meter struct {
	io.ReadCloser
	left  int64
	piece int
}

var errTooLarge = errors.New("too large")

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.ReadCloser.Read(p)
	m.left -= int64(n)
	m.piece += n
	if m.left < 0 || m.piece > maxToken {
		return 0, errTooLarge
	}
	return n, err
}

// unpack opens a part that may hold so many bytes.
func (b *workbook) unpack(f *zip.File, most int64) (*meter, error) {
	size, packed := f.UncompressedSize64, f.CompressedSize64
	if size > uint64(most) || size > freeRatio && size/maxRatio > packed {
		return nil, &refusal{rule: "bomb"}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &refusal{rule: "skadad"}
	}
	return &meter{ReadCloser: r, left: int64(size), piece: -maxSmall}, nil
}

// broken is what is said of a part that could not be read to its end.
func broken(err error) error {
	switch {
	case err == nil || errors.Is(err, io.EOF):
		return nil
	case errors.Is(err, errTooLarge):
		return &refusal{rule: "bomb"}
	}
	return &refusal{rule: "skadad"}
}

// sharedTexts are the texts of a workbook in one long text, each where the
// one before it ends.
type sharedTexts struct {
	all  string
	ends []uint32
}

// at is the text with a number; empty where there is none.
func (s sharedTexts) at(i int) string {
	if i < 0 || i >= len(s.ends) {
		return ""
	}
	from := uint32(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	return s.all[from:s.ends[i]]
}

// readTexts reads the shared texts. Ruby over Asian characters (rPh) is left out.
func (b *workbook) readTexts(part string) error {
	f := b.parts[part]
	if f == nil {
		return &refusal{rule: "skadad"}
	}
	in, err := b.unpack(f, 4*maxTexts)
	if err != nil {
		return err
	}
	defer in.Close()
	d := xml.NewDecoder(in)
	var all strings.Builder
	inText, ruby := false, 0
	for {
		in.piece = 0
		t, err := d.RawToken()
		if err != nil {
			b.texts.all = all.String()
			return broken(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			inText = t.Name.Local == "t"
			ruby += btoi(t.Name.Local == "rPh")
		case xml.EndElement:
			inText = false
			ruby -= btoi(t.Name.Local == "rPh")
			if t.Name.Local == "si" {
				b.texts.ends = append(b.texts.ends, uint32(all.Len()))
			}
		case xml.CharData:
			if inText && ruby == 0 {
				all.Write(t)
			}
		}
		if all.Len() > maxTexts {
			return &refusal{rule: "bomb"}
		}
	}
}
