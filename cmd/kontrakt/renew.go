package main

import (
	"cmp"
	"fmt"

	"kontrakt/internal/generate"
	"kontrakt/internal/review"
)

// renew is kontrakt ny --fran: next year's plan from this year's.
func (a *app) renew(diagnoses []string, id, from, out string) error {
	k, err := a.kit()
	if err != nil {
		return err
	}
	old, err := k.earlier(from)
	if err != nil {
		return err
	}
	id = cmp.Or(id, old.ID())
	if len(diagnoses) == 0 {
		diagnoses = old.Diagnoses()
	}
	if out, err = newName(id, out); err != nil {
		return err
	}
	definitions, err := k.templates(diagnoses)
	if err != nil {
		return err
	}
	data, err := k.newReview(out, func(skeleton []byte, u *review.Unit) ([]byte, error) {
		return k.line.Renew(skeleton, id, old, definitions, u)
	})
	if err != nil {
		return err
	}
	return k.writeNew(out, data, fmt.Sprintf("lägg den nya planen i en annan arbetsmapp, en för varje år, till exempel:\n--ut %d/granskning/%s.yaml", k.line.Today.Year, id))
}

// earlier is the plan to begin from.
func (k *kit) earlier(name string) (*generate.Earlier, error) {
	data, err := k.read(name)
	if err != nil {
		return nil, failed(err, "%s går inte att läsa", name)
	}
	old, ps := k.line.Earlier(name, data, k.unit(place(name).unit).unit)
	k.problems(ps)
	switch {
	case ps.Errors() > 0:
		return nil, errTold
	case old == nil:
		return nil, &inputError{"granskningen " + name + " har ingen plan att börja från", "ange ett kontrakt, eller en granskning med plan"}
	}
	return old, nil
}
