package phrase

// Contract is the words of the contract, in the order of the paper.
type Contract struct {
	// The top of page 1 and the foot of every page.
	Titles    Words  `yaml:"dokument" keys:"individuell plan,patientkontrakt,dokumenterad överenskommelse"`
	ForYou    string `yaml:"för_dig" fields:"diagnoser"`
	Phone     string `yaml:"telefon" fields:"telefon"`
	Logo      string `yaml:"logotyp" fields:"enhet"`
	Name      string `yaml:"namn"`
	Number    string `yaml:"personnummer"`
	ID        string `yaml:"plan_id"`
	Made      string `yaml:"gjord"`
	ValidTo   string `yaml:"gäller_till"`
	Edition   string `yaml:"utgåva" fields:"dokument utgåva"`
	FootValid string `yaml:"fot_gäller_till" fields:"datum"`
	Page      string `yaml:"sida" fields:"sida antal"`

	// Rows: whom, where, when.
	With      string `yaml:"med" fields:"vem"`
	Place     string `yaml:"plats" fields:"plats"`
	NoTime    string `yaml:"ingen_tid"`
	Booked    Words  `yaml:"bokad" keys:"ja,nej,oklart"`
	InCharge  string `yaml:"ansvarig" fields:"vem"`
	PatientAs string `yaml:"patienten"` // the word that reviews use for the patient among those who took part
	You       string `yaml:"du"`        // what is written in its place, to the patient

	// What we do, and the goals.
	PatientDoes string `yaml:"jag_gör"`
	UnitDoes    string `yaml:"vården_gör"`
	Confidence  string `yaml:"så_säker" fields:"tal"`
	SelfCare    string `yaml:"egenvård" fields:"vem datum"`
	SelfCareBy  string `yaml:"egenvård_utan_datum" fields:"vem"`
	Target      string `yaml:"mål_för_mått" fields:"mått mål"`
	By          string `yaml:"senast" fields:"datum"`
	Importance  string `yaml:"så_viktigt" fields:"tal"`

	// Contacts in care.
	Status       Words  `yaml:"remiss" keys:"planerad,skickad,mottagen,avslutad"`
	Doctor       string `yaml:"fast_läkarkontakt"`
	Contact      string `yaml:"fast_vårdkontakt"`
	NoneNeeded   string `yaml:"ingen_fast_vårdkontakt"`
	Interpreter  string `yaml:"tolk"`
	Call         string `yaml:"ring_oss" fields:"telefon"`
	Hours        string `yaml:"öppet" fields:"tider"`
	OutOfHours   string `yaml:"när_stängt" fields:"vad"`
	Book         string `yaml:"boka" fields:"adress"`
	Address      string `yaml:"adress" fields:"adress"`
	QR           string `yaml:"qr" fields:"adress"`
	Organisation string `yaml:"patientorganisation" fields:"namn"`
	About        string `yaml:"om_diagnos" fields:"diagnos"`

	// When to seek care: each zone has a line to fall back on, since the
	// three always stand there.
	Zones Zones `yaml:"söka_vård"`

	// What is measured, other plans.
	OwnTarget string `yaml:"eget_mål" fields:"mål"`
	Diary     string `yaml:"dagbok"`
	NoOther   string `yaml:"inga_andra_planer"`

	// Follow-up and walk-through.
	FollowUp    string `yaml:"uppföljning" fields:"datum"`
	How         string `yaml:"hur" fields:"hur"`
	Bring       string `yaml:"ta_med"`
	Walkthrough string `yaml:"genomgång" fields:"datum"`
	TookPart    string `yaml:"deltog" fields:"namn"`
	MadePlan    string `yaml:"gjorde_planen" fields:"namn"`
	Consent     Words  `yaml:"samtycke" keys:"ja,nej,oklart"`
	SignDate    string `yaml:"namn_och_datum" fields:"namn"`
	SignCare    string `yaml:"vården"`
	Sign        string `yaml:"underskrift"` // what the lines to sign are, for those who listen

	// What the paper is.
	Paper   string `yaml:"om_pappret"`
	Draft   string `yaml:"utkast" fields:"diagnoser"`
	Carried string `yaml:"bilaga"` // what the plan that travels in the file is, for those who look among its attachments
}

// Zones is when to seek care, the least urgent first.
type Zones struct {
	ContactUs Zone `yaml:"kontakta"`
	SameDay   Zone `yaml:"idag"`
	Call112   Zone `yaml:"ring_112"`
}

// Zone is one degree of urgency.
type Zone struct {
	Label    string `yaml:"rubrik"`
	Under    string `yaml:"under" optional:"yes"` // a line below the telephone
	Fallback string `yaml:"annars"`               // what is said when the plan has no line of its own
}
