package phrase_test

import (
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kontrakt/internal/generate"
	"kontrakt/internal/phrase"
	"kontrakt/internal/source"
	"kontrakt/templates"
)

var documents = generate.Layouts()

// shipped is a shipped file with one text in it changed.
func shipped(t *testing.T, name, old, new string) *fstest.MapFile {
	t.Helper()
	data, err := fs.ReadFile(templates.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		t.Fatalf("%s has no %q", name, old)
	}
	return &fstest.MapFile{Data: []byte(strings.Replace(string(data), old, new, 1))}
}

func swedish(t *testing.T) *phrase.Table {
	t.Helper()
	book, ps := phrase.Load(documents, templates.FS)
	for _, p := range ps {
		t.Error(p)
	}
	return book.In("sv")
}

func TestShippedWordsAndLayoutsAreWhole(t *testing.T) { swedish(t) }

func TestOpenGivesWhatLoadGives(t *testing.T) {
	opened := phrase.Open(documents, templates.FS)
	loaded, _ := phrase.Load(documents, templates.FS)
	if got, want := opened.Langs(), loaded.Langs(); !slices.Equal(got, want) {
		t.Errorf("languages %v, want %v", got, want)
	}
	for _, lang := range append(loaded.Langs(), "is") { // no words in Icelandic: Swedish
		if got, want := opened.In(lang), loaded.In(lang); !reflect.DeepEqual(got.Contract, want.Contract) || got.Lang != want.Lang {
			t.Errorf("%s: other words", lang)
		}
	}
	for _, d := range documents {
		if !reflect.DeepEqual(opened.Layout(d.Name), loaded.Layout(d.Name)) {
			t.Errorf("%s: another layout", d.Name)
		}
	}
}

// A clinic's own file that lacks something is told with its place, and with
// what to write.
func TestWhatIsWrongIsTold(t *testing.T) {
	tests := []struct {
		name, file, old, new string
		rule, path           string
	}{
		{"a word that is missing", "ord/sv.yaml", "  jag_gör: Jag gör\n", "", "ord-saknas", "kontrakt.jag_gör"},
		{"a word that English lacks", "ord/en.yaml", "  jag_gör: What I do\n", "", "ord-saknas", "kontrakt.jag_gör"},
		{"a word that easy-read Swedish lacks", "ord/sv-lattlast.yaml", "  telefon: Telefon {telefon}\n", "", "ord-saknas", "kontrakt.telefon"},
		{"a heading that English lacks", "ord/en.yaml", "  mål: Goals\n", "", "rubrik-okänd", "delar[9].rubrik"},
		{"a word that is empty", "ord/sv.yaml", "jag_gör: Jag gör", "jag_gör:", "ord-saknas", "kontrakt.jag_gör"},
		{"a field that was lost", "ord/sv.yaml", "utgåva {utgåva}", "utgåva", "fält-saknas", "kontrakt.utgåva"},
		{"a field that is misspelt", "ord/sv.yaml", "senast {datum}", "senast {datum} {tid}", "fält-okänt", "kontrakt.senast"},
		{"a month too few", "ord/sv.yaml", "[januari, februari,", "[januari,", "antal", "datum.månader"},
		{"an answer that is missing", "ord/sv.yaml", "    nej: Tiden är inte bokad än.\n", "", "ord-saknas", "kontrakt.bokad"},
		{"a list without words", "ord/sv.yaml", "om: [om, när, ifall]", "om: []", "ord-saknas", "om_så.om"},
		{"a heading that no words have", "kontrakt.yaml", "rubrik: mål", "rubrik: målen", "rubrik-okänd", "delar[9].rubrik"},
		{"a heading that was taken from the words", "ord/sv.yaml", "  mål: Mål\n", "", "rubrik-okänd", "delar[9].rubrik"},
		{"a part that there is none of", "kontrakt.yaml", "del: mål,", "del: drömmar,", "del-okänd", "delar[9].del"},
		{"a part twice", "kontrakt.yaml", "del: mål, rubrik: mål", "del: viktigt, rubrik: viktigt", "del-dubbel", "delar[9].del"},
		{"a part without its heading", "kontrakt.yaml", "{del: mål, rubrik: mål}", "del: mål", "rubrik-saknas", "delar[9]"},
		{"a heading where there is none", "kontrakt.yaml", "del: diagnoser", "{del: diagnoser, rubrik: mål}", "rubrik-överflöd", "delar[16].rubrik"},
		{"a part that must be there", "kontrakt.yaml", "  - {del: söka_vård, rubrik: söka_vård}\n", "", "del-saknas", "delar"},
		{"a title below a heading", "kontrakt.yaml", "  - del: titel\n  - del: identitet\n  - {del: nästa_steg, rubrik: nästa_steg}\n",
			"  - del: identitet\n  - {del: nästa_steg, rubrik: nästa_steg}\n  - del: titel\n", "titel-först", "delar[3].del"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			own := fstest.MapFS{tt.file: shipped(t, tt.file, tt.old, tt.new)}
			_, ps := phrase.Load(documents, templates.FS, own)
			other := func(p source.Problem) bool { return p.Rule != tt.rule || p.Path != tt.path }
			if len(ps) == 0 || slices.ContainsFunc(ps, other) { // a heading is told once for each language that lacks it
				t.Fatalf("want %s at %s, got\n%v", tt.rule, tt.path, ps)
			}
			if ps[0].Pos.Line == 0 || ps[0].Text == "" || ps[0].Severity != source.Error {
				t.Errorf("no place or no words: %+v", ps[0])
			}
		})
	}
}

func TestFilesThatAreMissingAreTold(t *testing.T) {
	tests := []struct {
		name string
		fs   fstest.MapFS
		rule string
	}{
		{"no Swedish words", fstest.MapFS{"kontrakt.yaml": shipped(t, "kontrakt.yaml", "", "")}, "språk-saknas"},
		{"no layout", fstest.MapFS{"ord/sv.yaml": shipped(t, "ord/sv.yaml", "", "")}, "dokument-saknas"},
		{"a layout of no document", fstest.MapFS{
			"ord/sv.yaml":   shipped(t, "ord/sv.yaml", "", ""),
			"kontrakt.yaml": shipped(t, "kontrakt.yaml", "", ""),
			"kontakt.yaml":  shipped(t, "kontrakt.yaml", "", ""),
		}, "dokument-okänt"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, ps := phrase.Load(documents[:1], tt.fs) // of the contract alone
			if len(ps) != 1 || ps[0].Rule != tt.rule {
				t.Errorf("want %s, got %v", tt.rule, ps)
			}
		})
	}
}

func TestClinicsOwnFileWins(t *testing.T) {
	own := fstest.MapFS{
		"ord/sv.yaml": shipped(t, "ord/sv.yaml", "mål: Mål\n", "mål: Dit vill jag\n"),
		"ord/fi.yaml": shipped(t, "ord/sv.yaml", "lang: sv", "lang: fi"),
	}
	book, ps := phrase.Load(documents, templates.FS, own)
	if ps != nil {
		t.Fatal(ps)
	}
	if got := book.In("sv").Heading("mål"); got != "Dit vill jag" {
		t.Errorf("heading %q", got)
	}
	if !book.Has("fi") || book.In("fi").Lang != "fi" {
		t.Error("a language of the clinic's own is not there")
	}
	if book.Has("de") || book.In("de").Lang != "sv" {
		t.Error("a language without words is not answered with Swedish")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		phrase.Load(documents, templates.FS)
	}
}
