package pdf_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"kontrakt/internal/pdf"
)

func TestCheckPicture(t *testing.T) {
	small := image.NewGray(image.Rect(0, 0, 60, 40))
	for i := range small.Pix {
		small.Pix[i] = byte(i * i)
	}
	var whole, photo, moving bytes.Buffer
	frame := image.NewPaletted(small.Rect, color.Palette{color.Black})
	if err := errors.Join(png.Encode(&whole, small), jpeg.Encode(&photo, small, nil), gif.Encode(&moving, frame, nil)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		data []byte
		want pdf.PictureFault
	}{
		{"PNG", whole.Bytes(), ""},
		{"JPEG", photo.Bytes(), ""},
		{"GIF, which this test can read", moving.Bytes(), pdf.PictureForm},
		{"a text", []byte("<svg/>"), pdf.PictureForm},
		{"an empty file", nil, pdf.PictureForm},
		{"half a PNG", whole.Bytes()[:whole.Len()/2], pdf.PictureBroken},
		{"the head of a PNG", whole.Bytes()[:12], pdf.PictureBroken},
		{"half a JPEG", photo.Bytes()[:photo.Len()/2], pdf.PictureBroken},
		{"a wall", resized(whole.Bytes(), 30_000, 30_000), pdf.PictureSize},
		{"no width", resized(whole.Bytes(), 0, 40), pdf.PictureBroken},
	} {
		if got := pdf.CheckPicture(c.data); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// resized is a PNG whose head says another size.
func resized(data []byte, w, h uint32) []byte {
	const head, sum = 12, 29 // where IHDR begins, and where it has its checksum
	data = bytes.Clone(data)
	binary.BigEndian.PutUint32(data[head+4:], w)
	binary.BigEndian.PutUint32(data[head+8:], h)
	binary.BigEndian.PutUint32(data[sum:], crc32.ChecksumIEEE(data[head:sum]))
	return data
}
