package score_test

import (
	"fmt"

	"gradus/internal/maturity"
)

// newModel returns a model of one area, "d.a", with capabilities "d.a.c0" and
// so on. Each level above the lowest has the criteria "l2a", "l2b" for level 2
// and so on.
func newModel(lowest, highest, capabilities int) *maturity.Model {
	m := &maturity.Model{
		ID:      "m",
		Version: "1.0.0",
		Scale:   maturity.Scale{Min: lowest, Max: highest},
		Answers: maturity.DefaultAnswers(),
		Scoring: maturity.DefaultScoring(),
	}
	area := &maturity.Area{ID: "d.a", Weight: 1}
	for i := range capabilities {
		area.Capabilities = append(area.Capabilities, newCapability(fmt.Sprintf("d.a.c%d", i), m.Scale))
	}
	m.Domains = []*maturity.Domain{{ID: "d", Weight: 1, Areas: []*maturity.Area{area}}}
	m.Index()
	return m
}

func newCapability(id string, scale maturity.Scale) *maturity.Capability {
	c := &maturity.Capability{ID: id, Weight: 1, MayBeNA: true}
	for level := scale.Min; level <= scale.Max; level++ {
		l := &maturity.Level{Level: level, Effort: 1}
		if level > scale.Min {
			for _, letter := range "ab" {
				l.Criteria = append(l.Criteria, &maturity.Criterion{ID: fmt.Sprintf("l%d%c", level, letter), Level: level})
			}
		}
		c.Levels = append(c.Levels, l)
	}
	return c
}

// require makes a level of one capability need a level of another.
func require(m *maturity.Model, id string, level int, needed string, neededLevel int) {
	l := m.Capability(id).Level(level)
	l.Requires = append(l.Requires, maturity.Requirement{Capability: maturity.Ref{ID: needed}, Level: neededLevel})
}

func targets(pairs ...any) maturity.Targets {
	var ts maturity.Targets
	for i := 0; i < len(pairs); i += 2 {
		ts = append(ts, maturity.Target{Scope: maturity.Ref{ID: pairs[i].(string)}, Level: pairs[i+1].(int)})
	}
	return ts
}

func newTeam(id string, assessments ...*maturity.Assessment) *maturity.Team {
	for _, a := range assessments {
		a.Team = id
	}
	return &maturity.Team{ID: id, Assessments: assessments}
}

func newPortfolio(teams ...*maturity.Team) *maturity.Portfolio {
	return &maturity.Portfolio{Teams: teams}
}

// assess returns a self-assessment of team "t".
func assess(date maturity.Date, ratings ...*maturity.Rating) *maturity.Assessment {
	return &maturity.Assessment{
		Model: maturity.ModelRef{ID: "m", Version: "1.0.0"},
		Team:  "t", Date: date, Kind: maturity.Self, Ratings: ratings,
	}
}

func ofKind(kind maturity.Kind, a *maturity.Assessment) *maturity.Assessment {
	a.Kind = kind
	return a
}

func labelled(label string, a *maturity.Assessment) *maturity.Assessment {
	a.Label = label
	return a
}

func extending(key string, a *maturity.Assessment) *maturity.Assessment {
	a.Extends.ID = key
	return a
}

func rating(kind maturity.RatingKind, capability string) *maturity.Rating {
	return &maturity.Rating{Capability: maturity.Ref{ID: capability}, Kind: kind, Level: maturity.NoLevel}
}

func declared(capability string, level int) *maturity.Rating {
	r := rating(maturity.Rated, capability)
	r.Level = level
	return r
}

// answered returns a rating by criteria, from pairs of criterion and answer.
func answered(capability string, pairs ...string) *maturity.Rating {
	r := rating(maturity.Rated, capability)
	for i := 0; i < len(pairs); i += 2 {
		r.Criteria = append(r.Criteria, maturity.CriterionAnswer{
			Criterion: maturity.Ref{ID: pairs[i]},
			Answer:    maturity.Ref{ID: pairs[i+1]},
		})
	}
	return r
}

func from(capability, team string) *maturity.Rating {
	r := rating(maturity.Inherited, capability)
	r.From.ID = team
	return r
}

func notApplicable(capability string) *maturity.Rating {
	return rating(maturity.NotApplicable, capability)
}
