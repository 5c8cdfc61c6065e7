// Bild compares pictures of pages with kept ones, or keeps new ones.
//
//	go run ./.ci/bild KEPT NEW LEFT
//	go run ./.ci/bild -ny KEPT NEW LEFT
//
// KEPT, NEW and LEFT are folders. A page that differs, is missing or is new is
// an error; LEFT gets a picture of it with kept, new and difference beside
// each other.
package main

import (
	"errors"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
)

func main() {
	renew := flag.Bool("ny", false, "keep the new pictures")
	flag.Parse()
	if flag.NArg() != 3 {
		fmt.Fprintln(os.Stderr, "bild [-ny] KEPT NEW LEFT")
		os.Exit(2)
	}
	kept, fresh, left := flag.Arg(0), flag.Arg(1), flag.Arg(2)
	act := func() error { return compareAll(kept, fresh, left) }
	if *renew {
		act = func() error { return keepAll(kept, fresh) }
	}
	if err := act(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// compareAll compares the pages of two folders, name by name, and leaves a
// picture of each that is not as it was.
func compareAll(kept, fresh, left string) error {
	names, err := pages(kept, fresh)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(left); err != nil {
		return err
	}
	failed := 0
	for _, name := range names {
		a, errKept := read(filepath.Join(kept, name))
		b, errFresh := read(filepath.Join(fresh, name))
		if err := present(errKept, errFresh); err != nil {
			return err
		}
		verdict := judge(a, b)
		if verdict == "" {
			continue
		}
		failed++
		picture := filepath.Join(left, name)
		if err := write(picture, beside(a, b)); err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "%s: %s, see %s\n", name, verdict, picture)
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d pages are not as they were kept; if they are as they should be: .ci/sidor --ny", failed, len(names))
	}
	fmt.Printf("%d pages look as they did\n", len(names))
	return nil
}

// present tells errors other than that a page is not there.
func present(errs ...error) error {
	for _, err := range errs {
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// judge says in what way a new page is not as the kept one, or nothing. A page
// that is not there is nil.
func judge(kept, fresh *image.Gray) string {
	switch {
	case kept == nil:
		return "a page more than before"
	case fresh == nil:
		return "the page is gone"
	case kept.Rect != fresh.Rect:
		return fmt.Sprintf("%v points, was %v", fresh.Rect.Size(), kept.Rect.Size())
	}
	gone, new := len(astray(kept, fresh)), len(astray(fresh, kept))
	if gone+new <= few {
		return ""
	}
	return fmt.Sprintf("%d points are gone and %d are new", gone, new)
}

// keepAll makes the new pages the kept ones.
func keepAll(kept, fresh string) error {
	if err := os.RemoveAll(kept); err != nil {
		return err
	}
	names, err := pages(fresh)
	if err != nil {
		return err
	}
	var size int64
	for _, name := range names {
		page, err := read(filepath.Join(fresh, name))
		if err != nil {
			return err
		}
		target := filepath.Join(kept, name)
		if err := write(target, coarse(page)); err != nil {
			return err
		}
		info, err := os.Stat(target)
		if err != nil {
			return err
		}
		size += info.Size()
	}
	fmt.Printf("%d pages are kept, %d kB: look at them\n", len(names), size/1000)
	return nil
}

// pages are the names of all pictures in the folders, sorted.
func pages(folders ...string) ([]string, error) {
	var names []string
	for _, folder := range folders {
		found, err := filepath.Glob(filepath.Join(folder, "*.png"))
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			names = append(names, filepath.Base(f))
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("no pictures in %v", folders)
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// read is a picture in grey, with its corner at zero.
func read(name string) (*image.Gray, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	p, err := png.Decode(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	grey := image.NewGray(image.Rectangle{Max: p.Bounds().Size()})
	draw.Draw(grey, grey.Rect, p, p.Bounds().Min, draw.Src)
	return grey, nil
}

// write writes a picture, as small as it gets, and the folder it lies in.
func write(name string, p image.Image) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	return errors.Join(encoder.Encode(f, p), f.Close())
}
