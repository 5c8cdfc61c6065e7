package source

import "strings"

// sentences are all that this package can say. In those of values {0} is
// the key and {1} what it stands in; the further arguments are the rule's
// own. In those of characters {0} is the key with a colon, or nothing, {1}
// tecknet or tecknen, and {2} their numbers.
var sentences = Sentences{
	// bytes
	"size":    {Text: "filen är större än 1 MiB och läses inte", Hint: "kontrollera att det är rätt fil"},
	"utf-16":  {Text: "filen är sparad som UTF-16", Hint: "spara om den som UTF-8"},
	"utf-8":   {Text: "filen är inte sparad som UTF-8", Hint: "öppna den i en textredigerare och spara om den som UTF-8"},
	"control": {Text: "{0}här står styrtecken som inte syns: {2}", Hint: "ta bort {1}; sådant följer ofta med när man klistrar in text"},
	"bidi":    {Text: "{0}här står tecken som inte syns men vänder textens riktning: {2}", Hint: "ta bort {1}"},
	"around":  {Text: "{0}{1} {2} ritar en ring eller ruta runt en bokstav och kan inte skrivas ut rätt", Hint: "ta bort {1}"},
	"damaged": {Text: "{0}här står {2} i stället för ett tecken som har gått förlorat", Hint: "skriv tecknet på nytt"},
	"font":    {Text: "{0}{1} {2} finns inte i typsnitten och kan inte skrivas ut", Hint: "byt {1} mot något annat"},
	"script":  {Text: "{0}{1} {2} finns inte i typsnitten och kan inte skrivas ut", Hint: "skriv namnet med latinska bokstäver, som i passet"},
	"front":   {Text: "filen börjar inte med fakta mellan två rader med ---", Hint: "skriv --- på första raden och på raden efter den sista nyckeln"},

	// syntax
	"empty":       {Text: "filen är tom"},
	"root":        {Text: "filen ska bestå av nycklar med var sitt värde", Hint: "skriv nyckel: värde, en på varje rad"},
	"syntax":      {Text: "filen går inte att läsa från och med här", Hint: "kontrollera indrag, kolon och citattecken på raden och raden före"},
	"tab":         {Text: "här står en tabb i indraget", Hint: "dra in med mellanslag"},
	"nbsp":        {Text: "här står ett hårt mellanslag i indraget", Hint: "byt det mot ett vanligt mellanslag; det följer ofta med när man klistrar in text"},
	"quote-open":  {Text: "här börjar ett citattecken som aldrig stängs", Hint: "sätt ett likadant citattecken där texten slutar"},
	"after-quote": {Text: "det står mer text efter citattecknet", Hint: "sätt hela texten inom citattecken; ett ' inne i en text inom '…' skrivs ''"},
	"escape":      {Text: "ett omvänt snedstreck går inte att tyda här", Hint: "skriv \\\\ för ett omvänt snedstreck, eller sätt texten inom '…'"},
	"start":       {Text: "en text får inte börja med det här tecknet", Hint: "sätt texten inom citattecken"},
	"directive":   {Text: "en rad som börjar med % används inte här", Hint: "ta bort raden, eller sätt texten inom citattecken"},
	"dash":        {Text: "ett streck som börjar en lista ska stå först på raden", Hint: "flytta strecket till raden under, eller sätt texten inom citattecken"},
	"colon":       {Text: "ett kolon med mellanslag efter delar texten", Hint: "sätt texten inom citattecken"},
	"colon-space": {Text: "det saknas ett mellanslag efter kolonet"},
	"no-colon":    {Text: "raden saknar kolon efter nyckeln", Hint: "skriv nyckel: värde, eller dra in raden om den hör till texten ovanför"},
	"bracket":     {Text: "listan som börjar här med [ stängs inte", Hint: "sätt ] där listan slutar och komma mellan delarna"},
	"brace":       {Text: "gruppen som börjar här med { stängs inte", Hint: "sätt } där gruppen slutar och komma mellan delarna"},
	"flow":        {Text: "här saknas ett kommatecken mellan två delar, eller citattecken runt en text", Hint: "skriv {nyckel: värde, nyckel: värde}, eller en nyckel på varje rad"},
	"indent":      {Text: "raden är inte indragen lika långt som raderna den hör ihop med", Hint: "ge nycklar som hör ihop samma indrag, med mellanslag"},
	"depth":       {Text: "filen har för många nivåer"},
	"document":    {Text: "här börjar ett dokument till i samma fil", Hint: "ta bort raden med --- eller dela filen"},
	"anchor":      {Text: "ett värde får inte börja med & och ett namn", Hint: "sätt texten inom citattecken, eller skriv värdet på varje ställe"},
	"alias":       {Text: "ett värde får inte börja med * och ett namn", Hint: "sätt texten inom citattecken, eller skriv värdet på varje ställe"},
	"tag":         {Text: "ett värde får inte börja med !", Hint: "sätt texten inom citattecken"},
	"merge":       {Text: "nyckeln << används inte här", Hint: "skriv nycklarna på varje ställe"},

	// keys and kinds
	"unknown":            {Text: "{2} finns inte här", Hint: "{3}"},
	"comma":              {Text: "ett kommatecken delade texten; sätt den inom citattecken"},
	"duplicate":          {Text: "{0} står två gånger", Hint: "behåll den ena"},
	"key-kind":           {Text: "en nyckel ska vara ett ord, inte en lista eller grupp", Hint: "sätt texten inom citattecken om den börjar med [ eller {"},
	"want-text-not-list": {Text: "{0} ska vara ett enda värde, inte en lista", Hint: "sätt texten inom citattecken om den börjar med [ eller -"},
	"want-text-not-keys": {Text: "{0} ska vara ett enda värde, inte en grupp av nycklar", Hint: "sätt texten inom citattecken om den innehåller ett kolon eller börjar med {"},
	"want-list":          {Text: "{0} ska vara en lista", Hint: "skriv varje del på en egen rad efter ett streck, eller inom […]"},
	"dash-space":         {Text: "det saknas ett mellanslag efter strecket"},
	"want-keys":          {Text: "{0} ska vara en grupp av nycklar", Hint: "skriv nyckel: värde, en på varje rad med indrag"},
	"empty-row":          {Text: "{0} är tom", Hint: "skriv något eller ta bort raden"},
	"comment":            {Severity: Warning, Text: "{0}: allt efter # hoppas över", Hint: "sätt hela texten inom citattecken, eller flytta kommentaren till en egen rad"},

	// values
	"date":        {Text: "{0} ska vara ett datum, skrivet ÅÅÅÅ-MM-DD", Hint: "till exempel 2025-09-05"},
	"date-exists": {Text: "{0}: datumet finns inte i kalendern"},
	"clock":       {Text: "{0}: klockslaget ska skrivas TT.MM efter datumet", Hint: "till exempel 2025-09-05 09.30"},
	"whole":       {Text: "{0} ska vara ett heltal", Hint: "skriv bara siffror"},
	"oneof":       {Text: "{0} ska vara {2}", Hint: "{3}"},
	"required":    {Text: "{0} saknas{1}"},
	"kontrakt":    {Text: "{0} saknas{1}; utan det kan inget kontrakt skrivas"},
	"zero":        {Text: "{0} kan inte vara 0"},
	"scale":       {Text: "{0} ska vara ett heltal från 0 till 10"},
	"https":       {Text: "{0} ska vara en webbadress som börjar med https://"},
	"uri":         {Text: "{0} ska vara en adress, till exempel http://loinc.org"},
	"id":          {Text: "{0} får bara ha bokstäverna a–z, siffror och bindestreck, och högst 63 tecken", Hint: "börja med en bokstav eller siffra, till exempel EX-001"},
	"device":      {Text: "{0} är ett namn som Windows har tagit för egen del", Hint: "lägg till en siffra eller bokstav"},
	"ref":         {Text: "{0} ska vara mallens id, ett snedstreck och radens id", Hint: "till exempel langvarig-smarta/rorelse"},
	"lang":        {Text: "{0} ska vara en språkkod", Hint: "till exempel sv, en eller sv-lattlast"},
	"icd10":       {Text: "{0} ska vara en kod ur ICD-10-SE", Hint: "till exempel R52.2"},
	"file":        {Text: "{0} ska vara namnet på en fil i samma mapp", Hint: "skriv namnet utan mapp, till exempel logo.png"},
	"semver":      {Text: "{0} ska vara tre tal med punkt mellan", Hint: "till exempel 1.0.0"},
	"min":         {Text: "{0} får vara lägst {2}"},
	"max":         {Text: "{0} får vara högst {2}"},
	"min-text":    {Text: "{0} ska ha minst {2} tecken"},
	"max-text":    {Text: "{0} får ha högst {2} tecken"},
	"min-list":    {Text: "{0} ska ha minst {2} rader"},
	"max-list":    {Text: "{0} får ha högst {2} rader"},
	"len-list":    {Text: "{0} ska ha {2} rader"},
	"unique":      {Text: "{0} har samma värde två gånger"},
	"alone":       {Text: "{0} saknas{1}; skriv {0} eller {2}"},
	"with":        {Text: "{0} saknas{1}; {2} står utan {0}"},
	"rule":        {Text: "{0} har ett värde som inte går att använda"},
}

