package report

import (
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// Name is what the report is called among the documents, and in its files' names.
const Name = "rapport"

// A reportPart is a part of the report: what a layout may say of it, and how it is made. A
// part that nothing was counted for gives no blocks. Every part may have prose
// of its own, which stands under its heading or after its table.
type reportPart struct {
	phrase.Known
	compose func(*composer) []doc.Block // nil: a heading and prose alone
	level   int                         // of its heading: 2 where it is 0
}

// allParts are all parts, in the order of the report.
func allParts() []reportPart {
	table := func(name string, f func(*composer) []doc.Block) reportPart {
		return reportPart{Known: phrase.Known{Name: name}, compose: f}
	}
	section := func(name string, level int) reportPart {
		return reportPart{Known: phrase.Known{Name: name, Heading: true}, level: level}
	}
	return []reportPart{
		{Known: phrase.Known{Name: "titel", Must: true, Title: true}, compose: (*composer).title},
		{Known: phrase.Known{Name: "skydd", Must: true}, compose: (*composer).guard},
		{Known: phrase.Known{Name: "nyckeltal", Heading: true}, compose: (*composer).keyFigures},
		{Known: phrase.Known{Name: "flöde", Heading: true}, compose: (*composer).flow},
		section("förbättringsområde", 2), section("bakgrund", 2), section("övergripande_mål", 2),
		section("nuläge", 2), section("analys", 2), section("prioriteringar", 2),
		section("resultat", 2),
		section("steg1", 3),
		table("yrkeskategorier", (*composer).professions), table("enheter", (*composer).units), table("journalen", (*composer).journal),
		table("åldrar", (*composer).ages), table("antal_kontakter", (*composer).bands), table("skäl", (*composer).reasons),
		section("steg2", 3),
		table("åtgärder", (*composer).actions),
		section("steg3", 3),
		table("planer", (*composer).plans), table("planernas_frågor", (*composer).planQuestions), table("sju_frågor", (*composer).seven),
		table("mål", (*composer).goals), table("före_och_efter", (*composer).before),
		section("diskussion", 2), section("summering", 2),
		{Known: phrase.Known{Name: "inte_räknat", Heading: true}, compose: (*composer).leftOut},
	}
}

// Sections are the parts that hold nothing but what people write.
func Sections() []string {
	var all []string
	for _, p := range allParts() {
		if p.compose == nil && p.level == 2 && p.Name != "resultat" { // which holds the steps
			all = append(all, p.Name)
		}
	}
	return all
}

// Document is the report's name and the parts that its layout may have.
func Document() phrase.Document {
	d := phrase.Document{Name: Name, Staff: true}
	for _, p := range allParts() {
		d.Parts = append(d.Parts, p.Known)
	}
	return d
}
