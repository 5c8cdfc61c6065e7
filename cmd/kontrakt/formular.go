package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"syscall"
	"time"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"

	"kontrakt/fonts"
	"kontrakt/internal/web"
	"kontrakt/templates"
)

// formularFlags are what kontrakt formular can be asked for.
type formularFlags struct {
	dir  string
	port int
	open bool
}

// formHelp is what kontrakt formular does, in its help.
const formHelp = `Öppnar formuläret i datorns egen webbläsare. Där gör du en plan, ser pappret växa
fram bredvid och skriver ut det, medan patienten sitter där. Det läser och skriver
samma granskningar som de andra kommandona.

Formuläret svarar bara den här datorn och bara den webbläsare som programmet
öppnade. Inget skickas någonstans. Adressen skrivs på en rad; den gäller en gång.
Startar du en gång till för samma mapp öppnas ett fönster till i det som är igång.

Det du skriver sparas som utkast bredvid granskningen, .<id>.utkast, och i
granskningen när du sparar, går vidare eller skriver ut. Programmet stannar när
ingen sida har varit öppen på 15 minuter, eller när du trycker Ctrl+C.`

// formIdle is how long the form waits for a page that is not heard of.
const formIdle = 15 * time.Minute

// formular opens the local form.
func (a *app) formular() *cobra.Command {
	var o formularFlags
	c := &cobra.Command{
		Use:     "formular",
		Aliases: []string{"formulär"},
		Short:   "Öppna formuläret i webbläsaren",
		Long:    formHelp,
		Example: "  kontrakt formular\n  kontrakt formular --mapp exempel",
		Args:    wants(0, 0, ""),
		RunE:    func(*cobra.Command, []string) error { return a.form(o) },
	}
	c.Flags().StringVar(&o.dir, "mapp", ".", "arbetsmappen är `MAPP`, som granskning och enhet.yaml ligger i")
	c.Flags().IntVar(&o.port, "port", 0, "svara på port `N`; 0 tar en som är ledig")
	c.Flags().BoolVar(&o.open, "oppna", true, "öppna webbläsaren; --oppna=false skriver bara adressen")
	return c
}

// form is kontrakt formular with its arguments judged.
func (a *app) form(o formularFlags) error {
	if o.port < 0 || o.port > 65535 {
		return &usageError{"--port ska vara ett tal mellan 0 och 65535", "0 tar en port som är ledig"}
	}
	dir, err := formFolder(o.dir)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl+C does not wait
	note := runningNote(dir)
	if address, err := note.knock(ctx); err == nil {
		a.say("Formuläret är redan igång för den här mappen. Här är ett fönster till.")
		return a.show(address, o.open)
	}
	s, err := a.formServer(dir, o.port)
	if err != nil {
		return err
	}
	defer note.write(s.Running())()
	if err := a.show(s.Address(), o.open); err != nil {
		return err
	}
	a.say("Formuläret är igång. Avsluta med Ctrl+C; annars stannar det 15 minuter efter att sidan har stängts.")
	if err := s.Serve(ctx); err != nil {
		return failed(err, "formuläret stannade")
	}
	a.say("Formuläret är stängt. Allt som är skrivet är sparat.")
	return nil
}

// formServer is the form on a folder of reviews, listening but not yet answering.
func (a *app) formServer(dir string, port int) (*web.Server, error) {
	k, err := a.kit()
	if err != nil {
		return nil, err
	}
	reviews, err := openFolder(dir)
	if err != nil {
		return nil, failed(err, "mappen %s går inte att öppna", dir)
	}
	skeleton, err := fs.ReadFile(templates.FS, "ny/granskning.yaml")
	if err != nil {
		return nil, failed(err, "förlagan till nya granskningar går inte att läsa")
	}
	unit := cmp.Or(a.unit, place(filepath.Join(dir, "x.yaml")).unit)
	sweep(dir, a.now())
	s, err := web.Listen(port, web.Options{
		Store: reviews, Line: k.line, Today: a.today, Now: a.now, Skeleton: skeleton,
		Facts: k.clinicsFacts(unit), NewFacts: newFacts(unit), Files: templates.FS, Fonts: fonts.FS, Idle: formIdle,
		Say: func(what string) { fmt.Fprintln(a.err, "fel: "+what) },
	})
	return s, failed(err, "formuläret gick inte att starta på port %d", port)
}