// label is how a message names a path: its last key.
func label(path string) string {
	if i := strings.LastIndex(path, "["); i >= 0 && strings.HasSuffix(path, "]") {
		return "en rad under " + label(path[:i])
	}
	name := path[strings.LastIndex(path, ".")+1:]
	switch {
	case name == "":
		return "filen"
	case !isKey(name): // may be someone's words
		return "värdet"
	}
	return "«" + name + "»"
}

// within is where a path's last key stands, with a space before it; empty
// for the file itself.
func within(path string) string {
	i := strings.LastIndex(path, ".")
	if i < 0 {
		return ""
	}
	above := label(path[:i])
	if strings.HasPrefix(above, "«") {
		return " under " + above
	}
	return " i " + above
}

// listed is a closed list in words: "a, b eller c".
func listed(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " eller " + words[last]
}

// meant is the question whether the nearest known word was meant; empty
// where none is near.
func meant(word string, known []string) string {
	if near := Nearest(word, known); near != "" {
		return "menade du " + near + "?"
	}
	return ""
}

// places are the homes of a key in words.
func places(paths []string) string {
	words := make([]string, len(paths))
	for i, p := range paths {
		words[i] = "under " + p
		if p == "" {
			words[i] = "längst ut till vänster, utan indrag"
		}
	}
	return listed(words)
}
