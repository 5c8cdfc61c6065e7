package pdf

import (
	"bytes"
	"errors"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"kontrakt/internal/doc"
)

func one(text string) *doc.Document {
	return &doc.Document{Title: "t", Lang: "sv", Date: "2025-09-15", Content: []doc.Block{para(text)}}
}

func TestWhatCannotBeDrawnIsRefused(t *testing.T) {
	for _, c := range []struct {
		text string
		char rune
	}{
		{"Li 李", '李'}, {"محمد", 'م'}, {"अमर", 'अ'}, {"שלום", 'ש'}, {"สม", 'ส'},
		{"glad 😀", '😀'}, {"\U000F0000", '\U000F0000'}, {"\ue000", '\ue000'}, {"bad \xff", '\ufffd'},
	} {
		_, err := toFile(printer(t), one(c.text), Options{})
		var missing *MissingError
		if !errors.As(err, &missing) {
			t.Errorf("%q: %v", c.text, err)
		} else if missing.Char != c.char {
			t.Errorf("%q: refused for %U", c.text, missing.Char)
		}
	}
}

func TestARefusedDocumentDoesNotHinderTheNext(t *testing.T) {
	pr := printer(t)
	if _, err := toFile(pr, one("李"), Options{}); err == nil {
		t.Fatal("not refused")
	}
	if _, err := toFile(pr, one("Anna"), Options{}); err != nil {
		t.Error(err)
	}
	if _, err := toFile(pr, one("李"), Options{}); err == nil {
		t.Error("not refused the second time")
	}
}

// A word that comes after the one that a document is refused for is as wrong
// in the next.
func TestARefusedWordIsNotKept(t *testing.T) {
	pr := printer(t)
	for _, text := range []string{"李 林", "李 林", "林"} {
		if _, err := toFile(pr, one(text), Options{}); err == nil {
			t.Errorf("%s: not refused", text)
		}
	}
}

// names in languages that patients in Sweden bear.
const names = "Åsa Öberg-Müller|Ánná Ŋiŋŋá Ŧuoŧŧa|Käätä Jänkälä|Łukasz Wiśniewski Żółć|Ștefan Țăran|Gülşen Çağlayan İşık|" +
	"Nguyễn Thị Hương|Đặng Ưu|Γιώργος Παπαδόπουλος|Олена Шевченко Ґудзь|Ђорђе Љубичић|Nguyen\u0303|A\u030asa|Åsa|" +
	"Ǩeârrâm Ǯiõk ǥ|José Núñez|Þórdís Æðey|Ōtāne|Ẹ́bùn Ọlá|Šárka Dvořáková|Ģirts Ķēniņš|O’Brien|Jean–Luc|µg ≥ 5 → ½ ✓ 2\u202f000 a\u2011b"

func TestNamesOfManyLanguagesAreKept(t *testing.T) {
	for _, o := range []Options{{}, {Style: Large}} {
		for _, name := range strings.Split(names, "|") {
			d := one(name)
			d.Content = append(d.Content, &doc.Paragraph{Text: bold(name)})
			pr := printer(t)
			tags, err := pr.Tags(d, o)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if got := strings.Count(norm.NFC.String(tags), norm.NFC.String(name)); got != 2 {
				t.Errorf("%q is told as %q", name, tags)
			}
			for font, s := range pr.subset.fonts {
				for code, k := range s.keys[1:] {
					empty := s.common && k == glyphKey{}
					if !empty && (k.gid == 0 || k.text == "") {
						t.Errorf("%q: font %d, code %d is .notdef or without text", name, font, code+1)
					}
				}
			}
		}
	}
}

func TestEveryCharacterThatHasSaysIsDrawn(t *testing.T) {
	f := loadFonts(t)
	pr := NewPrinter(f)
	n := 0
	for r := rune(' '); r < 0x20000; r++ {
		if !f.Has(r) {
			continue
		}
		n++
		if _, err := pr.layOut(one("a"+string(r)), Options{}); err != nil {
			t.Errorf("%U: %v", r, err)
		}
	}
	if n < 2500 {
		t.Errorf("only %d characters", n)
	}
}

func TestAWordIsSetInOneFace(t *testing.T) {
	w := newShaper(loadFonts(t)).word("Ŋiŋŋá", false)
	for _, g := range w.glyphs {
		if g.face != 2 {
			t.Errorf("%q is drawn with face %d", g.text, g.face)
		}
	}
}

