package contract_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"kontrakt/internal/contract"
	"kontrakt/internal/doc"
	"kontrakt/internal/generate"
	"kontrakt/internal/phrase"
	"kontrakt/templates"
)

var update = flag.Bool("update", false, "write the golden files anew")

// A plan in which every part is filled, as the trees that the renderers get.
func TestWholePapers(t *testing.T) {
	book, ps := phrase.Load(generate.Layouts(), templates.FS)
	if err := ps.Err(); err != nil {
		t.Fatal(err)
	}
	for _, d := range contract.Documents() {
		t.Run(d.Name, func(t *testing.T) {
			var got bytes.Buffer
			if err := doc.Dump(&got, contract.Compose(anna(), book.Layout(d.Name), book.In("sv"))); err != nil {
				t.Fatal(err)
			}
			golden := "testdata/anna." + d.Name + ".document"
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want) {
				t.Errorf("the document differs from %s; read the difference, then run with -update:\n%s", golden, got.Bytes())
			}
		})
	}
}
