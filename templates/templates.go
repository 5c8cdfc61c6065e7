// Package templates holds what the papers say and in which order: ord/ has
// every fixed word, one file a language, and each other YAML file is one
// document's parts.
package templates

import "embed"

// FS holds the layouts and the words.
//
//go:embed *.yaml ord/*.yaml ny/*.yaml
var FS embed.FS
