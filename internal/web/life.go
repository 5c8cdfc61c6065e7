package web

import (
	"sync"
	"time"
)

// life tells when nobody has the page open any longer. A page with script
// says every minute that it is there. One without can say nothing while
// somebody writes in it, so that it gets four times as long: until script has
// been heard of once, what is typed and not yet posted is worth the wait.
type life struct {
	idle time.Duration

	mu       sync.Mutex
	timer    *time.Timer
	scripted bool
}

// begin starts to wait; end is called when nobody has been heard of for long
// enough.
func (l *life) begin(end func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.timer = time.AfterFunc(l.patience(), end)
}

// sign is a sign of life from a page.
func (l *life) sign(script bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.scripted = l.scripted || script
	if l.timer != nil {
		l.timer.Reset(l.patience())
	}
}

// patience is how long to wait for a sign of life.
func (l *life) patience() time.Duration {
	if l.scripted {
		return l.idle
	}
	return 4 * l.idle
}

// stop ends the wait.
func (l *life) stop() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.timer.Stop()
}
