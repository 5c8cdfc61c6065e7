package source

import (
	"reflect"
	"strings"
	"testing"
)

// A row is a rule, texts that keep it and texts that break it.
func TestRulesOfTexts(t *testing.T) {
	for _, c := range []struct {
		tag        string
		keep, fall []string
	}{
		{"required", []string{"a"}, []string{""}},
		{"oneof=ja 'kanske inte'", []string{"ja", "kanske inte"}, []string{"", "kanske", "Ja"}},
		{"max=3", []string{"", "åäö"}, []string{"abcd"}},
		{"min=2", []string{"åä"}, []string{"", "å"}},
		{"id", []string{"a", "EX-001", "0-", strings.Repeat("a", 63)}, []string{"", "-a", "a_b", "å", "a b", strings.Repeat("a", 64)}},
		{"device", []string{"console", "com10", "nu"}, []string{"con", "NUL", "Com1", "lpt9"}},
		{"ref", []string{"a/b"}, []string{"a", "a/", "/b", "a/b/c"}},
		{"icd10", []string{"M79", "M79.7", "M797", "A00.12AB"}, []string{"", "m79", "M7", "M79.", "M79.12345"}},
		{"file", []string{"logo.png", ".logo"}, []string{".", "..", "a/b", `a\b`, "c:a"}},
		{"https", []string{"https://a.se", "HTTPS://A.se/b?c"}, []string{"", "http://a.se", "https://", "https:a", "a.se", "https://%"}},
		{"lang", []string{"sv", "en-GB", "sv-lattlast", "zh-Hant"}, []string{"", "svenska språket", "x1", "en-lattlast"}},
		{"semver", []string{"0.1.0", "10.20.30", "1.0.0-a.0.b-c", "1.0.0+001", "1.0.0-1+a-b"},
			[]string{"", "1", "1.0", "1.0.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0-a..b", "1.0.0+", "v1.0.0", "1.0.0-å"}},
	} {
		holds := newTag(c.tag, reflect.TypeFor[string]()).rules[0].holds
		for _, s := range c.keep {
			if !holds(reflect.ValueOf(s), reflect.Value{}) {
				t.Errorf("%q breaks %s", s, c.tag)
			}
		}
		for _, s := range c.fall {
			if holds(reflect.ValueOf(s), reflect.Value{}) {
				t.Errorf("%q keeps %s", s, c.tag)
			}
		}
	}
}

func TestATagOfAnUnknownRuleIsOurMistake(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("it was taken")
		}
	}()
	newTag("required,colour", reflect.TypeFor[string]())
}
