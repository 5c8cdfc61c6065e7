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

// weights are a dose in a sentence that speaks of medicines, and none in one
// that speaks of foods; water is one only by its own amount, since tablets are
// taken with it.
var (
	weights = phrases{
		"sv": anyOf(amountSwedish + `(?:[-–]\d+)?[ \x{a0}]?(?:g|gram|ml|milliliter)(?:/\pL+)?`),
		"en": anyOf(amountEnglish + `(?:[-–]\d+)?[ \x{a0}]?(?:g|grams?|ml|millilit(?:re|er)s?)(?:/\pL+)?`),
	}
	medicines = phrases{
		"sv": anyOf(`tar?|\pL*läkemed(?:el|let|len)|\pL*medicin(?:en|er)?|\pL*tablett(?:en|er|erna)?`),
		"en": anyOf(`takes?|medicines?|tablets?`),
	}
	foods = phrases{
		"sv": anyOf(`\pL*socker|salt|protein|\pL*fibrer|grönsaker|frukt|bröd|kött|fisk|nötter|(?:g|gram|ml|milliliter) (?:mat|vatten|vätska|mjölk|juice)`),
		"en": anyOf(`sugar|glucose|salt|protein|fibre|vegetables|fruit|bread|meat|fish|nuts|(?:g|grams?|ml|millilit(?:re|er)s?) of (?:food|water|fluid|milk|juice)`),
	}
)

// alone is that the patient changes a dose alone, and allowed what makes it
// right.
var (
	alone = phrases{
		"sv": anyOf(`(?:(?:inte|aldrig) )?(?:ökar?|sänk(?:a|er)?|höj(?:a|er)?|minskar?) (?:du )?(?:din dos|dosen) (?:\pL+ )?(?:själv|på egen hand)`),
	}
	allowed = phrases{
		"sv": anyOf(`om (?:din )?läkare(?:n)? har sagt (?:det|så)`),
	}
)

func checkDose(r *reading) {
	for _, p := range r.passages {
		if found := dose(r.Lang, p.text); found != "" {
			r.tellOf(p, found)
		}
	}
}

// dose is the first dose that a text gives, or "".
func dose(lang, text string) string {
	if found := doses.find(lang, text); found != "" {
		return found
	}
	for _, s := range sentences(text) {
		if medicines.find(lang, s.text) == "" || foods.find(lang, s.text) != "" {
			continue
		}
		if found := weights.find(lang, s.text); found != "" {
			return found
		}
	}
	return ""
}

// checkOwnDose asks each sentence for itself: leave to change one dose is
// none for another.
func checkOwnDose(r *reading) {
	for _, p := range r.passages {
		if found := ownDose(r.Lang, p.text); found != "" {
			r.tellOf(p, found)
		}
	}
}

// ownDose is the first change of a dose that a text leaves to the patient
// alone, or "".
func ownDose(lang, text string) string {
	for _, s := range sentences(text) {
		if found := alone.asked(lang, s.text); found != "" && allowed.find(lang, s.text) == "" {
			return found
		}
	}
	return ""
}
