package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// A run is a stretch of letters and digits that are all written with spaces
// between words, or all without.
type run struct {
	text string // normalised
	han  bool   // Han, kana or hangul: a reader leaves no spaces
	at   int    // its place in the normalised text, in bytes
}

// tokens are what a text is found by: its words, two words with a hyphen between
// them as one too (on-call is oncall), and of each Han run the overlapping pairs
// of characters and the last character alone. A query of one character is a
// prefix, so the pairs that begin with it find all the others.
func tokens(text string) []string {
	text = normalise(text)
	var all []string
	var before run
	for _, r := range runs(text) {
		if !r.han {
			all = append(all, r.text)
			if end := before.at + len(before.text); end+1 == r.at && text[end] == '-' && !before.han && before.text != "" {
				all = append(all, before.text+r.text)
			}
			before = r
			continue
		}
		before = run{}
		last := r.text
		for i, char := range r.text {
			last = r.text[i:]
			next := i + utf8.RuneLen(char)
			if next < len(r.text) {
				_, size := utf8.DecodeRuneInString(r.text[next:])
				all = append(all, r.text[i:next+size])
			}
		}
		all = append(all, last)
	}
	return all
}

// runs takes a normalised text apart. Its twin is in themes/default/src/search-tokens.js.
func runs(text string) []run {
	var all []run
	start := 0
	now := classOther
	flush := func(end int) {
		if now != classOther {
			all = append(all, run{text[start:end], now == classHan, start})
		}
	}
	for i, char := range text {
		if c := classOf(char, now); c != now {
			flush(i)
			start, now = i, c
		}
	}
	flush(len(text))
	return all
}

// normalise makes one of the ways in which the same is written: NFKC, then
// lower case character by character. A whole text at once would make the last
// sigma of a Greek word another letter.
func normalise(text string) string {
	if isASCII(text) {
		return strings.ToLower(text)
	}
	text = norm.NFKC.String(text)
	lower := cases.Lower(language.Und)
	var b strings.Builder
	b.Grow(len(text))
	for _, char := range text {
		switch {
		case char < utf8.RuneSelf:
			b.WriteRune(unicode.ToLower(char))
		case unicode.Is(unicode.Han, char):
			b.WriteRune(char)
		default:
			b.WriteString(lower.String(string(char)))
		}
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// A class of characters.
type class int

const (
	classOther class = iota // nobody searches for it
	classWord
	classHan
)

// prolonged is the mark of a long vowel, which the two kana share.
const prolonged = 'ー'

// classOf is the class of a character after one of a class: a mark belongs to
// what it stands on.
func classOf(char rune, before class) class {
	switch {
	case char < utf8.RuneSelf:
		if 'a' <= char && char <= 'z' || '0' <= char && char <= '9' || 'A' <= char && char <= 'Z' {
			return classWord
		}
		return classOther
	case char == prolonged || unicode.In(char, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return classHan
	case unicode.In(char, unicode.L, unicode.N):
		return classWord
	case unicode.Is(unicode.M, char):
		return before
	}
	return classOther
}
