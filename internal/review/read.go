package review

import "kontrakt/internal/source"

// Read reads a review file and tells everything in it that one file can
// tell. The name is the file's path, or "-" when it has no name of its own.
// What could be read is in the review, also when there are problems.
func Read(name string, data []byte, o source.Options) (*Review, source.Problems) {
	r := &Review{}
	f, ps := source.Decode(name, data, r, o)
	r.file = f
	return r, ps
}

// ReadUnit reads enhet.yaml.
func ReadUnit(name string, data []byte, o source.Options) (*Unit, source.Problems) {
	u := &Unit{}
	f, ps := source.Decode(name, data, u, o)
	u.file = f
	return u, ps
}
