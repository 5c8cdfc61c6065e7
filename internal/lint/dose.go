package lint

// Amounts are in digits or in words. «En» tablett is no amount unless it is
// told how often.
const (
	amountSwedish = `(?:\d+(?:[.,]\d+)?|två|tre|fyra|fem|sex|åtta|tio|halva?)`
	amountEnglish = `(?:\d+(?:[.,]\d+)?|two|three|four|five|six|half an?)`
)

// doses are amounts of a medicine. What the patient takes stands in the list
// of medicines and nowhere else.
var doses = phrases{
	"sv": anyOf(amountSwedish + `[ \x{a0}]?(?:mg|milligram|µg|μg|mcg|mikrogram|IE|internationella enheter|enheter insulin)(?:/\pL+)?` +
		`|` + amountSwedish + ` (?:till|eller|-|–) ` + amountSwedish + ` (?:tabletter|kapslar|puffar|droppar|doser|inhalationer)` +
		`|` + amountSwedish + `(?:[-–]\d+)? (?:tablett|tabletter|depottablett\pL*|kapsel|kapslar|puff|puffar|droppe|droppar|doser|suppositori\pL*|inhalation|inhalationer)` +
		`|en (?:tablett|kapsel|puff|droppe|dos) (?:om dagen|per dag|dagligen|varje (?:dag|morgon|kväll)|morgon|kväll|\d+ gånger|två gånger)`),
	"en": anyOf(amountEnglish + `[ \x{a0}]?(?:mg|milligrams?|µg|μg|mcg|micrograms?|IU|units of insulin)(?:/\pL+)?` +
		`|` + amountEnglish + `(?:[-–]\d+)? (?:tablets?|pills?|capsules?|puffs?|drops?|doses|inhalations?)` +
		`|one (?:tablet|pill|capsule|puff|drop|dose) (?:a day|per day|daily|every (?:day|morning|evening)|twice)`),
}

func checkDose(r *reading) { doses.tell(r) }
