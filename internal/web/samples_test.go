package web

import (
	"kontrakt/internal/form"
	"kontrakt/internal/source"
)

// The pages of a made-up visit: every page and every kind of field at least
// once. <script> in the name is what the tests look for.

var anna = form.Who{ID: "H2-017", Name: "Anna Exempel", Number: "19600412-9802", Possessive: "Annas", First: "Anna"}

// sample is one page as it may be shown.
type sample struct {
	name string // of the page, and of the file that it is written to
	page string // the template
	view any
}

func samples() []sample {
	return []sample{
		{"lista", "lista", listSample()},
		{"lista-tom", "lista", List{Listing: form.Listing{Unit: "Hälsan 2 vårdcentral"}}},
		{"ny", "ny", newSample()},
		{"plan", "blad", planSample()},
		{"plan-tom", "blad", emptySample()},
		{"plan-allt", "blad", everyKind()},
		{"plan-trasig", "blad", brokenSample()},
		{"uppfoljning", "blad", followUpSample()},
		{"konflikt", "konflikt", conflictSample()},
		{"utkast", "utkast", Offer{Who: anna, Address: "/plan/H2-017", Rev: "7", At: "14.32", Changed: true}},
		{"journal", "journal", Record{Who: anna, Text: "Överenskommelse: Vi provar smärtskolan.\n\nPlan H2-017", Back: "/plan/H2-017/uppfoljning"}},
		{"besked", "besked", &notFound},
		{"enhet", "enhet", clinicOf(facts{Name: "Exempelby vårdcentral"}, nil)},
	}
}

func listSample() List {
	row := func(id, name, diagnoses, part, text, until, days string, missing ...string) form.Entry {
		d, _ := source.ParseDate(until)
		return form.Entry{ID: id, Name: name, Diagnoses: diagnoses, Part: part, PartText: text, ValidTo: d, Days: days, Missing: missing}
	}
	draft := row("H2-052", "Lennart Exempel", "artros i knä och höft", "plan", "Plan", "2026-02-28", "", "viktigt för mig", "nästa steg")
	draft.Draft = true
	return List{Listing: form.Listing{
		Unit: "Hälsan 2 vårdcentral",
		Filters: []form.Filter{{Part: "", Text: "Alla", Count: 75, Current: true}, {Part: "granskning", Text: "Granskning", Count: 49},
			{Part: "konsultation", Text: "Konsultation", Count: 6}, {Part: "plan", Text: "Plan", Count: 14}, {Part: "uppfoljning", Text: "Uppföljning", Count: 6}},
		Groups: []form.Group{
			{Title: "Löper ut inom 30 dagar", Rows: []form.Entry{
				row("H2-004", "Göran Exempel", "hjärtsvikt, typ 2-diabetes", "uppfoljning", "Uppföljning", "2025-09-21", "om 6 dagar", "sju frågor"),
				row("H2-022", "Siv Exempel", "kol", "plan", "Plan", "2025-09-30", "om 15 dagar"),
			}},
			{Title: "Saknar något", Rows: []form.Entry{
				row("H2-017", "Anna <script>alert(1)</script> Exempel", "långvarig smärta, högt blodtryck", "plan", "Plan", "2026-03-15", "", "vården gör", "mål för rörelse"),
				row("H2-009", "Kjell Exempel", "", "granskning", "Granskning", "", "", "orsak att inte gå vidare"),
				row("H2-031", "Skyddade uppgifter", "fibromyalgi", "konsultation", "Konsultation", "", "", "åtgärder"),
				draft,
			}},
			{Title: "Klara just nu", Rows: []form.Entry{row("H2-002", "Birgitta Exempel", "astma", "plan", "Plan", "2026-01-20", "")}},
		},
		Shown: 7, Total: 75, Unread: []string{"gammal.yaml"},
	}}
}

