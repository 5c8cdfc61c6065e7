package source

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// visit has one field of each kind that a file can hold.
type visit struct {
	Version int      `yaml:"version" validate:"required,eq=1"`
	Patient person   `yaml:"patient"`
	Plan    *outcome `yaml:"plan"`
	Counts  []Count  `yaml:"per_enhet"`
	Seven   []Pair   `yaml:"sju_frågor" validate:"dive"`
}

type person struct {
	ID   string `yaml:"id" validate:"required,id,device"`
	Name string `yaml:"namn"`
	Sex  string `yaml:"kön" validate:"omitempty,oneof=kvinna man"`
	Lang string `yaml:"språk" validate:"omitempty,lang"`
	Help Answer `yaml:"tolk" validate:"omitempty,oneof=ja nej"`
	Fit  Answer `yaml:"ork"`
}

type outcome struct {
	Date   Date     `yaml:"datum" validate:"required"`
	Next   *next    `yaml:"nästa_steg" validate:"kontrakt"`
	Goals  []goal   `yaml:"mål" validate:"dive"`
	Assets []string `yaml:"styrkor" validate:"omitempty,max=3,dive,max=20"`
	Others []other  `yaml:"andra_planer,kept" validate:"dive"`
	Web    string   `yaml:"bokning" validate:"omitempty,https"`
	Phone  string   `yaml:"telefon"`
}

type next struct {
	What  string `yaml:"vad" validate:"kontrakt"`
	When  When   `yaml:"när" validate:"kontrakt"`
	Place string `yaml:"plats"`
}

type goal struct {
	Text    string `yaml:"text" validate:"required_without=Measure"`
	Measure string `yaml:"mått"`
	Weight  *int   `yaml:"viktigt" validate:"omitempty,scale"`
	Hinder  string `yaml:"hinder"`
	Then    string `yaml:"då" validate:"required_with=Hinder"`
}

type other struct {
	Plan string `yaml:"plan"`
}

const whole = `version: 1
patient:
  id: EX-001
  namn: Null
  kön: kvinna
  språk: sv-lattlast
  tolk: nej
per_enhet: {"828008 Hälsan VC 2 DLM": 29, Läkare: 9}
sju_frågor: {1: ja, 2: delvis}
plan:
  datum: 2025-09-15
  nästa_steg: {vad: Första träffen, när: 2025-09-29 10:00}
  mål:
    - {text: "Gå 20 minuter", viktigt: 0}
    - mått: blodtryck-hemma
  styrkor: [yes, 0360000000]
  andra_planer: []
  telefon: 0360000000
`

func TestDecodeReadsTextsAsTheyStand(t *testing.T) {
	var v visit
	f, ps := Decode("a.yaml", []byte(whole), &v, Options{})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	zero := 0
	want := visit{
		Version: 1,
		Patient: person{ID: "EX-001", Name: "Null", Sex: "kvinna", Lang: "sv-lattlast", Help: No},
		Counts:  []Count{{"828008 Hälsan VC 2 DLM", 29}, {"Läkare", 9}},
		Seven:   []Pair{{"1", "ja"}, {"2", "delvis"}},
		Plan: &outcome{
			Date:   Date{2025, 9, 15},
			Next:   &next{What: "Första träffen", When: When{Date: Date{2025, 9, 29}, Clock: "10.00"}},
			Goals:  []goal{{Text: "Gå 20 minuter", Weight: &zero}, {Measure: "blodtryck-hemma"}},
			Assets: []string{"yes", "0360000000"},
			Others: []other{},
			Phone:  "0360000000",
		},
	}
	if !reflect.DeepEqual(v, want) {
		t.Errorf("got  %+v\nwant %+v", v, want)
	}
	if at := f.At("plan.mål[1].mått").String(); at != "a.yaml:15:13" {
		t.Error(at)
	}
	if !f.Has("plan.andra_planer") || f.Has("plan.bokning") {
		t.Error("Has")
	}
}

