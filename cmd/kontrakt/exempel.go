package main

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"kontrakt/internal/generate"
	"kontrakt/klinik"
)

// exampleDay is the day on which the made-up clinic's plans were agreed: the
// example is always made as of it, so that it is the same on any day.
const exampleDay = "2025-09-15"

// exempel writes the made-up clinic and makes all its contracts: the whole
// program in one command.
func (a *app) exempel() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "exempel",
		Short: "Skriv en hel påhittad klinik och gör alla dess kontrakt och dess rapport",
		Long: `Skriver en hel påhittad klinik (75 granskningar, 26 med plan, enhet.yaml,
kontakter.csv, urval.yaml och texter till rapporten) i en mapp, och gör alla
kontrakt och projektrapporten i den. Ingen i den finns på riktigt. Filer som du
har ändrat i mappen behålls.`,
		Example: "  kontrakt exempel\n  kontrakt exempel --ut prova",
		Args:    wants(0, 0, ""),
		RunE:    func(*cobra.Command, []string) error { return a.example(out) },
	}
	c.Flags().StringVar(&out, "ut", "exempel", "`MAPP` att skriva kliniken i")
	return c
}

// example writes the clinic to a folder and makes the contracts.
func (a *app) example(dir string) error {
	if dir == "" {
		return &usageError{"--ut är tomt", "ange en mapp, till exempel: --ut exempel"}
	}
	a.date = exampleDay
	kept, err := writeClinic(dir)
	if err != nil {
		return err
	}
	for _, name := range kept {
		a.fail(&inputError{"filen " + name + " är ändrad sedan den skrevs och behålls som den är", "ta bort den, eller välj en annan mapp med --ut, för att få exemplets egen"})
	}
	files, err := a.reviewFiles([]string{dir})
	if err != nil {
		return err
	}
	k, err := a.kit()
	if err != nil {
		return err
	}
	b := &batch{app: a, kit: k, folders: map[string]error{}, brief: true}
	if err := b.run(files, generate.Request{Formats: []generate.Format{generate.PDF}, Protected: true}, ""); err != nil {
		return err
	}
	rapport, err := k.exampleReport(dir)
	if err != nil {
		return err
	}
	b.toldExample(dir, len(files), rapport)
	return nil
}

// exampleReport makes the project report of the made-up clinic; its name is
// empty where what somebody has changed keeps it from being made.
func (k *kit) exampleReport(dir string) (name string, err error) {
	r := &reporting{kit: k, brief: true}
	if err := r.countReviews([]string{dir}); err != nil {
		return "", err
	}
	name = filepath.Join(dir, "rapport.pdf")
	if err := r.write(reportFlags{out: name}, generate.PDF); err != nil || r.figures == nil || r.fatal() {
		return "", err
	}
	return name, nil
}

// toldExample says in three lines what was made, where, and what to open first.
func (b *batch) toldExample(dir string, reviews int, rapport string) {
	if b.json || b.quiet {
		return
	}
	b.line("En påhittad klinik: %d granskningar, och %d patientkontrakt av de granskningar som har en plan.", reviews, b.tally.made)
	where := "Granskningarna ligger i " + filepath.Join(dir, "granskning") + " och kontrakten i " + filepath.Join(dir, "kontrakt") + "."
	if rapport != "" {
		where += " Projektrapporten är " + rapport + "."
	}
	b.line("%s", where)
	if b.first != "" {
		b.line("Öppna först %s", b.first)
	}
}

// writeClinic writes the embedded clinic. Files that exist with another
// content are kept; their names are returned.
func writeClinic(dir string) (kept []string, err error) {
	err = fs.WalkDir(klinik.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(dir, filepath.FromSlash(name))
		if d.IsDir() {
			return failed(os.MkdirAll(target, 0o755), "mappen %s gick inte att skapa", target)
		}
		data, err := fs.ReadFile(klinik.FS, name)
		if err != nil {
			return err
		}
		old, err := keepOrWrite(target, data)
		if old {
			kept = append(kept, target)
		}
		return failed(err, "%s gick inte att skriva", target)
	})
	return kept, err
}
