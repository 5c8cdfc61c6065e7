package report

import (
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/chart"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// keyFigures are what one wants to know first, and whether the arithmetic
// holds.
func (c *composer) keyFigures() []doc.Block {
	numbers := &doc.List{Kind: doc.Numbers}
	if c.hasCohort() {
		numbers.Items = c.cohortNumbers()
	}
	numbers.Items = append(numbers.Items, c.planNumbers()...)
	var blocks []doc.Block
	if v, ok := allKnown(c.Cohort.Patients, c.Step2, c.WithAction); ok && v[0] > 0 && v[1] > 0 && c.Cohort.Year > 0 && c.Cohort.Threshold > 0 && c.Reviewed == c.Cohort.Patients {
		blocks = paragraph(phrase.Fill(c.w.Key.Lead, "patienter", c.Cohort.Patients.String(), "tröskel", strconv.Itoa(c.Cohort.Threshold),
			"år", strconv.Itoa(c.Cohort.Year), "steg2", c.Step2.String(), "åtgärd", c.WithAction.String()))
	}
	if len(numbers.Items) > 0 {
		blocks = append(blocks, numbers)
	}
	return append(blocks, c.checks()...)
}

// key is a key figure: its number, its word, what it counts, and its n.
func key(number, word, what, n string) doc.Item {
	item := doc.Item{Label: []doc.Inline{doc.Strong(number), doc.Plain(" " + word)}}
	if what != "" {
		item.Lines = append(item.Lines, plain(what))
	}
	item.Lines = append(item.Lines, plain(n))
	return item
}

// cohortNumbers are the key figures of the patients; those that are hidden are
// left out.
func (c *composer) cohortNumbers() []doc.Item {
	w, n := c.w.Key, phrase.Fill(c.w.N, "antal", c.Cohort.Patients.String())
	var all []doc.Item
	add := func(there bool, i doc.Item) {
		if there {
			all = append(all, i)
		}
	}
	of := n
	if c.Urval != nil && c.Urval.All.Patients.Kind() == Known {
		of = phrase.Fill(w.OfExtract, "antal", c.Urval.All.Patients.String())
	}
	add(c.Cohort.Patients.Kind() == Known, key(c.Cohort.Patients.String(), w.Patients,
		c.thresholdText(w.PatientsWhat), of))
	what := ""
	if _, ok := allKnown(c.Cohort.Least, c.Cohort.Most); ok {
		what = phrase.Fill(w.MeanWhat, "minst", c.Cohort.Least.String(), "mest", c.Cohort.Most.String())
	}
	add(c.Cohort.ContactsPerPatient.Known(), key(c.Cohort.ContactsPerPatient.String(), w.Mean, what,
		phrase.Fill(w.MeanOf, "antal", c.Cohort.Patients.String(), "kontakter", c.Cohort.Contacts.String())))
	what = ""
	if _, ok := allKnown(c.Age.Least, c.Age.Most); ok {
		what = phrase.Fill(w.AgeWhat, "median", c.median(c.Age.Spread), "minst", c.Age.Least.String(), "mest", c.Age.Most.String())
	}
	add(c.Age.Mean.Known(), key(c.Age.Mean.String(), w.Age, what, c.of(c.Age.Known, c.Age.Unknown)))
	add(c.Sex.WomenPercent.Known() && !few(c.Sex.Known), key(c.Sex.WomenPercent.String(), w.Women,
		phrase.Fill(w.WomenWhat, "kvinnor", c.Sex.Women.String(), "män", c.Sex.Men.String()), c.of(c.Sex.Known, c.Sex.Unknown)))
	add(c.Step2.Kind() == Known && !c.Reviewed.Is(0), key(c.Step2.String(), w.Step2,
		shareText(w.Step2What, w.Step2Few, c.Step2, c.Reviewed), phrase.Fill(c.w.N, "antal", c.Reviewed.String())))
	add(c.WithAction.Kind() == Known && !c.Consulted.Is(0), key(c.WithAction.String(), w.Action,
		shareText(w.ActionWhat, w.ActionFew, c.WithAction, c.Consulted), phrase.Fill(c.w.N, "antal", c.Consulted.String())))
	return all
}

// thresholdText is a phrase with the threshold and year of the selection;
// nothing where several clinics had different ones.
func (c *composer) thresholdText(pattern string) string {
	if c.Cohort.Threshold == 0 || c.Cohort.Year == 0 {
		return ""
	}
	return phrase.Fill(pattern, "tröskel", strconv.Itoa(c.Cohort.Threshold), "år", strconv.Itoa(c.Cohort.Year))
}

// shareText is what a part of a whole is said to be: with its percentage, unless
// they are few.
func shareText(pattern, without string, part, whole Number) string {
	p := perCent(part, whole)
	if few(whole) || !p.Known() {
		return without
	}
	return phrase.Fill(pattern, "andel", p.String())
}

// planNumbers are the key figures of the plans, where there is nothing else.
func (c *composer) planNumbers() []doc.Item {
	if c.hasCohort() || c.Plans == nil {
		return nil
	}
	w, p := c.w.Key, c.Plans
	n := phrase.Fill(c.w.N, "antal", p.Total.String())
	all := []doc.Item{key(p.Total.String(), w.Plans, phrase.Fill(w.PlansWhat, "gäller", p.Valid.String(), "utgångna", p.Overdue.String()), n)}
	if p.Answered.Mean.Known() {
		all = append(all, key(p.Answered.Mean.String(), w.Answered,
			phrase.Fill(w.AnsweredWhat, "minst", p.Answered.Least.String(), "mest", p.Answered.Most.String()), n))
	}
	return all
}

// checks is how many of the checks hold, and those that do not and belong to
// no table.
func (c *composer) checks() []doc.Block {
	right, all := 0, 0
	var failed []doc.Block
	for _, check := range c.Checks {
		if !check.Stale {
			all++
			if check.OK {
				right++
			}
		}
		if !check.OK && !c.hasTable(check.Table) {
			failed = append(failed, c.failed(check))
		}
	}
	if all == 0 {
		return failed
	}
	return append(remark(phrase.Fill(c.w.Checks.Count, "rätt", strconv.Itoa(right), "alla", strconv.Itoa(all))), failed...)
}

// tableParts are the parts that show the tables of the JSON.
var tableParts = map[string]string{
	"by_profession": "yrkeskategorier", "by_unit": "enheter", "flow": "flöde", "excluded": "skäl", "actions": "åtgärder",
	"age_bands": "åldrar", "contact_bands": "antal_kontakter", "questions": "journalen", "plans": "planer", "step3": "sju_frågor",
}

// hasTable tells whether a check that fails stands under its own table: the
// clinic's layout may have left that out.
func (c *composer) hasTable(name string) bool {
	return slices.ContainsFunc(c.page.Layout.Parts, func(p phrase.Part) bool { return p.Name == tableParts[name] })
}

// flow is how patients go from the extract to a contract.
func (c *composer) flow() []doc.Block {
	if len(c.Flow) == 0 || !c.hasCohort() {
		return nil
	}
	w := c.w.Flow
	first, last := c.Flow[0].Before, c.Flow[len(c.Flow)-1].On
	finding := w.Neutral
	if _, ok := allKnown(first, last); ok && enough(first) && !last.Is(0) {
		finding = phrase.Fill(w.Caption, "första", first.String(), "sista", last.String())
	}
	steps, alt := c.flowSteps()
	figure := chart.Flow(phrase.Fill(w.Alt, "steg", alt), steps, c.page.Measure)
	figure.Caption, _ = c.caption(finding)
	figure.Subtitle = plain(phrase.Fill(w.Subtitle, "antal", first.String()))
	blocks := []doc.Block{figure, c.flowTable()}
	return append(blocks, remark(c.extractRows())...)
}

// stages are those that anybody has come to, and what is said of those who
// went on from the last.
func (c *composer) stages() (reached []Stage, end string) {
	for i, s := range c.Flow {
		if i > 0 && s.Before.Is(0) {
			return c.Flow[:i], c.boxText(s.Key)
		}
	}
	return c.Flow, c.w.Flow.Boxes.Of("sist")
}

// flowSteps are the boxes of the figure, and the figure in words.
func (c *composer) flowSteps() (steps []chart.Step, alt string) {
	w := c.w.Flow
	stages, end := c.stages()
	var said, done []string // done: what was done with those of the box so far
	for i, s := range stages {
		done = append(done, c.boxText(s.Key))
		if s.Off.Is(0) && i+1 < len(stages) {
			continue // the same patients go on in the next box
		}
		steps = append(steps, c.step(s.Before, join("; ", done), c.leavers(s)))
		done = nil
	}
	steps = append(steps, c.step(stages[len(stages)-1].On, end, chart.Leavers{}))
	for _, s := range steps {
		said = append(said, phrase.Fill(w.AltStep, "patienter", s.Number+" "+s.Word, "vad", s.Text))
		if s.Left.Head != "" {
			said = append(said, leftAlt(s.Left))
		}
	}
	return steps, strings.Join(said, " ")
}

// leftAlt is who left from a step, in words.
func leftAlt(l chart.Leavers) string {
	var why []string
	for _, r := range l.Reasons {
		why = append(why, strings.TrimSpace(r.Number+" "+r.Text))
	}
	if len(why) == 0 {
		return l.Head + "."
	}
	return l.Head + ": " + strings.Join(why, "; ") + "."
}

func (c *composer) step(n Number, text string, left chart.Leavers) chart.Step {
	number, word, _ := strings.Cut(c.people(n), " ")
	return chart.Step{Number: number, Word: word, Text: text, Left: left}
}

// boxText is what was done with those who came to a stage.
func (c *composer) boxText(stage string) string {
	w := c.w.Flow
	text := w.Boxes.Of(stage)
	switch {
	case stage == "urval" && c.Urval != nil && c.Urval.All.Contacts.Kind() == Known:
		return phrase.Fill(w.Contacts, "vad", text, "kontakter", c.Urval.All.Contacts.String())
	case stage == "granskning" && c.Cohort.Contacts.Kind() == Known:
		return phrase.Fill(w.Contacts, "vad", text, "kontakter", c.Cohort.Contacts.String())
	}
	return text
}

// mostReasons is how many reasons the figure shows; the table has them all.
const mostReasons = 8

// leavers are those who went no further from a stage.
func (c *composer) leavers(s Stage) chart.Leavers {
	if s.Off.Is(0) {
		return chart.Leavers{}
	}
	l := chart.Leavers{Head: phrase.Fill(c.w.Flow.Left, "patienter", c.people(s.Off))}
	for i, r := range s.Why {
		if i == mostReasons-1 && len(s.Why) > mostReasons {
			rest := rowNumbers(s.Why[i:])
			l.Reasons = append(l.Reasons, chart.Reason{Number: added(rest).String(), Text: phrase.Fill(c.w.Rest, "antal", strconv.Itoa(len(rest)))})
			break
		}
		number := r.Patients.String()
		if len(s.Why) == 1 {
			number = ""
		}
		l.Reasons = append(l.Reasons, chart.Reason{Number: number, Text: r.Name})
	}
	return l
}

func rowNumbers(rows []Row) []Number {
	var all []Number
	for _, r := range rows {
		all = append(all, r.Patients)
	}
	return all
}

// added is numbers together; hidden where any of them is.
func added(numbers []Number) Number {
	values, ok := allKnown(numbers...)
	if !ok {
		return Secret()
	}
	total := 0
	for _, v := range values {
		total += v
	}
	return Count(total)
}

// flowTable is the figure's numbers.
func (c *composer) flowTable() *doc.Table {
	h, shares := c.w.Heads, !few(c.Flow[0].Before)
	s := sheet{
		columns: []tableColumn{{head: h.Of("steg"), width: 189, left: true}, {head: h.Of("före"), width: 72},
			{head: h.Of("vidare"), width: 72}, {head: h.Of("inte_vidare"), width: 78}},
		notes: c.wrong("flow"),
	}
	if shares {
		s.columns = append(s.columns, tableColumn{head: h.Of("andel_vidare"), width: 72})
	}
	stages, _ := c.stages()
	for i, f := range stages {
		if f.Off.Is(0) && i+1 < len(stages) {
			continue // nobody left: the figure has no way out there either
		}
		row := []string{f.Name, f.Before.String(), f.On.String(), f.Off.String()}
		switch {
		case few(f.Before) && shares:
			row = append(row, "")
		case shares:
			row = append(row, ratioText(f.OnPercent, f.Before, f.On))
		}
		s.rows = append(s.rows, row)
	}
	return c.table(s)
}

// extractRows is how many rows of the extract were used, and why others were
// not.
func (c *composer) extractRows() string {
	u := c.Urval
	if u == nil || u.RowsRead.Kind() != Known || u.RowsUsed.Kind() != Known || u.RowsRead.Is(0) {
		return ""
	}
	w := c.w.Flow
	text := phrase.Fill(w.Rows, "lästa", u.RowsRead.String(), "använda", u.RowsUsed.String())
	var why []string
	for _, l := range u.LeftOut {
		why = append(why, phrase.Fill(w.Reason, "antal", l.Rows.String(), "vad", l.Reason))
	}
	if len(why) > 0 {
		text = together(text, phrase.Fill(w.LeftOut, "vad", c.t.List(why)))
	}
	return text
}
