package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kontrakt/internal/cohort"
	"kontrakt/internal/generate"
	"kontrakt/internal/source"
)

// urval chooses patients from a contact extract.
func (a *app) urval() *cobra.Command {
	var year, threshold int
	var out string
	c := &cobra.Command{
		Use:   "urval KONTAKTER",
		Short: "Välj ut de patienter som hade många kontakter, ur ett utdrag",
		Long: `Läser ett utdrag med en rad för varje kontakt (csv eller xlsx) och skriver en
granskning för varje patient som hade minst så många kontakter under året, och
urval.yaml med vad hela utdraget kom till.

Utdraget behöver kolumner för patientens id (eller personnummer) och kontaktens
datum. Kolumner för yrkeskategori, enhet, vårdgivare, kön, personnummer och ålder
används om de finns. Rubrikerna får stå i vilken ordning som helst och heta som i
Diver, Primärvårdskvalitet och Cosmic. Kommandot visar hur det förstod dem.

Har utdraget bara personnummer får patienterna id P-001 och uppåt, och känns igen
nästa gång på numret i sin fil. I en granskning som redan finns ändras bara urval.
Är något fel i utdraget skrivs ingenting.`,
		Example: `  kontrakt urval kontakter.csv --ar 2024 --troskel 30 --ut .
  kontrakt urval diver.xlsx --ar 2024 --troskel 20 --ut arbetsmapp`,
		Args: wants(1, 1, "ett utdrag, csv eller xlsx"),
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case year < 1900 || year > 2200:
				return &usageError{"kontrakt urval behöver --ar, det år som räknas", "till exempel: --ar 2024"}
			case threshold < 1:
				return &usageError{"kontrakt urval behöver --troskel, det minsta antalet kontakter", "till exempel: --troskel 30"}
			case out == "":
				return &usageError{"kontrakt urval behöver --ut, arbetsmappen som granskningarna skrivs i", "till exempel: --ut ."}
			}
			return a.choose(args[0], year, threshold, out)
		},
	}
	c.Flags().IntVar(&year, "ar", 0, "räkna kontakter under `ÅR`")
	c.Flags().IntVar(&threshold, "troskel", 0, "välj patienter med minst `N` kontakter")
	c.Flags().StringVar(&out, "ut", "", "skriv granskning/ och urval.yaml i `MAPP`")
	zeroIsNoDefault(c, "ar", "troskel")
	return c
}

// zeroIsNoDefault keeps the help from telling that a needed number is else 0.
func zeroIsNoDefault(c *cobra.Command, names ...string) {
	for _, n := range names {
		c.Flags().Lookup(n).DefValue = ""
	}
}

// choosing is one run of kontrakt urval.
type choosing struct {
	*kit
	contacts *cohort.Contacts
	summary  *cohort.Summary
	problems source.Problems
	files    []finished
	made     map[string][]string // ids: nya, ändrade, oförändrade
}

// enough is the memory that an extract of a million rows is read within; the
// collector works harder rather than take more.
const enough = 160 << 20

// choose is kontrakt urval with its arguments judged.
func (a *app) choose(name string, year, threshold int, out string) error {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(enough))
	f, err := a.openSheet(name)
	if err != nil {
		return err
	}
	defer f.Close()
	contacts, ps, err := cohort.ReadContacts(name, f, f.size, year)
	if err != nil {
		return failed(err, "%s går inte att läsa", name)
	}
	k, err := a.kit()
	if err != nil {
		return err
	}
	c := &choosing{kit: k, contacts: contacts, problems: ps, made: map[string][]string{}}
	if contacts != nil {
		if err := c.prepare(threshold, out); err != nil {
			return err
		}
	}
	if c.problems.Errors() == 0 {
		if err := c.write(out); err != nil {
			return err
		}
	}
	return c.tell(out)
}

