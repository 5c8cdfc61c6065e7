package source

import (
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// edits are a text, one change, and the text after it.
var edits = []struct {
	name, in string
	change   Change
	want     string
}{
	{"a text keeps its line's comment", "version: 1\npatient:\n  namn:   Anna   # c\n", Change{"patient.namn", "Bo"}, "version: 1\npatient:\n  namn:   Bo   # c\n"},
	{"an empty key is filled", "patient:\n  # namnet\n  namn:\n  id: a\n", Change{"patient.namn", "Bo"}, "patient:\n  # namnet\n  namn: Bo\n  id: a\n"},
	{"an empty key with a comment", "patient:\n  namn: # c\n", Change{"patient.namn", "Bo"}, "patient:\n  namn: Bo # c\n"},
	{"quotation marks stay", "patient: {namn: \"A\"}\n", Change{"patient.namn", "B"}, "patient: {namn: \"B\"}\n"},
	{"quotation marks come where needed", "patient: {namn: A}\n", Change{"patient.namn", "Rehab, plan 2"}, "patient: {namn: \"Rehab, plan 2\"}\n"},
	{"a text with both marks", "patient:\n  namn: A\n", Change{"patient.namn", `"it's": \`}, "patient:\n  namn: '\"it''s\": \\'\n"},
	{"lines become a block", "patient:\n  namn: A # c\n  id: a\n", Change{"patient.namn", "x\n\ny"}, "patient:\n  namn: | # c\n    x\n\n    y\n  id: a\n"},
	{"a block becomes a line", "patient:\n  namn: | # c\n    x\n    y\n\n  id: a\n", Change{"patient.namn", "z"}, "patient:\n  namn: z # c\n\n  id: a\n"},
	{"lines in flow", "patient: {namn: A}\n", Change{"patient.namn", "x\ny"}, "patient: {namn: \"x\\ny\"}\n"},
	{"a text over two lines", "patient:\n  namn: A\n    B # c\n  id: a\n", Change{"patient.namn", "C"}, "patient:\n  namn: C # c\n  id: a\n"},
	{"the same value changes nothing", "patient: {namn:   'A' , id: a}\n", Change{"patient.namn", "A"}, "patient: {namn:   'A' , id: a}\n"},
	{"an empty value leaves the key", "patient:\n  namn: A # c\n", Change{"patient.namn", ""}, "patient:\n  namn: # c\n"},
	{"an empty value in flow", "patient: {namn: A, id: b}\n", Change{"patient.namn", nil}, "patient: {namn: , id: b}\n"},
	{"a value after an empty one in flow", "patient: {namn: , id: b}\n", Change{"patient.namn", "A"}, "patient: {namn: A, id: b}\n"},
	{"CRLF", "version: 1\r\npatient:\r\n  id: a\r\n", Change{"patient.namn", "x\ny"}, "version: 1\r\npatient:\r\n  id: a\r\n  namn: |\r\n    x\r\n    y\r\n"},
	{"BOM", "\ufeffversion: 1\n", Change{"version", 2}, "\ufeffversion: 2\n"},
	{"no last line break", "version: 1\npatient:\n  id: a", Change{"patient.namn", "x"}, "version: 1\npatient:\n  id: a\n  namn: x"},

	{"a new key stands in its order", "patient:\n  # före id\n  id: a # c\n  # före språk\n  språk: sv\n", Change{"patient.namn", "x"}, "patient:\n  # före id\n  id: a # c\n  namn: x\n  # före språk\n  språk: sv\n"},
	{"a new first key", "patient:\n  namn: x\n", Change{"patient.id", "a"}, "patient:\n  id: a\n  namn: x\n"},
	{"a new key in flow", "patient: {id: a, språk: sv}\n", Change{"patient.namn", "x"}, "patient: {id: a, namn: x, språk: sv}\n"},
	{"a new first key in flow", "patient: {namn: x}\n", Change{"patient.id", "a"}, "patient: {id: a, namn: x}\n"},
	{"a new key after an empty one in flow", "patient: {id: , språk: sv}\n", Change{"patient.namn", "x"}, "patient: {id: , namn: x, språk: sv}\n"},
	{"a new key in an empty flow mapping", "patient: {}\n", Change{"patient.id", "a"}, "patient:\n  id: a\n"},
	{"a new key at the end", "version: 1\n", Change{"patient.id", "a"}, "version: 1\npatient:\n  id: a\n"},
	{"a new file", "", Change{"patient.id", "a"}, "patient:\n  id: a\n"},
	{"a file of comments", "# hej", Change{"patient.id", "a"}, "# hej\npatient:\n  id: a\n"},
	{"a path into an empty key", "plan:\n  nästa_steg: # c\n  telefon: x\n", Change{"plan.nästa_steg.vad", "y"}, "plan:\n  nästa_steg: # c\n    vad: y\n  telefon: x\n"},

	{"a row is added", "plan:\n  styrkor:\n  - a # c\n  # d\n  telefon: x\n", Change{"plan.styrkor[+]", "b"}, "plan:\n  styrkor:\n  - a # c\n  - b\n  # d\n  telefon: x\n"},
	{"a row is added in flow", "plan: {styrkor: [a]}\n", Change{"plan.styrkor[1]", "b, c"}, "plan: {styrkor: [a, \"b, c\"]}\n"},
	{"a first row", "plan:\n  styrkor:\n  telefon: x\n", Change{"plan.styrkor[+]", "b"}, "plan:\n  styrkor:\n    - b\n  telefon: x\n"},
	{"a row of keys", "plan:\n  mål:\n    - text: a\n", Change{"plan.mål[+]", goal{Text: "b", Measure: "c"}}, "plan:\n  mål:\n    - text: a\n    - text: b\n      mått: c\n"},
	{"a key of a row", "plan:\n  mål:\n    - text: a # c\n", Change{"plan.mål[0].viktigt", 0}, "plan:\n  mål:\n    - text: a # c\n      viktigt: 0\n"},
	{"a row goes", "plan:\n  styrkor:\n    - a\n    - b # c\n    - c\n", Change{"plan.styrkor[1]", nil}, "plan:\n  styrkor:\n    - a\n    - c\n"},
	{"a row of keys goes", "plan:\n  mål:\n    - text: a\n      mått: b\n    - text: c\n", Change{"plan.mål[0]", nil}, "plan:\n  mål:\n    - text: c\n"},
	{"the only row goes", "plan:\n  styrkor: # c\n    - a\n  telefon: x\n", Change{"plan.styrkor[0]", nil}, "plan:\n  styrkor: # c\n  telefon: x\n"},
	{"a row goes in flow", "plan: {styrkor: [a, b, c]}\n", Change{"plan.styrkor[2]", nil}, "plan: {styrkor: [a, b]}\n"},
	{"a list differs in one row", "plan:\n  styrkor: [a, 'b', c] # d\n", Change{"plan.styrkor", []string{"a", "x"}}, "plan:\n  styrkor: [a, 'x'] # d\n"},
	{"a list in place of a text", "plan:\n  styrkor: a # c\n  telefon: x\n", Change{"plan.styrkor", []string{"a", "b"}}, "plan:\n  styrkor: # c\n    - a\n    - b\n  telefon: x\n"},
	{"a list asked for and empty", "plan:\n  telefon: x\n", Change{"plan.andra_planer", []other{}}, "plan:\n  andra_planer: []\n  telefon: x\n"},
	{"keys in place of keys", "plan:\n  nästa_steg: {vad: a, när: snart, plats: b}\n", Change{"plan.nästa_steg", next{What: "c", When: When{Date: Date{2025, 9, 29}, Clock: "10.00"}}}, "plan:\n  nästa_steg: {vad: c, när: 2025-09-29 10.00, plats: }\n"},
	{"a row before another", "plan:\n  styrkor:\n    - a\n    # om b\n    - b # c\n", Change{"plan.styrkor[1+]", "x"}, "plan:\n  styrkor:\n    - a\n    # om b\n    - x\n    - b # c\n"},
	{"a row before another in flow", "plan: {styrkor: [a, b]}\n", Change{"plan.styrkor[0+]", "x"}, "plan: {styrkor: [x, a, b]}\n"},
	{"a row of keys before another", "plan:\n  mål:\n    - text: a\n", Change{"plan.mål[0+]", goal{Text: "b", Measure: "c"}}, "plan:\n  mål:\n    - text: b\n      mått: c\n    - text: a\n"},

	{"a key goes", "patient:\n  id: a\n  namn: |\n    b\n    c\n  språk: sv\n", Change{"patient.namn", Gone{}}, "patient:\n  id: a\n  språk: sv\n"},
	{"a key in flow goes", "patient: {id: a, namn: b, språk: sv}\n", Change{"patient.namn", Gone{}}, "patient: {id: a, språk: sv}\n"},
	{"the last key in flow goes", "patient: {id: a, namn: b}\n", Change{"patient.namn", Gone{}}, "patient: {id: a}\n"},
	{"a key with a comment stays empty", "patient:\n  id: a\n  namn: b # c\n", Change{"patient.namn", Gone{}}, "patient:\n  id: a\n  namn: # c\n"},
	{"a key under a comment stays empty", "patient:\n  # KRÄVS.\n  namn: b\n  språk: sv\n", Change{"patient.namn", Gone{}}, "patient:\n  # KRÄVS.\n  namn:\n  språk: sv\n"},
	{"what a key stood in goes with it", "version: 1\nplan:\n  nästa_steg:\n    vad: a\n  telefon: x\n", Change{"plan.nästa_steg.vad", Gone{}}, "version: 1\nplan:\n  telefon: x\n"},
	{"the only key of a row stays empty", "plan:\n  mål:\n    - text: a\n", Change{"plan.mål[0].text", Gone{}}, "plan:\n  mål:\n    - text:\n"},
	{"the first key of a row goes", "plan:\n  mål:\n    - text: a\n      mått: b\n", Change{"plan.mål[0].text", Gone{}}, "plan:\n  mål:\n    - mått: b\n"},
	{"a key that is not there", "plan:\n  telefon: x\n", Change{"plan.nästa_steg.vad", Gone{}}, "plan:\n  telefon: x\n"},
	{"a map of words", "version: 1\n", Change{"per_enhet", []Count{{"Läkare", 0}, {"a: b", 2}}}, "version: 1\nper_enhet:\n  Läkare: 0\n  \"a: b\": 2\n"},
	{"a word with a full stop", "per_enhet: {VC 2: 1}\n", Change{"per_enhet.Dr. B", 3}, "per_enhet: {VC 2: 1, Dr. B: 3}\n"},
}

func TestEditChangesOnlyThat(t *testing.T) {
	for _, c := range edits {
		t.Run(c.name, func(t *testing.T) {
			got, err := Edit([]byte(c.in), visit{}, c.change)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

func TestSwapMovesRowsWithTheirComments(t *testing.T) {
	for _, c := range []struct {
		name, in, list string
		i              int
		want           string
	}{
		{"rows of keys", "plan:\n  mål:\n    # om a\n    - text: a # c\n      mått: b\n\n    - text: d\n  telefon: x\n", "plan.mål", 0,
			"plan:\n  mål:\n    - text: d\n\n    # om a\n    - text: a # c\n      mått: b\n  telefon: x\n"},
		{"in flow", "plan: {styrkor: [a, \"b, c\", d]}\n", "plan.styrkor", 1, "plan: {styrkor: [a, d, \"b, c\"]}\n"},
		{"at the end of the file", "plan:\r\n  styrkor:\r\n  - a\r\n  - b", "plan.styrkor", 0, "plan:\r\n  styrkor:\r\n  - b\r\n  - a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Swap([]byte(c.in), c.list, c.i)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
	if got, err := Swap([]byte("plan: {styrkor: [a]}\n"), "plan.styrkor", 0); err == nil {
		t.Errorf("the last row has none to change with, wrote %s", got)
	}
}

func TestLookSeesWhatATypeRefuses(t *testing.T) {
	f, ok := Look("a.yaml", []byte("plan:\n  datum: igår\n  mål: [a, b]\n  andra_planer: []\n"))
	if !ok || f.Text("plan.datum") != "igår" || f.Text("plan.mål[1]") != "b" || f.Rows("plan.mål") != 2 || !f.EmptyList("plan.andra_planer") {
		t.Error("what stands in the file is not seen")
	}
	if got := strings.Join(f.Keys("plan"), " "); got != "datum mål andra_planer" {
		t.Errorf("keys are %s", got)
	}
	for _, in := range []string{"a: b: c\n", "- a\n", "a: \xff\n"} {
		if _, ok := Look("a.yaml", []byte(in)); ok {
			t.Errorf("%q cannot be edited", in)
		}
	}
}

func TestAValueMovesToAnotherFileAsItWasTyped(t *testing.T) {
	mine, _ := Look("", []byte("plan:\n  datum: igår\n  mål:\n    - {text: \"a, b\", viktigt: mycket} # c\n  andra_planer: []\n"))
	theirs := []byte("plan:\n  datum: 2025-09-15 # d\n  telefon: x\n")
	out, err := Edit(theirs, visit{}, Change{"plan.datum", mine.Value("plan.datum")}, Change{"plan.mål", mine.Value("plan.mål")},
		Change{"plan.andra_planer", mine.Value("plan.andra_planer")}, Change{"plan.telefon", mine.Value("plan.telefon")})
	if err != nil {
		t.Fatal(err)
	}
	if want := "plan:\n  datum: igår # d\n  mål:\n    - text: a, b\n      viktigt: mycket\n  andra_planer: []\n"; string(out) != want {
		t.Errorf("got:\n%s\nwant:\n%s", out, want)
	}
	f, _ := Look("", out)
	for path, same := range map[string]bool{"plan.datum": true, "plan.mål[0]": true, "plan.telefon": true, "plan.andra_planer": true, "plan": true, "plan.nästa_steg": true} {
		if f.Same(mine, path) != same {
			t.Errorf("%s is the same: %v", path, !same)
		}
	}
	if g, _ := Look("", theirs); f.Same(g, "plan.datum") || f.Same(g, "plan.mål") || f.Same(g, "plan.andra_planer") {
		t.Error("what differs is the same")
	}
}

func TestEditRefuses(t *testing.T) {
	for _, c := range []struct {
		name, in string
		change   Change
	}{
		{"a text that cannot be read", "a: b: c\n", Change{"a", "x"}},
		{"a row beyond the next", "plan: {styrkor: [a]}\n", Change{"plan.styrkor[2]", "x"}},
		{"a key within a text", "patient: a\n", Change{"patient.namn", "x"}},
		{"a value with a tag", "version: !!int 1\n", Change{"version", 2}},
		{"the whole file", "version: 1\n", Change{"", "x"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := Edit([]byte(c.in), visit{}, c.change); err == nil {
				t.Errorf("wrote %s", got)
			}
		})
	}
}

// Whatever is written is read back, and every line before the key and after
// the value stays byte for byte.
func FuzzEdit(f *testing.F) {
	f.Add(whole, 3, "Rehab, plan 2: 'x' # y")
	f.Add("a:\n  - b # c\n  - |\n    d\n    e\nf: {g: , h: [i, \"j\"]}\r\n", 2, "x\ny")
	f.Add("a: b\n  c # d\n\n# e\nf: \"g\n  h\"\n", 0, "0")
	f.Fuzz(func(t *testing.T, in string, number int, value string) {
		in = strings.TrimPrefix(in, "\ufeff")
		root, wrong := parse([]byte(in))
		if wrong != nil || number < 0 {
			return
		}
		found := keyed(root, "", nil)
		if len(found) == 0 {
			return
		}
		one := found[number%len(found)]
		at := layoutOf([]byte(in))
		if e := (&editor{root: root}); e.find(one.path).value != one.value {
			return // a key that stands twice
		}
		end, _ := at.afterColon(one.key)
		if !empty(one.value) {
			end = at.end(one.value)
		}
		before, after := in[:at.lineStart(at.start(one.key))], in[at.lineEnd(end):]
		out, err := Edit([]byte(in), nil, Change{one.path, value})
		if err != nil {
			return
		}
		if !strings.HasPrefix(string(out), before) || !strings.HasSuffix(string(out), after) {
			t.Errorf("%s: more than the value has changed in\n%q\n%q", one.path, in, out)
		}
	})
}

type found struct {
	path       string
	key, value *yaml.Node
}

// keyed are the single values of a tree that have a key and the path that
// leads to them.
func keyed(n *yaml.Node, path string, all []found) []found {
	for i, c := range n.Content {
		switch {
		case n.Kind == yaml.SequenceNode:
			all = keyed(c, row(path, i), all)
		case i%2 == 1 && c.Kind == yaml.ScalarNode:
			name := text(n.Content[i-1])
			all = append(all, found{join(path, name), n.Content[i-1], c})
		case i%2 == 1:
			all = keyed(c, join(path, text(n.Content[i-1])), all)
		}
	}
	return all
}

// Every value that Edit writes into a real file is read back alike.
func TestEditWritesEveryText(t *testing.T) {
	for _, value := range []string{
		"a", "null", "~", "yes", "0x1F", "-", "- a", "-a", "? b", ": c", "a: b", "a:", "a #b", "#a", "[a", "{a", "a]", "a, b",
		"&a", "*a", "!a", "|", ">", ">140", "<135", "%a", "@a", "`a`", "'a'", "\"a\"", "it's", `\n`, "...", "---", "å ä ö", "=", "<<",
		"a\nb", "a\n\nb", "a \nb", "a\n  b", "# a\nb", "a\u0007b", "a\u202eb", "a\u0085b",
	} {
		for _, in := range []string{"patient:\n  namn: x # c\n", "patient: {namn: x, id: y} # c\n", "patient: {namn: \"x\"}\n", "patient:\n  namn:\n  id: y\n", "patient: {namn: 'x'}\n"} {
			out, err := Edit([]byte(in), visit{}, Change{"patient.namn", value})
			if err != nil {
				t.Errorf("%q in %q: %v", value, in, err)
				continue
			}
			var v visit
			if Decode("", out, &v, Options{}); v.Patient.Name != value {
				t.Errorf("%q in %q became %q: %q", value, in, v.Patient.Name, out)
			}
		}
	}
}

// A key that is taken away, and rows that change places, lose no comment and
// no other value.
func FuzzRemoveAndSwap(f *testing.F) {
	f.Add(whole, 3)
	f.Add("a:\n  - b # c\n  # x\n  - |\n    # d\n    e\nf: {g: , h: [i, \"j\"]}\r\n", 2)
	f.Add("a:\n  # b\n  c: d # e\n  f: {g: h, i: j}\n", 1)
	f.Fuzz(func(t *testing.T, in string, number int) {
		root, wrong := parse([]byte(in))
		if wrong != nil || number < 0 || strings.ContainsAny(in, "&*!") {
			return
		}
		if found := keyed(root, "", nil); len(found) > 0 {
			one := found[number%len(found)]
			if e := (&editor{root: root}); strings.Contains(one.path, "#") || one.value.Line != one.key.Line || e.find(one.path).value != one.value {
				return // a # that is no comment, the mark of a text on a line of its own, a key that stands twice
			}
			out, err := Edit([]byte(in), nil, Change{one.path, Gone{}})
			if err == nil && comments(in) > comments(string(out))+strings.Count(one.value.Value, "#")+strings.Count(one.key.Value, "#") {
				t.Errorf("%s: a comment has gone with it\n%q\n%q", one.path, in, out)
			}
		}
		if list := lists(root, "", nil); len(list) > 0 {
			path := list[number%len(list)]
			out, err := Swap([]byte(in), path, 0)
			if err == nil && (comments(in) != comments(string(out)) || len(in) != len(out)) {
				t.Errorf("%s: more than the places has changed\n%q\n%q", path, in, out)
			}
		}
	})
}

func comments(s string) int { return strings.Count(s, "#") }

// lists are the paths of the lists of a tree.
func lists(n *yaml.Node, path string, all []string) []string {
	if n.Kind == yaml.SequenceNode {
		all = append(all, path)
	}
	for i, c := range n.Content {
		switch {
		case n.Kind == yaml.SequenceNode:
			all = lists(c, row(path, i), all)
		case i%2 == 1:
			all = lists(c, join(path, text(n.Content[i-1])), all)
		}
	}
	return all
}
