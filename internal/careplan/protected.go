package careplan

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kontrakt/internal/review"
)

// hidden are the relatives of a patient whose identity is protected, as they
// are looked for in what the review says. They are named by relation only.
type hidden []relative

// relative is somebody close, and what tells who that is.
type relative struct {
	relation string
	name     []part
	numbers  []string // telephones, digits only
}

// part is a word of a name, in small letters.
type part struct {
	word   string
	weight weight
	exact  string // as written, where only that is the name: Bo, but not bo
}

// weight is how much a word of a name tells.
type weight int

const (
	foreign weight = iota // no word of the name
	filler                // between names: och, von, an initial
	shared                // together with another: a surname that the paper has anyway
	telling               // by itself
)

var (
	number = regexp.MustCompile(`[+\d][\d\s\p{Zs}\p{Pd}./()]*\d`)
	label  = regexp.MustCompile(`(?i)(^|[^\p{L}])((nås|når)\s+)?(på\s+)?((telefonnummer|telefon|tel|mobil|mob|nr)[.:]?\s*)*$`)
)

// between is what may stand between the words of a name, or between a name
// and the relation.
const between = " \u00a0,:(-–"

// hide are the relatives of a plan whose names must not be printed.
func hide(who review.Patient, p *review.Plan) hidden {
	surnames := []string{surname(who.Name), surname(p.Doctor.Name), surname(p.FollowUp.Responsible)}
	for _, c := range p.Contacts {
		surnames = append(surnames, surname(c.Name))
	}
	var h hidden
	for _, r := range p.Relatives {
		k := relative{name: parts(r.Name, r.Relation, surnames)}
		for _, n := range strings.Split(r.Phone, "/") {
			const least = 5 // digits: fewer would be found in dates
			if d := digits(n); len(d) >= least {
				k.numbers = append(k.numbers, d)
			}
		}
		k.relation = hidden{k}.said(r.Relation)
		if k.relation == "" {
			k.relation = "närstående"
		}
		h = append(h, k)
	}
	return h
}

// parts are the words of a name. One that is the relation tells nothing, save
// where a name stands as the relation.
func parts(name, relation string, surnames []string) []part {
	var all []part
	capitals := strings.IndexFunc(name, unicode.IsUpper) >= 0
	names := 0
	kind, _ := utf8.DecodeRuneInString(relation)
	for _, w := range wordsOf(name) {
		written := name[w.from:w.to]
		first, _ := utf8.DecodeRuneInString(written)
		p := part{word: strings.ToLower(written), weight: telling}
		letters := utf8.RuneCountInString(written)
		switch {
		case letters == 1, p.word == "och", capitals && !unicode.IsUpper(first), !unicode.IsUpper(kind) && isRelation(p.word, relation):
			p.weight = filler
		case names > 0 && slices.Contains(surnames, p.word):
			p.weight = shared
		case letters == 2:
			p.exact = written
		}
		if p.weight > filler {
			names++
		}
		all = append(all, p)
	}
	return all
}

// weigh is what a word of a text is of the name, and whether it is in the
// genitive.
func (k *relative) weigh(written string) (most weight, genitive bool) {
	w := strings.ToLower(written)
	for _, p := range k.name {
		of := w == p.word+"s"
		if w != p.word && !of {
			continue
		}
		at := p.weight
		if p.exact != "" && strings.TrimSuffix(written, "s") != p.exact {
			at = shared
		}
		if at > most {
			most, genitive = at, of
		}
	}
	return most, genitive
}

// length is how many words from the i:th on are the relative's name.
func (k *relative) length(text string, words []span, i int) (n int, genitive bool) {
	names, tells := 0, false
	for j := i; j < len(words); j++ {
		w, of := k.weigh(text[words[j].from:words[j].to])
		if w == foreign || j == i && w == filler || j > i && !near(text, words, j) {
			break
		}
		if w > filler {
			n, genitive = j-i+1, of
			names++
		}
		tells = tells || w == telling
	}
	if !tells && names < 2 {
		return 0, false
	}
	return n, genitive
}

// find is the relative whose name begins at the i:th word, the longest name
// first; nil when nobody's does.
func (h hidden) find(text string, words []span, i int) (who *relative, n int, genitive bool) {
	for j := range h {
		if m, of := h[j].length(text, words, i); m > n {
			who, n, genitive = &h[j], m, of
		}
	}
	return who, n, genitive
}

// text is what is printed of a text: the relation in place of a name, once
// where both are said, and no telephone.
func (h hidden) text(s string) string {
	if !h.told(s) {
		return s
	}
	s = tidy(h.unnumbered(s))
	words := wordsOf(s)
	var b strings.Builder
	done := 0
	for i := 0; i < len(words); {
		k, n, genitive := h.find(s, words, i)
		if k == nil {
			i++
			continue
		}
		last := i + n - 1
		said := func(j int) bool { return isRelation(s[words[j].from:words[j].to], k.relation) }
		switch {
		case i > 0 && words[i-1].to >= done && said(i-1) && near(s, words, i):
			b.WriteString(s[done:words[i-1].to])
		default:
			b.WriteString(s[done:words[i].from] + k.relation)
			if last+1 < len(words) && said(last+1) && near(s, words, last+1) {
				last, genitive = last+1, false
			}
		}
		if genitive && k.relation != "" && !strings.HasSuffix(k.relation, "s") {
			b.WriteString("s")
		}
		done, i = words[last].to, last+1
		if strings.Count(s[:done], "(") > strings.Count(b.String(), "(") {
			done += len(s[done:]) - len(strings.TrimPrefix(s[done:], ")"))
		}
	}
	return tidy(b.String() + s[done:])
}

