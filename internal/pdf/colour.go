package pdf

import (
	"encoding/binary"
	"unicode/utf16"
)

// sRGB is the colour space that the pages' colours are numbers in, as a colour
// profile (ICC.1:2010, version 4.2; IEC 61966-2-1). It is made here since the
// whole of it is a dozen numbers: the profiles that are handed out are six
// times as large, and each contract carries one.
func sRGB() []byte {
	const (
		x, y, z = 0x0000F6D6, 0x00010000, 0x0000D32D // the white of every profile, D50
		profile = 128                                // bytes before the table of tags
	)
	xyz := func(v ...uint32) []byte { return numbers("XYZ ", v...) }
	curve := numbers("para", 3<<16, 0x00026666, 0x0000F2A7, 0x00000D59, 0x000013D0, 0x00000A5B)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", words("sRGB")},
		{"cprt", words("CC0")},
		{"wtpt", xyz(x, y, z)},
		{"chad", numbers("sf32", 0x00010C42, 0x000005DE, 0xFFFFF325, 0x00000793, 0x0000FD90, 0xFFFFFBA1, 0xFFFFFDA2, 0x000003DC, 0x0000C06E)},
		{"rXYZ", xyz(0x00006FA2, 0x000038F5, 0x00000390)},
		{"gXYZ", xyz(0x00006299, 0x0000B785, 0x000018DA)},
		{"bXYZ", xyz(0x000024A0, 0x00000F84, 0x0000B6CF)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // nil: as the one before
	}
	head := make([]byte, profile, 600)
	copy(head[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	binary.BigEndian.PutUint16(head[24:], 2025) // the day it was made, which a profile must have
	binary.BigEndian.PutUint16(head[26:], 1)
	binary.BigEndian.PutUint16(head[28:], 1)
	copy(head[36:], "acsp")
	for i, v := range []uint32{x, y, z} {
		binary.BigEndian.PutUint32(head[68+4*i:], v)
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	at := profile + 4 + 12*len(tags)
	var body []byte
	for _, t := range tags {
		if t.data == nil {
			table = append(append(table, t.name...), table[len(table)-8:]...)
			continue
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at+len(body)))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
		body = append(body, t.data...)
	}
	all := append(append(head, table...), body...)
	binary.BigEndian.PutUint32(all, uint32(len(all)))
	return all
}

// numbers is a tag of a profile that holds numbers, each in 32 bits of which
// 16 come after the point.
func numbers(kind string, values ...uint32) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	return b
}

// words is a tag of a profile that holds a text, in English.
func words(s string) []byte {
	const head = 28
	text := utf16.Encode([]rune(s))
	b := numbers("mluc", 1, 12)
	b = append(b, "enUS"...)
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(text)))
	b = binary.BigEndian.AppendUint32(b, head)
	for _, c := range text {
		b = binary.BigEndian.AppendUint16(b, c)
	}
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}
