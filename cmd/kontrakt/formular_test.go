package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"kontrakt/internal/web"
)

// aFolder is a folder of reviews as the form knows it.
func aFolder(t *testing.T) (f *folder, dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "granskning")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := openFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.root.Close() })
	return f, dir
}

// A share on the net that went away and came back is not the folder that was
// opened, but what has its name.
func TestAFolderThatComesBackIsFound(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open folder cannot be renamed on Windows")
	}
	f, dir := aFolder(t)
	if err := f.Write("EX-001.yaml", []byte("a")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(dir, dir+"-borta"); err != nil {
		t.Fatal(err)
	}
	if err := f.Write("EX-001.yaml", []byte("b")); !errors.Is(err, errAway) {
		t.Error("written where nobody looks:", err)
	}
	if _, _, err := f.Read("EX-001.yaml"); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Error("a folder that is away says that a file is not there:", err)
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := f.Write("EX-001.yaml", []byte("c")); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(filepath.Join(dir, "EX-001.yaml")); err != nil || string(data) != "c" {
		t.Error(string(data), err)
	}
}

func TestTheFormsFolderCannotBeLeft(t *testing.T) {
	f, dir := aFolder(t)
	outside := filepath.Join(t.TempDir(), "hemlig.yaml")
	if err := os.WriteFile(outside, []byte("hemligt"), 0o600); err != nil {
		t.Fatal(err)
	}
	names := []string{"../x.yaml", "/etc/passwd", outside, "a/../../x.yaml"}
	if err := os.Symlink(outside, filepath.Join(dir, "EX-001.yaml")); err == nil {
		names = append(names, "EX-001.yaml")
	}
	for _, name := range names {
		if data, _, err := f.Read(name); err == nil {
			t.Errorf("%s is read: %q", name, data)
		}
	}
	for _, name := range names[:4] {
		if err := f.Write(name, []byte("x")); err == nil {
			t.Errorf("%s is written", name)
		}
		if err := f.Create(name, []byte("x")); err == nil {
			t.Errorf("%s is made", name)
		}
		if err := f.Remove(name); err == nil && name != names[3] {
			t.Errorf("%s is taken away", name)
		}
	}
	f.Write("EX-001.yaml", []byte("x")) // the link is replaced, not what it leads to
	if data, err := os.ReadFile(outside); err != nil || string(data) != "hemligt" {
		t.Errorf("outside: %q %v", data, err)
	}
}

func TestTheFormsFilesAreWholeOrNotThere(t *testing.T) {
	f, dir := aFolder(t)
	if err := f.Create("EX-001.yaml", []byte("a: 1\n")); err != nil {
		t.Fatal(err)
	}
	if err := f.Create("EX-001.yaml", []byte("a: 2\n")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("made twice: %v", err)
	}
	if err := f.Write(".EX-001.utkast", []byte("a: 3\n")); err != nil {
		t.Fatal(err)
	}
	os.Mkdir(filepath.Join(dir, "EX-002.yaml"), 0o700)
	if err := f.Write("EX-002.yaml", nil); err == nil {
		t.Error("a folder is written over")
	}
	if err := f.Remove("EX-404.yaml"); err != nil {
		t.Error(err)
	}
	entries, err := f.List()
	var names []string
	for _, e := range entries {
		names = append(names, e.Name)
	}
	if got := strings.Join(names, " "); err != nil || got != ".EX-001.utkast EX-001.yaml" {
		t.Errorf("%s %v", got, err)
	}
	if data, at, err := f.Read("EX-001.yaml"); err != nil || string(data) != "a: 1\n" || time.Since(at) > time.Minute {
		t.Errorf("%q %v %v", data, at, err)
	}
}

// aForm is the program showing its form on a folder.
type aForm struct {
	t       *testing.T
	cmd     *exec.Cmd
	home    string // http://127.0.0.1:port
	browser *http.Client
}

// showing starts the program, and a browser that comes in with its address.
func showing(t *testing.T, dir, cache string) *aForm {
	t.Helper()
	cmd := exec.Command("kontrakt", "formular", "--mapp", dir, "--oppna=false", "--tyst")
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+cache, "LocalAppData="+cache, "HOME="+cache)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal("no address", err)
	}
	jar, _ := cookiejar.New(nil)
	f := &aForm{t: t, cmd: cmd, browser: &http.Client{Jar: jar}}
	address := strings.TrimSpace(line)
	f.home, _, _ = strings.Cut(address, "/start/")
	if a, err := f.browser.Get(address); err != nil || a.StatusCode != http.StatusOK {
		t.Fatal(a, err)
	}
	return f
}

// page is a page of the form.
func (f *aForm) page(at string) string {
	f.t.Helper()
	a, err := f.browser.Get(f.home + at)
	if err != nil {
		f.t.Fatal(err)
	}
	defer a.Body.Close()
	body, err := io.ReadAll(a.Body)
	if err != nil || a.StatusCode != http.StatusOK {
		f.t.Fatal(at, a.StatusCode, err)
	}
	return string(body)
}

