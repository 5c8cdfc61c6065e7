package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"kontrakt/internal/source"
)

// Encode is the figures as JSON, what other programs and other clinics' joint
// reports read. Its keys are those of the types here.
func Encode(f *Figures) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(f); err != nil {
		return nil, fmt.Errorf("siffrorna går inte att skriva som JSON (%w)", err)
	}
	return b.Bytes(), nil
}

// Read reads what Encode has written. Keys that are not known are passed by;
// a newer version is not read.
func Read(name string, data []byte) (*Figures, source.Problems) {
	f := &Figures{}
	if ps := decode(name, data, f); ps != nil {
		return nil, ps
	}
	whole := source.Position{File: name}
	switch {
	case f.Version == 0:
		return nil, source.Problems{sentences.Problem(whole, "version", "ingen-rapport")}
	case f.Version > Version:
		return nil, source.Problems{sentences.Problem(whole, "version", "nyare", text(f.Version), text(Version))}
	}
	f.Made, _ = source.ParseDate(f.Day)
	if path := f.uneven(); path != "" {
		return nil, source.Problems{sentences.Problem(whole, path, "ojämn", path)}
	}
	return f, nil
}

// uneven is a table whose rows do not have a number for each column.
func (f *Figures) uneven() string {
	uneven := func(c Cross) bool {
		return slices.ContainsFunc(append(slices.Clone(c.Rows), c.Total), func(r CrossRow) bool {
			return len(r.Counts) != len(c.Columns)
		})
	}
	switch {
	case uneven(f.AgeBands):
		return "age_bands"
	case uneven(f.ContactBands):
		return "contact_bands"
	default:
		return ""
	}
}

// decode reads one JSON value, and says where it cannot.
func decode(name string, data []byte, into any) source.Problems {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	tell := func(offset int64, rule string, args ...string) source.Problems {
		return source.Problems{sentences.Problem(placeOf(name, data, offset), "", rule, args...)}
	}
	if !utf8.Valid(data) {
		return tell(0, "utf-8")
	}
	d := json.NewDecoder(bytes.NewReader(data))
	err := d.Decode(into)
	var wrong *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return tell(0, "tom")
	case errors.As(err, &wrong):
		if wrong.Field == "" {
			return tell(wrong.Offset, "ingen-rapport-alls")
		}
		return tell(wrong.Offset, "typ", wrong.Field)
	case errors.As(err, &syntax):
		return tell(syntax.Offset, "syntax")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return tell(int64(len(data)), "avbruten")
	case err != nil:
		return tell(d.InputOffset(), "tal")
	}
	if rest := bytes.TrimSpace(data[d.InputOffset():]); len(rest) > 0 {
		return tell(int64(len(data)-len(rest))+1, "mer")
	}
	return nil
}

// placeOf is where the last of so many bytes stands.
func placeOf(name string, data []byte, offset int64) source.Position {
	if offset <= 0 {
		return source.Position{File: name}
	}
	before := string(data[:min(int(offset)-1, len(data))])
	line := strings.LastIndexByte(before, '\n') + 1
	return source.Position{File: name, Line: strings.Count(before, "\n") + 1, Column: utf8.RuneCountInString(before[line:]) + 1}
}

// errNumber is of a text that is no number; decode says it in Swedish.
var errNumber = errors.New("no number")

// maxNumber is the largest count that is read: sums of it still fit.
const maxNumber = 1_000_000_000

// UnmarshalJSON reads what MarshalJSON has written; null is a number that
// nobody knows.
func (n *Number) UnmarshalJSON(data []byte) error {
	written := strings.Trim(string(data), `"`)
	quoted := written != string(data)
	low, high, isRange := strings.Cut(written, "–")
	switch {
	case written == "null" || written == "..":
		*n = Number{}
	case written == "x":
		*n = Secret()
	case quoted && strings.HasPrefix(written, "<"):
		return n.read(Below, written[1:])
	case quoted && strings.HasPrefix(written, ">"):
		return n.read(Above, written[1:])
	case quoted && isRange:
		a, aErr := whole(low)
		b, bErr := whole(high)
		if aErr != nil || bErr != nil || a > b {
			return errNumber
		}
		*n = Range(a, b)
	case quoted:
		return errNumber
	default:
		return n.read(Known, written)
	}
	return nil
}

func (n *Number) read(kind Kind, written string) error {
	v, err := whole(written)
	*n = Number{kind: kind, low: v}
	return err
}

// whole is a count as it is written: no sign, no decimals.
func whole(written string) (int, error) {
	v, err := strconv.ParseUint(written, 10, 31)
	if err != nil || v > maxNumber {
		return 0, errNumber
	}
	return int(v), nil
}

// UnmarshalJSON reads what MarshalJSON has written.
func (d *Decimal) UnmarshalJSON(data []byte) error {
	written := string(data)
	if written == "null" {
		*d = Decimal{}
		return nil
	}
	tenths, ok := inTenths(written)
	if !ok {
		return errNumber
	}
	*d = Decimal{value: tenths, tenths: true, known: true}
	if !strings.Contains(written, ".") {
		*d = Decimal{value: tenths / 10, known: true}
	}
	return nil
}

// inTenths is a number with at most one decimal, behind a comma or a point.
func inTenths(written string) (int, bool) {
	whole, decimal, _ := strings.Cut(strings.Replace(written, ",", ".", 1), ".")
	if decimal == "" {
		decimal = "0"
	}
	n, err := strconv.ParseInt(whole+decimal, 10, 32)
	return int(n), err == nil && len(decimal) == 1
}
