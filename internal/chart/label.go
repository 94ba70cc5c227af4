package chart

import (
	"strings"
	"unicode"
)

// mostLines is how many lines a name may take.
const mostLines = 3

// wrap divides a name into as few lines of the given width as can be, and
// those as equal as can be: between words, or between any two Chinese
// characters. What does not fit in three lines ends in "…"; the table beside
// the picture has it whole.
func wrap(name string, limit float64) []string {
	runes := []rune(strings.Join(strings.Fields(clean(name)), " "))
	lines := fill(runes, limit)
	if len(lines) > mostLines {
		lines = lines[:mostLines]
		lines[mostLines-1] += "…"
	}
	for narrower := limit; len(lines) > 1 && narrower > 0; narrower -= textSize / 4 {
		even := fill(runes, narrower)
		if len(even) != len(lines) || widest(even) > narrower {
			break
		}
		lines = even
	}
	for i := range lines {
		lines[i] = shorten(lines[i], limit)
	}
	return lines
}

// fill puts as much on each line as it holds. A word too long for a line has
// one for itself.
func fill(text []rune, limit float64) []string {
	var lines []string
	start, end := 0, 0 // of the line, as far as it is known to fit
	for i := 1; i <= len(text); i++ {
		if i < len(text) && !mayBreak(text[i-1], text[i]) {
			continue
		}
		if end > start && textWidth(strings.TrimSpace(string(text[start:i]))) > limit {
			lines = append(lines, strings.TrimSpace(string(text[start:end])))
			start = end
		}
		end = i
	}
	return append(lines, strings.TrimSpace(string(text[start:])))
}

func widest(lines []string) float64 {
	w := 0.0
	for _, line := range lines {
		w = max(w, textWidth(line))
	}
	return w
}

// mayBreak reports whether a line may end between two runes.
func mayBreak(before, after rune) bool {
	switch {
	case before == ' ':
		return true
	case unicode.In(after, unicode.Pe, unicode.Pf, unicode.Po), unicode.In(before, unicode.Ps, unicode.Pi):
		return false
	default:
		return before == '-' || before == '/' || isWide(before) || isWide(after)
	}
}

// shorten cuts a text that is too long for the width.
func shorten(s string, limit float64) string {
	if textWidth(s) <= limit {
		return s
	}
	runes := []rune(strings.TrimSuffix(s, "…"))
	for len(runes) > 0 && textWidth(string(runes))+textSize > limit {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimSpace(string(runes)) + "…"
}

// textWidth estimates how wide a text is, in the unit of the picture. The font
// is the reader's; the figures are those of wide sans-serif fonts.
func textWidth(s string) float64 {
	ems := 0.0
	for _, r := range s {
		switch {
		case isWide(r):
			ems += 1
		case strings.ContainsRune("mwMW@%", r):
			ems += 0.9
		case unicode.IsUpper(r):
			ems += 0.7
		case strings.ContainsRune(" ijl.,:;'|", r):
			ems += 0.3
		case strings.ContainsRune("ftr()-", r):
			ems += 0.36
		default:
			ems += 0.56
		}
	}
	return ems * textSize
}

// isWide reports whether a rune is as wide as it is high, as those of Chinese,
// Japanese and Korean are: all from the CJK radicals on.
func isWide(r rune) bool { return r >= 0x2E80 || r == '—' || r == '…' }
