//go:build !windows

package main

import "syscall"

// What the system says of a file that another program holds open, and of a
// full disk.
var (
	errInUse    error = syscall.ETXTBSY
	errDiskFull error = syscall.ENOSPC
)
