package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
	"kontrakt/templates"
)

// ny writes a new review file, filled in from plan templates.
func (a *app) ny() *cobra.Command {
	var id, out, from string
	c := &cobra.Command{
		Use:   "ny DIAGNOS…",
		Short: "Skriv en ny granskning med plan, ifylld ur planmallarna eller en tidigare plan",
		Long: `Skriver en ny granskning med plan för en patient. Allt som planmallarna föreslår
står där att välja bland, och kommentarer säger vad du ska fylla i. Filen heter
granskning/<id>.yaml i den mapp som du står i. En fil som redan finns skrivs
aldrig över.

Med --fran börjar planen där en tidigare slutade: ange det gamla kontraktet
(PDF) eller den gamla granskningen. Id och diagnoser tas därifrån om du inte
anger andra. Raderna följer med som de stod; nästa steg och alla dagar står
tomma. Förra årets fil ligger kvar. Finns granskning/<id>.yaml redan, skriv i en
annan arbetsmapp med --ut, en mapp för varje år.

Mallarnas id visas med kommandot: kontrakt mallar`,
		Example: `  kontrakt ny langvarig-smarta --id EX-001
  kontrakt ny typ-2-diabetes hypertoni --id EX-002 --ut prov/granskning/EX-002.yaml
  kontrakt ny --fran kontrakt/EX-001-kontrakt.pdf --ut 2026/granskning/EX-001.yaml`,
		Args: func(c *cobra.Command, args []string) error {
			if from != "" {
				return nil
			}
			return wants(1, -1, "minst en diagnos, eller --fran")(c, args)
		},
		ValidArgsFunction: a.completeTemplates(-1),
		RunE: func(_ *cobra.Command, args []string) error {
			if from != "" {
				return a.renew(args, id, from, out)
			}
			return a.draft(args, id, out)
		},
	}
	c.Flags().StringVar(&id, "id", "", "granskningens `ID`, också filens namn; aldrig ett personnummer")
	c.Flags().StringVar(&out, "ut", "", "skriv `FIL` i stället för granskning/<id>.yaml; - betyder stdout")
	c.Flags().StringVar(&from, "fran", "", "börja från planen i `FIL`: ett tidigare kontrakt (PDF) eller en tidigare granskning")
	return c
}

// draft is kontrakt ny with its arguments judged.
func (a *app) draft(diagnoses []string, id, out string) error {
	if id == "" {
		return &usageError{"kontrakt ny behöver --id, granskningens eget id", "till exempel:\nkontrakt ny " + strings.Join(diagnoses, " ") + " --id EX-001"}
	}
	out, err := newName(id, out)
	if err != nil {
		return err
	}
	k, err := a.kit()
	if err != nil {
		return err
	}
	definitions, err := k.templates(diagnoses)
	if err != nil {
		return err
	}
	data, err := k.newReview(out, func(skeleton []byte, u *review.Unit) ([]byte, error) {
		return k.line.Draft(skeleton, id, definitions, u)
	})
	if err != nil {
		return err
	}
	return k.writeNew(out, data, "välj ett annat --id, eller ändra i filen")
}

// newName is the new file's name: as --ut says, else after the id.
func newName(id, out string) (string, error) {
	if out == "" {
		return filepath.Join("granskning", id+".yaml"), nil
	}
	if base := filepath.Base(out); out != "-" && base != id+".yaml" {
		return "", &usageError{"filen måste heta som sitt id, " + id + ".yaml", "till exempel: --ut " + filepath.Join(filepath.Dir(out), id+".yaml")}
	}
	return out, nil
}

// templates are the definitions of the ids, each once.
func (k *kit) templates(ids []string) ([]*plan.Definition, error) {
	var all []*plan.Definition
	for i, id := range ids {
		if slices.Contains(ids[:i], id) {
			continue
		}
		d, err := k.template(id)
		if err != nil {
			return nil, err
		}
		all = append(all, d)
	}
	return all, nil
}

// newReview is the new file's text, made of the skeleton and the unit's facts.
func (k *kit) newReview(out string, write func([]byte, *review.Unit) ([]byte, error)) ([]byte, error) {
	skeleton, err := fs.ReadFile(templates.FS, "ny/granskning.yaml")
	if err != nil {
		return nil, failed(err, "förlagan till nya granskningar går inte att läsa")
	}
	u := k.unit(place(out).unit)
	k.problems(u.problems)
	data, err := write(skeleton, u.unit)
	if err != nil {
		return nil, failed(err, "granskningen gick inte att göra")
	}
	return data, badID(data)
}

// badID tells an id that no review may have.
func badID(data []byte) error {
	r, ps := review.Read("-", data, source.Options{})
	if notReview(r.Patient.ID + ".yaml") {
		return &usageError{"--id: " + r.Patient.ID + ".yaml är klinikens egen fil och aldrig en granskning", "välj ett annat id"}
	}
	for _, p := range ps {
		if p.Path == "patient.id" {
			return &usageError{"--id: " + p.Text, p.Hint}
		}
	}
	return nil
}

// writeNew writes the new file, unless there is one that people may have
// edited; instead says what to do then.
func (k *kit) writeNew(out string, data []byte, instead string) error {
	if out == "-" {
		_, err := k.out.Write(data)
		return failed(err, "granskningen gick inte att skriva till stdout")
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return failed(err, "mappen %s gick inte att skapa", filepath.Dir(out))
	}
	if other := sameButCase(out); other != "" {
		return &inputError{"filen " + other + " finns redan, och id:n som skiljer sig bara i stora och små bokstäver är samma", "välj ett annat --id"}
	}
	kept, err := keepOrWrite(out, data)
	if err != nil {
		return failed(err, "%s gick inte att skriva", out)
	}
	if kept {
		return &inputError{"filen " + out + " finns redan och behålls som den är", instead}
	}
	if k.json {
		return k.object(map[string]any{"kommando": "ny", "fil": out, "problem": jsonProblems(source.Problems{})})
	}
	if !k.quiet {
		fmt.Fprintln(k.out, out)
	}
	k.say("Fyll i filen och kontrollera den med: kontrakt kontrollera %s", out)
	return nil
}

// sameButCase is a file beside a new one whose name differs in capitals alone;
// empty when there is none.
func sameButCase(name string) string {
	entries, _ := os.ReadDir(filepath.Dir(name)) // a folder that cannot be read is told when it is written to
	for _, e := range entries {
		if base := filepath.Base(name); e.Name() != base && strings.EqualFold(e.Name(), base) {
			return filepath.Join(filepath.Dir(name), e.Name())
		}
	}
	return ""
}
