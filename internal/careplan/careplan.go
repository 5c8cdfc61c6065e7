// Package careplan is one patient's plan: what was agreed. Apply makes it of
// a review and the templates that the review names (FHIR: PlanDefinition
// $apply gives a CarePlan). It is the first of the program's two models;
// what the reader sees is doc.Document.
package careplan

import (
	"slices"

	"kontrakt/internal/doc"
	"kontrakt/internal/plan"
	"kontrakt/internal/source"
)

// Date is a day of the calendar.
type Date = source.Date

// When is a day, a day with a clock time, or words.
type When = source.When

// Source is where a fact comes from, for staff.
type Source = plan.Source

// CarePlan is one patient's plan (FHIR CarePlan). Empty fields are parts that
// the plan does not have.
type CarePlan struct {
	ID               string // the review's patient.id
	Edition          int    // utgåva, at least 1
	Date, ValidTo    Date
	Lang             string   // the language printed: sv, sv-lattlast, en …
	Own              string   // BCP 47: the language of the review's own words, where it is known to be another
	Said             []string // where Own is known: the texts in it, which lines of the paper may hold
	Written          string   // of a plan on paper: the language that its lines were printed in; else empty, which is Lang
	Patient          Patient
	Unit             Unit
	Conditions       []Condition // in the order of the review; the first leads
	Matters          string      // what matters to the patient, in the patient's words
	Strengths        []string
	Agreement        string
	Next             NextStep
	Doctor           Contact   // fast läkarkontakt
	ContactNotNeeded bool      // asked about a fast vårdkontakt, and not wanted
	Contacts         []Contact // fasta vårdkontakter
	Goals            []Goal
	Activities       []Activity // the patient's and the unit's, each in the review's order
	Referrals        []Referral
	Appointments     []Appointment
	Warnings         []Warning // by urgency, then in the order of the diagnoses, the review's own last
	Measurements     []Measurement
	Medicines        string
	OtherPlansAsked  bool // the question was asked, also when there is no other plan
	OtherPlans       []OtherPlan
	Relatives        []Relative
	TookPart         []string
	ConsentToShare   source.Answer
	Walkthrough      Walkthrough
	FollowUp         FollowUp
	Replaces         Replaced

	// For staff, never on the patient's paper.
	Declined []Declined // template lines considered and declined
	Weighed  []Weighed  // what does not go together, and how it was settled

	Collisions []Collision // all that does not go together, settled or not
}

// Collision is what does not go together, with what would settle it: a val
// with the key ID and one of Ways, or one of Declinable among utelämna.
type Collision struct {
	ID         string
	Path       string // where it is told
	Text       string // what the template says of it
	Ways       []Way
	Declinable []string // chosen template lines
	Templates  []string // of the plan that do not go together
	Choice     string   // what val says; empty when it says nothing
	Settled    bool
}

// Way is a value of val that settles a collision. Of two targets it is the
// template whose Target then holds.
type Way struct{ Value, Target string }

// Declined is a template line that was considered and declined.
type Declined struct{ From, Text string }

// Weighed is a collision that the clinician has settled: its id or, of two
// targets, the measure's; what was chosen; and what the template says of it.
type Weighed struct{ ID, Choice, Text string }

// Patient is whose plan it is.
type Patient struct {
	Name        string
	Number      string // personnummer, samordningsnummer or reservnummer as it is printed; may be empty
	Protected   bool   // protected identity: relatives are named by relation only
	Interpreter bool
}

// Unit is the clinic's own facts, printed on every document.
type Unit struct {
	Name, Region string
	Address      []string
	Phone, Hours string
	OutOfHours   string
	Booking      string // https address
	Title        string // the clinic's word for the document: individuell plan, patientkontrakt, dokumenterad överenskommelse
	Logo         []byte // PNG or JPEG
}

// Condition is a diagnosis with what its template tells the patient (FHIR
// Condition).
type Condition struct {
	ID, Name      string // template id, and the name as it is said after "har"
	Swedish       string // the name in Swedish, for staff
	Prose         []doc.Block
	Organisations []Organisation
	Draft         bool // nobody with a licence has signed the template
	ReviewedBy    string
	Version       string
	ValidTo       Date // of the template

	// For staff, never on the patient's paper.
	Sources   []Source // of the prose
	Unsourced bool     // something in the prose has no source
	NotWhen   []string // when not to use the template
	ToReview  []string // what the reviewing clinician must decide
}

