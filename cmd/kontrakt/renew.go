package main

import (
	"cmp"
	"fmt"
	"slices"

	"kontrakt/internal/careplan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// renew is kontrakt ny --fran: next year's plan from this year's.
func (a *app) renew(diagnoses []string, id, from, out string) error {
	k, err := a.kit()
	if err != nil {
		return err
	}
	old, p, err := k.earlier(from)
	if err != nil {
		return err
	}
	id = cmp.Or(id, old.Patient.ID)
	if len(diagnoses) == 0 {
		diagnoses = old.Plan.Diagnoses
	}
	if out, err = newName(id, out); err != nil {
		return err
	}
	definitions, err := k.templates(diagnoses)
	if err != nil {
		return err
	}
	data, err := k.newReview(out, func(skeleton []byte, u *review.Unit) ([]byte, error) {
		return k.line.Renew(skeleton, id, old, p, definitions, u)
	})
	if err != nil {
		return err
	}
	return k.writeNew(out, data, fmt.Sprintf("lägg den nya planen i en annan arbetsmapp, en för varje år, till exempel:\n--ut %d/granskning/%s.yaml", k.line.Today.Year, id))
}

// earlier is the plan to begin from. That it has passed its date is why
// somebody asks, so only errors are told.
func (k *kit) earlier(name string) (*review.Review, *careplan.CarePlan, error) {
	data, err := k.read(name)
	if err != nil {
		return nil, nil, failed(err, "%s går inte att läsa", name)
	}
	r, p, ps := k.line.Review(name, data, k.unit(place(name).unit).unit)
	switch {
	case ps.Errors() > 0:
		k.problems(slices.DeleteFunc(ps, func(x source.Problem) bool { return x.Severity == source.Warning }))
		return nil, nil, errTold
	case p == nil:
		return nil, nil, &inputError{"granskningen " + name + " har ingen plan att börja från", "ange ett kontrakt, eller en granskning med plan"}
	}
	return r, p, nil
}
