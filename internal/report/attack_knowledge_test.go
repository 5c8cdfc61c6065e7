package report_test

import (
	"fmt"
	"strings"
)

// knowledge is what anybody can see from how the report is made. each is an
// array, whose elements are then @; = is a sum, < a sum that may be more.
var knowledge = []struct {
	each, total, is, parts string
}{
	{"", "cohort.patients", "=", "sex.known sex.unknown"},
	{"", "sex.known", "=", "sex.women sex.men"},
	{"", "cohort.patients", "=", "age.known age.unknown"},
	{"", "cohort.patients", "=", "doctors.known doctors.unknown"},
	{"", "sex.women", "=", "age.women.known age.women.unknown"},
	{"", "sex.men", "=", "age.men.known age.men.unknown"},
	{"", "cohort.patients", "=", "age_bands.total.all"},
	{"", "cohort.patients", "=", "age_bands.rows.*.all"},
	{"", "cohort.patients", "=", "age_bands.total.counts.*"},
	{"", "age_bands.total.counts.0", "=", "age_bands.rows.*.counts.0"},
	{"", "age_bands.total.counts.1", "=", "age_bands.rows.*.counts.1"},
	{"", "age_bands.total.counts.2", "=", "age_bands.rows.*.counts.2"},
	{"", "age_bands.known", "<", "cohort.patients"},
	{"age_bands.rows", "@.all", "=", "@.counts.*"},
	{"", "cohort.patients", "=", "contact_bands.total.all"},
	{"", "cohort.patients", "=", "contact_bands.rows.*.all"},
	{"", "cohort.patients", "=", "contact_bands.known"},

	{"", "cohort.contacts", "=", "by_profession.*.contacts"},
	{"", "cohort.contacts", "=", "by_unit.*.contacts"},
	{"", "cohort.patients", "<", "by_profession.*.patients"},
	{"", "cohort.patients", "<", "by_unit.*.patients"},
	{"by_profession", "@.patients", "<", "@.contacts"},
	{"by_profession", "@.patients", "<", "cohort.patients"},
	{"by_unit", "@.patients", "<", "@.contacts"},
	{"by_unit", "@.patients", "<", "cohort.patients"},

	{"", "cohort.patients", "=", "reviewed not_reviewed"},
	{"", "reviewed", "=", "step2 excluded_total"},
	{"", "excluded_total", "=", "excluded.*.patients"},
	{"", "step2", "=", "consulted not_consulted"},
	{"", "consulted", "=", "with_action without_action action_unknown"},
	{"", "with_action", "<", "action_marks"},
	{"actions", "@.patients", "<", "@.marks"},
	{"actions", "@.patients", "<", "consulted"},
	{"questions", "reviewed", "=", "@.yes @.no @.unclear @.missing"},
	{"questions", "@.yes_step2", "<", "@.yes"},
	{"questions", "@.yes_step2", "<", "step2"},
	{"questions", "@.yes", "<", "@.yes_step2 excluded_total"},
	{"flow", "@.before", "=", "@.on @.off"},
	{"flow", "@.off", "=", "@.why.*.patients"},

	{"plans.diagnoses", "@.patients", "<", "plans.total"},
	{"", "plans.total", "<", "plans.diagnoses.*.patients"},
	{"plans.parts", "@.plans", "<", "plans.total"},
	{"plans.questions", "@.plans", "<", "plans.total"},
	{"", "plans.referrals.total", "=", "plans.referrals.planned plans.referrals.sent plans.referrals.received plans.referrals.closed"},
	{"", "plans.referrals.plans", "<", "plans.referrals.total"},
	{"", "plans.referrals.plans", "<", "plans.total"},
	{"", "plans.total", "=", "plans.valid plans.overdue"},
	{"", "plans.total", "=", "plans.answered.known"},
	{"", "plans.total", "=", "plans.follow_up.coming plans.follow_up.passed plans.follow_up.undated"},

	{"", "step3.patients", "<", "cohort.patients"},
	{"step3.occasions", "@.patients", "<", "step3.patients"},
	{"", "step3.same", "<", "step3.patients"},
	{"", "step3.goals.total", "=", "step3.goals.reached step3.goals.partly step3.goals.not step3.goals.changed step3.goals.not_judged"},
	{"step3.before_after", "@.followed", "<", "@.patients"},
	{"step3.before_after", "@.followed", "=", "@.before.known"},
	{"step3.before_after", "@.followed", "=", "@.after.known"},
	{"step3.before_after", "@.patients", "<", "cohort.patients"},

	{"", "urval.rows_read", "=", "urval.rows_used urval.rows_left_out.*.rows"},
	{"", "urval.rows_used", "=", "urval.all.contacts"},
	{"", "cohort.patients", "<", "urval.all.patients"},
	{"", "cohort.contacts", "<", "urval.all.contacts"},
}

