package form

import (
	"runtime"
	"slices"
	"strings"
	"sync"

	"kontrakt/internal/plan"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

// Index remembers what the list of patients shows, so that a folder is read
// once and then only where a file has changed. The zero Index is empty; many
// requests may use one.
type Index struct {
	mu    sync.Mutex
	known map[string]remembered
}

// Stat is a file of the folder, and what changes when it is written.
type Stat struct {
	Name    string
	Size    int64
	Changed int64 // the time of the last change, in any unit
}

// remembered is a review as it was last read.
type remembered struct {
	stat   Stat
	today  source.Date
	entry  Entry
	number string // digits of the personnummer, to search by
	name   string
}

// draftEnd ends the name of a draft, which begins with a full stop.
const draftEnd = ".utkast"

// ahead is how many days before its end a plan is said to run out.
const ahead = 30

// firstRows is how many patients are shown before the rest is asked for.
const firstRows = 50

// List is the list of patients in a folder. Files are read by read, many at a
// time; one that cannot be read is told as such.
func (x *Index) List(f *Form, files []Stat, read func(name string) ([]byte, error), q Search) *Listing {
	all, unread := x.entries(f, files, read)
	l := &Listing{Unit: f.Unit.Name, Search: q, Unread: unread}
	all = slices.DeleteFunc(all, func(k remembered) bool { return !k.fits(q.Text) })
	l.Filters = filters(all, q.Part)
	l.Total = len(all)
	groups := []Group{{Title: "Löper ut inom 30 dagar, eller har löpt ut"}, {Title: "Saknar något"}, {Title: "Klara just nu"}}
	for _, k := range all {
		e := k.entry
		ends := !e.ValidTo.IsZero() && e.ValidTo.Before(f.Line.Today.AddDays(ahead+1))
		switch {
		case q.Part != "" && e.Part != q.Part, q.Lacking && len(e.Missing) == 0, q.Ending && !ends:
			continue
		}
		if ends {
			e.Days = inDays(f.Line.Today, e.ValidTo)
		}
		if q.Hidden {
			e.Name = e.ID
		}
		which := 2
		if len(e.Missing) > 0 {
			which = 1
		}
		if ends {
			which = 0
		}
		groups[which].Rows = append(groups[which].Rows, e)
	}
	slices.SortStableFunc(groups[0].Rows, func(a, b Entry) int { return strings.Compare(a.ValidTo.String(), b.ValidTo.String()) })
	l.show(groups, q.All)
	return l
}

// show keeps the groups that have rows, and the first rows of all.
func (l *Listing) show(groups []Group, every bool) {
	fitting := 0
	for _, g := range groups {
		fitting += len(g.Rows)
		if left := firstRows - l.Shown; !every && len(g.Rows) > left {
			g.Rows = g.Rows[:max(0, left)]
		}
		if l.Shown += len(g.Rows); len(g.Rows) > 0 {
			l.Groups = append(l.Groups, g)
		}
	}
	l.Total = fitting
}

// filters are how many patients have come how far.
func filters(all []remembered, current string) []Filter {
	fs := []Filter{{Text: "Alla", Count: len(all), Current: current == ""}}
	for _, p := range Parts() {
		f := Filter{Part: p.Key, Text: p.Text, Current: current == p.Key}
		for _, k := range all {
			if k.entry.Part == p.Key {
				f.Count++
			}
		}
		fs = append(fs, f)
	}
	return fs
}

// fits tells whether a patient is one of those searched for: by a part of the
// name or id, or by the beginning of the personnummer, with or without
// century.
func (k remembered) fits(text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	if digits := digitsOf(text); len(digits) >= 6 && strings.Trim(text, "0123456789-+ ") == "" {
		return strings.HasPrefix(k.number, digits) || len(k.number) == 12 && strings.HasPrefix(k.number[2:], digits)
	}
	hidden := k.entry.Name != k.name
	return strings.Contains(strings.ToLower(k.entry.ID), text) || !hidden && strings.Contains(strings.ToLower(k.name), text)
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// entries are all patients by id, from memory where nothing has changed.
func (x *Index) entries(f *Form, files []Stat, read func(string) ([]byte, error)) (all []remembered, unread []string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	drafts := map[string]Stat{}
	reviews := map[string]Stat{}
	for _, s := range files {
		id, isReview := strings.CutSuffix(s.Name, ".yaml")
		draft, isDraft := strings.CutSuffix(strings.TrimPrefix(s.Name, "."), draftEnd)
		switch {
		case isDraft && strings.HasPrefix(s.Name, "."):
			drafts[draft] = s
		case strings.HasPrefix(s.Name, ".") || s.Name == "enhet.yaml":
		case isReview:
			reviews[id] = s
		case strings.EqualFold(s.Name[max(0, len(s.Name)-4):], ".yml"), strings.EqualFold(s.Name[max(0, len(s.Name)-5):], ".yaml"):
			unread = append(unread, s.Name)
		}
	}
	for id, s := range drafts { // what is written now is what is shown
		reviews[id] = s
	}
	x.renew(f, reviews, read)
	for id := range reviews {
		k := x.known[id]
		_, k.entry.Draft = drafts[id]
		all = append(all, k)
	}
	slices.SortFunc(all, func(a, b remembered) int { return strings.Compare(a.entry.ID, b.entry.ID) })
	return all, unread
}

// renew reads what has changed, on all cores, and forgets what is gone.
func (x *Index) renew(f *Form, reviews map[string]Stat, read func(string) ([]byte, error)) {
	now := make(map[string]remembered, len(reviews))
	var changed []string
	for id, s := range reviews {
		if k, ok := x.known[id]; ok && k.stat == s && k.today == f.Line.Today {
			now[id] = k
			continue
		}
		changed = append(changed, id)
	}
	fresh := make([]remembered, len(changed))
	var wait sync.WaitGroup
	for w := range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := w; i < len(changed); i += runtime.GOMAXPROCS(0) {
				fresh[i] = f.entry(changed[i], reviews[changed[i]], read)
			}
		})
	}
	wait.Wait()
	for i, id := range changed {
		now[id] = fresh[i]
	}
	x.known = now
}

