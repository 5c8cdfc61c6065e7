package web

import (
	"errors"
	"io/fs"
	"net/http"
	"slices"
	"strings"

	"kontrakt/internal/form"
)

// asked is the page about a patient that a request is for.
type asked struct {
	id string
	form.Place
}

// asking reads the address of a page about a patient; ok is false where there
// is no such page.
func asking(r *http.Request) (a asked, ok bool) {
	a = asked{r.PathValue("id"), form.Place{Part: r.PathValue("part"), Step: r.PathValue("step")}}
	if a.Step != "" {
		a.Part = form.Plan
	}
	return a, isID(a.id) && slices.ContainsFunc(form.Parts(), func(l form.Link) bool { return l.Key == a.Part })
}

// address is where a page about a patient is.
func address(part, id, step string) string {
	a := "/" + part + "/" + id
	if step != "" {
		a += "/" + step
	}
	return a
}

// worldly is the notice of a folder that cannot be read; nil where err is nil.
func worldly(err error) *notice {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return &notFound
	}
	return &notRead
}

// form is the form with today's date and the clinic's facts as they stand.
func (s *Server) form() *form.Form { return &form.Form{Line: s.line(), Unit: s.unit()} }

// who is whose review a text is.
func (s *Server) who(id string, text []byte) form.Who {
	return s.form().Open(fileName(id), text, form.Place{}).Who
}

// sheet answers with a page about a patient.
func (s *Server) sheet(w http.ResponseWriter, r *http.Request) *notice {
	a, ok := asking(r)
	if !ok {
		return &notFound
	}
	v, offered, err := s.desk.look(a.id)
	if err != nil {
		return worldly(err)
	}
	if offered {
		s.page(w, http.StatusOK, "utkast", Offer{
			Who: s.who(a.id, v.text), Address: address(a.Part, a.id, a.Step), Rev: v.rev,
			At: clock(v.at, s.Now()), Changed: s.desk.changed(a.id),
		})
		return nil
	}
	s.page(w, http.StatusOK, "blad", s.sheetOf(a, v))
	return nil
}

// sheetOf is a page about a patient, of one version of the review.
func (s *Server) sheetOf(a asked, v version) Sheet {
	a.Seen = s.desk.seen(a.id, a.Step)
	page := s.form().Open(fileName(a.id), v.text, a.Place)
	if !v.draft && page.CanMake && s.desk.whole(a.id, page.Steps) { // nothing in a finished plan is proposed any longer
		a.Seen = s.desk.seen(a.id, a.Step)
		page = s.form().Open(fileName(a.id), v.text, a.Place)
	}
	view := Sheet{
		Page: *page, Saving: s.saving(a.id, v), Unit: s.unit().Name, Address: address(a.Part, a.id, stepOf(page)),
		Rev: v.rev, CanUndo: s.desk.canUndo(a.id), Changed: s.desk.changed(a.id),
	}
	view.Focus, view.Said = s.desk.heard(a.id)
	if page.Who.ID == "" {
		view.Page.Who.ID = a.id
	}
	if page.HasPaper {
		view.Paper = address("papper", a.id, "")
	}
	return view
}

// stepOf is the step of the plan that a page shows; empty on other pages.
func stepOf(p *form.Page) string {
	for _, step := range p.Steps {
		if step.Current {
			return step.Key
		}
	}
	return ""
}

// saving is how far a version has come.
func (s *Server) saving(id string, v version) Saving {
	w := Saving{Draft: v.draft}
	if s.desk.unsaved(id) {
		w.Failed = notWritten.Text
	} else if v.draft || s.desk.ours(id) {
		w.Saved = clock(v.at, s.Now())
	}
	return w
}

// writing are the things to do that write the review file too.
var writing = []string{"spara", "vidare", "skriv-ut", "pdf", "journal"}

// newPlan begins the next plan from the one that is followed up; toList leaves
// the patient, with what is written kept as a draft.
const (
	newPlan = "ny-plan"
	toList  = "lista"
)

