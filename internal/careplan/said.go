package careplan

import (
	"reflect"
	"slices"
	"strings"

	"kontrakt/internal/plan"
	"kontrakt/internal/review"
)

// notSaid are the keys of a plan whose values are ids, numbers or never printed.
var notSaid = []string{"diagnoser", "utelämna", "val", "från", "mått", "lista", "status", "telefon", "skrivet_på", "anteckning_intern"}

// Said are the texts that a review says by itself, each once: not those that
// stand alike in its templates in one of the languages, as the lines of a plan
// that has been on paper do.
func Said(lib *plan.Library, r *review.Review, langs ...string) []string {
	printed := map[string]bool{}
	for _, id := range r.Plan.Diagnoses {
		for _, lang := range langs {
			if d, _ := lib.Definition(id, lang); d != nil {
				for _, l := range d.Lines() {
					for _, text := range []string{l.Text, l.Who, l.Why, l.When} {
						printed[text] = true
					}
				}
			}
		}
	}
	var all []string
	said(reflect.ValueOf(*r.Plan), func(text string) {
		if text != "" && !printed[text] && !slices.Contains(all, text) {
			all = append(all, text)
		}
	})
	return all
}

// said visits every text at or under a value of a plan.
func said(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.String:
		if text, ok := v.Interface().(string); ok {
			visit(text)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			said(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			said(v.Index(i), visit)
		}
	case reflect.Struct:
		if w, ok := v.Interface().(When); ok {
			visit(w.Words)
			return
		}
		for i := range v.NumField() {
			key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			if key != "" && !slices.Contains(notSaid, key) {
				said(v.Field(i), visit)
			}
		}
	}
}
