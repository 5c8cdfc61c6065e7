package journal

import (
	"cmp"
	"strings"

	"kontrakt/internal/careplan"
	"kontrakt/internal/phrase"
)

// part is a part of the plan: what the keywords' file may say of it, and its
// lines. A part that the plan leaves empty gives none.
type part struct {
	phrase.Known
	lines func(*writer) []string
}

// parts are all parts, in the order of the shipped keywords.
func parts() []part {
	of := func(name string, lines func(*writer) []string) part {
		return part{phrase.Known{Name: name}, lines}
	}
	return []part{
		of("diagnoser", conditions),
		{phrase.Known{Name: "överenskommelse", Must: true}, func(w *writer) []string { return text(w.p.Agreement) }},
		of("viktigt", func(w *writer) []string { return w.one("viktigt", w.p.Matters) }),
		of("styrkor", func(w *writer) []string { return w.list("styrkor", w.p.Strengths) }),
		of("mål", goals),
		of("jag_gör", func(w *writer) []string { return w.activities("jag_gör", careplan.ByPatient) }),
		of("vården_gör", func(w *writer) []string { return w.activities("vården_gör", careplan.ByUnit) }),
		of("genomgång", walkthrough),
		of("läkarkontakt", func(w *writer) []string { return w.one("läkarkontakt", w.contact(w.p.Doctor)) }),
		of("vårdkontakter", contacts),
		of("nästa_steg", nextStep),
		of("kontakter", appointments),
		of("uppföljning", followUp),
		of("remisser", referrals),
		of("andra_planer", otherPlans),
		of("närstående", relatives),
		of("ersätter", replaced),
		of("söka_vård", seekCare),
		of("egenmätning", measurements),
		of("läkemedel", func(w *writer) []string { return w.one("läkemedel", w.p.Medicines) }),
		of("avgjort", weighed),
		of("utelämnat", declined),
	}
}

func conditions(w *writer) []string {
	var names []string
	for _, c := range w.p.Conditions {
		names = append(names, cmp.Or(c.Swedish, c.Name))
	}
	return w.one("diagnoser", w.t.List(names))
}

func goals(w *writer) []string {
	return rows(w, "mål", w.p.Goals, func(g careplan.Goal) string {
		what := g.Text
		if what == "" && g.Measure != nil {
			what = w.target(*g.Measure, g.Target)
		}
		return w.row(what, "viktigt", w.scale(g.Importance), "senast", g.By.String())
	})
}

func (w *writer) activities(name string, by careplan.Performer) []string {
	var all []string
	for _, a := range w.p.Activities {
		if a.Performer == by {
			all = append(all, w.row(a.Text, "vem", a.Who, "när", a.When.String(), "tilltro", w.scale(a.Confidence),
				"hinder", a.Obstacle, "då", a.Then, "egenvård", w.selfCare(a.SelfCare)))
		}
	}
	return w.list(name, all)
}

func (w *writer) selfCare(s careplan.SelfCare) string {
	if s.JudgedBy == "" {
		return ""
	}
	return strings.TrimSpace(phrase.Fill(w.w.SelfCare, "vem", s.JudgedBy, "datum", s.Date.String()))
}

func walkthrough(w *writer) []string {
	g := w.p.Walkthrough
	lines := w.one("genomgång", w.row(g.Date.String(), "med", w.t.List(g.With), "förstått", string(g.Understood)))
	more := w.row("", "deltog", w.t.List(w.p.TookPart), "samtycke", string(w.p.ConsentToShare))
	return append(lines, text(more)...)
}

func (w *writer) contact(c careplan.Contact) string {
	return w.row(c.Name, "roll", c.Role, "ansvar", c.Responsibility, "telefon", c.Phone)
}

func contacts(w *writer) []string {
	if len(w.p.Contacts) == 0 && w.p.ContactNotNeeded {
		return w.one("vårdkontakter", w.w.Declined)
	}
	return rows(w, "vårdkontakter", w.p.Contacts, w.contact)
}

func nextStep(w *writer) []string {
	n := w.p.Next
	return w.one("nästa_steg", w.row(n.What, "vem", n.Who, "när", n.When.String(), "plats", n.Where))
}

