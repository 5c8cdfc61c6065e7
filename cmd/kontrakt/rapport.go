package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kontrakt/internal/doc"
	"kontrakt/internal/generate"
	"kontrakt/internal/report"
	"kontrakt/internal/source"
)

// reportFlags are what kontrakt rapport can be asked for.
type reportFlags struct {
	out      string
	format   string
	public   bool
	least    int
	leastSet bool
	pictures string
	compare  string
}

// reportHelp is what kontrakt rapport does, in its help.
const reportHelp = `Räknar ihop en arbetsmapps granskningar till en projektrapport: urvalet, kontakter
per yrke och enhet, ålder och kön, vad granskningen visade, skäl, åtgärder, planer
och uppföljning. Rapporten kontrollerar sin egen räkning och säger till när något
inte stämmer.

Texterna i avsnitten skriver ni själva, i mappen rapport i arbetsmappen: en fil för
varje avsnitt, till exempel bakgrund.md eller B.md. Vilka avsnitt som finns och i
vilken ordning de står säger templates/rapport.yaml.

Med --publik skrivs inget antal som är mindre än fem men större än noll, och inget
som går att räkna ut ur resten. Rapporten säger vad som är hopslaget och dolt.

Ur patientkontrakt (PDF) görs tabellerna om planer. Ur flera klinikers rapporter
(JSON) görs en gemensam rapport; då lämnar ingen patient sin klinik.`

// rapport makes the project report.
func (a *app) rapport() *cobra.Command {
	var o reportFlags
	c := &cobra.Command{
		Use:   "rapport MAPP|FIL|PDF…",
		Short: "Gör projektrapporten av granskningarna",
		Long:  reportHelp,
		Example: `  kontrakt rapport .
  kontrakt rapport . --ut rapport.pdf
  kontrakt rapport . --publik --ut publik.pdf --bilder bilder
  kontrakt rapport . --publik --ut halsan2.json
  kontrakt rapport halsan2.json rosenlund.json --ut gemensam.pdf
  kontrakt rapport kontrakt/*.pdf --ut planer.pdf`,
		Args: wants(1, -1, "en arbetsmapp, granskningar, kontrakt eller rapporter som JSON"),
		RunE: func(c *cobra.Command, args []string) error {
			o.leastSet = c.Flags().Changed("minsta")
			return a.report(args, o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.out, "ut", "", "skriv rapporten i `FIL`; - betyder stdout")
	f.StringVar(&o.format, "format", "", "`FORMAT`: "+strings.Join(reportFormats(), ", ")+"; annars det som filen slutar på, utan fil txt")
	f.BoolVar(&o.public, "publik", false, "skriv inga små tal, så att ingen kan röjas")
	f.IntVar(&o.least, "minsta", 5, "minsta antal som skrivs ut med --publik, `N`")
	f.StringVar(&o.pictures, "bilder", "", "skriv också bilderna som SVG i `MAPP`")
	f.StringVar(&o.compare, "jamfor", "", "jämför med publicerade siffror i `FIL` (JSON)")
	c.RegisterFlagCompletionFunc("format", complete(reportFormats()))
	return c
}

// reportFormats are the formats as they are typed.
func reportFormats() []string {
	var names []string
	for _, f := range generate.ReportFormats() {
		names = append(names, string(f))
	}
	return names
}

// as is the format that the flags ask for.
func (o reportFlags) as() (generate.Format, error) {
	known := reportFormats()
	ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(o.out)), ".")
	switch {
	case o.format != "" && !slices.Contains(known, o.format):
		return "", &usageError{"formatet «" + o.format + "» finns inte", suggest(o.format, known, "det här finns")}
	case o.format != "":
		return generate.Format(o.format), nil
	case slices.Contains(known, ending):
		return generate.Format(ending), nil
	case isStdout(o.out):
		return generate.Text, nil
	}
	return "", &usageError{"av namnet " + o.out + " framgår inte vilket format rapporten ska ha", "låt det sluta på ." + strings.Join(known, ", .") + ", eller ange --format"}
}

// judgeReport judges the flags together.
func (a *app) judgeReport(o reportFlags, as generate.Format) error {
	piped := isStdout(o.out)
	binary := as == generate.PDF || as == generate.Workbook
	switch {
	case o.leastSet && !o.public:
		return &usageError{"--minsta gäller bara tillsammans med --publik", "lägg till --publik, eller ta bort --minsta"}
	case o.least < 2:
		return &usageError{"--minsta måste vara minst 2", "till exempel: --publik --minsta 5"}
	case binary && o.out == "":
		return &usageError{"en rapport som " + string(as) + " behöver en fil att skrivas i", "till exempel: --ut rapport." + string(as)}
	case a.json && piped:
		return &usageError{"--json skriver resultatet på stdout, så rapporten behöver en fil", "ange --ut FIL; siffrorna som JSON fås med --format json"}
	}
	return nil
}

// reporting is one run of kontrakt rapport.
type reporting struct {
	*kit
	figures  *report.Figures
	prose    map[string][]doc.Block
	problems source.Problems
	inputs   []string // files that the report may not be written over
	brief    bool     // the example: no file names
	home     string   // the working folder; empty for a joint report
	mixed    bool     // joint figures, some of them public and some not
}