// A trap is a text in a file and the problems that must be told of it, as
// "line:column rule path".
var traps = []struct{ name, in, want string }{
	{"empty file", "", "0:0 empty"},
	{"only comments", "# x\n", "0:0 empty"},
	{"not keys", "hej\n", "1:1 root"},
	{"UTF-16", "\xff\xfev\x00e\x00", "0:0 utf-16"},
	{"Latin-1", "patient: {id: a}\nversion: \xe5\n", "2:10 utf-8"},
	{"too large", strings.Repeat("#", 1<<20+1), "0:0 size"},
	{"raw control", "version: 1\npatient: {id: a, namn: å\u0007x}\n", "2:25 control patient.namn"},
	{"escaped control", `{version: 1, patient: {id: a, namn: "x\u0007"}}`, "1:37 control patient.namn"},
	{"escaped bidi", `{version: 1, patient: {id: a, namn: "\u202ex"}}`, "1:37 bidi patient.namn"},
	{"bidi in a comment", "version: 1 # \u202e\npatient: {id: a}\n", "1:14 bidi version"},
	{"font", "version: 1\npatient: {id: a, namn: ☃☃}\n", "2:24 font patient.namn"},
	{"characters of one value", "version: 1\npatient: {id: a, namn: \"☃\\u0007☂☃\\u0001\"}\n", "2:24 control patient.namn|2:24 font patient.namn"},
	{"damaged", "version: 1\npatient: {id: a, namn: x\ufffd}\n", "2:25 damaged patient.namn"},

	{"tab", "version: 1\npatient:\n\tid: a\n", "3:1 tab"},
	{"hard space", "version: 1\npatient:\n\u00a0 id: a\n namn: x\n", "3:1 nbsp"},
	{"open quote", "version: 1\npatient:\n  namn: \"x\n  id: a\n", "3:9 quote-open"},
	{"open quote before another text in quotes", "version: 1\npatient:\n  namn: \"x\n  kön: \"man\"\n", "3:9 quote-open"},
	{"text after quote", "version: 1\npatient:\n  namn: 'don't'\n", "3:14 after-quote"},
	{"colon in text", "version: 1\npatient:\n  namn: a: b\n", "3:10 colon"},
	{"no space after colon", "version:1\npatient:\n  id: a\n", "1:8 colon-space"},
	{"no space after colon, alone", "version: 1\npatient:\n  id:a\n", "3:3 colon-space patient"},
	{"no colon", "version 1\npatient:\n  id: a\n", "1:1 no-colon"},
	{"no colon before deeper lines", "version: 1\npatient\n  id: a\n", "2:1 no-colon"},
	{"no colon on the last line", "version: 1\npatient: {id: a}\nhej\n", "3:1 no-colon"},
	{"indent", "version: 1\npatient:\n  id: a\n   namn: x\n", "4:4 indent"},
	{"less indent", "version: 1\npatient:\n  id: a\n namn: x\n", "4:2 indent"},
	{"mark first", "version: 1\npatient:\n  namn: @x\n", "3:9 start"},
	{"block mark first", "version: 1\npatient:\n  namn: >140\n", "3:9 start"},
	{"dash in line", "version: 1\nplan:\n  styrkor: - x\n", "3:12 dash"},
	{"open bracket", "version: 1\nplan:\n  styrkor: [a, b\n  telefon: x\n", "3:12 bracket"},
	{"open brace", "patient: {id: a\nversion: 1\n", "1:10 brace"},
	{"no comma in braces", "version: 1\npatient: {id: a namn: x}\n", "2:21 flow"},
	{"escape", "version: 1\npatient:\n  namn: \"\\q\"\n", "3:10 escape"},
	{"directive", "%YAML 3.0\n---\nversion: 1\n", "1:1 directive"},
	{"further document", "version: 1\npatient: {id: a}\n---\nx: 1\n", "3:1 document patient.id"},
	{"anchor and alias", "version: &v 1\npatient: {id: *v}\n", "1:10 anchor version|2:15 alias patient.id"},
	{"unknown alias", "version: 1\npatient: {id: *v}\n", "2:15 alias"},
	{"tag", "version: !!int 1\npatient: {id: a}\n", "1:10 tag version"},
	{"tag without name", "version: 1\npatient: {id: ! a}\n", "2:15 tag patient.id"},
	{"merge", "version: 1\npatient: {<<: {id: b}, id: a}\n", "2:11 merge patient"},
	{"duplicate", "version: 1\npatient: {id: a, id: b}\n", "2:18 duplicate patient.id"},
	{"list as key", "version: 1\npatient: {id: a, [x]: y}\n", "2:18 key-kind patient"},

	{"misspelt key", "version: 1\npatient: {id: a, nman: x}\n", "2:18 unknown patient.nman"},
	{"misspelt required key is not missing too", "version: 1\npatient: {idd: a}\n", "2:11 unknown patient.idd"},
	{"key of another part", "version: 1\nmål: []\npatient: {id: a}\n", "2:1 unknown mål"},
	{"comma in flow", "version: 1\npatient: {id: a, namn: Rehab, plan 2}\n", "2:31 comma patient"},
	{"comment after text", "version: 1\npatient:\n  id: a # not a text\n  namn: rum # 4\n", "4:9 comment patient.namn"},
	{"comment after words of time", "version: 1\npatient: {id: a}\nplan:\n  datum: 2025-01-01\n  nästa_steg:\n    vad: x\n    när: snart # nog\n", "7:10 comment plan.nästa_steg.när"},
	{"comment after quotes", "version: 1\npatient:\n  id: a\n  namn: 'rum' # 4\n", ""},

	{"list for text", "version: 1\npatient: {id: a, namn: [x]}\n", "2:24 want-text-not-list patient.namn"},
	{"keys for text", "version: 1\npatient: {id: a, namn: {x: y}}\n", "2:24 want-text-not-keys patient.namn"},
	{"text for list", "version: 1\npatient: {id: a}\nplan:\n  datum: 2025-01-01\n  nästa_steg: {vad: x, när: y}\n  styrkor: x\n", "6:12 want-list plan.styrkor"},
	{"text for keys", "version: 1\npatient: a\n", "2:10 want-keys patient"},
	{"empty row", "version: 1\npatient: {id: a}\nplan:\n  datum: 2025-01-01\n  nästa_steg: {vad: x, när: y}\n  styrkor: [x, '']\n", "6:16 empty-row plan.styrkor[1]"},

	{"missing", "version: 1\npatient: {namn: x}\n", "2:10 required patient.id"},
	{"empty is missing", "version: 1\npatient:\n  id:\n", "3:3 required patient.id"},
	{"missing part", "version: 1\n", "1:1 required patient.id"},
	{"required for a contract", "version: 1\npatient: {id: a}\nplan:\n  datum: 2025-01-01\n  nästa_steg:\n    vad:\n    när: x\n", "6:5 kontrakt plan.nästa_steg.vad"},
	{"not in list", "version: 1\npatient: {id: a, kön: kvina}\n", "2:23 oneof patient.kön"},
	{"answer", "version: 1\npatient: {id: a, ork: yes}\n", "2:23 oneof patient.ork"},
	{"answer that may not be unclear", "version: 1\npatient: {id: a, tolk: oklart}\n", "2:24 oneof patient.tolk"},
	{"id", "version: 1\npatient: {id: a_b}\n", "2:15 id patient.id"},
	{"Windows device", "version: 1\npatient: {id: Con}\n", "2:15 device patient.id"},
	{"language", "version: 1\npatient: {id: a, språk: svenska språket}\n", "2:25 lang patient.språk"},
	{"whole number", "version: 1\npatient: {id: a}\nper_enhet: {x: 1.5}\n", "3:16 whole per_enhet.x"},
	{"version 0", "version: 0\npatient: {id: a}\n", "1:10 zero version"},
}