// part is what is printed of the i:th relative's role, which stands after the
// relation and need not begin with it.
func (h hidden) part(i int, role string) string {
	s := h.text(role)
	rest, ok := strings.CutPrefix(s, h[i].relation)
	if !ok || s == role || rest != "" && rest[0] != ' ' && rest[0] != ',' || strings.HasPrefix(rest, " och ") {
		return s
	}
	return tidy(rest)
}

// said is a relation without the name.
func (h hidden) said(relation string) string {
	for i := range h {
		h[i].relation = ""
	}
	return h.text(relation)
}

// texts are the entries of a list as they are printed, each once.
func (h hidden) texts(list []string) []string {
	var all []string
	for _, s := range list {
		s = h.text(s)
		if s != "" && !slices.ContainsFunc(all, func(o string) bool { return strings.EqualFold(o, s) }) {
			all = append(all, s)
		}
	}
	return all
}

// unnumbered is a text without the relatives' telephones.
func (h hidden) unnumbered(s string) string {
	var b strings.Builder
	done := 0
	for _, at := range number.FindAllStringIndex(s, -1) {
		if h.has(s[at[0]:at[1]]) {
			b.WriteString(label.ReplaceAllString(s[done:at[0]], "$1"))
			done = at[1]
		}
	}
	return b.String() + s[done:]
}

// has tells whether a number is, holds or is most of a relative's telephone.
func (h hidden) has(n string) bool {
	const most = 6 // digits: a number without its area code
	d := digits(n)
	return slices.ContainsFunc(h, func(k relative) bool {
		return slices.ContainsFunc(k.numbers, func(o string) bool {
			return strings.Contains(d, o) || len(d) >= most && strings.Contains(o, d)
		})
	})
}

// told tells whether a text names a relative or holds the telephone.
func (h hidden) told(s string) bool {
	if slices.ContainsFunc(number.FindAllString(s, -1), h.has) {
		return true
	}
	words := wordsOf(s)
	for i := range words {
		if k, _, _ := h.find(s, words, i); k != nil {
			return true
		}
	}
	return false
}

// ownWords are the keys of a plan whose texts are not searched: people's
// lists, which are rewritten, what is never printed, ids, and carers' names.
var ownWords = []string{"närstående", "deltog", "genomgången", "anteckning_intern", "diagnoser", "utelämna",
	"val", "från", "mått", "lista", "status", "namn", "bedömd_av", "ansvarig"}

// warn tells of every text at or under a path that names a relative. What
// somebody has said in words of their own is not rewritten.
func (h hidden) warn(path string, v reflect.Value, tell func(path, rule string, args ...string)) {
	switch v.Kind() {
	case reflect.String:
		if h.told(v.String()) {
			tell(path, "närstående-i-text")
		}
	case reflect.Pointer:
		if !v.IsNil() {
			h.warn(path, v.Elem(), tell)
		}
	case reflect.Slice:
		for i := range v.Len() {
			h.warn(row(path, i), v.Index(i), tell)
		}
	case reflect.Struct:
		if w, ok := v.Interface().(When); ok {
			h.warn(path, reflect.ValueOf(w.Words), tell)
			return
		}
		for i := range v.NumField() {
			key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			if key != "" && !slices.Contains(ownWords, key) {
				h.warn(path+"."+key, v.Field(i), tell)
			}
		}
	}
}

// span is where a word stands in a text.
type span struct{ from, to int }

// wordsOf are the words of a text, of letters only.
func wordsOf(s string) []span {
	var all []span
	open := false
	for i, r := range s {
		letter := unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
		if letter && !open {
			all = append(all, span{from: i})
		}
		if letter {
			all[len(all)-1].to = i + utf8.RuneLen(r)
		}
		open = letter
	}
	return all
}

// near tells whether a word follows close upon the one before it.
func near(s string, words []span, i int) bool {
	return strings.Trim(s[words[i-1].to:words[i].from], between) == ""
}

// isRelation tells whether a word is the relation, as maken is make.
func isRelation(word, relation string) bool {
	const ending = 3 // letters: dottern, bonusmodern
	rest, ok := strings.CutPrefix(strings.ToLower(word), strings.ToLower(relation))
	return ok && relation != "" && utf8.RuneCountInString(rest) <= ending
}

// surname is the last word of a name, in small letters.
func surname(name string) string {
	words := wordsOf(name)
	if len(words) == 0 {
		return ""
	}
	last := words[len(words)-1]
	return strings.ToLower(name[last.from:last.to])
}

// digits are the digits of a number without what depends on where it is
// dialled from: the zero, or the code of the country.
func digits(n string) string {
	d := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, n)
	if strings.HasPrefix(strings.TrimSpace(n), "+46") || strings.HasPrefix(d, "0046") {
		_, d, _ = strings.Cut(d, "46")
	}
	return strings.TrimLeft(d, "0")
}

// tidy is a text after something was taken away.
func tidy(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = strings.NewReplacer("()", "", "( )", "", " ,", ",", " .", ".", ",.", ".", ",)", ")", ", )", ")").Replace(s)
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimLeft(strings.TrimRight(s, " ,;:-–"), " ,;:.-–")
}