// repeated are numbers that stand in two places.
var repeated = [][2]string{
	{"flow|key=granskning|before", "cohort.patients"}, {"flow|key=granskning|on", "reviewed"},
	{"flow|key=steg2|before", "reviewed"}, {"flow|key=steg2|on", "step2"}, {"flow|key=steg2|off", "excluded_total"},
	{"flow|key=konsultation|before", "step2"}, {"flow|key=konsultation|on", "consulted"},
	{"flow|key=kontrakt|before", "consulted"}, {"flow|key=urval|on", "cohort.patients"},
	{"flow|key=urval|before", "urval.all.patients"},
	{"actions|action=Ingen vidare åtgärd|patients", "without_action"},
	{"questions|key=SIP|missing", "questions|key=samordnande_kontakt|missing"},
	{"questions|key=rehabkoordinator|missing", "questions|key=samordnande_kontakt|missing"},
	{"questions|key=vårdsamordnare|missing", "questions|key=samordnande_kontakt|missing"},
	{"questions|key=äldremottagning|missing", "questions|key=samordnande_kontakt|missing"},
	{"plans.parts|key=viktigt_för_mig|plans", "plans.questions|key=2-viktigt|plans"},
	{"plans.parts|key=jag_gör|plans", "plans.questions|key=2-jag-gör|plans"},
	{"plans.parts|key=vården_gör|plans", "plans.questions|key=2-vården-gör|plans"},
	{"plans.parts|key=söka_vård|plans", "plans.questions|key=2-söka-vård|plans"},
	{"plans.parts|key=nästa_steg|plans", "plans.questions|key=5|plans"},
	{"plans.parts|key=remisser|plans", "plans.referrals.plans"},
}

// rounded are the statistics: so many times the first by the second, rounded
// to so many decimals.
var rounded = []struct {
	each, statistic, of, by string
	times, step             float64
}{
	{"", "cohort.contacts_per_patient", "cohort.contacts", "cohort.patients", 1, .1},
	{"", "age.mean", "age.sum", "age.known", 1, .1},
	{"", "age.women.mean", "age.women.sum", "age.women.known", 1, .1},
	{"", "doctors.mean", "doctors.sum", "doctors.known", 1, .1},
	{"", "sex.women_percent", "sex.women", "sex.known", 100, 1},
	{"", "sex.men_percent", "sex.men", "sex.known", 100, 1},
	{"age_bands.rows", "@.percent", "@.all", "age_bands.known", 100, 1},
	{"contact_bands.rows", "@.percent", "@.all", "contact_bands.known", 100, 1},
	{"by_profession", "@.percent", "@.contacts", "cohort.contacts", 100, .1},
	{"by_profession", "@.per_patient", "@.contacts", "cohort.patients", 1, .1},
	{"by_profession", "@.per_visitor", "@.contacts", "@.patients", 1, .1},
	{"by_unit", "@.percent", "@.contacts", "cohort.contacts", 100, .1},
	{"by_unit", "@.per_patient", "@.contacts", "cohort.patients", 1, .1},
	{"by_unit", "@.per_visitor", "@.contacts", "@.patients", 1, .1},
	{"excluded", "@.percent", "@.patients", "reviewed", 100, 1},
	{"actions", "@.percent", "@.patients", "step2", 100, 1},
	{"questions", "@.yes_percent", "@.yes", "reviewed", 100, 1},
	{"flow", "@.on_percent", "@.on", "@.before", 100, 1},
	{"plans.diagnoses", "@.percent", "@.patients", "plans.total", 100, 1},
	{"plans.parts", "@.percent", "@.plans", "plans.total", 100, 1},
	{"plans.questions", "@.percent", "@.plans", "plans.total", 100, 1},
	{"step3.before_after", "@.before.mean", "@.before.sum", "@.followed", 1, .1},
	{"step3.before_after", "@.after.mean", "@.after.sum", "@.followed", 1, .1},
}

