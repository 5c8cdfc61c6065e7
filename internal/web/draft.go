package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// A draft on the disk is a review's whole text and one line more, which is a
// comment to any reader of the text and tells which file the draft began from.
const (
	beganFrom = "\n# utkast; filen som det bygger på: "
	beganNew  = "ingen"
)

// sum names a text by its content: the version that a page shows, and the file
// that a draft began from.
func sum(text []byte) string {
	s := sha256.Sum256(text)
	return hex.EncodeToString(s[:])
}

// seal is a draft as it stands on the disk. The ground is the sum of the file
// that it began from; empty where there was none.
func seal(text []byte, ground string) []byte {
	if ground == "" {
		ground = beganNew
	}
	return append(bytes.Clone(text), beganFrom+ground+"\n"...)
}

// unseal is seal backwards. A draft that somebody has edited may have lost its
// line: then its ground is one that no file has, so that it is never written
// over a file unseen.
func unseal(sealed []byte) (text []byte, ground string) {
	i := bytes.LastIndex(sealed, []byte(beganFrom))
	if i < 0 {
		return sealed, "?"
	}
	ground = strings.TrimSpace(string(sealed[i+len(beganFrom):]))
	if ground == beganNew {
		ground = ""
	}
	return sealed[:i:i], ground
}