func newSample() NewSheet {
	return NewSheet{Unit: "Hälsan 2 vårdcentral", New: form.New{
		Fields: []form.Field{
			{ID: "namn", Name: "patient.namn", Kind: form.Line, Label: "Namn", Needed: true},
			{ID: "pnr", Name: "patient.personnummer", Kind: form.Line, Label: "Personnummer", Hint: "ÅÅÅÅMMDD-NNNN", Short: true,
				Value: "19600412-9803"},
			{ID: "id", Name: "patient.id", Kind: form.Line, Label: "Id", Hint: "filens namn", Value: "H2-076", Short: true, Proposed: true},
		},
		Diagnoses: form.Field{ID: "d-astma", Name: "plan.diagnoser", Kind: form.Checks, Label: "Diagnoser", Hint: "den första står först på pappret", Options: []form.Option{
			{ID: "d-astma", Value: "astma", Text: "astma"}, {ID: "d-hyp", Value: "hypertoni", Text: "högt blodtryck", On: true},
			{ID: "d-sm", Value: "langvarig-smarta", Text: "långvarig smärta", On: true}, {ID: "d-kol", Value: "kol", Text: "KOL"},
			{ID: "d-kis", Value: "kronisk-ischemisk-hjartsjukdom", Text: "kronisk ischemisk hjärtsjukdom"},
		}},
		Faults:  []form.Fault{{What: "kontrollsiffran stämmer inte", Tip: "kontrollera de fyra sista siffrorna.", ID: "pnr"}},
		Earlier: []form.Link{{Key: "H2-002", Text: "Birgitta Exempel"}},
	}}
}

func parts(current string) []form.Link {
	all := []form.Link{{Key: "granskning", Text: "Granskning"}, {Key: "konsultation", Text: "Konsultation"}, {Key: "plan", Text: "Plan"}, {Key: "uppfoljning", Text: "Uppföljning"}}
	for i := range all {
		all[i].Current = all[i].Key == current
	}
	return all
}

func steps(current string) []form.Step {
	step := func(n int, key, text, state string, done, said bool) form.Step {
		return form.Step{Link: form.Link{Key: key, Text: text, Current: key == current}, Number: n, State: state, Done: done, Said: said}
	}
	all := []form.Step{
		step(1, "patient", "Patient", "klar", true, false),
		step(2, "diagnoser", "Diagnoser", "2 valda", true, true),
		step(3, "viktigt", "Viktigt för mig", "klar", true, false),
		step(4, "overenskommelse", "Överenskommelse och nästa steg", "klar", true, false),
		step(5, "jag-gor", "Jag gör", "2 valda, 1 att rätta", false, true),
		step(6, "varden-gor", "Vården gör", "saknas", false, true),
		step(7, "kontakter", "Kontakter och remisser", "klar", true, false),
		step(8, "soka-vard", "När söka vård", "ur mallarna", true, true),
		step(9, "mata", "Mäta", "1 krock", false, true),
		step(10, "uppfoljning", "Uppföljning", "föreslagen", true, true),
	}
	all[4].Wrong = true
	return all
}

// scale are the eleven values of a field about confidence.
func scale(id string, on int) []form.Option {
	var all []form.Option
	for i, text := range []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"} {
		anchor := id + "-" + text
		if i == 0 {
			anchor = id // the first control has the anchor of them all
		}
		all = append(all, form.Option{ID: anchor, Value: text, Text: text, On: i == on})
	}
	return all
}

// details are the fields of a row that the patient does.
func details(row string, wrong bool) []form.Field {
	then := form.Field{ID: row + ".då", Name: row + ".då", Kind: form.Line, Label: "då …", Short: true}
	obstacle := form.Field{ID: row + ".hinder", Name: row + ".hinder", Kind: form.Line, Label: "Hinder: om …", Short: true}
	if wrong {
		obstacle.Value = "det regnar"
		then.Notes = []form.Note{{What: "«då» saknas när «hinder» är ifyllt.", Tip: "skriv vad du gör i stället, eller ta bort hindret."}}
	}
	return []form.Field{
		{ID: row + ".text", Name: row + ".text", Kind: form.Line, Label: "Med Annas ord", Value: "Jag går en promenad på 10 minuter", Own: true},
		{ID: row + ".när", Name: row + ".när", Kind: form.Line, Label: "När", Value: "varje dag efter lunch"},
		{ID: row + ".tilltro", Name: row + ".tilltro", Kind: form.Scale, Label: "Hur säker är du på att det blir av?", Value: "8", Options: scale(row+".tilltro", 8),
			Ends: [2]string{"0 = inte alls säker", "10 = helt säker"}},
		obstacle, then,
	}
}

