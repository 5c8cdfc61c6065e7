package plan

import (
	"io/fs"
	"path"
	"slices"
	"strconv"

	"kontrakt/internal/source"
)

// Measure is something that can be measured, a row of measures.yaml.
type Measure struct {
	ID        string  `yaml:",key"`
	Name      string  `yaml:"namn" validate:"required"`
	Unit      string  `yaml:"enhet" validate:"required"` // in words, as it is printed
	UCUM      string  `yaml:"ucum"`
	Code      Code    `yaml:"kod"`
	Plausible []Range `yaml:"rimligt,bare"` // what a form takes without asking; no goal
	Diary     *Diary  `yaml:"dagbok"`       // nil: nothing to write in a diary
}

// Code is a measure's code in a terminology, where one is sure.
type Code struct {
	System string `yaml:"system"`
	Code   string `yaml:"kod"`
}

// Range is the least and the most plausible value of one field of a measure,
// or, without Field, of its only one.
type Range struct {
	Field  string   `yaml:",key"`
	Limits []string `yaml:",value"`
}

// Diary is how a measure is written down: for how long, how often and what.
type Diary struct {
	Days     int      `yaml:"dagar"`
	Weeks    int      `yaml:"veckor"`
	Times    []string `yaml:"tillfällen"` // of the day
	Readings int      `yaml:"mätningar"`  // each time
	Fields   []string `yaml:"fält"`
	Example  string   `yaml:"exempel"` // how a value is written; no goal
	HowTo    string   `yaml:"gör_så"`  // how it is measured
}

// measuresFile is the name of the file of measures in a layer.
const measuresFile = "measures.yaml"

// Measures are all measures, sorted by id. A row of a later layer replaces
// the earlier one of the same id.
func (l *Library) Measures() ([]Measure, source.Problems) { return l.measures() }

// Measure is the measure with an id.
func (l *Library) Measure(id string) (Measure, bool) {
	all, _ := l.measures()
	i, ok := slices.BinarySearchFunc(all, id, compareID)
	if !ok {
		return Measure{}, false
	}
	return all[i], true
}

// NearestMeasure is the id that a misspelt one most likely means, or "".
func (l *Library) NearestMeasure(id string) string {
	all, _ := l.measures()
	ids := make([]string, len(all))
	for i, m := range all {
		ids[i] = m.ID
	}
	return source.Nearest(id, ids)
}

func readMeasures(layers []Layer, o source.Options) ([]Measure, source.Problems) {
	var all []Measure
	var ps source.Problems
	for _, layer := range layers {
		data, err := fs.ReadFile(layer.FS, measuresFile)
		if err != nil {
			continue // a layer needs no measures of its own
		}
		var rows []Measure
		file, found := source.Decode(path.Join(layer.Name, measuresFile), data, &rows, layer.judged(o))
		ps = append(ps, found...)
		for _, m := range rows {
			ps = append(ps, m.check(file)...)
			all = put(all, m)
		}
	}
	return all, ps
}

// put keeps the measures sorted and each id once.
func put(all []Measure, m Measure) []Measure {
	i, found := slices.BinarySearchFunc(all, m.ID, compareID)
	if found {
		all[i] = m
		return all
	}
	return slices.Insert(all, i, m)
}

func compareID(m Measure, id string) int {
	switch {
	case m.ID < id:
		return -1
	case m.ID > id:
		return 1
	}
	return 0
}

// check judges what tags cannot: that each range is two numbers in order.
func (m Measure) check(file *source.File) source.Problems {
	for _, r := range m.Plausible {
		if !r.inOrder() {
			at := m.ID + ".rimligt"
			return source.Problems{sentences.Problem(file.At(at), at, "rimligt")}
		}
	}
	return nil
}

func (r Range) inOrder() bool {
	if len(r.Limits) != 2 {
		return false
	}
	least, err := strconv.ParseFloat(r.Limits[0], 64)
	most, err2 := strconv.ParseFloat(r.Limits[1], 64)
	return err == nil && err2 == nil && least < most
}
