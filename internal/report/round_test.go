package report

import (
	"testing"

	"gradus/internal/maturity"
	"gradus/internal/score"
)

func TestCountMoves(t *testing.T) {
	by := func(delta float64) Submission { return Submission{Move: &Move{Delta: score.Known(delta)}} }
	r := &Round{HandedIn: []Submission{
		by(0.05), by(1), by(-0.3), by(0.04), by(-0.04), by(0),
		{},
		{Move: &Move{}},
		{Move: &Move{Delta: score.Known(2), NotComparable: score.OtherModel}},
	}}
	r.countMoves()
	if want := (Moves{Up: 2, Down: 1, Same: 3, Incomparable: 2, New: 1}); r.Moved != want {
		t.Errorf("got %+v, want %+v", r.Moved, want)
	}
}

func TestRoundBefore(t *testing.T) {
	rounds := []maturity.Round{
		{ID: "a", From: "2025-01-01", Until: "2025-02-01"},
		{ID: "c", From: "2026-01-01", Until: "2026-02-01"},
		{ID: "b", From: "2025-06-01", Until: "2025-07-01"},
	}
	for i, want := range []string{"", "b", "a"} {
		got, ok := roundBefore(rounds, rounds[i])
		if got.ID != want || ok != (want != "") {
			t.Errorf("before %s: %q, want %q", rounds[i].ID, got.ID, want)
		}
	}
}
