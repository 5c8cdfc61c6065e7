package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"strconv"

	"kontrakt/internal/doc"
)

// Merger puts finished files together in one, to print double-sided: each
// begins on an odd page, after an empty one where need be. Files are added
// one at a time and written at once, so that memory grows with the number of
// pages, not of bytes. What files share, as fonts, is written once; their
// structure is kept, their attachments and metadata are not.
type Merger struct {
	w         *writer
	about     *doc.Document
	pageTree  int
	tree      int // the root of the structure tree
	whole     int // the element that all files' are parts of
	pages     []int
	parts     []int // the elements that files begin with
	owners    []int // of each file: which marks belong to which elements
	key       int   // the next key of that
	colours   int   // the colour profile
	blank     int   // content of an empty page; 0 before the first
	bookmarks []bookmark
	once      map[[sha256.Size]byte]int // what files share, by its sum
}

// NewMerger begins a file. Its metadata are those of about, whose content is
// not printed; no patient is to be named there.
func NewMerger(w io.Writer, about *doc.Document) *Merger {
	m := &Merger{w: newWriter(newDeflater()), about: about, once: map[[sha256.Size]byte]int{}}
	m.colours = m.w.start(w)
	m.pageTree = m.w.alloc(3)
	m.tree, m.whole = m.pageTree+1, m.pageTree+2
	return m
}

// Add copies a file that a Printer has made, with a bookmark of that text that
// leads to it. The error tells of another kind of file, or that w cannot be written.
func (m *Merger) Add(file []byte, text string) error {
	objects, root, err := readFile(file)
	if err != nil {
		return err
	}
	c := &copier{m: m, objects: objects, number: make([]int, len(objects))}
	pages, tree, err := c.frame(root)
	if err != nil {
		return err
	}
	m.oddPage()
	first := len(m.pages)
	for _, p := range pages {
		m.pages = append(m.pages, c.copy(p))
	}
	if c.err == nil && len(pages) > 0 {
		m.bookmarks = append(m.bookmarks, bookmark{text, first, pageHeight})
	}
	c.structure(tree)
	if c.err != nil {
		return c.err
	}
	return m.w.err
}

// oddPage adds an empty page if the next one would be the back of a leaf.
func (m *Merger) oddPage() {
	if len(m.pages)%2 == 0 {
		return
	}
	if m.blank == 0 {
		m.blank = m.w.alloc(1)
		m.w.stream(m.blank, "", []byte("/Artifact BMC EMC"))
	}
	n := m.w.alloc(1)
	m.w.value(n, "<</Type/Page/Parent %d 0 R/Resources<<>>/Contents %d 0 R/Tabs/S>>", m.pageTree, m.blank)
	m.pages = append(m.pages, n)
}

// Close writes what belongs to the whole file. Without Close there is none.
func (m *Merger) Close() error {
	m.w.pageTree(m.pageTree, m.pages)
	m.w.value(m.whole, "<</S/Document/P %d 0 R/K%s>>", m.tree, refs(m.parts))
	m.w.value(m.tree, "<</Type/StructTreeRoot/K[%d 0 R]/ParentTreeNextKey %d/ParentTree<</Kids%s>>>>", m.whole, m.key, refs(m.owners))
	root := m.w.catalog(m.about, false, m.pageTree, m.tree, m.colours, m.w.outline(m.bookmarks, m.pages))
	return m.w.end(root, m.w.info(m.about))
}

// copier copies the objects of one file.
type copier struct {
	m       *Merger
	objects []object
	number  []int // in the new file; 0 for not copied yet
	err     error
}

// frame finds the pages and the structure tree, which the new file has its own of.
func (c *copier) frame(root int) (pages []int, tree int, err error) {
	catalog := c.objects[root].value
	kids, err := entry(catalog, "/Pages ")
	if err != nil || kids >= len(c.objects) {
		return nil, 0, errUnreadable
	}
	tree, err = entry(catalog, "/StructTreeRoot ")
	if err != nil || tree >= len(c.objects) {
		return nil, 0, errUnreadable
	}
	c.number[kids], c.number[tree] = c.m.pageTree, c.m.whole
	refersTo(c.objects[kids].value, func(_, _, n int) { pages = append(pages, n) })
	return pages, tree, nil
}

