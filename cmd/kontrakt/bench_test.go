package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"kontrakt/klinik"
)

// program builds the program as people have it.
func program(b *testing.B) string {
	b.Helper()
	name := filepath.Join(b.TempDir(), "kontrakt.exe")
	if out, err := exec.Command("go", "build", "-o", name, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return name
}

// workFolder is a folder with n reviews that have a plan: the made-up
// clinic's, over and over.
func workFolder(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	unit, err := fs.ReadFile(klinik.FS, "enhet.yaml")
	if err != nil {
		b.Fatal(err)
	}
	write(b, filepath.Join(dir, "enhet.yaml"), unit)
	names, err := fs.Glob(klinik.FS, "granskning/*.yaml")
	if err != nil {
		b.Fatal(err)
	}
	var plans [][]byte
	for _, name := range names {
		data, err := fs.ReadFile(klinik.FS, name)
		if err == nil && bytes.Contains(data, []byte("\nplan:")) && !bytes.Contains(data, []byte("skyddade_uppgifter: ja")) {
			plans = append(plans, data)
		}
	}
	id := regexp.MustCompile(`(?m)^  id: .*$`)
	for i := range n {
		data := id.ReplaceAll(plans[i%len(plans)], fmt.Appendf(nil, "  id: B-%05d", i))
		write(b, filepath.Join(dir, "granskning", fmt.Sprintf("B-%05d.yaml", i)), data)
	}
	return dir
}

func write(b *testing.B, name string, data []byte) {
	b.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkStart is one contract, from the start of the program to its end.
func BenchmarkStart(b *testing.B) {
	run, dir := program(b), workFolder(b, 1)
	for b.Loop() {
		if out, err := exec.Command(run, "skapa", "--tyst", filepath.Join(dir, "granskning", "B-00000.yaml")).CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/start-to-end")
}

// BenchmarkFolder is a folder of reviews, read from the disk and written to
// it: what a contract costs of all cores, and the most memory that the program
// has at a time.
func BenchmarkFolder(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			run, dir := program(b), workFolder(b, n)
			var cpu time.Duration
			memory := 0.0
			for b.Loop() {
				c := exec.Command(run, "skapa", "--tyst", dir)
				if out, err := c.CombinedOutput(); err != nil {
					b.Fatalf("%v: %s", err, out)
				}
				cpu += c.ProcessState.UserTime() + c.ProcessState.SystemTime()
				memory = max(memory, resident(c.ProcessState))
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(cpu.Microseconds())/float64(n*b.N), "µs-CPU/contract")
			b.ReportMetric(memory, "MiB-resident")
		})
	}
}
