package plan

import "kontrakt/internal/source"

// sentences are what this package says of a template.
var sentences = source.Sentences{
	"dubbel-källa":     {Text: "källan «{0}» står två gånger", Hint: "ge varje källa ett eget id"},
	"dubbel-rad":       {Text: "rad-id «{0}» står två gånger i mallen", Hint: "ge varje rad ett eget id, också i olika listor"},
	"dubbelt-mått":     {Text: "måttet «{0}» står två gånger i mallen", Hint: "behåll en rad för måttet"},
	"egen-mall":        {Text: "mallen «{0}» pekar på sig själv", Hint: "skriv den andra diagnosens mall i med"},
	"föräldralös":      {Text: "översättningen har ingen mall att höra till", Hint: "lägg mallen {0}.md i samma mapp"},
	"giltig-före":      {Text: "giltig_till är före skriven", Hint: "rätta det ena datumet"},
	"krock-annan-mall": {Text: "raden «{0}» hör till en annan mall", Hint: "en krock nämner rader i sin egen mall: {1}/…"},
	"krock-med":        {Text: "krocken «{0}» ska ha antingen med eller icd10", Hint: "skriv med: och en mall, eller icd10: och början på en eller flera koder"},
	"krock-rad":        {Text: "raden «{0}» finns inte bland det som kan väljas i mallen", Hint: "skriv mallens id, ett snedstreck och radens id"},
	"källa-datum":      {Text: "källans datum går inte att läsa", Hint: "skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, eller lämna tomt"},
	"källa-namn":       {Text: "«saknas» kan inte vara en källas id", Hint: "ordet betyder att ingen källa finns; välj ett annat id"},
	"mall-id":          {Text: "id är inte samma som filens namn", Hint: "skriv id: {0}, eller byt namn på filen"},
	"mall-saknas":      {Severity: source.Warning, Text: "mallen «{0}» finns inte", Hint: "raden gäller först när den mallen finns"},
	"mall-språk":       {Text: "språk är inte samma som i filens namn", Hint: "skriv språk: {0}, eller byt namn på filen"},
	"menade":           {Hint: "menade du {0}?"},
	"okänd-källa":      {Text: "källan «{0}» finns inte bland källor", Hint: "lägg till den, eller skriv saknas"},
	"okänd-mall":       {Text: "mallen «{0}» finns inte"},
	"okänt-mått":       {Text: "måttet «{0}» finns inte i measures.yaml", Hint: "lägg till måttet där"},
	"oläslig":          {Text: "filen går inte att läsa", Hint: "kontrollera att du får läsa filen"},
	"prosa-rubrik":     {Text: "texten börjar inte med en rubrik", Hint: "börja med ## och en rubrik, till exempel ## Om högt blodtryck"},
	"rimligt":          {Text: "rimligt ska vara ett minsta och ett största tal", Hint: "skriv till exempel [60, 260]"},
	"översättning-rad": {Text: "raden «{0}» finns inte i {1} i den svenska mallen", Hint: "raderna har samma id i alla språk"},
}
