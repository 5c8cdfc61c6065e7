// Package klinik holds the made-up clinic that the example writes: 75
// reviews, 26 of them with a plan, the unit's facts, a contact extract with what it
// came to, and what people have written of their report.
// Nobody in it exists.
package klinik

import "embed"

// FS holds the clinic as a working folder.
//
//go:embed enhet.yaml kontakter.csv urval.yaml granskning/*.yaml rapport/*.md
var FS embed.FS
