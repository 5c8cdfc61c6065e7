package generate

import (
	"path/filepath"
	"strings"

	"kontrakt/internal/source"
)

// Duplicates tells of files that are reviews of one id: their papers would
// have one name. A file is named by its id, and ids that differ only in case
// are the same, since some file systems hold them to be. Both files are told.
func Duplicates(names []string) source.Problems {
	var ps source.Problems
	first := map[string]string{}
	for _, name := range names {
		id := strings.ToLower(strings.TrimSuffix(filepath.Base(name), ".yaml"))
		earlier, twice := first[id]
		if !twice {
			first[id] = name
			continue
		}
		ps = append(ps, sentences.Problem(source.Position{File: earlier}, "patient.id", "id-dubbel", name),
			sentences.Problem(source.Position{File: name}, "patient.id", "id-dubbel", earlier))
	}
	ps.Sort()
	return ps
}
