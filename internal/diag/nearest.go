package diag

import (
	"strings"
	"unicode"
)

// Nearest returns the valid name that differs least from wrong, if it differs
// by few enough slips (an insertion, a deletion, a substitution or a swap of
// neighbours counts one) to be what was meant. Short names are not guessed.
func Nearest(wrong string, valid []string) (string, bool) {
	w := []rune(wrong)
	limit := min(2, len(w)/3)
	best, found := "", false
	for _, name := range valid {
		n := []rune(name)
		if d := len(n) - len(w); d > limit || -d > limit {
			continue
		}
		switch d := distance(w, n); {
		case d < limit, d == limit && !found, d == limit && found && name < best:
			if d > 0 && d <= limit {
				best, found = name, true
				limit = d
			}
		}
	}
	return best, found
}

// distance is the optimal string alignment distance between a and b.
func distance(a, b []rune) int {
	prev2, prev, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev, row = prev, row, prev2
	}
	return prev[len(b)]
}

// Printable returns s with every character that could disturb a terminal, a
// log or a reader's eye (controls, bidirectional overrides, zero-width and
// unassigned characters) replaced by its escape, cut to a length fit for a message.
func Printable(s string) string {
	const limit = 200
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n++; n > limit {
			b.WriteString("…")
			break
		}
		if unicode.IsGraphic(r) && !unicode.Is(unicode.Bidi_Control, r) {
			b.WriteRune(r)
			continue
		}
		b.WriteString(escape(r))
	}
	return b.String()
}

func escape(r rune) string {
	const digits = "0123456789ABCDEF"
	out := []byte("U+0000")
	if r > 0xFFFF {
		out = []byte("U+000000")
	}
	for i := len(out) - 1; i >= 2; i-- {
		out[i] = digits[r&15]
		r >>= 4
	}
	return "<" + string(out) + ">"
}
