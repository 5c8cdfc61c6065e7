package web

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net/http"
	"slices"
	"sync"
)

// gate decides who gets in: only a browser that came with the start address's
// key, to an address that is ours, from a page that is ours.
type gate struct {
	hosts   []string // what a request may say that it came to, exactly
	cookie  string   // the cookie's name; another program on this machine has another port
	session string   // its value
	secret  string   // known by the user's next start, so that it can ask for a key

	mu   sync.Mutex
	keys []string // of start addresses that nobody has used
}

// maxKeys is how many start addresses may wait to be used: more is nobody
// starting the program.
const maxKeys = 16

func newGate(port string) *gate {
	return &gate{
		hosts:   []string{"127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port},
		cookie:  "kontrakt-" + port,
		session: rand.Text(),
		secret:  rand.Text(),
	}
}

// admit lets a key be used once.
func (g *gate) admit(key string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.keys = append(g.keys, key)
	g.keys = g.keys[max(0, len(g.keys)-maxKeys):]
}

// use tells whether a key may be used, and uses it up.
func (g *gate) use(key string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	i := slices.IndexFunc(g.keys, func(k string) bool { return same(k, key) })
	if i < 0 {
		return false
	}
	g.keys = slices.Delete(g.keys, i, i+1)
	return true
}

// same compares secrets in a time that does not tell how much of them is alike.
func same(a, b string) bool {
	return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1
}

// sign proves that who sends a text knows a secret, which itself is not sent.
func sign(secret, text string) string {
	m := hmac.New(sha256.New, []byte(secret))
	m.Write([]byte(text))
	return hex.EncodeToString(m.Sum(nil))
}

// refusal is why a request is not answered; nil when it is.
func (g *gate) refusal(r *http.Request) *notice {
	switch {
	case !slices.Contains(g.hosts, r.Host):
		return &strangeHost
	case !ownPage(r):
		return &strangePage
	case isStart(r) || isKnock(r): // they have a key of their own
		return nil
	case !g.known(r):
		return &noCookie
	}
	return nil
}

// ownPage tells whether a request comes from one of our pages, or from no page:
// an address that was typed or opened by another program. Another port of this
// machine is another page.
func ownPage(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" && site != "none" {
		return false
	}
	origin := r.Header.Get("Origin")
	return origin == "" || origin == "http://"+r.Host
}

// known tells whether a request has the cookie.
func (g *gate) known(r *http.Request) bool {
	c, err := r.Cookie(g.cookie)
	return err == nil && same(c.Value, g.session)
}

// start answers the start address: its key becomes a cookie, once.
func (g *gate) start(w http.ResponseWriter, r *http.Request) *notice {
	if !g.use(r.PathValue("key")) {
		return &usedKey
	}
	http.SetCookie(w, &http.Cookie{Name: g.cookie, Value: g.session, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

// guarded lets only what the gate lets in through to next.
func (s *Server) guarded(next http.Handler) http.Handler {
	cross := http.NewCrossOriginProtection()
	cross.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { s.tell(w, r, &strangePage) }))
	protected := cross.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		closed(w.Header())
		defer s.recovered(w, r)
		if n := s.gate.refusal(r); n != nil {
			s.tell(w, r, n)
			return
		}
		s.life.sign(background(r))
		if n := s.bounded(w, r); n != nil {
			s.tell(w, r, n)
			return
		}
		protected.ServeHTTP(w, r)
	})
}

// policy is what our pages may do: show what comes from here, and post to here.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// closed are the headers of every answer. The address is told to our own pages
// alone: with no-referrer, a browser would hide where our own forms come from.
func closed(h http.Header) {
	for _, pair := range [...][2]string{
		{"Content-Security-Policy", policy},
		{"Cache-Control", "no-store"},
		{"X-Content-Type-Options", "nosniff"},
		{"X-Frame-Options", "DENY"},
		{"Referrer-Policy", "same-origin"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
	} {
		h.Set(pair[0], pair[1])
	}
}
