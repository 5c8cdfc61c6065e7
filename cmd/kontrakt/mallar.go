package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kontrakt/internal/generate"
	"kontrakt/internal/plan"
)

// mallar lists the plan templates, or shows one as text, so that staff can
// read what the papers will say.
func (a *app) mallar() *cobra.Command {
	return &cobra.Command{
		Use:   "mallar [DIAGNOS]",
		Short: "Visa planmallarna, eller en av dem som text",
		Long: `Visar planmallarna: id, namn, version, vem som har granskat dem och hur länge de
gäller. Med en diagnos visas hela mallen som text, med allt som kan väljas.`,
		Example: `  kontrakt mallar
  kontrakt mallar langvarig-smarta`,
		Args:              wants(0, 1, ""),
		ValidArgsFunction: a.completeTemplates(1),
		RunE: func(_ *cobra.Command, args []string) error {
			k, err := a.kit()
			if err != nil {
				return err
			}
			if len(args) == 1 {
				return k.showTemplate(args[0])
			}
			return k.listTemplates()
		},
	}
}

// completeTemplates offers the ids of templates to the shell, for as many
// arguments as a command takes (most < 0: any number).
func (a *app) completeTemplates(most int) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if most >= 0 && len(args) >= most {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		layers, _, err := a.layers()
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return plan.Open(generate.AnyCharacter(), layers...).IDs(), cobra.ShellCompDirectiveNoFileComp
	}
}

// template is a definition by its id; an unknown id is told with the nearest.
func (k *kit) template(id string) (*plan.Definition, error) {
	d, ps := k.line.Plans.Definition(id, plan.Swedish)
	if d == nil && len(ps) == 0 {
		return nil, &usageError{"planmallen «" + id + "» finns inte", k.meant(id)}
	}
	if ps.Errors() > 0 {
		k.problems(ps)
		return nil, errTold
	}
	return d, nil
}

// meant is the hint for an unknown template: the one that was most likely
// meant, else all there are.
func (k *kit) meant(id string) string {
	if near := k.line.Plans.Guess(id); near != "" {
		return "menade du " + near + "? Alla visas av kommandot: kontrakt mallar"
	}
	return "det här finns: " + strings.Join(k.line.Plans.IDs(), ", ")
}

// showTemplate writes one template as text.
func (k *kit) showTemplate(id string) error {
	d, err := k.template(id)
	if err != nil {
		return err
	}
	text, err := k.line.Template(d)
	if err != nil {
		return failed(err, "mallen gick inte att visa")
	}
	_, err = k.out.Write(text)
	return failed(err, "mallen gick inte att visa")
}

// jsonTemplate is a template as --json shows it.
type jsonTemplate struct {
	ID       string `json:"id"`
	Name     string `json:"namn"`
	Version  string `json:"version"`
	Reviewed string `json:"granskad_av"` // empty: a draft
	ValidTo  string `json:"giltig_till"`
	From     string `json:"från"`
}

// listTemplates writes all templates as a table.
func (k *kit) listTemplates() error {
	rows := []jsonTemplate{}
	for _, id := range k.line.Plans.IDs() {
		d, ps := k.line.Plans.Definition(id, plan.Swedish)
		if d == nil || ps.Errors() > 0 {
			k.problems(ps)
			continue
		}
		row := jsonTemplate{ID: id, Name: d.Name, Version: d.Version, ValidTo: d.ValidTo.String(), From: d.Layer}
		if d.Layer == builtIn {
			row.From = "programmet"
		}
		if d.Reviewed != nil {
			row.Reviewed = d.Reviewed.By
		}
		rows = append(rows, row)
	}
	if k.json {
		return k.object(map[string]any{"kommando": "mallar", "planmallar": rows})
	}
	k.table(rows)
	return nil
}

// table writes the templates in columns as wide as their widest word.
func (k *kit) table(rows []jsonTemplate) {
	lines := [][]string{{"ID", "NAMN", "VERSION", "GRANSKAD AV", "GÄLLER TILL", "FRÅN"}}
	for _, r := range rows {
		reviewed := r.Reviewed
		if reviewed == "" {
			reviewed = "ingen (utkast)"
		}
		lines = append(lines, []string{r.ID, r.Name, r.Version, reviewed, r.ValidTo, r.From})
	}
	wide := make([]int, len(lines[0]))
	for _, l := range lines {
		for i, cell := range l {
			wide[i] = max(wide[i], len([]rune(cell)))
		}
	}
	for _, l := range lines {
		var b strings.Builder
		for i, cell := range l {
			fmt.Fprintf(&b, "%-*s  ", wide[i], cell)
		}
		fmt.Fprintln(k.out, strings.TrimRight(b.String(), " "))
	}
}
