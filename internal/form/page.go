package form

import (
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/careplan"
	"kontrakt/internal/source"
)

// Open is a page about one patient, drawn from a file or a draft. A review
// that has no plan yet shows what the unit proposes for one; nothing of that
// is written until something is.
func (f *Form) Open(name string, data []byte, at Place) *Page {
	s := f.look(name, data)
	if at.Part == "" {
		at.Part = Plan
	}
	if at.Part == Plan && s.readable {
		s = s.begun()
	}
	s.judge()
	p := &Page{Who: s.who(), Part: at.Part}
	for _, l := range Parts() {
		l.Current = l.Key == at.Part
		p.Parts = append(p.Parts, l)
	}
	if !s.readable {
		return s.broken(p)
	}
	if n := s.review.PrintedNumber(); n != "" {
		p.Who.Number = n
	}
	all, loose := s.drawAll()
	p.Others = loose
	p.Clashes = s.clashes(all)
	s.lay(p, all, at)
	p.CanMake = s.review.Plan != nil && s.problems.Errors() == 0
	if s.care != nil {
		p.Seven = seven(s.care)
	}
	if at.Part == Plan {
		p.Missing = s.lacks(all)
		p.HasPaper = s.care != nil
	}
	if at.Part == FollowUp {
		p.Agreed = s.agreed()
		p.Actions = s.followingUp()
	}
	return p
}

// broken is the page of a file that has to be put right by hand first.
func (s *state) broken(p *Page) *Page {
	p.Broken, p.Title = true, "Filen går inte att läsa som den är"
	for _, x := range s.problems {
		p.Faults = append(p.Faults, Fault{What: sentence(x.Text), Tip: sentence(x.Hint), Line: x.Pos.Line, Warning: x.Severity == source.Warning})
	}
	return p
}

// lay puts the page that is asked for in p, and what is told of the others.
func (s *state) lay(p *Page, all []drawn, at Place) {
	var steps []drawn
	for _, d := range all {
		if d.part == Plan {
			steps = append(steps, d)
		}
	}
	current := slices.IndexFunc(all, func(d drawn) bool { return d.part == at.Part && d.key == at.Step })
	if current < 0 {
		current = slices.IndexFunc(all, func(d drawn) bool { return d.part == at.Part && (d.part != Plan || lacksIn(d, p.Clashes)) })
	}
	if current < 0 {
		current = slices.IndexFunc(all, func(d drawn) bool { return d.part == at.Part })
	}
	if current < 0 {
		return
	}
	now := all[current]
	p.Title, p.Lead, p.Blocks, p.Faults = now.title, now.lead, now.blocks, now.faults
	for i, d := range all {
		if i != current {
			p.Others = append(p.Others, d.faults...)
		}
	}
	if at.Part == Plan {
		s.steps(p, steps, now.key, at.Seen)
	}
}

// lacksIn tells whether a step is to be come back to.
func lacksIn(d drawn, clashes []Clash) bool {
	return d.wrong+len(d.missing)+openIn(d.key, clashes) > 0
}

// steps are the ten steps with how far each has come, and the way on.
func (s *state) steps(p *Page, steps []drawn, current string, seen []string) {
	now := 0
	for i, d := range steps {
		st := Step{Link: Link{d.key, d.title, d.key == current}, Number: i + 1, Done: !lacksIn(d, p.Clashes)}
		st.State, st.Said, st.Wrong = s.stateOf(d, p.Clashes, slices.Contains(seen, d.key) || d.key == current)
		if st.Done {
			p.Done++
		}
		if st.Current {
			now = i
		}
		p.Steps = append(p.Steps, st)
	}
	if now > 0 {
		p.Back = &Link{Key: steps[now-1].key, Text: steps[now-1].title}
	}
	for k := 1; k < len(steps); k++ {
		if i := (now + k) % len(steps); !p.Steps[i].Done {
			p.Next = &Link{Key: steps[i].key, Text: steps[i].title}
			return
		}
	}
}

