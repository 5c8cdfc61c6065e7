package report_test

import (
	"strings"
	"testing"

	"kontrakt/internal/report"
)

// failed is the keys of the checks that do not fit.
func failed(f *report.Figures) []string {
	var all []string
	for _, c := range report.Checks(f) {
		if !c.OK {
			all = append(all, c.Key)
		}
	}
	return all
}

// Each check finds what it is there to find.
func TestChecksFindWhatDoesNotFit(t *testing.T) {
	one := report.Count(1)
	for _, c := range []struct {
		name   string
		change func(*report.Figures)
		want   string
	}{
		{"A1: professions are all contacts", func(f *report.Figures) { f.ByProfession[0].Contacts = one }, "yrken-summa"},
		{"A2: units are all contacts", func(f *report.Figures) { f.ByUnit[0].Contacts = report.Count(25) }, "enheter-summa"},
		{"A3: the mean is of the counts", func(f *report.Figures) { f.Cohort.ContactsPerPatient = report.Tenths(397, 10) }, "avrundning"},
		{"A4: so is each of a table", func(f *report.Figures) { f.ByUnit[2].PerPatient = report.Tenths(4, 1) }, "avrundning"},
		{"A6: reasons are all excluded", func(f *report.Figures) { f.Excluded[0].Patients = report.Count(33) }, "skäl-summa"},
		{"A6: excluded and step 2 are all reviewed", func(f *report.Figures) { f.Step2 = report.Count(27) }, "skäl-summa"},
		{"A7: with and without action are all", func(f *report.Figures) { f.WithAction = report.Count(20) }, "konsulterade"},
		{"A8: the actions are at least the patients", func(f *report.Figures) { f.ActionMarks = report.Count(20) }, "åtgärder"},
		{"A9: the ages are possible", func(f *report.Figures) { f.Age.Sum = report.Count(7000) }, "ålder-möjlig"},
		{"A9: so is the median", func(f *report.Figures) { f.Age.Known = report.Count(75) }, "ålder-möjlig"},
		{"A10: the contacts are possible", func(f *report.Figures) { f.Cohort.Least = report.Count(39) }, "kontakter-möjliga"},
		{"women and men are all", func(f *report.Figures) { f.Sex.Women = report.Count(42) }, "kön"},
		{"the classes are all", func(f *report.Figures) { f.AgeBands.Rows[0].All = report.Count(2) }, "åldersgrupper"},
		{"each group is all of its row", func(f *report.Figures) { f.AgeBands.Rows[0].Counts[0] = one }, "åldersgrupper"},
		{"the flow goes on", func(f *report.Figures) { f.Flow[1].On = report.Count(25) }, "flöde"},
		{"an answer of everybody", func(f *report.Figures) { f.Questions[1].Unclear = one }, "frågor-summa"},
		{"a plan is valid or not", func(f *report.Figures) { f.Plans.Overdue = one }, "planer"},
		{"a referral has a status", func(f *report.Figures) { f.Plans.Referrals.Closed = report.Count(15) }, "remisser"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := report.Tally(clinic(t))
			c.change(f)
			if got := strings.Join(failed(f), " "); !strings.Contains(got, c.want) {
				t.Errorf("the checks that fail are %q, want %s", got, c.want)
			}
		})
	}
}

func TestAFailedCheckIsToldInWords(t *testing.T) {
	f := report.Tally(clinic(t))
	f.Excluded[0].Patients = report.Count(33)
	for _, c := range report.Checks(f) {
		if c.Key == "skäl-summa" && !strings.HasPrefix(c.Text, "Stämmer inte: delarna är 48, summan 49. ") {
			t.Error(c.Text)
		}
	}
}

// What is hidden is not compared, and a table of which nothing is printed has
// no check.
func TestHiddenNumbersAreNotChecked(t *testing.T) {
	f := report.Tally(clinic(t))
	before := len(f.Checks)
	f.Excluded[0].Patients, f.ExcludedTotal = report.Secret(), report.Secret()
	f.Step2, f.Plans.Referrals = report.Number{}, report.Referrals{}
	checks := report.Checks(f)
	for _, c := range checks {
		if !c.OK {
			t.Errorf("%s: %s", c.Key, c.Text)
		}
	}
	if len(checks) >= before {
		t.Errorf("%d checks of %d numbers hidden", len(checks), before)
	}
}

// An extract may lack professions and units: then there is nothing to add up.
func TestTablesThatTheExtractLacks(t *testing.T) {
	in := granen()
	in.Summary = extract(in)
	in.Summary.Extract.ByProfession, in.Summary.Chosen.ByProfession = nil, nil
	for _, c := range in.Cases {
		if c.Review.Selection != nil {
			c.Review.Selection.ByProfession = nil
		}
	}
	equal(t, "failed", failed(report.Tally(in)), nil)
}

// Since the selection, a review has been changed by hand, or the extract has
// been read again: that is told, and is no fault of reckoning.
func TestAStaleSelectionIsToldApart(t *testing.T) {
	in := granen()
	in.Summary = extract(in)
	in.Summary.Chosen.Patients, in.Summary.Chosen.Contacts = 8, 186
	stale := 0
	for _, c := range report.Tally(in).Checks {
		if c.Stale {
			stale++
		}
		if c.OK != (c.Key != "urval-aktuellt") || c.Stale == c.OK {
			t.Errorf("%s is ok %v, stale %v", c.Key, c.OK, c.Stale)
		}
	}
	if stale != 1 {
		t.Errorf("%d checks are stale", stale)
	}
}
