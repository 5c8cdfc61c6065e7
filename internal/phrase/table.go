// Package phrase holds the fixed words of the papers, one table a language,
// and the layouts: which parts a document has, in which order and under which
// headings. Both are files that a clinic can lay its own over; what is
// missing or misspelt in them is a problem when they are read, so that the
// composers after it cannot fail.
package phrase

import (
	"strings"

	"kontrakt/internal/source"
)

// Table is every fixed word of one language: a file templates/ord/<språk>.yaml.
// A phrase is a text; {names} in it are filled in. The tag fields names those
// that the phrase must have, keys the rows that a list of words must have,
// len how many texts a list must have, and staff
// what only the Swedish words must have.
type Table struct {
	Lang          string        `yaml:"lang"`                           // BCP 47, for the finished file: sv for sv-lattlast
	Plain         source.Answer `yaml:"lättläst" optional:"yes"`        // ja: a sentence a line, and short lines
	Bilingual     source.Answer `yaml:"svenska_bredvid" optional:"yes"` // ja: each heading stands in Swedish too, so that staff can follow
	Dates         Dates         `yaml:"datum"`                          // how days and times are written
	Series        Series        `yaml:"uppräkning"`                     // how several things are listed
	Together      Together      `yaml:"håll_ihop"`                      // what never parts at the end of a line
	Abbreviations []string      `yaml:"förkortningar"`                  // small letters, without the full stop after them
	Obstacle      Obstacle      `yaml:"om_så"`                          // if … then …
	Headings      Words         `yaml:"rubriker"`                       // the headings that layouts name
	Measures      Words         `yaml:"mått" optional:"yes"`            // names of measures, in other languages than that of plans/measures.yaml
	Contract      Contract      `yaml:"kontrakt"`                       // the contract's own
	Changes       Changes       `yaml:"ersätter"`                       // in the contract: what is new since the earlier plan

	// The other papers from the same plan.
	Fridge   Fridge        `yaml:"kylskap"`
	Diary    DiaryWords    `yaml:"dagbok"`
	FollowUp FollowUpWords `yaml:"uppfoljning"`
	Sheet    Sheet         `yaml:"klinikerblad" staff:"yes"` // read by staff, so in Swedish alone
	Record   RecordWords   `yaml:"journal" staff:"yes"`      // likewise

	Screening Screening `yaml:"granskningsmall" staff:"yes"`
	Report    Report    `yaml:"rapport" staff:"yes"`

	keep    keeper
	swedish *Table
}

// Easy tells whether papers in these words are easy to read: a sentence a
// line, and short lines.
func (t *Table) Easy() bool { return t.Plain == source.Yes }

// Beside is the Swedish words that headings stand in too; nil when they stand
// in one language.
func (t *Table) Beside() *Table {
	if t.Bilingual != source.Yes {
		return nil
	}
	return t.swedish
}

// Dates is how days and times are written.
type Dates struct {
	Months      []string `yaml:"månader" len:"12"`
	ShortMonths []string `yaml:"månader_korta" len:"12"`
	Weekdays    []string `yaml:"veckodagar" len:"7"` // Monday first
	Day         string   `yaml:"dag" fields:"dag månad år"`
	WeekdayDay  string   `yaml:"veckodag_och_dag" fields:"veckodag dag månad år"`
	ShortDay    string   `yaml:"kort_dag" fields:"dag månad år"`
	Clock       string   `yaml:"klocka" fields:"timme minut"`
	DayAndClock string   `yaml:"dag_och_klocka" fields:"dag klocka"`
}

// Series is how several things are listed: Between joins what has been said
// with the next thing, Last with the last.
type Series struct {
	Between string `yaml:"mellan" fields:"a b"`
	Last    string `yaml:"sist" fields:"a b"`
}

// Together is what never parts at the end of a line: words before and after a number.
type Together struct {
	Before []string `yaml:"före_tal"`
	After  []string `yaml:"efter_tal"`
}

// Obstacle is how "om … så …" is put together of what people write. The
// first word of If and Then is used when the text has none of its own.
type Obstacle struct {
	If       []string `yaml:"om"`
	Then     []string `yaml:"så"`
	Subjects []string `yaml:"jag"`                           // words that begin a clause in straight order
	Small    []string `yaml:"småord"`                        // words that have no capital inside a sentence
	Inverted string   `yaml:"mening" fields:"hinder då"`     // "Om det regnar, så går jag i trapphuset"
	Straight string   `yaml:"rak_mening" fields:"hinder då"` // "Om det regnar: jag går i trapphuset"
}

// Words are texts by key, in the file's order.
type Words []source.Pair

// Of is the text of a key; empty when there is none.
func (w Words) Of(key string) string {
	for _, p := range w {
		if p.Key == key {
			return p.Value
		}
	}
	return ""
}

// Heading is the text of a heading that a layout names.
func (t *Table) Heading(key string) string { return t.Headings.Of(key) }

// Answer is what is said for ja, nej or oklart; empty when nobody answered.
func (w Words) Answer(a source.Answer) string { return w.Of(string(a)) }

// Fill puts values in a phrase's {names}, given as name, value, name, value.
func Fill(phrase string, values ...string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(phrase, '{')
		end := strings.IndexByte(phrase, '}')
		if open < 0 || end < open {
			if b.Len() == 0 {
				return phrase
			}
			b.WriteString(phrase)
			return b.String()
		}
		if b.Cap() == 0 {
			b.Grow(len(phrase) + length(values))
		}
		b.WriteString(phrase[:open])
		b.WriteString(value(phrase[open+1:end], values))
		phrase = phrase[end+1:]
	}
}

// length is how long texts are together.
func length(texts []string) int {
	n := 0
	for _, s := range texts {
		n += len(s)
	}
	return n
}

func value(name string, values []string) string {
	for i := 0; i+1 < len(values); i += 2 {
		if values[i] == name {
			return values[i+1]
		}
	}
	return ""
}

// List is several things as they are said: "a, b och c".
func (t *Table) List(things []string) string {
	var said string
	for i, thing := range things {
		switch i {
		case 0:
			said = thing
		case len(things) - 1:
			said = Fill(t.Series.Last, "a", said, "b", thing)
		default:
			said = Fill(t.Series.Between, "a", said, "b", thing)
		}
	}
	return said
}
