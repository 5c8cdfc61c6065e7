package cohort

import "kontrakt/internal/source"

// sentences are what people read when a spreadsheet cannot be used as it is.
// They quote headings and ids, never a number or what stands in a cell.
var sentences = source.Sentences{
	// the file
	"tom":       {Text: "filen är tom", Hint: "exportera den igen"},
	"xls":       {Text: "filen är en äldre Excelfil (.xls) eller skyddad med lösenord, vad den än heter", Hint: "öppna den i Excel och välj Spara som, Excel-arbetsbok (.xlsx), utan lösenord"},
	"html":      {Text: "filen är en webbsida (HTML eller XML), vad den än heter", Hint: "öppna den i Excel och välj Spara som, Excel-arbetsbok (.xlsx)"},
	"pdf":       {Text: "filen är en PDF", Hint: "exportera som csv eller xlsx"},
	"binär":     {Text: "filen är varken csv eller xlsx", Hint: "exportera som csv eller xlsx"},
	"annan-zip": {Text: "filen är ingen Excel-arbetsbok (.xlsx)", Hint: "öppna den i Excel eller LibreOffice och välj Spara som, Excel-arbetsbok (.xlsx)"},
	"skadad":    {Text: "arbetsboken är skadad eller avbruten", Hint: "exportera den igen"},
	"bomb":      {Text: "arbetsboken packas upp till mer än vad en arbetsbok rimligen är", Hint: "spara om den i Excel, eller exportera som csv"},
	"lång-rad":  {Text: "raden är längre än en miljon tecken", Hint: "kontrollera att filen är csv"},
	"citat":     {Text: "ett citattecken som börjar här stängs inte, eller följs av mer text", Hint: "ett citattecken inne i en text skrivs två gånger: \"\""},

	// the columns
	"kolumn-saknas":   {Text: "kolumnen {0} saknas; rubrikerna som finns: {1}", Hint: "lägg till kolumnen i exporten, eller döp om rubriken till {0}"},
	"kolumn-önskas":   {Severity: source.Warning, Text: "kolumnen {0} saknas, så kontakterna räknas inte per {0}", Hint: "rubrikerna som finns: {1}"},
	"kolumn-okänd":    {Text: "kolumnen «{0}» finns inte i arket", Hint: "menade du {1}?"},
	"kolumn-oanvänd":  {Severity: source.Warning, Text: "kolumnen «{0}» läses inte"},
	"kolumn-två":      {Text: "kolumnen {0} finns två gånger", Hint: "ta bort den ena"},
	"inga-kontakter":  {Text: "ingen rad är en kontakt under år {0}", Hint: "kontrollera --ar och raderna som utelämnades"},
	"sammanslagna":    {Text: "cellerna {0} är sammanslagna, så bara en av raderna har texten", Hint: "dela cellerna och fyll i varje rad"},
	"id":              {Text: "id får bara ha bokstäverna A–Z, siffror och bindestreck, högst 63 tecken, och inte vara ett namn som Windows har tagit (CON, NUL …)", Hint: "ändra id i exporten; det blir filens namn"},
	"nummer-oläsligt": {Severity: source.Warning, Text: "personnumret för {0} går inte att läsa och tas inte med", Hint: "jämför med journalen"},
	"samma-id":        {Text: "{0} har ett annat personnummer här än på tidigare rader (patienten börjar på rad {1})", Hint: "ge patienterna varsitt id, eller rätta numret"},
	"samma-nummer":    {Severity: source.Warning, Text: "{0} har samma personnummer som {1}, så kontakterna delas på två", Hint: "använd ett id för varje patient"},
	"annan-patient":   {Text: "granskningen {0} hör till ett annat personnummer", Hint: "använd en annan mapp, eller ett annat id"},
	"känd-som":        {Severity: source.Warning, Text: "{0} har samma personnummer som granskningen {1}", Hint: "ta bort den ena granskningen"},

	// the review sheet
	"rad-utan-id": {Text: "raden saknar patient_id", Hint: "skriv id, eller töm raden"},
	"okänd":       {Text: "det finns ingen granskning för {0}", Hint: "{1}"},
	"okänd-id":    {Text: "patient_id är inget id", Hint: "ett id är bokstäver, siffror och bindestreck, aldrig ett personnummer"},
	"två-rader":   {Text: "{0} står också på rad {1}", Hint: "behåll den ena raden"},
	"svar":        {Text: "{0} ska vara {1}", Hint: "lämna cellen tom om det inte är känt"},
	"datum":       {Text: "{0} är inget datum", Hint: "skriv ÅÅÅÅ-MM-DD, till exempel 2025-03-12"},
	"finns-redan": {Text: "{0} har redan ett annat innehåll i granskningen {1}", Hint: "töm cellen, eller kör med --ersatt för att ersätta det som står där"},
	"formel-fel":  {Text: "{0} är ett fel från kalkylbladet", Hint: "rätta formeln, eller skriv värdet"},
	"för-mycket":  {Text: "raden har fler celler än rubriken", Hint: "sätt texter med skiljetecken inom citattecken"},
	"avbruten":    {Text: "raden är avbruten", Hint: "fyll i raden, eller ta bort den"},
}
