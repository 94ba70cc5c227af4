package score_test

import (
	"errors"
	"strings"
	"testing"

	"gradus/internal/maturity"
	"gradus/internal/score"

	"github.com/google/go-cmp/cmp"
)

// TestCapability scores one rating of one capability, on a scale from 1 to 4
// where each level has the criteria a and b.
func TestCapability(t *testing.T) {
	tests := []struct {
		name     string
		method   maturity.Method
		rating   *maturity.Rating
		status   score.Status
		basis    score.Basis
		score    float64
		level    int
		blockers string
		shown    string
	}{
		{name: "not rated", rating: nil, status: score.Unassessed},
		{name: "dropped", rating: rating(maturity.Unassessed, "d.a.c0"), status: score.Unassessed},
		{name: "not applicable", rating: notApplicable("d.a.c0"), status: score.NotApplicable},
		{name: "nothing the model knows", rating: answered("d.a.c0", "gone", "met", "l2a", "perhaps"), status: score.Unassessed},

		{name: "declared", rating: declared("d.a.c0", 2),
			status: score.Rated, basis: score.Declared, score: 2, level: 2, blockers: "l3a l3b", shown: "2.0"},
		{name: "declared at the lowest", rating: declared("d.a.c0", 1),
			status: score.Rated, basis: score.Declared, score: 1, level: 1, blockers: "l2a l2b", shown: "1.0"},
		{name: "declared at the highest", rating: declared("d.a.c0", 4),
			status: score.Rated, basis: score.Declared, score: 4, level: 4, shown: "4.0"},
		{name: "declared beyond the scale", rating: declared("d.a.c0", 9),
			status: score.Rated, basis: score.Declared, score: 4, level: 4, shown: "4.0"},
		{name: "half of the next level", rating: answered("d.a.c0", "l2a", "met"),
			status: score.Rated, basis: score.Criteria, score: 1.5, level: 1, blockers: "l2b", shown: "1.5"},
		{name: "work above the next level does not show", rating: answered("d.a.c0", "l2a", "met", "l3a", "met", "l3b", "met"),
			status: score.Rated, basis: score.Criteria, score: 1.5, level: 1, blockers: "l2b", shown: "1.5"},
		{name: "waved through is not passed", rating: answered("d.a.c0", "l2a", "na", "l2b", "na", "l3a", "met"),
			status: score.Rated, basis: score.Criteria, score: 1, level: 1, shown: "1.0"},
		{name: "what is na does not count", rating: answered("d.a.c0", "l2a", "na", "l2b", "met", "l3b", "partly"),
			status: score.Rated, basis: score.Criteria, score: 2.25, level: 2, blockers: "l3a l3b", shown: "2.3"},
		{name: "contradicted by answers", rating: func() *maturity.Rating {
			r := answered("d.a.c0", "l2b", "unmet")
			r.Level = 3
			return r
		}(), status: score.Rated, basis: score.Criteria, score: 1.5, level: 1, blockers: "l2b", shown: "1.5"},
		{name: "additive counts every level", method: maturity.Additive, rating: answered("d.a.c0", "l2a", "met", "l3a", "met", "l3b", "met"),
			status: score.Rated, basis: score.Criteria, score: 2.5, level: 1, blockers: "l2b", shown: "2.5"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := newModel(1, 4, 1)
			if test.method != "" {
				m.Scoring.Method = test.method
			}
			a := assess("2026-10-31")
			if test.rating != nil {
				a.Ratings = append(a.Ratings, test.rating)
			}
			c := score.New(m, nil).Scorecard(a).Capability("d.a.c0")
			if c.Status != test.status || c.Basis != test.basis {
				t.Errorf("%s by %q, want %s by %q", c.Status, c.Basis, test.status, test.basis)
			}
			want := score.Number{Float: test.score, Valid: test.status == score.Rated}
			if c.Score != want || c.Level != (score.Level{Int: test.level, Valid: want.Valid}) {
				t.Errorf("score %v level %v, want %v and %d", c.Score, c.Level, want, test.level)
			}
			if got := strings.Join(c.Blockers, " "); got != test.blockers {
				t.Errorf("blockers %q, want %q", got, test.blockers)
			}
			if got := c.Show(); got != test.shown {
				t.Errorf("shown as %q, want %q", got, test.shown)
			}
		})
	}
}

