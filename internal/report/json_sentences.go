package report

import "kontrakt/internal/source"

// sentences are what people read of figures that cannot be read, put together
// or held against the report.
var sentences = source.Sentences{
	// the file
	"tom":           {Text: "filen är tom", Hint: "ange en fil som kontrakt rapport --format json har skrivit"},
	"utf-8":         {Text: "filen är inte sparad som UTF-8", Hint: "öppna den i en textredigerare och spara om den som UTF-8"},
	"syntax":        {Text: "filen går inte att läsa som JSON från och med här", Hint: "kontrollera kommatecken, citattecken och parenteser på raden och raden före"},
	"avbruten":      {Text: "filen slutar mitt i", Hint: "hämta eller skriv den på nytt"},
	"typ":           {Text: "värdet av {0} är av fel slag", Hint: "skriv ett tal utan citattecken, en text inom citattecken eller en lista inom […]"},
	"tal":           {Text: "talet går inte att läsa", Hint: "skriv 75 eller 39.6, eller \"<5\", \">70\", \"x\" eller \"..\""},
	"mer":           {Text: "det står mer i filen efter det sista }", Hint: "ta bort det, eller dela filen"},
	"ingen-rapport": {Text: "filen är ingen rapport från det här programmet: version saknas", Hint: "ange en fil som kontrakt rapport --format json har skrivit"},
	"nyare":         {Text: "filen har version {0}, men programmet läser högst version {1}", Hint: "använd en nyare version av programmet"},
	"ojämn":         {Text: "tabellen {0} har inte lika många tal i varje rad", Hint: "skriv filen på nytt med kontrakt rapport --format json"},
}
