// Package review reads what a clinic has written about one patient: the
// review file, which follows the patient from the selection through the
// journal review and the agreed plan to the follow-up, and the unit's own
// facts. It stands at the beginning of the line, beside plan, and judges
// everything that one file can tell. What a review and the plan templates
// mean together is careplan's.
package review

import "kontrakt/internal/source"

// Version is the version of the review file's format that is written and read.
const Version = 1

// NoAction is the outcome of a consultation that found nothing more to do.
// It stands alone.
const NoAction = "Ingen vidare åtgärd"

// Review is one patient's review file, granskning/<id>.yaml. A part that has
// not been written yet is nil or empty.
type Review struct {
	Version      int           `yaml:"version" validate:"required,min=1"`
	Patient      Patient       `yaml:"patient" validate:"required"`
	Selection    *Selection    `yaml:"urval"`
	Screening    *Screening    `yaml:"granskning"`
	Consultation *Consultation `yaml:"konsultation"`
	Plan         *Plan         `yaml:"plan"`
	Outcomes     []Outcome     `yaml:"uppföljning" validate:"dive"`

	file *source.File
}

// Patient is whose review it is.
type Patient struct {
	ID          string        `yaml:"id" validate:"required,id,device"` // also the file's name; never a personnummer
	Name        string        `yaml:"namn"`                             // needed for a contract
	Number      string        `yaml:"personnummer"`                     // as written; see PrintedNumber
	Sex         string        `yaml:"kön" validate:"omitempty,oneof=kvinna man"`
	Lang        string        `yaml:"språk" validate:"omitempty,lang"` // the language wanted for the plan; sv when missing
	Interpreter source.Answer `yaml:"tolk"`
	Protected   source.Answer `yaml:"skyddade_uppgifter"` // see Protected
}

// Selection is why the patient was chosen: the contacts of one year.
type Selection struct {
	Year         int            `yaml:"år" validate:"required,min=1900,max=2200"`
	Threshold    int            `yaml:"tröskel" validate:"required,min=1"`
	Contacts     int            `yaml:"kontakter" validate:"required,min=1"`
	ByProfession []source.Count `yaml:"per_yrkeskategori"`
	ByUnit       []source.Count `yaml:"per_enhet"`
	Doctors      *int           `yaml:"olika_läkare" validate:"omitempty,min=0"`
	Age          *int           `yaml:"ålder" validate:"omitempty,min=0,max=130"` // years
}

// Screening is step 1, the review of the journal.
type Screening struct {
	Date            source.Date   `yaml:"datum"`
	Reviewers       []string      `yaml:"granskare"`
	Agreement       source.Answer `yaml:"journalförd_överenskommelse"`
	HasContact      source.Answer `yaml:"fast_vårdkontakt"`
	HasDoctor       source.Answer `yaml:"fast_läkarkontakt"`
	Diagnoses       []string      `yaml:"diagnoser"` // ICD-10-SE
	Recurring       source.Answer `yaml:"återkommande_utan_förbättring"`
	Complaint       string        `yaml:"besvär"`
	MentalIllHealth source.Answer `yaml:"tecken_på_psykisk_ohälsa"`
	Considered      Considered    `yaml:"beaktat"`
	Coordination    []string      `yaml:"samordnande_kontakt" validate:"dive,oneof=rehabkoordinator vårdsamordnare äldremottagning SIP"`
	Step2           source.Answer `yaml:"steg2" validate:"required,oneof=ja nej"`
	ExclusionReason string        `yaml:"exkluderingsorsak"` // required when Step2 is nej
}

// Considered is which sides of the patient's trouble the journal considers.
type Considered struct {
	Biological    source.Answer `yaml:"biologiskt"`
	Psychological source.Answer `yaml:"psykologiskt"`
	Social        source.Answer `yaml:"socialt"`
}

// Consultation is step 2: what the professions advised together.
type Consultation struct {
	Date        source.Date `yaml:"datum"`
	Professions []string    `yaml:"professioner"`
	Questions   []string    `yaml:"frågeställningar"`
	Actions     []string    `yaml:"åtgärder"`
}

// Outcome is step 3: one occasion when the plan was followed up.
type Outcome struct {
	Date     source.Date   `yaml:"datum" validate:"required"`
	Answers  []SevenAnswer `yaml:"sju_frågor" validate:"dive"`
	Goals    []GoalOutcome `yaml:"mål" validate:"dive"`
	Contacts *int          `yaml:"kontakter" validate:"omitempty,min=0"` // in the twelve months before
	Note     string        `yaml:"anteckning"`
}

// SevenAnswer is the patient's answer to one of the seven questions of a
// patientkontrakt.
type SevenAnswer struct {
	Question string `yaml:",key" validate:"oneof=1 2 3 4 5 6 7"`
	Answer   string `yaml:",value" validate:"required,oneof=ja delvis nej"`
}

// GoalOutcome is how far a goal has been reached: the goal with exactly this
// text, or the one with this measure.
type GoalOutcome struct {
	Text    string `yaml:"text" validate:"required_without=Measure"`
	Measure string `yaml:"mått"`
	State   string `yaml:"läge" validate:"required,oneof=uppnått delvis inte ändrat"`
}

// Name is the review's file name as it was given to Read; empty for a review
// that was not read from a file.
func (r *Review) Name() string { return r.At("").File }

// At is where a value stands, by its path, e.g. "plan.mål[1].senast".
func (r *Review) At(path string) source.Position {
	if r.file == nil {
		return source.Position{}
	}
	return r.file.At(path)
}

// Protected tells whether the patient's identity is protected. An unclear
// answer counts as protected: the harm is all on the other side.
func (r *Review) Protected() bool {
	return r.Patient.Protected == source.Yes || r.Patient.Protected == source.Unclear
}
