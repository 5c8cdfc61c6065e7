package pdf

// slab hands out memory for the many small pieces of a document, which all
// die with it: the next document is made of the same memory.
type slab[T any] struct {
	chunks   [][]T
	at, used int
}

// maxChunks is how much a slab keeps: a document far larger than the others
// does not hold its memory for the rest of a batch.
const maxChunks = 64

// take gives n zero values; what is appended to them lies elsewhere.
func (s *slab[T]) take(n int) []T {
	const chunk = 128
	if s.at < len(s.chunks) && s.used+n > len(s.chunks[s.at]) {
		s.at, s.used = s.at+1, 0
	}
	if s.at == len(s.chunks) || n > len(s.chunks[s.at]) {
		s.chunks = append(s.chunks[:s.at], make([]T, max(n, chunk)))
	}
	part := s.chunks[s.at][s.used : s.used+n : s.used+n]
	s.used += n
	clear(part)
	return part
}

// reset takes all memory back.
func (s *slab[T]) reset() {
	if len(s.chunks) > maxChunks {
		s.chunks = nil
	}
	s.at, s.used = 0, 0
}

// pieces is the memory of a document: rows are lists of boxes, and sets are
// lists of lines.
type pieces struct {
	elems slab[elem]
	boxes slab[box]
	rows  slab[*box]
	words slab[word]
	frags slab[frag]
	lines slab[line]
	sets  slab[*line]
	kids  slab[kid]
}

// reset takes all memory back, for the next document.
func (p *pieces) reset() {
	p.elems.reset()
	p.boxes.reset()
	p.rows.reset()
	p.words.reset()
	p.frags.reset()
	p.lines.reset()
	p.sets.reset()
	p.kids.reset()
}