// show writes the start address and opens it.
func (a *app) show(address string, open bool) error {
	if a.json {
		if err := a.object(map[string]any{"kommando": "formular", "adress": address}); err != nil {
			return err
		}
	} else {
		a.line("%s", address)
	}
	if !open {
		return nil
	}
	if err := openBrowser(address); err != nil {
		a.say("Webbläsaren gick inte att öppna (%s). Öppna adressen själv.", cause(err))
	}
	return nil
}

// openBrowser opens an address in the browser that the user has chosen.
func openBrowser(address string) error {
	opener := map[string][]string{
		"windows": {"rundll32", "url.dll,FileProtocolHandler"},
		"darwin":  {"open"},
	}[runtime.GOOS]
	if opener == nil {
		opener = []string{"xdg-open"}
	}
	cmd := exec.Command(opener[0], append(opener[1:], address)...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait() // a browser that has been opened needs no more of us
	return nil
}

// formFolder is the folder of reviews in a working folder: granskning in it,
// or itself where that is where the reviews are. A new one is made.
func formFolder(dir string) (string, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return "", failed(cmpErr(err, errNotFolder), "mappen %s (--mapp) går inte att läsa", dir)
	}
	inside := filepath.Join(dir, "granskning")
	if isFolder(inside) {
		return inside, nil
	}
	if names, _, err := reviewsIn(dir); err == nil && len(names) > 0 {
		return filepath.Clean(dir), nil
	}
	return inside, failed(os.MkdirAll(inside, 0o755), "mappen %s gick inte att skapa", inside)
}

// clinicsFacts reads the clinic's own facts again when their file has changed.
func (k *kit) clinicsFacts(name string) func() web.Facts {
	var mu sync.Mutex
	var facts web.Facts
	var read time.Time
	return func() web.Facts {
		mu.Lock()
		defer mu.Unlock()
		var written time.Time
		if info, err := os.Stat(name); err == nil {
			written = info.ModTime()
		}
		if facts.Unit == nil || !written.Equal(read) {
			u := k.readUnit(name)
			facts, read = web.Facts{Unit: u.unit, Missing: u.missing, Problems: u.problems}, written
		}
		return facts
	}
}

// newFacts writes enhet.yaml where there is none.
func newFacts(name string) func([]byte) error {
	return func(data []byte) error {
		if kept, err := keepOrWrite(name, data); err != nil || !kept {
			return err
		}
		return fs.ErrExist
	}
}

// noCommand is what the program does when it is given none: in a terminal it
// shows its help. Somebody who double-clicked on it in Windows Explorer gets
// the form, and reads what went wrong before the window closes.
func (a *app) noCommand(c *cobra.Command, _ []string) error {
	if !mousetrap.StartedByExplorer() {
		return c.Help()
	}
	err := a.doubleClicked()
	if err == nil {
		return nil
	}
	a.fail(err)
	a.say("Tryck på Enter för att stänga.")
	bufio.NewReader(a.in).ReadString('\n')
	return errTold
}

// doubleClicked opens the form on the program's own folder where that is a
// working folder, else on the folder kontrakt among the user's documents.
func (a *app) doubleClicked() error {
	dir, err := ownFolder()
	if err != nil {
		return failed(err, "mappen för dina granskningar gick inte att skapa")
	}
	a.say("Granskningarna ligger i mappen %s", dir)
	return a.form(formularFlags{dir: dir, open: true})
}

// ownFolder is the working folder of somebody who has named none.
func ownFolder() (string, error) {
	if program, err := os.Executable(); err == nil {
		dir := filepath.Dir(program)
		_, none := os.Stat(filepath.Join(dir, "enhet.yaml"))
		if none == nil || isFolder(filepath.Join(dir, "granskning")) {
			return dir, nil
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	places := []string{filepath.Join(home, "Documents"), filepath.Join(home, "Dokument"), home}
	dir := filepath.Join(places[slices.IndexFunc(places, isFolder)], "kontrakt")
	return dir, os.MkdirAll(dir, 0o755)
}
