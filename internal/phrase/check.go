package phrase

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/source"
)

// sentences is what is said of words and layouts that are wrong.
var sentences = source.Sentences{
	"ord-saknas":          {Text: "ordet «{0}» saknas", Hint: "skriv en rad {1}: … här; se ord/sv.yaml"},
	"antal":               {Text: "«{0}» ska ha {1} ord, men har {2}"},
	"fält-saknas":         {Text: "texten saknar fältet {{0}}", Hint: "skriv {{0}} där det ska stå i texten"},
	"fält-okänt":          {Text: "fältet {{0}} finns inte här", Hint: "fälten som får stå här: {1}"},
	"språk-saknas":        {Text: "det finns inga svenska ord", Hint: "lägg tillbaka filen ord/sv.yaml"},
	"dokument-okänt":      {Text: "det finns inget dokument som heter «{0}»", Hint: "dokument som finns: {1}"},
	"dokument-saknas":     {Text: "det finns ingen fil som säger vilka delar «{0}» har", Hint: "lägg tillbaka filen {0}.yaml"},
	"del-okänd":           {Text: "delen «{0}» finns inte", Hint: "{1}"},
	"del-dubbel":          {Text: "delen «{0}» står två gånger", Hint: "ta bort den ena"},
	"del-saknas":          {Text: "delen «{0}» måste vara med", Hint: "skriv en rad - del: {0}"},
	"rubrik-saknas":       {Text: "delen «{0}» behöver en rubrik", Hint: "skriv rubrik: och en nyckel som finns under rubriker i ord/sv.yaml"},
	"rubrik-överflöd":     {Text: "delen «{0}» har ingen rubrik", Hint: "ta bort rubrik: på raden"},
	"rubrik-okänd":        {Text: "rubriken «{0}» finns inte bland orden för {1}", Hint: "skriv den under rubriker i ord/{1}.yaml"},
	"titel-först":         {Text: "delen «{0}» måste stå före den första delen med rubrik", Hint: "flytta upp raden"},
	"sökord-utan-namn":    {Text: "ett sökord saknar namn", Hint: "skriv namn: och sökordet som det heter i journalen"},
	"sökord-utan-delar":   {Text: "ett sökord saknar delar", Hint: "skriv delar: [ … ] med planens delar, eller ta bort sökordet"},
	"del-saknas-i-sökord": {Text: "delen «{0}» måste stå under något sökord", Hint: "skriv den i delar: för sökordet där den ska stå"},
	"fil-oläsbar":         {Text: "filen kan inte läsas"},
}

// checker walks through a table and tells what it lacks.
type checker struct {
	file    *source.File
	swedish bool // the words that staff read are among them
	ps      source.Problems
}

func (c *checker) tell(path, rule string, args ...string) {
	c.ps = append(c.ps, sentences.Problem(c.file.At(path), path, rule, args...))
}

// fields checks every word of a struct against its tags.
func (c *checker) fields(v reflect.Value, path string) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if !f.IsExported() || f.Tag.Get("staff") != "" && !c.swedish {
			continue
		}
		key := f.Tag.Get("yaml")
		at := strings.TrimPrefix(path+"."+key, ".")
		optional := f.Tag.Get("optional") != ""
		switch word := v.Field(i).Interface().(type) {
		case string:
			c.text(word, at, f.Tag.Get("fields"), optional)
		case []string:
			c.list(word, at, f.Tag.Get("len"))
		case source.Answer: // judged by its type
		case Words:
			c.words(word, at, f.Tag.Get("keys"), optional)
		default:
			c.fields(v.Field(i), at)
		}
	}
}

// missing tells a word that is not there, at the place nearest to where it
// ought to be.
func (c *checker) missing(at, word string) { c.tell(at, "ord-saknas", word, last(word)) }

// last is the key at the end of a path.
func last(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

func (c *checker) text(s, path, fields string, optional bool) {
	if s == "" {
		if !optional {
			c.missing(path, path)
		}
		return
	}
	want := strings.Fields(fields)
	for _, f := range want {
		if !strings.Contains(s, "{"+f+"}") {
			c.tell(path, "fält-saknas", f)
		}
	}
	for _, f := range fieldsOf(s) {
		if !slices.Contains(want, f) {
			c.tell(path, "fält-okänt", f, "{"+strings.Join(want, "}, {")+"}")
		}
	}
}

// fieldsOf are the {names} in a text.
func fieldsOf(s string) []string {
	var names []string
	for {
		_, after, open := strings.Cut(s, "{")
		name, rest, closed := strings.Cut(after, "}")
		if !open || !closed {
			return names
		}
		names, s = append(names, name), rest
	}
}

func (c *checker) list(words []string, path, length string) {
	if length != "" && strconv.Itoa(len(words)) != length {
		c.tell(path, "antal", last(path), length, strconv.Itoa(len(words)))
	} else if len(words) == 0 {
		c.missing(path, path)
	}
}

func (c *checker) words(w Words, path, keys string, optional bool) {
	if len(w) == 0 && keys == "" && !optional {
		c.missing(path, path)
	}
	if keys == "" {
		return
	}
	for key := range strings.SplitSeq(keys, ",") {
		if w.Of(key) == "" {
			c.missing(path, path+"."+key)
		}
	}
}
