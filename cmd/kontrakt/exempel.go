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
		Short: "Skriv en hel påhittad klinik och gör alla dess kontrakt",
		Long: `Skriver en hel påhittad klinik (75 granskningar, 26 med plan, enhet.yaml och
kontakter.csv) i en mapp och gör alla kontrakt i den. Ingen i den finns på
riktigt. Filer som du har ändrat i mappen behålls.`,
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
	b.toldExample(dir, len(files))
	return nil
}

// toldExample says in three lines what was made, where, and what to open first.
func (b *batch) toldExample(dir string, reviews int) {
	if b.json || b.quiet {
		return
	}
	b.line("En påhittad klinik: %d granskningar, och %d patientkontrakt av de granskningar som har en plan.", reviews, b.tally.made)
	b.line("Granskningarna ligger i %s och kontrakten i %s.", filepath.Join(dir, "granskning"), filepath.Join(dir, "kontrakt"))
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
