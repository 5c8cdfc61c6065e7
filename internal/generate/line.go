// Package generate is the line itself: a review file's bytes in, finished
// papers out, for one patient or for a whole folder. It brings the steps
// together (read, resolve, compose, render) and decides nothing about care.
// Disk and clock are handed in.
package generate

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"

	"kontrakt/internal/careplan"
	"kontrakt/internal/contract"
	"kontrakt/internal/doc"
	"kontrakt/internal/pdf"
	"kontrakt/internal/phrase"
	"kontrakt/internal/plan"
	"kontrakt/internal/render"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Line is what all papers of a run share. It is never changed while papers
// are made, so many workers may use one Line.
type Line struct {
	Plans    *plan.Library
	Words    *phrase.Book // the fixed words, in every language
	Fonts    *pdf.Fonts
	Today    source.Date // decides messages, never a byte of a paper
	Producer string      // the program and its version, for the files' metadata
}

// Format is a kind of file that a paper can be written as.
type Format string

// The formats.
const (
	PDF     Format = "pdf"
	HTML    Format = "html"
	Text    Format = "txt"
	Journal Format = "journal" // the contract as text for the record, of no other paper
)

// Formats are all formats, in the order in which files are made.
func Formats() []Format { return []Format{PDF, HTML, Text, Journal} }

// File is one finished paper. Name is <id>-<document>[-stor][-<language>].<format>;
// never a patient's name.
type File struct {
	Name   string
	Format Format
	Data   []byte
}

// Outcome is what became of a review.
type Outcome int

// The outcomes.
const (
	Made       Outcome = iota // the papers are made
	NoPlan                    // the review has no plan
	Protected                 // left out: protected identity, and only the folder was named
	Wrong                     // something in the input is wrong; no paper
	NotWritten                // the world or the program failed; no paper
)

// options are how the files of this line are read: with characters that the
// fonts have.
func (l *Line) options() source.Options { return source.Options{Chars: l.Fonts.Has} }

// Review reads one review and resolves its plan, and tells everything that
// is wrong. The plan is nil when the review has none or when something in it
// is wrong. Of a contract in PDF, the plan that travels in it is read.
func (l *Line) Review(name string, data []byte, unit *review.Unit) (*review.Review, *careplan.CarePlan, source.Problems) {
	return l.reviewIn("", name, data, unit)
}

// reviewIn is Review in another language than the patient's; "" is the
// patient's own.
func (l *Line) reviewIn(lang, name string, data []byte, unit *review.Unit) (*review.Review, *careplan.CarePlan, source.Problems) {
	if IsPaper(name, data) {
		return l.paper(lang, name, data, unit)
	}
	return l.resolve(lang, name, data, unit, careplan.Apply)
}

// resolver makes a plan of a review.
type resolver func(*plan.Library, *review.Unit, *review.Review) (*careplan.CarePlan, source.Problems)

// resolve reads a review and makes its plan, and tells what is wrong in either.
func (l *Line) resolve(lang, name string, data []byte, unit *review.Unit, apply resolver) (*review.Review, *careplan.CarePlan, source.Problems) {
	r, ps := review.Read(name, data, l.options())
	if r.Plan == nil {
		return r, nil, ps
	}
	printed := *r
	printed.Patient.Lang = cmp.Or(lang, r.Plan.PrintedIn, r.Patient.Lang)
	p, more := l.worded(unit, &printed, apply)
	if own := l.Words.In(r.Patient.Lang).Lang; p != nil && printed.Patient.Lang != r.Patient.Lang && own != l.Words.In(p.Lang).Lang {
		p.Own, p.Said = own, careplan.Said(l.Plans, r, p.Lang, r.Plan.PrintedIn)
	}
	ps = append(ps, more...)
	ps = append(ps, review.Overdue(r, l.Today)...)
	ps = append(ps, careplan.Expired(l.Plans, r, l.Today)...)
	ps.Sort()
	if ps.Errors() > 0 {
		return r, nil, ps
	}
	return r, p, ps
}

// worded is a review's plan in a language that there are fixed words for:
// headings in one language over lines in another would help nobody.
func (l *Line) worded(unit *review.Unit, r *review.Review, apply resolver) (*careplan.CarePlan, source.Problems) {
	p, ps := apply(l.Plans, unit, r)
	if p == nil || l.Words.Has(p.Lang) {
		return p, ps
	}
	const path = "patient.språk"
	wordless := sentences.Problem(r.At(path), path, "språk-utan-ord", p.Lang)
	p, ps = apply(l.Plans, unit, inSwedish(r))
	return p, append(ps, wordless)
}

// inSwedish is a review of a patient who wants the plan in Swedish.
func inSwedish(r *review.Review) *review.Review {
	swedish := *r
	swedish.Patient.Lang = phrase.Swedish
	return &swedish
}

// printer makes the bytes of documents; each worker has one of its own.
type printer struct {
	desk  contract.Desk
	pdf   *pdf.Printer
	files []*bytes.Buffer
	used  int    // of the files
	plan  []byte // the one that travels in the contract at work
}

// printer is what one worker prints with.
func (l *Line) printer() *printer { return &printer{pdf: pdf.NewPrinter(l.Fonts)} }