// know learns everything at once.
func (a *attacker) know() {
	for _, p := range a.paths {
		a.term(p)
	}
	for _, k := range knowledge {
		for _, e := range a.elements(k.each) {
			at := func(s string) string { return strings.ReplaceAll(s, "@", e) }
			a.sum(k.is == "=", at(k.total), strings.Fields(at(k.parts))...)
		}
	}
	for _, s := range repeated {
		if x, y := a.find(s[0]), a.find(s[1]); x != "" && y != "" {
			a.sum(true, x, y)
		}
	}
	for _, r := range rounded {
		for _, e := range a.elements(r.each) {
			at := func(s string) string { return strings.ReplaceAll(s, "@", e) }
			a.unround(at(r.statistic), at(r.of), at(r.by), r.times, r.step)
		}
	}
	a.sum(true, "plans.total", "plans.follow_up.undated", a.find("plans.parts|key=uppföljning|plans"))
	a.knowColumns()
	a.knowBands()
	a.knowActions()
	a.knowFlow()
	a.knowSeven()
	a.knowCoordination()
	a.knowGroups()
}

// elements are the paths of an array's elements; the empty path alone for
// none.
func (a *attacker) elements(each string) []string {
	if each == "" {
		return []string{""}
	}
	var all []string
	for i := 0; ; i++ {
		at := fmt.Sprintf("%s.%d.", each, i)
		found := false
		for _, p := range a.paths {
			found = found || strings.HasPrefix(p, at)
		}
		if !found {
			return all
		}
		all = append(all, strings.TrimSuffix(at, "."))
	}
}

// find is a path by what its element says: array|key=value|path.
func (a *attacker) find(s string) string {
	parts := strings.Split(s, "|")
	if len(parts) == 1 {
		return s
	}
	key, value, _ := strings.Cut(parts[1], "=")
	for _, e := range a.elements(parts[0]) {
		if a.leaves[e+"."+key] == value {
			return e + "." + parts[2]
		}
	}
	return ""
}

// unround learns what a rounded statistic tells, when one of its numbers is
// hidden or both are.
func (a *attacker) unround(statistic, of, by string, times, step float64) {
	v, ok := a.leaves[statistic].(float64)
	if !ok {
		return
	}
	low, high := (v-step/2)/times-1e-9, (v+step/2)/times+1e-9
	a.learn(false, weighed{by, low}, weighed{of, -1})
	a.learn(false, weighed{of, 1}, weighed{by, -high})
}

// knowColumns is that unknown sex may be merged into one of two columns.
func (a *attacker) knowColumns() {
	names := []string{"sex.women", "sex.men"}
	for i, sex := range names {
		column, _ := a.leaves[fmt.Sprintf("age_bands.columns.%d", i)].(string)
		parts := []string{sex}
		if strings.HasSuffix(column, "eller okänt") {
			parts = append(parts, "sex.unknown")
		}
		a.sum(true, fmt.Sprintf("age_bands.total.counts.%d", i), parts...)
	}
	a.sum(true, "age_bands.total.counts.2", "sex.unknown")
}

// knowBands is what the classes of contacts tell of all contacts, and that
// everybody has at least the threshold.
func (a *attacker) knowBands() {
	low, high := []weighed{{"cohort.contacts", -1}}, []weighed{{"cohort.contacts", 1}}
	for _, e := range a.elements("contact_bands.rows") {
		if v, ok := a.leaves[e+".from"].(float64); ok {
			low = append(low, weighed{e + ".all", v})
		}
		if v, ok := a.leaves[e+".to"].(float64); ok {
			high = append(high, weighed{e + ".all", -v})
		} else {
			high = append(high, weighed{"none", 0})
		}
	}
	a.learn(false, low...)
	a.learn(false, high...)
}