// report is kontrakt rapport with its arguments read.
func (a *app) report(args []string, o reportFlags) error {
	as, err := o.as()
	if err != nil {
		return err
	}
	if err := a.judgeReport(o, as); err != nil {
		return err
	}
	k, err := a.kit()
	if err != nil {
		return err
	}
	r := &reporting{kit: k}
	err = generate.Guarded(func() error { return r.make(args, o, as) })
	var told *worldError
	var input *inputError
	var usage *usageError
	if err == nil || errors.As(err, &told) || errors.As(err, &input) || errors.As(err, &usage) {
		return err
	}
	return failed(err, "rapporten blev inte klar")
}

// make counts, hides, compares and writes.
func (r *reporting) make(args []string, o reportFlags, as generate.Format) error {
	if err := r.count(args); err != nil {
		return err
	}
	if err := r.protect(o); err != nil {
		return err
	}
	if err := r.compare(o.compare); err != nil {
		return err
	}
	return r.write(o, as)
}

// count reads what the report is made of, and counts it. Reports as JSON make
// a joint one.
func (r *reporting) count(args []string) error {
	joint := 0
	for _, arg := range args {
		if strings.EqualFold(filepath.Ext(arg), ".json") {
			joint++
		}
	}
	switch joint {
	case 0:
		return r.countReviews(args)
	case len(args):
		return r.join(args)
	}
	return &usageError{"rapporter som JSON går inte att lägga ihop med granskningar", "gör först klinikens egen rapport med --format json, och lägg sedan ihop rapporterna"}
}

// countReviews counts a working folder, reviews or contracts.
func (r *reporting) countReviews(args []string) error {
	files, err := r.reviewFiles(args)
	if err != nil {
		return err
	}
	home, err := oneHome(files)
	if err != nil {
		return err
	}
	r.home = home
	of, err := r.clinic(home, files)
	if err != nil {
		return err
	}
	if err := r.readProse(filepath.Join(home, "rapport")); err != nil {
		return err
	}
	var jobs []generate.Job
	twins := twins(files, source.Error)
	for _, f := range files {
		r.inputs = append(r.inputs, f.name)
		jobs = append(jobs, generate.Job{Name: f.name, Unit: r.unit(f.unit).unit, Twin: twins[f.name], Read: func() ([]byte, error) { return r.read(f.name) }})
	}
	p := r.progress(len(jobs))
	figures, ps, err := r.line.Tally(jobs, of)
	p.clear()
	r.problems = append(r.problems, ps...)
	if err != nil {
		return failed(err, "granskningarna går inte att läsa")
	}
	r.figures = figures
	return nil
}

// oneHome is the working folder of files that a report is made of: figures of
// two clinics are put together from their reports, never from their patients.
func oneHome(files []file) (string, error) {
	home := filepath.Dir(files[0].unit)
	for _, f := range files {
		if dir := filepath.Dir(f.unit); dir != home && !isPaper(f.name) {
			return "", &inputError{"granskningarna ligger i flera arbetsmappar: " + home + " och " + dir,
				"gör en rapport för varje arbetsmapp med --format json, och lägg sedan ihop rapporterna"}
		}
	}
	return home, nil
}

// protect hides what could expose somebody. Joint figures of public reports
// tell nothing that those do not, and stay as they are; of public and internal
// ones together nobody could say what a hidden number is.
func (r *reporting) protect(o reportFlags) error {
	switch {
	case r.figures == nil || !o.public:
	case r.figures.Public != nil && r.figures.Public.Minimum < o.least:
		return &usageError{fmt.Sprintf("rapporterna är gjorda med minsta antal %d, så %d går inte att lova", r.figures.Public.Minimum, o.least),
			"gör dem igen hos varje klinik, med --minsta " + strconv.Itoa(o.least)}
	case r.figures.Public != nil:
	case r.mixed:
		return &usageError{"en del av rapporterna är publika och en del interna", "gör alla med --publik hos varje klinik, och lägg sedan ihop dem"}
	default:
		r.tellFew(o.least)
		r.figures = report.Protect(r.figures, o.least)
	}
	return nil
}

// tellFew says, to the clinic alone, that a public report of so few patients
// hides nearly everything, and that what is none of them is told all the same.
func (r *reporting) tellFew(least int) {
	if n, _ := r.figures.Cohort.Patients.Value(); n > 0 && n < least {
		r.say("Urvalet har färre än %d patienter, så nästan allt är dolt. Där det står 0 gäller det alla. Lämna inte ut rapporten ensam.", least)
	}
}

// compare tells where published figures differ.
func (r *reporting) compare(name string) error {
	if name == "" || r.figures == nil {
		return nil
	}
	data, err := r.read(name)
	if err != nil {
		return failed(err, "%s går inte att läsa", name)
	}
	findings, ps := report.Compare(name, data, r.figures)
	r.problems = append(r.problems, append(ps, findings...)...)
	return nil
}

// join puts several clinics' reports together. What they have written stays
// with them.
func (r *reporting) join(names []string) error {
	var all []*report.Figures
	for _, name := range names {
		r.inputs = append(r.inputs, name)
		data, err := r.read(name)
		if err != nil {
			return failed(err, "%s går inte att läsa", name)
		}
		f, ps := report.Read(name, data)
		r.problems = append(r.problems, ps...)
		if f != nil {
			all = append(all, f)
		}
	}
	if r.problems.Errors() > 0 {
		return nil
	}
	if r.problems = append(r.problems, report.Twice(names, all)...); r.problems.Errors() > 0 {
		return nil
	}
	r.mixed = slices.ContainsFunc(all, func(f *report.Figures) bool { return (f.Public == nil) != (all[0].Public == nil) })
	r.figures = report.Join(all)
	return nil
}
