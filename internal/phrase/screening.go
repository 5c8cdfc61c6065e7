package phrase

// Screening is the words of the form on which a journal review is filled in
// by hand. Questions and proposals stand in the order of the form.
type Screening struct {
	Kind      string   `yaml:"papper"` // what the paper is called
	Title     string   `yaml:"titel"`
	ForStaff  string   `yaml:"för_personalen"`
	Tick      string   `yaml:"ruta"`
	Person    Words    `yaml:"patienten" keys:"id,namn,personnummer,kön,ålder"`
	Sex       Words    `yaml:"kön" keys:"kvinna,man"`
	Years     string   `yaml:"år" fields:"år"`
	Fact      string   `yaml:"uppgift"`
	Value     string   `yaml:"värde"`
	Selection Words    `yaml:"urval" keys:"kontakter,per_yrkeskategori,per_enhet,olika_läkare"`
	Contacts  string   `yaml:"kontakter" fields:"antal år tröskel"`
	Count     string   `yaml:"antal" fields:"vad antal"`
	Question  string   `yaml:"fråga"`
	Answers   Words    `yaml:"svar" keys:"ja,nej,oklart"`
	Questions Words    `yaml:"frågor" keys:"journalförd_överenskommelse,fast_vårdkontakt,fast_läkarkontakt,återkommande_utan_förbättring,tecken_på_psykisk_ohälsa,beaktat_biologiskt,beaktat_psykologiskt,beaktat_socialt"`
	Fields    Words    `yaml:"fält" keys:"datum,granskare,diagnoser,besvär,konsultation_datum"`
	Step2     string   `yaml:"steg2"`
	Lists     Words    `yaml:"listor" keys:"samordnande_kontakt,exkluderingsorsak,professioner,frågeställningar,åtgärder"`
	Other     string   `yaml:"annat"`
	Blank     string   `yaml:"rader"`
	Linked    Words    `yaml:"samordnande_kontakt" keys:"rehabkoordinator,vårdsamordnare,äldremottagning,SIP"`
	Reasons   []string `yaml:"exkluderingsorsak"`
	Roles     []string `yaml:"professioner"`
	Asked     []string `yaml:"frågeställningar"`
	Actions   []string `yaml:"åtgärder"`
	Page      string   `yaml:"sida" fields:"sida antal"`
}
