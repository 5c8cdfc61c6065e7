// Package prose turns a template's Markdown into blocks of the document
// model. It is the only door to the Markdown library and lets through an
// allow-list of node kinds: what a patient's paper can show. All else is a
// problem with a position. It stands beside source, before plan.
package prose

import (
	"bytes"
	"sort"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"kontrakt/internal/doc"
	"kontrakt/internal/source"
)

// Missing is the id of a reference that says that no source was found; it is
// written [källa saknas].
const Missing = "saknas"

// Text is Markdown that has been read. Headings have no ID: whoever composes
// a document knows which names are taken.
type Text struct {
	Blocks     []doc.Block
	At         []source.Position // where each block begins
	References []Reference       // in the order of the text
}

// Reference is a source id in brackets. It is no part of the blocks.
type Reference struct {
	ID  string // Missing where no source was found
	Pos source.Position
}

// Parse reads Markdown: headings of level 2 and 3, paragraphs, lists, bold,
// links (https), tables, and references to sources in brackets. Line is the
// number of its first line in the file called name.
func Parse(name string, line int, markdown []byte) (*Text, source.Problems) {
	src := bytes.ReplaceAll(markdown, []byte("\r\n"), []byte("\n"))
	r := &reader{src: src, name: name, line: line, ends: lineEnds(src), last: mark{0, 1}}
	root := markdownParser().Parse(text.NewReader(src), parser.WithContext(parser.NewContext()))
	r.blocks(root)
	return &r.out, r.problems
}

// markdownParser knows all of CommonMark, so that what is not allowed is
// seen and told, save two constructs that would change text silently: a line
// of hyphens under a paragraph (a heading) and [x]: … (a link definition).
var markdownParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(referenceParser{}, 150))...),
		parser.WithParagraphTransformers(
			util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
})

// reader walks the syntax tree and collects blocks, references and problems.
type reader struct {
	src      []byte
	name     string
	line     int
	ends     []int // the offset of each newline
	last     mark  // that at has looked up
	out      Text
	problems source.Problems
}

func lineEnds(src []byte) []int {
	var ends []int
	for i, b := range src {
		if b == '\n' {
			ends = append(ends, i)
		}
	}
	return ends
}

// at is the position of a byte offset, counted in characters. It counts on
// from the last one where it can, so that a long line is read once.
func (r *reader) at(offset int) source.Position {
	offset = min(max(offset, 0), len(r.src))
	n := sort.SearchInts(r.ends, offset)
	start := 0
	if n > 0 {
		start = r.ends[n-1] + 1
	}
	if r.last.offset < start || r.last.offset > offset {
		r.last = mark{start, 1}
	}
	r.last.column += utf8.RuneCount(r.src[r.last.offset:offset])
	r.last.offset = offset
	return source.Position{File: r.name, Line: r.line + n, Column: r.last.column}
}

// mark is the column of an offset.
type mark struct{ offset, column int }

// offset is where a node begins; of the nearest node around it that knows.
func offset(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if t, ok := n.(*ast.Text); ok {
			return t.Segment.Start
		}
		if n.Pos() >= 0 {
			return n.Pos()
		}
	}
	return 0
}

func (r *reader) problem(offset int, rule string, args ...string) {
	r.problems = append(r.problems, sentences.Problem(r.at(offset), "", rule, args...))
}

// refuse tells that a node is not on the allow-list.
func (r *reader) refuse(n ast.Node) {
	rule, ok := refused[n.Kind()]
	if !ok {
		rule = "okänd-form"
	}
	r.problem(offset(n), rule)
}
