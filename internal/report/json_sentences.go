package report

import "kontrakt/internal/source"

// sentences are what people read of figures that cannot be read, put together
// or held against the report.
var sentences = source.Sentences{
	// the file
	"tom":                {Text: "filen är tom", Hint: "ange en fil som kontrakt rapport --format json har skrivit"},
	"utf-8":              {Text: "filen är inte sparad som UTF-8", Hint: "öppna den i en textredigerare och spara om den som UTF-8"},
	"syntax":             {Text: "filen går inte att läsa som JSON från och med här", Hint: "kontrollera kommatecken, citattecken och parenteser på raden och raden före"},
	"avbruten":           {Text: "filen slutar mitt i", Hint: "hämta eller skriv den på nytt"},
	"typ":                {Text: "värdet av {0} är av fel slag", Hint: "skriv ett tal utan citattecken, en text inom citattecken eller en lista inom […]"},
	"tal":                {Text: "talet går inte att läsa", Hint: "skriv 75 eller 39.6, eller \"<5\", \">70\", \"x\" eller \"..\""},
	"mer":                {Text: "det står mer i filen efter det sista }", Hint: "ta bort det, eller dela filen"},
	"ingen-rapport":      {Text: "filen är ingen rapport från det här programmet: version saknas", Hint: "ange en fil som kontrakt rapport --format json har skrivit"},
	"ingen-rapport-alls": {Text: "filen är ingen rapport från det här programmet", Hint: "ange en fil som kontrakt rapport --format json har skrivit"},
	"nyare":              {Text: "filen har version {0}, men programmet läser högst version {1}", Hint: "använd en nyare version av programmet"},
	"ojämn":              {Text: "tabellen {0} har inte lika många tal i varje rad", Hint: "skriv filen på nytt med kontrakt rapport --format json"},
	"klinik-dubbel":      {Text: "{0} finns också i {1}, så patienterna skulle räknas två gånger", Hint: "ta bort den ena filen"},

	// published figures
	"inga-siffror": {Text: "filen är ingen samling siffror", Hint: "skriv {\"cohort\": {\"patients\": 75}} och så vidare, med samma nycklar som kontrakt rapport --format json"},
	"okänd-nyckel": {Severity: source.Warning, Text: "«{0}» finns inte i rapporten och jämförs inte"},
	"menade":       {Hint: "menade du {0}?"},
	"slag":         {Text: "värdet av {0} är av ett annat slag än i rapporten", Hint: "jämför med kontrakt rapport --format json"},
	"namnlös":      {Text: "en rad i {0} saknar namn", Hint: "skriv name, i excluded reason, i actions action"},
	"inte-räknat":  {Severity: source.Warning, Text: "{0} är publicerat men har inte kunnat räknas"},
	"rad-okänd":    {Severity: source.Warning, Text: "«{0}» i {1} är publicerat men finns inte i granskningarna"},
	"rad-fattas":   {Severity: source.Warning, Text: "«{0}» finns i granskningarna men inte i det som är publicerat i {1}"},
	"skiljer":      {Severity: source.Warning, Text: "{0}: publicerat {1}, räknat {2}"},

	"procent-omöjlig": {Severity: source.Warning, Text: "{0} kan inte komma av {1} personer", Hint: "det går med {2}; skriv hur många uppgiften gäller bredvid"},
	"median-omöjlig":  {Severity: source.Warning, Text: "medianen {0} kan inte komma av {1} hela tal", Hint: "av ett udda antal är medianen ett av talen, av ett jämnt antal helt eller halvt; skriv hur många uppgiften gäller bredvid"},
	"medel-omöjligt":  {Severity: source.Warning, Text: "medelvärdet {0} kan inte komma av {1} hela tal", Hint: "skriv hur många uppgiften gäller bredvid"},
	"kvot":            {Severity: source.Warning, Text: "{0}: publicerat {1}, men {3} delat med {4} är {2}"},
	"avrundade-delar": {Severity: source.Warning, Text: "de avrundade talen blir {0} ihop, inte {1}", Hint: "räkna totaler på antalen, aldrig på avrundade tal"},
	"samma-n":         {Severity: source.Warning, Text: "alla rader har {0} patienter, men «{1}» har bara {2}: det är hela gruppen, inte de som haft kontakt", Hint: "skriv båda: per patient i hela gruppen, och hur många som haft minst en kontakt"},
	"delsumma":        {Severity: source.Warning, Text: "{0}: delarna är {1}, summan {2}"},
	"tröskel-två":     {Severity: source.Warning, Text: "tröskeln sägs på två sätt som inte betyder detsamma: «{0}»", Hint: "30 eller fler är minst 30; fler än 30 är minst 31"},
	"tröskel-minst":   {Severity: source.Warning, Text: "«{0}» betyder minst {1}, men någon har {2}", Hint: "skriv {2} eller fler"},
	"tröskel-annan":   {Severity: source.Warning, Text: "«{0}» betyder minst {1}, men tröskeln är {2}", Hint: "skriv {2} eller fler"},
}
