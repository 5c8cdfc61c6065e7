package review

import "kontrakt/internal/source"

// sentences are what a clinician reads when a rule of this package is
// broken. They quote keys, dates of the plan, list values and ids, never a
// name, a number, a telephone or free text.
var sentences = source.Sentences{
	"version-ny": {
		Text: "filen är skriven för en nyare version av programmet",
		Hint: "hämta den senaste versionen av programmet och försök igen",
	},
	"filnamn": {
		Text: "filens namn stämmer inte med «id», som är {0}",
		Hint: "döp om filen till {0}.yaml, eller rätta id",
	},
	"id-personnummer": {
		Text: "«id» får inte vara ett personnummer: det blir en del av filernas namn",
		Hint: "välj ett löpnummer, till exempel EX-001",
	},
	"personnummer-form": {
		Text: "«personnummer» är inte skrivet som ett personnummer, samordningsnummer eller reservnummer",
		Hint: "skriv tio eller tolv siffror, till exempel ÅÅÅÅMMDD-NNNN; ett reservnummer har minst en bokstav",
	},
	"personnummer-datum": {
		Text: "«personnummer» börjar med ett datum som inte finns",
		Hint: "jämför år, månad och dag med journalen; i ett samordningsnummer är dagen plus 60",
	},
	"personnummer-kontrollsiffra": {
		Text: "kontrollsiffran i «personnummer» stämmer inte",
		Hint: "jämför med journalen: en siffra är fel, eller två har bytt plats",
	},
	"personnummer-framtid": {
		Text: "«personnummer» börjar med ett datum som kommer efter «{0}»",
		Hint: "jämför årtalet med journalen",
	},
	"icd10": {
		Severity: source.Warning,
		Text:     "raden är ingen kod ur ICD-10-SE, så den jämförs inte med planmallarna",
		Hint:     "skriv koden, till exempel R52.2",
	},
	"exkluderingsorsak": {
		Text: "«exkluderingsorsak» saknas; den behövs när «steg2» är nej",
		Hint: "skriv varför patienten inte går vidare till steg 2",
	},
	"plan-utan-steg2": {
		Severity: source.Warning,
		Text:     "«steg2» är nej, men filen har en plan",
		Hint:     "ändra steg2 till ja om patienten gick vidare",
	},
	"ingen-vidare-åtgärd": {
		Text: "«Ingen vidare åtgärd» står tillsammans med en annan åtgärd",
		Hint: "ta bort raden, eller de andra åtgärderna",
	},
	"giltig-före": {
		Text: "«giltig_till» kommer före planens datum, {0}",
		Hint: "jämför årtalen",
	},
	"diagnos-dubbel": {
		Text: "«{0}» står två gånger under «diagnoser»",
		Hint: "ta bort den ena",
	},
	"datum-före": {
		Text: "«{0}» kommer före planens datum, {1}",
		Hint: "jämför årtalen",
	},
	"datum-efter": {
		Severity: source.Warning,
		Text:     "«{0}» kommer efter att planen har slutat gälla, {1}",
		Hint:     "ändra dagen, eller giltig_till",
	},
	"mål-okänt": {
		Severity: source.Warning,
		Text:     "planen har inget mål med samma text eller mått",
		Hint:     "skriv målet precis som i plan.mål",
	},
	"bokad-utan-datum": {
		Text: "«bokad» är ja, men «när» är inget datum",
		Hint: "skriv när: ÅÅÅÅ-MM-DD HH.MM, eller bokad: nej",
	},
	"egenvård-utan-bedömare": {
		Text: "«bedömd_av» saknas under «egenvård»; utan det skrivs inte att det är egenvård",
		Hint: "skriv vem i vården som har bedömt det, eller ta bort egenvård",
	},
	"egenvård-utan-datum": {
		Severity: source.Warning,
		Text:     "«datum» saknas under «egenvård»",
		Hint:     "skriv vilken dag det bedömdes, ÅÅÅÅ-MM-DD",
	},
	"från-mall": {
		Text: "«{0}» är ingen av planens diagnoser",
		Hint: "lägg till {0} i plan.diagnoser, eller välj en rad ur en mall som står där",
	},
	"från-mall-nära": {
		Text: "«{0}» är ingen av planens diagnoser",
		Hint: "i plan.diagnoser står {1}: skriv likadant på båda ställena",
	},
	"utelämna-mall": {
		Severity: source.Warning,
		Text:     "«{0}» är ingen av planens diagnoser, så raden gör ingen skillnad",
		Hint:     "ta bort raden",
	},
	"utelämna-mall-nära": {
		Severity: source.Warning,
		Text:     "«{0}» är ingen av planens diagnoser, så raden gör ingen skillnad",
		Hint:     "i plan.diagnoser står {1}: skriv likadant på båda ställena",
	},
	"vald-och-utelämnad": {
		Text: "«{0}» står både i «från» och under «utelämna»",
		Hint: "ta bort den ena",
	},
	"logotyp-form": {
		Text: "logotypen {0} är varken PNG eller JPEG",
		Hint: "spara om bilden som PNG och skriv det nya namnet här",
	},
	"logotyp-broken": {
		Text: "logotypen {0} är skadad: bilden går inte att läsa till slutet",
		Hint: "hämta bilden på nytt och lägg den bredvid enhet.yaml, eller ta bort raden",
	},
	"logotyp-size": {
		Text: "logotypen {0} har för många bildpunkter",
		Hint: "spara om bilden mindre; 1200 bildpunkter på bredden räcker",
	},
	"giltig-passerad": {
		Severity: source.Warning,
		Text:     "planen slutade gälla {0}",
		Hint:     "följ upp planen och gör en ny",
	},
}
