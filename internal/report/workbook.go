package report

import (
	"strconv"

	"kontrakt/internal/cohort"
	"kontrakt/internal/phrase"
	"kontrakt/internal/review"
)

// Sheets are the figures as the sheets of a workbook: a sheet a table, every
// category on a row of its own, numbers as numbers.
func Sheets(f *Figures, w *phrase.Report) []cohort.Sheet {
	b := &workbook{Figures: f, w: w}
	b.about()
	b.cohort()
	b.extract()
	b.flow()
	b.contacts("by_profession", f.ByProfession)
	b.contacts("by_unit", f.ByUnit)
	b.answers()
	b.cross("age_bands", f.AgeBands)
	b.cross("contact_bands", f.ContactBands)
	b.reasons()
	b.actions()
	b.plans()
	b.step3()
	b.checked()
	return b.sheets
}

// workbook is the sheets so far.
type workbook struct {
	*Figures
	w      *phrase.Report
	sheets []cohort.Sheet
}

// written, counted and reckoned are cells of a sheet.
func written(text string) cohort.Cell { return cohort.Cell{Text: text} }

func counted(n Number) cohort.Cell {
	if v, known := n.Value(); known {
		return cohort.Cell{Number: strconv.Itoa(v)}
	}
	return cohort.Cell{Text: n.String()}
}

func reckoned(d Decimal) cohort.Cell {
	if !d.Known() {
		return cohort.Cell{Text: d.String()}
	}
	text, _ := d.MarshalJSON() // it cannot fail
	return cohort.Cell{Number: string(text)}
}

// sheet adds a sheet with a row of heads; nothing where it has no rows.
func (b *workbook) sheet(key string, heads []string, rows [][]cohort.Cell) {
	if len(rows) == 0 {
		return
	}
	s := cohort.Sheet{Name: b.w.Sheets.Of(key), Widths: []int{60}}
	head := make([]cohort.Cell, len(heads))
	for i, h := range heads {
		head[i] = written(h)
		if i > 0 {
			s.Widths = append(s.Widths, max(12, len([]rune(h))+2))
		}
	}
	s.Rows = append([][]cohort.Cell{head}, rows...)
	b.sheets = append(b.sheets, s)
}

func (b *workbook) cohort() {
	f := b.Figures
	row := func(what string, cells ...cohort.Cell) []cohort.Cell {
		return append([]cohort.Cell{written(what)}, cells...)
	}
	spread := func(what string, s Spread) []cohort.Cell {
		return row(what, counted(s.Known), counted(s.Unknown), reckoned(s.Mean), reckoned(s.Median), counted(s.Least), counted(s.Most))
	}
	c := f.Cohort
	b.sheet("cohort", []string{"Uppgift", "n eller antal", "saknas", "medel", "median", "minst", "mest"}, [][]cohort.Cell{
		row("Kontakter per patient", counted(c.Patients), counted(Count(0)), reckoned(c.ContactsPerPatient), reckoned(c.Median), counted(c.Least), counted(c.Most)),
		row("Kontakter, alla", counted(c.Contacts)),
		spread("Ålder", f.Age.Spread), spread("Ålder, kvinnor", f.Age.Women), spread("Ålder, män", f.Age.Men),
		spread("Olika läkare", f.Doctors),
		row("Kvinnor", counted(f.Sex.Women)), row("Män", counted(f.Sex.Men)), row("Okänt kön", counted(f.Sex.Unknown)),
		row("Granskade", counted(f.Reviewed)), row("Ännu inte granskade", counted(f.NotReviewed)),
		row("Steg 2", counted(f.Step2)), row("Konsulterade", counted(f.Consulted)), row("Ännu inte konsulterade", counted(f.NotConsulted)),
	})
}

func (b *workbook) flow() {
	var rows [][]cohort.Cell
	for _, s := range b.Flow {
		rows = append(rows, []cohort.Cell{written(s.Name), counted(s.Before), counted(s.On), counted(s.Off), reckoned(s.OnPercent)})
		for _, r := range s.Why {
			rows = append(rows, []cohort.Cell{written("– " + r.Name), {}, {}, counted(r.Patients), reckoned(r.Percent)})
		}
	}
	b.sheet("flow", []string{"Steg", "före steget", "gick vidare", "gick inte vidare", "andel, %"}, rows)
}

