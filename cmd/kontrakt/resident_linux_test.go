package main

import (
	"os"
	"syscall"
)

// resident is the most memory that an ended process had, in MiB.
func resident(s *os.ProcessState) float64 {
	if u, ok := s.SysUsage().(*syscall.Rusage); ok {
		return float64(u.Maxrss) / 1024
	}
	return 0
}