// plans are rules inside a plan: the text is what follows its date.
var plans = []struct{ name, in, want string }{
	{"date form", "datum: 2025-9-5", "4:10 date plan.datum"},
	{"no such date", "datum: 2025-02-30", "4:10 date-exists plan.datum"},
	{"no such date where words may stand", "nästa_steg: {vad: x, när: 2025-02-30}", "4:29 date-exists plan.nästa_steg.när"},
	{"clock", "nästa_steg: {vad: x, när: 2025-02-28 9.30}", "4:29 clock plan.nästa_steg.när"},
	{"scale", "mål: [{text: x, viktigt: 11}]", "4:28 scale plan.mål[0].viktigt"},
	{"not whole", "mål: [{text: x, viktigt: 8/10}]", "4:28 whole plan.mål[0].viktigt"},
	{"text or measure", "mål: [{viktigt: 1}]", "4:9 alone plan.mål[0].text"},
	{"hinder without då", "mål: [{text: x, hinder: y}]", "4:9 with plan.mål[0].då"},
	{"a row that is no mapping", "mål: [x]", "4:9 want-keys plan.mål[0]"},
	{"no space after dash", "styrkor:\n    -a\n    -b", "5:5 dash-space plan.styrkor"},
	{"text for keys in a list", "nästa_steg: [x]", "4:15 want-keys plan.nästa_steg"},
	{"web address", "bokning: http://x.se", "4:12 https plan.bokning"},
	{"too many rows", "styrkor: [a, b, c, d]", "4:12 max-list plan.styrkor"},
	{"too long", "styrkor: [aaaaaaaaaaaaaaaaaaaaa]", "4:13 max-text plan.styrkor[0]"},
}

