package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"strings"
	"testing"

	"kontrakt/internal/doc"
)

// logo is a picture with transparent corners, as clinics have them.
func logo(t testing.TB, encode func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 210, 60))
	for y := range 60 {
		for x := range 210 {
			img.SetNRGBA(x, y, color.NRGBA{uint8(x), 0x4f, 0x52, uint8(4 * y)})
		}
	}
	var out bytes.Buffer
	if err := encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asPNG(b *bytes.Buffer, m image.Image) error { return png.Encode(b, m) }

func asJPEG(b *bytes.Buffer, m image.Image) error { return jpeg.Encode(b, m, nil) }

// hostile are documents that few will write.
func hostile(t testing.TB) map[string]*doc.Document {
	d := map[string]*doc.Document{"shortest": one("Hej."), "empty": {Title: "Tom", Lang: "sv"}, "undated": {Title: "Odaterad", Content: []doc.Block{para("x")}}}

	names := sample()
	names.Foot.Left = p("Ánná-Máret Ŋiŋŋá Nguyễn Thị Hương Łukasz Παπαδόπουλος Олена Шевченко Ẹ́bùn Ọlá · EX-001 · Individuell plan, utgåva 1")
	names.Content[2] = terms("Namn", "Ánná-Máret Ŋiŋŋá Nguyễn Thị Hương Łukasz Παπαδόπουλος Олена Шевченко Ẹ́bùn Ọlá", "Personnummer", "19600412-9802", "Plan-id", "EX-001", "Gjord", "15 sept. 2025", "Gäller till", "15 mars 2026")
	names.Content = append([]doc.Block{&doc.Figure{Alt: "Logotyp", Picture: logo(t, asPNG), Width: 140, Height: 40}}, names.Content...)
	d["names"] = names

	long := sample()
	long.Content = append([]doc.Block{&doc.Figure{Alt: "Logotyp", Picture: logo(t, asJPEG)}}, long.Content...)
	long.Content = append(long.Content,
		&doc.Pair{
			Left:  doc.Column{Head: doc.Heading{Level: 3, Text: p("Jag gör")}, List: actions(numbered("Jag gör sak|varje dag", 40)...)},
			Right: doc.Column{Head: doc.Heading{Level: 3, Text: p("Vården gör")}, List: actions(numbered("Vi gör sak", 3)...)},
		},
		h2("Många rader"), points(numbered("Rad som upprepas|och fortsätter", 60)...),
		h2("När du ska söka vård"), zone(1, "1 Kontakta oss", []string{"036"}, numbered("tecken", 60)...), zone(3, "3 Ring 112", nil, numbered("tecken", 20)...),
		h2("Steg"), &doc.List{Kind: doc.Numbered, Items: points(numbered("steg", 12)...).Items},
		h2("In English"), &doc.Paragraph{Lang: "en", Text: p("Your plan, in short.")}, &doc.Paragraph{Text: p(strings.Repeat("Lång text utan slut. ", 400))})
	tbl := &doc.Table{Caption: p("Dagbok"), Columns: make([]doc.TableColumn, 4), Head: [][]doc.Cell{{{Text: p("Dag")}, {Text: p("Övre")}, {Text: p("Undre")}, {Text: p("Puls")}}}}
	for range 60 {
		tbl.Rows = append(tbl.Rows, []doc.Cell{{Text: p("måndag"), Header: true}, {}, {}, {}})
	}
	long.Content = append(long.Content, h2("Dagbok"), tbl, h2("Underskrift"), &doc.Blank{Labels: lines("a", "b", "c"), Alt: "Skriv under"})
	d["long"] = long
	d["report"], d["report-long"] = reportSample(printer(t).Width), reportLong(printer(t).Width)
	return d
}

// TestHostileDocumentsArePrinted leaves its files in the folder PDF_OUT, if
// there is one, for validators and eyes.
func TestHostileDocumentsArePrinted(t *testing.T) {
	pr := printer(t)
	for name, d := range hostile(t) {
		for suffix, o := range map[string]Options{"": {}, "-stor": {Style: Large}, "-arkiv": {Archive: true}} {
			out, err := toFile(pr, d, o)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if _, _, err := readFile(out); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if dir := os.Getenv("PDF_OUT"); dir != "" {
				if err := os.WriteFile(dir+"/"+name+suffix+".pdf", out, 0o644); err != nil {
					t.Fatal(err)
				}
				if tags, err := pr.Tags(d, o); err != nil || os.WriteFile(dir+"/"+name+suffix+".tags", []byte(tags), 0o644) != nil {
					t.Fatal("no tags", err)
				}
			}
		}
	}
}

func TestAPictureThatCannotBeReadIsTold(t *testing.T) {
	for name, data := range map[string][]byte{"text": []byte("GIF"), "cut off": logo(t, asPNG)[:90]} {
		d := &doc.Document{Content: []doc.Block{&doc.Figure{Alt: "Logotyp", Picture: data}}}
		if _, err := toFile(printer(t), d, Options{}); err == nil {
			t.Errorf("%s: printed", name)
		}
	}
}

func TestTransparencyIsLaidOnWhite(t *testing.T) {
	f, err := newPictureCache().figure(&doc.Figure{Picture: logo(t, asPNG)}, 500, 500)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(f.png))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, a := img.At(5, 0).RGBA(); r+g+b+a != 4*0xffff {
		t.Errorf("a transparent corner became %v", img.At(5, 0))
	}
}

func TestAPictureHasNoMorePixelsThanPrintShows(t *testing.T) {
	f, err := newPictureCache().figure(&doc.Figure{Picture: logo(t, asPNG), Height: 6}, 500, 500)
	if err != nil {
		t.Fatal(err)
	}
	conf, err := png.DecodeConfig(bytes.NewReader(f.png))
	if err != nil {
		t.Fatal(err)
	}
	if f.w != 21 || conf.Width != 87 || conf.Height != 25 {
		t.Errorf("%g points wide, %d × %d pixels", f.w, conf.Width, conf.Height)
	}
}
