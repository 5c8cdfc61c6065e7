package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestAKilledRunLeavesOnlyWholeFiles kills the program at different times and
// looks at what is there: whole papers, and nothing that looks like one.
func TestAKilledRunLeavesOnlyWholeFiles(t *testing.T) {
	dir := t.TempDir()
	program := filepath.Join(dir, "kontrakt")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	clinic := filepath.Join(dir, "klinik")
	if out, err := exec.Command(program, "exempel", "--ut", clinic).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for wait := 20 * time.Millisecond; wait < 200*time.Millisecond; wait += 30 * time.Millisecond {
		papers := filepath.Join(dir, "papper")
		cmd := exec.Command(program, "skapa", clinic, "--ut", papers, "--samlad", filepath.Join(papers, "alla.pdf"), "--tyst")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(wait)
		cmd.Process.Kill()
		cmd.Wait()
		wholePapers(t, papers)
		os.RemoveAll(papers)
	}
}

// wholePapers wants every file that is named as a paper to end as a PDF does.
func wholePapers(t *testing.T, dir string) {
	t.Helper()
	entries, _ := os.ReadDir(dir) // it may not be there yet
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), unfinished) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(data, []byte("%PDF-1.7")) || !bytes.HasSuffix(bytes.TrimSpace(data), []byte("%%EOF")) {
			t.Errorf("%s is half a file", e.Name())
		}
	}
}