func TestLevelWithoutCriteria(t *testing.T) {
	m := newModel(1, 3, 2)
	for _, c := range m.Capabilities() {
		c.Levels[1].Criteria = nil
	}
	m.Capability("d.a.c0").Levels = m.Capability("d.a.c0").Levels[:2] // nor is level 3 described
	card := score.New(m, nil).Scorecard(assess("2026-10-31",
		declared("d.a.c0", 2),
		answered("d.a.c1", "l3a", "met", "l3b", "met")))
	if c := card.Capability("d.a.c0"); c.Score != score.Known(2) {
		t.Errorf("a level without criteria is passed by declaring it, got %v", c.Score)
	}
	if c := card.Capability("d.a.c1"); c.Score != score.Known(1) {
		t.Errorf("a level without criteria is not passed by answers to others, got %v", c.Score)
	}
}

// TestFractions explains how 2.25 comes about.
func TestFractions(t *testing.T) {
	r := answered("d.a.c0", "l2a", "na", "l3b", "partly")
	r.Level = 2
	c := score.New(newModel(1, 3, 1), nil).Scorecard(assess("2026-10-31", r)).Capability("d.a.c0")
	if c.Score != score.Known(2.25) {
		t.Fatalf("score %v, want 2.25", c.Score)
	}
	l2, l3 := c.Definition.Level(2).Criteria, c.Definition.Level(3).Criteria
	want := []score.Fraction{
		{Level: 2, Share: 1, Passed: true, Criteria: []score.Mark{
			{Criterion: l2[0], Answer: &r.Criteria[0]},
			{Criterion: l2[1], Value: score.Known(1)},
		}},
		{Level: 3, Share: 0.25, Criteria: []score.Mark{
			{Criterion: l3[0], Value: score.Known(0)},
			{Criterion: l3[1], Value: score.Known(0.5), Answer: &r.Criteria[1]},
		}},
	}
	if diff := cmp.Diff(want, c.Fractions(), cmp.AllowUnexported(maturity.Text{})); diff != "" {
		t.Error(diff)
	}
}

func TestCarriedOver(t *testing.T) {
	earlier := assess("2026-04-30", declared("d.a.c0", 2), declared("d.a.c1", 2), declared("d.a.c2", 2))
	middle := extending("2026-04-30", assess("2026-07-31", declared("d.a.c1", 3), rating(maturity.Unassessed, "d.a.c2")))
	newest := extending("2026-07-31", assess("2026-10-31"))
	p := newPortfolio(newTeam("t", earlier, middle, newest))
	card := score.New(newModel(1, 4, 3), p).Scorecard(newest)

	if c := card.Capability("d.a.c0"); c.Score != score.Known(2) || c.CarriedFrom != earlier {
		t.Errorf("c0: score %v carried from %v", c.Score, c.CarriedFrom)
	}
	if c := card.Capability("d.a.c1"); c.Score != score.Known(3) || c.CarriedFrom != middle {
		t.Errorf("c1: score %v carried from %v", c.Score, c.CarriedFrom)
	}
	if c := card.Capability("d.a.c2"); c.Status != score.Unassessed {
		t.Errorf("c2 was dropped on the way, and is %s", c.Status)
	}
}

// TestExtendsMisused: what may not be extended carries nothing over.
func TestExtendsMisused(t *testing.T) {
	for name, key := range map[string]string{
		"itself": "2026-10-31", "later": "2026-12-31", "none": "2020-01-01", "another kind": "2026-04-30",
	} {
		t.Run(name, func(t *testing.T) {
			peer := ofKind(maturity.Peer, assess("2026-04-30", declared("d.a.c0", 2)))
			later := extending("2026-10-31", assess("2026-12-31", declared("d.a.c0", 3)))
			a := extending(key, assess("2026-10-31"))
			p := newPortfolio(newTeam("t", peer, a, later))
			c := score.New(newModel(1, 4, 1), p).Scorecard(a).Capability("d.a.c0")
			if c.Status != score.Unassessed {
				t.Errorf("status %s", c.Status)
			}
		})
	}
}

