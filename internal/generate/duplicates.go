package generate

import (
	"path/filepath"
	"strings"
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
