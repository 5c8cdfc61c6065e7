package review

import "kontrakt/internal/source"

// Unit is the clinic's own facts, enhet.yaml: printed on every document.
type Unit struct {
	Name       string     `yaml:"namn" validate:"required"`
	Region     string     `yaml:"region"`
	Address    []string   `yaml:"adress"`
	Phone      string     `yaml:"telefon" validate:"required"`
	Hours      string     `yaml:"öppettider"`
	OutOfHours string     `yaml:"utanför_öppettid"`                   // "Ring 1177" when missing
	Booking    string     `yaml:"bokning" validate:"omitempty,https"` // printed as text and QR code
	Logo       string     `yaml:"logotyp" validate:"omitempty,file"`  // name of a PNG or JPEG file beside enhet.yaml
	Title      string     `yaml:"titel" validate:"omitempty,oneof='individuell plan' patientkontrakt 'dokumenterad överenskommelse'"`
	Project    string     `yaml:"projekt"`
	Suggestion Suggestion `yaml:"förslag"`

	LogoImage []byte `yaml:"-"` // the bytes of Logo, filled in by whoever has read the file

	file *source.File
}

// BadLogo is the problem that the picture of Logo cannot be printed. Fault is
// why: form, broken or size, as pdf.CheckPicture says.
func (u *Unit) BadLogo(fault string) source.Problem {
	return sentences.Problem(u.At("logotyp"), "logotyp", "logotyp-"+fault, u.Logo)
}

// Suggestion is what a new plan is filled in with.
type Suggestion struct {
	Doctor      *UnitDoctor `yaml:"fast_läkarkontakt"`
	Responsible string      `yaml:"ansvarig"`
	Months      int         `yaml:"giltig_månader" validate:"omitempty,min=1,max=60"` // how long a plan holds; 6 when missing
}

// UnitDoctor is the doctor whom the unit suggests.
type UnitDoctor struct {
	Name  string `yaml:"namn" validate:"required"`
	Phone string `yaml:"telefon"`
}

// At is where a value stands in enhet.yaml, by its path.
func (u *Unit) At(path string) source.Position {
	if u.file == nil {
		return source.Position{}
	}
	return u.file.At(path)
}
