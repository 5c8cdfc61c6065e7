package report

// Plans is what the agreed plans hold. They are counted with or without urval,
// also when they come from contracts.
type Plans struct {
	Total     Number    `json:"total"`
	Diagnoses []Row     `json:"diagnoses"` // a plan may have several; largest first
	Parts     []Part    `json:"parts"`     // which parts are filled in, in the plan's order
	Referrals Referrals `json:"referrals"`
	Answered  Spread    `json:"answered"`  // how many of the seven questions each plan answers
	Questions []Part    `json:"questions"` // plans that answer each question, the second in four parts
	Valid     Number    `json:"valid"`     // on the day of the report
	Overdue   Number    `json:"overdue"`
	FollowUp  FollowUps `json:"follow_up"`
}

// Part is a part of a plan and how many plans have it.
type Part struct {
	Key     string  `json:"key"`
	Name    string  `json:"name"`
	Plans   Number  `json:"plans"`
	Percent Decimal `json:"percent"`
}

// Referrals is referrals by how far they have come.
type Referrals struct {
	Total    Number `json:"total"`
	Plans    Number `json:"plans"` // plans with at least one
	Planned  Number `json:"planned"`
	Sent     Number `json:"sent"`
	Received Number `json:"received"`
	Closed   Number `json:"closed"`
}

// FollowUps is when plans are to be followed up, seen from the report's day.
type FollowUps struct {
	Next    string `json:"next"`    // the first day from the report's day on, ÅÅÅÅ-MM-DD; empty when there is none
	Coming  Number `json:"coming"`  // plans whose day has not passed
	Passed  Number `json:"passed"`  // plans whose day has passed
	Undated Number `json:"undated"` // plans without a day
}

// Step3 is what follow-ups have told, of patients with a plan or without.
type Step3 struct {
	Patients  Number     `json:"patients"`  // followed up at least once
	Occasions []Occasion `json:"occasions"` // when the seven questions were answered, in order
	Same      Number     `json:"same"`      // patients who answered at every occasion in Seven
	Seven     []Question `json:"seven"`     // their answers, question by question
	Goals     Goals      `json:"goals"`
	Before    []Group    `json:"before_after"` // with a plan, without one
}

// Occasion is a patient's first, second, … follow-up with any of the seven
// questions answered.
type Occasion struct {
	Number   int    `json:"number"`
	Patients Number `json:"patients"` // who answered
	Shown    bool   `json:"shown"`    // whether it is in Seven
}

// Question is one of the seven questions over time.
type Question struct {
	Number int     `json:"number"`
	Name   string  `json:"name"`  // in few words
	Times  []Reply `json:"times"` // one a shown occasion
}

// Reply is the answers to one question at one occasion. The four are all of
// Step3.Same.
type Reply struct {
	Occasion   int    `json:"occasion"`
	Yes        Number `json:"yes"`
	Partly     Number `json:"partly"`
	No         Number `json:"no"`
	Unanswered Number `json:"missing"`
}

// Goals is how far the plans' goals have been reached, by the latest word on
// each.
type Goals struct {
	Total     Number `json:"total"`
	Reached   Number `json:"reached"`
	Partly    Number `json:"partly"`
	Not       Number `json:"not"`
	Changed   Number `json:"changed"`
	NotJudged Number `json:"not_judged"`
}

// Group is the contacts before and after, for those whose both are known.
// Before are the year's contacts of the selection; after those of the twelve
// months before the first follow-up at least twelve months after the plan, or
// after the review where there is no plan. That they fall is no effect: those
// who have the most one year have fewer the next by themselves.
type Group struct {
	Key      string `json:"key"` // med-plan, utan-plan
	Name     string `json:"name"`
	Patients Number `json:"patients"` // of the cohort in the group
	Followed Number `json:"followed"` // of them, those whose both are known
	Before   Spread `json:"before"`
	After    Spread `json:"after"`
}

// Urval is what the extract said of itself.
type Urval struct {
	File      string    `json:"file"`
	Year      int       `json:"year"`
	Threshold int       `json:"threshold"`
	RowsRead  Number    `json:"rows_read"`
	RowsUsed  Number    `json:"rows_used"`
	LeftOut   []LeftRow `json:"rows_left_out"`
	All       Totals    `json:"all"`    // every patient of the extract
	Chosen    Totals    `json:"chosen"` // those at or above the threshold
}

// LeftRow is rows of the extract that could not be used, and why.
type LeftRow struct {
	Reason string `json:"reason"`
	Rows   Number `json:"rows"`
}

// Totals are what the patients of the extract, or those chosen, come to.
type Totals struct {
	Patients           Number       `json:"patients"`
	Contacts           Number       `json:"contacts"`
	ContactsPerPatient Decimal      `json:"contacts_per_patient"`
	ByProfession       []ContactRow `json:"by_profession"` // without Patients: the extract's totals do not tell
	ByUnit             []ContactRow `json:"by_unit"`
	Doctors            Number       `json:"doctors"` // different doctors
	Age                Spread       `json:"age"`
	Sex                Sex          `json:"sex"`
}