func TestUsualLettersHaveTheirCodesOfWindows1252(t *testing.T) {
	pr := printer(t)
	for _, s := range pr.subset.fonts[:commons] {
		for code, k := range s.keys {
			if want := string(charmap.Windows1252.DecodeByte(byte(code))); code >= ' ' && k.text != "" && k.text != want {
				t.Errorf("%s: code %02X is %q, not %q", s.face.name, code, k.text, want)
			}
		}
	}
}

// A name with letters that few have makes a font of those letters alone.
func TestRareLettersAddFewBytes(t *testing.T) {
	const most = 4 << 10
	plain, err1 := toFile(printer(t), one("Lukasz Hogstrom"), Options{})
	rare, err2 := toFile(printer(t), one("Łukasz Hőgstrőm"), Options{})
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	if more := len(rare) - len(plain); more < 1 || more > most {
		t.Errorf("%d bytes more for two letters", more)
	}
}

func TestLettersAreKerned(t *testing.T) {
	s := newShaper(loadFonts(t))
	if s.word("Vå", true).adv >= s.word("V", true).adv+s.word("å", true).adv {
		t.Error("no kerning between V and å")
	}
}

func TestWhereALineBreaks(t *testing.T) {
	s := newSetter(newShaper(loadFonts(t)), newStanding(), &pieces{})
	body := &standardSheet().body
	for _, c := range []struct {
		name    string
		text    string
		width   float64
		heading bool
		want    string
	}{
		{"at spaces", "Vi provar smärtskolan nu", 80, false, "Vi provar|smärtskolan|nu"},
		{"not at no-break spaces", "ring 036-000\u00a000\u00a000 nu", 90, false, "ring|036-000\u00a000\u00a000|nu"},
		{"at line feeds", "ett\ntvå", 300, false, "ett|två"},
		{"doubled spaces are one", "ett   två", 300, false, "ett två"},
		{"inside a word longer than the line", "överenskommelsen", 60, false, "överensko|mmelsen"},
		{"after a sign, if there is one", "www.exempel-by.se/kontakt", 78, false, "www.exempel-|by.se/kontakt"},
		{"at soft hyphens in headings", "överens\u00adkommelse", 60, true, "överens\u00ad|kommelse"},
		{"without a hyphen where it fits", "överens\u00adkommelse", 300, true, "överens kommelse"},
		{"never at soft hyphens in text", "en överens\u00adkommelse", 100, false, "en|överenskommelse"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, l := range s.lines(s.words(p(c.text), body, c.heading), body, c.width) {
				got = append(got, l.text())
			}
			if strings.Join(got, "|") != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	used, d := printer(t), sample()
	d.Content = append(d.Content, para("En rad, en tom\n\noch en till."))
	for _, o := range []Options{{}, {Style: Large}, {Archive: true}} {
		fresh, err := toFile(printer(t), d, o)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := toFile(used, one("Ŋiŋŋá Łukasz"), o); err != nil { // must leave no trace
			t.Fatal(err)
		}
		for _, how := range []string{"set anew", "set to be kept", "as it stands"} {
			again, err := toFile(used, d, o)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(fresh, again) {
				t.Errorf("%+v: a used printer gives other bytes of what is %s", o, how)
			}
		}
	}
}

func TestATextThatPapersShareIsKept(t *testing.T) {
	pr := printer(t)
	for i, name := range []string{"Anna Ek", "Bo Alm", "Cia Lind", "Dag Rönn"} {
		d := one("Rör dig varje dag.")
		d.Content = append(d.Content, para(name), para(name)) // twice, and on this paper alone
		if _, err := toFile(pr, d, Options{}); err != nil {
			t.Fatal(err)
		}
		if got, want := len(pr.standing.texts), min(i, 1); got != want {
			t.Errorf("after paper %d, %d texts are kept, want %d", i+1, got, want)
		}
	}
}

func TestAContractIsSmall(t *testing.T) {
	const most = 40 << 10
	out, err := toFile(printer(t), sample(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) > most {
		t.Errorf("%d bytes for a contract", len(out))
	}
}

func TestPrintersShareFonts(t *testing.T) {
	f := loadFonts(t)
	files := make([][]byte, 4)
	var done sync.WaitGroup
	for i := range files {
		done.Go(func() {
			d := one("Ŋiŋŋá Παπαδόπουλος → Anna")
			files[i], _ = toFile(NewPrinter(f), d, Options{})
		})
	}
	done.Wait()
	for _, file := range files {
		if len(file) == 0 || !bytes.Equal(file, files[0]) {
			t.Error("printers at work together give other bytes")
		}
	}
}
