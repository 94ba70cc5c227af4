package score

import (
	"math"
	"strconv"

	"gradus/internal/maturity"
)

// Show writes a score, a target or a difference as people see it: with one
// decimal, rounded half away from zero (the scoring rules, section 8).
func Show(f float64) string { return showTenths(tenths(f)) }

// Show writes the capability's score as people see it: under the cumulative
// method it never looks as if a level were reached that is not, so that 2.96
// at level 2 is shown as 2.9. A capability without a score is "".
func (c *Capability) Show() string {
	if !c.Score.Valid {
		return ""
	}
	shown := tenths(c.Score.Float)
	if c.rules.method == maturity.Cumulative && c.Level.Int < c.rules.scale.Max {
		shown = min(shown, float64(c.Level.Int+1)*10-1)
	}
	return showTenths(shown)
}

// tenths rounds to whole tenths, half away from zero.
func tenths(f float64) float64 {
	return math.Copysign(math.Floor(math.Abs(f)*10+0.5+eps), f)
}

func showTenths(tenths float64) string {
	if tenths == 0 {
		return "0.0" // and not "-0.0"
	}
	return strconv.FormatFloat(tenths/10, 'f', 1, 64)
}
