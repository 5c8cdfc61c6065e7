package form

import (
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// begun is a review with what is proposed for its plan, where it has no plan
// yet. Nothing of care is chosen: only days, and people whom the unit names.
func (s *state) begun() *state {
	if len(s.file.Keys("plan")) > 0 || s.file.Text("plan") != "" {
		return s
	}
	var changes []source.Change
	for _, sh := range sheets {
		for _, b := range sh.blocks {
			for _, c := range b.fields {
				if c.unit != nil && c.unit(s) != "" {
					changes = append(changes, source.Change{Path: join(b.at, c.key), Value: c.unit(s)})
				}
			}
		}
	}
	data, err := source.Edit(s.data, review.Review{}, changes...)
	if err != nil {
		return s // what stands there is told by those who read it
	}
	return s.look(s.name, data)
}
