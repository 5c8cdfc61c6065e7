package cohort

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"kontrakt/internal/person"
	"kontrakt/internal/source"
)

// kind is what the cells of a review sheet's column hold.
type kind int

const (
	phrase kind = iota // a text
	list               // texts joined by |
	answer             // ja, nej, oklart
	yesNo
	aDate
)

// A sheetColumn is a column of the review sheet: a key of the review file.
type sheetColumn struct {
	name, path string
	kind       kind
	help       string
	proposed   []string // in the empty sheet's drop-down list; other words may be written
}

// The outcomes of the source project, as proposals in the empty sheet.
var (
	exclusions = []string{
		"Väl utredd och omhändertagen ur ett biopsykosocialt perspektiv",
		"Avgränsat hälsoproblem som omhändertagits och fått önskat resultat",
		"Har erbjudits insatser utifrån ett biopsykosocialt perspektiv men tackat nej till rekommenderad vård",
		"Omlistad",
	}
	actions = []string{
		"Erbjuds biopsykosocial smärtbehandling",
		"Läkarkontakt för bedömning av behandlingsbehov utifrån ett biopsykosocialt perspektiv",
		"Erbjuds bedömningssamtal hos psykosociala enheten",
		"Ny konsultation efter pågående utredningar",
		"Kopplas till äldremottagningen",
		"Patientansvarig läkare fastställs för ökad kontinuitet",
		"Ingen vidare åtgärd",
	}
	coordination = []string{"rehabkoordinator", "vårdsamordnare", "äldremottagning", "SIP"}
)

// sheetColumns are the columns of the review sheet, in the order of the empty
// one.
var sheetColumns = []sheetColumn{
	{"patient_id", "", phrase, "Granskningens id. Ändra inget här.", nil},
	{"datum", "granskning.datum", aDate, "Dagen då journalen granskades, ÅÅÅÅ-MM-DD.", nil},
	{"granskare", "granskning.granskare", list, "Vilka yrken som granskade.", nil},
	{"journalförd_överenskommelse", "granskning.journalförd_överenskommelse", answer, "Finns sökordet Överenskommelse i journalen?", nil},
	{"fast_vårdkontakt", "granskning.fast_vårdkontakt", answer, "Finns en fast vårdkontakt i journalen?", nil},
	{"fast_läkarkontakt", "granskning.fast_läkarkontakt", answer, "Finns en fast läkarkontakt i journalen?", nil},
	{"diagnoser", "granskning.diagnoser", list, "Koder ur ICD-10-SE, till exempel R52.2 | I10.9.", nil},
	{"återkommande_utan_förbättring", "granskning.återkommande_utan_förbättring", answer, "Söker patienten för samma besvär utan att bli bättre?", nil},
	{"besvär", "granskning.besvär", phrase, "Vilket besvär det gäller.", nil},
	{"tecken_på_psykisk_ohälsa", "granskning.tecken_på_psykisk_ohälsa", answer, "Kan besvären bero på psykisk ohälsa, till exempel hälsoångest?", nil},
	{"beaktat_biologiskt", "granskning.beaktat.biologiskt", answer, "Är biologiska faktorer beaktade?", nil},
	{"beaktat_psykologiskt", "granskning.beaktat.psykologiskt", answer, "Är psykologiska faktorer beaktade?", nil},
	{"beaktat_socialt", "granskning.beaktat.socialt", answer, "Är sociala faktorer beaktade?", nil},
	{"samordnande_kontakt", "granskning.samordnande_kontakt", list, "Vilka samordnande kontakter patienten har.", coordination},
	{"steg2", "granskning.steg2", yesNo, "Går patienten vidare till konsultation?", nil},
	{"exkluderingsorsak", "granskning.exkluderingsorsak", phrase, "Varför inte, när steg2 är nej.", exclusions},
	{"konsultation_datum", "konsultation.datum", aDate, "Dagen för konsultationen, ÅÅÅÅ-MM-DD.", nil},
	{"professioner", "konsultation.professioner", list, "Vilka yrken som deltog i konsultationen.", nil},
	{"frågeställningar", "konsultation.frågeställningar", list, "Vad konsultationen handlade om.", nil},
	{"åtgärder", "konsultation.åtgärder", list, "Vad konsultationen ledde till. Ingen vidare åtgärd står ensam.", actions},
}

// step2 is the column that a sheet must have beside patient_id.
const step2 = 14

// SheetRow is a row of a filled-in review sheet: one patient.
type SheetRow struct {
	ID    string
	Pos   source.Position
	Cells []SheetCell // those that say something
}

// SheetCell is what a cell says: the value of a key of the review file.
type SheetCell struct {
	Name  string // of the column
	Path  string // of the key
	Value any    // a text, a list of texts, source.Answer or source.Date
	Pos   source.Position
}

// Taken is the problem that the review with an id has something else already.
func (c SheetCell) Taken(id string) source.Problem {
	return sentences.Problem(c.Pos, c.Path, "finns-redan", c.Name, id)
}

// UnknownPatient is the problem that no review has the row's id; known are the
// ids that there are.
func (r SheetRow) UnknownPatient(known []string) source.Problem {
	hint := "kontrollera id, eller skriv granskningen först"
	if near := source.Nearest(r.ID, known); near != "" && strings.EqualFold(strings.Trim(near, " "), strings.Trim(r.ID, " ")) {
		hint = "menade du " + near + "?"
	}
	return sentences.Problem(r.Pos, "patient_id", "okänd", r.ID, hint)
}