func TestDecodeTellsWhatIsWrong(t *testing.T) {
	for _, c := range plans {
		in := "version: 1\npatient: {id: a}\nplan:\n  " + c.in + "\n"
		for _, other := range []string{"datum: 2025-01-01", "nästa_steg: {vad: x, när: y}"} {
			if key, _, _ := strings.Cut(other, ":"); !strings.Contains(c.in, key) {
				in += "  " + other + "\n"
			}
		}
		traps = append(traps, struct{ name, in, want string }{c.name, in, c.want})
	}
	for _, c := range traps {
		t.Run(c.name, func(t *testing.T) {
			var v visit
			_, ps := Decode("", []byte(c.in), &v, Options{Chars: drawn})
			if got := told(ps); got != c.want {
				t.Errorf("\ngot  %s\nwant %s\n%v", got, c.want, ps)
			}
			for _, p := range ps {
				if p.Text == "" || regexp.MustCompile(`\{\d`).MatchString(p.Text+p.Hint) {
					t.Errorf("not filled: %s", p)
				}
			}
		})
	}
}

// drawn tells of the characters of a font that has none of weather.
func drawn(r rune) bool { return r < '☀' || r > '☄' }

// What cannot be printed of a value is told once, by the field's name and the
// characters' numbers, and only the first of many.
func TestCharactersAreToldByFieldAndNumber(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"patient: {id: a, namn: x☃☃}", "«namn»: tecknet U+2603 finns inte i typsnitten och kan inte skrivas ut"},
		{"patient: {id: a, namn: ☃☂☃}", "«namn»: tecknen U+2603, U+2602 finns inte i typsnitten och kan inte skrivas ut"},
		{"plan: {styrkor: [x☃]}", "en rad under «styrkor»: tecknet U+2603 finns inte i typsnitten och kan inte skrivas ut"},
		{"patient: {id: a, namn: \"\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\u0008\"}",
			"«namn»: här står styrtecken som inte syns: U+0001, U+0002, U+0003, U+0004, U+0005, U+0006 och 2 till"},
		{"patient: {id: a, namn: x\u200by}", "«namn»: här står styrtecken som inte syns: U+200B"},
		{"patient: {id: a, namn: \"x\\u00ad\\u2060\"}", "«namn»: här står styrtecken som inte syns: U+00AD, U+2060"},
		{"patient: {id: a, namn: A\u20dd}", "«namn»: tecknet U+20DD ritar en ring eller ruta runt en bokstav och kan inte skrivas ut rätt"},
		{"patient: {id: a, namn: \u202ex}", "«namn»: här står tecken som inte syns men vänder textens riktning: U+202E"},
		{"\u202e: x: y", "här står tecken som inte syns men vänder textens riktning: U+202E"},
	} {
		var v visit
		_, ps := Decode("", []byte(c.in), &v, Options{Chars: drawn})
		if !slices.ContainsFunc(ps, func(p Problem) bool { return p.Text == c.want }) {
			t.Errorf("%q:\n%v", c.in, ps)
		}
	}
}

