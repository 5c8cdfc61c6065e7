package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"
)

// deflater compresses streams with one compressor, whose tables cost more to
// make than most streams to write.
type deflater struct {
	zip *zlib.Writer
	out bytes.Buffer
}

// effort is where a contract costs a sixth less than at the library's own, and
// is three hundredths larger.
const effort = 4

func newDeflater() *deflater {
	zip, _ := zlib.NewWriterLevel(io.Discard, effort) // it is a level that exists
	return &deflater{zip: zip}
}

// shared compresses into a buffer that the next call uses again.
func (d *deflater) shared(data []byte) ([]byte, error) {
	d.out.Reset()
	d.zip.Reset(&d.out)
	if _, err := d.zip.Write(data); err != nil {
		return nil, err
	}
	err := d.zip.Close()
	return d.out.Bytes(), err
}

// deflate compresses into memory of its own.
func (d *deflater) deflate(data []byte) ([]byte, error) {
	b, err := d.shared(data)
	return bytes.Clone(b), err
}

// writer writes a PDF file: streams as they come, everything else gathered in
// object streams, which pack a structure tree to a tenth.
type writer struct {
	out    io.Writer
	zip    *deflater
	sum    hash.Hash
	at     int
	err    error
	places []location   // by object number
	small  bytes.Buffer // objects that are not streams, one after the other
	index  []int        // number, offset of each of them
	packet []byte       // an object stream or the table of objects, as it is made
}

// location is where an object lies: at an offset, or in an object stream. In
// the table of objects it takes locationSize bytes: kind, at, nth (ISO 32000-1,
// 7.5.8).
type location struct {
	at   uint32 // offset, or the stream's number
	nth  uint16 // in the stream
	kind byte   // 0 free, 1 at offset, 2 in stream
}

const locationSize = 1 + 4 + 2

// packed is how many objects one object stream holds.
const packed = 400

func newWriter(zip *deflater) *writer { return &writer{zip: zip} }

// beginning begins every file: that it is a PDF with bytes that are no text,
// and whose it is, so that also half a file is known again. The version of how
// we write them follows, so that a later program's file is not taken for a
// damaged one.
const (
	beginning = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n%kontrakt "
	version   = 1
)

// start begins a file with the colour profile, whose object it returns.
func (w *writer) start(out io.Writer) (colours int) {
	w.resume(out, sha256.New(), 0, []location{{}})
	w.write(fmt.Appendf(nil, "%s%d\n", beginning, version))
	colours = w.alloc(1)
	w.deflated(colours, "/N 3/Alternate/DeviceRGB", sRGB())
	return colours
}

// resume goes on with a file of which so many bytes are written: their sum, and
// where the objects in them lie.
func (w *writer) resume(out io.Writer, sum hash.Hash, at int, places []location) {
	w.out, w.sum, w.at, w.err = out, sum, at, nil
	w.places = append(w.places[:0], places...)
	w.small.Reset()
	w.index = w.index[:0]
}

// write adds bytes to the file; after an error nothing.
func (w *writer) write(b []byte) {
	if w.err != nil {
		return
	}
	w.sum.Write(b)
	w.at += len(b)
	_, w.err = w.out.Write(b)
}

// fail keeps the first error.
func (w *writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) printf(format string, a ...any) { w.write(fmt.Appendf(nil, format, a...)) }

// alloc gives n object numbers, of which it returns the first.
func (w *writer) alloc(n int) int {
	first := len(w.places)
	w.places = append(w.places, make([]location, n)...)
	return first
}

// object adds an object that is not a stream; write must write its value.
func (w *writer) object(n int, write func(b *bytes.Buffer)) {
	w.index = append(w.index, n, w.small.Len())
	write(&w.small)
	w.small.WriteByte('\n')
	if len(w.index) >= 2*packed {
		w.pack()
	}
}

// value adds an object whose value is known as text.
func (w *writer) value(n int, format string, a ...any) {
	w.object(n, func(b *bytes.Buffer) { fmt.Fprintf(b, format, a...) })
}