// Organisation is a patient organisation; URL may be empty.
type Organisation struct{ Name, URL string }

// NextStep is the one thing that happens next.
type NextStep struct {
	What, Who, Where string
	When             When
}

// Contact is a named person in care (FHIR CareTeam.participant).
type Contact struct{ Name, Role, Phone, Responsibility string }

// Goal is what the plan is for (FHIR Goal): words, or a measure and its target.
type Goal struct {
	Text       string
	Measure    *Measure
	Target     string
	Importance Scale
	By         Date
}

// Scale is a whole number 0–10; the zero value means that nobody asked.
type Scale struct {
	Value int
	Asked bool
}

// Measure is something that can be measured (a row of plans/measures.yaml).
type Measure struct{ ID, Name, Unit string }

// Performer is who carries out an activity.
type Performer int

// The performers.
const (
	ByPatient Performer = iota // Jag gör
	ByUnit                     // Vården gör
)

// Activity is something that somebody does (FHIR CarePlan.activity).
type Activity struct {
	Performer      Performer
	From           string // <template>/<line>, empty when it is the review's own
	Text           string
	When           When
	Who            string // ByUnit: the profession or the person
	Confidence     Scale
	Obstacle, Then string   // "om … så …"
	SelfCare       SelfCare // ByPatient: egenvård judged by care (lag 2022:1250)
	Sources        []Source // of every template that has the line
}

// SelfCare is who judged that the patient can do a care measure alone, and
// when. The zero value means that the activity is the patient's own.
type SelfCare struct {
	JudgedBy string
	Date     Date
}

// Appointment is a coming contact (FHIR Appointment).
type Appointment struct {
	From, What, Who, Where string
	When                   When
	Booked                 source.Answer
	Sources                []Source
}

// Referral is a referral and how far it has come (FHIR ServiceRequest).
type Referral struct {
	From, To, Why string
	Date          Date
	Status        string // planerad, skickad, mottagen, avslutad
	Sources       []Source
}

// Urgency is how soon the patient is to seek care, the least first.
type Urgency int

// The urgencies.
const (
	ContactUs Urgency = iota // kontakta: in office hours
	SameDay                  // idag: us, or 1177 when we are closed
	Call112                  // ring_112
)

// Warning is a sign that tells the patient to seek care (FHIR activity group
// with trigger).
type Warning struct {
	Urgency Urgency
	From    string // <template>/<line>, empty when it is the review's own
	Text    string
	Sources []Source

	Templates []string // every template that has the line
}

// Concerns tells whether the sign belongs with a measure: a template that has
// the one has the other, or the review itself has added the sign.
func (w *Warning) Concerns(m Measurement) bool {
	return w.From == "" || len(m.Templates) == 0 || slices.ContainsFunc(w.Templates, func(id string) bool { return slices.Contains(m.Templates, id) })
}

// Measurement is what the patient measures.
type Measurement struct {
	Measure          Measure
	HowOften, Target string
	Diary            bool
	Write            DiaryPage // where Diary: what there is to write on
	Sources          []Source

	Templates []string // every template that has the measure
}

// DiaryPage is what a page of a diary has room for: so many Days or Weeks,
// the Times of the day and the readings each time. Example is how a value is
// written, HowTo how it is measured; both may be empty.
type DiaryPage struct {
	Days, Weeks, Readings int
	Times                 []string
	Example, HowTo        string
}

// OtherPlan is another plan that the patient has, and who answers for it.
type OtherPlan struct {
	Name, Responsible string
	Date              Date
}

// Relative is somebody close; with protected identity only Relation and
// Part are printed.
type Relative struct{ Name, Relation, Phone, Part string }

// Walkthrough is that the plan was gone through together, when and with whom.
type Walkthrough struct {
	Date       Date
	With       []string
	Understood source.Answer
}

// FollowUp is when the plan is followed up and who answers for that.
type FollowUp struct {
	Date             Date
	Responsible, How string
}
