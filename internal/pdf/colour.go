package pdf

import (
	"encoding/binary"
	"unicode/utf16"
)

// whiteX, whiteY and whiteZ are the white of every profile, D50.
const whiteX, whiteY, whiteZ = 0x0000F6D6, 0x00010000, 0x0000D32D

// profileTag is a piece of a profile.
type profileTag struct {
	name string
	data []byte // nil: that of the one before
}

// sRGB is the colour space that the pages' colours are numbers in, as a colour
// profile (ICC.1:2010, version 4.2; IEC 61966-2-1). It is made here since the
// whole of it is a dozen numbers: the profiles that are handed out are six
// times as large, and each contract carries one.
func sRGB() []byte {
	xyz := func(v ...uint32) []byte { return fixed("XYZ ", v...) }
	profile := append(profileHead(), profileTags([]profileTag{
		{"desc", english("sRGB")},
		{"cprt", english("CC0")},
		{"wtpt", xyz(whiteX, whiteY, whiteZ)},
		{"chad", fixed("sf32", 0x00010C42, 0x000005DE, 0xFFFFF325, 0x00000793, 0x0000FD90, 0xFFFFFBA1, 0xFFFFFDA2, 0x000003DC, 0x0000C06E)},
		{"rXYZ", xyz(0x00006FA2, 0x000038F5, 0x00000390)},
		{"gXYZ", xyz(0x00006299, 0x0000B785, 0x000018DA)},
		{"bXYZ", xyz(0x000024A0, 0x00000F84, 0x0000B6CF)},
		{"rTRC", fixed("para", 3<<16, 0x00026666, 0x0000F2A7, 0x00000D59, 0x000013D0, 0x00000A5B)},
		{"gTRC", nil},
		{"bTRC", nil},
	})...)
	binary.BigEndian.PutUint32(profile, uint32(len(profile)))
	return profile
}

// profileHeadSize is how many bytes a profile has before its tags.
const profileHeadSize = 128

// profileHead is the head of a profile, without the size that it begins with
// (ICC.1:2010, 7.2).
func profileHead() []byte {
	head := make([]byte, profileHeadSize)
	copy(head[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	for i, v := range []uint16{2025, 1, 1} { // the day it was made, which a profile must have
		binary.BigEndian.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	for i, v := range []uint32{whiteX, whiteY, whiteZ} {
		binary.BigEndian.PutUint32(head[68+4*i:], v)
	}
	return head
}

// profileTags is the table of tags, which counts their places from the
// profile's beginning, and what stands in them (ICC.1:2010, 7.3).
func profileTags(tags []profileTag) []byte {
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	at := profileHeadSize + 4 + 12*len(tags)
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
	return append(table, body...)
}

// fixed is a tag's numbers, each in 32 bits of which 16 come after the point.
func fixed(kind string, values ...uint32) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	return b
}

// english is a tag's text.
func english(s string) []byte {
	const head = 28
	text := utf16.Encode([]rune(s))
	b := fixed("mluc", 1, 12)
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
