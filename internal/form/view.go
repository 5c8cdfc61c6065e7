package form

import "kontrakt/internal/source"

// A Page is all that one page about one patient shows. It is drawn without a
// rule of its own: what is hidden, counted or in what order is decided here.
//
// Every control has a name that Apply understands:
//
//	plan.nästa_steg.när                              a value, by its path in the file
//	plan.jag_gör[1].text                             a value of a row; the row after the last is new
//	plan.jag_gör+langvarig-smarta/rorelse            a template's line: ja chooses it, nothing leaves it
//	plan.jag_gör+langvarig-smarta/rorelse|text       a value of the row of that line, chosen or not
//
// Of several values of one name the last counts, and a name that is not
// posted changes nothing. So a radio button or a check box stands after a
// hidden field with its name and no value, which is what is posted when
// nothing is chosen.
type Page struct {
	Who      Who
	Part     string     // one of Parts
	Parts    []Link     // the parts of the review, as pages
	Title    string     // h1
	Lead     string     // under it: what to do here, to the clinician
	Steps    []Step     // of the plan; empty on other pages
	Done     int        // how many steps are done
	Next     *Link      // the next step that lacks something, named on the button; nil when none does
	Back     *Link      // the step before this one; nil at the first
	Blocks   []Block    // the form, from top to bottom
	Faults   []Fault    // what is wrong on this page, from top to bottom
	Others   []Fault    // what is wrong on other pages of the patient
	Missing  []Fault    // Saknas: what the contract lacks before it can be printed, then what the seven questions lack
	Clashes  []Clash    // what does not go together, settled or not
	Seven    Seven      // which of the seven questions the plan answers
	CanMake  bool       // a contract can be written
	HasPaper bool       // of the plan: there is something to see on paper, see Form.Paper
	Broken   bool       // the file cannot be read as it stands: Faults say where, and there are no blocks
	Agreed   []Recalled // follow-up only: what was agreed, to have beside the questions
	Actions  []Button   // follow-up only: another occasion, the next plan
}

// Who is the patient that a page is about.
type Who struct {
	ID         string
	Name       string // as written; «Namn saknas» where there is none
	Number     string // as it is printed, else as written
	Possessive string // «Annas», or «patientens» with protected identity or without a name
	First      string // «Anna», or «patienten»
	Protected  bool
}

// Link leads to a part, a step or a field.
type Link struct {
	Key     string // part: granskning …; step: jag-gor …
	Text    string
	Current bool
}

// Step is one of the ten steps of a plan.
type Step struct {
	Link
	Number int
	Done   bool   // has its check mark
	State  string // in words: «2 valda», «saknas», «1 att rätta», «föreslagen», «klar»
	Said   bool   // State is seen; else it is for ears only
	Wrong  bool   // State tells of something to put right
}

// A Block is a part of the form under one legend: fields, or rows of a list,
// or both.
type Block struct {
	ID      string // anchor
	Path    string // in the file, of a list or of keys that belong together
	Legend  string // empty: the fields stand by themselves
	Hint    string
	Fields  []Field
	Rows    []Row    // of a list, or a template's lines to choose from
	More    int      // so many rows at the end may be folded away («Visa 4 förslag till»); never a chosen one
	Add     *Row     // a new row of its own, to be filled in; nil where none can be added
	AddText string   // the button that adds it
	Said    []string // what is printed without being chosen, as the templates' signs to seek care
	Notes   []Note   // of the list as a whole
	Missed  bool     // the contract needs something here and it is not there
}

// A Row is a row of a list: chosen from a template, or the clinic's own.
type Row struct {
	ID       string // anchor
	Name     string // of the check box; empty in a row that is not a template's line
	Path     string // in the file: plan.jag_gör[1]; empty while it is not chosen
	Label    string // the template's sentence; of an own row «Rad 2»
	Chosen   bool
	Said     string  // what was agreed, on one line, to be seen while the row is closed
	Fields   []Field // of an unchosen row: what to fill in once it is chosen
	Notes    []Note  // of the row as a whole
	Open     bool    // something in it is wrong, or it is new
	Up, Down Button  // move among the rows of the file; Name is empty at the ends
	Remove   Button  // of rows without a check box
	Decline  Button  // considered and declined (utelämna); also takes that back
	Declined bool
	Place    string // «Rad 1 av 2», to be spoken after a move
}

// A Button is a submit button. ID is its anchor, where one may go on from it.
type Button struct{ ID, Name, Value, Text string }

// Kind says how a field is filled in.
type Kind string

// The kinds of field.
const (
	Line   Kind = "rad"   // one line
	Lines  Kind = "rader" // several lines of text
	List   Kind = "lista" // several lines, each a row of a list
	Day    Kind = "dag"   // ÅÅÅÅ-MM-DD, with Proposals
	When   Kind = "när"   // as Day, or with a clock time, or words
	Number Kind = "tal"   // a whole number
	Choice Kind = "val"   // one of Options: radio buttons
	Scale  Kind = "skala" // 0–10: radio buttons in a row
	Checks Kind = "kryss" // any of Options: check boxes
	Select Kind = "meny"  // one of many Options
)