// pack writes the gathered objects as an object stream.
func (w *writer) pack() {
	if len(w.index) == 0 {
		return
	}
	n := w.alloc(1)
	all := w.packet[:0]
	for i := 0; i < len(w.index); i += 2 {
		all = appendInts(all, w.index[i], w.index[i+1])
		w.places[w.index[i]] = location{uint32(n), uint16(i / 2), 2}
	}
	dict := fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(w.index)/2, len(all))
	w.packet = append(all, w.small.Bytes()...)
	w.deflated(n, dict, w.packet)
	w.small.Reset()
	w.index = w.index[:0]
}

// appendInts writes numbers, each with a space after it.
func appendInts(b []byte, ns ...int) []byte {
	for _, n := range ns {
		b = append(strconv.AppendInt(b, int64(n), 10), ' ')
	}
	return b
}

// appendRef writes a reference to an object.
func appendRef(b []byte, n int) []byte { return append(strconv.AppendInt(b, int64(n), 10), " 0 R"...) }

// appendEntry writes an entry that refers to an object.
func appendEntry(b *bytes.Buffer, key string, n int) {
	b.WriteString(key)
	b.Write(appendRef(b.AvailableBuffer(), n))
}

// stream writes a stream as it is.
func (w *writer) stream(n int, dict string, data []byte) {
	w.places[n] = location{uint32(w.at), 0, 1}
	w.printf("%d 0 obj\n<<%s/Length %d>>\nstream\n", n, dict, len(data))
	w.write(data)
	w.write([]byte("\nendstream\nendobj\n"))
}

// deflated compresses a stream and writes it.
func (w *writer) deflated(n int, dict string, data []byte) {
	data, err := w.zip.shared(data)
	w.fail(err)
	w.stream(n, dict+"/Filter/FlateDecode", data)
}

// end writes what was gathered and the table of objects. The file's ID is
// the SHA-256 of the whole file with zeros for the ID's digits.
func (w *writer) end(root, info int) error {
	w.pack()
	n, at := w.alloc(1), w.at
	w.places[n] = location{uint32(at), 0, 1}
	table := slices.Grow(w.packet[:0], locationSize*len(w.places))
	for i, p := range w.places {
		gen := p.nth
		if i == 0 {
			gen = 0xffff
		}
		table = append(table, p.kind, byte(p.at>>24), byte(p.at>>16), byte(p.at>>8), byte(p.at), byte(gen>>8), byte(gen))
	}
	w.packet = table
	table, err := w.zip.shared(table)
	w.fail(err)
	zeros := strings.Repeat("0", 2*sha256.Size)
	var end bytes.Buffer
	fmt.Fprintf(&end, "%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]/Filter/FlateDecode/Length %d>>\nstream\n",
		n, len(w.places), root, info, zeros, zeros, len(table))
	end.Write(table)
	fmt.Fprintf(&end, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at)
	w.sum.Write(end.Bytes())
	id := hex.EncodeToString(w.sum.Sum(nil))
	w.write(bytes.Replace(end.Bytes(), []byte(zeros), []byte(id), 2))
	return w.err
}

// appendUTF16 writes text as UTF-16 in hexadecimal digits.
func appendUTF16(b []byte, s string) []byte {
	const digits = "0123456789ABCDEF"
	var units [2]uint16
	for _, r := range s {
		for _, u := range utf16.AppendRune(units[:0], r) {
			b = append(b, digits[u>>12], digits[u>>8&15], digits[u>>4&15], digits[u&15])
		}
	}
	return b
}

// pdfString is text as a PDF string: in PDFDocEncoding where that has its
// characters as Latin-1 has them, a byte each (ISO 32000-1, annex D.2), else in
// UTF-16, which is four times as long.
func pdfString(s string) string {
	b := append(make([]byte, 0, len(s)+2), '(')
	for _, r := range s {
		switch {
		case r < ' ', r > '~' && r <= '\u00a0', r == '\u00ad', r > 'ÿ':
			b := append(make([]byte, 0, len("<FEFF>")+4*len(s)), "<FEFF"...)
			return string(append(appendUTF16(b, s), '>'))
		case r == '\\', r == '(', r == ')':
			b = append(b, '\\')
		}
		b = append(b, byte(r))
	}
	return string(append(b, ')'))
}

// pdfName is text as a PDF name.
func pdfName(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7f && !strings.ContainsRune("#/()<>[]{}%", rune(c)) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "#%02X", c)
		}
	}
	return b.String()
}