func appointments(w *writer) []string {
	return rows(w, "kontakter", w.p.Appointments, func(a careplan.Appointment) string {
		return w.row(a.What, "vem", a.Who, "när", a.When.String(), "plats", a.Where, "bokad", string(a.Booked))
	})
}

func followUp(w *writer) []string {
	f := w.p.FollowUp
	return w.one("uppföljning", w.row(f.Date.String(), "ansvarig", f.Responsible, "hur", f.How))
}

func referrals(w *writer) []string {
	return rows(w, "remisser", w.p.Referrals, func(r careplan.Referral) string {
		return w.row(r.To, "varför", r.Why, "läge", r.Status, "datum", r.Date.String())
	})
}

func otherPlans(w *writer) []string {
	if len(w.p.OtherPlans) == 0 && w.p.OtherPlansAsked {
		return w.one("andra_planer", w.w.NoOther)
	}
	return rows(w, "andra_planer", w.p.OtherPlans, func(o careplan.OtherPlan) string {
		return w.row(o.Name, "ansvarig", o.Responsible, "datum", o.Date.String())
	})
}

// relatives are named by relation: the plan that is handed over has no name.
func relatives(w *writer) []string {
	return rows(w, "närstående", w.p.Relatives, func(r careplan.Relative) string { return w.row(r.Relation, "roll", r.Part) })
}

// seekCare is what the patient has been told of when to seek care, the most
// urgent first, as it is read in a hurry.
func seekCare(w *writer) []string {
	z := w.t.Contract.Zones
	var all []string
	for _, zone := range []struct {
		urgency careplan.Urgency
		label   string
	}{{careplan.Call112, z.Call112.Label}, {careplan.SameDay, z.SameDay.Label}, {careplan.ContactUs, z.ContactUs.Label}} {
		var signs []string
		for _, s := range w.p.Warnings {
			if s.Urgency == zone.urgency {
				signs = append(signs, sentence(s.Text))
			}
		}
		if len(signs) > 0 {
			all = append(all, zone.label+": "+strings.Join(signs, " "))
		}
	}
	return w.list("söka_vård", all)
}

func measurements(w *writer) []string {
	return rows(w, "egenmätning", w.p.Measurements, func(m careplan.Measurement) string {
		return w.row(m.Measure.Name, "när", m.HowOften, "mål", m.Target)
	})
}

func weighed(w *writer) []string {
	return rows(w, "avgjort", w.p.Weighed, func(x careplan.Weighed) string { return w.row(x.Text, "val", x.Choice) })
}

func declined(w *writer) []string {
	return rows(w, "utelämnat", w.p.Declined, func(d careplan.Declined) string {
		what, when, _ := strings.Cut(d.Text, " · ")
		return w.row(what, "när", when)
	})
}

// replaced is what is new since the earlier plan.
func replaced(w *writer) []string {
	r := w.p.Replaces
	if r.Date.IsZero() {
		return nil
	}
	all := []string{phrase.Fill(w.w.Replaces, "datum", r.Date.String())}
	for _, kind := range []struct {
		label   string
		changes []careplan.Change
	}{{w.t.Changes.Added, r.Added}, {w.t.Changes.Ended, r.Ended}, {w.t.Changes.NewTime, r.NewTimes}} {
		var texts []string
		for _, c := range kind.changes {
			texts = append(texts, w.changed(c))
		}
		if len(texts) > 0 {
			all = append(all, kind.label+": "+strings.Join(texts, " "))
		}
	}
	return w.list("ersätter", all)
}

// changed is a line that has changed, with its time.
func (w *writer) changed(c careplan.Change) string {
	what := c.Text
	switch {
	case c.Kind == careplan.ChangedReferral:
		what = phrase.Fill(w.t.Changes.Referral, "rad", what)
	case c.Kind == careplan.ChangedMeasurement && c.Measure != nil: // its target stands among the goals
		what = phrase.Fill(w.t.Changes.Measured, "rad", c.Measure.Name)
	case what == "" && c.Measure != nil:
		what = w.target(*c.Measure, c.Target)
	}
	return w.row(what, "när", c.When.String())
}