// prepare makes every file that is to be written.
func (c *choosing) prepare(threshold int, out string) error {
	reviews, byID, err := c.holdReviews(filepath.Join(out, "granskning"))
	if err != nil {
		return err
	}
	var known []cohort.Known
	for _, h := range reviews {
		known = append(known, cohort.Known{ID: h.id(), Number: h.review.PrintedNumber()})
	}
	chosen, summary, ps := c.contacts.Choose(threshold, known)
	c.summary = summary
	c.problems = append(c.problems, ps...)
	now := map[string]bool{}
	for _, p := range chosen {
		now[strings.ToLower(p.ID)] = true
		h, old := byID[strings.ToLower(p.ID)]
		c.one(p, h, old, out)
	}
	for _, h := range reviews {
		if h.review.Selection != nil && !now[strings.ToLower(h.id())] {
			c.problems = append(c.problems, generate.Left(h.review))
		}
	}
	c.files = append(c.files, finished{filepath.Join(out, "urval.yaml"), summary.Encode()})
	return nil
}

// one makes the file of one patient.
func (c *choosing) one(p cohort.Patient, h held, old bool, out string) {
	what, f := "nya", finished{filepath.Join(out, "granskning", p.ID+".yaml"), nil}
	if old {
		data, ps := generate.Choose(h.name, h.data, p, c.summary)
		c.problems = append(c.problems, ps...)
		what, f = "ändrade", finished{h.name, data}
		if string(data) == string(h.data) {
			c.made["oförändrade"] = append(c.made["oförändrade"], p.ID)
			return
		}
	} else {
		f.data = generate.NewChosen(p, c.summary)
	}
	c.made[what] = append(c.made[what], p.ID)
	c.files = append(c.files, f)
}

// write writes the files, all or none.
func (c *choosing) write(out string) error {
	dir := filepath.Join(out, "granskning")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return failed(err, "mappen %s gick inte att skapa", dir)
	}
	sweep(dir, c.now())
	return writeTogether(c.files)
}

// tell shows how the extract was understood and what was written.
func (c *choosing) tell(out string) error {
	c.voice.problems(c.problems)
	if c.json {
		return c.object(c.asJSON(out))
	}
	if c.contacts == nil || c.quiet {
		return nil
	}
	c.understood()
	if c.summary == nil {
		return nil
	}
	all, chosen := c.summary.Extract, c.summary.Chosen
	c.voice.line("%s hade %s. %d av dem hade %d eller fler, tillsammans %s.", counted(all.Patients, "patient", "patienter"),
		counted(all.Contacts, "kontakt", "kontakter"), chosen.Patients, c.summary.Threshold, counted(chosen.Contacts, "kontakt", "kontakter"))
	if c.problems.Errors() > 0 {
		c.say("Inget skrevs. Rätta utdraget och kör igen.")
		return nil
	}
	c.voice.line("I %s: %s, %d med nytt urval, %d oförändrade.", filepath.Join(out, "granskning"),
		counted(len(c.made["nya"]), "ny granskning", "nya granskningar"), len(c.made["ändrade"]), len(c.made["oförändrade"]))
	return nil
}

// understood shows the columns and the rows.
func (c *choosing) understood() {
	c.voice.line("Kolumnerna lästes så här (%s):", c.contacts.Sheet)
	for _, col := range c.contacts.Columns {
		c.voice.line("  %-14s ur «%s»", col.Key, col.Value)
	}
	if len(c.contacts.Unused) > 0 {
		c.voice.line("  läses inte: %s", strings.Join(c.contacts.Unused, ", "))
	}
	c.voice.line("%s: %d användes.", counted(c.contacts.Rows, "rad", "rader"), c.contacts.Used())
	for _, l := range c.contacts.LeftOut {
		c.voice.line("  %d utelämnades, %s: %s", l.Count, l.Reason, lineNumbers(l))
	}
}

// lineNumbers lists the first lines of a reason.
func lineNumbers(l cohort.LeftOut) string {
	const shown = 10
	var words []string
	for _, n := range l.Lines[:min(shown, len(l.Lines))] {
		words = append(words, strconv.Itoa(n))
	}
	text := "rad " + strings.Join(words, ", ")
	if rest := l.Count - len(words); rest > 0 {
		text += fmt.Sprintf(" och %d till", rest)
	}
	return text
}
