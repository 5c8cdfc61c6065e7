package lint

import (
	"slices"
	"strings"
)

// plain is what to write in place of a hard word.
type plain struct {
	hard, easy string
	only       bool // hard for the reader of easy-read only
}

// hardWords are the words of records and authorities, by their beginnings.
// Those of easy-read are common in health care and have a common word beside.
var hardWords = []plain{
	{"adekvat", "rätt eller bra", false},
	{"administrer", "ge eller ta", false},
	{"anamnes", "sjukhistoria", false},
	{"applicer", "stryka på eller sätta på", false},
	{"avseende", "om", false},
	{"beakta", "tänka på", false},
	{"dyspné", "svårt att andas", false},
	{"erhåll", "få", false},
	{"exacerbation", "försämring", false},
	{"föreligger", "finns", false},
	{"gällande", "om", false},
	{"hereditet", "ärftlighet", false},
	{"indikation", "skäl", false},
	{"initier", "börja", false},
	{"intag", "hur mycket du äter, dricker eller tar", true},
	{"kontinuerlig", "hela tiden", false},
	{"kontraindi", "olämpligt", false},
	{"monitorera", "följa eller mäta", false},
	{"ordination", "det som läkaren har bestämt", true},
	{"palpation", "att känna med händerna", false},
	{"profylax", "förebyggande", false},
	{"progredier", "bli värre", false},
	{"reducera", "minska", false},
	{"regelbund", "ofta, eller på samma tid", true},
	{"samverkan", "att vi arbetar ihop", false},
	{"seponer", "sluta med", false},
	{"symtom", "tecken eller besvär", true},
	{"symptom", "besvär", false},
	{"tillse", "se till", false},
	{"titrer", "öka stegvis", false},
	{"utvärder", "se hur det har gått", true},
	{"vidta", "göra", false},
	{"återinsjukn", "bli sjuk igen", false},
	{"åtgärd", "det vi gör", true},
}

func checkHardWords(r *reading) {
	for _, p := range r.passages {
		if p.kind == name || p.kind == who {
			continue
		}
		for _, w := range words(strings.ToLower(p.text)) {
			if i := slices.IndexFunc(hardWords, func(h plain) bool { return h.in(w) && (!h.only || r.Lang == easy) }); i >= 0 {
				r.tellOf(p, w, hardWords[i].easy)
			}
		}
	}
}

func (h plain) in(word string) bool { return strings.HasPrefix(word, h.hard) }
