package report_test

import (
	"os"
	"slices"
	"testing"

	"kontrakt/internal/report"
	"kontrakt/internal/source"
)

// told is the rule and place of each problem.
func told(ps source.Problems) []string {
	var all []string
	for _, p := range ps {
		all = append(all, p.Rule+" "+p.Path)
	}
	return all
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s\n got %q\nwant %q", what, got, want)
	}
}

// The source project published 58 and 42 per cent, a median of 64,5 and "fler
// än 30", all of 75 patients, and 75 patients in every column.
func TestWhatWasPublishedDoesNotAddUp(t *testing.T) {
	published, err := os.ReadFile("testdata/publicerat.json")
	if err != nil {
		t.Fatal(err)
	}
	findings, problems := report.Compare("publicerat.json", published, report.Tally(clinic(t)))
	equal(t, "findings", told(findings), []string{
		"tröskel-minst cohort.threshold_text",
		"median-omöjlig age.median",
		"procent-omöjlig sex",
		"avrundade-delar by_unit",
		"samma-n by_unit",
	})
	equal(t, "problems", told(problems), nil)
	for _, f := range findings {
		if f.Pos.Line == 0 || f.Severity != source.Warning {
			t.Errorf("%v is to be a warning with its place", f)
		}
	}
}

func TestFiguresThatWereCountedRightAreLeftAlone(t *testing.T) {
	expected, err := os.ReadFile("testdata/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	findings, problems := report.Compare("expected.json", expected, report.Tally(clinic(t)))
	equal(t, "findings", told(findings), []string{"avrundade-delar by_unit"}) // 39,7 of 39,6: printed with its total
	equal(t, "problems", told(problems), nil)
}

func TestCompare(t *testing.T) {
	f := report.Tally(clinic(t))
	for _, c := range []struct{ name, json, want string }{
		{"another number", `{"step2": 27}`, "skiljer step2"},
		{"a number with its n", `{"step2": {"value": 27, "n": 75}}`, "skiljer step2"},
		{"more decimals that say the same", `{"age": {"mean": 62.50}}`, ""},
		{"percentages that fit those known", `{"sex": {"known": 74, "women_percent": 58}}`, ""},
		{"an n beside the key", `{"sex": {"women_percent": 58, "women_percent_n": 75}}`, "procent-omöjlig sex"},
		{"percentages of all that no n is given for", `{"cohort": {"patients": 75}, "sex": {"women_percent": 58, "men_percent": 42}}`, "procent-omöjlig sex"},
		{"a median of an even number", `{"age": {"median": 64.5, "n": 74}}`, ""},
		{"a median that no whole numbers have", `{"age": {"median": 64.3, "n": 74}}`, "skiljer age.median"},
		{"a mean that few people cannot have", `{"age": {"mean": 62.5, "n": 3}}`, "medel-omöjligt age.mean"},
		{"a quotient that is another", `{"cohort": {"patients": 75, "contacts": 2972, "contacts_per_patient": 39.7}}`, "skiljer cohort.contacts_per_patient"},
		{"parts that are not the sum", `{"excluded_total": 49, "excluded": [{"reason": "Omlistad", "patients": 3}]}`, "delsumma excluded"},
		{"a row that is not there", `{"actions": [{"action": "Annat", "patients": 3}]}`, "rad-okänd actions[Annat]"},
		{"the threshold said in two ways", `{"cohort": {"threshold_text": ["30 eller fler", "fler än 30"]}}`, "tröskel-två cohort.threshold_text"},
		{"the threshold as a sign", `{"cohort": {"threshold_text": "≥30"}}`, ""},
		{"the threshold of another selection", `{"cohort": {"threshold_text": "minst 20"}}`, "tröskel-annan cohort.threshold_text"},
		{"a part that was not counted", `{"step3": {"patients": 20}}`, "inte-räknat step3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			findings, problems := report.Compare("p.json", []byte(c.json), f)
			equal(t, "problems", told(problems), nil)
			all := told(findings)
			if c.want == "" && len(all) > 0 || c.want != "" && !slices.Contains(all, c.want) {
				t.Errorf("got %q, want %q", all, c.want)
			}
		})
	}
}

func TestPublishedFiguresThatCannotBeRead(t *testing.T) {
	f := report.Tally(clinic(t))
	for _, c := range []struct{ json, rule, at string }{
		{"", "tom", "p.json"},
		{"[]", "inga-siffror", "p.json:1:1"},
		{"{\n \"cohort\": {\"patients\": 75,}\n}", "syntax", "p.json:2:28"},
		{"{\"cohort\": ", "avbruten", "p.json:1:11"},
		{"{} {}", "mer", "p.json:1:4"},
		{"{\"step2\": \"\xff\"}", "utf-8", "p.json"},
		{"{\"cohort\":\n {\"pasients\": 75}}", "okänd-nyckel", "p.json:2:15"},
		{"{\"step2\": 1e999999999}", "tal", "p.json:1:11"},
		{"{\"cohort\": 3}", "slag", "p.json:1:12"},
		{"{\"cohort\": {\"patients\": \"sjuttiofem\"}}", "tal", "p.json:1:25"},
		{"{\"excluded\": [{\"patients\": 3}]}", "namnlös", "p.json:1:15"},
	} {
		_, problems := report.Compare("p.json", []byte(c.json), f)
		if len(problems) != 1 || problems[0].Rule != c.rule || problems[0].Pos.String() != c.at {
			t.Errorf("%s: got %v, want %s at %s", c.json, problems, c.rule, c.at)
		}
	}
}

// Whatever the file holds, it is read or refused.
func FuzzCompare(f *testing.F) {
	figures := report.Tally(granen())
	for _, seed := range []string{`{"cohort":{"threshold_text":["30 eller fler"]}}`, `{"sex":{"women_percent":{"value":58,"n":75}}}`, `{"excluded":[{"reason":1}]}`, `{"clinics":[{"name":"A"}]}`, `{"version":1,"age_bands":{"columns":[],"rows":[],"total":{}}}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		report.Compare("p.json", data, figures)
		if read, ps := report.Read("r.json", data); ps == nil {
			report.Join([]*report.Figures{read, read})
		}
	})
}