// copy copies an object and all that it refers to; the result is its new number.
func (c *copier) copy(n int) int {
	if n >= len(c.objects) || c.objects[n].value == nil {
		c.err = errUnreadable
		return 0
	}
	if c.number[n] != 0 {
		return c.number[n]
	}
	o := c.objects[n]
	if shared(o) {
		value := c.renumber(o.value)
		sum := sha256.Sum256(append(value[:len(value):len(value)], o.stream...))
		if c.m.once[sum] == 0 {
			c.m.once[sum] = c.m.w.alloc(1)
			c.write(c.m.once[sum], value, o.stream)
		}
		c.number[n] = c.m.once[sum]
		return c.number[n]
	}
	c.number[n] = c.m.w.alloc(1) // before the others: they may refer back
	c.write(c.number[n], c.asPart(c.shifted(c.renumber(o.value))), o.stream)
	return c.number[n]
}

// shared says that files may have the object in common: a font or a picture.
func shared(o object) bool {
	return bytes.HasPrefix(o.value, []byte("<</Type/Font")) || o.stream != nil
}

// write adds a copy to the new file.
func (c *copier) write(n int, value, stream []byte) {
	if stream != nil {
		c.m.w.stream(n, string(value), stream)
		return
	}
	c.m.w.object(n, func(b *bytes.Buffer) { b.Write(value) })
}

// renumber is a value with references to the copies.
func (c *copier) renumber(value []byte) []byte {
	var out []byte
	last := 0
	refersTo(value, func(from, to, n int) {
		out = append(out, value[last:from]...)
		out = strconv.AppendInt(out, int64(c.copy(n)), 10)
		last = to
	})
	return append(out, value[last:]...)
}

// shifted gives a page or a link its key among those of all files.
func (c *copier) shifted(value []byte) []byte {
	for _, key := range []string{"/StructParents ", "/StructParent "} {
		before, after, ok := bytes.Cut(value, []byte(key))
		if !ok || !bytes.HasPrefix(value, []byte("<</Type/Page")) && !bytes.HasPrefix(value, []byte("<</Type/Annot")) {
			continue
		}
		n, err := number(after)
		if err != nil {
			c.err = err
			return value
		}
		rest := bytes.TrimLeft(after, "0123456789")
		return fmt.Appendf(nil, "%s%s%d%s", before, key, n+c.m.key, rest)
	}
	return value
}

// asPart makes the document that a file is one part of the new one.
func (c *copier) asPart(value []byte) []byte {
	if rest, ok := bytes.CutPrefix(value, []byte("<</S/Document/")); ok {
		return append([]byte("<</S/Part/"), rest...)
	}
	return value
}

// structure copies the elements, and which marks belong to them.
func (c *copier) structure(tree int) {
	value := c.objects[tree].value
	part, err1 := entry(value, "/K[")
	keys, err2 := entry(value, "/ParentTreeNextKey ")
	_, nums, ok := bytes.Cut(value, []byte("/Nums["))
	nums, tail := bytes.CutSuffix(nums, []byte("]>>>>"))
	if err1 != nil || err2 != nil || !ok || !tail {
		c.err = errUnreadable
		return
	}
	c.m.parts = append(c.m.parts, c.copy(part))
	nums = c.shiftKeys(c.renumber(nums))
	n := c.m.w.alloc(1)
	c.m.w.value(n, "<</Limits[%d %d]/Nums[%s]>>", c.m.key, c.m.key+max(keys, 1)-1, nums)
	c.m.owners = append(c.m.owners, n)
	c.m.key += keys
}

// shiftKeys numbers the entries "0[…]1[…]2 31 0 R 3 32 0 R " anew.
func (c *copier) shiftKeys(nums []byte) []byte {
	var out []byte
	for len(nums) > 0 {
		n, err := number(nums)
		end := bytes.IndexByte(nums, 'R') + 2
		if open := bytes.IndexByte(nums, '['); open >= 0 && open < len(strconv.Itoa(n))+1 {
			end = bytes.IndexByte(nums, ']') + 1
		}
		if err != nil || end < 2 || end > len(nums) {
			c.err = errUnreadable
			return out
		}
		out = strconv.AppendInt(out, int64(n+c.m.key), 10)
		out = append(out, bytes.TrimLeft(nums[:end], "0123456789")...)
		nums = nums[end:]
	}
	return out
}
