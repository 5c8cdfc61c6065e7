package contract_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"kontrakt/internal/contract"
	"kontrakt/internal/doc"
	"kontrakt/internal/generate"
	"kontrakt/internal/phrase"
	"kontrakt/templates"
)

// in is a paper of Anna's plan in a language, as a tree.
func in(t *testing.T, lang, document string) string {
	t.Helper()
	book, ps := phrase.Load(generate.Layouts(), templates.FS)
	if err := ps.Err(); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := doc.Dump(&b, contract.Compose(anna(), book.Layout(document), book.In(lang))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// headings are the lines of a tree that are a heading or the label of a frame.
var headings = regexp.MustCompile(`(?m)^ *(h[1-3]|next step|zone) .*$`)

func TestEveryEnglishHeadingHasTheSwedishOneBesideIt(t *testing.T) {
	for _, document := range []string{"kontrakt", "kylskap", "dagbok", "uppfoljning"} {
		for _, h := range headings.FindAllString(in(t, "en", document), -1) {
			if !strings.Contains(h, " (sv) ") && !strings.Contains(h, "Det här hjälper") { // a template's own, of level 3
				t.Errorf("%s: %s", document, h)
			}
		}
	}
	for _, want := range []string{
		"h1 #titel: Individual plan | for you with långvarig smärta and högt blodtryck (sv) Individuell plan för dig som har långvarig smärta och högt blodtryck\n",
		"next step weight=0 level=2 #nästa_steg: Your next step (sv) Ditt nästa steg\n",
		"h3 #jag_gör: What I do (sv) Jag gör\n",
		"zone weight=3 level=3 #söka_vård-3: 3~ Call 112 (sv) Ring 112\n",
		"h2 #om-langvarig-smarta: Om långvarig smärta (sv) Om långvarig smärta\n",
	} {
		if !strings.Contains(in(t, "en", "kontrakt"), want) {
			t.Errorf("the English contract lacks %s", want)
		}
	}
	for _, lang := range []string{"sv", "sv-lattlast"} {
		if strings.Contains(in(t, lang, "kontrakt"), "(sv)") {
			t.Errorf("%s: a heading stands twice", lang)
		}
	}
}

// Every sentence of an easy-read paper begins a line, also those that the
// review has written; on the refrigerator they go on, so that more signs fit.
func TestEasyReadHasASentenceALine(t *testing.T) {
	two := regexp.MustCompile(`\pL[.?!]\*? \p{Lu}`)
	for _, document := range []string{"kontrakt", "dagbok", "uppfoljning"} {
		for l := range strings.Lines(in(t, "sv-lattlast", document)) {
			if two.MatchString(l) && !strings.HasPrefix(l, "figure") {
				t.Errorf("%s: %s", document, l)
			}
		}
	}
	if first, _, _ := strings.Cut(in(t, "sv-lattlast", "kontrakt"), "\n"); !strings.HasSuffix(first, "lang=sv date=2025-09-15 easy") {
		t.Errorf("the paper is not said to be easy to read: %s", first)
	}
}

// Where the review is known to be in another language than the paper, a voice
// is told so: for the parts that are the review's alone, and for its words
// inside the paper's own lines.
func TestTheReviewsOwnWordsKeepTheirLanguage(t *testing.T) {
	book, _ := phrase.Load(generate.Layouts(), templates.FS)
	plan := anna()
	plan.Own = "sv"
	plan.Said = []string{
		"Första träffen i smärtskolan", "fysioterapeut Bo Exempel", "Rehab, plan 2", "det regnar", "går jag i trapphuset",
		"Jag går en promenad på 10 minuter", "varje dag efter lunch", "syster", "vårdsamordnare", "make", "samordnar rehab",
	}
	var b bytes.Buffer
	if err := doc.Dump(&b, contract.Compose(plan, book.Layout("kontrakt"), book.In("en"))); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"own (sv): Att kunna", "bullets (sv)\n  item\n    line: Har klarat", "paragraph (sv): Vi provar", "paragraph (sv): Se din",
		"{sv: Första träffen i smärtskolan.}⏎With: {sv: fysioterapeut Bo Exempel.} Place: {sv: Rehab, plan~2.}",
		"{sv: *Jag går en promenad på 10 minuter.*}\n", "line: {sv: Varje dag efter lunch.} How~sure", "line: If {sv: det regnar}, then {sv: går jag i trapphuset.}",
		"Your care contact, {sv: vårdsamordnare.} {sv: Samordnar rehab.}", "{sv: Exempelgatan 2, 550~00 Exempelby.}", "{sv: Måndag–fredag 8–17}",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("lacks %s in\n%s", want, b.String())
		}
	}
	if strings.Contains(b.String(), " {sv: make}") {
		t.Error("a word of the paper's own is taken for the review's")
	}
}
