package markdown

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// appendEscaped appends text so that HTML reads it as text, between tags and
// inside a quoted attribute alike.
func appendEscaped[T string | []byte](out []byte, s T) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		var entity string
		switch s[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '"':
			entity = "&quot;"
		case 0:
			entity = "\uFFFD"
		default:
			continue
		}
		out = append(out, s[from:i]...)
		out = append(out, entity...)
		from = i + 1
	}
	return append(out, s[from:]...)
}

// appendURL appends an address for a quoted attribute. What an address may not
// hold is percent-encoded; letters of any script stay readable.
func appendURL(out []byte, url string) []byte {
	const hex = "0123456789ABCDEF"
	for i := 0; i < len(url); i++ {
		switch c := url[i]; {
		case c == '&':
			out = append(out, "&amp;"...)
		case c <= ' ', c == 0x7F, c == '"', c == '<', c == '>', c == '\\', c == '`', c == '{', c == '}', c == '|', c == '^':
			out = append(out, '%', hex[c>>4], hex[c&15])
		default:
			out = append(out, c)
		}
	}
	return out
}

// unescape returns what the author of Markdown source means: backslashes before
// punctuation taken away, entities resolved. The result may share raw's bytes.
func unescape(raw []byte) []byte {
	special := false
	for _, c := range raw {
		if c == '\\' || c == '&' {
			special = true
			break
		}
	}
	if !special {
		return raw
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); {
		switch {
		case raw[i] == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			out = append(out, raw[i+1])
			i += 2
		case raw[i] == '&':
			meaning, size := entity(raw[i:])
			out = append(out, meaning...)
			i += size
		default:
			out = append(out, raw[i])
			i++
		}
	}
	return out
}

// entity reads the entity at the start of raw, and returns what it stands for
// and how long it is; of what is no entity, the ampersand itself.
func entity(raw []byte) (meaning string, size int) {
	const longest = 33 // &CounterClockwiseContourIntegral;
	body := string(raw[1:min(len(raw), longest)])
	name, _, found := strings.Cut(body, ";")
	if !found || name == "" {
		return "&", 1
	}
	if name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(e.Characters), len(name) + 2
		}
		return "&", 1
	}
	digits, base, most := name[1:], 10, 7
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, most = digits[1:], 16, 6
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > most {
		return "&", 1
	}
	return string(visible(rune(n))), len(name) + 2
}

// visible is r, or U+FFFD for what must not come in as an entity either:
// control characters and those that turn the direction of text.
func visible(r rune) rune {
	switch {
	case r == '\n', r == '\t':
		return r
	case !utf8.ValidRune(r), unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
		return utf8.RuneError
	}
	return r
}
