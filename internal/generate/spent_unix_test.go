//go:build unix

package generate_test

import (
	"syscall"
	"time"
)

// spent is what work costs of all cores together, with what the collector
// does meanwhile.
func spent(work func()) time.Duration {
	before := used()
	work()
	return used() - before
}

func used() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
