package web

import "kontrakt/internal/form"

// What the page templates are given, by the template's name. Addresses are
// made of ids, parts and steps: /plan/{id}/{step}, /granskning/{id}.

// Sheet is one page about one patient: template «blad».
type Sheet struct {
	form.Page
	Saving
	Unit    string // what the clinic is called
	Address string // this page's own, to post to
	Rev     string // the version that is shown, to post
	CanUndo bool   // there is something to undo
	Paper   string // address of the contract as it would look now, to show in a frame; empty where there is no plan
	Focus   string // anchor of the control that the next key goes to; empty: h1
	Said    string // to be spoken once
	Changed bool   // the file has been changed elsewhere since the draft began: see /konflikt/{id}
}

// Saving is how far what was written has come.
type Saving struct {
	Saved  string // «14.32», when it was last saved; empty where nothing is to be said
	Draft  bool   // saved as a draft, not yet in the review file
	Failed string // «Inte sparat. …»; empty when it is saved
}

// List is the page of all patients: template «lista».
type List struct {
	form.Listing
	Saving
	NoClinic bool // there is no enhet.yaml: see /enhet
}

// NewSheet is the page where a patient's review begins: template «ny».
type NewSheet struct {
	form.New
	Saving
	Unit string
}

// Versions is the page of two versions of one review: template «konflikt».
type Versions struct {
	form.Conflict
	Saving
	Address        string
	Rev, Against   string // the two versions that are shown, to post (rev, mot)
	MineAt, FileAt string // when each was saved, «14.32», with its day where that is another
	Tabs           bool   // the other version is a draft too, from another tab or computer: not the file
	Copy           string // what the copy of the version not chosen is called
}

// Offer is what is shown when there is a draft from before the program was
// started: template «utkast». It posts gor=fortsatt or gor=slang to Address.
type Offer struct {
	Who     form.Who
	Address string
	Rev     string
	At      string // «14.32», with its day where that is another
	Changed bool   // the file has been changed since the draft began
}

// Record is the text for the record: template «journal».
type Record struct {
	Who  form.Who
	Text string
	Back string // the address of the page that it was asked for on
}

// What is said instead of a page (403, 404, 413 …) is a notice: template
// «besked», with Code, Title, Text and Again (an address, or empty).
