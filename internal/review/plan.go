package review

import "kontrakt/internal/source"

// Plan is what was agreed with the patient: the part of the review that
// becomes the contract. Fields tagged kontrakt are needed for a contract.
type Plan struct {
	Edition        *int              `yaml:"utgåva" validate:"omitempty,min=1"` // the first is 1, also when missing; see EditionNumber
	Date           source.Date       `yaml:"datum" validate:"required"`
	ValidTo        source.Date       `yaml:"giltig_till" validate:"required"`
	Diagnoses      []string          `yaml:"diagnoser" validate:"required"`        // ids of plan templates, the first leads
	PrintedIn      string            `yaml:"skrivet_på" validate:"omitempty,lang"` // of a plan on paper: the language of its lines, when not the patient's
	Matters        string            `yaml:"viktigt_för_mig" validate:"kontrakt"`
	Strengths      []string          `yaml:"styrkor"`
	Agreement      string            `yaml:"överenskommelse" validate:"kontrakt"`
	Next           NextStep          `yaml:"nästa_steg"`
	Doctor         Doctor            `yaml:"fast_läkarkontakt"`
	ContactNeeded  source.Answer     `yaml:"fast_vårdkontakt_behövs"` // nej: asked, and not wanted
	Contacts       []Contact         `yaml:"fasta_vårdkontakter" validate:"dive"`
	Goals          []Goal            `yaml:"mål" validate:"dive"`
	PatientDoes    []PatientActivity `yaml:"jag_gör" validate:"kontrakt,dive"`
	UnitDoes       []UnitActivity    `yaml:"vården_gör" validate:"kontrakt,dive"`
	Referrals      []Referral        `yaml:"remisser" validate:"dive"`
	Appointments   []Appointment     `yaml:"kontakter" validate:"dive"`
	Seek           Seek              `yaml:"söka_vård"`
	Measurements   []Measurement     `yaml:"egenmätning" validate:"dive"`
	Medicines      string            `yaml:"läkemedel"`
	OtherPlans     []OtherPlan       `yaml:"andra_planer,kept" validate:"dive"` // not nil but empty: asked, and there is none
	Relatives      []Relative        `yaml:"närstående" validate:"dive"`
	TookPart       []string          `yaml:"deltog"`
	ConsentToShare source.Answer     `yaml:"samtycke_dela"`
	Walkthrough    Walkthrough       `yaml:"genomgången"`
	FollowUp       FollowUp          `yaml:"uppföljning"`
	Declined       []string          `yaml:"utelämna" validate:"dive,ref"` // template lines considered and declined
	Choices        []source.Pair     `yaml:"val"`                          // how a collision was settled: measure to template, or collision to behåll
	Replaces       *Replaced         `yaml:"ersätter"`
	InternalNote   string            `yaml:"anteckning_intern"` // never printed, exported or embedded
}

// EditionNumber is the plan's edition, 1 when none is written.
func (p *Plan) EditionNumber() int {
	if p.Edition == nil {
		return 1
	}
	return *p.Edition
}

// NextStep is the one thing that happens next.
type NextStep struct {
	What  string      `yaml:"vad" validate:"kontrakt"`
	Who   string      `yaml:"vem"`
	When  source.When `yaml:"när" validate:"kontrakt"`
	Where string      `yaml:"plats"`
}

// Doctor is the patient's named doctor, fast läkarkontakt.
type Doctor struct {
	Name  string `yaml:"namn" validate:"kontrakt"`
	Phone string `yaml:"telefon"`
}

// Contact is a named person in care, fast vårdkontakt.
type Contact struct {
	Name           string `yaml:"namn" validate:"required"`
	Role           string `yaml:"roll" validate:"required"`
	Phone          string `yaml:"telefon"`
	Responsibility string `yaml:"ansvar"`
}

// Goal is what the plan is for: Text, or a Measure whose Target may come
// from a plan template.
type Goal struct {
	Text       string      `yaml:"text" validate:"required_without=Measure"`
	Measure    string      `yaml:"mått"`
	Target     string      `yaml:"målvärde"`
	Importance *int        `yaml:"viktigt" validate:"omitempty,scale"`
	By         source.Date `yaml:"senast"`
}

