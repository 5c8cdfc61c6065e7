package contract_test

import (
	"testing"

	"kontrakt/internal/contract"
)

func BenchmarkCompose(b *testing.B) {
	l, t := words(b)
	p := anna()
	for b.Loop() {
		contract.Compose(p, l, t)
	}
}