// Field is one control, or one group of radio buttons or check boxes.
type Field struct {
	ID        string // anchor
	Name      string
	Path      string // in the file, as problems tell it; empty in a row that is not chosen
	Kind      Kind
	Label     string // carries the file's own word, so that a problem's words fit
	Hint      string // after the label, as ÅÅÅÅ-MM-DD
	Value     string // as typed, also when it is wrong
	Options   []Option
	Ends      [2]string // Scale: what the ends mean
	Proposals []Button  // values to take with one press: dates, last time's
	Proposed  bool      // the value is the unit's own proposal, nobody has changed it
	Own       bool      // the patient's own words: the largest fields
	Short     bool      // a short value, that may stand beside the next one
	Needed    bool      // no contract without it
	Notes     []Note
}

// Option is one of the values of a Choice, Scale, Checks or Select.
type Option struct {
	ID          string // anchor of the control
	Value, Text string
	On          bool
}

// Note is a problem where it belongs, in the words of the command line.
type Note struct {
	What, Tip string
	Warning   bool
	Missing   bool // nothing is written yet where a contract needs it: told calmly, under Saknas
}

// Fault is a problem, or what is missing, in a list that leads to its place.
type Fault struct {
	What     string // with its row: «Rad 1: …»
	Tip      string
	Part     string // where it is: part, step and anchor
	Step     string
	ID       string // anchor; empty where the form has no such field, as for an unknown key
	Line     int    // in the file, where ID is empty; 0 for the whole file
	Warning  bool
	Question int // of the seven; 0 where it belongs to none
}

// Clash is what does not go together, and the ways out of it. None is chosen
// in advance.
type Clash struct {
	ID      string // anchor
	Name    string // of the radio buttons
	Legend  string // «Krock: två mål för rörelse. Vilket gäller Anna?»
	Text    string // what the template says of it; empty of two targets
	Sides   []Side
	Settled bool
	Step    string // where its line is chosen
}

// Side is one way out of a clash.
type Side struct {
	ID, Value string
	Text      string // what then holds
	From      string // the diagnosis that says so, or what is done to the line
	On        bool
}

// Seven is which of the seven questions the plan answers.
type Seven struct {
	Answered  int
	Questions []bool // by number, from question 1
	Said      string // «Planen svarar på 5 av 7»
}

// Recalled is one part of what was agreed.
type Recalled struct {
	Title string
	Lines []string
}

// Listing is the page of all patients.
type Listing struct {
	Unit         string
	Groups       []Group  // what runs out, what lacks something, the rest; empty ones left out
	Filters      []Filter // by how far the patient has come
	Search       Search   // what was asked for
	Shown, Total int      // of those that fit the search
	Unread       []string // names of files that are no reviews that can be read
}

// Search is what the list is to show.
type Search struct {
	Text    string // name, id or personnummer
	Part    string // one of Parts; empty: all
	Lacking bool   // lacks something
	Ending  bool   // runs out soon
	Hidden  bool   // ids alone, no names
	All     bool   // more than the first
}

// Group is a part of the list.
type Group struct {
	Title string
	Rows  []Entry
}

// Filter is a choice of Search.Part.
type Filter struct {
	Part, Text string
	Count      int
	Current    bool
}

// Entry is one patient in the list.
type Entry struct {
	ID        string
	Name      string // «Skyddade uppgifter» with protected identity; the id with names hidden
	Diagnoses string
	Part      string // how far the patient has come, one of Parts
	PartText  string
	Missing   []string
	ValidTo   source.Date
	Days      string // «om 6 dagar»; empty when it is far off
	Draft     bool   // there is an unsaved draft
}

// Conflict is the page where two versions of one review are laid side by
// side.
type Conflict struct {
	Who    Who
	Points []Point
	Same   int      // how many fields are alike in both
	SameIn []string // in which parts, in words
}

// Point is one thing that differs. The radio buttons are called Name, with
// the values min and fil.
type Point struct {
	ID, Name, Legend string
	Mine, File       Version
	Chosen           string // min, fil or empty
}

// Version is what one side says of a point.
type Version struct {
	Words []Word
	None  bool // nothing is written
}

// Word is a run of text, with the space between it and the next one, and
// whether the other side lacks it.
type Word struct {
	Text   string
	Marked bool
}

// New is the page where a new patient's review begins.
type New struct {
	Fields    []Field // id (proposed), name, personnummer
	Diagnoses Field   // Checks
	Faults    []Fault
	Earlier   []Link // patients who have a plan, where one may begin from it
}
