package main

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kontrakt/internal/generate"
	"kontrakt/internal/lint"
	"kontrakt/internal/source"
)

// kontrollera checks reviews and plan templates and writes nothing.
func (a *app) kontrollera() *cobra.Command {
	var only bool
	c := &cobra.Command{
		Use:   "kontrollera [FIL|MAPP…]",
		Short: "Kontrollera granskningar, planmallar och kontrakt, utan att skriva något",
		Long: `Kontrollerar granskningar och planmallar och säger allt som är fel, med fil, rad
och kolumn. Inget skrivs. Utan argument kontrolleras den mapp som du står i.

Av planmallarna sägs bara felen. Med --mallar-endast sägs också det som en noggrann
kollega skulle påpeka: källor, datum, läsbarhet, språk och det som inte är granskat.

Av ett färdigt kontrakt (PDF) sägs om filen är hel, om den är oförändrad sedan
den gjordes och om planen fortfarande gäller.`,
		Example: `  kontrakt kontrollera
  kontrakt kontrollera granskning/EX-001.yaml
  kontrakt kontrollera kontrakt/EX-001-kontrakt.pdf
  kontrakt kontrollera --mallar-endast --mallar vara-mallar`,
		RunE: func(_ *cobra.Command, args []string) error {
			if only && len(args) > 0 {
				return &usageError{"--mallar-endast kontrollerar planmallarna och tar inga granskningar", "ta bort flaggan, eller granskningarna"}
			}
			return a.check(args, only)
		},
	}
	c.Flags().BoolVar(&only, "mallar-endast", false, "kontrollera planmallarna och inget annat")
	return c
}

// check is kontrakt kontrollera with its arguments judged.
func (a *app) check(args []string, templatesOnly bool) error {
	files, err := a.toCheck(args, templatesOnly)
	if err != nil {
		return err
	}
	k, err := a.kit()
	if err != nil {
		return err
	}
	all := k.checkTemplates(templatesOnly)
	found, whole, seven := k.checkReviews(files)
	all = append(all, found...)
	reviews, papers := countFiles(files)
	if a.json {
		return a.object(map[string]any{"kommando": "kontrollera", "granskningar": seven, "kontrakt": whole,
			"planmallar": len(k.line.Plans.IDs()), "problem": jsonProblems(all)})
	}
	var read []string
	if reviews > 0 || papers == 0 {
		read = append(read, counted(reviews, "granskning", "granskningar"))
	}
	if papers > 0 {
		read = append(read, counted(papers, "kontrakt", "kontrakt"))
	}
	a.say("%s och %s kontrollerade: %s.", strings.Join(read, ", "), counted(len(k.line.Plans.IDs()), "planmall", "planmallar"), verdict(all))
	return nil
}

// checkTemplates checks the plan templates, then says what a colleague would
// say of their texts. Beside reviews only their errors are told: what is
// unreviewed or unsourced stands in kontrakt mallar.
func (k *kit) checkTemplates(all bool) source.Problems {
	ps := append(k.line.Plans.Check(), lint.Check(k.line.Plans, k.line.Today)...)
	ps.Sort()
	if !all {
		ps = slices.DeleteFunc(ps, func(p source.Problem) bool { return p.Severity != source.Error })
	}
	k.problems(ps)
	return ps
}

// verdict counts errors and warnings in words.
func verdict(ps source.Problems) string {
	warnings := len(ps) - ps.Errors()
	switch {
	case len(ps) == 0:
		return "inget fel"
	case warnings == 0:
		return counted(ps.Errors(), "fel", "fel")
	case ps.Errors() == 0:
		return "inget fel, " + counted(warnings, "varning", "varningar")
	}
	return counted(ps.Errors(), "fel", "fel") + ", " + counted(warnings, "varning", "varningar")
}

// toCheck is the reviews to check: those named, else the current folder's.
func (a *app) toCheck(args []string, templatesOnly bool) ([]file, error) {
	if templatesOnly {
		return nil, nil
	}
	if len(args) > 0 {
		return a.reviewFiles(args)
	}
	if info, err := os.Stat("granskning"); err != nil || !info.IsDir() {
		return nil, nil
	}
	return a.reviewFiles([]string{"."})
}

// checkReviews checks the reviews, and the papers, of which the whole ones are
// returned, and which of the seven questions each plan answers. A unit without
// facts is no error here: the reviews may be written before them.
func (k *kit) checkReviews(files []file) (source.Problems, []jsonPaper, []jsonChecked) {
	jobs, all := k.jobs(files, source.Warning)
	whole, seven := []jsonPaper{}, []jsonChecked{}
	k.line.Check(jobs, func(r generate.Result) {
		if r.Err != nil {
			k.fail(failed(r.Err, "%s går inte att läsa", r.Job.Name))
		}
		k.problems(r.Problems)
		all = append(all, r.Problems...)
		if r.Paper && r.ID != "" {
			whole = append(whole, k.paper(r))
		}
		if !r.Paper {
			seven = append(seven, k.checked(r))
		}
	})
	return all, whole, seven
}
