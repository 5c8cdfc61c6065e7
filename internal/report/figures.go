// Package report is the project report: what a clinic's reviews come to
// together. Tally counts them to Figures, Protect hides what could expose
// somebody, and everything that is published (document, JSON, xlsx, pictures)
// leaves from those Figures alone.
package report

import (
	"kontrakt/internal/source"
)

// Version is the version of the figures' JSON. It grows when a key is renamed,
// removed or changes its meaning, not when one is added.
const Version = 1

// Figures are everything that the report says in numbers. Every count that
// could expose somebody is a Number, every statistic a Decimal that is missing
// when what it comes from is. A part that nothing was counted for is nil.
//
// The derived values (percentages, means per patient) are filled in by derive
// from the counts beside them: whoever changes a count calls it again.
type Figures struct {
	Version int         `json:"version"`
	Made    source.Date `json:"-"`       // the day that validity is judged on; see Day
	Day     string      `json:"datum"`   // Made, ÅÅÅÅ-MM-DD
	Origin  Origin      `json:"origin"`  // what the figures were counted from
	Clinics []string    `json:"clinics"` // whose patients; several in a joint report
	Region  string      `json:"region,omitempty"`
	Project string      `json:"project,omitempty"`
	Public  *Public     `json:"public,omitempty"` // what Protect has done; nil in the internal version

	Cohort       Cohort       `json:"cohort"`
	Age          Age          `json:"age"`
	Sex          Sex          `json:"sex"`
	AgeBands     Cross        `json:"age_bands"`     // patients by age and sex
	ContactBands Cross        `json:"contact_bands"` // patients by how many contacts they had
	ByProfession []ContactRow `json:"by_profession"` // alphabetical, as order by size would tell of what is hidden
	ByUnit       []ContactRow `json:"by_unit"`       // alphabetical
	Doctors      Spread       `json:"doctors"`       // different doctors a patient

	Flow          []Stage   `json:"flow"`
	Excluded      []Reason  `json:"excluded"` // largest first
	ExcludedTotal Number    `json:"excluded_total"`
	Reviewed      Number    `json:"reviewed"`
	NotReviewed   Number    `json:"not_reviewed"`
	Step2         Number    `json:"step2"`
	Consulted     Number    `json:"consulted"`
	NotConsulted  Number    `json:"not_consulted"` // chosen for step 2, not yet consulted about
	Actions       []Action  `json:"actions"`       // largest first, NoAction last
	ActionMarks   Number    `json:"action_marks"`  // actions of all patients together, without NoAction
	WithAction    Number    `json:"with_action"`   // patients with at least one action
	WithoutAction Number    `json:"without_action"`
	ActionUnknown Number    `json:"action_unknown"` // consulted about, and nothing written
	Questions     []Answers `json:"questions"`      // of the journal review, in the form's order

	Plans  *Plans  `json:"plans"`
	Step3  *Step3  `json:"step3"`
	Urval  *Urval  `json:"urval"` // the extract's own totals; nil without urval.yaml
	Checks []Check `json:"checks"`
	Told   []Told  `json:"left_out"` // what was left out, and why

	members []member // those counted, for whoever merges categories; never published
}

// Origin is what figures were counted from.
type Origin string

// The origins.
const (
	FromReviews   Origin = "granskning" // review files
	FromContracts Origin = "kontrakt"   // contracts as PDF alone: there are plans and nothing else
	FromFigures   Origin = "rapporter"  // several clinics' figures
)

// A member is one patient of the cohort as the tables count it. Unions need
// it: a merged row of units counts a patient once. Figures that are published
// or read have no members.
type member struct {
	age          int // years; -1 where it is not known
	sex          string
	contacts     int
	byProfession []source.Count // by tidy name, each once
	byUnit       []source.Count
	doctors      int      // different doctors; -1 where it is not known
	reason       string   // why it was excluded; empty when it was not
	actions      []string // of the consultation in step 2, each once; NoAction among them
}

// Cohort is the patients of the report: the files with urval.
type Cohort struct {
	Year               int     `json:"year"`      // of the contacts; 0 where the clinics' differ
	Threshold          int     `json:"threshold"` // contacts at least; 0 where the clinics' differ
	Patients           Number  `json:"patients"`
	Contacts           Number  `json:"contacts"`
	ContactsPerPatient Decimal `json:"contacts_per_patient"`
	Median             Decimal `json:"median"`
	Estimated          string  `json:"median_estimated,omitempty"` // how the median was reckoned, where it is not exact
	Least              Number  `json:"least"`
	Most               Number  `json:"most"`
}

// Spread is what is said of a number that each patient has.
type Spread struct {
	Known     Number  `json:"known"`   // patients that it is known for
	Unknown   Number  `json:"unknown"` // the others
	Sum       Number  `json:"sum"`
	Mean      Decimal `json:"mean"`
	Median    Decimal `json:"median"`
	Least     Number  `json:"least"`
	Most      Number  `json:"most"`
	Estimated string  `json:"median_estimated,omitempty"` // how the median was reckoned, where it is not exact
}

