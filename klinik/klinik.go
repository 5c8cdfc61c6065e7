// Package klinik holds the made-up clinic that the example writes: 75
// reviews, 26 of them with a plan, the unit's facts and a contact extract.
// Nobody in it exists.
package klinik

import "embed"

// FS holds the clinic as a working folder.
//
//go:embed enhet.yaml kontakter.csv granskning/*.yaml
var FS embed.FS
