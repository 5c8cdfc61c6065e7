package report

import (
	"reflect"

	"kontrakt/internal/review"
)

// Protect is the figures as they can be handed out: no count between one and
// least-1 is printed, and none that is hidden can be reckoned from what is.
// The figures it is given stay as they are; least is at least 2.
//
// First small categories and classes are merged. Then disclosure decides which
// counts are hidden, from all that a reader knows of how they belong together
// (related). A number that nothing is said of there is hidden, so that a new
// one in Figures is not published by mistake. Statistics of single patients
// (median, least, most, the next day) go, and the others are reckoned anew
// from the counts that are left: they tell nothing that those do not.
func Protect(f *Figures, least int) *Figures {
	least = max(least, 2)
	p := &protection{Figures: detached(f), least: least, public: &Public{Minimum: least}}
	p.mergeCategories()
	p.mergeClasses()
	p.leaveOut()
	p.hide()
	p.inOrder()
	p.recheck(f.Checks)
	p.members = nil
	p.Public = p.public
	return p.Figures
}

// protection is one Protect: the figures so far, and what has been done.
type protection struct {
	*Figures
	least  int
	public *Public
}

func (p *protection) few(n int) bool { return 0 < n && n < p.least }

// leaveOut takes away what is no count, and would tell of one patient or be
// another table's numbers again.
func (p *protection) leaveOut() {
	p.Age.Women, p.Age.Men = Spread{}, Spread{}
	if p.Plans != nil {
		p.Plans.FollowUp.Next = ""
	}
	if u := p.Urval; u != nil {
		u.File = ""
		u.Chosen = Totals{}
		u.All = Totals{Patients: u.All.Patients, Contacts: u.All.Contacts}
	}
}

// hide hides numbers, and every statistic that is reckoned from one.
func (p *protection) hide() {
	all := related(p.Figures, p.least)
	all.table.Protect()
	visit(reflect.ValueOf(p.Figures).Elem(), func(n *Number) {
		if n.kind == Missing {
			return
		}
		p.public.Of++
		*n = all.printed(n)
		if n.kind != Known {
			p.public.Hidden++
		}
	}, func(d *Decimal) { *d = Decimal{} })
	p.derive()
}

// inOrder sorts what stood in order of size, which would tell of what is
// hidden.
func (p *protection) inOrder() {
	sortRows(p.Excluded, Reason.bySize)
	sortRows(p.Actions, Action.bySize)
	for i := range p.Flow {
		sortRows(p.Flow[i].Why, Row.bySize)
	}
	if p.Plans != nil {
		sortRows(p.Plans.Diagnoses, Row.bySize)
	}
}

// recheck checks what is left, in numbers that are left. A check that failed
// in the internal version is told without its numbers.
func (p *protection) recheck(internal []Check) {
	p.Checks = Checks(p.Figures)
	for _, c := range internal {
		if !c.OK {
			c.Text = "Stämmer inte. Talen står i den interna versionen."
			p.Checks = append(p.Checks, c)
		}
	}
}

// noAction tells whether a row is that of no further action, which is no
// category among others.
func noAction(a Action) bool { return a.Name == review.NoAction }

// detached is a copy of the figures that shares nothing that can be changed.
func detached(f *Figures) *Figures {
	g := *f
	detach(reflect.ValueOf(&g).Elem())
	return &g
}

func detach(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			own := reflect.New(v.Type().Elem())
			own.Elem().Set(v.Elem())
			detach(own.Elem())
			v.Set(own)
		}
	case reflect.Slice:
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		for i := range own.Len() {
			detach(own.Index(i))
		}
		if !v.IsNil() {
			v.Set(own)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				detach(v.Field(i))
			}
		}
	}
}

// visit goes through every number and statistic that is published.
func visit(v reflect.Value, number func(*Number), decimal func(*Decimal)) {
	if !v.CanAddr() || !v.Addr().CanInterface() {
		return
	}
	switch at := v.Addr().Interface().(type) {
	case *Number:
		number(at)
		return
	case *Decimal:
		decimal(at)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			visit(v.Elem(), number, decimal)
		}
	case reflect.Slice:
		for i := range v.Len() {
			visit(v.Index(i), number, decimal)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			visit(v.Field(i), number, decimal)
		}
	}
}
