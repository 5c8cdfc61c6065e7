package form

import (
	"kontrakt/internal/careplan"
	"kontrakt/internal/plan"
)

// Parts of a review that have pages of their own, as they stand in addresses.
const (
	Screening    = "granskning"
	Consultation = "konsultation"
	Plan         = "plan"
	FollowUp     = "uppfoljning"
)

// Parts are all parts, in the order in which a patient comes to them.
func Parts() []Link {
	return []Link{
		{Key: Screening, Text: "Granskning"}, {Key: Consultation, Text: "Konsultation"},
		{Key: Plan, Text: "Plan"}, {Key: FollowUp, Text: "Uppföljning"},
	}
}

// sheets are the pages of a patient: a plan's ten steps and one for each
// other part. A field that is not here cannot be written by the form. In the
// texts {annas} and {anna} stand for the patient, # in a path for the occasion
// that is followed up.
var sheets = []sheet{
	{part: Screening, title: "Granskning av journalen", lead: "Svara på det som journalen visar. Det som inte går att se är oklart.", blocks: screeningBlocks},
	{part: Consultation, title: "Konsultation", lead: "Skriv vad ni kom fram till tillsammans.", blocks: consultationBlocks},
	{part: Plan, key: "patient", title: "Patient", lead: "Vem planen är till, och vilka närstående som är med.", blocks: patientBlocks},
	{part: Plan, key: "diagnoser", title: "Diagnoser", lead: "Välj det som planen ska handla om. Den första står först på pappret.", blocks: diagnosisBlocks},
	{part: Plan, key: "viktigt", title: "Viktigt för mig", lead: "Skriv med {annas} egna ord.", blocks: mattersBlocks},
	{part: Plan, key: "overenskommelse", title: "Överenskommelse och nästa steg", lead: "Skriv vad ni har kommit överens om, och vad som händer härnäst.", blocks: agreementBlocks},
	{part: Plan, key: "jag-gor", title: "Jag gör", lead: "Välj tillsammans det som går en vanlig vecka. Två eller tre saker räcker.", blocks: patientDoesBlocks},
	{part: Plan, key: "varden-gor", title: "Vården gör", lead: "Välj det som vården lovar att göra, och vem som gör det.", blocks: unitDoesBlocks},
	{part: Plan, key: "kontakter", title: "Kontakter och remisser", lead: "Skriv vem {anna} vänder sig till, och vilka tider som är bestämda.", blocks: contactBlocks},
	{part: Plan, key: "soka-vard", title: "När söka vård", lead: "Mallarnas råd kommer alltid med. Lägg till det som gäller just {anna}.", blocks: seekBlocks},
	{part: Plan, key: "mata", title: "Mäta", lead: "Välj tillsammans vad som är värt att mäta.", blocks: measureBlocks},
	{part: Plan, key: "uppfoljning", title: "Uppföljning", lead: "Bestäm när ni ser om planen hjälper, och vem som ser till att det blir av.", blocks: followUpBlocks},
	{part: FollowUp, title: "Sju frågor till {anna}", lead: "Läs frågan högt och låt {anna} svara med egna ord. Kryssa sedan det som ligger närmast.", blocks: outcomeBlocks},
}

// sheet is one page: a step of the plan, or a part without steps.
type sheet struct {
	part, key   string
	title, lead string
	blocks      []block
}

// block is a passage of a page: single values under a path, or rows of the
// list there.
type block struct {
	at     string // path that the keys stand under
	legend string
	hint   string
	fields []spec
	rows   *rows                 // nil where at is no list
	said   func(*state) []string // what stands there without being chosen
}

// spec is a key as it is filled in.
type spec struct {
	key, label, hint string
	kind             Kind
	options          []Option
	lists            func(*state) []Option // options that the words or templates give
	ends             [2]string
	own, short       bool
	needed           bool                // no contract without it
	closed           bool                // nothing but the options
	asked            bool                // a list that may be asked for and empty: []
	dates            []span              // ways to say a day from today
	fresh            string              // what a new row has; «idag» is today
	unit             func(*state) string // what the unit proposes
}

