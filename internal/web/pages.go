package web

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/form"
	"kontrakt/internal/source"
)

// pages are the page templates, read once. What a page shows is decided in
// form; what is here only counts, joins and makes addresses.
type pages struct{ set *template.Template }

// readPages reads the templates form/*.html. An error is a template that is
// wrong, or that there are none.
func readPages(fsys fs.FS) (*pages, error) {
	set, err := template.New("").Funcs(words).ParseFS(fsys, "form/*.html")
	if err != nil {
		return nil, fmt.Errorf("formulärets sidor går inte att läsa (%w)", err)
	}
	return &pages{set}, nil
}

// write writes one page whole, or nothing of it. The names and their views
// stand in views.go.
func (p *pages) write(w io.Writer, name string, view any) error {
	var b bytes.Buffer
	if err := p.set.ExecuteTemplate(&b, name, view); err != nil {
		return err
	}
	_, err := b.WriteTo(w)
	return err
}

// words are the functions that the templates use.
var words = template.FuncMap{
	"alone":   alone,
	"chosen":  chosen,
	"count":   inWords,
	"day":     day,
	"first":   func(b form.Block) []form.Row { return b.Rows[:cut(b)] },
	"last":    func(b form.Block) []form.Row { return b.Rows[cut(b):] },
	"filled":  filled,
	"grave":   grave,
	"grouped": func(k form.Kind) bool { return k == form.Choice || k == form.Scale || k == form.Checks },
	"join":    func(texts []string) string { return strings.Join(texts, ", ") },
	"noted":   noted,
	"number":  func(i int) int { return i + 1 },
	"tally":   tally,
	"ticks":   ticks,
	"told": func(notes []form.Note) bool {
		return slices.ContainsFunc(notes, func(n form.Note) bool { return !n.Missing })
	},
	"wrong": func(notes []form.Note) bool {
		return slices.ContainsFunc(notes, func(n form.Note) bool { return !n.Missing && !n.Warning })
	},
}

// cut is where the rows that may be folded away begin. Rows that are only
// ticked are seen at a glance, side by side, and rows that nobody offered are
// not suggestions: none of them is folded.
func cut(b form.Block) int {
	if ticks(b.Rows) || !slices.ContainsFunc(b.Rows, func(r form.Row) bool { return r.Name != "" }) {
		return len(b.Rows)
	}
	return max(0, len(b.Rows)-b.More)
}

// ticks tells whether rows are check boxes and nothing else.
func ticks(rows []form.Row) bool {
	return !slices.ContainsFunc(rows, func(r form.Row) bool { return r.Name == "" || r.Chosen || len(r.Fields) > 0 })
}

// alone is the field of a row that has nothing else, under the row's own
// words: an answer needs no row to be opened. Empty for other rows.
func alone(r form.Row) []form.Field {
	if len(r.Fields) != 1 || r.Remove.Name != "" || len(r.Notes) > 0 {
		return nil
	}
	f := r.Fields[0]
	f.Label = r.Label
	return []form.Field{f}
}

// noted is a field with the faults that are told of it: on the page where a
// review begins there is no file yet that could hold them.
func noted(f form.Field, faults []form.Fault) form.Field {
	for _, fault := range faults {
		if fault.ID == f.ID {
			f.Notes = append(slices.Clone(f.Notes), form.Note{What: fault.What, Tip: fault.Tip, Warning: fault.Warning})
		}
	}
	return f
}

// filled tells whether somebody has begun to write a new row. What a new row
// comes with is chosen among options.
func filled(r form.Row) bool {
	return slices.ContainsFunc(r.Fields, func(f form.Field) bool { return f.Value != "" && len(f.Options) == 0 && !f.Proposed })
}

// grave tells whether any problem is more than a warning.
func grave(here, elsewhere []form.Fault) bool {
	wrong := func(f form.Fault) bool { return !f.Warning }
	return slices.ContainsFunc(here, wrong) || slices.ContainsFunc(elsewhere, wrong)
}

// day is a day as lists and fields write it; nothing for a missing one.
func day(d source.Date) string {
	if d == (source.Date{}) {
		return ""
	}
	return d.String()
}

// tally heads the list of problems: «1 sak att rätta», «2 saker att rätta,
// 1 att se över».
func tally(here, elsewhere []form.Fault) string {
	wrong, doubtful := 0, 0
	for _, faults := range [...][]form.Fault{here, elsewhere} {
		for _, f := range faults {
			if f.Warning {
				doubtful++
			} else {
				wrong++
			}
		}
	}
	switch {
	case wrong == 0:
		return things(doubtful) + " att se över"
	case doubtful == 0:
		return things(wrong) + " att rätta"
	}
	return things(wrong) + " att rätta, " + strconv.Itoa(doubtful) + " att se över"
}

func things(n int) string {
	if n == 1 {
		return "1 sak"
	}
	return strconv.Itoa(n) + " saker"
}

// small are the numbers that are read as words in a sentence.
var small = [...]string{"noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"}

func inWords(n int) string {
	if n < len(small) {
		return small[n]
	}
	return strconv.Itoa(n)
}

// chosen counts the points of a conflict where a version has been chosen.
func chosen(points []form.Point) int {
	n := 0
	for _, p := range points {
		if p.Chosen != "" {
			n++
		}
	}
	return n
}

// way is where a fault leads.
type way struct {
	Fault   form.Fault
	Here    bool   // it stands on this page
	Address string // of the page where it stands; empty where there is none
}

// To is where a fault of a page leads. A fault that no field has stands where
// it is told.
func (s Sheet) To(f form.Fault) way {
	if f.ID == "" || f.Part == "" {
		return way{Fault: f}
	}
	address := "/" + f.Part + "/" + s.Who.ID
	if f.Step != "" {
		address += "/" + f.Step
	}
	return way{f, f.Part == s.Part && (f.Step == "" || f.Step == s.step()), address + "#" + f.ID}
}

// step is the step of the plan that the page shows; empty on other pages.
func (s Sheet) step() string {
	for _, step := range s.Steps {
		if step.Current {
			return step.Key
		}
	}
	return ""
}
