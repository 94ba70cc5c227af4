package score_test

import (
	"fmt"
	"math/rand/v2"

	"gradus/internal/maturity"
)

// A randomSite is a valid model with teams that assess themselves by it, the
// same for the same seed.
type randomSite struct {
	rng       *rand.Rand
	model     *maturity.Model
	portfolio *maturity.Portfolio
}

func newRandomSite(seed uint64) *randomSite {
	s := &randomSite{rng: rand.New(rand.NewPCG(seed, 7))}
	s.model = s.newModel()
	s.portfolio = newPortfolio(s.newTeam("p", ""), s.newTeam("q", "p"), s.newTeam("t", "q"))
	s.portfolio.Rules = []maturity.TargetRule{
		{Tag: "tier-1", Targets: targets("d0", s.level())},
		{Group: "shop", Targets: targets("default", s.level())},
	}
	return s
}

// chance is true once in n times.
func (s *randomSite) chance(n int) bool { return s.rng.IntN(n) == 0 }

// level returns a level above the lowest.
func (s *randomSite) level() int {
	scale := s.model.Scale
	return scale.Min + 1 + s.rng.IntN(scale.Len()-1)
}

func (s *randomSite) newModel() *maturity.Model {
	lowest := s.rng.IntN(2)
	m := newModel(lowest, lowest+2+s.rng.IntN(3), 0)
	s.model = m
	m.Domains = nil
	if s.chance(3) {
		m.Scoring.Method = maturity.Additive
	}
	if s.chance(2) {
		evidenceFrom := s.level()
		m.Scoring.EvidenceFrom = &evidenceFrom
	}
	m.Scoring.Share = []float64{0.5, 0.8, 1}[s.rng.IntN(3)]
	m.Targets = targets("default", s.level())
	for d := range 1 + s.rng.IntN(3) {
		domain := &maturity.Domain{ID: fmt.Sprintf("d%d", d), Weight: float64(1 + s.rng.IntN(3))}
		for a := range 1 + s.rng.IntN(3) {
			area := &maturity.Area{ID: fmt.Sprintf("%s.a%d", domain.ID, a), Weight: float64(1 + s.rng.IntN(2))}
			for c := range 1 + s.rng.IntN(4) {
				area.Capabilities = append(area.Capabilities, newCapability(fmt.Sprintf("%s.c%d", area.ID, c), m.Scale))
			}
			domain.Areas = append(domain.Areas, area)
		}
		m.Domains = append(m.Domains, domain)
	}
	m.Index()
	s.addRequirements()
	return m
}

// addRequirements adds some that form no circle: each names a lower level, or
// else, in every other model, a capability that stands earlier in the model.
func (s *randomSite) addRequirements() {
	byOrder := s.chance(2)
	all := s.model.Capabilities()
	for _, c := range all {
		for _, l := range c.Levels[1:] {
			l.Effort = float64(1 + s.rng.IntN(5))
			needed, level := all[s.rng.IntN(len(all))], s.level()
			if !s.chance(3) || needed == c {
				continue
			}
			if byOrder && needed.Index < c.Index || !byOrder && level < l.Level {
				require(s.model, c.ID, l.Level, needed.ID, level)
			}
		}
	}
}

func (s *randomSite) newTeam(id, inheritFrom string) *maturity.Team {
	t := newTeam(id, s.newAssessment("2026-04-30", inheritFrom), s.newAssessment("2026-10-31", inheritFrom))
	t.Assessments[0].Team, t.Assessments[1].Team = id, id
	if s.chance(2) {
		t.Assessments[1].Extends.ID = "2026-04-30"
	}
	if s.chance(2) {
		t.Tags = []string{"tier-1"}
	}
	if s.chance(2) {
		t.Group = "shop/cart"
	}
	if s.chance(2) {
		t.Targets = targets("default", s.level(), "d0.a0", s.level())
	}
	return t
}

func (s *randomSite) newAssessment(date maturity.Date, inheritFrom string) *maturity.Assessment {
	a := assess(date)
	for _, c := range s.model.Capabilities() {
		switch s.rng.IntN(8) {
		case 0:
		case 1:
			a.Ratings = append(a.Ratings, notApplicable(c.ID))
		case 2:
			if inheritFrom != "" {
				a.Ratings = append(a.Ratings, from(c.ID, inheritFrom))
			}
		case 3:
			a.Ratings = append(a.Ratings, declared(c.ID, s.level()-1))
		default:
			a.Ratings = append(a.Ratings, s.byCriteria(c))
		}
	}
	return a
}

func (s *randomSite) byCriteria(c *maturity.Capability) *maturity.Rating {
	r := answered(c.ID)
	for _, l := range c.Levels[1:] {
		for _, k := range l.Criteria {
			answer := []string{"met", "met", "met", "partly", "unmet", "na", ""}[s.rng.IntN(7)]
			if answer != "" {
				r.Criteria = append(r.Criteria, answered(c.ID, k.ID, answer).Criteria...)
			}
		}
	}
	if len(r.Criteria) == 0 {
		r.Level = s.model.Scale.Min
	}
	if s.chance(3) {
		r.Target = s.level()
	}
	if s.chance(3) {
		r.Due = "2027-06-30"
	}
	return r
}

func (s *randomSite) newest(team string) *maturity.Assessment {
	return s.portfolio.Team(team).Assessment("2026-10-31")
}