// Age is the ages at the end of the year, in years.
type Age struct {
	Spread
	Women Spread `json:"women"`
	Men   Spread `json:"men"`
}

// Sex is the patients by sex. The percentages are of those known.
type Sex struct {
	Known        Number  `json:"known"`
	Women        Number  `json:"women"`
	Men          Number  `json:"men"`
	Unknown      Number  `json:"unknown"`
	WomenPercent Decimal `json:"women_percent"`
	MenPercent   Decimal `json:"men_percent"`
}

// Cross is patients in classes: each row a class of values, each column a
// group of patients. Every patient is in one cell.
type Cross struct {
	Columns []string   `json:"columns"` // the groups' names, one a count of each row
	Rows    []CrossRow `json:"rows"`    // the least first; those not known last
	Known   Number     `json:"known"`   // patients whose class is known; the percentages are of them
	Total   CrossRow   `json:"total"`
}

// CrossRow is one class: from From to To, both among them. A class without
// From begins at nothing, one without To has no end, one without both is those
// not known.
type CrossRow struct {
	Name    string   `json:"name"`
	From    *int     `json:"from"`
	To      *int     `json:"to"`
	Counts  []Number `json:"counts"` // one a column
	All     Number   `json:"all"`
	Percent Decimal  `json:"percent"` // of those whose class is known
	Merged  int      `json:"merged,omitempty"`
}

// ContactRow is the contacts of one category, and with both denominators how
// many each patient had.
type ContactRow struct {
	Name       string  `json:"name"`
	Contacts   Number  `json:"contacts"`
	Percent    Decimal `json:"percent"`          // of all contacts, one decimal
	PerPatient Decimal `json:"per_patient"`      // of the cohort
	Patients   Number  `json:"patients"`         // with at least one
	PerVisitor Decimal `json:"per_visitor"`      // of those
	Merged     int     `json:"merged,omitempty"` // how many categories the row holds, where several
}

// Row is patients, or plans, of one category.
type Row struct {
	Name     string  `json:"name"`
	Patients Number  `json:"patients"`
	Percent  Decimal `json:"percent"` // of what the table counts among
	Merged   int     `json:"merged,omitempty"`
}

// Reason is a Row: why patients did not go on to step 2.
type Reason struct {
	Name     string  `json:"reason"`
	Patients Number  `json:"patients"`
	Percent  Decimal `json:"percent"` // of the reviewed
	Merged   int     `json:"merged,omitempty"`
}

// Action is what consultations led to. One patient may have several actions.
type Action struct {
	Name     string  `json:"action"`
	Patients Number  `json:"patients"`
	Percent  Decimal `json:"percent"` // of those in step 2
	Marks    Number  `json:"marks"`   // how many actions: more than the patients where the row is merged
	Merged   int     `json:"merged,omitempty"`
}

// Stage is a step on the way from extract to contract. What left adds up to
// Off, and On is Before of the next stage.
type Stage struct {
	Key       string  `json:"key"` // urval, granskning, steg2, konsultation, kontrakt
	Name      string  `json:"name"`
	Before    Number  `json:"before"`
	On        Number  `json:"on"`
	Off       Number  `json:"off"`
	OnPercent Decimal `json:"on_percent"`
	Why       []Row   `json:"why"` // those who left, by reason; per cent of Before
}

// Answers is how a question of the journal review was answered for the
// reviewed patients: the four are all of them. Oklart and no answer are never
// a no.
type Answers struct {
	Key        string  `json:"key"` // as in the review file
	Name       string  `json:"name"`
	Yes        Number  `json:"yes"`
	No         Number  `json:"no"`
	Unclear    Number  `json:"unclear"`
	Unanswered Number  `json:"missing"`
	YesPercent Decimal `json:"yes_percent"` // of all reviewed
	YesStep2   Number  `json:"yes_step2"`   // those of the yes who went on to step 2
}

// Check is one piece of arithmetic that the report was held against.
type Check struct {
	Key   string `json:"key"`
	Table string `json:"table"` // the table's name in the JSON
	OK    bool   `json:"ok"`
	Stale bool   `json:"stale,omitempty"` // not a fault of reckoning: the extract has been read again since
	Text  string `json:"text"`            // what was compared, or what does not fit
}

// Told is what was left out of the report, and why.
type Told struct {
	Text  string `json:"text"`
	Count Number `json:"count"`
}

// Public is what was done so that nobody is exposed.
type Public struct {
	Minimum int      `json:"minimum"` // the smallest count that is printed
	Merged  []Merged `json:"merged"`
	Hidden  int      `json:"hidden"` // how many numbers are hidden
	Of      int      `json:"of"`     // of how many
}

// Merged is that categories of a table were put together.
type Merged struct {
	Table string `json:"table"` // the table's name in the JSON
	Rows  int    `json:"rows"`  // how many categories
	Into  string `json:"into"`  // the row's name
}
