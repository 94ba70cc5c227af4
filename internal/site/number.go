package site

import (
	"strconv"

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

// moves counts the capabilities whose level rose, and those whose level fell.
func moves(d score.Diff) (up, down int) {
	for _, c := range d.Changes {
		switch was, now := c.Was.Level, c.Now.Level; {
		case !was.Valid || !now.Valid:
		case now.Int > was.Int:
			up++
		case now.Int < was.Int:
			down++
		}
	}
	return up, down
}
