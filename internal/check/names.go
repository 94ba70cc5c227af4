package check

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// mixable are the scripts that people write together in one name, after the
// level "highly restrictive" of Unicode Technical Standard #39, section 5.2.
var mixable = [][]string{
	{"Latin", "Han", "Hiragana", "Katakana"},
	{"Latin", "Han", "Bopomofo"},
	{"Latin", "Han", "Hangul"},
}

// mixedScripts returns the scripts of a name, sorted, when they do not go
// together; nil when they do.
func mixedScripts(name string) []string {
	if isASCII(name) {
		return nil
	}
	var scripts []string
	for _, r := range name {
		if s := script(r); s != "" && !slices.Contains(scripts, s) {
			scripts = append(scripts, s)
		}
	}
	if len(scripts) < 2 {
		return nil
	}
	for _, allowed := range mixable {
		if !slices.ContainsFunc(scripts, func(s string) bool { return !slices.Contains(allowed, s) }) {
			return nil
		}
	}
	slices.Sort(scripts)
	return scripts
}

// common are the scripts that most letters of names have, looked at first.
var common = []string{"Latin", "Han", "Cyrillic", "Greek", "Hiragana", "Katakana", "Hangul", "Bopomofo"}

// script is the script of a letter; "" for what belongs to none of its own,
// such as digits and punctuation.
func script(r rune) string {
	if !unicode.IsLetter(r) {
		return ""
	}
	for _, name := range common {
		if unicode.Is(unicode.Scripts[name], r) {
			return name
		}
	}
	for name, table := range unicode.Scripts { // a letter has one script: the order does not matter
		if name != "Common" && name != "Inherited" && unicode.Is(table, r) {
			return name
		}
	}
	return ""
}

// halfWidth writes full-width letters and digits as the plain ones. Full-width
// punctuation is part of Chinese and stays.
func halfWidth(name string) string {
	return strings.Map(func(r rune) rune {
		if narrow := r - 0xFEE0; r >= 0xFF10 && r <= 0xFF5A && narrow < 0x80 && isLetterOrDigit(narrow) {
			return narrow
		}
		return r
	}, name)
}

func isLetterOrDigit(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

// lookalikes lists, for each look, the characters that readers take for it:
// what the data of Unicode Technical Standard #39 says of Cyrillic, Greek and
// of Latin letters among each other.
var lookalikes = reverse(map[rune]string{
	'a': "аα", 'c': "с", 'd': "ԁ", 'e': "е", 'h': "һ", 'i': "іι", 'j': "ј", 'l': "I1|ІӀӏΙ", 'o': "оο",
	'p': "рρ", 'q': "ԛ", 's': "ѕ", 'u': "υ", 'v': "ν", 'w': "ԝ", 'x': "х", 'y': "у",
	'A': "АΑ", 'B': "ВΒ", 'C': "С", 'E': "ЕΕ", 'G': "Ԍ", 'H': "НΗ", 'J': "Ј", 'K': "КΚ", 'M': "МΜ", 'N': "Ν",
	'O': "0ОΟ", 'P': "РΡ", 'Q': "Ԛ", 'S': "Ѕ", 'T': "ТΤ", 'W': "Ԝ", 'X': "ХΧ", 'Y': "УΥ", 'Z': "Ζ",
	'3': "З",
})

func reverse(looks map[rune]string) map[rune]rune {
	table := make(map[rune]rune)
	for look, letters := range looks {
		for _, letter := range letters {
			table[letter] = look
		}
	}
	return table
}

// skeleton is what a name looks like: two names with one skeleton can be taken
// for each other. Compatibility forms, the composition of accents and the width
// of spaces are evened out.
func skeleton(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKC.String(name) {
		if unicode.IsSpace(r) {
			r = ' '
		}
		if look, ok := lookalikes[r]; ok {
			r = look
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 })
}
