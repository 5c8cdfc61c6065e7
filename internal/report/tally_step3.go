package report

import (
	"slices"

	"kontrakt/internal/careplan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// maxOccasions is how many occasions of the seven questions are shown.
const maxOccasions = 4

// countStep3 counts what the follow-ups of the cohort have told.
func (t *tally) countStep3() {
	followed := 0
	var answered [][]review.Outcome // of each patient, those where a question was answered
	for _, c := range t.cohort {
		outcomes := inOrder(c.Review.Outcomes)
		if len(outcomes) > 0 {
			followed++
		}
		outcomes = slices.DeleteFunc(outcomes, func(o review.Outcome) bool { return len(o.Answers) == 0 })
		if len(outcomes) > 0 {
			answered = append(answered, outcomes)
		}
	}
	if followed == 0 {
		return
	}
	t.Step3 = &Step3{Patients: Count(followed), Same: Count(0), Seven: []Question{}, Goals: t.goals(), Before: []Group{
		t.beforeAfter("med-plan", "Med patientkontrakt", func(c Case) (source.Date, bool) {
			return planDate(c), planned(c)
		}),
		t.beforeAfter("utan-plan", "Utan patientkontrakt", func(c Case) (source.Date, bool) {
			return screenDate(c), !planned(c) && !unreadable(c) && reviewed(c)
		}),
	}}
	t.Step3.Occasions = occasions(answered)
	t.countSeven(answered)
}

// inOrder is outcomes, the earliest first.
func inOrder(outcomes []review.Outcome) []review.Outcome {
	outcomes = slices.Clone(outcomes)
	slices.SortStableFunc(outcomes, func(a, b review.Outcome) int {
		switch {
		case a.Date.Before(b.Date):
			return -1
		case b.Date.Before(a.Date):
			return 1
		}
		return 0
	})
	return outcomes
}

// occasions is how many patients answered a first, second, … time, and which
// times are shown: those that at least half of the first time's patients have
// come to, and of many the first, the two latest and the one most answered.
func occasions(answered [][]review.Outcome) []Occasion {
	var n []int
	for _, outcomes := range answered {
		for i := range outcomes {
			if i == len(n) {
				n = append(n, 0)
			}
			n[i]++
		}
	}
	last := -1 // n falls from time to time
	for last+1 < len(n) && 2*n[last+1] >= n[0] {
		last++
	}
	all := make([]Occasion, len(n))
	for i := range all {
		edge := i == 0 || i == 1 || i > last-maxOccasions+2 // the second is the most answered of those between
		all[i] = Occasion{Number: i + 1, Patients: Count(n[i]), Shown: i <= last && edge}
	}
	return all
}

// countSeven counts the answers of those who answered every time shown.
func (t *tally) countSeven(answered [][]review.Outcome) {
	var shown []int
	for i, o := range t.Step3.Occasions {
		if o.Shown {
			shown = append(shown, i)
		}
	}
	if len(shown) == 0 {
		return
	}
	answered = slices.DeleteFunc(answered, func(o []review.Outcome) bool { return len(o) <= shown[len(shown)-1] })
	t.Step3.Same = Count(len(answered))
	for number := 1; number <= careplan.Questions; number++ {
		q := Question{Number: number, Name: sevenName(text(number))}
		for _, i := range shown {
			q.Times = append(q.Times, reply(answered, i, text(number)))
		}
		t.Step3.Seven = append(t.Step3.Seven, q)
	}
}

// reply is how one question was answered at one occasion.
func reply(answered [][]review.Outcome, occasion int, number string) Reply {
	n := map[string]int{}
	for _, outcomes := range answered {
		answer := ""
		for _, a := range outcomes[occasion].Answers {
			if a.Question == number {
				answer = a.Answer
			}
		}
		n[answer]++
	}
	return Reply{Occasion: occasion + 1, Yes: Count(n["ja"]), Partly: Count(n["delvis"]), No: Count(n["nej"]), Unanswered: Count(n[""])}
}

// goals is how far the goals of those who have been followed up are reached.
func (t *tally) goals() Goals {
	n := map[string]int{}
	total := 0
	for _, c := range t.cohort {
		if len(c.Review.Outcomes) == 0 {
			continue
		}
		for _, state := range goalStates(c) {
			n[state]++
			total++
		}
	}
	return Goals{
		Total: Count(total), Reached: Count(n["uppnått"]), Partly: Count(n["delvis"]),
		Not: Count(n["inte"]), Changed: Count(n["ändrat"]), NotJudged: Count(n[""]),
	}
}

// goalStates is the latest word on each goal of a patient: those judged, and
// those of the plan that nobody has judged, with an empty state.
func goalStates(c Case) []string {
	var goals, states []string
	note := func(goal, state string) {
		i := slices.Index(goals, goal)
		if i < 0 {
			goals, states = append(goals, goal), append(states, state)
		} else if state != "" {
			states[i] = state
		}
	}
	if c.Plan != nil {
		for _, g := range c.Plan.Goals {
			note(goalOf(g), "")
		}
	}
	for _, o := range inOrder(c.Review.Outcomes) {
		for _, g := range o.Goals {
			if g.Measure != "" {
				note("mått "+g.Measure, g.State)
			} else {
				note("text "+g.Text, g.State)
			}
		}
	}
	return states
}

// goalOf is what a goal of the plan is known by: its measure, else its words.
func goalOf(g careplan.Goal) string {
	if g.Measure != nil {
		return "mått " + g.Measure.ID
	}
	return "text " + g.Text
}

func planDate(c Case) source.Date {
	if c.Plan == nil {
		return source.Date{}
	}
	return c.Plan.Date
}

func screenDate(c Case) source.Date {
	if c.Review.Screening == nil {
		return source.Date{}
	}
	return c.Review.Screening.Date
}

// beforeAfter is the contacts before and after the day of each patient of a
// group.
func (t *tally) beforeAfter(key, name string, of func(Case) (day source.Date, in bool)) Group {
	n := 0
	var before, after []int
	for _, c := range t.cohort {
		day, in := of(c)
		if !in {
			continue
		}
		n++
		if contacts := afterYear(c.Review.Outcomes, day); contacts != nil {
			before, after = append(before, c.Review.Selection.Contacts), append(after, *contacts)
		}
	}
	return Group{
		Key: key, Name: name, Patients: Count(n), Followed: Count(len(after)),
		Before: spread(before, len(before)), After: spread(after, len(after)),
	}
}

// afterYear is the contacts told at the first follow-up at least twelve months
// after a day; nil where there is none, or where it does not tell.
func afterYear(outcomes []review.Outcome, day source.Date) *int {
	if day.IsZero() {
		return nil
	}
	year := day.AddMonths(12)
	for _, o := range inOrder(outcomes) {
		if !o.Date.Before(year) {
			return o.Contacts
		}
	}
	return nil
}
