package form

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"kontrakt/internal/careplan"
	"kontrakt/internal/phrase"
	"kontrakt/internal/plan"
	"kontrakt/internal/source"
)

// offer is something that a row can be: a template's line, a measure, a
// diagnosis, a goal to follow up.
type offer struct {
	ref   string // in the name of its control
	group string // what it stands under
	text  string
	key   string   // what its row is known by; empty where the row is a single text
	is    []string // the values there that mean this offer
	begin []pair   // what its row begins with
}

// pair is a key and what stands there.
type pair struct{ key, value string }

// linesOf are the lines of one list of the plan's templates, under group and
// the diagnosis. A line that two
// templates share is offered once, by the first.
func linesOf(list, group string) func(*state, string) []offer {
	return func(s *state, _ string) []offer {
		var all []offer
		index := map[string]int{}
		for _, d := range s.definitions() {
			for _, l := range d.Lines() {
				if l.List != list {
					continue
				}
				ref := l.Ref
				if i, ok := index[l.ID]; ok {
					all[i].is = append(all[i].is, ref)
					continue
				}
				index[l.ID] = len(all)
				all = append(all, offer{ref: ref, group: group + d.Name, text: said(l),
					key: "från", is: []string{ref}, begin: []pair{{"från", ref}}})
			}
		}
		return all
	}
}

// said is a template's line as it can be chosen.
func said(l plan.Line) string {
	text := strings.TrimSuffix(l.Text, ".")
	var more []string
	for _, s := range []string{l.Who, l.Why, l.When} {
		if s != "" {
			more = append(more, s)
		}
	}
	if len(more) == 0 {
		return l.Text
	}
	return text + " (" + strings.Join(more, ", ") + ")"
}

// targets are the measures that the plan's templates have a target for.
func targets(s *state, _ string) []offer {
	return s.aims("Mål vid ", func(t plan.Target) (string, bool) { return t.Value, t.Value != "" })
}

// measured are the measures that the patient takes.
func measured(s *state, _ string) []offer {
	return s.aims("Mäta vid ", func(t plan.Target) (string, bool) { return t.HowOften, t.By != "vården" })
}

func (s *state) aims(group string, of func(plan.Target) (string, bool)) []offer {
	var all []offer
	for _, d := range s.definitions() {
		for _, t := range d.Targets {
			said, ok := of(t)
			if !ok || slices.ContainsFunc(all, func(o offer) bool { return o.ref == t.Measure }) {
				continue
			}
			text := s.measureName(t.Measure)
			if said != "" {
				text += ": " + said
			}
			all = append(all, offer{ref: t.Measure, group: group + d.Name, text: text,
				key: "mått", is: []string{t.Measure}, begin: []pair{{"mått", t.Measure}}})
		}
	}
	return all
}

func (s *state) measureName(id string) string {
	if m, ok := s.Line.Plans.Measure(id); ok {
		return capital(m.Name)
	}
	return id
}

// diagnoses are all templates: the chosen ones in their order, then those of
// the codes in the journal.
func diagnoses(s *state, _ string) []offer {
	var picked, near, rest []offer
	for _, id := range s.Line.Plans.IDs() {
		d, _ := s.Line.Plans.Definition(id, plan.Swedish)
		if d == nil {
			continue
		}
		o := offer{ref: id, text: capital(d.Name), is: []string{id}, begin: []pair{{"", id}}}
		switch {
		case s.rank(id) >= 0:
			o.group = "Valda"
			picked = append(picked, o)
		case s.coded(d.ICD10):
			o.group = "Efter diagnoserna i granskningen"
			near = append(near, o)
		default:
			o.group = "Mallar"
			rest = append(rest, o)
		}
	}
	slices.SortFunc(picked, func(a, b offer) int { return s.rank(a.ref) - s.rank(b.ref) })
	byText := func(a, b offer) int { return strings.Compare(a.text, b.text) }
	slices.SortFunc(near, byText)
	slices.SortFunc(rest, byText)
	return slices.Concat(picked, near, rest)
}

// rank is the place of a diagnosis in the plan; -1 when it is not there.
func (s *state) rank(id string) int {
	for i := range s.file.Rows("plan.diagnoser") {
		if s.file.Text(row("plan.diagnoser", i)) == id {
			return i
		}
	}
	return -1
}

// coded tells whether the journal has a diagnosis with one of some codes.
func (s *state) coded(codes []string) bool {
	for i := range s.file.Rows("granskning.diagnoser") {
		code := bare(s.file.Text(row("granskning.diagnoser", i)))
		if slices.ContainsFunc(codes, func(c string) bool { return code != "" && strings.HasPrefix(code, bare(c)) }) {
			return true
		}
	}
	return false
}

// bare is a diagnosis code as it is compared: R52.2 is R522.
func bare(code string) string { return strings.ToUpper(strings.ReplaceAll(code, ".", "")) }

// agreedGoals are the plan's goals, to be followed up one by one.
func agreedGoals(s *state, _ string) []offer {
	var all []offer
	for i := range s.file.Rows("plan.mål") {
		at := row("plan.mål", i)
		text, measure := s.file.Text(at+".text"), s.file.Text(at+".mått")
		by := s.file.Text(at + ".senast")
		ref := strconv.Itoa(i)
		o := offer{ref: ref, text: text, key: "text", is: []string{text}, begin: []pair{{"text", text}}}
		if text == "" {
			o = offer{ref: ref, text: s.measureName(measure), key: "mått", is: []string{measure}, begin: []pair{{"mått", measure}}}
		}
		if by != "" {
			o.text += ", senast " + by
		}
		if text+measure != "" && !slices.ContainsFunc(all, func(a offer) bool { return slices.Equal(a.begin, o.begin) }) {
			all = append(all, o)
		}
	}
	return all
}

