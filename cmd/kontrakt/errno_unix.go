//go:build !windows

package main

import (
	"errors"
	"syscall"
)

// What the system says of a file that another program holds open, of a full
// disk, and of a port that is taken.
var (
	errInUse    error = syscall.ETXTBSY
	errDiskFull error = syscall.ENOSPC
	errPortUsed error = syscall.EADDRINUSE
)

// alive tells whether a process is running.
func alive(id int) bool {
	err := syscall.Kill(id, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}
