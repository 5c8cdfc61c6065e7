package cohort

// The columns of a contact extract, in the order of contactColumns.
const (
	patientID = iota
	number
	sex
	date
	unitCode
	unitName
	profession
	caregiver
	birth
	age
	fields
)

// contactColumns are what extracts from Diver, Primärvårdskvalitet, Cosmic and
// their like call the columns that are read. A column that is not listed is
// told, and not read.
var contactColumns = []column{
	patientID: {"patient_id", []string{"patientid", "patientidentitet", "patientnr", "patientnummer", "patientlopnr", "patientlopnummer",
		"patientnyckel", "patientkod", "pseudonym", "pseudoid", "pseudonymid", "lopnr", "lopnummer", "studieid", "individid", "individ", "kodnummer", "patient", "id"}},
	number: {"personnummer", []string{"personnummer", "personnr", "patientpersonnummer", "patientenspersonnummer", "patientpersonnr", "pnr", "persnr",
		"personid", "personidentitet", "personnummersamordningsnummer", "personnummerreservnummer", "persnummer"}},
	sex: {"kön", []string{"kon", "patientkon", "patientenskon", "konpatient", "gender", "sex"}},
	date: {"kontaktdatum", []string{"kontaktdatum", "vardkontaktdatum", "besoksdatum", "kontaktstartdatum", "vardkontaktstartdatum", "kontaktdatumtid", "besoksdatumtid",
		"datumforkontakt", "datumforvardkontakt", "datumforbesok", "datumvardkontakt", "datumkontakt", "datumbesok", "kontaktensdatum", "kontaktstart", "vardkontaktstart", "kontakttidpunkt", "kontakttid", "besokstid",
		"besokstidpunkt", "startdatum", "startdatumtid", "starttid", "starttidpunkt", "handelsedatum", "utforddatum", "utfortdatum", "registreringsdatum", "datum", "datumtid", "dag", "date"}},
	unitCode: {"enhetskod", []string{"enhetskod", "vardenhetskod", "enhetenskod", "vardenhetenskod", "kontaktenhetskod", "vardkontaktenhetskod", "kostnadsstalle", "kostnadsstallekod", "kst", "kombikakod", "kombika",
		"enhetsid", "enhetid", "vardenhetsid", "vardenhetid", "enhetshsaid", "enhethsaid", "vardenhethsaid", "vardenhetshsaid", "hsaid"}},
	unitName: {"enhet", []string{"enhet", "enhetsnamn", "enhetnamn", "enhetensnamn", "vardenhetensnamn", "vardenhet", "vardenhetsnamn", "vardenhetnamn", "kontaktenhet", "vardkontaktenhet", "kontaktenhetsnamn",
		"utforandeenhet", "utforareenhet", "utforarenhet", "besoksenhet", "kostnadsstallenamn", "kostnadsstallebenamning", "mottagning", "mottagningsnamn", "medicinskenhet", "organisatoriskenhet", "avdelning", "klinik", "unit"}},
	profession: {"yrkeskategori", []string{"yrkeskategori", "vardgivarensyrkeskategori", "vardgivarkategori", "vardgivareyrkeskategori", "yrkeskategorivardgivare", "personalkategori", "vardpersonalkategori",
		"yrkesgrupp", "vardgivaryrkesgrupp", "vardyrkeskategori", "yrkesroll", "yrkestitel", "vardgivartyp", "vardgivartitel", "befattning", "befattningsbenamning", "profession", "yrke", "titel", "kategori"}},
	caregiver: {"vårdgivare", []string{"vardgivarid", "vardgivareid", "vardgivarkod", "vardgivarekod", "vardgivarehsaid", "vardgivare", "vardgivarnamn", "vardgivarenamn",
		"utforandevardgivare", "ansvarigvardgivare", "behandlare", "behandlarid", "vardpersonal", "vardpersonalid", "hosperson", "hospersonal", "personalid", "personalhsaid", "medarbetare", "medarbetarid",
		"utforare", "utforarid", "resurs", "signatur", "lakare"}},
	birth: {"födelsedatum", []string{"fodelsedatum", "fodelsear", "fodd", "foddar", "patientfodelsedatum", "patientfodelsear", "patientensfodelsear"}},
	age:   {"ålder", []string{"aldervidaretsslut", "alder", "patientalder", "patientensalder", "aldervidkontakt", "aldervidbesok", "age"}},
}
