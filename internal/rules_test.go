// Package internal_test keeps the project's law: who may import whom, where
// the world may be touched, and that what is exported is explained.
package internal_test

import (
	"bytes"
	"go/ast"
	"go/doc"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kontrakt/internal/person"
)

// law is what a package may import: of this project, and from outside beside
// the standard library.
type law struct{ own, outside []string }

// laws are the packages of the program. A package that is not here has no
// place in the house yet.
var laws = map[string]law{
	"internal/doc":       {},
	"internal/person":    {},
	"internal/source":    {nil, []string{"go.yaml.in/yaml/v4", "github.com/go-playground/validator/v10", "golang.org/x/text"}},
	"internal/prose":     {[]string{"doc", "source"}, []string{"github.com/yuin/goldmark"}},
	"internal/plan":      {[]string{"source", "prose", "doc"}, nil},
	"internal/lint":      {[]string{"plan", "doc", "source"}, nil},
	"internal/review":    {[]string{"source", "person"}, nil},
	"internal/phrase":    {[]string{"source"}, nil},
	"internal/cohort":    {[]string{"source", "person"}, []string{"golang.org/x/text"}},
	"internal/careplan":  {[]string{"plan", "review", "source", "doc"}, nil},
	"internal/chart":     {[]string{"doc"}, []string{"rsc.io/qr"}},
	"internal/contract":  {[]string{"careplan", "doc", "phrase", "chart"}, nil},
	"internal/screening": {[]string{"doc", "phrase", "review", "source"}, nil},
	"internal/render":    {[]string{"doc"}, nil},
	"internal/pdf": {[]string{"doc"}, []string{"github.com/go-text/typesetting",
		"github.com/klauspost/compress", "golang.org/x/text"}},
	"internal/disclosure": {},
	"internal/report": {[]string{"careplan", "chart", "cohort", "disclosure", "doc", "phrase", "review", "source"},
		[]string{"golang.org/x/text"}},
	"internal/journal":  {[]string{"careplan", "person", "phrase"}, nil},
	"internal/generate": {[]string{"careplan", "chart", "cohort", "contract", "doc", "journal", "pdf", "phrase", "plan", "prose", "render", "report", "review", "screening", "source"}, nil},
	"internal/form":     {[]string{"careplan", "contract", "doc", "generate", "phrase", "plan", "render", "review", "source"}, nil},
	"internal/web":      {[]string{"form", "generate", "review", "source"}, nil},
	"cmd/kontrakt": {[]string{"careplan", "cohort", "generate", "lint", "doc", "report", "source", "review", "plan", "phrase", "contract", "pdf", "web", "plans", "templates", "klinik", "fonts"},
		[]string{"github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/inconshreveable/mousetrap"}},
	"plans": {}, "templates": {}, "klinik": {}, "fonts": {},
}

// edge are the packages that may touch the disk and the clock.
var edge = []string{"cmd/kontrakt"}

// listener is the package that has the network, and of the world nothing else.
const listener = "internal/web"

// timeless are the packages that have days of the calendar and no moments.
var timeless = []string{"internal/doc", "internal/person"}

// clock is what of the package time asks the machine, not its arguments.
var clock = []string{"Now", "Since", "Until", "Local"}

// source of one package: its files without tests.
type pkg struct {
	dir   string
	files map[string]*ast.File
}

