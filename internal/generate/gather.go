package generate

import (
	"slices"
	"strings"

	"kontrakt/internal/cohort"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Gather writes a row of a filled-in review sheet into the patient's review
// file. Text that is there already is replaced only where replace says so; a
// list may always get more rows. What is wrong is told at the cell of the
// sheet, and then there are no bytes.
func Gather(name string, data []byte, row cohort.SheetRow, replace bool, o source.Options) ([]byte, source.Problems) {
	before, old := review.Read(name, data, o)
	var ps source.Problems
	var changes []source.Change
	for _, c := range row.Cells {
		if !replace && !adds(written(before, c.Path), c.Value) {
			ps = append(ps, c.Taken(before.Patient.ID))
		}
		changes = append(changes, source.Change{Path: c.Path, Value: c.Value})
	}
	if len(ps) > 0 {
		return nil, ps
	}
	changed, err := source.Edit(data, review.Review{}, changes...)
	if err != nil && old.Errors() > 0 {
		return nil, old
	}
	if err != nil {
		return nil, source.Problems{sentences.Problem(row.Pos, "", "rad-skrivs-inte", before.Patient.ID)}
	}
	_, now := review.Read(name, changed, o)
	ps = fresh(old, now, row)
	if ps.Errors() > 0 {
		return nil, ps
	}
	return changed, ps
}

// fresh are the problems that a row brings, at its cells.
func fresh(old, now source.Problems, row cohort.SheetRow) source.Problems {
	var ps source.Problems
	for _, p := range now {
		if slices.ContainsFunc(old, func(o source.Problem) bool { return o.Path == p.Path && o.Rule == p.Rule }) {
			continue
		}
		p.Pos = row.Pos
		for _, c := range row.Cells {
			if p.Path == c.Path || strings.HasPrefix(p.Path, c.Path+"[") {
				p.Pos = c.Pos
			}
		}
		ps = append(ps, p)
	}
	return ps
}

// adds tells whether a value takes nothing away from what is written.
func adds(old, value any) bool {
	switch old := old.(type) {
	case []string:
		rows, ok := value.([]string)
		return len(old) == 0 || ok && !slices.ContainsFunc(old, func(row string) bool { return !slices.Contains(rows, row) })
	case string:
		return old == "" || old == value
	case source.Answer:
		return old == "" || old == value
	case source.Date:
		return old.IsZero() || old == value
	}
	return true
}

// written is the value of a key that a review sheet may set; nil for others.
func written(r *review.Review, path string) any {
	var s review.Screening
	var c review.Consultation
	if r.Screening != nil {
		s = *r.Screening
	}
	if r.Consultation != nil {
		c = *r.Consultation
	}
	return map[string]any{
		"granskning.datum":                         s.Date,
		"granskning.granskare":                     s.Reviewers,
		"granskning.journalförd_överenskommelse":   s.Agreement,
		"granskning.fast_vårdkontakt":              s.HasContact,
		"granskning.fast_läkarkontakt":             s.HasDoctor,
		"granskning.diagnoser":                     s.Diagnoses,
		"granskning.återkommande_utan_förbättring": s.Recurring,
		"granskning.besvär":                        s.Complaint,
		"granskning.tecken_på_psykisk_ohälsa":      s.MentalIllHealth,
		"granskning.beaktat.biologiskt":            s.Considered.Biological,
		"granskning.beaktat.psykologiskt":          s.Considered.Psychological,
		"granskning.beaktat.socialt":               s.Considered.Social,
		"granskning.samordnande_kontakt":           s.Coordination,
		"granskning.steg2":                         s.Step2,
		"granskning.exkluderingsorsak":             s.ExclusionReason,
		"konsultation.datum":                       c.Date,
		"konsultation.professioner":                c.Professions,
		"konsultation.frågeställningar":            c.Questions,
		"konsultation.åtgärder":                    c.Actions,
	}[path]
}
