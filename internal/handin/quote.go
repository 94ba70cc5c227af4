package handin

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainForm is what is written without quotes: ids, dates, numbers and
// addresses that no reader of YAML can take for something else. It holds none of
// the characters that end a value within brackets.
var plainForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9./_~%&=?+@:-]*$`)

// word writes an id, a date or an address: plain where that is safe.
func word(s string) string {
	if plainForm.MatchString(s) && !strings.HasSuffix(s, ":") {
		return s
	}
	return quote(s)
}

// quote writes a text in double quotes.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case showable(r):
			b.WriteRune(r)
		case r <= 0xFF:
			fmt.Fprintf(&b, `\x%02X`, r)
		case r <= 0xFFFF:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// showable reports whether a character can stand in a file as it is: not where
// YAML ends a line at it, and not where a reader would not see it.
func showable(r rune) bool {
	return unicode.IsGraphic(r) && r != 0x2028 && r != 0x2029 && r != utf8.RuneError
}

// literal reports whether a text of several lines can be written as it is,
// after "|".
func literal(s string) bool {
	if !strings.Contains(s, "\n") || strings.TrimSpace(s) != s {
		return false
	}
	for _, r := range s {
		if r != '\n' && !showable(r) {
			return false
		}
	}
	return true
}
