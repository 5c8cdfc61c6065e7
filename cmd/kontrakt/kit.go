package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"kontrakt/fonts"
	"kontrakt/internal/generate"
	"kontrakt/internal/pdf"
	"kontrakt/internal/phrase"
	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
	"kontrakt/plans"
	"kontrakt/templates"
)

// kit is what a command works with: the line, and the clinics' own facts.
type kit struct {
	*app
	line  *generate.Line
	units map[string]*unitFile
}

// unitFile is an enhet.yaml that has been read.
type unitFile struct {
	unit     *review.Unit
	problems source.Problems
	missing  bool
}

// errTold is an error whose words have been said already.
var errTold = errors.New("redan sagt")

// kit reads what is embedded, with the clinic's own templates laid over it.
func (a *app) kit() (*kit, error) {
	faces, err := pdf.LoadFonts(fonts.FS)
	if err != nil {
		return nil, failed(err, "programmets typsnitt går inte att läsa")
	}
	planLayers, wordLayers, err := a.layers()
	if err != nil {
		return nil, err
	}
	library := plan.Open(source.Options{Chars: faces.Has, Proven: true}, planLayers...)
	book, err := a.words(wordLayers)
	if err != nil {
		return nil, err
	}
	return &kit{app: a, units: map[string]*unitFile{}, line: &generate.Line{
		Plans: library, Words: book, Fonts: faces, Today: a.today(), Producer: "kontrakt " + version,
	}}, nil
}

// hurry begins to read what every paper needs beside its review: where there
// is a single one, somebody waits for it. A mistake of our own in it is told
// where they are needed.
func (k *kit) hurry() {
	go generate.Guarded(func() error {
		k.line.Plans.Measures() // needed first
		k.line.Words.In(phrase.Swedish)
		return nil
	})
}

// words are the fixed words and layouts: the program's own, or with a
// clinic's, which are read whole so that everything wrong in them is told.
func (a *app) words(layers []fs.FS) (*phrase.Book, error) {
	if a.overlay == "" {
		return phrase.Open(generate.Layouts(), templates.FS), nil
	}
	book, ps := phrase.Load(generate.Layouts(), layers...)
	a.problems(ps)
	if ps.Errors() > 0 {
		return nil, errTold
	}
	return book, nil
}

// layers are the embedded plans and templates, and those of --mallar over them.
func (a *app) layers() (plansOver []plan.Layer, words []fs.FS, err error) {
	plansOver = []plan.Layer{{Name: "plans", FS: plans.FS, BuiltIn: true}}
	words = []fs.FS{templates.FS}
	if a.overlay == "" {
		return plansOver, words, nil
	}
	if info, err := os.Stat(a.overlay); err != nil || !info.IsDir() {
		return nil, nil, failed(cmpErr(err, errNotFolder), "mappen %s (--mallar) går inte att läsa", a.overlay)
	}
	if !isFolder(filepath.Join(a.overlay, "plans")) && !isFolder(filepath.Join(a.overlay, "templates")) {
		return nil, nil, &inputError{"i mappen " + a.overlay + " (--mallar) finns varken plans eller templates",
			"ange mappen som mapparna plans och templates ligger i"}
	}
	plansOver = append(plansOver, plan.Layer{Name: filepath.Join(a.overlay, "plans"), FS: os.DirFS(filepath.Join(a.overlay, "plans"))})
	return plansOver, append(words, phrase.Layer{FS: os.DirFS(filepath.Join(a.overlay, "templates")), Name: filepath.ToSlash(filepath.Join(a.overlay, "templates"))}), nil
}

// isFolder tells whether a name is of a folder.
func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

var errNotFolder = errors.New("det är en fil, inte en mapp")

// cmpErr is the first error that there is.
func cmpErr(errs ...error) error {
	i := slices.IndexFunc(errs, func(e error) bool { return e != nil })
	return errs[i]
}

// unit reads the clinic's own facts once for each enhet.yaml.
func (k *kit) unit(name string) *unitFile {
	if k.app.unit != "" {
		name = k.app.unit
	}
	if u := k.units[name]; u != nil {
		return u
	}
	u := k.readUnit(name)
	k.units[name] = u
	return u
}

// readUnit reads an enhet.yaml and the logotype that it names. A file that is
// not there gives a unit without facts.
func (k *kit) readUnit(name string) *unitFile {
	data, err := k.read(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &unitFile{unit: &review.Unit{}, missing: true}
	case err != nil:
		return &unitFile{unit: &review.Unit{}, problems: source.Problems{{Pos: source.Position{File: name}, Rule: "oläsbar", Text: "filen går inte att läsa: " + worldly(err)}}}
	}
	unit, ps := review.ReadUnit(name, data, source.Options{Chars: k.line.Fonts.Has})
	if unit.Logo != "" {
		logo := filepath.Join(filepath.Dir(name), unit.Logo)
		if unit.LogoImage, err = os.ReadFile(logo); err != nil {
			ps = append(ps, source.Problem{Pos: unit.At("logotyp"), Path: "logotyp", Rule: "logotyp-oläsbar",
				Text: "logotypen " + logo + " går inte att läsa: " + worldly(err), Hint: "lägg bilden bredvid enhet.yaml, eller ta bort raden"})
		} else if fault := pdf.CheckPicture(unit.LogoImage); fault != "" {
			ps = append(ps, unit.BadLogo(string(fault)))
		}
	}
	return &unitFile{unit: unit, problems: ps}
}
