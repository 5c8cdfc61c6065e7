package phrase

// Changes is what is new since the earlier plan.
type Changes struct {
	Replaces string `yaml:"planen" fields:"datum"`
	Added    string `yaml:"nytt"`
	Ended    string `yaml:"slutar"`
	NewTime  string `yaml:"ny_tid"`
	At       string `yaml:"rad_och_tid" fields:"rad tid"`
	Referral string `yaml:"remiss" fields:"rad"`
	Measured string `yaml:"mätning" fields:"rad"`
}

// Fridge is the words of the page for the refrigerator door. More is what is
// said of rows that there is no room for: they are never left out in silence.
type Fridge struct {
	Kind     string `yaml:"papper"` // what the paper is called
	Title    string `yaml:"titel" fields:"namn"`
	Tick     string `yaml:"ruta"`
	MoreDo   string `yaml:"mer_att_göra"`
	MoreSign string `yaml:"fler_tecken"`
	InPlan   string `yaml:"se_planen"`
	MoreTel  string `yaml:"fler_nummer"`
}

// DiaryWords is the words of the diary. Own are the words of measures.yaml in
// other languages, by the Swedish ones.
type DiaryWords struct {
	Kind    string `yaml:"papper"` // what the paper is called
	Title   string `yaml:"titel" fields:"namn"`
	Days    string `yaml:"mått_i_dagar" fields:"mått antal"`
	Weeks   string `yaml:"mått_i_veckor" fields:"mått antal"`
	When    string `yaml:"mät" fields:"när"`
	Twice   string `yaml:"flera_gånger" fields:"antal"`
	Every   string `yaml:"varje_vecka"`
	Write   string `yaml:"skriv_så_här" fields:"exempel"`
	Boxes   string `yaml:"rutorna"`
	Day     string `yaml:"dag" fields:"nummer"`
	Week    string `yaml:"vecka" fields:"nummer"`
	DayHead string `yaml:"dag_rubrik"`
	WeekHd  string `yaml:"vecka_rubrik"`
	Value   string `yaml:"värde"`
	Reading string `yaml:"mätning" fields:"nummer"`
	SameDay string `yaml:"ring_samma_dag"`
	Number  string `yaml:"nummer" fields:"telefon"`
	Call112 string `yaml:"ring_112"`
	Own     Words  `yaml:"ord" optional:"yes"`
}

// FollowUpWords is the words of the form for the follow-up. The seven
// questions are SKR's own, to the patient.
type FollowUpWords struct {
	Kind      string   `yaml:"papper"` // what the paper is called
	Title     string   `yaml:"titel"`
	Intro     string   `yaml:"inledning"`
	Questions Words    `yaml:"frågor" keys:"1,2,3,4,5,6,7"`
	Question  string   `yaml:"fråga"`
	Answers   []string `yaml:"svar" len:"3"`
	Goal      string   `yaml:"mål"`
	States    []string `yaml:"läge" len:"4"`
	Tick      string   `yaml:"ruta"`
	Note      string   `yaml:"kom_fram_till"`
	Fields    []string `yaml:"fält"`
	Blank     string   `yaml:"rader"`
}

// Sheet is the words of the clinician's sheet, in Swedish alone.
type Sheet struct {
	Kind       string   `yaml:"papper"` // what the paper is called
	Title      string   `yaml:"titel" fields:"diagnoser"`
	ForStaff   string   `yaml:"för_personalen"`
	Answers    string   `yaml:"svarar" fields:"antal saknas"`
	AnswersAll string   `yaml:"svarar_alla"`
	Parts      Words    `yaml:"frågorna" keys:"1,2-viktigt,2-jag-gör,2-söka-vård,2-vården-gör,3,4,5,6,7"`
	Question   string   `yaml:"fråga"`
	InPlan     string   `yaml:"i_planen"`
	Yes        string   `yaml:"ja"`
	No         string   `yaml:"saknas"`
	TeachBack  string   `yaml:"berätta"`
	Prompts    []string `yaml:"uppmaningar" len:"3"`
	Tick       string   `yaml:"ruta"`
	Reviewed   string   `yaml:"granskad" fields:"mall version vem"`
	Unreviewed string   `yaml:"ogranskad" fields:"mall version"`
	ValidTo    string   `yaml:"gäller_till" fields:"datum"`
	Weighed    string   `yaml:"avgjort" fields:"krock val"`
	Declined   string   `yaml:"utelämnad"` // what a collision was settled with, where a line was declined
	Line       string   `yaml:"rad"`
	Source     string   `yaml:"källa"`
	Part       string   `yaml:"del"`
	Unsourced  string   `yaml:"källa_saknas"`
	Texts      string   `yaml:"texterna"`
	Coming     string   `yaml:"kontakter"`
	Referred   string   `yaml:"remisser"`
	Measured   string   `yaml:"egenmätning"`
	Partly     string   `yaml:"delvis_utan"`
	Prose      string   `yaml:"texten_om" fields:"diagnos"`
}
