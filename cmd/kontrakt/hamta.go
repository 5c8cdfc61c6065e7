package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"kontrakt/internal/cohort"
	"kontrakt/internal/generate"
	"kontrakt/internal/source"
)

// hamta brings a filled-in review sheet into the review files.
func (a *app) hamta() *cobra.Command {
	var empty, replace bool
	c := &cobra.Command{
		Use:   "hamta ARK MAPP",
		Short: "Hämta ett ifyllt granskningsark till granskningarna, eller skriv ett tomt",
		Long: `Hämtar ett ifyllt granskningsark (csv eller xlsx, en rad för varje patient) till
granskningarna i en arbetsmapp. Arket behöver kolumnerna patient_id och steg2. De
andra heter som nycklarna i granskningens fil, i vilken ordning som helst: datum och
konsultation_datum, beaktat_biologiskt, beaktat_psykologiskt, beaktat_socialt med
flera. Listor skrivs med | mellan. En tom cell betyder att det inte är känt, och
lämnar det som står i filen.

Är något fel sägs allt som är fel, rad för rad, och inget ändras. Text som redan
står i en granskning ersätts bara med --ersatt; en lista får alltid fler rader.

Med --tomt skrivs i stället det tomma arket, med en rad för varje granskning i
mappen och listor att välja ur.`,
		Example: `  kontrakt hamta --tomt ark.xlsx .
  kontrakt hamta ark.xlsx .
  kontrakt hamta ark.csv arbetsmapp --ersatt`,
		Args: wants(2, 2, "ett ark och en arbetsmapp"),
		RunE: func(_ *cobra.Command, args []string) error {
			if empty {
				return a.emptySheet(args[0], args[1])
			}
			return a.gather(args[0], args[1], replace)
		},
	}
	c.Flags().BoolVar(&empty, "tomt", false, "skriv det tomma arket (xlsx) för granskningarna i MAPP")
	c.Flags().BoolVar(&replace, "ersatt", false, "ersätt text som redan står i granskningarna")
	return c
}

// gathering is one run of kontrakt hamta.
type gathering struct {
	*kit
	byID     map[string]held
	ids      []string
	problems source.Problems
	files    []finished
	made     map[string][]string // ids: ändrade, oförändrade
}

// gather is kontrakt hamta with its arguments judged.
func (a *app) gather(name, folder string, replace bool) error {
	f, err := a.openSheet(name)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, ps, err := cohort.ReadSheet(name, f, f.size)
	if err != nil {
		return failed(err, "%s går inte att läsa", name)
	}
	k, reviews, byID, err := a.folder(folder)
	if err != nil {
		return err
	}
	g := &gathering{kit: k, byID: byID, problems: ps, made: map[string][]string{}}
	for _, h := range reviews {
		g.ids = append(g.ids, h.id())
	}
	for _, row := range rows {
		g.row(row, replace)
	}
	g.problems.Sort()
	if g.problems.Errors() == 0 {
		if err := writeTogether(g.files); err != nil {
			return err
		}
	}
	return g.tell(folder, len(rows))
}

// folder reads the reviews of a working folder that must have some.
func (a *app) folder(folder string) (*kit, []held, map[string]held, error) {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return nil, nil, nil, failed(cmpErr(err, errNotFolder), "mappen %s går inte att läsa", folder)
	}
	k, err := a.kit()
	if err != nil {
		return nil, nil, nil, err
	}
	dir := filepath.Join(folder, "granskning")
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		dir = filepath.Clean(folder)
	}
	reviews, byID, err := k.holdReviews(dir)
	if err == nil && len(reviews) == 0 {
		err = &inputError{"i mappen " + dir + " finns inga granskningar", "skriv dem först med: kontrakt urval, eller kontrakt ny"}
	}
	return k, reviews, byID, err
}

// row brings one row into its review.
func (g *gathering) row(row cohort.SheetRow, replace bool) {
	h, ok := g.byID[strings.ToLower(row.ID)]
	if !ok {
		g.problems = append(g.problems, row.UnknownPatient(g.ids))
		return
	}
	data, ps := generate.Gather(h.name, h.data, row, replace, source.Options{Chars: g.line.Fonts.Has})
	g.problems = append(g.problems, ps...)
	if bytes.Equal(data, h.data) {
		g.made["oförändrade"] = append(g.made["oförändrade"], h.id())
		return
	}
	g.made["ändrade"] = append(g.made["ändrade"], h.id())
	g.files = append(g.files, finished{h.name, data})
}

// tell shows what was changed.
func (g *gathering) tell(folder string, rows int) error {
	g.voice.problems(g.problems)
	wrong := g.problems.Errors()
	if g.json {
		o := map[string]any{"kommando": "hamta", "mapp": folder, "rader": rows, "ändrade": []string{}, "oförändrade": []string{}, "problem": jsonProblems(g.problems)}
		if wrong == 0 {
			o["ändrade"], o["oförändrade"] = notNil(g.made["ändrade"]), notNil(g.made["oförändrade"])
		}
		return g.object(o)
	}
	if wrong > 0 {
		g.say("%s i arket. Ingen granskning ändrades.", counted(wrong, "fel", "fel"))
		return nil
	}
	if !g.quiet {
		g.voice.line("%s hämtades: %s ändrades, %d var redan som i arket.", counted(rows, "rad", "rader"),
			counted(len(g.made["ändrade"]), "granskning", "granskningar"), len(g.made["oförändrade"]))
	}
	return nil
}

// emptySheet is kontrakt hamta --tomt.
func (a *app) emptySheet(name, folder string) error {
	if !strings.EqualFold(filepath.Ext(name), ".xlsx") {
		return &usageError{"det tomma arket måste vara en fil som slutar på .xlsx", "till exempel:\nkontrakt hamta --tomt ark.xlsx " + folder}
	}
	_, reviews, _, err := a.folder(folder)
	if err != nil {
		return err
	}
	var ids []string
	for _, h := range reviews {
		ids = append(ids, h.id())
	}
	var b bytes.Buffer
	if err := cohort.WriteEmptySheet(&b, ids); err != nil {
		return failed(err, "arket gick inte att göra")
	}
	kept, err := keepOrWrite(name, b.Bytes())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return failed(err, "mappen för %s går inte att skriva i", name)
	case err != nil:
		return failed(err, "%s gick inte att skriva", name)
	case kept:
		return &inputError{"filen " + name + " finns redan och behålls som den är", "välj ett annat namn"}
	case a.json:
		return a.object(map[string]any{"kommando": "hamta", "fil": name, "rader": len(ids), "problem": jsonProblems(nil)})
	case !a.quiet:
		a.line("%s, en rad för varje granskning: %d", name, len(ids))
	}
	return nil
}
