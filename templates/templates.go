// Package templates holds what the papers say and in which order: ord/ has
// every fixed word, one file a language, each other YAML file is one document's
// parts, and form/ has the pages of the local form.
package templates

import "embed"

// FS holds the layouts and the words.
//
//go:embed *.yaml ord/*.yaml ny/*.yaml form/*.html form/form.css form/form.js
var FS embed.FS
