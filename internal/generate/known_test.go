package generate_test

import (
	"slices"
	"strings"
	"testing"

	"kontrakt/internal/source"
)

// known are the collisions that every clinician of primary care would ask for:
// the diagnoses, a code in the review where it is the code that collides, and
// what the clinician writes under val, or the measure with two targets.
var known = []struct {
	about, diagnoses, code string
	settled                []string
}{
	{"NSAID and the heart", "artros-kna-hoft hjartsvikt", "", []string{"artros-nsaid-hjartsvikt"}},
	{"NSAID and the heart", "langvarig-landryggssmarta hjartsvikt", "", []string{"rygg-nsaid-hjartsvikt"}},
	{"NSAID and the heart", "langvarig-smarta hjartsvikt", "", []string{"nsaid-hjartsvikt"}},
	{"NSAID and the heart", "migran hjartsvikt", "", []string{"migran-nsaid-hjartsvikt"}},
	{"NSAID and the kidneys", "artros-kna-hoft", "N18.3", []string{"artros-nsaid-njursvikt"}},
	{"NSAID and the kidneys", "langvarig-landryggssmarta", "N18.3", []string{"rygg-nsaid-njursvikt"}},
	{"NSAID and the kidneys", "langvarig-smarta", "N18.3", []string{"nsaid-njursvikt"}},
	{"NSAID and the kidneys", "migran", "N18.3", []string{"migran-nsaid-njursvikt"}},
	{"fluids", "aterkommande-fall-skorhet hjartsvikt", "", []string{"fall-vatska-hjartsvikt"}},
	{"fluids", "aterkommande-fall-skorhet", "N18.3", []string{"fall-vatska-njursvikt"}},
	{"targets of blood pressure", "hypertoni kronisk-ischemisk-hjartsjukdom", "", []string{"blodtryck-hemma"}},
	{"targets of blood pressure", "hypertoni typ-2-diabetes", "", []string{"blodtryck-hemma"}},
	{"targets of blood pressure", "hypertoni hjartsvikt", "", []string{"hs-blodtryck-hypertoni"}},
	{"targets of blood pressure", "hypertoni aterkommande-fall-skorhet", "", []string{"bt-skorhet"}},
	{"targets of blood pressure", "kronisk-ischemisk-hjartsjukdom aterkommande-fall-skorhet", "", []string{"kk-blodtryck-skorhet"}},
	{"beta blockers and asthma", "astma hypertoni", "", []string{"bt-betablockerare-astma"}},
	{"beta blockers and asthma", "astma hjartsvikt", "", []string{"astma-betablockerare-hjartsvikt"}},
	{"beta blockers and asthma", "astma formaksflimmer", "", []string{"astma-betablockerare-flimmer"}},
	{"beta blockers and asthma", "astma kronisk-ischemisk-hjartsjukdom", "", []string{"astma-betablockerare-kranskarl"}},
	{"beta blockers and asthma", "astma migran", "", []string{"migran-betablockerare-astma"}},
	{"beta blockers and KOL", "kol hypertoni", "", []string{"bt-betablockerare-kol"}},
	{"beta blockers and KOL", "kol hjartsvikt", "", []string{"kol-betablockerare-hjartsvikt"}},
	{"beta blockers and KOL", "kol formaksflimmer", "", []string{"kol-betablockerare-flimmer"}},
	{"beta blockers and KOL", "kol kronisk-ischemisk-hjartsjukdom", "", []string{"kol-betablockerare-kranskarl"}},
	{"beta blockers and KOL", "kol migran", "", []string{"migran-betablockerare-kol"}},
	{"low blood sugar and alcohol", "typ-2-diabetes riskbruk-alkohol", "", []string{"t2d-alkohol"}},
	{"goals of weight and frailty", "hypertoni aterkommande-fall-skorhet", "", []string{"bt-vikt-skorhet", "vikt"}},
	{"goals of weight and frailty", "artros-kna-hoft aterkommande-fall-skorhet", "", []string{"artros-vikt-skorhet", "vikt"}},
	{"goals of weight and frailty", "obesitas aterkommande-fall-skorhet", "", []string{"obes-vikt-skorhet", "vikt"}},
	{"goals of weight and frailty", "formaksflimmer aterkommande-fall-skorhet", "", []string{"ff-vikt-skorhet", "vikt"}},
	{"goals of weight and frailty", "typ-2-diabetes aterkommande-fall-skorhet", "", []string{"t2d-vikt-skorhet"}},
	{"goals of weight and KOL", "kol obesitas", "", []string{"kol-vikt-obesitas", "vikt"}},
}

// With everything chosen that the templates suggest, nothing is printed until
// the clinician has settled it: in either order of the diagnoses.
func TestTheKnownCollisions(t *testing.T) {
	l, u := line(t), unit(t)
	for _, c := range known {
		diagnoses := strings.Fields(c.diagnoses)
		for range diagnoses {
			data := filled(t, l, u, "EX-001", diagnoses...)
			if c.code != "" {
				data = append(data, "granskning:\n  diagnoser: ["+c.code+"]\n  steg2: ja\n"...)
			}
			_, p, ps := l.Review("-", data, u)
			for _, val := range c.settled {
				if !slices.ContainsFunc(ps, func(p source.Problem) bool { return strings.Contains(p.Hint, "val: {"+val+":") }) {
					t.Errorf("%s: %v %s: nobody is asked about %s: %v", c.about, diagnoses, c.code, val, ps)
				}
			}
			if p != nil {
				t.Errorf("%s: %v %s: there is a plan to print", c.about, diagnoses, c.code)
			}
			slices.Reverse(diagnoses)
		}
	}
}
