//go:build !unix

package generate_test

import "time"

// spent is how long work takes, where nobody counts what the cores do.
func spent(work func()) time.Duration {
	began := time.Now()
	work()
	return time.Since(began)
}