// rows are how the rows of a list are chosen and filled in.
type rows struct {
	offers func(*state, string) []offer     // what can be chosen; nil where nothing can
	ours   func(s *state, path string) bool // which rows of the list belong here; nil: all
	legend string                           // of rows that nobody offered
	add    string                           // the button that adds a row; empty where none can be added
	needs  string                           // a chosen row goes when this key is emptied; empty: it has a check box
	still  bool                             // rows have no order of their own
}

// span is a time from today.
type span struct {
	text         string
	days, months int
}

var soon = []span{{"om 6 veckor", 42, 0}, {"om 3 månader", 0, 3}, {"om 6 månader", 0, 6}}

// Answers and other closed lists, as the file has them and as they are read.
var (
	yesNo       = []Option{{Value: "ja", Text: "Ja"}, {Value: "nej", Text: "Nej"}}
	yesNoUnsure = []Option{{Value: "ja", Text: "Ja"}, {Value: "nej", Text: "Nej"}, {Value: "oklart", Text: "Oklart"}}
	yesPartlyNo = []Option{{Value: "ja", Text: "Ja"}, {Value: "delvis", Text: "Delvis"}, {Value: "nej", Text: "Nej"}}
	reached     = []Option{{Value: "uppnått", Text: "Uppnått"}, {Value: "delvis", Text: "Delvis"}, {Value: "inte", Text: "Inte"}, {Value: "ändrat", Text: "Ändrat"}}
	referred    = []Option{{Value: "planerad", Text: "Planerad"}, {Value: "skickad", Text: "Skickad"}, {Value: "mottagen", Text: "Mottagen"}, {Value: "avslutad", Text: "Avslutad"}}
	sexes       = []Option{{Value: "kvinna", Text: "Kvinna"}, {Value: "man", Text: "Man"}}
	noneThere   = []Option{{Value: "[]", Text: "Frågan är ställd: det finns ingen annan plan"}}
)

const (
	dayHint  = "ÅÅÅÅ-MM-DD"
	whenHint = "ÅÅÅÅ-MM-DD TT.MM, eller med ord"
)

var screeningBlocks = []block{
	{at: "urval", legend: "Därför är {anna} med i urvalet", said: selection},
	{at: "granskning", fields: []spec{
		{key: "datum", label: "Datum", hint: dayHint, kind: Day, short: true, dates: []span{{text: "idag"}}},
		{key: "granskare", label: "Granskare", kind: Checks, lists: roles},
	}},
	{at: "granskning", legend: "Det som finns i journalen", fields: []spec{
		{key: "journalförd_överenskommelse", kind: Choice, options: yesNoUnsure},
		{key: "fast_vårdkontakt", kind: Choice, options: yesNoUnsure},
		{key: "fast_läkarkontakt", kind: Choice, options: yesNoUnsure},
		{key: "samordnande_kontakt", kind: Checks, lists: linked, closed: true},
	}},
	{at: "granskning", legend: "Besvären", fields: []spec{
		{key: "diagnoser", label: "Diagnoser (ICD-10-SE)", hint: "en på varje rad", kind: List},
		{key: "besvär", label: "Besvär", kind: Line},
		{key: "återkommande_utan_förbättring", kind: Choice, options: yesNoUnsure},
		{key: "tecken_på_psykisk_ohälsa", kind: Choice, options: yesNoUnsure},
	}},
	{at: "granskning.beaktat", legend: "Beaktat", fields: []spec{
		{key: "biologiskt", kind: Choice, options: yesNoUnsure},
		{key: "psykologiskt", kind: Choice, options: yesNoUnsure},
		{key: "socialt", kind: Choice, options: yesNoUnsure},
	}},
	{at: "granskning", legend: "Går patienten vidare?", fields: []spec{
		{key: "steg2", kind: Choice, options: yesNo},
		{key: "exkluderingsorsak", label: "Exkluderingsorsak", hint: "när svaret är nej", kind: Line, lists: reasons},
	}},
}

