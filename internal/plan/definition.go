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
	ID            string         `yaml:"id" validate:"required,id"`
	Name          string         `yaml:"namn" validate:"required"`       // as it is said after "för dig som har"
	Lang          string         `yaml:"språk" validate:"required,lang"` // the language of the words: sv, sv-lattlast, en …
	Version       string         `yaml:"version" validate:"required,semver"`
	ICD10         []string       `yaml:"icd10" validate:"dive,icd10"`
	Written       Date           `yaml:"skriven"`
	Reviewed      *Signature     `yaml:"granskad"` // nil: a draft
	ValidTo       Date           `yaml:"giltig_till"`
	Sources       []Source       `yaml:"källor" validate:"dive"`
	PatientDoes   []Action       `yaml:"jag_gör" validate:"dive"`
	UnitDoes      []Action       `yaml:"vården_gör" validate:"dive"`
	Contacts      []Contact      `yaml:"kontakter" validate:"dive"`
	Targets       []Target       `yaml:"mått" validate:"dive"`
	Seek          Seek           `yaml:"söka_vård"`
	NotWhen       []Exclusion    `yaml:"inte_när" validate:"dive"`
	Referrals     []Referral     `yaml:"remisser" validate:"dive"`
	Conflicts     []Conflict     `yaml:"krockar" validate:"dive"`
	Organisations []Organisation `yaml:"patientorganisation" validate:"dive"`
	ToReview      []string       `yaml:"granska"` // what the reviewing clinician must decide

	Prose      []doc.Block       `yaml:"-"` // about the diagnosis, for the patient
	ProseAt    []source.Position `yaml:"-"` // where each block of Prose begins
	References []prose.Reference `yaml:"-"` // the sources that the prose names
	Layer      string            `yaml:"-"` // the name of the layer that it came from
	BuiltIn    bool              `yaml:"-"` // whether that layer is the program's own

	ProseSources []Source `yaml:"-"` // those of References that the template has, each once
	Unsourced    bool     `yaml:"-"` // something in the prose has no source

	written string // the id that the file gives
	lines   []Line
	signs   []Line
	index   map[place]int // of lines
	file    *source.File
	own     []Line       // as the file of the definition's language has them
	words   *source.File // that file
}

// At is where a value stands in the template's file, by its path; of a
// translation, in the Swedish one.
func (d *Definition) At(path string) source.Position { return d.file.At(path) }

// Signature is the licensed person who has signed the template.
type Signature struct {
	By   string `yaml:"av" validate:"required"`
	Role string `yaml:"roll"`
	Date Date   `yaml:"datum" validate:"required"`
}

// Source is where a fact comes from. Date is as exact as the source itself:
// ÅÅÅÅ, ÅÅÅÅ-MM or ÅÅÅÅ-MM-DD; empty when it has none.
type Source struct {
	ID    string `yaml:"id" validate:"required,id"`
	Title string `yaml:"titel" validate:"required"`
	URL   string `yaml:"url"`
	Date  string `yaml:"datum"`
}

// Action is something that the patient or care can choose to do (FHIR
// PlanDefinition.action). Who is empty in what the patient does.
type Action struct {
	ID      string   `yaml:"id" validate:"required,id"`
	Text    string   `yaml:"text" validate:"required"`
	Who     string   `yaml:"vem"`
	When    string   `yaml:"när"`
	Kind    string   `yaml:"typ" validate:"omitempty,oneof=fakta förslag"` // fakta or förslag: suggested, to be agreed
	Sources []string `yaml:"källa"`
}

// Contact is a coming contact with care.
type Contact struct {
	ID      string   `yaml:"id" validate:"required,id"`
	What    string   `yaml:"vad" validate:"required"`
	Who     string   `yaml:"vem"`
	When    string   `yaml:"när"`
	Kind    string   `yaml:"typ" validate:"omitempty,oneof=fakta förslag"`
	Sources []string `yaml:"källa"`
}

// Target is what is measured, by whom, how often and towards what (FHIR
// PlanDefinition.goal.target). Diary replaces the measure's own.
type Target struct {
	Measure  string   `yaml:"mått" validate:"required,id"` // a row of measures.yaml
	HowOften string   `yaml:"hur_ofta"`
	Value    string   `yaml:"målvärde"`
	Kind     string   `yaml:"typ" validate:"omitempty,oneof=fakta förslag"`
	By       string   `yaml:"mäts_av" validate:"omitempty,oneof=patienten vården"` // empty: the patient
	Diary    *Diary   `yaml:"dagbok"`
	Sources  []string `yaml:"källa"`
}

// Seek is when to seek care, by urgency.
type Seek struct {
	ContactUs []Warning `yaml:"kontakta" validate:"dive"` // in office hours
	SameDay   []Warning `yaml:"idag" validate:"dive"`     // us, or 1177 when we are closed
	Call112   []Warning `yaml:"ring_112" validate:"dive"`
}

// Warning is a sign that tells the patient to seek care.
type Warning struct {
	ID      string   `yaml:"id" validate:"required,id"`
	Text    string   `yaml:"text" validate:"required"`
	Sources []string `yaml:"källa"`
}

// Exclusion is when not to use the template; for staff, never printed for
// the patient. With is the template of the diagnosis it speaks of, if any.
type Exclusion struct {
	ID      string   `yaml:"id" validate:"required,id"`
	Text    string   `yaml:"text" validate:"required"`
	With    string   `yaml:"med" validate:"omitempty,id"`
	Sources []string `yaml:"källa"`
}

// Referral is an actor that may be relevant.
type Referral struct {
	ID      string   `yaml:"id" validate:"required,id"`
	To      string   `yaml:"till" validate:"required"`
	Why     string   `yaml:"varför"`
	Sources []string `yaml:"källa"`
}

// Conflict is what does not go together with another diagnosis: With, or a
// code that begins with one of ICD10. Lines are this template's lines that
// collide; when there are none, the diagnoses do.
type Conflict struct {
	ID      string   `yaml:"id" validate:"required,id"`
	With    string   `yaml:"med" validate:"omitempty,id"`
	ICD10   []string `yaml:"icd10" validate:"dive,required"`
	Lines   []string `yaml:"rader" validate:"dive,ref"` // <template>/<line>
	Text    string   `yaml:"text" validate:"required"`
	Sources []string `yaml:"källa"`
}

// Organisation is a patient organisation; URL may be empty.
type Organisation struct {
	Name string `yaml:"namn" validate:"required"`
	URL  string `yaml:"url" validate:"omitempty,https"`
}