// inWords and byMeasure part the goals: those of the patient's own words, and
// those that are measured.
func inWords(s *state, path string) bool { return s.file.Text(path+".mått") == "" }

func byMeasure(s *state, path string) bool { return !inWords(s, path) }

// signs are when to seek care, as the templates say: they always come along.
func signs(u careplan.Urgency) func(*state) []string {
	return func(s *state) []string {
		var all []string
		if s.care == nil {
			return nil
		}
		for _, w := range s.care.Warnings {
			if w.Urgency == u && w.From != "" {
				all = append(all, w.Text)
			}
		}
		return all
	}
}

// selection is why the patient was chosen, in words.
func selection(s *state) []string {
	if s.review == nil || s.review.Selection == nil {
		return nil
	}
	w, u := s.words().Screening, s.review.Selection
	all := []string{w.Selection.Of("kontakter") + ": " + phrase.Fill(w.Contacts, "antal", number(u.Contacts), "år", number(u.Year), "tröskel", number(u.Threshold))}
	for _, c := range []struct {
		key  string
		rows []source.Count
	}{{"per_yrkeskategori", u.ByProfession}, {"per_enhet", u.ByUnit}} {
		var said []string
		for _, r := range c.rows {
			said = append(said, phrase.Fill(w.Count, "vad", r.Name, "antal", number(r.N)))
		}
		if len(said) > 0 {
			all = append(all, w.Selection.Of(c.key)+": "+strings.Join(said, ", "))
		}
	}
	return all
}

func roles(s *state) []Option   { return options(s.words().Screening.Roles) }
func asked(s *state) []Option   { return options(s.words().Screening.Asked) }
func actions(s *state) []Option { return options(s.words().Screening.Actions) }

func reasons(s *state) []Option {
	return options(s.words().Screening.Reasons)
}

// linked are the coordinators that a patient may have already.
func linked(s *state) []Option {
	all := options([]string{"rehabkoordinator", "vårdsamordnare", "äldremottagning", "SIP"})
	for i, o := range all {
		all[i].Text = s.words().Screening.Linked.Of(o.Value)
	}
	return all
}

func options(values []string) []Option {
	var all []Option
	for _, v := range values {
		all = append(all, Option{Value: v, Text: capital(v)})
	}
	return all
}

// languages are those that papers can be written in.
func languages(s *state) []Option {
	names := map[string]string{"sv": "Svenska", "sv-lattlast": "Lättläst svenska", "en": "Engelska"}
	all := []Option{{Text: "Svenska, inget annat valt"}}
	for _, lang := range s.Line.Words.Langs() {
		text := names[lang]
		if text == "" {
			text = lang
		}
		all = append(all, Option{Value: lang, Text: text})
	}
	return all
}

// measures are all measures.
func measures(s *state) []Option {
	all := []Option{{Text: "Välj mått"}}
	found, _ := s.Line.Plans.Measures()
	for _, m := range found {
		all = append(all, Option{Value: m.ID, Text: capital(m.Name)})
	}
	return all
}

// What the unit proposes for a new plan.

func doctorName(s *state) string {
	if d := s.Unit.Suggestion.Doctor; d != nil {
		return d.Name
	}
	return ""
}

func doctorPhone(s *state) string {
	if d := s.Unit.Suggestion.Doctor; d != nil {
		return d.Phone
	}
	return ""
}

func responsible(s *state) string { return s.Unit.Suggestion.Responsible }

func today(s *state) string { return s.Line.Today.String() }

func validTo(s *state) string {
	return s.end().String()
}

// end is the last day of a plan that begins today. A clinic that has not
// written how long its plans hold has the same as one that has left it out.
func (s *state) end() source.Date {
	months := s.Unit.Suggestion.Months
	if months < 1 {
		months = 6
	}
	return s.Line.Today.AddMonths(months)
}

// beforeEnd is how many days before the plan's end it is followed up, so that
// there is time to make the next.
const beforeEnd = 14

func followUpDay(s *state) string {
	d := s.end().AddDays(-beforeEnd)
	for d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
		d = d.AddDays(-1)
	}
	return d.String()
}

// asks is the question that a key answers, where the words have one.
func (s *state) asks(path string) string {
	words := s.words()
	switch list, key := cutLast(path); {
	case strings.HasSuffix(list, "sju_frågor"):
		return words.FollowUp.Questions.Of(key)
	case list == "granskning.beaktat":
		return words.Screening.Questions.Of("beaktat_" + key)
	case path == "granskning.steg2":
		return words.Screening.Step2
	case path == "granskning.samordnande_kontakt":
		return words.Screening.Lists.Of(key)
	default:
		return words.Screening.Questions.Of(key)
	}
}

// cutLast parts a path's last key from what it stands under.
func cutLast(path string) (under, key string) {
	i := strings.LastIndexByte(path, '.')
	return path[:max(i, 0)], path[i+1:]
}
