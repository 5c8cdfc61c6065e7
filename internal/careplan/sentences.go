package careplan

import (
	"kontrakt/internal/plan"
	"kontrakt/internal/source"
)

// elsewhere is the rule that is broken by a från that names a line of
// another list, by that list.
var elsewhere = map[string]string{
	plan.PatientDoes: "fel-lista",
	plan.UnitDoes:    "fel-lista",
	plan.Contacts:    "fel-lista",
	plan.Referrals:   "fel-lista",
	plan.Targets:     "fel-lista-mått",
	plan.ContactUs:   "fel-lista-varning",
	plan.SameDay:     "fel-lista-varning",
	plan.Call112:     "fel-lista-varning",
	plan.NotWhen:     "fel-lista-personal",
	plan.Conflicts:   "fel-lista-personal",
}

// sentences are what this package says of a review and its templates.
var sentences = source.Sentences{
	"fel-lista":             {Text: "raden «{0}» hör hemma i {2}, inte i {1}", Hint: "flytta den till {2}"},
	"fel-lista-mått":        {Text: "«{0}» är ett mått, inte en rad i {1}", Hint: "skriv det som mått i mål eller egenmätning"},
	"fel-lista-personal":    {Text: "raden «{0}» är skriven för personalen och kan inte väljas", Hint: "ta bort från, eller välj en annan rad"},
	"fel-lista-varning":     {Text: "raden «{0}» hör till söka_vård och kommer alltid med", Hint: "ta bort raden här"},
	"inte-när":              {Text: "mallen {0} passar inte ihop med {1}: {2}", Hint: "använd den ena mallen, eller skriv i plan: val: {{3}: behåll}"},
	"krock":                 {Text: "mallen {0} krockar med {1}: {2}", Hint: "väg samman och skriv i plan: val: {{3}: behåll}"},
	"krock-rad":             {Text: "mallen {0} krockar med {1}: {2}", Hint: "ta bort raden och skriv i plan: utelämna: [{4}], eller behåll den med val: {{3}: behåll}"},
	"lika-rader":            {Severity: source.Warning, Text: "raderna «{0}» och «{1}» börjar med samma mening, så på papperet står det två gånger", Hint: "ta bort den ena, eller skriv en egen text på den andra"},
	"mall-passerad":         {Severity: source.Warning, Text: "mallen {0} gällde till {1}", Hint: "läs igenom texten innan du lämnar ut planen"},
	"menade":                {Hint: "menade du {0}?"},
	"närstående-i-text":     {Severity: source.Warning, Text: "en närståendes namn eller telefon står i texten och skrivs ut, fast patienten har skyddade uppgifter", Hint: "skriv relationen i stället, till exempel make"},
	"okänd-mall":            {Text: "mallen{0} finns inte", Hint: "kontrakt mallar visar alla mallar"},
	"okänd-rad":             {Text: "raden «{0}» finns inte i mallen {1}", Hint: "kontrakt mallar {1} visar mallens rader"},
	"okänt-mått":            {Text: "måttet{0} finns inte", Hint: "måtten står i measures.yaml bland mallarna"},
	"två-hur-ofta":          {Text: "mallarna {0} och {1} säger olika om hur ofta måttet {2} mäts: «{3}» och «{4}»", Hint: "skriv hur_ofta på raden, så som ni har kommit överens"},
	"två-målvärden":         {Text: "mallarna {0} och {1} ger måttet {2} olika målvärden: «{3}» och «{4}»", Hint: "skriv ett målvärde i mål, eller skriv i plan: val: {{2}: {0}} eller val: {{2}: {1}}"},
	"utelämna-krock":        {Text: "«{0}» är ingen rad som kan utelämnas", Hint: "skriv i plan: val: {{1}: behåll}"},
	"utelämna-vald":         {Text: "raden «{0}» är samma rad som {1}, som är vald", Hint: "ta bort den ena"},
	"utelämna-varning":      {Text: "raden «{0}» säger när patienten ska söka vård och kan inte utelämnas", Hint: "ta bort den ur utelämna"},
	"val-svar":              {Severity: source.Warning, Text: "val «{0}» avgör ingenting så", Hint: "skriv {0}: {1}"},
	"val-utan-krock":        {Severity: source.Warning, Text: "val{0} avgör ingenting: det finns ingen sådan krock i planen", Hint: "ta bort raden"},
	"översättning-saknas":   {Severity: source.Warning, Text: "planen skrivs på svenska: mallen {0} finns inte på det önskade språket", Hint: "ge patienten planen på svenska, eller översätt mallen"},
	"översättningar-saknas": {Severity: source.Warning, Text: "planen skrivs på svenska: mallarna {0} finns inte på det önskade språket", Hint: "ge patienten planen på svenska, eller översätt mallarna"},
}
