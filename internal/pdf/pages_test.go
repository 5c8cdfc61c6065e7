package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"kontrakt/internal/doc"
)

// text is a line's text.
func (l *line) text() string {
	s := ""
	for _, w := range l.words {
		for _, f := range w.frags {
			for _, g := range f.word.glyphs {
				s += g.text
			}
		}
		s += " "
	}
	return strings.TrimSpace(s)
}

// texts are the lines of a box, from top to bottom and left to right.
func (b *box) texts() (ts []string) {
	if b.line != nil {
		ts = append(ts, b.line.text())
	}
	for _, k := range b.kids {
		ts = append(ts, k.texts()...)
	}
	return ts
}

// pages are the lines of every page, without the foot.
func pages(t *testing.T, o Options, blocks ...doc.Block) [][]string {
	t.Helper()
	d := &doc.Document{Title: "t", Lang: "sv", Content: blocks}
	l, err := printer(t).setOn(o.Style.sheet(d), d)
	if err != nil {
		t.Fatal(err)
	}
	var ps [][]string
	for _, b := range l.pages {
		ps = append(ps, b.texts())
	}
	return ps
}

// filler takes up n lines of a page, and no more.
func filler(n int) doc.Block {
	var ls []string
	for i := range n {
		ls = append(ls, fmt.Sprintf("rad %d", i))
	}
	return &doc.Paragraph{Text: p(strings.Join(ls, "\n"))}
}

// perPage is how many lines of text a page takes.
const perPage = 43

func numbered(word string, n int) (ss []string) {
	for i := range n {
		ss = append(ss, fmt.Sprintf("%s %d", word, i))
	}
	return ss
}

func TestPageTakesWhatTheTestsCountOn(t *testing.T) {
	if got := len(pages(t, Options{}, filler(perPage))); got != 1 {
		t.Errorf("%d lines take %d pages", perPage, got)
	}
	if got := len(pages(t, Options{}, filler(perPage+1))); got != 2 {
		t.Errorf("%d lines take %d pages", perPage+1, got)
	}
}

// Each case fills a page to a few lines from its end; what follows must then
// begin where the reader expects it.
func TestWhereAPageEnds(t *testing.T) {
	two := "första raden\nandra raden"
	four := "rad ett\nrad två\nrad tre\nrad fyra"
	pair := &doc.Pair{
		Left:  doc.Column{Head: doc.Heading{Level: 3, Text: p("Jag gör")}, List: actions("Jag går|varje dag|efter lunch")},
		Right: doc.Column{Head: doc.Heading{Level: 3, Text: p("Vården gör")}, List: actions("Vi ringer")},
	}
	tbl := &doc.Table{Columns: make([]doc.TableColumn, 1), Head: [][]doc.Cell{{{Text: p("Datum")}}}, Rows: [][]doc.Cell{{{Text: p(two)}}}}
	signed := &doc.Blank{Labels: lines("Anna Exempel", "Dr Exempel")}
	for _, c := range []struct {
		name   string
		room   int // lines left on the first page
		blocks []doc.Block
		second string // the first line of page 2
	}{
		{"a heading goes with its text", 2, []doc.Block{h2("Rubrik"), para(two + "\ntre\nfyra")}, "Rubrik"},
		{"a small part is kept whole", 4, []doc.Block{h2("Rubrik"), para(four)}, "Rubrik"},
		{"a subheading goes with its text", 13, []doc.Block{h2("R"), filler(10), &doc.Heading{Level: 3, Text: p("Under")}, para(two)}, "Under"},
		{"no first line stays alone", 1, []doc.Block{filler(5)}, "rad 0"},
		{"no last line goes alone", 4, []doc.Block{filler(5)}, "rad 3"},
		{"two and two part", 3, []doc.Block{filler(4)}, "rad 2"},
		{"a list item is whole", 3, []doc.Block{points("a", "b|b2|b3")}, "•"},
		{"a table row is whole, its head goes along", 2, []doc.Block{tbl}, "Datum"},
		{"a frame is whole", 3, []doc.Block{&doc.Box{Style: doc.NextStep, Level: 2, Label: p("Nästa"), Content: []doc.Block{para(two)}}}, "Nästa"},
		{"columns begin together", 3, []doc.Block{pair}, "Jag gör"},
		{"the zones are together", 10, []doc.Block{h2("Sök vård"), zone(1, "1 Kontakta", nil, "a", "b"), zone(2, "2 Idag", nil, "a", "b"), zone(3, "3 Ring 112", nil, "a")}, "Sök vård"},
		{"a signature takes the part before it along", 5, []doc.Block{h2("Före"), para(two), h2("Namn"), signed}, "Före"},
		{"a signature takes the last item along", 16, []doc.Block{h2("Före"), points(numbered("sak", 10)...), h2("Namn"), signed}, "•"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ps := pages(t, Options{}, append([]doc.Block{filler(perPage - c.room)}, c.blocks...)...)
			if len(ps) < 2 || ps[1][0] != c.second {
				t.Errorf("pages: %q", ps)
			}
		})
	}
}

