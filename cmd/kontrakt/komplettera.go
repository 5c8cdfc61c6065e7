package main

import (
	"io"

	"github.com/spf13/cobra"
)

// komplettera writes the script that lets a shell complete commands, flags
// and template ids.
func (a *app) komplettera() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "komplettera SKAL",
		Short: "Skriv ett skript som låter skalet fylla i kommandon, flaggor och mallar",
		Long: `Skriver ett skript som låter skalet fylla i kommandon, flaggor och mallarnas id
när du trycker på tabb. Skal: bash, zsh, fish eller powershell.`,
		Example: `  kontrakt komplettera bash > ~/.local/share/bash-completion/completions/kontrakt
  kontrakt komplettera zsh > ~/.zfunc/_kontrakt
  kontrakt komplettera fish > ~/.config/fish/completions/kontrakt.fish`,
		Args:      wants(1, 1, "namnet på ett skal"),
		ValidArgs: shells,
		RunE: func(c *cobra.Command, args []string) error {
			root := c.Root()
			write := map[string]func(io.Writer) error{
				"bash":       func(w io.Writer) error { return root.GenBashCompletionV2(w, true) },
				"zsh":        root.GenZshCompletion,
				"fish":       func(w io.Writer) error { return root.GenFishCompletion(w, true) },
				"powershell": root.GenPowerShellCompletionWithDesc,
			}[args[0]]
			if write == nil {
				return &usageError{"skalet «" + args[0] + "» finns inte", suggest(args[0], shells, "det här finns")}
			}
			return failed(write(a.out), "skriptet gick inte att skriva")
		},
	}
}