func planSample() Sheet {
	suggestion := func(id, text string) form.Row {
		return form.Row{ID: id, Name: "plan.jag_gör+" + id, Label: text, Fields: details("plan.jag_gör+"+id+"|", false)[:2]}
	}
	open := form.Row{ID: "rad0", Name: "plan.jag_gör+langvarig-smarta/rorelse", Path: "plan.jag_gör[0]", Chosen: true, Open: true,
		Label:  "Du rör dig varje dag på en nivå som du klarar även en dålig dag. Du ökar ungefär 10 % i veckan.",
		Fields: details("plan.jag_gör[0]", true), Down: form.Button{Name: "gor", Value: "ned plan.jag_gör[0]", Text: "Flytta ner"}}
	closed := form.Row{ID: "rad1", Name: "plan.jag_gör+hypertoni/hemma", Path: "plan.jag_gör[1]", Chosen: true, Said: "sju dagar före besöket · säker 9 av 10 · egenvård",
		Label: "Du mäter blodtrycket hemma.", Fields: details("plan.jag_gör[1]", false), Up: form.Button{Name: "gor", Value: "upp plan.jag_gör[1]", Text: "Flytta upp"}}
	declined := suggestion("hypertoni/salt", "Du äter mindre salt.")
	declined.Declined = true
	declined.Decline = form.Button{Name: "gor", Value: "ta-tillbaka hypertoni/salt", Text: "Ta tillbaka"}
	rest := suggestion("hypertoni/mat", "Du äter mycket grönsaker, frukt, fullkorn, baljväxter och fisk.")
	rest.Decline = form.Button{Name: "gor", Value: "valj-bort hypertoni/mat", Text: "Välj bort"}
	own := form.Row{ID: "rad2", Path: "plan.jag_gör[2]", Label: "Rad 3", Said: "Jag ringer Eva, på söndagar", Fields: details("plan.jag_gör[2]", false),
		Remove: form.Button{Name: "gor", Value: "bort plan.jag_gör[2]", Text: "Ta bort raden"}}
	faults := []form.Fault{{What: "Rad 1: «då» saknas när «hinder» är ifyllt.", Part: "plan", Step: "jag-gor", ID: "plan.jag_gör[0].då"}}
	return Sheet{
		Page: form.Page{
			Who: anna, Part: "plan", Parts: parts("plan"), Title: "Jag gör",
			Lead:  "Välj tillsammans det som går en vanlig vecka. Två eller tre saker räcker.",
			Steps: steps("jag-gor"), Done: 7,
			Next: &form.Link{Key: "varden-gor", Text: "Vården gör"}, Back: &form.Link{Key: "overenskommelse", Text: "Överenskommelse och nästa steg"},
			Blocks: []form.Block{
				{ID: "b1", Legend: "Förslag vid långvarig smärta", More: 1, Rows: []form.Row{open,
					suggestion("langvarig-smarta/pauser", "Du delar upp sysslor, tar korta pauser innan det gör för ont och undviker att göra allt på en bra dag."),
					suggestion("langvarig-smarta/dygn", "Du går upp vid ungefär samma tid varje dag (± 1 timme) och är aktiv på dagen.")}},
				{ID: "b2", Legend: "Förslag vid högt blodtryck", Rows: []form.Row{closed, rest, declined}},
				{ID: "b3", Legend: "Egen rad", Rows: []form.Row{own},
					Add: &form.Row{ID: "ny", Fields: []form.Field{{ID: "plan.jag_gör[3].text", Name: "plan.jag_gör[3].text", Kind: form.Line, Label: "Något Anna själv vill göra"}}}, AddText: "Lägg till raden"},
			},
			Faults: faults, Others: []form.Fault{{What: "Uppföljning: dagen finns inte", Part: "plan", Step: "uppfoljning", ID: "plan.uppföljning.datum", Warning: true}},
			Missing: []form.Fault{{What: "Vården gör: minst en rad", Part: "plan", Step: "varden-gor", ID: "x", Question: 2}, {What: "Andra planer", Part: "plan", Step: "kontakter", ID: "y", Question: 7}},
			Clashes: []form.Clash{{ID: "krock-rorelse", Name: "plan.val.rorelse", Legend: "Krock: två mål för rörelse. Vilket gäller Anna?", Sides: []form.Side{
				{ID: "k1", Value: "langvarig-smarta", Text: "Stegvis mot 150 minuter i veckan, efter förmåga", From: "långvarig smärta"},
				{ID: "k2", Value: "hypertoni", Text: "Minst 150 minuter i veckan", From: "högt blodtryck"}}}},
			Seven: form.Seven{Answered: 5, Questions: []bool{true, false, true, true, true, true, false}, Said: "Planen svarar på 5 av 7"},
		},
		Saving: Saving{Saved: "14.32"}, Unit: "Hälsan 2 vårdcentral", Address: "/plan/H2-017/jag-gor", Rev: "12", CanUndo: true,
		Paper: "/papper/H2-017?rev=12",
	}
}