var consultationBlocks = []block{{at: "konsultation", fields: []spec{
	{key: "datum", label: "Datum", hint: dayHint, kind: Day, short: true, dates: []span{{text: "idag"}}},
	{key: "professioner", label: "Professioner", kind: Checks, lists: roles},
	{key: "frågeställningar", label: "Frågeställningar", kind: Checks, lists: asked},
	{key: "åtgärder", label: "Åtgärder", kind: Checks, lists: actions},
}}}

var patientBlocks = []block{
	{at: "patient", fields: []spec{
		{key: "namn", label: "Namn", kind: Line, needed: true},
		{key: "personnummer", label: "Personnummer", hint: "ÅÅÅÅMMDD-NNNN, samordningsnummer eller reservnummer", kind: Line, short: true},
		{key: "kön", label: "Kön", kind: Choice, options: sexes},
		{key: "språk", label: "Språk på pappret", kind: Select, lists: languages},
		{key: "tolk", label: "Tolk", kind: Choice, options: yesNo},
		{key: "skyddade_uppgifter", label: "Skyddade uppgifter", kind: Choice, options: yesNo},
	}},
	{at: "plan.närstående", fields: []spec{
		{key: "namn", label: "Namn", kind: Line, short: true},
		{key: "relation", label: "Relation", kind: Line, short: true},
		{key: "telefon", label: "Telefon", kind: Line, short: true},
		{key: "roll", label: "Roll", hint: "till exempel följer med på besök", kind: Line, short: true},
	}, rows: &rows{legend: "Närstående", add: "Lägg till en närstående"}},
}

var diagnosisBlocks = []block{{at: "plan.diagnoser", rows: &rows{offers: diagnoses, legend: "Okända mallar"}}}

var mattersBlocks = []block{
	{at: "plan", fields: []spec{
		{key: "viktigt_för_mig", label: "Viktigt för mig", kind: Lines, own: true, needed: true},
		{key: "styrkor", label: "Styrkor", hint: "en på varje rad", kind: List},
	}},
	{at: "plan.mål", fields: []spec{
		{key: "text", label: "Mål", kind: Line, own: true},
		{key: "viktigt", label: "Hur viktigt är det?", kind: Scale, ends: [2]string{"0 = inte alls viktigt", "10 = det viktigaste"}},
		{key: "senast", label: "Senast", hint: dayHint, kind: Day, short: true, dates: soon},
	}, rows: &rows{legend: "Mål", add: "Lägg till målet", ours: inWords}},
}

var agreementBlocks = []block{
	{at: "plan", fields: []spec{{key: "överenskommelse", label: "Överenskommelse", kind: Lines, own: true, needed: true}}},
	{at: "plan.nästa_steg", legend: "Nästa steg", fields: []spec{
		{key: "vad", label: "Vad", kind: Line, needed: true},
		{key: "när", label: "När", hint: whenHint, kind: When, short: true, dates: soon, needed: true},
		{key: "vem", label: "Vem", kind: Line, short: true},
		{key: "plats", label: "Plats", kind: Line, short: true},
	}},
}

var patientDoesBlocks = []block{{at: "plan.jag_gör", fields: []spec{
	{key: "text", label: "Med {annas} ord", kind: Line, own: true},
	{key: "när", label: "När", kind: When},
	{key: "tilltro", label: "Hur säker är du på att det blir av?", kind: Scale, ends: [2]string{"0 = inte alls säker", "10 = helt säker"}},
	{key: "hinder", label: "Hinder: om …", kind: Line, short: true},
	{key: "då", label: "då …", kind: Line, short: true},
	{key: "egenvård.bedömd_av", label: "Egenvård: bedömd av", kind: Line, short: true},
	{key: "egenvård.datum", label: "Egenvård: datum", hint: dayHint, kind: Day, short: true},
}, rows: &rows{offers: linesOf(plan.PatientDoes, "Förslag vid "), legend: "Egna rader", add: "Lägg till raden"}}}

