package cohort

import "hash/maphash"

// A register knows patients by a text: an id or a number. An extract may have
// a million of them, so the texts lie in one long text, and nothing here is a
// pointer that the collector would have to follow.
//
// A text is called by its place; 0 is the empty text, which is nobody's.
type register struct {
	same  func(string) string // texts for which it gives the same are one
	seed  maphash.Seed
	all   []byte
	ends  []int    // of the text at each place
	owner []uint32 // of the text at each place
	slots []uint64 // hash and place, from where the hash says and on; 0 is free
}

func newRegister(same func(string) string) *register {
	return &register{same: same, seed: maphash.MakeSeed(), ends: []int{0}, owner: []uint32{0}, slots: make([]uint64, 1024)}
}

// find is the place of a text; 0 where it is not there.
func (r *register) find(text string) uint32 {
	if text == "" {
		return 0
	}
	key := r.same(text)
	hash := r.hash(key)
	for i := int(hash); ; i++ {
		slot := r.slots[i&(len(r.slots)-1)]
		place := uint32(slot)
		if slot == 0 || uint32(slot>>32) == hash && (string(r.at(place)) == text || r.same(string(r.at(place))) == key) {
			return place
		}
	}
}

// give is the place of a text, which becomes who's where it was nobody's.
func (r *register) give(text string, who uint32) uint32 {
	if place := r.find(text); place != 0 || text == "" {
		return place
	}
	place := uint32(len(r.ends))
	r.all = append(r.all, text...)
	r.ends = append(r.ends, len(r.all))
	r.owner = append(r.owner, who)
	if len(r.ends) > len(r.slots)/4*3 {
		r.grow()
	}
	put(r.slots, uint64(r.hash(r.same(text)))<<32|uint64(place))
	return place
}

// at is the text at a place, lent.
func (r *register) at(place uint32) []byte {
	if place == 0 {
		return nil
	}
	return r.all[r.ends[place-1]:r.ends[place]]
}

func (r *register) hash(key string) uint32 { return uint32(maphash.String(r.seed, key)) }

// grow gives twice as many slots.
func (r *register) grow() {
	wider := make([]uint64, 2*len(r.slots))
	for _, slot := range r.slots {
		if slot != 0 {
			put(wider, slot)
		}
	}
	r.slots = wider
}

// put sets a slot in the first free place from where its hash says.
func put(slots []uint64, slot uint64) {
	i := int(slot >> 32)
	for slots[i&(len(slots)-1)] != 0 {
		i++
	}
	slots[i&(len(slots)-1)] = slot
}
