package main

import "kontrakt/internal/generate"

// jsonChecked is a review that has been checked, as --json shows it.
type jsonChecked struct {
	File  string     `json:"granskning"`
	ID    string     `json:"id,omitempty"`
	Seven *jsonSeven `json:"sju_frågor,omitempty"` // of a plan that can become a contract
}

// jsonSeven is which of the seven questions a plan answers, as --json shows it.
type jsonSeven struct {
	Answered int      `json:"svarar_på"` // of 7
	Missing  []string `json:"saknas"`
}

// checked tells of a review which of the seven questions its plan answers.
func (k *kit) checked(r generate.Result) jsonChecked {
	row := jsonChecked{File: r.Job.Name, ID: r.ID}
	if r.Seven == nil {
		return row
	}
	if !k.json && !k.quiet {
		k.app.line("%s: %s", r.Job.Name, r.Seven.Said)
	}
	row.Seven = &jsonSeven{r.Seven.Answered, append([]string{}, r.Seven.Missing...)}
	return row
}
