package cohort

import (
	"archive/zip"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Sheet is a sheet to write: a heading row, which stays in sight, and rows.
type Sheet struct {
	Name   string
	Widths []int // of the columns, in characters
	Rows   [][]Cell
	Lists  []DropDown
	Hidden bool
}

// Cell is a cell to write: a number where Number is not empty, else a text.
type Cell struct{ Text, Number string }

// DropDown lets the cells of a column below the heading be chosen from the
// cells of another sheet's column. Other words are refused where Closed is set.
type DropDown struct {
	Column int // from 0
	From   string
	Closed bool
}

// Disarm makes a text safe to open in a spreadsheet: one that would begin a
// formula gets an apostrophe before it. It is for everything written as csv or
// xlsx.
func Disarm(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

// rearm takes away what Disarm puts before a text.
func rearm(text string) string {
	if len(text) > 1 && text[0] == '\'' && Disarm(text[1:]) != text[1:] {
		return text[1:]
	}
	return text
}

// WriteWorkbook writes an xlsx file. The same sheets give the same bytes.
func WriteWorkbook(w io.Writer, sheets []Sheet) error {
	z := zip.NewWriter(w)
	parts := []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes(len(sheets))},
		{"_rels/.rels", relationships([]string{"officeDocument"}, []string{"xl/workbook.xml"})},
		{"xl/workbook.xml", bookText(sheets)},
		{"xl/_rels/workbook.xml.rels", bookRelations(len(sheets))},
		{"xl/styles.xml", styles},
	}
	for i, s := range sheets {
		parts = append(parts, struct{ name, text string }{sheetName(i), s.text()})
	}
	for _, p := range parts {
		f, err := z.Create(p.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, xmlHead+p.text); err != nil {
			return err
		}
	}
	return z.Close()
}

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpace = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relSpace  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	mime      = "application/vnd.openxmlformats-officedocument.spreadsheetml."

	// styles are two: 0 is a wrapped text, 1 a heading.
	styles = `<styleSheet ` + mainSpace + `><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>` +
		`<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
		`<xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`
)

func sheetName(i int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) }

func contentTypes(sheets int) string {
	var b strings.Builder
	b.WriteString(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	override := func(part, kind string) {
		fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%s%s+xml"/>`, part, mime, kind)
	}
	override("xl/workbook.xml", "sheet.main")
	override("xl/styles.xml", "styles")
	for i := range sheets {
		override(sheetName(i), "worksheet")
	}
	return b.String() + "</Types>"
}

// relationships are rId1 and on: of a kind, to a part.
func relationships(kinds, parts []string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, kind := range kinds {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>`, i+1, relSpace, kind, parts[i])
	}
	return b.String() + "</Relationships>"
}

func bookRelations(sheets int) string {
	var kinds, parts []string
	for i := range sheets {
		kinds, parts = append(kinds, "worksheet"), append(parts, strings.TrimPrefix(sheetName(i), "xl/"))
	}
	return relationships(append(kinds, "styles"), append(parts, "styles.xml"))
}

func bookText(sheets []Sheet) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<workbook %s xmlns:r="%s"><sheets>`, mainSpace, relSpace)
	for i, s := range sheets {
		state := ""
		if s.Hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&b, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, escape(s.Name), i+1, state, i+1)
	}
	return b.String() + "</sheets></workbook>"
}

// text is a sheet as XML.
func (s Sheet) text() string {
	var b strings.Builder
	b.WriteString(`<worksheet ` + mainSpace + `><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>`)
	if len(s.Widths) > 0 {
		b.WriteString("<cols>")
		for i, w := range s.Widths {
			fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, w)
		}
		b.WriteString("</cols>")
	}
	b.WriteString("<sheetData>")
	for i, row := range s.Rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for k, c := range row {
			b.WriteString(c.text(columnName(k)+strconv.Itoa(i+1), btoi(i == 0)))
		}
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData>")
	b.WriteString(s.lists())
	return b.String() + "</worksheet>"
}

func (c Cell) text(ref string, style int) string {
	switch {
	case c.Number != "":
		return fmt.Sprintf(`<c r="%s" s="%d"><v>%s</v></c>`, ref, style, escape(c.Number))
	case c.Text == "":
		return ""
	}
	return fmt.Sprintf(`<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, ref, style, escape(Disarm(c.Text)))
}

// lists are the sheet's drop-down lists, for more rows than it has.
func (s Sheet) lists() string {
	if len(s.Lists) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<dataValidations count="%d">`, len(s.Lists))
	for _, l := range s.Lists {
		column := columnName(l.Column)
		fmt.Fprintf(&b, `<dataValidation type="list" allowBlank="1" showErrorMessage="%d" errorTitle="Välj ur listan" error="Välj ett av orden i listan, eller lämna cellen tom." sqref="%s2:%s%d"><formula1>%s</formula1></dataValidation>`,
			btoi(l.Closed), column, column, max(len(s.Rows), 2), escape(l.From))
	}
	return b.String() + "</dataValidations>"
}

// columnName is a column's letters: 0 is A, 26 is AA.
func columnName(i int) string {
	if i >= 26 {
		return columnName(i/26-1) + columnName(i%26)
	}
	return string(rune('A' + i))
}

// escape writes a text for XML, without what XML cannot hold.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}
