package main

import (
	"slices"

	"github.com/spf13/cobra"

	"kontrakt/internal/generate"
	"kontrakt/internal/pdf"
	"kontrakt/internal/phrase"
)

// complete offers a fixed list to the shell, and no file names.
func complete(words []string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words, cobra.ShellCompDirectiveNoFileComp
	}
}

// formatNames are the formats as they are typed.
func formatNames() []string {
	var names []string
	for _, f := range generate.Formats() {
		names = append(names, string(f))
	}
	return names
}

// styles are the print variants as they are typed, in the order of their values.
var styles = []string{"standard", "stor"}

// chosenStyle is the print variant asked for.
func chosenStyle(asked string) (pdf.Style, error) {
	i := slices.Index(styles, asked)
	if i < 0 {
		return 0, &usageError{"stilen «" + asked + "» finns inte", suggest(asked, styles, "det här finns")}
	}
	return pdf.Style(i), nil
}

// canWrite judges the language asked for. The lines of an earlier contract
// stand as they were agreed, so that its language cannot be another.
func (k *kit) canWrite(lang string, files []file) error {
	langs := k.line.Words.Langs()
	_, papers := countFiles(files)
	switch {
	case lang == "":
	case !slices.Contains(langs, lang):
		return &usageError{"språket «" + lang + "» finns inte", suggest(lang, langs, "det här finns")}
	case papers > 0:
		return &usageError{"--sprak går inte för ett tidigare kontrakt: planen i det står som den var överenskommen", "ange granskningen"}
	}
	return nil
}

// completeLangs offers the languages that there are words for to the shell.
func (a *app) completeLangs(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	_, layers, err := a.layers()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	book, _ := phrase.Load(generate.Layouts(), layers...)
	return book.Langs(), cobra.ShellCompDirectiveNoFileComp
}

// chosenFormats are the formats asked for, each once, in the order files are made.
func chosenFormats(asked []string) ([]generate.Format, error) {
	names, err := chosen("formatet", asked, formatNames())
	var formats []generate.Format
	for _, f := range names {
		formats = append(formats, generate.Format(f))
	}
	return formats, err
}

// chosenDocuments are the papers asked for, each once, the contract first.
func chosenDocuments(asked []string) ([]string, error) {
	return chosen("dokumentet", asked, generate.Documents())
}

// chosen are the words asked for, each once, in the order of those that exist;
// what tells of one that does not.
func chosen(what string, asked, known []string) ([]string, error) {
	for _, word := range asked {
		if !slices.Contains(known, word) {
			return nil, &usageError{what + " «" + word + "» finns inte", suggest(word, known, "det här finns")}
		}
	}
	var all []string
	for _, word := range known {
		if slices.Contains(asked, word) {
			all = append(all, word)
		}
	}
	return all, nil
}
