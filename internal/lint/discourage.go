package lint

import "strings"

// discouraging are words that may keep someone from seeking care, or promise
// fewer contacts.
var discouraging = phrases{
	"sv": anyOf(strings.Join([]string{
		`i onödan`,
		`onödig\pL* (?:besök|kontakt|samtal|vård|resor)\pL*`,
		`(?:sök|ring|kontakta|besök) (?:inte|aldrig)`,
		`hör (?:inte|aldrig) av dig`,
		`(?:inte|aldrig|slippa|slipper du|slipper|sluta|låta? bli att|undvika? att|avstår? från att) (?:söka|ringa|kontakta|besöka|höra av)`,
		`undvika? (?:akuten|akutmottagningen|sjukhus|vården|besök)\pL*`,
		`(?:belasta|besvära|stör)\pL* (?:inte )?(?:vården|sjukvården|akuten|oss|läkaren|vårdcentralen)`,
		`slösa\pL*`,
		`tar? upp (?:vår )?tid`,
		`(?:färre|mindre antal) (?:besök|kontakter|samtal|läkarbesök|vårdbesök)`,
	}, "|")),
	"en": anyOf(`unnecessar(?:y|ily)|needlessly|(?:do not|don't|never|avoid) (?:call|calling|contact|contacting|seek|seeking)` +
		`|burden(?:ing)?|wast(?:e|ing) (?:our |the )?time|fewer (?:visits|contacts|appointments)`),
}

func checkDiscouraging(r *reading) { discouraging.tell(r) }