// change does what a page about a patient asks for, and leads to the page to
// see next.
func (s *Server) change(w http.ResponseWriter, r *http.Request) *notice {
	a, ok := asking(r)
	if !ok {
		return &notFound
	}
	do := pressed(r)
	err := s.do(a, do, r)
	if err == nil && slices.Contains(writing, do) {
		err = s.desk.save(a.id)
	}
	switch {
	case errors.Is(err, errTwo):
		http.Redirect(w, r, address("konflikt", a.id, ""), http.StatusSeeOther)
	case errors.Is(err, errUnsaved) && (background(r) || slices.Contains(writing, do)):
		n := notWritten
		n.Again = address(a.Part, a.id, a.Step)
		return &n
	case errors.Is(err, errUnsaved): // the page shows that it is not saved
		http.Redirect(w, r, address(a.Part, a.id, a.Step), http.StatusSeeOther)
	case err != nil:
		return worldly(err)
	default:
		return s.lead(w, r, a, do)
	}
	return nil
}

// pressed is the button that was pressed, which comes last.
func pressed(r *http.Request) string {
	all := r.PostForm["gor"]
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1]
}

// do makes the change that is asked for.
func (s *Server) do(a asked, do string, r *http.Request) error {
	switch do {
	case "fortsatt":
		s.desk.takeUp(a.id)
		return nil
	case "slang":
		return s.desk.throw(a.id, r.PostForm.Get("rev"))
	case "angra":
		return s.undo(a.id)
	}
	var done form.Edited
	err := s.desk.apply(a.id, change{
		rev: r.PostForm.Get("rev"), typing: r.PostForm.Get("fokus"),
		make: func(text []byte) ([]byte, error) {
			var left error
			if done, left = s.form().Apply(fileName(a.id), text, r.PostForm, do); left != nil {
				done.Said = left.Error() // all else is written
			}
			return done.Data, nil
		},
	})
	s.desk.hear(a.id, done.Focus, done.Said)
	return err
}

// undo takes back the last change, says what it was of, and begins there.
func (s *Server) undo(id string) error {
	before, _, err := s.desk.look(id)
	if err == nil {
		err = s.desk.undo(id)
	}
	after, _, gone := s.desk.look(id)
	if err != nil || gone != nil {
		return err
	}
	points := s.form().Diff(fileName(id), nil, before.text, after.text, nil).Points
	if len(points) == 0 {
		s.desk.hear(id, "", "Det finns inget att ångra.")
		return nil
	}
	s.desk.hear(id, strings.TrimPrefix(points[0].ID, "punkt-"), "Ångrat: "+points[0].Legend+".")
	return nil
}

// lead leads to the page to see after a change.
func (s *Server) lead(w http.ResponseWriter, r *http.Request, a asked, do string) *notice {
	to := address(a.Part, a.id, a.Step)
	v, n := s.version(a.id)
	switch {
	case n != nil, do == toList: // a draft of a new review was thrown away, or the patient is left
		to = "/"
	case slices.Contains(writing, do):
		to = s.onward(a, do, v)
	case do == newPlan && v.rev != r.PostForm.Get("rev"): // begun, and not refused
		s.desk.afresh(a.id)
		to = address(form.Plan, a.id, "")
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// onward is where one goes on from a page that is saved: to the next step, to
// what is asked for of the plan, or to what it still lacks.
func (s *Server) onward(a asked, do string, v version) string {
	here := address(a.Part, a.id, a.Step)
	page := s.form().Open(fileName(a.id), v.text, a.Place)
	made := map[string]string{
		"skriv-ut": address("pdf", a.id, ""),
		"pdf":      address("pdf", a.id, "") + "?spara=ja",
		"journal":  address("journal", a.id, ""),
	}[do]
	switch {
	case do == "vidare" && page.Next != nil:
		return address(form.Plan, a.id, page.Next.Key)
	case do == "ny-plan":
		return address(form.Plan, a.id, "")
	case made == "":
		return here
	case page.CanMake:
		return made
	}
	s.desk.hear(a.id, "saknas", "Planen är inte klar att skriva ut. Det som saknas står under Saknas.")
	return here + "#saknas"
}
