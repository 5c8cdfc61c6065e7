package lint

import "kontrakt/internal/source"

// rule is one thing that a colleague looks for: its name, the languages it is
// for, what finds it, and what is said.
type rule struct {
	name string
	in   scope
	find func(*reading)
	says source.Sentence
}

const warning = source.Warning

// rules are all rules, in the order in which they look.
var rules = []rule{
	// what the facts stand on, and for how long
	{"källor-saknas", template, checkNoSources, source.Sentence{Severity: warning, Text: "mallen har inga källor", Hint: "skriv källorna under källor, var och en med id, titel och datum"}},
	{"källor-odaterade", template, checkUndated, source.Sentence{Severity: warning, Text: "datum saknas för {0}", Hint: "skriv källans datum: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD"}},
	{"källor-oanvända", template, checkUnused, source.Sentence{Severity: warning, Text: "ingen uppgift hänvisar till {0}", Hint: "ta bort källan, eller skriv dess id vid det som den stöder"}},
	{"källa-nyckel", template, checkNoKey, source.Sentence{Severity: warning, Text: "raden «{0}» har ingen källa", Hint: "skriv källa: och källans id, eller källa: [saknas]"}},
	{"källa-saknas", template, checkUnsourced, source.Sentence{Severity: warning, Text: "{0} av {1} uppgifter i mallen saknar källa", Hint: "leta upp en källa, eller låt den som granskar ta ställning till dem"}},
	{"giltig-saknas", template, checkNoEnd, source.Sentence{Severity: warning, Text: "mallen har inget slutdatum", Hint: "skriv giltig_till: och ett datum, högst två år bort"}},
	{"giltig-slut", template, checkEnded, source.Sentence{Severity: warning, Text: "mallen slutade gälla {0}", Hint: "gå igenom mallen och flytta fram giltig_till"}},
	{"ogranskad", everywhere, checkUnreviewed, source.Sentence{Severity: warning, Text: "ingen har granskat mallen", Hint: "skriv granskad: {av: namn, roll: yrke, datum: ÅÅÅÅ-MM-DD} när en legitimerad person har gått igenom den"}},
	{"granskad-före", everywhere, checkSignedFirst, source.Sentence{Severity: warning, Text: "mallen granskades {0} men skrevs {1}", Hint: "låt någon granska den på nytt, eller rätta datumet"}},

	// that the patient is safe
	{"varning-saknas", template, checkNoWarnings, source.Sentence{Text: "mallen säger inte när patienten ska söka vård", Hint: "skriv rader under söka_vård"}},
	{"varning-112", template, checkNo112, source.Sentence{Severity: warning, Text: "mallen säger inte när patienten ska ringa 112", Hint: "skriv rader under ring_112, om det finns tecken på fara vid diagnosen"}},
	{"varning-112-bort", template, checkLost112, source.Sentence{Text: "klinikens mall har inte kvar programmets rader under ring_112: {0}", Hint: "ta med raderna med samma id under ring_112"}},
	{"avskräcker", everywhere, checkDiscouraging, source.Sentence{Text: "«{0}» kan få någon att låta bli att söka vård", Hint: "skriv vad patienten ska göra i stället, eller ta bort orden"}},
	{"dos", everywhere, checkDose, source.Sentence{Text: "texten anger en dos, «{0}»", Hint: "hänvisa till läkemedelslistan; doser står bara där"}},
	{"dos-själv", swedish, checkOwnDose, source.Sentence{Text: "«{0}» låter patienten ändra dosen utan läkare", Hint: "skriv i samma mening: om din läkare har sagt det, eller ta bort orden"}},

	// that every language says the same
	{"språk-rad", translation, checkMissingLines, source.Sentence{Text: "raden «{0}» under {1} är inte översatt", Hint: "skriv raden med samma id som i den svenska mallen"}},
	{"språk-fält", translation, checkMissingFields, source.Sentence{Text: "«{1}» på raden «{0}» är inte översatt", Hint: "skriv {1}, som i den svenska mallen"}},
	{"språk-extra", translation, checkExtraFields, source.Sentence{Text: "«{1}» på raden «{0}» finns inte i den svenska mallen", Hint: "ta bort {1}, eller skriv det på svenska också"}},
	{"språk-text", translation, checkMissingProse, source.Sentence{Text: "texten om diagnosen är inte översatt", Hint: "skriv den efter den andra raden med ---"}},
	{"språk-tal", translation, checkNumbers, source.Sentence{Severity: warning, Text: "talen på raden «{0}» är inte samma som på svenska", Hint: "jämför med den svenska raden: {1}"}},

	// that the text can be read
	{"lix-plan", swedish, checkPlanLIX, source.Sentence{Text: "texten har LIX {0}; högst {1} går att läsa för de flesta", Hint: "dela långa meningar och byt långa ord, först i de delar som har högst LIX"}},
	{"lix-del", swedish, checkPartLIX, source.Sentence{Severity: warning, Text: "«{0}» har LIX {1}; högst {2} går att läsa för de flesta", Hint: "dela långa meningar och byt långa ord"}},
	{"lång-mening", everywhere, checkLongSentences, source.Sentence{Severity: warning, Text: "meningen har {0} ord", Hint: "dela den; högst 20 ord i en mening"}},
	{"passiv", swedish, checkPassive, source.Sentence{Severity: warning, Text: "«{0}» säger inte vem som gör det", Hint: "skriv vem: du, vi eller läkaren"}},
	{"man", swedish, checkMan, source.Sentence{Severity: warning, Text: "texten säger «man»", Hint: "skriv du till patienten och vi om vården"}},
	{"förkortning", everywhere, checkAbbreviations, source.Sentence{Severity: warning, Text: "förkortningen «{0}» är inte förklarad", Hint: "skriv ut den, eller förklara den en gång: hjärtkurva (EKG)"}},
	{"tal-utan-enhet", swedish, checkUnits, source.Sentence{Severity: warning, Text: "talet «{0}» har ingen enhet", Hint: "skriv vad som räknas: minuter, gånger, poäng …"}},
	{"svårt-ord", swedish, checkHardWords, source.Sentence{Severity: warning, Text: "«{0}» är ett svårt ord", Hint: "skriv {1}"}},

	// what PEMAT-P asks for that a program can see
	{"pemat-syfte", everywhere, checkPurpose, source.Sentence{Severity: warning, Text: "den första rubriken nämner inte diagnosen", Hint: "skriv till exempel: Om {0}"}},
	{"pemat-handling", template, checkNoAction, source.Sentence{Severity: warning, Text: "mallen säger inte vad patienten kan göra", Hint: "skriv minst en rad under jag_gör"}},
	{"pemat-du", everywhere, checkAddress, source.Sentence{Severity: warning, Text: "raden talar inte till patienten", Hint: "skriv du"}},
	{"pemat-stycke", everywhere, checkParagraphs, source.Sentence{Severity: warning, Text: "stycket har {0} meningar", Hint: "dela det; högst fem meningar i ett stycke"}},
	{"pemat-rubriker", everywhere, checkHeadings, source.Sentence{Severity: warning, Text: "det står {0} ord under rubriken «{1}»", Hint: "sätt en rubrik till; högst 120 ord under en rubrik"}},
	{"pemat-räkna", swedish, checkReckoning, source.Sentence{Severity: warning, Text: "patienten får något att räkna ut, «{0}»", Hint: "låt vården räkna"}},
	{"pemat-dagbok", template, checkNoDiary, source.Sentence{Severity: warning, Text: "inget av måtten går att skriva i dagbok", Hint: "lägg till ett mått som patienten kan följa hemma"}},

	// easy-read
	{"lättläst-rad", easyRead, checkLineLength, source.Sentence{Severity: warning, Text: "raden har {0} tecken", Hint: "skriv kortare, eller bryt raden; högst 55 tecken på en rad"}},
	{"lättläst-tanke", easyRead, checkOneThought, source.Sentence{Severity: warning, Text: "meningen har mer än en tanke, vid «{0}»", Hint: "gör två meningar"}},
	{"lättläst-ord", easyRead, checkLongWords, source.Sentence{Severity: warning, Text: "«{0}» är ett långt ord", Hint: "dela det, byt det eller förklara det"}},
}