// packages parses every package of the project.
func packages(t *testing.T) (*token.FileSet, []pkg) {
	t.Helper()
	fset := token.NewFileSet()
	var all []pkg
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if base := d.Name(); base == "testdata" || len(base) > 1 && strings.HasPrefix(base, ".") && base != ".." {
			return filepath.SkipDir
		}
		files := map[string]*ast.File{}
		names, _ := filepath.Glob(filepath.Join(name, "*.go"))
		for _, n := range names {
			if strings.HasSuffix(n, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(fset, n, nil, parser.ParseComments)
			if err != nil {
				return err
			}
			files[n] = f
		}
		if len(files) > 0 {
			dir, _ := filepath.Rel("..", name)
			all = append(all, pkg{filepath.ToSlash(dir), files})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return fset, all
}

// imports are the paths that a package imports, sorted.
func (p pkg) imports() []string {
	var all []string
	for _, f := range p.files {
		for _, i := range f.Imports {
			all = append(all, strings.Trim(i.Path.Value, `"`))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func TestEveryDependencyHasOneDoor(t *testing.T) {
	_, all := packages(t)
	for _, p := range all {
		l, known := laws[p.dir]
		if !known {
			t.Errorf("%s: the package has no row in the table of laws", p.dir)
			continue
		}
		for _, i := range p.imports() {
			if !l.allows(i) {
				t.Errorf("%s imports %s, which it may not", p.dir, i)
			}
		}
	}
}

// allows tells whether a law allows an import.
func (l law) allows(path string) bool {
	if own, ok := strings.CutPrefix(path, "kontrakt/"); ok {
		return slices.Contains(l.own, strings.TrimPrefix(own, "internal/"))
	}
	standard := !strings.Contains(strings.Split(path, "/")[0], ".")
	return standard || slices.ContainsFunc(l.outside, func(o string) bool {
		return path == o || strings.HasPrefix(path, o+"/")
	})
}

func TestTheWorldIsTouchedAtTheEdge(t *testing.T) {
	fset, all := packages(t)
	forbidden := []string{"os", "os/exec", "net", "net/http", "log", "math/rand", "unsafe"}
	network := []string{"net", "net/http"}
	for _, p := range all {
		if slices.Contains(edge, p.dir) {
			continue
		}
		for _, i := range p.imports() {
			if p.dir == listener && slices.Contains(network, i) {
				continue
			}
			if slices.Contains(forbidden, i) || i == "time" && slices.Contains(timeless, p.dir) {
				t.Errorf("%s imports %s", p.dir, i)
			}
		}
		for _, f := range p.files {
			ast.Inspect(f, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok && slices.Contains(clock, s.Sel.Name) {
					if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" {
						t.Errorf("%s: time.%s is for the edge", fset.Position(n.Pos()), s.Sel.Name)
					}
				}
				return true
			})
		}
	}
}

// What stands in a package is a table that everybody reads: sentences,
// patterns, errors to compare with. Nobody writes in it.
func TestNothingOfAPackageChanges(t *testing.T) {
	fset, all := packages(t)
	for _, p := range all {
		own := p.variables()
		for _, f := range p.files {
			ast.Inspect(f, func(n ast.Node) bool {
				var changed []ast.Expr
				switch n := n.(type) {
				case *ast.AssignStmt:
					changed = n.Lhs
				case *ast.IncDecStmt:
					changed = []ast.Expr{n.X}
				}
				for _, x := range changed {
					if v := root(x); v != nil && own[v.Name] && (v.Obj == nil || f.Scope.Lookup(v.Name) == v.Obj) {
						t.Errorf("%s: %s is of the package, and is changed", fset.Position(n.Pos()), v.Name)
					}
				}
				return true
			})
		}
	}
}

// variables are the names of a package's own variables.
func (p pkg) variables() map[string]bool {
	names := map[string]bool{}
	for _, f := range p.files {
		for name, o := range f.Scope.Objects {
			names[name] = names[name] || o.Kind == ast.Var
		}
	}
	return names
}

// root is the variable that something is a part of; nil where it has none.
func root(x ast.Expr) *ast.Ident {
	switch x := x.(type) {
	case *ast.Ident:
		return x
	case *ast.IndexExpr:
		return root(x.X)
	case *ast.SelectorExpr:
		return root(x.X)
	case *ast.StarExpr:
		return root(x.X)
	case *ast.ParenExpr:
		return root(x.X)
	}
	return nil
}

func TestFoldersOfContentHoldNoFunction(t *testing.T) {
	fset, all := packages(t)
	for _, p := range all {
		if strings.Contains(p.dir, "/") {
			continue
		}
		for _, f := range p.files {
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok {
					t.Errorf("%s: %s holds content, not functions", fset.Position(fn.Pos()), p.dir)
				}
			}
		}
	}
}

func TestNoInit(t *testing.T) {
	fset, all := packages(t)
	for _, p := range all {
		for _, f := range p.files {
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
					t.Errorf("%s: an init runs unasked", fset.Position(fn.Pos()))
				}
			}
		}
	}
}

func TestWhatIsExportedIsExplained(t *testing.T) {
	fset, all := packages(t)
	for _, p := range all {
		var files []*ast.File
		for _, f := range p.files {
			files = append(files, f)
		}
		d, err := doc.NewFromFiles(fset, files, "kontrakt/"+p.dir)
		if err != nil {
			t.Fatal(err)
		}
		if d.Doc == "" {
			t.Errorf("%s has no package comment", p.dir)
		}
		for _, name := range unexplained(d) {
			t.Errorf("%s: %s has no comment", p.dir, name)
		}
	}
}

// unexplained are the exported names without a comment.
func unexplained(d *doc.Package) []string {
	var names []string
	note := func(name, comment string) {
		if comment == "" && ast.IsExported(path.Ext("." + name)[1:]) {
			names = append(names, name)
		}
	}
	for _, f := range d.Funcs {
		note(f.Name, f.Doc)
	}
	for _, v := range slices.Concat(d.Consts, d.Vars) {
		for _, n := range v.Names {
			note(n, v.Doc)
		}
	}
	for _, ty := range d.Types {
		note(ty.Name, ty.Doc)
		for _, m := range slices.Concat(ty.Funcs, ty.Methods) {
			note(m.Name, m.Doc)
		}
	}
	return names
}

func TestGofmt(t *testing.T) {
	files, err := goFiles()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if nice, err := format.Source(data); err != nil || !bytes.Equal(nice, data) {
			t.Errorf("%s is not as gofmt would have it", name)
		}
	}
}

// goFiles are all Go files of the project, tests too.
func goFiles() ([]string, error) {
	var all []string
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".go") {
			all = append(all, name)
		}
		return err
	})
	return all, err
}

func TestVet(t *testing.T) {
	if testing.Short() {
		t.Skip("go vet takes a while")
	}
	cmd := exec.Command("go", "vet", "./...")
	cmd.Dir = ".."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go vet: %v\n%s", err, out)
	}
}

// TestEveryPersonIsMadeUp looks for personnummer anywhere in the tree: each
// must be of Skatteverket's test series (serials 980–999), or be wrong.
func TestEveryPersonIsMadeUp(t *testing.T) {
	number := regexp.MustCompile(`\b(?:18|19|20)?\d{6}[-+]?\d{4}\b`)
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if err == nil && (d.Name() == ".git" || d.Name() == "exempel") {
				return filepath.SkipDir
			}
			return err
		}
		if !slices.Contains([]string{".go", ".yaml", ".md", ".txtar", ".csv", ".txt", ".html", ".json", ".document"}, filepath.Ext(name)) {
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for _, found := range number.FindAll(data, -1) {
			last := string(found[len(found)-4:])
			if person.Within(string(found)) && last < "9800" {
				t.Errorf("%s holds a number outside the test series: …%s", name, last)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
