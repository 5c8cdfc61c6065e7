package main

import (
	"kontrakt/internal/generate"
	"kontrakt/internal/source"
)

// jobs are the reviews of a run, each with its unit. What is wrong beside the
// reviews themselves (a unit's facts) is told here, once; noUnit is how grave
// it is that a unit has no facts.
func (k *kit) jobs(files []file, noUnit source.Severity) ([]generate.Job, source.Problems) {
	var all source.Problems
	twins := twins(files, noUnit)
	told := map[*unitFile]bool{}
	jobs := make([]generate.Job, len(files))
	for i, f := range files {
		u, name := k.unit(f.unit), f.name
		if needed := noUnit == source.Error || !isPaper(f.name); needed && !told[u] {
			told[u] = true
			all = append(all, k.unitProblems(u, f.unit, noUnit)...)
		}
		jobs[i] = generate.Job{
			Name: f.name, Unit: u.unit, Named: f.named, Twin: twins[f.name],
			Read: func() ([]byte, error) { return k.read(name) },
			Stop: u.missing || u.problems.Errors() > 0,
		}
	}
	k.problems(all)
	return jobs, all
}

// twins are the files that have the same id as another one. To check two
// papers of one patient is no mistake.
func twins(files []file, noUnit source.Severity) map[string]string {
	var names []string
	for _, f := range files {
		if noUnit == source.Error || !isPaper(f.name) {
			names = append(names, f.name)
		}
	}
	return generate.Twins(names)
}

// unitProblems are the problems of a unit's facts, or that there are none.
func (k *kit) unitProblems(u *unitFile, name string, noUnit source.Severity) source.Problems {
	if !u.missing {
		return u.problems
	}
	if k.app.unit != "" {
		name = k.app.unit
	}
	return source.Problems{generate.NoUnit(name, noUnit)}
}
