package report_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"kontrakt/internal/report"
)

// Whoever reads the JSON finds every key of it explained.
func TestEveryKeyIsDocumented(t *testing.T) {
	data, err := os.ReadFile("../../docs/rapport-json.md")
	if err != nil {
		t.Fatal(err)
	}
	explained := string(data)
	for key, where := range keys(reflect.TypeFor[report.Figures](), map[string]string{}) {
		if !strings.Contains(explained, "`"+key+"`") {
			t.Errorf("%s of %s is not explained", key, where)
		}
	}
}

// keys are the keys of a type's JSON, and of what it holds.
func keys(of reflect.Type, all map[string]string) map[string]string {
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice:
		keys(of.Elem(), all)
	case reflect.Struct:
		for i := range of.NumField() {
			field := of.Field(i)
			key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			if !field.IsExported() || key == "-" {
				continue
			}
			if key != "" {
				all[key] = of.Name()
			}
			keys(field.Type, all)
		}
	}
	return all
}
