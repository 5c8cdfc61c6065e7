package report_test

import (
	"os"
	"testing"
	"time"

	"kontrakt/internal/report"
)

func TestLook(t *testing.T) {
	f := report.Tally(clinic(t))
	start := time.Now()
	g := report.Protect(f, 5)
	t.Log(time.Since(start))
	os.WriteFile("/tmp/r2.json", encode(t, g), 0o644)
	t.Log(*g.Public)
}
