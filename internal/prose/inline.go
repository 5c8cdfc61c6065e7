package prose

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"kontrakt/internal/doc"
)

// inlines reads the text of a block. References are collected and left out,
// with the space before them.
func (r *reader) inlines(block ast.Node) []doc.Inline {
	var in []doc.Inline
	for n := block.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			in = addPlain(in, r.plain(n))
		case *reference:
			r.cite(n)
			in = trimEnd(in)
		case *ast.Emphasis:
			in = r.strong(in, n)
		case *ast.Link:
			in = r.link(in, n, r.words(n), n.Destination)
			if len(n.Title) > 0 {
				r.problem(offset(n), "länktitel")
			}
		case *ast.AutoLink:
			in = r.link(in, n, string(n.Label(r.src)), n.URL(r.src))
		default:
			r.refuse(n)
		}
	}
	return trimStart(trimEnd(in))
}

func (r *reader) strong(in []doc.Inline, n *ast.Emphasis) []doc.Inline {
	if n.Level != 2 {
		r.refuse(n)
		return in
	}
	if s := strings.Trim(r.words(n), " \n"); s != "" {
		in = append(in, doc.Strong(s))
	}
	return in
}

func (r *reader) link(in []doc.Inline, n ast.Node, words string, url []byte) []doc.Inline {
	host, ok := bytes.CutPrefix(url, []byte("https://"))
	if !ok || len(host) == 0 || bytes.ContainsAny(url, " \t\n<>\"\\") {
		r.problem(offset(n), "länk")
		return in
	}
	if words = strings.TrimSpace(words); words == "" {
		r.problem(offset(n), "tom-länk")
		return in
	}
	return append(in, &doc.Link{Text: words, URL: string(url)})
}

// words is the text inside bold or a link, where nothing else may stand.
func (r *reader) words(parent ast.Node) string {
	var in []doc.Inline
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			in = addPlain(in, r.plain(n))
		case *reference:
			r.cite(n)
			in = trimEnd(in)
		case *ast.Link, *ast.AutoLink:
			r.problem(offset(n), "länk-i-fetstil")
		case *ast.Emphasis:
			r.problem(offset(n), "fetstil-i-annat")
		default:
			r.refuse(n)
		}
	}
	return doc.Text(in)
}

// plain is a piece of text as it is read: without backslashes, a new line in
// the file as a space.
func (r *reader) plain(n *ast.Text) string {
	raw := n.Segment.Value(r.src)
	if i := bareBracket(raw); i >= 0 {
		r.problem(n.Segment.Start+i, "hakparentes")
	}
	if resolved := util.ResolveEntityNames(util.ResolveNumericReferences(raw)); !bytes.Equal(resolved, raw) {
		r.problem(n.Segment.Start, "teckenkod")
	}
	s := strings.ReplaceAll(string(util.UnescapePunctuations(raw)), "\t", " ")
	switch {
	case n.HardLineBreak():
		return s + "\n"
	case n.SoftLineBreak():
		return s + " "
	}
	return s
}

// bareBracket finds a bracket without a backslash before it, or -1: the
// remains of a reference or a link that was not closed.
func bareBracket(raw []byte) int {
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '\\':
			i++
		case '[', ']':
			return i
		}
	}
	return -1
}

// countCells counts the cells of a table row as it is written.
func countCells(line []byte) int {
	line = bytes.TrimPrefix(bytes.TrimSpace(line), []byte("|"))
	cells := 1
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '\\':
			i++
		case line[i] == '|' && i < len(line)-1:
			cells++
		}
	}
	return cells
}

// addPlain joins plain text to plain text before it.
func addPlain(in []doc.Inline, s string) []doc.Inline {
	if s == "" {
		return in
	}
	if len(in) > 0 {
		if before, ok := in[len(in)-1].(doc.Plain); ok {
			in[len(in)-1] = before + doc.Plain(s)
			return in
		}
	}
	return append(in, doc.Plain(s))
}

func trimEnd(in []doc.Inline) []doc.Inline {
	if len(in) == 0 {
		return in
	}
	if p, ok := in[len(in)-1].(doc.Plain); ok {
		in = in[:len(in)-1]
		if p = doc.Plain(strings.TrimRight(string(p), " \n")); p != "" {
			in = append(in, p)
		}
	}
	return in
}

func trimStart(in []doc.Inline) []doc.Inline {
	if len(in) == 0 {
		return in
	}
	if p, ok := in[0].(doc.Plain); ok {
		p = doc.Plain(strings.TrimLeft(string(p), " \n"))
		if p == "" {
			return in[1:]
		}
		in[0] = p
	}
	return in
}