var unitDoesBlocks = []block{{at: "plan.vården_gör", fields: []spec{
	{key: "text", label: "Med egna ord", kind: Line},
	{key: "vem", label: "Vem", kind: Line, short: true},
	{key: "när", label: "När", kind: When, short: true},
}, rows: &rows{offers: linesOf(plan.UnitDoes, "Förslag vid "), legend: "Egna rader", add: "Lägg till raden"}}}

var contactBlocks = []block{
	{at: "plan.fast_läkarkontakt", legend: "Fast läkarkontakt", fields: []spec{
		{key: "namn", label: "Namn", kind: Line, short: true, unit: doctorName, needed: true},
		{key: "telefon", label: "Telefon", kind: Line, short: true, unit: doctorPhone},
	}},
	{at: "plan", legend: "Fast vårdkontakt", fields: []spec{
		{key: "fast_vårdkontakt_behövs", label: "Vill {anna} ha en fast vårdkontakt?", kind: Choice, options: yesNo},
	}},
	{at: "plan.fasta_vårdkontakter", fields: []spec{
		{key: "namn", label: "Namn", kind: Line, short: true},
		{key: "roll", label: "Roll", kind: Line, short: true},
		{key: "telefon", label: "Telefon", kind: Line, short: true},
		{key: "ansvar", label: "Ansvar", hint: "till exempel samordnar rehab", kind: Line, short: true},
	}, rows: &rows{legend: "Fasta vårdkontakter", add: "Lägg till en vårdkontakt"}},
	{at: "plan.kontakter", fields: []spec{
		{key: "vad", label: "Vad", kind: Line, short: true},
		{key: "vem", label: "Vem", kind: Line, short: true},
		{key: "när", label: "När", hint: whenHint, kind: When, short: true, dates: soon},
		{key: "plats", label: "Plats", kind: Line, short: true},
		{key: "bokad", label: "Bokad", kind: Choice, options: yesNo},
	}, rows: &rows{offers: linesOf(plan.Contacts, "Kommande kontakter: förslag vid "), legend: "Kommande kontakter: egna rader", add: "Lägg till kontakten"}},
	{at: "plan.remisser", fields: []spec{
		{key: "till", label: "Till", kind: Line, short: true},
		{key: "varför", label: "Varför", kind: Line, short: true},
		{key: "datum", label: "Datum", hint: dayHint, kind: Day, short: true, dates: []span{{text: "idag"}}},
		{key: "status", label: "Status", kind: Choice, options: referred, fresh: "planerad"},
	}, rows: &rows{offers: linesOf(plan.Referrals, "Remisser: förslag vid "), legend: "Remisser: egna rader", add: "Lägg till remissen"}},
	{at: "plan", fields: []spec{{key: "andra_planer", label: "Andra planer", kind: Checks, options: noneThere, asked: true}}},
	{at: "plan.andra_planer", fields: []spec{
		{key: "plan", label: "Plan", hint: "till exempel SIP", kind: Line, short: true},
		{key: "ansvarig", label: "Ansvarig", kind: Line, short: true},
		{key: "datum", label: "Datum", hint: dayHint, kind: Day, short: true},
	}, rows: &rows{legend: "Planer som finns", add: "Lägg till en plan"}},
}

var seekBlocks = []block{
	{at: "plan.söka_vård", legend: "Kontakta oss", said: signs(careplan.ContactUs), fields: []spec{
		{key: "kontakta", label: "Kontakta oss också när", hint: "en på varje rad", kind: List}}},
	{at: "plan.söka_vård", legend: "Sök vård idag", said: signs(careplan.SameDay), fields: []spec{
		{key: "idag", label: "Sök vård idag också när", hint: "en på varje rad", kind: List}}},
	{at: "plan.söka_vård", legend: "Ring 112", said: signs(careplan.Call112), fields: []spec{
		{key: "ring_112", label: "Ring 112 också när", hint: "en på varje rad", kind: List}}},
}