func TestInherited(t *testing.T) {
	byP := answered("d.a.c0", "l2a", "met", "l2b", "met")
	byP.Evidence = []maturity.Evidence{{URL: "https://example.org/"}}
	byP.Target, byP.Due = 4, "2027-01-01"
	p := newTeam("p", assess("2026-05-01", byP, notApplicable("d.a.c1")), assess("2026-11-01", declared("d.a.c0", 4)))
	q := newTeam("q", assess("2026-06-01", from("d.a.c0", "p"), from("d.a.c1", "p")))
	own := from("d.a.c0", "q")
	own.Target = 3
	a := assess("2026-10-31", own, from("d.a.c1", "q"), from("d.a.c2", "q"), from("d.a.c3", "nobody"))
	card := score.New(newModel(1, 4, 4), newPortfolio(p, q, newTeam("t", a))).Scorecard(a)

	c := card.Capability("d.a.c0")
	if c.Basis != score.Inherited || c.Score != score.Known(2) || !c.Evidence {
		t.Errorf("%s, score %v, evidence %v", c.Basis, c.Score, c.Evidence)
	}
	if c.Target != score.At(3) || c.Due != "" {
		t.Errorf("target %v due %q: neither is inherited", c.Target, c.Due)
	}
	if c.Own != own || c.Rating != byP {
		t.Errorf("own %v, counting %v", c.Own, c.Rating)
	}
	chain := []score.Link{{Team: "q", Assessment: q.Assessments[0]}, {Team: "p", Assessment: p.Assessments[0]}}
	if len(c.InheritedFrom) != 2 || c.InheritedFrom[0] != chain[0] || c.InheritedFrom[1] != chain[1] {
		t.Errorf("inherited from %v", c.InheritedFrom)
	}
	if c := card.Capability("d.a.c1"); c.Status != score.NotApplicable {
		t.Errorf("not applicable is inherited too, got %s", c.Status)
	}
	for _, id := range []string{"d.a.c2", "d.a.c3"} {
		if c := card.Capability(id); c.Status != score.Unassessed {
			t.Errorf("%s: nobody rated it, got %s", id, c.Status)
		}
	}
}

func TestInheritedInACircle(t *testing.T) {
	a := assess("2026-10-31", from("d.a.c0", "p"))
	portfolio := newPortfolio(
		newTeam("p", assess("2026-09-30", from("d.a.c0", "q"))),
		newTeam("q", assess("2026-08-31", from("d.a.c0", "p"))),
		newTeam("t", a))
	s := score.New(newModel(1, 4, 1), portfolio)
	if c := s.Scorecard(a).Capability("d.a.c0"); c.Status != score.Unassessed {
		t.Errorf("status %s", c.Status)
	}
	_, _, err := s.Inherit(a, a.Ratings[0])
	var circle *score.CircleError
	if !errors.As(err, &circle) {
		t.Fatalf("error %v", err)
	}
	if got := circle.Error(); !strings.HasSuffix(got, "t -> p -> q -> p") {
		t.Errorf("error %q", got)
	}

	itself := assess("2026-10-31", from("d.a.c0", "t"))
	if _, _, err := s.Inherit(itself, itself.Ratings[0]); !errors.As(err, &circle) {
		t.Errorf("from itself: error %v", err)
	}
}

func TestSetTarget(t *testing.T) {
	m := newModel(1, 4, 2)
	m.Targets = targets("d", 2)
	p := newPortfolio()
	p.Rules = []maturity.TargetRule{
		{Tag: "tier-1", Group: "shop", Targets: targets("d.a.c0", 4)},
		{Group: "shop", Targets: targets("d.a", 3)},
	}
	s := score.New(m, p)
	tests := []struct {
		name string
		team *maturity.Team
		want int
	}{
		{"unknown team: the model's", nil, 2},
		{"no rule matches", &maturity.Team{Tags: []string{"tier-1"}, Group: "shopping"}, 2},
		{"by group", &maturity.Team{Group: "shop/cart"}, 3},
		{"by tag and group", &maturity.Team{Tags: []string{"tier-1"}, Group: "shop"}, 4},
		{"the team's own come first", &maturity.Team{Group: "shop", Targets: targets("default", 2)}, 2},
		{"what is no level of the scale counts for nothing", &maturity.Team{Group: "shop", Targets: targets("default", 9)}, 3},
	}
	for _, test := range tests {
		if got := s.SetTarget(test.team, "d.a.c0"); got != score.At(test.want) {
			t.Errorf("%s: %v, want %d", test.name, got, test.want)
		}
	}
	if got := s.SetTarget(nil, "d.a.unknown"); got.Valid {
		t.Errorf("unknown capability: %v", got)
	}
}
