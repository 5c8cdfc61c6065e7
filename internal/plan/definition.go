// Package plan reads the plan templates: one diagnosis, one Markdown file
// with what a patient and care can agree to do, when to seek care, and what
// does not go together with other diagnoses (FHIR PlanDefinition). It stands
// at the beginning of the line, beside review; careplan.Apply brings the two
// together. It knows no patient.
package plan

import (
	"kontrakt/internal/doc"
	"kontrakt/internal/prose"
	"kontrakt/internal/source"
)

// Date is a day of the calendar.
type Date = source.Date

// Swedish is the language that every template is written in first; the
// others are laid over it.
const Swedish = "sv"

// Unsourced is what stands in place of a source id where none was found.
const Unsourced = prose.Missing

// Definition is a plan template in one language (FHIR PlanDefinition).
type Definition struct {
	ID            string         `yaml:"id"`
	Name          string         `yaml:"namn"`  // as it is said after "för dig som har"
	Lang          string         `yaml:"språk"` // the language of the words: sv, sv-lattlast, en …
	Version       string         `yaml:"version"`
	ICD10         []string       `yaml:"icd10"`
	Written       Date           `yaml:"skriven"`
	Reviewed      *Signature     `yaml:"granskad"` // nil: a draft
	ValidTo       Date           `yaml:"giltig_till"`
	Sources       []Source       `yaml:"källor"`
	PatientDoes   []Action       `yaml:"jag_gör"`
	UnitDoes      []Action       `yaml:"vården_gör"`
	Contacts      []Contact      `yaml:"kontakter"`
	Targets       []Target       `yaml:"mått"`
	Seek          Seek           `yaml:"söka_vård"`
	NotWhen       []Exclusion    `yaml:"inte_när"`
	Referrals     []Referral     `yaml:"remisser"`
	Conflicts     []Conflict     `yaml:"krockar"`
	Organisations []Organisation `yaml:"patientorganisation"`
	ToReview      []string       `yaml:"granska"` // what the reviewing clinician must decide

	Prose      []doc.Block       `yaml:"-"` // about the diagnosis, for the patient
	References []prose.Reference `yaml:"-"` // the sources that the prose names
	Layer      string            `yaml:"-"` // the name of the layer that it came from
	file       *source.File
}

// At is where a value stands in the template's (Swedish) file, by its path.
func (d *Definition) At(path string) source.Position { return d.file.At(path) }

// Signature is the licensed person who has signed the template.
type Signature struct {
	By   string `yaml:"av"`
	Role string `yaml:"roll"`
	Date Date   `yaml:"datum"`
}

// Source is where a fact comes from. Date is as exact as the source itself:
// ÅÅÅÅ, ÅÅÅÅ-MM or ÅÅÅÅ-MM-DD; empty when it has none.
type Source struct {
	ID    string `yaml:"id"`
	Title string `yaml:"titel"`
	URL   string `yaml:"url"`
	Date  string `yaml:"datum"`
}

// Action is something that the patient or care can choose to do (FHIR
// PlanDefinition.action). Who is empty in what the patient does.
type Action struct {
	ID      string   `yaml:"id"`
	Text    string   `yaml:"text"`
	Who     string   `yaml:"vem"`
	When    string   `yaml:"när"`
	Kind    string   `yaml:"typ"` // fakta or förslag: suggested, to be agreed
	Sources []string `yaml:"källa"`
}

// Contact is a coming contact with care.
type Contact struct {
	ID      string   `yaml:"id"`
	What    string   `yaml:"vad"`
	Who     string   `yaml:"vem"`
	When    string   `yaml:"när"`
	Kind    string   `yaml:"typ"`
	Sources []string `yaml:"källa"`
}

// Target is what is measured, how often and towards what (FHIR
// PlanDefinition.goal.target). Diary replaces the measure's own.
type Target struct {
	Measure  string   `yaml:"mått"` // a row of measures.yaml
	HowOften string   `yaml:"hur_ofta"`
	Value    string   `yaml:"målvärde"`
	Kind     string   `yaml:"typ"`
	Diary    *Diary   `yaml:"dagbok"`
	Sources  []string `yaml:"källa"`
}

// Seek is when to seek care, by urgency.
type Seek struct {
	ContactUs []Warning `yaml:"kontakta"` // in office hours
	SameDay   []Warning `yaml:"idag"`     // us, or 1177 when we are closed
	Call112   []Warning `yaml:"ring_112"`
}

// Warning is a sign that tells the patient to seek care.
type Warning struct {
	ID      string   `yaml:"id"`
	Text    string   `yaml:"text"`
	Sources []string `yaml:"källa"`
}

// Exclusion is when not to use the template; for staff, never printed for
// the patient. With is the template of the diagnosis it speaks of, if any.
type Exclusion struct {
	ID      string   `yaml:"id"`
	Text    string   `yaml:"text"`
	With    string   `yaml:"med"`
	Sources []string `yaml:"källa"`
}

// Referral is an actor that may be relevant.
type Referral struct {
	ID      string   `yaml:"id"`
	To      string   `yaml:"till"`
	Why     string   `yaml:"varför"`
	Sources []string `yaml:"källa"`
}

// Conflict is what does not go together with another diagnosis: With, or a
// code that begins with one of ICD10. Lines are this template's lines that
// collide; when there are none, the diagnoses do.
type Conflict struct {
	ID      string   `yaml:"id"`
	With    string   `yaml:"med"`
	ICD10   []string `yaml:"icd10"`
	Lines   []string `yaml:"rader"` // <template>/<line>
	Text    string   `yaml:"text"`
	Sources []string `yaml:"källa"`
}

// Organisation is a patient organisation; URL may be empty.
type Organisation struct {
	Name string `yaml:"namn"`
	URL  string `yaml:"url"`
}
