package score

// eps is how far apart two numbers may lie and still be equal.
const eps = 1e-9

// A Number may be unknown, as the score of what nobody assessed is. The zero
// value is unknown.
type Number struct {
	Float float64 // 0 when unknown
	Valid bool    // whether it is known
}

// Known returns a number that is known.
func Known(f float64) Number { return Number{Float: f, Valid: true} }

// minus is the difference, unknown where either number is.
func (n Number) minus(other Number) Number {
	if !n.Valid || !other.Valid {
		return Number{}
	}
	return Known(n.Float - other.Float)
}

// same reports whether both are unknown, or both known and equal.
func (n Number) same(other Number) bool {
	return n.Valid == other.Valid && equal(n.Float, other.Float)
}

// A Level may be unknown, as that of what nobody assessed is. The zero value
// is unknown.
type Level struct {
	Int   int  // 0 when unknown
	Valid bool // whether it is known
}

// At returns a level that is known.
func At(level int) Level { return Level{Int: level, Valid: true} }

func equal(a, b float64) bool { return a-b < eps && b-a < eps }

// compareNumbers is cmp.Compare up to eps.
func compareNumbers(a, b float64) int {
	switch {
	case equal(a, b):
		return 0
	case a < b:
		return -1
	default:
		return 1
	}
}
