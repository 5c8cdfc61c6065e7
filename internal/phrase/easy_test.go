package phrase_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"kontrakt/internal/lint"
	"kontrakt/internal/phrase"
	"kontrakt/templates"
)

// The fixed words of easy-read papers keep to what their templates keep to:
// 55 characters a line, and LIX 25. The words of dates and lists are no text.
func TestEasyReadWordsAreEasy(t *testing.T) {
	book, _ := phrase.Load(documents, templates.FS)
	easy := book.In("sv-lattlast")
	if !easy.Easy() || easy.Lang != "sv" || book.In("sv").Easy() {
		t.Fatal("easy-read is not what it says it is")
	}
	texts := []any{easy.Headings, easy.Measures, easy.Contract, easy.Changes, easy.Fridge, easy.Diary, easy.FollowUp}
	var all []string
	for _, text := range texts {
		all = append(all, said(reflect.ValueOf(text))...)
	}
	for _, text := range all {
		for line := range strings.SplitSeq(text, "\n") {
			if n := utf8.RuneCountInString(line); n > 55 {
				t.Errorf("%d characters: %s", n, line)
			}
		}
	}
	if lix := lint.LIX(strings.Join(all, ".\n")); lix > 25 {
		t.Errorf("LIX %.1f", lix)
	}
}

// said are the texts of a part of a table.
func said(v reflect.Value) []string {
	var all []string
	switch v.Kind() {
	case reflect.String:
		return []string{v.String()}
	case reflect.Slice:
		for i := range v.Len() {
			if v.Type() == reflect.TypeFor[phrase.Words]() {
				all = append(all, v.Index(i).FieldByName("Value").String())
				continue
			}
			all = append(all, said(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			all = append(all, said(v.Field(i))...)
		}
	}
	return all
}

func TestHeadingsStandInSwedishBesideThoseThatStaffMayNotRead(t *testing.T) {
	book, _ := phrase.Load(documents, templates.FS)
	for lang, beside := range map[string]*phrase.Table{"sv": nil, "sv-lattlast": nil, "en": book.In("sv")} {
		if book.In(lang).Beside() != beside {
			t.Errorf("%s: %v", lang, book.In(lang).Beside())
		}
	}
}
