package lint

import (
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/doc"
	"kontrakt/internal/plan"
)

// PEMAT-P is AHRQ's list of 24 points by which printed material for patients
// is judged. These are the points that a program can see; the summary (point
// 10) is the next step at the top of the paper, which no template holds.

// checkPurpose: the material makes its purpose evident (point 1).
func checkPurpose(r *reading) {
	if !ownProse(r.Definition) {
		return
	}
	h, ok := r.Prose[0].(*doc.Heading)
	if ok && !mentions(doc.Text(h.Text), r.Name) {
		r.tell(r.ProseAt[0], "", r.Name)
	}
}

// mentions tells whether a heading has a word of the diagnosis, in any form.
func mentions(heading, name string) bool {
	in := words(strings.ToLower(heading))
	return slices.ContainsFunc(words(strings.ToLower(name)), func(w string) bool {
		stem := string([]rune(w)[:min(len([]rune(w)), 4)])
		return slices.ContainsFunc(in, func(h string) bool { return strings.Contains(h, stem) })
	})
}

// checkNoAction: it identifies at least one action (point 20).
func checkNoAction(r *reading) {
	if len(r.PatientDoes) == 0 {
		r.tell(r.At(plan.PatientDoes), plan.PatientDoes)
	}
}

var address = phrases{
	"sv": anyOf("du|dig|din|ditt|dina"),
	"en": anyOf("you|your|yours|yourself"),
}

// checkAddress: it addresses the user directly when describing actions
// (point 21).
func checkAddress(r *reading) {
	for _, p := range r.passages {
		if p.part == plan.PatientDoes && p.kind == statement && address.lacks(r.Lang, p.text) {
			r.tellOf(p)
		}
	}
}

// mostSentences and mostWords bound a paragraph, and what stands under one
// heading.
const (
	mostSentences = 5
	mostWords     = 120
)

// checkParagraphs: it breaks information into short sections (point 8).
func checkParagraphs(r *reading) {
	for _, p := range r.passages {
		if n := len(sentences(p.text)); p.prose() && n > mostSentences {
			r.tellOf(p, strconv.Itoa(n))
		}
	}
}

// checkHeadings: its sections have headers (point 9).
func checkHeadings(r *reading) {
	for _, part := range parts(r.passages) {
		if n := len(words(joined(part))); part[0].prose() && n > mostWords {
			r.tellOf(part[0], strconv.Itoa(n), part[0].part)
		}
	}
}

var reckoning = phrases{
	"sv": anyOf(`(?:räkna|räknar) ut|(?:räkna|räknar) (?:fram|om)|beräknar?|dividera|multiplicera|dela med \d+|medelvärdet?`),
}

// checkReckoning: it does not expect the user to calculate (point 7). Care may.
func checkReckoning(r *reading) {
	for _, p := range r.passages {
		if found := reckoning.find(r.Lang, p.text); found != "" && p.part != plan.UnitDoes {
			r.tellOf(p, found)
		}
	}
}

// checkNoDiary: it provides a tangible tool (point 24).
func checkNoDiary(r *reading) {
	for _, t := range r.Targets {
		if m, _ := r.library.Measure(t.Measure); t.Diary != nil || m.Diary != nil {
			return
		}
	}
	r.tell(r.At(plan.Targets), plan.Targets)
}
