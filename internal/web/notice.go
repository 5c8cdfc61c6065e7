package web

import (
	"fmt"
	"net/http"
	"runtime"
	"strings"
)

// notice is what is said instead of a page.
type notice struct {
	Code  int // of HTTP
	Title string
	Text  string
	Again string // where to go from there; empty where there is nowhere
}

// What is said instead of a page.
var (
	strangeHost = notice{http.StatusForbidden, "Adressen är inte formulärets", "Formuläret svarar bara på den adress som programmet skrev när det startade. Starta kontrakt igen, så öppnas rätt sida.", ""}
	strangePage = notice{http.StatusForbidden, "Frågan kom från en annan sida", "Formuläret svarar bara sina egna sidor. Stäng den andra sidan och öppna formuläret genom att starta kontrakt igen.", ""}
	noCookie    = notice{http.StatusForbidden, "Webbläsaren känns inte igen", "Formuläret svarar bara den webbläsare som programmet öppnade. Starta kontrakt igen, så öppnas rätt sida. Det som är skrivet ligger kvar som utkast.", ""}
	usedKey     = notice{http.StatusForbidden, "Adressen är redan använd", "Startadressen gäller en enda gång. Starta kontrakt igen, så öppnas en ny sida.", ""}
	notFound    = notice{http.StatusNotFound, "Sidan finns inte", "Adressen leder ingenstans, eller så är filen inte kvar i mappen.", "/"}
	tooLarge    = notice{http.StatusRequestEntityTooLarge, "Det är för mycket text", "En granskning får vara högst 1 MB. Gå tillbaka och korta texten. Ditt förra utkast ligger kvar.", "/"}
	strangeBody = notice{http.StatusUnsupportedMediaType, "Det går inte att läsa", "Formuläret tar bara emot det som dess egna sidor skickar.", "/"}
	ourFault    = notice{http.StatusInternalServerError, "Något gick fel i programmet", "Det som är sparat ligger kvar. Gå tillbaka och försök igen.", "/"}
	notWritten  = notice{http.StatusServiceUnavailable, "Inte sparat", "Inte sparat. Mappen går inte att nå. Vi försöker igen.", "/"}
	notRead     = notice{http.StatusServiceUnavailable, "Mappen går inte att läsa", "Mappen går inte att nå. Kontrollera nätet och ladda om sidan.", "/"}
)

// tell says a notice: as its sentence alone to script, else as a page.
func (s *Server) tell(w http.ResponseWriter, r *http.Request, n *notice) {
	if background(r) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.WriteHeader(n.Code)
		fmt.Fprint(w, n.Text)
		return
	}
	s.page(w, n.Code, "besked", n)
}

// recovered answers when the program itself was wrong. Only the place in the
// code is told: what was wrong may hold what somebody wrote.
func (s *Server) recovered(w http.ResponseWriter, r *http.Request) {
	v := recover()
	switch {
	case v == nil:
	case v == http.ErrAbortHandler:
		panic(v)
	default:
		s.Say("fel i programmet (" + origin() + ")")
		s.tell(w, r, &ourFault)
	}
}

// origin is where in this program's code a panic began.
func origin() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	panicked := false
	for {
		f, more := frames.Next()
		if panicked && strings.HasPrefix(f.Function, "kontrakt/") {
			return fmt.Sprintf("%s rad %d", strings.TrimPrefix(f.Function, "kontrakt/"), f.Line)
		}
		panicked = panicked || f.Function == "runtime.gopanic"
		if !more {
			return "okänt ställe"
		}
	}
}

// background tells whether a request comes from the page's script.
func background(r *http.Request) bool { return r.Header.Get("X-Form") == "1" }
