package report

import (
	"strconv"

	"gradus/internal/maturity"
	"gradus/internal/score"
)

const (
	unknown = "—"   // what nobody has assessed: never a 0
	arrow   = " → " // from how it was to how it is
	minus   = "−"   // the sign, as wide as a plus, and no hyphen
)

// show writes a score as people see it.
func show(n score.Number) string {
	if !n.Valid {
		return unknown
	}
	return score.Show(n.Float)
}

func showLevel(l score.Level) string {
	if !l.Valid {
		return unknown
	}
	return strconv.Itoa(l.Int)
}

// showNamed writes a level with its name on the model's scale.
func showNamed(l score.Level, m *maturity.Model, lang string) string {
	if !l.Valid {
		return unknown
	}
	name := m.LevelName(l.Int).In(lang)
	if name == "" {
		return showLevel(l)
	}
	return showLevel(l) + " " + name
}

// showChange writes a difference of two scores with its sign.
func showChange(n score.Number) string {
	if !n.Valid {
		return unknown
	}
	switch text := score.Show(n.Float); {
	case text == "0.0":
		return "±0.0"
	case n.Float < 0:
		return minus + text[1:]
	default:
		return "+" + text
	}
}

// showGain writes what a step is worth to the overall score. One decimal would
// show most steps as nothing.
func showGain(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) }

// showScore writes a capability's score; nil is one that its model lacked.
func showScore(c *score.Capability) string {
	if c == nil || !c.Score.Valid {
		return unknown
	}
	return c.Show()
}

// change writes how something was and how it is, and once where that is the same.
func change(was, now string) string {
	if was == now {
		return now
	}
	return was + arrow + now
}

// difference is what has been gained, unknown where either number is.
func difference(was, now score.Number) score.Number {
	if !was.Valid || !now.Valid {
		return score.Number{}
	}
	return score.Known(now.Float - was.Float)
}

func plain(n int) string { return strconv.Itoa(n) }
