package contract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// doctorAs is the word that reviews use for a doctor among those who took part.
const doctorAs = "läkare"

// walkthrough is when and with whom the plan was gone through, what the
// patient has said of sharing it, and two lines to sign. Where the plan has
// not been gone through yet, the date is written there by hand.
func walkthrough(c *composer) []doc.Block {
	w := c.p.Walkthrough
	made, went := people(c.p.TookPart), people(w.With)
	text := sentences(
		c.day(c.c.Walkthrough, w.Date),
		c.present(made, went),
		c.c.Consent.Answer(c.p.ConsentToShare))
	blank := &doc.Blank{Alt: c.c.Sign}
	for _, name := range []string{c.p.Patient.Name, c.signer(slices.Concat(went, made))} {
		if w.Date.IsZero() {
			name = phrase.Fill(c.c.SignDate, "namn", name)
		}
		blank.Labels = append(blank.Labels, plain(name))
	}
	return c.section(append(paragraph(text), blank)...)
}

// present tells who made the plan and who went through it: once where all of
// the one are among the other.
func (c *composer) present(made, went []person) string {
	switch {
	case among(made, went):
		return sentence(fill(c.c.TookPart, "namn", c.named(c.p.Walkthrough.With)))
	case among(went, made):
		return sentence(fill(c.c.MadePlan, "namn", c.named(c.p.TookPart)))
	}
	return sentences(fill(c.c.TookPart, "namn", c.named(c.p.Walkthrough.With)), fill(c.c.MadePlan, "namn", c.named(c.p.TookPart)))
}

// among tells whether all of some people are among others.
func among(some, others []person) bool {
	return !slices.ContainsFunc(some, func(who person) bool { return !slices.ContainsFunc(others, who.speaksOf) })
}

// named are people as they are said, to the patient.
func (c *composer) named(people []string) string {
	var all []string
	for _, who := range people {
		if strings.EqualFold(who, c.c.PatientAs) {
			who = c.c.You
		}
		all = append(all, who)
	}
	return c.t.List(all)
}

// signer is who signs for care: the doctor who took part, or of whom nobody
// has said otherwise; else the first other who took part by name, or nobody
// by name. Nobody is asked to sign for what others have gone through.
func (c *composer) signer(present []person) string {
	doctor, byRole := newPerson(c.p.Doctor.Name), newPerson(doctorAs)
	if doctor.said != "" && (len(present) == 0 || slices.ContainsFunc(present, func(who person) bool {
		return who.speaksOf(doctor) || !strings.Contains(who.said, " ") && who.speaksOf(byRole)
	})) {
		return doctor.said
	}
	for _, who := range present {
		if isName(who.said) && !c.patients(who) {
			return who.said
		}
	}
	return c.c.SignCare
}

// patients tells whether somebody is the patient or close to the patient.
func (c *composer) patients(who person) bool {
	if who.speaksOf(newPerson(c.c.PatientAs)) || who.speaksOf(newPerson(c.p.Patient.Name)) {
		return true
	}
	for _, r := range c.p.Relatives {
		if who.speaksOf(newPerson(r.Name)) || who.speaksOf(newPerson(r.Relation)) {
			return true
		}
	}
	return false
}

// isName tells whether somebody is told by first and last name, not by what
// they are alone ("tolk", "dottern Eva").
func isName(who string) bool {
	words := strings.Fields(who)
	return len(words) > 1 && !slices.ContainsFunc(words[:2], func(w string) bool {
		first, _ := utf8.DecodeRuneInString(w)
		return !unicode.IsUpper(first)
	})
}

// person is somebody as they are told of, and the words of that in small letters.
type person struct {
	said  string
	words []string
}

func newPerson(said string) person { return person{said, strings.Fields(strings.ToLower(said))} }

func people(said []string) []person {
	all := make([]person, len(said))
	for i, s := range said {
		all[i] = newPerson(s)
	}
	return all
}

// speaksOf tells whether all words of the shorter of two ways to tell of
// somebody are in the longer, perhaps with the ending of a definite form:
// "dottern Eva" speaks of "dotter", "Dr Cecilia Exempel" of "Cecilia Exempel".
func (who person) speaksOf(other person) bool {
	const ending = 2 // letters
	long, short := who.words, other.words
	if len(long) < len(short) {
		long, short = short, long
	}
	return len(short) > 0 && !slices.ContainsFunc(short, func(word string) bool {
		return !slices.ContainsFunc(long, func(w string) bool {
			return strings.HasPrefix(w, word) && len(w) <= len(word)+ending
		})
	})
}
