//go:build !windows

package main

import (
	"errors"
	"syscall"
)

// What the system says of a file that another program holds open, and of a
// full disk.
var (
	errInUse    error = syscall.ETXTBSY
	errDiskFull error = syscall.ENOSPC
)

// alive tells whether a process is running.
func alive(id int) bool {
	err := syscall.Kill(id, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}
