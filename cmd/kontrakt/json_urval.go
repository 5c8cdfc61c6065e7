package main

import (
	"kontrakt/internal/cohort"
	"kontrakt/internal/source"
)

// asJSON is the result of kontrakt urval as --json shows it.
func (c *choosing) asJSON(out string) map[string]any {
	o := map[string]any{"kommando": "urval", "mapp": out, "problem": jsonProblems(c.problems)}
	if c.contacts == nil {
		return o
	}
	columns := []map[string]string{}
	for _, col := range c.contacts.Columns {
		columns = append(columns, map[string]string{"kolumn": col.Key, "rubrik": col.Value})
	}
	left := []map[string]any{}
	for _, l := range c.contacts.LeftOut {
		left = append(left, map[string]any{"orsak": l.Reason, "antal": l.Count, "rader": l.Lines})
	}
	o["kolumner"], o["läses_inte"] = columns, notNil(c.contacts.Unused)
	o["rader"] = map[string]int{"lästa": c.contacts.Rows, "använda": c.contacts.Used()}
	o["utelämnade"] = left
	if c.summary != nil {
		o["fil"], o["blad"] = c.summary.File, c.summary.Sheet
		o["år"], o["tröskel"] = c.summary.Year, c.summary.Threshold
		o["utdraget"], o["urvalet"] = jsonTotals(c.summary.Extract), jsonTotals(c.summary.Chosen)
	}
	for _, what := range []string{"nya", "ändrade", "oförändrade"} {
		o[what] = []string{}
		if c.problems.Errors() == 0 {
			o[what] = notNil(c.made[what])
		}
	}
	return o
}

// notNil is a list that is written as [] where it is empty.
func notNil(words []string) []string { return append([]string{}, words...) }

// jsonTotals are totals with the keys of urval.yaml.
func jsonTotals(t cohort.Totals) map[string]any {
	o := map[string]any{
		"patienter": t.Patients, "kontakter": t.Contacts,
		"per_yrkeskategori": jsonCounts(t.ByProfession), "per_enhet": jsonCounts(t.ByUnit),
		"kön": map[string]int{"kvinnor": t.Sex.Women, "män": t.Sex.Men, "okänt": t.Sex.Unknown},
	}
	if t.Doctors != nil {
		o["olika_läkare"] = *t.Doctors
	}
	ages := map[string]any{"kända": t.Age.Known}
	if t.Age.Known > 0 {
		ages["summa"], ages["medel"], ages["median"] = t.Age.Sum, t.Age.Mean, t.Age.Median
		ages["lägst"], ages["högst"] = *t.Age.Least, *t.Age.Most
	}
	o["ålder"] = ages
	return o
}

// jsonCounts are counts in their order.
func jsonCounts(counts []source.Count) []map[string]any {
	rows := []map[string]any{}
	for _, c := range counts {
		rows = append(rows, map[string]any{"namn": c.Name, "kontakter": c.N})
	}
	return rows
}
