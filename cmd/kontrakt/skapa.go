package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kontrakt/internal/generate"
	"kontrakt/internal/pdf"
)

// skapaFlags are what kontrakt skapa can be asked for.
type skapaFlags struct {
	out       string
	documents []string
	formats   []string
	style     string
	lang      string
	archive   bool
	merged    string
	protected bool
}

// makeHelp is what kontrakt skapa does, in its help.
const makeHelp = `Gör kontraktet för varje granskning som har en plan. En mapp betyder alla
granskningar i den (granskning/*.yaml, eller mappens egna *.yaml).

Ur samma plan gör --dokument fler papper:
  kontrakt      planen, som patienten får med sig
  kylskap       en sida för kylskåpsdörren: nästa steg, jag gör, när du söker vård
  dagbok        sidor att skriva mätvärden på, ur planens egenmätning
  klinikerblad  för personalen: sju frågor, källor och det som inte är granskat
  uppfoljning   sju frågor och planens mål, att fylla i vid nästa besök

Utan plan görs granskningsmall: ett blad för varje granskning, att fylla i för hand
när journalen granskas, med det som redan är känt ifyllt.

Pappren skrivs på det språk som patienten vill ha (patient.språk), eller på det
som --sprak säger. Finns någon av planens mallar inte på det språket skrivs de på
svenska, och du får veta det. Klinikerbladet skrivs alltid på svenska.

--format journal skriver planen som text att klistra in i journalen, under sökorden
i templates/journal.yaml. Texten är på svenska, för personalen: utan personnummer,
och med närstående nämnda bara med relation.

I stället för en granskning kan du ange ett tidigare kontrakt (PDF): planen i det
skrivs då som den var överenskommen.

Kontrakten hamnar i mappen kontrakt bredvid granskning, eller där --ut säger.
Är något fel i en granskning görs inget kontrakt av den; de andra görs ändå.

Patienter med skyddade uppgifter tas inte med när du anger en mapp. Ange filen,
eller --med-skyddade.`

// skapa makes the contract of every review that has a plan.
func (a *app) skapa() *cobra.Command {
	var o skapaFlags
	c := &cobra.Command{
		Use:   "skapa FIL|MAPP…",
		Short: "Gör kontraktet för varje granskning som har en plan",
		Long:  makeHelp,
		Example: `  kontrakt skapa .
  kontrakt skapa granskning/EX-001.yaml --ut utskrift
  kontrakt skapa . --format pdf,html,txt --samlad alla.pdf
  kontrakt skapa granskning/EX-001.yaml --dokument kontrakt,kylskap,dagbok
  kontrakt skapa granskning/EX-001.yaml --sprak sv-lattlast
  kontrakt skapa granskning/EX-001.yaml --format journal --ut -
  kontrakt skapa kontrakt/EX-001-kontrakt.pdf --stil stor
  kontrakt skapa granskning/EX-001.yaml --ut - > EX-001.pdf`,
		Args: wants(1, -1, "minst en granskning eller mapp"),
		RunE: func(_ *cobra.Command, args []string) error { return a.make(args, o) },
	}
	f := c.Flags()
	f.StringVar(&o.out, "ut", "", "lägg kontrakten i `MAPP`; - betyder stdout, för en enda fil")
	f.StringSliceVar(&o.documents, "dokument", []string{"kontrakt"}, "`DOKUMENT`, ett eller flera med komma emellan: "+strings.Join(generate.Documents(), ", "))
	f.StringSliceVar(&o.formats, "format", []string{"pdf"}, "`FORMAT`, ett eller flera med komma emellan: "+strings.Join(formatNames(), ", "))
	f.StringVar(&o.style, "stil", "standard", "`STIL` på det som skrivs ut: standard (12 punkter) eller stor (18 punkter, en spalt)")
	f.StringVar(&o.lang, "sprak", "", "patientens papper på `SPRÅK`: sv, sv-lattlast (lättläst), en eller ett eget; annars det som patienten vill ha")
	f.BoolVar(&o.archive, "arkiv", false, "skriv PDF för arkivet (PDF/A-2a), utan planen som bilaga")
	f.StringVar(&o.merged, "samlad", "", "skriv också alla kontrakt i en enda `FIL` för skrivaren, med varje kontrakt på en udda sida; - betyder stdout")
	f.BoolVar(&o.protected, "med-skyddade", false, "ta med patienter med skyddade uppgifter när en mapp anges")
	c.RegisterFlagCompletionFunc("dokument", complete(generate.Documents()))
	c.RegisterFlagCompletionFunc("format", complete(formatNames()))
	c.RegisterFlagCompletionFunc("stil", complete(styles))
	c.RegisterFlagCompletionFunc("sprak", a.completeLangs)
	return c
}

