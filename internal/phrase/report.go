package phrase

// Report is the words of the project report, in the order of the report.
type Report struct {
	Kind      string `yaml:"papper"` // what the paper is called
	From      string `yaml:"från" fields:"klinik"`
	FromMany  string `yaml:"från_flera" fields:"kliniker"`
	Period    string `yaml:"period" fields:"tröskel år"`
	Made      string `yaml:"sammanställd" fields:"datum"`
	MadeOf    string `yaml:"sammanställd_ur" fields:"datum år"`
	Internal  string `yaml:"intern"`
	Public    string `yaml:"publik" fields:"antal"`
	Page      string `yaml:"sida" fields:"sida antal"`
	Figure    string `yaml:"figur" fields:"nummer text"`
	Continued string `yaml:"fortsättning" fields:"nummer"`
	Patient   string `yaml:"en_patient"` // "1 patient"
	Patients  string `yaml:"patienter" fields:"antal"`
	Rest      string `yaml:"övriga" fields:"antal"`
	Missing   string `yaml:"saknas" fields:"n antal alla"`
	N         string `yaml:"n" fields:"antal"`
	About     string `yaml:"ungefär" fields:"antal"` // a number that is estimated
	Years     string `yaml:"olika_år"`               // in the place of the year, where clinics have counted different ones

	Plain     string         `yaml:"bara_planer"` // that there is no cohort, and what is therefore left out
	Contracts string         `yaml:"ur_kontrakt"` // that the figures come from contracts, and what is therefore left out
	Guard     ReportGuard    `yaml:"skydd"`
	Key       ReportKey      `yaml:"nyckeltal"`
	Checks    ReportChecks   `yaml:"kontroller"`
	Flow      ReportFlow     `yaml:"flöde"`
	Heads     Words          `yaml:"kolumner" keys:"yrkeskategori,enhet,kontakter,andel,minst_en,patienter,per_patient,uppgift,ja,nej,oklart,saknas,ja_steg2,ålder,alla,skäl,åtgärd,åtgärder,steg,före,vidare,inte_vidare,andel_vidare,diagnos,antal,del,fråga,tillfälle,delvis,planer,n,grupp,period,medel,median,spann,mål,remisser,läge"`
	AllOf     string         `yaml:"alla_av" fields:"antal"`
	ShareOf   string         `yaml:"andel_av" fields:"antal"`
	Contacts  ReportContacts `yaml:"kontakter"`
	Journal   ReportJournal  `yaml:"journalen"`
	Ages      ReportAges     `yaml:"åldrar"`
	Bands     ReportBands    `yaml:"antal_kontakter"`
	Reasons   ReportReasons  `yaml:"skäl"`
	Actions   ReportActions  `yaml:"åtgärder"`
	Plans     ReportPlans    `yaml:"planer"`
	Seven     ReportSeven    `yaml:"sju_frågor"`
	Goals     ReportGoals    `yaml:"mål"`
	Before    ReportBefore   `yaml:"före_och_efter"`
	Alt       ReportAlt      `yaml:"bild"`
	NotIn     string         `yaml:"utelämnat" fields:"vad antal"`
	Sheets    Words          `yaml:"tabeller" keys:"about,cohort,age,sex,flow,by_profession,by_unit,questions,doctors,age_bands,contact_bands,excluded,actions,plans,step3,urval,checks,left_out,before_after,guard"`
}

// ReportGuard is how the public version tells that nobody is exposed.
type ReportGuard struct {
	Head   string `yaml:"rubrik"`
	Rule   string `yaml:"regel" fields:"minst högst"`
	Marks  string `yaml:"tecken" fields:"minst högst"`
	Merged string `yaml:"hopslaget" fields:"vad"`
	Row    string `yaml:"hopslagen_rad" fields:"antal tabell rad"`
	Hidden string `yaml:"dolda" fields:"dolda alla andel"`
	None   string `yaml:"inga_dolda" fields:"alla"`
}