// What shows nothing or is drawn around a letter may stand in no file; their
// neighbours that are seen, or move a line's end, may.
func TestForbiddenCharacters(t *testing.T) {
	for _, c := range []struct{ chars, rule string }{
		{"\u00ad\u034f\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff", "control"},
		{"\u20dd\u20de\u20df\u20e0\u20e2\u20e3\u20e4", "around"},
		{"\u00a0\u0301\u2009\u200a\u2010\u2011\u202f\u20dc\u20e1\u20e5", ""},
	} {
		for _, r := range c.chars {
			if got := forbidden(r); got != c.rule {
				t.Errorf("U+%04X: rule %q, want %q", r, got, c.rule)
			}
		}
	}
}

// A name in letters that no font has can be written with others; a picture
// cannot.
func TestLettersWithoutFontAreNotPictures(t *testing.T) {
	none := Options{Chars: func(r rune) bool { return r < 0x0530 }}
	for _, c := range []struct{ in, want string }{
		{"王", "1:24 script patient.namn"},
		{"مريم", "1:24 script patient.namn"},
		{"मीना", "1:24 script patient.namn"},
		{"Anna ☃", "1:24 font patient.namn"},
		{"Anna ꜳ", "1:24 font patient.namn"},
		{"王 ☃", "1:24 script patient.namn|1:24 font patient.namn"},
	} {
		var v visit
		_, ps := Decode("", []byte("patient: {id: a, namn: "+c.in+"}\nversion: 1\n"), &v, none)
		if got := told(ps); !strings.HasSuffix("|"+got, "|"+c.want) {
			t.Errorf("%s: %s", c.in, got)
		}
	}
}

// told are problems in short.
func told(ps Problems) string {
	var all []string
	for _, p := range ps {
		s := strings.TrimPrefix(p.Pos.String(), ":")
		if s == "" {
			s = "0:0"
		}
		all = append(all, strings.TrimSpace(s+" "+p.Rule+" "+p.Path))
	}
	return strings.Join(all, "|")
}

// No message repeats what may be someone's words.
func TestDecodeNeverRepeatsWords(t *testing.T) {
	for _, in := range []string{
		"patient: {id: Anna Exempel, kön: Anna Exempel, språk: Anna Exempel, ork: Anna Exempel}",
		"patient: {id: a, Anna Exempel: x, 'Anna Exempel': y}",
		"plan: {datum: Anna Exempel, nästa_steg: {när: 2025-Anna Exempel}, bokning: Anna Exempel, telefon: [Anna Exempel]}",
		"patient: {id: a, namn: b, Anna Exempel}",
		"patient:\n  namn: Anna Exempel: x\n",
		"per_enhet: {Anna Exempel: x, Anna Exempel: 2}",
	} {
		var v visit
		_, ps := Decode("", []byte(in), &v, Options{})
		if len(ps) == 0 || strings.Contains(ps.Error(), "Anna") {
			t.Errorf("%s:\n%v", in, ps)
		}
		for _, p := range ps {
			if strings.Contains(p.Path, "Anna") && !strings.HasPrefix(p.Path, "per_enhet") {
				t.Errorf("%s: %s", in, p.Path)
			}
		}
	}
}