// post posts the form of a page.
func (f *aForm) post(at string, fields url.Values) {
	f.t.Helper()
	fields.Set("rev", regexp.MustCompile(`name="rev" value="([0-9a-f]+)"`).FindStringSubmatch(f.page(at))[1])
	a, err := f.browser.PostForm(f.home+at, fields)
	if err != nil || a.StatusCode != http.StatusOK {
		f.t.Fatal(at, a, err)
	}
	a.Body.Close()
}

// aClinic is a working folder with one review.
func aClinic(t *testing.T) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "granskning")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := writeClinic(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestAKilledFormHasLostNothing(t *testing.T) {
	dir, cache := aClinic(t), t.TempDir()
	const at, written = "/plan/H2-001/viktigt", "Att baka bullar med Ella"
	f := showing(t, dir, cache)
	f.post(at, url.Values{"gor": {"utkast"}, "plan.viktigt_för_mig": {written}})
	f.cmd.Process.Kill()
	f.cmd.Wait()

	f = showing(t, dir, cache) // the note of the one that was killed leads nowhere
	if !strings.Contains(f.page(at), "Det finns ett utkast från ") {
		t.Error("the draft is not offered")
	}
	f.post(at, url.Values{"gor": {"fortsatt"}})
	if !strings.Contains(f.page(at), written) {
		t.Error("what was written is gone")
	}
	f.post(at, url.Values{"gor": {"spara"}})
	data, err := os.ReadFile(filepath.Join(dir, "granskning", "H2-001.yaml"))
	if err != nil || !strings.Contains(string(data), written) {
		t.Error("not saved", err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "granskning", ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestASecondStartOpensTheFirst(t *testing.T) {
	dir, cache := aClinic(t), t.TempDir()
	first := showing(t, dir, cache)
	if second := showing(t, filepath.Join(dir, "granskning"), cache); second.home != first.home {
		t.Errorf("another form: %s and %s", first.home, second.home)
	}
	if other := showing(t, aClinic(t), cache); other.home == first.home {
		t.Error("another folder is shown in the same form")
	}
	notes, _ := filepath.Glob(filepath.Join(cache, "*", "formular-*.json"))
	if runtime.GOOS == "darwin" {
		notes, _ = filepath.Glob(filepath.Join(cache, "Library", "Caches", "*", "formular-*.json"))
	}
	if len(notes) != 2 {
		t.Errorf("notes: %v", notes)
	}
	for _, n := range notes {
		if info, err := os.Stat(n); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s can be read by others: %v", n, err)
		}
	}
}

func TestAnInterruptedFormEndsCleanly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be interrupted from another on Windows")
	}
	cache := t.TempDir()
	f := showing(t, aClinic(t), cache)
	f.cmd.Process.Signal(os.Interrupt)
	if err := f.cmd.Wait(); err != nil {
		t.Error(err)
	}
	if notes, _ := filepath.Glob(filepath.Join(cache, "*", "formular-*.json")); len(notes) > 0 {
		t.Errorf("a note that leads nowhere: %v", notes)
	}
}

func TestWhereTheReviewsAre(t *testing.T) {
	clinic, flat, empty := aClinic(t), t.TempDir(), t.TempDir()
	os.WriteFile(filepath.Join(flat, "EX-001.yaml"), nil, 0o600)
	for _, c := range []struct{ dir, want string }{
		{clinic, filepath.Join(clinic, "granskning")},
		{flat, flat},
		{empty, filepath.Join(empty, "granskning")},
	} {
		if got, err := formFolder(c.dir); err != nil || got != c.want || !isFolder(got) {
			t.Errorf("%s: %s %v", c.dir, got, err)
		}
	}
	if _, err := formFolder(filepath.Join(empty, "finns-inte")); err == nil {
		t.Error("a folder that is not there")
	}
}

func TestANoteThatIsNoneIsNoForm(t *testing.T) {
	for _, text := range []string{"", "{", `{"port":"1","nyckel":"x"}`} {
		n := note(filepath.Join(t.TempDir(), "formular.json"))
		os.WriteFile(string(n), []byte(text), 0o600)
		if address, err := n.knock(context.Background()); err == nil {
			t.Errorf("%q leads to %s", text, address)
		}
	}
	if remove := note("").write(web.Running{}); remove == nil {
		t.Error("a user without a folder for notes")
	}
}

func TestAPortThatIsTakenIsTold(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	cmd := exec.Command("kontrakt", "formular", "--mapp", aClinic(t), "--oppna=false", "--port", port)
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+t.TempDir())
	said, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(said), "porten används redan; välj en annan med --port") {
		t.Errorf("%s", said)
	}
}