// make is kontrakt skapa with its arguments judged.
func (a *app) make(args []string, o skapaFlags) error {
	formats, err := chosenFormats(o.formats)
	if err != nil {
		return err
	}
	documents, err := chosenDocuments(o.documents)
	if err != nil {
		return err
	}
	if slices.Contains(formats, generate.Journal) && !slices.Contains(documents, "kontrakt") {
		return &usageError{"--format journal gäller kontraktet, som inte är med i --dokument", "lägg till kontrakt i --dokument, eller ta bort journal"}
	}
	if o.merged == "-" && (o.out == "-" || a.json) {
		return &usageError{"--samlad - skriver den samlade filen till stdout, och då får inget annat skrivas där", "ta bort --ut - eller --json, eller ange en fil"}
	}
	if o.out == "-" && (len(args) != 1 || len(formats) != 1 || len(documents) != 1 || a.json) {
		return &usageError{"--ut - går bara för en granskning, ett dokument och ett format", "ange en enda fil, eller en mapp att skriva i"}
	}
	style, err := chosenStyle(o.style)
	if err != nil {
		return err
	}
	files, err := a.reviewFiles(args)
	if err != nil {
		return err
	}
	if o.out == "-" && len(files) != 1 {
		return &usageError{"--ut - går bara för en enda granskning, och i mappen finns flera", "ange en fil, eller en mapp att skriva i"}
	}
	k, err := a.kit()
	if err != nil {
		return err
	}
	if err := k.canWrite(o.lang, files); err != nil {
		return err
	}
	k.hurry()
	b := &batch{app: a, kit: k, folders: map[string]error{}, out: o.out, documents: documents}
	return b.run(files, generate.Request{
		Documents: documents, Lang: o.lang, Formats: formats, Print: pdf.Options{Style: style, Archive: o.archive}, Protected: o.protected,
	}, o.merged)
}

// place is the folder that a review's papers go to.
func (b *batch) place(f file) string {
	if b.out != "" {
		return b.out
	}
	return f.papers
}

// save writes one finished file; the workers call it. A paper is never written
// over the one that its plan was read from.
func (b *batch) save(dir string, j generate.Job, f generate.File) error {
	if b.out == "-" {
		_, err := b.voice.out.Write(f.Data)
		return failed(err, "kontraktet gick inte att skriva till stdout")
	}
	name := filepath.Join(dir, f.Name)
	if isPaper(j.Name) && sameFile(name, j.Name) {
		return &inputError{"kontraktet skulle skrivas över " + j.Name + ", som planen lästes ur", "ange en annan mapp med --ut"}
	}
	return failed(writeFile(name, f.Data), "%s gick inte att skriva", name)
}

// sameFile tells whether two names are of one file that is there.
func sameFile(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// folder makes the folder for papers once and clears away what a killed run
// left in it.
func (b *batch) folder(dir string) error {
	if dir == "-" {
		return nil
	}
	err, known := b.folders[dir]
	if !known {
		err = failed(os.MkdirAll(dir, 0o755), "mappen %s gick inte att skapa", dir)
		if err == nil {
			sweep(dir, b.now())
		}
		b.folders[dir] = err
	}
	return err
}

// summary is the last line: how much was done, and what was not.
func (b *batch) summary() {
	t := b.tally
	var parts []string
	if len(t.without) > 0 {
		parts = append(parts, t.wrongs()+"inget "+b.called().one+" skrevs för "+listed(t.without))
	}
	if t.protected > 0 {
		parts = append(parts, counted(t.protected, "patient", "patienter")+" med skyddade uppgifter togs inte med; ange filen eller --med-skyddade")
	}
	if len(t.noDiary) > 0 {
		parts = append(parts, "ingen dagbok för "+listed(t.noDiary)+": planen har ingen egenmätning med dagbok: ja")
	}
	switch w := b.called(); {
	case t.planned == 0:
		parts = append(parts, "ingen granskning har någon plan, så det finns inget "+w.one+" att göra")
	case t.made == t.planned && t.made == 1:
		parts = append(parts, w.done)
	case t.made == t.planned:
		parts = append(parts, fmt.Sprintf("%d %s", t.made, w.allDone))
	default:
		parts = append(parts, fmt.Sprintf("%d av %d %s", t.made, t.planned, w.allDone))
	}
	b.say("%s.", strings.Join(parts, ". "))
}

// wrongs is how much was wrong in how many files; nothing when it was the
// world that failed.
func (t *tally) wrongs() string {
	if t.errors == 0 {
		return ""
	}
	return counted(t.errors, "fel", "fel") + " i " + counted(t.files, "fil", "filer") + "; "
}

// called is what the summary calls what was made.
type called struct{ one, done, allDone string }

func (b *batch) called() called {
	const form = "granskningsmall"
	switch {
	case len(b.documents) == 1 && b.documents[0] == form:
		return called{form, "1 granskningsmall är klar", "granskningsmallar är klara"}
	case slices.Contains(b.documents, form):
		return called{"papper", "1 granskning har fått sina papper", "granskningar har fått sina papper"}
	case len(b.documents) > 1 || len(b.documents) == 1 && b.documents[0] != "kontrakt":
		return called{"papper", "1 plan har fått sina papper", "planer har fått sina papper"}
	}
	return called{"kontrakt", "1 kontrakt är klart", "kontrakt är klara"}
}

// listed names a few ids, and how many more there are.
func listed(ids []string) string {
	const most = 5
	if len(ids) <= most {
		return strings.Join(ids, ", ")
	}
	return fmt.Sprintf("%s och %d till", strings.Join(ids[:most], ", "), len(ids)-most)
}