func TestTableHeadStandsOnEveryPage(t *testing.T) {
	tbl := &doc.Table{Columns: make([]doc.TableColumn, 2), Head: [][]doc.Cell{{{Text: p("Datum")}, {Text: p("Värde")}}}}
	for i := range 80 {
		tbl.Rows = append(tbl.Rows, []doc.Cell{{Text: p(fmt.Sprint("dag ", i))}, {}})
	}
	rows := 0
	for i, page := range pages(t, Options{}, tbl) {
		if page[0] != "Datum" || page[1] != "Värde" {
			t.Errorf("page %d begins with %q", i+1, page[:2])
		}
		rows += len(page) - 2
	}
	if rows != 80 {
		t.Errorf("%d rows of 80", rows)
	}
}

func TestLongColumnsRepeatTheirHeads(t *testing.T) {
	ps := pages(t, Options{}, &doc.Pair{
		Left:  doc.Column{Head: doc.Heading{Level: 3, Text: p("Jag gör")}, List: actions(numbered("jag", 50)...)},
		Right: doc.Column{Head: doc.Heading{Level: 3, Text: p("Vården gör")}, List: actions(numbered("vi", 3)...)},
	})
	for i, page := range ps {
		if page[0] != "Jag gör" {
			t.Errorf("page %d begins with %q", i+1, page[0])
		}
		if right := slices.Contains(page, "Vården gör"); right != (i == 0) {
			t.Errorf("page %d: the finished column's head: %v", i+1, right)
		}
	}
	if all := strings.Join(slices.Concat(ps...), "|"); strings.Count(all, "jag ") != 50 {
		t.Errorf("an action is lost: %s", all)
	}
}

func TestZoneLongerThanAPageRepeatsItsLabel(t *testing.T) {
	ps := pages(t, Options{}, h2("Sök vård"), zone(1, "1 Kontakta oss", []string{"036-000 00 00"}, numbered("tecken", 70)...))
	if len(ps) < 2 {
		t.Fatalf("%d pages", len(ps))
	}
	for i, page := range ps {
		if !slices.Contains(page, "1 Kontakta oss") {
			t.Errorf("page %d lacks the label: %q", i+1, page)
		}
	}
}

// However long a zone is, also one that would have a page to itself but for its
// heading, no sign in it is parted.
func TestASignOfALongZoneIsWhole(t *testing.T) {
	for n := 10; n < 30; n++ {
		var signs []string
		for i := range n {
			signs = append(signs, fmt.Sprintf("börjar %d\nslutar %d", i, i))
		}
		for page, lines := range pages(t, Options{}, h2("Sök vård"), zone(1, "1 Kontakta oss", nil, signs...), zone(3, "3 Ring 112", nil, signs...)) {
			for i := range n {
				begins, ends := count(lines, fmt.Sprintf("börjar %d", i)), count(lines, fmt.Sprintf("slutar %d", i))
				if begins != ends {
					t.Errorf("%d signs: sign %d is parted at page %d", n, i, page+1)
				}
			}
		}
	}
}

