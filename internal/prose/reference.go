package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// kindReference is the kind of a source reference in brackets.
var kindReference = ast.NewNodeKind("SourceReference")

// reference is [id], [id, id] or [källa saknas] in the syntax tree.
type reference struct {
	ast.BaseInline
	segment text.Segment // what stands between the brackets
}

func (n *reference) Kind() ast.NodeKind { return kindReference }

// Dump is asked for by the library's interface of nodes.
func (n *reference) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// longest is the most bytes that are searched for the end of a reference, so
// that a line of nothing but brackets takes no time.
const longest = 500

// referenceParser takes every pair of brackets on one line that is not a
// link: text that a patient is to read has no others, and a misspelt id is
// then told instead of printed.
type referenceParser struct{}

func (referenceParser) Trigger() []byte { return []byte{'['} }

func (referenceParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	line = line[:min(len(line), longest)]
	end := bytes.IndexByte(line, ']')
	if end < 2 || bytes.IndexByte(line[1:end], '[') >= 0 {
		return nil
	}
	if end+1 < len(line) && line[end+1] == '(' {
		return nil
	}
	block.Advance(end + 1)
	return &reference{segment: text.NewSegment(segment.Start+1, segment.Start+end)}
}

// cite collects the ids of a reference, each with its position.
func (r *reader) cite(n *reference) {
	start := n.segment.Start
	for _, part := range bytes.Split(n.segment.Value(r.src), []byte(",")) {
		id := string(bytes.TrimSpace(part))
		at := start + bytes.Index(part, bytes.TrimSpace(part))
		start += len(part) + 1
		if id == "" {
			r.problem(at, "tom-källa")
			continue
		}
		if id == "källa saknas" {
			id = Missing
		}
		r.out.References = append(r.out.References, Reference{ID: id, Pos: r.at(at)})
	}
}