func emptySample() Sheet {
	s := planSample()
	s.Title, s.Lead, s.Faults, s.Others, s.Clashes, s.Saving, s.CanUndo, s.Paper = "Viktigt för mig", "Skriv med Annas egna ord.", nil, nil, nil, Saving{Failed: "Inte sparat. Mappen går inte att nå. Vi försöker igen."}, false, ""
	s.Steps, s.Address, s.Focus, s.Changed = steps("viktigt"), "/plan/H2-017/viktigt", "plan.viktigt_för_mig", true
	s.Blocks = []form.Block{{ID: "b", Fields: []form.Field{{ID: "plan.viktigt_för_mig", Name: "plan.viktigt_för_mig", Kind: form.Lines, Label: "Viktigt för mig", Hint: "med Annas egna ord", Own: true, Needed: true,
		Notes: []form.Note{{What: "saknas", Missing: true}}}}}}
	return s
}

// everyKind is a page with every kind of field.
func everyKind() Sheet {
	s := planSample()
	s.Title, s.Steps, s.Address = "Kontakter och remisser", steps("kontakter"), "/plan/H2-017/kontakter"
	s.Next, s.CanMake, s.Missing, s.Faults, s.Others = nil, true, nil, nil, nil
	s.Blocks = []form.Block{
		{ID: "b1", Legend: "Fast läkarkontakt", Fields: []form.Field{
			{ID: "l1", Name: "a", Kind: form.Line, Label: "Namn", Value: "Dr Cecilia Exempel", Proposed: true, Short: true, Needed: true},
			{ID: "l2", Name: "b", Kind: form.Line, Label: "Telefon", Short: true},
			{ID: "l3", Name: "c", Kind: form.Day, Label: "Datum", Hint: "ÅÅÅÅ-MM-DD", Short: true, Value: "2025-13-01",
				Notes:     []form.Note{{What: "dagen finns inte", Tip: "skriv till exempel 2025-12-01."}},
				Proposals: []form.Button{{Name: "c", Value: "2025-10-27", Text: "om 6 veckor"}, {Name: "c", Value: "2025-12-15", Text: "om 3 månader"}, {Name: "c", Value: "2026-03-15", Text: "om 6 månader"}}},
			{ID: "l4", Name: "d", Kind: form.Choice, Label: "Fast vårdkontakt behövs", Value: "ja", Options: []form.Option{{ID: "l4-ja", Value: "ja", Text: "Ja", On: true}, {ID: "l4-nej", Value: "nej", Text: "Nej"}}},
		}},
		{ID: "b2", Legend: "Remisser", Hint: "Det som är skickat eller ska skickas.", Rows: []form.Row{
			{ID: "r0", Path: "plan.remisser[0]", Label: "Rad 1", Open: true, Fields: []form.Field{
				{ID: "r0t", Name: "e", Kind: form.Line, Label: "Till", Value: "Smärtskolan"},
				{ID: "r0s", Name: "f", Kind: form.Select, Label: "Status", Options: []form.Option{{Value: "", Text: "välj"}, {Value: "planerad", Text: "planerad"}, {Value: "skickad", Text: "skickad", On: true}}},
				{ID: "r0n", Name: "g", Kind: form.Number, Label: "Antal", Value: "3"},
			}, Remove: form.Button{Name: "gor", Value: "bort plan.remisser[0]", Text: "Ta bort raden"}, Notes: []form.Note{{What: "raden har inget datum", Warning: true}}},
		}, Add: &form.Row{ID: "nyremiss", Fields: []form.Field{{ID: "nr", Name: "h", Kind: form.Line, Label: "Ny remiss till"}}}, AddText: "Lägg till remissen", Said: []string{"Ring 112 vid plötslig, svår huvudvärk."}},
		{ID: "b3", Legend: "Annat", Fields: []form.Field{
			{ID: "x1", Name: "i", Kind: form.List, Label: "Deltog", Hint: "en på varje rad", Value: "patienten\nmake"},
			{ID: "x2", Name: "j", Kind: form.Checks, Label: "Samordnande kontakt", Options: []form.Option{{ID: "x2a", Value: "SIP", Text: "SIP", On: true}, {ID: "x2b", Value: "vårdsamordnare", Text: "vårdsamordnare"}}},
			{ID: "x3", Name: "k", Kind: form.Choice, Label: "Läge", Options: []form.Option{{ID: "x3a", Value: "planerad", Text: "planerad"}, {ID: "x3b", Value: "skickad", Text: "skickad"}, {ID: "x3c", Value: "mottagen", Text: "mottagen"}, {ID: "x3d", Value: "avslutad", Text: "avslutad"}}},
			{ID: "x4", Name: "l", Kind: form.Lines, Label: "Anteckning", Hint: "skrivs inte på Annas papper", Value: "Första raden\nandra raden"},
		}},
	}
	return s
}

