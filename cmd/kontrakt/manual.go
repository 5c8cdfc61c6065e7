package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manual writes the man page, made of the same texts as the help.
func (a *app) manual() *cobra.Command {
	return &cobra.Command{
		Use:     "manual",
		Short:   "Skriv manualsidan (man kontrakt)",
		Example: "  kontrakt manual > kontrakt.1\n  man ./kontrakt.1",
		Args:    wants(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			writeManual(a.out, c.Root())
			return nil
		},
	}
}

// writeManual writes the page in roff, the format of man.
func writeManual(w io.Writer, root *cobra.Command) {
	fmt.Fprintf(w, ".TH KONTRAKT 1 \"\" \"kontrakt %s\" \"Kommandon\"\n.nh\n.ad l\n.SH NAMN\nkontrakt \\- %s\n", version, roff(root.Short))
	fmt.Fprintf(w, ".SH ANVÄNDNING\n.B kontrakt\nKOMMANDO [flaggor]\n.SH BESKRIVNING\n%s\n", paragraphs(root.Long))
	fmt.Fprintln(w, ".SH KOMMANDON")
	for _, sub := range root.Commands() {
		if sub.IsAvailableCommand() {
			manualCommand(w, sub)
		}
	}
	fmt.Fprintln(w, ".SH GEMENSAMMA FLAGGOR")
	manualFlags(w, root.PersistentFlags())
	fmt.Fprintf(w, ".SH SLUTKODER\n0 allt är klart; 1 något i indata är fel; 2 kommandot är fel skrivet; 3 disken, rättigheter eller programmet.\n")
}

// manualCommand writes one command: how it is written, what it does, examples, flags.
func manualCommand(w io.Writer, c *cobra.Command) {
	text := c.Long
	if text == "" {
		text = c.Short + "."
	}
	fmt.Fprintf(w, ".SS %s\n%s\n", roff(c.CommandPath()+strings.TrimPrefix(c.Use, c.Name())), paragraphs(text))
	if c.Example != "" {
		fmt.Fprintf(w, ".PP\n.nf\n%s\n.fi\n", roff(c.Example))
	}
	manualFlags(w, c.NonInheritedFlags())
}

// manualFlags writes flags as tagged paragraphs.
func manualFlags(w io.Writer, flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			name, text := flagLine(f)
			fmt.Fprintf(w, ".TP\n.B %s\n%s\n", roff(strings.TrimSpace(name)), roff(text))
		}
	})
}

// paragraphs sets empty lines as new paragraphs.
func paragraphs(s string) string {
	return strings.ReplaceAll(roff(s), "\n\n", "\n.PP\n")
}

// roff escapes what roff would read as a command.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