// next begins another review's files, in the memory of the last one's unless
// those are kept.
func (w *printer) next(keep bool) {
	w.used = 0
	if keep {
		w.files = nil
	}
}

// file renders a document in one format; o is how it is printed. The bytes
// are good until next.
func (w *printer) file(d *doc.Document, f Format, o pdf.Options) ([]byte, error) {
	if w.used == len(w.files) {
		w.files = append(w.files, new(bytes.Buffer))
	}
	b := w.files[w.used]
	w.used++
	b.Reset()
	var err error
	switch f {
	case PDF:
		err = w.pdf.Print(b, d, o)
	case HTML:
		err = render.HTML(b, d)
	case Text:
		err = render.Text(b, d)
	default:
		err = fmt.Errorf("okänt format %q", f)
	}
	return b.Bytes(), err
}

// missing tells a character that no font has in a text that is not the
// review's own.
func missing(name string, err error) (source.Problem, bool) {
	var m *pdf.MissingError
	if !errors.As(err, &m) {
		return source.Problem{}, false
	}
	return sentences.Problem(source.Position{File: name}, "", "tecken-saknas", fmt.Sprintf("U+%04X", m.Char)), true
}

var sentences = source.Sentences{
	"en-sida":             {Severity: source.Warning, Text: "dokumentet {0} får inte plats på en sida", Hint: "korta texten i nästa_steg"},
	"språk-utan-ord":      {Severity: source.Warning, Text: "planen skrivs på svenska: de fasta orden finns inte på {0}", Hint: "skriv dem i ord/{0}.yaml bland klinikens egna mallar, eller ge patienten planen på svenska"},
	"tecken-saknas":       {Text: "tecknet {0} finns inte i något av programmets typsnitt", Hint: "skriv texten med ett annat tecken"},
	"id-dubbel":           {Text: "«id» är detsamma som i {0}", Hint: "ge en av patienterna ett annat id; stora och små bokstäver räknas som lika"},
	"pdf-annan":           {Text: "filen är inget kontrakt från det här programmet", Hint: "ange en PDF som kontrakt skapa har gjort, eller granskningen"},
	"pdf-ny":              {Text: "filen kommer från en nyare version av programmet", Hint: "hämta den senaste versionen av kontrakt, eller gör kontraktet igen ur granskningen"},
	"pdf-kort":            {Text: "filen är tom eller för kort för att vara en hel PDF", Hint: "hämta filen på nytt, eller gör kontraktet igen ur granskningen"},
	"pdf-skadad":          {Text: "filen kommer från det här programmet men är skadad och går inte att läsa", Hint: "hämta filen på nytt, eller gör kontraktet igen ur granskningen"},
	"pdf-ändrad":          {Text: "filen har ändrats efter att programmet gjorde den", Hint: "använd filen som den var, eller gör kontraktet igen ur granskningen"},
	"pdf-utan-plan":       {Text: "filen är hel och oförändrad, men den bär ingen plan i sig: så är det med filer från --arkiv och --samlad", Hint: "ange patientens vanliga kontrakt, eller granskningen"},
	"namn-slutar-fel":     {Severity: source.Warning, Text: "filens namn slutar inte på .yaml, så den läses inte som granskning", Hint: "byt namn på filen, så att den slutar på .yaml"},
	"urval-skrivs-inte":   {Text: "«urval» går inte att skriva i filen", Hint: "rätta filen, eller ta bort urval ur den"},
	"urval-kvar":          {Severity: source.Warning, Text: "{0} har ett urval men är inte med bland de utvalda nu", Hint: "ta bort urval ur filen om patienten inte ska räknas"},
	"rad-skrivs-inte":     {Text: "raden går inte att skriva i granskningen {0}", Hint: "kontrollera granskningen med: kontrakt kontrollera"},
	"avsnitt-okänt":       {Text: "rapporten har inget avsnitt som heter «{0}»", Hint: "{1}"},
	"avsnitt-utf-8":       {Text: "texten är inte sparad som UTF-8", Hint: "spara filen med teckenkodningen UTF-8"},
	"avsnitt-inte-med":    {Severity: source.Warning, Text: "avsnittet «{0}» är inte med i rapporten, så texten skrivs inte", Hint: "lägg till delen i templates/rapport.yaml, eller ta bort filen"},
	"avsnitt-två":         {Text: "texten hör till samma avsnitt som {0}", Hint: "slå ihop de två filerna, eller döp om den ena"},
	"avsnitt-hakparentes": {Text: "det som står inom hakparenteser, [{0}], skrivs inte ut i rapporten", Hint: "skriv det utan hakparenteser"},
	"enhet-saknas":        {Text: "filen finns inte, men papperet behöver klinikens namn och telefon", Hint: "skriv filen med raderna namn: och telefon:, eller ange en annan fil med --enhet"},
}

// NoUnit is the problem that a clinic's own facts are not there. No paper is
// made without them; a check of reviews only warns.
func NoUnit(file string, s source.Severity) source.Problem {
	p := sentences.Problem(source.Position{File: file}, "", "enhet-saknas")
	p.Severity = s
	return p
}

// NotRead warns of a file among the reviews whose name keeps it from being
// read: a patient would be left out without a word.
func NotRead(file string) source.Problem {
	return sentences.Problem(source.Position{File: file}, "", "namn-slutar-fel")
}
