package score

import (
	"encoding/json"
	"strconv"

	"gradus/internal/maturity"
)

// MarshalJSON gives null for an unknown number.
func (n Number) MarshalJSON() ([]byte, error) {
	if !n.Valid {
		return []byte("null"), nil
	}
	return json.Marshal(n.Float)
}

// MarshalJSON gives null for an unknown level.
func (l Level) MarshalJSON() ([]byte, error) {
	if !l.Valid {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(l.Int), 10), nil
}

// MarshalJSON gives null for what has no basis.
func (b Basis) MarshalJSON() ([]byte, error) {
	return json.Marshal(orNull(string(b)))
}

// MarshalJSON puts to_target in its promised place, after gap.
func (o Overall) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Score       Number    `json:"score"`
		Level       Level     `json:"level"`
		Floor       Level     `json:"floor"`
		Target      Number    `json:"target"`
		Gap         Number    `json:"gap"`
		ToTarget    Number    `json:"to_target"`
		Provisional bool      `json:"provisional"`
		Coverage    Coverage  `json:"coverage"`
		Supported   Supported `json:"supported"`
		OnTarget    OnTarget  `json:"on_target"`
		Blockers    []string  `json:"blockers"`
		Needed      int       `json:"needed"`
	}{
		o.Score, o.Level, o.Floor, o.Target, o.Gap, o.ToTarget, o.Provisional,
		o.Coverage, o.Supported, o.OnTarget, o.Blockers, o.Needed,
	})
}

// MarshalJSON adds where a rating comes from.
func (c Capability) MarshalJSON() ([]byte, error) {
	type plain Capability // without this method
	out := struct {
		plain
		CarriedFrom   string `json:"carried_from,omitempty"`
		InheritedFrom []Link `json:"inherited_from,omitempty"`
	}{plain: plain(c), InheritedFrom: c.InheritedFrom}
	if c.CarriedFrom != nil {
		out.CarriedFrom = c.CarriedFrom.Key()
	}
	return json.Marshal(out)
}

// MarshalJSON names the assessment by its key, null when the team has none; a
// team that is not to be named is null as well.
func (l Link) MarshalJSON() ([]byte, error) {
	var key string
	if l.Assessment != nil {
		key = l.Assessment.Key()
	}
	return json.Marshal(struct {
		Team       *string `json:"team"`
		Assessment *string `json:"assessment"`
	}{orNull(l.Team), orNull(key)})
}

// MarshalJSON gives null for no due date.
func (g Gap) MarshalJSON() ([]byte, error) {
	type plain Gap // without this method
	return json.Marshal(struct {
		plain
		Due *maturity.Date `json:"due"`
	}{plain(g), orNull(g.Due)})
}

// orNull is nil, which JSON calls null, for the empty string.
func orNull[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}
