package main

import "kontrakt/internal/generate"

// jsonSeven is which of the seven questions a plan answers, as --json shows it.
type jsonSeven struct {
	File     string   `json:"granskning"`
	ID       string   `json:"id"`
	Answered int      `json:"svarar_på"` // of 7
	Missing  []string `json:"saknas"`
}

// seven tells which of the seven questions a plan answers.
func (k *kit) seven(r generate.Result) jsonSeven {
	if !k.json && !k.quiet {
		k.app.line("%s: %s", r.Job.Name, r.Seven.Said)
	}
	return jsonSeven{r.Job.Name, r.ID, r.Seven.Answered, append([]string{}, r.Seven.Missing...)}
}
