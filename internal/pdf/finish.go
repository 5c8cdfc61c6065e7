package pdf

import (
	"bytes"
	"cmp"
	"crypto/md5"
	"fmt"
	"io"
	"strconv"
	"strings"

	"kontrakt/internal/doc"
)

// finisher writes one document's file: what was drawn, and all that
// makes it a document to those who do not see it.
type finisher struct {
	*painted
	*writer
	doc   *doc.Document
	opts  Options
	pages []int // the page objects
	notes int   // the first annotation of a link
	tree  int   // the root of the structure tree
}

// finish writes the file of a painted document.
func (p *Printer) finish(out io.Writer, d *doc.Document, o Options, l *painted) error {
	own, err := p.subset.used(commons, len(p.subset.fonts))
	if err != nil {
		return err
	}
	if p.opening == nil {
		if p.opening, err = p.newOpening(); err != nil {
			return err
		}
	}
	f := &finisher{painted: l, writer: p.file, doc: d, opts: o}
	f.goOn(out, p.opening)
	pageTree := f.alloc(2) // and the resources
	f.pages = make([]int, len(l.marks))
	for i := range f.pages {
		f.pages[i] = f.alloc(2)
	}
	images := f.images()
	f.notes = f.alloc(len(l.links))
	f.tree = f.alloc(1)
	f.writePages(pageTree)
	f.value(pageTree+1, "<</Font<<%s%s>>/XObject<<%s>>>>", p.opening.fonts, f.fonts(own), images)
	f.structure()
	root := f.catalog(d, o.Archive, pageTree, f.tree, p.opening.colours, f.outline(f.bookmarks, f.pages)+f.attachments())
	return f.end(root, f.info(d))
}

// images writes the pictures; the result names them for the resources.
func (f *finisher) images() string {
	names := ""
	for i, p := range f.pictures {
		n := f.alloc(1)
		names += fmt.Sprintf("/I%d %d 0 R", i, n)
		if p.stencil != nil {
			f.stencil(n, p.stencil)
			continue
		}
		f.stream(n, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"+
			"/DecodeParms<</Predictor 15/Colors 3/Columns %d>>", p.columns, p.rows, p.columns), p.pixels())
	}
	return names
}

// stencil writes a stencil as a form as large as a picture, a unit square.
func (w *writer) stencil(n int, s *stencil) {
	if s.form == nil {
		form, err := w.zip.deflate(s.operators())
		w.fail(err)
		s.form = form
	}
	w.stream(n, fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %d %[1]d]/Matrix[%g 0 0 %[2]g 0 0]/Resources<<>>/Filter/FlateDecode",
		stencilSide, 1.0/stencilSide), s.form)
}

// writePages writes the page tree, the pages and their content.
func (f *finisher) writePages(pageTree int) {
	for i, n := range f.pages {
		f.deflated(n+1, "", f.contentOf(i))
		f.object(n, func(b *bytes.Buffer) {
			fmt.Fprintf(b, "<</Type/Page/Parent %d 0 R/Resources %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S", pageTree, pageTree+1, n+1, i)
			sep := "/Annots["
			for k := range f.links {
				if f.links[k].page == i {
					fmt.Fprintf(b, "%s%d 0 R", sep, f.notes+k)
					sep = " "
				}
			}
			if sep == " " {
				b.WriteString("]")
			}
			b.WriteString(">>")
		})
	}
	f.pageTree(pageTree, f.pages)
}

// pageTree writes the page tree with what all pages share.
func (w *writer) pageTree(n int, pages []int) {
	w.value(n, "<</Type/Pages/MediaBox[0 0 %g %g]/Count %d/Kids%s>>", pageWidth, pageHeight, len(pages), refs(pages))
}

// refs is an array of references.
func refs(ns []int) string {
	var b strings.Builder
	b.WriteByte('[')
	for i, n := range ns {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%d 0 R", n)
	}
	b.WriteByte(']')
	return b.String()
}

// fonts writes fonts and names them for the resources.
func (w *writer) fonts(all []usedFont) string {
	names := ""
	for _, u := range all {
		names += fmt.Sprintf("/F%d %d 0 R", u.id, w.font(u))
	}
	return names
}

