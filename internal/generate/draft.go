package generate

import (
	"strings"

	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Draft is a new review file: the skeleton's keys with their comments, the
// lines of the plan templates to choose from, each with its text as a
// comment, and what the unit suggests. What a contract needs is left empty
// for people to write.
func (l *Line) Draft(skeleton []byte, id string, definitions []*plan.Definition, unit *review.Unit) ([]byte, error) {
	text := string(skeleton)
	for _, list := range draftLists() {
		text = below(text, list.key, list.rows(definitions))
	}
	changes := []source.Change{
		{Path: "patient.id", Value: id},
		{Path: "plan.datum", Value: l.Today.String()},
	}
	if s := unit.Suggestion; s.Months > 0 {
		changes = append(changes, source.Change{Path: "plan.giltig_till", Value: l.Today.AddMonths(s.Months).String()})
	}
	if d := unit.Suggestion.Doctor; d != nil {
		changes = append(changes, source.Change{Path: "plan.fast_läkarkontakt.namn", Value: d.Name})
		if d.Phone != "" {
			changes = append(changes, source.Change{Path: "plan.fast_läkarkontakt.telefon", Value: d.Phone})
		}
	}
	if who := unit.Suggestion.Responsible; who != "" {
		changes = append(changes, source.Change{Path: "plan.uppföljning.ansvarig", Value: who})
	}
	return source.Edit([]byte(text), review.Review{}, changes...)
}

// draftList is a list of the plan that templates have lines for.
type draftList struct {
	key  string
	rows func([]*plan.Definition) []string
}

// draftLists are those lists, with how each is written.
func draftLists() []draftList {
	return []draftList{
		{"diagnoser", func(ds []*plan.Definition) (rows []string) {
			for _, d := range ds {
				rows = append(rows, "    - "+d.ID)
			}
			return rows
		}},
		{"jag_gör", chosen(func(d *plan.Definition) (lines []draftLine) {
			for _, a := range d.PatientDoes {
				lines = append(lines, draftLine{a.ID, a.Text})
			}
			return lines
		})},
		{"vården_gör", chosen(func(d *plan.Definition) (lines []draftLine) {
			for _, a := range d.UnitDoes {
				lines = append(lines, draftLine{a.ID, joined(a.Text, a.Who)})
			}
			return lines
		})},
		{"remisser", chosen(func(d *plan.Definition) (lines []draftLine) {
			for _, r := range d.Referrals {
				lines = append(lines, draftLine{r.ID, joined(r.To, r.Why)})
			}
			return lines
		}, "      status:")},
		{"kontakter", chosen(func(d *plan.Definition) (lines []draftLine) {
			for _, c := range d.Contacts {
				lines = append(lines, draftLine{c.ID, joined(c.What, c.Who, c.When)})
			}
			return lines
		})},
		{"egenmätning", measured},
	}
}

// draftLine is a template's line and what it says.
type draftLine struct{ id, text string }

// chosen writes lines as `- från: mall/rad`, each below its text as a comment.
// A line that two templates share is written once, as the first has it.
func chosen(lines func(*plan.Definition) []draftLine, more ...string) func([]*plan.Definition) []string {
	return func(ds []*plan.Definition) (rows []string) {
		written := map[string]bool{}
		for _, d := range ds {
			for _, l := range lines(d) {
				if written[l.id] {
					continue
				}
				written[l.id] = true
				rows = append(rows, "    # "+oneLine(l.text), "    - från: "+d.ID+"/"+l.id)
				rows = append(rows, more...)
			}
		}
		return rows
	}
}

// measured writes the measures that the patient measures as `- mått: id`,
// each once.
func measured(ds []*plan.Definition) (rows []string) {
	written := map[string]bool{}
	for _, d := range ds {
		for _, t := range d.Targets {
			if written[t.Measure] || t.By == "vården" {
				continue
			}
			written[t.Measure] = true
			if said := oneLine(joined(t.HowOften, t.Value)); said != "" {
				rows = append(rows, "    # "+said)
			}
			rows = append(rows, "    - mått: "+t.Measure)
		}
	}
	return rows
}

// joined is several texts on one line, the empty ones left out.
func joined(texts ...string) string {
	var said []string
	for _, t := range texts {
		if t != "" {
			said = append(said, t)
		}
	}
	return strings.Join(said, " · ")
}

// oneLine is a text without line breaks, as a comment must be.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// below puts rows under a key of the plan in the skeleton.
func below(text, key string, rows []string) string {
	if len(rows) == 0 {
		return text
	}
	line := "\n  " + key + ":\n"
	return strings.Replace(text, line, line+strings.Join(rows, "\n")+"\n", 1)
}
