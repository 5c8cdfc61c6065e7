package phrase

import (
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/source"
)

// Record is the record's keywords in order, each with the parts of the plan
// that stand under it: the file templates/journal.yaml.
type Record struct {
	Keywords []Keyword `yaml:"sökord"`
}

// Keyword is one heading of the record, in the words of the clinic's own
// record system.
type Keyword struct {
	Name  string   `yaml:"namn"`
	Parts []string `yaml:"delar"`
}

// RecordWords is the words of the text for the record, in Swedish alone.
// Parts are what each part of the plan is called under its keyword, Fields
// what a row tells beside its text.
type RecordWords struct {
	Parts     Words  `yaml:"delar" keys:"diagnoser,viktigt,styrkor,mål,jag_gör,vården_gör,nästa_steg,kontakter,remisser,läkarkontakt,vårdkontakter,söka_vård,egenmätning,läkemedel,andra_planer,närstående,uppföljning,genomgång,ersätter,utelämnat,avgjort"`
	Fields    Words  `yaml:"uppgifter" keys:"vem,när,plats,bokad,viktigt,tilltro,senast,hinder,då,egenvård,mål,roll,ansvar,telefon,varför,läge,datum,ansvarig,hur,med,deltog,förstått,samtycke,val"`
	OfTen     string `yaml:"av_tio" fields:"tal"`
	Target    string `yaml:"mål_för_mått" fields:"mått mål"`
	SelfCare  string `yaml:"egenvård" fields:"vem datum"`
	Declined  string `yaml:"ej_önskad"` // a fast vårdkontakt, asked about and not wanted
	NoOther   string `yaml:"inga_andra_planer"`
	Replaces  string `yaml:"ersätter" fields:"datum"`
	Number    string `yaml:"personnummer"` // what stands in place of one in a text
	Plan      string `yaml:"plan" fields:"id utgåva datum gäller_till"`
	Templates string `yaml:"mallar" fields:"mallar"`
	Draft     string `yaml:"utkast" fields:"mall"`
}

// Record is the keywords of the text for the record; nil when nobody asked
// for them to be read.
func (b *Book) Record() *Record { return b.sheet(b.record).record }

// readRecord reads the record's keywords and holds them against the parts
// that a plan has.
func readRecord(file string, data []byte, known []Known, o source.Options) *sheet {
	s := &sheet{record: &Record{}}
	f, ps := source.Decode(file, data, s.record, o)
	c := checker{file: f}
	if ps.Err() == nil {
		c.record(s.record, known)
	}
	s.problems = append(ps, c.ps...)
	return s
}

func (c *checker) record(r *Record, known []Known) {
	seen := make(map[string]bool)
	for i, k := range r.Keywords {
		at := "sökord[" + strconv.Itoa(i) + "]"
		if k.Name == "" {
			c.tell(at, "sökord-utan-namn")
		}
		if len(k.Parts) == 0 {
			c.tell(at, "sökord-utan-delar")
		}
		for j, name := range k.Parts {
			path := at + ".delar[" + strconv.Itoa(j) + "]"
			if _, ok := find(known, name); !ok {
				c.tell(path, "del-okänd", name, meant(name, known))
			} else if seen[name] {
				c.tell(path, "del-dubbel", name)
			}
			seen[name] = true
		}
	}
	for _, k := range known {
		if k.Must && !seen[k.Name] {
			c.tell("sökord", "del-saknas-i-sökord", k.Name)
		}
	}
}

// meant is the hint for a part that there is none of: the nearest, and all.
func meant(name string, known []Known) string {
	all := names(known)
	there := "delar som finns: " + strings.Join(all, ", ")
	if near := source.Nearest(name, all); near != "" && slices.Contains(all, near) {
		return "menade du " + near + "? D" + there[1:]
	}
	return there
}
