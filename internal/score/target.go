package score

import "gradus/internal/maturity"

// targetTables are the targets set for many teams, looked up once for each
// capability; -1 stands for none.
type targetTables struct {
	rules []targetTable
	model []int
}

type targetTable struct {
	rule   maturity.TargetRule
	levels []int
}

const noTarget = -1

func newTargetTables(m *maturity.Model, p *maturity.Portfolio) targetTables {
	capabilities := m.Capabilities()
	table := func(ts maturity.Targets) []int {
		levels := make([]int, len(capabilities))
		for i, c := range capabilities {
			levels[i] = targetIn(ts, c, m.Scale)
		}
		return levels
	}
	tables := targetTables{model: table(m.Targets)}
	if p != nil {
		for _, rule := range p.Rules {
			tables.rules = append(tables.rules, targetTable{rule, table(rule.Targets)})
		}
	}
	return tables
}

// targetIn is what ts says of a capability. A level that can be no target says
// nothing.
func targetIn(ts maturity.Targets, c *maturity.Capability, scale maturity.Scale) int {
	level, ok := ts.For(c)
	if !ok || !isTarget(level, scale) {
		return noTarget
	}
	return level
}

// isTarget reports whether a level can be a target: above the lowest.
func isTarget(level int, scale maturity.Scale) bool { return level > scale.Min && level <= scale.Max }

// SetTarget returns the target that is set for a team's capability by the
// team, the site's rules or the model (the scoring rules, section 4), before a
// rating's own target raises it. The team may be nil.
func (s *Scorer) SetTarget(t *maturity.Team, capability string) Level {
	i, ok := s.index[capability]
	if !ok {
		return Level{}
	}
	return s.setTarget(t, i, s.matching(t))
}

// matching returns the tables of the rules about a team, first match first.
func (s *Scorer) matching(t *maturity.Team) [][]int {
	if t == nil {
		return nil
	}
	var tables [][]int
	for _, r := range s.targets.rules {
		if r.rule.Matches(t) {
			tables = append(tables, r.levels)
		}
	}
	return tables
}

func (s *Scorer) setTarget(t *maturity.Team, i int, site [][]int) Level {
	if t != nil && len(t.Targets) > 0 {
		if level := targetIn(t.Targets, s.rules[i].definition, s.model.Scale); level != noTarget {
			return At(level)
		}
	}
	for _, levels := range site {
		if levels[i] != noTarget {
			return At(levels[i])
		}
	}
	if level := s.targets.model[i]; level != noTarget {
		return At(level)
	}
	return Level{}
}

// setTargets works out target and gap of every rated capability.
func (s *Scorer) setTargets(all []Capability, t *maturity.Team) {
	site := s.matching(t)
	for i := range all {
		c := &all[i]
		if c.Status != Rated {
			continue
		}
		c.Target = s.setTarget(t, i, site)
		if own := c.Own.Target; isTarget(own, s.model.Scale) && (!c.Target.Valid || own > c.Target.Int) {
			c.Target = At(own)
		}
		c.Gap = Known(0)
		if c.Target.Valid {
			c.Gap = Known(max(0, float64(c.Target.Int)-c.Score.Float))
		}
	}
}
