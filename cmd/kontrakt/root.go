package main

import (
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kontrakt/internal/source"
)

// app is one run of the program: its world, its voice and what the common
// flags said.
type app struct {
	voice
	in      io.Reader
	now     func() time.Time
	watched bool   // a person watches stderr
	overlay string // --mallar
	unit    string // --enhet
	date    string // --datum
	json    bool
}

// root is the command line: every command, flag and text of it.
func (a *app) root() *cobra.Command {
	cobra.MousetrapHelpText = "" // a double click in a file manager is no mistake
	cobra.EnableCommandSorting = false
	c := &cobra.Command{
		Use:   "kontrakt",
		Short: "Gör patientkontrakt (individuella planer) för primärvården",
		Long: `Gör patientkontrakt (individuella planer) för primärvården: granskningar och
planmallar blir ett tillgängligt papper som patienten får med sig.

Allt sker på den här datorn. Inget skickas någonstans.`,
		Example: `  kontrakt exempel
  kontrakt ny langvarig-smarta hypertoni --id EX-001
  kontrakt skapa granskning/EX-001.yaml
  kontrakt skapa . --samlad alla.pdf`,
		Args:              a.noSuchCommand,
		RunE:              a.noCommand,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		PersistentPreRunE: func(*cobra.Command, []string) error { return a.checkDate() },
	}
	c.SetOut(a.out)
	c.SetErr(a.err)
	c.SetIn(a.in)
	c.SetFlagErrorFunc(flagError)
	c.SetHelpFunc(a.help)
	c.SetUsageFunc(func(*cobra.Command) error { return nil })
	c.SetGlobalNormalizationFunc(plainLetters)
	a.commonFlags(c.PersistentFlags())
	c.AddCommand(a.exempel(), a.ny(), a.skapa(), a.kontrollera(), a.mallar(), a.urval(), a.hamta(), a.rapport(), a.formular(), a.version(), a.komplettera(), a.manual())
	c.SetHelpCommand(a.hjalp(c))
	addHelpFlags(c)
	return c
}

// commonFlags are the flags that every command has.
func (a *app) commonFlags(f *pflag.FlagSet) {
	f.StringVar(&a.overlay, "mallar", "", "`MAPP` med klinikens egna plans/ och templates/, som läggs över de inbyggda")
	f.StringVar(&a.unit, "enhet", "", "klinikens egna uppgifter läses ur `FIL` i stället för enhet.yaml")
	f.StringVar(&a.date, "datum", "", "räkna med att dagens datum är `ÅÅÅÅ-MM-DD`")
	f.BoolVar(&a.quiet, "tyst", false, "säg bara det som är fel")
	f.BoolVar(&a.json, "json", false, "skriv resultatet som ett JSON-objekt på stdout")
}

// checkDate judges --datum before anything is done.
func (a *app) checkDate() error {
	if a.date == "" {
		return nil
	}
	if _, ok := source.ParseDate(a.date); !ok {
		return &usageError{"--datum «" + a.date + "» är inget datum", "skriv det som ÅÅÅÅ-MM-DD, till exempel 2025-09-15"}
	}
	return nil
}

// today is --datum, else the clock's day.
func (a *app) today() source.Date {
	if d, ok := source.ParseDate(a.date); ok {
		return d
	}
	now := a.now()
	return source.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}
}

// plainLetters lets a flag be written with å, ä and ö too, and --hjalp as
// --help.
func plainLetters(_ *pflag.FlagSet, name string) pflag.NormalizedName {
	if name == "help" {
		name = "hjalp"
	}
	return pflag.NormalizedName(undotted.Replace(name))
}

var undotted = strings.NewReplacer("å", "a", "ä", "a", "ö", "o")

// addHelpFlags gives each command its help flag in Swedish, before the
// library would add one in English.
func addHelpFlags(c *cobra.Command) {
	c.Flags().BoolP("help", "h", false, "visa den här hjälpen")
	c.Flags().VisitAll(nameValue)
	c.PersistentFlags().VisitAll(nameValue)
	for _, sub := range c.Commands() {
		addHelpFlags(sub)
	}
}

// valueName is where a flag keeps what its value is called.
const valueName = "värde"

// nameValue takes what a flag's value is called out of its text, where the
// library wants it in quotation marks that nobody is to see.
func nameValue(f *pflag.Flag) {
	name, text := pflag.UnquoteUsage(f)
	if f.Value.Type() != "bool" && f.Annotations[valueName] == nil {
		f.Annotations, f.Usage = map[string][]string{valueName: {name}}, text
	}
}

// dedent takes away the two spaces that examples begin with.
func dedent(s string) string {
	return strings.TrimPrefix(strings.ReplaceAll(s, "\n  ", "\n"), "  ")
}

// noSuchCommand tells a misspelt command, with the nearest ones.
func (a *app) noSuchCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return &usageError{"kommandot «" + args[0] + "» finns inte", suggest(args[0], names, "det här finns")}
}

// suggest is the hint for a misspelt word: the nearest known one, and all there is.
func suggest(word string, known []string, all string) string {
	hint := all + ": " + strings.Join(known, ", ")
	if near := source.Nearest(word, known); near != "" {
		return "menade du " + near + "? " + strings.ToUpper(hint[:1]) + hint[1:]
	}
	return hint
}

// flagError says in Swedish what the flag library found.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var needs *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return &usageError{"flaggan " + dashes(unknown.GetSpecifiedName()) + " finns inte för " + c.CommandPath(),
			suggest("--"+unknown.GetSpecifiedName(), flagNames(c), "det här finns")}
	case errors.As(err, &needs):
		return &usageError{"flaggan --" + needs.GetFlag().Name + " behöver ett värde", flagText(needs.GetFlag())}
	case errors.As(err, &invalid):
		return &usageError{"flaggan --" + invalid.GetFlag().Name + " kan inte ha värdet «" + invalid.GetValue() + "»", flagText(invalid.GetFlag())}
	}
	return &usageError{"flaggorna går inte att tolka", "se " + c.CommandPath() + " --help"}
}

// flagText is a flag with its value and what it is for.
func flagText(f *pflag.Flag) string {
	name, text := flagLine(f)
	return strings.TrimSpace(name) + ": " + text
}

// dashes writes a flag as it is typed: -x or --name.
func dashes(name string) string {
	if len([]rune(name)) == 1 {
		return "-" + name
	}
	return "--" + name
}

// flagNames are the flags of a command, its own first.
func flagNames(c *cobra.Command) []string {
	var names []string
	add := func(f *pflag.Flag) {
		if name := "--" + f.Name; !f.Hidden && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	c.NonInheritedFlags().VisitAll(add)
	c.InheritedFlags().VisitAll(add)
	return names
}

// wants is an argument rule told in Swedish: at least and at most so many
// (most < 0: any number).
func wants(least, most int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return &usageError{"kontrakt " + c.Name() + " behöver " + what, "till exempel:\n" + dedent(cmp.Or(c.Example, c.UseLine()))}
		case most >= 0 && len(args) > most:
			return &usageError{"kontrakt " + c.Name() + " vet inte vad «" + args[most] + "» är", "se kontrakt " + c.Name() + " --help"}
		}
		return nil
	}
}
