package main

import "syscall"

// What the system says of a file that another program holds open
// (ERROR_SHARING_VIOLATION), and of a full disk (ERROR_DISK_FULL).
var (
	errInUse    error = syscall.Errno(32)
	errDiskFull error = syscall.Errno(112)
)
