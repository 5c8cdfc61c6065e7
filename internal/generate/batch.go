package generate

import (
	"runtime"
	"sync"
)

// inOrder runs work over jobs, one worker a core, and hands each result over
// in the order of the jobs. No more than a few results a worker wait at any
// time, so memory does not grow with the number of jobs. newWorker makes what
// one worker reuses from job to job.
func inOrder[J, R any](jobs []J, newWorker func() func(J) R, each func(R)) {
	workers := min(runtime.GOMAXPROCS(0), len(jobs))
	type task struct {
		job    J
		result chan R
	}
	todo := make(chan task)
	waiting := make(chan chan R, 2*workers) // bounds how far the workers run ahead
	go func() {
		for _, j := range jobs {
			t := task{j, make(chan R, 1)}
			waiting <- t.result
			todo <- t
		}
		close(todo)
		close(waiting)
	}()
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			work := newWorker()
			for t := range todo {
				t.result <- work(t.job)
			}
		})
	}
	for r := range waiting {
		each(<-r)
	}
	running.Wait()
}