// ReadSheet reads a filled-in review sheet and tells everything in it that
// cannot be read.
func ReadSheet(name string, r io.ReaderAt, size int64) ([]SheetRow, source.Problems, error) {
	var wanted []column
	for _, c := range sheetColumns {
		wanted = append(wanted, column{c.name, []string{fold(c.name), fold(c.path)}})
	}
	wanted[0].aliases = contactColumns[patientID].aliases[:1]
	head, err := openAt(r, size, wanted)
	s := &sheet{name: name, head: head, first: map[string]int{}}
	if err == nil {
		s.judgeHeading()
		if s.problems.Errors() == 0 {
			err = head.grid.rows(visitor{row: func(line int, cells []string) bool { s.row(line, cells); return true }, merged: s.merged})
		}
		if s.head.grid.torn && s.short.Line > 0 {
			s.tell(s.short, "", "avbruten")
		}
	}
	var refused *refusal
	if errors.As(err, &refused) {
		s.problems, err = append(s.problems, refused.problem(name)), nil
	}
	s.problems.Sort()
	return s.rows, s.problems, err
}

// A sheet is a review sheet that is being read.
type sheet struct {
	name     string
	head     heading
	rows     []SheetRow
	first    map[string]int  // line of an id, in small letters
	short    source.Position // of the last row, where it has too few cells
	problems source.Problems
}

func (s *sheet) at(line, column int) source.Position {
	return source.Position{File: s.name, Line: line, Column: column + 1}
}

func (s *sheet) tell(pos source.Position, path, rule string, args ...string) {
	s.problems = append(s.problems, sentences.Problem(pos, path, rule, args...))
}

// judgeHeading tells columns that are missing, misspelt, double or not read.
func (s *sheet) judgeHeading() {
	var names []string
	for i, c := range sheetColumns {
		names = append(names, c.name)
		if (i == 0 || i == step2) && s.head.at[i] < 0 {
			s.tell(s.at(s.head.line, 0), c.name, "kolumn-saknas", c.name, s.head.found())
		}
	}
	if s.head.at[0] < 0 {
		return // the row may be anything
	}
	for i, c := range s.head.cells {
		near := source.Nearest(c, names)
		switch {
		case c == "" || slices.Contains(s.head.at, i):
		case slices.ContainsFunc(s.head.cells[:i], func(b string) bool { return fold(b) == fold(c) }):
			s.tell(s.at(s.head.line, i), "", "kolumn-två", c)
		case near != "" && s.head.at[slices.Index(names, near)] < 0:
			s.tell(s.at(s.head.line, i), "", "kolumn-okänd", c, near)
		default:
			s.tell(s.at(s.head.line, i), "", "kolumn-oanvänd", c)
		}
	}
}

func (s *sheet) merged(ref string, bottom int) {
	if bottom > s.head.line {
		s.problems = append(s.problems, mergedCells(s.name, ref, bottom))
	}
}

// row reads a row of the sheet.
func (s *sheet) row(line int, cells []string) {
	if line <= s.head.line || blank(cells) {
		return
	}
	id := rearm(s.head.cell(cells, 0))
	pos := s.at(line, s.head.at[0])
	small := strings.ToLower(id)
	switch earlier, twice := s.first[small]; {
	case id == "":
		s.tell(pos, "patient_id", "rad-utan-id")
		return
	case !source.IsID(id) || person.Within(id):
		s.tell(pos, "patient_id", "okänd-id")
		return
	case twice:
		s.tell(pos, "patient_id", "två-rader", id, fmt.Sprint(earlier))
		return
	}
	s.first[small] = line
	if s.head.grid.csv && len(cells) > len(s.head.cells) && !blank(cells[len(s.head.cells):]) {
		s.tell(s.at(line, len(s.head.cells)), "", "för-mycket")
	}
	s.short = source.Position{}
	if s.head.grid.csv && len(cells) < len(s.head.cells) {
		s.short = s.at(line, len(cells)-1)
	}
	if s.short.Line > 0 && len(cells) <= s.head.at[step2] {
		s.tell(s.short, "", "avbruten")
		return
	}
	s.rows = append(s.rows, SheetRow{ID: strings.Clone(id), Pos: pos, Cells: s.read(line, cells)})
}

// read reads the cells of a row that say something.
func (s *sheet) read(line int, cells []string) []SheetCell {
	var all []SheetCell
	for i, c := range sheetColumns[1:] {
		written := rearm(s.head.cell(cells, i+1))
		if written == "" {
			continue
		}
		pos := s.at(line, s.head.at[i+1])
		value, rule, args := c.parse(written, s.head.grid.base)
		if rule != "" {
			s.tell(pos, c.path, rule, append([]string{c.name}, args...)...)
			continue
		}
		all = append(all, SheetCell{Name: c.name, Path: c.path, Value: value, Pos: pos})
	}
	return all
}

// parse is what a cell says, or the rule that it breaks.
func (c sheetColumn) parse(written string, base int) (value any, rule string, args []string) {
	if isFault(written) {
		return nil, "formel-fel", nil
	}
	switch c.kind {
	case answer, yesNo:
		return c.parseAnswer(written)
	case aDate:
		d, ok := day(written, base)
		if !ok {
			return nil, "datum", nil
		}
		return d, "", nil
	case list:
		var rows []string
		for part := range strings.SplitSeq(written, "|") {
			if part = strings.TrimSpace(part); part != "" {
				rows = append(rows, part)
			}
		}
		return rows, "", nil
	}
	return strings.ToValidUTF8(strings.Clone(written), "?"), "", nil
}

func (c sheetColumn) parseAnswer(written string) (any, string, []string) {
	a := source.Answer(strings.ToLower(written))
	switch {
	case a == source.Yes || a == source.No || a == source.Unclear && c.kind == answer:
		return a, "", nil
	case c.kind == yesNo:
		return nil, "svar", []string{"ja eller nej"}
	}
	return nil, "svar", []string{"ja, nej eller oklart"}
}
