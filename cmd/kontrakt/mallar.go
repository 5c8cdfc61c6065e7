package main

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kontrakt/internal/generate"
	"kontrakt/internal/lint"
	"kontrakt/internal/plan"
)

// mallar lists the plan templates, or shows one as text, so that staff can
// read what the papers will say.
func (a *app) mallar() *cobra.Command {
	var lang string
	c := &cobra.Command{
		Use:   "mallar [DIAGNOS]",
		Short: "Visa planmallarna, eller en av dem som text",
		Long: `Visar planmallarna: version, vem som har granskat dem, hur länge de gäller, hur
lätta de är att läsa (LIX, högst 35), hur många källor de har, hur stor del av
uppgifterna som saknar källa och varifrån de kommer.

Med en diagnos visas hela mallen som text, med allt som kan väljas.`,
		Example: `  kontrakt mallar
  kontrakt mallar langvarig-smarta
  kontrakt mallar langvarig-smarta --sprak sv-lattlast`,
		Args:              wants(0, 1, ""),
		ValidArgsFunction: a.completeTemplates(1),
		RunE: func(_ *cobra.Command, args []string) error {
			k, err := a.kit()
			if err != nil {
				return err
			}
			switch {
			case len(args) == 1:
				return k.showTemplate(args[0], lang)
			case lang != "":
				return &usageError{"--sprak gäller en mall", "skriv vilken: kontrakt mallar DIAGNOS --sprak " + lang}
			}
			return k.listTemplates()
		},
	}
	c.Flags().StringVar(&lang, "sprak", "", "visa mallen på ett annat `SPRÅK` än svenska")
	return c
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

// showTemplate writes one template as text; no lang means Swedish.
func (k *kit) showTemplate(id, lang string) error {
	d, err := k.template(id)
	if err != nil {
		return err
	}
	if d, err = k.in(d, lang); err != nil {
		return err
	}
	text, err := k.line.Template(d)
	if err != nil {
		return failed(err, "mallen gick inte att visa")
	}
	_, err = k.out.Write(text)
	return failed(err, "mallen gick inte att visa")
}

// in is a template in another language, which it must be written in.
func (k *kit) in(d *plan.Definition, lang string) (*plan.Definition, error) {
	if k.line.Plans.Written(d.ID, lang) == "" {
		return nil, &usageError{"planmallen «" + d.ID + "» finns inte på «" + lang + "»", "den finns på " + strings.Join(k.line.Plans.Languages(d.ID), ", ")}
	}
	translated, ps := k.line.Plans.Definition(d.ID, lang)
	if ps.Errors() > 0 {
		k.problems(ps)
		return nil, errTold
	}
	return translated, nil
}

// jsonTemplate is a template as --json shows it. Reviewed is empty for a
// draft; Facts are its lines and the facts of its prose.
type jsonTemplate struct {
	ID        string         `json:"id"`
	Name      string         `json:"namn"`
	Version   string         `json:"version"`
	LIX       int            `json:"lix"`
	Sources   int            `json:"källor"`
	Facts     int            `json:"uppgifter"`
	Unsourced int            `json:"utan_källa"`
	Reviewed  string         `json:"granskad_av"`
	ValidTo   string         `json:"giltig_till"`
	From      string         `json:"från"`
	Languages []jsonLanguage `json:"språk"`
}

// jsonLanguage is a language that a template is written in. LIX is left out
// where the words are not Swedish.
type jsonLanguage struct {
	Lang     string `json:"språk"`
	LIX      int    `json:"lix,omitempty"`
	Reviewed string `json:"granskad_av"`
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
		rows = append(rows, k.row(d))
	}
	if k.json {
		return k.object(map[string]any{"kommando": "mallar", "planmallar": rows})
	}
	k.table(rows)
	return nil
}

// row is what the list says of one template.
func (k *kit) row(d *plan.Definition) jsonTemplate {
	f := lint.Measure(d)
	row := jsonTemplate{
		ID: d.ID, Name: d.Name, Version: d.Version, LIX: f.LIX, Sources: f.Sources, Facts: f.Facts, Unsourced: f.Unsourced,
		Reviewed: signer(d), ValidTo: d.ValidTo.String(), From: d.Layer,
	}
	if d.BuiltIn {
		row.From = "programmet"
	}
	for _, lang := range k.line.Plans.Languages(d.ID) {
		t, _ := k.line.Plans.Definition(d.ID, lang)
		row.Languages = append(row.Languages, jsonLanguage{lang, lint.Measure(t).LIX, signer(t)})
	}
	return row
}

// signer is who has reviewed a template; empty for a draft.
func signer(d *plan.Definition) string {
	if d.Reviewed == nil {
		return ""
	}
	return d.Reviewed.By
}

// table writes the templates in columns as wide as their widest word, the
// longest last, where a narrow terminal breaks it with the least harm.
func (k *kit) table(rows []jsonTemplate) {
	lines := [][]string{{"ID", "VERSION", "GRANSKAD AV", "GÄLLER TILL", "LIX", "KÄLLOR", "UTAN KÄLLA", "FRÅN", "NAMN"}}
	for _, r := range rows {
		lines = append(lines, []string{r.ID, r.Version, cmp.Or(r.Reviewed, "ingen (utkast)"), cmp.Or(r.ValidTo, "–"),
			strconv.Itoa(r.LIX), strconv.Itoa(r.Sources), percent(r.Unsourced, r.Facts), r.From, r.Name})
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

// percent is a share in whole per cent.
func percent(part, whole int) string {
	return strconv.Itoa(100*part/max(whole, 1)) + " %"
}
