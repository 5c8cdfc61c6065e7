package report

import (
	"strconv"
	"strings"

	"kontrakt/internal/cohort"
	"kontrakt/internal/phrase"
)

// about is whose figures these are, of when, and how to read them: a workbook
// is sent on without its report.
func (b *workbook) about() {
	var rows [][]cohort.Cell
	add := func(what, text string) {
		if text != "" {
			rows = append(rows, []cohort.Cell{written(what), written(text)})
		}
	}
	add("Kliniker", strings.Join(b.Clinics, ", "))
	add("Region", b.Region)
	add("Projekt", b.Project)
	add("Sammanställd", b.Day)
	number := func(what string, n int) {
		if n > 0 {
			rows = append(rows, []cohort.Cell{written(what), {Number: strconv.Itoa(n)}})
		}
	}
	number("Kontakter under", b.Cohort.Year)
	number("Minst så många kontakter", b.Cohort.Threshold)
	if b.Public == nil {
		add("Version", b.w.Internal)
	} else {
		least, most := strconv.Itoa(b.Public.Minimum), strconv.Itoa(b.Public.Minimum-1)
		add("Version", phrase.Fill(b.w.Public, "antal", least))
		add("Skydd", phrase.Fill(b.w.Guard.Rule, "minst", least, "högst", most))
		add("Tecken", phrase.Fill(b.w.Guard.Marks, "minst", least, "högst", most))
	}
	add("..", "uppgiften finns inte, eller skrivs inte ut")
	add("Median, kontakter", b.Cohort.Estimated)
	add("Median, ålder", b.Age.Estimated)
	add("Median, olika läkare", b.Doctors.Estimated)
	if b.Step3 != nil {
		for _, g := range b.Step3.Before {
			add("Median, "+g.Name+", före", g.Before.Estimated)
			add("Median, "+g.Name+", efter", g.After.Estimated)
		}
	}
	b.sheet("about", []string{"Uppgift", "innehåll"}, rows)
}

// extract is what the extract held, and what of it was counted.
func (b *workbook) extract() {
	u := b.Urval
	if u == nil {
		return
	}
	rows := [][]cohort.Cell{{written("Rader"), counted(u.RowsRead)}, {written("Rader som användes"), counted(u.RowsUsed)}}
	for _, l := range u.LeftOut {
		rows = append(rows, []cohort.Cell{written("Utelämnade rader: " + l.Reason), counted(l.Rows)})
	}
	rows = append(rows, []cohort.Cell{written("Patienter"), counted(u.All.Patients)}, []cohort.Cell{written("Kontakter"), counted(u.All.Contacts)})
	for _, table := range []struct {
		what string
		rows []ContactRow
	}{{"yrkeskategori", u.All.ByProfession}, {"enhet", u.All.ByUnit}} {
		for _, r := range LargestFirst(table.rows) {
			rows = append(rows, []cohort.Cell{written("Kontakter, " + table.what + ": " + r.Name), counted(r.Contacts)})
		}
	}
	b.sheet("urval", []string{"Hela uttaget", "antal"}, rows)
}
