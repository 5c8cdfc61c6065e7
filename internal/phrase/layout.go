package phrase

import (
	"slices"
	"strconv"
)

// Layout is a document's parts in order: a file templates/<dokument>.yaml.
type Layout struct {
	Parts   []Part   `yaml:"delar"`
	Gravest []string `yaml:"viktigast"` // lines of plan templates: the signs that stay when there is no room for all

	Document string `yaml:"-"` // whose layout it is
}

// Part is one part of a document. Heading is a key of the words' headings.
type Part struct {
	Name    string `yaml:"del"`
	Heading string `yaml:"rubrik"`
}

// Known is a part that a document can have, as its composer tells.
type Known struct {
	Name    string
	Heading bool // it stands under a heading that the layout names
	Must    bool // no layout may leave it out
	Title   bool // it holds the title, so it stands before every heading
}

// layout checks a document's parts against those that its composer knows.
func (c *checker) layout(l *Layout, known []Known) {
	seen := make(map[string]bool)
	headed := false
	for i, p := range l.Parts {
		path := "delar[" + strconv.Itoa(i) + "]"
		k, ok := find(known, p.Name)
		switch {
		case !ok:
			c.tell(path+".del", "del-okänd", p.Name, meant(p.Name, known))
			continue
		case seen[p.Name]:
			c.tell(path+".del", "del-dubbel", p.Name)
		case k.Heading && p.Heading == "":
			c.tell(path, "rubrik-saknas", p.Name)
		case !k.Heading && p.Heading != "":
			c.tell(path+".rubrik", "rubrik-överflöd", p.Name)
		case k.Title && headed:
			c.tell(path+".del", "titel-först", p.Name)
		}
		seen[p.Name] = true
		headed = headed || !k.Title && k.Heading
	}
	for _, k := range known {
		if k.Must && !seen[k.Name] {
			c.tell("delar", "del-saknas", k.Name)
		}
	}
}

// headings checks that a language has the headings that a layout names.
func (c *checker) headings(l *Layout, lang string, t *Table) {
	for i, p := range l.Parts {
		if p.Heading != "" && t.Heading(p.Heading) == "" {
			c.tell("delar["+strconv.Itoa(i)+"].rubrik", "rubrik-okänd", p.Heading, lang)
		}
	}
}

func find(known []Known, name string) (Known, bool) {
	i := slices.IndexFunc(known, func(k Known) bool { return k.Name == name })
	if i < 0 {
		return Known{}, false
	}
	return known[i], true
}

func names(known []Known) []string {
	all := make([]string, len(known))
	for i, k := range known {
		all[i] = k.Name
	}
	return all
}
