package form

import (
	"slices"

	"kontrakt/internal/careplan"
	"kontrakt/internal/plan"
)

// A way out of a collision that is no value of val begins with one of these.
const (
	declineSide = "utelämna "
	removeSide  = "ta bort "
)

// clashes are what does not go together in the plan, with the ways out.
func (s *state) clashes(all []drawn) []Clash {
	if s.care == nil {
		return nil
	}
	var found []Clash
	for _, c := range s.care.Collisions {
		name := clashName + c.ID
		clash := Clash{ID: anchor(name), Name: name, Settled: c.Settled, Legend: s.fill("Krock: " + s.between(c) + ". Vad gäller för {anna}?"), Text: sentence(c.Text)}
		if len(c.Ways) > 0 && c.Ways[0].Target != "" {
			clash.Legend, clash.Text = s.fill("Krock: två mål för "+lower(s.measureName(c.ID))+". Vilket gäller {anna}?"), ""
		}
		clash.Sides = s.sides(c)
		for i := range clash.Sides {
			clash.Sides[i].ID = clash.ID + "-" + number(i)
		}
		if d, _ := nearest(all, c.Path); d != nil {
			clash.Step = d.key
		}
		found = append(found, clash)
	}
	return found
}

// clashProblems are the anchors of the collisions that problems tell of, by
// the problems' numbers. Those of one place are told in the order in which the
// plan has them.
func (s *state) clashProblems() map[int]string {
	found := map[int]string{}
	if s.care == nil {
		return found
	}
	told := map[string]bool{}
	for i, p := range s.problems {
		if !slices.Contains(clashRules, p.Rule) {
			continue
		}
		for _, c := range s.care.Collisions {
			if id := anchor(clashName + c.ID); !c.Settled && c.Path == p.Path && !told[id] {
				told[id], found[i] = true, id
				break
			}
		}
	}
	return found
}

// clashRules are the rules that a collision breaks.
var clashRules = []string{"krock", "krock-rad", "inte-när", "två-målvärden"}

// between are the diagnoses that do not go together.
func (s *state) between(c careplan.Collision) string {
	var names []string
	for _, id := range c.Templates {
		names = append(names, s.diagnosis(id))
	}
	switch len(names) {
	case 0:
		return "diagnoserna"
	case 1:
		return names[0] + " och en diagnos i journalen"
	}
	return names[0] + " och " + names[1]
}

func (s *state) diagnosis(id string) string {
	if d, _ := s.Line.Plans.Definition(id, plan.Swedish); d != nil {
		return d.Name
	}
	return id
}

// sides are the ways out, in an order that a choice does not change.
func (s *state) sides(c careplan.Collision) []Side {
	var all []Side
	for _, ref := range c.Declinable {
		line, _ := s.Line.Plans.Line(ref)
		all = append(all, Side{Value: declineSide + ref, Text: "Ta bort raden: " + line.Text, From: "den skrivs upp som bortvald"})
	}
	ways := slices.Clone(c.Ways)
	slices.SortFunc(ways, func(a, b careplan.Way) int { return s.rank(a.Value) - s.rank(b.Value) })
	for _, w := range ways {
		side := Side{Value: w.Value, Text: w.Target, From: s.diagnosis(w.Value), On: c.Choice == w.Value}
		if w.Target == "" {
			side.Text, side.From = "Behåll, vi har vägt samman", ""
		}
		all = append(all, side)
	}
	if len(c.Declinable) == 0 && all[0].Text != "" && c.Ways[0].Target == "" {
		for _, id := range c.Templates {
			all = append(all, Side{Value: removeSide + id, Text: "Ta bort mallen " + s.diagnosis(id) + " ur planen"})
		}
	}
	return all
}
