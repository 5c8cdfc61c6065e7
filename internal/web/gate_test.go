package web

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"
	"time"
)

// Every way in that is not our own page in the browser that we opened.
func TestNobodyElseGetsIn(t *testing.T) {
	s := serving(t, inMemory(nil))
	host := func(h string) func(*http.Request) { return func(r *http.Request) { r.Host = h } }
	header := func(name, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(name, value) }
	}
	noCookie := func(r *http.Request) { r.Header.Del("Cookie") }
	cookie := func(name, value string) func(*http.Request) {
		return func(r *http.Request) {
			r.Header.Del("Cookie")
			r.AddCookie(&http.Cookie{Name: name, Value: value})
		}
	}
	for _, c := range []struct {
		name   string
		method string
		target string
		change func(*http.Request)
		want   int
	}{
		{"our own page", "GET", "/", nil, 200},
		{"an address that was typed", "GET", "/", header("Sec-Fetch-Site", "none"), 200},
		{"a browser that does not say from where", "GET", "/", func(r *http.Request) { r.Header.Del("Sec-Fetch-Site") }, 200},
		{"the other names of this machine", "GET", "/", host("localhost:" + testPort), 200},
		{"its name in IPv6", "GET", "/", host("[::1]:" + testPort), 200},

		{"DNS rebinding: the name of another", "GET", "/", host("ond.example:" + testPort), 403},
		{"a name that only begins as ours", "GET", "/", host("127.0.0.1.ond.example:" + testPort), 403},
		{"no port", "GET", "/", host("127.0.0.1"), 403},
		{"another port", "GET", "/", host("127.0.0.1:80"), 403},
		{"the network's address", "GET", "/", host("0.0.0.0:" + testPort), 403},
		{"a trailing dot", "GET", "/", host("localhost.:" + testPort), 403},

		{"no cookie: a page", "GET", "/", noCookie, 403},
		{"no cookie: the style", "GET", "/form.css", noCookie, 403},
		{"no cookie: the script", "GET", "/form.js", noCookie, 403},
		{"no cookie: a typeface", "GET", "/font/NotoSans-Regular.ttf", noCookie, 403},
		{"no cookie: a sign of life", "POST", "/puls", noCookie, 403},
		{"no cookie: no page", "GET", "/finns-inte", noCookie, 403},
		{"no cookie: an address that goes by the start", "GET", "/start/../puls", noCookie, 403},
		{"no cookie: a post to the start", "POST", "/start/x", noCookie, 403},
		{"the cookie of another time", "GET", "/", cookie("kontrakt-"+testPort, "GAMMAL"), 403},
		{"the cookie of another port", "GET", "/", cookie("kontrakt-1", s.gate.session), 403},
		{"a key that nobody gave", "GET", "/start/NYCKEL", noCookie, 403},

		{"a page of another site reads", "GET", "/", header("Sec-Fetch-Site", "cross-site"), 403},
		{"another port of this machine reads", "GET", "/", header("Sec-Fetch-Site", "same-site"), 403},
		{"a page of another site posts", "POST", "/puls", header("Sec-Fetch-Site", "cross-site"), 403},
		{"another origin", "POST", "/puls", header("Origin", "https://ond.example"), 403},
		{"no origin that can be told", "POST", "/puls", header("Origin", "null"), 403},
		{"another port as origin", "POST", "/puls", header("Origin", "http://127.0.0.1:1"), 403},
	} {
		t.Run(c.name, func(t *testing.T) {
			var changes []func(*http.Request)
			if c.change != nil {
				changes = append(changes, c.change)
			}
			if got := s.call(c.method, c.target, nil, changes...).StatusCode; got != c.want {
				t.Errorf("%d, want %d", got, c.want)
			}
		})
	}
}