func brokenSample() Sheet {
	s := planSample()
	s.Title, s.Broken, s.Blocks, s.Paper, s.Others = "Filen går inte att läsa", true, nil, "", nil
	s.Faults = []form.Fault{{What: "raden har fel indrag", Tip: "jämför med raderna ovanför.", Line: 14}}
	return s
}

func followUpSample() Sheet {
	s := planSample()
	questions := []string{
		"Känner du att du kan ha fokus på att leva livet och litar på att du lätt får hjälp från vården när du behöver det?",
		"Har du en överenskommelse med vården som utgår från vad som är viktigt för dig, där du vet vad du gör för att må bra, vad du gör om du blir sjuk och vad vården gör?",
		"Har du enkla sätt att ta kontakt med vården?",
	}
	var fields []form.Field
	for i, q := range questions {
		id := "f" + string(rune('1'+i))
		fields = append(fields, form.Field{ID: id, Name: "uppföljning[0].sju_frågor." + id, Kind: form.Choice, Label: id[1:] + ". " + q,
			Options: []form.Option{{ID: id + "-ja", Value: "ja", Text: "Ja", On: i == 0}, {ID: id + "-delvis", Value: "delvis", Text: "Delvis"}, {ID: id + "-nej", Value: "nej", Text: "Nej"}}})
	}
	s.Page = form.Page{Who: anna, Part: "uppfoljning", Parts: parts("uppfoljning"), Title: "Sju frågor till Anna",
		Lead: "Läs frågan högt och låt Anna svara med egna ord. Kryssa sedan det som ligger närmast.",
		Blocks: []form.Block{{ID: "b", Legend: "", Fields: fields}, {ID: "m", Legend: "Hur gick det med målen?", Fields: []form.Field{
			{ID: "m1", Name: "m1", Kind: form.Choice, Label: "Gå 20 minuter varje dag, senast 2025-12-01", Options: []form.Option{{ID: "m1a", Value: "uppnått", Text: "Uppnått"}, {ID: "m1b", Value: "delvis", Text: "Delvis"}, {ID: "m1c", Value: "inte", Text: "Inte"}, {ID: "m1d", Value: "ändrat", Text: "Ändrat"}}}}}},
		Agreed: []form.Recalled{{Title: "Viktigt för mig", Lines: []string{"Att kunna gå till affären själv igen."}}, {Title: "Jag gör", Lines: []string{"Jag går en promenad på 10 minuter.", "Jag mäter blodtrycket hemma."}}},
	}
	s.Address = "/uppfoljning/H2-017"
	return s
}

func conflictSample() Versions {
	said := func(words ...string) form.Version {
		var v form.Version
		for i, w := range words {
			v.Words = append(v.Words, form.Word{Text: w, Marked: i%2 == 1})
		}
		return v
	}
	return Versions{Conflict: form.Conflict{Who: anna, Same: 23, SameIn: []string{"Patient", "Diagnoser", "Viktigt för mig"}, Points: []form.Point{
		{ID: "p1", Name: "k1", Legend: "Nästa steg", Mine: said("Första träffen i smärtskolan, ", "2025-09-29 10.00", ", Rehab, plan 2"), File: said("Första träffen i smärtskolan, ", "2025-09-30 13.15", ", Rehab, plan 2"), Chosen: "fil"},
		{ID: "p2", Name: "k2", Legend: "Fast vårdkontakt", Mine: form.Version{None: true}, File: said("Dan Exempel, vårdsamordnare")},
	}}, Address: "/konflikt/H2-017", Rev: "12", Against: "13", MineAt: "14.32", FileAt: "14.29", Copy: ".H2-017.konflikt-2025-09-15-1432"}
}
