package markdown

import (
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// breaksVisibly reports whether the end of a source line after t shows as a
// space. Between words of most scripts it does. Chinese is written without
// spaces, so there it does not: not between two Chinese characters, and not
// beside Chinese punctuation. Between a Chinese and a Latin word it does, as
// those are written with a space.
//
// This is the rule of CSS Text 3, “Segment Break Transformation”, taken down to
// what Chinese and Japanese need; browsers do not follow it reliably.
func breaksVisibly(said []byte, t *ast.Text, src []byte) bool {
	before, _ := utf8.DecodeLastRune(said)
	after, ok := nextRune(t, src)
	if !ok {
		return false // nothing follows
	}
	switch {
	case isCJKPunct(before), isCJKPunct(after):
		return false
	case isCJK(before):
		return !isCJK(after) && !isSharedPunct(after)
	case isCJK(after):
		return !isSharedPunct(before)
	}
	return true
}

// isCJKPunct tells full-width punctuation, which brings its own space.
func isCJKPunct(r rune) bool {
	switch {
	case r >= 0x3000 && r <= 0x3004, r >= 0x3008 && r <= 0x3020, r == 0x30FB:
		return true
	case r >= 0xFF01 && r <= 0xFF0F, r >= 0xFF1A && r <= 0xFF20, r >= 0xFF3B && r <= 0xFF40, r >= 0xFF5B && r <= 0xFF65:
		return true
	}
	return false
}

// nextRune returns the character that is read after n, within its block. It
// does not look far: what it passes over, such as comments, says nothing.
func nextRune(n ast.Node, src []byte) (rune, bool) {
	for steps := 0; n.Type() == ast.TypeInline && steps < maxNesting; n = n.Parent() {
		for next := n.NextSibling(); next != nil && steps < maxNesting; next = next.NextSibling() {
			if r, ok := firstRune(next, src); ok {
				return r, true
			}
			steps++
		}
		steps++
	}
	return 0, false
}

// firstRune returns the first character that n says.
func firstRune(n ast.Node, src []byte) (rune, bool) {
	for depth := 0; n != nil && depth < maxNesting; depth++ {
		switch t := n.(type) {
		case *ast.Text:
			if t.Segment.IsEmpty() {
				return 0, false
			}
			r, _ := utf8.DecodeRune(src[t.Segment.Start:])
			return r, true
		case *ast.AutoLink, *ast.Image:
			return 'a', true // stands for something with spaces around it
		}
		n = n.FirstChild()
	}
	return 0, false
}
