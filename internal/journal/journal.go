// Package journal writes a plan as text for the patient's record: under the
// keywords of the clinic's record system, in the words of staff, to be pasted
// there. It comes after careplan, as the papers do, but its text is no paper:
// it has no document model, since a record keeps plain text alone.
//
// What the record already knows, or ought not to hold twice, is left out: the
// patient's name and number, and the names and telephones of relatives, whom
// the record keeps in a place of their own. Relatives are named by relation
// (the line hands the plan over so). A personnummer within a text that
// somebody wrote is taken out too.
package journal

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"kontrakt/internal/careplan"
	"kontrakt/internal/person"
	"kontrakt/internal/phrase"
)

// writer is one text under way.
type writer struct {
	p *careplan.CarePlan
	t *phrase.Table
	w *phrase.RecordWords
}

// Document is the text for the record as its file of keywords is checked.
func Document() phrase.Document {
	d := phrase.Document{Name: "journal", Staff: true, Keywords: true}
	for _, p := range parts() {
		d.Parts = append(d.Parts, p.Known)
	}
	return d
}

// Text is a plan under a record's keywords, in words for staff: plain text
// with the line ends of Windows, where records are kept, and without the
// characters that only a page needs. Keywords without content are left out;
// which plan it is stands last. It cannot fail: what the keywords and the
// words lack was told when they were read.
func Text(p *careplan.CarePlan, r *phrase.Record, t *phrase.Table) []byte {
	w := &writer{p, t, &t.Record}
	all := parts()
	var sections []string
	for _, k := range r.Keywords {
		var lines []string
		for _, name := range k.Parts {
			for _, part := range all {
				if part.Name == name {
					lines = append(lines, part.lines(w)...)
				}
			}
		}
		if len(lines) > 0 {
			sections = append(sections, strings.Join(append([]string{k.Name}, lines...), "\n"))
		}
	}
	text := strings.Join(append(sections, w.origin()), "\n\n") + "\n"
	return []byte(strings.ReplaceAll(w.plain(text), "\n", "\r\n"))
}

// origin is which plan the text is of, and the templates behind it.
func (w *writer) origin() string {
	var templates []string
	for _, c := range w.p.Conditions {
		name := c.ID + " " + c.Version
		if c.Draft {
			name = phrase.Fill(w.w.Draft, "mall", name)
		}
		templates = append(templates, name)
	}
	return phrase.Fill(w.w.Plan, "id", w.p.ID, "utgåva", strconv.Itoa(w.p.Edition),
		"datum", w.p.Date.String(), "gäller_till", w.p.ValidTo.String()) + "\n" +
		phrase.Fill(w.w.Templates, "mallar", strings.Join(templates, ", "))
}

// typography is what a page needs and a record does not: spaces that keep
// words together, places where a word may be parted, tabs.
var typography = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2007", " ", "\u2009", " ", "\t", " ",
	"\u2011", "-", "\u2212", "-", "\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "", "\r", "")

// digits are what may be a personnummer.
var digits = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:\d{2})?\d{6}[-+]?\d{4}`) })

// plain is a text without typography and without anybody's personnummer.
func (w *writer) plain(s string) string {
	s = typography.Replace(s)
	return digits().ReplaceAllStringFunc(s, func(n string) string {
		if w.identifies(n) {
			return w.w.Number
		}
		return n
	})
}

// identifies tells whether digits are a personnummer. Ten that begin with a
// zero are a telephone more often than somebody born in this century, save
// where they are the patient's own.
func (w *writer) identifies(n string) bool {
	const ten = 10
	bare := strings.NewReplacer("-", "", "+", "")
	own, found := bare.Replace(w.p.Patient.Number), bare.Replace(n)
	if len(own) >= ten && strings.HasSuffix(found, own[len(own)-ten:]) {
		return true
	}
	return person.Within(n) && (len(n) > ten || n[0] != '0')
}
