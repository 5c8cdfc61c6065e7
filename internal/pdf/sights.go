package pdf

import "hash/maphash"

// sights tells what papers share, words or texts, so that only that is kept
// from one to the next: each takes its place in a small table from the one
// before.
type sights struct {
	seed  maphash.Seed
	table []sight
	paper uint32 // the one at hand
}

// sight is a text that was seen on a paper: its sum, and when.
type sight struct{ sum, paper uint32 }

// remembered is how many places the table has, in 64 KiB: the words and texts
// of some papers.
const remembered = 8192

func newSights() sights {
	return sights{seed: maphash.MakeSeed(), table: make([]sight, remembered)}
}

// next begins a paper.
func (s *sights) next() { s.paper++ }

// again says whether an earlier paper had a text, as far as the table
// remembers.
func (s *sights) again(text []byte) bool {
	sum := maphash.Bytes(s.seed, text)
	at := &s.table[sum%uint64(len(s.table))]
	earlier := at.sum == uint32(sum>>32) && at.paper != s.paper
	*at = sight{uint32(sum >> 32), s.paper}
	return earlier
}
