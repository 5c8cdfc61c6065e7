package main

import (
	"os"
	"syscall"
)

// What the system says of a file that another program holds open
// (ERROR_SHARING_VIOLATION), of a full disk (ERROR_DISK_FULL), and of a port
// that is taken (WSAEADDRINUSE).
var (
	errInUse    error = syscall.Errno(32)
	errDiskFull error = syscall.Errno(112)
	errPortUsed error = syscall.Errno(10048)
)

// alive tells whether a process is running.
func alive(id int) bool {
	p, err := os.FindProcess(id)
	if err != nil {
		return false
	}
	p.Release()
	return true
}
