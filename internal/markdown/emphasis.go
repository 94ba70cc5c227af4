package markdown

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// emphasisParser reads *, _ and ~ as CommonMark does, except beside Chinese.
//
// CommonMark decides by the characters around a mark whether it may open or
// close, and takes spaces between words for granted. Chinese has none, so that
// “**重点：**内容” shows its asterisks: a mark between punctuation and a letter
// may not close. Here Chinese punctuation does not count as punctuation in that
// rule, and next to a Chinese character a mark may do both, as in the
// "CommonMark CJK-friendly amendments" that other renderers follow.
type emphasisParser struct{}

func (emphasisParser) Trigger() []byte { return []byte{'*', '_', '~'} }

func (emphasisParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	mark, length := line[0], 1
	for length < len(line) && line[length] == mark {
		length++
	}
	if mark == '~' && (length > 2 || before == '~') {
		return nil
	}
	if !stateOf(pc).countDelimiter(parent, segment.Start) {
		return nil
	}
	after := ' '
	if length < len(line) {
		after, _ = utf8.DecodeRune(line[length:])
	}
	canOpen, canClose := flanks(mark, before, after)
	d := parser.NewDelimiter(canOpen, canClose, length, mark, delimiter(mark))
	d.Segment = segment.WithStop(segment.Start + length)
	block.Advance(length)
	pc.PushDelimiter(d)
	return d
}

// countDelimiter reports whether a paragraph may hold one delimiter more.
func (s *state) countDelimiter(block ast.Node, offset int) bool {
	if s.block != block {
		s.block, s.delimiters = block, 0
	}
	s.delimiters++
	if s.delimiters <= maxDelimiters {
		return true
	}
	s.fault(offset, "* _ ~", maxDelimiters)
	return false
}

// flanks says whether a run of marks between two characters may open and may
// close emphasis. Line ends count as spaces.
func flanks(mark byte, before, after rune) (canOpen, canClose bool) {
	spaceBefore, spaceAfter := util.IsSpaceRune(before), util.IsSpaceRune(after)
	cjkBefore, cjkAfter := isCJK(before) || isSharedPunct(before), isCJK(after) || isSharedPunct(after)
	punctBefore := util.IsPunctRune(before) && !cjkBefore
	punctAfter := util.IsPunctRune(after) && !cjkAfter

	left := !spaceAfter && (!punctAfter || spaceBefore || punctBefore || cjkBefore)
	right := !spaceBefore && (!punctBefore || spaceAfter || punctAfter || cjkAfter)
	if mark == '_' {
		return left && (!right || util.IsPunctRune(before)), right && (!left || util.IsPunctRune(after))
	}
	return left, right
}

// isCJK tells the characters that Chinese and Japanese write without spaces:
// their letters and their own punctuation.
func isCJK(r rune) bool {
	switch {
	case r < 0x2E80:
		return false
	case r >= 0x3000 && r <= 0x303F, r >= 0xFF00 && r <= 0xFFEF, r >= 0xFE30 && r <= 0xFE4F:
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo)
}

// isSharedPunct tells the punctuation that Chinese shares with other scripts.
func isSharedPunct(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '—', '…', '·':
		return true
	}
	return false
}

// delimiter makes nodes of matching marks of one kind: the mark itself.
type delimiter byte

func (d delimiter) IsDelimiter(c byte) bool { return c == byte(d) }

func (delimiter) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (d delimiter) OnMatch(consumes int) ast.Node {
	if d == '~' {
		return extast.NewStrikethrough()
	}
	return ast.NewEmphasis(consumes)
}
