package score_test

import (
	"testing"

	"gradus/internal/maturity"
	"gradus/internal/score"
)

// BenchmarkScorecard scores 35 capabilities of 5 levels with 3 criteria each,
// a third of them by criteria, with requirements, targets and a plan.
func BenchmarkScorecard(b *testing.B) {
	m := newModel(1, 5, 35)
	m.Targets = targets("default", 3, "d.a.c7", 4)
	all := m.Capabilities()
	a := assess("2026-10-31")
	for i, c := range all {
		for _, l := range c.Levels[1:] {
			l.Criteria = append(l.Criteria, &maturity.Criterion{ID: l.Criteria[0].ID + "c", Level: l.Level})
		}
		if i > 0 {
			require(m, c.ID, 3, all[i-1].ID, 2)
		}
		r := declared(c.ID, 1+i%4)
		if i%3 == 0 {
			r = answered(c.ID, "l2a", "met", "l2b", "met", "l2ac", "met", "l3a", "partly", "l3b", "unmet", "l4a", "met")
		}
		a.Ratings = append(a.Ratings, r)
	}
	s := score.New(m, newPortfolio(newTeam("t", a)))
	if n := len(s.Scorecard(a).Plan); n < 20 {
		b.Fatalf("a plan of %d steps only", n)
	}
	b.ReportAllocs()
	for b.Loop() {
		s.Scorecard(a)
	}
}
