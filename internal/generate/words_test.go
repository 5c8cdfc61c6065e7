package generate_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"kontrakt/internal/plan"
)

// In every language each measure has a name, and in a foreign one so have the
// words that a diary takes from the measures.
func TestMeasuresHaveWordsInEveryLanguage(t *testing.T) {
	l := line(t)
	measures, _ := l.Plans.Measures()
	for _, lang := range l.Words.Langs() {
		words := l.Words.In(lang)
		if lang == plan.Swedish {
			continue
		}
		for _, m := range measures {
			if words.Measures.Of(m.ID) == "" {
				t.Errorf("ord/%s.yaml: mått.%s is missing", lang, m.ID)
			}
		}
		for _, word := range diaryWords(l.Plans) {
			if words.Lang != plan.Swedish && words.Diary.Own.Of(word) == "" {
				t.Errorf("ord/%s.yaml: dagbok.ord.%s is missing", lang, word)
			}
		}
	}
}

// What a paper of few pages calls the gravest signs are signs to ring 112 of
// the plan templates, and the same on every such paper.
func TestTheGravestSignsAreSignsOfTheTemplates(t *testing.T) {
	l := line(t)
	signs := map[string]bool{}
	for _, id := range l.Plans.IDs() {
		d, _ := l.Plans.Definition(id, plan.Swedish)
		for _, sign := range d.Seek.Call112 {
			signs[sign.ID] = true
		}
	}
	gravest := l.Words.Layout("kylskap").Gravest
	for _, id := range gravest {
		if !signs[id] {
			t.Errorf("kylskap.yaml: no template has %s", id)
		}
	}
	if !slices.Equal(gravest, l.Words.Layout("dagbok").Gravest) {
		t.Error("the diary calls other signs the gravest")
	}
}

// diaryWords are what measures and templates say in a diary, with letters or
// a decimal in it.
func diaryWords(lib *plan.Library) []string {
	var all []string
	add := func(d *plan.Diary) {
		if d == nil {
			return
		}
		for _, word := range append([]string{d.Example, d.HowTo}, d.Times...) {
			if strings.ContainsFunc(word, unicode.IsLetter) || strings.ContainsAny(word, ", ") {
				all = append(all, word)
			}
		}
	}
	measures, _ := lib.Measures()
	for _, m := range measures {
		add(m.Diary)
	}
	for _, id := range lib.IDs() {
		d, _ := lib.Definition(id, plan.Swedish)
		for _, target := range d.Targets {
			add(target.Diary)
		}
	}
	return all
}