// ReportKey is the key figures: the word of each number, and what it counts.
type ReportKey struct {
	Lead         string `yaml:"ingress" fields:"patienter tröskel år steg2 åtgärd"`
	Patients     string `yaml:"patienter"`
	PatientsWhat string `yaml:"patienter_vad" fields:"tröskel år"`
	OfExtract    string `yaml:"av_uttaget" fields:"antal"`
	Mean         string `yaml:"medel"`
	MeanWhat     string `yaml:"medel_vad" fields:"minst mest"`
	MeanOf       string `yaml:"medel_n" fields:"antal kontakter"`
	Age          string `yaml:"ålder"`
	AgeWhat      string `yaml:"ålder_vad" fields:"median minst mest"`
	Women        string `yaml:"kvinnor"`
	WomenWhat    string `yaml:"kvinnor_vad" fields:"kvinnor män"`
	Step2        string `yaml:"vidare"`
	Step2What    string `yaml:"vidare_vad" fields:"andel"`
	Step2Few     string `yaml:"vidare_få"`
	Action       string `yaml:"åtgärd"`
	ActionWhat   string `yaml:"åtgärd_vad" fields:"andel"`
	ActionFew    string `yaml:"åtgärd_få"`
	Plans        string `yaml:"planer"`
	PlansWhat    string `yaml:"planer_vad" fields:"gäller utgångna"`
	Answered     string `yaml:"svar"`
	AnsweredWhat string `yaml:"svar_vad" fields:"minst mest"`
}

// ReportChecks is what is said of the report's own arithmetic.
type ReportChecks struct {
	Count string `yaml:"antal" fields:"rätt alla"`
	Wrong string `yaml:"fel" fields:"text"`
	Stale string `yaml:"inaktuellt" fields:"text"`
}

// ReportFlow is the figure of how patients go from the extract to a contract.
type ReportFlow struct {
	Caption  string `yaml:"rubrik" fields:"första sista"`
	Neutral  string `yaml:"rubrik_neutral"`
	Subtitle string `yaml:"under" fields:"antal"`
	Boxes    Words  `yaml:"rutor" keys:"urval,granskning,steg2,konsultation,kontrakt,sist"`
	Contacts string `yaml:"kontakter" fields:"vad kontakter"`
	Left     string `yaml:"gick_inte_vidare" fields:"patienter"`
	Alt      string `yaml:"bild" fields:"steg"`
	AltStep  string `yaml:"bild_steg" fields:"patienter vad"`
	Rows     string `yaml:"rader" fields:"lästa använda"`
	LeftOut  string `yaml:"rader_utelämnade" fields:"vad"`
	Reason   string `yaml:"rader_skäl" fields:"antal vad"`
}

// ReportContacts is the tables of contacts by profession and by unit.
type ReportContacts struct {
	ByProfession string   `yaml:"per_yrkeskategori"`
	ByUnit       string   `yaml:"per_enhet"`
	Most         string   `yaml:"stod_för" fields:"vilka andel"`
	Two          string   `yaml:"två" fields:"a b"`
	One          string   `yaml:"en" fields:"vad antal patienter"`
	None         string   `yaml:"inga" fields:"antal"`
	ProfessionOf string   `yaml:"under_yrkeskategori" fields:"år antal"`
	UnitOf       string   `yaml:"under_enhet" fields:"år antal"`
	All          string   `yaml:"alla"`
	Small        string   `yaml:"små_tal"`
	SameWork     []string `yaml:"samma_yrke"`
	Same         string   `yaml:"samma_yrke_text" fields:"vilka antal andel"`
	NotAdded     string   `yaml:"patienter_läggs_inte_ihop"`
}

// ReportJournal is the table of what the journal reviews found.
type ReportJournal struct {
	Caption string `yaml:"rubrik" fields:"a b antal"`
	Neutral string `yaml:"rubrik_neutral"`
	Of      string `yaml:"under" fields:"antal steg2"`
	None    string `yaml:"inga"`
	Dots    string `yaml:"prickar"`
	Doctors string `yaml:"läkare" fields:"median medel minst mest antal"`
}

// ReportAges is the table of age by sex.
type ReportAges struct {
	Caption string `yaml:"rubrik" fields:"minst mest äldre antal gräns"`
	Neutral string `yaml:"rubrik_neutral"`
	Of      string `yaml:"under" fields:"år n"`
	Square  string `yaml:"ruta"`
	None    string `yaml:"inga" fields:"antal"`
	Mean    string `yaml:"medel"`
	Median  string `yaml:"median"`
	Span    string `yaml:"spann"`
	Sex     string `yaml:"kön" fields:"kvinnor män n"`
	Group   string `yaml:"bild_grupp" fields:"grupp"`
}

// ReportBands is the table of how many contacts patients had.
type ReportBands struct {
	Caption string `yaml:"rubrik" fields:"antal alla klass"`
	Neutral string `yaml:"rubrik_neutral"`
	Of      string `yaml:"under" fields:"år antal"`
}

