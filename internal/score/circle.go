package score

import "gradus/internal/maturity"

// A Rung is one level of one capability, as something that can need others.
type Rung struct {
	Capability *maturity.Capability
	Level      int
}

// RequirementCircle looks for levels that need each other in a circle, by
// `requires` together with the rule that each level needs the one below it
// (the scoring rules, section 5). It returns the first circle in the model's
// order, each rung needing the next and the last the first; nil when there is
// none. Requirements of unknown capabilities are passed over.
func RequirementCircle(m *maturity.Model) []Rung {
	search := circleSearch{model: m, state: make(map[Rung]visit)}
	for _, c := range m.Capabilities() {
		if circle := search.from(Rung{c, m.Scale.Max}); circle != nil {
			return circle
		}
	}
	return nil
}

// A circleSearch goes down from each rung to what it needs; it has found a
// circle when it comes to a rung that it is below of.
type circleSearch struct {
	model *maturity.Model
	state map[Rung]visit
	path  []Rung
}

type visit int

const (
	onPath visit = iota + 1
	cleared
)

func (s *circleSearch) from(r Rung) []Rung {
	if r.Level <= s.model.Scale.Min || s.state[r] == cleared {
		return nil
	}
	if s.state[r] == onPath {
		return s.pathFrom(r)
	}
	s.state[r] = onPath
	s.path = append(s.path, r)
	for _, need := range s.needs(r) {
		if circle := s.from(need); circle != nil {
			return circle
		}
	}
	s.path = s.path[:len(s.path)-1]
	s.state[r] = cleared
	return nil
}

func (s *circleSearch) needs(r Rung) []Rung {
	needs := []Rung{{r.Capability, r.Level - 1}}
	if l := r.Capability.Level(r.Level); l != nil {
		for _, q := range l.Requires {
			if c := s.model.Capability(q.Capability.ID); c != nil {
				needs = append(needs, Rung{c, min(q.Level, s.model.Scale.Max)})
			}
		}
	}
	return needs
}

func (s *circleSearch) pathFrom(r Rung) []Rung {
	for i, p := range s.path {
		if p == r {
			return s.path[i:]
		}
	}
	return nil
}