// entry reads one patient. What a program that stops would tell of one file
// must not close the whole list.
func (f *Form) entry(id string, s Stat, read func(string) ([]byte, error)) (k remembered) {
	k = remembered{stat: s, today: f.Line.Today, name: id, entry: Entry{ID: id, Name: id, Part: Screening, Missing: []string{"går inte att läsa"}}}
	defer func() {
		if recover() != nil { // ours to put right; its own page tells where it is
			k.entry.Missing = []string{"går inte att läsa"}
		}
		k.entry.PartText = partText(k.entry.Part)
	}()
	data, err := read(s.Name)
	if err != nil {
		k.stat = Stat{} // read again next time
		return k
	}
	st := f.look(id+".yaml", data)
	if !st.readable {
		return k
	}
	st.judge()
	r := st.review
	k.name, k.number = r.Patient.Name, digitsOf(r.PrintedNumber())
	k.entry.Name = k.name
	switch {
	case r.Protected():
		k.entry.Name = "Skyddade uppgifter"
	case k.name == "":
		k.entry.Name, k.name = "Namn saknas", ""
	}
	k.entry.Part = f.partOf(r)
	k.entry.Missing = st.missingWords(k.entry.Part)
	if r.Plan != nil {
		k.entry.ValidTo = r.Plan.ValidTo
		k.entry.Diagnoses = st.diagnosisNames()
	}
	return k
}

func partText(part string) string {
	for _, p := range Parts() {
		if p.Key == part {
			return p.Text
		}
	}
	return ""
}

// partOf is how far a patient has come.
func (f *Form) partOf(r *review.Review) string {
	due := r.Plan != nil && !r.Plan.FollowUp.Date.IsZero() && !f.Line.Today.Before(r.Plan.FollowUp.Date)
	switch {
	case r.Plan != nil && (due || followedUp(r)):
		return FollowUp
	case r.Plan != nil:
		return Plan
	case r.Consultation != nil, r.Screening != nil && r.Screening.Step2 == source.Yes:
		return Consultation
	}
	return Screening
}

// followedUp tells whether the plan of now has been followed up.
func followedUp(r *review.Review) bool {
	return slices.ContainsFunc(r.Outcomes, func(o review.Outcome) bool {
		return len(o.Answers) > 0 && (r.Plan == nil || !o.Date.Before(r.Plan.Date))
	})
}

// missingWords are what a patient's review lacks, in a few words each.
func (s *state) missingWords(part string) []string {
	var words []string
	wrong := false
	for _, p := range s.problems {
		switch {
		case lacking(p) && p.Path != "":
			if w := lower(legendOf(keyOf(p.Path))); !slices.Contains(words, w) {
				words = append(words, w)
			}
		case p.Severity == source.Error:
			wrong = true
		}
	}
	r := s.review
	switch {
	case part == Screening && (r.Screening == nil || r.Screening.Step2 == ""):
		words = append(words, "granskning")
	case part == Consultation && r.Consultation == nil:
		words = append(words, "konsultation")
	case part == Consultation && !slices.Contains(r.Consultation.Actions, review.NoAction):
		words = append(words, "plan")
	case part == FollowUp && !followedUp(r):
		words = append(words, "sju frågor")
	}
	if wrong {
		words = append(words, "något att rätta")
	}
	return words
}

// keyOf is the key of a part that a path leads into: plan.nästa_steg of
// plan.nästa_steg.vad.
func keyOf(path string) string {
	part, rest, _ := strings.Cut(path, ".")
	key, _, _ := strings.Cut(rest, ".")
	key, _, _ = strings.Cut(key, "[")
	return join(part, key)
}

func (s *state) diagnosisNames() string {
	var names []string
	for _, id := range s.review.Plan.Diagnoses {
		if d, _ := s.Line.Plans.Definition(id, plan.Swedish); d != nil {
			names = append(names, d.Name)
		}
	}
	return strings.Join(names, ", ")
}

// inDays is how far off a day is.
func inDays(today, day source.Date) string {
	for n := range ahead + 1 {
		switch today.AddDays(n) {
		case day:
			if n == 0 {
				return "idag"
			}
			if n == 1 {
				return "i morgon"
			}
			return "om " + number(n) + " dagar"
		}
	}
	return "har löpt ut"
}
