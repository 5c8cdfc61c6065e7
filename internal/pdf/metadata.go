package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"kontrakt/internal/doc"
)

// How a date is written in the file's own metadata and in XMP.
const (
	pdfDate = "D:20060102150405Z"
	xmpDate = "2006-01-02T15:04:05Z"
)

// date is the document's date in a layout, at midnight universal time so that
// no time zone shows; empty when the document has none.
func date(d *doc.Document, layout string) string {
	t, err := time.Parse(time.DateOnly, d.Date)
	if err != nil {
		return ""
	}
	return t.Format(layout)
}

// info writes the file's own metadata, which must agree with XMP.
func (w *writer) info(d *doc.Document) int {
	n := w.alloc(1)
	w.object(n, func(b *bytes.Buffer) {
		b.WriteString("<<")
		for _, e := range []struct{ key, value string }{
			{"Title", d.Title}, {"Subject", d.Subject}, {"Producer", d.Producer},
			{"CreationDate", date(d, pdfDate)}, {"ModDate", date(d, pdfDate)},
		} {
			if e.value != "" {
				b.WriteString("/" + e.key + pdfString(e.value))
			}
		}
		b.WriteString(">>")
	})
	return n
}

// pdfuaSchema describes the one property that PDF/A does not know.
const pdfuaSchema = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
	`<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>` +
	`<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">` +
	`<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
	`<pdfaProperty:category>internal</pdfaProperty:category>` +
	`<pdfaProperty:description>part of ISO 14289</pdfaProperty:description>` +
	`</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>`

// xmp is the metadata for machines: what the document is and which standards
// it keeps.
func xmp(d *doc.Document, archive bool) []byte {
	part := 3
	if archive {
		part = 2
	}
	var b bytes.Buffer
	b.Grow(2 << 10)
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
		` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">`)
	fmt.Fprintf(&b, "<pdfaid:part>%d</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>", part)
	alt := `<dc:%s><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:%s>`
	for _, e := range []struct{ form, name, value string }{
		{alt, "title", d.Title}, {alt, "description", d.Subject},
		{"<pdf:%s>%s</pdf:%s>", "Producer", d.Producer},
		{"<xmp:%s>%s</xmp:%s>", "CreateDate", date(d, xmpDate)}, {"<xmp:%s>%s</xmp:%s>", "ModifyDate", date(d, xmpDate)},
	} {
		if e.value != "" {
			fmt.Fprintf(&b, e.form, e.name, escaped(e.value), e.name)
		}
	}
	b.WriteString(pdfuaSchema + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

// escaped is text as XML has it.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes everything
	return b.String()
}
