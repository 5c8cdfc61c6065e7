package pdf

import "testing"

// BenchmarkContract is what one contract of a batch costs, from document to bytes.
func BenchmarkContract(b *testing.B) {
	pr, d := printer(b), sample()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := toFile(pr, d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFirst is what a single contract costs a program that has just started.
func BenchmarkFirst(b *testing.B) {
	d := sample()
	for b.Loop() {
		if _, err := toFile(printer(b), d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
