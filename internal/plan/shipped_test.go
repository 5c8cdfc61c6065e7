package plan_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"kontrakt/fonts"
	"kontrakt/internal/pdf"
	"kontrakt/internal/plan"
	"kontrakt/internal/source"
	"kontrakt/plans"
)

// Every template that is delivered is without errors: papers are made of them
// without asking again.
func TestShippedTemplatesAreClean(t *testing.T) {
	faces, err := pdf.LoadFonts(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	lib := plan.Open(source.Options{Chars: faces.Has}, plan.Layer{Name: "plans", FS: plans.FS})
	if len(lib.IDs()) == 0 {
		t.Fatal("no templates")
	}
	for _, p := range lib.Check() {
		if p.Severity == source.Error {
			t.Error(p)
		}
	}
}

// The codes read by themselves are those of the whole template.
func TestCodesAreTheTemplates(t *testing.T) {
	lib := plan.Open(source.Options{}, plan.Layer{Name: "plans", FS: plans.FS})
	for _, id := range lib.IDs() {
		if d, _ := lib.Definition(id, plan.Swedish); !slices.Equal(lib.Codes(id), d.ICD10) {
			t.Errorf("%s: %v read alone, %v in the template", id, lib.Codes(id), d.ICD10)
		}
	}
	if got := lib.Codes("finns-inte"); got != nil {
		t.Errorf("codes of no template: %v", got)
	}
}

// signs are the signs to seek care of all delivered templates, by language.
func signs(each func(lang, ref string, sign plan.Line)) {
	lib := plan.Open(source.Options{}, plan.Layer{Name: "plans", FS: plans.FS})
	for _, id := range lib.IDs() {
		for _, lang := range lib.Languages(id) {
			d, _ := lib.Definition(id, lang)
			for _, l := range d.Own() {
				if l.Warning() {
					each(lang, l.Ref, l)
				}
			}
		}
	}
}

// A person with two diagnoses gets a sign that they share once. So it has to
// read the same in both.
func TestSharedSignsReadTheSame(t *testing.T) {
	first := map[string]plan.Line{}
	signs(func(lang, ref string, l plan.Line) {
		key := lang + " " + l.ID
		if was, ok := first[key]; ok && was.Text != l.Text {
			t.Errorf("%s in %s: %q, elsewhere %q", ref, lang, l.Text, was.Text)
		}
		first[key] = l
	})
}

// What stands under 112 is a sign that calls for 112. Another number beside it
// makes the reader choose.
func TestOnlyOneNumberUnder112(t *testing.T) {
	signs(func(lang, ref string, l plan.Line) {
		other := strings.Contains(l.Text, "90101") || strings.Contains(l.Text, "90 390")
		if l.List == plan.Call112 && other {
			t.Errorf("%s in %s gives another number: %q", ref, lang, l.Text)
		}
	})
}

// A sign that goes by two names would stand twice in the plan of a person with
// both diagnoses, perhaps under two urgencies. So no two signs of a language
// have the same words, whatever their order and endings.
func TestOneSignHasOneName(t *testing.T) {
	type sign struct{ id, ref string }
	first := map[string]sign{}
	signs(func(lang, ref string, l plan.Line) {
		var stems []string
		for _, w := range strings.FieldsFunc(strings.ToLower(l.Text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if stem := []rune(w); len(stem) > 2 {
				stems = append(stems, string(stem[:min(len(stem), 5)]))
			}
		}
		slices.Sort(stems)
		key := lang + " " + strings.Join(slices.Compact(stems), " ")
		if was, ok := first[key]; ok && was.id != l.ID {
			t.Errorf("%s in %s says what %s says: %q", ref, lang, was.ref, l.Text)
		}
		first[key] = sign{l.ID, ref}
	})
}

// What is done, booked or referred in the same words, for the same reason and
// as often, has one name too: a person with two diagnoses gets it once.
func TestOneLineHasOneName(t *testing.T) {
	lib := plan.Open(source.Options{}, plan.Layer{Name: "plans", FS: plans.FS})
	type name struct{ id, ref string }
	first := map[[5]string]name{}
	for _, id := range lib.IDs() {
		d, _ := lib.Definition(id, plan.Swedish)
		for _, l := range d.Lines() {
			if !l.Choosable() {
				continue
			}
			key := [...]string{l.List, l.Text, l.Who, l.Why, l.When}
			if was, ok := first[key]; ok && was.id != l.ID {
				t.Errorf("%s says what %s says: %q", l.Ref, was.ref, l.Text)
			}
			first[key] = name{l.ID, l.Ref}
		}
	}
}