func TestTheStartAddressIsUsedUp(t *testing.T) {
	s := serving(t, inMemory(nil))
	key := strings.TrimPrefix(s.Address(), "http://127.0.0.1:"+testPort)
	bare := func(r *http.Request) { r.Header.Del("Cookie"); r.Header.Set("Sec-Fetch-Site", "none") }

	first := s.call("GET", key, nil, bare)
	cookie := first.Header.Get("Set-Cookie")
	for _, want := range []string{"kontrakt-4711=", "Path=/", "HttpOnly", "SameSite=Strict"} {
		if !strings.Contains(cookie, want) {
			t.Errorf("the cookie lacks %s", want)
		}
	}
	if strings.Contains(cookie, "Expires") || strings.Contains(cookie, "Max-Age") {
		t.Error("the cookie outlives the browser")
	}
	if first.StatusCode != http.StatusSeeOther || first.Header.Get("Location") != "/" {
		t.Errorf("%d to %q", first.StatusCode, first.Header.Get("Location"))
	}
	if again := s.call("GET", key, nil, bare); again.StatusCode != http.StatusForbidden || again.Header.Get("Set-Cookie") != "" {
		t.Error("an old key lets somebody in")
	}
}

func TestEveryAnswerIsClosed(t *testing.T) {
	s := serving(t, inMemory(nil))
	for _, target := range []string{"/", "/form.css", "/finns-inte"} {
		h := s.call("GET", target, nil).Header
		policy := h.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "frame-ancestors 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: %s", target, policy)
		}
		for name, want := range map[string]string{
			"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
			"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q", target, name, h.Get(name))
			}
		}
	}
}

func TestWhatIsTooLargeOrStrangeIsRefused(t *testing.T) {
	s := serving(t, inMemory(map[string]string{"EX-001.yaml": "version: 1\npatient:\n  id: EX-001\n"}))
	large := url.Values{"plan.överenskommelse": {strings.Repeat("å", 1<<20)}}
	if got := s.call("POST", "/plan/EX-001", large).StatusCode; got != http.StatusRequestEntityTooLarge {
		t.Errorf("2 MB: %d", got)
	}
	json := func(r *http.Request) { r.Header.Set("Content-Type", "application/json") }
	if got := s.call("POST", "/plan/EX-001", url.Values{"gor": {"spara"}}, json).StatusCode; got != http.StatusUnsupportedMediaType {
		t.Errorf("JSON: %d", got)
	}
}

func TestNoPathLeadsOutOfTheFolder(t *testing.T) {
	s := serving(t, inMemory(map[string]string{"enhet.yaml": "namn: X", ".EX-001.utkast": "x"}))
	for _, target := range []string{
		"/plan/..%2F..%2Fetc%2Fpasswd", "/plan/..", "/plan/.EX-001.utkast", "/plan/enhet", "/plan/EX-001%00", "/papper/..%5C..%5Cx",
		"/font/..%2Fform%2Fform.css", "/font/..", "/plan/C:", "/kopia/%2Fetc%2Fpasswd", "/finns-inte/EX-001", "/plan/EX-404",
	} {
		if got := s.call("GET", target, nil); got.StatusCode == http.StatusOK {
			t.Errorf("%s is answered", target)
		}
	}
}

func TestAFaultOfOursTellsNothingOfThePatient(t *testing.T) {
	s := serving(t, inMemory(nil))
	var said string
	s.Say = func(what string) { said += what }
	s.handler = s.guarded(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("Anna Exempel") }))
	a := s.call("GET", "/plan/EX-001", nil)
	if body := text(a); a.StatusCode != http.StatusInternalServerError || strings.Contains(body+said, "Anna") {
		t.Errorf("%d: %s", a.StatusCode, said)
	}
}

