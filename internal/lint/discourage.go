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
		`(?:akuten|akutmottagningen|112|1177) [^.!?]*inte för dig`,
		`inte för dig [^.!?]*(?:akuten|akutmottagningen|112|1177)`,
		`(?:färre|mindre antal) (?:besök|kontakter|samtal|läkarbesök|vårdbesök)`,
	}, "|")),
	"en": anyOf(`unnecessar(?:y|ily)|needlessly|(?:do not|don't|never|avoid) (?:call|calling|contact|contacting|seek|seeking)` +
		`|burden(?:ing)?|wast(?:e|ing) (?:our |the )?time|fewer (?:visits|contacts|appointments)`),
}

// waiting is to put off getting in touch, or to be told not to.
var waiting = phrases{
	"sv": anyOf(`(?:(?:inte|aldrig) )?väntar?,? [^.!?]*(?:innan|tills|med att) (?:du )?(?:ringer|ringa|hör av dig|höra av dig|söker|söka|kontaktar|kontakta)`),
	"en": anyOf(`(?:(?:do not|don't|never|not) )?wait,? [^.!?]*(?:before|until) (?:you )?(?:call|calling|contact|contacting|get in touch|getting in touch|seek|seeking)`),
}

func checkDiscouraging(r *reading) {
	discouraging.tell(r)
	waiting.tellAsked(r)
}