// PatientActivity is something that the patient does. From names a template
// line, <template>/<line>, whose keys the others replace.
type PatientActivity struct {
	From       string      `yaml:"från" validate:"omitempty,ref"`
	Text       string      `yaml:"text" validate:"required_without=From"`
	When       source.When `yaml:"när"`
	Confidence *int        `yaml:"tilltro" validate:"omitempty,scale"`
	Obstacle   string      `yaml:"hinder" validate:"required_with=Then"` // "om …"
	Then       string      `yaml:"då" validate:"required_with=Obstacle"` // "… så …"
	SelfCare   SelfCare    `yaml:"egenvård"`
}

// SelfCare is who in care judged that the patient can do this alone (lag
// 2022:1250), and when.
type SelfCare struct {
	JudgedBy string      `yaml:"bedömd_av"` // needed where anything stands under egenvård
	Date     source.Date `yaml:"datum"`
}

// UnitActivity is something that care does; From as in PatientActivity.
type UnitActivity struct {
	From string      `yaml:"från" validate:"omitempty,ref"`
	Text string      `yaml:"text" validate:"required_without=From"`
	Who  string      `yaml:"vem"`
	When source.When `yaml:"när"`
}

// Referral is a referral and how far it has come; From as in PatientActivity.
type Referral struct {
	From   string      `yaml:"från" validate:"omitempty,ref"`
	To     string      `yaml:"till" validate:"required_without=From"`
	Why    string      `yaml:"varför"`
	Date   source.Date `yaml:"datum"`
	Status string      `yaml:"status" validate:"required,oneof=planerad skickad mottagen avslutad"`
}

// Appointment is a coming contact with care; From as in PatientActivity.
type Appointment struct {
	From   string        `yaml:"från" validate:"omitempty,ref"`
	What   string        `yaml:"vad" validate:"required_without=From"`
	Who    string        `yaml:"vem"`
	When   source.When   `yaml:"när" validate:"required_without=From"`
	Where  string        `yaml:"plats"`
	Booked source.Answer `yaml:"bokad"` // ja requires that When is a date
}

// Seek is when to seek care, beside what the plan templates say.
type Seek struct {
	ContactUs []string `yaml:"kontakta"` // in office hours
	SameDay   []string `yaml:"idag"`
	Call112   []string `yaml:"ring_112"`
}

// Measurement is what the patient measures; what it lacks comes from a plan
// template that has the measure.
type Measurement struct {
	Measure  string        `yaml:"mått" validate:"required"`
	HowOften string        `yaml:"hur_ofta"`
	Target   string        `yaml:"målvärde"`
	Diary    source.Answer `yaml:"dagbok"`
}

// OtherPlan is another plan that the patient has, and who answers for it.
type OtherPlan struct {
	Name        string      `yaml:"plan" validate:"required"`
	Responsible string      `yaml:"ansvarig"`
	Date        source.Date `yaml:"datum"`
}

// Relative is somebody close to the patient. A Name is needed unless the
// patient's identity is protected: then only Relation and Part are printed.
type Relative struct {
	Name     string `yaml:"namn"`
	Relation string `yaml:"relation" validate:"required"`
	Phone    string `yaml:"telefon"`
	Part     string `yaml:"roll"`
}

// Walkthrough is that the plan was gone through together.
type Walkthrough struct {
	Date       source.Date   `yaml:"datum"`
	With       []string      `yaml:"med"`
	Understood source.Answer `yaml:"förstått"`
}

// FollowUp is when the plan is to be followed up, and who answers for that.
type FollowUp struct {
	Date        source.Date `yaml:"datum" validate:"kontrakt"`
	Responsible string      `yaml:"ansvarig" validate:"kontrakt"`
	How         string      `yaml:"hur"`
}

// Replaced is the earlier plan that this one began from.
type Replaced struct {
	Date  source.Date    `yaml:"datum" validate:"required"`
	Lines []ReplacedLine `yaml:"rader" validate:"dive"`
}

// ReplacedLine is a line of the earlier plan: which list it stood in, the
// template line that it came from, and its words as they were printed.
type ReplacedLine struct {
	List    string      `yaml:"lista" validate:"required,oneof=mål jag_gör vården_gör remisser kontakter egenmätning"`
	From    string      `yaml:"från"`
	Text    string      `yaml:"text"`
	Measure string      `yaml:"mått"`
	Target  string      `yaml:"målvärde"`
	Who     string      `yaml:"vem"`
	When    source.When `yaml:"när"`
}
