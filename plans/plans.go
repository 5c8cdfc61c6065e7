// Package plans is the program's own plan templates and the measures that
// they name.
package plans

import "embed"

// FS holds the templates, <diagnosis>.md and <diagnosis>.<language>.md, and
// measures.yaml.
//
//go:embed *.md *.yaml
var FS embed.FS