// count is how many of the lines are one.
func count(lines []string, one string) int {
	n := 0
	for _, l := range lines {
		if l == one {
			n++
		}
	}
	return n
}

func TestZonesThatDoNotFitTogetherAreEachWhole(t *testing.T) {
	ps := pages(t, Options{}, h2("Sök vård"), zone(1, "1", nil, numbered("a", 18)...), zone(2, "2", nil, numbered("b", 18)...), zone(3, "3", nil, numbered("c", 18)...))
	for _, letter := range []string{"a", "b", "c"} {
		on := 0
		for _, page := range ps {
			if slices.Contains(page, letter+" 0") || slices.Contains(page, letter+" 17") {
				on++
			}
		}
		if on != 1 {
			t.Errorf("zone %s stands on %d pages", letter, on)
		}
	}
}

// inside checks that all of b stands between left and right, and above bottom.
func inside(t *testing.T, b *box, x, y, height, right, bottom float64) {
	t.Helper()
	const hair = 0.5
	if b.line != nil && (x+b.line.width > right+hair || y+b.h > bottom+hair) {
		t.Errorf("%q reaches %.1f, %.1f of %.1f, %.1f", b.line.text(), x+b.line.width, y+b.h, right, bottom)
	}
	at := y + b.top
	for i, k := range b.kids {
		if !b.beside && i > 0 {
			at += k.above
		}
		inside(t, k, x+k.x, at, k.h, right, bottom)
		if !b.beside {
			at += k.h
		}
	}
	_ = height
}

func TestNothingLeavesThePage(t *testing.T) {
	long := strings.Repeat("Anna-Maria Exempelsson ", 10)
	word := strings.Repeat("överenskommelse", 12)
	for _, o := range []Options{{}, {Style: Large}} {
		d := sample()
		d.Foot.Left = p(long + "· EX-001")
		d.Content = append(d.Content, terms("Namn", long, "Personnummer", "19600412-9802", "Plan-id", word, "Gjord", "15 sept. 2025"),
			h2(word), para(word), points(word+"|"+word), rows(word+"|"+word+"|>"+word),
			zone(1, word, []string{word}, word), &doc.Blank{Labels: lines(word, long, word)}, actions(word),
			&doc.Pair{Left: doc.Column{Head: doc.Heading{Level: 3, Text: p(word)}, List: actions(word)}, Right: doc.Column{Head: doc.Heading{Level: 3, Text: p(word)}, List: actions(word)}},
			&doc.Table{Columns: make([]doc.TableColumn, 4), Rows: [][]doc.Cell{{{Text: p(word)}, {Text: p(long)}, {}, {Text: p(word), Header: true}}}})
		l, err := printer(t).layOut(d, o)
		if err != nil {
			t.Fatal(err)
		}
		for i, b := range l.pages {
			inside(t, b, l.sheet.left, l.sheet.top, b.h, pageWidth-l.sheet.right, l.footAt)
			inside(t, l.feet[i], l.sheet.left, l.footAt, l.feet[i].h, pageWidth-l.sheet.right, pageHeight-24)
		}
	}
}

// Terms that together need a little more than there is give way: the widest
// wrap, the others keep their line.
func TestTermsShareAWidth(t *testing.T) {
	pr := printer(t)
	b := &builder{setter: newSetter(pr.shaper, pr.standing, &pr.pieces), s: standardSheet()}
	items := terms("Namn", "Anders Melkersten", "Personnummer", "19750726-9939", "Planens nummer", "H2-033",
		"Skriven", "12 september 2025", "Gäller till", "11 september 2026").Items
	need := 0.0
	for i := range items {
		need += b.natural(&items[i])
	}
	for _, w := range []float64{need + 50, need, need - 1, need - 40, need / 2, need / 10} {
		sum := 0.0
		for i, got := range b.shares(items, w) {
			sum += got
			if got <= 0 || w < need && got > b.natural(&items[i])+0.01 {
				t.Errorf("of %.0f points, term %d gets %.1f", w, i, got)
			}
		}
		if sum > w+0.01 || sum < w-0.01 {
			t.Errorf("of %.2f points, %.2f are shared", w, sum)
		}
	}
}

