package source

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// remove takes a key away with its line, and then what it stood in where
// nothing is left of that.
func (e *editor) remove(path string) error {
	at := e.find(path)
	if at.value == nil || at.rest != "" {
		return nil
	}
	if at.key == nil {
		return e.set(path, nil)
	}
	above := strings.TrimSuffix(strings.TrimSuffix(path, text(at.key)), ".")
	alone := len(at.parent.Content) == 2
	if alone && above != "" && !strings.HasSuffix(above, "]") {
		if err := e.set(path, &yaml.Node{Kind: yaml.ScalarNode}); err != nil {
			return err
		}
		if left := e.find(above).value; left == nil || blank(left) || e.commentIn(e.start(left), e.end(left)) {
			return nil
		}
		return e.remove(above)
	}
	if alone {
		return e.set(path, &yaml.Node{Kind: yaml.ScalarNode})
	}
	from, to, ok := e.keySpan(at)
	if !ok {
		return e.set(path, &yaml.Node{Kind: yaml.ScalarNode})
	}
	i := at.index - 1
	at.parent.Content = slices.Delete(at.parent.Content, i, i+2)
	return e.rewrite([]cut{{from, to, ""}})
}

// keySpan are the bytes of a key and its value with what divides them from
// the next; ok is false where somebody's comment would go with them or be
// left alone.
func (e *editor) keySpan(at spot) (from, to int, ok bool) {
	keys := at.parent.Content
	from = e.start(at.key)
	begin, _ := e.afterColon(at.key)
	end := begin
	if !empty(at.value) {
		end = e.end(at.value)
	}
	first, last := at.index == 1, at.index == len(keys)-1
	switch {
	case at.inFlow && last:
		from, to = e.lastEnd(&yaml.Node{Kind: yaml.MappingNode, Content: keys[:at.index-1]}), end
	case at.inFlow || first && strings.TrimLeft(string(e.data[e.lineStart(from):from]), " ") != "":
		if last {
			return 0, 0, false
		}
		to = e.start(keys[at.index+1])
	default:
		from, to = e.lineStart(from), e.afterBreak(e.lineEnd(end))
		if e.commented(from) || e.commentIn(end, e.lineEnd(end)) {
			return 0, 0, false
		}
	}
	if at.value.Kind == yaml.ScalarNode && !empty(at.value) {
		begin, end = e.start(at.value), e.end(at.value)
		if at.value.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 { // the mark's line may have a comment
			begin = e.lineEnd(begin)
		}
		return from, to, !e.commentIn(from, begin) && !e.commentIn(end, to)
	}
	return from, to, !e.commentIn(from, to)
}

// commented tells whether the line above one that starts at a byte is a
// comment.
func (e *editor) commented(start int) bool {
	above := e.beforeBreak(start)
	return above < start && strings.HasPrefix(strings.TrimLeft(string(e.data[e.lineStart(above):above]), " "), "#")
}

// commentIn tells whether there may be a comment among some bytes, which is
// so of every #: better to leave an empty key than to lose somebody's words.
func (e *editor) commentIn(from, to int) bool {
	return from < to && bytes.IndexByte(e.data[from:to], '#') >= 0
}

// rewrite makes cuts that the tree has been changed for, and reads the text
// again to see that both say the same.
func (e *editor) rewrite(cuts []cut) error {
	want := e.root
	if err := e.load(apply(e.data, cuts)); err != nil {
		return err
	}
	if !same(want, e.root) {
		return errUnread
	}
	return nil
}

var errOneLine = errors.New("raderna går inte att skilja åt")

// Swap lets a row of a list change places with the one after it, with the
// comments beside and above them, and leaves every other byte as it is.
func Swap(data []byte, list string, i int) ([]byte, error) {
	e, marked, err := edit(data, nil)
	if err != nil {
		return nil, err
	}
	at := e.find(list)
	if at.value == nil || at.rest != "" || at.value.Kind != yaml.SequenceNode || i < 0 || i+1 >= len(at.value.Content) {
		return nil, fmt.Errorf("raderna under «%s» kan inte byta plats: %w", list, errNoRow)
	}
	if err := e.swap(at.value, i); err != nil {
		return nil, fmt.Errorf("raderna under «%s» kan inte byta plats: %w", list, err)
	}
	return e.bytes(marked), nil
}

func (e *editor) swap(list *yaml.Node, i int) error {
	from1, to1, ok1 := e.rowSpan(list, i)
	from2, to2, ok2 := e.rowSpan(list, i+1)
	if !ok1 || !ok2 || to1 > from2 {
		return errOneLine
	}
	first, second := string(e.data[from1:to1]), string(e.data[from2:to2])
	list.Content[i], list.Content[i+1] = list.Content[i+1], list.Content[i]
	return e.rewrite([]cut{{from1, to1, second}, {from2, to2, first}})
}

// rowSpan are the bytes of a row, in block style whole lines but for the last
// line break. A comment above a row goes with it.
func (e *editor) rowSpan(list *yaml.Node, i int) (from, to int, ok bool) {
	item := list.Content[i]
	if list.Style&yaml.FlowStyle != 0 {
		return e.start(item), e.end(item), !empty(item)
	}
	from = e.lineStart(e.afterDash(list, item))
	to = e.rowEnd(list, i)
	if strings.Trim(string(e.data[from:e.afterDash(list, item)]), " -") != "" {
		return 0, 0, false
	}
	above := 0 // a line of the row above that begins with # is no comment
	if i > 0 {
		above = e.rowEnd(list, i-1)
	}
	for from > above && e.commented(from) && e.beforeBreak(from) > above {
		from = e.lineStart(e.beforeBreak(from))
	}
	return from, to, true
}

// rowEnd is the end of the last line of a row of a block list.
func (e *editor) rowEnd(list *yaml.Node, i int) int {
	return e.lineEnd(e.lastEnd(&yaml.Node{Kind: yaml.SequenceNode, Line: list.Line, Column: list.Column, Content: list.Content[:i+1]}))
}