// font writes a subset: a common one as a simple font, others as composite
// ones, whose codes are glyph numbers (ISO 32000-1, 9.6.3 and 9.7).
func (w *writer) font(u usedFont) int {
	n := w.alloc(4)
	file, about, program, toUnicode := u.file, n+1, n+2, n+3
	w.stream(program, fmt.Sprintf("/Length1 %d/Filter/FlateDecode", file.size), file.program)
	w.stream(toUnicode, "/Filter/FlateDecode", file.toUnicode)
	w.value(about, "<</Type/FontDescriptor/FontName/%s/Flags 4/ItalicAngle 0/StemV 80%s/FontFile2 %d 0 R>>",
		file.name, u.face.descriptor(), program)
	if u.common {
		w.value(n, "<</Type/Font/Subtype/TrueType/BaseFont/%s/FirstChar 0/LastChar %d/Widths%s/FontDescriptor %d 0 R/ToUnicode %d 0 R>>",
			file.name, len(u.keys)-1, file.widths, about, toUnicode)
		return n
	}
	part := w.alloc(1)
	w.value(n, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
		file.name, part, toUnicode)
	w.value(part, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/CIDToGIDMap/Identity/FontDescriptor %d 0 R/W[0%s]>>", file.name, about, file.widths)
	return n
}

// structure writes the tree of elements, which element each mark belongs to,
// and the links.
func (f *finisher) structure() {
	f.root.walk(func(e *elem) { e.obj = f.alloc(1) })
	f.root.walk(func(e *elem) {
		f.object(e.obj, func(b *bytes.Buffer) {
			parent := f.tree
			if e.up != nil {
				parent = e.up.obj
			}
			e.appendTo(b, parent, f.pages, f.notes)
		})
	})
	f.object(f.tree, func(b *bytes.Buffer) {
		fmt.Fprintf(b, "<</Type/StructTreeRoot/K[%d 0 R]/ParentTreeNextKey %d/ParentTree<</Nums[", f.root.obj, len(f.marks)+len(f.links))
		for i, marks := range f.marks {
			fmt.Fprintf(b, "%d[", i)
			for _, e := range marks {
				b.Write(append(appendRef(b.AvailableBuffer(), e.obj), ' '))
			}
			b.WriteByte(']')
		}
		for i := range f.links {
			fmt.Fprintf(b, "%d %d 0 R ", len(f.marks)+i, f.links[i].elem.obj)
		}
		b.WriteString("]>>>>")
	})
	for i := range f.links {
		f.object(f.notes+i, func(b *bytes.Buffer) { f.links[i].appendTo(b, len(f.marks)+i) })
	}
}

// appendTo writes a link's annotation; key is its own among the marks' owners.
func (l *linkArea) appendTo(b *bytes.Buffer, key int) {
	b.WriteString("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
	for _, n := range [...]float64{l.x0, l.y0, l.x1, l.y1} {
		b.Write(append(appendNumber(b.AvailableBuffer(), n), ' '))
	}
	b.WriteString("]/Contents" + pdfString(l.elem.alt) + "/A<</S/URI/URI" + pdfString(l.elem.url) + ">>/StructParent " + strconv.Itoa(key) + ">>")
}

// catalog writes the root of a file; more are entries that not every file has.
func (w *writer) catalog(d *doc.Document, archive bool, pages, tree, colours int, more string) int {
	n := w.alloc(2)
	about := n + 1
	w.stream(about, "/Type/Metadata/Subtype/XML", xmp(d, archive))
	w.value(n, "<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>/Lang%s"+
		"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R"+
		"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %d 0 R>>]%s>>",
		pages, tree, pdfString(cmp.Or(d.Lang, "und")), about, colours, more)
	return n
}

// outline writes the bookmarks (ISO 32000-1, 12.3.3), which lead to page
// objects; the result is their entry in the catalog.
func (w *writer) outline(marks []bookmark, pages []int) string {
	if len(marks) == 0 {
		return ""
	}
	n := w.alloc(1 + len(marks))
	for i, m := range marks {
		at := n + 1 + i
		w.object(at, func(b *bytes.Buffer) {
			b.WriteString("<</Title" + pdfString(m.text))
			appendEntry(b, "/Parent ", n)
			if i > 0 {
				appendEntry(b, "/Prev ", at-1)
			}
			if i+1 < len(marks) {
				appendEntry(b, "/Next ", at+1)
			}
			appendEntry(b, "/Dest[", pages[m.page])
			b.WriteString("/XYZ null ")
			b.Write(appendNumber(b.AvailableBuffer(), m.y))
			b.WriteString(" null]>>")
		})
	}
	w.value(n, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", n+1, n+len(marks), len(marks))
	return fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", n)
}

// attachments writes the files that travel in the document, save to an
// archive that takes none.
func (f *finisher) attachments() string {
	if len(f.doc.Files) == 0 || f.opts.Archive {
		return ""
	}
	changed := ""
	if day := date(f.doc, pdfDate); day != "" {
		changed = "/ModDate(" + day + ")"
	}
	names, all := "", ""
	for _, file := range f.doc.Files {
		n := f.alloc(2)
		f.deflated(n+1, fmt.Sprintf("/Type/EmbeddedFile/Subtype/%s/Params<</Size %d/CheckSum<%X>%s>>",
			pdfName(file.MIME), len(file.Data), md5.Sum(file.Data), changed), file.Data)
		name := pdfString(file.Name)
		f.value(n, "<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/Source/EF<</F %d 0 R/UF %d 0 R>>>>",
			name, name, pdfString(file.Description), n+1, n+1)
		names += fmt.Sprintf("%s %d 0 R ", name, n)
		all += fmt.Sprintf("%d 0 R ", n)
	}
	return fmt.Sprintf("/Names<</EmbeddedFiles<</Names[%s]>>>>/AF[%s]", names, all)
}
