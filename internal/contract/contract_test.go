package contract_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"kontrakt/internal/contract"
	"kontrakt/internal/doc"
)

var update = flag.Bool("update", false, "write the golden files anew")

// A plan in which every part is filled, as the tree that the renderers get.
func TestWholeContract(t *testing.T) {
	l, words := words(t)
	var got bytes.Buffer
	if err := doc.Dump(&got, contract.Compose(anna(), l, words)); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/anna.document"
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
}