// stateOf is how far a step has come, in words, and whether they are to be
// seen or only heard.
func (s *state) stateOf(d drawn, clashes []Clash, seen bool) (said string, visible, wrong bool) {
	some, open := d.chosen(), openIn(d.key, clashes)
	switch {
	case d.wrong > 0:
		return listed(some, number(d.wrong)+" att rätta"), true, true
	case open > 0:
		return listed(some, counted(open, "krock", "krockar")), true, false
	case len(d.missing) > 0:
		return "saknas", true, false
	case d.proposed() && !seen:
		return "föreslagen", true, false
	case some != "":
		return some, true, false
	case d.key == "soka-vard" && s.care != nil && len(s.care.Warnings) > 0:
		return "ur mallarna", true, false
	case d.key == "mata":
		return "inget valt", true, false
	}
	return "klar", false, false
}

// chosen is how many rows are chosen, in words; empty for none, and of the
// patient, where nothing is a choice.
func (d *drawn) chosen() string {
	n := 0
	for _, b := range d.blocks {
		for _, r := range b.Rows {
			if r.Chosen {
				n++
			}
		}
	}
	if n == 0 || d.key == "patient" {
		return ""
	}
	return counted(n, "vald", "valda")
}

// proposed tells whether something that a contract needs is as the unit
// proposes it.
func (d *drawn) proposed() bool {
	return slices.ContainsFunc(d.blocks, func(b Block) bool {
		return slices.ContainsFunc(b.Fields, func(f Field) bool { return f.Proposed && f.Needed })
	})
}

// openIn counts the collisions of a step that nobody has settled.
func openIn(step string, clashes []Clash) int {
	n := 0
	for _, c := range clashes {
		if c.Step == step && !c.Settled {
			n++
		}
	}
	return n
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

func listed(first, second string) string {
	if first == "" {
		return second
	}
	return first + ", " + second
}

// seven is which of the seven questions a plan answers.
func seven(p *careplan.CarePlan) Seven {
	all := p.Seven()
	v := Seven{Answered: careplan.Answered(all), Questions: make([]bool, careplan.Questions)}
	for i := range v.Questions {
		v.Questions[i] = true
	}
	for _, q := range all {
		if !q.Answered {
			v.Questions[q.Number-1] = false
		}
	}
	v.Said = "Planen svarar på " + strconv.Itoa(v.Answered) + " av " + strconv.Itoa(careplan.Questions)
	return v
}

// followingUp are the ways on from a follow-up that has been made.
func (s *state) followingUp() []Button {
	var all []Button
	if s.file.Rows("uppföljning") > 0 {
		all = append(all, button(newFollowUp, "Ny uppföljning"))
	}
	if s.care != nil && s.problems.Errors() == 0 {
		all = append(all, button(newPlan, "Gör en ny plan av den här"))
	}
	return all
}

// agreed is what the plan says, to have beside the questions.
func (s *state) agreed() []Recalled {
	if s.care == nil {
		return nil
	}
	var all []Recalled
	add := func(title string, lines ...string) {
		lines = slices.DeleteFunc(lines, func(l string) bool { return l == "" })
		if len(lines) > 0 {
			all = append(all, Recalled{title, lines})
		}
	}
	add("Planens datum", s.care.Date.String())
	add("Viktigt för mig", s.care.Matters)
	add("Vi är överens om", s.care.Agreement)
	var mine, theirs []string
	for _, a := range s.care.Activities {
		line := sentence(a.Text)
		if !a.When.IsZero() {
			line = sentence(strings.TrimSuffix(a.Text, ".") + ", " + a.When.String())
		}
		if a.Performer == careplan.ByPatient {
			mine = append(mine, line)
		} else {
			theirs = append(theirs, line)
		}
	}
	add("Jag gör", mine...)
	add("Vården gör", theirs...)
	return all
}

func number(n int) string { return strconv.Itoa(n) }
