package site

import (
	"strconv"
	"strings"

	"gradus/internal/score"
)

// minus is the sign of a number below zero: as wide as a plus, and no hyphen.
const minus = "−"

// show writes a score as people see it, "" when it is unknown.
func show(n score.Number) string {
	if !n.Valid {
		return ""
	}
	return score.Show(n.Float)
}

// showGain writes what a step is worth to the overall score. One decimal would
// show most steps as nothing.
func showGain(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) }

// showChange writes a difference of two scores with its sign.
func showChange(f float64) string {
	switch text := score.Show(f); {
	case text == "0.0":
		return "±0.0"
	case f < 0:
		return minus + text[1:]
	default:
		return "+" + text
	}
}

// decimals writes a number of an arithmetic, which needs more than the one
// decimal of a score to be followed.
func decimals(f float64, n int) string { return strconv.FormatFloat(f, 'f', n, 64) }

// two writes a score with two decimals, "" when it is unknown.
func two(n score.Number) string {
	if !n.Valid {
		return ""
	}
	return decimals(n.Float, 2)
}

// percent writes a share: "14.3 %", and whole ones without a decimal.
func percent(f float64) string {
	text := strings.TrimSuffix(decimals(100*f, 1), ".0")
	return text + "\u202f%"
}
