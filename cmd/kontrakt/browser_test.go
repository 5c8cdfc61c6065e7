package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestTheFormInABrowser runs the tests of .ci/formular in Chromium. They need
// Node, and a folder with playwright-core and axe-core, which .ci/webblasare
// installs; the tests of the program itself need Go alone.
func TestTheFormInABrowser(t *testing.T) {
	tools := os.Getenv("WEBBLASARE")
	if tools == "" {
		t.Skip("no browser: WEBBLASARE names no folder with playwright-core and axe-core; .ci/webblasare installs them and runs this test")
	}
	work := t.TempDir()
	program, example := filepath.Join(work, "kontrakt"), filepath.Join(work, "exempel")
	other(t, "", nil, "go", "build", "-o", program, ".")
	other(t, "", nil, program, "exempel", "--ut", example, "--tyst")
	tests, err := filepath.Glob("../../.ci/formular/*.test.mjs")
	if err != nil || len(tests) == 0 {
		t.Fatal("no tests for the browser", err)
	}
	args := []string{"--test", "--test-concurrency=1", "--test-reporter=spec"}
	for _, name := range tests {
		whole, err := filepath.Abs(name)
		if err != nil {
			t.Fatal(err)
		}
		args = append(args, whole)
	}
	other(t, tools, append(os.Environ(), "KONTRAKT="+program, "EXEMPEL="+example), "node", args...)
}

// other runs another program in a folder and shows what it says.
func other(t *testing.T, dir string, env []string, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = dir, env, os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}
