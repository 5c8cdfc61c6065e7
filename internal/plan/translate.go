package plan

import (
	"slices"

	"kontrakt/internal/source"
)

// translation is the front matter of a template in another language: the
// words of the lines that are printed. All else is the Swedish template's.
type translation struct {
	ID          string     `yaml:"id" validate:"required,id"`
	Lang        string     `yaml:"språk" validate:"required,lang"`
	Version     string     `yaml:"version" validate:"required,semver"`
	Name        string     `yaml:"namn" validate:"required"`
	Reviewed    *Signature `yaml:"granskad"`
	PatientDoes []Action   `yaml:"jag_gör" validate:"dive"`
	UnitDoes    []Action   `yaml:"vården_gör" validate:"dive"`
	Contacts    []Contact  `yaml:"kontakter" validate:"dive"`
	Targets     []Target   `yaml:"mått" validate:"dive"`
	Seek        Seek       `yaml:"söka_vård"`
	Referrals   []Referral `yaml:"remisser" validate:"dive"`
}

// readTranslation lays a translation over its template. The template's own
// problems are those of the Swedish file and come along.
func (l *Library) readTranslation(f *file) (*Definition, source.Problems) {
	base, ps := l.files[key{f.id, Swedish}].read()
	t := &translation{}
	var at *source.File
	text, found := l.decode(f, t, &at)

	d := t.over(base)
	d.Lang = f.lang
	d.number()
	d.own, d.words = t.lines(), at
	if len(text.Blocks) > 0 {
		d.take(text)
	}
	found = append(found, t.check(f, base, at)...)
	found = append(found, checkProse(text, base, at.Name)...)
	ps = append(slices.Clip(ps), found...)
	ps.Sort()
	at.Rest()
	return d, ps
}

// over is the template in the translation's words. It is a draft unless both
// are signed.
func (t *translation) over(base *Definition) *Definition {
	d := *base
	d.Name, d.Version = t.Name, t.Version
	if base.Reviewed != nil {
		d.Reviewed = t.Reviewed
	}
	actionID := func(a Action) string { return a.ID }
	action := func(a *Action, b Action) {
		set(&a.Text, b.Text)
		set(&a.Who, b.Who)
		set(&a.When, b.When)
	}
	d.PatientDoes = overlay(base.PatientDoes, t.PatientDoes, actionID, action)
	d.UnitDoes = overlay(base.UnitDoes, t.UnitDoes, actionID, action)
	d.Contacts = overlay(base.Contacts, t.Contacts, func(c Contact) string { return c.ID }, func(a *Contact, b Contact) {
		set(&a.What, b.What)
		set(&a.Who, b.Who)
		set(&a.When, b.When)
	})
	d.Targets = overlay(base.Targets, t.Targets, func(t Target) string { return t.Measure }, func(a *Target, b Target) {
		set(&a.HowOften, b.HowOften)
		set(&a.Value, b.Value)
	})
	d.Referrals = overlay(base.Referrals, t.Referrals, func(r Referral) string { return r.ID }, func(a *Referral, b Referral) {
		set(&a.To, b.To)
		set(&a.Why, b.Why)
	})
	d.Seek = Seek{
		ContactUs: overlayWarnings(base.Seek.ContactUs, t.Seek.ContactUs),
		SameDay:   overlayWarnings(base.Seek.SameDay, t.Seek.SameDay),
		Call112:   overlayWarnings(base.Seek.Call112, t.Seek.Call112),
	}
	return &d
}

func overlayWarnings(base, words []Warning) []Warning {
	return overlay(base, words, func(w Warning) string { return w.ID }, func(a *Warning, b Warning) { set(&a.Text, b.Text) })
}

// overlay is a list with the words of another for the lines that both have.
func overlay[T any](base, words []T, id func(T) string, put func(*T, T)) []T {
	out := slices.Clone(base)
	for i := range out {
		same := func(w T) bool { return id(w) == id(out[i]) }
		if k := slices.IndexFunc(words, same); k >= 0 {
			put(&out[i], words[k])
		}
	}
	return out
}

// set replaces a text by one that is there.
func set(text *string, by string) {
	if by != "" {
		*text = by
	}
}

// lines are the lines that the translation has words for.
func (t *translation) lines() []Line {
	d := Definition{ID: t.ID, PatientDoes: t.PatientDoes, UnitDoes: t.UnitDoes, Contacts: t.Contacts, Targets: t.Targets, Seek: t.Seek, Referrals: t.Referrals}
	return d.list()
}

// check judges a translation against its template.
func (t *translation) check(f *file, base *Definition, at *source.File) source.Problems {
	var ps source.Problems
	tell := func(path, rule string, args ...string) {
		ps = append(ps, sentences.Problem(at.At(path), path, rule, args...))
	}
	if t.ID != "" && t.ID != f.id {
		tell("id", "mall-id", f.id)
	}
	if t.Lang != "" && t.Lang != f.lang {
		tell("språk", "mall-språk", f.lang)
	}
	lines := t.lines()
	for i, line := range lines {
		if slices.ContainsFunc(lines[:i], func(l Line) bool { return l.ID == line.ID && l.List == line.List }) {
			tell(line.Path, "dubbel-rad", line.ID)
		}
		if _, ok := base.LineIn(line.List, line.ID); !ok && line.ID != "" {
			ps = append(ps, nearest(sentences.Problem(at.At(line.Path), line.Path, "översättning-rad", line.ID, line.List), line.ID, base.idsOf(line.List)))
		}
	}
	return ps
}

// idsOf are the ids of the lines of one list.
func (d *Definition) idsOf(list string) []string {
	var ids []string
	for _, l := range d.lines {
		if l.List == list {
			ids = append(ids, l.ID)
		}
	}
	return ids
}
