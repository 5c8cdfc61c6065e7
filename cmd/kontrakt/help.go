package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help writes a command's help: what it does, how it is written, examples,
// commands and flags.
func (a *app) help(c *cobra.Command, _ []string) {
	w := a.out
	text := c.Long
	if text == "" {
		text = c.Short + "."
	}
	fmt.Fprintf(w, "%s\n\nAnvändning:\n  %s\n", text, usage(c))
	if c.Example != "" {
		fmt.Fprintf(w, "\nExempel:\n%s\n", c.Example)
	}
	helpCommands(w, c)
	helpFlags(w, "Flaggor", c.NonInheritedFlags())
	helpFlags(w, "Gemensamma flaggor", c.InheritedFlags())
	if c.HasAvailableSubCommands() {
		fmt.Fprintln(w, "\nLäs mer om ett kommando: kontrakt hjalp KOMMANDO")
	}
}

// usage is how a command is written.
func usage(c *cobra.Command) string {
	if c.HasAvailableSubCommands() {
		return c.CommandPath() + " KOMMANDO [flaggor]"
	}
	return strings.TrimSpace(c.Parent().CommandPath()+" "+c.Use) + " [flaggor]"
}

// helpCommands lists a command's commands.
func helpCommands(w io.Writer, c *cobra.Command) {
	if !c.HasAvailableSubCommands() {
		return
	}
	fmt.Fprintln(w, "\nKommandon:")
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			fmt.Fprintf(w, "  %-13s %s\n", sub.Name(), sub.Short)
		}
	}
}

// helpFlags lists flags with their values' names, texts indented alike.
func helpFlags(w io.Writer, title string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	fmt.Fprintf(w, "\n%s:\n", title)
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name, text := flagLine(f)
		fmt.Fprintf(w, "  %-24s %s\n", name, text)
	})
}

// flagLine is a flag as it is typed, with its value's name, and what it is for.
func flagLine(f *pflag.Flag) (name, text string) {
	text = f.Usage
	name = "    --" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", --" + f.Name
	}
	if value := f.Annotations[valueName]; value != nil {
		name += " " + value[0]
	}
	if f.DefValue != "" && f.DefValue != "false" {
		text += " (annars " + strings.Trim(f.DefValue, "[]") + ")"
	}
	return name, text
}

// hjalp is the command that shows the help of another command.
func (a *app) hjalp(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:     "hjalp [KOMMANDO]",
		Aliases: []string{"help", "hjälp"},
		Short:   "Visa hjälpen för ett kommando",
		Example: "  kontrakt hjalp skapa",
		Args:    wants(0, 1, ""),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return root.Help()
			}
			for _, sub := range root.Commands() {
				if sub.Name() == args[0] {
					return sub.Help()
				}
			}
			return a.noSuchCommand(root, args)
		},
	}
}
