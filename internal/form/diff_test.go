package form

import (
	"slices"
	"strings"
	"testing"
)

// Two clinicians have changed the small file; each row says what, and which
// points there are then.
func TestConflictsShowOnlyWhatDiffers(t *testing.T) {
	f := clinic(t)
	for _, c := range []struct {
		name, mine, theirs string // changes, old|new
		points             []string
	}{
		{"one value", "Anna Exempel|Anna Berg", "Anna Exempel|Anna Ek", []string{"Namn: Anna *Berg* / Anna *Ek*"}},
		{"a row of a template", "Jag går en promenad|Jag går en lång promenad", "Jag går en promenad|Jag går en promenad varje dag",
			[]string{"Jag gör, rad 1: Jag går en *lång* promenad / Jag går en promenad *varje dag*"}},
		{"a row more in one", "    - text: Jag ringer Erik\n|    - text: Jag ringer Erik\n    - text: Jag vilar\n", "|",
			[]string{"Jag gör: Jag går en promenad; Jag ringer *Erik; Jag vilar* / Jag går en promenad; Jag ringer *Erik*"}},
		{"a value in one alone", "plan:|plan:\n  läkemedel: Se listan", "|", []string{"Läkemedel: *Se listan* / -"}},
		{"laid out in another way", "[langvarig-smarta, hypertoni]|[ langvarig-smarta, 'hypertoni' ]", "|", nil},
		{"a comment", "# Anna, av Dan|# Anna", "|", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := f.Diff("EX-001.yaml", []byte(small), changed(c.mine), changed(c.theirs), nil)
			var said []string
			for _, p := range got.Points {
				said = append(said, p.Legend+": "+drawnWords(p.Mine)+" / "+drawnWords(p.File))
			}
			if !slices.Equal(said, c.points) {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(said, "\n"), strings.Join(c.points, "\n"))
			}
		})
	}
}

func changed(change string) []byte {
	old, now, _ := strings.Cut(change, "|")
	return []byte(strings.Replace(small, old, now, 1))
}

func drawnWords(v Version) string {
	if v.None {
		return "-"
	}
	var all string
	for _, w := range v.Words {
		if w.Marked {
			all += "*" + w.Text + "*"
		} else {
			all += w.Text
		}
	}
	return all
}

func TestAChoiceForEachPointMakesOneFile(t *testing.T) {
	f := clinic(t)
	mine := []byte(strings.NewReplacer("Anna Exempel", "Anna Berg", "en promenad", "en lång promenad", "igår", "").Replace(small))
	theirs := []byte(strings.NewReplacer("Anna Exempel", "Anna Ek  # gift", "en promenad", "en kort promenad").Replace(small))
	points := f.Diff("EX-001.yaml", nil, mine, theirs, nil).Points
	if len(points) != 2 {
		t.Fatal(points)
	}
	chosen := map[string][]string{points[0].Name: {"fil"}}
	if _, done, _ := f.Choose("EX-001.yaml", mine, theirs, chosen); done {
		t.Error("done with a point left")
	}
	if again := f.Diff("EX-001.yaml", nil, mine, theirs, chosen).Points; again[0].Chosen != "fil" || again[1].Chosen != "" {
		t.Error("the choice is not shown")
	}
	chosen[points[1].Name] = []string{"min"}
	data, done, err := f.Choose("EX-001.yaml", mine, theirs, chosen)
	want := strings.NewReplacer("Anna Exempel", "Anna Ek  # gift", "en promenad", "en lång promenad").Replace(small)
	if string(data) != want || !done || err != nil {
		t.Errorf("%v %v\n%s", done, err, data)
	}
	for side, want := range map[string][]byte{"min": mine, "fil": theirs} {
		if data, done, _ := f.Choose("EX-001.yaml", mine, theirs, map[string][]string{"alla": {side}}); !done || string(data) != string(want) {
			t.Errorf("all of %s is\n%s", side, data)
		}
	}
}

// What two have changed in different places is brought together without a
// question; what both have changed never is.
func TestMerge(t *testing.T) {
	f := clinic(t)
	for _, c := range []struct {
		name, mine, theirs string
		want               []string // of the file, against the small one; nil: a choice to make
	}{
		{"different values", "Anna Exempel|Anna Berg", "2026-03-15|2026-06-15",
			[]string{"-  namn: Anna Exempel", "-  giltig_till: 2026-03-15", "+  namn: Anna Berg", "+  giltig_till: 2026-06-15"}},
		{"different rows", "en promenad|en lång promenad", "Erik|Eva",
			[]string{"-      text: Jag går en promenad", "-    - text: Jag ringer Erik", "+      text: Jag går en lång promenad", "+    - text: Jag ringer Eva"}},
		{"the same change", "Erik|Eva", "Erik|Eva", []string{"-    - text: Jag ringer Erik", "+    - text: Jag ringer Eva"}},
		{"the same row", "Erik|Eva", "Erik|Nils", nil},
		{"a row goes, another changes", "    - text: Jag ringer Erik\n|", "en promenad|en lång promenad", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, ok := f.Merge("EX-001.yaml", []byte(small), changed(c.mine), changed(c.theirs))
			if ok != (c.want != nil) {
				t.Fatalf("merged: %v\n%s", ok, data)
			}
			if ok && !slices.Equal(difference(small, string(data)), c.want) {
				t.Errorf("%s", strings.Join(difference(small, string(data)), "\n"))
			}
		})
	}
}

func TestAVersionThatCannotBeReadIsChosenWhole(t *testing.T) {
	f := clinic(t)
	c := f.Diff("EX-001.yaml", nil, []byte(small), []byte("a: b: c"), nil)
	if len(c.Points) != 1 || c.Points[0].Name != "alla" {
		t.Errorf("%+v", c.Points)
	}
}