func (b *workbook) contacts(key string, of []ContactRow) {
	var rows [][]cohort.Cell
	for _, r := range LargestFirst(of) {
		rows = append(rows, []cohort.Cell{written(r.Name), counted(r.Contacts), reckoned(r.Percent), reckoned(r.PerPatient), counted(r.Patients), reckoned(r.PerVisitor)})
	}
	if len(rows) > 0 {
		c := b.Cohort
		rows = append(rows, []cohort.Cell{written("Alla kontakter"), counted(c.Contacts), {}, reckoned(c.ContactsPerPatient), counted(c.Patients), reckoned(c.ContactsPerPatient)})
	}
	b.sheet(key, []string{"Namn", "kontakter", "andel, %", "per patient, alla", "patienter med minst en", "per patient med minst en"}, rows)
}

func (b *workbook) answers() {
	var rows [][]cohort.Cell
	for _, q := range b.Questions {
		rows = append(rows, []cohort.Cell{written(q.Name), counted(q.Yes), counted(q.No), counted(q.Unclear), counted(q.Unanswered), reckoned(q.YesPercent), counted(q.YesStep2)})
	}
	b.sheet("questions", []string{"Uppgift i journalen", "ja", "nej", "oklart", "saknas", "ja, %", "ja i steg 2"}, rows)
}

func (b *workbook) cross(key string, of Cross) {
	heads := append(append([]string{"Klass"}, of.Columns...), "alla", "andel, %")
	var rows [][]cohort.Cell
	if len(of.Rows) > 0 {
		for _, r := range append(of.Rows[:len(of.Rows):len(of.Rows)], of.Total) {
			row := []cohort.Cell{written(r.Name)}
			for _, n := range r.Counts {
				row = append(row, counted(n))
			}
			rows = append(rows, append(row, counted(r.All), reckoned(r.Percent)))
		}
	}
	b.sheet(key, heads, rows)
}

func (b *workbook) reasons() {
	var rows [][]cohort.Cell
	for _, r := range b.Excluded {
		rows = append(rows, []cohort.Cell{written(r.Name), counted(r.Patients), reckoned(r.Percent)})
	}
	if len(rows) > 0 {
		rows = append(rows, []cohort.Cell{written("Gick inte vidare"), counted(b.ExcludedTotal), reckoned(perCent(b.ExcludedTotal, b.Reviewed))})
	}
	b.sheet("excluded", []string{"Skäl", "patienter", "andel av granskade, %"}, rows)
}

func (b *workbook) actions() {
	var rows [][]cohort.Cell
	for _, a := range b.Actions {
		if a.Name != review.NoAction {
			rows = append(rows, []cohort.Cell{written(a.Name), counted(a.Patients), counted(a.Marks), reckoned(a.Percent)})
		}
	}
	if !b.Consulted.Is(0) && b.Consulted.Kind() != Missing {
		rows = append(rows,
			[]cohort.Cell{written("Minst en åtgärd"), counted(b.WithAction), counted(b.ActionMarks), reckoned(perCent(b.WithAction, b.Step2))},
			[]cohort.Cell{written(review.NoAction), counted(b.WithoutAction), {}, reckoned(perCent(b.WithoutAction, b.Step2))},
			[]cohort.Cell{written("Konsultation utan åtgärd"), counted(b.ActionUnknown)})
	}
	b.sheet("actions", []string{"Åtgärd", "patienter", "åtgärder", "andel av steg 2, %"}, rows)
}

