package prose

import (
	"github.com/yuin/goldmark/ast"

	"kontrakt/internal/source"
)

// refused is what Markdown has and a patient's paper has not, by the rule
// that says so.
var refused = map[ast.NodeKind]string{
	ast.KindBlockquote:      "citat",
	ast.KindCodeBlock:       "indrag",
	ast.KindCodeSpan:        "kod",
	ast.KindEmphasis:        "kursiv",
	ast.KindFencedCodeBlock: "kod",
	ast.KindHTMLBlock:       "html",
	ast.KindImage:           "bild",
	ast.KindRawHTML:         "html",
	ast.KindThematicBreak:   "linje",
}

var sentences = source.Sentences{
	"bild":            {Text: "texten har en bild", Hint: "ta bort bilden; pappret visar bara text"},
	"citat":           {Text: "texten har ett citat (>)", Hint: "skriv det som ett vanligt stycke"},
	"fetstil-i-annat": {Text: "fetstil eller kursiv står inne i fetstil eller i en länk", Hint: "skriv **fetstil** för sig, med två asterisker på var sida"},
	"flera-stycken":   {Text: "en punkt i en lista har flera stycken", Hint: "dela den i två punkter"},
	"hakparentes":     {Text: "en hakparentes står ensam", Hint: "skriv källan som [id] på en rad, en länk som [ord](https://…), eller \\[ om tecknet ska synas"},
	"html":            {Text: "texten har HTML", Hint: "skriv vanlig text; fetstil skrivs **så**"},
	"indrag":          {Text: "raden är indragen med fyra blanksteg och blir kod", Hint: "ta bort indraget"},
	"kod":             {Text: "texten är märkt som kod (`)", Hint: "ta bort tecknet `"},
	"kursiv":          {Text: "texten är kursiv", Hint: "skriv **fetstil**, med två asterisker på var sida"},
	"linje":           {Text: "texten har en avskiljande linje", Hint: "ta bort linjen; börja en del med ## och en rubrik"},
	"lista-i-lista":   {Text: "en lista står i en annan lista", Hint: "skriv en lista i en nivå"},
	"länk":            {Text: "länken leder inte till en adress som börjar med https://", Hint: "skriv [ord](https://…)"},
	"länk-i-fetstil":  {Text: "en länk står inne i fetstil eller i en annan länk", Hint: "skriv länken för sig"},
	"länktitel":       {Text: "länken har en titel som inte syns på papper", Hint: "ta bort texten efter adressen"},
	"numrering":       {Text: "den numrerade listan börjar inte på 1", Hint: "börja på 1; är det ett årtal eller en mening, flytta talet från radens början"},
	"okänd-form":      {Text: "texten har en form som pappret inte kan visa", Hint: "använd rubriker (##, ###), stycken, listor, fetstil, länkar och tabeller"},
	"rubrik-hopp":     {Text: "en rubrik med ### står utan en rubrik med ## före", Hint: "börja med ##"},
	"rubriknivå":      {Text: "rubriken har en annan nivå än ## eller ###", Hint: "skriv ## för en del och ### under den"},
	"tabell-i-lista":  {Text: "en tabell står i en lista", Hint: "lägg tabellen efter listan, utan indrag"},
	"tabellrad":       {Text: "tabellraden har fler rutor än tabellens rubrik", Hint: "ge varje ruta en rubrik, eller skriv \\| om tecknet ska synas"},
	"teckenkod":       {Text: "texten har en teckenkod (&…;)", Hint: "skriv tecknet självt"},
	"tom-källa":       {Text: "hakparentesen saknar en källa", Hint: "skriv källans id, eller [källa saknas]"},
	"tom-länk":        {Text: "länken har inga ord", Hint: "skriv [ord](https://…)"},
	"tom-punkt":       {Text: "en punkt i listan är tom", Hint: "skriv något i punkten eller ta bort den"},
	"tom-rubrik":      {Text: "rubriken är tom", Hint: "skriv rubrikens ord efter ##"},
}