// knowActions is that each action is one patient's, and that merged rows have
// at least as many actions as patients.
func (a *attacker) knowActions() {
	marks, patients := []weighed{{"action_marks", 1}}, []weighed{{"with_action", 1}}
	for _, e := range a.elements("actions") {
		if a.leaves[e+".action"] == "Ingen vidare åtgärd" {
			a.sum(true, e+".patients", e+".marks")
			continue
		}
		marks, patients = append(marks, weighed{e + ".marks", -1}), append(patients, weighed{e + ".patients", -1})
		a.sum(false, e+".patients", "with_action")
		if _, merged := a.leaves[e+".merged"]; !merged {
			a.sum(true, e+".patients", e+".marks")
		}
	}
	a.learn(true, marks...)
	a.learn(false, patients...)
}

// knowFlow is that reasons stand both in the flow and in their own table.
func (a *attacker) knowFlow() {
	for _, f := range a.elements("flow") {
		for _, w := range a.elements(f + ".why") {
			for _, e := range a.elements("excluded") {
				if a.leaves[f+".key"] == "steg2" && a.leaves[e+".reason"] == a.leaves[w+".name"] {
					a.sum(true, e+".patients", w+".patients")
				}
			}
		}
	}
}

// knowSeven is that everybody who answered every time is in each answer, and
// that the last time shown is all of them.
func (a *attacker) knowSeven() {
	last := ""
	for _, o := range a.elements("step3.occasions") {
		if last != "" {
			a.sum(false, o+".patients", last+".patients")
		}
		if last = o; a.leaves[o+".shown"] == true {
			a.sum(false, "step3.same", o+".patients")
		}
	}
	shown := ""
	for _, o := range a.elements("step3.occasions") {
		if a.leaves[o+".shown"] == true {
			shown = o
		}
	}
	if shown != "" {
		a.sum(true, "step3.same", shown+".patients")
	}
	for _, q := range a.elements("step3.seven") {
		for _, r := range a.elements(q + ".times") {
			a.sum(true, "step3.same", r+".yes", r+".partly", r+".no", r+".missing")
		}
	}
}

// knowCoordination is that who has one coordinating contact has any.
func (a *attacker) knowCoordination() {
	whole := strings.TrimSuffix(a.find("questions|key=samordnande_kontakt|yes"), ".yes")
	var each []string
	for _, key := range []string{"SIP", "rehabkoordinator", "vårdsamordnare", "äldremottagning"} {
		one := strings.TrimSuffix(a.find("questions|key="+key+"|yes"), ".yes")
		if whole == "" || one == "" {
			return
		}
		a.sum(false, one+".yes", whole+".yes")
		a.sum(false, one+".yes_step2", whole+".yes_step2")
		each = append(each, one)
	}
	a.sum(false, whole+".yes", each[0]+".yes", each[1]+".yes", each[2]+".yes", each[3]+".yes")
	a.sum(false, whole+".yes_step2", each[0]+".yes_step2", each[1]+".yes_step2", each[2]+".yes_step2", each[3]+".yes_step2")
}

// knowGroups is that nobody is both with and without a plan, and that those
// followed have at least the threshold each.
func (a *attacker) knowGroups() {
	with, without := "step3.before_after.0", "step3.before_after.1"
	threshold, _ := a.leaves["cohort.threshold"].(float64)
	a.learn(false, weighed{with + ".patients", 1}, weighed{without + ".patients", 1}, weighed{"cohort.patients", -1})
	a.learn(false, weighed{with + ".followed", 1}, weighed{without + ".followed", 1}, weighed{"step3.patients", -1})
	a.learn(false, weighed{with + ".before.sum", 1}, weighed{without + ".before.sum", 1}, weighed{"cohort.contacts", -1})
	a.learn(false, weighed{a.find("flow|key=kontrakt|on"), 1}, weighed{with + ".patients", -1})
	for _, g := range []string{with, without} {
		a.learn(false, weighed{g + ".followed", threshold}, weighed{g + ".before.sum", -1})
	}
}
