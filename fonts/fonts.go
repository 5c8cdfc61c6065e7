// Package fonts holds the typefaces that every paper is set in. A face is used
// for what the faces before it in the alphabet lack: Atkinson Hyperlegible
// Next, made for low vision, then Noto Sans for the names it cannot write,
// then Noto Sans Math for arrows, check marks and mathematical signs.
// All are under the SIL Open Font License; the licence lies beside each.
package fonts

import "embed"

// FS holds the font files, <family>-Regular.ttf and <family>-Bold.ttf, each
// with its licence, <family>-OFL.txt.
//
//go:embed *.ttf *-OFL.txt
var FS embed.FS
