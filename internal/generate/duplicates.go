package generate

import (
	"path/filepath"
	"strings"

	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Twins finds files that are reviews of one id: their papers would have one
// name. A file is named by its id, and ids that differ only in case are the
// same, since some file systems hold them to be. The twin of a name is the
// first other one with its id.
func Twins(names []string) map[string]string {
	first, twins := map[string]string{}, map[string]string{}
	for _, name := range names {
		id := strings.ToLower(strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)))
		earlier, twice := first[id]
		if !twice {
			first[id] = name
			continue
		}
		twins[name] = earlier
		if twins[earlier] == "" {
			twins[earlier] = name
		}
	}
	return twins
}

// twin is the problem that another file has the same id.
func twin(r *review.Review, j Job) source.Problem {
	at := r.At("patient.id")
	at.File = j.Name
	return sentences.Problem(at, "patient.id", "id-dubbel", j.Twin)
}