func (b *workbook) plans() {
	p := b.Plans
	if p == nil {
		return
	}
	var rows [][]cohort.Cell
	add := func(group, what string, n Number, percent Decimal) {
		rows = append(rows, []cohort.Cell{written(what), written(group), counted(n), reckoned(percent)})
	}
	for _, l := range []struct {
		what string
		n    Number
	}{{"Planer", p.Total}, {"Gäller", p.Valid}, {"Har gått ut", p.Overdue}, {"Uppföljning framför sig", p.FollowUp.Coming}, {"Uppföljning passerad", p.FollowUp.Passed}, {"Uppföljning utan dag", p.FollowUp.Undated}} {
		add("planer", l.what, l.n, perCent(l.n, p.Total))
	}
	for _, r := range p.Diagnoses {
		add("diagnos", r.Name, r.Patients, r.Percent)
	}
	for _, r := range p.Parts {
		add("ifylld del", r.Name, r.Plans, r.Percent)
	}
	for _, r := range p.Questions {
		add("besvarad fråga", questionNumber(r.Key)+" "+r.Name, r.Plans, r.Percent)
	}
	r := p.Referrals
	for _, l := range []struct {
		what string
		n    Number
	}{{"Planer med remiss", r.Plans}, {"Remisser", r.Total}, {"Remisser, planerade", r.Planned}, {"Remisser, skickade", r.Sent}, {"Remisser, mottagna", r.Received}, {"Remisser, avslutade", r.Closed}} {
		add("remisser", l.what, l.n, Decimal{})
	}
	b.sheet("plans", []string{"Uppgift", "grupp", "antal", "andel av planerna, %"}, rows)
}

func (b *workbook) step3() {
	s := b.Step3
	if s == nil {
		return
	}
	var rows [][]cohort.Cell
	for _, q := range s.Seven {
		for _, r := range q.Times {
			rows = append(rows, []cohort.Cell{written(strconv.Itoa(q.Number) + " " + q.Name), {Number: strconv.Itoa(r.Occasion)},
				counted(r.Yes), counted(r.Partly), counted(r.No), counted(r.Unanswered)})
		}
	}
	for _, l := range []struct {
		what string
		n    Number
	}{{"Mål", s.Goals.Total}, {"Mål, uppnådda", s.Goals.Reached}, {"Mål, delvis", s.Goals.Partly}, {"Mål, inte", s.Goals.Not}, {"Mål, ändrade", s.Goals.Changed}, {"Mål, inte bedömda", s.Goals.NotJudged}} {
		rows = append(rows, []cohort.Cell{written(l.what), {}, counted(l.n)})
	}
	b.sheet("step3", []string{"Uppgift", "tillfälle", "ja eller antal", "delvis", "nej", "saknas"}, rows)
	var groups [][]cohort.Cell
	for _, g := range s.Before {
		for _, l := range []struct {
			when string
			of   Spread
		}{{"före", g.Before}, {"efter", g.After}} {
			groups = append(groups, []cohort.Cell{written(g.Name), written(l.when), counted(g.Followed), counted(g.Patients),
				reckoned(l.of.Mean), reckoned(l.of.Median), counted(l.of.Least), counted(l.of.Most)})
		}
	}
	groups = append(groups, []cohort.Cell{written(b.w.Before.Read + " " + b.w.Before.Fall)})
	b.sheet("before_after", []string{"Grupp", "period", "följda", "av", "medel", "median", "minst", "mest"}, groups)
}

// checked is how the arithmetic was held against itself, what was not counted,
// and what was done so that nobody is exposed.
func (b *workbook) checked() {
	var rows [][]cohort.Cell
	for _, c := range b.Checks {
		word := "stämmer"
		if !c.OK {
			word = "stämmer inte"
		}
		rows = append(rows, []cohort.Cell{written(c.Text), written(word)})
	}
	b.sheet("checks", []string{"Kontroll", "utfall"}, rows)
	rows = nil
	for _, t := range b.Told {
		rows = append(rows, []cohort.Cell{written(t.Text), counted(t.Count)})
	}
	b.sheet("left_out", []string{"Vad", "antal"}, rows)
	if b.Public == nil {
		return
	}
	rows = [][]cohort.Cell{{written("Minsta antal som skrivs ut"), {Number: strconv.Itoa(b.Public.Minimum)}},
		{written("Dolda tal"), {Number: strconv.Itoa(b.Public.Hidden)}}, {written("av"), {Number: strconv.Itoa(b.Public.Of)}}}
	for _, m := range b.Public.Merged {
		rows = append(rows, []cohort.Cell{written(b.w.Sheets.Of(m.Table) + ": " + m.Into), {Number: strconv.Itoa(m.Rows)}})
	}
	b.sheet("guard", []string{"Skydd", "antal"}, rows)
}
