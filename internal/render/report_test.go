package render

import (
	"bytes"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"strings"
	"testing"

	"kontrakt/internal/doc"
)

// report is a report of the blocks.
func report(blocks ...doc.Block) *doc.Document {
	return &doc.Document{
		Title: "Projektrapport", Lang: "sv", Read: doc.AsReport,
		Head: doc.Foot{Left: plain("Projektrapport"), Right: plain("Intern version")}, Foot: doc.Foot{Left: plain("Sammanställd"), Page: "Sida {sida}"},
		Content: blocks,
	}
}

// A picture is told once, and each strip stands in its row; what spans rows
// and columns says so.
func TestPageHasEachStripInItsRow(t *testing.T) {
	page := rendered(t, HTML, report(contacts()))
	_, table, _ := strings.Cut(page, "<thead>")
	table, _, _ = strings.Cut(table, "</table>")
	got := strings.NewReplacer(`M0 0L86 0L86 9L0 9z`, "…", `M0 0L1 0L1 9L0 9z`, "…", `width="114.67" height="12" viewBox="0 0 86 9"`, "·").Replace(table)
	want := `<tr><th scope="col" rowspan="2">Enhet</th><th scope="col" rowspan="2">Yrke</th><th scope="col" class="right" rowspan="2"><svg class="swatch" aria-hidden="true" ·><path class="accent" d="M0 0L9 0L9 9L0 9z"></path></svg> Kontakter</th><td rowspan="2"></td><th scope="col" class="right over" colspan="2">Minst en kontakt</th></tr>
<tr><th scope="col" class="right">patienter</th><th scope="col" class="right">per patient</th></tr>
</thead><tbody><tr><th scope="rowgroup" rowspan="2">Hälsan 2</th><th scope="row">Läkare</th><td class="right">617</td><td class="bar"><svg role="img" aria-label="Läkare 617, okänd, sjuksköterska 1." ·><path class="accent" d="…"></path></svg></td><td class="right">59</td><td class="right">10,5</td></tr>
<tr><th scope="row">Okänd</th><td class="right">x</td><td class="bar"></td><td class="right">x</td><td class="right">x</td></tr>
</tbody><tbody><tr><th scope="row">Hälsan 3</th><th scope="row">Sjuksköterska</th><td class="right">1</td><td class="bar"><svg aria-hidden="true" ·><path class="accent" d="…"></path></svg></td><td class="right">1</td><td class="right">1,0</td></tr>
</tbody><tfoot><tr><th scope="row">Alla kontakter</th><td></td><td class="right">618</td><td></td><td class="right">59</td><td class="right">10,5</td></tr>
</tfoot>`
	if got != want {
		t.Errorf("got:\n%s", got)
	}
	if strings.Count(page, "Läkare 617, okänd") != 1 || !strings.Contains(page, "@top-right{content:\"Intern version\"}") {
		t.Error("the picture is told more than once, or the running head is not printed")
	}
}

// Only a report carries a report's style: a patient's page is what it was.
func TestOnlyAReportHasItsStyle(t *testing.T) {
	if page := rendered(t, HTML, everything()); strings.Contains(page, reportStyle) {
		t.Error("a plan carries the style of a report")
	}
	page := rendered(t, HTML, report())
	if !strings.Contains(page, "<style>"+reportStyle+"</style>") || !strings.Contains(page, html.EscapeString(hash(reportStyle))) {
		t.Error("the style of a report is not there, or not allowed")
	}
}

func TestReportAsText(t *testing.T) {
	got := rendered(t, Text, report(
		&doc.List{Kind: doc.Numbers, Items: []doc.Item{{Label: []doc.Inline{doc.Strong("75"), doc.Plain(" patienter")}, Lines: [][]doc.Inline{plain("av 315 i uttaget")}}}},
		drawn(), contacts(),
		&doc.Box{Style: doc.Caution, Content: []doc.Block{&doc.Paragraph{Text: plain("Läs inte detta som en effekt.")}}}))
	want := `Projektrapport
Intern version

- 75 patienter
  av 315 i uttaget

Figur 1. Av 315 patienter granskades 75
n = 315
[Flöde: 315, sedan 75.]

Figur 2. Läkare mot sjuksköterska
Kontakter under 2024, n = 75
                                                       Minst
                                                          en
                                           Minst en  kontakt
                                            kontakt      per
Enhet           Yrke           Kontakter  patienter  patient
------------------------------------------------------------
Hälsan 2        Läkare               617         59     10,5
                Okänd                  x          x        x
Hälsan 3        Sjuksköterska          1          1      1,0
------------------------------------------------------------
Alla kontakter                       618         59     10,5

x är dolt.

============================================================================
Läs inte detta som en effekt.
============================================================================

----------------------------------------------------------------------------
Sammanställd
`
	if got != want {
		t.Errorf("got:\n%s", got)
	}
}

// The outlines of a picture's words are the printer's; here each is named.
func TestPictureAloneNeedsNothingElse(t *testing.T) {
	var b bytes.Buffer
	outline := func(text string, size float64, bold bool) (string, error) { return "M0 0h" + number(size), nil }
	if err := SVG(&b, drawn(), outline); err != nil {
		t.Fatal(err)
	}
	want := `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="rubrik beskrivning" width="72pt" height="42pt" viewBox="-6 -6 72 42">` +
		`<title id="rubrik">Figur 1. Av 315 patienter granskades 75</title><desc id="beskrivning">Flöde: 315, sedan 75.</desc>` +
		`<rect x="-6" y="-6" width="72" height="42" fill="#ffffff"></rect><path fill="#111111" d="M1 2L3 2L2 4.5z"></path><path fill="#0b4f52" d="M5 5L9 5L9 6z"></path>` +
		`<path fill="#111111" transform="translate(10 12)" d="M0 0h10"></path></svg>
`
	if got := b.String(); got != want {
		t.Errorf("got:\n%s", got)
	}
	if err := xml.Unmarshal(b.Bytes(), &struct{}{}); err != nil {
		t.Error(err)
	}
	broken := errors.New("no face draws it")
	if err := SVG(io.Discard, drawn(), func(string, float64, bool) (string, error) { return "", broken }); !errors.Is(err, broken) {
		t.Errorf("an outline that cannot be made is told as %v", err)
	}
}
