package main

import "kontrakt/internal/generate"

// jsonPaper is a contract that is whole and unchanged, as --json shows it.
type jsonPaper struct {
	File    string `json:"fil"`
	ID      string `json:"id"`
	ValidTo string `json:"giltig_till"`
	Valid   bool   `json:"gäller"`
}

// paper tells of a contract that is whole and unchanged whether its plan
// still holds.
func (k *kit) paper(r generate.Result) jsonPaper {
	p := jsonPaper{r.Job.Name, r.ID, r.ValidTo.String(), !r.ValidTo.Before(k.line.Today)}
	if k.json || k.quiet {
		return p
	}
	holds := "slutade gälla"
	if p.Valid {
		holds = "gäller till och med"
	}
	k.app.line("%s: hel och oförändrad; planen %s %s", p.File, holds, p.ValidTo)
	return p
}

// countFiles counts reviews and papers apart.
func countFiles(files []file) (reviews, papers int) {
	for _, f := range files {
		if isPaper(f.name) {
			papers++
		}
	}
	return len(files) - papers, papers
}