func TestFrontKeyIsOneKeyWithItsLines(t *testing.T) {
	for _, c := range []struct{ front, want string }{
		{"id: a\nicd10: [M79.7]\nnamn: b\n", "icd10: [M79.7]\n"},
		{"icd10:\n- M79.7\n\n# en till\n- R52\nnamn: b\n", "icd10:\n- M79.7\n\n# en till\n- R52\n"},
		{"icd10:\r\n  - M79.7\r\n", "icd10:\r\n  - M79.7\r\n"},
		{"id: a\nkrockar:\n  icd10: [M79.7]\n", ""},
	} {
		file := "---\n" + c.front + "---\nicd10: i texten\n"
		if got := string(FrontKey([]byte(file), "icd10")); got != c.want {
			t.Errorf("of %q: %q, want %q", c.front, got, c.want)
		}
	}
}

func TestDecodeFrontCountsLinesOfTheFile(t *testing.T) {
	for _, c := range []struct{ name, in, body, want string }{
		{"whole", "---\nversion: 1\npatient: {id: a}\n---\n\n## Om\n", "\n## Om\n", ""},
		{"CRLF and BOM", "\ufeff---\r\nversion: 1\r\npatient: {id: a}\r\n---\r\nOm", "Om", ""},
		{"error in front", "---\nversion: 1\npatient: {id: a_}\n---\n", "", "3:15 id patient.id"},
		{"no front", "## Om\n", "", "1:1 front"},
		{"front without end", "---\nversion: 1\n", "", "1:1 front"},
		{"empty front", "---\n---\nOm\n", "Om\n", "0:0 empty"},
		{"characters of the text", "---\nversion: 1\npatient: {id: a}\n---\n\nx ☃ ☃\n\u202e\n", "\nx ☃ ☃\n\u202e\n", "6:3 font|7:1 bidi"},
		{"Latin-1", "---\nversion: 1\n---\n\n\xe5\n", "", "5:1 utf-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var v visit
			_, body, line, ps := DecodeFront("", []byte(c.in), &v, Options{Chars: func(r rune) bool { return r != '☃' }})
			if string(body) != c.body || told(ps) != c.want {
				t.Errorf("%q %s", body, told(ps))
			}
			if body != nil && line != strings.Count(strings.TrimSuffix(c.in, c.body), "\n")+1 {
				t.Errorf("the text begins on line %d", line)
			}
		})
	}
}

// A measure has its id as its key; a plain pair of numbers needs no name.
type measure struct {
	ID    string `yaml:",key"`
	Name  string `yaml:"namn" validate:"required"`
	Sound []span `yaml:"rimligt,bare" validate:"dive"`
}

type span struct {
	Field string `yaml:",key"`
	Ends  []int  `yaml:",value" validate:"len=2"`
}

func TestDecodeReadsAMapWhoseKeysAreNotKnown(t *testing.T) {
	var got []measure
	f, ps := Decode("", []byte("puls: {namn: puls, rimligt: [30, 220]}\nblodtryck:\n  rimligt:\n    övre: [60]\n    undre: [30, 160]\n"), &got, Options{})
	want := []measure{
		{"puls", "puls", []span{{"", []int{30, 220}}}},
		{"blodtryck", "", []span{{"övre", []int{60}}, {"undre", []int{30, 160}}}},
	}
	if !reflect.DeepEqual(got, want) || told(ps) != "3:3 required blodtryck.namn|4:11 len-list blodtryck.rimligt.övre" {
		t.Errorf("%+v %s", got, told(ps))
	}
	if at := f.At("blodtryck.rimligt.undre[1]").String(); at != ":5:17" {
		t.Error(at)
	}
}
