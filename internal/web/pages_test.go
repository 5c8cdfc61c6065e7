package web

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kontrakt/templates"
)

var pagesTo = flag.String("sidor", "", "folder to write every page to, to be looked at and judged in a browser")

// drawn writes one sample page.
func drawn(t *testing.T, s sample) string {
	t.Helper()
	p, err := readPages(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := p.write(&b, s.page, s.view); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEveryPageIsDrawn(t *testing.T) {
	for _, s := range samples() {
		t.Run(s.name, func(t *testing.T) {
			html := drawn(t, s)
			for _, want := range []string{"<h1", `lang="sv"`, `<main id="innehall"`, "</html>"} {
				if !strings.Contains(html, want) {
					t.Errorf("the page has no %s", want)
				}
			}
			if *pagesTo != "" {
				if err := os.WriteFile(filepath.Join(*pagesTo, s.name+".html"), []byte(html), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// A name with <script> in it is text, and the content security policy can
// refuse all script and style that is not a file of ours.
func TestNothingInAPageRuns(t *testing.T) {
	inline := regexp.MustCompile(`<script(?:>| [^s])|<style|\son[a-z]+=|\sstyle=|javascript:|ZgotmplZ`)
	for _, s := range samples() {
		if found := inline.FindString(drawn(t, s)); found != "" {
			t.Errorf("%s: %q", s.name, found)
		}
	}
}

var (
	idAttr  = regexp.MustCompile(`\sid="([^"]*)"`)
	control = regexp.MustCompile(`<(?:input|textarea|select)\s[^>]*>`)
	forAttr = regexp.MustCompile(`\sfor="([^"]*)"`)
	pointer = regexp.MustCompile(`\s(?:aria-labelledby|aria-describedby|href)="(#?)([^"/][^"]*)"`)
	inLabel = regexp.MustCompile(`<label class="[^"]*"><input [^>]*>|<label><input [^>]*>`)
)

func TestIdsAreUnique(t *testing.T) {
	for _, s := range samples() {
		seen := map[string]bool{}
		for _, m := range idAttr.FindAllStringSubmatch(drawn(t, s), -1) {
			if m[1] == "" || seen[m[1]] {
				t.Errorf("%s: the id %q is empty or stands twice", s.name, m[1])
			}
			seen[m[1]] = true
		}
	}
}

func TestEveryFieldHasALabel(t *testing.T) {
	for _, s := range samples() {
		html := drawn(t, s)
		labelled := map[string]bool{}
		for _, m := range forAttr.FindAllStringSubmatch(html, -1) {
			labelled[m[1]] = true
		}
		for _, l := range inLabel.FindAllString(html, -1) {
			labelled[l[strings.Index(l, "<input"):]] = true
		}
		for _, c := range control.FindAllString(html, -1) {
			id := idAttr.FindStringSubmatch(c)
			if strings.Contains(c, `type="hidden"`) || labelled[c] || id != nil && labelled[id[1]] {
				continue
			}
			t.Errorf("%s: no label: %s", s.name, c)
		}
	}
}

func TestWhatIsPointedAtIsThere(t *testing.T) {
	for _, s := range samples() {
		html := drawn(t, s)
		for _, m := range pointer.FindAllStringSubmatch(html, -1) {
			if id := strings.ReplaceAll(m[2], "%c3%b6", "ö"); !strings.Contains(html, ` id="`+id+`"`) && !strings.Contains(m[2], "%") {
				t.Errorf("%s: %q leads nowhere", s.name, m[2])
			}
		}
	}
}

// Enter in a field presses the first submit button of its form: that must
// never undo, move or choose.
func TestEnterDoesNoHarm(t *testing.T) {
	first := regexp.MustCompile(`(?s)<button type="submit"[^>]*>`)
	harmless := map[string]string{"blad": "spara", "konflikt": "senare", "ny": "vidare"}
	for _, s := range samples() {
		want, ok := harmless[s.page]
		if !ok {
			continue
		}
		if got := first.FindString(drawn(t, s)); !strings.Contains(got, `value="`+want+`"`) {
			t.Errorf("%s: Enter presses %s", s.name, got)
		}
	}
}

func TestWhatWasWrittenStaysAsWritten(t *testing.T) {
	s := everyKind()
	html := drawn(t, sample{"", "blad", s})
	for _, want := range []string{`value="2025-13-01"`, ">\nFörsta raden\nandra raden</textarea>", ">\npatienten\nmake</textarea>"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page has no %s", want)
		}
	}
}

func TestAFaultLeadsToItsField(t *testing.T) {
	s := planSample()
	for _, c := range []struct {
		name  string
		fault int // 0: on this page, 1: on another step
		here  bool
		at    string
	}{
		{"on this page", 0, true, "/plan/H2-017/jag-gor#plan.jag_gör[0].då"},
		{"on another step", 1, false, "/plan/H2-017/uppfoljning#plan.uppföljning.datum"},
	} {
		f := append(s.Faults, s.Others...)[c.fault]
		if got := s.To(f); got.Here != c.here || got.Address != c.at {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	broken := brokenSample()
	if got := broken.To(broken.Faults[0]); got.Here || got.Address != "" {
		t.Errorf("a fault without a field leads to %q", got.Address)
	}
}
