package generate_test

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kontrakt/internal/contract"
	"kontrakt/internal/generate"
	"kontrakt/internal/pdf"
	"kontrakt/internal/review"
	"kontrakt/internal/source"
)

var leaveIn = flag.String("papper", "", "leave the hostile papers, each with its structure as text, in this `folder`: for validators and eyes")

// hostile is a review that few will write.
type hostile struct {
	name string // the patient's id
	data []byte
	unit *review.Unit
}

// hostiles are the reviews that put a paper to the test, then the made-up
// clinic's own.
func hostiles(tb testing.TB, l *generate.Line) []hostile {
	tb.Helper()
	u, loud := unit(tb), *unit(tb)
	loud.Name = strings.Repeat("Exempelby vård- och rehabiliteringscentral ", 6)
	loud.LogoImage = logo(tb)
	all := []hostile{
		{"EX-kort", filled(tb, l, u, "EX-kort", "hypotyreos"), u},
		{"EX-tre", measuredWeekly(filled(tb, l, u, "EX-tre", "langvarig-smarta", "hypotyreos", "hypertoni")), u},
		{"EX-logotyp", filled(tb, l, &loud, "EX-logotyp", "langvarig-smarta"), &loud},
		{"EX-namn", edited(tb, filled(tb, l, u, "EX-namn", "hypertoni"),
			"patient.namn", "Ánná-Máret Ŋiŋŋá Nguyễn Thị Hương Łukasz Παπαδόπουλος Олена Шевченко Ẹ́bùn Ọlá Ọ́lá Ńdùbúịsị́ Adébáyọ̀-Ṣẹ́gun"), u},
		{"EX-lang", edited(tb, measuredWeekly(filled(tb, l, u, "EX-lang", "langvarig-smarta", "hypotyreos", "hypertoni")),
			"plan.viktigt_för_mig", strings.Repeat("Att kunna gå till affären själv igen. ", 60),
			"plan.överenskommelse", strings.Repeat("Vi provar det här, och www.exempel-by.se/"+strings.Repeat("x", 90)+" också. ", 20)), u},
	}
	for _, j := range withPlan(tb, l, jobs(tb)) {
		data, err := j.Read()
		if err != nil {
			tb.Fatal(err)
		}
		all = append(all, hostile{strings.TrimSuffix(filepath.Base(j.Name), ".yaml"), data, j.Unit})
	}
	return all
}

// measuredWeekly is a review that says how often for each of its measures,
// which the templates of several diagnoses do not agree on.
func measuredWeekly(data []byte) []byte {
	return measureRow.ReplaceAll(data, []byte("$0      hur_ofta: en gång i veckan\n"))
}

var measureRow = regexp.MustCompile(`(?m)^    - mått: .*\n`)

// edited is a review with other values at some paths.
func edited(tb testing.TB, data []byte, pathsAndValues ...string) []byte {
	tb.Helper()
	var changes []source.Change
	for i := 0; i < len(pathsAndValues); i += 2 {
		changes = append(changes, source.Change{Path: pathsAndValues[i], Value: pathsAndValues[i+1]})
	}
	data, err := source.Edit(data, review.Review{}, changes...)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// logo is a picture with transparent corners.
func logo(tb testing.TB) []byte {
	tb.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 420, 120))
	for y := range 120 {
		for x := range 420 {
			img.SetNRGBA(x, y, color.NRGBA{uint8(x), 0x4f, 0x52, uint8(2 * y)})
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// variants are the ways to print; a file of an archive carries no attachment.
var variants = []struct {
	ending string
	pdf.Options
}{
	{"", pdf.Options{}},
	{"-stor", pdf.Options{Style: pdf.Large}},
	{"-arkiv", pdf.Options{Archive: true}},
	{"-stor-arkiv", pdf.Options{Style: pdf.Large, Archive: true}},
}

// TestHostileReviewsArePrinted makes each in every variant.
func TestHostileReviewsArePrinted(t *testing.T) {
	l := line(t)
	for _, h := range hostiles(t, l) {
		for _, v := range variants {
			q := contracts(discard, generate.PDF)
			q.Print, q.Keep = v.Options, true
			job := generate.Job{Name: h.name, Unit: h.unit, Read: func() ([]byte, error) { return h.data, nil }}
			l.Run([]generate.Job{job}, q, func(r generate.Result) {
				if len(r.Files) != 1 {
					t.Errorf("%s%s: %v %v", h.name, v.ending, r.Problems, r.Err)
					return
				}
				leave(t, h.name+v.ending+".pdf", r.Files[0].Data)
			})
		}
		leave(t, h.name+".tags", []byte(tagsOf(t, l, h)))
	}
}

// tagsOf is the structure of a contract as this program tells it.
func tagsOf(tb testing.TB, l *generate.Line, h hostile) string {
	tb.Helper()
	_, p, ps := l.Review(h.name, h.data, h.unit)
	if p == nil {
		tb.Fatal(h.name, ps)
	}
	d := contract.Compose(p, l.Words.Layout("kontrakt"), l.Words.In(p.Lang))
	tags, err := pdf.NewPrinter(l.Fonts).Tags(d, pdf.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return tags
}

// leave writes a file to the folder that was asked for, if any.
func leave(tb testing.TB, name string, data []byte) {
	tb.Helper()
	if *leaveIn == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*leaveIn, name), data, 0o644); err != nil {
		tb.Fatal(err)
	}
}