func TestALastPageWithLittleOnItIsSpared(t *testing.T) {
	d := &doc.Document{Content: []doc.Block{filler(perPage + 2)}}
	l, err := printer(t).layOut(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(l.pages) != 1 || l.sheet.body.size != 12 {
		t.Errorf("%d pages, type of %g points", len(l.pages), l.sheet.body.size)
	}
}

// Zones that no page holds together fill the page that they begin on.
func TestZonesThatDoNotFitTogetherBeginWhereThereIsRoom(t *testing.T) {
	ps := pages(t, Options{}, filler(perPage-15), h2("Sök vård"), zone(1, "1", nil, numbered("a", 8)...), zone(2, "2", nil, numbered("b", 20)...), zone(3, "3", nil, numbered("c", 20)...))
	for i, last := range []string{"a 7", "b 19", "c 19"} {
		if page := ps[i]; !strings.HasSuffix(page[len(page)-1], last) {
			t.Errorf("page %d ends with %q", i+1, page[len(page)-1])
		}
	}
}

// Where the zones leave much of a page empty, a few lines that a tighter
// setting leaves to a page find room by one tighter still.
func TestAPageIsSparedInTwoSteps(t *testing.T) {
	parts := func(n int) (all []doc.Block) {
		for i := range n {
			all = append(all, h2(fmt.Sprint("Del ", i)), para("en rad"))
		}
		return all
	}
	zones := []doc.Block{h2("Sök vård"), zone(1, "1", nil, "a", "b"), zone(2, "2", nil, "a", "b"), zone(3, "3", nil, numbered("c", 6)...)}
	d := &doc.Document{Content: slices.Concat(parts(17), zones, parts(17))}
	o, p := Options{}, printer(t)
	once, err := p.setOn(o.Style.sheet(d).tight(0.75), d)
	if err != nil || len(once.pages) != 3 {
		t.Fatalf("the case no longer holds: %v, %d pages in one step", err, len(once.pages))
	}
	if n, err := p.Pages(d, o); err != nil || n != 2 {
		t.Errorf("%d pages, %v", n, err)
	}
}

func TestEmptyDocumentIsOnePage(t *testing.T) {
	if got := pages(t, Options{}); len(got) != 1 {
		t.Errorf("%d pages", len(got))
	}
}

func TestSideHeadAndTextShareTheFirstBaseline(t *testing.T) {
	for _, body := range []doc.Block{para("Text."), &doc.Paragraph{Style: doc.Own, Text: p("Egna ord.")}, points("En punkt."), rows("1 maj|Besök")} {
		l, err := printer(t).layOut(&doc.Document{Content: []doc.Block{h2("Rubrik"), body}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		section := l.pages[0].kids[0]
		side, _ := section.kids[0].baseline()
		text, _ := section.kids[1].baseline()
		if math.Abs(side-text) > 0.01 {
			t.Errorf("%T: %.2f and %.2f", body, side, text)
		}
	}
}

// What stands last in a frame keeps its white there, so that a frame is cut
// also where its lines alone would have found room.
func TestAFrameThatEndsInWhiteIsCut(t *testing.T) {
	point := func() *box { return (&box{bottom: 8, kids: []*box{{h: 20, line: &line{}}}}).settle() }
	frame := &box{look: look{over: 1, left: 1, right: 1}, kids: []*box{point(), point()}}
	const room = 50
	head, tail := frame.settle().cut(room, 800)
	if head == nil || tail == nil || head.h > room {
		t.Errorf("%v and %v, want a piece in either", head, tail)
	}
}