// ReportReasons is the table of why patients did not go on.
type ReportReasons struct {
	Caption string `yaml:"rubrik" fields:"antal alla skäl"`
	Neutral string `yaml:"rubrik_neutral"`
	Of      string `yaml:"under" fields:"antal"`
	None    string `yaml:"inga" fields:"antal"`
	One     string `yaml:"en" fields:"antal skäl"`
	Off     string `yaml:"gick_inte_vidare"`
	On      string `yaml:"gick_vidare"`
}

// ReportActions is the table of what consultations led to.
type ReportActions struct {
	Caption string `yaml:"rubrik" fields:"antal alla"`
	Neutral string `yaml:"rubrik_neutral"`
	Of      string `yaml:"under" fields:"antal"`
	Marks   string `yaml:"under_hopslagna" fields:"åtgärder patienter antal"`
	None    string `yaml:"inga" fields:"antal"`
	Some    string `yaml:"minst_en"`
	Nothing string `yaml:"ingen"`
	Waiting string `yaml:"ännu_inte"`
	Unknown string `yaml:"okänt"`
	All     string `yaml:"alla"`
	Several string `yaml:"flera"`
	HowMany string `yaml:"så_många" fields:"patienter åtgärder"`
	NotSum  string `yaml:"läggs_inte_ihop"`
}

// ReportPlans is what is said of the plans.
type ReportPlans struct {
	Caption   string `yaml:"rubrik" fields:"gäller alla diagnos"`
	Neutral   string `yaml:"rubrik_neutral"`
	Of        string `yaml:"under" fields:"antal"`
	Filled    string `yaml:"delar_rubrik"`
	FilledOf  string `yaml:"delar_under" fields:"antal"`
	None      string `yaml:"inga"`
	Valid     string `yaml:"gäller" fields:"datum gäller utgångna"`
	Next      string `yaml:"nästa" fields:"datum kommande passerade"`
	NoNext    string `yaml:"ingen_nästa" fields:"passerade"`
	Answered  string `yaml:"svar" fields:"medel minst antal"`
	Referrals string `yaml:"remisser" fields:"antal planer planerade skickade mottagna avslutade"`
	NoRefs    string `yaml:"inga_remisser"`
	Asked     string `yaml:"frågor_rubrik"`
	AskedOf   string `yaml:"frågor_under" fields:"antal"`
}

// ReportSeven is the patients' answers to the seven questions over time.
type ReportSeven struct {
	Grew    string `yaml:"ökade" fields:"fråga från till antal"`
	Fell    string `yaml:"minskade" fields:"fråga från till antal"`
	Neutral string `yaml:"rubrik_neutral"`
	Of      string `yaml:"under" fields:"antal svarande"`
	None    string `yaml:"inga" fields:"antal"`
	Secret  string `yaml:"dolt"` // that so few have answered that nearly every number would be hidden
	Time    string `yaml:"gång" fields:"nummer"`
	Why     string `yaml:"inte_varför"`
	Row     string `yaml:"bild_rad" fields:"gång ja delvis nej"`
}

// ReportGoals is how far the plans' goals have been reached.
type ReportGoals struct {
	Text string `yaml:"text" fields:"alla uppnådda delvis inte ändrade"`
	Left string `yaml:"inte_bedömda" fields:"antal"`
	None string `yaml:"inga"`
}

// ReportBefore is contacts before and after, which are no effect.
type ReportBefore struct {
	Caption string `yaml:"rubrik"`
	Of      string `yaml:"under"`
	None    string `yaml:"inga"`
	Secret  string `yaml:"dolt"`
	Group   string `yaml:"grupp" fields:"grupp antal"`
	Before  string `yaml:"före"`
	After   string `yaml:"efter"`
	Read    string `yaml:"varning_rubrik"`
	Fall    string `yaml:"varning"`
	Follow  string `yaml:"följda" fields:"grupp följda antal"`
	Row     string `yaml:"bild_rad" fields:"grupp före efter"`
}

// ReportAlt is what a picture is to those who listen.
type ReportAlt struct {
	Bars   string `yaml:"staplar" fields:"rader alla"`
	Frames string `yaml:"ramar" fields:"rader alla"`
	Row    string `yaml:"rad" fields:"vad antal"`
	Rest   string `yaml:"resten"`
}