var measureBlocks = []block{
	{at: "plan.mål", fields: []spec{
		{key: "målvärde", label: "Målvärde", hint: "skriv bara när det inte är mallens", kind: Line},
		{key: "viktigt", label: "Hur viktigt är det?", kind: Scale, ends: [2]string{"0 = inte alls viktigt", "10 = det viktigaste"}},
		{key: "senast", label: "Senast", hint: dayHint, kind: Day, short: true, dates: soon},
	}, rows: &rows{offers: targets, legend: "Andra mål med mått", ours: byMeasure}},
	{at: "plan.egenmätning", fields: []spec{
		{key: "mått", label: "Mått", kind: Select, lists: measures},
		{key: "hur_ofta", label: "Hur ofta", kind: Line},
		{key: "målvärde", label: "Målvärde", hint: "skriv bara när det inte är mallens", kind: Line},
		{key: "dagbok", label: "Dagbok att skriva i", kind: Choice, options: yesNo},
	}, rows: &rows{offers: measured, legend: "Andra mått", add: "Lägg till måttet"}},
	{at: "plan", fields: []spec{{key: "läkemedel", label: "Läkemedel", hint: "till exempel Se din läkemedelslista", kind: Lines}}},
}

var followUpBlocks = []block{
	{at: "plan.uppföljning", fields: []spec{
		{key: "datum", label: "Datum för uppföljningen", hint: dayHint, kind: Day, short: true, dates: soon, unit: followUpDay, needed: true},
		{key: "ansvarig", label: "Ansvarig", kind: Line, short: true, unit: responsible, needed: true},
		{key: "hur", label: "Hur", hint: "till exempel besök", kind: Line, short: true},
	}},
	{at: "plan", legend: "Planen", fields: []spec{
		{key: "datum", label: "Planens datum", hint: dayHint, kind: Day, short: true, dates: []span{{text: "idag"}}, unit: today, needed: true},
		{key: "giltig_till", label: "Giltig till", hint: dayHint, kind: Day, short: true, dates: soon, unit: validTo, needed: true},
		{key: "utgåva", label: "Utgåva", kind: Number, short: true},
	}},
	{at: "plan", legend: "Vilka som var med", fields: []spec{
		{key: "deltog", label: "Deltog", hint: "en på varje rad", kind: List},
		{key: "samtycke_dela", label: "Får planen delas med dem som står i den?", kind: Choice, options: yesNo},
	}},
	{at: "plan.genomgången", legend: "Genomgången", fields: []spec{
		{key: "datum", label: "Datum", hint: dayHint, kind: Day, short: true, dates: []span{{text: "idag"}}},
		{key: "med", label: "Med", hint: "en på varje rad", kind: List},
		{key: "förstått", label: "Förstått", kind: Choice, options: yesNoUnsure},
	}},
	{at: "plan", fields: []spec{{key: "anteckning_intern", label: "Anteckning, bara för er", hint: "skrivs aldrig ut", kind: Lines}}},
}

var outcomeBlocks = []block{
	{at: "uppföljning[#]", fields: []spec{{key: "datum", label: "Datum", hint: dayHint, kind: Day, short: true, dates: []span{{text: "idag"}}, fresh: "idag"}}},
	{at: "uppföljning[#].sju_frågor", fields: []spec{
		{key: "1", kind: Choice, options: yesPartlyNo}, {key: "2", kind: Choice, options: yesPartlyNo},
		{key: "3", kind: Choice, options: yesPartlyNo}, {key: "4", kind: Choice, options: yesPartlyNo},
		{key: "5", kind: Choice, options: yesPartlyNo}, {key: "6", kind: Choice, options: yesPartlyNo},
		{key: "7", kind: Choice, options: yesPartlyNo},
	}},
	{at: "uppföljning[#].mål", fields: []spec{{key: "läge", label: "Läge", kind: Choice, options: reached}},
		rows: &rows{offers: agreedGoals, legend: "Hur gick det med målen?", needs: "läge", still: true}},
	{at: "uppföljning[#]", fields: []spec{
		{key: "kontakter", label: "Kontakter med vården de senaste tolv månaderna", kind: Number, short: true},
		{key: "anteckning", label: "Anteckning", hint: "skrivs inte på {annas} papper", kind: Lines},
	}},
}