// running is a server on the network, and what stops it.
func running(t *testing.T, change func(*Options)) (s *Server, ended chan error) {
	t.Helper()
	o := options(t, inMemory(nil))
	if change != nil {
		change(&o)
	}
	s, err := Listen(0, o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	ended = make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	return s, ended
}

func TestOnlyThisMachineIsListenedTo(t *testing.T) {
	s, _ := running(t, nil)
	host, _, err := net.SplitHostPort(s.listener.Addr().String())
	if ip := net.ParseIP(host); err != nil || !ip.IsLoopback() {
		t.Errorf("listens on %s", host)
	}
}

func TestABrowserComesInWithTheStartAddress(t *testing.T) {
	s, _ := running(t, nil)
	jar, _ := cookiejar.New(nil)
	browser := &http.Client{Jar: jar}
	address := s.Address()
	first, err := browser.Get(address)
	if err != nil || first.StatusCode != http.StatusOK || first.Request.URL.Path != "/" {
		t.Fatal(err, first)
	}
	other, err := http.Get(address)
	if err != nil || other.StatusCode != http.StatusForbidden {
		t.Errorf("another browser with the same address: %v %v", other.StatusCode, err)
	}
}

func TestASecondStartFindsTheFirst(t *testing.T) {
	s, _ := running(t, nil)
	address, err := Knock(t.Context(), s.Running())
	if err != nil {
		t.Fatal(err)
	}
	jar, _ := cookiejar.New(nil)
	if a, err := (&http.Client{Jar: jar}).Get(address); err != nil || a.StatusCode != http.StatusOK {
		t.Errorf("the new window: %v %v", a, err)
	}

	// Who does not know the secret gets no key, and is not taken for the first.
	wrong := s.Running()
	wrong.Secret = "FEL"
	if address, err := Knock(t.Context(), wrong); err == nil {
		t.Errorf("a wrong secret gives %s", address)
	}
	stranger, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go http.Serve(stranger, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "ja") }))
	_, port, _ := net.SplitHostPort(stranger.Addr().String())
	if _, err := Knock(t.Context(), Running{Port: port, Secret: s.gate.secret}); !errors.Is(err, errNobody) {
		t.Errorf("another program on the port is taken for ours: %v", err)
	}
	stranger.Close()
	if _, err := Knock(t.Context(), Running{Port: port, Secret: s.gate.secret}); !errors.Is(err, errNobody) {
		t.Errorf("nobody on the port: %v", err)
	}
}

func TestSlowHeadersAreNotWaitedFor(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for as long as headers may take")
	}
	t.Parallel()
	s, _ := running(t, nil)
	c, err := net.Dial("tcp", s.listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprint(c, "GET / HTTP/1.1\r\nHost: ")
	c.SetReadDeadline(time.Now().Add(headerTime + 5*time.Second))
	began := time.Now()
	bufio.NewReader(c).ReadString(0) // until the server hangs up
	if waited := time.Since(began); waited > headerTime+3*time.Second {
		t.Errorf("the server waited %s", waited)
	}
}

func TestLargeHeadersAreRefused(t *testing.T) {
	s, _ := running(t, nil)
	q, _ := http.NewRequest("GET", "http://"+s.listener.Addr().String(), nil)
	q.Header.Set("X-Stor", strings.Repeat("x", 2*maxHeader))
	if a, err := http.DefaultClient.Do(q); err != nil || a.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("%v %v", a, err)
	}
}

func TestTheProgramStopsWhenNoPageIsHeardOf(t *testing.T) {
	t.Parallel()
	const idle = 200 * time.Millisecond
	s, ended := running(t, func(o *Options) { o.Idle = idle })
	for range 5 { // as long as the page says that it is there, it stays
		time.Sleep(idle / 2)
		s.life.sign(true)
	}
	select {
	case err := <-ended:
		t.Fatal("stopped while a page was open", err)
	default:
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(20 * idle):
		t.Error("never stops")
	}
}

// Somebody who writes in a page without script can send no sign of life.
func TestAPageWithoutScriptGetsLonger(t *testing.T) {
	l := &life{idle: time.Minute}
	if l.patience() != 4*time.Minute {
		t.Error(l.patience())
	}
	l.sign(true)
	if l.patience() != time.Minute {
		t.Error(l.patience())
	}
}
