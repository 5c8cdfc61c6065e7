package web

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"
)

// Running is what the user's next start needs to find a server that is
// running. It belongs in a file that only the user can read.
type Running struct {
	Port   string `json:"port"`
	Secret string `json:"nyckel"`
}

// errNobody is what Knock says where no server of ours answers.
var errNobody = errors.New("inget formulär svarar")

// Knock asks a server that is running for a start address. The secret is not
// sent, and the answer shows that it is known there too: any program may have
// taken the port since.
func Knock(ctx context.Context, first Running) (address string, err error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	key := rand.Text()
	fields := url.Values{"nyckel": {key}, "bevis": {sign(first.Secret, "start "+key)}}
	home := "http://" + net.JoinHostPort(loopback, first.Port)
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, home+knockPath, strings.NewReader(fields.Encode()))
	if err != nil {
		return "", err
	}
	q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	direct := http.Client{Transport: &http.Transport{DisableKeepAlives: true}} // no proxy: it is this machine
	a, err := direct.Do(q)
	if err != nil {
		return "", fmt.Errorf("%w: %w", errNobody, err)
	}
	defer a.Body.Close()
	proof, err := io.ReadAll(io.LimitReader(a.Body, 1<<10))
	if err != nil || !same(string(proof), sign(first.Secret, "svar "+key)) {
		return "", errNobody
	}
	return home + "/start/" + key, nil
}

// knockPath is where a second start asks to be let in.
const knockPath = "/oppna"

func isKnock(r *http.Request) bool { return r.URL.Path == knockPath && r.Method == http.MethodPost }
func isStart(r *http.Request) bool {
	return path.Dir(r.URL.Path) == "/start" && r.Method == http.MethodGet
}

// knocked answers a second start: the key that it proposes may be used.
func (s *Server) knocked(w http.ResponseWriter, r *http.Request) *notice {
	key := r.PostFormValue("nyckel")
	if len(key) < len(rand.Text()) || !same(r.PostFormValue("bevis"), sign(s.gate.secret, "start "+key)) {
		return &noCookie
	}
	s.gate.admit(key)
	s.life.sign(false)
	io.WriteString(w, sign(s.gate.secret, "svar "+key)) // one that has hung up needs no answer
	return nil
}
