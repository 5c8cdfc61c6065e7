package main

import (
	"encoding/json"

	"kontrakt/internal/source"
)

// object writes the one object that --json promises.
func (a *app) object(v any) error {
	e := json.NewEncoder(a.out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return failed(e.Encode(v), "resultatet gick inte att skriva")
}

// failedObject is the one object when a command came to nothing.
func (a *app) failedObject(err error) {
	if !a.json {
		return
	}
	told := map[string]any{"text": err.Error(), "slutkod": a.code}
	if hint := hintOf(err); hint != "" {
		told["tips"] = hint
	}
	a.object(map[string]any{"fel": told})
}

// jsonProblem is a problem as --json shows it.
type jsonProblem struct {
	File     string `json:"fil"`
	Line     int    `json:"rad,omitempty"`
	Column   int    `json:"kolumn,omitempty"`
	Severity string `json:"allvar"` // fel eller varning
	Path     string `json:"fält,omitempty"`
	Rule     string `json:"regel"`
	Text     string `json:"text"`
	Hint     string `json:"tips,omitempty"`
}

// jsonProblems are problems as --json shows them: an empty list, never null.
func jsonProblems(ps source.Problems) []jsonProblem {
	rows := make([]jsonProblem, len(ps))
	for i, p := range ps {
		severity := "fel"
		if p.Severity == source.Warning {
			severity = "varning"
		}
		rows[i] = jsonProblem{p.Pos.File, p.Pos.Line, p.Pos.Column, severity, p.Path, p.Rule, p.Text, p.Hint}
	}
	return rows
}
