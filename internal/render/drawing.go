package render

import (
	"strings"

	"kontrakt/internal/doc"
)

// drawing writes geometry and its words inside a page, whose style gives the
// inks. Words are as wide as they were drawn, whatever typeface the reader has.
func (t *tags) drawing(d *doc.Drawing, attrs ...string) {
	size := []string{"width", number(d.Width * 4 / 3), "height", number(d.Height * 4 / 3), // CSS pixels
		"viewBox", "0 0 " + number(d.Width) + " " + number(d.Height)}
	t.in("svg", func() {
		for _, i := range []doc.Ink{doc.Black, doc.Accent} {
			if areas := contours(d, i); areas != "" {
				t.in("path", func() {}, "class", inkClass(i), "d", areas)
			}
		}
		for _, w := range d.Words {
			class := strings.TrimSpace(inkClass(w.Ink) + map[bool]string{true: " bold"}[w.Bold])
			t.in("text", func() { t.text(w.Text) }, "class", class, "x", number(w.X), "y", number(w.Y), "font-size", number(w.Size),
				"text-anchor", map[bool]string{true: "end"}[w.Right], "textLength", number(w.Width), "lengthAdjust", "spacingAndGlyphs")
		}
	}, append(attrs, size...)...)
}

func inkClass(i doc.Ink) string {
	if i == doc.Accent {
		return "accent"
	}
	return ""
}

// contours are the areas of an ink as one path.
func contours(d *doc.Drawing, i doc.Ink) string {
	var b strings.Builder
	for _, a := range d.Areas {
		if a.Ink != i {
			continue
		}
		for k, p := range a.Points {
			b.WriteByte("ML"[min(k, 1)])
			b.WriteString(number(p.X) + " " + number(p.Y))
		}
		b.WriteByte('z')
	}
	return b.String()
}
